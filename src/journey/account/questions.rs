//! Security questions of one's own: each is chosen from the list and answered, no question twice.

use super::ask::{Ask, Told};
use super::page::{Home, Page, Seen, Turn};
use super::refused::{self, About};
use crate::domain::enrolment::{Enrolling, NewMethod, Refused};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::question::Question;
use crate::journey::entry::Entry;
use crate::journey::present::{blank, error};
use crate::journey::screen::{Action, Choice, Field, Screen, ScreenId};

/// One question with what is typed as its answer.
struct Chosen {
    question: Question,
    answer: Entry,
}

/// Where the person is on the way through them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// Choosing the one with this index.
    Choosing(usize),
    /// Answering it.
    Answering(usize),
}

/// The questions so far.
pub struct NewQuestions {
    home: Home,
    /// All that can be chosen.
    all: Vec<Question>,
    /// How many are to be.
    count: usize,
    chosen: Vec<Chosen>,
    at: At,
    error: Option<Msg>,
}

impl NewQuestions {
    /// None yet.
    pub fn new(home: Home) -> Self {
        Self {
            home,
            all: Vec::new(),
            count: 0,
            chosen: Vec::new(),
            at: At::Choosing(0),
            error: None,
        }
    }

    /// What can be chosen where `at` stands: none that stands elsewhere.
    fn open(&self, at: usize) -> impl Iterator<Item = &Question> {
        let taken = move |question: &Question| {
            let chosen = self.chosen.iter().enumerate();
            chosen
                .filter(|(place, _)| *place != at)
                .any(|(_, one)| one.question == *question)
        };
        self.all.iter().filter(move |question| !taken(question))
    }

    fn go(&mut self, at: At) -> Turn {
        self.at = at;
        Turn::Turned
    }

    /// The answer stands; on to the next question, or all are handed over.
    fn answered(&mut self, at: usize) -> Turn {
        let blank = |chosen: &Chosen| chosen.answer.is_blank();
        if self.chosen.get(at).is_none_or(blank) {
            self.error = Some(Msg::new("error-empty-new-answer"));
            return Turn::Stay(Some(0));
        }
        if let Some(missing) = self.chosen.iter().position(blank) {
            return self.go(At::Answering(missing));
        }
        if self.chosen.len() < self.count {
            let next = self.chosen.len();
            return self.go(At::Choosing(next));
        }
        let answers = self.chosen.iter();
        let answers = answers.map(|one| (one.question.clone(), one.answer.secret()));
        Turn::Ask(Ask::Enrol(NewMethod::Questions(answers.collect())))
    }

    fn choosing(&self, at: usize) -> Screen<'_> {
        let title = Msg::new("new-question-title")
            .number("number", at + 1)
            .number("count", self.count);
        let mut screen = blank(ScreenId::ChooseQuestion, title);
        screen.notices.extend(error(self.error.as_ref()));
        screen.text = vec![Msg::new("new-question-text")];
        let line = |question: &Question| Choice {
            label: question.message(),
            detail: None,
        };
        screen.choices = self.open(at).map(line).collect();
        screen.actions = match at {
            0 => vec![Action::Different, Action::Cancel],
            _ => vec![Action::Back, Action::Different, Action::Cancel],
        };
        screen
    }

    fn answering(&self, at: usize, revealed: bool) -> Screen<'_> {
        let title = Msg::new("new-answer-title")
            .number("number", at + 1)
            .number("count", self.count);
        let mut screen = blank(ScreenId::AnswerNewQuestion, title);
        screen.notices.extend(error(self.error.as_ref()));
        screen.text = vec![Msg::new("new-answer-text")];
        let chosen = self.chosen.get(at);
        screen.fields.extend(chosen.map(|one| Field {
            label: one.question.message(),
            value: one.answer.text(),
            cursor: one.answer.cursor(),
            secret: true,
            revealed,
        }));
        screen.actions = vec![Action::Next, Action::Reveal, Action::Back, Action::Cancel];
        screen
    }
}

impl Page for NewQuestions {
    fn screen(&self, seen: Seen) -> Screen<'_> {
        match self.at {
            At::Choosing(at) => self.choosing(at),
            At::Answering(at) => self.answering(at, seen.revealed),
        }
    }

    fn help(&self) -> &'static str {
        "help-new-questions"
    }

    fn entry(&mut self, field: usize) -> Option<&mut Entry> {
        match self.at {
            At::Answering(at) if field == 0 => self.chosen.get_mut(at).map(|one| &mut one.answer),
            _ => None,
        }
    }

    fn edited(&mut self) {
        self.error = None;
    }

    fn begins(&mut self) -> Option<Ask> {
        self.all.is_empty().then_some(Ask::Questions)
    }

    fn choose(&mut self, line: usize) -> Turn {
        let At::Choosing(at) = self.at else {
            return Turn::Stay(None);
        };
        let Some(question) = self.open(at).nth(line).cloned() else {
            return Turn::Stay(None);
        };
        self.error = None;
        match self.chosen.get_mut(at) {
            Some(one) if one.question == question => {}
            Some(one) => {
                one.question = question;
                one.answer.clear();
            }
            None => self.chosen.push(Chosen {
                question,
                answer: Entry::default(),
            }),
        }
        self.go(At::Answering(at))
    }

    fn act(&mut self, action: Action) -> Turn {
        match (action, self.at) {
            (Action::Next, At::Answering(at)) => self.answered(at),
            _ => Turn::Stay(None),
        }
    }

    /// From an answer to its question, from there to the answer before.
    fn back(&mut self) -> Turn {
        self.error = None;
        match self.at {
            At::Choosing(0) => self.home.back(),
            At::Choosing(at) => self.go(At::Answering(at - 1)),
            At::Answering(at) => self.go(At::Choosing(at)),
        }
    }

    fn different(&mut self) -> Turn {
        self.home.back()
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Questions(all, count) => {
                (self.all, self.count) = (all, count);
                Turn::Stay(Some(0))
            }
            Told::Enrolling(Enrolling::Not(Refused::Answer(at, why)), _) => {
                let at = at.min(self.chosen.len().saturating_sub(1));
                self.error = Some(Msg::new(why));
                self.go(At::Answering(at))
            }
            Told::Enrolling(Enrolling::Not(refused), _) => {
                refused::turn(&refused, About::Number, &mut self.error)
            }
            Told::Enrolling(enrolling, due) => {
                self.home.confirm(Method::SecurityQuestions, enrolling, due)
            }
            Told::Due(due) => Turn::Due(due, None),
            _ => Turn::Stay(None),
        }
    }
}
