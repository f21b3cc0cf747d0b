//! Password rules, each with a sign that reads without colour.

use super::Rows;
use crate::journey::screen::Rule;
use crate::tui::Say;
use crate::tui::theme::Look;

/// Rules to draw.
pub struct RulesView<'a> {
    /// The rules, in order.
    pub rules: &'a [Rule],
}

impl RulesView<'_> {
    /// The rows in `room` cells.
    pub fn rows(&self, say: &dyn Say, look: &Look, room: u16) -> Rows {
        let mut rows = Rows::default();
        for rule in self.rules {
            let (sign, style) = match rule.met {
                Some(true) => (look.glyphs.met, look.theme.met),
                Some(false) => (look.glyphs.unmet, look.theme.unmet),
                None => (look.glyphs.unknown, look.theme.base),
            };
            let lead = format!("{}{sign}", look.glyphs.unfocused);
            rows.append(Rows::prose(&lead, &say.say(&rule.text), room, style));
        }
        rows
    }
}
