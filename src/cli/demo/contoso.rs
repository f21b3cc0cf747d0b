//! The organisation of the demo, and what is known of the two people who try it.

use data_encoding::BASE32_NOPAD;

use super::{CliError, host};
use crate::clock;
use crate::crypto::random;
use crate::crypto::totp::{STEP, Seed, step_at};
use crate::domain::language::LANGUAGES;
use crate::domain::msg::Msg;
use crate::domain::secret::SecretText;
use crate::domain::tour::Tour;
use crate::i18n::{File, Texts};
use crate::service::form::Form;
use crate::service::rehearsal::{ADMIN, Entrance, Guest};
use crate::service::{Actor, Service};
use crate::tui::demo::phone::AuthenticatorCode;

/// The guest's principal name.
pub(super) const MIA: &str = "mias@contoso.example";
/// Her password, told on the first screen.
const PASSWORD: &str = "a bench in the garden";
/// Her address at home.
pub(super) const HOME: &str = "mia@home.example";
/// Her mobile number, as people write it where she lives.
pub(super) const NUMBER: &str = "+1 425-555-0111";
/// Her number at the office.
pub(super) const OFFICE: &str = "+1 425-555-0100";
/// The administrator's password, told where it is asked for.
pub(super) const ADMIN_PASSWORD: &str = "a lighthouse above the bay";

/// The keys of the authenticator on the phone.
pub(super) struct Seeds {
    /// Mia's; none where she has yet to register anything.
    mia: Option<Seed>,
    admin: Seed,
}

impl Seeds {
    /// New ones for this tour.
    pub fn generate(tour: Option<Tour>) -> Result<Self, CliError> {
        let mia = match tour {
            Some(Tour::Admin) => None,
            Some(Tour::Kiosk) | None => Some(Seed::generate()?),
        };
        let admin = Seed::generate()?;
        Ok(Self { mia, admin })
    }

    /// What the authenticator shows now, the administrator's code where it may be asked for.
    pub fn codes(&self, admin: bool) -> Vec<AuthenticatorCode> {
        let mia = self.mia.as_ref().map(|seed| (MIA, seed));
        let admin = admin.then_some((ADMIN, &self.admin));
        let all = mia.into_iter().chain(admin);
        all.map(|(name, seed)| code(name, seed)).collect()
    }
}

fn code(name: &str, seed: &Seed) -> AuthenticatorCode {
    let now = clock::now();
    let left = STEP - now.seconds().rem_euclid(STEP);
    AuthenticatorCode {
        name: format!("Contoso: {name}"),
        code: seed.code(step_at(now)).expose().to_owned(),
        seconds_left: u8::try_from(left).unwrap_or_default(),
    }
}

/// Fills the store with Contoso and its half-year, and says on the first screen what to try.
pub(super) async fn found(
    service: &Service,
    seeds: &Seeds,
    tour: Option<Tour>,
) -> Result<(), CliError> {
    let now = clock::now();
    let operator = Actor::Operator(host::user_name());
    let some = |text: &str| Some(text.to_owned());
    let key = |seed: &Seed| SecretText::new(BASE32_NOPAD.encode(seed.bytes()));
    let apps = match &seeds.mia {
        Some(seed) => {
            let topic = random::hex(&random::bytes::<16>()?);
            Some((key(seed), SecretText::copied(&topic)))
        }
        None => None,
    };
    let mia = Guest {
        upn: MIA.to_owned(),
        form: Form {
            name: some("Mia Steele"),
            given: some("Mia"),
            surname: some("Steele"),
            email: some(MIA),
            alternate_email: some(HOME),
            mobile: apps.as_ref().map(|_| NUMBER.to_owned()),
            office: some(OFFICE),
            ..Form::default()
        },
        password: SecretText::new(PASSWORD.to_owned()),
        apps,
        department: "Sales".to_owned(),
    };
    let entrance = Entrance {
        password: SecretText::new(ADMIN_PASSWORD.to_owned()),
        key: key(&seeds.admin),
    };
    service.rehearse(&operator, mia, entrance, now).await?;
    if tour == Some(Tour::Admin) {
        service.wind_up(&operator, now).await?;
    }
    let hint = Msg::new("demo-hint")
        .text("account", MIA)
        .text("password", PASSWORD);
    let console = Msg::new("demo-hint-console")
        .text("admin", ADMIN)
        .text("password", ADMIN_PASSWORD);
    let hints = LANGUAGES.into_iter().map(|tag| {
        let texts = Texts::new(tag, File::Kiosk);
        let mut words = texts.say(&hint);
        // The tours say it where it is needed, or need none.
        if tour.is_none() {
            words = format!("{words}\n{}", texts.say(&console));
        }
        (format!("branding.sign_in_text.{tag}"), words)
    });
    service.set_policy(&operator, hints.collect(), now).await?;
    Ok(())
}
