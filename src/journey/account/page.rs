//! What a page is to the visit that shows it.

use super::ask::{Ask, Told};
use super::register::{Enough, Register, Wants};
use crate::domain::enrolment::{Info, Needs};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::progress::Progress;
use crate::domain::secret::SecretText;
use crate::domain::session::Due;
use crate::domain::way::Way;
use crate::journey::entry::Entry;
use crate::journey::screen::{Action, Screen};

/// What the visit knows and a page may show.
#[derive(Clone, Copy)]
pub struct Seen {
    /// Whether what is typed in secret is shown for a moment.
    pub revealed: bool,
    /// Whether nobody seems to be there, so that details are hidden.
    pub hidden: bool,
    /// How far what was sent has come.
    pub progress: Option<Progress>,
}

/// One page of a signed-in person.
pub trait Page {
    /// What is shown, with its fields, choices and actions.
    fn screen(&self, seen: Seen) -> Screen<'_>;

    /// The message of its help.
    fn help(&self) -> &'static str;

    /// Whether a visit begins here.
    fn is_first(&self) -> bool {
        false
    }

    /// The field with this index.
    fn entry(&mut self, field: usize) -> Option<&mut Entry> {
        let _ = field;
        None
    }

    /// The sign-in it asked for came to nothing; the field to mend.
    fn rejected(&mut self, why: Msg) -> usize {
        let _ = why;
        0
    }

    /// What is typed is another text now; what was said about the old one no longer holds.
    fn edited(&mut self) {}

    /// What it asks as soon as it is shown.
    fn begins(&mut self) -> Option<Ask> {
        None
    }

    /// A line of its list was chosen.
    fn choose(&mut self, line: usize) -> Turn {
        let _ = line;
        Turn::Stay(None)
    }

    /// An action was taken that the visit does not take itself; [`Action::Next`] hands over what is
    /// typed.
    fn act(&mut self, action: Action) -> Turn {
        let _ = action;
        Turn::Stay(None)
    }

    /// One page back.
    fn back(&mut self) -> Turn {
        Turn::Stay(None)
    }

    /// Another method than this one.
    fn different(&mut self) -> Turn {
        self.back()
    }

    /// What was asked is answered.
    fn told(&mut self, told: Told) -> Turn {
        let _ = told;
        Turn::Stay(None)
    }

    /// What it awaits: of registering which method, and by which way. It is watched over while the
    /// page is shown; details hide, and it may stand as long as what was sent is good.
    fn awaits(&self) -> Option<(Method, Way)> {
        None
    }

    /// What it awaits has come this far.
    fn news(&mut self, progress: Progress) -> Turn {
        let _ = progress;
        Turn::Stay(None)
    }
}

/// What comes of something that a page was told.
pub enum Turn {
    /// It stays, with the focus on this target, if it moves.
    Stay(Option<usize>),
    /// It stays, and shows another screen.
    Turned,
    /// Another page.
    Show(Box<dyn Page>),
    /// It stays, and this is asked.
    Ask(Ask),
    /// The person wants to sign in with this name and password.
    SignIn(String, SecretText),
    /// Another page, once a fresh proof was given.
    Prove(Box<dyn Page>),
    /// The same page, once a fresh proof was given.
    ProveAgain,
    /// A fresh proof was given: the page that waits for it.
    Proved,
    /// *My security info*, with a note.
    List(Option<Msg>),
    /// What can be added, from *My security info*.
    Add,
    /// What is due, with a note on the page it leads to.
    Due(Due, Option<Msg>),
    /// The password was changed, and that was all; whether the account's addresses are told.
    Changed(bool),
    /// The first screen; nothing has begun.
    Leave,
    /// The sign-in ends.
    SignOut,
}

/// What is done with the security info once it is known.
#[derive(Clone, Debug, Default)]
pub(super) enum Then {
    /// The page that asked is told.
    #[default]
    Tell,
    /// A fresh proof is asked for, if none has been given.
    Prove,
    /// It is listed.
    List(Option<Msg>),
    /// What can be added is listed.
    Add,
}

/// Where a page for registering was come to from, and where it leads back to.
#[derive(Clone)]
pub enum Home {
    /// *More information required*: the sign-in itself is the proof.
    Register(Needs, Wants),
    /// *My security info*.
    Info(Info),
}

impl Home {
    /// Shows a page that changes something, after a fresh proof where one is needed.
    pub fn reach(&self, page: Box<dyn Page>) -> Turn {
        match self {
            Self::Register(..) => Turn::Show(page),
            Self::Info(info) if info.fresh => Turn::Show(page),
            Self::Info(_) => Turn::Prove(page),
        }
    }

    /// Whether a number can be confirmed by a call.
    pub const fn calls(&self) -> bool {
        match self {
            Self::Register(needs, _) => needs.calls,
            Self::Info(info) => info.calls,
        }
    }

    /// Back there. The security info is asked for anew: a proof may have been used up meanwhile.
    pub fn back(&self) -> Turn {
        match self {
            Self::Register(needs, wants) => {
                Turn::Show(Box::new(Register::new(needs.clone(), *wants, None)))
            }
            Self::Info(_) => Turn::List(None),
        }
    }

    /// Something was registered: there again with a note, or on from there.
    pub fn done(&self, due: Due, note: Msg) -> Turn {
        match (self, due) {
            (Self::Info(_), _) => Turn::List(Some(note)),
            // Whether the console opens now is asked anew.
            (Self::Register(_, Wants::Factor), due) => Turn::Due(due, Some(note)),
            (Self::Register(_, wants), Due::Register(needs)) => {
                Turn::Show(Box::new(Register::new(needs, *wants, Some(note))))
            }
            (Self::Register(..), due) => Turn::Show(Box::new(Enough::new(due, note))),
        }
    }
}
