//! After the gates, where the lock of the account comes into it: *Unlock or reset?*

use super::password::NewPassword;
use super::present::{blank, progress};
use super::request::{Request, Ticket};
use super::screen::{Choice, Screen, ScreenId};
use super::state::{Change, Password, State, Unlock};
use super::visit::Visit;
use crate::domain::journey::JourneyId;
use crate::domain::msg::Msg;
use crate::domain::password::Rules;
use crate::domain::unlock::{Unlocked, Unlocking};

/// One way on.
#[derive(Clone, Copy)]
pub(super) enum Way {
    Unlock,
    Reset,
}

impl Visit {
    pub(super) fn show_password(
        &mut self,
        journey: JourneyId,
        gates: usize,
        rules: Rules,
        unlocks: bool,
    ) {
        self.show(State::Password(Box::new(Password {
            journey,
            gates,
            unlocks,
            new: NewPassword::new(rules),
            revealed_until: None,
        })));
    }

    pub(super) fn show_unlock(
        &mut self,
        journey: JourneyId,
        gates: usize,
        unlocking: Unlocking,
        rules: Rules,
    ) {
        if unlocking == Unlocking::ByReset {
            return self.show_password(journey, gates, rules, true);
        }
        self.show(State::Unlock(Box::new(Unlock {
            journey,
            gates,
            unlocking,
            rules,
        })));
    }

    pub(super) fn choose_unlock(&mut self, line: usize) -> Option<Ticket<Request>> {
        let State::Unlock(unlock) = &self.state else {
            return None;
        };
        let journey = unlock.journey;
        match unlock_choices(unlock).get(line)? {
            Way::Unlock => self.ask(Request::Unlock { journey }),
            Way::Reset => {
                let unlocks = unlock.unlocking == Unlocking::Ask;
                let (gates, rules) = (unlock.gates, unlock.rules.clone());
                self.show_password(journey, gates, rules, unlocks);
                None
            }
        }
    }

    pub(super) fn unlocked(&mut self, unlocked: Unlocked) -> Option<Ticket<Request>> {
        let State::Unlock(unlock) = &self.state else {
            return None;
        };
        let (journey, gates) = (unlock.journey, unlock.gates);
        match unlocked {
            Unlocked::Done => self.done(Change::Lock, true),
            Unlocked::DoneUntold => self.done(Change::Lock, false),
            Unlocked::Instead(unlocking, rules) => {
                self.show_unlock(journey, gates, unlocking, rules);
            }
            Unlocked::GateMissing => return self.ask_anew(Some("error-gate-missing")),
        }
        None
    }

    pub(super) fn done(&mut self, change: Change, told: bool) {
        let since = self.now;
        self.show(State::Done {
            since,
            change,
            told,
            journey: None,
        });
    }
}

/// The ways that are offered.
pub(super) fn unlock_choices(unlock: &Unlock) -> &'static [Way] {
    match unlock.unlocking {
        Unlocking::Ask => &[Way::Unlock, Way::Reset],
        Unlocking::NotLocked | Unlocking::ByReset => &[Way::Reset],
    }
}

/// Unlock, or a new password; or that there is no lock.
pub(super) fn unlock_screen(unlock: &Unlock) -> Screen<'_> {
    let (title, text) = match unlock.unlocking {
        Unlocking::Ask | Unlocking::ByReset => ("unlock-title", "unlock-text"),
        Unlocking::NotLocked => ("unlock-title-not-locked", "unlock-text-not-locked"),
    };
    let mut screen = blank(ScreenId::UnlockOrReset, Msg::new(title));
    screen.progress = progress(unlock.gates + 2, unlock.gates);
    screen.text.push(Msg::new(text));
    let choice = |way: &Way| {
        let id = match way {
            Way::Unlock => "unlock-choice-unlock",
            Way::Reset => "unlock-choice-reset",
        };
        Choice {
            label: Msg::new(id),
            // Without a lock there is nothing more to say of a new password.
            detail: (unlock.unlocking == Unlocking::Ask).then(|| Msg::new(format!("{id}.detail"))),
        }
    };
    screen.choices = unlock_choices(unlock).iter().map(choice).collect();
    screen
}

/// The end of unlocking.
pub(super) fn unlocked_screen<'a>() -> Screen<'a> {
    let mut screen = blank(ScreenId::Done, Msg::new("done-title-unlocked"));
    screen.text.push(Msg::new("done-text-unlocked"));
    screen
}
