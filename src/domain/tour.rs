//! The guided tours of the demo: their steps, and what of the store's own words ticks each. Nothing is
//! ticked by a key: a step that somebody else does, at another terminal or with a command, counts as
//! well, and one that was only looked at does not.

use super::audit::{Activity, Outcome, Record};
use super::time::Timestamp;

/// A tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tour {
    /// What a locked-out person does, at the kiosk.
    Kiosk,
    /// What an administrator does before, in the console.
    Admin,
}

/// One step of a tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The console opened for the administrator.
    Enter,
    /// A new group has the guest in it.
    Group,
    /// Reset is enabled for selected groups, and the guest is in one of them.
    Enable,
    /// Each of the four pages of settings was saved, or noted as right as it is.
    Review,
    /// The guest's mobile phone was registered.
    Phone,
    /// The guest said that the password is forgotten.
    Forget,
    /// The guest proved who they are by two methods.
    Prove,
    /// The guest chose a new password.
    NewPassword,
    /// The notice of it was delivered.
    Notice,
    /// The guest signed in with it.
    SignIn,
    /// The guest registered one method more.
    Register,
    /// The audit log has all of it, and the whole chain is intact.
    Record,
    /// An administrator looked up the reference of the reset.
    LookUp,
}

impl Tour {
    /// Every tour.
    pub const ALL: [Self; 2] = [Self::Kiosk, Self::Admin];

    /// The word on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kiosk => "kiosk",
            Self::Admin => "admin",
        }
    }

    /// The tour of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tour| tour.key() == key)
    }

    /// Its steps, in the order in which they are explained.
    pub const fn steps(self) -> &'static [Step] {
        match self {
            Self::Kiosk => &[
                Step::Forget,
                Step::Prove,
                Step::NewPassword,
                Step::Notice,
                Step::SignIn,
                Step::Register,
                Step::Record,
            ],
            Self::Admin => &[
                Step::Enter,
                Step::Group,
                Step::Enable,
                Step::Review,
                Step::Phone,
                Step::Forget,
                Step::Prove,
                Step::NewPassword,
                Step::Notice,
                Step::SignIn,
                Step::LookUp,
            ],
        }
    }
}

impl Step {
    /// The id of its name; `.how` says what to do.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Enter => "tour-enter",
            Self::Group => "tour-group",
            Self::Enable => "tour-enable",
            Self::Review => "tour-review",
            Self::Phone => "tour-phone",
            Self::Forget => "tour-forget",
            Self::Prove => "tour-prove",
            Self::NewPassword => "tour-new-password",
            Self::Notice => "tour-notice",
            Self::SignIn => "tour-sign-in",
            Self::Register => "tour-register",
            Self::Record => "tour-record",
            Self::LookUp => "tour-look-up",
        }
    }
}

/// The pages of settings that are reviewed, each with what the keys on it begin with.
const PAGES: [&str; 4] = ["methods.", "registration.", "notify.", "branding."];

/// How many methods are proved, and what of a method and a page there is to count.
const GATES: usize = 2;

/// What the store says since the tour began.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// The principal name of the account that the tour is about.
    pub guest: String,
    /// The one of the administrator's.
    pub admin: String,
    /// The audit records, oldest first.
    pub records: Vec<Record>,
    /// A group that was added since has the guest in it.
    pub grouped: bool,
    /// Policy enables reset for selected groups, of which one has the guest in it.
    pub selected: bool,
    /// Notices of the last reset that were delivered to the guest.
    pub notices: u64,
    /// The audit chain was computed anew and is intact.
    pub intact: bool,
}

/// A step with what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which step.
    pub step: Step,
    /// Whether it is done.
    pub done: bool,
    /// Of a step with several parts, how many are done and how many there are.
    pub parts: Option<(usize, usize)>,
}

/// A tour's steps, and which are done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// Every step in order.
    pub lines: Vec<Line>,
    /// The record of the reset as administrators find it: its number and its reference.
    pub record: Option<(i64, String)>,
}

impl Checklist {
    /// The tour as the store tells it.
    pub fn of(tour: Tour, story: &Story) -> Self {
        let mut lines: Vec<Line> = Vec::new();
        for step in tour.steps() {
            let parts = story.parts(*step);
            let before = lines.iter().all(|line| line.done);
            let done = match step {
                // Of a story that is not over there is more to come.
                Step::Record => before && story.intact,
                _ => parts.is_some_and(|(done, all)| done >= all),
            };
            lines.push(Line {
                step: *step,
                done,
                parts: parts.filter(|(_, all)| *all > 1),
            });
        }
        let reset = story.reset().and_then(|told| {
            let reference = told.reference?.to_owned();
            Some((told.seq, reference))
        });
        Self {
            lines,
            record: reset,
        }
    }

    /// The first step that is not done, and its number from 0; none once all are.
    pub fn present(&self) -> Option<(usize, &Line)> {
        self.lines.iter().enumerate().find(|(_, line)| !line.done)
    }

    /// Whether only the record is left: the chain is worth computing then.
    pub fn wants_record(&self) -> bool {
        self.present()
            .is_some_and(|(_, line)| line.step == Step::Record)
    }
}

/// A record of something that was done.
struct Told<'a> {
    seq: i64,
    activity: Activity,
    account: Option<&'a str>,
    journey: Option<&'a str>,
    method: Option<&'a str>,
    reference: Option<&'a str>,
    detail: &'a str,
}

impl<'a> Told<'a> {
    fn of(record: &'a Record) -> Option<Self> {
        let [
            activity,
            outcome,
            _,
            account,
            _,
            _,
            journey,
            method,
            reference,
            detail,
        ] = &record.fields;
        let done = outcome.as_deref() == Some(Outcome::Success.key());
        Some(Self {
            seq: record.seq,
            activity: Activity::from_key(activity.as_deref().filter(|_| done)?)?,
            account: account.as_deref(),
            journey: journey.as_deref(),
            method: method.as_deref(),
            reference: reference.as_deref(),
            detail: detail.as_deref().unwrap_or_default(),
        })
    }
}

impl Story {
    /// What was done, oldest first.
    fn told(&self) -> impl Iterator<Item = Told<'_>> {
        self.records.iter().filter_map(Told::of)
    }

    /// What was done by or for an account.
    fn about<'a>(&'a self, who: &'a str, activity: Activity) -> impl Iterator<Item = Told<'a>> {
        self.told()
            .filter(move |told| told.activity == activity && told.account == Some(who))
    }

    /// What was done by or for the guest.
    fn own(&self, activity: Activity) -> impl Iterator<Item = Told<'_>> {
        self.about(&self.guest, activity)
    }

    /// When the last reset was.
    pub fn reset_at(&self) -> Option<Timestamp> {
        let seq = self.reset()?.seq;
        let mut records = self.records.iter();
        Some(records.find(|record| record.seq == seq)?.time)
    }

    /// The last reset.
    fn reset(&self) -> Option<Told<'_>> {
        self.own(Activity::PasswordReset).last()
    }

    /// How many parts of a step are done, and how many it has; the record is judged by the others.
    fn parts(&self, step: Step) -> Option<(usize, usize)> {
        let whether = |done: bool| Some((usize::from(done), 1));
        match step {
            Step::Enter => {
                let mut opened = self.about(&self.admin, Activity::ConsoleOpened);
                whether(opened.next().is_some())
            }
            Step::Group => whether(self.grouped),
            Step::Enable => whether(self.selected && self.reviewed("sspr.")),
            Step::Review => Some((self.pages().count(), PAGES.len())),
            Step::Phone => {
                let mut added = self.own(Activity::MethodAdded);
                whether(added.any(|told| told.method == Some("mobile_phone")))
            }
            Step::Forget => whether(self.own(Activity::ResetStarted).next().is_some()),
            Step::Prove => Some((self.proved().min(GATES), GATES)),
            Step::NewPassword => whether(self.reset().is_some()),
            Step::Notice => whether(self.notices > 0),
            Step::SignIn => {
                let reset = self.reset().map(|told| told.seq);
                let mut signed = self.own(Activity::SignIn);
                whether(reset.is_some_and(|reset| signed.any(|told| told.seq > reset)))
            }
            Step::Register => whether(self.own(Activity::MethodAdded).next().is_some()),
            Step::Record => None,
            Step::LookUp => {
                let reset = self.reset().and_then(|told| told.reference);
                let mut told = self.told();
                let viewed = reset.is_some_and(|reset| {
                    told.any(|told| {
                        told.activity == Activity::ReferenceViewed && told.reference == Some(reset)
                    })
                });
                whether(viewed)
            }
        }
    }

    /// The pages of settings of which one was saved, or that were noted as right.
    fn pages(&self) -> impl Iterator<Item = &'static str> {
        PAGES.into_iter().filter(|page| self.reviewed(page))
    }

    /// Whether a setting whose key begins so was saved, or noted as right.
    fn reviewed(&self, page: &str) -> bool {
        self.told().any(|told| match told.activity {
            Activity::PolicyChanged => told.detail.starts_with(page),
            Activity::PolicyConfirmed => {
                let mut keys = told.detail.split(", ");
                keys.any(|key| key.starts_with(page))
            }
            _ => false,
        })
    }

    /// How many different methods were proved on the journey on which most were.
    fn proved(&self) -> usize {
        let gates: Vec<Told<'_>> = self.own(Activity::GateTried).collect();
        let of = |journey| {
            let mut methods: Vec<&str> = gates
                .iter()
                .filter(|told| told.journey == journey)
                .filter_map(|told| told.method)
                .collect();
            methods.sort_unstable();
            methods.dedup();
            methods.len()
        };
        gates
            .iter()
            .map(|told| of(told.journey))
            .max()
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
