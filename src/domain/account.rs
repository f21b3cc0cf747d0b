//! An account, as everything but the store sees it, and the checks on what may stand in one.

use super::language::LANGUAGES;
use super::licence::Licence;
use super::method::Method;
use super::msg::Msg;
use super::role::Role;
use super::text;
use super::time::Timestamp;

/// An account. Its password verifiers are no part of it.
#[derive(Clone, Debug)]
pub struct Account {
    /// The store's number.
    pub id: i64,
    /// The user principal name, as written.
    pub upn: String,
    /// Names and contact data.
    pub profile: Profile,
    /// Its own licence; `None` means the organisation's default.
    pub licence: Option<Licence>,
    /// Administrator roles, in order.
    pub roles: Vec<Role>,
    /// Whether it may be used.
    pub enabled: bool,
    /// Whether the next sign-in must change the password.
    pub must_change: bool,
    /// Blocked from SSPR until then.
    pub blocked_until: Option<Timestamp>,
    /// Sign-in is locked until then.
    pub locked_until: Option<Timestamp>,
    /// The last reset by its owner.
    pub last_reset: Option<Timestamp>,
    /// Contact data that its owner has registered.
    pub own: Own,
    /// The method that is offered first, by its owner's choice.
    pub preferred: Option<Method>,
    /// When its owner looked over what is registered; when it was made, if never.
    pub confirmed: Timestamp,
    /// An administrator wants its methods registered again.
    pub register_again: bool,
    /// Where it comes from: `local`, or a directory's connector.
    pub source: String,
}

/// Names and contact data. Given by an administrator, contact values count as methods without
/// registration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The display name.
    pub name: Option<String>,
    /// The given name.
    pub given: Option<String>,
    /// The surname.
    pub surname: Option<String>,
    /// The primary mail address.
    pub email: Option<String>,
    /// A mail address outside the organisation.
    pub alternate_email: Option<String>,
    /// The mobile number, international.
    pub mobile: Option<String>,
    /// The office number, international, an extension allowed.
    pub office: Option<String>,
    /// The language of messages.
    pub language: Option<String>,
}

/// Contact data that an account's owner has registered and confirmed; it wins over what a directory
/// or an administrator provides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// A mail address outside the organisation.
    pub email: Option<String>,
    /// Telephone numbers, oldest first; [`super::enrolment::MOST_PHONES`] at most.
    pub phones: Vec<String>,
}

impl Account {
    /// The words it is found by.
    pub fn search_words(&self) -> Vec<String> {
        self.profile.search_words(&self.upn)
    }

    /// The mail address its codes go to.
    pub fn alternate(&self) -> Option<&str> {
        let own = self.own.email.as_deref();
        own.or(self.profile.alternate_email.as_deref())
    }

    /// The numbers of its mobile phones.
    pub fn phones(&self) -> Vec<&str> {
        match self.own.phones.is_empty() {
            true => self.profile.mobile.as_deref().into_iter().collect(),
            false => self.own.phones.iter().map(String::as_str).collect(),
        }
    }

    /// Where a method leads that sends something; `slot` is which of several numbers.
    pub fn destination(&self, method: Method, slot: usize) -> Option<&str> {
        match (method, slot) {
            (Method::Email, 0) => self.alternate(),
            (Method::MobilePhone, _) => self.phones().get(slot).copied(),
            (Method::OfficePhone, 0) => self.profile.office.as_deref(),
            _ => None,
        }
    }
}

impl Profile {
    /// The words that an account of this name is found by: its name as a whole, and each word in it
    /// and in what people call its owner.
    pub fn search_words(&self, upn: &str) -> Vec<String> {
        let mut words = text::words(upn);
        words.push(text::canonical(upn));
        let names = [&self.name, &self.given, &self.surname, &self.email];
        for name in names.into_iter().flatten() {
            words.extend(text::words(name));
        }
        words.sort();
        words.dedup();
        words
    }
}

/// A value that can't stand in an account; the sentence says what would.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field} can't be `{given}`: {}", .mend.english())]
pub struct BadField {
    /// The field's name.
    pub field: &'static str,
    /// What was given, cleaned and cut.
    pub given: String,
    /// What would be taken.
    pub mend: Mend,
}

/// What a field would take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// A principal name.
    PrincipalName,
    /// A mail address.
    Address,
    /// A name.
    Name,
    /// A telephone number.
    Phone,
    /// The tag of a language.
    Language,
}

impl Mend {
    fn english(self) -> String {
        match self {
            Self::PrincipalName => "write a user principal name like mias@contoso.example".into(),
            Self::Address => "write one mail address like mia@home.example".into(),
            Self::Name => "write 1 to 256 visible characters".into(),
            Self::Phone => "write the international form, like +44 20 7946 0000".into(),
            Self::Language => format!("write one of {}", LANGUAGES.join(", ")),
        }
    }
}

impl BadField {
    /// The same for a person at the console, where it stands beside the field.
    pub fn msg(&self) -> Msg {
        let id = match self.mend {
            Mend::PrincipalName => "refusal-field-principal-name",
            Mend::Address => "refusal-field-address",
            Mend::Name => "refusal-field-name",
            Mend::Phone => "refusal-field-phone",
            Mend::Language => "refusal-field-language",
        };
        Msg::new(id).text("given", self.given.as_str())
    }
}

/// Refuses a value, saying what would be taken.
pub fn refuse(field: &'static str, given: &str, mend: Mend) -> BadField {
    BadField {
        field,
        given: text::clean(given).chars().take(60).collect(),
        mend,
    }
}

/// Checks a user principal name: one `@`, both sides filled, no space, at most 113 characters
/// (Entra's limit is 64 before and 48 after the `@`).
pub fn check_upn(given: &str) -> Result<String, BadField> {
    let upn = text::clean(given);
    let sides: Vec<&str> = upn.split('@').collect();
    let fits = matches!(sides.as_slice(), [local, domain]
        if !local.is_empty() && local.chars().count() <= 64
        && domain.chars().count() <= 253 && domain.split('.').all(|label| !label.is_empty()));
    if !fits
        || upn
            .chars()
            .any(|c| c.is_whitespace() || ",;:\"<>()[]\\".contains(c))
    {
        return Err(refuse("UPN", given, Mend::PrincipalName));
    }
    Ok(upn)
}

/// Checks a mail address by the same simple rule: the mail server has the last word.
pub fn check_address(field: &'static str, given: &str) -> Result<String, BadField> {
    check_upn(given).map_err(|_| refuse(field, given, Mend::Address))
}

/// Checks a name: showable, 1 to 256 characters.
pub fn check_name(field: &'static str, given: &str) -> Result<String, BadField> {
    let name = text::clean(given);
    if name.is_empty() || name.chars().count() > 256 {
        return Err(refuse(field, given, Mend::Name));
    }
    Ok(name)
}

/// Checks a telephone number in international form (ITU-T E.164): `+`, 7 to 15 digits, the usual
/// spaces, points, hyphens and brackets between; an extension as `x123` for the office.
pub fn check_phone(field: &'static str, given: &str, extension: bool) -> Result<String, BadField> {
    let mend = Mend::Phone;
    let cleaned = text::clean(given);
    let (number, ext) = match cleaned.split_once(['x', 'X']) {
        Some((number, ext)) if extension => (number, Some(ext)),
        Some(_) => return Err(refuse(field, given, mend)),
        None => (cleaned.as_str(), None),
    };
    let mut digits = String::new();
    let Some(rest) = number.trim().strip_prefix('+') else {
        return Err(refuse(field, given, mend));
    };
    for c in rest.chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '-' | '.' | '(' | ')' => {}
            _ => return Err(refuse(field, given, mend)),
        }
    }
    let ext_fits =
        ext.is_none_or(|e| (1..=8).contains(&e.len()) && e.bytes().all(|b| b.is_ascii_digit()));
    if !(7..=15).contains(&digits.len()) || digits.starts_with('0') || !ext_fits {
        return Err(refuse(field, given, mend));
    }
    Ok(match ext {
        Some(ext) => format!("+{digits}x{ext}"),
        None => format!("+{digits}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn principal_names() {
        for good in [
            "mias@contoso.example",
            " mia.s@a.b ",
            "名前@contoso.example",
        ] {
            assert!(check_upn(good).is_ok(), "{good}");
        }
        for bad in [
            "", "mias", "@x", "a@", "a@b@c", "a b@c.d", "a@b..c", "a@b,c@d", "<a@b.c>",
        ] {
            assert!(check_upn(bad).is_err(), "{bad}");
        }
        assert_eq!(check_upn("m\u{202e}ias@a.b").as_deref(), Ok("mias@a.b"));
        assert!(check_upn(&format!("{}@a.b", "x".repeat(65))).is_err());
    }

    #[test]
    fn telephone_numbers() {
        assert_eq!(
            check_phone("mobile", "+44 (20) 7946-0000", false).as_deref(),
            Ok("+442079460000")
        );
        assert_eq!(
            check_phone("office", "+1 425 555 0100x123", true).as_deref(),
            Ok("+14255550100x123")
        );
        for bad in [
            "",
            "020 7946",
            "+0123456789",
            "+12",
            "+1 425 555 0100x1",
            "+1abc5550100",
        ] {
            assert!(check_phone("mobile", bad, false).is_err(), "{bad}");
        }
    }
}
