//! The policy in force: the settings' values, typed, checked as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::accent::Accent;
use super::account;
use super::human::Captcha;
use super::licence::Licence;
use super::method::Method;
use super::number;
use super::setting::{Clash, SETTINGS, Setting, SettingError, Value};
use super::time::Timestamp;

/// Every setting that is not at its default, by key.
pub type Values = BTreeMap<String, Value>;

/// For whom self-service reset is switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nobody.
    Nobody,
    /// The members of the selected groups.
    Selected,
    /// Everybody.
    Everybody,
}

/// The policy, read once per decision.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The organisation's name.
    pub organisation: String,
    /// Its own mail domains.
    pub domains: Vec<String>,
    /// For whom SSPR is on.
    pub reach: Reach,
    /// The selected groups, canonical names.
    pub groups: Vec<String>,
    /// The excluded groups, canonical names.
    pub excluded_groups: Vec<String>,
    /// The methods policy allows.
    pub methods: BTreeSet<Method>,
    /// Gates an ordinary account must pass: 1 or 2.
    pub required: usize,
    /// How many questions a person registers.
    pub questions_to_register: usize,
    /// How many of them are asked.
    pub questions_to_reset: usize,
    /// The organisation's own questions.
    pub questions_custom: Vec<String>,
    /// Whether questions may be the only gate passed.
    pub questions_alone: bool,
    /// Whether a person is told of their reset.
    pub notify_users: bool,
    /// Whether administrators are told of an administrator's reset.
    pub notify_admins: bool,
    /// Whether a locked account may be unlocked without a new password.
    pub unlock_without_reset: bool,
    /// When the human check is asked for.
    pub captcha: Captcha,
    /// Whether a refusal says its reason.
    pub explain: bool,
    /// Digits of a code.
    pub code_digits: usize,
    /// The rules for passwords.
    pub password: PasswordPolicy,
    /// Failed proofs in 24 h that block the account.
    pub sspr_failures: i64,
    /// Hours the block lasts.
    pub sspr_block_hours: u32,
    /// Failed sign-ins that lock sign-in.
    pub sign_in_failures: i64,
    /// The first such lock.
    pub sign_in_lock: Duration,
    /// Text messages of the whole organisation in 24 h.
    pub sms_per_day: i64,
    /// Calls of the whole organisation in 24 h.
    pub calls_per_day: i64,
    /// Prefixes of numbers that nothing goes to, as `+` and digits.
    pub blocked_prefixes: Vec<String>,
    /// Messages to one destination in 24 h.
    pub per_destination: i64,
    /// The licence of accounts that have none of their own.
    pub licence: Licence,
    /// A trial: no calls.
    pub trial: bool,
    /// Whether a sign-in asks for the methods that are missing.
    pub registration_required: bool,
    /// After how long what is registered is to be looked over; `None` means never.
    pub reconfirm: Option<Duration>,
    /// The help desk, as people are told: URL, address, telephone; empty ones left out.
    pub helpdesk: Vec<String>,
    /// Languages offered; empty means all.
    pub languages: Vec<String>,
    /// The language of a message when nothing else is known.
    pub default_language: String,
    /// The organisation's own text on the first screen, by language.
    pub sign_in_text: BTreeMap<String, String>,
    /// The logo as text art.
    pub logo: String,
    /// The accent colour, if one is set.
    pub accent: Option<Accent>,
}

/// The rules for passwords that need no directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// Least code points.
    pub min_length: usize,
    /// Most code points.
    pub max_length: usize,
    /// How many earlier passwords may not come back, the current one included.
    pub history: usize,
    /// Whether three of four character classes are asked for (preset `entra`).
    pub classes: bool,
    /// How old a password may become; `None` means for ever.
    pub expires: Option<Duration>,
    /// The organisation's own banned words.
    pub banned: Vec<String>,
}

impl Default for PasswordPolicy {
    /// The preset `modern`.
    fn default() -> Self {
        Policy::new(&Values::new()).password
    }
}

impl PasswordPolicy {
    /// Whether a password made then is too old now.
    pub fn is_expired(&self, made: Timestamp, now: Timestamp) -> bool {
        self.expires.is_some_and(|age| made.plus(age) <= now)
    }
}

impl Policy {
    /// Reads the policy out of the values that are set.
    pub fn new(values: &Values) -> Self {
        let of = Reader(values);
        let preset = of.text("password.preset");
        let min_length = match values.get("password.min_length") {
            Some(Value::Number(number)) => *number,
            _ => match preset.as_str() {
                "entra" => 8,
                "nist-800-63b-4" => 15,
                _ => of.number("password.min_length"),
            },
        };
        let mut sign_in_text = BTreeMap::new();
        for (key, value) in values {
            if let Some(tag) = key.strip_prefix("branding.sign_in_text.") {
                sign_in_text.insert(tag.to_owned(), value.stored());
            }
        }
        Self {
            organisation: of.text("organisation.name"),
            domains: folded(of.list("organisation.domains")),
            reach: match of.text("sspr.enabled").as_str() {
                "all" => Reach::Everybody,
                "selected" => Reach::Selected,
                _ => Reach::Nobody,
            },
            groups: folded(of.list("sspr.groups")),
            excluded_groups: folded(of.list("sspr.excluded_groups")),
            methods: of
                .list("methods.enabled")
                .iter()
                .filter_map(|key| Method::from_key(key))
                .collect(),
            required: of.size("methods.required"),
            questions_to_register: of.size("questions.to_register"),
            questions_to_reset: of.size("questions.to_reset"),
            questions_custom: of.list("questions.custom"),
            questions_alone: of.flag("questions.alone"),
            notify_users: of.flag("notify.users_on_reset"),
            notify_admins: of.flag("notify.admins_on_admin_reset"),
            unlock_without_reset: of.flag("unlock_without_reset"),
            captcha: Captcha::from_key(&of.text("captcha")),
            explain: of.flag("explain"),
            code_digits: of.size("codes.length"),
            password: PasswordPolicy {
                min_length: usize::try_from(min_length).unwrap_or_default(),
                max_length: of.size("password.max_length"),
                history: of.size("password.history"),
                classes: preset == "entra",
                expires: of.days("password.expires_days"),
                banned: of.list("password.banned"),
            },
            sspr_failures: of.number("lockout.sspr_failures"),
            sspr_block_hours: u32::try_from(of.number("lockout.sspr_hours")).unwrap_or(24),
            sign_in_failures: of.number("lockout.sign_in_failures"),
            sign_in_lock: Duration::from_secs(
                u64::try_from(of.number("lockout.sign_in_seconds")).unwrap_or(60),
            ),
            sms_per_day: of.number("delivery.sms_per_day"),
            calls_per_day: of.number("delivery.calls_per_day"),
            blocked_prefixes: of
                .list("delivery.blocked_prefixes")
                .iter()
                .filter_map(|written| number::prefix(written))
                .collect(),
            per_destination: of.number("delivery.per_destination_per_day"),
            licence: Licence::from_key(&of.text("licence.default")).unwrap_or(Licence::P1),
            trial: of.flag("licence.trial"),
            registration_required: of.flag("registration.required_at_sign_in"),
            reconfirm: of.days("registration.reconfirm_days"),
            helpdesk: [
                "branding.helpdesk_url",
                "branding.helpdesk_email",
                "branding.helpdesk_phone",
            ]
            .into_iter()
            .map(|key| of.text(key))
            .filter(|text| !text.is_empty())
            .collect(),
            languages: of.list("branding.languages"),
            default_language: of.text("branding.default_language"),
            sign_in_text,
            logo: of.text("branding.logo"),
            accent: Accent::from_key(&of.text("branding.accent")),
        }
    }

    /// Whether messages and calls to a number are blocked by its prefix.
    pub fn blocks_number(&self, number: &str) -> bool {
        let blocked = &self.blocked_prefixes;
        blocked.iter().any(|prefix| number.starts_with(prefix))
    }

    /// Whether an address lies inside the organisation's own domains, or below them. An ideographic
    /// full stop separates labels as well (RFC 3490 §3.1), and a last dot names the root.
    pub fn owns_address(&self, address: &str) -> bool {
        let Some((_, domain)) = address.rsplit_once('@') else {
            return false;
        };
        let domain = super::text::canonical(domain).replace('\u{3002}', ".");
        let domain = domain.trim_end_matches('.');
        let mut own = self.domains.iter();
        own.any(|own| match domain.strip_suffix(own.as_str()) {
            Some(above) => above.is_empty() || above.ends_with('.'),
            None => false,
        })
    }
}

fn folded(list: Vec<String>) -> Vec<String> {
    list.iter()
        .map(|name| super::text::canonical(name))
        .collect()
}

/// The value in force of one setting, set or default.
pub fn in_force(values: &Values, setting: &Setting) -> Value {
    match (values.get(setting.key), setting.key) {
        (Some(value), _) => value.clone(),
        (None, "password.min_length") => {
            Value::Number(i64::try_from(Policy::new(values).password.min_length).unwrap_or(12))
        }
        (None, _) => setting.default_value(),
    }
}

/// Checks what no single setting can: that the values make sense together.
pub fn check_whole(values: &Values) -> Result<(), SettingError> {
    let of = Reader(values);
    let policy = Policy::new(values);
    let wrong = |clash: Clash| Err(SettingError::Together(clash));
    if policy.organisation.is_empty() {
        return wrong(Clash::NoName);
    }
    if policy.reach != Reach::Nobody && policy.methods.is_empty() {
        return wrong(Clash::NoMethod);
    }
    if policy.reach != Reach::Nobody && policy.methods.len() < policy.required {
        return wrong(Clash::FewMethods);
    }
    if policy.reach == Reach::Selected && policy.groups.is_empty() {
        return wrong(Clash::NoGroup);
    }
    if of.number("questions.to_reset") > of.number("questions.to_register") {
        return wrong(Clash::Questions);
    }
    if policy.password.min_length > policy.password.max_length {
        return wrong(Clash::Lengths);
    }
    let domains = of.list("organisation.domains");
    if let Some(odd) = domains.into_iter().find(|domain| !is_domain(domain)) {
        return wrong(Clash::Domain(odd));
    }
    let help = of.text("branding.helpdesk_email");
    if !help.is_empty() && account::check_address("branding.helpdesk_email", &help).is_err() {
        return wrong(Clash::HelpdeskAddress);
    }
    let prefixes = of.list("delivery.blocked_prefixes");
    if prefixes.len() != policy.blocked_prefixes.len() {
        return wrong(Clash::Prefixes);
    }
    if !policy.languages.is_empty() && !policy.languages.contains(&policy.default_language) {
        return wrong(Clash::Language);
    }
    Ok(())
}

/// Whether an address could end so.
fn is_domain(text: &str) -> bool {
    account::check_upn(&format!("a@{text}")).is_ok()
}

/// Reads values with the table's defaults behind them.
struct Reader<'a>(&'a Values);

impl Reader<'_> {
    fn value(&self, key: &str) -> Option<Value> {
        if let Some(value) = self.0.get(key) {
            return Some(value.clone());
        }
        let setting = SETTINGS.iter().find(|setting| setting.key == key)?;
        Some(setting.default_value())
    }

    fn text(&self, key: &str) -> String {
        self.value(key)
            .map(|value| value.stored())
            .unwrap_or_default()
    }

    fn list(&self, key: &str) -> Vec<String> {
        match self.value(key) {
            Some(Value::List(list)) => list,
            _ => Vec::new(),
        }
    }

    fn number(&self, key: &str) -> i64 {
        match self.value(key) {
            Some(Value::Number(number)) => number,
            _ => 0,
        }
    }

    fn size(&self, key: &str) -> usize {
        usize::try_from(self.number(key)).unwrap_or_default()
    }

    fn flag(&self, key: &str) -> bool {
        self.text(key) == "on"
    }

    /// A span of days; none where it is 0.
    fn days(&self, key: &str) -> Option<Duration> {
        let days = u64::try_from(self.number(key))
            .ok()
            .filter(|days| *days > 0);
        days.map(|days| Duration::from_secs(days * 86_400))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        let mut all = Values::new();
        all.insert("organisation.name".into(), Value::Text("Contoso".into()));
        for (key, typed) in pairs {
            let value = Setting::find(key).unwrap().parse(key, typed).unwrap();
            all.insert((*key).into(), value);
        }
        all
    }

    #[test]
    fn the_defaults_are_those_of_the_contract() {
        let policy = Policy::new(&values(&[]));
        assert_eq!(policy.reach, Reach::Nobody);
        assert_eq!((policy.required, policy.code_digits), (2, 6));
        assert_eq!((policy.sspr_failures, policy.sspr_block_hours), (5, 24));
        assert_eq!(policy.password.min_length, 12);
        assert_eq!(policy.password.history, 5);
        assert_eq!(policy.methods.len(), 4);
        assert_eq!(policy.licence, Licence::P1);
    }

    #[test]
    fn an_own_address_is_known_however_its_dots_are_written() {
        let policy = Policy::new(&values(&[("organisation.domains", "contoso.example")]));
        for own in [
            "mia@contoso.example",
            "mia@mail.Contoso.Example",
            "mia@contoso。example",
            "mia@contoso｡example",
            "mia@ｃｏｎｔｏｓｏ．example",
            "mia@contoso.example.",
        ] {
            assert!(policy.owns_address(own), "{own}");
        }
        for other in ["mia@home.example", "mia@notcontoso.example", "mia"] {
            assert!(!policy.owns_address(other), "{other}");
        }
    }

    #[test]
    fn presets_move_the_least_length_until_it_is_set() {
        let least = |pairs: &[(&str, &str)]| Policy::new(&values(pairs)).password.min_length;
        assert_eq!(least(&[("password.preset", "entra")]), 8);
        assert_eq!(least(&[("password.preset", "nist-800-63b-4")]), 15);
        assert_eq!(
            least(&[("password.preset", "entra"), ("password.min_length", "20")]),
            20
        );
    }

    #[test]
    fn presets_are_exactly_these_and_what_is_set_wins() {
        let of = |pairs: &[(&str, &str)]| {
            let password = Policy::new(&values(pairs)).password;
            let PasswordPolicy {
                min_length,
                max_length,
                classes,
                ..
            } = password;
            assert_eq!(password.expires, None, "{pairs:?}");
            (min_length, max_length, classes)
        };
        let preset = |name| of(&[("password.preset", name)]);
        assert_eq!(of(&[]), preset("modern"));
        assert_eq!(preset("modern"), (12, 256, false));
        assert_eq!(preset("entra"), (8, 256, true));
        assert_eq!(preset("nist-800-63b-4"), (15, 256, false));
        for name in ["modern", "entra", "nist-800-63b-4"] {
            let set = [
                ("password.preset", name),
                ("password.min_length", "12"),
                ("password.max_length", "64"),
            ];
            assert_eq!(of(&set), (12, 64, name == "entra"));
        }
        let aged = Policy::new(&values(&[
            ("password.preset", "nist-800-63b-4"),
            ("password.expires_days", "1"),
        ]));
        let made = Timestamp::from_seconds(0);
        let after = |seconds| {
            aged.password
                .is_expired(made, Timestamp::from_seconds(seconds))
        };
        assert!(!after(86_399) && after(86_400));
    }

    #[test]
    fn values_that_do_not_fit_together_are_refused() {
        let bad: [&[(&str, &str)]; 11] = [
            &[("organisation.domains", "contoso.example,not a domain")],
            &[("organisation.domains", "@contoso.example")],
            &[("organisation.domains", "contoso..example")],
            &[("branding.helpdesk_email", "ask Ben")],
            &[("delivery.blocked_prefixes", "+44,uk")],
            &[("sspr.enabled", "all"), ("methods.enabled", "")],
            &[("sspr.enabled", "all"), ("methods.enabled", "email")],
            &[("sspr.enabled", "selected")],
            &[("questions.to_register", "3"), ("questions.to_reset", "4")],
            &[
                ("password.min_length", "100"),
                ("password.max_length", "64"),
            ],
            &[
                ("branding.languages", "de"),
                ("branding.default_language", "ja"),
            ],
        ];
        for pairs in bad {
            assert!(check_whole(&values(pairs)).is_err(), "{pairs:?}");
        }
        let good: [&[(&str, &str)]; 3] = [
            &[("sspr.enabled", "all")],
            &[(
                "organisation.domains",
                "contoso.example,contoso,bücher.example",
            )],
            &[("branding.helpdesk_email", "help@contoso.example")],
        ];
        for pairs in good {
            assert_eq!(check_whole(&values(pairs)), Ok(()), "{pairs:?}");
        }
    }
}
