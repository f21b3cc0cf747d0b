//! The settings that visitors see as a form, and the form as values.

use crate::domain::language::LANGUAGES;
use crate::domain::msg::Msg;
use crate::domain::policy::{Values, check_whole};
use crate::domain::setting::{Clash, Kind, SETTINGS, Setting, SettingError, Value};
use crate::i18n::{File, Texts};
use crate::service::branding::LOGO;
use crate::service::policy::save::Edit;
use crate::tui::admin::settings::Field;
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::kiosk::Shown;

/// The field for the path of a picture, which is no setting.
pub(super) const PICTURE: &str = "picture";

/// The form of these values; `fixed` where they may only be looked at.
pub(super) fn form(values: &Values, fixed: bool) -> Form {
    let mut items = Vec::new();
    for setting in SETTINGS.iter().filter(|setting| is_seen(setting)) {
        match setting.family {
            true => items.extend(LANGUAGES.map(|tag| text_in(tag, setting, values))),
            false => {
                let label = Msg::new(setting.message());
                items.push(item(setting.key.to_owned(), label, setting, values));
            }
        }
        if setting.key == LOGO && !fixed {
            let path = Item::new(PICTURE, Msg::new("custom-picture"), Input::text(""));
            items.push(path.note(Msg::new("custom-picture.advice")));
        }
    }
    Form::new(items.into_iter().map(|item| item.fixed(fixed)).collect())
}

/// Whether visitors see something of it on the first screen or a refusal.
fn is_seen(setting: &Setting) -> bool {
    setting.key == "organisation.name" || setting.key.starts_with("branding.")
}

/// The text for one language, called by that language's own name.
fn text_in(tag: &str, setting: &'static Setting, values: &Values) -> Item {
    let name = Texts::new("en", File::Kiosk).say(&Msg::new(format!("language-{tag}")));
    let label = Msg::new("custom-text").text("language", name);
    item(format!("{}.{tag}", setting.key), label, setting, values)
}

fn item(key: String, label: Msg, setting: &'static Setting, values: &Values) -> Item {
    let seen = in_force(&key, values).unwrap_or_else(|| setting.default_value());
    let field = Field::new(key.clone(), setting, seen);
    let input = input(&field, &field.seen);
    Item::new(key, label, input).note(Msg::new(format!("{}.advice", setting.message())))
}

/// What a field holds for a value. No languages mean all of them, and all of them are on.
pub(super) fn input(field: &Field, value: &Value) -> Input {
    match (&field.setting.kind, value) {
        (Kind::Languages, Value::List(list)) if list.is_empty() => {
            field.input(&Value::List(LANGUAGES.map(str::to_owned).into()))
        }
        _ => field.input(value),
    }
}

/// The language that a field is for.
pub(super) fn language_of(key: &str) -> Option<&'static str> {
    let tag = key.strip_prefix("branding.sign_in_text.")?;
    LANGUAGES.into_iter().find(|known| *known == tag)
}

/// The screen that shows what a field holds.
pub(super) fn shown_on(key: &str) -> Shown {
    match key.starts_with("branding.helpdesk_") {
        true => Shown::Refusal,
        false => Shown::Welcome,
    }
}

/// Each field that is a setting, with its value.
fn values_of(form: &Form) -> impl Iterator<Item = (&Item, Result<Value, SettingError>)> {
    form.items.iter().filter_map(|item| {
        let setting = Setting::find(&item.key)?;
        let typed = match setting.kind {
            // Every language is what nothing says: a new one is offered then, too.
            Kind::Languages if item.list().len() == LANGUAGES.len() => String::new(),
            _ => item.text(),
        };
        Some((item, setting.parse(&item.key, &typed)))
    })
}

/// What is another than it was; the first field that can't be taken, and why.
pub(super) fn edits(form: &Form, values: &Values) -> Result<Vec<Edit>, (String, Msg)> {
    let mut edits = Vec::new();
    for (item, value) in values_of(form).filter(|(item, _)| item.changed()) {
        let value = value.map_err(|why| (item.key.clone(), why.msg()))?;
        let Some(seen) = in_force(&item.key, values).filter(|seen| *seen != value) else {
            continue;
        };
        edits.push(Edit {
            key: item.key.clone(),
            seen,
            value,
        });
    }
    // What does not fit together with the rest is told here, too, where it is one of these fields.
    match check_whole(&draft(form, values)) {
        Err(SettingError::Together(clash)) if !edits.is_empty() => match key_of(&clash) {
            Some(key) => Err((key.to_owned(), SettingError::from(clash).msg())),
            None => Ok(edits),
        },
        _ => Ok(edits),
    }
}

/// The value in force: of a text that was never written, none.
fn in_force(key: &str, values: &Values) -> Option<Value> {
    let known = values.get(key).cloned();
    known.or_else(|| Setting::find(key).map(Setting::default_value))
}

/// The values as they would be. What can't be taken stays as it was.
pub(super) fn draft(form: &Form, values: &Values) -> Values {
    let mut values = values.clone();
    for (item, value) in values_of(form) {
        if let Ok(value) = value {
            values.insert(item.key.clone(), value);
        }
    }
    values
}

/// The field that a clash is about, if it is one of these.
pub(super) fn key_of(clash: &Clash) -> Option<&'static str> {
    match clash {
        Clash::NoName => Some("organisation.name"),
        Clash::HelpdeskAddress => Some("branding.helpdesk_email"),
        Clash::Language => Some("branding.default_language"),
        _ => None,
    }
}
