//! The entrance of a journey: what its terminal may still try, the human check, and only then the
//! account. Whoever is stopped here is stopped the same way whether there is such an account.

use super::journeys::{self, NewJourney, Open, too_many};
use super::sources::{self, Slow};
use super::{StoreError, Tx, audit, human, settings};
use crate::domain::audit::{Activity, Event};
use crate::domain::human::{CheckId, Passing, Trouble};
use crate::domain::journey::Step;
use crate::domain::policy::Policy;
use crate::domain::secret::SecretText;
use crate::domain::text;

/// A check made beforehand, for whoever has to be asked.
pub struct NewCheck {
    /// Its name.
    pub id: CheckId,
    /// What is drawn; none where nothing can be.
    pub code: Option<SecretText>,
}

/// What somebody brings who names an account.
pub struct Visitor {
    /// The journey to be.
    pub journey: NewJourney,
    /// Whom they say they are.
    pub typed: String,
    /// Whether their terminal is remote.
    pub remote: bool,
    /// What they have for the human check.
    pub passing: Option<Passing>,
    /// The next one, if theirs does not pass.
    pub check: NewCheck,
}

/// Lets a visitor in, or says why not. Nothing is looked up before the limits and the check.
pub fn enter(
    tx: &mut Tx<'_>,
    visitor: &Visitor,
) -> Result<Result<Step<Open>, Trouble>, StoreError> {
    let (new, typed) = (&visitor.journey, visitor.typed.as_str());
    let policy = settings::policy(tx)?;
    if let Some(slow) = sources::refused(tx, &new.terminal)? {
        return stopped(tx, new, typed, &policy, slow);
    }
    if policy.captcha.asks(visitor.remote)
        && let Err(trouble) = human::pass(tx, &new.terminal, visitor.passing.as_ref())?
    {
        failed(tx, visitor, trouble)?;
        return Ok(Err(trouble));
    }
    if let Err(slow) = sources::charge_name(tx, &new.terminal, typed)? {
        return stopped(tx, new, typed, &policy, slow);
    }
    journeys::begin(tx, new, typed).map(Ok)
}

/// Records a wrong answer and keeps the next check.
fn failed(tx: &mut Tx<'_>, visitor: &Visitor, trouble: Trouble) -> Result<(), StoreError> {
    let terminal = &visitor.journey.terminal;
    if trouble == Trouble::Wrong {
        let event = Event {
            terminal: Some(terminal.clone()),
            ..Event::new(Activity::HumanCheck, "self")
        };
        audit::append(tx, event.failed("wrong_code"))?;
    }
    match (&visitor.check.code, trouble) {
        (_, Trouble::Early { .. }) | (None, _) => Ok(()),
        (Some(code), _) => human::keep(tx, visitor.check.id, terminal, code),
    }
}

fn stopped(
    tx: &mut Tx<'_>,
    new: &NewJourney,
    typed: &str,
    policy: &Policy,
    slow: Slow,
) -> Result<Result<Step<Open>, Trouble>, StoreError> {
    let event = Event {
        terminal: Some(new.terminal.clone()),
        reference: Some(new.reference.clone()),
        ..Event::new(Activity::ResetStarted, "self").about(text::as_name(typed))
    };
    audit::append(tx, event.failed(slow.at.key()))?;
    Ok(Ok(Step::Refused(too_many(
        &new.reference,
        slow,
        policy,
        new.purpose,
    ))))
}
