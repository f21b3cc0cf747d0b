//! The guided tour: asks the store again and again how far it has come.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tracing::warn;

use super::contoso::{ADMIN_PASSWORD, MIA, NUMBER};
use super::{CliError, host};
use crate::clock;
use crate::domain::tour::{Checklist, Tour};
use crate::service::rehearsal::ADMIN;
use crate::service::tour::Beginning;
use crate::service::{Actor, Service};
use crate::tui::demo::tour::{TourPanel, TourWords};

/// How often the store is asked.
const PAUSE: Duration = Duration::from_millis(400);

/// A tour on its way; asking ends with it.
pub(super) struct Guide {
    asking: JoinHandle<()>,
}

impl Guide {
    /// Begins a tour; what shows it, and who asks for it.
    pub async fn begin(service: &Service, tour: Tour) -> Result<(Self, TourPanel), CliError> {
        let operator = Actor::Operator(host::user_name());
        let begun = service.begin_tour(&operator, tour, MIA, ADMIN, clock::now());
        let begun = begun.await?;
        let first = service.tour(&operator, &begun, clock::now()).await?;
        let (tell, told) = watch::channel(first);
        let words = TourWords {
            tour,
            account: MIA.to_owned(),
            number: NUMBER.to_owned(),
            admin: ADMIN.to_owned(),
            password: ADMIN_PASSWORD.to_owned(),
        };
        let asking = ask(service.clone(), operator, begun, tell);
        let asking = tokio::task::spawn_local(asking);
        Ok((Self { asking }, TourPanel::new(words, told)))
    }
}

impl Drop for Guide {
    fn drop(&mut self) {
        self.asking.abort();
    }
}

/// Tells what the store says until nobody listens.
async fn ask(service: Service, operator: Actor, begun: Beginning, tell: watch::Sender<Checklist>) {
    while !tell.is_closed() {
        tokio::time::sleep(PAUSE).await;
        match service.tour(&operator, &begun, clock::now()).await {
            Ok(list) => {
                tell.send_if_modified(|told| {
                    let changed = *told != list;
                    *told = list;
                    changed
                });
            }
            Err(error) => warn!(%error, "the tour can't be told"),
        }
    }
}
