//! Wrong codes, and refusals that give nothing away.

use crate::support::journey::{begin, pass_app};
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::mailbox::Mailbox;
use crate::support::plain::Plain;
use crate::support::program::Home;
use crate::support::pty::Pty;

/// A text with the reference on it masked; the reference.
fn masked(text: &str) -> (String, String) {
    let bytes = text.as_bytes();
    let part = |from: usize| {
        bytes[from..].len() >= 4 && bytes[from..from + 4].iter().all(u8::is_ascii_alphanumeric)
    };
    let at = (0..bytes.len().saturating_sub(8)).find(|at| {
        let before = *at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        before && part(*at) && bytes[at + 4] == b'-' && part(at + 5)
    });
    let at = at.unwrap_or_else(|| panic!("no reference: {text}"));
    let reference = text[at..at + 9].to_owned();
    (text.replace(&reference, "XXXX-XXXX"), reference)
}

/// A store with accounts that are all refused, each for its own reason, by the code in audit. The
/// names have one length, so that nothing but the answer can differ.
fn refused_accounts(home: &Home) -> Vec<(String, &'static str)> {
    let upn = |name: &str| format!("{name}@contoso.example");
    for name in [
        "disabled", "blocked1", "unlicens", "excluded", "unlisted", "switched",
    ] {
        home.add_person(name);
    }
    home.run_with(&["user", "add", &upn("nomethod")], b"").ok();
    let fields = ["--alternate-email", "only@home.example"];
    let words = ["user", "add", &upn("toofew22")];
    home.run(&[&words[..], &fields].concat()).ok();
    home.run(&["user", "disable", &upn("disabled")]).ok();
    home.run(&["user", "licence", &upn("unlicens"), "free"])
        .ok();
    home.run(&["group", "add", "Guests"]).ok();
    home.run(&["group", "add-member", "Guests", &upn("excluded")])
        .ok();
    home.run(&["group", "add", "Everybody"]).ok();
    for name in [
        "disabled", "blocked1", "unlicens", "excluded", "nomethod", "toofew22",
    ] {
        home.run(&["group", "add-member", "Everybody", &upn(name)])
            .ok();
    }
    let policy = ["sspr.enabled=selected", "sspr.groups=Everybody"];
    home.run(&[
        "policy",
        "set",
        policy[0],
        policy[1],
        "sspr.excluded_groups=Guests",
    ])
    .ok();
    let mut kiosk = PlainKiosk::new(Plain::start(home, &["--once"]));
    begin(&mut kiosk, &EN, &upn("blocked1"), EN.step_1);
    kiosk.choose(EN.app, EN.open_app);
    let app = crate::support::totp::Authenticator::of("blocked1");
    for left in (1..5).rev() {
        kiosk.answer(&app.wrong_code(left), &format!("You have {left} "));
    }
    kiosk.answer(&app.wrong_code(0), EN.refused);
    vec![
        (upn("unknown1"), "SSPR_0040"),
        (upn("disabled"), "SSPR_0041"),
        (upn("blocked1"), "SSPR_0042"),
        (upn("unlicens"), "SSPR_0012"),
        (upn("excluded"), "SSPR_0013"),
        (upn("unlisted"), "SSPR_0013"),
        (upn("nomethod"), "SSPR_0011"),
        (upn("toofew22"), "SSPR_0014"),
    ]
}

#[test]
fn every_refusal_writes_the_same_bytes_but_for_the_reference() {
    let home = Home::sqlite();
    let accounts = refused_accounts(&home);
    let selected = refused_alike(&home, &accounts);
    // Where nobody may reset, who could have looks no different either.
    home.run(&["policy", "set", "sspr.enabled=none"]).ok();
    let unknown = accounts[0].clone();
    let switched = ("switched@contoso.example".to_owned(), "SSPR_0009");
    let off = refused_alike(&home, &[unknown, switched]);
    assert_eq!(off, selected);
    assert!(
        home.spool().entries().is_empty(),
        "a refused account was written to"
    );
    home.verify();
}

/// All of them are refused on the full screen and in plain mode, alike but for the reference, which
/// leads to the reason; the screen.
fn refused_alike(home: &Home, accounts: &[(String, &'static str)]) -> String {
    let started = home.records("reset_started").len();
    let (mut full, mut plain, mut screens) = (Vec::new(), Vec::new(), Vec::new());
    let mut references = Vec::new();
    for (upn, _) in accounts {
        let mut pty = Pty::start(home, &["kiosk"]);
        pty.choose(EN.forgot, EN.who);
        pty.fill(upn, &format!("[{upn} "));
        let before = pty.raw().len();
        pty.press("\r", EN.refused, |pty| {
            pty.words().contains(EN.refused) && pty.words().contains("reference:")
        });
        let (screen, reference) = masked(&pty.screen());
        // All of the frame is there when its last row is.
        let raw = String::from_utf8(pty.raw()[before..].to_vec()).unwrap();
        // The new screen is a whole one. On a busy machine "please wait" is in sight before it.
        let (_, frame) = raw.rsplit_once("\x1b[2J").unwrap();
        full.push(frame.replace(&reference, "XXXX-XXXX"));
        screens.push(screen);
        references.push(reference);
        let mut kiosk = PlainKiosk::new(Plain::start(home, &[]));
        kiosk.choose(EN.forgot, EN.who);
        kiosk.answer(upn, EN.refused);
        let (text, reference) = masked(&kiosk.shown);
        plain.push(text);
        references.push(reference);
    }
    for (name, answers) in [("screens", &screens), ("plain", &plain), ("bytes", &full)] {
        for ((upn, _), answer) in accounts.iter().zip(answers) {
            assert_eq!(answer, &answers[0], "{name} of {upn}");
        }
    }
    assert!(!screens[0].contains("SSPR_"), "{}", screens[0]);
    // The reference leads to the reason, and to nothing else.
    let all = home.records("reset_started");
    assert_eq!(all.len() - started, references.len());
    for (at, reference) in references.iter().enumerate() {
        let list = home.json(&["audit", "list", "--reference", reference]);
        assert_eq!(list.as_array().unwrap().len(), 1, "{list}");
        assert_eq!(list[0]["account"], accounts[at / 2].0.as_str());
        assert_eq!(list[0]["reason"], accounts[at / 2].1);
        assert_eq!(list[0]["outcome"], "failure");
    }
    screens.remove(0)
}

#[test]
fn who_is_blocked_stays_so_until_an_administrator_releases() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let other = home.add_person("adele");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.app, EN.open_app);
    for malformed in ["12345", "abcdef", "1234567"] {
        pty.answer(malformed, "This was not counted as a try.");
        pty.press("\x15 ", "the notice gone", |pty| {
            !pty.words().contains("counted")
        });
    }
    for left in [4, 3] {
        pty.answer(
            &person.app.wrong_code(left),
            &format!("You have {left} tries left."),
        );
    }
    // Another method shares the count.
    pty.press("\x1b", EN.mail, |pty| pty.words().contains(EN.mail));
    pty.choose(EN.mail, EN.on_its_way);
    let code = home.spool().code_after(&person.address, 0);
    let wrong = |nth: u32| format!("{:06}", (code.parse::<u32>().unwrap() + nth) % 1_000_000);
    for left in [2, 1] {
        let said = if left == 1 {
            "You have 1 try left."
        } else {
            "You have 2 tries left."
        };
        pty.answer(&wrong(left), said);
    }
    pty.answer(&wrong(9), EN.refused);
    let tried = home.records("gate_tried");
    assert_eq!(tried.len(), 5, "{tried:?}");
    assert!(tried.iter().all(|record| record["reason"] == "wrong_code"));
    let shown = home.json(&["user", "show", &person.upn]);
    assert!(shown["blocked_until"].is_string(), "{shown}");
    pty.press("\r", EN.welcome, |pty| pty.words().contains(EN.welcome));
    begin(&mut pty, &EN, &person.upn.to_uppercase(), EN.refused);
    pty.press("\r", EN.welcome, |pty| pty.words().contains(EN.welcome));
    begin(&mut pty, &EN, &other.upn, EN.step_1);
    pty.press("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
    home.run(&["user", "release", &person.upn]).ok();
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pass_app(&mut pty, &EN, &person, EN.step_2);
    assert_eq!(home.records("block_released").len(), 1);
    home.verify();
}

#[test]
fn a_used_code_a_replaced_code_and_a_foreign_code_are_wrong() {
    let home = Home::sqlite();
    let (mia, adele) = (home.add_person("mias"), home.add_person("adele"));
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut kiosk, &EN, &mia.upn, EN.step_1);
    kiosk.choose(EN.app, EN.open_app);
    let code = mia.app.code();
    kiosk.answer(&code, EN.step_2);
    kiosk.plain.ask("x");
    kiosk.shown = kiosk.plain.ask("b");
    begin(&mut kiosk, &EN, &mia.upn, EN.step_1);
    kiosk.choose(EN.app, EN.open_app);
    kiosk.answer(&code, EN.wrong);
    kiosk.answer(&adele.app.code(), EN.wrong);
    kiosk.shown = kiosk.plain.ask("b");
    kiosk.choose(EN.mail, EN.on_its_way);
    let first = home.spool().code_after(&mia.address, 0);
    kiosk.shown = kiosk.plain.ask("b");
    kiosk.choose(EN.mail, EN.on_its_way);
    let second = home.spool().code_after(&mia.address, 1);
    if first != second {
        kiosk.answer(&first, EN.wrong);
    }
    kiosk.answer(&second, EN.step_2);
    assert_eq!(
        home.json(&["user", "show", &mia.upn])["blocked_until"],
        serde_json::Value::Null
    );
}
