//! The loop, against a stub of the journey and an in-memory terminal.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::backend::TestBackend;

use super::{look, samples};
use crate::domain::accent::Accent;
use crate::journey::input::{Edit, Input};
use crate::journey::screen::ScreenId;
use crate::tui::kiosk::*;
use crate::tui::samples::EN;

/// What the stub host did, in order, shared with the test.
#[derive(Default)]
struct Log {
    inputs: RefCell<Vec<&'static str>>,
    wipes: Cell<u32>,
}

/// A journey of two screens: typing, then working until the answer comes.
struct Stub {
    log: Rc<Log>,
    typed: String,
    working: bool,
    answered: bool,
    ended: bool,
    wiped: bool,
}

impl Stub {
    fn new() -> Self {
        Self {
            log: Rc::default(),
            typed: String::new(),
            working: false,
            answered: false,
            ended: false,
            wiped: false,
        }
    }
}

impl Host for Stub {
    type Request = ();
    type Reply = u32;

    fn screen(&self) -> Screen<'_> {
        let mut screen = samples::who();
        screen.fields = vec![samples::field("label-user", &self.typed, false)];
        if self.answered {
            screen.id = ScreenId::EnterCode;
        }
        screen.working = self.working;
        if self.working {
            screen.focus = None;
        }
        screen
    }

    fn scene(&self) -> Scene {
        Scene {
            turn: u64::from(self.answered),
            working: self.working,
        }
    }

    fn input(&mut self, input: Input, _: Duration) -> Option<()> {
        let name = match input {
            Input::Edit(Edit::Insert(c)) => {
                self.typed.push(c);
                "insert"
            }
            Input::Edit(Edit::Paste(text)) => {
                self.typed.push_str(&text);
                "paste"
            }
            Input::Activate => {
                self.working = true;
                self.log.inputs.borrow_mut().push("activate");
                return Some(());
            }
            Input::Cancel => {
                self.typed.clear();
                self.wiped = true;
                self.working = false;
                "cancel"
            }
            Input::Back => {
                self.ended = true;
                "back"
            }
            _ => "other",
        };
        self.log.inputs.borrow_mut().push(name);
        None
    }

    fn answer(&mut self, reply: u32, _: Duration) -> Option<()> {
        assert_eq!(reply, 7);
        self.working = false;
        self.answered = true;
        self.typed.clear();
        None
    }

    fn tick(&mut self, _: Duration) -> (bool, Option<Self::Request>) {
        (false, None)
    }

    fn due(&self) -> Option<Duration> {
        None
    }

    fn perform(&self, (): ()) -> impl Future<Output = u32> + 'static {
        let work = tokio::time::sleep(Duration::from_millis(40));
        async move {
            // Long enough for the keys that follow to arrive while it works.
            work.await;
            7
        }
    }

    fn say(&self) -> &dyn Say {
        &EN
    }

    fn organisation(&self) -> &str {
        "Contoso"
    }

    fn accent(&self) -> Option<Accent> {
        None
    }

    fn start_over(&mut self, _: &str) -> Option<()> {
        None
    }

    fn hang_up(&mut self) -> Option<()> {
        None
    }

    fn ended(&self) -> bool {
        self.ended
    }

    fn wiped(&mut self) -> bool {
        std::mem::take(&mut self.wiped)
    }
}

fn key(code: KeyCode) -> Event<u32> {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// Runs the stub with groups of events, each sent some time after the one before.
fn play(groups: Vec<Vec<Event<u32>>>) -> (Leave, Stub, String) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut host = Stub::new();
        let mut canvas = Canvas::new(TestBackend::new(80, 24));
        let mut events = Events::fed();
        let feed = events.feed();
        let sender = tokio::spawn(async move {
            for group in groups {
                tokio::time::sleep(Duration::from_millis(20)).await;
                for event in group {
                    feed.send(event).await;
                }
            }
        });
        let log = Rc::clone(&host.log);
        let mut wipe = || {
            log.wipes.set(log.wipes.get() + 1);
            Ok(())
        };
        let kiosk = Kiosk {
            look: look(),
            companion: None,
            wipe: &mut wipe,
            began: Instant::now(),
        };
        let leave = run(&mut host, &mut canvas, &mut events, kiosk).await;
        sender.await.unwrap();
        let picture = samples::picture(canvas.backend().buffer(), None);
        (leave, host, picture)
    })
}

#[test]
fn keys_typed_while_it_works_are_dropped() {
    let (leave, host, picture) = play(vec![
        vec![key(KeyCode::Char('m')), Event::Paste("ia".into())],
        vec![
            key(KeyCode::Enter),
            key(KeyCode::Char('x')),
            Event::Paste("y".into()),
        ],
        vec![key(KeyCode::Char('z'))],
        vec![],
        vec![],
        vec![key(KeyCode::Char('1'))],
        vec![Event::Signal(Stop::Term)],
    ]);
    assert_eq!(leave, Leave::Stopped(Stop::Term));
    assert_eq!(host.typed, "1");
    assert_eq!(
        *host.log.inputs.borrow(),
        ["insert", "paste", "activate", "insert"]
    );
    assert!(picture.contains("[1 "), "{picture}");
}

#[test]
fn cancelling_works_while_it_works_and_wipes_the_terminal() {
    let (leave, host, picture) = play(vec![
        vec![key(KeyCode::Char('m'))],
        vec![key(KeyCode::Enter)],
        vec![Event::Key(KeyEvent::new(
            KeyCode::Char('x'),
            KeyModifiers::CONTROL,
        ))],
        vec![],
        vec![Event::Resize(80, 24), Event::Tick],
        vec![key(KeyCode::Esc)],
    ]);
    assert_eq!(leave, Leave::Ended);
    assert_eq!(host.log.wipes.get(), 1);
    assert!(picture.contains("Contoso") && !picture.contains("[m"));
}

#[test]
fn a_terminal_that_is_gone_ends_it() {
    assert_eq!(play(vec![vec![Event::Closed]]).0, Leave::Closed);
}
