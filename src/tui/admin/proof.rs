//! Who sits there has to show it anew: before something that a stolen hour at a terminal must not be
//! enough for, and after an idle while. The screens are the kiosk's own; what was typed in the console
//! stays where it is, and what was asked goes on by itself.

use std::time::Duration;

use ratatui::layout::{Position, Rect};

use super::answers::Answer;
use super::console::{Console, Leave};
use super::place::{Notice, Work};
use crate::domain::journey::{JourneyId, Overview, Step};
use crate::domain::msg::Msg;
use crate::journey::input::{Edit, Input};
use crate::journey::request::{Reply, Request, Ticket};
use crate::journey::runner::Runner;
use crate::journey::screen::Focus;
use crate::journey::{Limits, Visit};
use crate::service::reset::Origin;
use crate::service::{Actor, Refusal, ServiceError};
use crate::tui::Say as _;
use crate::tui::canvas::Sheet;
use crate::tui::events::Events;
use crate::tui::keymap::{self, Command};
use crate::tui::kiosk::KioskView;
use crate::tui::widgets::frame::FrameView;
use crate::tui::widgets::{Rows, window};

/// The sign-in that a console is open by, and how a second factor is asked for on it.
pub struct Session {
    /// The wizard's way to the services.
    pub runner: Runner,
    /// Where it happens.
    pub origin: Origin,
    /// The sign-in.
    pub journey: JourneyId,
    /// Whether nothing may be changed.
    pub read_only: bool,
    /// The limits of the wizard.
    pub limits: Limits,
    /// After so long without a key the console locks.
    pub idle: Duration,
}

/// Why it is asked, and how far it has come.
pub(super) struct Proof {
    why: Why,
    /// The wizard, once the services have begun it.
    visit: Option<Visit>,
    /// An answer is awaited.
    asked: bool,
}

enum Why {
    /// This goes on after it: the place that asked, and what.
    StepUp(u64, Work),
    /// Nobody was there.
    Locked,
    /// The sign-in is over; there is nothing to prove any more.
    Over,
}

/// What the services say to it.
pub(super) enum Told {
    /// It was begun.
    Begun(Step<(JourneyId, Overview)>),
    /// To the wizard.
    Wizard(Box<Ticket<Reply>>),
    /// The one who acts from now on, by this sign-in.
    Renewed(Option<Actor>, JourneyId),
}

impl Console {
    /// The same for who signed in so; without it nothing can be proved anew.
    pub fn signed_in(mut self, session: Session) -> Self {
        self.session = Some(session);
        self
    }

    /// The sign-in that it is open by now.
    pub fn journey(&self) -> Option<JourneyId> {
        self.session.as_ref().map(|session| session.journey)
    }

    /// Asks for a second factor before work that wants it; whether it can be asked. A console that is
    /// locked stays locked.
    pub(super) fn step_up(&mut self, place: u64, work: Work, events: &Events<u64>) -> bool {
        if self.session.is_none() || self.proof.is_some() {
            return false;
        }
        self.ask_proof(Why::StepUp(place, work), events);
        true
    }

    /// The sign-in is over: it is said, and any key leaves.
    pub(super) fn over(&mut self) {
        self.dirty = true;
        self.proof = Some(Proof {
            why: Why::Over,
            visit: None,
            asked: false,
        });
    }

    /// After a fault of the program: what was asked is given up, and what was locked stays so.
    pub(super) fn prove_anew(&mut self) {
        let stays = |proof: &Proof| matches!(proof.why, Why::Locked | Why::Over);
        self.proof = self.proof.take().filter(stays).map(|proof| Proof {
            why: proof.why,
            visit: None,
            asked: false,
        });
    }

    /// Locks a console that nobody uses.
    pub(super) fn lock_if_idle(&mut self) {
        let Some(session) = &self.session else {
            return;
        };
        let idle = self.began.elapsed().saturating_sub(self.touched) >= session.idle;
        if idle && self.proof.is_none() {
            self.dirty = true;
            self.notice = None;
            self.proof = Some(Proof {
                why: Why::Locked,
                visit: None,
                asked: false,
            });
        }
    }

    fn ask_proof(&mut self, why: Why, events: &Events<u64>) {
        let Some(session) = &self.session else {
            return;
        };
        let (origin, journey) = (session.origin.clone(), session.journey);
        let (desk, language) = (self.desk.clone(), self.words.tag());
        self.proof = Some(Proof {
            why,
            visit: None,
            asked: true,
        });
        self.dirty = true;
        self.spawn(
            async move {
                let begun = desk
                    .service()
                    .console_again(&origin, &journey, language, desk.now());
                begun.await.map(|step| Answer::Proof(Told::Begun(step)))
            },
            events,
        );
    }

    /// A key, while it is asked.
    pub(super) fn key_in_proof(&mut self, command: Command, events: &Events<u64>) {
        let at = self.began.elapsed();
        let Some(proof) = &mut self.proof else {
            return;
        };
        if command == Command::Contrast {
            return self.look.turn();
        }
        let Some(visit) = &mut proof.visit else {
            match (&proof.why, command) {
                (Why::Over, _) => self.leave = Some(Leave::SignedOut),
                (Why::Locked, Command::Cancel) => self.leave = Some(Leave::Left),
                (Why::StepUp(..), Command::Cancel | Command::Back) => self.proof = None,
                (Why::Locked, _) if !proof.asked => self.ask_proof(Why::Locked, events),
                _ => {}
            }
            return;
        };
        let stance = visit.stance();
        // The console's language is chosen in the console.
        if command == Command::Language || (stance.working && command != Command::Cancel) {
            return;
        }
        let request = visit.input(keymap::input(command, stance), at);
        self.go_on(request, events);
    }

    /// Pasted text, while it is asked.
    pub(super) fn paste_in_proof(&mut self, text: String, events: &Events<u64>) {
        let at = self.began.elapsed();
        let Some(visit) = self.proof.as_mut().and_then(|proof| proof.visit.as_mut()) else {
            return;
        };
        let stance = visit.stance();
        if stance.working || !matches!(stance.focus, Some(Focus::Field(_))) {
            return;
        }
        let request = visit.input(Input::Edit(Edit::Paste(text)), at);
        self.go_on(request, events);
    }

    /// Time passes, while it is asked.
    pub(super) fn tick_in_proof(&mut self, events: &Events<u64>) {
        let at = self.began.elapsed();
        let Some(visit) = self.proof.as_mut().and_then(|proof| proof.visit.as_mut()) else {
            return;
        };
        let (changed, request) = visit.tick(at);
        self.dirty |= changed;
        self.go_on(request, events);
    }

    /// Does what the wizard asks; where it is over, what comes of it.
    fn go_on(&mut self, request: Option<Ticket<Request>>, events: &Events<u64>) {
        let (Some(session), Some(proof)) = (&self.session, &mut self.proof) else {
            return;
        };
        let (admitted, ended) = match &proof.visit {
            Some(visit) => (visit.admitted(), visit.ended()),
            None => return,
        };
        if let Some(request) = request {
            let runner = session.runner.clone();
            self.spawn(
                async move {
                    let reply = Box::new(runner.perform(request).await);
                    Ok(Answer::Proof(Told::Wizard(reply)))
                },
                events,
            );
        }
        if !ended {
            return;
        }
        self.dirty = true;
        match admitted {
            Some(anew) => self.renew(anew, events),
            None => self.not_proved(None),
        }
    }

    fn renew(&mut self, anew: JourneyId, events: &Events<u64>) {
        let (Some(session), Some(proof)) = (&self.session, &mut self.proof) else {
            return;
        };
        proof.visit = None;
        proof.asked = true;
        let (origin, journey, read_only) =
            (session.origin.clone(), session.journey, session.read_only);
        let desk = self.desk.clone();
        self.spawn(
            async move {
                let now = desk.now();
                let renewed = desk
                    .service()
                    .console_renewed(&origin, &journey, &anew, read_only, now);
                let actor = renewed.await?;
                Ok(Answer::Proof(Told::Renewed(actor, anew)))
            },
            events,
        );
    }

    /// It was given up, or can't be done now: back into the console, or still locked.
    fn not_proved(&mut self, why: Option<Msg>) {
        self.dirty = true;
        let Some(proof) = &mut self.proof else {
            return;
        };
        proof.visit = None;
        proof.asked = false;
        if matches!(proof.why, Why::StepUp(..)) {
            self.proof = None;
        }
        let why = why.unwrap_or_else(|| Msg::new("console-not-proved"));
        self.notice = Some(Notice::error(why));
    }

    /// The services could not be asked.
    pub(super) fn proof_failed(&mut self, why: Msg) {
        if self.proof.as_ref().is_some_and(|proof| proof.asked) {
            self.not_proved(Some(why));
        }
    }

    /// What the services said to it.
    pub(super) fn told_in_proof(&mut self, told: Told, events: &Events<u64>) {
        self.dirty = true;
        let at = self.began.elapsed();
        match told {
            Told::Begun(Step::Go((journey, overview))) => {
                let (Some(session), Some(proof)) = (&self.session, &mut self.proof) else {
                    return;
                };
                let limits = Limits {
                    language: self.words.tag().to_owned(),
                    ..session.limits.clone()
                };
                proof.asked = false;
                let mut visit = Visit::new(limits).proving(journey, overview);
                // Its clock is the console's.
                visit.input(Input::Touch, at);
                proof.visit = Some(visit);
            }
            Told::Begun(Step::Refused(_)) => {
                self.not_proved(Some(Msg::new("console-no-proof")));
            }
            Told::Begun(Step::Gone) | Told::Renewed(None, _) => self.over(),
            Told::Wizard(reply) => {
                let proof = self.proof.as_mut();
                let Some(visit) = proof.and_then(|proof| proof.visit.as_mut()) else {
                    return;
                };
                let request = visit.reply(*reply, at);
                self.go_on(request, events);
            }
            Told::Renewed(Some(actor), anew) => {
                self.desk.set_actor(actor);
                self.touched = at;
                self.notice = None;
                if let Some(session) = &mut self.session {
                    session.journey = anew;
                }
                if let Some(Proof {
                    why: Why::StepUp(place, work),
                    ..
                }) = self.proof.take()
                {
                    self.begin(work, place, events);
                }
            }
        }
    }

    /// Draws it instead of the console, of which nothing is to be seen then.
    pub(super) fn draw_proof(
        &self,
        proof: &Proof,
        area: Rect,
        sheet: &mut Sheet,
    ) -> Option<Position> {
        let Some(visit) = &proof.visit else {
            return Some(self.draw_standing(proof, area, sheet));
        };
        let view = KioskView {
            screen: &visit.screen(),
            say: &self.words,
            look: &self.look,
            organisation: &self.organisation,
            scroll: 0,
            caps: false,
            beside: false,
        };
        view.render(area, sheet).cursor
    }

    /// What is shown while there is no wizard.
    fn draw_standing(&self, proof: &Proof, area: Rect, sheet: &mut Sheet) -> Position {
        let say = |id: &'static str| self.words.say(&Msg::new(id));
        let (title, text) = match proof.why {
            Why::StepUp(..) => ("console-proof", "console-proof-text"),
            Why::Locked => ("console-locked", "console-locked-text"),
            Why::Over => ("console-over", "refusal-signed-out"),
        };
        let frame = FrameView {
            organisation: &self.organisation,
            title: say(title),
            progress: None,
            status: proof.asked.then(|| say("console-working")),
            keys: vec![say("keys-sign-out")],
        };
        let room = frame.render(area, &self.look, sheet);
        let mut rows = Rows::prose("", &say(text), room.content.width, self.look.theme.base);
        if let Some(notice) = self.notice.as_ref().filter(|notice| notice.error) {
            let words = self.words.say(&notice.text);
            rows.push("".into());
            let (sign, style) = (self.look.glyphs.error, self.look.theme.error);
            rows.append(Rows::prose(sign, &words, room.content.width, style));
        }
        window(rows, room.content, 0, &self.look, sheet);
        room.status.unwrap_or(room.title)
    }
}

/// Whether a failure says that the sign-in is over.
pub(super) fn is_over(error: &ServiceError) -> bool {
    matches!(error, ServiceError::Refused(Refusal::SignedOut))
}
