//! `keyhatch agent`.

use clap::Subcommand;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::context::Context;
use super::{CliError, host, print};
use crate::agent::{Agent as Worker, DRAIN};
use crate::crypto::random;
use crate::domain::text::counted;

/// Deliver what waits in the outbox
#[derive(Subcommand)]
pub enum Agent {
    /// Work until told to stop
    Run {
        /// Deliver what is due, then exit
        #[arg(long)]
        once: bool,
    },
}

impl Agent {
    /// Runs the command.
    pub async fn run(self, context: Context) -> Result<(), CliError> {
        let Self::Run { once } = self;
        let service = context.service().await?;
        let channels = context.channels()?;
        if channels.carried().is_empty() {
            print::remark(
                "the configuration has none of [mail], [sms], [voice] and [push], so this host delivers nothing; add one to deliver",
            );
        }
        let instance = random::hex(&random::bytes::<8>()?);
        let worker = Worker::new(service, channels, host::name(), instance);
        if once {
            let tried = worker.deliver_due().await;
            print::remark(&format!(
                "{} tried; `keyhatch outbox list` shows what became of them",
                counted(tried, "message", "messages")
            ));
            return Ok(());
        }
        let (stop, stopped) = watch::channel(false);
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let work = tokio::task::spawn_local(async move { worker.run(stopped).await });
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        let _ = stop.send(true);
        let _ = tokio::time::timeout(DRAIN, work).await;
        Ok(())
    }
}
