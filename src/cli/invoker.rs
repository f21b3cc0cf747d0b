//! Whose login it is that runs a command: what `register` takes from the host in the place of a name,
//! so that nobody can ask for another's account.
//!
//! An ordinary login becomes the store's user by one sudo rule. sudo itself then says who called it
//! (`SUDO_USER`, `SUDO_UID`), whatever stood there before. That is believed only where sudo set it
//! for this very process: our parent is a sudo that runs as root for that caller, and we run as another
//! user than they do. A shell in between, a session that once began with sudo, a forced command that lets
//! variables through: there it may be anybody's word, and who we run as is the answer. The same
//! where `/proc` hides other users' processes (`hidepid`): nobody is served who can't be seen.

use super::host::{self, Process};

/// Root's number.
const ROOT: u32 = 0;

/// What the system and the environment tell of the caller.
struct Told {
    /// The user we run as.
    us: u32,
    /// Its name.
    name: String,
    /// `SUDO_UID` and `SUDO_USER`.
    sudo: Option<(String, String)>,
    /// Who started us.
    parent: Option<Process>,
}

/// The login that called us; none for root, which is nobody's.
pub fn login() -> Option<String> {
    let variable = |name| std::env::var(name).ok();
    judge(Told {
        us: rustix::process::getuid().as_raw(),
        name: host::user_name(),
        sudo: variable("SUDO_UID").zip(variable("SUDO_USER")),
        parent: host::parent(),
    })
}

fn judge(told: Told) -> Option<String> {
    // It may have become root for good, or still be the caller's by its real user.
    let is_sudo = |parent: &Process, caller: u32| {
        let [real, rest @ ..] = parent.users;
        parent.name == "sudo" && rest == [ROOT; 2] && (real == ROOT || real == caller)
    };
    let caller = told.sudo.and_then(|(number, name)| {
        let number: u32 = number.parse().ok()?;
        let by_sudo = is_sudo(told.parent.as_ref()?, number);
        (by_sudo && number != told.us).then_some((number, name))
    });
    let (number, name) = caller.unwrap_or((told.us, told.name));
    (number != ROOT && !name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn process(name: &str, users: [u32; 3]) -> Option<Process> {
        let name = name.to_owned();
        Some(Process { name, users })
    }

    fn asked(us: u32, sudo: Option<(&str, &str)>, parent: Option<Process>) -> Option<String> {
        let name = match us {
            0 => "root",
            990 => "keyhatch",
            _ => "bob",
        };
        judge(Told {
            us,
            name: name.to_owned(),
            sudo: sudo.map(|(number, name)| (number.to_owned(), name.to_owned())),
            parent,
        })
    }

    #[test]
    fn sudo_says_whose_login_it_is() {
        let mia = Some(("1001", "mia"));
        let sudo = || process("sudo", [0; 3]);
        assert_eq!(asked(990, mia, sudo()).unwrap(), "mia");
        assert_eq!(
            asked(990, mia, process("sudo", [1001, 0, 0])).unwrap(),
            "mia"
        );
        // Root is nobody's login, and sudo to oneself changes nothing.
        assert_eq!(asked(990, Some(("0", "root")), sudo()), None);
        assert_eq!(asked(1002, Some(("1002", "mia")), sudo()).unwrap(), "bob");
        assert_eq!(
            asked(1002, None, process("bash", [1002; 3])).unwrap(),
            "bob"
        );
        assert_eq!(asked(0, None, process("bash", [0; 3])), None);
    }

    #[test]
    fn nobody_says_it_in_its_place() {
        let mia = Some(("1001", "mia"));
        for parent in [
            None,
            process("bash", [0; 3]),
            process("sshd", [0; 3]),
            process("sudo", [1002; 3]),
            // Somebody else's, and programs that only may become root.
            process("sudo", [1002, 0, 0]),
            process("sudo", [1001, 1001, 0]),
        ] {
            assert_eq!(asked(1002, mia, parent).unwrap(), "bob");
        }
        for odd in ["", "-1", "1001x", "4294967296"] {
            let said = asked(990, Some((odd, "mia")), process("sudo", [0; 3]));
            assert_eq!(said.unwrap(), "keyhatch");
        }
        assert_eq!(
            asked(990, Some(("1001", "")), process("sudo", [0; 3])),
            None
        );
    }
}
