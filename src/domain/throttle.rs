//! Durable limits (product, section 7): what is counted, how often, and for how long it blocks.

use std::net::Ipv6Addr;
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
    /// A request sent to an app (fatigue cap).
    PushSent,
    /// A call placed.
    CallPlaced,
    /// A code that was wrong where a method is being registered.
    Enrolment,
    /// A code that a caller told the help desk and that was wrong.
    CallerCheck,
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
    pub const ALL: [Self; 10] = [
        Self::FailedProof,
        Self::MailSent,
        Self::QuestionAttempt,
        Self::SecondFactor,
        Self::PhoneCheck,
        Self::SmsSent,
        Self::PushSent,
        Self::CallPlaced,
        Self::Enrolment,
        Self::CallerCheck,
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
            Self::PushSent => "push",
            Self::CallPlaced => "call",
            Self::Enrolment => "enrolment",
            Self::CallerCheck => "caller",
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
            Self::SecondFactor | Self::Enrolment | Self::CallerCheck => Limit {
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
            Self::PhoneCheck | Self::SmsSent | Self::PushSent | Self::CallPlaced => Limit {
                count: 5,
                window: HOUR,
                block: HOUR * policy.sspr_block_hours,
            },
        }
    }
}

/// At most `count` in `window`, for a terminal or the whole store; it ends by time alone, nobody
/// releases it.
///
/// **The reckoning.** These stop somebody who goes from account to account, so that no account's
/// own limit is ever reached; they must never stop a busy lobby. Nobody is through a journey, or
/// even reads a refusal and steps aside, in less than half a minute: 20 names in 10 minutes is a
/// terminal that never stands still. One in four mistypes a code: 60 people an hour, one a minute
/// all the time, fail 15 proofs, half of 30. A wait is taken by those whom the drawn code does not
/// serve, with a journey of three minutes and more after it: 20 an hour serve them one after
/// another. A terminal counts by its name, so kiosks that are given one name share these.
///
/// Over the whole store a hundred thousand people at 500 kiosks fail some hundred proofs an hour,
/// on the Monday after the holidays a few thousand; a small organisation never fails 300. So the
/// limit is 300, or one for every twenty accounts where that is more. A guess at a code is right
/// once in a million: whoever has as many terminals as they like still needs days for one gate, and
/// is told of after minutes. What one terminal may fail keeps any one of them from shutting the
/// others out; wrong human checks and names count at the terminal alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many are allowed.
    pub count: i64,
    /// Over how long they are counted.
    pub window: Duration,
}

/// Different account names that may be begun at one terminal, known or not.
pub const TERMINAL_NAMES: Rate = Rate {
    count: 20,
    window: Duration::from_secs(600),
};

/// Proofs and human checks that may fail at one terminal.
pub const TERMINAL_FAILURES: Rate = Rate {
    count: 30,
    window: HOUR,
};

/// Waits instead of the drawn code that one terminal may begin.
pub const TERMINAL_WAITS: Rate = Rate {
    count: 20,
    window: HOUR,
};

/// Proofs that may fail at all terminals of a store with so many accounts together.
pub const fn store_failures(accounts: i64) -> Rate {
    let count = accounts / 20;
    Rate {
        count: if count > 300 { count } else { 300 },
        window: HOUR,
    }
}

/// By what the visits of a terminal are counted: its name; the network of 64 bits where it is an
/// IPv6 address, because whoever has one address there has all of them.
pub fn source(terminal: &str) -> String {
    // A link-local address comes with the name of the interface.
    let address = terminal.strip_prefix(SSH).map(|address| {
        let address = address.split('%').next().unwrap_or_default();
        address.parse::<Ipv6Addr>()
    });
    match address {
        Some(Ok(address)) => {
            if let Some(inner) = address.to_ipv4_mapped() {
                return format!("{SSH}{inner}");
            }
            let [a, b, c, d, ..] = address.segments();
            let network = Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0);
            format!("{SSH}{network}/64")
        }
        _ => terminal.to_owned(),
    }
}

/// What the name of a remote terminal begins with, before the client's address.
pub const SSH: &str = "ssh ";

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
    fn the_store_s_limit_grows_with_it() {
        let counts = [0, 100, 6_000, 6_020, 100_000].map(|n| store_failures(n).count);
        assert_eq!(counts, [300, 300, 300, 301, 5_000]);
    }

    #[test]
    fn an_address_counts_with_its_network() {
        assert_eq!(source("Lobby 1"), "Lobby 1");
        assert_eq!(source("ssh 203.0.113.5"), "ssh 203.0.113.5");
        let network = source("ssh 2001:db8:1:2:3:4:5:6");
        assert_eq!(network, "ssh 2001:db8:1:2::/64");
        assert_eq!(source("ssh 2001:db8:1:2:ffff::1"), network);
        assert_ne!(source("ssh 2001:db8:1:3::1"), network);
        assert_eq!(source("ssh fe80::1:2:3:4%eth0"), "ssh fe80::/64");
        assert_eq!(source("ssh ::ffff:203.0.113.5"), "ssh 203.0.113.5");
    }

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
