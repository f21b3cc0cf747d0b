//! Reads Fluent files just well enough to compare languages.

use std::collections::{BTreeMap, BTreeSet};

use icu_plurals::{PluralCategory, PluralRules};

/// One message, term or attribute.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its text, lines trimmed.
    pub text: String,
    /// The variables it uses.
    pub variables: BTreeSet<String>,
}

/// Every message, `-term` and `message.attribute` of a file.
pub fn entries(source: &str) -> BTreeMap<String, Entry> {
    let mut found: BTreeMap<String, Entry> = BTreeMap::new();
    let mut message = String::new();
    let mut current: Option<String> = None;
    let mut open = 0_usize;
    for line in source.lines() {
        let indented = line.starts_with(' ');
        let trimmed = line.trim();
        if trimmed.is_empty() || (!indented && line.starts_with('#')) {
            continue;
        }
        let mut text = trimmed;
        if open == 0
            && let Some((id, value)) = assignment(trimmed.trim_start_matches('.'))
        {
            if indented && trimmed.starts_with('.') {
                current = Some(format!("{message}.{id}"));
                text = value;
            } else if !indented {
                id.clone_into(&mut message);
                current = Some(id.to_owned());
                text = value;
            }
        }
        let Some(id) = &current else { continue };
        let entry = found.entry(id.clone()).or_default();
        open = variables(text, open, &mut entry.variables);
        if !text.is_empty() {
            if !entry.text.is_empty() {
                entry.text.push('\n');
            }
            entry.text.push_str(text);
        }
    }
    // A message that only carries attributes has no text of its own.
    found.retain(|_, entry| !entry.text.is_empty());
    found
}

fn assignment(line: &str) -> Option<(&str, &str)> {
    let (id, value) = line.split_once('=')?;
    let id = id.trim_end();
    let name = id.strip_prefix('-').unwrap_or(id);
    let plain = name
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic());
    (plain && starts).then(|| (id, value.trim()))
}

/// Notes the `$variables` inside braces; returns how many braces stay open.
fn variables(text: &str, mut open: usize, into: &mut BTreeSet<String>) -> usize {
    let mut quoted = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' if quoted => rest = rest.get(1..).unwrap_or_default(),
            '"' if open > 0 => quoted = !quoted,
            '{' if !quoted => open += 1,
            '}' if !quoted => open = open.saturating_sub(1),
            '$' if open > 0 && !quoted => {
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
                into.insert(rest[..end.unwrap_or(rest.len())].to_owned());
            }
            _ => {}
        }
    }
    open
}

/// Whether there is anything to translate: a letter outside braces.
pub fn has_words(text: &str) -> bool {
    let mut open = 0_usize;
    text.chars().any(|c| {
        match c {
            '{' => open += 1,
            '}' => open = open.saturating_sub(1),
            _ => {}
        }
        open == 0 && c.is_alphabetic()
    })
}

/// What a translation lacks, has too much of, or has not translated.
pub fn differences(
    locale: &str,
    english: &BTreeMap<String, Entry>,
    other: &BTreeMap<String, Entry>,
    identical: &BTreeSet<(String, String)>,
) -> Vec<String> {
    let mut found = Vec::new();
    for (id, entry) in english {
        let Some(translated) = other.get(id) else {
            found.push(format!("{locale}: {id} is missing"));
            continue;
        };
        if translated.variables != entry.variables {
            found.push(format!(
                "{locale}: {id} uses {:?}, English uses {:?}",
                translated.variables, entry.variables
            ));
        }
        let same = translated.text == entry.text && has_words(&entry.text);
        let allowed = identical.contains(&(locale.to_owned(), id.clone()));
        if same && !allowed {
            found.push(format!(
                "{locale}: {id} is English (or list it in locales/identical.txt)"
            ));
        }
        if allowed && !same {
            found.push(format!(
                "{locale}: {id} is not identical any more; unlist it"
            ));
        }
    }
    for id in other.keys().filter(|id| !english.contains_key(*id)) {
        found.push(format!("{locale}: {id} is not in English"));
    }
    found
}

/// The plural categories of CLDR, as Fluent writes them.
const CATEGORIES: [(&str, PluralCategory); 6] = [
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

/// Where a choice by number lacks a category of the language, or has one the language does not know.
pub fn plural_gaps(locale: &str, entries: &BTreeMap<String, Entry>) -> Vec<String> {
    let tag: icu_locale_core::Locale = locale.parse().expect("a folder named as a language");
    let rules = PluralRules::try_new_cardinal(tag.into()).expect("a language that CLDR knows");
    let known: Vec<PluralCategory> = rules.categories().collect();
    let needed: BTreeSet<&str> = CATEGORIES
        .into_iter()
        .filter_map(|(name, category)| known.contains(&category).then_some(name))
        .collect();
    let mut found = Vec::new();
    for (id, entry) in entries {
        let keys = entry.text.lines().filter_map(|line| {
            let (key, _) = line
                .trim_start_matches('*')
                .strip_prefix('[')?
                .split_once(']')?;
            let mut names = CATEGORIES.into_iter().map(|(name, _)| name);
            names.find(|name| *name == key.trim())
        });
        let keys: BTreeSet<&str> = keys.collect();
        if !keys.is_empty() && keys != needed {
            found.push(format!(
                "{locale}: {id} chooses among {keys:?}, the language has {needed:?}"
            ));
        }
    }
    found
}

/// What is meant to be the same as English: pairs of locale and id; `*` is every locale.
pub fn identical(listed: &str, languages: &[String]) -> BTreeSet<(String, String)> {
    let lines = listed
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .flat_map(|line| {
            let (locale, id) = line.trim().split_once(' ').expect("LOCALE id");
            let locales = match locale {
                "*" => languages
                    .iter()
                    .filter(|tag| *tag != "en")
                    .cloned()
                    .collect(),
                one => vec![one.to_owned()],
            };
            locales
                .into_iter()
                .map(move |locale| (locale, id.trim().to_owned()))
        })
        .collect()
}
