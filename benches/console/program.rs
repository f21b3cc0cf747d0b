//! The console as a program: how soon it stands, how soon a key has its users, and what it holds in
//! memory while a million accounts are looked through.

use std::time::{Duration, Instant};

use crate::crowd::{ADMIN, Crowd, PASSWORD};
use crate::percentile;
use crate::process;
use crate::table::Row;
use crate::terminal::Terminal;

/// How often the program is started.
const STARTS: usize = 20;

/// How often a tab is opened, and a name typed.
const ROUNDS: usize = 20;

/// What is typed to find somebody.
const TYPED: [&str; 4] = ["a", "an al", "contoso", "mina li"];

fn console(crowd: &Crowd) -> Terminal {
    let (store, config) = (crowd.path("keyhatch.db"), crowd.path("config.toml"));
    let args = [
        "--store",
        store.to_str().unwrap(),
        "--config",
        config.to_str().unwrap(),
        "admin",
    ];
    Terminal::start(env!("CARGO_BIN_EXE_keyhatch"), &args)
}

/// The rest of a frame; keys before it are dropped.
fn pause(terminal: &mut Terminal) {
    terminal.settle(Duration::from_millis(40));
}

/// Measures it.
pub fn measure(crowd: &Crowd) -> Vec<Row> {
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let mut terminal = console(crowd);
        let at = terminal.until_text("Sign in to the console");
        starts.push(at - terminal.started);
    }
    let mut terminal = console(crowd);
    terminal.until_text("Sign in to the console");
    pause(&mut terminal);
    terminal.typed(ADMIN);
    pause(&mut terminal);
    terminal.typed("\t");
    pause(&mut terminal);
    terminal.typed(PASSWORD);
    pause(&mut terminal);
    terminal.typed("\r");
    terminal.until_text("Prove that it is you");
    pause(&mut terminal);
    terminal.typed("\r");
    terminal.until_text("Open the authenticator app");
    pause(&mut terminal);
    terminal.typed(&crowd.app_code());
    pause(&mut terminal);
    let entered = terminal.typed("\r");
    let opened = terminal.until_text("Usage & insights") - entered;
    pause(&mut terminal);
    let mut tabs = Vec::new();
    let mut answers = Vec::new();
    for _ in 0..ROUNDS {
        terminal.typed(":users");
        pause(&mut terminal);
        let typed = terminal.typed("\r");
        tabs.push(terminal.until_text("@contoso.example") - typed);
        pause(&mut terminal);
        for name in TYPED {
            terminal.typed("/");
            pause(&mut terminal);
            for key in name.chars() {
                answers.push(answer(&mut terminal, key));
            }
            // Out of the field, and it empty again.
            terminal.typed("\x1b");
            terminal.settle(Duration::from_millis(100));
            terminal.typed("\x1b");
            terminal.settle(Duration::from_millis(100));
        }
        terminal.typed(":overview\r");
        pause(&mut terminal);
    }
    let pid = terminal.pid();
    vec![
        Row::time("start to the sign-in, median", percentile(&mut starts, 50)),
        Row::time("the last proof to the console", opened).under(100.0),
        Row::time("the users' tab opened, p99", percentile(&mut tabs, 99)).under(100.0),
        Row::time(
            "a key to its users on screen, p99",
            percentile(&mut answers, 99),
        )
        .under(50.0),
        Row::memory("peak memory", process::peak_kib(pid)).under(64.0),
        Row::memory("  now", process::resident_kib(pid)),
    ]
}

/// From a key to the last portion of output that it brings.
fn answer(terminal: &mut Terminal, key: char) -> Duration {
    let pressed = terminal.typed(key.encode_utf8(&mut [0; 4]));
    let mut last = pressed;
    let mut bytes = terminal.bytes;
    let deadline = Instant::now() + Duration::from_millis(250);
    while Instant::now() < deadline {
        terminal.settle(Duration::from_millis(2));
        if terminal.bytes > bytes {
            (bytes, last) = (terminal.bytes, Instant::now());
        }
    }
    last - pressed
}
