//! The human check and what follows the gates, drawn with the words people read.

use super::*;
use crate::domain::human::{Asked, Begun, CheckId, Drawing, Waiting, code};
use crate::domain::journey::{JourneyId, Refusal, Step};
use crate::domain::password::Rules;
use crate::domain::policy::PasswordPolicy;
use crate::domain::unlock::{Purpose, Unlocked, Unlocking};
use crate::i18n::{File, Texts};
use crate::journey::input::Edit;
use crate::journey::request::Ticket;
use crate::journey::{Limits, Reply, Visit};

fn visit(tag: &str, replies: Vec<Reply>) -> Visit {
    let mut visit = Visit::new(Limits {
        idle: Duration::from_secs(90),
        scale: 1.0,
        language: tag.into(),
        once: false,
        leave: true,
        drawn: true,
    });
    for of in replies {
        visit.reply(Ticket { visit: 0, of }, Duration::ZERO);
    }
    visit
}

fn asked() -> Asked {
    let drawing = Drawing::of(
        &code(&[0, 5, 14, 15, 33]),
        b"\x04\x0b\xff\x03\x11\xff\x06\x2c\xff\x01\x20\x09\x02\xff\x1e\xff",
    );
    Asked::Code(CheckId::new([1; 16]), drawing)
}

fn named(tag: &str) -> Visit {
    let mut visit = visit(tag, vec![Reply::Asked(Purpose::Reset, asked())]);
    let paste = Edit::Paste("mias@contoso.example".into());
    visit.input(Input::Edit(paste), Duration::ZERO);
    visit.input(Input::FocusNext, Duration::ZERO);
    visit
}

fn waiting(tag: &str) -> Visit {
    let id = CheckId::new([1; 16]);
    let started = Reply::Waiting(Waiting::Started(id, Duration::from_secs(20)));
    let mut visit = named(tag);
    visit.reply(
        Ticket {
            visit: 0,
            of: started,
        },
        Duration::ZERO,
    );
    visit
}

fn slow(tag: &str) -> Visit {
    let refusal = Refusal {
        reference: "ABCD-1234".into(),
        reason: None,
        helpdesk: vec!["+1 425 555 0100".into()],
        slow: Some(7),
    };
    let step = Begun::On(Step::Refused(refusal));
    visit(tag, vec![Reply::Begun(step)])
}

/// After both gates; where the lock comes in so.
fn gates_passed(tag: &str, unlocking: Unlocking, done: Option<Unlocked>) -> Visit {
    use crate::domain::journey::{Next, Offer, Overview, Proof};
    use crate::domain::method::Method;
    let overview = Overview {
        passed: 1,
        required: 2,
        offers: vec![Offer {
            method: Method::AppCode,
            masked: None,
        }],
    };
    let journey = JourneyId::new([1; 16]);
    let policy = PasswordPolicy {
        min_length: 12,
        max_length: 256,
        history: 5,
        classes: false,
    };
    let rules = Rules::new(policy, &["Mia Steele"], "Contoso");
    let begun = Reply::Begun(Begun::On(Step::Go((journey, overview))));
    let mut visit = visit(tag, vec![begun]);
    visit.input(Input::Choose(0), Duration::ZERO);
    let next = Next::Unlock(unlocking, rules);
    let passed = Reply::Proved(Step::Go((Proof::Passed, Some(next))));
    visit.reply(
        Ticket {
            visit: 0,
            of: passed,
        },
        Duration::ZERO,
    );
    if let Some(done) = done {
        let of = Reply::Unlocked(Step::Go(done));
        visit.reply(Ticket { visit: 0, of }, Duration::ZERO);
    }
    visit
}

fn all(tag: &str) -> Vec<Visit> {
    vec![
        visit(tag, Vec::new()),
        named(tag),
        waiting(tag),
        slow(tag),
        gates_passed(tag, Unlocking::Ask, None),
        gates_passed(tag, Unlocking::NotLocked, None),
        gates_passed(tag, Unlocking::ByReset, None),
        gates_passed(tag, Unlocking::Ask, Some(Unlocked::Done)),
    ]
}

fn pictures(tag: &str, look: &Look, size: (u16, u16)) -> String {
    let texts = Texts::new(tag, File::Kiosk);
    let picture = |visit: &Visit| {
        let area = Rect::new(0, 0, size.0, size.1);
        let mut buf = Buffer::empty(area);
        let view = KioskView {
            screen: &visit.screen(),
            say: &texts,
            look,
            organisation: "Contoso",
            scroll: 0,
            beside: false,
        };
        let shown = view.render(area, &mut buf);
        samples::picture(&buf, shown.cursor)
    };
    all(tag)
        .iter()
        .map(picture)
        .collect::<Vec<_>>()
        .join("\n\n")
}

#[test]
fn entrance_and_unlock() {
    for tag in ["en", "de", "ja"] {
        for (width, height) in [(80, 24), (40, 13)] {
            let name = format!("entrance_{tag}_{width}x{height}");
            insta::assert_snapshot!(name, pictures(tag, &look(), (width, height)));
        }
    }
    let stock = Look::new(Contrast::Mono, GlyphSet::Ascii);
    for (width, height) in [(80, 25), (40, 13)] {
        let name = format!("entrance_ascii_{width}x{height}");
        insta::assert_snapshot!(name, pictures("en", &stock, (width, height)));
    }
}
