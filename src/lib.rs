//! Keyhatch: self-service password reset for the terminal.

pub mod clock;
pub mod config;
pub mod crypto;
pub mod delivery;
pub mod domain;
pub mod journey;
pub mod service;
pub mod store;
