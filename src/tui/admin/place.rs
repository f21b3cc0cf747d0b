//! What a place of the console is to the loop that shows it, and what comes of a key there.

use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use ratatui::layout::{Position, Rect};

use super::desk::Desk;
use super::tab::Tab;
use crate::domain::msg::Msg;
use crate::service::ServiceError;
use crate::tui::Say;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::theme::Look;

/// What it takes to draw.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// The words.
    pub say: &'a dyn Say,
    /// Colours and signs.
    pub look: &'a Look,
    /// Whether the place has the keys; the list of tabs has them otherwise.
    pub focused: bool,
}

impl Drawing<'_> {
    /// The words of a message.
    pub fn say(&self, msg: &Msg) -> String {
        self.say.say(msg)
    }
}

/// One place of the console: a tab, or a page opened from one.
pub trait Place: Any {
    /// Its title.
    fn title(&self) -> Msg;

    /// The message of its help.
    fn help(&self) -> &'static str;

    /// Messages of what its own keys do, the most important first.
    fn hints(&self) -> Vec<&'static str> {
        Vec::new()
    }

    /// It is in sight now, first or again: what it asks.
    fn shown(&mut self, desk: &Desk) -> Turn {
        let _ = desk;
        Turn::Stay
    }

    /// A second went by in sight. What the store says may have changed; work asked here is quiet.
    fn refresh(&mut self, desk: &Desk) -> Turn {
        let _ = desk;
        Turn::Stay
    }

    /// Whether characters are typed into something; else they are commands.
    fn typing(&self) -> bool {
        false
    }

    /// A key.
    fn key(&mut self, command: Command, desk: &Desk) -> Turn;

    /// Pasted text.
    fn paste(&mut self, text: &str, desk: &Desk) -> Turn {
        let _ = (text, desk);
        Turn::Stay
    }

    /// A press of the mouse, at a row and column of the place's own area.
    fn click(&mut self, at: Position, desk: &Desk) -> Turn {
        let _ = (at, desk);
        Turn::Stay
    }

    /// Whether something typed here would be lost.
    fn unsaved(&self) -> bool {
        false
    }

    /// Draws it; the cursor belongs on what is focused.
    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position>;
}

/// What comes of something that a place was told.
pub enum Turn {
    /// It stays.
    Stay,
    /// It stays, and this is asked.
    Work(Work),
    /// It stays, and this is said.
    Say(Notice),
    /// A page over it.
    Open(Box<dyn Place>),
    /// Another page in its stead.
    Replace(Box<dyn Place>),
    /// Back to what is below, with something said there, if there is something to say.
    Close(Option<Notice>),
    /// Another tab.
    Go(Tab),
    /// A question that must be answered first.
    Confirm(Confirm),
    /// The console is left.
    Leave,
}

/// A sentence below the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whether something went wrong.
    pub error: bool,
    /// What.
    pub text: Msg,
}

impl Notice {
    /// Something that was done.
    pub const fn note(text: Msg) -> Self {
        Self { error: false, text }
    }

    /// Something that went wrong.
    pub const fn error(text: Msg) -> Self {
        Self { error: true, text }
    }
}

/// What is done with an answer, by the place that asked.
pub(super) type Then = Box<dyn FnOnce(&mut dyn Place, &Desk) -> Turn>;
/// Work under way.
pub(super) type Underway = Pin<Box<dyn Future<Output = Result<Then, ServiceError>>>>;

type Or = Rc<dyn Fn(&mut dyn Place, &ServiceError) -> Option<Turn>>;

/// Something asked of the service. It can be asked once more: after a fresh proof.
#[derive(Clone)]
pub struct Work {
    make: Rc<dyn Fn(Desk) -> Underway>,
    or: Option<Or>,
    quiet: bool,
}

impl Work {
    /// Asks, and has the place told what came of it. What is captured is given anew each time.
    pub fn new<P: Place, T: 'static, F>(
        ask: impl Fn(Desk) -> F + 'static,
        then: impl Fn(&mut P, T, &Desk) -> Turn + 'static,
    ) -> Self
    where
        F: Future<Output = Result<T, ServiceError>> + 'static,
    {
        let then = Rc::new(then);
        let make = move |desk: Desk| -> Underway {
            let (asked, then) = (ask(desk), Rc::clone(&then));
            Box::pin(async move {
                let answer = asked.await?;
                let told: Then = Box::new(move |place, desk| {
                    let place: &mut dyn Any = place;
                    match place.downcast_mut::<P>() {
                        Some(place) => then(place, answer, desk),
                        None => Turn::Stay,
                    }
                });
                Ok(told)
            })
        };
        Self {
            make: Rc::new(make),
            or: None,
            quiet: false,
        }
    }

    /// The same, where the place deals with some failures itself; `None` leaves one to the loop,
    /// which says it.
    pub fn or<P: Place>(
        self,
        failed: impl Fn(&mut P, &ServiceError) -> Option<Turn> + 'static,
    ) -> Self {
        let or: Or = Rc::new(move |place, error| {
            let place: &mut dyn Any = place;
            failed(place.downcast_mut::<P>()?, error)
        });
        Self {
            or: Some(or),
            ..self
        }
    }

    /// The same without keeping the person waiting: keys go on, and only the newest quiet answer
    /// of a place counts.
    pub fn quiet(self) -> Self {
        Self {
            quiet: true,
            ..self
        }
    }

    /// Whether it keeps nobody waiting.
    pub(super) const fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Begins it.
    pub(super) fn begin(&self, desk: Desk) -> Underway {
        (self.make)(desk)
    }

    /// What the place makes of a failure.
    pub(super) fn failed(&self, place: &mut dyn Place, error: &ServiceError) -> Option<Turn> {
        self.or.as_ref().and_then(|or| or(place, error))
    }
}

/// A question before something is done.
pub struct Confirm {
    /// What is asked.
    pub title: Msg,
    /// What it will do.
    pub lines: Vec<Msg>,
    /// What must be typed to go on, where Enter is not enough.
    pub word: Option<String>,
    pub(super) then: Then,
}

impl Confirm {
    /// A question that Enter answers.
    pub fn new<P: Place>(
        title: Msg,
        lines: Vec<Msg>,
        then: impl FnOnce(&mut P, &Desk) -> Turn + 'static,
    ) -> Self {
        let then: Then = Box::new(move |place, desk| {
            let place: &mut dyn Any = place;
            match place.downcast_mut::<P>() {
                Some(place) => then(place, desk),
                None => Turn::Stay,
            }
        });
        Self {
            title,
            lines,
            word: None,
            then,
        }
    }

    /// The same where a word must be typed first.
    pub fn typing(self, word: impl Into<String>) -> Self {
        Self {
            word: Some(word.into()),
            ..self
        }
    }
}
