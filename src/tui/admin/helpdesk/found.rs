//! What a reference leads to: the reason, what helps, every check as it stands now, and what happened.

use std::cell::Cell;

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::CallerPlace;
use crate::domain::audit::Record;
use crate::domain::eligibility::Check;
use crate::domain::msg::Msg;
use crate::domain::remedy::Remedy;
use crate::domain::text;
use crate::service::helpdesk::Found;
use crate::tui::admin::audit::activity;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn};
use crate::tui::admin::widgets::facts;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// How far a page key goes.
const PAGE: isize = 10;

/// The page.
pub struct FoundPlace {
    found: Found,
    scroll: Cell<isize>,
}

impl FoundPlace {
    pub const fn new(found: Found) -> Self {
        Self {
            found,
            scroll: Cell::new(0),
        }
    }

    fn facts(&self, with: Drawing<'_>) -> Vec<(Msg, String)> {
        let found = &self.found;
        let or = |value: &Option<String>, none: &'static str| match value {
            Some(value) => text::clean(value),
            None => with.say(&Msg::new(none)),
        };
        vec![
            (Msg::new("desk-account"), or(&found.named, "desk-nobody")),
            (
                Msg::new("desk-terminal"),
                or(&found.terminal, "desk-nowhere"),
            ),
            (
                Msg::new("desk-refusal"),
                or(&found.refusal, "desk-no-refusal"),
            ),
        ]
    }

    /// What happened, one line a record: when, what, and why not.
    fn happened(record: &Record, with: Drawing<'_>) -> String {
        let mut what = vec![activity(record, |msg| with.say(msg))];
        let more = ["method", "reason"].map(|name| record.field(name));
        what.extend(more.into_iter().flatten().map(text::clean));
        with.say(
            &Msg::new("desk-record")
                .time("at", record.time)
                .text("what", what.join(", ")),
        )
    }
}

/// A heading with a blank row above it.
pub(super) fn heading(id: &'static str, with: Drawing<'_>, room: u16) -> Rows {
    let mut rows = Rows::default();
    rows.push(Line::from(""));
    let words = with.say(&Msg::new(id));
    rows.append(Rows::prose("", &words, room, with.look.theme.label));
    rows
}

/// Every check with its verdict.
pub(super) fn checks(all: &[Check], with: Drawing<'_>, room: u16) -> Rows {
    let mut rows = Rows::default();
    for check in all {
        let (sign, style) = match check.ok {
            true => (with.look.glyphs.met, with.look.theme.base),
            false => (with.look.glyphs.unmet, with.look.theme.error),
        };
        let id = format!("account-check-{}", check.reason.message());
        let words = format!("{}  {}", check.reason.code(), with.say(&Msg::new(id)));
        rows.append(Rows::prose(sign, &words, room, style));
    }
    rows
}

/// What helps, in words.
pub(super) fn remedy(remedy: Remedy) -> Msg {
    Msg::new(format!("remedy-{}", remedy.key().replace('_', "-")))
}

/// What helps; what one's role may not do is said.
pub(super) fn what_helps(next: &[(Remedy, bool)], with: Drawing<'_>, room: u16) -> Rows {
    let mut rows = heading("desk-what-helps", with, room);
    for (helps, may) in next {
        let mut words = with.say(&remedy(*helps));
        if !may {
            words = format!("{words} {}", with.say(&Msg::new("desk-not-yours")));
        }
        rows.append(Rows::prose("- ", &words, room, with.look.theme.base));
    }
    rows
}

impl Place for FoundPlace {
    fn title(&self) -> Msg {
        Msg::new("desk-found-title").text("reference", self.found.reference.as_str())
    }

    fn help(&self) -> &'static str {
        "help-found"
    }

    fn hints(&self) -> Vec<&'static str> {
        match self.found.standing {
            Some(_) => vec!["keys-open-caller", "keys-scroll"],
            None => vec!["keys-scroll"],
        }
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        let by = match command {
            Command::Next => 1,
            Command::Previous => -1,
            Command::PageDown => PAGE,
            Command::PageUp => -PAGE,
            Command::Back => return Turn::Close(None),
            Command::Enter => {
                // The look was one at the reference; the account's page is another.
                return match &self.found.standing {
                    Some(standing) => {
                        let upn = standing.view.account.upn.as_str();
                        Turn::Open(Box::new(CallerPlace::of(upn)))
                    }
                    None => Turn::Stay,
                };
            }
            _ => return Turn::Stay,
        };
        self.scroll.set((self.scroll.get() + by).max(0));
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let room = area.width;
        let mut rows = facts::rows(&self.facts(with), with, room);
        rows.append(what_helps(&self.found.next, with, room));
        rows.append(heading("desk-checks", with, room));
        rows.append(checks(&self.found.checks, with, room));
        rows.append(heading("desk-happened", with, room));
        for record in &self.found.records {
            let words = Self::happened(record, with);
            let failed = record.field("outcome") == Some("failure");
            let (sign, style) = match failed {
                true => (with.look.glyphs.error, with.look.theme.error),
                false => (with.look.glyphs.unfocused, with.look.theme.base),
            };
            rows.append(Rows::prose(sign, &words, room, style));
        }
        let shown = window(rows, area, self.scroll.get(), with.look, sheet);
        self.scroll.set(shown.scroll);
        Some(area.as_position())
    }
}
