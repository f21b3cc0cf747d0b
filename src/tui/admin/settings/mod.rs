//! The tabs of settings: forms over the table in `domain`, and the pages that stand between what was
//! filled in and what is in force. Nothing is saved without a [`review`]; what somebody else changed
//! meanwhile is shown beside one's own ([`conflict`]); the last save is put back by [`undo`].

mod administrators;
mod conflict;
mod fields;
mod groups;
mod list;
mod page;
mod review;
mod rows;
mod sheets;
#[cfg(test)]
mod tests;
mod undo;
mod words;

use std::cell::RefCell;
use std::rc::Rc;

use crate::domain::setting::Value;
use crate::service::policy::save::Edit;

pub use administrators::Administrators;
pub use fields::Field;
pub use page::{Settings, confirmed};
pub use review::ReviewPage;
pub use undo::UndoPage;

/// What a page over a form has come to, for the form when it is in sight again.
#[derive(Clone, Debug, Default)]
pub enum Outcome {
    /// Nothing; what is filled in stays.
    #[default]
    Nothing,
    /// It is saved, or given up: what is in force is shown.
    Saved,
    /// What is left of the changes, over what is in force now.
    Left(Vec<Edit>),
    /// Another value for a setting, not saved yet.
    Picked(String, Value),
}

/// Where a page leaves it.
pub type Back = Rc<RefCell<Outcome>>;
