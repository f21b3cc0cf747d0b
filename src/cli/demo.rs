//! `keyhatch demo`: Contoso in memory, Mia Steele's phone beside the kiosk, and a guided tour.

mod contoso;
mod fronts;
mod guide;
mod post;
mod requests;

use std::cell::Cell;
use std::io::IsTerminal as _;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc;

use clap::Args;

use self::contoso::{NUMBER, Seeds};
use self::fronts::{Front, Fronts};
use self::guide::Guide;
use self::requests::Requests;
use super::admin::Entrance;
use super::context::Context;
use super::kiosk::{limits, runner, start_agent};
use super::quiet::Quiet;
use super::{CliError, host};
use crate::agent::Channels;
use crate::crypto::{Keys, MasterKey};
use crate::delivery::push::PushTray;
use crate::delivery::tray::Tray;
use crate::delivery::voice::VoiceTray;
use crate::delivery::{Caller, Mailer, Pusher, Texter};
use crate::domain::tour::Tour;
use crate::service::Service;
use crate::store::Store;
use crate::tui::demo::companion::DemoPhone;

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
    /// Runs kiosk and console with the phone beside them.
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
        let opened = Rc::new(Cell::new(tour == Some(Tour::Admin)));
        let shown = opened.clone();
        let codes = move || seeds.codes(shown.get());
        let phone = DemoPhone::new(mails, calls, NUMBER, codes, answer);
        let (guide, phone) = match tour {
            Some(tour) => {
                let (guide, panel) = Guide::begin(&service, tour).await?;
                (Some(guide), phone.touring(panel))
            }
            None => (None, phone),
        };
        // Whoever tries it out, from wherever, is alone with it.
        let fronts = Fronts {
            first: match tour {
                Some(Tour::Admin) => Front::Console,
                Some(Tour::Kiosk) | None => Front::Kiosk,
            },
            entrance: Entrance::new(&context, service.clone(), limits.clone(), false),
            limits,
            runner: runner(&context, service, false),
            phone: match tour {
                Some(Tour::Kiosk) => phone,
                Some(Tour::Admin) | None => phone.leading_elsewhere(),
            },
            opened,
        };
        let served = Box::pin(fronts.serve()).await;
        drop(guide);
        agent.finish().await;
        sorting.abort();
        bringing.abort();
        connecting.abort();
        served
    }
}
