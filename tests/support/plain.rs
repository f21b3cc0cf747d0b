//! The kiosk in plain mode over pipes, as a script or a screen reader drives it.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use super::program::Home;
use super::wait_for;

/// A running kiosk; killed when this is dropped.
pub struct Plain {
    pub child: Child,
    input: Option<ChildStdin>,
    written: Arc<Mutex<Vec<u8>>>,
    errors: Arc<Mutex<Vec<u8>>>,
    readers: Vec<JoinHandle<()>>,
    /// How much of what was written is read.
    read: usize,
}

fn keep(mut from: impl Read + Send + 'static, into: &Arc<Mutex<Vec<u8>>>) -> JoinHandle<()> {
    let into = into.clone();
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut buffer) {
            into.lock().unwrap().extend_from_slice(&buffer[..count]);
        }
    })
}

impl Plain {
    pub fn start(home: &Home, more: &[&str]) -> Self {
        Self::spawn(&mut home.command(&[&["kiosk", "--plain"], more].concat()))
    }

    pub fn spawn(command: &mut Command) -> Self {
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = piped.stderr(Stdio::piped()).spawn().unwrap();
        let (written, errors) = (Arc::default(), Arc::default());
        let readers = vec![
            keep(child.stdout.take().unwrap(), &written),
            keep(child.stderr.take().unwrap(), &errors),
        ];
        Self {
            input: child.stdin.take(),
            child,
            written,
            errors,
            readers,
            read: 0,
        }
    }

    /// Everything it has written.
    pub fn raw(&self) -> Vec<u8> {
        self.written.lock().unwrap().clone()
    }

    pub fn stderr(&self) -> String {
        String::from_utf8(self.errors.lock().unwrap().clone()).unwrap()
    }

    /// What it wrote since the last time, once it asks.
    pub fn asked(&mut self) -> String {
        let (written, from) = (self.written.clone(), self.read);
        let text = wait_for("a prompt", || {
            let written = written.lock().unwrap();
            written[from..]
                .ends_with(b"\n> ")
                .then(|| written[from..].to_vec())
        });
        let text = text.unwrap_or_else(|error| {
            panic!("{error}: {}", String::from_utf8_lossy(&self.raw()[from..]))
        });
        self.read += text.len();
        String::from_utf8(text).unwrap()
    }

    /// Answers with a line.
    pub fn say(&mut self, line: &str) {
        self.say_bytes(format!("{line}\n").as_bytes());
    }

    /// Writes these bytes.
    pub fn say_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        // One that ended is found out at the next prompt.
        let _ = input.write_all(bytes);
        let _ = input.flush();
    }

    /// Answers, and waits for the next prompt.
    pub fn ask(&mut self, line: &str) -> String {
        self.say(line);
        self.asked()
    }

    /// Ends the input; the exit code and the rest of what it wrote.
    pub fn close(&mut self) -> (Option<i32>, String) {
        self.input = None;
        self.finish()
    }

    /// Waits for the end; the exit code and the rest of what it wrote.
    pub fn finish(&mut self) -> (Option<i32>, String) {
        let status = wait_for("the end", || self.child.try_wait().unwrap());
        for reader in self.readers.drain(..) {
            reader.join().unwrap();
        }
        let raw = self.raw();
        let rest = String::from_utf8(raw[self.read..].to_vec()).unwrap();
        (status.unwrap().code(), rest)
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
