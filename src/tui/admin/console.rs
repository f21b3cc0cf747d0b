//! The loop: what happens, in order; which place is in sight; what comes of it.

use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use ratatui::backend::Backend;
use tokio::task::LocalSet;
use tokio::time::Instant;

use super::answers::{Answers, Running};
use super::desk::Desk;
#[cfg(test)]
use super::drive;
use super::layout::{self, Layout};
use super::overlay::{Left, Overlay};
use super::place::{Notice, Place, Turn};
use super::proof::{Proof, Session};
use super::tab::Tab;
use super::tabs;
use super::words::Words;
use crate::domain::msg::Msg;
use crate::tui::canvas::{Canvas, Paper as _};
use crate::tui::events::{Event, Events, Mouse, Stop};
use crate::tui::keymap;
use crate::tui::kiosk::{Companion, lay};
use crate::tui::theme::Look;

/// How often the place in sight looks whether the store says something new.
const PULSE: Duration = Duration::from_millis(500);

/// How many events share a frame at most.
const BATCH: u8 = 64;

/// Why the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// The person signed out.
    Left,
    /// The sign-in is over.
    SignedOut,
    /// A signal said so.
    Stopped(Stop),
    /// The terminal is gone.
    Closed,
    /// A key leads to what else there is on this terminal; everything stays until it comes back.
    Elsewhere,
}

/// What stands beside the console, if anything does.
type Beside<'a, 'b> = Option<&'a mut (dyn Companion + 'b)>;

/// What has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The list of tabs.
    Tabs,
    /// The place.
    Place,
}

/// A place with the number that its answers come back to.
pub(super) struct Opened {
    pub(super) id: u64,
    pub(super) place: Box<dyn Place>,
}

/// The console.
pub struct Console {
    pub(super) desk: Desk,
    pub(super) words: Words,
    pub(super) look: Look,
    pub(super) organisation: String,
    /// The tabs that are offered.
    pub(super) tabs: Vec<Tab>,
    pub(super) tab: Tab,
    pub(super) side: Side,
    /// The tab's own place, and what was opened from it.
    pub(super) stack: Vec<Opened>,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
    /// The sign-in that it is open by.
    pub(super) session: Option<Session>,
    /// A second factor that is asked for anew, before everything else.
    pub(super) proof: Option<Proof>,
    pub(super) began: Instant,
    /// When the last key came.
    pub(super) touched: Duration,
    #[cfg(test)]
    pub(super) rest: Rc<drive::Rest>,
    pub(super) running: HashMap<u64, Running>,
    pub(super) answers: Answers,
    pub(super) numbers: u64,
    /// Something in sight may be another than in the last frame.
    pub(super) dirty: bool,
    pub(super) leave: Option<Leave>,
    /// A page that is opened over the first tab.
    first: Option<Box<dyn Place>>,
    /// Where the last frame put the place, for the mouse.
    pub(super) layout: Layout,
    /// What the keys of what stands beside it do.
    pub(super) beside: &'static [&'static str],
}

impl Console {
    /// A console for who has signed in at the desk.
    pub fn new(desk: Desk, words: Words, look: Look, organisation: String) -> Self {
        Self {
            desk,
            words,
            look,
            organisation,
            tabs: vec![Tab::Overview],
            tab: Tab::Overview,
            side: Side::Tabs,
            stack: Vec::new(),
            overlay: None,
            notice: None,
            session: None,
            proof: None,
            began: Instant::now(),
            touched: Duration::ZERO,
            #[cfg(test)]
            rest: Rc::default(),
            running: HashMap::new(),
            answers: Rc::default(),
            numbers: 0,
            dirty: true,
            leave: None,
            first: None,
            layout: Layout::default(),
            beside: &[],
        }
    }

    /// A console as it stands with this place in sight, for pictures.
    #[cfg(test)]
    pub(super) fn with(mut self, tab: Tab, place: Box<dyn Place>, notice: Option<Notice>) -> Self {
        self.tabs = Tab::ALL.to_vec();
        (self.tab, self.side, self.notice) = (tab, Side::Place, notice);
        self.stack.push(Opened { id: 0, place });
        self
    }

    /// Begins anew after a fault of the program, which is told by its reference.
    pub fn start_over(&mut self, reference: &str) {
        self.overlay = None;
        self.prove_anew();
        self.running.clear();
        self.dirty = true;
        let told = Msg::new("console-fault").text("reference", reference);
        self.notice = Some(Notice::error(told));
    }

    /// Begins with a page over the first tab.
    pub fn begin_with(&mut self, page: Option<Box<dyn Place>>) {
        self.first = page;
    }

    /// Runs until something ends it, on a current-thread runtime; work still under way is dropped then.
    pub async fn run<B: Backend>(
        &mut self,
        canvas: &mut Canvas<B>,
        events: &mut Events<u64>,
    ) -> Leave {
        let alone = self.play(canvas, events, None);
        LocalSet::new().run_until(alone).await
    }

    /// The same with something beside it. It goes on where it was left when it is run again.
    pub async fn run_beside<B: Backend>(
        &mut self,
        canvas: &mut Canvas<B>,
        events: &mut Events<u64>,
        companion: &mut dyn Companion,
    ) -> Leave {
        let both = self.play(canvas, events, Some(companion));
        LocalSet::new().run_until(both).await
    }

    async fn play<B: Backend>(
        &mut self,
        canvas: &mut Canvas<B>,
        events: &mut Events<u64>,
        mut beside: Beside<'_, '_>,
    ) -> Leave {
        self.leave = None;
        self.dirty = true;
        self.beside = beside.as_ref().map_or(&[], |companion| companion.keys());
        // What was under way when it was left is answered no more.
        self.running.clear();
        self.ask_roles(events);
        match self.stack.is_empty() {
            true => self.go(Tab::Overview, events),
            false => self.with_top(events, |place, desk| place.shown(desk)),
        }
        if let Some(page) = self.first.take() {
            self.side = Side::Place;
            self.open(page, events);
        }
        let mut ticked = Instant::now();
        loop {
            if self.show(canvas, &mut beside).is_err() {
                return Leave::Closed;
            }
            #[cfg(test)]
            self.rest.reached();
            let mut event = Some(events.next_within(Some(PULSE)).await);
            let mut left = BATCH;
            while let Some(now) = event {
                if matches!(now, Event::Tick) {
                    ticked = Instant::now();
                }
                self.take(now, canvas, events, &mut beside);
                if let Some(leave) = self.leave {
                    return leave;
                }
                left -= 1;
                event = if left > 0 { events.ready() } else { None };
            }
            // Whatever tells of itself all the time, as a job does, must not stop the clock that locks.
            if ticked.elapsed() >= PULSE {
                ticked = Instant::now();
                self.take(Event::Tick, canvas, events, &mut beside);
            }
        }
    }

    fn take<B: Backend>(
        &mut self,
        event: Event<u64>,
        canvas: &mut Canvas<B>,
        events: &Events<u64>,
        beside: &mut Beside<'_, '_>,
    ) {
        match event {
            Event::Key(key) if beside.as_mut().is_some_and(|c| c.beside_key(key)) => {
                self.dirty = true;
                let leaves = beside.as_mut().is_some_and(|c| c.leaves());
                // What keeps the person waiting is waited for.
                if leaves && !self.works() {
                    self.leave = Some(Leave::Elsewhere);
                }
            }
            Event::Key(key) => {
                if let Some(command) = keymap::command(key) {
                    self.dirty = true;
                    self.touched = self.began.elapsed();
                    match self.proof.is_some() {
                        true => self.key_in_proof(command, events),
                        false => self.key(command, events),
                    }
                }
            }
            Event::Paste(text) => {
                self.dirty = true;
                self.touched = self.began.elapsed();
                match self.proof.is_some() {
                    true => self.paste_in_proof(text, events),
                    false => self.paste(&text, events),
                }
            }
            Event::Mouse(_) if self.proof.is_some() => {}
            Event::Mouse(Mouse::Press(at)) => {
                self.touched = self.began.elapsed();
                self.click(at, events);
            }
            Event::Mouse(Mouse::Wheel(rows)) => {
                self.touched = self.began.elapsed();
                self.wheel(rows, events);
            }
            Event::Resize(..) => {
                self.dirty = true;
                canvas.forget();
            }
            Event::Tick => {
                self.dirty |= beside.as_mut().is_some_and(|c| c.beside_tick());
                self.ask_roles(events);
                self.lock_if_idle();
                self.tick_in_proof(events);
                // What is under way would be superseded, and one that takes long never end.
                let free = self.proof.is_none() && self.overlay.is_none();
                if free && !self.works() {
                    self.with_top(events, |place, desk| place.refresh(desk));
                }
            }
            Event::Answer(number) => self.answered(number, events),
            Event::Signal(stop) => self.leave = Some(Leave::Stopped(stop)),
            Event::Closed => self.leave = Some(Leave::Closed),
        }
    }

    /// Whether the place in sight awaits anything.
    fn works(&self) -> bool {
        let top = self.stack.last().map(|top| top.id);
        let mut running = self.running.values();
        running.any(|running| Some(running.place) == top)
    }

    /// Whether an answer is awaited that keeps the person waiting.
    pub(super) fn waits(&self) -> bool {
        let top = self.stack.last().map(|top| top.id);
        let mut running = self.running.values();
        running.any(|running| Some(running.place) == top && !running.work.is_quiet())
    }

    /// Shows a tab from its beginning.
    pub(super) fn go(&mut self, tab: Tab, events: &Events<u64>) {
        self.tab = tab;
        self.stack.clear();
        self.running.clear();
        self.open(tabs::open(tab, &self.desk), events);
    }

    pub(super) fn open(&mut self, place: Box<dyn Place>, events: &Events<u64>) {
        self.numbers += 1;
        let id = self.numbers;
        self.stack.push(Opened { id, place });
        self.with_top(events, |place, desk| place.shown(desk));
    }

    pub(super) fn close(&mut self, said: Option<Notice>, events: &Events<u64>) {
        if said.is_some() {
            self.notice = said;
        }
        if self.stack.len() < 2 {
            self.side = Side::Tabs;
            return;
        }
        self.stack.pop();
        self.with_top(events, |place, desk| place.shown(desk));
    }

    /// Tells the place in sight something, and does what comes of it.
    pub(super) fn with_top(
        &mut self,
        events: &Events<u64>,
        tell: impl FnOnce(&mut dyn Place, &Desk) -> Turn,
    ) {
        let Some(top) = self.stack.last_mut() else {
            return;
        };
        let turn = tell(top.place.as_mut(), &self.desk);
        let id = top.id;
        self.turn(turn, id, events);
    }

    pub(super) fn turn(&mut self, turn: Turn, id: u64, events: &Events<u64>) {
        match turn {
            Turn::Stay => {}
            Turn::Work(work) => self.begin(work, id, events),
            Turn::Say(notice) => self.notice = Some(notice),
            Turn::Open(place) => {
                self.side = Side::Place;
                self.open(place, events);
            }
            Turn::Replace(place) => {
                self.stack.pop();
                self.open(place, events);
            }
            Turn::Close(None) => self.leave_for(Left::Page, events),
            Turn::Close(said) => self.close(said, events),
            Turn::Go(tab) => self.leave_for(Left::Tab(tab), events),
            Turn::Confirm(confirm) => self.overlay = Some(Overlay::confirm(confirm)),
            Turn::Leave => self.leave_for(Left::Console, events),
        }
    }

    fn show<B: Backend>(
        &mut self,
        canvas: &mut Canvas<B>,
        beside: &mut Beside<'_, '_>,
    ) -> Result<(), B::Error> {
        if !std::mem::take(&mut self.dirty) {
            return Ok(());
        }
        let mut sheet = canvas.sheet()?;
        let (area, elsewhere) = match beside {
            Some(companion) => lay(&mut **companion, &self.look, &self.words, &mut sheet),
            None => (sheet.area(), None),
        };
        let (layout, cursor) = layout::draw(self, area, &mut sheet);
        self.layout = layout;
        canvas.show(sheet, elsewhere.or(cursor))
    }
}
