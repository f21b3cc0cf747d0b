//! Sample screens and words for the tests of the views.

use std::time::Duration;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Position;

use super::Say;
use crate::domain::banned::Strength;
use crate::domain::msg::{Arg, Msg};
use crate::journey::screen::{Action, Choice, Field, Focus, Notice, Rule, Scan, Screen, ScreenId};

/// Words in one of three languages, its column in [`WORDS`].
pub struct Sample(pub usize);

/// English.
pub const EN: Sample = Sample(0);
/// German: long words.
pub const DE: Sample = Sample(1);
/// Japanese: wide characters, no spaces.
pub const JA: Sample = Sample(2);

/// One message a line: its id, then its words in each language, between bars.
const WORDS: &str = include_str!("samples.txt");

impl Say for Sample {
    fn say(&self, msg: &Msg) -> String {
        let row = WORDS
            .lines()
            .map(|line| line.split(" | ").collect::<Vec<_>>())
            .find(|row| row[0] == msg.id);
        let mut words = row.map_or_else(|| msg.id.to_string(), |row| row[1 + self.0].to_owned());
        for (name, value) in &msg.args {
            let value = match value {
                // As Fluent does it, with isolates around what comes from outside.
                Arg::Text(text) => format!("\u{2068}{text}\u{2069}"),
                Arg::Number(n) => n.to_string(),
                Arg::Time(at) => at.to_string(),
            };
            words = words.replace(&format!("{{{name}}}"), &value);
        }
        words
    }
}

/// A screen with nothing on it.
pub fn bare(id: ScreenId, title: &'static str) -> Screen<'static> {
    Screen {
        id,
        title: Msg::new(title),
        progress: None,
        logo: Vec::new(),
        notices: Vec::new(),
        text: Vec::new(),
        choices: Vec::new(),
        drawing: None,
        qr: None,
        fields: Vec::new(),
        rules: Vec::new(),
        strength: None,
        actions: Vec::new(),
        focus: None,
        working: false,
        waiting: None,
        wipe_in: None,
    }
}

/// The first screen.
pub fn welcome() -> Screen<'static> {
    let choice = |id: &'static str| Choice {
        label: Msg::new(id),
        detail: None,
    };
    Screen {
        choices: vec![
            choice("choice-forgot"),
            choice("choice-locked"),
            Choice {
                detail: Some(Msg::new("detail-sign-in")),
                ..choice("choice-change")
            },
        ],
        focus: Some(Focus::Choice(1)),
        ..bare(ScreenId::Welcome, "title-welcome")
    }
}

/// A field with `value` and the cursor at its end.
pub fn field<'a>(label: &'static str, value: &'a str, secret: bool) -> Field<'a> {
    Field {
        label: Msg::new(label),
        value,
        cursor: value.chars().count(),
        secret,
        revealed: false,
    }
}

/// The second screen, with a name typed.
pub fn who() -> Screen<'static> {
    Screen {
        progress: Some((1, 4)),
        text: vec![Msg::new("text-who")],
        fields: vec![field("label-user", "mias@contoso.example", false)],
        actions: vec![Action::Next, Action::Back, Action::Cancel],
        focus: Some(Focus::Field(0)),
        ..bare(ScreenId::WhoAreYou, "title-who")
    }
}

/// The password screen, everything on it at once.
pub fn password() -> Screen<'static> {
    let rule = |msg: Msg, met| Rule { text: msg, met };
    Screen {
        progress: Some((4, 4)),
        notices: vec![Notice {
            error: true,
            text: Msg::new("error-mismatch"),
        }],
        fields: vec![
            field("label-new", "correct horse", true),
            field("label-again", "correct", true),
        ],
        rules: vec![
            rule(Msg::new("rule-length").number("n", 12), Some(true)),
            rule(Msg::new("rule-name"), Some(false)),
            rule(Msg::new("rule-history").number("n", 5), None),
        ],
        strength: Some(Strength::Fair),
        actions: vec![Action::Next, Action::Reveal, Action::Back, Action::Cancel],
        focus: Some(Focus::Field(1)),
        wipe_in: Some(Duration::from_millis(29_200)),
        ..bare(ScreenId::NewPassword, "title-new")
    }
}

/// A code is asked for and the product works.
pub fn working() -> Screen<'static> {
    Screen {
        title: Msg::new("title-step").number("n", 2),
        notices: vec![Notice {
            error: false,
            text: Msg::new("note-sent"),
        }],
        actions: vec![
            Action::Next,
            Action::Resend,
            Action::OtherMethod,
            Action::Cancel,
        ],
        working: true,
        ..bare(ScreenId::EnterCode, "title-step")
    }
}

/// A list longer than any window.
pub fn languages() -> Screen<'static> {
    let choice = |n: usize| Choice {
        label: Msg::new(format!("language {}", n + 1)),
        detail: None,
    };
    Screen {
        choices: (0..40).map(choice).collect(),
        focus: Some(Focus::Choice(25)),
        ..bare(ScreenId::Language, "title-language")
    }
}

/// Text alone, longer than a low window.
pub fn help() -> Screen<'static> {
    Screen {
        text: vec![
            Msg::new("text-help"),
            Msg::new("text-who"),
            Msg::new("text-help"),
        ],
        ..bare(ScreenId::Help, "title-help")
    }
}

/// A code to scan, as long as any.
pub fn scan() -> Screen<'static> {
    Screen {
        qr: Some(Scan {
            text: "otpauth://totp/Contoso:mias@contoso.ex?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            drawn: Msg::new("text-scan"),
            undrawn: Msg::new("text-no-scan"),
            typed: vec![(
                Msg::new("label-key"),
                "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
            )],
        }),
        actions: vec![Action::Next, Action::Back, Action::Cancel],
        focus: Some(Focus::Action(0)),
        ..bare(ScreenId::EnterCode, "title-scan")
    }
}

/// All of them.
pub fn all() -> Vec<Screen<'static>> {
    vec![
        welcome(),
        who(),
        password(),
        working(),
        languages(),
        help(),
        scan(),
    ]
}

/// The cells as text, a caret under the cursor; wide characters must fit their rows to the cell.
pub fn picture(buf: &Buffer, cursor: Option<Position>) -> String {
    let area = *buf.area();
    let mut lines = Vec::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut x = area.left();
        while x < area.right() {
            let cell = buf.cell((x, y)).unwrap();
            line.push_str(cell.symbol());
            x += cell.symbol().cell_width().max(1);
        }
        assert_eq!(x, area.right(), "a wide character crosses the edge: {line}");
        assert!(
            !line.contains(['\u{2068}', '\u{2069}', '\u{202e}']),
            "{line}"
        );
        lines.push(format!("|{}|", line));
        if let Some(at) = cursor.filter(|at| at.y == y) {
            lines.push(format!(" {}^", " ".repeat(usize::from(at.x - area.x))));
        }
    }
    lines.join("\n")
}
