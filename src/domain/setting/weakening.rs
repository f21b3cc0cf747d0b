//! Which change of which setting weakens the policy, and so wants a fresh proof of who makes it
//! (security, line 23). Every setting is in the table, so that a new one can't be forgotten.

use super::{Setting, Value};

/// What kind of change weakens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// None: it decides who and how, not how well.
    Never,
    /// Switching it off.
    Off,
    /// Switching it on.
    On,
    /// A lower number.
    Lower,
    /// A higher number.
    Higher,
    /// A higher number, or 0, which means never.
    HigherOrNever,
    /// A word that stands further left here.
    LeftOf(&'static [&'static str]),
    /// Taking an entry out.
    Removing,
    /// Putting this entry in.
    Adding(&'static str),
}

use When::{Adding, Higher, HigherOrNever, LeftOf, Lower, Never, Off, On, Removing};

/// The table, in the order of the settings.
static TABLE: [(&str, When); 44] = [
    ("organisation.name", Never),
    // An address inside a domain that is not the organisation's own may prove who somebody is.
    ("organisation.domains", Removing),
    ("sspr.enabled", Never),
    ("sspr.groups", Never),
    ("sspr.excluded_groups", Never),
    ("methods.enabled", Adding("security_questions")),
    ("methods.required", Lower),
    ("questions.to_register", Lower),
    ("questions.to_reset", Lower),
    ("questions.custom", Never),
    ("questions.alone", On),
    ("registration.required_at_sign_in", Never),
    ("registration.reconfirm_days", HigherOrNever),
    ("notify.users_on_reset", Off),
    ("notify.admins_on_admin_reset", Off),
    ("unlock_without_reset", On),
    ("writeback.enabled", Never),
    ("captcha", LeftOf(&["off", "remote-only", "on"])),
    ("explain", On),
    ("codes.length", Lower),
    // By the length each asks for.
    (
        "password.preset",
        LeftOf(&["entra", "modern", "nist-800-63b-4"]),
    ),
    ("password.min_length", Lower),
    ("password.max_length", Lower),
    ("password.history", Lower),
    // Forced changes make passwords weaker, not stronger (NIST SP 800-63B-4 §3.1.1.2).
    ("password.expires_days", Never),
    ("password.banned", Removing),
    ("lockout.sspr_failures", Higher),
    ("lockout.sspr_hours", Lower),
    ("lockout.sign_in_failures", Higher),
    ("lockout.sign_in_seconds", Lower),
    ("delivery.sms_per_day", Higher),
    ("delivery.calls_per_day", Higher),
    ("delivery.per_destination_per_day", Higher),
    ("delivery.blocked_prefixes", Removing),
    ("licence.default", Never),
    ("licence.trial", Never),
    ("branding.logo", Never),
    ("branding.accent", Never),
    ("branding.sign_in_text", Never),
    ("branding.helpdesk_url", Never),
    ("branding.helpdesk_email", Never),
    ("branding.helpdesk_phone", Never),
    ("branding.languages", Never),
    ("branding.default_language", Never),
];

impl Setting {
    /// Whether going from the one value to the other weakens the policy.
    pub fn weakens(&self, from: &Value, to: &Value) -> bool {
        let row = TABLE.iter().find(|(key, _)| *key == self.key);
        let when = row.map_or(Never, |(_, when)| *when);
        match (when, from, to) {
            (Off, _, Value::Text(to)) => to == "off" && from.stored() != "off",
            (On, _, Value::Text(to)) => to == "on" && from.stored() != "on",
            (Lower, Value::Number(from), Value::Number(to)) => to < from,
            (Higher, Value::Number(from), Value::Number(to)) => to > from,
            (HigherOrNever, Value::Number(from), Value::Number(to)) => match (from, to) {
                (0, _) => false,
                (_, 0) => true,
                (from, to) => to > from,
            },
            (LeftOf(words), Value::Text(from), Value::Text(to)) => {
                let place = |word: &String| words.iter().position(|known| known == word);
                place(to) < place(from)
            }
            (Removing, Value::List(from), Value::List(to)) => {
                from.iter().any(|entry| !to.contains(entry))
            }
            (Adding(weak), Value::List(from), Value::List(to)) => {
                let has = |list: &[String]| list.iter().any(|entry| entry == weak);
                has(to) && !has(from)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::SETTINGS;
    use super::*;

    #[test]
    fn every_setting_is_decided_in_its_order() {
        let keys = SETTINGS.iter().map(|setting| setting.key);
        assert!(keys.eq(TABLE.iter().map(|(key, _)| *key)));
        for (key, when) in &TABLE {
            let setting = SETTINGS.iter().find(|setting| setting.key == *key).unwrap();
            if let LeftOf(words) = when {
                for word in *words {
                    assert!(setting.parse(key, word).is_ok(), "{key} {word}");
                }
            }
        }
    }

    #[test]
    fn what_weakens_and_what_does_not() {
        for (key, strong, weak) in [
            ("organisation.domains", "a.example,b.example", "b.example"),
            ("methods.enabled", "email", "email,security_questions"),
            ("methods.required", "2", "1"),
            ("questions.to_reset", "5", "4"),
            ("questions.alone", "off", "on"),
            ("registration.reconfirm_days", "180", "181"),
            ("registration.reconfirm_days", "180", "0"),
            ("notify.users_on_reset", "on", "off"),
            ("notify.admins_on_admin_reset", "on", "off"),
            ("unlock_without_reset", "off", "on"),
            ("captcha", "on", "remote-only"),
            ("captcha", "remote-only", "off"),
            ("explain", "off", "on"),
            ("codes.length", "8", "6"),
            ("password.preset", "nist-800-63b-4", "modern"),
            ("password.preset", "modern", "entra"),
            ("password.min_length", "12", "8"),
            ("password.max_length", "256", "64"),
            ("password.history", "5", "1"),
            ("password.banned", "fabrikam", ""),
            ("lockout.sspr_failures", "5", "6"),
            ("lockout.sspr_hours", "24", "1"),
            ("lockout.sign_in_failures", "10", "50"),
            ("lockout.sign_in_seconds", "60", "1"),
            ("delivery.sms_per_day", "0", "1"),
            ("delivery.blocked_prefixes", "+44,+49", "+44"),
        ] {
            let setting = Setting::find(key).unwrap();
            let [strong, weak] = [strong, weak].map(|typed| setting.parse(key, typed).unwrap());
            assert!(setting.weakens(&strong, &weak), "{key}");
            assert!(!setting.weakens(&weak, &strong), "{key} back");
            assert!(!setting.weakens(&weak, &weak), "{key} as it is");
        }
        for (key, one, other) in [
            ("sspr.enabled", "none", "all"),
            ("methods.enabled", "email", "app_code"),
            ("password.expires_days", "0", "90"),
            ("branding.sign_in_text.de", "Guten Tag", ""),
        ] {
            let setting = Setting::find(key).unwrap();
            let [one, other] = [one, other].map(|typed| setting.parse(key, typed).unwrap());
            assert!(!setting.weakens(&one, &other), "{key}");
            assert!(!setting.weakens(&other, &one), "{key} back");
        }
    }
}
