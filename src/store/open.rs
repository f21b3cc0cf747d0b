//! An open journey: who is on it, what is passed, and what can be chosen next.

use std::sync::Arc;

use super::journeys;
use crate::domain::access_pass;
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event};
use crate::domain::eligibility::{Facts, Reason, gates_required, gates_suffice, next_methods};
use crate::domain::journey::{Chosen, Refusal};
use crate::domain::letter::{Happening, Letter};
use crate::domain::method::Method;
use crate::domain::outgoing::Channel;
use crate::domain::policy::Policy;
use crate::domain::time::Timestamp;
use crate::domain::unlock::{Purpose, Unlocking, unlocking};
use crate::domain::way::Way;

/// An open journey with everything its next step is decided by.
#[derive(Debug)]
pub struct Open {
    /// The account.
    pub account: Account,
    /// The policy in force now.
    pub policy: Arc<Policy>,
    /// What eligibility was computed from.
    pub facts: Facts,
    /// Gates passed so far.
    pub gates: Vec<Method>,
    /// What the person came for.
    pub purpose: Purpose,
    /// When the last fresh proof was given; none once it is used.
    pub fresh: Option<Timestamp>,
    /// A temporary access pass can be used now.
    pub(super) pass_live: bool,
    /// The gate of this sign-in was passed by one.
    pub(super) pass_used: bool,
    /// What agents carry that are there now, where calls or requests come into it.
    pub carried: Vec<Channel>,
    /// Sign-in is locked now.
    pub(super) locked: bool,
    /// Methods whose tries on this journey are used up.
    pub(super) used_up: Vec<Method>,
    pub(super) id: Vec<u8>,
    pub(super) handle: String,
    pub(super) reference: String,
    pub(super) terminal: String,
    pub(super) language: String,
}

impl Open {
    /// Whether the person has signed in with the password, instead of starting a reset.
    pub fn is_sign_in(&self) -> bool {
        self.purpose == Purpose::SignIn
    }

    /// How many gates must be passed.
    pub fn required(&self) -> usize {
        match self.is_sign_in() {
            true => usize::from(!self.second_factors().is_empty()),
            false => gates_required(&self.facts, &self.policy),
        }
    }

    /// What serves as a second factor at this account's sign-in: what its owner has registered. It
    /// is asked for also where nothing may be sent to it now, or a policy about numbers would make
    /// the password enough.
    pub fn second_factors(&self) -> Vec<Method> {
        let own = |method: &Method| match method {
            Method::MobilePhone => !self.account.own.phones.is_empty(),
            other => other.is_second_factor() && self.facts.methods.contains(other),
        };
        Method::ALL.into_iter().filter(own).collect()
    }

    /// Those of them that can be proved now.
    fn provable_factors(&self) -> Vec<Method> {
        let mut all = self.second_factors();
        all.retain(|method| self.facts.methods.contains(method));
        all
    }

    /// The methods that can be chosen for the next gate; after a sign-in, for a fresh proof.
    pub fn offers(&self) -> Vec<Method> {
        let mut offers = match (self.is_sign_in(), self.complete()) {
            (false, _) => next_methods(&self.gates, &self.facts, &self.policy),
            (true, false) => self.provable_factors(),
            (true, true) => {
                let held = self.facts.methods.iter().copied();
                held.filter(|method| *method != Method::SecurityQuestions)
                    .collect()
            }
        };
        offers.retain(|method| !self.used_up.contains(method));
        offers
    }

    /// Every way of them: which numbers may be reached, and by what.
    pub fn ways(&self) -> Vec<Chosen> {
        let mut all = Vec::new();
        for method in self.offers() {
            let numbers = match method {
                Method::MobilePhone => self.account.phones().len(),
                _ => 1,
            };
            for slot in 0..numbers {
                for way in method.ways().iter().copied() {
                    all.push(Chosen { method, way, slot });
                }
            }
        }
        all.retain(|chosen| {
            let number = match chosen.method.asks_number() {
                true => self.account.destination(chosen.method, chosen.slot),
                false => None,
            };
            (chosen.way != Way::Call || self.facts.calls)
                && number.is_none_or(|number| !self.policy.blocks_number(number))
        });
        all
    }

    /// Whether the password may be set; after a sign-in, whether it is complete.
    pub fn complete(&self) -> bool {
        match self.is_sign_in() {
            true => {
                let second = self.second_factors();
                second.is_empty()
                    || self.pass_used
                    || self.gates.iter().any(|gate| second.contains(gate))
            }
            false => gates_suffice(&self.gates, &self.facts, &self.policy),
        }
    }

    /// Whether a temporary access pass can be chosen for the next gate or for a fresh proof.
    pub fn offers_pass(&self) -> bool {
        self.is_sign_in() && self.pass_live
    }

    /// The gates that are passed, as the journey's row has them.
    pub(super) fn passed(&self) -> String {
        let gates = self.gates.iter().map(|gate| gate.key());
        let pass = self.pass_used.then_some(access_pass::KEY);
        gates.chain(pass).collect::<Vec<_>>().join(",")
    }

    /// How the lock of the account comes into what follows the gates.
    pub fn unlocking(&self) -> Option<Unlocking> {
        unlocking(self.purpose, self.locked, self.policy.unlock_without_reset)
    }

    /// What leads an administrator to its records.
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// The language of the account's messages.
    pub(super) fn letter_language(&self) -> String {
        let own = self.account.profile.language.clone();
        own.unwrap_or_else(|| self.language.clone())
    }

    /// The notice of something that happened on this journey.
    pub(super) fn notice(&self, what: Happening, when: Timestamp) -> Letter {
        Letter::Happened {
            what,
            upn: self.account.upn.clone(),
            when,
            terminal: self.terminal.clone(),
            reference: self.reference.clone(),
        }
    }

    /// What audit calls a proof tried on this journey.
    pub(super) fn tried(&self) -> Activity {
        match self.is_sign_in() {
            true => Activity::IdentityProved,
            false => Activity::GateTried,
        }
    }

    /// What audit calls its end without a result.
    pub(super) fn given_up(&self) -> Activity {
        journeys::given_up(self.purpose)
    }

    pub(super) fn event(&self, activity: Activity) -> Event {
        Event {
            account: Some(self.account.upn.clone()),
            terminal: Some(self.terminal.clone()),
            journey: Some(self.handle.clone()),
            reference: Some(self.reference.clone()),
            ..Event::new(activity, "self")
        }
    }

    pub(super) fn refusal(&self, reason: Reason) -> Refusal {
        journeys::refusal(&self.reference, reason, &self.policy, self.purpose)
    }
}
