//! Choosing among the groups there are.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Back, Outcome};
use crate::domain::msg::Msg;
use crate::domain::setting::{Setting, Value};
use crate::domain::text::canonical;
use crate::journey::entry::Entry;
use crate::journey::screen::Field;
use crate::tui::admin::Desk;
use crate::tui::admin::place::{Drawing, Notice, Place, Turn, Work};
use crate::tui::admin::widgets::table::Chosen;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::{self, Command};
use crate::tui::widgets::field::FieldView;
use crate::tui::widgets::{Rows, text, window};

/// The page.
pub struct GroupsPage {
    key: String,
    setting: &'static Setting,
    before: Vec<String>,
    chosen: Vec<String>,
    /// Every group; none while they are asked for.
    all: Option<Vec<String>>,
    filter: Option<Entry>,
    at: Chosen,
    back: Back,
}

impl GroupsPage {
    /// Groups to choose; those chosen are left at `back`.
    pub fn new(key: String, setting: &'static Setting, chosen: Vec<String>, back: Back) -> Self {
        Self {
            key,
            setting,
            before: chosen.clone(),
            chosen,
            all: None,
            filter: None,
            at: Chosen::default(),
            back,
        }
    }

    /// The groups in sight.
    fn in_sight(&self) -> Vec<&String> {
        let wanted = self.filter.as_ref().map(|entry| canonical(entry.text()));
        let wanted = wanted.unwrap_or_default();
        let all = self.all.iter().flatten();
        all.filter(|name| canonical(name).contains(&wanted))
            .collect()
    }

    fn is_chosen(&self, name: &str) -> bool {
        let name = canonical(name);
        self.chosen.iter().any(|one| canonical(one) == name)
    }

    fn turn_over(&mut self) {
        let Some(name) = self.in_sight().get(self.at.0).map(|name| (*name).clone()) else {
            return;
        };
        match self.is_chosen(&name) {
            true => {
                let name = canonical(&name);
                self.chosen.retain(|one| canonical(one) != name);
            }
            false => self.chosen.push(name),
        }
    }
}

impl Place for GroupsPage {
    fn title(&self) -> Msg {
        Msg::new(self.setting.message())
    }

    fn help(&self) -> &'static str {
        "help-choose-groups"
    }

    fn hints(&self) -> Vec<&'static str> {
        match self.filter {
            // A space is typed there.
            Some(_) => vec!["keys-choose-found", "keys-accept"],
            None => vec!["keys-choose", "keys-accept", "keys-filter"],
        }
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        let ask = |desk: Desk| async move {
            let (actor, now) = (desk.actor(), desk.now());
            let groups = desk.service().groups(&actor, now).await?;
            Ok(groups.into_iter().map(|group| group.name).collect())
        };
        let told = |place: &mut Self, all: Vec<String>, _: &Desk| {
            place.all = Some(all);
            Turn::Stay
        };
        Turn::Work(Work::new(ask, told))
    }

    fn typing(&self) -> bool {
        self.filter.is_some()
    }

    fn unsaved(&self) -> bool {
        self.chosen != self.before
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        let count = self.in_sight().len();
        if self.at.key(command, count) {
            return Turn::Stay;
        }
        if let Some(entry) = &mut self.filter {
            match command {
                Command::Back => self.filter = None,
                Command::Enter => self.turn_over(),
                Command::Save => {}
                _ => {
                    if let Some(edit) = keymap::edit(command) {
                        entry.edit(&edit);
                        self.at = Chosen::default();
                    }
                }
            }
            if command != Command::Save {
                return Turn::Stay;
            }
        }
        match command {
            Command::Back => return Turn::Close(None),
            Command::Save => {
                let value = Value::List(self.chosen.clone());
                self.back.replace(Outcome::Picked(self.key.clone(), value));
                return Turn::Close(Some(Notice::note(Msg::new("settings-picked"))));
            }
            Command::Type('/') => self.filter = Some(Entry::default()),
            Command::Enter | Command::Type(' ') => self.turn_over(),
            _ => {}
        }
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let look = with.look;
        let mut above = Rows::default();
        if let Some(entry) = &self.filter {
            let field = Field {
                label: Msg::new("groups-filter"),
                value: entry.text(),
                cursor: entry.cursor(),
                secret: false,
                revealed: false,
            };
            let focused = with.focused;
            let view = FieldView {
                field: &field,
                focused,
            };
            above = view.rows(with.say, look, area.width);
        }
        let high = u16::try_from(above.len()).unwrap_or(0).min(area.height);
        let typed = window(
            above,
            Rect {
                height: high,
                ..area
            },
            0,
            look,
            sheet,
        )
        .cursor;
        let below = Rect {
            y: area.y + high,
            height: area.height - high,
            ..area
        };
        let shown = self.in_sight();
        let mut rows = Rows::default();
        if shown.is_empty() && self.all.is_some() {
            let none = with.say(&Msg::new("groups-none"));
            rows.append(Rows::prose("", &none, area.width, look.theme.base));
        }
        for (nth, name) in shown.into_iter().enumerate() {
            let here = nth == self.at.0;
            let (sign, style) = match here {
                true if with.focused => (look.glyphs.focused, look.theme.focus),
                true => (look.glyphs.focused, look.theme.base),
                false => (look.glyphs.unfocused, look.theme.base),
            };
            let tick = match self.is_chosen(name) {
                true => look.glyphs.met,
                false => look.glyphs.unmet,
            };
            let room =
                usize::from(area.width).saturating_sub(text::width(sign) + text::width(tick));
            let name = text::fit(name, room, look.glyphs.more);
            let mut row = Rows::default();
            row.push(Line::from(Span::styled(
                format!("{sign}{tick}{name}"),
                style,
            )));
            if here {
                row.focus(0, text::width(sign) + 1);
            }
            rows.append(row);
        }
        let listed = window(rows, below, 0, look, sheet).cursor;
        typed.or(listed)
    }
}
