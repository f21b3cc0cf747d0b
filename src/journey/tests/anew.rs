//! Policy changes while a person is on the way.

use super::*;
use crate::domain::password::{Rule, Verdict};

const PHRASE: &str = "a quiet fox in the garden";

/// Does something and answers it so; what is asked next.
fn told(play: &mut Play, input: Input, reply: Reply) -> Option<Ticket<Request>> {
    let asked = play.visit.input(input, play.at).unwrap();
    let reply = Ticket {
        visit: asked.visit,
        of: reply,
    };
    play.visit.reply(reply, play.at)
}

fn rules_of(least: usize) -> Rules {
    let policy = PasswordPolicy {
        min_length: least,
        ..PasswordPolicy::default()
    };
    Rules::new(policy, &["Mia Steele"], "Contoso")
}

fn met(play: &Play, rule: Rule) -> Option<bool> {
    let message = rule.message();
    let screen = play.visit.screen();
    let found = screen.rules.iter().find(|found| found.text == message);
    found.unwrap_or_else(|| panic!("no {message:?}")).met
}

fn type_twice(play: &mut Play, text: &str) {
    for field in [0, 1] {
        play.input(Input::Fill(field, text.to_owned()));
    }
}

/// At the new password, where other rules are in force by now.
fn rejected(least: usize, typed: &str) -> Play {
    let mut play = Play::new();
    play.reach_password();
    type_twice(&mut play, typed);
    let verdict = Verdict {
        rule: Rule::MinLength(least),
        met: Some(false),
    };
    let finished = Reply::Finished(Step::Go(Finished::Rejected(vec![verdict])));
    let asked = told(&mut play, Input::Act(Action::Next), finished).unwrap();
    assert!(matches!(asked.of, Request::Next { .. }));
    assert!(play.visit.screen().working, "nothing is typed meanwhile");
    let known = Ticket {
        visit: asked.visit,
        of: Reply::Next(None, Step::Go(Next::Password(rules_of(least)))),
    };
    assert!(play.visit.reply(known, play.at).is_none());
    play
}

#[test]
fn after_a_rejection_the_rules_of_now_are_shown() {
    let mut play = rejected(30, PHRASE);
    let screen = play.visit.screen();
    assert_eq!(screen.notices[0].text.id, "error-password-rules");
    assert_eq!(screen.fields[0].value, PHRASE, "what was typed stays");
    assert_eq!(screen.focus, Some(Focus::Field(0)));
    assert_eq!(met(&play, Rule::MinLength(30)), Some(false));
    play.type_in("!");
    assert_eq!(met(&play, Rule::MinLength(30)), Some(false));
    play.type_in(" today");
    assert_eq!(met(&play, Rule::MinLength(30)), Some(true));
}

#[test]
fn what_yesterdays_rules_refuse_is_handed_over_when_it_is_typed_twice() {
    let mut play = Play::new();
    play.reach_password();
    type_twice(&mut play, "quiet fox");
    assert_eq!(met(&play, Rule::MinLength(12)), Some(false));
    play.input(Input::Act(Action::Next));
    assert!(play.finished, "the product decides");
    // Half of it is not worth the way.
    let mut play = Play::new();
    play.reach_password();
    play.input(Input::Fill(0, "quiet fox".into()));
    let request = play.visit.input(Input::Act(Action::Next), play.at);
    assert!(request.is_none());
    let error = &play.visit.screen().notices[0].text.id;
    assert_eq!(*error, "error-password-rules");
}

#[test]
fn one_more_gate_leads_back_to_the_methods() {
    let mut play = Play::new();
    play.reach_password();
    type_twice(&mut play, PHRASE);
    play.passed = 1;
    let missing = Reply::Finished(Step::Go(Finished::GateMissing));
    let asked = told(&mut play, Input::Act(Action::Next), missing);
    play.settle(asked);
    assert_eq!(play.id(), ScreenId::ChooseMethod);
    let screen = play.visit.screen();
    assert_eq!(screen.notices[0].text.id, "error-gate-missing");
    assert_eq!(screen.progress, Some((3, 4)));
    play.input(Input::Choose(0));
    play.enter("222222");
    assert_eq!(play.id(), ScreenId::NewPassword);
    assert_eq!(play.visit.screen().fields[0].value, "", "typed anew");
    // The same where the account would have been unlocked.
    let mut play = Play::new();
    play.reach_password();
    let next = Next::Unlock(Unlocking::Ask, rules());
    let (journey, at) = (play.visit.journey().unwrap(), play.at);
    play.visit.gate_passed(journey, 2, Some(next));
    assert_eq!(play.id(), ScreenId::UnlockOrReset);
    play.passed = 1;
    let missing = Reply::Unlocked(Step::Go(Unlocked::GateMissing));
    let asked = told(&mut play, Input::Choose(0), missing);
    play.at = at;
    play.settle(asked);
    assert_eq!(play.id(), ScreenId::ChooseMethod);
}

#[test]
fn a_method_that_is_off_by_now_brings_the_list_of_now() {
    let mut play = Play::new();
    play.reach_methods();
    let sent = Reply::Sent(Step::Go(Sent::NotOffered));
    let asked = told(&mut play, Input::Choose(1), sent).unwrap();
    let mut now = overview(0, false);
    now.offers.remove(1);
    now.required = 1;
    let why = match asked.of {
        Request::Next { why, .. } => why,
        _ => panic!("something else is asked"),
    };
    let known = Ticket {
        visit: asked.visit,
        of: Reply::Next(why, Step::Go(Next::Gate(now))),
    };
    play.visit.reply(known, play.at);
    let screen = play.visit.screen();
    assert_eq!(screen.notices[0].text.id, "error-method-used-up");
    assert_eq!((screen.choices.len(), screen.progress), (2, Some((2, 3))));
}

#[test]
fn a_notice_is_promised_only_where_one_is_sent() {
    for (finished, told_of) in [(Finished::Done, true), (Finished::DoneUntold, false)] {
        let mut play = Play::new();
        play.reach_password();
        type_twice(&mut play, PHRASE);
        let done = Reply::Finished(Step::Go(finished));
        assert!(told(&mut play, Input::Act(Action::Next), done).is_none());
        assert_eq!(play.id(), ScreenId::Done);
        assert_eq!(play.transcript().contains("done-text-notice"), told_of);
    }
}
