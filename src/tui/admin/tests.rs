//! The loop, with places that say what they were told.

mod customization;

use std::cell::RefCell;
use std::rc::Rc;

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

mod beside;

use super::drive::{self, ctrl, key, typed};
use super::*;
use crate::domain::msg::Msg;
use crate::domain::time::Timestamp;
use crate::service::{Actor, Service, Signed};
use crate::tui::canvas::Sheet;
use crate::tui::events::{Event, Stop};
use crate::tui::keymap::Command;
use crate::tui::theme::{Contrast, GlyphSet, Look};

fn now() -> Timestamp {
    Timestamp::from_seconds(1_777_777_777)
}

fn desk() -> Desk {
    Desk::new(
        Service::in_memory(),
        Actor::Operator("root".into()),
        "tty1",
        now,
    )
}

/// Runs the console on a window of this size with groups of events, one after another; why it ended
/// and what was in sight then.
fn play(size: (u16, u16), groups: Vec<Vec<Event<u64>>>) -> (Leave, String) {
    play_with(size, groups, None)
}

/// The same with a page opened over the first tab.
fn play_with(
    size: (u16, u16),
    groups: Vec<Vec<Event<u64>>>,
    page: Option<Box<dyn Place>>,
) -> (Leave, String) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(async {
        let look = Look::new(Contrast::Mono, GlyphSet::Ascii);
        let mut console = Console::new(desk(), Words::new("en"), look, "Contoso".into());
        console.begin_with(page);
        drive::play(&mut console, size, groups, None).await
    })
}

#[test]
fn the_tabs_stand_in_the_portals_order() {
    let (leave, picture) = play((80, 24), vec![vec![key(KeyCode::Down)]]);
    assert_eq!(leave, Leave::Stopped(Stop::Term));
    insta::assert_snapshot!(picture);
}

#[test]
fn tabs_are_reached_by_name_and_the_console_is_left_by_name() {
    let mut keys = typed(":aud");
    keys.push(key(KeyCode::Enter));
    let (_, picture) = play((80, 24), vec![vec![], keys]);
    assert!(picture.contains("> Audit"), "{picture}");
    let mut keys = typed(":q");
    keys.push(key(KeyCode::Enter));
    let (leave, _) = play((80, 24), vec![vec![], keys]);
    assert_eq!(leave, Leave::Left);
}

#[test]
fn any_size_is_safe() {
    for size in [
        (1, 1),
        (2, 2),
        (10, 3),
        (20, 5),
        (60, 20),
        (200, 60),
        (300, 4),
    ] {
        let groups = vec![
            vec![key(KeyCode::Char('?'))],
            vec![key(KeyCode::Esc), key(KeyCode::F(2))],
            vec![key(KeyCode::Esc), key(KeyCode::Char(':'))],
            vec![key(KeyCode::Esc), key(KeyCode::Enter)],
        ];
        let (leave, _) = play(size, groups);
        assert_eq!(leave, Leave::Stopped(Stop::Term), "{size:?}");
    }
}

/// A page that notes what it was told, asks the store, and can lose something.
#[derive(Default)]
struct Probe {
    told: Rc<RefCell<Vec<String>>>,
    typed: String,
}

impl Place for Probe {
    fn title(&self) -> Msg {
        Msg::new("tab-users")
    }

    fn help(&self) -> &'static str {
        "help-console"
    }

    fn typing(&self) -> bool {
        !self.typed.is_empty()
    }

    fn unsaved(&self) -> bool {
        !self.typed.is_empty()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            Command::Save => Turn::Work(Work::new(
                |desk| async move {
                    Ok(desk
                        .service()
                        .policy(desk.now())
                        .await?
                        .organisation
                        .clone())
                },
                |place: &mut Self, name: String, _| {
                    place.told.borrow_mut().push(format!("saved `{name}`"));
                    place.typed.clear();
                    Turn::Close(Some(Notice::note(Msg::new("console-help"))))
                },
            )),
            Command::Delete => Turn::Confirm(
                Confirm::new(Msg::new("tab-users"), Vec::new(), |place: &mut Self, _| {
                    place.told.borrow_mut().push("deleted".into());
                    Turn::Stay
                })
                .typing("3"),
            ),
            Command::Clear => Turn::Work(Work::new(
                |desk| async move {
                    let nobody = Actor::Account(Signed {
                        id: 7,
                        upn: "gone@contoso.example".into(),
                        proved: desk.now(),
                        console: None,
                    });
                    desk.service().policy_values(&nobody, desk.now()).await
                },
                |place: &mut Self, _, _| {
                    place.told.borrow_mut().push("never".into());
                    Turn::Stay
                },
            )),
            Command::Type(c) => {
                self.typed.push(c);
                Turn::Stay
            }
            _ => Turn::Stay,
        }
    }

    fn draw(&self, _: Rect, _: &mut Sheet, _: Drawing<'_>) -> Option<Position> {
        None
    }
}

/// Plays keys to a probe opened over the overview; what it was told, and the picture.
fn probe(groups: Vec<Vec<Event<u64>>>) -> (Vec<String>, Leave, String) {
    let told = Rc::new(RefCell::new(Vec::new()));
    let page = Probe {
        told: Rc::clone(&told),
        ..Probe::default()
    };
    let (leave, picture) = play_with((80, 24), groups, Some(Box::new(page)));
    (told.take(), leave, picture)
}

#[test]
fn work_is_done_and_told_and_the_page_closes() {
    let (told, _, picture) = probe(vec![vec![ctrl('s')]]);
    assert_eq!(told, ["saved ``"]);
    assert!(picture.contains("| Overview"), "{picture}");
    assert!(picture.contains("i Help"), "{picture}");
}

#[test]
fn what_would_be_lost_is_asked_about() {
    let (_, _, picture) = probe(vec![vec![key(KeyCode::Char('x')), key(KeyCode::Esc)]]);
    assert!(picture.contains("Give up what you changed?"), "{picture}");
    let groups = vec![
        vec![key(KeyCode::Char('x')), key(KeyCode::Esc)],
        vec![key(KeyCode::Esc)],
    ];
    let (_, _, picture) = probe(groups);
    assert!(picture.contains("| Users"), "back to it: {picture}");
    let groups = vec![
        vec![key(KeyCode::Char('x')), ctrl('x')],
        vec![key(KeyCode::Enter)],
    ];
    let (_, leave, _) = probe(groups);
    assert_eq!(leave, Leave::Left);
}

#[test]
fn a_word_must_be_typed_where_enter_is_not_enough() {
    let delete = || vec![key(KeyCode::Delete)];
    let (told, ..) = probe(vec![delete(), vec![key(KeyCode::Enter)]]);
    assert_eq!(told, [""; 0]);
    let (told, ..) = probe(vec![
        delete(),
        vec![key(KeyCode::Char('3')), key(KeyCode::Enter)],
    ]);
    assert_eq!(told, ["deleted"]);
}

#[test]
fn a_refusal_is_said_and_nothing_is_done() {
    let (told, _, picture) = probe(vec![vec![ctrl('u')]]);
    assert_eq!(told, [""; 0]);
    assert!(picture.contains("! None of your roles allows"), "{picture}");
}
