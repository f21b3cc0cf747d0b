//! The page before saving: what changes, who is touched by it, what is advised.

use std::cell::Cell;

use ratatui::layout::{Position, Rect};

use super::conflict::ConflictPage;
use super::{Back, Outcome, rows};
use crate::domain::msg::Msg;
use crate::service::ServiceError;
use crate::service::policy::Entry;
use crate::service::policy::review::Review;
use crate::service::policy::save::{Edit, Saved};
use crate::tui::admin::Desk;
use crate::tui::admin::place::{Drawing, Notice, Place, Turn, Work};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// How far a page key goes.
const PAGE: isize = 10;

/// Reading on and back, of what has no focus.
#[derive(Default)]
pub(super) struct Reading(Cell<isize>);

impl Reading {
    /// A key; whether it was for reading.
    pub fn key(&self, command: Command) -> bool {
        let by = match command {
            Command::Next => 1,
            Command::Previous => -1,
            Command::PageDown => PAGE,
            Command::PageUp => -PAGE,
            Command::Home => isize::MIN,
            _ => return false,
        };
        self.0.set(self.0.get().saturating_add(by).max(0));
        true
    }

    /// Draws as far as was read.
    pub fn draw(&self, rows: Rows, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) {
        let shown = window(rows, area, self.0.get(), with.look, sheet);
        self.0.set(shown.scroll);
    }
}

/// The page.
pub struct ReviewPage {
    edits: Vec<Edit>,
    review: Option<Review>,
    back: Back,
    reading: Reading,
}

impl ReviewPage {
    /// A review of changes; what comes of it is left at `back`.
    pub fn new(edits: Vec<Edit>, back: Back) -> Self {
        Self {
            edits,
            review: None,
            back,
            reading: Reading::default(),
        }
    }

    fn save(&self) -> Turn {
        let edits = self.edits.clone();
        Turn::Work(Work::new(
            move |desk: Desk| {
                let edits = edits.clone();
                async move {
                    let (actor, now) = (desk.actor(), desk.now());
                    desk.service().save_policy(&actor, edits, now).await
                }
            },
            |place: &mut Self, saved, _| match saved {
                Saved::Done(_) => {
                    place.back.replace(Outcome::Saved);
                    Turn::Close(Some(Notice::note(Msg::new("settings-saved"))))
                }
                Saved::Conflict(conflicts) => {
                    let (edits, back) = (place.edits.clone(), place.back.clone());
                    Turn::Replace(Box::new(ConflictPage::new(edits, conflicts, back)))
                }
            },
        ))
    }
}

/// What is refused sends back to the form, where it can be mended; the loop deals with the rest.
pub(super) fn refused(error: &ServiceError) -> Option<Turn> {
    match error {
        ServiceError::Refused(refusal) => Some(Turn::Close(Some(Notice::error(refusal.msg())))),
        _ => None,
    }
}

impl Place for ReviewPage {
    fn title(&self) -> Msg {
        Msg::new("review-title")
    }

    fn help(&self) -> &'static str {
        "help-review"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["keys-save", "keys-read"]
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        let entries: Vec<Entry> = self
            .edits
            .iter()
            .map(|edit| (edit.key.clone(), edit.value.clone()))
            .collect();
        let ask = move |desk: Desk| {
            let entries = entries.clone();
            async move {
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().review_policy(&actor, &entries, now).await
            }
        };
        let told = |place: &mut Self, review: Review, _: &Desk| {
            place.review = Some(review);
            Turn::Stay
        };
        Turn::Work(Work::new(ask, told).or(|_: &mut Self, error| refused(error)))
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            Command::Save if self.review.is_some() => self.save(),
            _ => {
                self.reading.key(command);
                Turn::Stay
            }
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        if let Some(review) = &self.review {
            let rows = rows::review(review, with, area.width);
            self.reading.draw(rows, area, sheet, with);
        }
        None
    }
}
