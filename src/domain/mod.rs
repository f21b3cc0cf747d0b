//! The rules, pure.
pub mod msg;
pub mod outgoing;
pub mod secret;
pub mod time;
