//! New records as they come.

use std::time::Duration;

use crate::cli::CliError;
use crate::cli::output::Output;
use crate::clock;
use crate::domain::audit::Record;
use crate::service::{Actor, Service};
use crate::store::audit::Filter;

/// How often the log is looked at.
const EVERY: Duration = Duration::from_millis(500);

/// Who follows what.
pub struct Following {
    /// The services.
    pub service: Service,
    /// Who asks; their roles are looked at each time.
    pub actor: Actor,
    /// What they want to see.
    pub filter: Filter,
}

impl Following {
    /// Shows the last records, or all where there is no limit, and then what comes, until nobody
    /// reads it any more.
    pub async fn run(
        self,
        limit: Option<i64>,
        show: impl Fn(Record),
        output: Output,
    ) -> Result<(), CliError> {
        let (service, actor, filter) = (&self.service, &self.actor, &self.filter);
        let mut seen = 0;
        if let Some(most) = limit {
            seen = service.audit_head(actor, clock::now()).await?.seq;
            let before = Some(seen + 1);
            let page = service.audit_page(actor, filter, before, most, clock::now());
            page.await?.into_iter().rev().for_each(&show);
        }
        loop {
            let news = service.audit_after(actor, filter, seen, clock::now());
            let news = news.await?;
            let is_behind = news.seen > seen;
            seen = news.seen;
            news.records.into_iter().for_each(&show);
            if output.is_over()? {
                return Ok(());
            }
            if !is_behind {
                tokio::time::sleep(EVERY).await;
            }
        }
    }
}
