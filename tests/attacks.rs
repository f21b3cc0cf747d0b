//! What an attacker does to the whole program: guesses in parallel, kills at any moment, looks into
//! every file, and looks for a way out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

#[path = "attacks/answers.rs"]
mod answers;
#[path = "attacks/crowd.rs"]
mod crowd;
#[path = "attacks/environment.rs"]
mod environment;
#[path = "attacks/faults.rs"]
mod faults;
#[path = "attacks/guesses.rs"]
mod guesses;
#[path = "attacks/kills.rs"]
mod kills;
#[path = "attacks/memory.rs"]
mod memory;
#[path = "attacks/processes.rs"]
mod processes;
#[path = "attacks/secrets.rs"]
mod secrets;
mod support;

/// The password every reset here sets.
const NEW_PASSWORD: &str = "nine purple elephants dancing";
