//! The app that takes requests: how it subscribes to a topic of the person's own, as a code to scan,
//! alone on its screen, and as text; then a test, answered like any request.

use super::ask::{Ask, Told};
use super::page::{Home, Page, Seen, Turn};
use super::refused::{self, About};
use crate::domain::enrolment::{Confirmed, Enrolling, NewMethod, Subscription};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::progress::Progress;
use crate::domain::session::Due;
use crate::domain::way::Way;
use crate::journey::entry::Entry;
use crate::journey::present::{blank, field};
use crate::journey::screen::{Action, Notice, Scan, Screen, ScreenId};
use crate::journey::watching::delivery;

/// How the app is subscribed.
pub struct App {
    home: Home,
    subscription: Option<Subscription>,
    /// A test has been sent; its number is asked for.
    tested: bool,
    number: Entry,
    notice: Option<Notice>,
}

impl App {
    /// Asks for a topic as soon as it is shown.
    pub fn new(home: Home) -> Self {
        Self {
            home,
            subscription: None,
            tested: false,
            number: Entry::default(),
            notice: None,
        }
    }

    fn actions(&self) -> Vec<Action> {
        match (self.tested, &self.subscription) {
            (true, _) => vec![
                Action::Next,
                Action::TestAgain,
                Action::Back,
                Action::Cancel,
            ],
            (false, Some(_)) => vec![Action::Next, Action::Different, Action::Cancel],
            (false, None) => vec![Action::Different, Action::Cancel],
        }
    }

    fn confirmed(&mut self, confirmed: Confirmed, due: Due) -> Turn {
        self.number.clear();
        let why = match confirmed {
            Confirmed::Done => return self.home.done(due, Msg::new("note-registered")),
            Confirmed::Wrong { left } => Msg::new("error-wrong-app-number").number("left", left),
            Confirmed::Malformed { digits } => {
                Msg::new("error-malformed-app-number").number("digits", digits)
            }
            Confirmed::TooLate => Msg::new("error-late-app-number"),
            Confirmed::Gone => Msg::new("error-enrol-over"),
        };
        self.notice = Some(Notice::error(why));
        Turn::Stay(Some(0))
    }
}

impl Page for App {
    fn screen(&self, seen: Seen) -> Screen<'_> {
        let id = match self.tested {
            true => ScreenId::TestApp,
            false => ScreenId::AddApp,
        };
        let mut screen = blank(id, Msg::new("app-title"));
        screen.actions = self.actions();
        if self.tested && seen.hidden {
            screen.text = vec![Msg::new("code-text-hidden")];
            return screen;
        }
        screen.notices.extend(self.notice.clone());
        if self.tested {
            screen.text = vec![Msg::new(match seen.progress {
                Some(Progress::Verified) => "app-verified",
                _ => "app-test",
            })];
            screen.fields = vec![field("field-app-number", &self.number, false, false)];
        } else {
            screen.qr = self.subscription.as_ref().map(to_scan);
        }
        screen
    }

    fn help(&self) -> &'static str {
        match self.tested {
            true => "help-app-test",
            false => "help-app",
        }
    }

    fn entry(&mut self, at: usize) -> Option<&mut Entry> {
        (at == 0 && self.tested).then_some(&mut self.number)
    }

    fn edited(&mut self) {
        self.notice = None;
    }

    fn begins(&mut self) -> Option<Ask> {
        let known = self.subscription.is_some();
        (!known).then_some(Ask::Enrol(NewMethod::AppNotification))
    }

    fn awaits(&self) -> Option<(Method, Way)> {
        let request = (Method::AppNotification, Way::Request);
        self.tested.then_some(request)
    }

    fn news(&mut self, progress: Progress) -> Turn {
        delivery(progress, &mut self.notice);
        Turn::Stay(None)
    }

    fn act(&mut self, action: Action) -> Turn {
        match action {
            Action::Next if !self.tested => Turn::Ask(Ask::Send),
            Action::TestAgain => {
                self.number.clear();
                Turn::Ask(Ask::Send)
            }
            Action::Next if self.number.is_blank() => {
                self.notice = Some(Notice::error(Msg::new("error-empty-app-number")));
                Turn::Stay(Some(0))
            }
            Action::Next => {
                let typed = self.number.secret();
                Turn::Ask(Ask::ConfirmEnrolment(Method::AppNotification, typed))
            }
            _ => Turn::Stay(None),
        }
    }

    fn back(&mut self) -> Turn {
        if !self.tested {
            return self.home.back();
        }
        self.tested = false;
        self.notice = None;
        self.number.clear();
        Turn::Turned
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Enrolling(Enrolling::App(subscription), _) => {
                self.subscription = Some(subscription);
                Turn::Stay(Some(0))
            }
            Told::Sent(Enrolling::Sent { .. }) => {
                let again = std::mem::replace(&mut self.tested, true);
                let note = again.then(|| Msg::new("notice-app-tested-again"));
                self.notice = note.map(Notice::note);
                self.number.clear();
                Turn::Turned
            }
            Told::Enrolling(Enrolling::Not(refused), _) | Told::Sent(Enrolling::Not(refused)) => {
                refused::notice(&refused, About::Number, &mut self.notice)
            }
            Told::Confirmed(confirmed, due) => self.confirmed(confirmed, due),
            Told::Due(due) => Turn::Due(due, None),
            _ => Turn::Stay(None),
        }
    }
}

/// All that the app must know, for its camera and for who types it.
fn to_scan(subscription: &Subscription) -> Scan<'_> {
    let mut typed = vec![
        (Msg::new("app-server"), subscription.server.as_str()),
        (Msg::new("app-topic"), subscription.topic.expose()),
    ];
    let credential = subscription.credential.as_ref();
    typed.extend(credential.map(|text| (Msg::new("app-credential"), text.expose())));
    Scan {
        text: subscription.link.expose(),
        drawn: Msg::new("app-scan"),
        undrawn: Msg::new("app-type"),
        typed,
    }
}
