//! Plays keys to a console in tests: each group when what came of the one before is done and drawn.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::backend::TestBackend;

use super::console::{Console, Leave};
use crate::tui::canvas::Canvas;
use crate::tui::events::{Event, Events, Feed, Stop};
use crate::tui::kiosk::Companion;
use crate::tui::samples;

/// Whether the console awaits nothing but the person.
#[derive(Default)]
pub struct Rest {
    /// Work that was begun and is not answered.
    open: Cell<usize>,
    /// The loop has drawn and waits.
    reached: Cell<bool>,
}

impl Rest {
    /// Work was begun.
    pub fn begun(&self) {
        self.open.set(self.open.get() + 1);
    }

    /// Work was answered.
    pub fn answered(&self) {
        self.open.set(self.open.get().saturating_sub(1));
    }

    /// The loop waits for what happens next.
    pub fn reached(&self) {
        self.reached.set(self.open.get() == 0);
    }

    async fn awaited(&self) {
        while !self.reached.get() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

/// A key.
pub fn key(code: KeyCode) -> Event<u64> {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// A key with Ctrl.
pub fn ctrl(c: char) -> Event<u64> {
    Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
}

/// The keys of a text.
pub fn typed(text: &str) -> Vec<Event<u64>> {
    text.chars().map(|c| key(KeyCode::Char(c))).collect()
}

async fn feed(rest: Rc<Rest>, feed: Feed<u64>, groups: Vec<Vec<Event<u64>>>) {
    let last = vec![Event::Signal(Stop::Term)];
    for group in groups.into_iter().chain([last]) {
        rest.awaited().await;
        rest.reached.set(false);
        for event in group {
            feed.send(event).await;
        }
        // A group of nothing is something that happens, too.
        feed.send(Event::Tick).await;
    }
}

/// Plays groups of events on a window of this size; why it ended, and what was in sight then.
pub fn play(
    console: &mut Console,
    size: (u16, u16),
    groups: Vec<Vec<Event<u64>>>,
    beside: Option<&mut dyn Companion>,
) -> impl Future<Output = (Leave, String)> {
    let mut events = Events::fed();
    let feeding = feed(Rc::clone(&console.rest), events.feed(), groups);
    async move {
        let mut canvas = Canvas::new(TestBackend::new(size.0, size.1));
        let running = async {
            match beside {
                Some(companion) => {
                    console
                        .run_beside(&mut canvas, &mut events, companion)
                        .await
                }
                None => console.run(&mut canvas, &mut events).await,
            }
        };
        let both = async {
            tokio::pin!(running, feeding);
            tokio::select! {
                leave = &mut running => leave,
                () = &mut feeding => running.await,
            }
        };
        let leave = both.await;
        (leave, samples::picture(canvas.backend().buffer(), None))
    }
}
