//! What is being registered is confirmed: by the code that was sent there, or by a call that is
//! answered.

use super::ask::{Ask, Told};
use super::page::{Home, Page, Seen, Turn};
use super::refused::{self, About};
use crate::domain::enrolment::{Confirmed, Enrolling};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::progress::Progress;
use crate::domain::session::Due;
use crate::domain::way::Way;
use crate::journey::entry::Entry;
use crate::journey::present::{blank, field};
use crate::journey::screen::{Action, Notice, Screen, ScreenId};
use crate::journey::watching::delivery;

/// What is awaited.
pub struct Confirm {
    home: Home,
    method: Method,
    way: Way,
    masked: String,
    typed: Entry,
    notice: Option<Notice>,
}

impl Home {
    /// What asking to register came to: what is awaited, or that it is done.
    pub(super) fn confirm(&self, method: Method, enrolling: Enrolling, due: Due) -> Turn {
        match enrolling {
            Enrolling::Sent { way, masked, .. } => self.awaiting(method, way, masked, None),
            Enrolling::Done => self.done(due, Msg::new("note-registered")),
            _ => self.back(),
        }
    }

    fn awaiting(&self, method: Method, way: Way, masked: String, note: Option<Msg>) -> Turn {
        Turn::Show(Box::new(Confirm {
            home: self.clone(),
            method,
            way,
            masked,
            typed: Entry::default(),
            notice: note.map(Notice::note),
        }))
    }
}

impl Confirm {
    fn confirmed(&mut self, confirmed: Confirmed, due: Due) -> Turn {
        self.typed.clear();
        let error = match confirmed {
            Confirmed::Done => return self.home.done(due, Msg::new("note-registered")),
            Confirmed::Wrong { left } => Msg::new("error-wrong-code").number("left", left),
            Confirmed::Malformed { digits } => {
                Msg::new("error-malformed-code").number("digits", digits)
            }
            Confirmed::TooLate => Msg::new("error-too-late-here"),
            Confirmed::Gone => Msg::new("error-enrol-over"),
        };
        self.notice = Some(Notice::error(error));
        Turn::Stay(Some(0))
    }

    fn about(&self) -> Msg {
        let id = match (self.way, self.method) {
            (Way::Call, _) => "call-text-register",
            (_, Method::Email) => "code-text-email",
            _ => "code-text-mobile-phone",
        };
        Msg::new(id)
            .text("address", &self.masked)
            .number("minutes", self.way.lifetime().as_secs() / 60)
    }
}

impl Page for Confirm {
    fn screen(&self, seen: Seen) -> Screen<'_> {
        let call = self.way == Way::Call;
        let ended = |progress: Progress| progress.is_end() && progress != Progress::Approved;
        let is_over = call && seen.progress.is_some_and(ended);
        let (id, title) = match (call, self.method) {
            (true, _) => (ScreenId::ConfirmCall, "confirm-title-call"),
            (false, Method::Email) => (ScreenId::ConfirmCode, "confirm-title-email"),
            (false, _) => (ScreenId::ConfirmCode, "confirm-title-phone"),
        };
        let mut screen = blank(id, Msg::new(title));
        if seen.hidden {
            screen.text.push(Msg::new("code-text-hidden"));
        } else {
            let told = seen.progress.and_then(call_progress).filter(|_| call);
            if is_over {
                // How the call ended takes the place of what is being done.
                screen.notices.extend(told.map(Notice::error));
            } else {
                screen.notices.extend(self.notice.clone());
                screen.text.push(self.about());
                screen.text.extend(told);
            }
            if !call {
                screen.fields = vec![field("field-code", &self.typed, false, false)];
            }
        }
        screen.actions = match (call, is_over) {
            (true, true) => vec![Action::CallAgain, Action::Different, Action::Cancel],
            (true, false) => vec![Action::Different, Action::Cancel],
            (false, _) => vec![
                Action::Next,
                Action::Resend,
                Action::Different,
                Action::Cancel,
            ],
        };
        screen
    }

    fn help(&self) -> &'static str {
        match self.way {
            Way::Call => "help-confirm-call",
            _ => "help-confirm-code",
        }
    }

    fn entry(&mut self, field: usize) -> Option<&mut Entry> {
        (field == 0 && self.way != Way::Call).then_some(&mut self.typed)
    }

    fn edited(&mut self) {
        self.notice = None;
    }

    fn act(&mut self, action: Action) -> Turn {
        match action {
            Action::Resend | Action::CallAgain => Turn::Ask(Ask::Send),
            Action::Next if self.typed.is_blank() => {
                self.notice = Some(Notice::error(Msg::new("error-empty-code")));
                Turn::Stay(Some(0))
            }
            Action::Next => Turn::Ask(Ask::ConfirmEnrolment(self.method, self.typed.secret())),
            _ => Turn::Stay(None),
        }
    }

    fn back(&mut self) -> Turn {
        self.home.back()
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Confirmed(confirmed, due) => self.confirmed(confirmed, due),
            Told::Sent(Enrolling::Sent { way, masked, .. }) => {
                // A call says itself that it is made again.
                let note = (way != Way::Call).then(|| Msg::new("notice-sent-again"));
                self.home.awaiting(self.method, way, masked, note)
            }
            Told::Sent(Enrolling::Not(refused)) => {
                refused::notice(&refused, About::Number, &mut self.notice)
            }
            Told::Due(due) => Turn::Due(due, None),
            _ => Turn::Stay(None),
        }
    }

    fn awaits(&self) -> Option<(Method, Way)> {
        Some((self.method, self.way))
    }

    fn news(&mut self, progress: Progress) -> Turn {
        if progress == Progress::Approved {
            return Turn::Ask(Ask::ClaimEnrolment(self.method));
        }
        delivery(progress, &mut self.notice);
        Turn::Stay(None)
    }
}

/// How far a call has come, in words.
fn call_progress(progress: Progress) -> Option<Msg> {
    let id = match progress {
        Progress::Waiting | Progress::Sent | Progress::Trouble => "call-progress-dialling",
        Progress::Ringing => "call-progress-ringing",
        Progress::Answered => "call-progress-answered",
        Progress::Busy => "call-progress-busy",
        Progress::NoAnswer => "call-progress-no-answer",
        Progress::NoKey => "call-progress-no-key",
        Progress::HungUp => "call-progress-hung-up",
        Progress::Failed => "call-error-failed",
        Progress::Over => "call-error-over",
        _ => return None,
    };
    Some(Msg::new(id))
}
