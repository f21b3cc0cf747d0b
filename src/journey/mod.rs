//! The wizard as a plain state machine: [`input::Input`] in, [`request::Request`] out, a
//! [`screen::Screen`] to show. It knows no terminal, no Fluent and no service, and enforces
//! nothing: every step is checked again by the service. `runner.rs`, the one file here that may
//! call a service, turns requests into calls for every front end.
//!
//! Time is how long the front end has been running (`at`); it is passed in.

mod access_pass;
pub mod account;
mod anew;
pub mod calling;
pub mod digits;
pub mod entry;
mod greeting;
mod human;
pub mod input;
mod number;
mod overlay;
mod passing;
mod password;
pub mod present;
mod questions;
mod replies;
pub mod request;
pub mod runner;
pub mod screen;
mod state;
#[cfg(test)]
mod tests;
mod typing;
mod unlock;
pub mod visit;
mod watching;

pub use request::{Greeting, Reply, Request};
pub use visit::{Limits, Visit};
