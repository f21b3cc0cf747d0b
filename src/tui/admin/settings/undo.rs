//! The last save, and what taking it back would put back.

use ratatui::layout::{Position, Rect};

use super::review::{Reading, refused};
use super::{Back, Outcome, rows, words};
use crate::domain::msg::Msg;
use crate::domain::setting::Setting;
use crate::service::policy::save::Conflict;
use crate::service::policy::undo::Undone;
use crate::tui::admin::Desk;
use crate::tui::admin::place::{Drawing, Notice, Place, Turn, Work};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::Rows;

/// The page.
pub struct UndoPage {
    found: Option<Undone>,
    back: Back,
    reading: Reading,
}

impl UndoPage {
    /// Asks for the last save; what comes of it is left at `back`.
    pub fn new(back: Back) -> Self {
        Self {
            found: None,
            back,
            reading: Reading::default(),
        }
    }

    fn undo(&self, save: i64) -> Turn {
        let ask = move |desk: Desk| async move {
            let (actor, now) = (desk.actor(), desk.now());
            desk.service().undo_policy(&actor, Some(save), now).await
        };
        let told = |place: &mut Self, done: Undone, _: &Desk| match done {
            Undone::Done(..) => {
                place.back.replace(Outcome::Saved);
                Turn::Close(Some(Notice::note(Msg::new("undo-done"))))
            }
            conflict @ Undone::Conflict(..) => {
                place.found = Some(conflict);
                Turn::Stay
            }
        };
        Turn::Work(Work::new(ask, told).or(|_: &mut Self, error| refused(error)))
    }
}

impl Place for UndoPage {
    fn title(&self) -> Msg {
        Msg::new("undo-title")
    }

    fn help(&self) -> &'static str {
        "help-undo"
    }

    fn hints(&self) -> Vec<&'static str> {
        match &self.found {
            Some(Undone::Done(..)) => vec!["keys-put-back", "keys-read"],
            _ => vec!["keys-read"],
        }
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        let ask = |desk: Desk| async move {
            let (actor, now) = (desk.actor(), desk.now());
            desk.service().review_undo(&actor, None, now).await
        };
        let told = |place: &mut Self, found: Undone, _: &Desk| {
            place.found = Some(found);
            Turn::Stay
        };
        Turn::Work(Work::new(ask, told).or(|_: &mut Self, error| refused(error)))
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match (command, &self.found) {
            (Command::Back, _) => Turn::Close(None),
            (Command::Save, Some(Undone::Done(save, _))) => self.undo(save.id),
            _ => {
                self.reading.key(command);
                Turn::Stay
            }
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let (save, rest) = match self.found.as_ref()? {
            Undone::Done(save, review) => (save, rows::review(review, with, area.width)),
            Undone::Conflict(save, found) => (save, since(found, with, area.width)),
        };
        let told = Msg::new("undo-save")
            .text("by", save.by.as_str())
            .time("at", save.at);
        let mut all = Rows::prose("", &with.say(&told), area.width, with.look.theme.base);
        rows::blank(&mut all);
        all.append(rest);
        self.reading.draw(all, area, sheet, with);
        None
    }
}

/// What was changed since the save.
fn since(conflicts: &[Conflict], with: Drawing<'_>, room: u16) -> Rows {
    let theme = &with.look.theme;
    let told = with.say(&Msg::new("undo-changed-since"));
    let mut rows = Rows::prose(with.look.glyphs.error, &told, room, theme.error);
    for conflict in conflicts {
        let Some(setting) = Setting::find(&conflict.key) else {
            continue;
        };
        let name = words::name(&conflict.key, setting, with);
        rows.append(Rows::prose("  ", &name, room, theme.label));
        let value = words::value(setting, &conflict.theirs, with);
        let theirs = match &conflict.by {
            Some((by, at)) => Msg::new("conflict-theirs")
                .text("value", value)
                .text("by", by.as_str())
                .time("at", *at),
            None => Msg::new("conflict-theirs-unknown").text("value", value),
        };
        rows.append(Rows::prose("    ", &with.say(&theirs), room, theme.base));
    }
    rows
}
