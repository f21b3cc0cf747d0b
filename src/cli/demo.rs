//! `keyhatch demo`: Contoso in memory, Mia Steele's phone beside the kiosk.

mod requests;

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use clap::Args;
use data_encoding::BASE32_NOPAD;

use self::requests::Requests;
use super::context::Context;
use super::kiosk::{limits, runner, serve, start_agent};
use super::quiet::Quiet;
use super::{CliError, host};
use crate::agent::Channels;
use crate::clock;
use crate::crypto::totp::{STEP, Seed, step_at};
use crate::crypto::{Keys, MasterKey, random};
use crate::delivery::push::PushTray;
use crate::delivery::tray::Tray;
use crate::delivery::voice::{Incoming, VoiceTray};
use crate::delivery::{Caller, Mailer, Pusher, Texter};
use crate::domain::language::LANGUAGES;
use crate::domain::msg::Msg;
use crate::domain::outgoing::{Channel, Outgoing};
use crate::domain::secret::SecretText;
use crate::i18n::{File, Texts};
use crate::journey::Visit;
use crate::service::form::Form;
use crate::service::rehearsal::Guest;
use crate::service::{Actor, Service};
use crate::store::Store;
use crate::tui::demo::calling::IncomingCall;
use crate::tui::demo::companion::DemoPhone;
use crate::tui::demo::phone::{AuthenticatorCode, PhoneMail};
use crate::tui::kiosk::{Desk, Leave};

const MIA: &str = "mias@contoso.example";
/// Her password, told on the first screen.
const PASSWORD: &str = "a bench in the garden";
/// Her address at home.
const HOME: &str = "mia@home.example";
/// Her mobile number, as people write it where she lives.
const NUMBER: &str = "+1 425-555-0111";

/// Her number at the office.
const OFFICE: &str = "+1 425-555-0100";

/// Try Keyhatch out; nothing to set up, nothing left behind
#[derive(Args)]
pub struct Demo {
    /// The language of the first screen
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

impl Demo {
    /// Runs the kiosk with the phone beside it.
    pub async fn run(self, context: Context) -> Result<(), CliError> {
        if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
            return Err(CliError::Refused(
                "the demo needs a terminal; start it in one".to_owned(),
            ));
        }
        let _quiet = Quiet::start()?;
        let limits = limits(&context, self.lang, false, true)?;
        let keys = Arc::new(Keys::derive(&MasterKey::generate()?));
        let service = Service::new(Store::in_memory(keys)?);
        let seed = Arc::new(Seed::generate()?);
        let topic = random::hex(&random::bytes::<16>()?);
        contoso(&service, &seed, &topic).await?;
        let (out, letters) = mpsc::channel();
        let (dial, dialled) = mpsc::channel();
        let tray = Tray::new(out);
        let (ask, asked) = mpsc::channel();
        let channels = Channels {
            mail: Some(Arc::new(Mailer::Tray(tray.clone()))),
            sms: Some(Arc::new(Texter::Tray(tray))),
            voice: Some(Arc::new(Caller::Tray(VoiceTray::new(dial)))),
            push: Some(Arc::new(Pusher::Tray(PushTray::new(ask)))),
        };
        let service = channels.known_to(service);
        let agent = start_agent(&service, channels)?;
        let (arrive, mails) = mpsc::channel();
        let (requests, arrives) = (Requests::default(), arrive.clone());
        let bringing = requests.clone();
        let bringing = tokio::task::spawn_blocking(move || bringing.bring(&asked, &arrives));
        let sorting = tokio::task::spawn_blocking(move || sort(&letters, &arrive));
        let (ring, calls) = mpsc::channel();
        let connecting = tokio::task::spawn_blocking(move || connect(&dialled, &ring));
        let answer = move |id, key| requests.answer(id, key);
        let codes = move || vec![code(&seed)];
        let mut phone = DemoPhone::new(mails, calls, NUMBER, codes, answer);
        // Whoever tries it out, from wherever, is alone with it.
        let runner = runner(&context, service, false);
        loop {
            let mut desk = Desk::open(Visit::new(limits.clone()), runner.clone()).await;
            // There is no phone in plain mode, so the demo stays on the full screen.
            if serve(&mut desk, Some(&mut phone)).await? != Leave::Plain {
                break;
            }
        }
        agent.finish().await;
        drop(runner);
        sorting.abort();
        bringing.abort();
        connecting.abort();
        Ok(())
    }
}

/// Calls to Mia's numbers ring at her phone: she has the one at her desk put through.
fn connect(dialled: &Receiver<Incoming>, ring: &Sender<IncomingCall>) {
    for call in dialled {
        let mine = [NUMBER, OFFICE].map(|number| number.replace([' ', '-'], ""));
        let rings = mine.contains(&call.to).then(|| {
            ring.send(IncomingCall {
                text: call.text,
                handset: call.handset,
                over: call.over,
            })
        });
        if rings.is_some_and(|rings| rings.is_err()) {
            return;
        }
    }
}

/// Mia's mail and her text messages go to her phone.
fn sort(letters: &Receiver<Outgoing>, arrive: &Sender<PhoneMail>) {
    for letter in letters {
        let mail = PhoneMail {
            from: match letter.channel {
                Channel::Mail => "Contoso <reset@contoso.example>".to_owned(),
                Channel::Sms | Channel::Voice | Channel::Push => "Contoso".to_owned(),
            },
            subject: letter.subject.clone(),
            text: letter.text.expose().to_owned(),
            unread: true,
            asks: None,
        };
        let mine = match letter.channel {
            Channel::Mail => letter.to == MIA || letter.to == HOME,
            Channel::Voice | Channel::Push => false,
            Channel::Sms => letter.to == NUMBER.replace([' ', '-'], ""),
        };
        if mine && arrive.send(mail).is_err() {
            return;
        }
    }
}

/// What Mia's authenticator shows now.
fn code(seed: &Seed) -> AuthenticatorCode {
    let now = clock::now();
    let left = STEP - now.seconds().rem_euclid(STEP);
    AuthenticatorCode {
        name: format!("Contoso: {MIA}"),
        code: seed.code(step_at(now)).expose().to_owned(),
        seconds_left: u8::try_from(left).unwrap_or_default(),
    }
}

/// Fills the store with Contoso and its half-year, and says on the first screen what to try.
async fn contoso(service: &Service, seed: &Seed, topic: &str) -> Result<(), CliError> {
    let now = clock::now();
    let operator = Actor::Operator(host::user_name());
    let some = |text: &str| Some(text.to_owned());
    let mia = Guest {
        upn: MIA.to_owned(),
        form: Form {
            name: some("Mia Steele"),
            given: some("Mia"),
            surname: some("Steele"),
            email: some(MIA),
            alternate_email: some(HOME),
            mobile: some(NUMBER),
            office: some(OFFICE),
            ..Form::default()
        },
        password: SecretText::new(PASSWORD.to_owned()),
        key: SecretText::new(BASE32_NOPAD.encode(seed.bytes())),
        topic: SecretText::copied(topic),
        department: "Sales".to_owned(),
    };
    service.rehearse(&operator, mia, now).await?;
    let hint = Msg::new("demo-hint")
        .text("account", MIA)
        .text("password", PASSWORD);
    let hints = LANGUAGES.into_iter().map(|tag| {
        let text = Texts::new(tag, File::Kiosk).say(&hint);
        (format!("branding.sign_in_text.{tag}"), text)
    });
    service.set_policy(&operator, hints.collect(), now).await?;
    Ok(())
}
