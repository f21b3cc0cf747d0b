//! The tabs of settings over a real service, played with commands.

mod each;
mod screens;

use ratatui::backend::TestBackend;

use super::*;
use crate::domain::msg::Msg;
use crate::domain::role::Role;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::service::form::Form as Person;
use crate::service::setup::Organisation;
use crate::service::{Actor, Service};
use crate::tui::admin::console::Console;
use crate::tui::admin::place::{Confirm, Notice, Place, Turn};
use crate::tui::admin::{Connected, Desk, Tab, Words, layout};
use crate::tui::canvas::{Canvas, Paper as _};
use crate::tui::keymap::Command;
use crate::tui::samples;
use crate::tui::theme::{Contrast, GlyphSet, Look};

const ADA: &str = "ada@contoso.example";

fn now() -> Timestamp {
    Timestamp::from_seconds(1_777_777_777)
}

/// A desk, what is open at it, and what was said last. Turns are taken one after another.
struct Bench {
    desk: Desk,
    tab: Tab,
    stack: Vec<Box<dyn Place>>,
    notice: Option<Notice>,
    asked: Option<Confirm>,
}

impl Bench {
    /// Contoso with the local operator at the desk, and a tab in sight.
    async fn at(tab: Tab) -> Self {
        let service = Service::in_memory();
        let operator = Actor::Operator("root".to_owned());
        let contoso = Organisation {
            name: "Contoso".to_owned(),
            domains: String::new(),
            admin: ADA.to_owned(),
            form: Person::default(),
            password: SecretText::copied("first light on the hill"),
            authenticator: None,
        };
        let made = service.initialise(&operator, contoso, now());
        made.await.unwrap();
        let desk = Desk::new(service, operator, "tty1", now);
        desk.learn(vec![Role::Global]);
        Self::over(desk, tab).await
    }

    async fn over(desk: Desk, tab: Tab) -> Self {
        let place: Box<dyn Place> = match tab {
            Tab::Administrators => Box::new(Administrators::default()),
            tab => Box::new(Settings::new(tab, &desk)),
        };
        let mut bench = Self {
            stack: vec![place],
            desk,
            tab,
            notice: None,
            asked: None,
        };
        bench.tell(|place, desk| place.shown(desk)).await;
        bench
    }

    fn top(&mut self) -> &mut dyn Place {
        self.stack.last_mut().unwrap().as_mut()
    }

    async fn tell(&mut self, tell: impl FnOnce(&mut dyn Place, &Desk) -> Turn) {
        let desk = self.desk.clone();
        let mut turn = tell(self.top(), &desk);
        loop {
            turn = match turn {
                Turn::Stay => return,
                Turn::Work(work) => match work.begin(desk.clone()).await {
                    Ok(then) => then(self.top(), &desk),
                    Err(error) => match work.failed(self.top(), &error) {
                        Some(turn) => turn,
                        None => panic!("{error}"),
                    },
                },
                Turn::Say(notice) => {
                    self.notice = Some(notice);
                    return;
                }
                Turn::Open(place) => {
                    self.stack.push(place);
                    self.top().shown(&desk)
                }
                Turn::Replace(place) => {
                    self.stack.pop();
                    self.stack.push(place);
                    self.top().shown(&desk)
                }
                Turn::Close(said) => {
                    self.notice = said.or(self.notice.take());
                    self.stack.pop();
                    self.top().shown(&desk)
                }
                Turn::Confirm(asked) => {
                    self.asked = Some(asked);
                    return;
                }
                Turn::Go(_) | Turn::Leave => panic!("it leaves"),
            };
        }
    }

    async fn keys(&mut self, commands: &[Command]) {
        for command in commands {
            self.notice = None;
            self.tell(|place, desk| place.key(*command, desk)).await;
        }
    }

    async fn typed(&mut self, text: &str) {
        for c in text.chars() {
            self.keys(&[Type(c)]).await;
        }
    }

    fn said(&self) -> &str {
        self.notice.as_ref().map_or("", |notice| &notice.text.id)
    }

    async fn value(&self, key: &str) -> String {
        let operator = Actor::Operator("root".to_owned());
        let values = self.desk.service().policy_values(&operator, now());
        let values = values.await.unwrap();
        let found = values.into_iter().find(|(known, ..)| known == key);
        found.unwrap().2.shown()
    }

    /// Somebody else sets something.
    async fn elsewhere(&self, pairs: &[(&str, &str)]) {
        let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        let other = Actor::Operator("bea".to_owned());
        let pairs = pairs.iter().map(owned).collect();
        let set = self.desk.service().set_policy(&other, pairs, now());
        set.await.unwrap();
    }

    /// The screen, with the place in sight; the place stays here.
    fn picture(&mut self, size: (u16, u16)) -> String {
        self.picture_in("en", size)
    }

    fn picture_in(&mut self, tag: &str, size: (u16, u16)) -> String {
        let look = Look::new(Contrast::Mono, GlyphSet::Ascii);
        let place = self.stack.pop().unwrap();
        let words = Words::new(tag);
        let console = Console::new(self.desk.clone(), words, look, "Contoso".to_owned());
        let mut console = console.with(self.tab, place, self.notice.clone());
        let mut canvas = Canvas::new(TestBackend::new(size.0, size.1));
        let mut sheet = canvas.sheet().unwrap();
        let (_, cursor) = layout::draw(&console, sheet.area(), &mut sheet);
        canvas.show(sheet, cursor).unwrap();
        self.stack.push(console.stack.pop().unwrap().place);
        samples::picture(canvas.backend().buffer(), cursor)
    }
}

fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(test);
}

use Command::{Back, Backspace, Enter, Next, PageDown, Previous, Right, Save, Type};

#[test]
fn what_is_filled_in_is_reviewed_and_saved() {
    run(async {
        let mut bench = Bench::at(Tab::Registration).await;
        bench.keys(&[Type(' '), Next]).await;
        bench.keys(&[Backspace, Backspace, Backspace]).await;
        bench.typed("90").await;
        assert!(bench.top().unsaved());
        bench.keys(&[Save]).await;
        let review = bench.picture((80, 24));
        for line in [
            "Register at sign-in",
            "before: On",
            "after: 90",
            "Ask for registration",
        ] {
            assert!(review.contains(line), "{line}: {review}");
        }
        // Going back keeps what is filled in, and saves nothing.
        bench.keys(&[Back]).await;
        assert!(bench.top().unsaved());
        assert_eq!(bench.value("registration.reconfirm_days").await, "180");
        bench.keys(&[Save, Save]).await;
        assert_eq!(bench.said(), "settings-saved");
        assert_eq!(bench.stack.len(), 1);
        assert!(!bench.top().unsaved());
        assert_eq!(bench.value("registration.reconfirm_days").await, "90");
        assert_eq!(bench.value("registration.required_at_sign_in").await, "off");
    });
}

#[test]
fn what_can_t_be_is_said_at_its_field() {
    run(async {
        let mut bench = Bench::at(Tab::Registration).await;
        bench.keys(&[Next]).await;
        bench.typed("x").await;
        bench.keys(&[Save]).await;
        assert_eq!(bench.stack.len(), 1);
        let form = bench.picture((80, 24));
        assert!(
            form.contains("! Write a whole number from 0 to 730."),
            "{form}"
        );
        // What doesn't fit together is said over the form, with everything still in it.
        let mut bench = Bench::at(Tab::Properties).await;
        bench.keys(&[Right, Save]).await;
        assert_eq!(bench.said(), "refusal-clash-no-group");
        assert!(bench.stack.len() == 1 && bench.top().unsaved());
    });
}

#[test]
fn the_second_sees_the_first_s_change_and_takes_either() {
    run(async {
        for mine in [false, true] {
            let mut bench = Bench::at(Tab::Registration).await;
            bench.keys(&[Type(' '), Next, Backspace]).await;
            bench
                .elsewhere(&[("registration.reconfirm_days", "30")])
                .await;
            // It is told while the form is still open, once, and nothing typed is lost.
            bench.tell(|place, desk| place.refresh(desk)).await;
            assert_eq!(bench.said(), "settings-met");
            bench.notice = None;
            bench.tell(|place, desk| place.refresh(desk)).await;
            assert_eq!(bench.said(), "");
            bench.keys(&[Save, Save]).await;
            let both = bench.picture((80, 24));
            for line in ["Theirs: 30 (by operator:bea,", "Yours: 18", "before: 180"] {
                assert!(both.contains(line), "{line}: {both}");
            }
            assert_eq!(bench.value("registration.required_at_sign_in").await, "on");
            if mine {
                bench.keys(&[Type(' ')]).await;
            }
            // What is left is looked over again before it is saved.
            bench.keys(&[Enter]).await;
            let review = bench.picture((80, 24));
            assert_eq!(review.contains("after: 18"), mine, "{review}");
            assert_eq!(review.contains("before: 30"), mine, "{review}");
            bench.keys(&[Save]).await;
            assert_eq!(bench.said(), "settings-saved");
            let days = if mine { "18" } else { "30" };
            assert_eq!(bench.value("registration.reconfirm_days").await, days);
            assert_eq!(bench.value("registration.required_at_sign_in").await, "off");
            assert!(!bench.top().unsaved());
        }
        // Where all of theirs is taken, nothing is left to save.
        let mut bench = Bench::at(Tab::Registration).await;
        bench.keys(&[Next, Backspace]).await;
        bench
            .elsewhere(&[("registration.reconfirm_days", "30")])
            .await;
        bench.keys(&[Save, Save, Enter]).await;
        assert_eq!(bench.said(), "conflict-theirs-taken");
        assert!(bench.stack.len() == 1 && !bench.top().unsaved());
        assert!(bench.picture((80, 24)).contains("[30"));
    });
}

#[test]
fn going_back_from_a_conflict_keeps_what_was_decided() {
    run(async {
        let mut bench = Bench::at(Tab::Registration).await;
        bench.keys(&[Type(' '), Next, Backspace]).await;
        bench
            .elsewhere(&[("registration.reconfirm_days", "30")])
            .await;
        bench.keys(&[Save, Save, Enter, Back]).await;
        // Theirs is taken, one's own other change is still there.
        let form = bench.picture((80, 24));
        assert!(
            form.contains("[30") && form.contains("before: on"),
            "{form}"
        );
        assert!(bench.top().unsaved());
    });
}

#[test]
fn a_form_follows_what_is_in_force() {
    run(async {
        let mut bench = Bench::at(Tab::Registration).await;
        bench
            .elsewhere(&[("registration.reconfirm_days", "30")])
            .await;
        bench.tell(|place, desk| place.refresh(desk)).await;
        assert!(bench.picture((80, 24)).contains("[30"));
        assert!(!bench.top().unsaved() && bench.said().is_empty());
    });
}

#[test]
fn the_last_save_is_shown_and_put_back() {
    run(async {
        let mut bench = Bench::at(Tab::Notifications).await;
        bench.keys(&[Type('u')]).await;
        assert_eq!(bench.said(), "refusal-nothing-to-undo");
        assert_eq!(bench.stack.len(), 1);
        bench.elsewhere(&[("notify.users_on_reset", "off")]).await;
        bench.keys(&[Type('u')]).await;
        let shown = bench.picture((80, 24));
        for line in ["Saved by operator:bea", "before: Off", "after: On"] {
            assert!(shown.contains(line), "{line}: {shown}");
        }
        bench.keys(&[Back]).await;
        assert_eq!(bench.value("notify.users_on_reset").await, "off");
        bench.keys(&[Type('u'), Save]).await;
        assert_eq!(bench.said(), "undo-done");
        assert_eq!(bench.value("notify.users_on_reset").await, "on");
        assert!(bench.picture((80, 24)).contains("[x] Tell people"));
        // What was changed between looking and doing is not put back over it.
        bench.elsewhere(&[("notify.users_on_reset", "off")]).await;
        bench.keys(&[Type('u')]).await;
        bench.elsewhere(&[("notify.users_on_reset", "on")]).await;
        bench.keys(&[Save]).await;
        let shown = bench.picture((80, 24));
        assert!(shown.contains("! It can't be undone"), "{shown}");
        assert_eq!(bench.value("notify.users_on_reset").await, "on");
    });
}

#[test]
fn groups_are_chosen_from_those_there_are() {
    run(async {
        let mut bench = Bench::at(Tab::Properties).await;
        for name in ["Finance", "SSPRTesters", "Testers of doors"] {
            let operator = bench.desk.actor();
            let added = bench.desk.service();
            let added = added.add_group(&operator, name, "security", None, now());
            added.await.unwrap();
        }
        bench.keys(&[Right, Next, Enter]).await;
        let all = bench.picture((80, 24));
        assert!(all.contains("[ ] Finance"), "{all}");
        bench.typed("/testers").await;
        let some = bench.picture((80, 24));
        assert!(!some.contains("Finance"), "{some}");
        assert!(some.contains("[ ] SSPRTesters") && some.contains("[ ] Testers of doors"));
        bench.keys(&[Enter]).await;
        assert!(bench.picture((80, 24)).contains("[x] SSPRTesters"));
        bench.keys(&[Save]).await;
        assert_eq!(bench.said(), "settings-picked");
        assert!(bench.picture((80, 24)).contains("[SSPRTesters"));
        bench.keys(&[Save, Save]).await;
        assert_eq!(bench.said(), "settings-saved");
        assert_eq!(bench.value("sspr.groups").await, "SSPRTesters");
        assert_eq!(bench.value("sspr.enabled").await, "selected");
    });
}

#[test]
fn a_thousand_words_are_pasted_and_what_is_no_word_is_refused() {
    run(async {
        let mut bench = Bench::at(Tab::Passwords).await;
        bench.keys(&[Next, Next, Next, Next, Next]).await;
        bench.keys(&[Enter]).await;
        bench.typed("abc").await;
        bench.keys(&[Save]).await;
        assert_eq!(bench.said(), "refusal-setting-list");
        bench.keys(&[Command::Clear]).await;
        let words: Vec<String> = (0..1000).map(|number| format!("word{number:04}")).collect();
        let text = words.join("\n");
        bench.tell(|place, desk| place.paste(&text, desk)).await;
        assert!(bench.picture((80, 24)).contains("1000 of 1000"));
        bench.keys(&[Enter]).await;
        bench.typed("more").await;
        assert!(bench.picture((80, 24)).contains("1000 of 1000"));
        bench.keys(&[Command::Clear]).await;
        bench.typed("word9999").await;
        bench.keys(&[Save]).await;
        assert_eq!(bench.said(), "settings-picked");
        assert!(
            bench
                .picture((80, 40))
                .contains("word0000, word0001, word0002, … (1000)")
        );
        bench.keys(&[Save]).await;
        let review = bench.picture((80, 40));
        assert!(
            review.contains("+ word0000") && review.contains("and 980 more"),
            "{review}"
        );
        bench.keys(&[Save]).await;
        let banned = bench.value("password.banned").await;
        assert_eq!(banned.split(',').count(), 1000);
        assert!(banned.ends_with("word9999"));
    });
}

#[test]
fn what_one_may_not_change_can_be_looked_at() {
    run(async {
        let mut bench = Bench::at(Tab::Properties).await;
        bench.desk.learn(vec![Role::Helpdesk]);
        bench.tell(|place, desk| place.shown(desk)).await;
        for command in [Type('x'), Type('u'), Save, Right, Enter, PageDown, Previous] {
            bench.keys(&[command]).await;
            assert_eq!(bench.stack.len(), 1, "{command:?}");
            assert!(
                bench.asked.is_none() && !bench.top().unsaved(),
                "{command:?}"
            );
        }
        let form = bench.picture((80, 24));
        assert!(form.contains("i You may look at these settings"), "{form}");
        // Some of it by one role, the rest by another.
        bench.desk.learn(vec![Role::AuthenticationPolicy]);
        bench.tell(|place, desk| place.shown(desk)).await;
        bench.keys(&[Command::PageUp, Right]).await;
        assert!(bench.top().unsaved());
    });
}

#[test]
fn what_is_right_as_it_is_can_be_noted() {
    run(async {
        let mut bench = Bench::at(Tab::Notifications).await;
        bench.keys(&[Save]).await;
        let asked = bench.asked.take().unwrap();
        assert_eq!(asked.title, Msg::new("settings-unchanged"));
        bench.tell(|place, desk| (asked.then)(place, desk)).await;
        assert_eq!(bench.said(), "settings-confirmed");
    });
}
