//! A change of the policy on a screen: what changes, whom it touches, what is advised.

use ratatui::text::{Line, Span};

use super::words;
use crate::domain::msg::Msg;
use crate::domain::setting::Value;
use crate::service::policy::review::{Difference, Review, Touched};
use crate::tui::admin::place::Drawing;
use crate::tui::widgets::Rows;

/// How many entries that come or go are named.
const NAMED: usize = 20;

/// The whole of a review.
pub fn review(review: &Review, with: Drawing<'_>, room: u16) -> Rows {
    let look = with.look;
    let mut rows = heading("review-changes", with, room);
    if review.differences.is_empty() {
        let nothing = with.say(&Msg::new("review-nothing"));
        rows.append(Rows::prose("  ", &nothing, room, look.theme.base));
    }
    for difference in &review.differences {
        rows.append(self::difference(difference, with, room));
    }
    blank(&mut rows);
    rows.append(heading("review-people", with, room));
    rows.append(touched("review-stranded", &review.stranded, with, room));
    rows.append(touched("review-reached", &review.reached, with, room));
    if !review.advice.is_empty() {
        blank(&mut rows);
        rows.append(heading("review-advice", with, room));
    }
    for advice in &review.advice {
        let lead = format!("  {}", look.glyphs.note);
        let words = with.say(&Msg::new(advice.message));
        rows.append(Rows::prose(&lead, &words, room, look.theme.note));
    }
    rows
}

/// A row with nothing in it.
pub fn blank(rows: &mut Rows) {
    rows.push(Line::from(Span::raw("")));
}

/// A heading.
pub fn heading(id: &'static str, with: Drawing<'_>, room: u16) -> Rows {
    Rows::prose("", &with.say(&Msg::new(id)), room, with.look.theme.title)
}

fn difference(one: &Difference, with: Drawing<'_>, room: u16) -> Rows {
    let theme = &with.look.theme;
    let name = words::name(&one.key, one.setting, with);
    let mut rows = Rows::prose("  ", &name, room, theme.label);
    if let (Value::List(old), Value::List(new)) = (&one.old, &one.new) {
        let shown = |word: &String| {
            let one_of = Value::List(vec![word.clone()]);
            words::value(one.setting, &one_of, with)
        };
        let gone: Vec<String> = old.iter().filter(|w| !new.contains(w)).map(shown).collect();
        let come: Vec<String> = new.iter().filter(|w| !old.contains(w)).map(shown).collect();
        // An order that changed is told as any other value.
        if gone.len() + come.len() > 0 {
            rows.append(entries("    - ", &gone, with, room));
            rows.append(entries("    + ", &come, with, room));
            return rows;
        }
    }
    for (id, value) in [("form-was", &one.old), ("review-will", &one.new)] {
        let value = words::value(one.setting, value, with);
        let told = match id {
            "form-was" => Msg::new(id).text("before", value),
            _ => Msg::new(id).text("after", value),
        };
        rows.append(Rows::prose("    ", &with.say(&told), room, theme.base));
    }
    rows
}

fn entries(lead: &str, words: &[String], with: Drawing<'_>, room: u16) -> Rows {
    let mut rows = Rows::default();
    for word in words.iter().take(NAMED) {
        rows.append(Rows::prose(lead, word, room, with.look.theme.base));
    }
    more(&mut rows, words.len().saturating_sub(NAMED), with, room);
    rows
}

fn more(rows: &mut Rows, count: usize, with: Drawing<'_>, room: u16) {
    if count > 0 {
        let more = with.say(&Msg::new("review-more").number("count", count as u64));
        rows.append(Rows::prose("    ", &more, room, with.look.theme.quiet));
    }
}

fn touched(id: &'static str, touched: &Touched, with: Drawing<'_>, room: u16) -> Rows {
    let theme = &with.look.theme;
    let told = with.say(&Msg::new(id).number("count", touched.count));
    let style = match (id, touched.count) {
        ("review-stranded", 1..) => theme.error,
        _ => theme.base,
    };
    let lead = match (id, touched.count) {
        ("review-stranded", 1..) => with.look.glyphs.error,
        _ => "  ",
    };
    let mut rows = Rows::prose(lead, &told, room, style);
    for person in &touched.first {
        let name = person.name.as_deref().unwrap_or_default();
        let shown = format!("{}  {name}", person.upn);
        rows.append(Rows::prose("    ", shown.trim_end(), room, theme.base));
    }
    let named = u64::try_from(touched.first.len()).unwrap_or(u64::MAX);
    let rest = usize::try_from(touched.count.saturating_sub(named)).unwrap_or(usize::MAX);
    more(&mut rows, rest, with, room);
    rows
}
