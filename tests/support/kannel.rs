//! A real SMS gateway: Kannel with its HTTP interface, and behind it a simulated message centre that
//! logs what phones got.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::Signal;
use tempfile::TempDir;

use super::{Daemon, free_port, listens, program, real_server, wait_for};

/// The only user of its HTTP interface.
pub const USER: &str = "keyhatch";
/// The user's password: with what must be escaped in a URL.
pub const PASSWORD: &str = "sms&secret=1";

/// The message centre, which is in no folder of programs.
const CENTRE: &str = "/usr/lib/kannel/test/fakesmsc";

/// A running gateway.
pub struct Kannel {
    /// Where its HTTP interface is.
    pub port: u16,
    phones: PathBuf,
    // They end, the ones that need others first, before the folder goes away.
    _daemons: [Daemon; 3],
    _folder: TempDir,
}

impl Kannel {
    /// Starts one, if this host has it.
    pub fn start() -> Option<Self> {
        real_server("SMS gateway (kannel)", Self::try_start)
    }

    fn try_start() -> Result<Self, String> {
        let (bearer_box, sms_box) = (program("bearerbox")?, program("smsbox")?);
        if !Path::new(CENTRE).is_file() {
            return Err(format!("{CENTRE} is not installed"));
        }
        let text = |error: std::io::Error| error.to_string();
        let folder = tempfile::tempdir().map_err(text)?;
        let root = folder.path().to_owned();
        let ports = [(); 4].map(|()| free_port());
        let [admin, boxes, centre, port] = ports;
        let settings = SETTINGS
            .replace("{admin}", &admin.to_string())
            .replace("{boxes}", &boxes.to_string())
            .replace("{centre}", &centre.to_string())
            .replace("{port}", &port.to_string())
            .replace("{user}", USER)
            .replace("{password}", PASSWORD);
        let config = root.join("kannel.conf");
        fs::write(&config, settings).map_err(text)?;
        let start = |program: &Path, log: &str, listening: Option<u16>| {
            let log = root.join(log);
            let mut command = Command::new(program);
            command.args(["-v", "4"]).arg(&config);
            let mut daemon = Daemon::start(&mut command, &log, Signal::TERM)?;
            if let Some(port) = listening {
                daemon.wait_until_it_listens(port, &log)?;
            }
            Ok::<_, String>(daemon)
        };
        let bearer = start(&bearer_box, "bearerbox.log", Some(boxes))?;
        wait_for("the message centre's port", || listens(admin).then_some(()))?;
        let phones = root.join("phones.log");
        let mut command = Command::new(CENTRE);
        command.args(["-H", "127.0.0.1", "-r", &centre.to_string()]);
        command.args(["-m", "0", "-v", "4", "-F"]).arg(&phones);
        command.arg("1 1 text x");
        let smsc = Daemon::start(&mut command, &root.join("centre.log"), Signal::TERM)?;
        let sms = start(&sms_box, "smsbox.log", Some(port))?;
        Ok(Self {
            port,
            phones,
            _daemons: [sms, smsc, bearer],
            _folder: folder,
        })
    }

    /// The address of a request, as the configuration's template has it.
    pub fn url(&self) -> String {
        format!(
            "http://127.0.0.1:{}/cgi-bin/sendsms?username={USER}&password={{secret}}&to={{to}}\
             &text={{text}}&coding=2&charset=UTF-8",
            self.port
        )
    }

    /// The messages a phone got, oldest first.
    pub fn messages(&self, number: &str) -> Vec<String> {
        let log = fs::read_to_string(&self.phones).unwrap_or_default();
        let got = log
            .lines()
            .filter_map(|line| line.split_once(": <")?.1.strip_suffix('>'));
        got.filter_map(|got| {
            let words: Vec<&str> = got.splitn(4, ' ').collect();
            let [_, to, "ucs-2", text] = words[..] else {
                return None;
            };
            (to == number).then(|| ucs2(text))
        })
        .collect()
    }
}

/// Text in UTF-16, big end first, its bytes as a URL writes them.
fn ucs2(escaped: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = escaped.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            b'+' => b' ',
            other => other,
        });
    }
    let units = bytes
        .chunks(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    String::from_utf16(&units.collect::<Vec<_>>()).unwrap()
}

const SETTINGS: &str = r#"
group = core
admin-port = {admin}
admin-interface = 127.0.0.1
admin-password = test
smsbox-port = {boxes}
smsbox-interface = 127.0.0.1
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = centre
port = {centre}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-interface = 127.0.0.1
sendsms-port = {port}
global-sender = Contoso

group = sendsms-user
username = {user}
password = "{password}"
user-deny-ip = "*.*.*.*"
user-allow-ip = "127.0.0.1"

group = sms-service
keyword = default
text = "no"
max-messages = 0
"#;
