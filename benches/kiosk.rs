//! What the kiosk costs over 100,000 accounts: time to the first frame, time from a key to its
//! frame, memory, CPU of a whole reset, and what it does while nobody is there. Beside each stands
//! what the machine asks for the same kind of work in the same run.
//!
//! `cargo bench --bench kiosk`; with `-- --strict` it fails when a limit is broken.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs
)]

#[path = "kiosk/process.rs"]
mod process;
#[path = "kiosk/site.rs"]
mod site;
#[path = "kiosk/table.rs"]
mod table;
#[path = "kiosk/terminal.rs"]
mod terminal;

use std::process::ExitCode;
use std::time::Duration;

use site::{Site, VISITORS, upn};
use table::Row;
use terminal::Terminal;

/// How often the program is started.
const STARTS: usize = 60;

/// How many letters go into the field and out again, and how often.
const LETTERS: u16 = 25;
const ROUNDS: usize = 10;

/// How many whole resets are measured.
const RESETS: usize = VISITORS - 2;

/// The threads that do it, besides those that hash.
const PARTS: [&str; 2] = ["keyhatch", "store"];

/// How long an idle kiosk is watched.
const IDLE: Duration = Duration::from_secs(10);

const MS: f64 = 1.0;
const MIB: f64 = 1.0;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    // Cargo says so when it measures, and not when it only tries whether benches run.
    if !args.iter().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let site = runtime.block_on(Site::make());
    println!(
        "{} accounts in {:.1} s, store in {}",
        site::ACCOUNTS,
        site.filled_in.as_secs_f64(),
        site.path("").display()
    );
    let commit = runtime.block_on(site.commit());
    let hashing = runtime.block_on(site::hashing());
    let mut rows = first_frame(&site);
    rows.extend(keys(&site));
    rows.extend(resets(&site, hashing.of_a_reset));
    rows.extend(idle(&site));
    rows.push(Row::time("beside: one durable commit", commit));
    rows.push(Row::time("beside: one Argon2id hash (CPU)", hashing.one));
    let both = hashing.of_a_reset;
    rows.push(Row::time("beside: the two hashes of a reset (CPU)", both));
    println!("{}", table::text(&rows));
    let broken = rows.iter().any(Row::broken);
    match broken && args.iter().any(|arg| arg == "--strict") {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}

fn kiosk(site: &Site) -> Terminal {
    let (store, config) = (site.path("keyhatch.db"), site.path("config.toml"));
    let args = [
        "--store",
        store.to_str().unwrap(),
        "--config",
        config.to_str().unwrap(),
        "kiosk",
    ];
    Terminal::start(env!("CARGO_BIN_EXE_keyhatch"), &args)
}

fn percentile(all: &mut [Duration], percent: usize) -> Duration {
    all.sort();
    all[(all.len() * percent / 100).min(all.len() - 1)]
}

/// From the start of the program to a screen that is whole.
fn first_frame(site: &Site) -> Vec<Row> {
    let mut model = kiosk(site);
    model.until_text("Can't access your account?");
    model.settle(Duration::from_millis(500));
    let whole = (model.screen().contents(), model.screen().cursor_position());
    drop(model);
    let (mut kiosks, mut floor, mut cpu) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let mut terminal = kiosk(site);
        let at = terminal.until("first frame", |screen| {
            screen.cursor_position() == whole.1 && screen.contents() == whole.0
        });
        kiosks.push(at - terminal.started);
        cpu.push(process::cpu(terminal.pid()).total);
        terminal.settle(Duration::from_millis(30));
        drop(terminal);
        let nothing = Terminal::start("/bin/true", &[]);
        let started = nothing.started;
        floor.push(nothing.ended() - started);
    }
    vec![
        Row::time("start to first frame, median", percentile(&mut kiosks, 50)).under(15.0 * MS),
        Row::time("start to first frame, p99", percentile(&mut kiosks, 99)),
        Row::time("  CPU spent until then, median", percentile(&mut cpu, 50)),
        Row::time("  beside: /bin/true, median", percentile(&mut floor, 50)),
        Row::time("  beside: /bin/true, p99", percentile(&mut floor, 99)),
    ]
}

/// From a key in the user ID's field to its frame.
fn keys(site: &Site) -> Vec<Row> {
    let mut terminal = kiosk(site);
    who_are_you(&mut terminal);
    let (row, start) = terminal.screen().cursor_position();
    let mut all = Vec::new();
    for _ in 0..ROUNDS {
        let there = (1..=LETTERS).map(|nth| ("a", nth));
        let back = (0..LETTERS).rev().map(|nth| ("\x7f", nth));
        for (key, length) in there.chain(back) {
            std::thread::sleep(Duration::from_millis(4));
            let typed = "a".repeat(usize::from(length)) + " ";
            let pressed = terminal.typed(key);
            let at = terminal.until("frame of a key", |screen| {
                screen.cursor_position() == (row, start + length)
                    && screen
                        .contents_between(row, start, row, start + length + 1)
                        .starts_with(&typed)
            });
            all.push(at - pressed);
        }
    }
    let mut echo = Terminal::start("/bin/cat", &[]);
    echo.settle(Duration::from_millis(50));
    let mut floor = Vec::new();
    for _ in 0..ROUNDS * usize::from(LETTERS) * 2 {
        std::thread::sleep(Duration::from_millis(4));
        // The terminal echoes three bytes, and the program writes them again.
        let wanted = echo.bytes + 6;
        let pressed = echo.typed("a\n");
        floor.push(echo.until_bytes(wanted) - pressed);
    }
    vec![
        Row::time("key to its frame, median", percentile(&mut all, 50)),
        Row::time("key to its frame, p99", percentile(&mut all, 99)).under(2.0 * MS),
        Row::time(
            "  beside: a line through /bin/cat, median",
            percentile(&mut floor, 50),
        ),
        Row::time(
            "  beside: a line through /bin/cat, p99",
            percentile(&mut floor, 99),
        ),
    ]
}

/// To the field for the user ID.
fn who_are_you(terminal: &mut Terminal) {
    terminal.until_text("Can't access your account?");
    pause(terminal);
    terminal.typed("\r");
    terminal.until_text("Get back into your account");
    pause(terminal);
}

/// The rest of the frame. What was typed before a screen was drawn is dropped; a person is slower.
fn pause(terminal: &mut Terminal) {
    terminal.settle(Duration::from_millis(20));
}

/// To the last key before the new password is submitted.
fn to_the_password(terminal: &mut Terminal, site: &Site, visitor: usize, pace: Duration) {
    let letters = site.letters().len();
    who_are_you(terminal);
    enter(terminal, &upn(visitor), pace);
    terminal.typed("\r");
    // The authenticator is offered first.
    terminal.until_text("How do you want to prove who you are?");
    pause(terminal);
    terminal.typed("\r");
    terminal.until_text("Open the authenticator app");
    pause(terminal);
    enter(terminal, &site.app_code(visitor), pace);
    terminal.typed("\r");
    terminal.until_text("Send a code to");
    pause(terminal);
    terminal.typed("\r");
    terminal.until_text("A code is on its way");
    pause(terminal);
    let code = site.mailed_code(letters);
    enter(terminal, &code, pace);
    terminal.typed("\r");
    terminal.until_text("Choose a new password");
    pause(terminal);
    let password = format!("Nobody guesses this {visitor}");
    enter(terminal, &password, pace);
    terminal.typed("\t");
    enter(terminal, &password, pace);
    terminal.settle(Duration::from_millis(50));
}

/// Types at a pace: all at once, or so slowly that every key has a frame of its own.
fn enter(terminal: &mut Terminal, text: &str, pace: Duration) {
    if pace.is_zero() {
        terminal.typed(text);
        return;
    }
    for key in text.chars() {
        terminal.typed(key.encode_utf8(&mut [0; 4]));
        terminal.settle(pace);
    }
}

/// Whole resets, one visitor after another at one kiosk: first those whose keys come at once, then
/// those who type.
fn resets(site: &Site, hashes: Duration) -> Vec<Row> {
    let mut terminal = kiosk(site);
    terminal.until_text("Can't access your account?");
    // Until it has stepped up as the host's agent.
    terminal.settle(Duration::from_millis(200));
    let pid = terminal.pid();
    let mut peaks = Vec::new();
    let mut rows = Vec::new();
    let mut visitors = 0..RESETS;
    for (how, pace) in [("keys at once", 0), ("key by key", 10)] {
        let pace = Duration::from_millis(pace);
        let (mut total, mut others) = (Vec::new(), Vec::new());
        let mut parts = [const { Vec::new() }; PARTS.len()];
        for visitor in visitors.by_ref().take(RESETS / 2) {
            let before = process::cpu(pid);
            let parts_before = PARTS.map(|name| process::cpu_named(pid, name));
            to_the_password(&mut terminal, site, visitor, pace);
            peaks.push(process::peak_kib(pid));
            let letters = site.letters().len();
            terminal.typed("\r");
            terminal.until_text("Your password has been reset");
            while site.letters().len() == letters {
                terminal.settle(Duration::from_millis(5));
            }
            terminal.settle(Duration::from_millis(50));
            let after = process::cpu(pid);
            total.push(after.total - before.total);
            for ((part, name), before) in parts.iter_mut().zip(PARTS).zip(parts_before) {
                part.push(process::cpu_named(pid, name) - before);
            }
            others.push((after.total - before.total) - (after.pool - before.pool));
            terminal.typed("\r");
            terminal.until_text("Can't access your account?");
            process::forget_peak(pid);
        }
        let (total, others) = (percentile(&mut total, 50), percentile(&mut others, 50));
        let besides = total.saturating_sub(hashes);
        rows.push(Row::time(&format!("CPU of a whole reset, {how}"), total));
        rows.push(Row::time("  besides its 2 hashes", besides).under(5.0 * MS));
        rows.push(Row::time("  outside the threads that hash", others));
        for (part, name) in parts.iter_mut().zip(PARTS) {
            let label = format!("    the thread `{name}`");
            rows.push(Row::time(&label, percentile(part, 50)));
        }
    }
    let later = peaks[1..].iter().copied().max().unwrap();
    rows.extend([
        Row::memory("peak memory, first visitor", peaks[0]).under(12.0 * MIB),
        Row::memory("peak memory, later visitors", later).under(12.0 * MIB),
        Row::memory("  after the last hash", process::resident_kib(pid)),
        Row::number("  threads", process::threads(pid) as f64, ""),
    ]);
    rows
}

/// A kiosk nobody stands at.
fn idle(site: &Site) -> Vec<Row> {
    let mut terminal = kiosk(site);
    terminal.until_text("Can't access your account?");
    terminal.settle(Duration::from_secs(1));
    let pid = terminal.pid();
    let (cpu, woken, bytes) = (process::cpu(pid), process::wakeups(pid), terminal.bytes);
    let written = process::written(pid);
    terminal.settle(IDLE);
    let seconds = IDLE.as_secs_f64();
    let woken = (process::wakeups(pid) - woken) as f64 / seconds;
    let spent = process::cpu(pid).total - cpu.total;
    let written = (process::written(pid) - written) as f64 / 1024.0 / seconds;
    let drawn = (terminal.bytes - bytes) as f64;
    vec![
        Row::time("idle: CPU in a second", spent.div_f64(seconds)),
        Row::number("idle: wake-ups in a second", woken, ""),
        Row::number("idle: written to the disk in a second", written, "KiB"),
        Row::number("idle: drawn", drawn, "bytes").under(1.0),
    ]
}
