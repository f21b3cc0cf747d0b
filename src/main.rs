//! The `keyhatch` program.

fn main() -> std::process::ExitCode {
    keyhatch::cli::main()
}
