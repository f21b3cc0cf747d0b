//! `keyhatch policy review`, `undo` and `history`: what a change comes to, and what was changed.

use serde_json::{Value as Json, json};

use super::{CliError, print};
use crate::clock;
use crate::domain::msg::Msg;
use crate::domain::setting::Value;
use crate::domain::text::counted;
use crate::i18n::{File, Texts};
use crate::service::policy::review::{Review, Touched};
use crate::service::policy::save::Conflict;
use crate::service::policy::undo::{PastSave, Undone};
use crate::service::policy::{Pair, shown, typed};
use crate::service::{Actor, Service, ServiceError};

/// Prints what setting these pairs would come to.
pub async fn review(
    service: &Service,
    actor: &Actor,
    pairs: &[Pair],
    wants_json: bool,
) -> Result<(), CliError> {
    let entries = typed(pairs).map_err(ServiceError::from)?;
    let review = service.review_policy(actor, &entries, clock::now()).await?;
    match wants_json {
        true => print::json(&as_json(&review)),
        false => write(&review),
    }
}

/// Takes a save back, or only prints what that would come to.
pub async fn undo(
    service: &Service,
    actor: &Actor,
    save: Option<i64>,
    only_shown: bool,
    wants_json: bool,
) -> Result<(), CliError> {
    let now = clock::now();
    let done = match only_shown {
        true => service.review_undo(actor, save, now).await?,
        false => service.undo_policy(actor, save, now).await?,
    };
    let (save, review) = match done {
        Undone::Done(save, review) => (save, review),
        Undone::Conflict(save, conflicts) => return Err(changed_since(&save, &conflicts)),
    };
    match (wants_json, only_shown) {
        (true, _) => {
            let mut all = as_json(&review);
            if let Some(all) = all.as_object_mut() {
                all.insert("save".to_owned(), save.id.into());
            }
            print::json(&all)
        }
        (false, true) => write(&review),
        (false, false) => {
            print::remark(&format!(
                "save {} of {} by {} is undone; {}",
                save.id,
                save.at,
                save.by,
                super::policy::stranded(review.stranded.count)
            ));
            differences(&review)
        }
    }
}

fn changed_since(save: &PastSave, conflicts: &[Conflict]) -> CliError {
    let told = |conflict: &Conflict| {
        let by = match &conflict.by {
            Some((by, at)) => format!(" (by {by}, {at})"),
            None => String::new(),
        };
        format!(
            "`{}` is {} now{by}, not {}",
            conflict.key,
            shown(&conflict.theirs),
            shown(&conflict.seen)
        )
    };
    let told: Vec<String> = conflicts.iter().map(told).collect();
    CliError::Refused(format!(
        "save {} can't be undone, because it was changed since: {}; set what you want with `keyhatch policy set`",
        save.id,
        told.join(", ")
    ))
}

/// Prints the saves, the latest first.
pub async fn history(
    service: &Service,
    actor: &Actor,
    before: Option<i64>,
    limit: u32,
    wants_json: bool,
) -> Result<(), CliError> {
    let saves = service
        .policy_history(actor, before, i64::from(limit), clock::now())
        .await?;
    if wants_json {
        return print::json(&saves.iter().map(past).collect::<Vec<_>>());
    }
    let mut rows = Vec::new();
    for save in &saves {
        let state = match (save.undone, save.undoes) {
            (true, _) => "undone".to_owned(),
            (false, Some(other)) => format!("undoes {other}"),
            (false, None) => String::new(),
        };
        for change in &save.changes {
            let value = |value: &Option<Value>| match value {
                Some(value) => shown(value),
                None => "not set".to_owned(),
            };
            let (old, new) = (value(&change.before), value(&change.after));
            rows.push(vec![
                save.id.to_string(),
                save.at.to_string(),
                save.by.clone(),
                state.clone(),
                format!("{}: {old} → {new}", change.key),
            ]);
        }
    }
    print::table(&["SAVE", "TIME", "BY", "STATE", "CHANGE"], &rows)?;
    if u32::try_from(saves.len()) == Ok(limit)
        && let Some(last) = saves.last()
    {
        print::remark(&format!(
            "only {limit} are shown; for more add --before {}, or raise --limit",
            last.id
        ));
    }
    Ok(())
}

fn past(save: &PastSave) -> Json {
    let value = |value: &Option<Value>| value.as_ref().map(as_value);
    let changes: Vec<Json> = save
        .changes
        .iter()
        .map(|change| {
            let (old, new) = (value(&change.before), value(&change.after));
            json!({ "key": change.key, "old": old, "new": new })
        })
        .collect();
    json!({
        "id": save.id,
        "time": save.at.to_string(),
        "actor": save.by,
        "undone": save.undone,
        "undoes": save.undoes,
        "changes": changes,
    })
}

/// A value as JSON has it.
pub(super) fn as_value(value: &Value) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Number(number) => json!(number),
        Value::List(list) => json!(list),
    }
}

fn as_json(review: &Review) -> Json {
    let english = Texts::new("en", File::Admin);
    let changes: Vec<Json> = review
        .differences
        .iter()
        .map(|one| json!({ "key": one.key, "old": as_value(&one.old), "new": as_value(&one.new) }))
        .collect();
    let touched = |touched: &Touched| {
        let accounts: Vec<Json> = touched
            .first
            .iter()
            .map(|person| json!({ "upn": person.upn, "name": person.name }))
            .collect();
        json!({ "count": touched.count, "accounts": accounts })
    };
    let advice: Vec<Json> = review
        .advice
        .iter()
        .map(|advice| {
            json!({ "keys": advice.keys, "advice": english.say(&Msg::new(advice.message)) })
        })
        .collect();
    json!({
        "changes": changes,
        "stranded": touched(&review.stranded),
        "reached": touched(&review.reached),
        "advice": advice,
    })
}

fn differences(review: &Review) -> Result<(), CliError> {
    if review.differences.is_empty() {
        return print::line("nothing changes");
    }
    review.differences.iter().try_for_each(|one| {
        let (old, new) = (shown(&one.old), shown(&one.new));
        print::line(&format!("{}: {old} → {new}", one.key))
    })
}

fn write(review: &Review) -> Result<(), CliError> {
    differences(review)?;
    print::line("")?;
    print::line(&super::policy::stranded(review.stranded.count))?;
    people(&review.stranded)?;
    let reached = counted(review.reached.count, "account", "accounts");
    print::line(&format!(
        "{reached} that could not reset their password can now"
    ))?;
    people(&review.reached)?;
    let english = Texts::new("en", File::Admin);
    for advice in &review.advice {
        print::line("")?;
        print::line(&format!(
            "Advice about {}: {}",
            advice.keys.join(", "),
            english.say(&Msg::new(advice.message))
        ))?;
    }
    Ok(())
}

fn people(touched: &Touched) -> Result<(), CliError> {
    for person in &touched.first {
        let name = person.name.as_deref().unwrap_or_default();
        print::line(format!("  {}  {name}", person.upn).trim_end())?;
    }
    let named = u64::try_from(touched.first.len()).unwrap_or(u64::MAX);
    match touched.count.saturating_sub(named) {
        0 => Ok(()),
        more => print::line(&format!("  and {more} more")),
    }
}
