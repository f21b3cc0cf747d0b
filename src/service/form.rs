//! What an administrator fills in about an account, checked field by field.

use super::refusal::Refusal;
use crate::domain::account::{self, Mend, Profile, check_address, check_name, check_phone};
use crate::domain::language::LANGUAGES;
use crate::domain::licence::Licence;
use crate::domain::role::Role;
use crate::domain::text;

/// What an administrator fills in; `None` leaves a field as it is, empty text empties it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
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
    /// The mobile number.
    pub mobile: Option<String>,
    /// The office number.
    pub office: Option<String>,
    /// A licence, or empty for the organisation's default.
    pub licence: Option<String>,
    /// Administrator roles.
    pub roles: Option<Vec<String>>,
    /// The language of messages.
    pub language: Option<String>,
}

impl Form {
    /// Fills a profile in, field by field, each checked.
    pub fn fill(&self, mut profile: Profile) -> Result<Profile, Refusal> {
        type Check<'a> = &'a dyn Fn(&str) -> Result<String, account::BadField>;
        let set = |field: &mut Option<String>, given: &Option<String>, check: Check<'_>| {
            match given.as_deref() {
                None => {}
                Some("") => *field = None,
                Some(text) => *field = Some(check(text)?),
            }
            Ok::<(), Refusal>(())
        };
        set(&mut profile.name, &self.name, &|t| check_name("name", t))?;
        set(&mut profile.given, &self.given, &|t| {
            check_name("given name", t)
        })?;
        set(&mut profile.surname, &self.surname, &|t| {
            check_name("surname", t)
        })?;
        set(&mut profile.email, &self.email, &|t| {
            check_address("email", t)
        })?;
        set(&mut profile.alternate_email, &self.alternate_email, &|t| {
            check_address("alternate email", t)
        })?;
        set(&mut profile.mobile, &self.mobile, &|t| {
            check_phone("mobile", t, false)
        })?;
        set(&mut profile.office, &self.office, &|t| {
            check_phone("office", t, true)
        })?;
        set(&mut profile.language, &self.language, &|t| {
            let known = LANGUAGES.into_iter().find(|tag| *tag == t.trim());
            known
                .map(str::to_owned)
                .ok_or_else(|| account::refuse("language", t, Mend::Language))
        })?;
        Ok(profile)
    }

    /// The licence, where one is given.
    pub fn licence(&self) -> Result<Option<Option<Licence>>, Refusal> {
        self.licence.as_deref().map(parse_licence).transpose()
    }

    /// The roles, where some are given.
    pub fn roles(&self) -> Result<Option<Vec<Role>>, Refusal> {
        self.roles.as_deref().map(parse_roles).transpose()
    }
}

/// A licence by its word; empty means the organisation's default.
pub fn parse_licence(word: &str) -> Result<Option<Licence>, Refusal> {
    if word.trim().is_empty() {
        return Ok(None);
    }
    Licence::from_key(word.trim())
        .map(Some)
        .ok_or_else(|| Refusal::NoLicence(text::clean(word)))
}

/// Roles by their words; empty words are dropped, and `none` stands alone.
pub fn parse_roles(words: &[String]) -> Result<Vec<Role>, Refusal> {
    let words = words.iter().flat_map(|word| word.split(','));
    let words: Vec<&str> = words
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        ["none"] => return Ok(Vec::new()),
        several if several.contains(&"none") => {
            return Err(Refusal::NoneAmongRoles);
        }
        _ => {}
    }
    words
        .into_iter()
        .map(|word| Role::from_key(word).ok_or_else(|| Refusal::NoRole(text::clean(word))))
        .collect()
}

/// What differs between two profiles, old → new.
pub(super) fn changes(old: &Profile, new: &Profile) -> String {
    let fields = [
        ("name", &old.name, &new.name),
        ("given", &old.given, &new.given),
        ("surname", &old.surname, &new.surname),
        ("email", &old.email, &new.email),
        (
            "alternate_email",
            &old.alternate_email,
            &new.alternate_email,
        ),
        ("mobile", &old.mobile, &new.mobile),
        ("office", &old.office, &new.office),
        ("language", &old.language, &new.language),
    ];
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let parts: Vec<String> = fields
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(field, old, new)| format!("{field}: {} → {}", shown(old), shown(new)))
        .collect();
    parts.join("; ")
}
