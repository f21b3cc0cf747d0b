//! What a change of the policy comes to, told before it is saved: whom it strands, whom it newly
//! reaches, and where what is chosen is weaker than the documentation advises.

use super::eligibility::{Facts, first_failure};
use super::human::Captcha;
use super::method::Method;
use super::policy::{Policy, Reach, Values};

/// What a change does to one account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It could reset its password, and can't any more.
    Stranded,
    /// It could not, and can now.
    Reached,
}

/// What becomes of an account, by its facts under the policy before and under the one after.
pub fn turned(before: (&Facts, &Policy), after: (&Facts, &Policy)) -> Option<Turn> {
    let could = first_failure(before.0, before.1).is_none();
    let can = first_failure(after.0, after.1).is_none();
    match (could, can) {
        (true, false) => Some(Turn::Stranded),
        (false, true) => Some(Turn::Reached),
        _ => None,
    }
}

/// Whether two policies may judge some account differently; where they can't, nobody needs to be
/// looked at. Every field is named, so that a new one is thought about.
pub fn may_turn(before: &Policy, after: &Policy) -> bool {
    let Policy {
        reach,
        groups,
        excluded_groups,
        methods,
        required,
        questions_to_reset,
        questions_custom,
        questions_alone,
        blocked_prefixes,
        licence,
        trial,
        organisation: _,
        domains: _,
        questions_to_register: _,
        notify_users: _,
        notify_admins: _,
        unlock_without_reset: _,
        captcha: _,
        explain: _,
        code_digits: _,
        password: _,
        sspr_failures: _,
        sspr_block_hours: _,
        sign_in_failures: _,
        sign_in_lock: _,
        sms_per_day: _,
        calls_per_day: _,
        per_destination: _,
        registration_required: _,
        reconfirm: _,
        helpdesk: _,
        languages: _,
        default_language: _,
        sign_in_text: _,
        logo: _,
        accent: _,
    } = after;
    before.reach != *reach
        || before.groups != *groups
        || before.excluded_groups != *excluded_groups
        || before.methods != *methods
        || before.required != *required
        || before.questions_to_reset != *questions_to_reset
        || before.questions_custom != *questions_custom
        || before.questions_alone != *questions_alone
        || before.blocked_prefixes != *blocked_prefixes
        || before.licence != *licence
        || before.trial != *trial
}

/// The key that decides the value in force of a setting: its own, or that of the preset while the
/// least length is not set.
pub fn decided_by<'a>(values: &Values, key: &'a str) -> &'a str {
    match key {
        "password.min_length" if !values.contains_key(key) => "password.preset",
        own => own,
    }
}

/// A choice that is weaker than the documentation advises.
#[derive(Debug)]
pub struct Advice {
    /// The message id of what is advised, and why.
    pub message: &'static str,
    /// The settings that make the choice.
    pub keys: &'static [&'static str],
    weak: fn(&Policy) -> bool,
}

const fn weak(
    message: &'static str,
    keys: &'static [&'static str],
    weak: fn(&Policy) -> bool,
) -> Advice {
    Advice {
        message,
        keys,
        weak,
    }
}

/// Every weakness that is told of, in the order of the settings.
static ADVICE: [Advice; 19] = [
    weak(
        "advice-no-help-desk",
        &[
            "sspr.enabled",
            "branding.helpdesk_url",
            "branding.helpdesk_email",
            "branding.helpdesk_phone",
        ],
        |policy| policy.reach != Reach::Nobody && policy.helpdesk.is_empty(),
    ),
    weak(
        "advice-few-methods",
        &["methods.enabled", "methods.required"],
        |policy| policy.methods.len() <= policy.required,
    ),
    weak("advice-one-method", &["methods.required"], |policy| {
        policy.required < 2
    }),
    weak(
        "advice-questions-spare",
        &[
            "questions.to_register",
            "questions.to_reset",
            "methods.enabled",
        ],
        |policy| {
            policy.methods.contains(&Method::SecurityQuestions)
                && policy.questions_to_register <= policy.questions_to_reset
        },
    ),
    weak("advice-questions-alone", &["questions.alone"], |policy| {
        policy.questions_alone
    }),
    weak(
        "advice-no-registration",
        &["registration.required_at_sign_in"],
        |policy| !policy.registration_required,
    ),
    weak(
        "advice-never-reconfirmed",
        &["registration.reconfirm_days"],
        |policy| policy.reconfirm.is_none(),
    ),
    weak(
        "advice-users-untold",
        &["notify.users_on_reset"],
        |policy| !policy.notify_users,
    ),
    weak(
        "advice-administrators-untold",
        &["notify.admins_on_admin_reset"],
        |policy| !policy.notify_admins,
    ),
    weak("advice-no-human-check", &["captcha"], |policy| {
        policy.captcha == Captcha::Off
    }),
    weak("advice-explained", &["explain"], |policy| policy.explain),
    weak("advice-composition", &["password.preset"], |policy| {
        policy.password.classes
    }),
    weak(
        "advice-short-passwords",
        &["password.preset", "password.min_length"],
        |policy| policy.password.min_length < 12,
    ),
    weak("advice-expiry", &["password.expires_days"], |policy| {
        policy.password.expires.is_some()
    }),
    weak("advice-many-proofs", &["lockout.sspr_failures"], |policy| {
        policy.sspr_failures > 5
    }),
    weak("advice-short-block", &["lockout.sspr_hours"], |policy| {
        policy.sspr_block_hours < 24
    }),
    weak(
        "advice-many-sign-ins",
        &["lockout.sign_in_failures"],
        |policy| policy.sign_in_failures > 10,
    ),
    weak(
        "advice-short-lock",
        &["lockout.sign_in_seconds"],
        |policy| policy.sign_in_lock.as_secs() < 60,
    ),
    weak(
        "advice-flooded",
        &["delivery.per_destination_per_day"],
        |policy| policy.per_destination > 10,
    ),
];

/// What is weak in a policy, in the order of the settings.
pub fn advice(policy: &Policy) -> impl Iterator<Item = &'static Advice> {
    ADVICE.iter().filter(|advice| (advice.weak)(policy))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::setting::{SETTINGS, Setting};

    fn policy(pairs: &[(&str, &str)]) -> Policy {
        let mut values = Values::new();
        for (key, typed) in pairs {
            let value = Setting::find(key).unwrap().parse(key, typed).unwrap();
            values.insert((*key).to_owned(), value);
        }
        Policy::new(&values)
    }

    fn told(pairs: &[(&str, &str)]) -> Vec<&'static str> {
        advice(&policy(pairs))
            .map(|advice| advice.message)
            .collect()
    }

    #[test]
    fn the_defaults_are_not_weak() {
        assert_eq!(told(&[]), [""; 0]);
        assert_eq!(
            told(&[
                ("sspr.enabled", "all"),
                ("branding.helpdesk_phone", "+1 425-555-0100"),
                ("password.preset", "nist-800-63b-4"),
            ]),
            [""; 0]
        );
    }

    #[test]
    fn each_weakness_is_told_at_its_edge() {
        let cases: &[(&str, &str, &str, &str)] = &[
            ("advice-no-help-desk", "sspr.enabled", "none", "all"),
            ("advice-one-method", "methods.required", "2", "1"),
            (
                "advice-few-methods",
                "methods.enabled",
                "email,app_code,mobile_phone",
                "email,app_code",
            ),
            ("advice-questions-alone", "questions.alone", "off", "on"),
            (
                "advice-no-registration",
                "registration.required_at_sign_in",
                "on",
                "off",
            ),
            (
                "advice-never-reconfirmed",
                "registration.reconfirm_days",
                "730",
                "0",
            ),
            ("advice-users-untold", "notify.users_on_reset", "on", "off"),
            (
                "advice-administrators-untold",
                "notify.admins_on_admin_reset",
                "on",
                "off",
            ),
            ("advice-no-human-check", "captcha", "remote-only", "off"),
            ("advice-explained", "explain", "off", "on"),
            (
                "advice-composition",
                "password.preset",
                "nist-800-63b-4",
                "entra",
            ),
            ("advice-short-passwords", "password.min_length", "12", "11"),
            ("advice-expiry", "password.expires_days", "0", "3650"),
            ("advice-many-proofs", "lockout.sspr_failures", "5", "6"),
            ("advice-short-block", "lockout.sspr_hours", "24", "23"),
            (
                "advice-many-sign-ins",
                "lockout.sign_in_failures",
                "10",
                "11",
            ),
            ("advice-short-lock", "lockout.sign_in_seconds", "60", "59"),
            (
                "advice-flooded",
                "delivery.per_destination_per_day",
                "10",
                "11",
            ),
        ];
        for (message, key, sound, weak) in cases {
            assert!(!told(&[(key, sound)]).contains(message), "{key}={sound}");
            assert!(told(&[(key, weak)]).contains(message), "{key}={weak}");
        }
        let spare = ("questions.to_register", "3");
        assert_eq!(told(&[spare]), [""; 0], "nobody is asked questions");
        let asked = ("methods.enabled", "email,app_code,security_questions");
        assert_eq!(told(&[spare, asked]), ["advice-questions-spare"]);
        assert_eq!(cases.len() + 1, ADVICE.len());
        // The preset shortens what is not set.
        assert_eq!(
            told(&[("password.preset", "entra")]),
            ["advice-composition", "advice-short-passwords"]
        );
    }

    #[test]
    fn advice_is_about_settings_and_in_their_order() {
        let place = |key: &str| SETTINGS.iter().position(|setting| setting.key == key);
        let first = |advice: &Advice| place(advice.keys[0]).unwrap();
        for advice in &ADVICE {
            assert!(advice.keys.iter().all(|key| place(key).is_some()));
        }
        assert!(ADVICE.iter().is_sorted_by_key(first));
    }

    #[test]
    fn only_what_bears_on_eligibility_may_turn_somebody() {
        let before = policy(&[]);
        for pair in [
            ("explain", "on"),
            ("password.min_length", "20"),
            ("branding.accent", "blue"),
            ("questions.to_register", "4"),
        ] {
            assert!(!may_turn(&before, &policy(&[pair])), "{pair:?}");
        }
        for pair in [
            ("sspr.enabled", "all"),
            ("sspr.groups", "A"),
            ("sspr.excluded_groups", "A"),
            ("methods.enabled", "email"),
            ("methods.required", "1"),
            ("questions.to_reset", "4"),
            ("questions.custom", "Why?"),
            ("questions.alone", "on"),
            ("delivery.blocked_prefixes", "+44"),
            ("licence.default", "free"),
            ("licence.trial", "on"),
        ] {
            assert!(may_turn(&before, &policy(&[pair])), "{pair:?}");
        }
    }
}
