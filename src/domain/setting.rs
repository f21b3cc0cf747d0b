//! Every setting, described once: key, kind and range, default, message ids, who may change it.
//! Command line, forms, policy file, validation and audit all read this one table.

mod error;
mod weakening;

use super::accent::Accent;
use super::art;
use super::language::LANGUAGES;
use super::licence::Licence;
use super::method::Method;
use super::role::Permission;
use super::text;
pub use error::{Clash, SettingError};

/// One row of the table.
#[derive(Debug)]
pub struct Setting {
    /// The policy key. A family (see [`Setting::family`]) is followed by a point and its member.
    pub key: &'static str,
    /// What values it takes.
    pub kind: Kind,
    /// The value in force while none is set, as it would be typed.
    pub default: &'static str,
    /// Who may change it.
    pub who: Permission,
    /// Whether the key is the stem of one key per language, like `branding.sign_in_text.de`.
    pub family: bool,
}

/// The values a setting takes.
#[derive(Debug)]
pub enum Kind {
    /// One line of text of at most so many characters.
    Line(usize),
    /// Several lines of text of at most so many characters in all.
    Lines(usize),
    /// Text art of at most so many columns and rows.
    Art(usize, usize),
    /// `on` or `off`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Any of these words.
    Set(&'static [&'static str]),
    /// A whole number from the first to the second, both allowed.
    Number(i64, i64),
    /// At most so many texts, each of at least and at most so many characters.
    List(usize, usize, usize),
    /// Names of groups that exist.
    Groups,
    /// Tags of languages that are shipped; empty means all.
    Languages,
    /// The tag of one shipped language.
    Language,
}

/// A value that passed its setting's own check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text, word or flag.
    Text(String),
    /// A number.
    Number(i64),
    /// Several texts.
    List(Vec<String>),
}

const fn row(key: &'static str, kind: Kind, default: &'static str, who: Permission) -> Setting {
    Setting {
        key,
        kind,
        default,
        who,
        family: false,
    }
}

const ORG: Permission = Permission::ChangeOrganisation;
const AUTH: Permission = Permission::ChangePolicy;

/// The table (contract, "Policy keys").
pub static SETTINGS: [Setting; 44] = [
    row("organisation.name", Kind::Line(100), "", ORG),
    row("organisation.domains", Kind::List(100, 1, 253), "", ORG),
    row(
        "sspr.enabled",
        Kind::Choice(&["none", "selected", "all"]),
        "none",
        AUTH,
    ),
    row("sspr.groups", Kind::Groups, "", AUTH),
    row("sspr.excluded_groups", Kind::Groups, "", AUTH),
    row(
        "methods.enabled",
        Kind::Set(&Method::KEYS),
        "app_notification,app_code,email,mobile_phone",
        AUTH,
    ),
    row("methods.required", Kind::Number(1, 2), "2", AUTH),
    row("questions.to_register", Kind::Number(3, 5), "5", AUTH),
    row("questions.to_reset", Kind::Number(3, 5), "3", AUTH),
    row("questions.custom", Kind::List(20, 3, 200), "", AUTH),
    row("questions.alone", Kind::Flag, "off", AUTH),
    row("registration.required_at_sign_in", Kind::Flag, "on", AUTH),
    row(
        "registration.reconfirm_days",
        Kind::Number(0, 730),
        "180",
        AUTH,
    ),
    row("notify.users_on_reset", Kind::Flag, "on", AUTH),
    row("notify.admins_on_admin_reset", Kind::Flag, "on", AUTH),
    row("unlock_without_reset", Kind::Flag, "off", AUTH),
    row("writeback.enabled", Kind::Flag, "on", AUTH),
    row(
        "captcha",
        Kind::Choice(&["off", "on", "remote-only"]),
        "remote-only",
        AUTH,
    ),
    row("explain", Kind::Flag, "off", AUTH),
    row("codes.length", Kind::Number(6, 10), "6", AUTH),
    row(
        "password.preset",
        Kind::Choice(&["modern", "entra", "nist-800-63b-4"]),
        "modern",
        AUTH,
    ),
    row("password.min_length", Kind::Number(8, 128), "12", AUTH),
    row("password.max_length", Kind::Number(64, 256), "256", AUTH),
    row("password.history", Kind::Number(1, 24), "5", AUTH),
    row("password.expires_days", Kind::Number(0, 3650), "0", AUTH),
    row("password.banned", Kind::List(1000, 4, 16), "", AUTH),
    row("lockout.sspr_failures", Kind::Number(1, 50), "5", AUTH),
    row("lockout.sspr_hours", Kind::Number(1, 720), "24", AUTH),
    row("lockout.sign_in_failures", Kind::Number(1, 50), "10", AUTH),
    row(
        "lockout.sign_in_seconds",
        Kind::Number(1, 18_000),
        "60",
        AUTH,
    ),
    row(
        "delivery.sms_per_day",
        Kind::Number(0, 1_000_000),
        "1000",
        AUTH,
    ),
    row(
        "delivery.calls_per_day",
        Kind::Number(0, 1_000_000),
        "200",
        AUTH,
    ),
    row(
        "delivery.per_destination_per_day",
        Kind::Number(1, 1000),
        "10",
        AUTH,
    ),
    row(
        "delivery.blocked_prefixes",
        Kind::List(500, 2, 16),
        "",
        AUTH,
    ),
    row("licence.default", Kind::Choice(&Licence::KEYS), "p1", ORG),
    row("licence.trial", Kind::Flag, "off", ORG),
    row("branding.logo", Kind::Art(60, 6), "", ORG),
    row("branding.accent", Kind::Choice(&Accent::KEYS), "", ORG),
    Setting {
        key: "branding.sign_in_text",
        kind: Kind::Lines(1024),
        default: "",
        who: ORG,
        family: true,
    },
    row("branding.helpdesk_url", Kind::Line(200), "", ORG),
    row("branding.helpdesk_email", Kind::Line(200), "", ORG),
    row("branding.helpdesk_phone", Kind::Line(60), "", ORG),
    row("branding.languages", Kind::Languages, "", ORG),
    row("branding.default_language", Kind::Language, "en", ORG),
];

impl Setting {
    /// The row of a key; a member of a family finds the family's row.
    pub fn find(key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| {
            if setting.family {
                key.strip_prefix(setting.key)
                    .and_then(|rest| rest.strip_prefix('.'))
                    .is_some_and(|tag| LANGUAGES.contains(&tag))
            } else {
                setting.key == key
            }
        })
    }

    /// The message id of its name; `.advice` is the documentation's advice about it.
    pub fn message(&self) -> String {
        format!("setting-{}", self.key.replace(['.', '_'], "-"))
    }

    /// Reads a value as an administrator types it: lists separated by commas.
    pub fn parse(&self, key: &str, typed: &str) -> Result<Value, SettingError> {
        let parts = typed
            .split(',')
            .map(text::clean)
            .filter(|part| !part.is_empty())
            .collect();
        match self.kind {
            Kind::Lines(_) | Kind::Art(..) => self.check(key, Value::Text(typed.to_owned())),
            Kind::Number(..) => match typed.trim().parse() {
                Ok(number) => self.check(key, Value::Number(number)),
                Err(_) => Err(self.refuse(key, typed)),
            },
            Kind::Set(_) | Kind::List(..) | Kind::Groups | Kind::Languages => {
                self.check(key, Value::List(parts))
            }
            _ => self.check(key, Value::Text(typed.to_owned())),
        }
    }

    /// Checks a value against the kind and brings it into its one form.
    pub fn check(&self, key: &str, value: Value) -> Result<Value, SettingError> {
        let given = match &value {
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::List(list) => list.join(","),
        };
        let refuse = || Err(self.refuse(key, &given));
        match (&self.kind, value) {
            (Kind::Line(most), Value::Text(text)) => {
                let text = text::clean(&text);
                if text.chars().count() > *most {
                    return refuse();
                }
                Ok(Value::Text(text))
            }
            (Kind::Lines(most), Value::Text(text)) => {
                let lines: Vec<String> = text.lines().map(text::clean_line).collect();
                let text = lines.join("\n");
                if text.chars().count() > *most {
                    return refuse();
                }
                Ok(Value::Text(text))
            }
            (Kind::Art(columns, rows), Value::Text(text)) => art::fitting(&text, *columns, *rows)
                .map(Value::Text)
                .ok_or_else(|| self.refuse(key, &text)),
            (Kind::Flag, Value::Text(text)) if matches!(text.trim(), "on" | "off") => {
                Ok(Value::Text(text.trim().to_owned()))
            }
            (Kind::Choice(words), Value::Text(text)) if words.contains(&text.trim()) => {
                Ok(Value::Text(text.trim().to_owned()))
            }
            (Kind::Language, Value::Text(text)) if LANGUAGES.contains(&text.trim()) => {
                Ok(Value::Text(text.trim().to_owned()))
            }
            (Kind::Number(low, high), Value::Number(number))
                if (*low..=*high).contains(&number) =>
            {
                Ok(Value::Number(number))
            }
            (Kind::Set(words), Value::List(list)) => {
                if list.iter().any(|item| !words.contains(&item.as_str())) {
                    return refuse();
                }
                let ordered = words
                    .iter()
                    .filter(|word| list.iter().any(|item| item == *word));
                Ok(Value::List(
                    ordered.map(|word| (*word).to_owned()).collect(),
                ))
            }
            (Kind::Languages, Value::List(list)) => {
                if list.iter().any(|tag| !LANGUAGES.contains(&tag.as_str())) {
                    return refuse();
                }
                Ok(Value::List(unique(list)))
            }
            (Kind::List(most, shortest, longest), Value::List(list)) => {
                let list = unique(list.iter().map(|item| text::clean(item)).collect());
                let fits = |item: &String| (*shortest..=*longest).contains(&item.chars().count());
                if list.len() > *most || !list.iter().all(fits) {
                    return refuse();
                }
                Ok(Value::List(list))
            }
            (Kind::Groups, Value::List(list)) => Ok(Value::List(unique(
                list.iter().map(|item| text::clean(item)).collect(),
            ))),
            _ => refuse(),
        }
    }

    fn refuse(&self, key: &str, given: &str) -> SettingError {
        let given: String = text::clean(given).chars().take(40).collect();
        SettingError::Value {
            key: key.to_owned(),
            expected: self.kind.expected(),
            given,
        }
    }

    /// The value in force while none is set.
    pub fn default_value(&self) -> Value {
        match self.kind {
            Kind::Number(low, _) => Value::Number(self.default.parse().unwrap_or(low)),
            Kind::Set(_) | Kind::List(..) | Kind::Groups | Kind::Languages => Value::List(
                self.default
                    .split(',')
                    .filter(|part| !part.is_empty())
                    .map(str::to_owned)
                    .collect(),
            ),
            _ => Value::Text(self.default.to_owned()),
        }
    }

    /// Reads back what [`Value::stored`] wrote; `None` where it no longer fits the kind.
    pub fn restore(&self, stored: &str) -> Option<Value> {
        let value = match self.kind {
            Kind::Number(..) => Value::Number(stored.parse().ok()?),
            Kind::Set(_) | Kind::List(..) | Kind::Groups | Kind::Languages => Value::List(
                stored
                    .lines()
                    .filter(|line| !line.is_empty())
                    .map(str::to_owned)
                    .collect(),
            ),
            _ => Value::Text(stored.to_owned()),
        };
        self.check(self.key, value).ok()
    }
}

fn unique(list: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(list.len());
    for item in list {
        if !item.is_empty() && !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

impl Kind {
    /// What the setting takes, in words.
    pub fn expected(&self) -> String {
        match self {
            Self::Line(most) => format!("a line of at most {most} characters"),
            Self::Lines(most) => format!("text of at most {most} characters"),
            Self::Art(columns, rows) => {
                format!("text art of at most {columns} columns and {rows} rows")
            }
            Self::Flag => "on or off".to_owned(),
            Self::Choice(words) => {
                let named: Vec<&str> = words.iter().filter(|w| !w.is_empty()).copied().collect();
                let rest = if named.len() < words.len() {
                    " (or nothing)"
                } else {
                    ""
                };
                format!("one of {}{rest}", named.join(", "))
            }
            Self::Set(words) => format!("any of {}, separated by commas", words.join(", ")),
            Self::Number(low, high) => format!("a whole number from {low} to {high}"),
            Self::List(most, shortest, longest) => {
                format!(
                    "at most {most} texts of {shortest} to {longest} characters, separated by commas"
                )
            }
            Self::Groups => "names of groups, separated by commas".to_owned(),
            Self::Languages => format!("any of {}, separated by commas", LANGUAGES.join(", ")),
            Self::Language => format!("one of {}", LANGUAGES.join(", ")),
        }
    }
}

impl Value {
    /// The form in the store: a list is one item a line.
    pub fn stored(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::List(list) => list.join("\n"),
        }
    }

    /// The form an administrator types and reads.
    pub fn shown(&self) -> String {
        match self {
            Self::List(list) => list.join(","),
            other => other.stored(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_a_value_of_its_kind() {
        for setting in &SETTINGS {
            let value = setting.default_value();
            assert_eq!(
                setting.check(setting.key, value.clone()),
                Ok(value.clone()),
                "{}",
                setting.key
            );
            assert_eq!(
                setting.restore(&value.stored()),
                Some(value),
                "{}",
                setting.key
            );
        }
    }

    #[test]
    fn both_ends_of_every_range_and_one_beyond() {
        for setting in &SETTINGS {
            if let Kind::Number(low, high) = setting.kind {
                for good in [low, high] {
                    assert!(setting.parse(setting.key, &good.to_string()).is_ok());
                }
                for bad in [low - 1, high + 1, i64::MAX] {
                    assert!(setting.parse(setting.key, &bad.to_string()).is_err());
                }
                for bad in ["", "x", "5.0", "99999999999999999999"] {
                    assert!(setting.parse(setting.key, bad).is_err());
                }
            }
        }
    }

    #[test]
    fn values_are_cleaned_and_families_have_members() {
        let text = Setting::find("branding.sign_in_text.de").unwrap();
        let value = text
            .parse("branding.sign_in_text.de", "a\u{1b}[2Jb\nc\u{202e}")
            .unwrap();
        assert_eq!(value, Value::Text("a[2Jb\nc".to_owned()));
        assert!(Setting::find("branding.sign_in_text").is_none());
        assert!(Setting::find("branding.sign_in_text.xx").is_none());
        let methods = Setting::find("methods.enabled").unwrap();
        assert_eq!(
            methods
                .parse("methods.enabled", "email, app_code,email")
                .unwrap()
                .shown(),
            "app_code,email"
        );
        assert!(methods.parse("methods.enabled", "fax").is_err());
    }
}
