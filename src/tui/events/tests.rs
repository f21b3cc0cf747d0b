//! The stream by itself, and against a real pty: this test program starts itself as the child.

use std::io::{Read, Write};
use std::path::Path;
use std::time::Instant;

use crossterm::event::KeyCode;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::*;
use crate::tui::canvas::Paper as _;
use crate::tui::terminal::Guard;

/// Names the file where the child tells what it saw.
const REPORT: &str = "KEYHATCH_TEST_REPORT";

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
}

#[test]
fn draining_drops_keys_and_keeps_the_rest_in_order() {
    runtime().block_on(async {
        let mut events: Events<u8> = Events::fed();
        let feed = events.feed();
        for event in [
            Event::Answer(1),
            Event::Key(KeyCode::Enter.into()),
            Event::Tick,
            Event::Paste("x".into()),
            Event::Answer(2),
        ] {
            feed.send(event).await;
        }
        events.drain();
        feed.send(Event::Key(KeyCode::Tab.into())).await;
        assert_eq!(events.next().await, Event::Answer(1));
        assert_eq!(events.ready(), Some(Event::Tick));
        assert_eq!(events.next().await, Event::Answer(2));
        assert_eq!(events.next().await, Event::Key(KeyCode::Tab.into()));
        assert_eq!(events.ready(), None);
    });
}

/// Not a test of its own: what [`a_closed_terminal_ends_the_stream`] starts within a pty.
#[test]
fn child() {
    let Some(report) = std::env::var_os(REPORT) else {
        return;
    };
    let mut report = std::fs::File::create(report).unwrap();
    let guard = Guard::enter().unwrap();
    let mut screen = guard.screen();
    let mut sheet = screen.sheet().unwrap();
    sheet.write(0, 0, "ready".into(), 5);
    screen.show(sheet, None).unwrap();
    runtime().block_on(async {
        let mut events: Events<()> = Events::open().unwrap();
        loop {
            let event = events.next().await;
            match event {
                Event::Tick => continue,
                Event::Paste(text) if text == "panic" => panic!("a secret"),
                Event::Key(key) if key == KeyCode::Char('q').into() => break,
                Event::Closed => {
                    let before = cpu_ticks();
                    tokio::time::sleep(Duration::from_millis(800)).await;
                    writeln!(report, "closed {}", cpu_ticks() - before).unwrap();
                    return;
                }
                Event::Key(key) => writeln!(report, "key {:?}", key.code).unwrap(),
                // Hanging up sends this as well; the stream must see the end without it.
                other => writeln!(report, "{other:?}").unwrap(),
            }
        }
    });
    guard.leave();
}

/// What this process used of the processor, in hundredths of a second.
fn cpu_ticks() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat
        .rsplit_once(')')
        .unwrap()
        .1
        .split_whitespace()
        .collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// The child in a pty, the bytes it wrote, and what it reported.
fn in_a_pty(keys: &[&[u8]], close: bool, size: (u16, u16)) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report");
    let pair = native_pty_system()
        .openpty(PtySize {
            cols: size.0,
            rows: size.1,
            ..PtySize::default()
        })
        .unwrap();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "tui::events::tests::child", "--nocapture"]);
    command.env(REPORT, &report);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let mut seen = Vec::new();
    let mut chunk = [0; 4096];
    while !String::from_utf8_lossy(&seen).contains("\x1b[?2004h") {
        let n = reader.read(&mut chunk).unwrap();
        assert!(n > 0, "the child ended early");
        seen.extend_from_slice(&chunk[..n]);
    }
    // The reader of keys starts a moment after the first frame.
    std::thread::sleep(Duration::from_millis(300));
    for key in keys {
        writer.write_all(key).unwrap();
        writer.flush().unwrap();
        std::thread::sleep(Duration::from_millis(100));
    }
    if close {
        drop((reader, writer, pair.master));
    } else {
        while let Ok(n @ 1..) = reader.read(&mut chunk) {
            seen.extend_from_slice(&chunk[..n]);
        }
    }
    wait(&mut *child);
    (String::from_utf8_lossy(&seen).into_owned(), told(&report))
}

fn wait(child: &mut dyn portable_pty::Child) {
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(4) {
            child.kill().unwrap();
            panic!("the child did not end");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn told(report: &Path) -> String {
    std::fs::read_to_string(report).unwrap()
}

#[test]
fn a_closed_terminal_ends_the_stream_and_burns_nothing() {
    for keys in [vec![&b"a"[..]], vec![b"a", b"\x1b[1;"]] {
        let (_, told) = in_a_pty(&keys, true, (80, 24));
        assert!(told.contains("key Char('a')"), "{told}");
        let burnt = told
            .lines()
            .find_map(|l| l.strip_prefix("closed "))
            .unwrap_or_else(|| panic!("{told}"));
        assert!(burnt.parse::<u64>().unwrap() < 10, "{told}");
    }
}

#[test]
fn control_keys_are_keys_and_the_terminal_is_given_back() {
    let (seen, told) = in_a_pty(
        &[b"\x03", b"\x1a", b"\x1c", b"\x13", b"\x04", b"q"],
        false,
        (0, 0),
    );
    assert_eq!(told.matches("key Char(").count(), 5, "{told}");
    assert!(!told.contains("Signal"), "{told}");
    assert_eq!(seen.matches("\x1b[?1049h").count(), 1);
    assert_eq!(seen.matches("\x1b[?1049l").count(), 1);
    assert_eq!(seen.matches("\x1b[?2004l").count(), 1);
}

#[test]
fn a_panic_gives_the_terminal_back_and_tells_nothing() {
    let (seen, _) = in_a_pty(&[b"\x1b[200~panic\x1b[201~"], false, (1, 1));
    assert!(!seen.contains("a secret"), "{seen:?}");
    assert_eq!(seen.matches("\x1b[?1049l").count(), 1);
}

#[test]
fn random_bytes_neither_stop_nor_end_it() {
    let mut state: u32 = 1;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .filter(|byte| *byte != b'q')
    .take(1_000_000)
    .collect();
    // Sequences cut off by the end of the noise may swallow a key or two.
    let (seen, told) = in_a_pty(&[&noise, b"\x1b", b"zz", b"q", b"q", b"q"], false, (80, 24));
    assert!(!seen.contains("panicked"));
    assert!(told.contains("key "));
}
