//! What a signed-in person sees and does: signing in, what is due after it, the menu, changing the
//! password, *My security info*, and registering methods. Each page is a file of its own behind the
//! small trait [`Page`]; the visit delegates to it and knows no page by name. As everywhere in
//! `journey`, nothing is enforced here: each step is checked again by the service.
//!
//! A change of the security info asks for a fresh proof. It is given on the screens of the gates
//! (`Choose`, `Number`, `Code`, …), while the page that asked waits in [`Visit`] and is shown again
//! when it was given.

mod add;
mod address;
mod app;
mod app_code;
mod ask;
mod change;
mod confirm;
mod console;
mod delete;
mod doing;
mod gates;
mod item;
mod items;
mod menu;
mod page;
mod password_again;
mod phone;
mod questions;
mod reconfirm;
mod refused;
mod register;
mod security_info;
mod sign_in;
mod turn;

pub use ask::{Ask, Told};
pub use page::Page;

use std::time::Duration;

use crate::domain::journey::JourneyId;
pub(super) use console::Goal;
pub(super) use gates::Aim;
use page::Then;
pub(super) use sign_in::SignIn;

/// A page, and what it belongs to.
pub struct Account {
    /// The sign-in; none before the password was right.
    pub(super) journey: Option<JourneyId>,
    /// What is shown.
    pub(super) page: Box<dyn Page>,
    /// Until when what is typed in secret is shown, if it is.
    pub(super) revealed_until: Option<Duration>,
    /// What is done with the security info once it is known.
    then: Then,
}
