//! The answers of `keyhatch user methods UPN set-questions`: a JSON array on stdin.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::{Deserialize, Deserializer};

use super::CliError;
use super::context::Context;
use crate::domain::answer::NewAnswer;
use crate::domain::language::LANGUAGES;
use crate::domain::question::{PREDEFINED, Question};
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::i18n::{File, Texts};
use crate::service::Wording;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    question: String,
    #[serde(deserialize_with = "secret")]
    answer: SecretText,
}

fn secret<'a, D: Deserializer<'a>>(from: D) -> Result<SecretText, D::Error> {
    String::deserialize(from).map(SecretText::new)
}

/// What help says about the predefined questions: id and English words, one a line.
pub fn predefined() -> String {
    let english = Texts::new("en", File::Kiosk);
    let mut help = "A question is the id or the English words of a predefined one, or one of \
                    `questions.custom`, word by word. An answer has 3 to 40 characters, counted as \
                    people see them. Predefined:\n"
        .to_owned();
    for id in PREDEFINED {
        let words = english.say(&Question::Predefined(id).message());
        let _ = write!(help, "\n  {id:24}{words}");
    }
    help
}

/// The words of a question in every language that is known here.
pub fn wording() -> Wording {
    Arc::new(|question| {
        let texts = LANGUAGES.map(|tag| Texts::new(tag, File::Kiosk));
        in_all(question, &texts)
    })
}

fn in_all(question: &Question, texts: &[Texts]) -> String {
    let wording = texts.iter().map(|texts| texts.say(&question.message()));
    wording.collect::<Vec<_>>().join(" ")
}

/// The answers on stdin.
pub fn given(context: &mut Context) -> Result<Vec<NewAnswer>, CliError> {
    let document = context
        .prompt
        .document("The JSON array of questions and answers")?;
    let given: Vec<Given> = serde_json::from_str(document.expose()).map_err(|error| {
        // What else the parser says may quote an answer.
        CliError::Refused(format!(
            "stdin is not a JSON array of {{\"question\": …, \"answer\": …}} at line {}, column {}; mend it there",
            error.line(),
            error.column()
        ))
    })?;
    let texts = LANGUAGES.map(|tag| Texts::new(tag, File::Kiosk));
    let new = |given: Given| {
        let question = named(&given.question, &texts);
        NewAnswer {
            wording: in_all(&question, &texts),
            question,
            answer: given.answer,
        }
    };
    Ok(given.into_iter().map(new).collect())
}

/// The question that is meant by an id, its English words, or words of the organisation's own.
fn named(given: &str, texts: &[Texts]) -> Question {
    if let Some(question) = Question::predefined(given.trim()) {
        return question;
    }
    let wanted = text::canonical(given);
    let meant = |id: &&'static str| {
        let words = texts
            .first()
            .map(|english| english.say(&Question::Predefined(id).message()));
        words.is_some_and(|words| text::canonical(&words) == wanted)
    };
    match PREDEFINED.into_iter().find(meant) {
        Some(id) => Question::Predefined(id),
        None => Question::Own(text::clean(given)),
    }
}
