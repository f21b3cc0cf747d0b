//! Somebody has lost the phone with their authenticator: the help desk verifies the caller and gives
//! a temporary access pass, by which they sign in, register another phone, and reset with it.

use crate::phone::code;
use crate::support::journey::{begin, pass_phone};
use crate::support::kiosk::{DE, EN, JA, Kiosk, PlainKiosk, Words};
use crate::support::mailbox::{Mailbox, Spool};
use crate::support::plain::Plain;
use crate::support::program::{Home, OLD_PASSWORD, Person};
use crate::support::pty::Pty;

const NUMBER: &str = "+14255550111";
const NEW: &str = "nine purple elephants dancing";

/// What is looked for on the screens, in one language.
struct Desk {
    words: &'static Words,
    sign_in: &'static str,
    asked: &'static str,
    prove: &'static str,
    pass: &'static str,
    typed: &'static str,
    wrong: &'static str,
    used: &'static str,
    /// With its number: the note above names it, too.
    info: &'static str,
    ways: &'static str,
    add: &'static str,
    which: &'static str,
    phone: &'static str,
    number: &'static str,
    confirm: &'static str,
    registered: &'static str,
    /// What the letter about the pass says.
    told: &'static str,
}

const ENGLISH: Desk = Desk {
    words: &EN,
    sign_in: "Change my password or security info",
    asked: "Enter your user ID and your password",
    prove: "Prove that it is you",
    pass: "Use a temporary access pass",
    typed: "Type the temporary access pass",
    wrong: "That is not the right pass. You have 9 tries left.",
    used: "Your temporary access pass is used up.",
    info: "2. My security info",
    ways: "These are the ways",
    add: "Add a method",
    which: "Which method do you want to set up?",
    phone: "My mobile phone",
    number: "Your mobile number",
    confirm: "Confirm your mobile number",
    registered: "It is set up.",
    told: "you were given a temporary access pass",
};

const GERMAN: Desk = Desk {
    words: &DE,
    sign_in: "Mein Kennwort oder meine Sicherheitsinfos ändern",
    asked: "Geben Sie Ihre Benutzer-ID und Ihr Kennwort ein",
    prove: "Bestätigen Sie Ihre Identität",
    pass: "Einen befristeten Zugriffspass verwenden",
    typed: "Geben Sie den befristeten Zugriffspass ein",
    wrong: "Das ist nicht der richtige Zugriffspass. Sie haben noch 9 Versuche.",
    used: "Ihr befristeter Zugriffspass ist nun verbraucht.",
    info: "2. Meine Sicherheitsinfos",
    ways: "Damit können Sie Ihre Identität bestätigen.",
    add: "Eine Methode hinzufügen",
    which: "Welche Methode möchten Sie einrichten?",
    phone: "Mein Mobiltelefon",
    number: "Ihre Mobilnummer",
    confirm: "Bestätigen Sie Ihre Mobilnummer",
    registered: "Die Methode ist eingerichtet.",
    told: "Zugriffspass ausgestellt",
};

const JAPANESE: Desk = Desk {
    words: &JA,
    sign_in: "パスワードやセキュリティ情報を変更する",
    asked: "ユーザー ID とパスワードを入力してください",
    prove: "ご本人であることの確認",
    pass: "一時アクセス パスを使う",
    typed: "一時アクセス パスを入力してください",
    wrong: "入力できるのはあと 9 回です。",
    used: "一時アクセス パスは使用済みになりました。",
    info: "2. セキュリティ情報",
    ways: "本人確認に使える方法の一覧です。",
    add: "方法を追加する",
    which: "どの方法を設定しますか？",
    phone: "携帯電話",
    number: "携帯電話番号の設定",
    confirm: "携帯電話番号の確認",
    registered: "設定しました。",
    told: "一時アクセス パスが発行されました",
};

/// The help desk verifies who is calling by a code to their mail, and gives a pass.
fn helped(home: &Home, person: &Person, desk: &Desk) -> String {
    let upn = person.upn.as_str();
    let mail = home.spool();
    let unverified = home.run(&["user", "access-pass", upn]).failed(1);
    assert!(unverified.contains("helpdesk verify"), "{unverified}");
    let ways = home.json(&["helpdesk", "verify", upn]);
    assert_eq!(ways[1]["method"], "email", "{ways}");
    let masked = ways[1]["destination"].as_str().unwrap();
    assert!(masked.contains("*****@home.example"), "{masked}");
    let earlier = mail.codes(&person.address).len();
    let asked = home.json(&["helpdesk", "verify", upn, "--by", "email"]);
    assert_eq!(asked["destination"], masked);
    // The kiosk that runs delivers it.
    let told = mail.code_after(&person.address, earlier);
    let answer = ["helpdesk", "verify", upn, "--code-stdin"];
    let wrong = if told == "000000" { "000001" } else { "000000" };
    let refused = home.run_with(&answer, wrong.as_bytes()).failed(1);
    assert!(refused.contains("4 more"), "{refused}");
    let said = format!("{} {}\n", &told[..3], &told[3..]);
    assert!(
        home.run_with(&answer, said.as_bytes())
            .ok()
            .starts_with("verified until ")
    );
    let notices = mail.letters(&person.address).len();
    let pass = home
        .run(&["user", "access-pass", upn, "--minutes", "10"])
        .ok();
    let letters = mail.notices(&person.address, notices + 1 - (earlier + 1));
    let entries = mail.entries();
    let subject = |entry: &serde_json::Value| {
        entry["to"] == person.address.as_str()
            && entry["subject"].as_str().unwrap().contains(desk.told)
    };
    assert!(entries.iter().any(subject), "{letters:?}");
    let pass = pass.trim().to_owned();
    assert!(letters.iter().all(|letter| !letter.contains(&pass)));
    pass
}

fn story(kiosk: &mut dyn Kiosk, home: &Home, texts: &Spool, name: &str, desk: &Desk) -> String {
    let (words, person) = (desk.words, home.add_person(name));
    home.run(&["user", "edit", &person.upn, "--language", words.tag])
        .ok();
    let pass = helped(home, &person, desk);
    kiosk.choose(desk.sign_in, desk.asked);
    kiosk.sign_in(&person.upn, OLD_PASSWORD, desk.prove);
    kiosk.choose(desk.pass, desk.typed);
    kiosk.answer("0000-0000-0000", desk.wrong);
    // As somebody types it who has it on a slip of paper.
    let typed = pass.to_lowercase().replace('-', "");
    kiosk.answer(&typed, desk.used);
    kiosk.choose(desk.info, desk.ways);
    kiosk.choose(desk.add, desk.which);
    kiosk.choose(desk.phone, desk.number);
    let earlier = texts.entries().len();
    kiosk.answer(NUMBER, desk.confirm);
    kiosk.answer(&code(texts, earlier), desk.registered);
    kiosk.cancel(words.welcome);
    // The pass is used up: nothing offers it any more.
    kiosk.choose(desk.sign_in, desk.asked);
    kiosk.sign_in(&person.upn, OLD_PASSWORD, desk.prove);
    assert!(!kiosk.shown().contains(desk.pass), "{}", kiosk.shown());
    kiosk.cancel(words.welcome);
    begin(kiosk, words, &person.upn, words.step_1);
    assert!(!kiosk.shown().contains(desk.pass), "{}", kiosk.shown());
    pass_phone(kiosk, words, NUMBER, words.new_password, || {
        code(texts, earlier + 1)
    });
    kiosk.set_password(NEW, words.done);
    kiosk.cancel(words.welcome);
    assert!(home.accepts(&person.upn, NEW));
    pass
}

#[test]
fn who_lost_the_phone_gets_in_and_registers_another() {
    let home = Home::sqlite();
    let often = "delivery.per_destination_per_day=100";
    home.run(&["policy", "set", "methods.required=1", often])
        .ok();
    let texts = home.text_into_spool();
    for (at, desk) in [&ENGLISH, &GERMAN, &JAPANESE].into_iter().enumerate() {
        let mut pty = Pty::start(&home, &["kiosk", "--lang", desk.words.tag]);
        story(&mut pty, &home, &texts, &format!("full{at}"), desk);
        let plain = Plain::start(&home, &["--lang", desk.words.tag]);
        let mut plain = PlainKiosk::new(plain);
        story(&mut plain, &home, &texts, &format!("plain{at}"), desk);
    }
    // What was given, and by whom it was verified, is on record; the passes are nowhere.
    let given = home.records("access_pass_given");
    assert_eq!(given.len(), 6);
    assert!(given.iter().all(|one| {
        let detail = one["detail"].as_str().unwrap();
        detail.ends_with("the caller was verified")
    }));
    let proved = home.records("identity_proved");
    let passed = proved.iter().filter(|one| one["method"] == "access_pass");
    let outcomes: Vec<_> = passed.map(|one| one["outcome"].clone()).collect();
    assert_eq!(outcomes, ["failure", "success"].repeat(6));
    home.verify();
}
