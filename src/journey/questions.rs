//! The gate of the security questions: asked together on one screen, judged together.

use std::time::Duration;

use super::entry::Entry;
use super::present::{blank, error, progress, step_title};
use super::request::{Request, Ticket};
use super::screen::{Field, Screen, ScreenId};
use super::state::State;
use super::visit::Visit;
use crate::domain::journey::{JourneyId, Next, Overview};
use crate::domain::msg::Msg;
use crate::domain::question::{Answered, Asked, Question};

/// The fields of the answers.
pub struct Questions {
    /// The journey.
    pub journey: JourneyId,
    /// Where it stands.
    pub overview: Overview,
    /// The questions.
    pub questions: Vec<Question>,
    /// What is typed, a field each. It stays after a wrong try: one slip is no reason to type all
    /// of them again.
    pub answers: Vec<Entry>,
    /// Until when they are shown, if they are.
    pub revealed_until: Option<Duration>,
    /// What was wrong with the last submission.
    pub error: Option<Msg>,
}

impl Visit {
    pub(super) fn questions_screen<'a>(&'a self, questions: &'a Questions) -> Screen<'a> {
        let overview = &questions.overview;
        let mut screen = blank(ScreenId::AnswerQuestions, step_title(overview));
        screen.progress = progress(overview.passed + 2, overview.required);
        screen.notices.extend(error(questions.error.as_ref()));
        screen.text = vec![Msg::new("questions-text")];
        let revealed = self.revealed();
        let fields = questions.questions.iter().zip(&questions.answers);
        screen.fields = fields
            .map(|(question, answer)| Field {
                label: question.message(),
                value: answer.text(),
                cursor: answer.cursor(),
                secret: true,
                revealed,
            })
            .collect();
        screen
    }

    /// All answers are handed over, or the first that is missing is pointed at.
    pub(super) fn submit_answers(&mut self) -> Option<Ticket<Request>> {
        let State::Questions(questions) = &mut self.state else {
            return None;
        };
        if let Some(missing) = questions.answers.iter().position(Entry::is_blank) {
            questions.error = Some(Msg::new("error-empty-answer"));
            self.focus = missing;
            return None;
        }
        questions.revealed_until = None;
        let journey = questions.journey;
        let typed = questions.answers.iter().map(Entry::secret);
        let answers = questions.questions.iter().cloned().zip(typed).collect();
        self.ask(Request::Answer { journey, answers })
    }

    pub(super) fn questions_asked(&mut self, asked: Asked) -> Option<Ticket<Request>> {
        let State::Choose(choose) = &mut self.state else {
            return None;
        };
        match asked {
            Asked::Questions(questions) => {
                let answers = questions.iter().map(|_| Entry::default()).collect();
                let (journey, overview) = (choose.journey, choose.overview.clone());
                self.show(State::Questions(Box::new(Questions {
                    journey,
                    overview,
                    questions,
                    answers,
                    revealed_until: None,
                    error: None,
                })));
            }
            Asked::NotOffered => return self.ask_anew(Some("error-method-used-up")),
        }
        None
    }

    pub(super) fn answered(
        &mut self,
        answered: Answered,
        next: Option<Next>,
    ) -> Option<Ticket<Request>> {
        let State::Questions(questions) = &mut self.state else {
            return None;
        };
        let (journey, overview) = (questions.journey, questions.overview.clone());
        let why = match answered {
            Answered::Passed => {
                return self.gate_passed(journey, overview.required, next);
            }
            Answered::Wrong { left } => {
                questions.error = Some(Msg::new("error-wrong-answers").number("left", left));
                self.focus = 0;
                return None;
            }
            Answered::Changed => "error-questions-changed",
            Answered::NotOffered => "error-method-used-up",
        };
        self.ask_anew(Some(why))
    }
}
