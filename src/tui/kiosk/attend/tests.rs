//! Faults on a real pty: this test program starts itself as the child, whose host panics by keys.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::{Arc, Mutex};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::*;
use crate::domain::accent::Accent;
use crate::domain::msg::Msg;
use crate::journey::input::{Edit, Input};
use crate::journey::screen::{Notice, Screen};
use crate::tui::Say;
use crate::tui::kiosk::Scene;
use crate::tui::samples::{self, EN};
use crate::tui::theme::{Contrast, GlyphSet};

/// Set for the child.
const CHILD: &str = "KEYHATCH_TEST_ATTEND";

/// What the screen says by the number of faults so far.
const FAULTS: [&str; 4] = ["no fault", "one fault", "two faults", "three faults"];

/// A field that panics when `!` is typed, and work that panics when it is asked for; within itself
/// where `#` asks for it.
#[derive(Default)]
struct Fragile {
    typed: String,
    faults: usize,
    ended: bool,
}

async fn fail(within: bool) {
    let fails =
        std::future::poll_fn(|_| -> std::task::Poll<()> { panic!("giving up fails as well") });
    match within {
        true => assert!(fault::contained(fails).await.is_err()),
        false => fails.await,
    }
}

impl Host for Fragile {
    type Request = bool;
    type Reply = ();

    fn screen(&self) -> Screen<'_> {
        let mut screen = samples::who();
        screen.fields = vec![samples::field("label-user", &self.typed, false)];
        screen.notices.push(Notice {
            error: true,
            text: Msg::new(FAULTS[self.faults]),
        });
        screen
    }

    fn scene(&self) -> Scene {
        Scene {
            turn: self.faults as u64,
            working: false,
        }
    }

    fn input(&mut self, input: Input, _: Duration) -> Option<bool> {
        match input {
            Input::Edit(Edit::Insert('#')) => return Some(true),
            Input::Edit(Edit::Insert('!')) => panic!("a secret: {}", self.typed),
            Input::Edit(Edit::Insert(c)) => self.typed.push(c),
            Input::Edit(Edit::Clear) => self.typed.clear(),
            Input::Back => self.ended = true,
            _ => {}
        }
        None
    }

    fn answer(&mut self, (): (), _: Duration) -> Option<bool> {
        self.typed.push_str(" answered");
        None
    }

    fn tick(&mut self, _: Duration) -> (bool, Option<bool>) {
        (false, None)
    }

    fn due(&self) -> Option<Duration> {
        None
    }

    fn perform(&self, within: bool) -> impl Future<Output = ()> + 'static {
        fail(within)
    }

    fn say(&self) -> &dyn Say {
        &EN
    }

    fn organisation(&self) -> &str {
        "Contoso"
    }

    fn accent(&self) -> Option<Accent> {
        None
    }

    fn start_over(&mut self, reference: &str) -> Option<bool> {
        assert_eq!(reference.len(), 9);
        self.typed.clear();
        self.faults += 1;
        Some(false)
    }

    fn hang_up(&mut self) -> Option<bool> {
        Some(false)
    }

    fn ended(&self) -> bool {
        self.ended
    }

    fn wiped(&mut self) -> bool {
        false
    }
}

/// Not a test of its own: what the test below starts within a pty.
#[test]
fn child() {
    if std::env::var_os(CHILD).is_none() {
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let look = Look::new(Contrast::Mono, GlyphSet::Ascii);
    let mut host = Fragile::default();
    let left = runtime.block_on(attend(&mut host, look, None, Instant::now()));
    assert_eq!(left.unwrap(), Leave::Ended);
    assert_eq!(host.faults, 3);
}

#[test]
fn a_fault_shows_the_first_screen_again_and_tells_nothing() {
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "tui::kiosk::attend::tests::child", "--nocapture"]);
    command.env(CHILD, "1");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let (rows, columns) = (NonZero::new(24).unwrap(), NonZero::new(80).unwrap());
    let parser = vt100::Parser::new(rows, columns, 0);
    let seen = Arc::new(Mutex::new((parser, Vec::new())));
    let watched = seen.clone();
    let watching = std::thread::spawn(move || {
        let mut chunk = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut chunk) {
            let mut seen = watched.lock().unwrap();
            seen.0.process(&chunk[..count]);
            seen.1.extend_from_slice(&chunk[..count]);
        }
    });
    let shows = |text: &str, patience: Duration| {
        let end = Instant::now() + patience;
        loop {
            let screen = seen.lock().unwrap().0.screen().contents();
            if screen.contains(text) || Instant::now() >= end {
                return screen.contains(text);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    };
    let long = Duration::from_secs(20);
    for faults in &FAULTS[..3] {
        assert!(shows(faults, long), "{faults}");
        // Keys from before the screen was ready are dropped, so they are typed until one is shown.
        while !shows("[mia ", Duration::from_millis(300)) {
            writer.write_all(b"\x15mia").unwrap();
        }
        // What is caught where it happens leaves the terminal to the kiosk.
        writer.write_all(b"#").unwrap();
        assert!(shows("[mia answered ", long));
        assert!(seen.lock().unwrap().0.screen().alternate_screen());
        writer.write_all(b"x").unwrap();
        assert!(shows("[mia answeredx ", long), "keys come one by one");
        writer.write_all(b"!").unwrap();
    }
    assert!(shows(FAULTS[3], long));
    while child.try_wait().unwrap().is_none() {
        writer.write_all(b"\x1b").unwrap();
        std::thread::sleep(Duration::from_millis(200));
    }
    drop((writer, pair.master));
    watching.join().unwrap();
    assert!(child.wait().unwrap().success());
    let seen = seen.lock().unwrap();
    assert!(!seen.0.screen().alternate_screen());
    assert!(!String::from_utf8_lossy(&seen.1).contains("a secret"));
}
