//! The host: its channels, its mail server, its terminal.

use std::io::IsTerminal as _;
use std::path::Path;
use std::time::Duration;

use rustix::termios::tcgetwinsize;

use super::Findings;
use crate::config::{Config, Driver, Smtp, Tls};
use crate::delivery::{Caller, Pusher, SmtpMailer};
use crate::domain::method::Method;
use crate::domain::policy::Policy;

/// How long the mail server may take for one reply.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whether this host can carry what the enabled methods send.
pub fn channels(config: &Config, policy: &Policy, findings: &mut Findings) {
    let lacking = policy.methods.iter().filter_map(|method| match method {
        Method::Email if config.mail.is_none() => Some("email needs [mail]"),
        Method::MobilePhone if config.sms.is_none() && config.voice.is_none() => {
            Some("mobile_phone needs [sms] or [voice]")
        }
        Method::OfficePhone if config.voice.is_none() => Some("office_phone needs [voice]"),
        Method::AppNotification if config.push.is_none() => Some("app_notification needs [push]"),
        _ => None,
    });
    let lacking: Vec<&str> = lacking.collect();
    match lacking.is_empty() {
        true => findings.good("channels", "every enabled method has its channel on this host"),
        false => findings.warning(
            "channels",
            format!(
                "{} in the configuration of a host that delivers; add it or take the method out of methods.enabled",
                lacking.join(", ")
            ),
        ),
    }
}

/// Whether the mail server answers.
pub async fn mail_server(config: &Config, findings: &mut Findings) {
    let smtp = match &config.mail {
        None => {
            return findings.warning(
                "mail",
                "this host sends none; add [mail] to the configuration of one that delivers",
            );
        }
        Some(Driver::Spool(folder)) => return spool("mail", folder, findings),
        Some(Driver::Gateway(smtp)) => smtp,
    };
    let server = format!("{}:{}", smtp.host, smtp.port);
    match reach(smtp).await {
        Ok(()) => findings.good("mail", format!("{server} answers{}", secured(smtp))),
        Err(why) => findings.problem(
            "mail",
            format!("{server} can't be used: {why}; check [mail] and the server"),
        ),
    }
}

/// Whether text messages find the folder they go into. A gateway can't be asked without sending.
pub fn texts(config: &Config, findings: &mut Findings) {
    if let Some(Driver::Spool(folder)) = &config.sms {
        spool("sms", folder, findings);
    }
}

/// Whether the push server answers and lets us read what phones say.
pub async fn requests(config: &Config, findings: &mut Findings) {
    let ntfy = match &config.push {
        None => return,
        Some(Driver::Spool(folder)) => return spool("push", folder, findings),
        Some(Driver::Gateway(ntfy)) => ntfy,
    };
    let answered = match Pusher::open_server(ntfy) {
        Err(error) => Err(error.to_string()),
        Ok(pusher) => match tokio::task::spawn_blocking(move || pusher.reach()).await {
            Ok(answered) => answered,
            Err(_) => Err("asking it was broken off".to_owned()),
        },
    };
    match answered {
        Ok(()) => findings.good("push", format!("{} lets us read answers", ntfy.url)),
        Err(why) => findings.problem("push", format!("{} can't be used: {why}", ntfy.url)),
    }
}

/// Whether calls can be made: the folder they go into is there, or the password and the certificates
/// of the exchange can be read. It is not asked, because it would only say that it is there.
pub fn calls(config: &Config, findings: &mut Findings) {
    let Some(driver) = &config.voice else {
        return;
    };
    match (driver, Caller::open(driver, "doctor")) {
        (Driver::Spool(folder), _) => spool("voice", folder, findings),
        (Driver::Gateway(exchange), Ok(_)) => {
            findings.good("voice", format!("{} can be asked for calls", exchange.url))
        }
        (Driver::Gateway(_), Err(error)) => findings.problem("voice", error.to_string()),
    }
}

/// Whether a folder for messages is there, or can be made.
fn spool(check: &'static str, folder: &Path, findings: &mut Findings) {
    let shown = folder.display();
    match folder.is_dir() || folder.parent().is_some_and(Path::is_dir) {
        true => findings.good(check, format!("messages go into the folder {shown}")),
        false => findings.problem(check, format!("the folder {shown} is not there; make it")),
    }
}

fn secured(smtp: &Smtp) -> &'static str {
    match smtp.tls {
        Tls::None => "",
        Tls::Starttls | Tls::Implicit => " over TLS",
    }
}

async fn reach(smtp: &Smtp) -> Result<(), String> {
    let mailer = SmtpMailer::open(smtp).map_err(|error| error.to_string())?;
    // Connecting, securing and logging in are a few replies each.
    let asking = tokio::task::spawn_blocking(move || mailer.reach(PATIENCE));
    match tokio::time::timeout(PATIENCE * 3, asking).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => Err("asking it was broken off".to_owned()),
        Err(_) => Err("it takes too long to answer".to_owned()),
    }
}

/// What a kiosk on this terminal could show.
pub fn terminal(findings: &mut Findings) {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(variable);
    let utf8 = locale.as_deref().is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    let stdout = std::io::stdout();
    let size = stdout
        .is_terminal()
        .then(|| tcgetwinsize(&stdout).ok())
        .flatten();
    let mut odd = Vec::new();
    let term = variable("TERM");
    match term.as_deref() {
        None => odd.push("TERM is not set; set it to what the terminal is".to_owned()),
        Some("dumb") => odd.push("TERM is dumb, so screens come as lines".to_owned()),
        Some(_) => {}
    }
    if !utf8 {
        odd.push(
            "the locale is not UTF-8, so some signs come as ASCII; set LANG to one that is"
                .to_owned(),
        );
    }
    if let Some(size) = size.filter(|size| size.ws_col < 40 || size.ws_row < 13) {
        odd.push(format!(
            "it has {} columns and {} rows, and 40 by 13 are needed; enlarge it",
            size.ws_col, size.ws_row
        ));
    }
    match odd.is_empty() {
        true => findings.good(
            "terminal",
            format!("{} with UTF-8", term.unwrap_or_default()),
        ),
        false => findings.warning("terminal", odd.join("; ")),
    }
}
