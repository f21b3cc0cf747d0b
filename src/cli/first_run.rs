//! `keyhatch init` by question and answer: the organisation, its first administrator, and their
//! authenticator, scanned from the terminal and confirmed by a code. What is wrong is asked again.
//! Nothing is written before the last answer, and then all of it at once.

use std::io::IsTerminal as _;
use std::sync::Arc;

use super::admin::Admin;
use super::context::Context;
use super::kiosk::{glyphs, wants_plain};
use super::prompt::Prompt;
use super::{CliError, host, print};
use crate::clock;
use crate::crypto::{Keys, MasterKey};
use crate::domain::account::{check_address, check_name, check_upn};
use crate::domain::setting::Setting;
use crate::service::form::Form;
use crate::service::setup::{ConfirmedAuthenticator, FirstAuthenticator, Organisation};
use crate::service::{Actor, Service, ServiceError};
use crate::store::Store;
use crate::tui::placard::Placard;
use crate::tui::theme::{Contrast, Look};
use crate::tui::widgets::text;

const WELCOME: &str = "This makes a new store: an organisation and its first administrator. \
    Ctrl-C gives up; nothing is written before the last answer.";
const SCAN: &str = "Scan this code with an authenticator app.";
const TYPE: &str = "Type this key into an authenticator app.";
const NOT_SCANNED: &str = "Or type this key into the app:";
const THEN: &str = "Then type the six digits that the app shows.";
const WRONG: &str = "That was not the code. Look at the app again, and at the clocks of this host and of the phone.";

/// The columns of a paragraph.
const WIDE: usize = 79;

/// Whether somebody can be asked.
pub fn can_ask(prompt: &Prompt) -> bool {
    !prompt.reads_stdin() && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks for everything, writes it, and goes on to the console if that is wanted.
pub async fn run(mut context: Context) -> Result<(), CliError> {
    // Whose files are not as they must be is told before anything is typed.
    context.place()?;
    if context.service().await.is_ok() {
        return Err(CliError::Refused(
            "this store already has an organisation; use `keyhatch policy` and `keyhatch user`"
                .to_owned(),
        ));
    }
    let nowhere = Service::new(Store::in_memory(Arc::new(Keys::derive(
        &MasterKey::generate()?,
    )))?)
    .with_filter(context.filter()?);
    say(WELCOME);
    let mut organisation = ask(&mut context.prompt)?;
    choose_password(&mut context.prompt, &nowhere, &mut organisation).await?;
    let app = register(&mut context.prompt, &organisation)?;
    organisation.authenticator = Some(app);
    let admin = organisation.admin.clone();
    let service = context.new_store()?;
    let operator = Actor::Operator(host::user_name());
    service
        .initialise(&operator, organisation, clock::now())
        .await?;
    drop(service);
    say(&format!(
        "The store is ready. {admin} signs in with the password and the app's next code: each counts once."
    ));
    say(
        "`keyhatch admin` opens the console, `keyhatch policy set sspr.enabled=all` switches reset on \
         for everybody, `keyhatch kiosk` serves people.",
    );
    if wants_plain() || !yes(&mut context.prompt, "Open the console now (Y/n)") {
        return Ok(());
    }
    Box::pin(Admin::default().run(context)).await
}

/// A paragraph, broken at its spaces.
fn say(words: &str) {
    for line in text::wrap(words, WIDE) {
        print::remark(&line);
    }
}

/// Whether the answer is yes, which it is by Enter.
fn yes(prompt: &mut Prompt, question: &str) -> bool {
    let answer = prompt.value(question).map(|answer| answer.to_lowercase());
    matches!(answer.as_deref(), Ok("" | "y" | "yes"))
}

/// Asks until the answer can be used.
fn until<T>(
    prompt: &mut Prompt,
    label: &str,
    check: impl Fn(&str) -> Result<T, ServiceError>,
) -> Result<T, CliError> {
    loop {
        let typed = prompt.value(label)?;
        match check(&typed) {
            Ok(value) => return Ok(value),
            Err(error) => print::remark(&error.to_string()),
        }
    }
}

fn setting(key: &'static str, typed: &str) -> Result<String, ServiceError> {
    if let Some(setting) = Setting::find(key) {
        setting.parse(key, typed)?;
    }
    Ok(typed.to_owned())
}

/// An answer that may be left out.
fn or_none(
    typed: &str,
    check: impl Fn(&str) -> Result<String, ServiceError>,
) -> Result<Option<String>, ServiceError> {
    match typed {
        "" => Ok(None),
        typed => check(typed).map(Some),
    }
}

fn ask(prompt: &mut Prompt) -> Result<Organisation, CliError> {
    let name = until(prompt, "Organisation's name", |typed| {
        setting(
            "organisation.name",
            &check_name("organisation's name", typed)?,
        )
    })?;
    let admin = until(
        prompt,
        "First administrator (user principal name)",
        |typed| Ok(check_upn(typed)?),
    )?;
    let domains = until(
        prompt,
        "Own mail domains, by commas (Enter for the administrator's)",
        |typed| match typed {
            "" => Ok(String::new()),
            typed => setting("organisation.domains", typed),
        },
    )?;
    let display = until(prompt, "Administrator's name (Enter for none)", |typed| {
        or_none(typed, |name| Ok(check_name("name", name)?))
    })?;
    let email = until(
        prompt,
        "Administrator's mail address (Enter for none)",
        |typed| or_none(typed, |address| Ok(check_address("email", address)?)),
    )?;
    Ok(Organisation {
        name,
        domains,
        admin,
        form: Form {
            name: display,
            email,
            ..Form::default()
        },
        password: Default::default(),
        authenticator: None,
    })
}

/// Asks for a password that the rules allow, twice.
async fn choose_password(
    prompt: &mut Prompt,
    nowhere: &Service,
    organisation: &mut Organisation,
) -> Result<(), CliError> {
    loop {
        organisation.password = prompt.secret("Password")?;
        match nowhere.check_organisation(organisation).await {
            Ok(()) => {}
            Err(ServiceError::Refused(sentence)) => {
                print::remark(&sentence.to_string());
                continue;
            }
            Err(error) => return Err(error.into()),
        }
        if prompt.secret("Password again")?.expose() == organisation.password.expose() {
            return Ok(());
        }
        print::remark("The two passwords are not the same. Type the same one twice.");
    }
}

/// Shows the key of a new authenticator until the app's code was typed.
fn register(
    prompt: &mut Prompt,
    organisation: &Organisation,
) -> Result<ConfirmedAuthenticator, CliError> {
    let mut made = FirstAuthenticator::generate()?;
    let (uri, key) = made.shown(&organisation.name, &organisation.admin);
    let placard = match wants_plain() {
        true => None,
        false => Some(Placard::open(Look::new(Contrast::Default, glyphs()))?),
    };
    let mut wrong = "";
    loop {
        let (scan, typed) = (
            [SCAN, NOT_SCANNED, key.expose(), THEN, wrong],
            [TYPE, key.expose(), THEN, wrong],
        );
        let said = |words: &[&str]| words.iter().filter(|w| !w.is_empty()).count();
        match &placard {
            Some(placard) => placard.show(
                uri.expose(),
                scan.get(..said(&scan)).unwrap_or_default(),
                typed.get(..said(&typed)).unwrap_or_default(),
            )?,
            None if wrong.is_empty() => typed.iter().take(3).for_each(|line| print::remark(line)),
            None => print::remark(wrong),
        }
        let code = prompt.secret("Code")?;
        made = match made.confirm(&code, clock::now()) {
            Ok(confirmed) => return Ok(confirmed),
            Err(again) => again,
        };
        wrong = WRONG;
    }
}
