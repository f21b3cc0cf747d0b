//! The loop of a console of somebody who really signed in, with a clock of its own: what asks for a
//! second factor anew, and what becomes of what was typed and asked meanwhile.

use std::cell::{Cell, RefCell};
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};
use keyhatch::clock;
use keyhatch::crypto::totp::{Seed, step_at};
use keyhatch::crypto::{Keys, MasterKey};
use keyhatch::domain::journey::{self, Step};
use keyhatch::domain::method::Method;
use keyhatch::domain::msg::Msg;
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::session::SignedIn;
use keyhatch::domain::time::Timestamp;
use keyhatch::journey::Limits;
use keyhatch::journey::runner::Runner;
use keyhatch::service::accounts::FirstPassword;
use keyhatch::service::form::Form;
use keyhatch::service::methods::NewSeed;
use keyhatch::service::reset::Origin;
use keyhatch::service::setup::Organisation;
use keyhatch::service::{Actor, Service};
use keyhatch::store::Store;
use keyhatch::store::audit::Verdict;
use keyhatch::tui::admin::{Console, Desk, Drawing, Leave, Place, Session, Turn, Words, Work};
use keyhatch::tui::canvas::{Canvas, Sheet};
use keyhatch::tui::events::{Event, Events, Feed};
use keyhatch::tui::keymap::Command;
use keyhatch::tui::theme::{Contrast, GlyphSet, Look};
use ratatui::backend::{Backend, ClearType, TestBackend, WindowSize};
use ratatui::buffer::Cell as Drawn;
use ratatui::layout::{Position, Rect, Size};

const ADMIN: &str = "ada@contoso.example";
const MIA: &str = "mias@contoso.example";
const PASSWORD: &str = "first light on the hill";
const CODE: &str = "Open the authenticator app";

/// A terminal that others see, too.
#[derive(Clone)]
struct Seen(Rc<RefCell<TestBackend>>);

impl Seen {
    fn words(&self) -> String {
        let backend = self.0.borrow();
        let cells = backend.buffer().content.iter().map(Drawn::symbol);
        let all: String = cells.collect();
        all.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    async fn see(&self, words: &str) {
        for _ in 0..1000 {
            if self.words().contains(words) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("never {words}: {}", self.words());
    }
}

impl Backend for Seen {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Drawn)>,
    {
        let _never = self.0.borrow_mut().draw(content);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, _: P) -> io::Result<()> {
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        let _never = self.0.borrow_mut().clear();
        Ok(())
    }

    fn clear_region(&mut self, part: ClearType) -> io::Result<()> {
        let _never = self.0.borrow_mut().clear_region(part);
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(Size::new(80, 24))
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: Size::new(80, 24),
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A page into which one types, and whose Enter wants a fresh proof.
struct Releases {
    typed: String,
    told: Rc<RefCell<Vec<String>>>,
}

impl Place for Releases {
    fn title(&self) -> Msg {
        Msg::new("tab-users")
    }

    fn help(&self) -> &'static str {
        "help-console"
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Enter => {
                let release = |desk: Desk| async move {
                    let (actor, now) = (desk.actor(), desk.now());
                    desk.service().release(&actor, MIA, now).await
                };
                let then = |place: &mut Self, (), _: &Desk| {
                    let told = format!("released with `{}`", place.typed);
                    place.told.borrow_mut().push(told);
                    Turn::Stay
                };
                Turn::Work(Work::new(release, then))
            }
            Command::Type(c) => {
                self.typed.push(c);
                Turn::Stay
            }
            _ => Turn::Stay,
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        use keyhatch::tui::canvas::Paper as _;
        let line = format!("typed <{}>", self.typed);
        sheet.write(area.x, area.y, ratatui::text::Line::from(line), area.width);
        let _ = with;
        None
    }
}

/// What happens to a console, as a person sees it.
struct Person {
    seen: Seen,
    feed: Feed<u64>,
    service: Service,
    told: Rc<RefCell<Vec<String>>>,
    /// An authenticator whose codes are unused.
    app: Seed,
}

impl Person {
    async fn types(&self, text: &str) {
        for c in text.chars() {
            self.press(KeyCode::Char(c)).await;
        }
    }

    async fn press(&self, code: KeyCode) {
        self.feed.send(Event::Key(KeyEvent::from(code))).await;
    }

    async fn gives_the_second_factor(&self) {
        self.see(CODE).await;
        self.types(self.app.code(step_at(clock::now())).expose())
            .await;
        self.press(KeyCode::Enter).await;
    }

    async fn see(&self, words: &str) {
        self.seen.see(words).await;
    }

    async fn until_told(&self) -> String {
        for _ in 0..1000 {
            if let Some(told) = self.told.borrow_mut().pop() {
                return told;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("nothing was told: {}", self.seen.words());
    }
}

thread_local! {
    /// How far the console's clock is ahead.
    static AHEAD: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

fn now() -> Timestamp {
    clock::now().plus(AHEAD.get())
}

/// Runs a console that locks after so long, and what somebody does with it; why it ended.
fn play<F: Future<Output = ()>>(idle: Duration, does: impl FnOnce(Person) -> F) -> Leave {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let keys = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
        let service = Service::new(Store::in_memory(keys).unwrap());
        let (session, actor, app) = signed_in(&service, idle).await;
        let desk = Desk::new(service.clone(), actor, "lobby:tty1", now);
        let look = Look::new(Contrast::Mono, GlyphSet::Ascii);
        let console = Console::new(desk, Words::new("en"), look, "Contoso".into());
        let mut console = console.signed_in(session);
        let told = Rc::new(RefCell::new(Vec::new()));
        console.begin_with(Some(Box::new(Releases {
            typed: String::new(),
            told: told.clone(),
        })));
        let seen = Seen(Rc::new(RefCell::new(TestBackend::new(80, 24))));
        let mut canvas = Canvas::new(seen.clone());
        let mut events = Events::fed();
        let person = Person {
            seen,
            feed: events.feed(),
            service,
            told,
            app,
        };
        let (left, ()) = tokio::join!(console.run(&mut canvas, &mut events), does(person));
        left
    })
}

/// An administrator who signed in with one of two authenticators.
async fn signed_in(service: &Service, idle: Duration) -> (Session, Actor, Seed) {
    let (operator, now) = (Actor::Operator("root".to_owned()), clock::now());
    let organisation = Organisation {
        name: "Contoso".to_owned(),
        domains: String::new(),
        admin: ADMIN.to_owned(),
        form: Form::default(),
        password: SecretText::copied(PASSWORD),
        authenticator: None,
    };
    let made = service.initialise(&operator, organisation, now);
    made.await.unwrap();
    let form = Form::default();
    let added = service.add_account(&operator, MIA, &form, FirstPassword::Made, now);
    added.await.unwrap();
    let mut seeds = [Seed::generate().unwrap(), Seed::generate().unwrap()];
    for seed in &seeds {
        let given = NewSeed::Given(seed.key());
        let added = service.add_app_code(&operator, ADMIN, given, now);
        added.await.unwrap();
    }
    let quiet = "registration.required_at_sign_in";
    let quiet = vec![(quiet.to_owned(), "off".to_owned())];
    service.set_policy(&operator, quiet, now).await.unwrap();
    let origin = Origin {
        terminal: "lobby:tty1".to_owned(),
        remote: false,
        lifetime: Duration::from_secs(900),
    };
    let password = SecretText::copied(PASSWORD);
    let begun = service.sign_in_here(&origin, ADMIN, password, "en".to_owned(), now);
    let SignedIn::On(journey, _) = begun.await.unwrap() else {
        panic!("the password is right");
    };
    let [used, unused] = &mut seeds;
    let code = used.code(step_at(now));
    let proved = service.prove(&origin, &journey, Method::AppCode, code, now);
    let Step::Go((journey::Proof::Passed, _)) = proved.await.unwrap() else {
        panic!("the code is right");
    };
    let actor = service.console_actor(&origin, &journey, false, now);
    let actor = actor.await.unwrap().unwrap();
    let session = Session {
        runner: Runner::new(service.clone(), origin.clone()),
        origin,
        journey,
        read_only: false,
        limits: Limits {
            idle: Duration::from_secs(90),
            scale: 1.0,
            language: "en".to_owned(),
            once: true,
            leave: true,
            drawn: true,
        },
        idle,
    };
    let unused = Seed::parse(&unused.key()).ok().unwrap();
    (session, actor, unused)
}

const NEVER: Duration = Duration::from_secs(3600);

#[test]
fn what_wants_a_fresh_proof_goes_on_by_itself_when_it_is_given() {
    let left = play(NEVER, |person| async move {
        person.see("typed <>").await;
        person.types("half a sentence").await;
        person.press(KeyCode::Enter).await;
        assert_eq!(person.until_told().await, "released with `half a sentence`");
        // Six minutes later the same is asked for by the second factor alone, and then done.
        AHEAD.set(Duration::from_secs(6 * 60));
        person.types("!").await;
        person.press(KeyCode::Enter).await;
        person.see(CODE).await;
        person.press(KeyCode::Esc).await;
        person.see("How do you want to prove").await;
        person.press(KeyCode::Esc).await;
        person.see("Nothing was done").await;
        person.see("typed <half a sentence!>").await;
        assert!(person.told.borrow().is_empty());
        person.press(KeyCode::Enter).await;
        person.gives_the_second_factor().await;
        assert_eq!(
            person.until_told().await,
            "released with `half a sentence!`"
        );
        person.see("typed <half a sentence!>").await;
        person.feed.send(Event::Closed).await;
    });
    assert_eq!(left, Leave::Closed);
}

#[test]
fn a_console_that_nobody_uses_locks_and_loses_nothing() {
    let left = play(Duration::from_millis(1500), |person| async move {
        person.see("typed <>").await;
        person.types("half").await;
        person.see("typed <half>").await;
        person.see("The console is locked").await;
        assert!(!person.seen.words().contains("typed"));
        person.press(KeyCode::Char('x')).await;
        person.gives_the_second_factor().await;
        person.see("typed <half>").await;
        person.see("The console is locked").await;
        let ctrl_x = KeyEvent::new(KeyCode::Char('x'), crossterm::event::KeyModifiers::CONTROL);
        person.feed.send(Event::Key(ctrl_x)).await;
    });
    assert_eq!(left, Leave::Left);
}

#[test]
fn what_ends_the_sign_in_is_said_and_any_key_leaves() {
    let left = play(NEVER, |person| async move {
        person.see("typed <>").await;
        let operator = Actor::Operator("root".to_owned());
        let given = person
            .service
            .temporary_password(&operator, ADMIN, clock::now());
        given.await.unwrap();
        person.see("You are signed out").await;
        assert!(!person.seen.words().contains("typed"));
        person.press(KeyCode::Enter).await;
    });
    assert_eq!(left, Leave::SignedOut);
}

#[test]
fn a_terminal_lost_in_the_middle_of_a_save_leaves_it_done_or_not() {
    for patience in [0, 1, 2, 5, 20] {
        let left = play(NEVER, |person| async move {
            person.see("typed <>").await;
            person.press(KeyCode::Enter).await;
            tokio::time::sleep(Duration::from_millis(patience)).await;
            person.feed.send(Event::Closed).await;
            let operator = Actor::Operator("root".to_owned());
            let verdict = person.service.verify_audit(&operator, None, clock::now());
            let Verdict::Whole(records) = verdict.await.unwrap() else {
                panic!("the chain is broken");
            };
            assert!(records > 5);
        });
        assert_eq!(left, Leave::Closed);
    }
}
