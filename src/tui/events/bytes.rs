//! The bytes of the terminal, read where everything else happens.

use std::io;
use std::os::fd::{AsFd as _, OwnedFd};

use rustix::io::{Errno, ioctl_fionread, read};
use rustix::termios::tcgetattr;
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;
use tokio::time::{Duration, sleep};
use zeroize::{Zeroize as _, Zeroizing};

/// How long to wait when somebody else takes the bytes.
const TAKEN: Duration = Duration::from_millis(50);

/// How many bytes of the terminal nobody has read yet.
pub fn unread() -> usize {
    let waiting = ioctl_fionread(io::stdin()).unwrap_or_default();
    usize::try_from(waiting).unwrap_or(usize::MAX)
}

/// Standard input in raw mode, in which reading never waits.
pub struct Bytes {
    terminal: AsyncFd<OwnedFd>,
    buffer: Zeroizing<[u8; 1024]>,
    /// Nothing was there at the last reading.
    idle: bool,
}

impl Bytes {
    /// The bytes of this process's terminal.
    ///
    /// # Errors
    /// When standard input is nothing that can be waited for.
    pub fn new() -> io::Result<Self> {
        // A descriptor of its own, which nobody else can close meanwhile.
        let own = io::stdin().as_fd().try_clone_to_owned()?;
        #[expect(
            deprecated,
            reason = "the other way to register is unsafe code, because a descriptor may not be its owner's"
        )]
        let terminal = AsyncFd::with_interest(own, Interest::READABLE)?;
        Ok(Self {
            terminal,
            buffer: Zeroizing::new([0; 1024]),
            idle: false,
        })
    }

    /// Waits for bytes; none once the terminal is gone. Nothing is lost where waiting is given up.
    pub async fn next(&mut self) -> Option<&[u8]> {
        let count = loop {
            let mut ready = self.terminal.readable().await.ok()?;
            let count = match read(self.terminal.get_ref(), self.buffer.as_mut_slice()) {
                Err(Errno::INTR) => continue,
                Err(Errno::AGAIN) => 0,
                done => done.ok()?,
            };
            if count < self.buffer.len() {
                // That was all; what comes now wakes again.
                ready.clear_ready();
            }
            if count > 0 {
                self.idle = false;
                break count;
            }
            // A terminal that is gone tells no modes. One that is there may have woken for what was
            // read already; again and again, it has its bytes taken by somebody else.
            tcgetattr(self.terminal.get_ref()).ok()?;
            if std::mem::replace(&mut self.idle, true) {
                sleep(TAKEN).await;
            }
        };
        self.buffer.get(..count)
    }

    /// Forgets what was read.
    pub fn wipe(&mut self) {
        self.buffer.zeroize();
    }
}
