//! The administrator's console: a list of tabs at the left, a place at the right, one loop.
//!
//! A place ([`Place`]) is a tab or a page opened from one, in a file of its own. It draws itself,
//! is told of keys, and answers with a [`Turn`]; what it asks of the service is [`Work`], done beside
//! the loop, and told to it when it is done, if it is still there. Roles are the services' to check:
//! what [`Desk::may`] says decides only what is offered. The loop alone switches places, asks
//! whether changes are given up, says what was refused, and draws what is around the place.

mod answers;
mod attend;
mod audit;
mod console;
mod customization;
mod desk;
#[cfg(test)]
mod drive;
mod form_page;
pub mod helpdesk;
mod keys;
mod layout;
mod new_file;
mod outbox;
mod overlay;
mod overview;
mod people;
mod place;
mod proof;
pub mod settings;
mod tab;
mod tabs;
mod usage;
mod wheel;
pub mod widgets;
mod words;

pub use attend::attend;
pub use console::{Console, Leave};
pub use desk::{Connected, Desk};
pub use place::{Confirm, Drawing, Notice, Place, Turn, Work};
pub use proof::Session;
pub use tab::Tab;
pub use words::Words;

#[cfg(test)]
mod tests;
