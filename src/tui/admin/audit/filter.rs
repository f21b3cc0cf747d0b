//! What is asked for, filled in: everything given must be so.

use ratatui::layout::{Position, Rect};

use super::{Asked, moment};
use crate::domain::audit::{Activity, Outcome};
use crate::domain::msg::Msg;
use crate::domain::time::Timestamp;
use crate::service::audit::Filter;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{text, window};

/// The page.
pub struct FilterPage {
    asked: Asked,
    form: Form,
}

/// What is asked for, in one line.
pub fn summary(filter: &Filter, with: Drawing<'_>) -> String {
    let given = |id: &'static str, value: &Option<String>| {
        let value = value.as_ref()?;
        Some(format!(
            "{}: {}",
            with.say(&Msg::new(id)),
            text::line(value)
        ))
    };
    let parts = [
        given("audit-account", &filter.account),
        given("audit-activity", &filter.activity),
        given("audit-outcome", &filter.outcome),
        given("audit-terminal", &filter.terminal),
        given("audit-reference", &filter.reference),
        given("audit-since", &filter.since.map(moment)),
        given("audit-until", &filter.until.map(moment)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        true => with.say(&Msg::new("audit-all")),
        false => parts.join(", "),
    }
}

/// The activity that is meant: the whole word, or a part that only one has.
fn activity(typed: &str) -> Result<Option<String>, Msg> {
    let typed = typed.trim().to_lowercase().replace([' ', '-'], "_");
    if typed.is_empty() {
        return Ok(None);
    }
    if Activity::from_key(&typed).is_some() {
        return Ok(Some(typed));
    }
    let keys = Activity::ALL.map(Activity::key);
    let fitting: Vec<&str> = keys
        .into_iter()
        .filter(|key| key.contains(&typed))
        .collect();
    match fitting.as_slice() {
        [] => Err(Msg::new("audit-no-activity")),
        [one] => Ok(Some((*one).to_owned())),
        several => Err(Msg::new("audit-activities").text("words", several.join(", "))),
    }
}

fn moment_of(typed: &str) -> Result<Option<Timestamp>, Msg> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    // As it is shown, or as RFC 3339 has it.
    let written = match typed.len() {
        19 => format!("{}Z", typed.replace(' ', "T")),
        16 => format!("{}:00Z", typed.replace(' ', "T")),
        _ => typed.to_owned(),
    };
    written
        .parse()
        .map(Some)
        .map_err(|_| Msg::new("audit-no-moment"))
}

fn given(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

impl FilterPage {
    /// The page, filled in with what is asked for now.
    pub fn new(asked: Asked) -> Self {
        let now = asked.borrow().clone();
        let field = |key: &'static str, id: &'static str, value: Option<String>| {
            Item::new(key, Msg::new(id), Input::text(&value.unwrap_or_default()))
        };
        let any = (String::new(), Msg::new("audit-any"));
        let outcomes = Outcome::ALL.map(|outcome| {
            let key = outcome.key();
            (key.to_owned(), Msg::new(format!("outcome-{key}")))
        });
        let outcomes = [any].into_iter().chain(outcomes).collect();
        let outcome = Input::choice(outcomes, &now.outcome.unwrap_or_default());
        let items = vec![
            field("account", "audit-account", now.account).note(Msg::new("audit-account-note")),
            field("activity", "audit-activity", now.activity).note(Msg::new("audit-activity-note")),
            Item::new("outcome", Msg::new("audit-outcome"), outcome),
            field("terminal", "audit-terminal", now.terminal),
            field("reference", "audit-reference", now.reference)
                .note(Msg::new("audit-reference-note")),
            field("since", "audit-since", now.since.map(moment))
                .note(Msg::new("audit-moment-note")),
            field("until", "audit-until", now.until.map(moment))
                .note(Msg::new("audit-moment-note")),
        ];
        Self {
            asked,
            form: Form::new(items),
        }
    }

    fn read(&self) -> Result<Filter, (&'static str, Msg)> {
        let text = |key: &str| self.form.text(key);
        let wrong = |key: &'static str| move |why| (key, why);
        Ok(Filter {
            account: given(&text("account")),
            activity: activity(&text("activity")).map_err(wrong("activity"))?,
            outcome: given(&text("outcome")),
            terminal: given(&text("terminal")),
            reference: given(&text("reference").to_uppercase()),
            since: moment_of(&text("since")).map_err(wrong("since"))?,
            until: moment_of(&text("until")).map_err(wrong("until"))?,
        })
    }

    fn apply(&mut self) -> Turn {
        match self.read() {
            Ok(filter) => {
                self.asked.replace(filter);
                Turn::Close(None)
            }
            Err((key, why)) => {
                self.form.reject(key, why);
                Turn::Stay
            }
        }
    }
}

impl Place for FilterPage {
    fn title(&self) -> Msg {
        Msg::new("audit-filter-title")
    }

    fn help(&self) -> &'static str {
        "help-audit-filter"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["audit-keys-apply", "audit-keys-clear"]
    }

    fn typing(&self) -> bool {
        self.form.typing()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        let at_last = self.form.focused().is_some_and(|item| item.key == "until");
        match command {
            Command::Back => Turn::Close(None),
            Command::Save => self.apply(),
            Command::Enter if at_last => self.apply(),
            Command::Clear => {
                self.asked.replace(Filter::default());
                Turn::Close(None)
            }
            command => {
                self.form.key(command);
                Turn::Stay
            }
        }
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        self.form.paste(text);
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let rows = self.form.rows(with, area.width);
        window(rows, area, 0, with.look, sheet).cursor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activities_are_found_by_a_part_of_their_word() {
        assert_eq!(
            activity(" Password reset "),
            Ok(Some("password_reset".into()))
        );
        assert_eq!(activity("abandon"), Ok(Some("reset_abandoned".into())));
        assert_eq!(
            activity("sign_in"),
            Ok(Some("sign_in".into())),
            "the whole word wins"
        );
        assert_eq!(activity(""), Ok(None));
        assert!(activity("method").unwrap_err().is("audit-activities"));
        assert!(activity("juggling").unwrap_err().is("audit-no-activity"));
    }

    #[test]
    fn moments_are_read_as_they_are_shown() {
        let at = Timestamp::from_seconds(1_777_777_777);
        assert_eq!(moment_of(&moment(at)), Ok(Some(at)));
        assert_eq!(moment_of("2026-05-03"), Ok("2026-05-03".parse().ok()));
        let short = "2026-05-03T03:09:00Z".parse().ok();
        assert_eq!(moment_of(" 2026-05-03 03:09 "), Ok(short));
        assert!(moment_of("yesterday").is_err());
    }
}
