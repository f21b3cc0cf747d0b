//! Licences and the operations each allows (product, section 9).

/// A licence of an account, or the organisation's default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Licence {
    /// Change only.
    Free,
    /// Reset and unlock of local accounts.
    Basic,
    /// Also with writeback.
    AppsForBusiness,
    /// As basic.
    BusinessStandard,
    /// As apps-for-business.
    BusinessPremium,
    /// Everything.
    P1,
    /// Everything.
    P2,
}

/// What a licence is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Change one's own password, signed in, local account.
    Change,
    /// Reset or unlock a local account.
    ResetLocal,
    /// Reset, unlock or change with writeback to a directory.
    Writeback,
    /// Be called on the phone.
    PhoneCalls,
    /// The organisation's own banned words and the usage reports.
    PremiumReports,
}

impl Licence {
    /// Every licence.
    pub const ALL: [Self; 7] = [
        Self::Free,
        Self::Basic,
        Self::AppsForBusiness,
        Self::BusinessStandard,
        Self::BusinessPremium,
        Self::P1,
        Self::P2,
    ];

    /// The words of all of them, in order.
    pub const KEYS: [&'static str; 7] = [
        "free",
        "basic",
        "apps-for-business",
        "business-standard",
        "business-premium",
        "p1",
        "p2",
    ];

    /// The word on the command line, in JSON and in the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Basic => "basic",
            Self::AppsForBusiness => "apps-for-business",
            Self::BusinessStandard => "business-standard",
            Self::BusinessPremium => "business-premium",
            Self::P1 => "p1",
            Self::P2 => "p2",
        }
    }

    /// The licence of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|licence| licence.key() == key)
    }

    /// Whether the licence allows the operation; a trial never allows calls.
    pub const fn allows(self, operation: Operation, trial: bool) -> bool {
        match operation {
            Operation::Change => true,
            Operation::ResetLocal => !matches!(self, Self::Free),
            Operation::Writeback => matches!(
                self,
                Self::AppsForBusiness | Self::BusinessPremium | Self::P1 | Self::P2
            ),
            Operation::PhoneCalls => !trial && !matches!(self, Self::Free),
            Operation::PremiumReports => matches!(self, Self::P1 | Self::P2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_cell_by_cell() {
        use Operation as O;
        let rows = [
            (O::Change, [true; 7]),
            (O::ResetLocal, [false, true, true, true, true, true, true]),
            (O::Writeback, [false, false, true, false, true, true, true]),
            (O::PhoneCalls, [false, true, true, true, true, true, true]),
            (
                O::PremiumReports,
                [false, false, false, false, false, true, true],
            ),
        ];
        for (operation, expected) in rows {
            for ((licence, key), allowed) in
                Licence::ALL.into_iter().zip(Licence::KEYS).zip(expected)
            {
                assert_eq!(licence.key(), key);
                assert_eq!(
                    licence.allows(operation, false),
                    allowed,
                    "{key} {operation:?}"
                );
            }
        }
        assert!(
            Licence::ALL
                .into_iter()
                .all(|l| !l.allows(O::PhoneCalls, true))
        );
    }
}
