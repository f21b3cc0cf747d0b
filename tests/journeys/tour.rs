//! The guided tour of the demo, with keys alone: what is done is ticked, and what is only looked at is
//! not.

use std::path::Path;

use crate::NEW_PASSWORD;
use crate::demo::{F6, Gate, MIA, mail_code, pass, phone, settled, text_code};
use crate::signed_in::{ENGLISH, GERMAN, JAPANESE, Signed};
use crate::support::kiosk::Kiosk;
use crate::support::program::{Home, PROGRAM};
use crate::support::pty::Pty;

const F7: &str = "\x1b[18~";
/// Mia's number, as her phone shows it.
const NUMBER: &str = "+1 425-555-0111";

/// What the tour says in one language.
struct Guided {
    signed: &'static Signed,
    /// The first step, and where the present one stands in the others.
    first: &'static str,
    step: fn(usize) -> String,
    half: &'static str,
    list: &'static str,
    still_right: &'static str,
    right: &'static str,
    info: &'static str,
    /// The screens of *My security info* and of adding a method.
    infos: &'static str,
    add: &'static str,
    set_up: &'static str,
    over: &'static str,
}

const EN: Guided = Guided {
    signed: &ENGLISH,
    first: "Forget the password",
    step: |at| format!("Tour, step {at} of 7:"),
    half: "(1 of 2)",
    list: "Guided tour (F7)",
    still_right: "Is this still right?",
    right: "Everything is right",
    info: "My security info",
    infos: "These are the ways in which you can prove who you are.",
    add: "Which method do you want to set up?",
    set_up: "It is set up.",
    over: "The tour is complete.",
};

const DE: Guided = Guided {
    signed: &GERMAN,
    first: "Das Kennwort vergessen",
    step: |at| format!("Tour, Schritt {at}/7:"),
    half: "(1 von 2)",
    list: "Geführte Tour (F7)",
    still_right: "Stimmt das noch?",
    right: "Es stimmt alles",
    info: "Meine Sicherheitsinfos",
    infos: "Damit können Sie Ihre Identität bestätigen.",
    add: "Welche Methode möchten Sie einrichten?",
    set_up: "Die Methode ist eingerichtet.",
    over: "Die Tour ist vollständig.",
};

const JA: Guided = Guided {
    signed: &JAPANESE,
    first: "パスワードを忘れる",
    step: |at| format!("ツアー {at}/7:"),
    half: "(2 つのうち 1 つ完了)",
    list: "ガイド ツアー (F7)",
    still_right: "この内容に変わりはありませんか？",
    right: "すべて正しい",
    info: "セキュリティ情報",
    infos: "本人確認に使える方法の一覧です。",
    add: "どの方法を設定しますか？",
    set_up: "設定しました。",
    over: "ツアーはすべて完了しました。",
};

fn start(home: &Home, guided: &Guided, size: (u16, u16)) -> Pty {
    let tag = guided.signed.words.tag;
    let words = ["demo", "--tour", "kiosk", "--lang", tag];
    let mut pty = Pty::start_by(home, Path::new(PROGRAM), &words, size);
    pty.until(MIA, |pty| pty.screen().contains(MIA));
    pty
}

/// All the steps beside the kiosk, and whether one is ticked.
fn ticked(pty: &Pty, step: &str) -> bool {
    phone(pty)
        .iter()
        .any(|row| row.starts_with("[x] ") && row.contains(step))
}

/// Mia goes through all of it.
fn tour(guided: &Guided, size: (u16, u16)) {
    let home = Home::empty();
    let (signed, words) = (guided.signed, guided.signed.words);
    let mut pty = start(&home, guided, size);
    let step = |at| (guided.step)(at);
    // Reading, looking around and going back tick nothing.
    pty.see(&step(1));
    let list = |pty: &Pty| phone(pty).iter().any(|row| row == guided.list);
    pty.press(F7, guided.list, list);
    pty.send("\x1b[B\x1b[6~ \r");
    assert!(!ticked(&pty, ""), "{}", pty.screen());
    pty.press("\x1b", "the phone", |pty| !list(pty));
    pty.choose(words.forgot, words.who);
    pty.cancel(words.welcome);
    pty.see(&step(1));

    pty.choose(words.forgot, words.who);
    pty.answer(MIA, words.step_1);
    pty.see(&step(2));
    pass(&mut pty, words, Gate::App, words.step_2);
    pty.see(guided.half);
    pty.press(F7, guided.list, list);
    pty.until("a tick", |pty| ticked(pty, guided.first));
    pty.press(F7, "the phone", |pty| !list(pty));
    pty.choose(words.mail, words.on_its_way);
    pty.until("a mail", |pty| mail_code(pty).is_some());
    let code = settled(&mut pty, mail_code);
    pty.answer(&code, words.new_password);
    pty.see(&step(3));
    pty.set_password(NEW_PASSWORD, words.done);
    // The notice comes by itself.
    pty.see(&step(5));
    pty.press("\r", words.welcome, |pty| {
        pty.words().contains(words.forgot)
    });
    pty.choose(signed.sign_in, signed.asked);
    pty.sign_in(MIA, NEW_PASSWORD, signed.prove);
    pass(&mut pty, words, Gate::Request, guided.still_right);
    pty.see(&step(6));
    pty.choose(guided.right, signed.menu);
    pty.choose(guided.info, guided.infos);
    // The last of the list, which may be further down.
    pty.press("6", guided.add, |pty| pty.words().contains(guided.add));
    pty.choose(signed.phone, signed.number);
    let before = text_code(&pty);
    pty.answer(NUMBER, signed.confirm);
    // In a wide window the list says it, too: then the frame is whole.
    let least = if size.0 >= 130 { 2 } else { 1 };
    let new = |pty: &Pty| {
        let told = |code: &String| phone(pty).join(" ").matches(code.as_str()).count() >= least;
        text_code(pty).is_some_and(|code| before.as_ref() != Some(&code) && told(&code))
    };
    pty.until("a text message", new);
    let code = settled(&mut pty, text_code);
    pty.answer(&code, guided.set_up);
    pty.see(guided.over);
    // What administrators see of it: the reference that the notice to Mia has, too.
    pty.press(F7, guided.list, list);
    pty.until("a tick", |pty| ticked(pty, guided.first));
    let is_reference = |word: &str| word.len() == 9 && word.as_bytes()[4] == b'-';
    pty.until("the reference", |pty| {
        let said = phone(pty).join(" ");
        let mut words = said.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        words.any(is_reference)
    });
    pty.press(F6, "the phone", |pty| !list(pty));
    pty.cancel(words.welcome);
    pty.insist("\x18", "the end", |pty| {
        String::from_utf8_lossy(&pty.raw()).contains("\x1b[?1049l")
    });
    pty.ends_restored(0);
}

#[test]
fn the_tour_of_the_kiosk_in_english() {
    tour(&EN, (80, 24));
}

#[test]
fn the_tour_of_the_kiosk_in_german() {
    tour(&DE, (100, 30));
}

#[test]
fn the_tour_of_the_kiosk_in_japanese() {
    tour(&JA, (130, 40));
}

/// Where there is no room beside the kiosk, F7 shows the steps instead of it.
#[test]
fn a_narrow_window_shows_the_tour_in_its_place() {
    let home = Home::empty();
    let mut pty = start(&home, &EN, (60, 20));
    pty.see(&(EN.step)(1));
    let words = EN.signed.words;
    pty.see(words.welcome);
    pty.press(F7, EN.list, |pty| pty.screen().contains(EN.list));
    assert!(!pty.words().contains(words.welcome), "{}", pty.screen());
    // The keys are the list's: the kiosk behind it goes nowhere.
    pty.send("1");
    pty.press("\x1b", words.welcome, |pty| {
        pty.words().contains(words.welcome)
    });
    pty.insist("\x18", "the end", |pty| {
        String::from_utf8_lossy(&pty.raw()).contains("\x1b[?1049l")
    });
    pty.ends_restored(0);
}
