//! `keyhatch policy diff` and `keyhatch policy import`: the TOML that `policy export` writes.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{CliError, print};
use crate::clock;
use crate::domain::setting::{Setting, SettingError, Value};
use crate::domain::text::{self, counted};
use crate::service::policy_file::Entry;
use crate::service::{Actor, Service};

/// The format that is written, and the newest that is read. A new kind of value, or a setting that
/// means something else, makes it another.
pub const FORMAT: i64 = 1;

/// The key it stands under, before the settings.
pub const FORMAT_KEY: &str = "format";

/// More than any policy needs.
const LONGEST: u64 = 4 << 20;

/// Prints what a file would change.
pub async fn diff(
    service: &Service,
    actor: &Actor,
    file: &Path,
    wants_json: bool,
) -> Result<(), CliError> {
    let differences = service
        .policy_diff(actor, &read(file)?, clock::now())
        .await
        .map_err(|error| about(file, error))?;
    if wants_json {
        let all: Vec<Json> = differences
            .iter()
            .map(|(key, old, new)| json!({ "key": key, "old": old, "new": new }))
            .collect();
        return print::json(&all);
    }
    differences
        .iter()
        .try_for_each(|(key, old, new)| print::line(&format!("{key}: {old} → {new}")))
}

/// Sets what a file says.
pub async fn import(
    service: &Service,
    actor: &Actor,
    file: &Path,
    wants_json: bool,
) -> Result<(), CliError> {
    let (changed, stranded) = service
        .import_policy(actor, &read(file)?, clock::now())
        .await
        .map_err(|error| about(file, error))?;
    if wants_json {
        return print::json(&json!({ "changed": changed, "stranded": stranded }));
    }
    print::remark(&format!(
        "{} changed; {}",
        counted(changed, "setting", "settings"),
        super::policy::stranded(stranded)
    ));
    Ok(())
}

fn about(file: &Path, error: crate::service::ServiceError) -> CliError {
    match CliError::from(error) {
        CliError::Refused(sentence) => CliError::Refused(format!("{}: {sentence}", file.display())),
        other => other,
    }
}

/// Reads the file's keys and values.
fn read(file: &Path) -> Result<Vec<Entry>, CliError> {
    let shown = file.display();
    let found = fs::metadata(file).map_err(|error| cannot(file, &error.to_string()))?;
    if found.is_dir() {
        return Err(CliError::Refused(format!(
            "{shown} is a folder; name a file that `keyhatch policy export` wrote"
        )));
    }
    if found.len() > LONGEST {
        return Err(cannot(file, "it is longer than 4 MiB"));
    }
    let text = fs::read(file).map_err(|error| cannot(file, &error.to_string()))?;
    let text = String::from_utf8(text).map_err(|_| cannot(file, "it is not UTF-8 text"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    entries(text).map_err(|Wrong(at, what)| {
        CliError::Refused(format!("{shown}, line {}: {what}", line(text, at)))
    })
}

/// The number of the line in which a byte stands.
fn line(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

fn cannot(file: &Path, why: &str) -> CliError {
    CliError::Refused(format!(
        "{} can't be read: {why}; name a file that `keyhatch policy export` wrote",
        file.display()
    ))
}

/// What is wrong, and where.
struct Wrong(usize, String);

fn entries(text: &str) -> Result<Vec<Entry>, Wrong> {
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        Wrong(
            at,
            format!("{}; write \"KEY\" = VALUE", text::clean(error.message())),
        )
    })?;
    // First: in a file of another format, anything else may mean something else.
    if let Some((name, value)) = table.get_ref().get_key_value(FORMAT_KEY) {
        check_format(name.span().start, value.get_ref())?;
    }
    let mut found = Found::default();
    collect("", table.get_ref(), &mut found)?;
    found.unknown.sort();
    let [(at, first), others @ ..] = found.unknown.as_slice() else {
        return Ok(found.entries);
    };
    let unknown = SettingError::Unknown(first.clone());
    if others.is_empty() {
        return Err(Wrong(*at, unknown.to_string()));
    }
    let others: Vec<String> = others
        .iter()
        .map(|(at, key)| format!("`{key}` (line {})", line(text, *at)))
        .collect();
    Err(Wrong(
        *at,
        format!("{unknown}; nor is there {}", others.join(", ")),
    ))
}

/// What a file holds.
#[derive(Default)]
struct Found {
    entries: Vec<Entry>,
    /// Keys that are no settings, and where they stand.
    unknown: Vec<(usize, String)>,
}

/// Refuses a file of a format that this version does not know, whatever else is in it.
fn check_format(at: usize, value: &DeValue<'_>) -> Result<(), Wrong> {
    let known = match value {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    };
    match known {
        Some(1..=FORMAT) => Ok(()),
        _ => Err(Wrong(
            at,
            format!(
                "the file is of a format that keyhatch {} does not know, from a newer version; import it with that one",
                env!("CARGO_PKG_VERSION")
            ),
        )),
    }
}

/// Keys may stand in quotation marks, with points, or in tables.
fn collect(stem: &str, table: &DeTable<'_>, found: &mut Found) -> Result<(), Wrong> {
    for (name, value) in table.iter() {
        let key = match stem {
            "" => name.get_ref().to_string(),
            stem => format!("{stem}.{}", name.get_ref()),
        };
        if let DeValue::Table(inner) = value.get_ref() {
            collect(&key, inner, found)?;
            continue;
        }
        if key == FORMAT_KEY {
            continue;
        }
        let at = name.span().start;
        let wrong = |error: SettingError| Wrong(at, error.to_string());
        let Some(setting) = Setting::find(&key) else {
            found.unknown.push((at, text::clean(&key)));
            continue;
        };
        let value = read_value(value, setting)
            .ok_or_else(|| Wrong(at, format!("`{key}` takes {}", setting.kind.expected())))?;
        let value = setting.check(&key, value).map_err(wrong)?;
        if found.entries.iter().any(|(known, _)| *known == key) {
            return Err(Wrong(
                at,
                format!("`{key}` stands there twice; keep one of them"),
            ));
        }
        found.entries.push((key, value));
    }
    Ok(())
}

fn read_value(value: &Spanned<DeValue<'_>>, setting: &Setting) -> Option<Value> {
    match value.get_ref() {
        // A list may also be written as on the command line.
        DeValue::String(text) => match setting.default_value() {
            Value::List(_) => setting.parse(setting.key, text).ok(),
            _ => Some(Value::Text(text.to_string())),
        },
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            i64::from_str_radix(&digits, number.radix())
                .ok()
                .map(Value::Number)
        }
        DeValue::Array(items) => {
            let text = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
                DeValue::String(text) => Some(text.to_string()),
                _ => None,
            };
            items
                .iter()
                .map(text)
                .collect::<Option<_>>()
                .map(Value::List)
        }
        _ => None,
    }
}
