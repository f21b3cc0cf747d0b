//! The console's words: its own, and the kiosk's where it shows something of the kiosk.

use crate::domain::msg::Msg;
use crate::i18n::{File, Texts};
use crate::tui::Say;

/// The words in one language.
pub struct Words {
    own: Texts,
    kiosk: Texts,
}

impl Words {
    /// The words of a language.
    pub fn new(tag: &str) -> Self {
        Self {
            own: Texts::new(tag, File::Admin),
            kiosk: Texts::new(tag, File::Kiosk),
        }
    }

    /// The language's tag.
    pub fn tag(&self) -> &'static str {
        self.own.tag()
    }
}

impl Say for Words {
    fn say(&self, msg: &Msg) -> String {
        match self.own.knows(msg) {
            true => self.own.say(msg),
            false => self.kiosk.say(msg),
        }
    }
}
