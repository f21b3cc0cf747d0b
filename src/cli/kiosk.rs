//! `keyhatch kiosk`.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use clap::Args;
use tokio::sync::watch;

use super::context::Context;
use super::quiet::Quiet;
use super::{CliError, host};
use crate::agent::{Agent, Channels, DRAIN};
use crate::crypto::random;
use crate::fault;
use crate::i18n::{Wishes, negotiate};
use crate::journey::runner::Runner;
use crate::journey::{Limits, Visit};
use crate::line;
use crate::service::Service;
use crate::service::reset::Origin;
use crate::tui::demo::companion::DemoPhone;
use crate::tui::kiosk::{self, Companion, Desk, Leave};
use crate::tui::theme::{Contrast, GlyphSet, Look};

/// How long a journey lives (product, section 3), before the host's scale.
const JOURNEY: Duration = Duration::from_secs(15 * 60);

/// How long plain mode waits after a fault of the program.
const PAUSE: Duration = Duration::from_secs(1);

/// Help people who can't sign in, on this terminal
#[derive(Args)]
pub struct Kiosk {
    /// Lines instead of a full screen, for screen readers
    #[arg(long)]
    plain: bool,
    /// The language of the first screen
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Leave after one visitor
    #[arg(long)]
    once: bool,
}

impl Kiosk {
    /// Serves visitors until the terminal or the process ends.
    pub async fn run(self, context: Context) -> Result<(), CliError> {
        let _quiet = Quiet::start()?;
        let service = context.service().await?;
        let limits = limits(&context, self.lang, self.once, self.once)?;
        let channels = context.channels()?;
        let service = channels.known_to(service);
        let agent = start_agent(&service, channels)?;
        let runner = runner(&context, service, host::is_remote());
        let plain = self.plain || wants_lines();
        let served = visits(plain, limits, runner, &Visit::new).await;
        agent.finish().await;
        Ok(served?)
    }
}

/// Refuses a language that is not shipped.
pub(super) fn check_language(tag: &str) -> Result<(), CliError> {
    match crate::i18n::shipped(tag) {
        Some(_) => Ok(()),
        None => Err(CliError::Refused(format!(
            "the language `{}` is not offered; use one of {}",
            crate::domain::text::clean(tag),
            crate::domain::language::LANGUAGES.join(", ")
        ))),
    }
}

/// The limits of visits on this host.
pub(super) fn limits(
    context: &Context,
    lang: Option<String>,
    once: bool,
    leave: bool,
) -> Result<Limits, CliError> {
    if let Some(tag) = &lang {
        check_language(tag)?;
    }
    let kiosk = &context.config.kiosk;
    let wishes = Wishes::of(lang, kiosk.language.clone(), |name| {
        std::env::var(name).ok()
    });
    Ok(Limits {
        idle: Duration::from_secs(kiosk.idle_seconds),
        scale: kiosk.timeout_scale,
        language: negotiate(&wishes),
        once,
        leave,
        drawn: true,
    })
}

/// The same for a front end that draws nothing.
fn without_drawings(limits: Limits) -> Limits {
    Limits {
        drawn: false,
        ..limits
    }
}

/// The service as this terminal's wizard calls it.
pub(super) fn runner(context: &Context, service: Service, remote: bool) -> Runner {
    runner_at(context, service, remote).0
}

/// The same, and where it is.
pub(super) fn runner_at(context: &Context, service: Service, remote: bool) -> (Runner, Origin) {
    let origin = Origin {
        terminal: host::terminal(&context.config),
        remote,
        lifetime: JOURNEY.mul_f64(context.config.kiosk.timeout_scale),
    };
    (Runner::new(service, origin.clone()), origin)
}

/// The agent of this process, working beside the front end.
pub(super) struct Working {
    agent: Agent,
    stop: watch::Sender<bool>,
    work: tokio::task::JoinHandle<()>,
}

impl Working {
    /// Delivers what this process caused, for a while, and steps down; the rest is left to the
    /// next agent.
    pub async fn finish(self) {
        let _ = self.stop.send(true);
        let _ = tokio::time::timeout(DRAIN, async {
            let _ = self.work.await;
            self.agent.deliver_due().await;
        })
        .await;
    }
}

/// Starts this process's agent.
pub(super) fn start_agent(service: &Service, channels: Channels) -> Result<Working, CliError> {
    let instance = random::hex(&random::bytes::<8>()?);
    let agent = Agent::new(service.clone(), channels, host::name(), instance);
    let (stop, stopped) = watch::channel(false);
    let worker = agent.clone();
    let work = tokio::task::spawn_local(async move { Box::pin(worker.run(stopped)).await });
    Ok(Working { agent, stop, work })
}

/// Whether the terminal, or whoever sits at it, wants lines instead of a full screen.
pub(super) fn wants_lines() -> bool {
    let piped = !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal();
    piped || wants_plain()
}

/// Whether nothing may move the cursor.
pub(super) fn wants_plain() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    let asked = std::env::var_os("KEYHATCH_ACCESSIBLE").is_some_and(|value| !value.is_empty());
    dumb || asked
}

/// Serves visits, each of which begins so, until the terminal or the process ends.
pub(super) async fn visits(
    plain: bool,
    limits: Limits,
    runner: Runner,
    begin: &dyn Fn(Limits) -> Visit,
) -> std::io::Result<()> {
    match plain {
        true => in_lines(limits, runner, begin).await.map(drop),
        false => full_screen(limits, runner, begin).await,
    }
}

/// Serves on the full screen; a person who asks for plain mode has it for their own visit.
async fn full_screen(
    limits: Limits,
    runner: Runner,
    begin: &dyn Fn(Limits) -> Visit,
) -> std::io::Result<()> {
    loop {
        let mut desk = Desk::open(begin(limits.clone()), runner.clone()).await;
        match serve(&mut desk, None, Instant::now()).await? {
            Leave::Plain => {}
            Leave::Ended | Leave::Stopped(_) | Leave::Closed | Leave::Elsewhere => return Ok(()),
        }
        drop(desk);
        let own = Limits {
            once: true,
            ..limits.clone()
        };
        let left = in_lines(own, runner.clone(), begin).await?;
        if limits.once || left == line::Left::Stopped {
            return Ok(());
        }
    }
}

/// Serves in plain mode; after a fault again from the first screen.
async fn in_lines(
    limits: Limits,
    runner: Runner,
    begin: &dyn Fn(Limits) -> Visit,
) -> std::io::Result<line::Left> {
    let limits = without_drawings(limits);
    let mut visit = begin(limits.clone());
    loop {
        match fault::caught(line::run(visit, runner.clone())).await {
            Ok(left) => return left,
            Err(fault) => {
                visit = begin(limits.clone());
                visit.start_over(&fault.reference);
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// Runs the loop on the real terminal; the terminal is as it was when this returns. The desk's time
/// began at `began`.
pub(super) async fn serve(
    desk: &mut Desk,
    companion: Option<&mut DemoPhone>,
    began: Instant,
) -> std::io::Result<Leave> {
    let companion = companion.map(|phone| phone as &mut dyn Companion);
    Box::pin(kiosk::attend(
        desk,
        Look::new(contrast(), glyphs()),
        companion,
        began,
    ))
    .await
}

/// The colours to begin with.
pub(super) fn contrast() -> Contrast {
    match std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        true => Contrast::Mono,
        false => Contrast::Default,
    }
}

/// The Linux console's stock font has no bullets; a locale that is not UTF-8 shows none.
pub(super) fn glyphs() -> GlyphSet {
    let term = std::env::var("TERM").unwrap_or_default();
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let utf8 = locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    match term == "linux" || !utf8 {
        true => GlyphSet::Ascii,
        false => GlyphSet::Unicode,
    }
}
