//! How the program is linked.

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    let is = |name: &str, wanted: &str| std::env::var(name).is_ok_and(|value| value == wanted);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        // Half a megabyte of relocations, read at every start, becomes a few pages (glibc 2.36).
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
