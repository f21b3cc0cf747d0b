//! The list of users: found as one types, filtered, a page at a time.

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::account::AccountPlace;
use super::bulk::BulkPlace;
use super::filter::{FilterPlace, summary};
use super::new_user::NewUser;
use super::transfer::{Export, Import};
use crate::domain::msg::Msg;
use crate::domain::people::{AccountFilter, Bookmark};
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::journey::entry::Entry;
use crate::journey::input::Edit;
use crate::journey::screen::Field;
use crate::service::accounts::View;
use crate::service::people::{After, People};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn, Work};
use crate::tui::admin::tab::Tab;
use crate::tui::admin::widgets::table::{Chosen, Column, TableView};
use crate::tui::canvas::{Paper as _, Sheet};
use crate::tui::keymap::{self, Command};
use crate::tui::widgets::field::FieldView;
use crate::tui::widgets::{text, window};

/// How many users are asked for at once.
const PAGE: usize = 50;

/// The tab.
#[derive(Default)]
pub struct Users {
    /// What the form says; what is typed comes to it.
    filter: Rc<RefCell<AccountFilter>>,
    search: Entry,
    searching: bool,
    views: Vec<View>,
    next: Option<Bookmark>,
    chosen: Chosen,
    /// How many there are, where that was counted.
    count: Option<u64>,
    /// An answer is awaited.
    asked: bool,
    /// The users that are shown are those that are meant.
    came: bool,
    /// Who looks may add and change accounts, or help people.
    manages: bool,
    helps: bool,
    /// When they were asked for.
    at: Option<Timestamp>,
}

impl Users {
    /// What is meant now.
    fn meant(&self) -> AccountFilter {
        let filter = self.filter.borrow().clone();
        filter.found_by(self.search.text())
    }

    /// Asks for the users from the beginning.
    fn find(&mut self) -> Turn {
        self.count = None;
        self.came = false;
        self.ask(After::Nothing)
    }

    fn ask(&mut self, after: After) -> Turn {
        self.asked = true;
        let (filter, anew) = (self.meant(), after == After::Nothing);
        Turn::Work(
            Work::new(
                move |desk: Desk| {
                    let (filter, after) = (filter.clone(), after.clone());
                    async move {
                        let (actor, now) = (desk.actor(), desk.now());
                        let service = desk.service();
                        service
                            .find_accounts(&actor, filter, after, PAGE, now)
                            .await
                    }
                },
                move |place: &mut Self, people: People, desk| {
                    place.at = Some(desk.now());
                    place.found(people, anew)
                },
            )
            .or(|place: &mut Self, _| {
                place.asked = false;
                None
            })
            .quiet(),
        )
    }

    fn found(&mut self, people: People, anew: bool) -> Turn {
        self.asked = false;
        if anew {
            let before = self.chosen_upn().map(str::to_owned);
            self.views.clear();
            self.came = true;
            self.chosen = Chosen(0);
            self.views.extend(people.views);
            let mut views = self.views.iter();
            let again = views.position(|view| Some(&view.account.upn) == before.as_ref());
            self.chosen = Chosen(again.unwrap_or(0));
        } else {
            self.views.extend(people.views);
        }
        self.next = people.next;
        // A page may end early because it looked at many that do not fit.
        match &self.next {
            Some(next) if self.views.len() < PAGE => self.ask(After::Page(next.clone())),
            _ => Turn::Stay,
        }
    }

    fn chosen_upn(&self) -> Option<&str> {
        let view = self.views.get(self.chosen.0)?;
        Some(view.account.upn.as_str())
    }

    /// More of them, where the end of those that are here comes near.
    fn more(&mut self) -> Turn {
        match &self.next {
            Some(next) if !self.asked && self.chosen.0 + PAGE / 2 >= self.views.len() => {
                self.ask(After::Page(next.clone()))
            }
            _ => Turn::Stay,
        }
    }

    fn count(&mut self) -> Turn {
        self.asked = true;
        let filter = self.meant();
        Turn::Work(
            Work::new(
                move |desk: Desk| {
                    let filter = filter.clone();
                    async move {
                        let (actor, now) = (desk.actor(), desk.now());
                        desk.service().count_accounts(&actor, filter, now).await
                    }
                },
                |place: &mut Self, count, _| {
                    place.asked = false;
                    place.count = Some(count);
                    Turn::Stay
                },
            )
            .or(|place: &mut Self, _| {
                place.asked = false;
                None
            })
            .quiet(),
        )
    }

    fn open(&self) -> Turn {
        match self.chosen_upn() {
            Some(upn) => Turn::Open(Box::new(AccountPlace::new(upn))),
            None => Turn::Stay,
        }
    }

    fn search_key(&mut self, command: Command) -> Turn {
        match command {
            Command::Back if self.search.text().is_empty() => {
                self.searching = false;
                Turn::Stay
            }
            Command::Back => {
                self.search.clear();
                self.find()
            }
            Command::Enter | Command::Next | Command::PageDown => {
                self.searching = false;
                Turn::Stay
            }
            command => match keymap::edit(command) {
                Some(edit) => self.edit(&edit),
                None => Turn::Stay,
            },
        }
    }

    fn edit(&mut self, edit: &Edit) -> Turn {
        let before = self.search.text().to_owned();
        self.search.edit(edit);
        match self.search.text() == before {
            true => Turn::Stay,
            false => self.find(),
        }
    }

    fn command(&mut self, typed: char, desk: &Desk) -> Turn {
        match typed {
            '/' => {
                self.searching = true;
                Turn::Stay
            }
            'f' => Turn::Open(Box::new(FilterPlace::new(&self.filter))),
            'n' if self.manages => Turn::Open(Box::new(NewUser::new(desk))),
            'b' if self.manages || self.helps => {
                Turn::Open(Box::new(BulkPlace::new(self.meant(), desk)))
            }
            'i' if self.manages => Turn::Open(Box::new(Import::default())),
            'e' => Turn::Open(Box::new(Export::new(self.meant()))),
            _ => Turn::Stay,
        }
    }

    /// The words above the table.
    fn said(&self) -> Msg {
        let shown = self.views.len();
        match (self.count, self.next.is_some()) {
            (Some(count), _) => Msg::new("users-count").number("count", count),
            (None, false) => Msg::new("users-count").number("count", shown as u64),
            (None, true) => Msg::new("users-more").number("count", shown as u64),
        }
    }

    /// What is told of an account in one word.
    fn state(&self, view: &View) -> &'static str {
        let account = &view.account;
        let ahead = |until: Option<Timestamp>| until > self.at;
        match account.enabled {
            false => "user-disabled",
            true if ahead(account.blocked_until) => "user-blocked",
            true if ahead(account.locked_until) => "user-locked",
            true if view.registered => "user-registered",
            true => "user-unregistered",
        }
    }
}

fn columns() -> [Column; 4] {
    let column = |head, least, share| Column {
        head: Msg::new(head),
        least,
        share,
    };
    [
        column("people-column-user", 22, 3),
        column("people-column-state", 13, 0),
        column("people-column-name", 10, 2),
        column("people-column-roles", 10, 1),
    ]
}

impl Place for Users {
    fn title(&self) -> Msg {
        Tab::Users.title()
    }

    fn help(&self) -> &'static str {
        "help-users"
    }

    fn hints(&self) -> Vec<&'static str> {
        match self.searching {
            true => vec!["people-keys-to-list"],
            false => {
                let mut keys = vec!["people-keys-find", "keys-open", "people-keys-to-filter"];
                if self.manages {
                    keys.push("people-keys-to-new");
                }
                if self.manages || self.helps {
                    keys.push("people-keys-to-bulk");
                }
                if self.manages {
                    keys.push("people-keys-to-import");
                }
                keys.push("people-keys-to-export");
                keys
            }
        }
    }

    fn shown(&mut self, desk: &Desk) -> Turn {
        self.manages = desk.may(Permission::ManageAccounts);
        self.helps = desk.may(Permission::HelpPeople);
        self.find()
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        let counts = self.came && self.count.is_none() && !self.asked;
        match counts && self.search.is_blank() && self.next.is_some() {
            true => self.count(),
            false => Turn::Stay,
        }
    }

    fn typing(&self) -> bool {
        self.searching
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        if self.searching {
            return self.search_key(command);
        }
        match command {
            Command::Type(typed) => self.command(typed, desk),
            Command::Enter => self.open(),
            Command::Back
                if !self.search.text().is_empty() || !self.filter.borrow().is_everybody() =>
            {
                self.search.clear();
                self.filter.take();
                self.find()
            }
            Command::Back => Turn::Close(None),
            Command::Previous if self.chosen.0 == 0 => {
                self.searching = true;
                Turn::Stay
            }
            command => match self.chosen.key(command, self.views.len()) {
                true => self.more(),
                false => Turn::Stay,
            },
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
        let row = at.y.saturating_sub(ABOVE);
        if !self.searching && self.chosen.click(row, u16::MAX, self.views.len()) {
            return self.open();
        }
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let field = Field {
            label: Msg::new(""),
            value: self.search.text(),
            cursor: self.search.cursor(),
            secret: false,
            revealed: false,
        };
        let typing = self.searching && with.focused;
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
        let said = with.say(&self.said());
        let said = match summary(&self.filter.borrow(), with) {
            Some(filter) => format!("{said} · {filter}"),
            None => said,
        };
        let said = text::fit(&said, usize::from(area.width), with.look.glyphs.more);
        if area.height > 1 {
            let quiet = with.look.theme.quiet;
            sheet.write(area.x, area.y + 1, Line::styled(said, quiet), area.width);
        }
        let rows: Vec<Vec<String>> = self
            .views
            .iter()
            .map(|view| {
                let account = &view.account;
                let roles: Vec<String> = account
                    .roles
                    .iter()
                    .map(|role| with.say(&Msg::new(format!("people-role-{}", role.key()))))
                    .collect();
                vec![
                    account.upn.clone(),
                    with.say(&Msg::new(self.state(view))),
                    account.profile.name.clone().unwrap_or_default(),
                    roles.join(", "),
                ]
            })
            .collect();
        let high = area.height.saturating_sub(ABOVE);
        let below = Rect {
            y: area.y + ABOVE.min(area.height),
            height: high,
            ..area
        };
        if below.is_empty() {
            return cursor;
        }
        let table = TableView {
            columns: &columns(),
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

/// The rows above the table: what is typed, and how many there are.
const ABOVE: u16 = 2;
