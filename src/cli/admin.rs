//! `keyhatch admin`: the administrator's console. Whoever opens it signs in first, always, with
//! password and second factor; that the host lets them start it proves nothing.

use std::time::{Duration, Instant};

use clap::Args;
use tokio::time::timeout;

use super::context::Context;
use super::kiosk::{contrast, glyphs, limits, runner_at, serve, start_agent, wants_lines};
use super::quiet::Quiet;
use super::{CliError, host, print};
use crate::clock;
use crate::domain::journey::JourneyId;
use crate::journey::runner::Runner;
use crate::journey::{Limits, Visit};
use crate::service::Service;
use crate::service::reset::Origin;
use crate::tui::admin::{Console, Desk, Leave, Session, Words, attend};
use crate::tui::kiosk;
use crate::tui::theme::Look;

/// Why there is no console here.
const NO_SCREEN: &str = "the console needs a screen it can draw on; start it in a terminal, or use its \
    command-line twins: keyhatch user, group, policy, audit, report, outbox, agent";

/// How much longer than a kiosk's screen a console may stand without a key before it locks: 15
/// minutes by default (NIST SP 800-63B-4 §2.3.3).
const PATIENCE: u32 = 10;

/// How long signing out may take when the terminal or the process ends.
const SIGN_OUT: Duration = Duration::from_secs(2);

/// The administrator's console; signs in with password and second factor
#[derive(Args, Default)]
pub struct Admin {
    /// Look, and change nothing
    #[arg(long)]
    read_only: bool,
    /// The language of the first screen
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

impl Admin {
    /// Signs somebody in and opens the console for them.
    pub async fn run(self, context: Context) -> Result<(), CliError> {
        if context.acts_as_somebody() || context.prompt.reads_stdin() {
            return Err(CliError::Usage(
                "the console signs you in itself; leave --as and --password-stdin out".to_owned(),
            ));
        }
        if wants_lines() {
            return Err(CliError::Refused(NO_SCREEN.to_owned()));
        }
        let quiet = Quiet::start()?;
        let service = context.service().await?;
        let limits = limits(&context, self.lang, true, true)?;
        let channels = context.channels()?;
        let service = channels.known_to(service);
        let agent = start_agent(&service, channels)?;
        let (runner, origin) = runner_at(&context, service.clone(), host::is_remote());
        let idle = Duration::from_secs(context.config.kiosk.idle_seconds);
        let entrance = Entrance {
            service,
            runner,
            origin,
            idle: idle.mul_f64(limits.scale).saturating_mul(PATIENCE),
            limits,
            read_only: self.read_only,
        };
        let served = Box::pin(entrance.serve()).await;
        agent.finish().await;
        drop(quiet);
        if let Leave::SignedOut = served? {
            print::remark("Your sign-in is over. Start `keyhatch admin` again to go on.");
        }
        Ok(())
    }
}

/// What the way in and the console both need.
struct Entrance {
    service: Service,
    runner: Runner,
    origin: Origin,
    limits: Limits,
    idle: Duration,
    read_only: bool,
}

impl Entrance {
    /// Signs somebody in, opens the console for them, and signs them out again.
    async fn serve(self) -> Result<Leave, CliError> {
        let visit = Visit::new(self.limits.clone()).for_console();
        let began = Instant::now();
        let mut desk = kiosk::Desk::open(visit, self.runner.clone()).await;
        serve(&mut desk, None, began).await?;
        let Some(journey) = desk.admitted() else {
            return Ok(Leave::Left);
        };
        let language = desk.language().to_owned();
        drop(desk);
        let now = clock::now();
        let opened = self
            .service
            .console_actor(&self.origin, &journey, self.read_only, now);
        let Some(actor) = opened.await? else {
            return Ok(Leave::SignedOut);
        };
        let policy = self.service.policy(now).await?;
        let terminal = self.origin.terminal.clone();
        let desk = Desk::new(self.service.clone(), actor, terminal, clock::now);
        let session = Session {
            runner: self.runner.clone(),
            origin: self.origin.clone(),
            journey,
            read_only: self.read_only,
            limits: self.limits.clone(),
            idle: self.idle,
        };
        let mut look = Look::new(contrast(), glyphs());
        look.set_accent(policy.accent);
        let organisation = policy.organisation.clone();
        let words = Words::new(&language);
        let desk = desk.read_only(self.read_only);
        let mut console = Console::new(desk, words, look, organisation).signed_in(session);
        let served = Box::pin(attend(&mut console)).await;
        let reason = match &served {
            Ok(Leave::Left) => "done",
            _ => "hang_up",
        };
        self.sign_out(console.journey().unwrap_or(journey), reason)
            .await;
        Ok(served?)
    }

    /// Ends the sign-in; a store that does not answer must not keep the terminal.
    async fn sign_out(&self, journey: JourneyId, reason: &'static str) {
        let ended = self
            .service
            .abandon_reset(&self.origin, &journey, reason, clock::now());
        let _late = timeout(SIGN_OUT, ended).await;
    }
}
