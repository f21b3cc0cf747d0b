//! What is recorded of every step: activities as a closed list, and the one canonical form of a
//! record that the chain is computed over.

use super::time::Timestamp;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Activity {
    /// The store was made.
    StoreCreated,
    /// A person named an account to reset.
    ResetStarted,
    /// A code was put on its way.
    CodeSent,
    /// A gate was tried.
    GateTried,
    /// An account reached a limit and is blocked from SSPR.
    AccountBlocked,
    /// A password was reset by its owner.
    PasswordReset,
    /// A journey was given up.
    ResetAbandoned,
    /// A password was checked for sign-in.
    SignIn,
    /// An account was added.
    AccountAdded,
    /// An account's data changed.
    AccountEdited,
    /// An account was enabled.
    AccountEnabled,
    /// An account was disabled.
    AccountDisabled,
    /// An administrator gave a temporary password.
    TemporaryPassword,
    /// An administrator set a given password that need not be changed.
    PasswordGiven,
    /// An administrator released an account from its block.
    BlockReleased,
    /// An account's licence changed.
    LicenceChanged,
    /// An account's administrator roles changed.
    RolesChanged,
    /// A method was added to an account.
    MethodAdded,
    /// A method was taken from an account.
    MethodDeleted,
    /// A group was added.
    GroupAdded,
    /// A group was deleted.
    GroupDeleted,
    /// A member was added to a group.
    MemberAdded,
    /// A member was taken from a group.
    MemberRemoved,
    /// A setting changed.
    PolicyChanged,
    /// A message could not be delivered.
    DeliveryFailed,
    /// An administrator had a message tried again.
    OutboxRetried,
    /// A human check was answered wrongly.
    HumanCheck,
    /// An account's sign-in was unlocked by its owner.
    AccountUnlocked,
    /// Administrators were told of something that looks like an attack.
    AlertRaised,
    /// An account was deleted; its records stay.
    AccountDeleted,
    /// A file of accounts was taken in.
    AccountsImported,
    /// Every account was written out.
    AccountsExported,
    /// The store was copied out.
    StoreBackedUp,
    /// The store was put back from a backup.
    StoreRestored,
    /// The store was given a new master key.
    StoreRekeyed,
    /// A password was changed by its owner, signed in.
    PasswordChanged,
    /// A method of an account got another value.
    MethodChanged,
    /// An account's owner looked over what is registered.
    MethodsConfirmed,
    /// An account's owner chose the method that is offered first.
    PreferredMethod,
    /// A request was sent to an app, or a call placed.
    RequestSent,
    /// A request or a call was answered, or was not.
    RequestAnswered,
    /// A signed-in person gave a second factor or a fresh proof.
    IdentityProved,
    /// A signed-in person left, or the time was over.
    SignInEnded,
    /// An administrator wants an account's methods registered again.
    RegistrationRequired,
    /// Records of the audit log were written out.
    AuditExported,
    /// An administrator looked over settings and left them as they are.
    PolicyConfirmed,
    /// Somebody who helps looked an account up.
    AccountViewed,
    /// Somebody who helps looked up what a reference leads to.
    ReferenceViewed,
    /// A caller was asked to prove who they are.
    CallerAsked,
    /// A caller's code was compared.
    CallerVerified,
    /// An administrator gave a temporary access pass.
    AccessPassGiven,
    /// An administrator withdrew one.
    AccessPassWithdrawn,
    /// The console opened for an administrator.
    ConsoleOpened,
}

impl Activity {
    /// Every activity.
    pub const ALL: [Self; 53] = [
        Self::StoreCreated,
        Self::ResetStarted,
        Self::CodeSent,
        Self::GateTried,
        Self::AccountBlocked,
        Self::PasswordReset,
        Self::ResetAbandoned,
        Self::SignIn,
        Self::AccountAdded,
        Self::AccountEdited,
        Self::AccountEnabled,
        Self::AccountDisabled,
        Self::TemporaryPassword,
        Self::PasswordGiven,
        Self::BlockReleased,
        Self::LicenceChanged,
        Self::RolesChanged,
        Self::MethodAdded,
        Self::MethodDeleted,
        Self::GroupAdded,
        Self::GroupDeleted,
        Self::MemberAdded,
        Self::MemberRemoved,
        Self::PolicyChanged,
        Self::DeliveryFailed,
        Self::OutboxRetried,
        Self::HumanCheck,
        Self::AccountUnlocked,
        Self::AlertRaised,
        Self::AccountDeleted,
        Self::AccountsImported,
        Self::AccountsExported,
        Self::StoreBackedUp,
        Self::StoreRestored,
        Self::StoreRekeyed,
        Self::PasswordChanged,
        Self::MethodChanged,
        Self::MethodsConfirmed,
        Self::PreferredMethod,
        Self::RequestSent,
        Self::RequestAnswered,
        Self::IdentityProved,
        Self::SignInEnded,
        Self::RegistrationRequired,
        Self::AuditExported,
        Self::PolicyConfirmed,
        Self::AccountViewed,
        Self::ReferenceViewed,
        Self::CallerAsked,
        Self::CallerVerified,
        Self::AccessPassGiven,
        Self::AccessPassWithdrawn,
        Self::ConsoleOpened,
    ];

    /// The word in the store and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::StoreCreated => "store_created",
            Self::ResetStarted => "reset_started",
            Self::CodeSent => "code_sent",
            Self::GateTried => "gate_tried",
            Self::AccountBlocked => "account_blocked",
            Self::PasswordReset => "password_reset",
            Self::ResetAbandoned => "reset_abandoned",
            Self::SignIn => "sign_in",
            Self::AccountAdded => "account_added",
            Self::AccountEdited => "account_edited",
            Self::AccountEnabled => "account_enabled",
            Self::AccountDisabled => "account_disabled",
            Self::TemporaryPassword => "temporary_password",
            Self::PasswordGiven => "password_given",
            Self::BlockReleased => "block_released",
            Self::LicenceChanged => "licence_changed",
            Self::RolesChanged => "roles_changed",
            Self::MethodAdded => "method_added",
            Self::MethodDeleted => "method_deleted",
            Self::GroupAdded => "group_added",
            Self::GroupDeleted => "group_deleted",
            Self::MemberAdded => "member_added",
            Self::MemberRemoved => "member_removed",
            Self::PolicyChanged => "policy_changed",
            Self::DeliveryFailed => "delivery_failed",
            Self::OutboxRetried => "outbox_retried",
            Self::HumanCheck => "human_check",
            Self::AccountUnlocked => "account_unlocked",
            Self::AlertRaised => "alert_raised",
            Self::AccountDeleted => "account_deleted",
            Self::AccountsImported => "accounts_imported",
            Self::AccountsExported => "accounts_exported",
            Self::StoreBackedUp => "store_backed_up",
            Self::StoreRestored => "store_restored",
            Self::StoreRekeyed => "store_rekeyed",
            Self::PasswordChanged => "password_changed",
            Self::MethodChanged => "method_changed",
            Self::MethodsConfirmed => "methods_confirmed",
            Self::PreferredMethod => "preferred_method",
            Self::RequestSent => "request_sent",
            Self::RequestAnswered => "request_answered",
            Self::IdentityProved => "identity_proved",
            Self::SignInEnded => "sign_in_ended",
            Self::RegistrationRequired => "registration_required",
            Self::AuditExported => "audit_exported",
            Self::PolicyConfirmed => "policy_confirmed",
            Self::AccountViewed => "account_viewed",
            Self::ReferenceViewed => "reference_viewed",
            Self::CallerAsked => "caller_asked",
            Self::CallerVerified => "caller_verified",
            Self::AccessPassGiven => "access_pass_given",
            Self::AccessPassWithdrawn => "access_pass_withdrawn",
            Self::ConsoleOpened => "console_opened",
        }
    }

    /// The activity of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|activity| activity.key() == key)
    }
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Success,
    /// It was refused or failed.
    Failure,
}

impl Outcome {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Success, Self::Failure];

    /// The word in the store and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
        }
    }
}

/// One event, before the chain gives it its number and hash.
#[derive(Clone, Debug)]
pub struct Event {
    /// What happened.
    pub activity: Activity,
    /// How it went.
    pub outcome: Outcome,
    /// Why not, as a code.
    pub reason: Option<String>,
    /// The account it is about, by UPN, or as typed (cleaned) where there is none.
    pub account: Option<String>,
    /// Who did it.
    pub actor: String,
    /// From which terminal.
    pub terminal: Option<String>,
    /// In which journey.
    pub journey: Option<String>,
    /// By which method.
    pub method: Option<String>,
    /// The reference on the screen.
    pub reference: Option<String>,
    /// What changed, old → new; never a secret.
    pub detail: Option<String>,
}

impl Event {
    /// An event by somebody, succeeded, with nothing more known yet.
    pub fn new(activity: Activity, actor: impl Into<String>) -> Self {
        Self {
            activity,
            outcome: Outcome::Success,
            reason: None,
            account: None,
            actor: actor.into(),
            terminal: None,
            journey: None,
            method: None,
            reference: None,
            detail: None,
        }
    }

    /// The same about an account.
    pub fn about(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// The same with what changed.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into()).filter(|detail| !detail.is_empty());
        self
    }

    /// The same, failed for this reason.
    pub fn failed(mut self, reason: impl Into<String>) -> Self {
        self.outcome = Outcome::Failure;
        self.reason = Some(reason.into());
        self
    }
}

/// One record as stored. Texts, not enums: a record that was tampered with must still be readable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its number; 1 is the first, none is missing.
    pub seq: i64,
    /// When.
    pub time: Timestamp,
    /// The other fields, in the order of [`FIELDS`].
    pub fields: [Option<String>; 10],
    /// The chain value.
    pub hash: Vec<u8>,
}

/// The names of a record's text fields, in their canonical order.
pub const FIELDS: [&str; 10] = [
    "activity",
    "outcome",
    "reason",
    "account",
    "actor",
    "terminal",
    "journey",
    "method",
    "reference",
    "detail",
];

impl Record {
    /// One of the text fields, by its name in [`FIELDS`].
    pub fn field(&self, name: &str) -> Option<&str> {
        let at = FIELDS.iter().position(|field| *field == name)?;
        self.fields.get(at)?.as_deref()
    }

    /// An event with its number and time, not yet chained.
    pub fn of(seq: i64, time: Timestamp, event: Event) -> Self {
        Self {
            seq,
            time,
            fields: [
                Some(event.activity.key().to_owned()),
                Some(event.outcome.key().to_owned()),
                event.reason,
                event.account,
                Some(event.actor),
                event.terminal,
                event.journey,
                event.method,
                event.reference,
                event.detail,
            ],
            hash: Vec::new(),
        }
    }

    /// The bytes the chain covers: the previous record's hash, then number and time as 8 bytes,
    /// then each text as its length (4 bytes; all ones for none) and its UTF-8. Two different
    /// records never have the same bytes.
    pub fn canonical(&self, previous: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(256);
        bytes.extend_from_slice(previous);
        bytes.extend_from_slice(&self.seq.to_be_bytes());
        bytes.extend_from_slice(&self.time.micros().to_be_bytes());
        for field in &self.fields {
            match field {
                None => bytes.extend_from_slice(&u32::MAX.to_be_bytes()),
                Some(text) => {
                    let length = u32::try_from(text.len()).unwrap_or(u32::MAX - 1);
                    bytes.extend_from_slice(&length.to_be_bytes());
                    bytes.extend_from_slice(text.as_bytes());
                }
            }
        }
        bytes
    }
}
