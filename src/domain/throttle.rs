//! Durable limits (product, section 7): what is counted, how often, and for how long it blocks.

use std::time::Duration;

use super::policy::Policy;

/// One hour.
const HOUR: Duration = Duration::from_secs(3600);

/// What is counted per account, over every journey, terminal and host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// A proof that failed, of any method.
    FailedProof,
    /// A code sent by mail.
    MailSent,
    /// Answers to security questions, right or wrong.
    QuestionAttempt,
    /// A second factor that was wrong at sign-in.
    SecondFactor,
    /// A number typed to be compared with the one that is held.
    PhoneCheck,
    /// A code sent by text message.
    SmsSent,
}

/// At most `count` in `window`; the next one blocks the account from SSPR for `block`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How many are allowed.
    pub count: i64,
    /// Over how long they are counted.
    pub window: Duration,
    /// How long the block lasts.
    pub block: Duration,
}

impl Counted {
    /// Everything that is counted per account.
    pub const ALL: [Self; 6] = [
        Self::FailedProof,
        Self::MailSent,
        Self::QuestionAttempt,
        Self::SecondFactor,
        Self::PhoneCheck,
        Self::SmsSent,
    ];

    /// The word in the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FailedProof => "proof",
            Self::MailSent => "mail",
            Self::QuestionAttempt => "question",
            Self::SecondFactor => "second_factor",
            Self::PhoneCheck => "phone_check",
            Self::SmsSent => "sms",
        }
    }

    /// The limit in force.
    pub fn limit(self, policy: &Policy) -> Limit {
        match self {
            Self::FailedProof => Limit {
                count: policy.sspr_failures,
                window: HOUR * 24,
                block: HOUR * policy.sspr_block_hours,
            },
            // Counted apart from passwords, so that a right password frees no guess at a code.
            Self::SecondFactor => Limit {
                count: policy.sign_in_failures,
                window: HOUR * 24,
                block: HOUR * 24,
            },
            Self::QuestionAttempt => Limit {
                count: 5,
                window: HOUR,
                block: HOUR * policy.sspr_block_hours,
            },
            Self::MailSent => Limit {
                count: 10,
                window: HOUR / 6,
                block: HOUR * policy.sspr_block_hours,
            },
            Self::PhoneCheck | Self::SmsSent => Limit {
                count: 5,
                window: HOUR,
                block: HOUR * policy.sspr_block_hours,
            },
        }
    }
}

/// How long sign-in is locked after `failures` counted in a row: `first` at the threshold, doubling
/// with every failure after it, at most five hours.
pub fn sign_in_lock(failures: i64, threshold: i64, first: Duration) -> Option<Duration> {
    let beyond = u32::try_from(failures.checked_sub(threshold)?).ok()?;
    let factor = 2u32.saturating_pow(beyond.min(20));
    Some(first.saturating_mul(factor).min(HOUR * 5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_in_lock_grows_to_five_hours() {
        let first = Duration::from_secs(60);
        assert_eq!(sign_in_lock(9, 10, first), None);
        assert_eq!(sign_in_lock(10, 10, first), Some(first));
        assert_eq!(sign_in_lock(11, 10, first), Some(first * 2));
        assert_eq!(sign_in_lock(13, 10, first), Some(first * 8));
        assert_eq!(sign_in_lock(10_000, 10, first), Some(HOUR * 5));
    }
}
