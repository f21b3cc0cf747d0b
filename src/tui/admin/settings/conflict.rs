//! Two administrators and one setting: the other's change beside one's own, to take either.

use ratatui::layout::{Position, Rect};

use super::review::ReviewPage;
use super::{Back, Outcome, rows, words};
use crate::domain::msg::Msg;
use crate::domain::setting::Setting;
use crate::service::policy::save::{Conflict, Edit};
use crate::tui::admin::Desk;
use crate::tui::admin::place::{Drawing, Notice, Place, Turn};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// The page. Nothing was saved; what is taken is looked over again.
pub struct ConflictPage {
    edits: Vec<Edit>,
    /// What was changed meanwhile, and whether one's own value is taken.
    conflicts: Vec<(Conflict, bool)>,
    at: usize,
    back: Back,
}

impl ConflictPage {
    /// Changes that met others.
    pub fn new(edits: Vec<Edit>, conflicts: Vec<Conflict>, back: Back) -> Self {
        Self {
            edits,
            // Theirs is in force: taking it loses nothing of theirs.
            conflicts: conflicts.into_iter().map(|one| (one, false)).collect(),
            at: 0,
            back,
        }
    }

    /// What is left of one's own changes, having seen the others.
    fn left(&self) -> Vec<Edit> {
        let mine = |edit: &Edit| {
            let met = |(conflict, _): &&(Conflict, bool)| conflict.key == edit.key;
            match self.conflicts.iter().find(met) {
                Some((_, false)) => None,
                Some((conflict, true)) => Some(Edit {
                    seen: conflict.theirs.clone(),
                    ..edit.clone()
                }),
                None => Some(edit.clone()),
            }
        };
        self.edits.iter().filter_map(mine).collect()
    }

    fn go_on(&self) -> Turn {
        let left = self.left();
        if left.is_empty() {
            self.back.replace(Outcome::Saved);
            return Turn::Close(Some(Notice::note(Msg::new("conflict-theirs-taken"))));
        }
        self.back.replace(Outcome::Left(left.clone()));
        Turn::Replace(Box::new(ReviewPage::new(left, self.back.clone())))
    }

    fn rows(&self, with: Drawing<'_>, room: u16) -> Rows {
        let theme = &with.look.theme;
        let intro = with.say(&Msg::new("conflict-text"));
        let mut all = Rows::prose("", &intro, room, theme.base);
        for (nth, (conflict, mine)) in self.conflicts.iter().enumerate() {
            rows::blank(&mut all);
            all.append(self.choice(nth, conflict, *mine, with, room));
        }
        all
    }

    fn choice(
        &self,
        nth: usize,
        conflict: &Conflict,
        mine: bool,
        with: Drawing<'_>,
        room: u16,
    ) -> Rows {
        let (look, here) = (with.look, nth == self.at);
        let Some(setting) = Setting::find(&conflict.key) else {
            return Rows::default();
        };
        let value = |value| words::value(setting, value, with);
        let lead = match here {
            true => look.glyphs.focused,
            false => look.glyphs.unfocused,
        };
        let name = words::name(&conflict.key, setting, with);
        let mut rows = Rows::prose(lead, &name, room, look.theme.label);
        let before = Msg::new("form-was").text("before", value(&conflict.seen));
        rows.append(Rows::prose(
            "    ",
            &with.say(&before),
            room,
            look.theme.quiet,
        ));
        let theirs = value(&conflict.theirs);
        let theirs = match &conflict.by {
            Some((by, at)) => Msg::new("conflict-theirs")
                .text("value", theirs)
                .text("by", by.as_str())
                .time("at", *at),
            None => Msg::new("conflict-theirs-unknown").text("value", theirs),
        };
        let own = self.edits.iter().find(|edit| edit.key == conflict.key);
        let own = own.map(|edit| value(&edit.value)).unwrap_or_default();
        let own = Msg::new("conflict-yours").text("value", own);
        for (told, taken) in [(theirs, !mine), (own, mine)] {
            let sign = if taken { "    (x) " } else { "    ( ) " };
            let style = match taken && here && with.focused {
                true => look.theme.focus,
                false => look.theme.base,
            };
            let mut row = Rows::prose(sign, &with.say(&told), room, style);
            if taken && here {
                row.focus(0, 5);
            }
            rows.append(row);
        }
        // The whole of it stays in sight.
        if let Some(at) = rows.focused() {
            rows.focus(at.row, usize::from(at.column));
        }
        rows
    }
}

impl Place for ConflictPage {
    fn title(&self) -> Msg {
        Msg::new("conflict-title")
    }

    fn help(&self) -> &'static str {
        "help-conflict"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["keys-take", "keys-go-on"]
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        let last = self.conflicts.len().saturating_sub(1);
        match command {
            Command::Back => return Turn::Close(None),
            Command::Enter | Command::Save => return self.go_on(),
            Command::Next => self.at = (self.at + 1).min(last),
            Command::Previous => self.at = self.at.saturating_sub(1),
            Command::Type(' ') | Command::Left | Command::Right => {
                if let Some((_, mine)) = self.conflicts.get_mut(self.at) {
                    *mine = !*mine;
                }
            }
            _ => {}
        }
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let rows = self.rows(with, area.width);
        window(rows, area, 0, with.look, sheet).cursor
    }
}
