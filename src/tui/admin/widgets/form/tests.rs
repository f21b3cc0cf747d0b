//! Fields, the focus among them, and what changed.

use super::*;

fn options(words: &[&str]) -> Vec<(String, Msg)> {
    words
        .iter()
        .map(|word| ((*word).to_owned(), Msg::new("x")))
        .collect()
}

fn form() -> Form {
    let set = ["email", "sms"].map(|word| (word.to_owned(), Msg::new("x"), word == "sms"));
    Form::new(vec![
        Item::new("name", Msg::new("x"), Input::text("Contoso")),
        Item::new(
            "who",
            Msg::new("x"),
            Input::choice(options(&["none", "all"]), "all"),
        ),
        Item::new("methods", Msg::new("x"), Input::Set(set.into(), 0)),
        Item::new("notify", Msg::new("x"), Input::Flag(true)),
    ])
}

#[test]
fn the_focus_goes_through_every_field_and_option() {
    let mut form = form();
    let mut seen = Vec::new();
    for _ in 0..6 {
        let at = form.focused().unwrap();
        let option = match &at.input {
            Input::Set(_, option) => *option,
            _ => 0,
        };
        seen.push((at.key.clone(), option));
        assert!(form.key(Command::Next));
    }
    let keys: Vec<_> = seen.iter().map(|(key, at)| (key.as_str(), *at)).collect();
    let last = ("notify", 0);
    assert_eq!(
        keys,
        [
            ("name", 0),
            ("who", 0),
            ("methods", 0),
            ("methods", 1),
            last,
            last
        ]
    );
    assert!(form.key(Command::Previous));
    assert!(
        matches!(form.focused().unwrap().input, Input::Set(_, 1)),
        "from below"
    );
}

#[test]
fn what_changed_is_known_and_can_be_changed_back() {
    let mut form = form();
    assert!(form.typing() && !form.changed());
    form.key(Command::Type('!'));
    assert_eq!(form.text("name"), "Contoso!");
    form.key(Command::Backspace);
    assert!(!form.changed());
    form.key(Command::Next);
    assert!(!form.typing());
    form.key(Command::Right);
    assert_eq!(form.text("who"), "none");
    form.key(Command::Left);
    assert!(!form.changed());
    form.key(Command::Next);
    form.key(Command::Type(' '));
    assert_eq!(form.text("methods"), "email,sms");
    assert_eq!(form.item("methods").unwrap().list(), ["email", "sms"]);
    assert!(form.changed());
}

#[test]
fn what_is_fixed_can_be_looked_at_and_not_changed() {
    let mut form = form();
    form.items = form
        .items
        .into_iter()
        .map(|item| item.fixed(true))
        .collect();
    assert!(!form.typing());
    for command in [
        Command::Type('x'),
        Command::Type(' '),
        Command::Next,
        Command::Right,
    ] {
        form.key(command);
    }
    form.paste("x");
    assert!(!form.changed());
}

#[test]
fn a_field_that_was_refused_gets_the_focus() {
    let mut form = form();
    form.reject("notify", Msg::new("y"));
    assert_eq!(form.focused().unwrap().key, "notify");
    assert!(form.focused().unwrap().error.is_some());
    form.key(Command::Type(' '));
    assert!(
        form.focused().unwrap().error.is_none(),
        "it is another value now"
    );
}
