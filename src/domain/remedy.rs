//! What the help desk may do next for a caller: each failed check has its mend, and so have a lock
//! and a limit. Whether the one who asks may do it is asked of their roles.

use super::alert::Alert;
use super::eligibility::{Check, Reason};
use super::role::Permission;

/// Something that helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Remedy {
    /// Ask for the user ID again: there is no such account.
    FindAccount,
    /// Let the account be used again.
    Enable,
    /// End the block of reset.
    Release,
    /// End the lock of sign-in.
    Unlock,
    /// Switch reset on.
    SwitchOn,
    /// Give a licence that allows it.
    License,
    /// Put the account into a selected group, or out of an excluded one.
    Select,
    /// Verify the caller and give a pass, with which methods are registered.
    Register,
    /// Set writeback up for the account's directory.
    SetUpWriteback,
    /// Look at what the directory refuses.
    MendDirectory,
    /// Start an agent for the directory.
    StartAgent,
    /// Wait, or go to another terminal: a limit that nobody releases.
    Wait,
    /// Nothing stands against it now: start again.
    StartAgain,
}

impl Remedy {
    /// Every one.
    pub const ALL: [Self; 13] = [
        Self::FindAccount,
        Self::Enable,
        Self::Release,
        Self::Unlock,
        Self::SwitchOn,
        Self::License,
        Self::Select,
        Self::Register,
        Self::SetUpWriteback,
        Self::MendDirectory,
        Self::StartAgent,
        Self::Wait,
        Self::StartAgain,
    ];

    /// The word in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FindAccount => "find_account",
            Self::Enable => "enable",
            Self::Release => "release",
            Self::Unlock => "unlock",
            Self::SwitchOn => "switch_on",
            Self::License => "license",
            Self::Select => "select",
            Self::Register => "register",
            Self::SetUpWriteback => "set_up_writeback",
            Self::MendDirectory => "mend_directory",
            Self::StartAgent => "start_agent",
            Self::Wait => "wait",
            Self::StartAgain => "start_again",
        }
    }

    /// What is to be done, for the command line.
    pub const fn english(self) -> &'static str {
        match self {
            Self::FindAccount => {
                "ask for the user ID again; `keyhatch user list --search WORDS` finds accounts"
            }
            Self::Enable => "if it was disabled by mistake, `keyhatch user enable UPN`",
            Self::Release => "verify the caller, then `keyhatch user release UPN`",
            Self::Unlock => "verify the caller, then `keyhatch user unlock UPN`",
            Self::SwitchOn => "reset is off for everybody: `keyhatch policy set sspr.enabled=all`",
            Self::License => "`keyhatch user licence UPN LICENCE`, with one that allows reset",
            Self::Select => {
                "`keyhatch group add-member GROUP UPN` with a selected group, or take \
                             the account out of an excluded one"
            }
            Self::Register => {
                "verify the caller, then `keyhatch user access-pass UPN`; with it they \
                               sign in and register their methods"
            }
            Self::SetUpWriteback => {
                "switch `writeback.enabled` on, or configure a connector for \
                                     the account's domain"
            }
            Self::MendDirectory => {
                "look at `keyhatch directory test`: the directory refused the \
                                    agent"
            }
            Self::StartAgent => {
                "start an agent on a host that reaches the directory: `keyhatch \
                                 agent run`"
            }
            Self::Wait => {
                "too much was tried there: wait, or use another terminal; it ends by \
                           time alone"
            }
            Self::StartAgain => "nothing stands against it now: the caller may start again",
        }
    }

    /// What one must be allowed for it; none where the caller does it alone.
    pub const fn permission(self) -> Option<Permission> {
        Some(match self {
            Self::Wait | Self::StartAgain => return None,
            Self::FindAccount => Permission::ReadAccounts,
            Self::Enable | Self::License | Self::Select => Permission::ManageAccounts,
            Self::Release | Self::Unlock | Self::Register => Permission::HelpPeople,
            Self::SwitchOn => Permission::ChangePolicy,
            Self::SetUpWriteback | Self::MendDirectory | Self::StartAgent => {
                Permission::ManageStore
            }
        })
    }

    /// What mends a failed check.
    const fn of(reason: Reason) -> Self {
        match reason {
            Reason::Unknown => Self::FindAccount,
            Reason::Disabled => Self::Enable,
            Reason::Blocked => Self::Release,
            Reason::Off => Self::SwitchOn,
            Reason::Unlicensed => Self::License,
            Reason::NotSelected => Self::Select,
            Reason::NoMethod | Reason::TooFewMethods => Self::Register,
            Reason::NoWriteback => Self::SetUpWriteback,
            Reason::DirectoryRefused => Self::MendDirectory,
            Reason::NoAgent => Self::StartAgent,
        }
    }
}

/// What helps, in the order of the checks. `locked` is the account's sign-in; `reason` why the
/// journey ended, if it failed.
pub fn remedies(checks: &[Check], locked: bool, reason: Option<&str>) -> Vec<Remedy> {
    let failed = checks.iter().filter(|check| !check.ok);
    let mut all: Vec<Remedy> = Vec::new();
    for check in failed {
        let remedy = Remedy::of(check.reason);
        // Of an account that is not there nothing else can be mended.
        if check.reason == Reason::Unknown {
            return vec![remedy];
        }
        if !all.contains(&remedy) {
            all.push(remedy);
        }
    }
    if locked {
        all.push(Remedy::Unlock);
    }
    if reason.is_some_and(|word| Alert::from_key(word).is_some()) {
        all.push(Remedy::Wait);
    }
    if all.is_empty() {
        all.push(Remedy::StartAgain);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::eligibility::{Facts, assess};
    use crate::domain::method::Method;
    use crate::domain::policy::{Policy, Values};
    use crate::domain::setting::Value;

    fn checks(facts: &Facts) -> Vec<Check> {
        let mut values = Values::new();
        values.insert("sspr.enabled".into(), Value::Text("all".into()));
        assess(facts, &Policy::new(&values)).to_vec()
    }

    fn mia() -> Facts {
        Facts {
            known: true,
            enabled: true,
            methods: vec![Method::AppCode, Method::Email],
            ..Facts::unknown()
        }
    }

    #[test]
    fn what_failed_says_what_helps() {
        let none = Facts {
            methods: Vec::new(),
            ..mia()
        };
        let several = Facts {
            blocked: true,
            enabled: false,
            ..none.clone()
        };
        let cases = [
            (mia(), false, None, vec![Remedy::StartAgain]),
            (mia(), true, None, vec![Remedy::Unlock]),
            (mia(), false, Some("terminal_names"), vec![Remedy::Wait]),
            (mia(), false, Some("idle"), vec![Remedy::StartAgain]),
            (Facts::unknown(), true, None, vec![Remedy::FindAccount]),
            (none, false, None, vec![Remedy::Register]),
            (
                several,
                false,
                None,
                vec![Remedy::Enable, Remedy::Release, Remedy::Register],
            ),
        ];
        for (facts, locked, reason, expected) in cases {
            assert_eq!(remedies(&checks(&facts), locked, reason), expected);
        }
    }

    #[test]
    fn every_failed_check_has_a_mend_and_every_mend_a_use() {
        let mut used: Vec<Remedy> = checks(&Facts::unknown())
            .iter()
            .map(|check| Remedy::of(check.reason))
            .collect();
        used.extend([Remedy::Unlock, Remedy::Wait, Remedy::StartAgain]);
        for remedy in Remedy::ALL {
            assert!(used.contains(&remedy), "{remedy:?}");
        }
    }
}
