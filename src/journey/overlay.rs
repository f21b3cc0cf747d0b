//! What lies over the screen: the list of languages, and help.

use super::visit::Visit;

/// What lies over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overlay {
    Language,
    Help,
}

impl Visit {
    pub(super) fn open(&mut self, overlay: Overlay, current: Option<Overlay>) {
        if current == Some(overlay) {
            return self.close();
        }
        if current.is_none() {
            self.below = self.focus;
        }
        self.overlay = Some(overlay);
        self.turn += 1;
        self.focus = match overlay {
            Overlay::Language => {
                let offered = &self.greeting.languages;
                offered
                    .iter()
                    .position(|tag| *tag == self.language)
                    .unwrap_or(0)
            }
            Overlay::Help => 0,
        };
    }

    pub(super) fn close(&mut self) {
        self.overlay = None;
        self.turn += 1;
        self.focus = self.below;
    }

    pub(super) fn pick_language(&mut self, line: usize) {
        if let Some(tag) = self.greeting.languages.get(line) {
            self.language.clone_from(tag);
            self.close();
        }
    }
}
