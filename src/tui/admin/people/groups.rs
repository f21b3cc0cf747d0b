//! The list of groups.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::group::GroupPlace;
use super::new_group::NewGroup;
use crate::domain::msg::Msg;
use crate::domain::role::Permission;
use crate::domain::text;
use crate::journey::entry::Entry;
use crate::journey::input::Edit;
use crate::journey::screen::Field;
use crate::service::groups::Group;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn, Work};
use crate::tui::admin::tab::Tab;
use crate::tui::admin::widgets::table::{Chosen, Column, TableView};
use crate::tui::canvas::{Paper as _, Sheet};
use crate::tui::keymap::{self, Command};
use crate::tui::widgets::field::FieldView;
use crate::tui::widgets::window;

/// The rows above the table.
const ABOVE: u16 = 2;

/// The tab.
#[derive(Default)]
pub struct Groups {
    groups: Vec<Group>,
    search: Entry,
    searching: bool,
    chosen: Chosen,
    /// Who looks may add and change groups.
    manages: bool,
    /// They have come.
    came: bool,
}

impl Groups {
    fn load(&self) -> Work {
        Work::new(
            |desk: Desk| async move {
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().groups(&actor, now).await
            },
            |place: &mut Self, groups: Vec<Group>, _| {
                place.groups = groups;
                place.came = true;
                let last = place.shown_groups().len().saturating_sub(1);
                place.chosen = Chosen(place.chosen.0.min(last));
                Turn::Stay
            },
        )
    }

    /// Those whose name or description has the typed text.
    fn shown_groups(&self) -> Vec<&Group> {
        let typed = text::canonical(self.search.text());
        let has = |words: &str| text::canonical(words).contains(&typed);
        let fits =
            |group: &&Group| has(&group.name) || group.description.as_deref().is_some_and(has);
        self.groups.iter().filter(fits).collect()
    }

    fn edit(&mut self, edit: &Edit) -> Turn {
        self.search.edit(edit);
        self.chosen = Chosen(0);
        Turn::Stay
    }

    fn open(&self) -> Turn {
        match self.shown_groups().get(self.chosen.0) {
            Some(group) => Turn::Open(Box::new(GroupPlace::new(&group.name))),
            None => Turn::Stay,
        }
    }
}

impl Place for Groups {
    fn title(&self) -> Msg {
        Tab::Groups.title()
    }

    fn help(&self) -> &'static str {
        "help-groups"
    }

    fn hints(&self) -> Vec<&'static str> {
        match self.searching {
            true => vec!["people-keys-to-list"],
            false if self.manages => vec!["people-keys-find", "keys-open", "people-keys-to-new"],
            false => vec!["people-keys-find", "keys-open"],
        }
    }

    fn shown(&mut self, desk: &Desk) -> Turn {
        self.manages = desk.may(Permission::ManageAccounts);
        Turn::Work(self.load())
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        Turn::Work(self.load().quiet())
    }

    fn typing(&self) -> bool {
        self.searching
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back if self.search.text().is_empty() && self.searching => {
                self.searching = false;
                Turn::Stay
            }
            Command::Back if !self.search.text().is_empty() => {
                self.search.clear();
                Turn::Stay
            }
            Command::Back => Turn::Close(None),
            Command::Enter | Command::Next if self.searching => {
                self.searching = false;
                Turn::Stay
            }
            command if self.searching => match keymap::edit(command) {
                Some(edit) => self.edit(&edit),
                None => Turn::Stay,
            },
            Command::Type('/') => {
                self.searching = true;
                Turn::Stay
            }
            Command::Type('n') if self.manages => Turn::Open(Box::new(NewGroup::new())),
            Command::Enter => self.open(),
            Command::Previous if self.chosen.0 == 0 => {
                self.searching = true;
                Turn::Stay
            }
            command => {
                let count = self.shown_groups().len();
                self.chosen.key(command, count);
                Turn::Stay
            }
        }
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        match self.searching {
            true => self.edit(&Edit::Paste(text.to_owned())),
            false => Turn::Stay,
        }
    }

    fn click(&mut self, at: Position, _: &Desk) -> Turn {
        self.searching = at.y < ABOVE;
        let count = self.shown_groups().len();
        let row = at.y.saturating_sub(ABOVE);
        match !self.searching && self.chosen.click(row, u16::MAX, count) {
            true => self.open(),
            false => Turn::Stay,
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let typing = self.searching && with.focused;
        let field = Field {
            label: Msg::new(""),
            value: self.search.text(),
            cursor: self.search.cursor(),
            secret: false,
            revealed: false,
        };
        let line = FieldView {
            field: &field,
            focused: typing,
        }
        .line(with.look, area.width);
        let above = Rect {
            height: area.height.min(1),
            ..area
        };
        let cursor = window(line, above, 0, with.look, sheet).cursor;
        let shown = self.shown_groups();
        if area.height > 1 && self.came {
            let said = with.say(&Msg::new("groups-count").number("count", shown.len() as u64));
            let quiet = with.look.theme.quiet;
            sheet.write(area.x, area.y + 1, Line::styled(said, quiet), area.width);
        }
        let rows: Vec<Vec<String>> = shown
            .into_iter()
            .map(|group| {
                vec![
                    group.name.clone(),
                    with.say(&Msg::new(format!("group-{}", group.kind))),
                    group.description.clone().unwrap_or_default(),
                ]
            })
            .collect();
        let below = Rect {
            y: area.y + ABOVE.min(area.height),
            height: area.height.saturating_sub(ABOVE),
            ..area
        };
        if below.is_empty() {
            return cursor;
        }
        let column = |head, least, share| Column {
            head: Msg::new(head),
            least,
            share,
        };
        let columns = [
            column("people-column-group", 16, 2),
            column("people-column-type", 14, 0),
            column("people-column-description", 12, 3),
        ];
        let table = TableView {
            columns: &columns,
            rows: &rows,
            chosen: self.chosen,
        };
        let with = Drawing {
            focused: with.focused && !self.searching,
            ..with
        };
        let chosen = table.draw(below, sheet, with);
        if typing { cursor } else { chosen }
    }
}
