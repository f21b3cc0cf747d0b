//! The gates of a journey: a code tried. Charged first, compared after, in one transaction.

use super::journeys::{Open, refuse, slowed, step};
use super::limits::{self, Charge};
use super::tx::params;
use super::{StoreError, Tx, audit, methods, sources};
use crate::crypto::keys::same;
use crate::domain::audit::Activity;
use crate::domain::code;
use crate::domain::eligibility::Reason;
use crate::domain::journey::{Proof, Refusal, Step};
use crate::domain::method::Method;
use crate::domain::secret::SecretText;
use crate::domain::throttle::Counted;
use crate::domain::time::Timestamp;

/// How often a code was wrong on a journey; `key` is what the code is for.
pub(super) fn tries(tx: &mut Tx<'_>, id: &[u8], key: &str) -> Result<i64, StoreError> {
    let tries = tx.maybe(
        "SELECT tries FROM gate_try WHERE journey_id = $1 AND method = $2",
        params![id, key],
        |mut row| row.int(),
    )?;
    Ok(tries.unwrap_or(0))
}

/// Counts one more try on a journey.
pub(super) fn count_try(tx: &mut Tx<'_>, id: &[u8], key: &str) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO gate_try (journey_id, method, tries) VALUES ($1, $2, 1)
         ON CONFLICT (journey_id, method) DO UPDATE SET tries = gate_try.tries + 1",
        params![id, key],
    )?;
    Ok(())
}

/// What is seen to be too late stays so, also when the clock is set back.
pub(super) fn expire(tx: &mut Tx<'_>, id: &[u8], key: &str) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE code SET state = 'expired'
         WHERE journey_id = $1 AND method = $2 AND state = 'live' AND expires <= $3",
        params![id, key, tx.now()],
    )?;
    Ok(())
}

/// Notes that a gate is passed; after a sign-in it is a fresh proof, too.
pub(super) fn pass(tx: &mut Tx<'_>, open: &mut Open, method: Method) -> Result<(), StoreError> {
    let before = open.complete();
    if open.is_sign_in() {
        open.fresh = Some(tx.now());
        tx.execute(
            "UPDATE journey SET fresh = $2 WHERE id = $1",
            params![open.id.as_slice(), tx.now()],
        )?;
    }
    keep(tx, open, method)?;
    if open.is_sign_in() && !before && open.complete() {
        audit::append(tx, open.event(Activity::SignIn))?;
    }
    Ok(())
}

/// The same of a sign-in's gate that was passed by a temporary access pass.
pub(super) fn pass_by_pass(tx: &mut Tx<'_>, open: &mut Open) -> Result<(), StoreError> {
    let before = open.complete();
    (open.pass_used, open.fresh) = (true, Some(tx.now()));
    tx.execute(
        "UPDATE journey SET fresh = $2, gates = $3 WHERE id = $1",
        params![open.id.as_slice(), tx.now(), open.passed()],
    )?;
    if !before && open.complete() {
        audit::append(tx, open.event(Activity::SignIn))?;
    }
    Ok(())
}

/// Notes a gate as passed, once.
pub(super) fn keep(tx: &mut Tx<'_>, open: &mut Open, method: Method) -> Result<(), StoreError> {
    if open.gates.contains(&method) {
        return Ok(());
    }
    open.gates.push(method);
    tx.execute(
        "UPDATE journey SET gates = $2 WHERE id = $1",
        params![open.id.as_slice(), open.passed()],
    )?;
    Ok(())
}

/// Ends a journey because the account has just been blocked.
pub(super) fn blocked(
    tx: &mut Tx<'_>,
    open: &Open,
    counted: Counted,
    until: Timestamp,
) -> Result<Refusal, StoreError> {
    let mut event = open
        .event(Activity::AccountBlocked)
        .failed(Reason::Blocked.code())
        .detail(format!("limit of {}, until {until}", counted.key()));
    event.actor = "system".to_owned();
    audit::append(tx, event)?;
    refuse(tx, open, Reason::Blocked)
}

/// Tries a gate with what was typed, and leaves the journey open for its next step. The try is
/// charged before anything is compared, and given back when it was right; what has not the form of
/// a code is no try.
pub fn prove(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    method: Method,
    typed: &SecretText,
    clock: Timestamp,
) -> Result<Step<(Proof, Open)>, StoreError> {
    let mut open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let takes_code = method.ways().iter().any(|way| way.takes_code());
    if !takes_code || !open.offers().contains(&method) {
        return Ok(Step::Go((Proof::NotOffered, open)));
    }
    let digits = code::digits(method, &open.policy);
    let Some(typed) = code::normalise(typed, digits) else {
        return Ok(Step::Go((Proof::Malformed { digits }, open)));
    };
    let tried = tries(tx, id, method.key())?;
    let live = tx.maybe(
        "SELECT id, tag FROM code
         WHERE journey_id = $1 AND method = $2 AND state = 'live' AND expires > $3",
        params![id, method.key(), tx.now()],
        |mut row| Ok((row.int()?, row.bytes()?)),
    )?;
    if method != Method::AppCode && live.is_none() {
        expire(tx, id, method.key())?;
        return Ok(Step::Go((Proof::TooLate, open)));
    }
    let account = open.account.id;
    let here = match sources::charge_proof(tx, terminal)? {
        Ok(charge) => charge,
        Err(slow) => return slowed(tx, &open, slow).map(Step::Refused),
    };
    let (charge, left) = match charge(tx, &open)? {
        Ok(charged) => charged,
        Err(refusal) => return Ok(Step::Refused(refusal)),
    };
    let right = match live {
        Some((code, tag)) => {
            let right = same(&tag, &tx.keys().code_tag(id, method.key(), &typed));
            if right {
                tx.execute(
                    "UPDATE code SET state = 'used' WHERE id = $1",
                    params![code],
                )?;
            }
            right
        }
        None => methods::consume_app_code(tx, account, &typed, clock)?,
    };
    let mut event = open.event(open.tried());
    event.method = Some(method.key().to_owned());
    if right {
        limits::refund(tx, charge)?;
        sources::refund(tx, here)?;
        audit::append(tx, event)?;
        pass(tx, &mut open, method)?;
        return Ok(Step::Go((Proof::Passed, open)));
    }
    count_try(tx, id, method.key())?;
    audit::append(tx, event.failed("wrong_code"))?;
    if left == 0 {
        return used_up(tx, &open).map(Step::Refused);
    }
    let left = left.min(code::TRIES - tried - 1);
    Ok(Step::Go((Proof::Wrong { left }, open)))
}

/// Charges a proof that is about to be compared: its number, and how many are left. Of a sign-in it
/// is counted apart, and blocks nothing but the second factor.
fn charge(tx: &mut Tx<'_>, open: &Open) -> Result<Result<(i64, i64), Refusal>, StoreError> {
    let account = open.account.id;
    if open.is_sign_in() {
        let charged = limits::reserve(tx, account, Counted::SecondFactor, &open.policy)?;
        return match charged {
            Some(charged) => Ok(Ok(charged)),
            None => used_up(tx, open).map(Err),
        };
    }
    match limits::charge(tx, account, Counted::FailedProof, &open.policy)? {
        Charge::Allowed { id, left } => Ok(Ok((id, left))),
        Charge::Blocked(until) => blocked(tx, open, Counted::FailedProof, until).map(Err),
    }
}

/// No try is left: the account is blocked from SSPR, or its sign-in ends here.
fn used_up(tx: &mut Tx<'_>, open: &Open) -> Result<Refusal, StoreError> {
    if open.is_sign_in() {
        return refuse(tx, open, Reason::Blocked);
    }
    let until = limits::block(tx, open.account.id, Counted::FailedProof, &open.policy)?;
    blocked(tx, open, Counted::FailedProof, until)
}
