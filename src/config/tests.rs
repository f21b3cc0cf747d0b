//! The configuration: what it takes, and what it says of a mistake.

mod push;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::*;
use crate::domain::role::Role;

/// The example of the documented contract, whole, with the filter of breached passwords.
const WHOLE: &str = r##"key_file = "/etc/keyhatch/keyhatch.key"
breached_filter = "/var/lib/keyhatch/breached.filter"
log = "info"

[kiosk]
name = "Lobby 1"
language = "en"
idle_seconds = 90
timeout_scale = 1.0
rtl = "auto"

[mail]
driver = "smtp"
host = "mail.contoso.example"
port = 587
tls = "starttls"
username = "keyhatch"
password_file = "/etc/keyhatch/mail.secret"
ca_file = "/etc/keyhatch/ca.pem"
from = "Contoso Help <reset@contoso.example>"

[sms]
driver = "http"
method = "GET"
url = "http://127.0.0.1:13013/cgi-bin/sendsms?username=k&password={secret}&to={to}&text={text}&coding=2&charset=UTF-8"
headers = { }
body = ""
secret_file = "/etc/keyhatch/sms.secret"
success = [200, 202]

[voice]
driver = "ari"
url = "http://127.0.0.1:8188/ari"
username = "keyhatch"
password_file = "/etc/keyhatch/ari.secret"
endpoint = "PJSIP/carrier/sip:{number}@10.0.0.5"
prompts = "/var/lib/keyhatch/prompts"

[push]
driver = "ntfy"
url = "https://ntfy.contoso.example"
token_file = "/etc/keyhatch/ntfy.secret"
phone_username = "phones"
phone_password_file = "/etc/keyhatch/phones.secret"
ca_file = "/etc/keyhatch/ca.pem"
topic_prefix = "sspr-"
reply_prefix = "resp-"

[[connector]]
name = "corp"
kind = "active-directory"
domains = ["corp.example"]
servers = ["ldaps://dc1.corp.example", "ldaps://dc2.corp.example"]
base_dn = "DC=corp,DC=example"
bind_dn = "CN=svc-keyhatch,OU=Services,DC=corp,DC=example"
bind_password_file = "/etc/keyhatch/corp.secret"
ca_file = "/etc/keyhatch/ca.pem"
sign_in = "pass-through"
filter = "(objectClass=user)"
sync_minutes = 30
[connector.attributes]
mobile = "mobile"
office = "telephoneNumber"
[connector.roles]
"CN=Help Desk,OU=Groups,DC=corp,DC=example" = "helpdesk"
"##;

fn fault(text: &str) -> String {
    let path = Path::new("config.toml");
    match Config::parse(text) {
        Ok(_) => panic!("accepted:\n{text}"),
        Err(fault) => fault.in_file(path, text).to_string(),
    }
}

#[test]
fn the_whole_contract_loads() {
    let config = Config::parse(WHOLE).unwrap();
    assert_eq!(config.kiosk.name.as_deref(), Some("Lobby 1"));
    let filter = Path::new("/var/lib/keyhatch/breached.filter");
    assert_eq!(config.breached_filter.as_deref(), Some(filter));
    let Some(Driver::Gateway(mail)) = config.mail else {
        panic!("{:?}", config.mail)
    };
    assert_eq!((mail.port, mail.tls), (587, Tls::Starttls));
    assert_eq!(
        mail.from.to_string(),
        "Contoso Help <reset@contoso.example>"
    );
    assert_eq!(
        mail.login,
        Some((
            "keyhatch".into(),
            SecretSource::File("/etc/keyhatch/mail.secret".into())
        ))
    );
    assert!(matches!(config.sms, Some(Driver::Gateway(_))));
    assert!(matches!(config.voice, Some(Driver::Gateway(_))));
    let Some(Driver::Gateway(push)) = config.push else {
        panic!("{:?}", config.push)
    };
    let phones = SecretSource::File("/etc/keyhatch/phones.secret".into());
    assert_eq!(push.phone, Some(("phones".into(), phones)));
    let corp = config.connectors.first().unwrap();
    assert_eq!(corp.kind, ConnectorKind::ActiveDirectory);
    assert_eq!(corp.attributes.len(), 2);
    assert_eq!(corp.roles.values().next().unwrap(), &Role::Helpdesk);
}

#[test]
fn nothing_is_a_configuration_too() {
    for text in ["", "[kiosk]\n"] {
        let config = Config::parse(text).unwrap();
        assert_eq!(config.kiosk, Kiosk::default());
        assert_eq!(config.kiosk.idle_seconds, 90);
        assert_eq!(config.log, LogLevel::Info);
        assert!(config.mail.is_none() && config.connectors.is_empty());
    }
    assert_eq!(Config::load(None).ok().unwrap().kiosk, Kiosk::default());
}

#[test]
fn a_body_is_escaped_as_what_it_is() {
    for (headers, body, kind) in [
        ("", "to={to}&text={text}", SmsBody::Form),
        (
            "",
            " { \"to\": \"{to}\", \"text\": \"{text}\" }",
            SmsBody::Json,
        ),
        ("", "{to}={text}", SmsBody::Form),
        ("", "<m to='{to}'>{text}</m>", SmsBody::Xml),
        (
            "Content-Type = \"text/plain\"",
            "{to} {text}",
            SmsBody::Plain,
        ),
        (
            "content-type = \"application/vnd.sms+json; v=1\"",
            "[\"{to}\", \"{text}\"]",
            SmsBody::Json,
        ),
    ] {
        let text = format!(
            "[sms]\ndriver = \"http\"\nmethod = \"PUT\"\nurl = \"https://sms.example/\"\n\
             headers = {{ {headers} }}\nbody = '''{body}'''\nca_file = \"/etc/ca.pem\"\n"
        );
        let config = Config::parse(&text).ok().unwrap();
        let Some(Driver::Gateway(sms)) = config.sms else {
            panic!("no gateway");
        };
        assert_eq!((sms.kind, sms.method), (kind, SmsMethod::Put), "{body}");
        assert_eq!(sms.ca_file, Some("/etc/ca.pem".into()));
    }
}

#[test]
fn every_channel_takes_a_spool() {
    for name in ["mail", "sms", "voice", "push"] {
        let text = format!("[{name}]\ndriver = \"spool\"\npath = \"/srv/out\"\n");
        let config = Config::parse(&text).unwrap();
        let spools = [
            matches!(config.mail, Some(Driver::Spool(_))),
            matches!(config.sms, Some(Driver::Spool(_))),
            matches!(config.voice, Some(Driver::Spool(_))),
            matches!(config.push, Some(Driver::Spool(_))),
        ];
        assert_eq!(spools.iter().filter(|spool| **spool).count(), 1, "{name}");
    }
}

#[test]
fn a_mistake_names_its_line_and_the_mend() {
    let voice = "[voice]\ndriver = \"ari\"\nurl = \"https://pbx.example/ari\"\nusername = \"keyhatch\"\n\
                 password_file = \"/s\"\nendpoint = \"PJSIP/{number}@trunk\"\nprompts = \"/p\"\n";
    let mail = "[mail]\ndriver = \"smtp\"\nhost = \"mail.example\"\nfrom = \"a@b.example\"\n";
    for (text, line, says) in [
        (
            "nonsense = 1\n".to_owned(),
            1,
            "unknown key `nonsense`; expected one of `key_file`",
        ),
        (
            "\n[kiosk]\nnmae = \"x\"\n".into(),
            3,
            "unknown key `nmae`; expected one of `name`",
        ),
        (
            "[kiosk]\nidle_seconds = \"90\"\n".into(),
            2,
            "write a whole number here",
        ),
        ("[kiosk]\nidle_seconds = 14\n".into(), 2, "from 15 to 3600"),
        ("[kiosk]\nidle_seconds = -1\n".into(), 2, "from 15 to 3600"),
        (
            "[kiosk]\nidle_seconds = 3601\n".into(),
            2,
            "from 15 to 3600",
        ),
        (
            "[kiosk]\n\ntimeout_scale = 11\n".into(),
            3,
            "from 0.5 to 10",
        ),
        ("[kiosk]\ntimeout_scale = nan\n".into(), 2, "from 0.5 to 10"),
        (
            "[kiosk]\nrtl = \"left\"\n".into(),
            2,
            "one of `auto`, `visual`, `logical`",
        ),
        ("[kiosk]\nlanguage = \"../de\"\n".into(), 2, "language tag"),
        ("[kiosk]\nname = 7\n".into(), 2, "text in quotes"),
        (
            "[kiosk]\nname = \"a\\u001b[2J\"\n".into(),
            2,
            "control character",
        ),
        ("kiosk = 3\n".into(), 1, "a table"),
        ("log = \"loud\"\n".into(), 1, "`error`, `warn`, `info`"),
        ("key_file = [\n".into(), 1, ""),
        ("a = 1\na = 2\n".into(), 2, "duplicate key"),
        ("mail = 1\n".into(), 1, "[mail]"),
        (
            "[mail]\nhost = \"x\"\n".into(),
            1,
            "driver = \"smtp\" or driver = \"spool\"",
        ),
        (
            "[mail]\ndriver = \"sendmail\"\n".into(),
            2,
            "driver = \"smtp\"",
        ),
        (
            "[mail]\ndriver = \"spool\"\n".into(),
            1,
            "`path` is missing",
        ),
        (
            "[mail]\ndriver = \"spool\"\npath = \"/a\"\nhost = \"x\"\n".into(),
            4,
            "unknown key `host`",
        ),
        (
            "[mail]\ndriver = \"smtp\"\nhost = \"x\"\n".into(),
            1,
            "`from` is missing",
        ),
        (
            format!("{mail}tls = \"none\"\n"),
            5,
            "\"starttls\" or \"implicit\"",
        ),
        (
            format!("{mail}tls = \"maybe\"\n"),
            5,
            "`starttls`, `implicit`, `none`",
        ),
        (format!("{mail}port = 0\n"), 5, "from 1 to 65535"),
        (format!("{mail}username = \"x\"\n"), 1, "password_file"),
        (format!("{mail}password_file = \"/x\"\n"), 1, "username"),
        (
            format!("{mail}password_credential = \"../x\"\n"),
            5,
            "name, not a path",
        ),
        (
            format!("{mail}password_file = \"/x\"\npassword_credential = \"x\"\n"),
            6,
            "keep one",
        ),
        (
            mail.replace("a@b.example", "a@b.example, c@d.example"),
            4,
            "name@domain",
        ),
        (
            mail.replace("a@b.example", "a <a@b.example> b"),
            4,
            "name@domain",
        ),
        (
            "[sms]\ndriver = \"http\"\nurl = \"http://sms.example/{to}{text}\"\n".into(),
            3,
            "https://",
        ),
        (
            "[sms]\ndriver = \"http\"\nurl = \"https://sms.example/{to}\"\n".into(),
            1,
            "{text}",
        ),
        (
            "[sms]\ndriver = \"http\"\nurl = \"https://{to}.example/{text}\"\n".into(),
            1,
            "after its host",
        ),
        (
            "[sms]\ndriver = \"http\"\nurl = \"https://{secret}@sms.example/{to}{text}\"\nsecret_file = \"/s\"\n".into(),
            1,
            "after its host",
        ),
        (
            "[sms]\ndriver = \"http\"\nurl = \"https://sms.example/{to}{text}{number}\"\n".into(),
            1,
            "no other braces",
        ),
        (
            "[sms]\ndriver = \"http\"\nurl = \"https://sms.example/{to}\"\nbody = \"{text}\"\n".into(),
            1,
            "method = \"POST\"",
        ),
        (
            "[sms]\ndriver = \"http\"\nmethod = \"POST\"\nurl = \"https://sms.example/\"\nbody = '{\"to\":{to},\"text\":\"{text}\"}'\n".into(),
            1,
            "between quotes",
        ),
        (
            "[sms]\ndriver = \"http\"\nmethod = \"POST\"\nurl = \"https://sms.example/{to}\"\nbody = \"{text}\"\nheaders = { Content-Type = \"image/png\" }\n".into(),
            1,
            "Content-Type",
        ),
        (
            "[sms]\ndriver = \"http\"\nurl = \"https://sms.example/{to}{text}\"\nheaders = { Host = \"other.example\" }\n".into(),
            1,
            "leave that one out",
        ),
        (
            "[sms]\ndriver = \"http\"\nurl = \"https://sms.example/{to}{text}\"\nheaders = { X-A = \"a\\nb\" }\n".into(),
            1,
            "one line",
        ),
        (
            "[sms]\ndriver = \"http\"\nurl = \"http://127.0.0.1\\\\@sms.example/{to}{text}\"\n".into(),
            3,
            "https://",
        ),
        (
            voice.replace("{number}", "100"),
            1,
            "put {number} in it",
        ),
        (
            voice.replace("/ari\"", "/ari?api_key=hunter2\""),
            1,
            "ends with its path",
        ),
        (
            voice.replace("https://", "https://k:hunter2@"),
            1,
            "ends with its path",
        ),
        (
            voice.replace("\"keyhatch\"", "\"key:hatch\""),
            1,
            "can't have a colon",
        ),
        (voice.replace("https://", "http://"), 3, "https://"),
        (
            "[[connector]]\nname = \"a\"\nkind = \"nis\"\n".into(),
            3,
            "active-directory",
        ),
    ] {
        let said = fault(&text);
        assert!(
            said.starts_with(&format!("config.toml, line {line}: ")),
            "{text}\n{said}"
        );
        assert!(said.contains(says), "{text}\n{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(!said.contains("hunter2"), "{said}");
    }
}

#[test]
fn a_directory_gives_only_roles_that_exist() {
    for (from, to, says) in [
        (
            "\"helpdesk\"",
            "\"root\"",
            "one of global, authentication-policy, user",
        ),
        (
            "\"CN=Help Desk,OU=Groups,DC=corp,DC=example\"",
            "\" \"",
            "name one",
        ),
        ("mobile = \"mobile\"", "mobile = \"\"", "fill it in"),
        ("\"ldaps://dc1.corp.example\"", "\"dc1\"", "ldaps://HOST"),
        (
            "domains = [\"corp.example\"]",
            "domains = []",
            "at least one",
        ),
        ("sync_minutes = 30", "sync_minutes = 0", "from 1 to 10080"),
    ] {
        let said = fault(&WHOLE.replace(from, to));
        assert!(said.contains(says), "{said}");
    }
    let twice = WHOLE.split_once("[[connector]]").unwrap().1;
    let said = fault(&format!("{WHOLE}\n[[connector]]{twice}"));
    assert!(said.contains("rename one"), "{said}");
}

#[test]
fn without_tls_only_on_this_host() {
    for (host, ok) in [
        ("localhost", true),
        ("127.0.0.1", true),
        ("127.9.0.1", true),
        ("::1", true),
        ("mail.example", false),
        ("localhost.example", false),
        ("10.0.0.1", false),
    ] {
        let text =
            format!("[mail]\ndriver='smtp'\nhost='{host}'\ntls='none'\nfrom='a@b.example'\n");
        assert_eq!(Config::parse(&text).is_ok(), ok, "{host}");
    }
}

#[test]
fn a_misplaced_secret_stays_unsaid() {
    let mail = "[mail]\ndriver = \"smtp\"\nhost = \"localhost\"\nfrom = \"a@b.example\"\n";
    for line in [
        "port = \"hunter2\"",
        "port = \"hunter2, expected i64\"",
        "tls = \"hunter2\"",
        "password = \"hunter2\"",
        "password_file = \"hunter2",
        "password_file = hunter2",
        "password_credential = \"/hunter2\"",
        "username = [\"hunter2\"]",
        "from = \"hunter2\"",
        "ca_file = { hunter = \"hunter2\" }",
    ] {
        let text = match line.strip_prefix("from") {
            Some(_) => mail.replace("from = \"a@b.example\"", line),
            None => format!("{mail}{line}\n"),
        };
        let said = fault(&text);
        assert!(!said.contains("hunter2"), "{line}: {said}");
    }
}

#[test]
fn a_file_others_may_change_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    let missing = Config::load(Some(&path)).err().unwrap();
    assert!(missing.to_string().contains("--config"), "{missing}");
    fs::write(&path, "[kiosk]\nidle_seconds = 1\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
    let open = Config::load(Some(&path)).err().unwrap();
    assert!(open.to_string().contains("chmod 600"), "{open}");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let wrong = Config::load(Some(&path)).err().unwrap().to_string();
    assert!(wrong.contains("config.toml, line 2: "), "{wrong}");
    fs::write(&path, b"name = \"\xff\"").unwrap();
    assert!(matches!(
        Config::load(Some(&path)),
        Err(ConfigError::NotText(_))
    ));
}
