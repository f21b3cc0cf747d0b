//! What has not left yet: messages that wait, and those that failed, which can be tried again.

use ratatui::layout::{Position, Rect};

use super::desk::Desk;
use super::place::{Drawing, Notice, Place, Turn, Work};
use super::widgets::table::{Chosen, Column, TableView};
use crate::domain::msg::Msg;
use crate::domain::role::Permission;
use crate::service::overview::Item;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// The rows below the table for what went wrong with the chosen one.
const ERROR: u16 = 3;

/// The page.
#[derive(Default)]
pub struct Outbox {
    items: Option<Vec<Item>>,
    chosen: Chosen,
    /// Where the table was drawn last.
    high: std::cell::Cell<u16>,
}

impl Outbox {
    fn look() -> Work {
        let ask = |desk: Desk| async move {
            let (actor, now) = (desk.actor(), desk.now());
            desk.service().undelivered(&actor, now).await
        };
        Work::new(ask, |place: &mut Self, items, _| place.listed(items)).quiet()
    }

    /// The same message stays chosen, where it is still there.
    fn listed(&mut self, items: Vec<Item>) -> Turn {
        let id = self.item().map(|item| item.id);
        let at = items.iter().position(|item| Some(item.id) == id);
        let last = items.len().saturating_sub(1);
        self.chosen = Chosen(at.unwrap_or(self.chosen.0.min(last)));
        self.items = Some(items);
        Turn::Stay
    }

    fn item(&self) -> Option<&Item> {
        self.items.as_ref()?.get(self.chosen.0)
    }

    fn retry(&self, desk: &Desk) -> Turn {
        let Some(id) = self.item().map(|item| item.id) else {
            return Turn::Stay;
        };
        if !desk.may(Permission::ManageOutbox) || desk.is_read_only() {
            return Turn::Stay;
        }
        let ask = move |desk: Desk| async move {
            let (actor, now) = (desk.actor(), desk.now());
            desk.service().retry_letter(&actor, id, now).await
        };
        let then = move |_: &mut Self, (), _: &Desk| {
            let told = Msg::new("outbox-retried").text("id", id.to_string());
            Turn::Say(Notice::note(told))
        };
        Turn::Work(Work::new(ask, then))
    }
}

/// What it is: by how soon it must arrive.
fn kind(item: &Item) -> &'static str {
    match item.kind.as_str() {
        "code" => "outbox-kind-code",
        "request" => "outbox-kind-request",
        "call" => "outbox-kind-call",
        "alert" => "outbox-kind-alert",
        _ => "outbox-kind-notice",
    }
}

impl Place for Outbox {
    fn title(&self) -> Msg {
        Msg::new("outbox-title")
    }

    fn help(&self) -> &'static str {
        "help-outbox"
    }

    fn hints(&self) -> Vec<&'static str> {
        match self.item() {
            Some(_) => vec!["keys-retry"],
            None => Vec::new(),
        }
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        Turn::Work(Self::look())
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        Turn::Work(Self::look())
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        let count = self.items.as_ref().map_or(0, Vec::len);
        match command {
            Command::Back => return Turn::Close(None),
            Command::Enter | Command::Type('r') => return self.retry(desk),
            command => self.chosen.key(command, count),
        };
        Turn::Stay
    }

    fn click(&mut self, at: Position, _: &Desk) -> Turn {
        let count = self.items.as_ref().map_or(0, Vec::len);
        self.chosen.click(at.y, self.high.get(), count);
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let prose = |id: &'static str| {
            let words = with.say(&Msg::new(id));
            Rows::prose("", &words, area.width, with.look.theme.base)
        };
        let items = match &self.items {
            None => return window(prose("console-working"), area, 0, with.look, sheet).cursor,
            Some(items) if items.is_empty() => {
                return window(prose("outbox-empty"), area, 0, with.look, sheet).cursor;
            }
            Some(items) => items,
        };
        let column = |head, least, share| Column {
            head: Msg::new(head),
            least,
            share,
        };
        let columns = [
            column("outbox-id", 6, 0),
            column("outbox-state", 9, 0),
            column("outbox-kind", 12, 2),
            column("outbox-channel", 8, 1),
            column("outbox-tried", 5, 0),
            column("outbox-created", 16, 1),
        ];
        let state = |item: &Item| match item.state.as_str() {
            "waiting" => with.say(&Msg::new("outbox-waiting")),
            _ => with.say(&Msg::new("outbox-failed")),
        };
        let moment = |item: &Item| with.say(&Msg::new("outbox-moment").time("at", item.created));
        let rows: Vec<Vec<String>> = items
            .iter()
            .map(|item| {
                let channel = format!("outbox-channel-{}", item.channel);
                vec![
                    item.id.to_string(),
                    state(item),
                    with.say(&Msg::new(kind(item))),
                    with.say(&Msg::new(channel)),
                    item.attempts.to_string(),
                    moment(item),
                ]
            })
            .collect();
        let below = ERROR.min(area.height / 3);
        let above = Rect {
            height: area.height - below,
            ..area
        };
        self.high.set(above.height);
        let table = TableView {
            columns: &columns,
            rows: &rows,
            chosen: self.chosen,
        };
        let cursor = table.draw(above, sheet, with);
        let error = self.item().and_then(|item| item.last_error.as_deref());
        if let Some(error) = error {
            let words = with.say(&Msg::new("outbox-error").text("error", error));
            let rows = Rows::prose("", &words, area.width, with.look.theme.error);
            let under = Rect::new(area.x, above.bottom(), area.width, below);
            window(rows, under, 0, with.look, sheet);
        }
        cursor
    }
}
