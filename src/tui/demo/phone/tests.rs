use proptest::prelude::*;

use super::*;
use crate::tui::samples::{self, DE, EN, JA, Sample};
use crate::tui::theme::{Contrast, GlyphSet};

fn mail(n: usize) -> PhoneMail {
    PhoneMail {
        from: "Contoso <keyhatch@contoso.example>".into(),
        subject: format!("Your Contoso verification code {n}"),
        text: format!(
            "Hello Mia,\n\nsomeone, we hope it was you, asked at front-desk (tty1) to reset your \
             password. Type this code there:\n\n48291{n}\n\nIt counts for 10 minutes. If it was not \
             you, do nothing and tell your help desk."
        ),
        unread: n > 1,
        asks: None,
    }
}

fn phone() -> Phone {
    let code = |name: &str, code: &str| AuthenticatorCode {
        name: name.into(),
        code: code.into(),
        seconds_left: 17,
    };
    let mut phone = Phone {
        number: "+1 425-555-0111".into(),
        codes: vec![
            code("Contoso", "123456"),
            code("Contoso: mias@contoso.example", "048213"),
        ],
        ..Phone::default()
    };
    (0..5).for_each(|n| phone.receive(mail(n)));
    phone
}

fn paint(phone: &mut Phone, say: &Sample, width: u16, height: u16) -> String {
    let look = Look::new(Contrast::Default, GlyphSet::Unicode);
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let cursor = PhoneView {
        phone,
        say,
        look: &look,
    }
    .render(area, &mut buf);
    assert!(cursor.is_none_or(|at| area.contains(at)));
    samples::picture(&buf, cursor)
}

#[test]
fn the_newest_message_and_its_code_are_in_sight() {
    for (tag, say) in [("en", EN), ("de", DE), ("ja", JA)] {
        let picture = paint(&mut phone(), &say, 30, 24);
        assert!(
            picture.contains("482914") && picture.contains("123 456"),
            "{picture}"
        );
        insta::assert_snapshot!(format!("phone_{tag}"), picture);
    }
    let mut phone = phone();
    phone.focused = true;
    phone.key(KeyCode::Down.into());
    insta::assert_snapshot!("phone_focused", paint(&mut phone, &EN, 30, 24));
    insta::assert_snapshot!("phone_empty", paint(&mut Phone::default(), &EN, 30, 6));
}

#[test]
fn keys_move_the_phone_only_while_it_has_them() {
    let mut phone = phone();
    assert!(!phone.key(KeyCode::Down.into()));
    assert!(phone.key(KeyCode::F(6).into()));
    for _ in 0..9 {
        assert!(phone.key(KeyCode::Down.into()));
    }
    assert_eq!(phone.selected, 4);
    phone.key(KeyCode::PageDown.into());
    assert!(phone.key(KeyCode::Char('5').into()));
    assert!(!phone.key(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::CONTROL)));
    paint(&mut phone, &EN, 30, 40);
    assert_eq!(phone.scroll, 0, "there is nothing to scroll to");
    assert!(phone.key(KeyCode::Esc.into()));
    assert!(!phone.focused);
}

/// A request that the phone was sent.
fn request() -> PhoneMail {
    PhoneMail {
        from: "Contoso".into(),
        subject: "Is it you at Lobby 1?".into(),
        text: "If so, type this number there: 012345".into(),
        unread: true,
        asks: Some(Asks {
            id: 7,
            keys: vec![('v', "Verify".into()), ('d', "Deny".into())],
            answered: None,
        }),
    }
}

#[test]
fn a_request_is_answered_once_by_its_keys() {
    let mut phone = phone();
    phone.receive(request());
    assert!(
        !phone.key(KeyCode::Char('v').into()),
        "the kiosk has the keys"
    );
    phone.key(KeyCode::F(6).into());
    assert!(phone.key(KeyCode::Char('x').into()));
    assert!(phone.answers.is_empty());
    insta::assert_snapshot!("phone_request", paint(&mut phone, &EN, 30, 24));
    phone.key(KeyCode::Char('V').into());
    phone.key(KeyCode::Char('d').into());
    assert_eq!(phone.answers, [(7, 'v')]);
    insta::assert_snapshot!("phone_request_answered", paint(&mut phone, &EN, 30, 24));
    phone.key(KeyCode::Down.into());
    phone.key(KeyCode::Char('d').into());
    assert_eq!(phone.answers, [(7, 'v')], "no request is open");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_size_breaks_it(width in 0u16..40, height in 0u16..30, scroll in 0u16..99, selected in 0usize..9) {
        let mut phone = phone();
        phone.scroll = scroll;
        phone.selected = selected;
        phone.focused = scroll.is_multiple_of(2);
        paint(&mut phone, &JA, width, height);
    }
}
