//! Keyhatch: self-service password reset for the terminal.

pub mod delivery;
pub mod domain;
pub mod journey;
pub mod tui;
