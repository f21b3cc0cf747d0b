//! The `keyhatch` program.

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

/// Memory that is given back is wiped first: what was typed passes through texts, rows of the screen
/// and messages of libraries that know nothing of secrets.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> std::process::ExitCode {
    keyhatch::cli::main()
}
