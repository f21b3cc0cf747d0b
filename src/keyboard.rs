//! The keyboard end of the terminal, as both front ends read it: bytes as they come, no copy kept by
//! the standard library, and an end from outside, so that no reader outlives its front end and takes
//! the first keys from whoever reads next.

use std::io;
use std::os::fd::OwnedFd;
use std::time::Duration;

use rustix::event::{EventfdFlags, PollFd, PollFlags, eventfd, poll};
use rustix::io::Errno;

/// How long to wait after the terminal had bytes that somebody else took.
const TAKEN: Duration = Duration::from_millis(50);

/// What a read came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytes {
    /// So many; none at the end of a file, or of a line that was ended by ^D.
    Read(usize),
    /// Somebody said that nothing more is wanted.
    Stopped,
}

/// Standard input, until it is stopped.
pub struct Keyboard {
    stop: OwnedFd,
}

impl Keyboard {
    /// A keyboard that is listened to.
    ///
    /// # Errors
    /// When the process has no descriptor left.
    pub fn new() -> io::Result<Self> {
        let stop = eventfd(0, EventfdFlags::CLOEXEC)?;
        Ok(Self { stop })
    }

    /// Waits for bytes and reads them; costs nothing while none come.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn read(&self, buffer: &mut [u8]) -> io::Result<Bytes> {
        let stdin = io::stdin();
        loop {
            let mut waited = [
                PollFd::new(&stdin, PollFlags::IN),
                PollFd::new(&self.stop, PollFlags::IN),
            ];
            match poll(&mut waited, None) {
                Err(Errno::INTR) => continue,
                done => done?,
            };
            let [_, stop] = &waited;
            if !stop.revents().is_empty() {
                return Ok(Bytes::Stopped);
            }
            match rustix::io::read(&stdin, &mut *buffer) {
                Err(Errno::INTR | Errno::AGAIN) => std::thread::sleep(TAKEN),
                read => return Ok(Bytes::Read(read?)),
            }
        }
    }

    /// Ends every read, now and later.
    pub fn stop(&self) {
        // A counter that is full wakes them as well.
        let _full = rustix::io::write(&self.stop, &1u64.to_ne_bytes());
    }
}
