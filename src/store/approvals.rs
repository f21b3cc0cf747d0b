//! Requests on an app and calls: what becomes of them is told by whoever carries them, looked up by
//! the terminal that waits, and counts once. Each lives as long as its code.

use super::journeys::{self, Open, step};
use super::tx::params;
use super::{StoreError, Tx, audit, denial, gates};
use crate::domain::audit::Activity;
use crate::domain::enrolment::method_of;
use crate::domain::journey::{Proof, Step};
use crate::domain::method::Method;
use crate::domain::progress::Progress;
use crate::domain::way::Way;

/// Opens one for a code that is about to be sent under this place in the outbox.
pub(super) fn open(tx: &mut Tx<'_>, place: &str, code: i64, way: Way) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO request (place, code_id, way, state, heard) VALUES ($1, $2, $3, $4, $5)",
        params![place, code, way.key(), Progress::Waiting.key(), tx.now()],
    )?;
    Ok(())
}

/// Notes what became of it. Whether more may come: one that is over takes no more news, and news
/// that comes too late, or twice, changes nothing. A denial ends the journey, also one of a request
/// in whose place another was sent, or whose number was typed: its owner does not know which counts.
pub fn report(
    tx: &mut Tx<'_>,
    place: &str,
    progress: Progress,
    seed: &[u8; 32],
) -> Result<bool, StoreError> {
    let found = tx.maybe(
        "SELECT request.id, request.state, code.state, code.method, code.journey_id,
                journey.terminal
         FROM request JOIN code ON code.id = request.code_id
              JOIN journey ON journey.id = code.journey_id
         WHERE request.place = $1 AND code.expires > $2
           AND journey.state = 'open' AND journey.expires > $2",
        params![place, tx.now()],
        |mut row| {
            let (id, state, code) = (row.int()?, row.text()?, row.text()?);
            let of = (row.text()?, row.bytes()?, row.text()?);
            Ok((id, state, code, of))
        },
    )?;
    let Some((id, state, code, (method, journey, terminal))) = found else {
        return Ok(false);
    };
    let before = Progress::from_key(&state).unwrap_or(Progress::Over);
    let stays = method == Method::AppNotification.key() && !before.is_end();
    if code != "live" && !(stays && progress == Progress::Denied) {
        return Ok(stays);
    }
    if !progress.follows(before) {
        return Ok(!before.is_end());
    }
    tx.execute(
        "UPDATE request SET state = $2 WHERE id = $1",
        params![id, progress.key()],
    )?;
    if !(progress.is_end() || progress == Progress::Verified) {
        return Ok(true);
    }
    let Step::Go(open) = step(tx, &journey, &terminal)? else {
        return Ok(false);
    };
    let mut event = open.event(Activity::RequestAnswered);
    event.method = method_of(&method).map(|method| method.key().to_owned());
    event = match progress {
        Progress::Verified | Progress::Approved => event.detail(progress.key()),
        _ => event.failed(progress.key()),
    };
    audit::append(tx, event)?;
    if progress == Progress::Denied {
        journeys::end(tx, &journey, "denied")?;
        denial::tell(tx, &open, seed)?;
    }
    Ok(!progress.is_end())
}

/// Notes that a request is listened for by this instance, unless another was heard from within
/// `silence`; whether it is, and more may come. A call is over with its code; a request that
/// passes a gate stays on its phone and can be denied as long as its journey goes on.
pub fn listen(
    tx: &mut Tx<'_>,
    place: &str,
    instance: &str,
    silence: std::time::Duration,
) -> Result<bool, StoreError> {
    let touched = tx.execute(
        "UPDATE request SET listener = $2, heard = $3
         WHERE place = $1 AND (listener IS NULL OR listener = $2 OR heard <= $4)
           AND code_id IN (SELECT code.id FROM code JOIN journey ON journey.id = code.journey_id
                           WHERE (code.state = 'live' OR code.method = $5) AND code.expires > $3
                             AND journey.state = 'open')",
        params![
            place,
            instance,
            tx.now(),
            tx.now().minus(silence),
            Method::AppNotification.key()
        ],
    )?;
    Ok(touched > 0)
}

/// The requests that nobody has listened for within `silence`, by place, with their way.
pub fn unheard(
    tx: &mut Tx<'_>,
    silence: std::time::Duration,
) -> Result<Vec<(String, Way)>, StoreError> {
    let rows = tx.rows(
        "SELECT request.place, request.way FROM request
              JOIN code ON code.id = request.code_id
              JOIN journey ON journey.id = code.journey_id
              JOIN outbox ON outbox.place = request.place
         WHERE (code.state = 'live' OR code.method = $3) AND code.expires > $1
           AND journey.state = 'open' AND request.heard <= $2
           AND outbox.state = 'delivered' AND request.state IN ('waiting', 'sent', 'ringing', 'answered', 'verified')
         ORDER BY request.id LIMIT 100",
        params![
            tx.now(),
            tx.now().minus(silence),
            Method::AppNotification.key()
        ],
        |mut row| Ok((row.text()?, row.text()?)),
    )?;
    let known = |(place, way): (String, String)| Some((place, Way::from_key(&way)?));
    Ok(rows.into_iter().filter_map(known).collect())
}

/// How far what was sent last for a method on a journey has come; `key` is the method's word, or
/// that of registering it. Writes nothing.
pub fn watch(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    key: &str,
) -> Result<Option<Progress>, StoreError> {
    let found = tx.maybe(
        "SELECT journey.state, code.state, code.expires, request.state, outbox.state,
                outbox.attempts, outbox.last_error
         FROM journey JOIN code ON code.journey_id = journey.id
              LEFT JOIN request ON request.code_id = code.id
              LEFT JOIN outbox ON outbox.code_id = code.id
         WHERE journey.id = $1 AND journey.terminal = $2 AND code.method = $3
         ORDER BY code.id DESC LIMIT 1",
        params![id, terminal, key],
        |mut row| {
            let (journey, code, expires) = (row.text()?, row.text()?, row.time()?);
            let (request, outbox) = (row.maybe_text()?, row.maybe_text()?);
            let attempts = row.maybe_int()?.unwrap_or_default();
            Ok((
                journey,
                code,
                expires,
                request,
                outbox,
                attempts,
                row.maybe_text()?,
            ))
        },
    )?;
    let Some((journey, code, expires, request, outbox, attempts, error)) = found else {
        return Ok(None);
    };
    if journey == "denied" {
        // Perhaps by an earlier one.
        return Ok(Some(Progress::Denied));
    }
    let asked = request.as_deref().and_then(Progress::from_key);
    if let Some(end) = asked.filter(|progress| progress.is_end()) {
        return Ok(Some(end));
    }
    if journey != "open" || code != "live" || expires <= tx.now() {
        return Ok(Some(Progress::Over));
    }
    let carried = match outbox.as_deref() {
        Some("failed" | "expired") => Progress::Failed,
        Some("delivered") => Progress::Sent,
        Some(_) if attempts > 0 && error.is_some() => Progress::Trouble,
        _ => Progress::Waiting,
    };
    Ok(Some(match asked {
        Some(asked) if carried != Progress::Failed && asked.follows(carried) => asked,
        _ => carried,
    }))
}

/// Passes a gate by a call that was answered with `#`, once.
pub fn claim(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    method: Method,
) -> Result<Step<(Proof, Open)>, StoreError> {
    let mut open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    if !open.offers().contains(&method) {
        return Ok(Step::Go((Proof::NotOffered, open)));
    }
    if !consume(tx, id, method.key())? {
        return Ok(Step::Go((Proof::TooLate, open)));
    }
    let mut event = open.event(open.tried());
    event.method = Some(method.key().to_owned());
    audit::append(tx, event)?;
    gates::pass(tx, &mut open, method)?;
    Ok(Step::Go((Proof::Passed, open)))
}

/// Uses up a call that was answered with `#`; false where there is none that is still good.
pub(super) fn consume(tx: &mut Tx<'_>, id: &[u8], key: &str) -> Result<bool, StoreError> {
    let used = tx.execute(
        "UPDATE code SET state = 'used'
         WHERE journey_id = $1 AND method = $2 AND state = 'live' AND expires > $3
           AND id IN (SELECT code_id FROM request WHERE state = $4 AND way = $5)",
        params![id, key, tx.now(), Progress::Approved.key(), Way::Call.key()],
    )?;
    if used == 0 {
        gates::expire(tx, id, key)?;
    }
    Ok(used > 0)
}
