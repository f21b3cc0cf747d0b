//! Who signs in: Mia's story from her temporary password to a sign-in with a code, the menu, and her
//! security info; on the full screen and in plain mode.

use crate::phone::code;
use crate::support::journey::{begin, pass_app, pass_mail, pass_phone};
use crate::support::kiosk::{DE, EN, JA, Kiosk, PlainKiosk, Words};
use crate::support::mailbox::{Mailbox, Spool};
use crate::support::plain::Plain;
use crate::support::postgres::Postgres;
use crate::support::program::{Home, OLD_PASSWORD};
use crate::support::pty::Pty;
use crate::support::wait_for;

const TEMPORARY: &str = "Temporary river 77";
const FIRST: &str = "a quiet fox in the garden";
const SECOND: &str = "nine purple elephants dancing";

/// What a signed-in person looks for on the screens, in one language.
pub struct Signed {
    pub words: &'static Words,
    pub sign_in: &'static str,
    pub asked: &'static str,
    must_change: &'static str,
    pub more: &'static str,
    pub phone: &'static str,
    pub number: &'static str,
    pub confirm: &'static str,
    pub enough: &'static str,
    pub on: &'static str,
    pub menu: &'static str,
    pub out: &'static str,
    pub prove: &'static str,
}

pub const ENGLISH: Signed = Signed {
    words: &EN,
    sign_in: "Change my password or security info",
    asked: "Enter your user ID and your password",
    must_change: "You must change your password",
    more: "More information required",
    phone: "My mobile phone",
    number: "Your mobile number",
    confirm: "Confirm your mobile number",
    enough: "You have set up enough",
    on: "Go on",
    menu: "Your account",
    out: "Sign out",
    prove: "Prove that it is you",
};

pub const GERMAN: Signed = Signed {
    words: &DE,
    sign_in: "Mein Kennwort oder meine Sicherheitsinfos ändern",
    asked: "Geben Sie Ihre Benutzer-ID und Ihr Kennwort ein",
    must_change: "Sie müssen Ihr Kennwort ändern",
    more: "Weitere Angaben erforderlich",
    phone: "Mein Mobiltelefon",
    number: "Ihre Mobilnummer",
    confirm: "Bestätigen Sie Ihre Mobilnummer",
    enough: "Sie haben genügend Methoden eingerichtet",
    on: "Weiter",
    menu: "Ihr Konto",
    out: "Abmelden",
    prove: "Bestätigen Sie Ihre Identität",
};

pub const JAPANESE: Signed = Signed {
    words: &JA,
    sign_in: "パスワードやセキュリティ情報を変更する",
    asked: "ユーザー ID とパスワードを入力してください",
    must_change: "パスワードの変更が必要です",
    more: "追加の情報が必要です",
    phone: "携帯電話",
    number: "携帯電話番号の設定",
    confirm: "携帯電話番号の確認",
    enough: "必要な方法が設定されました",
    on: "続ける",
    menu: "あなたのアカウント",
    out: "サインアウトする",
    prove: "ご本人であることの確認",
};

fn home() -> (Home, Spool) {
    furnished(Home::sqlite())
}

fn furnished(home: Home) -> (Home, Spool) {
    let often = "delivery.per_destination_per_day=100";
    home.run(&["policy", "set", "methods.required=1", often])
        .ok();
    let spool = home.text_into_spool();
    (home, spool)
}

fn add(home: &Home, upn: &str) {
    let words = ["user", "add", upn, "--email", upn, "--must-change"];
    let words = [&words[..], &["--password-stdin"]].concat();
    home.run_with(&words, TEMPORARY.as_bytes()).ok();
}

fn sign_in(kiosk: &mut dyn Kiosk, signed: &Signed, upn: &str, password: &str, next: &str) {
    kiosk.choose(signed.sign_in, signed.asked);
    kiosk.sign_in(upn, password, next);
}

fn story(kiosk: &mut dyn Kiosk, home: &Home, spool: &Spool, upn: &str, signed: &Signed) {
    let words = signed.words;
    add(home, upn);
    sign_in(kiosk, signed, upn, TEMPORARY, signed.must_change);
    kiosk.set_password(FIRST, signed.more);
    assert!(home.accepts(upn, FIRST) && !home.accepts(upn, TEMPORARY));
    kiosk.choose(signed.phone, signed.number);
    let earlier = spool.entries().len();
    kiosk.answer("+14255550111", signed.confirm);
    kiosk.answer(&code(spool, earlier), signed.enough);
    kiosk.choose(signed.on, signed.menu);
    kiosk.choose(signed.out, words.welcome);
    // Forgotten: the phone that was just registered resets it.
    begin(kiosk, words, upn, words.step_1);
    pass_phone(kiosk, words, "+14255550111", words.new_password, || {
        code(spool, earlier + 1)
    });
    kiosk.set_password(SECOND, words.done);
    kiosk.cancel(words.welcome);
    // And it is the second factor of the next sign-in.
    sign_in(kiosk, signed, upn, SECOND, signed.prove);
    pass_phone(kiosk, words, "+14255550111", signed.menu, || {
        code(spool, earlier + 2)
    });
    kiosk.choose(signed.out, words.welcome);
    assert!(home.accepts(upn, SECOND) && !home.accepts(upn, FIRST));
    assert_eq!(home.json(&["user", "show", upn])["must_change"], false);
}

#[test]
fn mias_story_on_the_full_screen_and_in_plain_mode() {
    let (home, spool) = home();
    for (at, signed) in [&ENGLISH, &GERMAN, &JAPANESE].into_iter().enumerate() {
        let upn = format!("full{at}@contoso.example");
        let mut pty = Pty::start(&home, &["kiosk", "--lang", signed.words.tag]);
        story(&mut pty, &home, &spool, &upn, signed);
        let upn = format!("plain{at}@contoso.example");
        let plain = Plain::start(&home, &["--lang", signed.words.tag]);
        story(&mut PlainKiosk::new(plain), &home, &spool, &upn, signed);
        let written = String::from_utf8_lossy(&pty.bytes()).into_owned();
        for secret in [TEMPORARY, FIRST, SECOND] {
            assert!(!written.contains(secret), "{secret} was written");
        }
    }
    home.verify();
}

#[test]
fn mias_story_on_postgresql() {
    let Some(server) = Postgres::start() else {
        return;
    };
    let (home, spool) = furnished(Home::postgres(server.database("keyhatch")));
    let mut pty = Pty::start(&home, &["kiosk"]);
    let upn = "full@contoso.example";
    story(&mut pty, &home, &spool, upn, &ENGLISH);
    let plain = Plain::start(&home, &["--lang", "de"]);
    let upn = "plain@contoso.example";
    story(&mut PlainKiosk::new(plain), &home, &spool, upn, &GERMAN);
    home.verify();
}

#[test]
fn unknown_wrong_and_locked_are_told_and_let_nobody_in() {
    let (home, _spool) = home();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    let wrong = "The user ID or the password is not right.";
    sign_in(&mut pty, &ENGLISH, &person.upn, "not this one", wrong);
    let known = pty.screen();
    pty.cancel(EN.welcome);
    sign_in(
        &mut pty,
        &ENGLISH,
        "nobody@contoso.example",
        "not this one",
        wrong,
    );
    let blank = |screen: &str, user: &str| screen.replace(user, &" ".repeat(user.len()));
    assert_eq!(
        blank(&known, &person.upn)
            .split_whitespace()
            .collect::<Vec<_>>(),
        blank(&pty.screen(), "nobody@contoso.example")
            .split_whitespace()
            .collect::<Vec<_>>(),
    );
    pty.cancel(EN.welcome);
    for number in 0..9 {
        assert!(!home.accepts(&person.upn, &format!("wrong password {number}")));
    }
    let locked = "Too many wrong passwords.";
    sign_in(&mut pty, &ENGLISH, &person.upn, OLD_PASSWORD, locked);
}

#[test]
fn security_info_is_changed_after_a_fresh_proof_alone() {
    let (home, spool) = home();
    let person = home.add_person("mias");
    let plain = Plain::start(&home, &[]);
    let mut kiosk = PlainKiosk::new(plain);
    sign_in(
        &mut kiosk,
        &ENGLISH,
        &person.upn,
        OLD_PASSWORD,
        ENGLISH.prove,
    );
    pass_app(&mut kiosk, &EN, &person, ENGLISH.menu);
    kiosk.choose("My security info", "These are the ways");
    kiosk.see("Provided by your organisation");
    // The second factor was proof enough for one change.
    kiosk.choose("Add a method", "Which method do you want to set up?");
    kiosk.choose("My mobile phone", ENGLISH.number);
    let earlier = spool.entries().len();
    kiosk.answer("+14255550111", ENGLISH.confirm);
    kiosk.answer("000000", "That is not the right code.");
    kiosk.answer(&code(&spool, earlier), "It is set up.");
    kiosk.see("Mobile phone: *****11");
    // The next one asks again.
    let fresh = "Prove once more that it is you";
    kiosk.choose("Mobile phone", "Delete it");
    kiosk.choose("Delete it", "Delete this method?");
    kiosk.choose("Yes, delete it", fresh);
    let mail = home.spool();
    pass_mail(&mut kiosk, &EN, &person, &mail, "It was deleted.");
    assert!(!kiosk.shown().contains("Mobile phone"));
    let added = home.records("method_added");
    let own: Vec<_> = added.iter().filter(|one| one["actor"] == "self").collect();
    let outcomes: Vec<_> = own.iter().map(|one| &one["outcome"]).collect();
    assert_eq!(outcomes, ["failure", "success"], "{added:?}");
    assert!(own.iter().all(|one| one["method"] == "mobile_phone"));
    let deleted = home.records("method_deleted");
    assert_eq!(deleted[0]["actor"], "self", "{deleted:?}");
    // The number that is gone was told.
    let entries = spool.entries();
    assert_eq!(entries.last().unwrap()["to"], "+14255550111");
    assert!(mail.codes(&person.address).len() == 1);
    home.verify();
}

#[test]
fn a_password_is_changed_and_told() {
    let (home, _spool) = home();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    sign_in(&mut pty, &ENGLISH, &person.upn, OLD_PASSWORD, ENGLISH.prove);
    // A mail address is no second factor.
    assert!(!pty.words().contains(EN.mail), "{}", pty.screen());
    pass_app(&mut pty, &EN, &person, ENGLISH.menu);
    pty.choose("Change my password", "Change your password");
    pty.set_password(OLD_PASSWORD, "breaks a rule");
    pty.set_password(FIRST, "Your password has been changed");
    pty.see("The first screen returns in");
    assert!(home.accepts(&person.upn, FIRST));
    let told = home.spool();
    let told = wait_for("the notices", || {
        let letters = told.entries();
        let to = |address: &str| letters.iter().any(|letter| letter["to"] == address);
        (to(&person.upn) && to(&person.address)).then_some(letters.len())
    });
    assert_eq!(told.unwrap(), 2);
    assert_eq!(home.records("password_changed").len(), 1);
}
