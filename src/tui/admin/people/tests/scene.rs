//! An organisation, and somebody before its places.

use ratatui::backend::TestBackend;
use ratatui::layout::Rect;

use crate::domain::role::Role;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::service::accounts::FirstPassword;
use crate::service::form::Form;
use crate::service::setup::Organisation;
use crate::service::{Actor, Service};
use crate::tui::admin::place::{Confirm, Notice, Place, Turn, Work};
use crate::tui::admin::{Desk, Drawing, Words};
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Command;
use crate::tui::samples;
use crate::tui::theme::{Contrast, GlyphSet, Look};

pub fn now() -> Timestamp {
    Timestamp::from_seconds(1_777_777_777)
}

pub fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// An organisation with an administrator, Adele, Alex (disabled) and two groups.
pub async fn contoso() -> Service {
    let service = Service::in_memory();
    let operator = Actor::Operator("root".into());
    let organisation = Organisation {
        name: "Contoso".into(),
        domains: "contoso.example".into(),
        admin: "ada@contoso.example".into(),
        form: Form {
            name: some("Ada Admin"),
            ..Form::default()
        },
        password: SecretText::copied("A long enough first sentence"),
        authenticator: None,
    };
    let done = service.initialise(&operator, organisation, now());
    done.await.unwrap();
    let on = vec![("sspr.enabled".to_owned(), "all".to_owned())];
    service.set_policy(&operator, on, now()).await.unwrap();
    for (upn, name, home) in [
        (
            "adele@contoso.example",
            "Adele Vance",
            some("adele@home.example"),
        ),
        ("alex@contoso.example", "Alex Wilber", None),
    ] {
        let form = Form {
            name: some(name),
            mobile: home.is_some().then(|| "+442079460000".into()),
            alternate_email: home,
            ..Form::default()
        };
        let first = FirstPassword::Made;
        let added = service.add_account(&operator, upn, &form, first, now());
        added.await.unwrap();
    }
    let off = service.set_enabled(&operator, "alex@contoso.example", false, now());
    off.await.unwrap();
    for (name, kind, about) in [
        ("Sales", "microsoft365", "Everybody who sells"),
        ("Testers", "security", "Who tries things first"),
    ] {
        let added = service.add_group(&operator, name, kind, Some(about), now());
        added.await.unwrap();
    }
    let put = service.add_member(&operator, "Sales", "adele@contoso.example", now());
    put.await.unwrap();
    service
}

/// What stands on each other, who sits before it, and what was said last.
pub struct Scene {
    pub desk: Desk,
    pub stack: Vec<Box<dyn Place>>,
    pub said: Option<Notice>,
    pub asked: Option<Confirm>,
}

impl Scene {
    /// The local operator before a tab.
    pub async fn new(first: Box<dyn Place>) -> Self {
        Self::of(
            contoso().await,
            Actor::Operator("root".into()),
            vec![Role::Global],
            first,
        )
        .await
    }

    pub async fn of(
        service: Service,
        actor: Actor,
        roles: Vec<Role>,
        first: Box<dyn Place>,
    ) -> Self {
        let desk = Desk::new(service, actor, "tty1", now);
        desk.learn(roles);
        let mut scene = Self {
            desk,
            stack: Vec::new(),
            said: None,
            asked: None,
        };
        scene.turn(Turn::Open(first)).await;
        scene
    }

    pub fn top(&mut self) -> &mut dyn Place {
        self.stack.last_mut().unwrap().as_mut()
    }

    pub async fn turn(&mut self, turn: Turn) {
        let mut next = Some(turn);
        while let Some(turn) = next.take() {
            match turn {
                Turn::Stay | Turn::Leave | Turn::Go(_) => {}
                Turn::Say(notice) => self.said = Some(notice),
                Turn::Confirm(confirm) => self.asked = Some(confirm),
                Turn::Work(work) => next = Some(self.work(&work).await),
                Turn::Open(place) => {
                    self.stack.push(place);
                    next = Some(self.shown());
                }
                Turn::Replace(place) => {
                    self.stack.pop();
                    self.stack.push(place);
                    next = Some(self.shown());
                }
                Turn::Close(said) => {
                    self.said = said.or(self.said.take());
                    self.stack.pop();
                    assert!(!self.stack.is_empty(), "the tab itself was left");
                    next = Some(self.shown());
                }
            }
        }
    }

    pub fn shown(&mut self) -> Turn {
        let desk = self.desk.clone();
        self.top().shown(&desk)
    }

    pub async fn work(&mut self, work: &Work) -> Turn {
        let desk = self.desk.clone();
        match work.begin(desk.clone()).await {
            Ok(then) => then(self.top(), &desk),
            Err(error) => {
                let own = work.failed(self.top(), &error);
                let said = || Turn::Say(Notice::error(error.msg().unwrap()));
                own.unwrap_or_else(said)
            }
        }
    }

    pub async fn key(&mut self, command: Command) {
        self.said = None;
        let desk = self.desk.clone();
        let turn = self.top().key(command, &desk);
        self.turn(turn).await;
    }

    pub async fn keys(&mut self, text: &str) {
        for c in text.chars() {
            self.key(Command::Type(c)).await;
        }
    }

    pub async fn down(&mut self, times: usize) {
        for _ in 0..times {
            self.key(Command::Next).await;
        }
    }

    /// Answers the question that was asked; what must be typed for it.
    pub async fn confirm(&mut self) -> Option<String> {
        let asked = self.asked.take().expect("a question");
        let (word, then) = (asked.word, asked.then);
        let desk = self.desk.clone();
        let turn = then(self.top(), &desk);
        self.turn(turn).await;
        word
    }

    /// What was said last, as its id.
    pub fn said(&self) -> &str {
        self.said.as_ref().map_or("", |said| said.text.id.as_ref())
    }

    pub fn title(&mut self) -> String {
        self.top().title().id.to_string()
    }

    /// The top place on an area of this size, in a language.
    pub fn picture(&mut self, (width, height): (u16, u16), tag: &str) -> String {
        let mut canvas = Canvas::new(TestBackend::new(width, height));
        let mut sheet = canvas.sheet().unwrap();
        let (look, words) = (Look::new(Contrast::Mono, GlyphSet::Ascii), Words::new(tag));
        let with = Drawing {
            say: &words,
            look: &look,
            focused: true,
        };
        let area = Rect::new(0, 0, width, height);
        let cursor = self.top().draw(area, &mut sheet, with);
        canvas.show(sheet, cursor).unwrap();
        samples::picture(canvas.backend().buffer(), cursor)
    }

    pub fn seen(&mut self) -> String {
        self.picture((100, 60), "en")
    }
}

/// Plays a scene on a runtime of its own.
pub fn play<F: Future<Output = ()>>(scene: impl FnOnce() -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(tokio::task::LocalSet::new().run_until(scene()));
}
