//! Something that takes long, seen from its page: how far it is, what went wrong, how it ended. It
//! ends with its page.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::task::spawn_local;

use crate::domain::msg::Msg;
use crate::service::ServiceError;
use crate::tui::admin::place::{Drawing, Place, Turn, Work};
use crate::tui::widgets::Rows;

/// How often its page looks.
const LOOK: Duration = Duration::from_millis(200);

/// The most things gone wrong that are kept; of more only how many is known.
const MOST_WRONG: usize = 500;

/// What is heard of it.
#[derive(Default)]
struct Heard {
    through: u64,
    all: Option<u64>,
    wrong: Vec<(String, Msg)>,
    count: u64,
}

/// Between a job and its page.
#[derive(Clone, Default)]
pub struct Wire {
    heard: Arc<Mutex<Heard>>,
    /// Set when it is to end.
    pub stop: Arc<AtomicBool>,
}

impl Wire {
    /// So many are through, of so many where that is known.
    pub fn through(&self, so_far: u64, all: Option<u64>) {
        if let Ok(mut heard) = self.heard.lock() {
            (heard.through, heard.all) = (so_far, all);
        }
    }

    /// Something went wrong: with whom or where, and why.
    pub fn wrong(&self, what: String, why: Msg) {
        if let Ok(mut heard) = self.heard.lock() {
            heard.count += 1;
            if heard.wrong.len() < MOST_WRONG {
                heard.wrong.push((what, why));
            }
        }
    }
}

type Answer<T> = Rc<RefCell<Option<Result<T, ServiceError>>>>;

/// The job.
pub struct Job<T> {
    wire: Wire,
    answer: Answer<T>,
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.wire.stop.store(true, Ordering::Relaxed);
    }
}

impl<T: 'static> Job<T> {
    /// Begins it, beside the loop.
    pub fn begin(
        wire: Wire,
        work: impl Future<Output = Result<T, ServiceError>> + 'static,
    ) -> Self {
        let answer: Answer<T> = Rc::default();
        let into = Rc::clone(&answer);
        spawn_local(async move {
            let done = work.await;
            into.replace(Some(done));
        });
        Self { wire, answer }
    }

    /// Ends it as soon as it can end.
    pub fn stop(&self) {
        self.wire.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it was told to end.
    pub fn is_stopped(&self) -> bool {
        self.wire.stop.load(Ordering::Relaxed)
    }

    /// How it ended, once.
    pub fn ended(&self) -> Option<Result<T, ServiceError>> {
        self.answer.take()
    }

    /// How far it is, and what went wrong.
    pub fn rows(&self, with: Drawing<'_>, room: u16) -> Rows {
        let theme = &with.look.theme;
        let Ok(heard) = self.wire.heard.lock() else {
            return Rows::default();
        };
        let far = match heard.all {
            Some(all) => Msg::new("people-job-through-of").number("all", all),
            None => Msg::new("people-job-through"),
        };
        let far = with.say(&far.number("count", heard.through));
        let mut rows = match heard.through {
            0 => Rows::default(),
            _ => Rows::prose("", &far, room, theme.base),
        };
        if heard.count > 0 {
            let count = Msg::new("people-job-wrong").number("count", heard.count);
            rows.append(Rows::prose("", &with.say(&count), room, theme.error));
        }
        for (what, why) in &heard.wrong {
            let words = format!("{what}: {}", with.say(why));
            rows.append(Rows::prose("  ", &words, room, theme.base));
        }
        rows
    }
}

/// Has a page look again after a moment.
pub fn look<P: Place>(again: impl Fn(&mut P) -> Turn + 'static) -> Turn {
    let wait = |_| async {
        tokio::time::sleep(LOOK).await;
        Ok(())
    };
    Turn::Work(Work::new(wait, move |place: &mut P, (), _| again(place)).quiet())
}
