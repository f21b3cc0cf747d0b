//! Keyhatch: self-service password reset for the terminal.

pub mod agent;
pub mod cli;
pub mod clock;
pub mod config;
pub mod crypto;
pub mod delivery;
pub mod domain;
pub mod i18n;
pub mod journey;
pub mod line;
pub mod service;
pub mod store;
pub mod tui;
