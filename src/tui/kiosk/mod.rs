//! The kiosk on a full screen: one loop that takes what happens in order, hands it to the journey's
//! host, and draws when something changed.
//!
//! It knows the host by a trait and what stands beside it by another. What must stay true: keys
//! typed while the product works, or before a screen was drawn, are dropped; cancelling works
//! always; what was wiped is gone from the terminal before anything else is drawn.

mod attend;
mod beside;
mod desk;
mod host;
mod preview;
mod scan;
mod view;

use std::io;
use std::time::{Duration, Instant};

use ratatui::backend::Backend;
use ratatui::layout::Position;
use tokio::task::{LocalSet, spawn_local};

pub use attend::attend;
pub use beside::lay;
pub use desk::Desk;
pub use host::{Companion, Host, Scene};
pub use preview::{Preview, Shown};
pub use view::KioskView;

use super::Say;
use super::canvas::{Canvas, Paper as _, Sheet};
use super::caps::CapsLock;
use super::events::{Event, Events, Stop};
use super::keymap::{self, Command};
use super::theme::Look;
use crate::journey::input::{Edit, Input};
use crate::journey::screen::{Focus, Screen, Stance};

/// How far one page key scrolls, in rows.
const PAGE: isize = 8;

/// How long an answer may take before the screen says that it is awaited; nobody reads faster.
const AT_ONCE: Duration = Duration::from_millis(20);

/// How often what stands beside the kiosk is asked whether it changed.
const BESIDE: Duration = Duration::from_millis(500);

/// After so long without a key, messages of the system may stand on the terminal: the next key
/// overwrites them. Nothing is drawn before, so that a screen reader is not interrupted.
const QUIET: Duration = Duration::from_secs(20);

/// How many events share a frame at most, so that a flood of keys cannot freeze the screen.
const BATCH: u8 = 64;

/// How the kiosk is set up.
pub struct Kiosk<'a> {
    /// Colours and signs to start with.
    pub look: Look,
    /// What stands beside it.
    pub companion: Option<&'a mut dyn Companion>,
    /// Clears the real terminal and its scrollback.
    pub wipe: &'a mut dyn FnMut() -> io::Result<()>,
    /// When the host's time began.
    pub began: Instant,
}

/// Why the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// The host is done.
    Ended,
    /// A signal said so.
    Stopped(Stop),
    /// The terminal is gone.
    Closed,
    /// The person asked for plain mode on the first screen.
    Plain,
    /// A key leads to what else there is on this terminal; the visit goes on when it comes back.
    Elsewhere,
}

/// Runs the kiosk on a current-thread runtime until something ends it. Work still under way is
/// dropped then. A terminal that fails counts as gone.
pub async fn run<H: Host, B: Backend>(
    host: &mut H,
    canvas: &mut Canvas<B>,
    events: &mut Events<H::Reply>,
    kiosk: Kiosk<'_>,
) -> Leave {
    let mut stage = Stage {
        kiosk,
        scroll: 0,
        drawn: None,
        dirty: true,
        waited: false,
        caps: CapsLock::here(),
        pressed: Duration::ZERO,
        whole: false,
    };
    LocalSet::new()
        .run_until(stage.play(host, canvas, events))
        .await
}

struct Stage<'a> {
    kiosk: Kiosk<'a>,
    scroll: isize,
    /// The scene in sight.
    drawn: Option<Scene>,
    dirty: bool,
    /// An answer did not come at once: say that it is awaited.
    waited: bool,
    caps: CapsLock,
    /// When the last key came.
    pressed: Duration,
    /// The next frame overwrites whatever is on the terminal.
    whole: bool,
}

impl Stage<'_> {
    async fn play<H: Host, B: Backend>(
        &mut self,
        host: &mut H,
        canvas: &mut Canvas<B>,
        events: &mut Events<H::Reply>,
    ) -> Leave {
        let began = self.kiosk.began;
        loop {
            // What stands there when it is over, nobody is to see.
            if host.ended() {
                return Leave::Ended;
            }
            if !self.soon(host) && self.show(host, canvas, events).is_err() {
                return Leave::Closed;
            }
            let mut event = Some(self.next(host, events, began.elapsed()).await);
            let mut left = BATCH;
            // What happened meanwhile needs one frame, not one each; a new scene is drawn first.
            while let Some(now) = event {
                if let Some(leave) = self.take(host, now, events, began.elapsed()) {
                    return leave;
                }
                let same = !self.dirty || self.drawn == Some(host.scene());
                left -= 1;
                event = if same && left > 0 {
                    events.ready()
                } else {
                    None
                };
            }
        }
    }

    /// Whether an answer is awaited that may come before anybody could read "please wait": then the
    /// frame in between is not worth drawing.
    fn soon<H: Host>(&self, host: &H) -> bool {
        let seen = self.drawn.is_some_and(|scene| !scene.working);
        seen && !self.waited && host.scene().working
    }

    /// The next event; a tick when one is due, or when an answer did not come at once.
    async fn next<H: Host>(
        &mut self,
        host: &H,
        events: &mut Events<H::Reply>,
        at: Duration,
    ) -> Event<H::Reply> {
        self.waited = self.soon(host);
        if self.waited {
            return events.next_within(Some(AT_ONCE)).await;
        }
        let due = host.due().map(|due| due.saturating_sub(at));
        let beside = self.kiosk.companion.as_ref().map(|_| BESIDE);
        let patience = due.into_iter().chain(beside).min();
        events.next_within(patience).await
    }

    /// Takes one event; why to leave, if it says so.
    fn take<H: Host>(
        &mut self,
        host: &mut H,
        event: Event<H::Reply>,
        events: &Events<H::Reply>,
        at: Duration,
    ) -> Option<Leave> {
        let request = match event {
            Event::Key(key) => {
                self.dirty = true;
                self.caps.note(&key);
                self.whole |= at.saturating_sub(self.pressed) >= QUIET;
                self.pressed = at;
                if self
                    .kiosk
                    .companion
                    .as_mut()
                    .is_some_and(|c| c.beside_key(key))
                {
                    if self.kiosk.companion.as_mut().is_some_and(|c| c.leaves()) {
                        return Some(Leave::Elsewhere);
                    }
                    host.input(Input::Touch, at)
                } else {
                    let command = keymap::command(key)?;
                    let stance = host.stance();
                    if command == Command::Plain && stance.first {
                        return Some(Leave::Plain);
                    }
                    let input = self.command(command, stance)?;
                    host.input(input, at)
                }
            }
            Event::Paste(text) => {
                if host.scene().working {
                    return None;
                }
                let typing = matches!(host.stance().focus, Some(Focus::Field(_)));
                self.dirty = true;
                let input = if typing {
                    Input::Edit(Edit::Paste(text))
                } else {
                    Input::Touch
                };
                host.input(input, at)
            }
            // A mouse that somebody left switched on is none of ours.
            Event::Mouse(_) => None,
            Event::Resize(..) => {
                self.dirty = true;
                self.whole = true;
                None
            }
            Event::Tick => {
                let beside = self
                    .kiosk
                    .companion
                    .as_mut()
                    .is_some_and(|c| c.beside_tick());
                let (changed, request) = host.tick(at);
                self.dirty |= changed | beside;
                request
            }
            Event::Answer(reply) => {
                self.dirty = true;
                host.answer(reply, at)
            }
            Event::Signal(stop) => return Some(Leave::Stopped(stop)),
            Event::Closed => return Some(Leave::Closed),
        };
        if let Some(request) = request {
            let (work, feed) = (host.perform(request), events.feed());
            spawn_local(async move { feed.send(Event::Answer(work.await)).await });
        }
        None
    }

    /// What a command does, to the view or for the host.
    fn command(&mut self, command: Command, stance: Stance) -> Option<Input> {
        match command {
            Command::Contrast => self.kiosk.look.turn(),
            Command::PageUp => self.scroll = self.scroll.saturating_sub(PAGE),
            Command::PageDown => self.scroll = self.scroll.saturating_add(PAGE),
            // With nothing to focus, the arrows scroll.
            Command::Previous if stance.focus.is_none() => {
                self.scroll = self.scroll.saturating_sub(1)
            }
            Command::Next if stance.focus.is_none() => self.scroll = self.scroll.saturating_add(1),
            _ => self.scroll = 0,
        }
        if stance.working && command != Command::Cancel {
            return None;
        }
        Some(keymap::input(command, stance))
    }

    /// Draws if something changed, wiping the terminal first where that was asked for.
    fn show<H: Host, B: Backend>(
        &mut self,
        host: &mut H,
        canvas: &mut Canvas<B>,
        events: &mut Events<H::Reply>,
    ) -> Result<(), ()> {
        if host.wiped() {
            (self.kiosk.wipe)().map_err(drop)?;
            canvas.forget();
            self.dirty = true;
        }
        if !self.dirty {
            return Ok(());
        }
        self.kiosk.look.set_accent(host.accent());
        let (screen, scene) = (host.screen(), host.scene());
        let fresh = self.drawn != Some(scene);
        if fresh {
            self.scroll = 0;
        }
        self.whole |= self.drawn.is_some_and(|drawn| drawn.turn != scene.turn);
        if std::mem::take(&mut self.whole) {
            canvas.forget();
        }
        let mut sheet = canvas.sheet().map_err(drop)?;
        let cursor = self.draw(&screen, host.say(), host.organisation(), &mut sheet);
        if fresh {
            // Before it leaves: who sees the first of it may answer at once.
            events.drain();
        }
        canvas.show(sheet, cursor).map_err(drop)?;
        self.drawn = Some(scene);
        self.dirty = false;
        Ok(())
    }

    fn draw(
        &mut self,
        screen: &Screen<'_>,
        say: &dyn Say,
        organisation: &str,
        sheet: &mut Sheet,
    ) -> Option<Position> {
        let look = self.kiosk.look;
        let (area, beside) = match self.kiosk.companion.as_mut() {
            Some(companion) => lay(&mut **companion, &look, say, sheet),
            None => (sheet.area(), None),
        };
        let view = KioskView {
            screen,
            say,
            look: &look,
            organisation,
            scroll: self.scroll,
            caps: self.caps.is_on(),
            beside: self.kiosk.companion.is_some(),
        };
        let shown = view.render(area, sheet);
        self.scroll = shown.scroll;
        beside.or(shown.cursor)
    }
}

#[cfg(test)]
mod tests;
