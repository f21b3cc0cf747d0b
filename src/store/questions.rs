//! Security questions: an account's answers as verifiers, which of them are asked, and the gate.
//! Comparing costs Argon2 and happens outside, so the gate is two decisions: a try is reserved
//! before anything is compared, and recorded after.

use std::collections::HashMap;

use super::journeys::{Open, slowed, step};
use super::limits::{self, Charge};
use super::tx::{Row, params};
use super::{StoreError, Tx, audit, gates, sources};
use crate::domain::audit::{Activity, Event};
use crate::domain::code;
use crate::domain::journey::Step;
use crate::domain::method::Method;
use crate::domain::policy::Policy;
use crate::domain::question::{Answered, Asked, MOST, Question, draw};
use crate::domain::throttle::Counted;

const METHOD: Method = Method::SecurityQuestions;

/// An answer to be kept.
#[derive(Clone)]
pub struct Verifier {
    /// Its question.
    pub question: Question,
    /// The Argon2id verifier of its canonical form.
    pub hash: String,
}

/// An answer as it is kept.
struct Kept {
    id: i64,
    question: Question,
    hash: String,
    drawn: i64,
}

fn question(row: &mut Row) -> Result<Option<Question>, StoreError> {
    let (predefined, own) = (row.maybe_text()?, row.maybe_text()?);
    Ok(match predefined {
        Some(id) => Question::predefined(&id),
        None => own.map(Question::Own),
    })
}

/// The answers that count now, those that are asked in their order.
fn kept(tx: &mut Tx<'_>, account: i64, policy: &Policy) -> Result<Vec<Kept>, StoreError> {
    let all = tx.rows(
        "SELECT answer.predefined, answer.custom, answer.id, answer.hash, answer.drawn
         FROM answer JOIN method ON method.id = answer.method_id
         WHERE method.account_id = $1 ORDER BY answer.drawn, answer.id",
        params![account],
        |mut row| {
            let question = question(&mut row)?;
            let (id, hash, drawn) = (row.int()?, row.text()?, row.int()?);
            Ok(question.map(|question| Kept {
                id,
                question,
                hash,
                drawn,
            }))
        },
    )?;
    let mut kept: Vec<Kept> = all.into_iter().flatten().collect();
    kept.retain(|answer| answer.question.is_offered(policy));
    Ok(kept)
}

/// How many answers of an account count now.
pub fn count(tx: &mut Tx<'_>, account: i64, policy: &Policy) -> Result<usize, StoreError> {
    let own = tx.rows(
        "SELECT answer.custom FROM answer JOIN method ON method.id = answer.method_id
         WHERE method.account_id = $1",
        params![account],
        |mut row| row.maybe_text(),
    )?;
    Ok(own.iter().filter(|own| counts_now(own, policy)).count())
}

/// How many answers of each account count now.
pub fn counts(tx: &mut Tx<'_>, policy: &Policy) -> Result<HashMap<i64, usize>, StoreError> {
    let mut found = HashMap::new();
    tx.each(
        "SELECT method.account_id, answer.custom, count(*)
         FROM answer JOIN method ON method.id = answer.method_id
         GROUP BY method.account_id, answer.custom",
        params![],
        |mut row| {
            let (account, own, count) = (row.int()?, row.maybe_text()?, row.int()?);
            if counts_now(&own, policy) {
                *found.entry(account).or_default() += usize::try_from(count).unwrap_or_default();
            }
            Ok(())
        },
    )?;
    Ok(found)
}

fn counts_now(own: &Option<String>, policy: &Policy) -> bool {
    own.as_ref()
        .is_none_or(|words| policy.questions_custom.contains(words))
}

/// How many answers an account holds, whether they count or not.
pub fn held(tx: &mut Tx<'_>, account: i64) -> Result<i64, StoreError> {
    tx.one(
        "SELECT count(*) FROM answer JOIN method ON method.id = answer.method_id
         WHERE method.account_id = $1",
        params![account],
        |mut row| row.int(),
    )
}

/// Replaces an account's answers; whether there were any.
pub fn replace(
    tx: &mut Tx<'_>,
    account: i64,
    place: &str,
    answers: &[Verifier],
) -> Result<bool, StoreError> {
    let before = tx.execute(
        "DELETE FROM method WHERE account_id = $1 AND method = $2",
        params![account, METHOD.key()],
    )?;
    // The answers have a table of their own: nothing is sealed for this row.
    let id = tx.one(
        "INSERT INTO method (account_id, method, place, secret, last_step, created)
         VALUES ($1, $2, $3, $4, 0, $5) RETURNING id",
        params![account, METHOD.key(), place, &[][..] as &[u8], tx.now()],
        |mut row| row.int(),
    )?;
    for answer in answers {
        let (predefined, own) = match &answer.question {
            Question::Predefined(id) => (Some(*id), None),
            Question::Own(words) => (None, Some(words.as_str())),
        };
        tx.execute(
            "INSERT INTO answer (method_id, predefined, custom, hash, drawn)
             VALUES ($1, $2, $3, $4, 0)",
            params![id, predefined, own, answer.hash.as_str()],
        )?;
    }
    Ok(before > 0)
}

/// The answers that are asked for, if they were drawn by today's policy.
fn drawn(mut kept: Vec<Kept>, policy: &Policy) -> Option<Vec<Kept>> {
    kept.retain(|answer| answer.drawn > 0);
    (kept.len() == policy.questions_to_reset).then_some(kept)
}

/// The questions an account is asked: the ones drawn before, so that starting again tells nobody
/// more of them, until they are answered, replaced, or policy asks for others.
pub fn ask(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    ranks: &[u64; MOST],
) -> Result<Step<Asked>, StoreError> {
    let open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    if !open.offers().contains(&METHOD) {
        return Ok(Step::Go(Asked::NotOffered));
    }
    let all = kept(tx, open.account.id, &open.policy)?;
    let order = draw(all.len(), open.policy.questions_to_reset, ranks);
    let chosen: Vec<(i64, Question)> = order
        .into_iter()
        .filter_map(|at| all.get(at))
        .map(|answer| (answer.id, answer.question.clone()))
        .collect();
    if let Some(before) = drawn(all, &open.policy) {
        let before = before.into_iter().map(|answer| answer.question);
        return Ok(Step::Go(Asked::Questions(before.collect())));
    }
    forget_draw(tx, open.account.id)?;
    for ((answer, _), place) in chosen.iter().zip(1i64..) {
        tx.execute(
            "UPDATE answer SET drawn = $2 WHERE id = $1",
            params![*answer, place],
        )?;
    }
    let chosen = chosen.into_iter().map(|(_, question)| question);
    Ok(Step::Go(Asked::Questions(chosen.collect())))
}

fn forget_draw(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE answer SET drawn = 0 WHERE drawn > 0 AND method_id IN
             (SELECT id FROM method WHERE account_id = $1)",
        params![account],
    )?;
    Ok(())
}

/// A try that is charged and may now be compared.
pub struct Reserved {
    /// What to compare the answers with, in the order of the questions.
    pub hashes: Vec<String>,
    /// What to record it by.
    pub attempt: Attempt,
}

/// A charged try, to be recorded.
#[derive(Clone)]
pub struct Attempt {
    event: Event,
    /// The terminal's charge, and the one as a failed proof, given back when all was right.
    here: i64,
    proof: i64,
    /// How many tries are left if it was wrong.
    left: i64,
    /// The limit that it has used up.
    used_up: Option<Counted>,
}

/// What reserving a try came to.
pub enum Reserve {
    /// It may be compared.
    Compare(Box<Reserved>),
    /// Nothing is to be compared.
    Not(Answered),
}

/// Reserves a try at these questions: it is charged as a question attempt and as a failed proof,
/// before anything is compared.
pub fn reserve(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    asked: &[Question],
) -> Result<Step<Reserve>, StoreError> {
    let open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let not = |answered| Ok(Step::Go(Reserve::Not(answered)));
    if !open.offers().contains(&METHOD) {
        return not(Answered::NotOffered);
    }
    let all = kept(tx, open.account.id, &open.policy)?;
    let Some(drawn) = drawn(all, &open.policy) else {
        return not(Answered::Changed);
    };
    if !drawn.iter().map(|answer| &answer.question).eq(asked) {
        return not(Answered::Changed);
    }
    let here = match sources::charge_proof(tx, terminal)? {
        Ok(charge) => charge,
        Err(slow) => return slowed(tx, &open, slow).map(Step::Refused),
    };
    let mut attempt = Attempt {
        event: open.event(Activity::GateTried),
        here,
        proof: 0,
        left: code::TRIES - gates::tries(tx, id, METHOD.key())? - 1,
        used_up: None,
    };
    attempt.event.method = Some(METHOD.key().to_owned());
    // Failed proofs first: a block by them pays for them, and question attempts age faster.
    for counted in [Counted::FailedProof, Counted::QuestionAttempt] {
        match limits::charge(tx, open.account.id, counted, &open.policy)? {
            Charge::Allowed { id, left } => {
                if counted == Counted::FailedProof {
                    attempt.proof = id;
                }
                attempt.left = attempt.left.min(left);
                attempt.used_up = attempt.used_up.or((left == 0).then_some(counted));
            }
            Charge::Blocked(until) => {
                // Nothing is compared, so nothing failed.
                limits::refund(tx, attempt.proof)?;
                sources::refund(tx, attempt.here)?;
                return gates::blocked(tx, &open, counted, until).map(Step::Refused);
            }
        }
    }
    gates::count_try(tx, id, METHOD.key())?;
    Ok(Step::Go(Reserve::Compare(Box::new(Reserved {
        hashes: drawn.into_iter().map(|answer| answer.hash).collect(),
        attempt,
    }))))
}

/// Records what a reserved try came to. Whatever has become of the journey meanwhile, the try is
/// in the audit log.
pub fn settle(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    attempt: &Attempt,
    right: bool,
) -> Result<Step<(Answered, Open)>, StoreError> {
    if !right {
        audit::append(tx, attempt.event.clone().failed("wrong_answers"))?;
    }
    let over = |tx: &mut Tx<'_>| match right {
        true => audit::append(tx, attempt.event.clone().failed("over_meanwhile")),
        false => Ok(()),
    };
    let mut open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        ended => {
            over(tx)?;
            return Ok(ended.map(|open| (Answered::NotOffered, open)));
        }
    };
    let account = open.account.id;
    match (right, attempt.used_up) {
        (true, _) if !open.offers().contains(&METHOD) => {
            over(tx)?;
            Ok(Step::Go((Answered::NotOffered, open)))
        }
        (true, _) => {
            limits::refund(tx, attempt.proof)?;
            sources::refund(tx, attempt.here)?;
            forget_draw(tx, account)?;
            gates::pass(tx, &mut open, METHOD)?;
            audit::append(tx, attempt.event.clone())?;
            Ok(Step::Go((Answered::Passed, open)))
        }
        (false, Some(counted)) => {
            let until = limits::block(tx, account, counted, &open.policy)?;
            gates::blocked(tx, &open, counted, until).map(Step::Refused)
        }
        (false, None) => Ok(Step::Go((Answered::Wrong { left: attempt.left }, open))),
    }
}
