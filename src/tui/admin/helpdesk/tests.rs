//! The pages, played with keys against a store.

use ratatui::backend::TestBackend;
use ratatui::layout::Rect;

use super::*;
use crate::domain::eligibility::Reason;
use crate::domain::human::{Begun, Claim};
use crate::domain::journey::Step;
use crate::domain::letter::Letter;
use crate::domain::outgoing::Channel;
use crate::domain::remedy::Remedy;
use crate::domain::role::Role;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;
use crate::i18n::{File, Texts};
use crate::service::accounts::FirstPassword;
use crate::service::form::Form as Fields;
use crate::service::methods::NewSeed;
use crate::service::reset::Origin;
use crate::service::setup::Organisation;
use crate::service::{Actor, Service};
use crate::tui::admin::Words;
use crate::tui::admin::place::{Confirm, Notice};
use crate::tui::canvas::Canvas;
use crate::tui::samples;
use crate::tui::theme::{Contrast, GlyphSet, Look};

const MIA: &str = "mias@contoso.example";
const HAL: &str = "hal@contoso.example";
const SIZE: (u16, u16) = (53, 22);

fn now() -> Timestamp {
    Timestamp::from_seconds(1_777_777_777)
}

/// Contoso, Mia with an address and an authenticator, Hal who helps.
async fn furnished() -> Service {
    let (service, operator) = (Service::in_memory(), Actor::Operator("root".into()));
    let text = |value: &str| Some(value.to_owned());
    let password = || SecretText::copied("correct horse battery");
    let contoso = Organisation {
        name: "Contoso".into(),
        domains: String::new(),
        admin: "ada@contoso.example".into(),
        form: Fields::default(),
        password: password(),
        authenticator: None,
    };
    service.initialise(&operator, contoso, now()).await.unwrap();
    let pairs = vec![("sspr.enabled".to_owned(), "all".to_owned())];
    service.set_policy(&operator, pairs, now()).await.unwrap();
    for (upn, name, role, address) in [
        (MIA, "Mia Steele", None, text("mia@home.example")),
        (HAL, "Hal", Some(vec!["helpdesk".to_owned()]), None),
    ] {
        let form = Fields {
            name: text(name),
            alternate_email: address,
            roles: role,
            ..Fields::default()
        };
        let first = FirstPassword::Given {
            password: password(),
            must_change: false,
        };
        service
            .add_account(&operator, upn, &form, first, now())
            .await
            .unwrap();
    }
    service
        .add_app_code(&operator, MIA, NewSeed::Made, now())
        .await
        .unwrap();
    service
}

/// The caller's code in the post.
async fn code_in_post(service: &Service) -> String {
    let taken = service.take_letters(10, &[Channel::Mail], now());
    let mut letters = taken.await.unwrap().into_iter();
    let code = letters.find_map(|taken| match taken.letter {
        Some(Letter::CallerCode { code, .. }) => Some(code.expose().to_owned()),
        _ => None,
    });
    code.expect("a caller's code")
}

/// Places one over the other, as the loop has them.
struct Play {
    desk: Desk,
    stack: Vec<Box<dyn Place>>,
    said: Option<Notice>,
    asked: Option<Confirm>,
}

impl Play {
    async fn new(roles: &[Role]) -> Self {
        let service = furnished().await;
        let operator = Actor::Operator("root".into());
        let hal = service.account(&operator, HAL, now()).await.ok().unwrap();
        let actor = Actor::signed(hal.account.id, HAL, now());
        let desk = Desk::new(service, actor, "tty1", now);
        desk.learn(roles.to_vec());
        let mut play = Self {
            stack: Vec::new(),
            said: None,
            asked: None,
            desk,
        };
        if let Some(page) = HelpDesk::open(&play.desk) {
            play.turn(Turn::Open(page)).await;
        }
        play
    }

    async fn shown(&mut self) {
        let desk = self.desk.clone();
        let turn = self.stack.last_mut().map(|top| top.shown(&desk));
        Box::pin(self.turn(turn.unwrap_or(Turn::Stay))).await;
    }

    async fn turn(&mut self, turn: Turn) {
        match turn {
            Turn::Stay | Turn::Go(_) | Turn::Leave => {}
            Turn::Say(notice) => self.said = Some(notice),
            Turn::Confirm(confirm) => self.asked = Some(confirm),
            Turn::Open(place) => {
                self.stack.push(place);
                self.shown().await;
            }
            Turn::Replace(place) => {
                self.stack.pop();
                self.stack.push(place);
                self.shown().await;
            }
            Turn::Close(said) => {
                self.stack.pop();
                self.said = said.or(self.said.take());
                self.shown().await;
            }
            Turn::Work(work) => {
                let desk = self.desk.clone();
                let answer = work.begin(desk.clone()).await;
                let top = self.stack.last_mut().unwrap().as_mut();
                let turn = match answer {
                    Ok(then) => then(top, &desk),
                    Err(error) => work.failed(top, &error).unwrap_or_else(|| {
                        Turn::Say(Notice::error(error.msg().expect("a refusal")))
                    }),
                };
                Box::pin(self.turn(turn)).await;
            }
        }
    }

    async fn key(&mut self, command: Command) {
        self.said = None;
        let desk = self.desk.clone();
        let turn = self.stack.last_mut().unwrap().key(command, &desk);
        self.turn(turn).await;
    }

    async fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.key(Command::Type(c)).await;
        }
    }

    /// Answers the question that was asked.
    async fn confirms(&mut self, word: Option<&str>) {
        let asked = self.asked.take().expect("a question");
        assert_eq!(asked.word.as_deref(), word);
        let desk = self.desk.clone();
        let turn = (asked.then)(self.stack.last_mut().unwrap().as_mut(), &desk);
        self.turn(turn).await;
    }

    /// Goes to the line with these words and takes it.
    async fn does(&mut self, words: &str) {
        self.key(Command::Home).await;
        for _ in 0..20 {
            if self.focused("en").contains(words) {
                return self.key(Command::Enter).await;
            }
            self.key(Command::Next).await;
        }
        panic!("no `{words}`: {}", self.picture("en"));
    }

    fn drawn(&self, tag: &str, size: (u16, u16)) -> (String, Option<Position>) {
        let words = Words::new(tag);
        let look = Look::new(Contrast::Mono, GlyphSet::Ascii);
        let mut canvas = Canvas::new(TestBackend::new(size.0, size.1));
        let mut sheet = canvas.sheet().unwrap();
        let with = Drawing {
            say: &words,
            look: &look,
            focused: true,
        };
        let area = Rect::new(0, 0, size.0, size.1);
        let cursor = self
            .stack
            .last()
            .and_then(|top| top.draw(area, &mut sheet, with));
        canvas.show(sheet, cursor).unwrap();
        let buffer = canvas.backend().buffer().clone();
        (samples::picture(&buffer, cursor), cursor)
    }

    fn picture(&self, tag: &str) -> String {
        self.drawn(tag, SIZE).0
    }

    /// The line with the cursor.
    fn focused(&self, tag: &str) -> String {
        let (picture, cursor) = self.drawn(tag, SIZE);
        let row = usize::from(cursor.unwrap().y);
        picture.lines().nth(row).unwrap().to_owned()
    }

    fn said(&self) -> &str {
        self.said.as_ref().map_or("", |said| &said.text.id)
    }
}

/// Runs it on a thread of its own, as the console does.
fn plays(play: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(play);
}

/// Somebody is refused at a terminal; the reference on its screen.
async fn refused(service: &Service, user: &str) -> String {
    let place = Origin {
        terminal: "Lobby 1".into(),
        lifetime: std::time::Duration::from_secs(900),
        remote: false,
    };
    let claim = Claim {
        user_id: user.into(),
        language: "en".into(),
        purpose: Purpose::Reset,
        passing: None,
        drawn: true,
    };
    match service.begin_reset(&place, claim, now()).await.unwrap() {
        Begun::On(Step::Refused(refusal)) => refusal.reference,
        _ => panic!("not refused"),
    }
}

#[test]
fn from_the_reference_to_a_pass() {
    plays(async {
        let mut play = Play::new(&[Role::Helpdesk]).await;
        let operator = Actor::Operator("root".into());
        let service = play.desk.service().clone();
        let off = vec![("sspr.enabled".to_owned(), "none".to_owned())];
        service.set_policy(&operator, off, now()).await.unwrap();
        let reference = refused(&service, MIA).await;
        let mut seen = Vec::new();
        let mut look = |play: &Play, secret: Option<&str>| {
            for tag in ["en", "de", "ja"] {
                let mut picture = play.picture(tag).replace(&reference, "ABCD-1234");
                if let Some(secret) = secret {
                    assert!(picture.contains(secret), "{picture}");
                    picture = picture.replace(secret, "*".repeat(secret.len()).as_str());
                }
                seen.push(picture);
            }
        };
        play.key(Command::Enter).await;
        play.key(Command::Previous).await;
        play.types("abc").await;
        play.key(Command::Enter).await;
        look(&play, None);
        play.key(Command::Clear).await;
        play.types(&reference.to_lowercase().replace('-', " "))
            .await;
        play.key(Command::Enter).await;
        look(&play, None);
        play.key(Command::PageDown).await;
        play.key(Command::PageDown).await;
        assert!(play.picture("en").contains("Reset begun"));
        play.key(Command::Enter).await;
        look(&play, None);
        // Nobody is given anything unverified.
        assert!(!play.picture("en").contains("Give a temporary access pass"));
        play.does("authenticator's code").await;
        play.types("12").await;
        play.key(Command::Enter).await;
        look(&play, None);
        // Left and come back to, the check is the same.
        play.key(Command::Back).await;
        play.does("Type the code").await;
        play.key(Command::Back).await;
        play.does("send a code to m*****").await;
        play.types(&code_in_post(&service).await).await;
        play.key(Command::Enter).await;
        assert_eq!(play.said(), "desk-verified-until");
        assert!(!play.picture("en").contains("Type the code"));
        play.does("Give a temporary access pass").await;
        play.key(Command::Clear).await;
        play.types("5").await;
        play.key(Command::Enter).await;
        look(&play, None);
        play.key(Command::Clear).await;
        play.types("30").await;
        play.key(Command::Enter).await;
        let picture = play.picture("en");
        let is_pass = |word: &&str| word.len() == 14 && word.matches('-').count() == 2;
        let pass = picture.split_whitespace().find(is_pass).unwrap().to_owned();
        look(&play, Some(&pass));
        // Left, it is nowhere.
        play.key(Command::Enter).await;
        assert!(!play.picture("en").contains(&pass));
        play.does("Withdraw").await;
        play.confirms(None).await;
        assert_eq!(play.said(), "desk-done-withdraw");
        assert!(!play.picture("en").contains("Withdraw"));
        insta::assert_snapshot!(seen.join("\n"));
    });
}

#[test]
fn what_takes_something_away_is_confirmed_by_a_word() {
    plays(async {
        let mut play = Play::new(&[Role::Helpdesk]).await;
        play.key(Command::Next).await;
        play.types("nobody").await;
        play.key(Command::Enter).await;
        assert!(play.picture("en").contains("There is no account"));
        play.key(Command::Clear).await;
        play.types("MIAS").await;
        play.key(Command::Enter).await;
        play.does("Require registration").await;
        play.confirms(Some("mias")).await;
        assert_eq!(play.said(), "desk-done-register");
        play.does("Give a temporary password").await;
        play.confirms(Some("mias")).await;
        let picture = play.picture("en");
        assert!(picture.contains("shown only here"), "{picture}");
        play.key(Command::Back).await;
        assert!(!play.picture("en").contains("shown only here"));
        // An administrator's account is looked at, and nothing is offered.
        play.key(Command::Back).await;
        play.key(Command::Next).await;
        play.types("ada@contoso.example").await;
        play.key(Command::Enter).await;
        let picture = play.picture("en");
        assert!(picture.contains("May be used"), "{picture}");
        assert!(!picture.contains("Verify:"), "{picture}");
        play.key(Command::Enter).await;
        assert_eq!(play.stack.len(), 2);
    });
}

#[test]
fn not_for_who_may_not_help() {
    plays(async {
        let play = Play::new(&[Role::ReportsReader]).await;
        assert!(play.stack.is_empty());
    });
}

#[test]
fn any_size_is_safe() {
    plays(async {
        let mut play = Play::new(&[Role::Helpdesk]).await;
        play.key(Command::Next).await;
        play.types(MIA).await;
        play.key(Command::Enter).await;
        for act in ["authenticator's code", ""] {
            for size in [(1, 1), (2, 2), (10, 3), (20, 5), (60, 20), (200, 60)] {
                play.drawn("en", size);
            }
            if !act.is_empty() {
                play.does(act).await;
            }
        }
    });
}

#[test]
fn every_remedy_and_check_has_words() {
    for tag in crate::domain::language::LANGUAGES {
        let texts = Texts::new(tag, File::Admin);
        for helps in Remedy::ALL {
            assert!(texts.knows(&found::remedy(helps)), "{tag}: {helps:?}");
        }
        let id = format!("account-check-{}", Reason::Unknown.message());
        assert!(texts.knows(&Msg::new(id)), "{tag}");
    }
}
