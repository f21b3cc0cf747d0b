//! Accounts, their journeys and limits as the command line shows them.

use serde_json::{Value, json};

use super::{CliError, print};
use crate::domain::method::Method;
use crate::domain::role::Role;
use crate::service::accounts::View;
use crate::store::account_page::{Counter, Journey};

/// An account as JSON shows it.
pub fn as_json(view: &View) -> Value {
    let account = &view.account;
    let profile = &account.profile;
    let roles: Vec<&str> = account.roles.iter().map(|role| role.key()).collect();
    let methods: Vec<&str> = view.methods.iter().map(|method| method.key()).collect();
    json!({
        "upn": account.upn,
        "name": profile.name,
        "given": profile.given,
        "surname": profile.surname,
        "email": profile.email,
        "alternate_email": profile.alternate_email,
        "mobile": profile.mobile,
        "office": profile.office,
        "language": profile.language,
        "licence": account.licence.map(|licence| licence.key()),
        "roles": roles,
        "source": account.source,
        "enabled": account.enabled,
        "blocked_until": account.blocked_until.map(|at| at.to_string()),
        "locked_until": account.locked_until.map(|at| at.to_string()),
        "must_change": account.must_change,
        "methods": methods,
        "registered": view.registered,
        "enabled_for_sspr": view.enabled_for_sspr,
        "capable": view.capable,
        "last_reset": account.last_reset.map(|at| at.to_string()),
    })
}

/// What is shown of an account, in the order people look for it.
const FIELDS: [&str; 21] = [
    "upn",
    "name",
    "given",
    "surname",
    "email",
    "alternate_email",
    "mobile",
    "office",
    "language",
    "licence",
    "roles",
    "source",
    "enabled",
    "blocked_until",
    "locked_until",
    "must_change",
    "methods",
    "registered",
    "enabled_for_sspr",
    "capable",
    "last_reset",
];

/// One account.
pub fn one(view: &View, wants_json: bool) -> Result<(), CliError> {
    let value = as_json(view);
    if wants_json {
        return print::json(&value);
    }
    let fields = FIELDS.iter().filter_map(|key| Some((key, value.get(key)?)));
    let rows = fields.map(|(key, value)| {
        let text = match value {
            Value::Null => "–".to_owned(),
            Value::String(text) => text.clone(),
            Value::Array(items) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                items.join(", ")
            }
            other => other.to_string(),
        };
        vec![(*key).to_owned(), text]
    });
    print::table(&["FIELD", "VALUE"], &rows.collect::<Vec<_>>())
}

/// Several accounts.
pub fn several(views: &[View], wants_json: bool) -> Result<(), CliError> {
    if wants_json {
        let all: Vec<Value> = views.iter().map(as_json).collect();
        return print::json(&all);
    }
    let yes = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
    let rows: Vec<Vec<String>> = views
        .iter()
        .map(|view| {
            let roles: Vec<&str> = view
                .account
                .roles
                .iter()
                .map(|role: &Role| role.key())
                .collect();
            let methods: Vec<&str> = view.methods.iter().map(|m: &Method| m.key()).collect();
            vec![
                view.account.upn.clone(),
                view.account.profile.name.clone().unwrap_or_default(),
                yes(view.account.enabled),
                yes(view.capable),
                methods.join(","),
                roles.join(","),
            ]
        })
        .collect();
    print::table(
        &["UPN", "NAME", "ENABLED", "CAPABLE", "METHODS", "ROLES"],
        &rows,
    )
}

/// The journeys of an account, the newest first.
pub fn journeys(journeys: &[Journey], wants_json: bool) -> Result<(), CliError> {
    if wants_json {
        let all: Vec<Value> = journeys
            .iter()
            .map(|journey| {
                json!({
                    "journey": journey.handle,
                    "reference": journey.reference,
                    "purpose": journey.purpose.key(),
                    "terminal": journey.terminal,
                    "state": journey.state,
                    "began": journey.created.to_string(),
                    "expires": journey.expires.to_string(),
                })
            })
            .collect();
        return print::json(&all);
    }
    let rows = journeys.iter().map(|journey| {
        vec![
            journey.created.to_string(),
            journey.purpose.key().to_owned(),
            journey.state.clone(),
            journey.terminal.clone(),
            journey.reference.clone(),
        ]
    });
    print::table(
        &["BEGAN", "PURPOSE", "STATE", "TERMINAL", "REFERENCE"],
        &rows.collect::<Vec<_>>(),
    )
}

/// What is left of each limit.
pub fn limits(counters: &[Counter], wants_json: bool) -> Result<(), CliError> {
    if wants_json {
        let all: Vec<Value> = counters
            .iter()
            .map(|counter| {
                json!({
                    "counted": counter.counted.key(),
                    "used": counter.used,
                    "limit": counter.limit,
                    "until": counter.until.map(|at| at.to_string()),
                })
            })
            .collect();
        return print::json(&all);
    }
    let rows = counters.iter().map(|counter| {
        vec![
            counter.counted.key().to_owned(),
            counter.used.to_string(),
            counter.limit.to_string(),
            counter.until.map_or("–".to_owned(), |at| at.to_string()),
        ]
    });
    print::table(
        &["COUNTED", "USED", "LIMIT", "UNTIL"],
        &rows.collect::<Vec<_>>(),
    )
}
