//! Administrator roles and what each may do (after Entra's built-in roles).

/// An administrator role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Everything.
    Global,
    /// Policy about authentication.
    AuthenticationPolicy,
    /// Accounts and groups.
    User,
    /// Helping people: release, unlock, temporary passwords, looking things up.
    Helpdesk,
    /// Reading reports and audit.
    ReportsReader,
}

/// Something a service does only for those who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// See accounts, groups and why somebody is (not) eligible.
    ReadAccounts,
    /// Add, edit, enable and disable accounts, licences, groups.
    ManageAccounts,
    /// Give and take administrator roles; touch an administrator's account.
    ManageAdministrators,
    /// Temporary passwords, unlocking and releasing, for accounts without a role.
    HelpPeople,
    /// Add and remove other people's authentication methods.
    ManageMethods,
    /// See the policy.
    ReadPolicy,
    /// Change the policy about authentication.
    ChangePolicy,
    /// Change organisation, branding and licence settings.
    ChangeOrganisation,
    /// Read the audit log.
    ReadAudit,
    /// See and retry what waits to leave the host.
    ManageOutbox,
    /// Copy the store out, give it a new key, look after its health.
    ManageStore,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [
        Self::Global,
        Self::AuthenticationPolicy,
        Self::User,
        Self::Helpdesk,
        Self::ReportsReader,
    ];

    /// The word on the command line, in JSON and in the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::AuthenticationPolicy => "authentication-policy",
            Self::User => "user",
            Self::Helpdesk => "helpdesk",
            Self::ReportsReader => "reports-reader",
        }
    }

    /// The role of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }

    /// Whether the role may do this.
    pub const fn may(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Self::Global => true,
            Self::AuthenticationPolicy => {
                matches!(
                    permission,
                    P::ReadAccounts | P::ManageMethods | P::ReadPolicy | P::ChangePolicy
                )
            }
            Self::User => matches!(
                permission,
                P::ReadAccounts
                    | P::ManageAccounts
                    | P::HelpPeople
                    | P::ManageMethods
                    | P::ReadPolicy
            ),
            Self::Helpdesk => {
                matches!(
                    permission,
                    P::ReadAccounts | P::HelpPeople | P::ReadPolicy | P::ReadAudit
                )
            }
            Self::ReportsReader => matches!(permission, P::ReadAudit | P::ReadPolicy),
        }
    }
}

impl Permission {
    /// Whether it changes something, and does not only show it.
    pub const fn changes(self) -> bool {
        !matches!(
            self,
            Self::ReadAccounts | Self::ReadPolicy | Self::ReadAudit
        )
    }

    /// The permission in words, for a refusal on the command line.
    pub const fn words(self) -> &'static str {
        match self {
            Self::ReadAccounts => "see accounts",
            Self::ManageAccounts => "manage accounts",
            Self::ManageAdministrators => "manage administrators",
            Self::HelpPeople => "give temporary passwords, unlock or release accounts",
            Self::ManageMethods => "manage authentication methods",
            Self::ReadPolicy => "see the policy",
            Self::ChangePolicy => "change the policy",
            Self::ChangeOrganisation => "change organisation, branding or licence settings",
            Self::ReadAudit => "read the audit log",
            Self::ManageOutbox => "see or retry the outbox",
            Self::ManageStore => "look after the store",
        }
    }
}
