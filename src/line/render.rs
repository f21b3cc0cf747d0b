//! One screen as lines.

use crate::domain::msg::Msg;
use crate::domain::text;
use crate::i18n::Texts;
use crate::journey::screen::{Action, Notice, Screen, ScreenId};

/// What can be done on a screen without fields and choices, by number; what has a letter of its own
/// only where there is nothing else.
pub fn left(screen: &Screen<'_>) -> Vec<Action> {
    let mut left = screen.actions.clone();
    left.retain(|action| !matches!(action, Action::Back | Action::Cancel));
    if left.is_empty() {
        left.extend(screen.actions.first());
    }
    left
}

/// A blank line, the title, notices (errors first, marked), then choices or the first field.
pub fn screen(screen: &Screen<'_>, texts: &Texts, organisation: &str, notes: &[Notice]) -> String {
    let mut lines = vec![String::new(), texts.say(&screen.title)];
    let all = || notes.iter().chain(&screen.notices);
    let errors = all().filter(|notice| notice.error);
    lines.extend(errors.map(|notice| format!("! {}", texts.say(&notice.text))));
    let rejected = screen.notices.iter().any(|notice| notice.error);
    for rule in &screen.rules {
        if rejected && rule.met == Some(false) {
            // Behind the mark, "both are the same" would say the opposite.
            let differ = Msg::new("error-password-mismatch");
            let unmet = match rule.text.id == "rule-confirm" {
                true => &differ,
                false => &rule.text,
            };
            let line = format!("! {}", texts.say(unmet));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    // Before anything is typed there is nothing to tell.
    if let Some(strength) = screen.strength.filter(|_| rejected) {
        lines.push(texts.say(&Msg::new(format!("strength-{}", strength.key()))));
    }
    let others = all().filter(|notice| !notice.error);
    lines.extend(others.map(|notice| texts.say(&notice.text)));
    if screen.id == ScreenId::Welcome && !organisation.is_empty() {
        lines.push(organisation.to_owned());
    }
    if let Some((step, total)) = screen.progress {
        let progress = Msg::new("kiosk-progress")
            .number("step", step)
            .number("total", total);
        lines.push(texts.say(&progress));
    }
    for text in &screen.text {
        // The keys are others here.
        let keys = Msg::new("plain-keys");
        lines.push(texts.say(if text.id == "help-keys" { &keys } else { text }));
    }
    if let Some(scan) = &screen.qr {
        lines.push(texts.say(&scan.undrawn));
        let link = (Msg::new("plain-link"), scan.text);
        let link = Some(&link).filter(|(_, link)| !link.is_empty());
        for (name, value) in scan.typed.iter().chain(link) {
            lines.extend([texts.say(name), (*value).to_owned()]);
        }
    }
    if !rejected {
        lines.extend(screen.rules.iter().map(|rule| texts.say(&rule.text)));
    }
    for (index, choice) in screen.choices.iter().enumerate() {
        let mut line = format!("{}. {}", index + 1, texts.say(&choice.label));
        if let Some(detail) = choice.detail.as_ref().filter(|_| screen.id.needs_details()) {
            line = format!("{line} ({})", texts.say(detail));
        }
        lines.push(line);
    }
    if screen.choices.is_empty() {
        match screen.fields.first() {
            Some(field) => {
                if field.secret {
                    lines.push(texts.say(&Msg::new("plain-secret")));
                }
                lines.push(texts.say(&field.label));
            }
            // It goes on by itself.
            None if screen.waiting.is_some() => {}
            // Nothing to fill in and nothing to choose: what is left is still asked.
            None => {
                for (index, action) in left(screen).iter().enumerate() {
                    let label = texts.say(&Msg::new(action.label()));
                    lines.push(format!("{}. {label}", index + 1));
                }
            }
        }
    }
    // Whatever came into a sentence, it can't move the cursor or turn the reading order. Nothing
    // wraps here, and not every font has the spaces that keep words together.
    let plain = |c: char| match c {
        '\u{a0}' | '\u{202f}' => ' ',
        c => c,
    };
    let showable = |line: &str| -> String {
        let kept = line.chars().filter(|c| text::is_showable(*c));
        kept.map(plain).collect()
    };
    let lines = lines.iter().flat_map(|line| line.split('\n'));
    let mut lines: Vec<String> = lines.map(showable).collect();
    lines.push(String::new());
    lines.join("\n")
}
