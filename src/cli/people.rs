//! Which accounts a command means, and `keyhatch user list`.

use clap::{ArgAction, Args};

use super::{CliError, print, shown};
use crate::clock;
use crate::domain::people::{AccountFilter, RoleFilter};
use crate::domain::text;
use crate::service::accounts::View;
use crate::service::form::{parse_licence, parse_roles};
use crate::service::people::After;
use crate::service::{Actor, Service};

/// Which accounts are meant; everything that is said must hold
#[derive(Args, Clone)]
#[command(next_help_heading = "Which accounts")]
pub struct Filter {
    /// Only those with words that begin so
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    /// Only those that may be used
    #[arg(long, action = ArgAction::SetTrue, conflicts_with = "disabled")]
    enabled: bool,
    /// Only those that may not be used
    #[arg(long, action = ArgAction::SetTrue)]
    disabled: bool,
    /// Only those with this licence of their own, or `default` for those with none
    #[arg(long, value_name = "LICENCE")]
    licence: Option<String>,
    /// Only those with this role, with `any`, or with `none`
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Only those blocked from reset now
    #[arg(long, action = ArgAction::SetTrue)]
    blocked: bool,
    /// Only those whose sign-in is locked now
    #[arg(long, action = ArgAction::SetTrue)]
    locked: bool,
    /// Only those with enough methods for their gates
    #[arg(long, action = ArgAction::SetTrue, conflicts_with = "unregistered")]
    registered: bool,
    /// Only those without
    #[arg(long, action = ArgAction::SetTrue)]
    unregistered: bool,
    /// Only those in this group, directly or by nesting
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// Only those that come from here: local, or a connector's name
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
}

impl Filter {
    /// The filter that is said.
    pub fn meant(self) -> Result<AccountFilter, CliError> {
        let either = |yes: bool, no: bool| (yes || no).then_some(yes);
        let licence = match self.licence.as_deref() {
            None => None,
            Some("default") => Some(None),
            Some(word) => Some(parse_licence(word)?),
        };
        let role = match self.role {
            None => None,
            Some(word) if word == "any" => Some(RoleFilter::Any),
            Some(word) => match parse_roles(std::slice::from_ref(&word))?.as_slice() {
                [] => Some(RoleFilter::None),
                [role] => Some(RoleFilter::Has(*role)),
                _ => {
                    return Err(CliError::Usage(
                        "--role takes one role, any or none".to_owned(),
                    ));
                }
            },
        };
        let filter = AccountFilter {
            enabled: either(self.enabled, self.disabled),
            licence,
            role,
            blocked: self.blocked,
            locked: self.locked,
            registered: either(self.registered, self.unregistered),
            group: self.group.as_deref().map(text::canonical),
            source: self.source,
            ..AccountFilter::default()
        };
        Ok(filter.found_by(self.search.as_deref().unwrap_or_default()))
    }
}

/// List accounts in the order of their names; found by words, in the order of these
#[derive(Args)]
pub struct List {
    #[command(flatten)]
    filter: Filter,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// Only those after this one
    #[arg(long, value_name = "UPN")]
    after: Option<String>,
    /// Only how many they are
    #[arg(long, conflicts_with = "after")]
    count: bool,
}

impl List {
    /// Runs the command.
    pub async fn run(
        self,
        service: &Service,
        actor: &Actor,
        wants_json: bool,
    ) -> Result<(), CliError> {
        let filter = self.filter.meant()?;
        if self.count {
            let count = service.count_accounts(actor, filter, clock::now()).await?;
            return match wants_json {
                true => print::json(&serde_json::json!({ "accounts": count })),
                false => print::line(&count.to_string()),
            };
        }
        let mut after = match self.after {
            Some(upn) => After::Account(upn),
            None => After::Nothing,
        };
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let mut views: Vec<View> = Vec::new();
        let more = loop {
            let missing = limit - views.len();
            let page = service
                .find_accounts(actor, filter.clone(), after, missing, clock::now())
                .await?;
            views.extend(page.views);
            match page.next {
                Some(next) if views.len() < limit => after = After::Page(next),
                next => break next.is_some(),
            }
        };
        shown::several(&views, wants_json)?;
        // A list that ends at its limit looks whole.
        if more && let Some(last) = views.last() {
            print::remark(&format!(
                "only {limit} are shown; for more add --after {}, or raise --limit",
                last.account.upn
            ));
        }
        Ok(())
    }
}
