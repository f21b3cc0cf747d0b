//! What keys, pastes and presses of the mouse do: the console's own ones here, the rest is told to
//! the place.

use ratatui::layout::Position;

use super::console::{Console, Leave, Side};
use super::overlay::{Left, Next, Overlay};
use super::place::Notice;
use super::tab::Tab;
use super::tabs;
use super::words::Words;
use crate::domain::msg::Msg;
use crate::tui::Say;
use crate::tui::events::Events;
use crate::tui::keymap::Command;

impl Console {
    /// A key.
    pub(super) fn key(&mut self, command: Command, events: &Events<u64>) {
        if let Some(overlay) = self.overlay.take() {
            return self.overlaid(overlay, |overlay| overlay.key(command), events);
        }
        let typing =
            self.side == Side::Place && self.stack.last().is_some_and(|top| top.place.typing());
        self.notice = None;
        match command {
            Command::Contrast => return self.look.turn(),
            Command::Language => {
                self.overlay = Some(Overlay::languages(self.words.tag()));
                return;
            }
            Command::Help => return self.help(),
            Command::Type('?') if !typing => return self.help(),
            Command::Type(':') if !typing => {
                self.overlay = Some(Overlay::line());
                return;
            }
            Command::Cancel => return self.leave_for(Left::Console, events),
            Command::NextTab => return self.step(1, events),
            Command::PreviousTab => return self.step(-1, events),
            _ => {}
        }
        if self.waits() {
            return;
        }
        match self.side {
            Side::Tabs => self.key_in_tabs(command, events),
            Side::Place => self.with_top(events, |place, desk| place.key(command, desk)),
        }
    }

    fn key_in_tabs(&mut self, command: Command, events: &Events<u64>) {
        match command {
            Command::Next => self.step(1, events),
            Command::Previous => self.step(-1, events),
            Command::Home => self.leave_for(Left::Tab(Tab::Overview), events),
            Command::End => {
                if let Some(last) = self.tabs.last() {
                    self.leave_for(Left::Tab(*last), events);
                }
            }
            Command::Enter | Command::Right => self.side = Side::Place,
            _ => {}
        }
    }

    fn help(&mut self) {
        let help = match (self.side, self.stack.last()) {
            (Side::Place, Some(top)) => top.place.help(),
            _ => "help-console",
        };
        self.overlay = Some(Overlay::Help(Msg::new(help)));
    }

    /// Pasted text.
    pub(super) fn paste(&mut self, text: &str, events: &Events<u64>) {
        if let Some(overlay) = self.overlay.take() {
            self.overlaid(overlay, |overlay| overlay.paste(text), events);
        } else if self.side == Side::Place && !self.waits() {
            self.with_top(events, |place, desk| place.paste(text, desk));
        }
    }

    /// A press of the mouse.
    pub fn click(&mut self, at: Position, events: &Events<u64>) {
        if self.overlay.is_some() || self.waits() {
            return;
        }
        self.dirty = true;
        if let Some(tab) = self.layout.tab_at(at, &self.tabs) {
            self.side = Side::Tabs;
            return self.leave_for(Left::Tab(tab), events);
        }
        let area = self.layout.place;
        if area.contains(at) {
            self.side = Side::Place;
            let within = Position::new(at.x - area.x, at.y - area.y);
            self.with_top(events, |place, desk| place.click(within, desk));
        }
    }

    /// So many tabs further.
    fn step(&mut self, by: isize, events: &Events<u64>) {
        let at = self.tabs.iter().position(|tab| *tab == self.tab);
        let next = at.and_then(|at| self.tabs.get(at.checked_add_signed(by)?));
        if let Some(next) = next.copied() {
            self.leave_for(Left::Tab(next), events);
        }
    }

    /// Leaves what is in sight for something else; asks first where something would be lost.
    pub(super) fn leave_for(&mut self, left: Left, events: &Events<u64>) {
        let lost = match left {
            // A tab stays as it is while the list of tabs has the keys.
            Left::Page if self.stack.len() < 2 => false,
            Left::Page => self.stack.last().is_some_and(|top| top.place.unsaved()),
            Left::Tab(_) | Left::Console => self.stack.iter().any(|opened| opened.place.unsaved()),
        };
        match lost {
            true => self.overlay = Some(Overlay::Discard(left)),
            false => self.left(left, events),
        }
    }

    /// Has left: what was typed there is given up.
    pub(super) fn left(&mut self, left: Left, events: &Events<u64>) {
        match left {
            Left::Tab(tab) => self.go(tab, events),
            Left::Console => self.leave = Some(Leave::Left),
            Left::Page => self.close(None, events),
        }
    }

    fn overlaid(
        &mut self,
        mut overlay: Overlay,
        told: impl FnOnce(&mut Overlay) -> Next,
        events: &Events<u64>,
    ) {
        match told(&mut overlay) {
            Next::Stay => self.overlay = Some(overlay),
            Next::Close => {}
            Next::Language(tag) => self.words = Words::new(tag),
            Next::Left(left) => self.left(left, events),
            Next::Go(typed) => self.named(&typed, events),
            Next::Confirmed => {
                if let Overlay::Confirm(asked, _) = overlay {
                    self.with_top(events, |place, desk| (asked.then)(place, desk));
                }
            }
        }
    }

    /// The tab whose name begins so: its key, or what it is called on the screen.
    fn tab_named(&self, sought: &str) -> Option<Tab> {
        if sought.is_empty() {
            return None;
        }
        let mut keys = self.tabs.iter();
        let mut titles = self.tabs.iter();
        keys.find(|tab| tab.key().starts_with(sought))
            .or_else(|| {
                titles.find(|tab| {
                    let title = self.words.say(&tab.title());
                    title.to_lowercase().starts_with(sought)
                })
            })
            .copied()
    }

    /// What was typed after `:`.
    fn named(&mut self, typed: &str, events: &Events<u64>) {
        let typed = typed.trim();
        match (typed, self.tab_named(&typed.to_lowercase())) {
            ("q" | "quit", _) => self.leave_for(Left::Console, events),
            (_, Some(tab)) => {
                self.side = Side::Place;
                self.leave_for(Left::Tab(tab), events);
            }
            _ if let Some(page) = tabs::page(typed, &self.desk) => {
                self.side = Side::Place;
                self.open(page, events);
            }
            _ => {
                let unknown = Msg::new("console-no-command").text("typed", typed);
                self.notice = Some(Notice::error(unknown));
            }
        }
    }
}
