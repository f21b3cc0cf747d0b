//! One account's page: its sections, and what can be done to it.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::actions::{Action, offered};
use super::sections::Section;
use crate::domain::msg::Msg;
use crate::domain::time::Timestamp;
use crate::service::ServiceError;
use crate::service::account_page::AccountPage;
use crate::service::refusal::Refusal;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Notice, Place, Turn, Work};
use crate::tui::admin::widgets::table::Chosen;
use crate::tui::canvas::{Paper as _, Sheet};
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, text, window};

/// After how many looks of the loop the page is read again.
const AGAIN: u8 = 4;

/// The page.
pub struct AccountPlace {
    pub(super) upn: String,
    page: Option<(AccountPage, Timestamp)>,
    section: Section,
    scroll: isize,
    actions: Vec<Action>,
    chosen: Chosen,
    ticks: u8,
}

impl AccountPlace {
    /// The page of an account.
    pub fn new(upn: &str) -> Self {
        Self {
            upn: upn.to_owned(),
            page: None,
            section: Section::Actions,
            scroll: 0,
            actions: Vec::new(),
            chosen: Chosen::default(),
            ticks: 0,
        }
    }

    fn load(&self) -> Work {
        let upn = self.upn.clone();
        Work::new(
            move |desk: Desk| {
                let upn = upn.clone();
                async move {
                    let (actor, now) = (desk.actor(), desk.now());
                    desk.service().account_page(&actor, &upn, now).await
                }
            },
            |place: &mut Self, page, desk| {
                place.came(page, desk);
                Turn::Stay
            },
        )
        .or(|_: &mut Self, error| gone(error))
    }

    /// The page as the store says now.
    pub(super) fn came(&mut self, page: AccountPage, desk: &Desk) {
        self.upn.clone_from(&page.view.account.upn);
        self.actions = offered(&page, desk);
        let last = self.actions.len().saturating_sub(1);
        self.chosen = Chosen(self.chosen.0.min(last));
        self.page = Some((page, desk.now()));
    }

    fn turn(&mut self, by: isize) {
        let at = Section::ALL.iter().position(|own| *own == self.section);
        let count = Section::ALL.len();
        let to = at.unwrap_or(0) + count;
        let to = to.saturating_add_signed(by) % count;
        if let Some(section) = Section::ALL.get(to) {
            self.section = *section;
            self.scroll = 0;
        }
    }

    fn action(&self) -> Turn {
        let Some((page, _)) = &self.page else {
            return Turn::Stay;
        };
        match self.actions.get(self.chosen.0) {
            Some(action) => action.begin(page),
            None => Turn::Stay,
        }
    }

    /// The sections' names in one row; where they don't all fit, those up to the one in sight.
    fn heads(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) {
        let room = usize::from(area.width);
        let words = Section::ALL.map(|section| {
            let words = with.say(&Msg::new(section.title()));
            match section == self.section {
                true => format!("[{words}]"),
                false => format!(" {words} "),
            }
        });
        let at = Section::ALL.iter().position(|own| *own == self.section);
        let at = at.unwrap_or(0);
        let until_here = |first: &usize| {
            let seen = words.iter().take(at + 1).skip(*first);
            seen.map(|words| text::width(words)).sum::<usize>() <= room
        };
        let first = (0..at).find(until_here).unwrap_or(at);
        let theme = &with.look.theme;
        let mut left = room;
        let mut spans = Vec::new();
        for (nth, words) in words.iter().enumerate().skip(first) {
            let words = text::fit(words, left, with.look.glyphs.more);
            left -= text::width(&words).min(left);
            let style = if nth == at { theme.focus } else { theme.quiet };
            spans.push(Span::styled(words, style));
        }
        sheet.write(area.x, area.y, Line::from(spans), area.width);
    }

    fn action_rows(&self, with: Drawing<'_>, room: u16) -> Rows {
        let mut rows = Rows::default();
        if self.actions.is_empty() {
            let words = with.say(&Msg::new("account-no-actions"));
            return Rows::prose("", &words, room, with.look.theme.note);
        }
        for (nth, action) in self.actions.iter().enumerate() {
            let here = nth == self.chosen.0 && with.focused;
            let (sign, style) = match here {
                true => (with.look.glyphs.focused, with.look.theme.focus),
                false => (with.look.glyphs.unfocused, with.look.theme.base),
            };
            let words = with.say(&Msg::new(action.title()));
            let mut row = Rows::prose(sign, &words, room, style);
            if here {
                row.focus(0, text::width(sign));
            }
            rows.append(row);
        }
        rows
    }
}

/// Back from a page whose account is no longer there.
fn gone(error: &ServiceError) -> Option<Turn> {
    match error {
        ServiceError::Refused(refusal @ (Refusal::NoAccount(_) | Refusal::Deleted { .. })) => {
            Some(Turn::Close(Some(Notice::error(refusal.msg()))))
        }
        _ => None,
    }
}

impl Place for AccountPlace {
    fn title(&self) -> Msg {
        Msg::new("account-title").text("name", text::line(&self.upn))
    }

    fn help(&self) -> &'static str {
        "help-account"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["people-keys-sections", "keys-do"]
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        Turn::Work(self.load())
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        self.ticks = (self.ticks + 1) % AGAIN;
        match self.ticks {
            0 => Turn::Work(self.load().quiet()),
            _ => Turn::Stay,
        }
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => return Turn::Close(None),
            Command::Right => self.turn(1),
            Command::Left => self.turn(-1),
            Command::Type(digit @ '1'..='7') => {
                let nth = usize::try_from(u32::from(digit) - u32::from('1')).unwrap_or(0);
                if let Some(section) = Section::ALL.get(nth) {
                    self.section = *section;
                    self.scroll = 0;
                }
            }
            Command::Enter if self.section == Section::Actions => return self.action(),
            command if self.section == Section::Actions => {
                self.chosen.key(command, self.actions.len());
            }
            Command::Next => self.scroll += 1,
            Command::Previous => self.scroll = (self.scroll - 1).max(0),
            Command::PageDown => self.scroll += 10,
            Command::PageUp => self.scroll = (self.scroll - 10).max(0),
            Command::Home => self.scroll = 0,
            _ => {}
        }
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let (page, now) = self.page.as_ref()?;
        self.heads(area, sheet, with);
        let below = Rect {
            y: area.y + 2,
            height: area.height.saturating_sub(2),
            ..area
        };
        if area.height < 3 {
            return None;
        }
        let room = area.width.saturating_sub(1);
        let rows = match self.section {
            Section::Actions => {
                let mut rows = self.action_rows(with, room);
                rows.push(Line::from(""));
                let facts = Section::Profile.rows(page, *now, with, room);
                rows.append(facts);
                rows
            }
            section => section.rows(page, *now, with, room),
        };
        let most = rows.len().saturating_sub(usize::from(below.height));
        let most = isize::try_from(most).unwrap_or(isize::MAX);
        let scroll = match self.section {
            Section::Actions => 0,
            _ => self.scroll.min(most),
        };
        window(rows, below, scroll, with.look, sheet).cursor
    }
}
