//! A tab of settings: its form, which follows what is in force until something is filled in.

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};

use super::fields::Field;
use super::groups::GroupsPage;
use super::list::ListPage;
use super::review::ReviewPage;
use super::undo::UndoPage;
use super::{Back, Outcome, rows, sheets};
use crate::domain::msg::Msg;
use crate::domain::setting::{Kind, Setting, Value};
use crate::service::policy::save::Edit;
use crate::tui::admin::place::{Confirm, Drawing, Notice, Place, Turn, Work};
use crate::tui::admin::widgets::form::Form;
use crate::tui::admin::{Desk, Tab};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// Settings as the service tells them.
type Values = Vec<(String, &'static Setting, Value)>;

/// The tab.
pub struct Settings {
    tab: Tab,
    fields: Vec<Field>,
    form: Form,
    /// The form is to be made anew, with these changes in it.
    anew: Option<Vec<Edit>>,
    /// Settings filled in here that somebody else was seen to change.
    met: BTreeSet<String>,
    /// Whether anything of it may be changed.
    open: bool,
    connectors: Vec<(String, String)>,
    back: Back,
}

impl Settings {
    /// The setting whose field has the focus.
    #[cfg(test)]
    pub fn focused_key(&self) -> Option<&str> {
        self.form.focused().map(|item| item.key.as_str())
    }

    /// A tab of settings.
    pub fn new(tab: Tab, desk: &Desk) -> Self {
        let connectors = desk.connectors().iter();
        let connectors = connectors.map(|one| (one.name.clone(), one.domains.join(", ")));
        Self {
            tab,
            fields: Vec::new(),
            form: Form::default(),
            anew: Some(Vec::new()),
            met: BTreeSet::new(),
            open: true,
            connectors: connectors.collect(),
            back: Back::default(),
        }
    }

    /// Asks for what is in force.
    fn ask() -> Work {
        Work::new(
            |desk: Desk| async move {
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().policy_values(&actor, now).await
            },
            |place: &mut Self, values: Values, desk| place.take(values, desk),
        )
    }

    /// Takes over what is in force. What is filled in stays as it is, with what was seen when it was
    /// filled in.
    fn take(&mut self, mut values: Values, desk: &Desk) -> Turn {
        let keys = sheets::keys(self.tab);
        values.retain(|(key, ..)| keys.contains(&key.as_str()));
        values.sort_by_key(|(key, ..)| keys.iter().position(|known| known == key));
        if let Some(edits) = self.anew.take() {
            self.make(values, edits, desk);
            return Turn::Stay;
        }
        let mut met = false;
        for (key, setting, value) in values {
            let Some(at) = self.fields.iter().position(|field| field.key == key) else {
                continue;
            };
            let (Some(field), Some(item)) = (self.fields.get_mut(at), self.form.items.get_mut(at))
            else {
                continue;
            };
            if field.seen == value {
                continue;
            }
            if field.changed(item) {
                met |= self.met.insert(key);
                continue;
            }
            field.seen = value;
            *item = field.item(desk.may(setting.who));
        }
        match met {
            true => Turn::Say(Notice::error(Msg::new("settings-met"))),
            false => Turn::Stay,
        }
    }

    fn make(&mut self, values: Values, edits: Vec<Edit>, desk: &Desk) {
        let focused = self.form.focused().map(|item| item.key.clone());
        self.met.clear();
        self.open = values.iter().any(|(_, setting, _)| desk.may(setting.who));
        self.fields = values
            .into_iter()
            .map(|(key, setting, value)| Field::new(key, setting, value))
            .collect();
        let item = |field: &Field| field.item(desk.may(field.setting.who));
        self.form = Form::new(self.fields.iter().map(item).collect());
        for edit in edits {
            self.fill(&edit.key, edit.value);
        }
        if let Some(key) = focused {
            self.form.focus(&key);
        }
    }

    /// Fills a value in, not saved yet.
    fn fill(&mut self, key: &str, value: Value) {
        let at = self.fields.iter().position(|field| field.key == key);
        let field = at.and_then(|at| self.fields.get_mut(at));
        let item = at.and_then(|at| self.form.items.get_mut(at));
        if let (Some(field), Some(item)) = (field, item) {
            item.input = field.input(&value);
            field.picked = (field.is_listed() && value != field.seen).then_some(value);
        }
    }

    /// What is filled in and not in force; `None` where something of it can't be, which is said.
    fn edits(&mut self) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        for (field, item) in self.fields.iter().zip(&self.form.items) {
            match field.edit(item) {
                Ok(edit) => edits.extend(edit),
                Err(error) => {
                    let key = field.key.clone();
                    self.form.reject(&key, error.msg());
                    return None;
                }
            }
        }
        Some(edits)
    }

    fn save(&mut self, desk: &Desk) -> Turn {
        if self.fields.is_empty() {
            return Turn::Stay;
        }
        match self.edits() {
            None => Turn::Stay,
            Some(edits) if edits.is_empty() => self.confirm(desk),
            Some(edits) => Turn::Open(Box::new(ReviewPage::new(edits, self.back.clone()))),
        }
    }

    /// Asks whether it is to be noted that everything is right as it is.
    fn confirm(&self, desk: &Desk) -> Turn {
        let own = |field: &&Field| desk.may(field.setting.who);
        let keys = self
            .fields
            .iter()
            .filter(own)
            .map(|field| field.key.clone());
        confirmed::<Self>(keys.collect())
    }

    /// The field with the focus, where it has a page of its own that may be used.
    fn listed(&self, desk: &Desk) -> Option<&Field> {
        let key = &self.form.focused()?.key;
        let mut fields = self.fields.iter();
        let field = fields.find(|field| field.key == *key)?;
        (field.is_listed() && desk.may(field.setting.who)).then_some(field)
    }

    fn open(&self, field: &Field) -> Turn {
        let (key, setting, back) = (field.key.clone(), field.setting, self.back.clone());
        Turn::Open(match setting.kind {
            Kind::Groups => Box::new(GroupsPage::new(key, setting, field.list(), back)),
            _ => Box::new(ListPage::new(key, setting, &field.list(), back)),
        })
    }

    /// What stands below the form: the directories, on their tab.
    fn below(&self, with: Drawing<'_>, room: u16) -> Rows {
        let mut all = Rows::default();
        if self.tab != Tab::OnPremises {
            return all;
        }
        let prose = |id| {
            let words = with.say(&Msg::new(id));
            Rows::prose("  ", &words, room, with.look.theme.base)
        };
        rows::blank(&mut all);
        all.append(rows::heading("connectors", with, room));
        if self.connectors.is_empty() {
            all.append(prose("connectors-none"));
            return all;
        }
        for (name, domains) in &self.connectors {
            let one = Msg::new("connectors-one")
                .text("name", name.as_str())
                .text("domains", domains.as_str());
            let one = with.say(&one);
            all.append(Rows::prose("  ", &one, room, with.look.theme.base));
        }
        all.append(prose("connectors-later"));
        all
    }
}

/// Asks whether it is to be noted that these settings are right as they are.
pub fn confirmed<P: Place>(keys: Vec<String>) -> Turn {
    let note = move |_: &mut P, _: &Desk| {
        let keys = keys.clone();
        let ask = move |desk: Desk| {
            let keys = keys.clone();
            async move {
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().confirm_policy(&actor, keys, now).await
            }
        };
        let told =
            |_: &mut P, (), _: &Desk| Turn::Say(Notice::note(Msg::new("settings-confirmed")));
        Turn::Work(Work::new(ask, told))
    };
    let (title, text) = (Msg::new("settings-unchanged"), Msg::new("settings-confirm"));
    Turn::Confirm(Confirm::new(title, vec![text], note))
}

impl Place for Settings {
    fn title(&self) -> Msg {
        self.tab.title()
    }

    fn help(&self) -> &'static str {
        sheets::help(self.tab)
    }

    fn hints(&self) -> Vec<&'static str> {
        let focused = self.form.focused().map(|item| item.key.as_str());
        let listed = |field: &&Field| field.is_listed() && Some(field.key.as_str()) == focused;
        let mut hints = Vec::new();
        if self.open {
            hints.push("keys-review");
            if self.fields.iter().any(|field| listed(&field)) {
                hints.push("keys-open");
            } else if !self.typing() {
                hints.push("keys-choose");
            }
            if !self.typing() {
                hints.push("keys-undo");
            }
        }
        hints.push("keys-move");
        hints
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        match self.back.take() {
            Outcome::Nothing if self.unsaved() => return Turn::Stay,
            Outcome::Nothing | Outcome::Saved => self.anew = Some(Vec::new()),
            Outcome::Left(edits) => self.anew = Some(edits),
            Outcome::Picked(key, value) => {
                self.fill(&key, value);
                return Turn::Stay;
            }
        }
        // Nothing is filled in yet: keys go on.
        Turn::Work(match self.fields.is_empty() {
            true => Self::ask().quiet(),
            false => Self::ask(),
        })
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        Turn::Work(Self::ask().quiet())
    }

    fn typing(&self) -> bool {
        self.form.typing()
    }

    fn unsaved(&self) -> bool {
        let mut all = self.fields.iter().zip(&self.form.items);
        all.any(|(field, item)| field.changed(item))
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        match command {
            Command::Back => return Turn::Close(None),
            Command::Save if self.open => return self.save(desk),
            Command::Enter => {
                if let Some(field) = self.listed(desk) {
                    return self.open(field);
                }
            }
            Command::Type('u') if self.open && !self.typing() => {
                return Turn::Open(Box::new(UndoPage::new(self.back.clone())));
            }
            _ => {}
        }
        self.form.key(command);
        Turn::Stay
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        self.form.paste(text);
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let mut above = Rows::default();
        if !self.open {
            let words = with.say(&Msg::new("settings-read-only"));
            let lead = with.look.glyphs.note;
            above.append(Rows::prose(lead, &words, area.width, with.look.theme.note));
            rows::blank(&mut above);
        }
        let high = u16::try_from(above.len()).unwrap_or(0).min(area.height / 2);
        window(
            above,
            Rect {
                height: high,
                ..area
            },
            0,
            with.look,
            sheet,
        );
        let area = Rect {
            y: area.y + high,
            height: area.height - high,
            ..area
        };
        let mut all = self.form.rows(with, area.width);
        all.append(self.below(with, area.width));
        window(all, area, 0, with.look, sheet).cursor
    }
}
