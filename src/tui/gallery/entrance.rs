//! The human check, the limits of a terminal, and unlocking.

use std::time::Duration;

use super::{HELPDESK, Player, greeting, rules, visit};
use crate::domain::human::{Asked, Begun, CheckId, Drawing, Trouble, WAIT, Waiting, code};
use crate::domain::journey::{Finished, JourneyId, Next, Overview, Proof, Refusal, Step};
use crate::domain::method::Method;
use crate::domain::unlock::{Purpose, Unlocked, Unlocking};
use crate::journey::Reply;
use crate::journey::input::Input;
use crate::journey::screen::Action;

const ID: CheckId = CheckId::new([1; 16]);

/// Every letter has ink in its first or last column somewhere.
pub fn drawing() -> Drawing {
    let noise = b"\x04\x0b\xff\x03\x11\xff\x06\x2c\xff\x01\x20\x09\x02\xff\x1e\xff";
    Drawing::of(&code(&[0, 5, 14, 15, 33]), noise)
}

/// Beside the user ID, a code is drawn.
pub fn drawn() -> Player {
    let asked = Asked::Code(ID, drawing());
    Player::new()
        .told(Reply::Asked(Purpose::Reset, asked))
        .types(0, "mias@contoso.example")
}

fn not_passed(trouble: Trouble) -> Player {
    let begun = Begun::Check(trouble, Asked::Code(ID, drawing()));
    drawn()
        .types(1, "AK79C")
        .submits()
        .told(Reply::Begun(begun))
}

pub fn waiting() -> Player {
    drawn()
        .does(Input::Act(Action::Wait))
        .told(Reply::Waiting(Waiting::Started(ID, WAIT)))
}

/// Where nothing can be drawn, the wait is all that is asked.
fn undrawn() -> Player {
    let mut player = Player::new();
    player.visit = visit(greeting(), "en", false);
    player
        .told(Reply::Asked(Purpose::Reset, Asked::Wait))
        .types(0, "mias@contoso.example")
        .submits()
}

pub fn slow(minutes: u64) -> Player {
    let step: Step<(JourneyId, Overview)> = Step::Refused(Refusal {
        reference: "ABCD-1234".into(),
        reason: None,
        helpdesk: HELPDESK.map(str::to_owned).to_vec(),
        slow: Some(minutes),
        purpose: Purpose::Reset,
    });
    Player::begun(step)
}

/// The gates are passed; the lock of the account comes in so.
pub fn gates_passed(unlocking: Unlocking) -> Player {
    let next = Next::Unlock(unlocking, rules());
    Player::code(Method::AppCode).proved(Proof::Passed, Some(next))
}

pub fn unlocked() -> Player {
    let asked = gates_passed(Unlocking::Ask).does(Input::Choose(0));
    asked.told(Reply::Unlocked(Step::Go(Unlocked::Done)))
}

/// Every state of these.
pub fn states() -> Vec<(String, Player)> {
    let used_up = || {
        let left = Duration::from_secs(59 * 60);
        Reply::Waiting(Waiting::UsedUp { left })
    };
    let named = |name: &str, player| (name.to_owned(), player);
    let mut all = vec![
        named("drawn", drawn()),
        named("drawn, empty", drawn().submits()),
        named("drawn, working", drawn().types(1, "AK79C").submits()),
        named(
            "drawn, waits used up",
            drawn().does(Input::Act(Action::Wait)).told(used_up()),
        ),
        named("waiting", waiting()),
        named("waiting, working", waiting().waits(20)),
        named("wait asked", undrawn()),
        named(
            "wait asked, used up",
            undrawn().does(Input::Choose(0)).told(used_up()),
        ),
        named("slow", slow(7)),
        named("unlock or reset", gates_passed(Unlocking::Ask)),
        named("not locked", gates_passed(Unlocking::NotLocked)),
        named("reset unlocks", gates_passed(Unlocking::ByReset)),
        named(
            "reset unlocks, rules",
            gates_passed(Unlocking::ByReset)
                .types(0, "Contoso")
                .submits(),
        ),
        named("unlocked", unlocked()),
        named(
            "reset and unlocked",
            gates_passed(Unlocking::ByReset).finished(Finished::Done),
        ),
    ];
    for trouble in [Trouble::Missing, Trouble::Wrong, Trouble::Over] {
        all.push((format!("drawn, {trouble:?}"), not_passed(trouble)));
    }
    let started = Reply::Waiting(Waiting::Started(ID, WAIT));
    let over = undrawn().does(Input::Choose(0)).told(started).waits(20);
    let begun = Begun::Check(Trouble::Over, Asked::Wait);
    all.push(named("wait over", over.told(Reply::Begun(begun))));
    all
}
