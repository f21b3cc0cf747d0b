//! Two kiosks that stay open, one on the full screen and one in plain mode, while an administrator
//! changes the policy from outside; and what of it was tried while they ran.

use std::collections::{BTreeMap, BTreeSet};

use keyhatch::domain::setting::{Kind, Setting};

use super::journey::{begin, pass_mail};
use super::kiosk::{EN, Kiosk, PlainKiosk};
use super::plain::Plain;
use super::program::{Home, Person};
use super::pty::Pty;

/// One host with two kiosks.
pub struct Stage {
    pub home: Home,
    pub screen: Pty,
    pub plain: PlainKiosk,
    /// Every value that was set while they ran, by key.
    tried: BTreeMap<String, BTreeSet<String>>,
}

/// Which of the two kiosks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Screen,
    Plain,
}

/// Both of them.
pub const BOTH: [At; 2] = [At::Screen, At::Plain];

impl Stage {
    /// Opens the kiosks over a host.
    pub fn open(home: Home) -> Self {
        let mut screen = Pty::start(&home, &["kiosk"]);
        screen.see(EN.forgot);
        let plain = PlainKiosk::new(Plain::start(&home, &[]));
        Self {
            home,
            screen,
            plain,
            tried: BTreeMap::new(),
        }
    }

    /// Sets these from outside; the kiosks know nothing of it before their next step.
    pub fn set(&mut self, pairs: &[(&str, &str)]) {
        let words: Vec<String> = pairs
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.home
            .run(&[&["policy", "set"], &words[..]].concat())
            .ok();
        for (key, value) in pairs {
            let values = self.tried.entry((*key).to_owned()).or_default();
            values.insert((*value).to_owned());
        }
    }

    pub fn kiosk(&mut self, at: At) -> &mut dyn Kiosk {
        match at {
            At::Screen => &mut self.screen,
            At::Plain => &mut self.plain,
        }
    }

    /// From wherever it is to naming an account, and what comes of it.
    pub fn name(&mut self, at: At, user: &str, next: &str) {
        let kiosk = self.kiosk(at);
        kiosk.cancel(EN.welcome);
        begin(kiosk, &EN, user, next);
    }

    /// The same through the gate of the mail.
    pub fn pass_mail(&mut self, at: At, person: &Person, next: &str) {
        self.name(at, &person.upn, EN.step_1);
        let spool = self.home.spool();
        pass_mail(self.kiosk(at), &EN, person, &spool, next);
    }

    /// What is shown, as one line.
    pub fn shown(&mut self, at: At) -> String {
        self.kiosk(at).shown()
    }

    #[track_caller]
    pub fn shows(&mut self, at: At, words: &str, whether: bool) {
        let shown = self.shown(at);
        assert_eq!(shown.contains(words), whether, "{at:?}, `{words}`: {shown}");
    }

    /// Each of these was tried at both ends of what it takes, or at every word of it.
    pub fn has_tried(&self, keys: &[&str]) {
        for key in keys {
            let of =
                |(tried, _): &(&String, _)| *tried == key || tried.starts_with(&format!("{key}."));
            let values: BTreeSet<&str> = self
                .tried
                .iter()
                .filter(of)
                .flat_map(|(_, values)| values.iter().map(String::as_str))
                .collect();
            let setting = Setting::find(key).or_else(|| Setting::find(&format!("{key}.en")));
            for wanted in ends(&setting.unwrap().kind) {
                assert!(wanted(&values), "{key} was tried with {values:?} only");
            }
        }
    }
}

type Wanted = Box<dyn Fn(&BTreeSet<&str>) -> bool>;

fn exactly(value: &str) -> Wanted {
    let value = value.to_owned();
    Box::new(move |values| values.contains(value.as_str()))
}

fn holds(value: &str, word: &str) -> bool {
    value.split(',').any(|part| part == word)
}

/// What must have been tried of a setting of this kind.
fn ends(kind: &Kind) -> Vec<Wanted> {
    match kind {
        Kind::Number(low, high) => vec![exactly(&low.to_string()), exactly(&high.to_string())],
        Kind::Flag => vec![exactly("on"), exactly("off")],
        Kind::Choice(words) => words.iter().map(|word| exactly(word)).collect(),
        Kind::Set(words) => {
            let both = |word: &&'static str| -> [Wanted; 2] {
                let word = *word;
                [
                    Box::new(move |values| values.iter().any(|value| holds(value, word))),
                    Box::new(move |values| values.iter().any(|value| !holds(value, word))),
                ]
            };
            words.iter().flat_map(both).collect()
        }
        // A text, a list, a language: two that differ.
        _ => vec![Box::new(|values| values.len() > 1)],
    }
}
