//! Letters handed over. While a worker of this process has nothing to do, what a transaction posts by
//! its channel is leased to it by the same commit, so that nobody has to look for it. A worker that does not get
//! to it leaves it to the end of the lease, as one that dies with a letter.

use std::sync::{Arc, Mutex, MutexGuard};

use super::outbox::{Leased, Post};
use super::{StoreError, Tx, destination, settings};
use crate::domain::letter::Address;
use crate::domain::outgoing::Channel;
use crate::domain::policy::Policy;

/// The most letters that wait to be taken; what is more is left to be looked for.
pub(super) const MOST: usize = 4;

/// A letter with the policy that its words need.
pub type Handed = (Leased, Arc<Policy>);

/// Between those who post in this process and its workers.
#[derive(Default)]
pub struct Handover(Mutex<State>);

#[derive(Default)]
struct State {
    /// The channels whose worker waits.
    carried: Vec<Channel>,
    letters: Vec<Handed>,
}

impl Handover {
    fn state(&self) -> MutexGuard<'_, State> {
        // What a thread that died left is whole: each change is one step.
        self.0.lock().unwrap_or_else(|broken| broken.into_inner())
    }

    /// The worker of a channel waits for letters until what it gets is dropped.
    pub fn wait_for(self: &Arc<Self>, channel: Channel) -> Waiting {
        self.state().carried.push(channel);
        Waiting(self.clone(), channel)
    }

    /// What it has been given meanwhile.
    pub fn take(&self, channel: Channel) -> Vec<Handed> {
        let mut state = self.state();
        let letters = std::mem::take(&mut state.letters);
        let own = |(letter, _): &Handed| letter.channel == channel.key();
        let (own, others) = letters.into_iter().partition(own);
        state.letters = others;
        own
    }

    /// The channels whose letters are waited for.
    pub(super) fn carried(&self) -> Vec<Channel> {
        let state = self.state();
        match state.letters.len() < MOST {
            true => state.carried.clone(),
            false => Vec::new(),
        }
    }

    /// Gives it letters that are leased to it.
    pub(super) fn give(&self, letters: Vec<Handed>) {
        self.state().letters.extend(letters);
    }
}

/// Whether an address is one that the account has; any other is found out when its letter goes.
pub(super) fn is_on_the_account(address: Address) -> bool {
    matches!(
        address,
        Address::Primary | Address::Alternate | Address::Mobile
    )
}

/// Hands over a letter that was posted as leased.
pub(super) fn hand_over(tx: &mut Tx<'_>, id: i64, post: &Post) -> Result<(), StoreError> {
    let leased = Leased {
        id,
        place: post.place.clone(),
        attempts: 1,
        channel: post.address.channel().key().to_owned(),
        to: destination::of(tx, post.account, post.address, &post.place)?,
        former: false,
        language: post.language.clone(),
        sealed: post.sealed.clone(),
        created: tx.now(),
    };
    let policy = settings::policy(tx)?;
    tx.handed.push((leased, policy));
    Ok(())
}

/// A worker that waits.
pub struct Waiting(Arc<Handover>, Channel);

impl Drop for Waiting {
    fn drop(&mut self) {
        let channel = self.1;
        let mut state = self.0.state();
        if let Some(at) = state.carried.iter().position(|known| *known == channel) {
            state.carried.swap_remove(at);
        }
    }
}
