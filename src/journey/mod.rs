//! The wizard as a state machine.
pub mod input;
pub mod screen;
