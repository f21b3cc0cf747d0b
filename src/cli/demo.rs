//! `keyhatch demo`: Contoso in memory, Mia Steele's phone beside the kiosk, and a guided tour.

mod contoso;
mod guide;
mod post;
mod requests;

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Instant;

use clap::Args;

use self::contoso::{NUMBER, Seeds};
use self::guide::Guide;
use self::requests::Requests;
use super::context::Context;
use super::kiosk::{limits, runner, serve, start_agent};
use super::quiet::Quiet;
use super::{CliError, host};
use crate::agent::Channels;
use crate::crypto::{Keys, MasterKey};
use crate::delivery::push::PushTray;
use crate::delivery::tray::Tray;
use crate::delivery::voice::VoiceTray;
use crate::delivery::{Caller, Mailer, Pusher, Texter};
use crate::domain::tour::Tour;
use crate::journey::Visit;
use crate::service::Service;
use crate::store::Store;
use crate::tui::demo::companion::DemoPhone;
use crate::tui::kiosk::{Desk, Leave};

/// Try Keyhatch out; nothing to set up, nothing left behind
#[derive(Args)]
pub struct Demo {
    /// The language of the first screen
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// A guided tour, with a list of steps that are ticked by what the store says
    #[arg(long, value_name = "TOUR", value_parser = Tour::ALL.map(Tour::key))]
    tour: Option<String>,
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
        let tour = self.tour.as_deref().and_then(Tour::from_key);
        let keys = Arc::new(Keys::derive(&MasterKey::generate()?));
        let service = Service::new(Store::in_memory(keys)?);
        let seeds = Seeds::generate(tour)?;
        contoso::found(&service, &seeds, tour).await?;
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
        let sorting = tokio::task::spawn_blocking(move || post::sort(&letters, &arrive));
        let (ring, calls) = mpsc::channel();
        let connecting = tokio::task::spawn_blocking(move || post::connect(&dialled, &ring));
        let answer = move |id, key| requests.answer(id, key);
        let codes = move || seeds.codes(tour == Some(Tour::Admin));
        let mut phone = DemoPhone::new(mails, calls, NUMBER, codes, answer);
        let guide = match tour {
            Some(tour) => {
                let (guide, panel) = Guide::begin(&service, tour).await?;
                phone = phone.touring(panel);
                Some(guide)
            }
            None => None,
        };
        // Whoever tries it out, from wherever, is alone with it.
        let runner = runner(&context, service, false);
        loop {
            let mut desk = Desk::open(Visit::new(limits.clone()), runner.clone()).await;
            // There is no phone in plain mode, so the demo stays on the full screen.
            if serve(&mut desk, Some(&mut phone), Instant::now()).await? != Leave::Plain {
                break;
            }
        }
        drop(guide);
        agent.finish().await;
        drop(runner);
        sorting.abort();
        bringing.abort();
        connecting.abort();
        Ok(())
    }
}
