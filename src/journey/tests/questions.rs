//! The gate of the security questions: asked together, judged together, never told which was wrong.

use super::*;
use crate::domain::question::{Answered, Asked};

const RIGHT: &str = "blue whale";

impl Play {
    /// A product with so many questions, the last of them the organisation's own.
    pub(super) fn asking(count: usize) -> Self {
        let known = ["first-film", "first-dish", "school-trip", "lost-thing"];
        let mut questions: Vec<Question> = known.map(Question::Predefined).to_vec();
        questions.truncate(count - 1);
        questions.push(Question::Own("Which locker was yours?".to_owned()));
        Self {
            questions,
            ..Self::new()
        }
    }

    pub(super) fn question(&mut self, request: &Request) -> Reply {
        match request {
            Request::Answer { answers, .. } => {
                let asked = answers.iter().map(|(question, _)| question);
                assert!(asked.eq(&self.questions), "each with its own question");
                if answers.iter().any(|(_, typed)| typed.expose() != RIGHT) {
                    return Reply::Answered(Step::Go((Answered::Wrong { left: 4 }, None)));
                }
                self.answered = true;
                let next = self.pass();
                Reply::Answered(Step::Go((Answered::Passed, Some(next))))
            }
            _ => Reply::Questions(Step::Go(Asked::Questions(self.questions.clone()))),
        }
    }

    /// From the first screen to the questions.
    fn reach_questions(&mut self) {
        self.reach_methods();
        self.input(Input::Choose(3));
        assert_eq!(self.id(), ScreenId::AnswerQuestions);
    }

    fn typed(&self) -> Vec<String> {
        let screen = self.visit.screen();
        let values = screen.fields.iter().map(|field| field.value.to_owned());
        values.collect()
    }
}

#[test]
fn questions_and_a_code_as_a_transcript() {
    let mut play = Play::asking(3);
    play.reach_questions();
    let mut lines = vec![play.transcript()];
    play.type_in(RIGHT);
    // Enter goes from field to field.
    play.input(Input::Activate);
    play.input(Input::Activate);
    play.enter(RIGHT);
    lines.push(play.transcript());
    play.type_in("a herring");
    play.input(Input::Act(Action::Next));
    lines.push(play.transcript());
    assert_eq!(play.typed(), [RIGHT, "a herring", RIGHT], "nothing is lost");
    play.input(Input::Fill(1, RIGHT.into()));
    play.input(Input::Act(Action::Next));
    lines.push(play.transcript());
    play.input(Input::Choose(0));
    play.enter("222222");
    lines.push(play.transcript());
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_answer_is_a_secret_that_hides_itself() {
    let mut play = Play::asking(5);
    play.reach_questions();
    play.type_in(RIGHT);
    let revealed = |play: &Play| {
        let screen = play.visit.screen();
        assert!(screen.fields.iter().all(|field| field.secret));
        screen.fields.iter().filter(|field| field.revealed).count()
    };
    assert_eq!(revealed(&play), 0);
    play.input(Input::Act(Action::Reveal));
    assert_eq!(revealed(&play), 5);
    let due = play.at + Duration::from_secs(5);
    assert_eq!(play.visit.due(), Some(due));
    assert!(play.wait(Duration::from_secs(5)), "the change is drawn");
    assert_eq!(revealed(&play), 0);
    play.input(Input::Act(Action::Reveal));
    play.input(Input::Act(Action::Reveal));
    assert_eq!(revealed(&play), 0);
    play.wait(IDLE + Duration::from_secs(30));
    assert_eq!(play.id(), ScreenId::Welcome);
    assert_eq!(play.abandoned, ["idle"]);
}

#[test]
fn a_change_of_language_keeps_every_answer() {
    let mut play = Play::asking(4);
    play.reach_questions();
    for at in 0..4 {
        play.input(Input::Fill(at, format!("answer {at}")));
    }
    play.input(Input::FocusNext);
    play.input(Input::Language);
    play.input(Input::Choose(1));
    assert_eq!(play.visit.language(), "de");
    assert_eq!(
        play.typed(),
        ["answer 0", "answer 1", "answer 2", "answer 3"]
    );
    assert_eq!(play.visit.screen().focus, Some(Focus::Field(1)));
}

#[test]
fn other_questions_and_no_more_tries_lead_back_to_the_methods() {
    for (answered, why) in [
        (Answered::Changed, "error-questions-changed"),
        (Answered::NotOffered, "error-method-used-up"),
    ] {
        let mut play = Play::asking(3);
        play.reach_questions();
        for at in 0..3 {
            play.input(Input::Fill(at, RIGHT.into()));
        }
        let at = play.at;
        let asked = play.visit.input(Input::Act(Action::Next), at).unwrap();
        let reply = Ticket {
            visit: asked.visit,
            of: Reply::Answered(Step::Go((answered, None))),
        };
        let anew = play.visit.reply(reply, at);
        assert!(matches!(
            anew,
            Some(Ticket {
                of: Request::Next { .. },
                ..
            })
        ));
        play.settle(anew);
        assert_eq!(play.id(), ScreenId::ChooseMethod);
        assert_eq!(play.visit.screen().notices[0].text.id, why);
    }
    let mut play = Play::asking(3);
    play.reach_questions();
    play.input(Input::Act(Action::OtherMethod));
    assert_eq!(play.id(), ScreenId::ChooseMethod);
    let at = play.at;
    let asked = play.visit.input(Input::Choose(3), at).unwrap();
    let reply = Ticket {
        visit: asked.visit,
        of: Reply::Questions(Step::Go(Asked::NotOffered)),
    };
    let anew = play.visit.reply(reply, at);
    play.settle(anew);
    assert_eq!(
        play.visit.screen().notices[0].text.id,
        "error-method-used-up"
    );
}
