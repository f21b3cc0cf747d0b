//! One caller's account: how it stands, how its owner is verified, and what may be done for them.

use std::cell::Cell;

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::found::{checks, heading, what_helps};
use super::give::GivePass;
use super::tell::TellCode;
use crate::domain::caller::{Asked, CallerWay};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::role::Permission;
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::service::ServiceError;
use crate::service::helpdesk::Standing;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::people::once::Once;
use crate::tui::admin::place::{Confirm, Drawing, Notice, Place, Turn, Work};
use crate::tui::admin::widgets::facts;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, text as widths, window};

/// How far a page key goes.
const PAGE: isize = 10;

/// Something that may be done for a caller.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Act {
    /// Send a code, or ask for one of the authenticator.
    Verify(CallerWay),
    /// Type the code that was asked for.
    Tell,
    /// Give a pass.
    Pass,
    /// Withdraw it.
    Withdraw,
    /// End the block of reset.
    Release,
    /// End the lock of sign-in.
    Unlock,
    /// Give a temporary password.
    Password,
    /// Have methods registered again.
    Register,
}

/// The page.
pub struct CallerPlace {
    upn: String,
    standing: Option<Standing>,
    /// The check that waits for its code, and until when.
    asked: Option<(CallerWay, Timestamp)>,
    /// What is said once it has been looked up again.
    said: Option<Msg>,
    /// What was offered when a key came last.
    acts: Vec<Act>,
    chosen: usize,
    scroll: Cell<isize>,
}

impl CallerPlace {
    /// The page of an account, which looks it up when it is shown.
    pub fn of(upn: &str) -> Self {
        Self {
            upn: upn.to_owned(),
            standing: None,
            asked: None,
            said: None,
            acts: Vec::new(),
            chosen: 0,
            scroll: Cell::new(0),
        }
    }

    /// The page of an account that has just been looked up.
    pub(super) fn with(standing: Standing) -> Self {
        let upn = standing.view.account.upn.clone();
        Self {
            standing: Some(standing),
            ..Self::of(&upn)
        }
    }

    fn look(&self) -> Turn {
        let upn = self.upn.clone();
        Turn::Work(Work::new(
            move |desk: Desk| {
                let upn = upn.clone();
                async move {
                    let service = desk.service();
                    service
                        .look_up_account(&desk.actor(), &upn, desk.now())
                        .await
                }
            },
            |place: &mut Self, standing: Standing, desk| {
                let before = place.standing.as_ref().and_then(|before| before.verified);
                if standing.verified.is_some() && standing.verified != before {
                    // The check has done its work.
                    place.asked = None;
                }
                place.standing = Some(standing);
                place.acts = place.acts(desk);
                match place.said.take() {
                    Some(said) => Turn::Say(Notice::note(said)),
                    None => Turn::Stay,
                }
            },
        ))
    }

    /// What is offered: nothing that the role, the account or its state rules out.
    fn acts(&self, desk: &Desk) -> Vec<Act> {
        let Some(standing) = &self.standing else {
            return Vec::new();
        };
        let account = &standing.view.account;
        let administrator = !account.roles.is_empty();
        let may = desk.may(Permission::HelpPeople)
            && (!administrator || desk.may(Permission::ManageAdministrators));
        if !may {
            return Vec::new();
        }
        let waits = self
            .asked
            .as_ref()
            .is_some_and(|(_, until)| *until > desk.now());
        let locked = account.locked_until.is_some_and(|until| until > desk.now());
        let passes = !administrator && account.enabled && standing.verified.is_some();
        let mut acts: Vec<Act> = waits.then_some(Act::Tell).into_iter().collect();
        acts.extend(standing.ways.iter().cloned().map(Act::Verify));
        acts.extend(passes.then_some(Act::Pass));
        acts.extend(standing.pass.as_ref().map(|_| Act::Withdraw));
        acts.extend(account.blocked_until.map(|_| Act::Release));
        acts.extend(locked.then_some(Act::Unlock));
        acts.extend([Act::Password, Act::Register]);
        acts
    }

    fn facts(&self, standing: &Standing, with: Drawing<'_>) -> Vec<(Msg, String)> {
        let account = &standing.view.account;
        let say = |id: &'static str| with.say(&Msg::new(id));
        let until = |at: Option<Timestamp>| match at {
            Some(at) => with.say(&Msg::new("desk-until").time("at", at)),
            None => say("people-no"),
        };
        let enabled = if account.enabled {
            "people-yes"
        } else {
            "people-no"
        };
        let name = account.profile.name.clone().unwrap_or_default();
        let pass = standing.pass.as_ref().map(|pass| pass.expires);
        vec![
            (Msg::new("desk-name"), text::clean(&name)),
            (Msg::new("desk-enabled"), say(enabled)),
            (Msg::new("desk-blocked"), until(account.blocked_until)),
            (Msg::new("desk-locked"), until(account.locked_until)),
            (Msg::new("desk-verified"), until(standing.verified)),
            (Msg::new("desk-pass"), until(pass)),
        ]
    }

    fn act(&self, act: Act) -> Turn {
        let title = |id: &'static str| Msg::new(id).text("name", self.upn.as_str());
        let sign_in = self.upn.split('@').next().unwrap_or_default().to_owned();
        match act {
            Act::Verify(way) => self.ask(way),
            Act::Tell => match &self.asked {
                Some((way, until)) => {
                    Turn::Open(Box::new(TellCode::new(&self.upn, way.clone(), *until)))
                }
                None => Turn::Stay,
            },
            Act::Pass => Turn::Open(Box::new(GivePass::new(&self.upn))),
            Act::Withdraw => Turn::Confirm(Confirm::new(
                title("desk-confirm-withdraw"),
                Vec::new(),
                |place: &mut Self, _| place.does(Act::Withdraw, "desk-done-withdraw"),
            )),
            Act::Release => self.does(Act::Release, "desk-done-release"),
            Act::Unlock => self.does(Act::Unlock, "desk-done-unlock"),
            Act::Password => Turn::Confirm(
                Confirm::new(
                    title("desk-confirm-password"),
                    vec![Msg::new("desk-confirm-password-text")],
                    |place: &mut Self, _| place.give_password(),
                )
                .typing(sign_in),
            ),
            Act::Register => Turn::Confirm(
                Confirm::new(
                    title("desk-confirm-register"),
                    vec![Msg::new("desk-confirm-register-text")],
                    |place: &mut Self, _| place.does(Act::Register, "desk-done-register"),
                )
                .typing(sign_in),
            ),
        }
    }

    /// Begins to verify the caller; then the code is asked for.
    fn ask(&self, way: CallerWay) -> Turn {
        let (upn, chosen) = (self.upn.clone(), way.chosen);
        Turn::Work(Work::new(
            move |desk: Desk| {
                let upn = upn.clone();
                async move {
                    let service = desk.service();
                    service
                        .ask_caller(&desk.actor(), &upn, chosen, desk.now())
                        .await
                }
            },
            |place: &mut Self, asked: Asked, _| match asked {
                Asked::Waits { way, expires } => {
                    place.asked = Some((way.clone(), expires));
                    Turn::Open(Box::new(TellCode::new(&place.upn, way, expires)))
                }
                Asked::NotHeld => Turn::Say(Notice::error(Msg::new("desk-not-held"))),
                Asked::NotNow(_) => Turn::Say(Notice::error(Msg::new("desk-not-now"))),
            },
        ))
    }

    /// Does what needs nothing more to be said, and looks again.
    fn does(&self, act: Act, done: &'static str) -> Turn {
        let upn = self.upn.clone();
        Turn::Work(Work::new(
            move |desk: Desk| {
                let (upn, act) = (upn.clone(), act.clone());
                async move { do_now(&desk, &act, &upn).await }
            },
            move |place: &mut Self, (), _| {
                place.said = Some(Msg::new(done));
                place.look()
            },
        ))
    }

    fn give_password(&self) -> Turn {
        let upn = self.upn.clone();
        Turn::Work(Work::new(
            move |desk: Desk| {
                let upn = upn.clone();
                async move {
                    let service = desk.service();
                    service
                        .temporary_password(&desk.actor(), &upn, desk.now())
                        .await
                }
            },
            |place: &mut Self, made: SecretText, _| {
                let text = Msg::new("people-once-temporary").text("name", place.upn.as_str());
                Turn::Open(Box::new(Once::new(
                    "people-do-temporary-password",
                    text,
                    made,
                )))
            },
        ))
    }
}

async fn do_now(desk: &Desk, act: &Act, upn: &str) -> Result<(), ServiceError> {
    let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
    match act {
        Act::Withdraw => service.withdraw_access_pass(&actor, upn, now).await,
        Act::Release => service.release(&actor, upn, now).await,
        Act::Unlock => service.unlock_sign_in(&actor, upn, now).await,
        Act::Register => service.require_registration(&actor, upn, now).await,
        Act::Verify(_) | Act::Tell | Act::Pass | Act::Password => Ok(()),
    }
}

/// What it is called.
fn label(act: &Act) -> Msg {
    let id = match act {
        Act::Verify(way) => {
            let id = match way.chosen.method {
                Method::AppCode => return Msg::new("desk-act-app"),
                Method::Email => "desk-act-mail",
                _ => "desk-act-text",
            };
            let masked = way.masked.clone().unwrap_or_default();
            return Msg::new(id).text("address", masked);
        }
        Act::Tell => "desk-act-tell",
        Act::Pass => "desk-act-pass",
        Act::Withdraw => "desk-act-withdraw",
        Act::Release => "desk-act-release",
        Act::Unlock => "desk-act-unlock",
        Act::Password => "desk-act-password",
        Act::Register => "desk-act-register",
    };
    Msg::new(id)
}

impl Place for CallerPlace {
    fn title(&self) -> Msg {
        Msg::new("desk-caller-title").text("name", self.upn.as_str())
    }

    fn help(&self) -> &'static str {
        "help-caller"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["keys-do", "keys-scroll"]
    }

    fn shown(&mut self, desk: &Desk) -> Turn {
        if self.standing.is_some() && self.acts.is_empty() {
            // It was looked up a moment ago.
            self.acts = self.acts(desk);
            return Turn::Stay;
        }
        self.look()
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        self.acts = self.acts(desk);
        let last = self.acts.len().saturating_sub(1);
        self.chosen = self.chosen.min(last);
        let scroll = match command {
            Command::PageDown => self.scroll.get() + PAGE,
            Command::PageUp => self.scroll.get() - PAGE,
            _ => 0,
        };
        self.scroll.set(scroll);
        match command {
            Command::Next => self.chosen = (self.chosen + 1).min(last),
            Command::Previous => self.chosen = self.chosen.saturating_sub(1),
            Command::Home => self.chosen = 0,
            Command::End => self.chosen = last,
            Command::Back => return Turn::Close(None),
            Command::Enter => {
                return match self.acts.get(self.chosen) {
                    Some(act) => self.act(act.clone()),
                    None => Turn::Stay,
                };
            }
            _ => {}
        }
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let Some(standing) = &self.standing else {
            return Some(area.as_position());
        };
        let (room, look) = (area.width, with.look);
        let mut rows = facts::rows(&self.facts(standing, with), with, room);
        rows.push(Line::from(""));
        for (nth, act) in self.acts.iter().enumerate() {
            let here = nth == self.chosen;
            let (sign, style) = match (here, with.focused) {
                (true, true) => (look.glyphs.focused, look.theme.focus),
                (true, false) => (look.glyphs.focused, look.theme.base),
                (false, _) => (look.glyphs.unfocused, look.theme.base),
            };
            let mut row = Rows::prose(sign, &with.say(&label(act)), room, style);
            if here {
                row.focus(0, widths::width(sign));
            }
            rows.append(row);
        }
        if standing.verified.is_none() && !self.acts.is_empty() {
            let words = with.say(&Msg::new("desk-verify-first"));
            rows.append(Rows::prose(look.glyphs.note, &words, room, look.theme.note));
        }
        rows.append(what_helps(&standing.next, with, room));
        rows.append(heading("desk-checks", with, room));
        rows.append(checks(&standing.checks, with, room));
        let shown = window(rows, area, self.scroll.get(), look, sheet);
        self.scroll.set(shown.scroll);
        shown.cursor.or(Some(area.as_position()))
    }
}
