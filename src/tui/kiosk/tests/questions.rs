//! The screen of the security questions with its real words, as long as they can be.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{look, samples};
use crate::domain::human::Begun;
use crate::domain::journey::{JourneyId, Offer, Overview, Step};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::question::{Answered, Asked, Question};
use crate::domain::way::Way;
use crate::i18n::{File, Texts};
use crate::journey::input::{Edit, Input};
use crate::journey::request::{Greeting, Ticket};
use crate::journey::screen::Action;
use crate::journey::{Limits, Reply, Visit};
use crate::tui::kiosk::*;
use crate::tui::widgets::Shown;

/// Five questions that are long in German.
const LONG: [&str; 5] = [
    "childhood-doctor",
    "feared-teacher",
    "broken-thing",
    "first-phone-number",
    "first-desk-mate",
];

/// A visit at these questions, with something typed into the first two.
fn at(questions: Vec<Question>) -> Visit {
    let mut visit = Visit::new(Limits {
        idle: Duration::from_secs(90),
        scale: 1.0,
        language: "en".to_owned(),
        once: false,
        leave: false,
        drawn: true,
    });
    let offer = Offer {
        method: Method::SecurityQuestions,
        way: Way::Answers,
        slot: 0,
        masked: None,
    };
    let overview = Overview {
        passed: 0,
        required: 2,
        offers: vec![offer],
        pass: false,
    };
    answer(&mut visit, Reply::Greeting(Greeting::default()));
    play(&mut visit, Input::Choose(0));
    play(&mut visit, Input::Edit(Edit::Paste("mias".to_owned())));
    play(&mut visit, Input::Activate);
    let journey = JourneyId::new([7; 16]);
    answer(
        &mut visit,
        Reply::Begun(Begun::On(Step::Go((journey, overview)))),
    );
    play(&mut visit, Input::Choose(0));
    answer(
        &mut visit,
        Reply::Questions(Step::Go(Asked::Questions(questions))),
    );
    play(
        &mut visit,
        Input::Fill(0, "Frau Doktor Knöterich".to_owned()),
    );
    play(&mut visit, Input::Fill(1, "白い自転車".to_owned()));
    visit
}

fn play(visit: &mut Visit, input: Input) {
    let _ = visit.input(input, Duration::ZERO);
}

fn answer(visit: &mut Visit, of: Reply) {
    let _ = visit.reply(Ticket { visit: 0, of }, Duration::ZERO);
}

fn long() -> Vec<Question> {
    LONG.map(Question::Predefined).to_vec()
}

fn paint(visit: &Visit, tag: &str, size: (u16, u16)) -> (Buffer, Shown) {
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buf = Buffer::empty(area);
    let view = KioskView {
        screen: &visit.screen(),
        say: &Texts::new(tag, File::Kiosk),
        look: &look(),
        organisation: "Contoso",
        scroll: 0,
        beside: false,
        caps: false,
    };
    let shown = view.render(area, &mut buf);
    (buf, shown)
}

fn picture(visit: &Visit, tag: &str, size: (u16, u16)) -> String {
    let (buf, shown) = paint(visit, tag, size);
    samples::picture(&buf, shown.cursor)
}

#[test]
fn screens() {
    for (tag, size) in [
        ("en", (80, 24)),
        ("de", (80, 24)),
        ("ja", (80, 24)),
        ("de", (50, 24)),
        ("de", (40, 13)),
        ("ja", (40, 13)),
    ] {
        let mut visit = at(long());
        let mut pictures = vec![picture(&visit, tag, size)];
        // The first that is missing is pointed at; then the last, with what it is to be wrong.
        play(&mut visit, Input::Act(Action::Next));
        pictures.push(picture(&visit, tag, size));
        for field in 2..5 {
            play(&mut visit, Input::Fill(field, format!("answer {field}")));
        }
        play(&mut visit, Input::Act(Action::Next));
        let wrong = Answered::Wrong { left: 4 };
        answer(&mut visit, Reply::Answered(Step::Go((wrong, None))));
        for _ in 0..4 {
            play(&mut visit, Input::FocusNext);
        }
        pictures.push(picture(&visit, tag, size));
        let name = format!("questions_{tag}_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, pictures.join("\n\n"));
    }
}

/// Whichever field has the focus, it and the end of its question are in sight, in every language,
/// however long the question is.
#[test]
fn the_focused_field_is_in_sight_with_its_question() {
    let own = |at: usize| {
        let words = format!("{at} Welche {}", "Donaudampfschifffahrts ".repeat(20));
        Question::Own(words.chars().take(199).collect::<String>() + "?")
    };
    for questions in [long(), (0..5).map(own).collect()] {
        let ends: Vec<Msg> = questions.iter().map(Question::message).collect();
        for tag in ["en", "de", "ja"] {
            let texts = Texts::new(tag, File::Kiosk);
            for size in [(80, 24), (50, 24), (40, 13)] {
                let mut visit = at(questions.clone());
                for question in &ends {
                    let (buf, shown) = paint(&visit, tag, size);
                    let cursor = shown.cursor.unwrap();
                    let row = |y: u16| -> String {
                        (0..size.0)
                            .map(|x| buf.cell((x, y)).unwrap().symbol())
                            .collect()
                    };
                    assert!(row(cursor.y).trim_start().starts_with('['));
                    let bare = |text: &str| text.replace([' ', '↑', '↓'], "");
                    let above = bare(&(row(cursor.y - 2) + &row(cursor.y - 1)));
                    let words = bare(&texts.say(question));
                    let end: String = words.chars().skip(words.chars().count() - 4).collect();
                    assert!(
                        above.contains(&end),
                        "{end} in\n{}",
                        picture(&visit, tag, size)
                    );
                    play(&mut visit, Input::FocusNext);
                }
            }
        }
    }
}

#[test]
fn no_answer_is_drawn_unless_revealed() {
    let mut visit = at(long());
    let hidden = picture(&visit, "de", (80, 24));
    assert!(!hidden.contains("Knöterich") && !hidden.contains("自転車"));
    assert!(hidden.contains(&"•".repeat(21)));
    play(&mut visit, Input::Act(Action::Reveal));
    let shown = picture(&visit, "de", (80, 24));
    assert!(shown.contains("Knöterich") && shown.contains("自転車"));
    let (changed, _) = visit.tick(Duration::from_secs(5));
    assert!(changed);
    assert_eq!(picture(&visit, "de", (80, 24)), hidden);
}
