//! Security questions: who may set them, which are asked, and a gate that tells nothing but right
//! or not.

use std::collections::BTreeSet;

use keyhatch::domain::answer::NewAnswer;
use keyhatch::domain::journey::{Finished, JourneyId, Next, Proof, Step};
use keyhatch::domain::method::Method;
use keyhatch::domain::question::{Answered, Asked, MOST, Question};
use keyhatch::domain::role::Role;
use keyhatch::service::sign_in::Checked;
use keyhatch::service::{Actor, Service};
use keyhatch::store::questions::{self, Reserve};
use keyhatch::store::{Store, journeys};

use super::parallel::at_once;
use super::world::*;

/// Five predefined questions with an answer each.
pub const SET: [(&str, &str); 5] = [
    ("first-film", "Der dritte Mann"),
    ("stuffed-animal", "Knöterich"),
    ("school-trip", "Шлиссельбург"),
    ("lost-thing", "白い自転車の鍵"),
    ("first-dish", "Kaiser 🥞 schmarrn"),
];
const LOCKER: &str = "Which number had your first locker?";
const METHOD: Method = Method::SecurityQuestions;

fn predefined(set: &[(&str, &str)]) -> Vec<NewAnswer> {
    let new = |(id, answer): &(&str, &str)| NewAnswer {
        question: Question::predefined(id).unwrap(),
        wording: String::new(),
        answer: secret(answer),
    };
    set.iter().map(new).collect()
}

fn own(words: &str, answer: &str) -> NewAnswer {
    NewAnswer {
        question: Question::Own(words.to_owned()),
        wording: words.to_owned(),
        answer: secret(answer),
    }
}

fn answer_to(question: &Question) -> &'static str {
    let of = |id: &str| SET.iter().find(|(known, _)| *known == id);
    match question {
        Question::Predefined(id) => of(id).unwrap().1,
        Question::Own(_) => "four hundred and two",
    }
}

fn all_wrong(asked: &[Question]) -> Vec<String> {
    (0..asked.len()).map(|at| format!("a guess {at}")).collect()
}

async fn answer(
    service: &Service,
    world: &World,
    journey: &JourneyId,
    asked: &[Question],
    typed: Vec<String>,
) -> Step<Answered> {
    let typed = typed.iter().map(|typed| secret(typed));
    let answers = asked.iter().cloned().zip(typed).collect();
    let place = origin(TERMINAL);
    let answered = service.answer_questions(&place, journey, answers, world.now());
    let step = answered.await.unwrap();
    step.map(|(answered, next)| {
        assert_eq!(answered == Answered::Passed, next.is_some());
        answered
    })
}

impl World {
    /// Mia has five answers, and policy lets her use them.
    pub async fn ask_mia(&self, more: &[(&str, &str)]) {
        let enabled = ("methods.enabled", "app_code,email,security_questions");
        self.policy(&[&[enabled], more].concat()).await;
        self.set(MIA, predefined(&SET)).await;
    }

    pub async fn set(&self, upn: &str, answers: Vec<NewAnswer>) {
        let set = self
            .service
            .set_questions(&self.operator, upn, answers, self.now());
        set.await.unwrap();
    }

    async fn refused_set(&self, upn: &str, answers: Vec<NewAnswer>) -> String {
        let set = self
            .service
            .set_questions(&self.operator, upn, answers, self.now());
        sentence(set.await)
    }

    pub async fn try_ask(&self, journey: &JourneyId) -> Step<Asked> {
        let place = origin(TERMINAL);
        let asked = self.service.ask_questions(&place, journey, self.now());
        asked.await.unwrap()
    }

    async fn asked(&self, journey: &JourneyId) -> Vec<Question> {
        match go(self.try_ask(journey).await) {
            Asked::Questions(asked) => asked,
            Asked::NotOffered => panic!("not offered"),
        }
    }

    /// Answers what is asked, rightly or not; none where nothing is asked.
    pub async fn try_answer(&self, journey: &JourneyId, right: bool) -> Option<Step<Answered>> {
        let Step::Go(Asked::Questions(asked)) = self.try_ask(journey).await else {
            return None;
        };
        let typed = match right {
            true => asked.iter().map(answer_to).map(str::to_owned).collect(),
            false => all_wrong(&asked),
        };
        Some(answer(&self.service, self, journey, &asked, typed).await)
    }

    pub async fn pass_questions(&self, journey: &JourneyId) {
        let asked = self.asked(journey).await;
        let typed = asked.iter().map(answer_to).map(str::to_owned).collect();
        let answered = answer(&self.service, self, journey, &asked, typed).await;
        assert_eq!(go(answered), Answered::Passed);
    }

    async fn miss_questions(&self, journey: &JourneyId) -> Step<Answered> {
        let asked = self.asked(journey).await;
        answer(&self.service, self, journey, &asked, all_wrong(&asked)).await
    }

    async fn offers(&self, journey: &JourneyId) -> Vec<Method> {
        let offers = self.overview(journey).await.offers;
        offers.iter().map(|offer| offer.method).collect()
    }

    fn drawn(&self) -> i64 {
        self.number("SELECT count(*) FROM answer WHERE drawn > 0")
    }

    async fn wrong_records(&self) -> usize {
        let tried = self.records("gate_tried").await;
        let wrong = tried
            .iter()
            .filter(|record| field(record, "reason") == "wrong_answers");
        wrong.count()
    }

    async fn methods_of(&self, upn: &str) -> Vec<Method> {
        let view = self.service.account(&self.operator, upn, self.now());
        view.await.unwrap().methods
    }

    /// A store of its own on the same place, for single decisions.
    fn store(&self) -> Store {
        Store::open(&self.place, self.keys.clone()).unwrap()
    }
}

pub async fn with_a_mail_in_either_order(world: &World) {
    world.ask_mia(&[]).await;
    let shown = world.service.methods(&world.operator, MIA, world.now());
    let shown = shown.await.unwrap();
    let held = shown.iter().find(|held| held.method == METHOD).unwrap();
    assert!(held.id.is_some() && held.masked.is_none());
    assert_eq!(held.answers, Some(5));
    assert!(world.methods_of(MIA).await.contains(&METHOD));
    for (questions_first, password) in [(true, NEW), (false, "another good phrase")] {
        let journey = world.begin(MIA).await;
        if questions_first {
            world.pass_questions(&journey).await;
            assert_eq!(
                world.offers(&journey).await,
                [Method::AppCode, Method::Email]
            );
            assert_eq!(go(world.try_ask(&journey).await), Asked::NotOffered);
            world.pass_mail(&journey).await;
        } else {
            world.pass_mail(&journey).await;
            world.pass_questions(&journey).await;
        }
        assert!(matches!(go(world.next(&journey).await), Next::Password(_)));
        assert_eq!(world.finish(&journey, password).await, Finished::Done);
        let record = world.last("password_reset").await;
        let gates = match questions_first {
            true => "security_questions+email",
            false => "email+security_questions",
        };
        assert_eq!(field(&record, "method"), gates);
        world.post().await;
    }
    assert_eq!(world.charges("question"), 0, "a reset clears");
    let added = world.last("method_added").await;
    assert_eq!(field(&added, "method"), "security_questions");
    assert_eq!(field(&added, "detail"), "5 answers");
    world.assert_whole().await;
}

pub async fn the_same_are_asked_until_answered(world: &World) {
    world.ask_mia(&[]).await;
    let journey = world.begin(MIA).await;
    let asked = world.asked(&journey).await;
    assert_eq!(asked.len(), 3);
    for _ in 0..5 {
        let again = world.begin(MIA).await;
        assert_eq!(world.asked(&again).await, asked);
    }
    assert!(matches!(
        go(world.miss_questions(&journey).await),
        Answered::Wrong { .. }
    ));
    world.advance(DAY);
    let journey = world.begin(MIA).await;
    let other = world.another();
    let place = origin(TERMINAL);
    let elsewhere = other.ask_questions(&place, &journey, world.now());
    let elsewhere = go(elsewhere.await.unwrap());
    assert_eq!(elsewhere, Asked::Questions(asked));
    world.pass_questions(&journey).await;
    assert_eq!(world.drawn(), 0, "the next ones are drawn anew");
}

pub async fn others_are_asked_when_policy_changes(world: &World) {
    world.ask_mia(&[]).await;
    let journey = world.begin(MIA).await;
    let mut seen = BTreeSet::new();
    let mut first = BTreeSet::new();
    for _ in 0..12 {
        let three = world.asked(&journey).await;
        assert_eq!((three.len(), world.drawn()), (3, 3));
        // Answers to what is no longer asked are not tried.
        world.policy(&[("questions.to_reset", "4")]).await;
        let late = answer(&world.service, world, &journey, &three, all_wrong(&three)).await;
        assert_eq!(go(late), Answered::Changed);
        assert_eq!(world.asked(&journey).await.len(), 4);
        let late = answer(&world.service, world, &journey, &three, all_wrong(&three)).await;
        assert_eq!(go(late), Answered::Changed);
        world.policy(&[("questions.to_reset", "3")]).await;
        first.insert(format!("{:?}", three[0]));
        seen.insert(format!("{three:?}"));
    }
    // One of sixty each time: the same twelve times is no accident.
    assert!(seen.len() > 1 && first.len() > 1, "{seen:?}");
    assert_eq!(world.charges("question") + world.charges("proof"), 0);
    assert!(world.records("gate_tried").await.is_empty());
}

pub async fn answers_in_any_writing(world: &World) {
    world.ask_mia(&[("questions.to_reset", "5")]).await;
    for forms in [
        [
            "  DER   DRITTE MANN ",
            "kno\u{308}terich",
            "ШЛИССЕЛЬБУРГ",
            "白い自転車の鍵",
            "kaiser\t🥞\u{a0}SCHMARRN",
        ],
        [
            "Ｄｅｒ\u{3000}dritte mann",
            "KNÖTERICH",
            "шлиссельбург",
            " 白い自転車の鍵",
            "Kaiser 🥞\u{fe0f} schmarrn",
        ],
    ] {
        let journey = world.begin(MIA).await;
        let asked = world.asked(&journey).await;
        let typed = |question: &Question| {
            let at = SET
                .iter()
                .position(|(id, _)| Question::predefined(id).as_ref() == Some(question));
            forms[at.unwrap()].to_owned()
        };
        let typed = asked.iter().map(typed).collect();
        let answered = answer(&world.service, world, &journey, &asked, typed).await;
        assert_eq!(go(answered), Answered::Passed);
    }
    assert_eq!(world.charges("proof"), 0, "what was right is given back");
    assert_eq!(world.charges("question"), 2, "an attempt is an attempt");
}

pub async fn nothing_says_which_was_wrong(world: &World) {
    world.ask_mia(&[]).await;
    let journey = world.begin(MIA).await;
    let asked = world.asked(&journey).await;
    let right: Vec<String> = asked.iter().map(answer_to).map(str::to_owned).collect();
    let mut tries = Vec::new();
    for wrong in 0..3 {
        let mut typed = right.clone();
        typed[wrong] = "something else".to_owned();
        tries.push(typed);
    }
    // The right answers to other questions, and fewer answers than questions.
    let mut turned = right.clone();
    turned.rotate_left(1);
    tries.push(turned);
    for (typed, left) in tries.into_iter().zip([4, 3, 2, 1]) {
        let answered = answer(&world.service, world, &journey, &asked, typed).await;
        assert_eq!(go(answered), Answered::Wrong { left });
    }
    let fewer = answer(&world.service, world, &journey, &asked[..2], right).await;
    assert_eq!(go(fewer), Answered::Changed);
    for record in world.records("gate_tried").await {
        assert_eq!(field(&record, "reason"), "wrong_answers");
        assert_eq!(field(&record, "detail"), "");
        assert_eq!(field(&record, "method"), "security_questions");
    }
    // A code is no answer, and an answer no code.
    let code = world.fresh_app_code();
    assert_eq!(
        world.prove(&journey, METHOD, &code).await,
        Proof::NotOffered
    );
    world.pass_app(&journey).await;
}

pub async fn five_wrong_block_for_a_day(world: &World) {
    world.ask_mia(&[]).await;
    for left in [4, 3] {
        let journey = world.begin(MIA).await;
        let answered = go(world.miss_questions(&journey).await);
        assert_eq!(answered, Answered::Wrong { left });
    }
    let journey = world.begin(MIA).await;
    // Failed proofs of every method share one count.
    assert_eq!(go(world.guess(&journey).await), Proof::Wrong { left: 2 });
    let answered = go(world.miss_questions(&journey).await);
    assert_eq!(answered, Answered::Wrong { left: 1 });
    refused(world.miss_questions(&journey).await);
    gone(world.try_ask(&journey).await);
    refused(world.try_begin(MIA, TERMINAL).await);
    let blocked = world.last("account_blocked").await;
    assert!(field(&blocked, "detail").starts_with("limit of proof"));
    world.advance(DAY - 1);
    refused(world.try_begin(MIA, TERMINAL).await);
    world.advance(1);
    let journey = world.begin(MIA).await;
    world.pass_questions(&journey).await;
}

pub async fn attempts_are_counted_over_an_hour(world: &World) {
    world.ask_mia(&[("lockout.sspr_failures", "50")]).await;
    for _ in 0..2 {
        let journey = world.begin(MIA).await;
        for left in [4, 3, 2, 1] {
            let answered = go(world.miss_questions(&journey).await);
            assert_eq!(answered, Answered::Wrong { left });
        }
        world.advance(3600);
    }
    // Right ones are attempts, too.
    for _ in 0..5 {
        let journey = world.begin(MIA).await;
        world.pass_questions(&journey).await;
    }
    let journey = world.begin(MIA).await;
    refused(world.miss_questions(&journey).await);
    let blocked = world.last("account_blocked").await;
    assert!(field(&blocked, "detail").starts_with("limit of question"));
    assert_eq!(world.wrong_records().await, 8, "the sixth was not compared");
    assert_eq!(world.charges("proof"), 8, "and so did not fail");
    world.advance(DAY);
    let journey = world.begin(MIA).await;
    for left in [4, 3, 2, 1] {
        let answered = go(world.miss_questions(&journey).await);
        assert_eq!(answered, Answered::Wrong { left });
    }
    // The fifth wrong one in an hour is the last.
    refused(world.miss_questions(&journey).await);
    refused(world.try_begin(MIA, TERMINAL).await);
    world.assert_whole().await;
}

pub async fn a_shorter_block_really_ends(world: &World) {
    world.ask_mia(&[("lockout.sspr_hours", "1")]).await;
    let journey = world.begin(MIA).await;
    let asked = world.asked(&journey).await;
    // Five are being compared when the sixth comes.
    for _ in 0..5 {
        let (store, id, asked) = (world.store(), journey.bits(), asked.clone());
        let reserved = store.run(world.now(), move |tx| {
            questions::reserve(tx, &id, TERMINAL, &asked)
        });
        let reserved = reserved.await.unwrap();
        assert!(matches!(reserved, Step::Go(Reserve::Compare(_))));
    }
    let sixth = world.begin(MIA).await;
    refused(world.miss_questions(&sixth).await);
    world.advance(3600);
    let journey = world.begin(MIA).await;
    let answered = go(world.miss_questions(&journey).await);
    assert_eq!(answered, Answered::Wrong { left: 4 });
}

pub async fn two_hundred_wrong_answers_get_five(world: &World) {
    world.ask_mia(&[]).await;
    let mut journeys: Vec<JourneyId> = Vec::new();
    for _ in 0..20 {
        journeys.push(world.begin(MIA).await);
    }
    let asked = world.asked(&journeys[0]).await;
    let now = world.now();
    let passed: usize = at_once(world, 20, async |service, index| {
        let mut passed = 0;
        for turn in 0..10 {
            // Half of them all on one journey, half each on their own.
            let journey = journeys[if turn % 2 == 0 { 0 } else { index }];
            let typed = all_wrong(&asked);
            let typed = typed.iter().map(|typed| secret(typed));
            let answers = asked.iter().cloned().zip(typed).collect();
            let place = origin(TERMINAL);
            let answered = service.answer_questions(&place, &journey, answers, now);
            passed += usize::from(matches!(
                answered.await.unwrap(),
                Step::Go((Answered::Passed, _))
            ));
        }
        passed
    })
    .into_iter()
    .sum();
    assert_eq!(passed, 0);
    assert_eq!(world.wrong_records().await, 5);
    assert_eq!(world.records("gate_tried").await.len(), 5);
    assert_eq!(world.records("account_blocked").await.len(), 1);
    refused(world.try_begin(MIA, TERMINAL).await);
    world.assert_whole().await;
}

pub async fn a_try_is_charged_before_it_is_compared(world: &World) {
    world.ask_mia(&[]).await;
    let journey = world.begin(MIA).await;
    let asked = world.asked(&journey).await;
    let (store, id) = (world.store(), journey.bits());
    // A process that ends in the middle of comparing.
    let reserved = store.run(world.now(), move |tx| {
        questions::reserve(tx, &id, TERMINAL, &asked)
    });
    assert!(matches!(
        go(reserved.await.unwrap()),
        Reserve::Compare(reserved) if reserved.hashes.len() == 3
    ));
    assert_eq!((world.charges("question"), world.charges("proof")), (1, 1));
    let answered = go(world.miss_questions(&journey).await);
    assert_eq!(answered, Answered::Wrong { left: 3 });
}

pub async fn what_ended_meanwhile_passes_nothing(world: &World) {
    world.ask_mia(&[]).await;
    let reserve = async |journey: &JourneyId| {
        let (store, id, asked) = (world.store(), journey.bits(), world.asked(journey).await);
        let reserved = store.run(world.now(), move |tx| {
            questions::reserve(tx, &id, TERMINAL, &asked)
        });
        match go(reserved.await.unwrap()) {
            Reserve::Compare(reserved) => (store, reserved.attempt),
            Reserve::Not(answered) => panic!("{answered:?}"),
        }
    };
    let settle = async |journey: &JourneyId, store: Store, attempt: questions::Attempt| {
        let id = journey.bits();
        let settled = store.run(world.now(), move |tx| {
            questions::settle(tx, &id, TERMINAL, &attempt, true)
        });
        settled.await.unwrap().map(|(answered, _)| answered)
    };
    // The method was switched off, the account disabled, the journey given up while it compared.
    let journey = world.begin(MIA).await;
    let (store, attempt) = reserve(&journey).await;
    world.policy(&[("methods.enabled", "app_code,email")]).await;
    let settled = settle(&journey, store, attempt).await;
    assert_eq!(go(settled), Answered::NotOffered);
    assert_eq!(world.overview(&journey).await.passed, 0);
    world
        .policy(&[("methods.enabled", "app_code,email,security_questions")])
        .await;
    let (store, attempt) = reserve(&journey).await;
    let enable = async |on: bool| {
        let set = world
            .service
            .set_enabled(&world.operator, MIA, on, world.now());
        set.await.unwrap();
    };
    enable(false).await;
    gone(settle(&journey, store, attempt).await);
    enable(true).await;
    let journey = world.begin(MIA).await;
    let (store, attempt) = reserve(&journey).await;
    let id = journey.bits();
    let given_up = world.store();
    given_up
        .run(world.now(), move |tx| {
            journeys::abandon(tx, &id, TERMINAL, "cancelled")
        })
        .await
        .unwrap();
    gone(settle(&journey, store, attempt).await);
    let over = world.records("gate_tried").await;
    assert_eq!(over.len(), 3);
    assert!(
        over.iter()
            .all(|record| field(record, "reason") == "over_meanwhile")
    );
    // Twice right at once is one gate.
    let journey = world.begin(MIA).await;
    let (store, first) = reserve(&journey).await;
    let second = first.clone();
    assert_eq!(go(settle(&journey, store, first).await), Answered::Passed);
    let store = world.store();
    assert_eq!(
        go(settle(&journey, store, second).await),
        Answered::NotOffered
    );
    assert_eq!(world.overview(&journey).await.passed, 1);
}

pub async fn never_alone_unless_policy_says_so(world: &World) {
    world.ask_mia(&[("methods.required", "1")]).await;
    let journey = world.begin(MIA).await;
    assert_eq!(
        world.offers(&journey).await,
        [Method::AppCode, Method::Email]
    );
    assert_eq!(go(world.try_ask(&journey).await), Asked::NotOffered);
    let some: Vec<Question> = SET[..3]
        .iter()
        .map(|(id, _)| Question::predefined(id).unwrap())
        .collect();
    let typed = some.iter().map(answer_to).map(str::to_owned).collect();
    let answered = answer(&world.service, world, &journey, &some, typed).await;
    assert_eq!(go(answered), Answered::NotOffered);
    // With nothing else there is no way in.
    world
        .policy(&[("methods.enabled", "security_questions")])
        .await;
    refused(world.next(&journey).await);
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(
        field(&world.last("reset_started").await, "reason"),
        "SSPR_0014"
    );
    assert!(refusal.reason.is_none());
    // Unless the organisation wants it so.
    world.policy(&[("questions.alone", "on")]).await;
    let journey = world.begin(MIA).await;
    world.pass_questions(&journey).await;
    assert!(matches!(go(world.next(&journey).await), Next::Password(_)));
    // And no longer when it changes its mind on the way.
    world
        .policy(&[
            ("questions.alone", "off"),
            ("methods.enabled", "email,security_questions"),
        ])
        .await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::GateMissing);
    assert_eq!(world.offers(&journey).await, [Method::Email]);
    world.pass_mail(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
}

pub async fn administrators_answer_none(world: &World) {
    let said = world.refused_set(ADMIN, predefined(&SET)).await;
    assert!(said.contains("administrator role"), "{said}");
    assert_eq!(world.number("SELECT count(*) FROM answer"), 0);
    // Answers from before the role count for nothing, and come back without it.
    world.ask_mia(&[("questions.alone", "on")]).await;
    let journey = world.begin(MIA).await;
    let role = async |roles: Vec<Role>| {
        let set = world
            .service
            .set_roles(&world.operator, MIA, roles, world.now());
        set.await.unwrap();
    };
    role(vec![Role::ReportsReader]).await;
    assert!(!world.methods_of(MIA).await.contains(&METHOD));
    assert_eq!(
        world.offers(&journey).await,
        [Method::AppCode, Method::Email]
    );
    assert_eq!(go(world.try_ask(&journey).await), Asked::NotOffered);
    role(Vec::new()).await;
    assert!(world.offers(&journey).await.contains(&METHOD));
}

pub async fn new_answers_end_what_the_old_proved(world: &World) {
    world.ask_mia(&[]).await;
    let journey = world.begin(MIA).await;
    world.pass_questions(&journey).await;
    let before = world.asked(&world.begin(MIA).await).await;
    world.set(MIA, predefined(&SET)).await;
    gone(world.next(&journey).await);
    assert_eq!(
        (world.number("SELECT count(*) FROM answer"), world.drawn()),
        (5, 0)
    );
    let added = world.last("method_added").await;
    assert_eq!(field(&added, "detail"), "5 answers, replaced");
    let journey = world.begin(MIA).await;
    assert_eq!(world.asked(&journey).await.len(), before.len());
    world.pass_questions(&journey).await;
    let id = world.number("SELECT id FROM method WHERE method = 'security_questions'");
    let deleted = world
        .service
        .delete_method(&world.operator, MIA, id, world.now());
    deleted.await.unwrap();
    gone(world.next(&journey).await);
    assert_eq!(world.number("SELECT count(*) FROM answer"), 0);
    let record = world.last("method_deleted").await;
    assert_eq!(field(&record, "method"), "security_questions");
    assert!(!world.methods_of(MIA).await.contains(&METHOD));
    let journey = world.begin(MIA).await;
    assert_eq!(go(world.try_ask(&journey).await), Asked::NotOffered);
}

pub async fn own_questions_count_while_policy_has_them(world: &World) {
    world
        .policy(&[
            ("methods.enabled", "email,security_questions"),
            ("questions.custom", LOCKER),
            ("questions.to_register", "3"),
        ])
        .await;
    let mut set = predefined(&SET[..2]);
    set.push(own(LOCKER, "four hundred and two"));
    world.set(MIA, set).await;
    let journey = world.begin(MIA).await;
    let asked = world.asked(&journey).await;
    assert!(asked.contains(&Question::Own(LOCKER.to_owned())));
    // Two are too few: she would be left with one method.
    let stranded = world.policy(&[("questions.custom", "Another one")]).await;
    assert_eq!(stranded, 1);
    refused(world.try_ask(&journey).await);
    refused(world.try_begin(MIA, TERMINAL).await);
    let both = format!("Another one,{LOCKER}");
    assert_eq!(world.policy(&[("questions.custom", &both)]).await, 0);
    let journey = world.begin(MIA).await;
    assert_eq!(world.asked(&journey).await, asked, "drawn once and kept");
    world.pass_questions(&journey).await;
}

pub async fn too_few_answers_are_no_method(world: &World) {
    world
        .policy(&[
            ("methods.enabled", "email,security_questions"),
            ("questions.to_register", "3"),
        ])
        .await;
    refused(world.try_begin(MIA, TERMINAL).await);
    world.set(MIA, predefined(&SET[..3])).await;
    let view = async || {
        let view = world.service.account(&world.operator, MIA, world.now());
        view.await.unwrap()
    };
    assert!(view().await.registered && view().await.capable);
    // More to register is no reason to be left out; more to reset is.
    let more = [("questions.to_register", "5")];
    assert_eq!(world.policy(&more).await, 0);
    assert!(view().await.capable);
    assert_eq!(world.policy(&[("questions.to_reset", "4")]).await, 1);
    assert!(!view().await.registered && !view().await.capable);
    assert!(!view().await.methods.contains(&METHOD));
    refused(world.try_begin(MIA, TERMINAL).await);
}

pub async fn answers_that_are_not_taken(world: &World) {
    world
        .policy(&[("questions.to_register", "3"), ("questions.custom", LOCKER)])
        .await;
    let with = |last: NewAnswer| {
        let mut set = predefined(&SET[..2]);
        set.push(last);
        set
    };
    for (set, why) in [
        (
            predefined(&SET[..2]),
            "asks for 3 questions, and there are 2",
        ),
        (predefined(&SET), "asks for 3 questions, and there are 5"),
        (
            with(own("Which locker?", "number five")),
            "question 3 is neither",
        ),
        (
            with(predefined(&SET[..1]).remove(0)),
            "question 3 is there twice",
        ),
        (
            with(own(LOCKER, "der DRITTE  mann")),
            "answer 3 is the same",
        ),
        (with(own(LOCKER, "ab")), "answer 3 is shorter"),
        (with(own(LOCKER, &"ab".repeat(21))), "answer 3 is longer"),
        (with(own(LOCKER, "nnnn")), "answer 3 is one that anybody"),
        (
            with(own(LOCKER, "my locker number".get(3..).unwrap())),
            "only repeats words",
        ),
        (
            with(own(LOCKER, "Steele")),
            "answer 3 is the person's own name",
        ),
        (
            with(own(LOCKER, "contoso")),
            "answer 3 is the person's own name",
        ),
    ] {
        let said = world.refused_set(MIA, set).await;
        assert!(said.contains(why), "{why}: {said}");
    }
    let nobody = world
        .refused_set("nobody@contoso.example", predefined(&SET))
        .await;
    assert!(nobody.contains("no account"), "{nobody}");
    // Who may not manage methods is refused before anything is said about the answers.
    world
        .add(
            "rita@contoso.example",
            &keyhatch::service::form::Form::default(),
            OLD,
        )
        .await;
    let roles = vec![Role::ReportsReader];
    let rita = "rita@contoso.example";
    let given = world
        .service
        .set_roles(&world.operator, rita, roles, world.now());
    given.await.unwrap();
    let id = world.number("SELECT id FROM account WHERE upn_key = 'rita@contoso.example'");
    let actor = Actor::signed(id, rita, world.now());
    let set = world
        .service
        .set_questions(&actor, MIA, Vec::new(), world.now());
    assert!(sentence(set.await).contains("none of your roles"));
    assert_eq!(world.number("SELECT count(*) FROM answer"), 0);
    assert!(
        world
            .records("method_added")
            .await
            .iter()
            .all(|record| field(record, "method") == "app_code")
    );
    assert_eq!(
        world.check(MIA, OLD).await,
        Checked::Right { must_change: false }
    );
}

pub async fn they_are_hashed(world: &World) {
    world.ask_mia(&[]).await;
    let hashes = world.rows("SELECT hash FROM answer");
    let hashes: BTreeSet<String> = hashes
        .into_iter()
        .map(|row| row[0].clone().unwrap())
        .collect();
    assert_eq!(hashes.len(), MOST);
    assert!(
        hashes
            .iter()
            .all(|hash| hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"))
    );
}
