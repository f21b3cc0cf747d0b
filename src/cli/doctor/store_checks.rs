//! The store, from outside before it is opened and from inside after.

use std::time::Duration;

use super::Findings;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::clock;
use crate::domain::policy::Reach;
use crate::domain::text::counted;
use crate::service::health::Health;
use crate::service::{Actor, Service};
use crate::store::audit::Verdict;
use crate::store::{StoreError, inspect};

/// How long ago an agent may have been heard from last.
const HEARD: Duration = Duration::from_secs(5 * 60);
/// How far the clock may be behind what the store has recorded: other hosts' clocks differ a little.
const BEHIND: Duration = Duration::from_secs(2);

/// The store as it lies there; whether it can be opened.
pub async fn from_outside(context: &Context, findings: &mut Findings) -> bool {
    let place = match context.place() {
        Ok(place) => place,
        Err(error) => {
            findings.problem("store", error.to_string());
            return false;
        }
    };
    // On a thread of its own: a server's client brings its own runtime.
    let looked_at = place.clone();
    let looking = tokio::task::spawn_blocking(move || inspect::inspect(&looked_at));
    let found = looking
        .await
        .unwrap_or_else(|error| Err(StoreError::Unavailable(error.to_string())));
    let found = match found {
        Ok(found) => found,
        Err(error) => {
            findings.problem("store", error.to_string());
            return false;
        }
    };
    findings.good("store", format!("{} opens", context.shown_store()));
    let newest = inspect::newest_schema();
    let mut sound = true;
    match found.schema {
        Some(schema) if schema == newest => {
            findings.good(
                "schema",
                format!("it has schema {schema}, which is current"),
            );
        }
        Some(schema) if schema < newest => {
            sound = false;
            findings.problem(
                "schema",
                format!(
                    "it has schema {schema} and this Keyhatch works with {newest}; any other command copies it and brings it up to date"
                ),
            );
        }
        Some(schema) => {
            sound = false;
            findings.problem(
                "schema",
                format!(
                    "it has schema {schema} and this Keyhatch knows {newest}; use a newer Keyhatch"
                ),
            );
        }
        None => {
            sound = false;
            findings.problem(
                "schema",
                "it is not a finished Keyhatch store; make one with `keyhatch init` or name another with --store",
            );
        }
    }
    match found.damage {
        None => findings.good("integrity", "its pages are whole"),
        Some(damage) => {
            sound = false;
            findings.problem(
                "integrity",
                format!(
                    "it is damaged ({damage}); put a backup back with `keyhatch store restore`"
                ),
            );
        }
    }
    match found.weak.is_empty() {
        true => findings.good("durability", "what is committed is on the disk"),
        false => findings.problem("durability", found.weak.join("; ")),
    }
    match inspect::check_filesystem(&place) {
        Ok(()) => findings.good("filesystem", "its locks can be trusted"),
        Err(error) => findings.problem("filesystem", error.to_string()),
    }
    sound
}

/// The store in use.
pub async fn from_inside(
    service: &Service,
    actor: &Actor,
    findings: &mut Findings,
) -> Result<Health, CliError> {
    let now = clock::now();
    let health = service.health(actor, now).await?;
    match service.verify_audit(actor, None, now).await? {
        Verdict::Whole(count) => {
            findings.good(
                "audit",
                format!(
                    "{}, all as they were written",
                    counted(count, "record", "records")
                ),
            );
        }
        Verdict::Broken(seq) => findings.problem(
            "audit",
            format!("record {seq} is missing or was changed; compare with an export or a backup"),
        ),
    }
    match health.behind > BEHIND {
        false => findings.good("clock", "it is not behind the store"),
        true => findings.problem(
            "clock",
            format!(
                "it is {} s behind what the store has recorded, so limits end later and authenticator codes may fail; set it by a time server",
                health.behind.as_secs()
            ),
        ),
    }
    let last = health.agents.iter().max_by_key(|(_, seen)| *seen);
    match last {
        Some((host, seen)) if seen.until(now) <= HEARD => {
            findings.good("agent", format!("{host} was heard from at {seen}"));
        }
        Some((host, seen)) => findings.warning(
            "agent",
            format!(
                "none was heard from within 5 minutes, the last was {host} at {seen}; start a kiosk or `keyhatch agent run`"
            ),
        ),
        None => findings.warning(
            "agent",
            "none is at work, so nothing is delivered; start a kiosk or `keyhatch agent run`",
        ),
    }
    match (health.late, health.refused) {
        (0, 0) => findings.good("outbox", "nothing is stuck"),
        (late, refused) => findings.warning(
            "outbox",
            format!(
                "{late} messages wait for more than 10 minutes, {refused} were refused; see `keyhatch outbox list`"
            ),
        ),
    }
    Ok(health)
}

/// Whether the policy makes sense for the accounts there are.
pub fn policy(health: &Health, findings: &mut Findings) {
    let policy = &health.policy;
    if policy.reach == Reach::Nobody {
        findings.warning(
            "policy",
            "reset is switched off for everybody but administrators; switch it on with `keyhatch policy set sspr.enabled=all`",
        );
    } else if policy.methods.len() < policy.required {
        findings.problem(
            "policy",
            "it asks for more gates than it enables methods; see methods.enabled and methods.required",
        );
    } else if health.capable == 0 {
        findings.warning(
            "policy",
            "no account could reset its password now; `keyhatch user eligibility` says why for each",
        );
    } else if policy.required < 2 {
        findings.warning(
            "policy",
            "one gate is enough for a reset; `keyhatch policy set methods.required=2` asks for two",
        );
    } else {
        findings.good(
            "policy",
            format!(
                "{} could reset their password now",
                counted(health.capable, "account", "accounts")
            ),
        );
    }
}
