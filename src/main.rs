//! The `keyhatch` program.
fn main() {}
