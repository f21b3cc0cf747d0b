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
use crate::journey::runner::Runner;
use crate::journey::{Limits, Visit};
use crate::service::Service;
use crate::service::reset::Origin;
use crate::tui::admin::{Connected, Console, Desk, Leave, Session, Words, attend};
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
        let entrance = Entrance::new(&context, service, limits, host::is_remote());
        let entrance = entrance.read_only(self.read_only);
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
pub(super) struct Entrance {
    service: Service,
    runner: Runner,
    origin: Origin,
    limits: Limits,
    idle: Duration,
    read_only: bool,
    /// The directories this host is configured for.
    connectors: Vec<Connected>,
}

impl Entrance {
    /// The way into the console of this host.
    pub fn new(context: &Context, service: Service, limits: Limits, remote: bool) -> Self {
        let (runner, origin) = runner_at(context, service.clone(), remote);
        let idle = Duration::from_secs(context.config.kiosk.idle_seconds);
        Self {
            service,
            runner,
            origin,
            idle: idle.mul_f64(limits.scale).saturating_mul(PATIENCE),
            limits,
            read_only: false,
            connectors: connectors(context),
        }
    }

    /// The same where nothing may be changed.
    pub fn read_only(self, read_only: bool) -> Self {
        Self { read_only, ..self }
    }

    /// Signs somebody in, opens the console for them, and signs them out again.
    async fn serve(self) -> Result<Leave, CliError> {
        let mut desk = self.desk().await;
        serve(&mut desk, None, Instant::now()).await?;
        let mut console = match self.open(&desk).await? {
            Opened::Console(console) => console,
            Opened::Nothing => return Ok(Leave::Left),
            Opened::Late => return Ok(Leave::SignedOut),
        };
        drop(desk);
        let served = Box::pin(attend(&mut console, None)).await;
        self.sign_out(&console, matches!(served, Ok(Leave::Left)))
            .await;
        Ok(served?)
    }

    /// Where somebody signs in.
    pub async fn desk(&self) -> kiosk::Desk {
        let visit = Visit::new(self.limits.clone()).for_console();
        kiosk::Desk::open(visit, self.runner.clone()).await
    }

    /// Opens the console for who signed in there.
    pub async fn open(&self, desk: &kiosk::Desk) -> Result<Opened, CliError> {
        let Some(journey) = desk.admitted() else {
            return Ok(Opened::Nothing);
        };
        let words = Words::new(desk.language());
        let now = clock::now();
        let opened = self
            .service
            .console_actor(&self.origin, &journey, self.read_only, now);
        let Some(actor) = opened.await? else {
            return Ok(Opened::Late);
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
        let desk = desk
            .read_only(self.read_only)
            .connected(self.connectors.clone());
        let console = Console::new(desk, words, look, organisation).signed_in(session);
        Ok(Opened::Console(Box::new(console)))
    }

    /// Ends the sign-in of a console, which is left as one leaves it or otherwise; a store that does
    /// not answer must not keep the terminal.
    pub async fn sign_out(&self, console: &Console, left: bool) {
        let Some(journey) = console.journey() else {
            return;
        };
        let reason = if left { "done" } else { "hang_up" };
        let ended = self
            .service
            .abandon_reset(&self.origin, &journey, reason, clock::now());
        let _late = timeout(SIGN_OUT, ended).await;
    }
}

/// What became of a sign-in.
pub(super) enum Opened {
    /// The console opens.
    Console(Box<Console>),
    /// Nobody signed in.
    Nothing,
    /// The sign-in was over before it opened.
    Late,
}

/// The directories this host is configured for, as the console tells of them.
fn connectors(context: &Context) -> Vec<Connected> {
    let all = context.config.connectors.iter();
    all.map(|one| Connected {
        name: one.name.clone(),
        domains: one.domains.clone(),
    })
    .collect()
}
