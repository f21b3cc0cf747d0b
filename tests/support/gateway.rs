//! A gateway of text messages that does what it is told, within the test: it answers in full, late,
//! endlessly, elsewhere or not at all, and keeps what it was asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// One request as it came.
#[derive(Debug)]
pub struct Asked {
    /// The first line.
    pub line: String,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// What it does with a connection once the request is read.
pub type Behaviour = fn(&mut TcpStream) -> std::io::Result<()>;

/// Answers with this status and a short body.
pub fn answer(stream: &mut TcpStream, status: &str) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
    )
}

/// Sends whoever asks to another port of this host.
pub fn sends_on(
    status: &'static str,
    port: u16,
) -> impl Fn(&mut TcpStream) -> std::io::Result<()> + Send + Sync + Copy + 'static {
    move |stream| {
        write!(
            stream,
            "HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:{port}/\r\nContent-Length: 0\r\n\r\n"
        )
    }
}

/// Says nothing until the other side gives up.
pub fn silent(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.read(&mut [0]).map(drop)
}

/// Speaks no HTTP.
pub fn nonsense(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.write_all(b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\r\n\r\n")
}

/// Begins with this status, and its headers have no end.
pub fn talks(stream: &mut TcpStream, status: &str) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 {status}\r\n")?;
    loop {
        write!(stream, "X-More: {}\r\n", "x".repeat(1000))?;
    }
}

/// Answers with this status and ten megabytes.
pub fn floods(stream: &mut TcpStream, status: &str) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Length: 10485760\r\n\r\n"
    )?;
    stream.write_all(&vec![b'x'; 10_485_760])
}

/// A running gateway; every connection is served on a thread of its own until the test ends.
pub struct Gateway {
    pub port: u16,
    asked: Receiver<Asked>,
}

impl Gateway {
    pub fn start(
        behaviour: impl Fn(&mut TcpStream) -> std::io::Result<()> + Send + Sync + Copy + 'static,
    ) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (tell, asked) = mpsc::channel();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let tell = tell.clone();
                thread::spawn(move || serve(stream, &tell, behaviour));
            }
        });
        Self { port, asked }
    }

    /// The address of its API.
    pub fn url(&self, rest: &str) -> String {
        format!("http://127.0.0.1:{}/{rest}", self.port)
    }

    /// The first line of the next thing that is asked.
    pub fn next(&self) -> String {
        let asked = self.asked.recv_timeout(super::DEADLINE);
        asked.unwrap().line
    }

    /// Everything that was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.try_iter().collect()
    }
}

fn serve(
    mut stream: TcpStream,
    tell: &Sender<Asked>,
    behaviour: impl Fn(&mut TcpStream) -> std::io::Result<()>,
) {
    if let Some(asked) = read(&stream) {
        let _ = tell.send(asked);
    }
    // Whoever hangs up first has a reason.
    let _ = behaviour(&mut stream);
    let _ = stream.shutdown(Shutdown::Both);
}

fn read(stream: &TcpStream) -> Option<Asked> {
    let mut lines = BufReader::new(stream);
    let mut line = String::new();
    lines.read_line(&mut line).ok()?;
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        lines.read_line(&mut header).ok()?;
        match header.trim_end().split_once(": ") {
            Some((name, value)) => headers.push((name.to_lowercase(), value.to_owned())),
            None => break,
        }
    }
    let find = |name: &str| headers.iter().find(|(key, _)| key == name);
    let mut body = Vec::new();
    if let Some((_, length)) = find("content-length") {
        body = vec![0; length.parse().ok()?];
        lines.read_exact(&mut body).ok()?;
    } else if find("transfer-encoding").is_some() {
        loop {
            let mut size = String::new();
            lines.read_line(&mut size).ok()?;
            let size = usize::from_str_radix(size.trim(), 16).ok()?;
            let mut chunk = vec![0; size + 2];
            lines.read_exact(&mut chunk).ok()?;
            if size == 0 {
                break;
            }
            body.extend_from_slice(&chunk[..size]);
        }
    }
    Some(Asked {
        line: line.trim_end().to_owned(),
        headers,
        body: String::from_utf8(body).ok()?,
    })
}
