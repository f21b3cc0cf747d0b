//! Settings and their values in words.

use crate::domain::msg::Msg;
use crate::domain::setting::{Kind, Setting, Value};
use crate::tui::admin::place::Drawing;

/// What one of a setting's words is called.
pub fn option(setting: &Setting, word: &str) -> Msg {
    match setting.kind {
        Kind::Set(_) => Msg::new(format!("method-{}", word.replace('_', "-"))),
        Kind::Languages | Kind::Language => Msg::new(format!("language-{word}")),
        Kind::Flag => Msg::new(format!("value-{word}")),
        _ if word.is_empty() => Msg::new("value-nothing"),
        // As on an account's page, which may have a licence of its own.
        Kind::Choice(_) if setting.key == "licence.default" => Msg::new(format!("licence-{word}")),
        _ => Msg::new(format!("{}-{word}", setting.message())),
    }
}

/// A setting's name; a member of a family is told with its language.
pub fn name(key: &str, setting: &Setting, with: Drawing<'_>) -> String {
    let name = with.say(&Msg::new(setting.message()));
    let member = key
        .strip_prefix(setting.key)
        .and_then(|rest| rest.strip_prefix('.'));
    match member {
        Some(tag) => {
            let language = with.say(&Msg::new(format!("language-{tag}")));
            format!("{name} ({language})")
        }
        None => name,
    }
}

/// A value in words, on one line.
pub fn value(setting: &Setting, value: &Value, with: Drawing<'_>) -> String {
    let nothing = || with.say(&Msg::new("value-nothing"));
    let listed = matches!(setting.kind, Kind::Set(_) | Kind::Languages);
    match value {
        Value::List(list) if list.is_empty() => nothing(),
        Value::List(list) => {
            let words: Vec<String> = list
                .iter()
                .map(|word| match listed {
                    true => with.say(&option(setting, word)),
                    false => word.clone(),
                })
                .collect();
            words.join(&with.say(&Msg::new("value-comma")))
        }
        Value::Number(number) => number.to_string(),
        Value::Text(text) => match setting.kind {
            Kind::Flag | Kind::Choice(_) | Kind::Language => with.say(&option(setting, text)),
            _ if text.is_empty() => nothing(),
            _ => text.replace('\n', " / "),
        },
    }
}
