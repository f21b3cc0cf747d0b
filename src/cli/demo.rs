//! `keyhatch demo`: Contoso in memory, Mia Steele's phone beside the kiosk.

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use clap::Args;
use data_encoding::BASE32_NOPAD;

use super::context::Context;
use super::kiosk::{limits, runner, serve, start_agent};
use super::quiet::Quiet;
use super::{CliError, host};
use crate::agent::Channels;
use crate::clock;
use crate::crypto::totp::{STEP, Seed, step_at};
use crate::crypto::{Keys, MasterKey};
use crate::delivery::tray::Tray;
use crate::delivery::{Mailer, Texter};
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
        contoso(&service, &seed).await?;
        let (out, letters) = mpsc::channel();
        let tray = Tray::new(out);
        let channels = Channels {
            mail: Some(Arc::new(Mailer::Tray(tray.clone()))),
            sms: Some(Arc::new(Texter::Tray(tray))),
        };
        let agent = start_agent(&service, channels)?;
        let (arrive, mails) = mpsc::channel();
        let sorting = tokio::task::spawn_blocking(move || sort(&letters, &arrive));
        let mut phone = DemoPhone::new(mails, NUMBER, move || vec![code(&seed)]);
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
        Ok(())
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
async fn contoso(service: &Service, seed: &Seed) -> Result<(), CliError> {
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
            ..Form::default()
        },
        password: SecretText::new(PASSWORD.to_owned()),
        key: SecretText::new(BASE32_NOPAD.encode(seed.bytes())),
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
