//! The connection that events come over: plain or TLS, and never waited for longer than was said.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

/// How many addresses of a name are tried.
const ADDRESSES: usize = 3;
/// How long one write may take.
const WRITE: Duration = Duration::from_secs(5);

/// A socket that is read until a moment and no longer.
pub(super) struct Timed {
    socket: TcpStream,
    until: Instant,
}

/// The connection.
pub(super) enum Wire {
    /// To this host only, as the configuration sees to.
    Plain(Timed),
    /// To any other.
    Secure(Box<StreamOwned<ClientConnection, Timed>>),
}

impl Wire {
    /// Connects; the handshake of TLS comes with the first bytes.
    pub(super) fn connect(
        host: &str,
        port: u16,
        tls: Option<&Arc<ClientConfig>>,
        patience: Duration,
    ) -> io::Result<Self> {
        let until = Instant::now() + patience;
        let mut failure = io::Error::from(ErrorKind::HostUnreachable);
        for address in (host, port).to_socket_addrs()?.take(ADDRESSES) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(ErrorKind::TimedOut.into());
            }
            match TcpStream::connect_timeout(&address, left) {
                Ok(socket) => return Self::over(socket, host, tls, until),
                Err(error) => failure = error,
            }
        }
        Err(failure)
    }

    fn over(
        socket: TcpStream,
        host: &str,
        tls: Option<&Arc<ClientConfig>>,
        until: Instant,
    ) -> io::Result<Self> {
        socket.set_nodelay(true)?;
        socket.set_write_timeout(Some(WRITE))?;
        let timed = Timed { socket, until };
        let Some(tls) = tls else {
            return Ok(Self::Plain(timed));
        };
        let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
        let session = ClientConnection::new(tls.clone(), name).map_err(io::Error::other)?;
        Ok(Self::Secure(Box::new(StreamOwned::new(session, timed))))
    }

    /// Until when the next reads wait.
    pub(super) fn wait_until(&mut self, until: Instant) {
        match self {
            Self::Plain(timed) => timed.until = until,
            Self::Secure(session) => session.sock.until = until,
        }
    }
}

impl Read for Timed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::WouldBlock.into());
        }
        self.socket.set_read_timeout(Some(left))?;
        self.socket.read(buffer)
    }
}

impl Write for Timed {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.socket.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.socket.flush()
    }
}

impl Read for Wire {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(timed) => timed.read(buffer),
            Self::Secure(session) => session.read(buffer),
        }
    }
}

impl Write for Wire {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(timed) => timed.write(buffer),
            Self::Secure(session) => session.write(buffer),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(timed) => timed.flush(),
            Self::Secure(session) => session.flush(),
        }
    }
}
