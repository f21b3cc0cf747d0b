//! Who signs in: what is due and in which order, the pages, and random play that never reaches any of
//! it without the password, the second factor and, for a change, a fresh proof.

use proptest::prelude::*;

use super::ledger::{JOURNEY, Ledger, PASS, PASSWORD};
use super::*;
use crate::domain::progress::Progress;

impl Play {
    fn signing_in(ledger: Ledger) -> Self {
        let mut play = Self::new();
        play.ledger = ledger;
        play.input(Input::Choose(2));
        play
    }

    /// From the first screen, with the right password.
    fn signed_in_as(ledger: Ledger) -> Self {
        let mut play = Self::signing_in(ledger);
        play.enter("mia");
        play.enter(PASSWORD);
        play
    }
}

#[test]
fn mias_first_sign_in_as_a_transcript() {
    let mut play = Play::signing_in(Ledger {
        must_change: true,
        missing: 2,
        ..Ledger::default()
    });
    let mut lines = vec![play.transcript()];
    play.input(Input::Act(Action::Next));
    lines.push(play.transcript());
    play.enter("mia");
    play.enter("wrong");
    lines.push(play.transcript());
    play.enter(PASSWORD);
    lines.push(play.transcript());
    play.choose_password("a quiet fox in the garden");
    lines.push(play.transcript());
    // Esc puts nothing off.
    play.input(Input::Back);
    assert_eq!(play.id(), ScreenId::MoreInformation);
    play.input(Input::Choose(2));
    lines.push(play.transcript());
    play.enter("+44 20 7946 0018");
    lines.push(play.transcript());
    play.enter("111111");
    lines.push(play.transcript());
    play.input(Input::Act(Action::Resend));
    lines.push(play.transcript());
    play.enter("333333");
    lines.push(play.transcript());
    // What was provided is confirmed.
    play.input(Input::Choose(4));
    lines.push(play.transcript());
    play.enter("333333");
    lines.push(play.transcript());
    play.input(Input::Choose(0));
    lines.push(play.transcript());
    play.input(Input::Choose(2));
    lines.push(play.transcript());
    assert_eq!(play.ledger.added, [Method::MobilePhone; 2]);
    assert_eq!(play.abandoned, ["done"]);
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_security_info_as_a_transcript() {
    let mut play = Play::signed_in_as(Ledger {
        second_factor: true,
        confirm: true,
        methods: true,
        ..Ledger::default()
    });
    let mut lines = vec![play.transcript()];
    let prove = |play: &mut Play| {
        play.input(Input::Choose(0));
        play.enter("222222");
    };
    prove(&mut play);
    lines.push(play.transcript());
    play.input(Input::Choose(1));
    lines.push(play.transcript());
    play.input(Input::Choose(0));
    lines.push(play.transcript());
    // The proof of the sign-in is fresh enough for one change.
    play.input(Input::Choose(1));
    lines.push(play.transcript());
    play.input(Input::Choose(0));
    play.input(Input::Choose(2));
    lines.push(play.transcript());
    play.input(Input::Choose(1));
    lines.push(play.transcript());
    // Given up, nothing was changed; proved, it is.
    play.input(Input::Back);
    assert_eq!(
        (play.id(), play.ledger.deleted),
        (ScreenId::SecurityInfo, 0)
    );
    play.input(Input::Choose(0));
    play.input(Input::Choose(2));
    play.input(Input::Choose(1));
    prove(&mut play);
    lines.push(play.transcript());
    assert_eq!(play.ledger.deleted, 1, "{}", lines.join("\n"));
    play.input(Input::Back);
    lines.push(play.transcript());
    play.input(Input::Choose(0));
    lines.push(play.transcript());
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn who_has_no_method_proves_it_by_the_password() {
    let mut play = Play::signed_in_as(Ledger::default());
    assert_eq!(play.id(), ScreenId::Menu);
    play.input(Input::Choose(1));
    play.input(Input::Choose(2));
    play.input(Input::Choose(1));
    assert_eq!(play.id(), ScreenId::PasswordAgain);
    play.enter("wrong");
    assert!(play.transcript().contains("error-password-wrong"));
    play.enter(PASSWORD);
    assert_eq!(play.id(), ScreenId::AddAddress);
    play.enter("mia@home.example");
    play.enter("333333");
    assert_eq!(play.id(), ScreenId::SecurityInfo);
    assert_eq!(play.ledger.added, [Method::Email]);
}

#[test]
fn a_proof_that_was_used_up_is_asked_for_again() {
    let mut play = Play::signed_in_as(Ledger {
        second_factor: true,
        methods: true,
        ..Ledger::default()
    });
    play.input(Input::Choose(0));
    play.enter("222222");
    play.input(Input::Choose(1));
    // The number that was provided; its confirmation uses the proof of the sign-in up.
    play.input(Input::Choose(1));
    play.input(Input::Choose(0));
    assert_eq!(play.id(), ScreenId::ConfirmCode);
    play.input(Input::Act(Action::Different));
    assert_eq!(play.id(), ScreenId::SecurityInfo);
    play.input(Input::Choose(2));
    play.input(Input::Choose(1));
    assert_eq!(play.id(), ScreenId::ProveAgain);
}

#[test]
fn questions_are_chosen_once_each_and_answered() {
    let mut play = Play::signed_in_as(Ledger {
        missing: 1,
        ..Ledger::default()
    });
    play.input(Input::Choose(3));
    let mut lines = vec![play.transcript()];
    for _ in 0..2 {
        play.input(Input::Choose(0));
        play.input(Input::Act(Action::Next));
        assert!(play.transcript().contains("error-empty-new-answer"));
        play.enter("blue whale");
    }
    lines.push(play.transcript());
    // Back to an answer that was given, and on again.
    play.input(Input::Back);
    lines.push(play.transcript());
    play.input(Input::Activate);
    play.input(Input::Choose(0));
    play.enter("grey seal");
    lines.push(play.transcript());
    insta::assert_snapshot!(lines.join("\n"));
    assert_eq!(play.ledger.added, [Method::SecurityQuestions]);
}

/// A number is being registered by a call.
fn called() -> Play {
    let mut play = Play::signed_in_as(Ledger {
        missing: 1,
        ..Ledger::default()
    });
    play.input(Input::Choose(2));
    play.type_in("+44 20 7946 0018");
    play.input(Input::Act(Action::Call));
    assert_eq!(play.id(), ScreenId::ConfirmCall);
    play
}

/// What the screen says after news of the call.
fn hears(play: &mut Play, progress: Progress) -> String {
    let reply = Ticket {
        visit: 0,
        of: Reply::Watched(JOURNEY, "enrol_mobile_phone", Some(progress)),
    };
    let request = play.visit.reply(reply, play.at);
    play.settle(request);
    play.transcript()
}

#[test]
fn a_call_that_is_answered_registers_the_number() {
    let mut play = called();
    assert!(hears(&mut play, Progress::Ringing).contains("call-progress-ringing"));
    assert!(hears(&mut play, Progress::Approved).contains("note-registered"));
    assert_eq!(play.ledger.added, [Method::MobilePhone]);
}

#[test]
fn a_call_that_is_reported_ends_it_and_is_told_as_a_call() {
    let mut play = called();
    assert!(hears(&mut play, Progress::Denied).contains("ended-call-denied"));
    assert!(play.ledger.added.is_empty());
}

#[test]
fn a_password_is_changed_and_the_sign_in_ends_with_it() {
    let mut play = Play::signed_in_as(Ledger::default());
    play.input(Input::Choose(0));
    assert_eq!(play.id(), ScreenId::ChangePassword);
    play.choose_password("the same as before");
    assert!(play.transcript().contains("error-password-rules"));
    for field in 0..2 {
        let typed = "a quiet fox in the garden".to_owned();
        play.input(Input::Fill(field, typed));
    }
    play.input(Input::Act(Action::Next));
    let done = play.transcript();
    assert!(done.contains("done-title-own") && done.contains("done-text-notice"));
    assert_eq!(play.ledger.changed, 1);
    play.wait(Duration::from_secs(15));
    assert_eq!(play.id(), ScreenId::Welcome);
    assert_eq!(play.abandoned, ["done"]);
}

#[test]
fn a_sign_in_that_nobody_uses_ends_and_wipes() {
    let mut play = Play::signed_in_as(Ledger::default());
    play.wait(IDLE + Duration::from_secs(30));
    assert_eq!(play.id(), ScreenId::Welcome);
    assert_eq!(play.abandoned, ["idle"]);
    assert!(play.visit.take_wiped());
}

#[test]
fn who_is_logged_in_already_types_no_name_and_leaves_in_the_end() {
    let mut play = Play::new();
    play.visit = visit().signing_in("mia".to_owned());
    assert_eq!(play.id(), ScreenId::SignInHere);
    assert_eq!(play.visit.screen().fields.len(), 1);
    play.enter(PASSWORD);
    assert_eq!(play.id(), ScreenId::Menu);
    play.input(Input::Choose(2));
    assert!(play.visit.ended());
}

/// What nobody sees without having signed in.
fn is_inside(id: ScreenId) -> bool {
    !matches!(
        id,
        ScreenId::Welcome
            | ScreenId::WhoAreYou
            | ScreenId::HumanCheck
            | ScreenId::Refused
            | ScreenId::Slow
            | ScreenId::ChooseMethod
            | ScreenId::EnterNumber
            | ScreenId::EnterCode
            | ScreenId::EnterPass
            | ScreenId::SignIn
            | ScreenId::Ended
            | ScreenId::Language
            | ScreenId::Help
            // Of a reset, which random.rs plays.
            | ScreenId::AnswerQuestions
            | ScreenId::UnlockOrReset
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    /// No sequence of inputs reaches the menu, a change or the security info without password and
    /// second factor, nor changes anything without a fresh proof: the product that is played
    /// asserts the latter.
    #[test]
    fn random_play_never_gets_in_without_both(steps in proptest::collection::vec(0u8..33, 1..160)) {
        let bit = |n: usize| steps.len() & (1 << n) != 0;
        let mut play = Play::signing_in(Ledger {
            must_change: bit(0),
            second_factor: bit(1),
            missing: steps.len() % 3,
            confirm: bit(2),
            methods: bit(3) || bit(1),
            pass: bit(4),
            ..Ledger::default()
        });
        for step in steps {
            let before = play.visit.screen().id;
            match step {
                0..=2 => play.input(Input::Activate),
                3 => play.input(Input::FocusNext),
                4 => play.input(Input::Back),
                5 => play.input(if play.at.as_secs().is_multiple_of(2) { Input::Cancel } else { Input::Help }),
                6..=11 => play.input(Input::Choose(usize::from(step - 6))),
                12 => play.input(Input::Fill(0, "mia".into())),
                13 => play.input(Input::Fill(1, PASSWORD.into())),
                14 => play.input(Input::Fill(0, PASSWORD.into())),
                15..=17 => play.type_in("222222"),
                18 => play.type_in("333333"),
                19 => play.input(Input::Fill(0, "a quiet fox in the garden".into())),
                20 => play.input(Input::Fill(1, "a quiet fox in the garden".into())),
                21 | 22 => play.input(Input::Act(Action::Next)),
                23 => play.input(Input::Act(Action::Resend)),
                24 => play.input(Input::Act(Action::Different)),
                25 => play.input(Input::Act(Action::Reveal)),
                26 => play.input(Input::Act(Action::Call)),
                27 => { play.wait(Duration::from_secs(37)); }
                28 => play.type_in("+14255550111"),
                29 => play.input(Input::Act(Action::OtherMethod)),
                30 => play.type_in("mia"),
                31 => play.type_in(PASS),
                _ => {
                    play.input(Input::Fill(0, "mia".into()));
                    play.input(Input::Fill(1, PASSWORD.into()));
                    play.input(Input::Act(Action::Next));
                }
            }
            let screen = play.visit.screen();
            let focus = screen.focus;
            prop_assert!(step != 4 || before.goes_back() || screen.id == before, "{before:?}");
            match focus {
                Some(Focus::Field(index)) => prop_assert!(index < screen.fields.len()),
                Some(Focus::Choice(index)) => prop_assert!(index < screen.choices.len()),
                Some(Focus::Action(index)) => prop_assert!(index < screen.actions.len()),
                None => {}
            }
            // A reset at the same terminal is another journey.
            let of_reset = [ScreenId::NewPassword, ScreenId::Done].contains(&screen.id)
                && play.passed >= 2;
            if is_inside(screen.id) && !of_reset {
                let ended = screen.id == ScreenId::Done && play.ledger.changed > 0;
                prop_assert!(play.ledger.complete() || ended, "{:?}", screen.id);
            }
        }
    }
}
