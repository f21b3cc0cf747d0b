//! Words for everything the log can hold; the tabs played with keys are among the console's tests.

use crossterm::event::KeyCode;

use super::*;
use crate::domain::audit::{Activity, Outcome};
use crate::domain::language::LANGUAGES;
use crate::domain::secret::SecretText;
use crate::service::accounts::FirstPassword;
use crate::service::form::Form;
use crate::service::setup::Organisation;
use crate::service::sign_in::Whose;
use crate::service::{Actor, Service};
use crate::tui::Say as _;
use crate::tui::admin::drive::{self, ctrl, key, typed};
use crate::tui::admin::{Console, Desk, Words};
use crate::tui::events::Event;
use crate::tui::theme::{Contrast, GlyphSet, Look};

#[test]
fn every_activity_outcome_and_field_has_words_in_every_language() {
    for tag in LANGUAGES {
        let words = Words::new(tag);
        let kinds = Activity::ALL.map(|activity| ("activity", activity.key()));
        let outcomes = Outcome::ALL.map(|outcome| ("outcome", outcome.key()));
        let fields = FIELDS.map(|field| ("audit", field));
        for (kind, word) in kinds.into_iter().chain(outcomes).chain(fields) {
            let id = format!("{kind}-{}", word.replace('_', "-"));
            assert_ne!(words.say(&Msg::new(id.clone())), id, "{tag}");
        }
    }
}

#[test]
fn what_is_not_known_stands_as_it_is_written() {
    let words = Words::new("de");
    let said = |kind, word| named(kind, word, |msg| words.say(msg));
    assert_eq!(said("activity", "sign_in"), "Anmeldung");
    assert_eq!(said("activity", "time_travelled"), "time_travelled");
    assert_eq!(said("outcome", "perhaps"), "perhaps");
}

#[test]
fn fields_can_not_steer_the_terminal() {
    let mut fields = [const { None }; 10];
    fields[3] = Some("mia\u{1b}[2J\u{202e}s".to_owned());
    let record = Record {
        seq: 1,
        time: Timestamp::from_seconds(0),
        fields,
        hash: Vec::new(),
    };
    assert_eq!(field(&record, "account"), "mia[2Js");
    assert_eq!(field(&record, "detail"), "");
    assert_eq!(moment(record.time), "1970-01-01 00:00:00");
}

fn now() -> Timestamp {
    Timestamp::from_seconds(1_777_777_777)
}

/// A store with an organisation, a person, and something that went wrong.
async fn furnished() -> Service {
    let (service, operator) = (Service::in_memory(), operator());
    let organisation = Organisation {
        name: "Contoso".to_owned(),
        domains: String::new(),
        admin: "admin@contoso.example".to_owned(),
        form: Form::default(),
        password: SecretText::copied("first light on the hill"),
        authenticator: None,
    };
    let done = service.initialise(&operator, organisation, now());
    done.await.unwrap();
    let (mia, form) = ("mias@contoso.example", Form::default());
    let added = service.add_account(&operator, mia, &form, FirstPassword::Made, now());
    added.await.unwrap();
    let wrong = SecretText::copied("not the password");
    let whose = Whose::Named(mia.to_owned());
    let checked = service.check_password(whose, wrong, "Lobby 1", now());
    checked.await.unwrap();
    service
}

fn operator() -> Actor {
    Actor::Operator("root".to_owned())
}

fn named_tab(name: &str) -> Vec<Event<u64>> {
    let mut keys = typed(name);
    keys.push(key(KeyCode::Enter));
    keys
}

/// The picture without the hashes, which are others each time.
fn masked(picture: &str) -> String {
    let is_hash = |run: &str| run.len() > 9 && run.chars().all(|c| c.is_ascii_hexdigit());
    let mut out = String::new();
    for line in picture.lines() {
        let words = line
            .split(' ')
            .map(|word| match is_hash(word.trim_end_matches('|')) {
                true => word.replace(|c: char| c.is_ascii_hexdigit(), "h"),
                false => word.to_owned(),
            });
        out.push_str(&words.collect::<Vec<_>>().join(" "));
        out.push('\n');
    }
    out
}

/// Plays groups of keys, each when what the one before asked has been answered; what is in sight.
fn play(tag: &str, size: (u16, u16), groups: Vec<Vec<Event<u64>>>) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(async {
        let desk = Desk::new(furnished().await, operator(), "tty1", now);
        let look = Look::new(Contrast::Mono, GlyphSet::Ascii);
        let mut console = Console::new(desk, Words::new(tag), look, "Contoso".into());
        let (_, picture) = drive::play(&mut console, size, groups, None).await;
        masked(&picture)
    })
}

#[test]
fn the_log_newest_first() {
    insta::assert_snapshot!(play("en", (80, 24), vec![vec![], named_tab(":aud")]));
}

#[test]
fn the_log_in_japanese() {
    insta::assert_snapshot!(play("ja", (80, 24), vec![vec![], named_tab(":aud")]));
}

#[test]
fn one_record_whole() {
    let keys = vec![vec![], named_tab(":aud"), vec![key(KeyCode::Enter)]];
    insta::assert_snapshot!(play("de", (80, 24), keys));
}

#[test]
fn what_is_asked_is_filled_in_and_stands_above_the_list() {
    let fill = || {
        let mut fill = typed("/mias@contoso.example");
        fill.push(key(KeyCode::Down));
        fill.extend(typed("sign in"));
        fill
    };
    let picture = play("en", (80, 24), vec![vec![], named_tab(":aud"), fill()]);
    insta::assert_snapshot!(picture);
    let save = ctrl('s');
    let found = play(
        "en",
        (110, 24),
        vec![vec![], named_tab(":aud"), fill(), vec![save]],
    );
    assert!(found.contains("Account: mias@contoso.example"), "{found}");
    assert!(found.contains("Activity: sign_in"), "{found}");
    assert!(!found.contains("Account added"), "{found}");
}

#[test]
fn the_chain_is_checked_with_a_verdict() {
    let keys = vec![
        vec![],
        named_tab(":aud"),
        typed("v"),
        vec![key(KeyCode::Enter)],
    ];
    insta::assert_snapshot!(play("en", (80, 24), keys));
}

#[test]
fn usage_as_bars_with_their_figures() {
    insta::assert_snapshot!(play("en", (80, 24), vec![vec![], named_tab(":usa")]));
}

#[test]
fn usage_in_a_narrow_window() {
    insta::assert_snapshot!(play("de", (60, 20), vec![vec![], named_tab(":usa")]));
}
