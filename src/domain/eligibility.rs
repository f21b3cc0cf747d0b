//! Who may reset here (product, section 5): every check computed, in order, the first that fails counts.

use super::licence::{Licence, Operation};
use super::method::Method;
use super::policy::{Policy, Reach};

/// The code of one check, as audit and administrators see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The account is unknown.
    Unknown,
    /// The account is disabled.
    Disabled,
    /// The account is blocked from SSPR by the limits.
    Blocked,
    /// SSPR is off for the organisation.
    Off,
    /// No licence allows the operation.
    Unlicensed,
    /// The account is in no selected group, or in an excluded one.
    NotSelected,
    /// No method is usable for this account.
    NoMethod,
    /// Fewer usable methods than gates.
    TooFewMethods,
    /// A directory account without writeback or connector.
    NoWriteback,
    /// The directory refused the agent.
    DirectoryRefused,
    /// No agent has been heard from within five minutes.
    NoAgent,
}

impl Reason {
    /// The code, `SSPR_0040` and so on.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "SSPR_0040",
            Self::Disabled => "SSPR_0041",
            Self::Blocked => "SSPR_0042",
            Self::Off => "SSPR_0009",
            Self::Unlicensed => "SSPR_0012",
            Self::NotSelected => "SSPR_0013",
            Self::NoMethod => "SSPR_0011",
            Self::TooFewMethods => "SSPR_0014",
            Self::NoWriteback => "SSPR_0010",
            Self::DirectoryRefused => "SSPR_0029",
            Self::NoAgent => "SSPR_0030",
        }
    }

    /// What the check asks, for administrators.
    pub const fn question(self) -> &'static str {
        match self {
            Self::Unknown => "the account exists",
            Self::Disabled => "the account is enabled",
            Self::Blocked => "the account is not blocked from reset",
            Self::Off => "reset is on for the organisation",
            Self::Unlicensed => "a licence allows it",
            Self::NotSelected => "the account is in a selected group and in no excluded one",
            Self::NoMethod => "policy enables a usable method",
            Self::TooFewMethods => "there are as many usable methods as gates",
            Self::NoWriteback => "its directory can be written to",
            Self::DirectoryRefused => "its directory lets the agent write",
            Self::NoAgent => "an agent of its directory is there",
        }
    }

    /// The message id of the reason in words, shown where policy `explain` is on.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unknown => "reason-unknown",
            Self::Disabled => "reason-disabled",
            Self::Blocked => "reason-blocked",
            Self::Off => "reason-off",
            Self::Unlicensed => "reason-unlicensed",
            Self::NotSelected => "reason-not-selected",
            Self::NoMethod => "reason-no-method",
            Self::TooFewMethods => "reason-too-few-methods",
            Self::NoWriteback => "reason-no-writeback",
            Self::DirectoryRefused => "reason-directory-refused",
            Self::NoAgent => "reason-no-agent",
        }
    }
}

/// How a directory account's password would be written back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writeback {
    /// A local account: nothing to write back.
    NotNeeded,
    /// Switched off, or no connector for the account's domain.
    Missing,
    /// The directory refused the agent.
    Refused,
    /// No agent has been heard from.
    Silent,
    /// An agent is there.
    Ready,
}

/// What the store knows about the account at this moment.
#[derive(Clone, Debug)]
pub struct Facts {
    /// There is such an account.
    pub known: bool,
    /// It is enabled.
    pub enabled: bool,
    /// It is blocked from SSPR now.
    pub blocked: bool,
    /// It has an administrator role.
    pub administrator: bool,
    /// Its own licence.
    pub licence: Option<Licence>,
    /// Its licence allows calls, and it is no trial.
    pub calls: bool,
    /// It is, directly or by nesting, in a selected group.
    pub selected: bool,
    /// It is, directly or by nesting, in an excluded group.
    pub excluded: bool,
    /// Methods it holds, registered or provided by a directory or an administrator.
    pub methods: Vec<Method>,
    /// How a new password would be written back.
    pub writeback: Writeback,
}

impl Facts {
    /// The facts of an account that does not exist.
    pub fn unknown() -> Self {
        Self {
            known: false,
            enabled: false,
            blocked: false,
            administrator: false,
            licence: None,
            calls: false,
            selected: false,
            excluded: false,
            methods: Vec::new(),
            writeback: Writeback::NotNeeded,
        }
    }
}

/// One check with its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which check.
    pub reason: Reason,
    /// Whether the account passes it.
    pub ok: bool,
}

/// The gates a person must pass: one or two by policy, always two for an administrator.
pub fn gates_required(facts: &Facts, policy: &Policy) -> usize {
    if facts.administrator {
        2
    } else {
        policy.required
    }
}

/// The methods the account can prove itself by here, strongest first.
pub fn usable_methods(facts: &Facts, policy: &Policy) -> Vec<Method> {
    let allowed = |method: &Method| {
        if facts.administrator {
            method.for_administrators()
        } else {
            policy.methods.contains(method)
        }
    };
    Method::ALL
        .into_iter()
        .filter(|method| facts.methods.contains(method) && allowed(method))
        .collect()
}

/// Whether a method may be the only gate passed.
fn stands_alone(method: Method, policy: &Policy) -> bool {
    method.may_stand_alone() || (method == Method::SecurityQuestions && policy.questions_alone)
}

/// Whether these passed gates are enough: as many different ones as required, and where it is a
/// single one, one that may be the only one.
pub fn gates_suffice(passed: &[Method], facts: &Facts, policy: &Policy) -> bool {
    let single = match passed {
        [] => false,
        [only] => stands_alone(*only, policy),
        _ => true,
    };
    single && passed.len() >= gates_required(facts, policy)
}

/// The methods that may be chosen for the next gate. Where it is the only one, it must be one that
/// may stand alone: so security questions are not offered at all where one gate is enough (unless
/// `questions.alone`), and never lead into a dead end.
pub fn next_methods(passed: &[Method], facts: &Facts, policy: &Policy) -> Vec<Method> {
    let any = !passed.is_empty() || gates_required(facts, policy) > 1;
    let mut next = usable_methods(facts, policy);
    next.retain(|method| !passed.contains(method) && (any || stands_alone(*method, policy)));
    next
}

/// Every check of section 5, in its order.
pub fn assess(facts: &Facts, policy: &Policy) -> [Check; 11] {
    let admin = facts.administrator;
    let licence = facts.licence.unwrap_or(policy.licence);
    let operation = match facts.writeback {
        Writeback::NotNeeded => Operation::ResetLocal,
        _ => Operation::Writeback,
    };
    let reached = match policy.reach {
        Reach::Selected => facts.selected,
        Reach::Everybody | Reach::Nobody => true,
    };
    let usable = usable_methods(facts, policy);
    let check = |reason, ok| Check { reason, ok };
    [
        check(Reason::Unknown, facts.known),
        check(Reason::Disabled, facts.enabled),
        check(Reason::Blocked, !facts.blocked),
        check(Reason::Off, admin || policy.reach != Reach::Nobody),
        check(Reason::Unlicensed, licence.allows(operation, false)),
        check(Reason::NotSelected, admin || (reached && !facts.excluded)),
        check(Reason::NoMethod, admin || !usable.is_empty()),
        check(Reason::TooFewMethods, gates_suffice(&usable, facts, policy)),
        check(Reason::NoWriteback, facts.writeback != Writeback::Missing),
        check(
            Reason::DirectoryRefused,
            facts.writeback != Writeback::Refused,
        ),
        check(Reason::NoAgent, facts.writeback != Writeback::Silent),
    ]
}

/// The first check that fails, or none.
pub fn first_failure(facts: &Facts, policy: &Policy) -> Option<Reason> {
    assess(facts, policy)
        .into_iter()
        .find(|check| !check.ok)
        .map(|check| check.reason)
}

#[cfg(test)]
mod alone;
#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::Values;
    use crate::domain::setting::{Setting, Value};

    pub(super) fn policy(pairs: &[(&str, &str)]) -> Policy {
        let mut values = Values::new();
        values.insert("sspr.enabled".into(), Value::Text("all".into()));
        for (key, typed) in pairs {
            values.insert(
                (*key).into(),
                Setting::find(key).unwrap().parse(key, typed).unwrap(),
            );
        }
        Policy::new(&values)
    }

    pub(super) fn mia() -> Facts {
        Facts {
            known: true,
            enabled: true,
            methods: vec![Method::AppCode, Method::Email],
            ..Facts::unknown()
        }
    }

    #[test]
    fn each_check_fails_for_its_own_reason() {
        use Writeback as W;
        let all = policy(&[]);
        let cases: Vec<(Facts, Policy, Option<Reason>)> = vec![
            (mia(), all.clone(), None),
            (Facts::unknown(), all.clone(), Some(Reason::Unknown)),
            (
                Facts {
                    enabled: false,
                    ..mia()
                },
                all.clone(),
                Some(Reason::Disabled),
            ),
            (
                Facts {
                    blocked: true,
                    ..mia()
                },
                all.clone(),
                Some(Reason::Blocked),
            ),
            (
                mia(),
                policy(&[("sspr.enabled", "none")]),
                Some(Reason::Off),
            ),
            (
                Facts {
                    licence: Some(Licence::Free),
                    ..mia()
                },
                all.clone(),
                Some(Reason::Unlicensed),
            ),
            (
                mia(),
                policy(&[("sspr.enabled", "selected")]),
                Some(Reason::NotSelected),
            ),
            (
                Facts {
                    selected: true,
                    ..mia()
                },
                policy(&[("sspr.enabled", "selected")]),
                None,
            ),
            (
                Facts {
                    excluded: true,
                    ..mia()
                },
                all.clone(),
                Some(Reason::NotSelected),
            ),
            (
                mia(),
                policy(&[("methods.enabled", "office_phone")]),
                Some(Reason::NoMethod),
            ),
            (
                mia(),
                policy(&[("methods.enabled", "email")]),
                Some(Reason::TooFewMethods),
            ),
            (
                mia(),
                policy(&[("methods.enabled", "email"), ("methods.required", "1")]),
                None,
            ),
            (
                Facts {
                    writeback: W::Missing,
                    ..mia()
                },
                all.clone(),
                Some(Reason::NoWriteback),
            ),
            (
                Facts {
                    writeback: W::Refused,
                    ..mia()
                },
                all.clone(),
                Some(Reason::DirectoryRefused),
            ),
            (
                Facts {
                    writeback: W::Silent,
                    ..mia()
                },
                all.clone(),
                Some(Reason::NoAgent),
            ),
            (
                Facts {
                    writeback: W::Ready,
                    ..mia()
                },
                all.clone(),
                None,
            ),
            (
                Facts {
                    writeback: W::Ready,
                    licence: Some(Licence::Basic),
                    ..mia()
                },
                all,
                Some(Reason::Unlicensed),
            ),
        ];
        for (facts, policy, expected) in cases {
            assert_eq!(first_failure(&facts, &policy), expected, "{facts:?}");
        }
    }

    #[test]
    fn administrators_pass_where_policy_is_off_but_always_need_two() {
        let off = policy(&[
            ("sspr.enabled", "none"),
            ("methods.enabled", ""),
            ("methods.required", "1"),
        ]);
        let admin = Facts {
            administrator: true,
            ..mia()
        };
        assert_eq!(first_failure(&admin, &off), None);
        assert_eq!(gates_required(&admin, &off), 2);
        let one = Facts {
            methods: vec![Method::Email],
            ..admin.clone()
        };
        assert_eq!(first_failure(&one, &off), Some(Reason::TooFewMethods));
        let blocked = Facts {
            blocked: true,
            ..admin
        };
        assert_eq!(first_failure(&blocked, &off), Some(Reason::Blocked));
    }

    #[test]
    fn the_codes_come_in_the_documented_order() {
        let codes: Vec<&str> = assess(&mia(), &policy(&[]))
            .iter()
            .map(|c| c.reason.code())
            .collect();
        assert_eq!(
            codes,
            [
                "SSPR_0040",
                "SSPR_0041",
                "SSPR_0042",
                "SSPR_0009",
                "SSPR_0012",
                "SSPR_0013",
                "SSPR_0011",
                "SSPR_0014",
                "SSPR_0010",
                "SSPR_0029",
                "SSPR_0030"
            ]
        );
    }

    #[test]
    fn a_notification_alone_is_never_enough() {
        let one = policy(&[("methods.required", "1")]);
        assert!(!gates_suffice(&[Method::AppNotification], &mia(), &one));
        assert!(gates_suffice(&[Method::Email], &mia(), &one));
        assert!(!gates_suffice(&[], &mia(), &one));
    }
}
