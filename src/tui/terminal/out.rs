//! What leaves for the terminal: a frame in one write, and nothing of it kept.

use std::io::{self, Write};

use rustix::io::Errno;
use zeroize::Zeroize as _;

/// Bytes that a frame seldom exceeds.
const FRAME: usize = 8 * 1024;

/// Standard output without the standard library's buffers, in which a frame would stay.
pub struct Out {
    frame: Vec<u8>,
}

impl Default for Out {
    fn default() -> Self {
        Self {
            frame: Vec::with_capacity(FRAME),
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.frame.len() + bytes.len() > FRAME {
            self.flush()?;
        }
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut rest = self.frame.as_slice();
        let written = loop {
            if rest.is_empty() {
                break Ok(());
            }
            match rustix::io::write(io::stdout(), rest) {
                Ok(count) => rest = rest.get(count..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                Err(error) => break Err(error.into()),
            }
        };
        self.frame.zeroize();
        written
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        self.frame.zeroize();
    }
}
