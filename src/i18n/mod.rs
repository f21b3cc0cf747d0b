//! Words for people, in their language: Fluent bundles made for one front end or one letter (never
//! a global one), the choice of a language, and moments as a language writes them. Uses `domain`.

mod moment;
mod negotiate;
#[cfg(test)]
mod pseudo;

use std::cell::RefCell;
use std::collections::HashMap;

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::domain::language::{LANGUAGES, languages};
use crate::domain::msg::{Arg, Msg};

pub use negotiate::{Wishes, negotiate, shipped};

/// A file of every locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// What is on the kiosk's screens.
    Kiosk,
    /// What is sent to people.
    Messages,
    /// What administrators read.
    Admin,
}

macro_rules! locales {
    ($($tag:literal)*) => {
        [$([
            include_str!(concat!("../../locales/", $tag, "/kiosk.ftl")),
            include_str!(concat!("../../locales/", $tag, "/messages.ftl")),
            include_str!(concat!("../../locales/", $tag, "/admin.ftl")),
        ]),*]
    };
}

/// The files of every language, in the order of the language list: English first.
static LOCALES: [[&str; 3]; LANGUAGES.len()] = languages!(locales);

fn source(tag: &str, file: File) -> &'static str {
    let [english, ..] = &LOCALES;
    let mut known = LANGUAGES.into_iter().zip(&LOCALES);
    let found = known.find_map(|(known, files)| (known == tag).then_some(files));
    let [kiosk, messages, admin] = found.unwrap_or(english);
    match file {
        File::Kiosk => kiosk,
        File::Messages => messages,
        File::Admin => admin,
    }
}

/// One message of a file with its attributes, as it is written; messages name no others. It begins
/// at a line with its id, and goes on over lines that are indented, empty or close a brace.
fn message(source: &'static str, id: &str) -> Option<&'static str> {
    let begins = |at: &usize| {
        let before = source.get(..*at).unwrap_or_default();
        let after = source.get(at + id.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with('\n'))
            && after.trim_start_matches(' ').starts_with('=')
    };
    let mut places = source.match_indices(id).map(|(at, _)| at);
    let rest = source.get(places.find(begins)?..)?;
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        if length > 0 && !line.starts_with([' ', '\t', '}', '\n', '\r']) {
            break;
        }
        length += line.len();
    }
    rest.get(..length)
}

/// The words of one file in one language. A message is read when it is first said: a screen says few
/// of the hundreds there are.
pub struct Texts {
    tag: &'static str,
    source: &'static str,
    bundle: RefCell<FluentBundle<FluentResource>>,
    /// Sentences that were said. A screen says the same with every key. Only those without text in
    /// them, so that nothing of a visitor stays.
    said: RefCell<HashMap<Msg, String>>,
}

/// How many sentences are kept; a screen has fewer.
const KEPT: usize = 128;

impl Texts {
    /// Reads a file in a shipped language; any other tag reads English.
    pub fn new(tag: &str, file: File) -> Self {
        let tag = LANGUAGES
            .into_iter()
            .find(|known| *known == tag)
            .unwrap_or("en");
        let mut bundle = FluentBundle::new(tag.parse().into_iter().collect());
        // Terminals do not know the isolates; right-to-left text is isolated where it is drawn.
        bundle.set_use_isolating(false);
        Self {
            tag,
            source: source(tag, file),
            bundle: RefCell::new(bundle),
            said: RefCell::default(),
        }
    }

    /// English, accented and stretched: see [`pseudo`].
    #[cfg(test)]
    pub fn pseudo(file: File) -> Self {
        let mut texts = Self::new("en", file);
        let bundle = texts.bundle.get_mut();
        bundle.set_transform(Some(pseudo::stretch));
        texts
    }

    /// The language's tag.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// Whether the file has the message.
    pub fn knows(&self, msg: &Msg) -> bool {
        let id = msg.id.split_once('.').map_or(msg.id.as_ref(), |(id, _)| id);
        self.bundle.borrow().has_message(id) || message(self.source, id).is_some()
    }

    /// The sentence of a message; its id where there is none.
    pub fn say(&self, msg: &Msg) -> String {
        let plain = |(_, arg): &(_, Arg)| matches!(arg, Arg::Number(_));
        if !msg.args.iter().all(plain) {
            return self.written(msg);
        }
        let mut said = self.said.borrow_mut();
        if let Some(sentence) = said.get(msg) {
            return sentence.clone();
        }
        if said.len() >= KEPT {
            said.clear();
        }
        let sentence = self.written(msg);
        said.insert(msg.clone(), sentence.clone());
        sentence
    }

    fn written(&self, msg: &Msg) -> String {
        let (id, attribute) = match msg.id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (msg.id.as_ref(), None),
        };
        self.read(id);
        let bundle = self.bundle.borrow();
        let found = bundle.get_message(id);
        let pattern = found.and_then(|message| match attribute {
            Some(name) => message
                .get_attribute(name)
                .map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            return msg.id.to_string();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &msg.args {
            args.set(*name, self.argument(value));
        }
        let mut errors = Vec::new();
        bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }

    /// Reads a message, unless it was read before.
    fn read(&self, id: &str) {
        let mut bundle = self.bundle.borrow_mut();
        if bundle.has_message(id) {
            return;
        }
        let Some(written) = message(self.source, id) else {
            return;
        };
        // A slip of the pen costs its message, not the rest; the tests find it.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(written.to_owned());
        let _ = bundle.add_resource(resource);
    }

    fn argument<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Time(at) => FluentValue::from(moment::written(*at, self.tag)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{File, Texts, message, source};
    use crate::domain::language::LANGUAGES;
    use crate::domain::msg::Msg;
    use fluent::FluentResource;
    use fluent_syntax::ast::Entry;

    #[test]
    fn every_file_of_every_language_parses() {
        for tag in LANGUAGES {
            for file in [File::Kiosk, File::Messages, File::Admin] {
                let parsed = FluentResource::try_new(source(tag, file).to_owned());
                assert!(
                    parsed.is_ok(),
                    "{tag} {file:?}: {:?}",
                    parsed.err().map(|e| e.1)
                );
            }
        }
    }

    /// A message read alone says what it says in its file, and none is missed.
    #[test]
    fn each_message_is_found_where_it_is_written() {
        for tag in LANGUAGES {
            for file in [File::Kiosk, File::Messages, File::Admin] {
                let source = source(tag, file);
                let whole = FluentResource::try_new(source.to_owned()).unwrap();
                for entry in whole.entries() {
                    let Entry::Message(wanted) = entry else {
                        panic!("{tag} {file:?}: {entry:?} is no message");
                    };
                    let alone = message(source, wanted.id.name).unwrap().to_owned();
                    let alone = FluentResource::try_new(alone).unwrap();
                    assert_eq!(alone.entries().collect::<Vec<_>>(), [entry], "{tag}");
                }
            }
        }
        assert_eq!(
            message("ab = 1\nb = 2\n c\n# d\n", "b"),
            Some("b = 2\n c\n")
        );
        assert_eq!(message("b-c = 1\n", "b"), None);
    }

    #[test]
    fn plurals_attributes_and_unknown_ids() {
        let en = Texts::new("en", File::Kiosk);
        let left = |n: i64| en.say(&Msg::new("error-wrong-code").number("left", n));
        assert!(left(1).ends_with("1 try left."), "{}", left(1));
        assert!(left(4).ends_with("4 tries left."), "{}", left(4));
        let detail = en.say(&Msg::new("welcome-choice-forgot.detail"));
        assert_eq!(detail, "Prove who you are and choose a new one");
        assert_eq!(en.say(&Msg::new("no-such-id")), "no-such-id");
        assert_eq!(Texts::new("xx", File::Kiosk).tag(), "en");
    }

    #[test]
    fn every_question_has_words_of_its_own() {
        for tag in LANGUAGES {
            let texts = Texts::new(tag, File::Kiosk);
            let mut all = std::collections::BTreeSet::new();
            for id in crate::domain::question::PREDEFINED {
                let message = crate::domain::question::Question::Predefined(id).message();
                let words = texts.say(&message);
                assert_ne!(words, message.id, "{tag}");
                assert!(words.ends_with(['?', '？']), "{tag}: {words}");
                assert!(all.insert(words.clone()), "{tag} twice: {words}");
            }
        }
    }

    #[test]
    fn every_setting_has_a_name_and_advice() {
        for tag in LANGUAGES {
            let texts = Texts::new(tag, File::Admin);
            for setting in &crate::domain::setting::SETTINGS {
                let id = setting.message();
                for id in [id.clone(), format!("{id}.advice")] {
                    assert_ne!(texts.say(&Msg::new(id.clone())), id, "{tag}");
                }
            }
        }
    }
}
