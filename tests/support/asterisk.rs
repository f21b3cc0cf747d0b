//! Asterisk, an exchange, and telephones that answer as they are told, played by SIPp. The stable
//! suites of Debian have no Asterisk, so it lives in a folder of its own with a newer one (about
//! 500 MB, a minute once), which is kept between runs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU16, Ordering};

use rustix::process::Signal;

use super::program::Home;
use super::{Daemon, free_port, or_left_out, program, run, wait_for};

/// Who we are to the exchange.
pub const USER: &str = "keyhatch";
/// Our password there.
pub const PASSWORD: &str = "ari:secret";

/// The folder is made once, however many tests want it.
static MAKING: Mutex<()> = Mutex::new(());

/// A running exchange.
pub struct Asterisk {
    /// Where its interface is.
    pub port: u16,
    /// Its configuration and prompts, as this host sees the folder.
    pub folder: PathBuf,
    /// The same, as it sees it itself.
    inside: String,
    // It ends before its folder goes away.
    _daemon: Daemon,
    _folder: Gone,
}

/// A folder that goes away with this.
struct Gone(PathBuf);

impl Drop for Gone {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Asterisk {
    /// Starts one, if this host may.
    pub fn start() -> Option<Self> {
        or_left_out("exchange (asterisk)", Self::try_start())
    }

    fn try_start() -> Result<Self, String> {
        program("sipp")?;
        let root = installed()?;
        let [port, sip] = [free_port(), free_port()];
        let inside = format!("/opt/exchange-{port}");
        let folder = root.join(inside.trim_start_matches('/'));
        let gone = Gone(folder.clone());
        for name in ["etc", "log", "run", "spool", "db", "prompts"] {
            fs::create_dir_all(folder.join(name)).map_err(|error| error.to_string())?;
        }
        for (name, text) in SETTINGS.into_iter().chain(EMPTY.map(|name| (name, ""))) {
            let text = text
                .replace("{inside}", &inside)
                .replace("{port}", &port.to_string())
                .replace("{sip}", &sip.to_string())
                .replace("{user}", USER)
                .replace("{password}", PASSWORD);
            fs::write(folder.join("etc").join(name), text).map_err(|error| error.to_string())?;
        }
        let mut command = Command::new(program("chroot")?);
        command.arg(&root).args(["asterisk", "-f", "-C"]);
        command.arg(format!("{inside}/etc/asterisk.conf"));
        let log = folder.join("out");
        let mut daemon = Daemon::start(&mut command, &log, Signal::TERM)?;
        daemon.wait_until_it_listens(port, &log)?;
        let exchange = Self {
            port,
            folder,
            inside,
            _daemon: daemon,
            _folder: gone,
        };
        // It listens before it has read everything.
        wait_for("the exchange's booting", || {
            exchange
                .says("core waitfullybooted")
                .contains("fully booted")
                .then_some(())
        })?;
        Ok(exchange)
    }

    /// The address of its interface.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/ari", self.port)
    }

    /// Where it looks for prompts.
    pub fn prompts(&self) -> PathBuf {
        PathBuf::from(format!("{}/prompts", self.inside))
    }

    /// What to dial to reach this telephone.
    pub fn endpoint(&self, phone: &Phone) -> String {
        format!("PJSIP/carrier/sip:{{number}}@127.0.0.1:{}", phone.port)
    }

    /// Renders the prompts of this host's organisation where the exchange plays them from.
    pub fn take_prompts(&self, home: &Home) {
        let folder = self.folder.join("prompts").display().to_string();
        home.run(&["prompts", &folder]).ok();
    }

    /// What its console answers.
    pub fn says(&self, command: &str) -> String {
        let root = root();
        let config = format!("{}/etc/asterisk.conf", self.inside);
        let mut console = Command::new("chroot");
        console
            .arg(&root)
            .args(["asterisk", "-C", &config, "-rx", command]);
        run(&mut console).unwrap_or_else(|error| error)
    }

    /// How many channels it has.
    pub fn channels(&self) -> String {
        let said = self.says("core show channels count");
        let line = said.lines().find(|line| line.contains("active channel"));
        line.unwrap_or(&said).trim().to_owned()
    }

    /// Its log.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log/full")).unwrap_or_default()
    }
}

fn root() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    target.join("servers/asterisk")
}

/// The folder with Asterisk in it.
fn installed() -> Result<PathBuf, String> {
    let _alone = MAKING
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let root = root();
    if root.join("usr/sbin/asterisk").is_file() {
        return Ok(root);
    }
    let bootstrap = program("debootstrap")?;
    // From where this host takes its own packages.
    let mut targets = Command::new("apt-get");
    let targets = run(targets.args(["indextargets", "--format", "$(REPO_URI)"]))?;
    let mut known = targets.lines().filter(|line| !line.contains("security"));
    let mirror = known.next().ok_or("apt knows no place of packages")?;
    let unfinished = root.with_extension("part");
    let _ = fs::remove_dir_all(&unfinished);
    let text = |error: std::io::Error| error.to_string();
    fs::create_dir_all(&unfinished).map_err(text)?;
    let mut command = Command::new(bootstrap);
    command.args(["--variant=minbase", "--include=asterisk", "sid"]);
    run(command.arg(&unfinished).arg(mirror))?;
    for waste in ["var/cache/apt", "var/lib/apt/lists"] {
        let _ = fs::remove_dir_all(unfinished.join(waste));
    }
    fs::rename(&unfinished, &root).map_err(text)?;
    Ok(root)
}

/// What a telephone does.
#[derive(Clone, Copy, Debug)]
pub enum Does {
    /// Answers and presses a key after a few seconds: `pound` or `star`, or a digit.
    Presses(&'static str),
    /// Says that it is busy.
    Busy,
    /// Declines.
    Declines,
    /// Answers and does nothing.
    Silent,
    /// Rings.
    NeverAnswers,
    /// Answers and hangs up.
    HangsUp,
    /// Is a switchboard that wants these digits before it lets the person press `#`.
    Extension(&'static str),
}

/// A telephone that takes one call.
pub struct Phone {
    /// Where it is.
    pub port: u16,
    folder: tempfile::TempDir,
    _daemon: Daemon,
}

impl Phone {
    /// A telephone that waits for its call.
    pub fn waits(does: Does) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let scenario = folder.path().join("phone.xml");
        fs::write(&scenario, script(does)).unwrap();
        let port = free_udp_port();
        let mut command = Command::new(program("sipp").unwrap());
        command.arg("-sf").arg(&scenario);
        command.args(["-i", "127.0.0.1", "-p", &port.to_string()]);
        command.args(["-mp", &free_udp_port().to_string()]);
        command.args(["-m", "1", "-nostdin", "-trace_logs", "-log_file"]);
        command.arg(folder.path().join("heard"));
        command.args(["-trace_msg", "-message_file"]);
        command.arg(folder.path().join("messages"));
        command.current_dir(folder.path());
        let daemon = Daemon::start(&mut command, &folder.path().join("out"), Signal::KILL);
        let phone = Self {
            port,
            _daemon: daemon.unwrap(),
            folder,
        };
        // A port of UDP that is taken can't be taken again.
        wait_for("a telephone", || {
            std::net::UdpSocket::bind(("127.0.0.1", port))
                .is_err()
                .then_some(())
        })
        .unwrap();
        phone
    }

    /// Every SIP message it got and sent.
    pub fn messages(&self) -> String {
        fs::read_to_string(self.folder.path().join("messages")).unwrap_or_default()
    }
}

/// A port of UDP that no other telephone has, with the ones after it that its media takes.
fn free_udp_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(24_000);
    loop {
        let port = NEXT.fetch_add(4, Ordering::Relaxed);
        let is_free = |port: u16| std::net::UdpSocket::bind(("127.0.0.1", port)).is_ok();
        if (port..port + 4).all(is_free) {
            return port;
        }
    }
}

/// An answer to the message that came last.
fn reply(status: &str, to: &str, rest: &str) -> String {
    format!(
        "<send><![CDATA[\nSIP/2.0 {status}\n[last_Via:]\n[last_From:]\n[last_To:]{to}\n\
         [last_Call-ID:]\n[last_CSeq:]\nContact: <sip:[local_ip]:[local_port];transport=[transport]>\n\
         {rest}\n]]></send>\n"
    )
}

const TAG: &str = ";tag=[pid]T[call_number]";
const NOTHING: &str = "Content-Length: 0\n";

fn answered(with_events: bool) -> String {
    let (formats, events) = match with_events {
        true => (
            "0 101",
            "a=rtpmap:101 telephone-event/8000\na=fmtp:101 0-16\n",
        ),
        false => ("0", ""),
    };
    reply(
        "200 OK",
        TAG,
        &format!(
            "Content-Type: application/sdp\nContent-Length: [len]\n\nv=0\no=phone 1 1 IN IP4 [local_ip]\n\
             s=-\nc=IN IP4 [media_ip]\nt=0 0\nm=audio [media_port] RTP/AVP {formats}\n\
             a=rtpmap:0 PCMU/8000\n{events}a=ptime:20"
        ),
    ) + "<recv request=\"ACK\"/>\n"
}

/// A request of the telephone's own within the call.
fn request(method: &str, number: u8, rest: &str) -> String {
    format!(
        "<send retrans=\"500\"><![CDATA[\n{method} [next_url] SIP/2.0\n\
         Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]\nMax-Forwards: 70\n\
         From: [$2]{TAG}\nTo: [$1]\n[last_Call-ID:]\nCSeq: {number} {method}\n\
         Contact: <sip:[local_ip]:[local_port];transport=[transport]>\n{rest}\n]]></send>\n\
         <recv response=\"200\"/>\n"
    )
}

fn script(does: Does) -> String {
    // Who calls and who is called, for the requests of the telephone's own.
    let invited = "<recv request=\"INVITE\" rrs=\"true\"><action>\
        <ereg regexp=\".*\" search_in=\"hdr\" header=\"From:\" assign_to=\"1\"/>\
        <ereg regexp=\".*\" search_in=\"hdr\" header=\"To:\" assign_to=\"2\"/>\
        <log message=\"from [$1] to [$2]\"/></action></recv>\n";
    let ringing = reply("180 Ringing", TAG, NOTHING) + "<pause milliseconds=\"300\"/>\n";
    let ended =
        "<recv request=\"BYE\" timeout=\"150000\"/>\n".to_owned() + &reply("200 OK", "", NOTHING);
    let pressed = |key: &str| {
        format!(
            "<pause milliseconds=\"3000\"/>\n<nop><action><exec play_pcap_audio=\
             \"/usr/share/sip-tester/dtmf_2833_{key}.pcap\"/></action></nop>\n<pause milliseconds=\"700\"/>\n"
        )
    };
    let refused = |status: &str| reply(status, TAG, NOTHING) + "<recv request=\"ACK\"/>\n";
    let steps = match does {
        Does::Busy => refused("486 Busy Here"),
        Does::Declines => ringing + &refused("603 Decline"),
        Does::NeverAnswers => {
            ringing
                + "<recv request=\"CANCEL\" timeout=\"60000\"/>\n"
                + &reply("200 OK", "", NOTHING)
        }
        Does::Silent => ringing + &answered(true) + &ended,
        Does::Presses(key) => ringing + &answered(true) + &pressed(key) + &ended,
        Does::HangsUp => {
            let hangs_up = request("BYE", 1, NOTHING);
            ringing + &answered(true) + "<pause milliseconds=\"1500\"/>\n" + &hangs_up
        }
        Does::Extension(digits) => {
            let dialled = digits.chars().map(|digit| {
                format!(
                    "<recv request=\"INFO\"><action><ereg regexp=\"Signal *= *{digit}\" \
                     search_in=\"body\" check_it=\"true\" assign_to=\"3\"/>\
                     <log message=\"[$3]\"/></action></recv>\n{}",
                    reply("200 OK", "", NOTHING)
                )
            });
            let dialled: String = dialled.collect();
            let body = "Content-Type: application/dtmf-relay\nContent-Length: [len]\n\nSignal=#\nDuration=160";
            ringing
                + &answered(false)
                + &dialled
                + "<pause milliseconds=\"8000\"/>\n"
                + &request("INFO", 1, body)
                + &ended
        }
    };
    format!("<?xml version=\"1.0\"?>\n<scenario name=\"phone\">\n{invited}{steps}</scenario>\n")
}

/// Its configuration, file by file.
const SETTINGS: [(&str, &str); 9] = [
    (
        "asterisk.conf",
        "[directories]\nastetcdir => {inside}/etc\nastmoddir => /usr/lib/x86_64-linux-gnu/asterisk/modules\n\
         astvarlibdir => /usr/share/asterisk\nastdbdir => {inside}/db\nastkeydir => {inside}/db\n\
         astdatadir => /usr/share/asterisk\nastagidir => /usr/share/asterisk/agi-bin\n\
         astspooldir => {inside}/spool\nastrundir => {inside}/run\nastlogdir => {inside}/log\n",
    ),
    (
        "modules.conf",
        "[modules]\nautoload=yes\nnoload => chan_iax2.so\nnoload => chan_unistim.so\n\
         noload => chan_skinny.so\nnoload => chan_mgcp.so\nnoload => pbx_dundi.so\n\
         noload => res_phoneprov.so\nnoload => chan_dahdi.so\nnoload => chan_console.so\n\
         noload => res_hep.so\nnoload => res_pjsip_phoneprov_provider.so\n",
    ),
    (
        "logger.conf",
        "[general]\n[logfiles]\nfull => notice,warning,error,verbose,dtmf\n",
    ),
    (
        "http.conf",
        "[general]\nenabled=yes\nbindaddr=127.0.0.1\nbindport={port}\n",
    ),
    (
        "ari.conf",
        "[general]\nenabled=yes\n[{user}]\ntype=user\nread_only=no\npassword={password}\n",
    ),
    ("manager.conf", "[general]\nenabled=no\n"),
    ("rtp.conf", "[general]\nrtpstart=22000\nrtpend=23000\n"),
    ("extensions.conf", "[general]\n[default]\n"),
    (
        "pjsip.conf",
        "[t]\ntype=transport\nprotocol=udp\nbind=127.0.0.1:{sip}\n\
         [carrier]\ntype=aor\n\
         [carrier]\ntype=endpoint\ntransport=t\ncontext=default\ndisallow=all\nallow=ulaw\n\
         aors=carrier\ndtmf_mode=auto_info\ndirect_media=no\nfrom_user=keyhatch\n",
    ),
];

/// What it would complain about if it were not there.
const EMPTY: [&str; 10] = [
    "stasis.conf",
    "cdr.conf",
    "features.conf",
    "acl.conf",
    "codecs.conf",
    "indications.conf",
    "musiconhold.conf",
    "udptl.conf",
    "cel.conf",
    "ccss.conf",
];
