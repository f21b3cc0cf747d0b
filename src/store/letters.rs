//! A letter on its way through the outbox: the one place that knows its wire form.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use crate::domain::alert::Alert;
use crate::domain::letter::{Happening, Letter, MethodChange};
use crate::domain::method::Method;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;

/// What every notice of something that happened says.
#[derive(Serialize, Deserialize)]
struct Happened {
    upn: String,
    when: i64,
    terminal: String,
    reference: String,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
enum Wire {
    Code {
        code: String,
        minutes: i64,
        terminal: String,
    },
    PasswordReset(Happened),
    AdministratorReset(Happened),
    AddressChanged {
        upn: String,
        when: i64,
        former: String,
    },
    NumberChanged {
        upn: String,
        when: i64,
        former: String,
    },
    Unlocked(Happened),
    Request {
        number: String,
        terminal: String,
        minutes: i64,
    },
    Call,
    Denied(Happened),
    AdministratorDenied(Happened),
    PasswordChanged(Happened),
    MethodChanged {
        upn: String,
        method: String,
        change: String,
        when: i64,
        terminal: String,
        #[serde(default)]
        former: Option<String>,
    },
    CallerCode {
        code: String,
        minutes: i64,
    },
    PassGiven {
        upn: String,
        when: i64,
        until: i64,
    },
    RegisterAgain {
        upn: String,
        when: i64,
    },
    Alert {
        what: String,
        place: String,
        when: i64,
    },
}

impl Happened {
    fn wire(self, what: Happening) -> Wire {
        match what {
            Happening::PasswordReset => Wire::PasswordReset(self),
            Happening::AdministratorReset => Wire::AdministratorReset(self),
            Happening::Unlocked => Wire::Unlocked(self),
            Happening::Denied => Wire::Denied(self),
            Happening::AdministratorDenied => Wire::AdministratorDenied(self),
            Happening::PasswordChanged => Wire::PasswordChanged(self),
        }
    }

    fn letter(&mut self, what: Happening) -> Letter {
        Letter::Happened {
            what,
            upn: std::mem::take(&mut self.upn),
            when: Timestamp::from_micros(self.when),
            terminal: std::mem::take(&mut self.terminal),
            reference: std::mem::take(&mut self.reference),
        }
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if let Self::Code { code, .. }
        | Self::CallerCode { code, .. }
        | Self::Request { number: code, .. } = self
        {
            code.zeroize();
        }
    }
}

/// The letter as bytes, to be sealed.
pub fn encode(letter: &Letter) -> Zeroizing<Vec<u8>> {
    let wire = match letter {
        Letter::Code {
            code,
            minutes,
            terminal,
        } => Wire::Code {
            code: code.expose().to_owned(),
            minutes: *minutes,
            terminal: terminal.clone(),
        },
        Letter::Happened {
            what,
            upn,
            when,
            terminal,
            reference,
        } => Happened {
            upn: upn.clone(),
            when: when.micros(),
            terminal: terminal.clone(),
            reference: reference.clone(),
        }
        .wire(*what),
        Letter::AddressChanged { upn, when, former } => Wire::AddressChanged {
            upn: upn.clone(),
            when: when.micros(),
            former: former.clone(),
        },
        Letter::NumberChanged { upn, when, former } => Wire::NumberChanged {
            upn: upn.clone(),
            when: when.micros(),
            former: former.clone(),
        },
        Letter::Request {
            number,
            terminal,
            minutes,
        } => Wire::Request {
            number: number.expose().to_owned(),
            terminal: terminal.clone(),
            minutes: *minutes,
        },
        Letter::Call => Wire::Call,
        Letter::MethodChanged {
            upn,
            method,
            change,
            when,
            terminal,
            former,
        } => Wire::MethodChanged {
            upn: upn.clone(),
            method: method.key().to_owned(),
            change: change.key().to_owned(),
            when: when.micros(),
            terminal: terminal.clone(),
            former: former.clone(),
        },
        Letter::CallerCode { code, minutes } => Wire::CallerCode {
            code: code.expose().to_owned(),
            minutes: *minutes,
        },
        Letter::PassGiven { upn, when, until } => Wire::PassGiven {
            upn: upn.clone(),
            when: when.micros(),
            until: until.micros(),
        },
        Letter::RegisterAgain { upn, when } => Wire::RegisterAgain {
            upn: upn.clone(),
            when: when.micros(),
        },
        Letter::Alert { what, place, when } => Wire::Alert {
            what: what.key().to_owned(),
            place: place.clone(),
            when: when.micros(),
        },
    };
    // Room for the largest letter, so that the vector is not moved while a code is in it.
    let mut bytes = Zeroizing::new(Vec::with_capacity(2048));
    // Writing plain fields into memory can't fail.
    let _ = serde_json::to_writer(&mut *bytes, &wire);
    bytes
}

/// The letter of opened bytes; `None` if this version does not know it.
pub fn decode(bytes: &[u8]) -> Option<Letter> {
    let mut wire: Wire = serde_json::from_slice(bytes).ok()?;
    Some(match &mut wire {
        Wire::Code {
            code,
            minutes,
            terminal,
        } => Letter::Code {
            code: SecretText::new(std::mem::take(code)),
            minutes: *minutes,
            terminal: std::mem::take(terminal),
        },
        Wire::PasswordReset(happened) => happened.letter(Happening::PasswordReset),
        Wire::AdministratorReset(happened) => happened.letter(Happening::AdministratorReset),
        Wire::Unlocked(happened) => happened.letter(Happening::Unlocked),
        Wire::Denied(happened) => happened.letter(Happening::Denied),
        Wire::AdministratorDenied(happened) => happened.letter(Happening::AdministratorDenied),
        Wire::PasswordChanged(happened) => happened.letter(Happening::PasswordChanged),
        Wire::AddressChanged { upn, when, former } => Letter::AddressChanged {
            upn: std::mem::take(upn),
            when: Timestamp::from_micros(*when),
            former: std::mem::take(former),
        },
        Wire::NumberChanged { upn, when, former } => Letter::NumberChanged {
            upn: std::mem::take(upn),
            when: Timestamp::from_micros(*when),
            former: std::mem::take(former),
        },
        Wire::Request {
            number,
            terminal,
            minutes,
        } => Letter::Request {
            number: SecretText::new(std::mem::take(number)),
            terminal: std::mem::take(terminal),
            minutes: *minutes,
        },
        Wire::Call => Letter::Call,
        Wire::MethodChanged {
            upn,
            method,
            change,
            when,
            terminal,
            former,
        } => Letter::MethodChanged {
            upn: std::mem::take(upn),
            method: Method::from_key(method)?,
            change: MethodChange::from_key(change)?,
            when: Timestamp::from_micros(*when),
            terminal: std::mem::take(terminal),
            former: former.take(),
        },
        Wire::CallerCode { code, minutes } => Letter::CallerCode {
            code: SecretText::new(std::mem::take(code)),
            minutes: *minutes,
        },
        Wire::PassGiven { upn, when, until } => Letter::PassGiven {
            upn: std::mem::take(upn),
            when: Timestamp::from_micros(*when),
            until: Timestamp::from_micros(*until),
        },
        Wire::RegisterAgain { upn, when } => Letter::RegisterAgain {
            upn: std::mem::take(upn),
            when: Timestamp::from_micros(*when),
        },
        Wire::Alert { what, place, when } => Letter::Alert {
            what: Alert::from_key(what)?,
            place: std::mem::take(place),
            when: Timestamp::from_micros(*when),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_read_back() {
        let bytes = encode(&Letter::Code {
            code: SecretText::copied("012345"),
            minutes: 10,
            terminal: "Lobby \"1\"".to_owned(),
        });
        let Some(Letter::Code {
            code,
            minutes,
            terminal,
        }) = decode(&bytes)
        else {
            panic!("a code");
        };
        assert_eq!(
            (code.expose(), minutes, terminal.as_str()),
            ("012345", 10, "Lobby \"1\"")
        );
        assert!(decode(b"{\"letter\":\"unknown\"}").is_none());
    }
}
