//! More than anybody types: noise, floods and sizes by the thousand. Never a shell, a crash, a frozen
//! screen, or memory that grows.

use std::fs;

use crate::support::kiosk::{EN, Kiosk};
use crate::support::plain::Plain;
use crate::support::program::{Home, children};
use crate::support::pty::Pty;

/// How much more memory a flood may leave a kiosk with, in KiB.
const MORE: u64 = 6 * 1024;

/// Numbers that are the same in every run (xorshift64).
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| (self.next() >> 32) as u8).collect()
    }
}

/// What a process has in memory, in KiB.
fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let words = line.unwrap().split_whitespace().nth(1);
    words.unwrap().parse().unwrap()
}

/// Does something to a kiosk that has had a visitor; it is then as well as before.
fn survives(pty: &mut Pty, flood: impl FnOnce(&mut Pty)) {
    let process = pty.process_id();
    pty.choose(EN.forgot, EN.who);
    pty.answer("nobody", EN.refused);
    pty.press("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
    let before = resident(process);
    flood(pty);
    assert!(pty.runs());
    assert_eq!(children(process), [0; 0]);
    // Noise may have left it in plain mode, where a line says it.
    for _ in 0..20 {
        let first =
            |pty: &Pty| pty.raw_tail(4096).contains("\x1b[3J") && pty.words().contains(EN.welcome);
        pty.send("\x15x\r");
        pty.send("\x18");
        if pty.soon(first) {
            break;
        }
    }
    pty.insist("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
    pty.choose(EN.forgot, EN.who);
    pty.answer("nobody", EN.refused);
    pty.press("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
    let after = resident(process);
    assert!(after < before + MORE, "{before} KiB before, {after} after");
}

#[test]
fn a_million_bytes_of_noise() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk"]);
    survives(&mut pty, |pty| {
        let mut noise = Noise(0x6b65_7968);
        for _ in 0..100 {
            pty.send(noise.bytes(10_000));
        }
        pty.read_all();
    });
    home.verify();
}

#[test]
fn a_thousand_sizes() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk"]);
    // The largest costs the cells it has, once.
    pty.see(EN.forgot);
    let before = pty.raw().len();
    pty.resize(500, 200);
    pty.until("a large frame", |pty| pty.raw().len() > before);
    pty.resize(80, 24);
    survives(&mut pty, |pty| {
        let mut noise = Noise(0x7369_7a65);
        for nth in 0..1000 {
            let (wide, high) = match nth % 10 {
                0 => (0, 0),
                1 => (1, 1),
                2 => (500, 200),
                _ => (noise.next() % 200, noise.next() % 70),
            };
            pty.resize(wide.try_into().unwrap(), high.try_into().unwrap());
            if nth % 7 == 0 {
                pty.send("\x1b[B");
            }
        }
        pty.resize(80, 24);
    });
}

#[test]
fn keys_held_down() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk"]);
    let held = [
        "\x1b[B",
        "\t",
        "\x1b[Z",
        "\x03",
        "\x1a\x1c\x13\x11\x04",
        "\x1b",
        "\x1b[6~",
        "\x1bOR",
    ];
    survives(&mut pty, |pty| {
        for key in held {
            pty.send(key.repeat(5000));
        }
        pty.read_all();
    });
    // Letters and Enter where they mean something.
    survives(&mut pty, |pty| {
        pty.choose(EN.forgot, EN.who);
        pty.send("a".repeat(20_000));
        pty.send("\x7f".repeat(20_000));
        pty.send("\r".repeat(5000));
        pty.read_all();
        pty.fill("still here", "[still here ");
    });
    // Extended keys, repeated, and languages opened and closed.
    survives(&mut pty, |pty| {
        pty.send("\x1b[97;;97u".repeat(5000));
        pty.send("\x1bOQ".repeat(2001));
        pty.read_all();
    });
}

#[test]
fn a_flood_of_pastes() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk"]);
    survives(&mut pty, |pty| {
        pty.choose(EN.forgot, EN.who);
        let paste = format!("\x1b[200~{}\x1b[201~", "flood ".repeat(2000));
        for _ in 0..500 {
            pty.send(&paste);
        }
        pty.read_all();
        pty.fill("after it", "[after it ");
        // One that never ends holds nobody up for long.
        pty.send("\x1b[200~never ending");
        pty.fill("after that", "[after that ");
    });
}

#[test]
fn plain_mode_takes_huge_lines_and_any_bytes() {
    let home = Home::sqlite();
    let mut plain = Plain::start(&home, &[]);
    plain.asked();
    assert!(plain.ask("1").contains(EN.who));
    let before = resident(plain.child.id());
    let mut noise = Noise(0x706c_6169);
    for _ in 0..4 {
        let mut bytes = noise.bytes(1024 * 1024);
        bytes.retain(|byte| *byte != b'\n');
        plain.say_bytes(&bytes);
        let shown = plain.ask("");
        assert!(shown.contains(EN.refused), "{shown}");
        plain.ask("1");
        assert!(plain.ask("1").contains(EN.who));
    }
    let after = resident(plain.child.id());
    assert!(after < before + MORE, "{before} KiB before, {after} after");
    let mut lines = noise.bytes(100_000);
    lines.push(b'\n');
    plain.say_bytes(&lines);
    // The end of the input ends it, whatever it was in the middle of.
    assert_eq!(plain.close().0, Some(0));
    home.verify();
}
