//! What every place of the console may ask: the services, in the name of who has signed in.

use std::cell::RefCell;
use std::rc::Rc;

use crate::domain::role::{Permission, Role};
use crate::domain::time::Timestamp;
use crate::service::{Actor, Service};

/// A directory that this host is configured for.
#[derive(Clone, Debug)]
pub struct Connected {
    /// How people speak of it.
    pub name: String,
    /// The domains whose accounts it holds.
    pub domains: Vec<String>,
}

/// The services, who asks, and from where.
#[derive(Clone)]
pub struct Desk {
    service: Service,
    state: Rc<RefCell<State>>,
    terminal: Rc<str>,
    clock: fn() -> Timestamp,
    read_only: bool,
    connectors: Rc<[Connected]>,
}

struct State {
    actor: Actor,
    roles: Vec<Role>,
}

impl Desk {
    /// A desk for somebody who has signed in at a terminal.
    pub fn new(
        service: Service,
        actor: Actor,
        terminal: impl Into<Rc<str>>,
        clock: fn() -> Timestamp,
    ) -> Self {
        let state = State {
            actor,
            roles: Vec::new(),
        };
        Self {
            service,
            state: Rc::new(RefCell::new(state)),
            terminal: terminal.into(),
            clock,
            read_only: false,
            connectors: Rc::default(),
        }
    }

    /// The same on a host that is configured for these directories.
    pub fn connected(self, connectors: Vec<Connected>) -> Self {
        Self {
            connectors: connectors.into(),
            ..self
        }
    }

    /// The directories this host is configured for.
    pub fn connectors(&self) -> &[Connected] {
        &self.connectors
    }

    /// The same where nothing may be changed.
    pub fn read_only(self, read_only: bool) -> Self {
        Self { read_only, ..self }
    }

    /// The services.
    pub const fn service(&self) -> &Service {
        &self.service
    }

    /// Who asks.
    pub fn actor(&self) -> Actor {
        self.state.borrow().actor.clone()
    }

    /// Who asks, after a fresh proof.
    pub fn set_actor(&self, actor: Actor) {
        self.state.borrow_mut().actor = actor;
    }

    /// The terminal, as audit has it.
    pub fn terminal(&self) -> &str {
        &self.terminal
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// What who asks may do, as the store said last; only for what is offered. The services check
    /// again.
    pub fn may(&self, permission: Permission) -> bool {
        let offered = !self.read_only || !permission.changes();
        offered
            && self
                .state
                .borrow()
                .roles
                .iter()
                .any(|role| role.may(permission))
    }

    /// Whether nothing may be changed.
    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// The store has said which roles who asks has; whether they are others than before.
    pub(super) fn learn(&self, roles: Vec<Role>) -> bool {
        let mut state = self.state.borrow_mut();
        let changed = state.roles != roles;
        state.roles = roles;
        changed
    }
}
