//! Which users are meant, as a form.

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::layout::{Position, Rect};

use crate::domain::licence::Licence;
use crate::domain::msg::Msg;
use crate::domain::people::{AccountFilter, RoleFilter};
use crate::domain::role::Role;
use crate::domain::text;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::window;

/// The words of what is not asked.
const ANY: &str = "any";

fn options(words: &[(&str, String)]) -> Vec<(String, Msg)> {
    let option = |(word, id): &(&str, String)| ((*word).to_owned(), Msg::new(id.clone()));
    words.iter().map(option).collect()
}

fn either(key: &'static str, yes: &str, no: &str, now: Option<bool>) -> Item {
    let words = [
        (ANY, "people-filter-any".to_owned()),
        ("yes", yes.to_owned()),
        ("no", no.to_owned()),
    ];
    let at = match now {
        None => ANY,
        Some(true) => "yes",
        Some(false) => "no",
    };
    let label = Msg::new(format!("people-filter-{key}"));
    Item::new(key, label, Input::choice(options(&words), at))
}

/// The options of a licence: none of its own, then every licence.
pub(super) fn licences() -> Vec<(String, Msg)> {
    let own = Licence::ALL.into_iter().map(|licence| {
        let key = licence.key();
        (key.to_owned(), Msg::new(format!("licence-{key}")))
    });
    std::iter::once(("default".to_owned(), Msg::new("licence-default")))
        .chain(own)
        .collect()
}

fn licence(word: &str) -> Option<Option<Licence>> {
    match word {
        "default" => Some(None),
        word => Licence::from_key(word).map(Some),
    }
}

/// What a filter says, in words; nothing where it means everybody.
pub(super) fn summary(filter: &AccountFilter, with: Drawing<'_>) -> Option<String> {
    let mut parts = Vec::new();
    let mut say = |id: String| parts.push(with.say(&Msg::new(id)));
    match filter.enabled {
        Some(true) => say("people-filter-enabled-yes".into()),
        Some(false) => say("people-filter-enabled-no".into()),
        None => {}
    }
    match filter.registered {
        Some(true) => say("people-filter-registered-yes".into()),
        Some(false) => say("people-filter-registered-no".into()),
        None => {}
    }
    if filter.blocked {
        say("people-filter-blocked".into());
    }
    if filter.locked {
        say("people-filter-locked".into());
    }
    match filter.licence {
        Some(Some(licence)) => say(format!("licence-{}", licence.key())),
        Some(None) => say("licence-default".into()),
        None => {}
    }
    match filter.role {
        Some(RoleFilter::Any) => say("people-filter-role-any".into()),
        Some(RoleFilter::None) => say("people-filter-role-none".into()),
        Some(RoleFilter::Has(role)) => say(format!("people-role-{}", role.key())),
        None => {}
    }
    parts.extend(filter.group.iter().chain(&filter.source).cloned());
    parts.extend(filter.words.iter().map(|word| format!("“{word}”")));
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The page.
pub struct FilterPlace {
    form: Form,
    words: Vec<String>,
    /// Where it goes.
    into: Rc<RefCell<AccountFilter>>,
}

impl FilterPlace {
    /// A form of what a filter says, which becomes what the form says.
    pub fn new(into: &Rc<RefCell<AccountFilter>>) -> Self {
        let filter = into.borrow();
        let roles = [
            (ANY, "people-filter-any".to_owned()),
            ("has", "people-filter-role-any".to_owned()),
            ("none", "people-filter-role-none".to_owned()),
        ];
        let role_words = Role::ALL.map(|role| (role.key(), format!("people-role-{}", role.key())));
        let mut role_options = options(&roles);
        role_options.extend(options(&role_words));
        let role = match filter.role {
            None => ANY,
            Some(RoleFilter::Any) => "has",
            Some(RoleFilter::None) => "none",
            Some(RoleFilter::Has(role)) => role.key(),
        };
        let mut licence_options = vec![(ANY.to_owned(), Msg::new("people-filter-any"))];
        licence_options.extend(licences());
        let licence = match filter.licence {
            None => ANY,
            Some(None) => "default",
            Some(Some(licence)) => licence.key(),
        };
        let text = |value: &Option<String>| Input::text(value.as_deref().unwrap_or_default());
        let form = Form::new(vec![
            either(
                "enabled",
                "people-filter-enabled-yes",
                "people-filter-enabled-no",
                filter.enabled,
            ),
            either(
                "registered",
                "people-filter-registered-yes",
                "people-filter-registered-no",
                filter.registered,
            ),
            Item::new(
                "blocked",
                Msg::new("people-filter-blocked"),
                Input::Flag(filter.blocked),
            ),
            Item::new(
                "locked",
                Msg::new("people-filter-locked"),
                Input::Flag(filter.locked),
            ),
            Item::new(
                "group",
                Msg::new("people-filter-group"),
                text(&filter.group),
            ),
            Item::new(
                "role",
                Msg::new("people-filter-role"),
                Input::choice(role_options, role),
            ),
            Item::new(
                "licence",
                Msg::new("people-filter-licence"),
                Input::choice(licence_options, licence),
            ),
            Item::new(
                "source",
                Msg::new("people-filter-source"),
                text(&filter.source),
            ),
        ]);
        Self {
            form,
            words: filter.words.clone(),
            into: Rc::clone(into),
        }
    }

    fn filter(&self) -> AccountFilter {
        let either = |key| match self.form.text(key).as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let on = |key| self.form.text(key) == "on";
        let typed = |key| {
            let text = self.form.text(key);
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        AccountFilter {
            words: self.words.clone(),
            enabled: either("enabled"),
            registered: either("registered"),
            blocked: on("blocked"),
            locked: on("locked"),
            group: typed("group").as_deref().map(text::canonical),
            source: typed("source"),
            licence: licence(&self.form.text("licence")),
            role: match self.form.text("role").as_str() {
                "has" => Some(RoleFilter::Any),
                "none" => Some(RoleFilter::None),
                word => Role::from_key(word).map(RoleFilter::Has),
            },
        }
    }
}

impl Place for FilterPlace {
    fn title(&self) -> Msg {
        Msg::new("people-filter-title")
    }

    fn help(&self) -> &'static str {
        "help-people-filter"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["people-keys-filter"]
    }

    fn typing(&self) -> bool {
        self.form.typing()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Save | Command::Enter => {
                let filter = self.filter();
                self.into.replace(filter);
                Turn::Close(None)
            }
            Command::Back => Turn::Close(None),
            command => {
                self.form.key(command);
                Turn::Stay
            }
        }
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        self.form.paste(text);
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let rows = self.form.rows(with, area.width);
        window(rows, area, 0, with.look, sheet).cursor
    }
}
