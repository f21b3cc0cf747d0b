//! Why a service refuses: a closed list, so that every refusal has a sentence for the command line
//! (English, naming the mend and its command) and one for the console (in the reader's language,
//! naming no command).

use super::ServiceError;
use crate::domain::access_pass::{LEAST_MINUTES, MOST_MINUTES};
use crate::domain::account::BadField;
use crate::domain::answer::AnswersError;
use crate::domain::enrolment::MOST_AUTHENTICATORS;
use crate::domain::licence::Licence;
use crate::domain::msg::Msg;
use crate::domain::password::Rule;
use crate::domain::role::{Permission, Role};
use crate::domain::setting::SettingError;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::picture::{self, PictureError};

/// Why something was refused. Names in it are cleaned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No role of the actor's may do this.
    #[error("none of your roles may {}; ask a global administrator", .0.words())]
    Role(Permission),
    /// A field of an account can't hold what was given.
    #[error(transparent)]
    Field(#[from] BadField),
    /// A setting can't have the value, or values do not fit together.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// A setting names a group that is not there: the key, the group.
    #[error("`{0}` names the group `{1}`, which does not exist; add it with `keyhatch group add`")]
    SettingGroup(String, String),
    /// No such save of the policy.
    #[error("there is no save {0}; `keyhatch policy history` lists them")]
    NoSave(i64),
    /// No save of the policy is in force.
    #[error("there is no save of the policy that could be undone")]
    NothingToUndo,
    /// The save was taken back before.
    #[error("save {0} is undone already; `keyhatch policy history` lists what is in force")]
    UndoneAlready(i64),
    /// No such account.
    #[error("there is no account `{0}`; `keyhatch user list` shows them")]
    NoAccount(String),
    /// Somebody else deleted the account.
    #[error("`{upn}` was deleted by {by} at {at} already; there is nothing left to do")]
    Deleted {
        /// The account.
        upn: String,
        /// Who did it.
        by: String,
        /// When.
        at: Timestamp,
    },
    /// The account that others were to come after is none of those that are meant.
    #[error("`{0}` is not among those accounts, so none come after it")]
    NotAmong(String),
    /// Not as many accounts are meant as was said.
    #[error(
        "{} fit now, not {expected}, and nothing was changed; look at them again",
        text::counted(*.found, "account", "accounts")
    )]
    BulkCount {
        /// How many there are.
        found: u64,
        /// How many were expected.
        expected: u64,
    },
    /// The account is there already.
    #[error("there is already an account `{0}`")]
    AccountExists(String),
    /// An alternate address inside the organisation.
    #[error(
        "the alternate email `{0}` lies inside the organisation's own domains, where a locked-out person can't read it; give one outside"
    )]
    OwnDomain(String),
    /// No such licence.
    #[error("there is no licence `{0}`; write one of {all}", all = Licence::KEYS.join(", "))]
    NoLicence(String),
    /// No such role.
    #[error("there is no role `{0}`; write any of {all}, or none", all = role_keys())]
    NoRole(String),
    /// `none` among other roles.
    #[error("`none` takes every role away; write it alone, or the roles without it")]
    NoneAmongRoles,
    /// It would leave nobody who may do everything.
    #[error("`{0}` is the last enabled global administrator; give somebody else that role first")]
    LastAdministrator(String),
    /// Nobody disables or deletes their own account.
    #[error("nobody disables or deletes their own account; ask another administrator")]
    OwnAccount,
    /// Nobody takes their own last authenticator away.
    #[error("that is your last authenticator; add another one first, or ask another administrator")]
    OwnAuthenticator,
    /// No such group.
    #[error("there is no group `{0}`; `keyhatch group list` shows them")]
    NoGroup(String),
    /// The group is there already.
    #[error("there is already a group `{0}`")]
    GroupExists(String),
    /// A comma in a group's name.
    #[error("a group name can't contain a comma, which separates names in lists")]
    GroupComma,
    /// No such type of group.
    #[error("there is no group type `{0}`; write security or microsoft365")]
    NoGroupType(String),
    /// Policy names the group.
    #[error(
        "policy names the group `{0}` in sspr.groups or sspr.excluded_groups; take it out there first"
    )]
    GroupInPolicy(String),
    /// Nobody of that name to be a member.
    #[error("there is no account or group `{0}` to be a member")]
    NoMember(String),
    /// The one is not in the other: member, group.
    #[error("`{0}` is not in `{1}`")]
    NotIn(String, String),
    /// The one in the other would be a circle: member, group.
    #[error("`{0}` can't be in `{1}`: a group would contain itself")]
    Circle(String, String),
    /// The account has as many authenticators as one may have.
    #[error("`{0}` already has {MOST_AUTHENTICATORS} authenticators; delete one first")]
    Authenticators(String),
    /// The account has an app that takes requests.
    #[error("`{0}` already has an app that takes requests; delete it first")]
    OneApp(String),
    /// The text is no key of an authenticator.
    #[error("an authenticator key is 10 to 64 bytes, written in Base32 (A to Z and 2 to 7)")]
    Seed,
    /// The account has no registered method of that number.
    #[error("`{0}` has no registered method {1}; `keyhatch user methods {0} list` shows them")]
    NoMethod(String, i64),
    /// An administrator never proves themselves by questions.
    #[error(
        "`{0}` has an administrator role, and administrators can't prove themselves by security questions; add an authenticator instead"
    )]
    AdministratorsQuestions(String),
    /// Answers that can't be taken.
    #[error(transparent)]
    Answers(#[from] AnswersError),
    /// More than is read of an answer.
    #[error("an answer is longer than 1,024 bytes")]
    LongAnswer,
    /// More than is read of a password.
    #[error("that password is longer than 1,024 bytes")]
    LongPassword,
    /// The rules that a password breaks.
    #[error("that password can't be used: it must {}", broken(.0))]
    Password(Vec<Rule>),
    /// Nobody chooses another person's permanent password.
    #[error("a password given to somebody else must be changed by them; add --must-change")]
    Permanent,
    /// Sign-in is locked until then.
    #[error("sign-in of that account is locked until {0}")]
    SignInLocked(Timestamp),
    /// The account is not there, or the password is another.
    #[error("the account or the password is wrong")]
    SignIn,
    /// The password is temporary.
    #[error("that password is temporary; change it before signing in")]
    TemporaryPassword,
    /// The password is too old.
    #[error("that password has expired; reset it before signing in")]
    ExpiredPassword,
    /// The second factor is wrong, used, or there were too many.
    #[error("the authenticator code is wrong or was used before")]
    SecondFactor,
    /// The password, the account or its state is another by now.
    #[error("the account was changed meanwhile; sign in again")]
    ChangedMeanwhile,
    /// The message's content is gone.
    #[error("message {0} can't be tried again, because its content is gone")]
    MessageGone(i64),
    /// No such message.
    #[error("there is no message {0} in the outbox; `keyhatch outbox list` shows them")]
    NoMessage(i64),
    /// The organisation's licence has no reports.
    #[error(
        "usage reports need the licence p1 or p2, and licence.default is {}; change it to see them", .0.key()
    )]
    ReportsLicence(Licence),
    /// Bad rows of a file, of so many.
    #[error(
        "{bad} of {} can't be taken, so nothing was imported; mend what is named above or add --skip-bad",
        text::counted(*.total, "row", "rows")
    )]
    BadRows {
        /// How many are bad.
        bad: u64,
        /// How many there are.
        total: u64,
    },
    /// A picture gives no logo.
    #[error("that picture can't be used: {0}")]
    Picture(#[from] PictureError),
    /// A file can't be read on, or is another than it was.
    #[error("{0}")]
    File(String),
    /// The sign-in of the actor's console is over.
    #[error("your sign-in is over; sign in again")]
    SignedOut,
    /// The actor's console is for looking.
    #[error("this console is read-only; open it without --read-only to change something")]
    ReadOnly,
    /// The store has no organisation.
    #[error("this store has no organisation yet; run `keyhatch init`")]
    NotInitialised,
    /// The store has its organisation.
    #[error("this store already has an organisation; use `keyhatch policy` and `keyhatch user`")]
    Initialised,
    /// No such lifetime of a temporary access pass.
    #[error(
        "a temporary access pass is good for {LEAST_MINUTES} to {MOST_MINUTES} minutes; give so many"
    )]
    PassMinutes,
    /// An administrator's account never has a pass.
    #[error(
        "`{0}` is an administrator's account, which never has a temporary access pass; a global administrator adds an authenticator with `keyhatch user methods {0} add-app-code`"
    )]
    AdministratorsPass(String),
    /// Nothing is given to an account that can't be used.
    #[error("`{0}` is disabled; `keyhatch user enable {0}` comes first")]
    Disabled(String),
    /// The actor has not verified the caller.
    #[error(
        "you have not verified the owner of `{0}` within the last 15 minutes; `keyhatch helpdesk verify {0}` comes first"
    )]
    NotVerified(String),
    /// The same of the local operator, who may do without.
    #[error(
        "nobody has verified the owner of `{0}` within the last 15 minutes; `keyhatch helpdesk verify {0}` does, or say why it goes without by --unverified REASON, which is recorded"
    )]
    NobodyVerified(String),
    /// The account has no pass that is still good.
    #[error("`{0}` has no temporary access pass that is still good")]
    NoPass(String),
    /// It has not the form of a reference.
    #[error(
        "a reference has 8 letters and digits, like 4F7K-Q2ZD; ask the caller to read it out again"
    )]
    MalformedReference,
    /// Nothing is recorded under the reference.
    #[error(
        "nothing is recorded under `{0}`; ask the caller to read it out again; where the screen spoke of a fault, the host's log has it"
    )]
    NoReference(String),
    /// What only the store's upkeep and the command line's own reading say.
    #[error("{0}")]
    Other(String),
}

fn role_keys() -> String {
    Role::ALL.map(Role::key).join(", ")
}

fn broken(rules: &[Rule]) -> String {
    let rules: Vec<String> = rules.iter().map(|rule| rule.english()).collect();
    rules.join(" and ")
}

impl Refusal {
    /// The same for a person at the console.
    pub fn msg(&self) -> Msg {
        let about = |id: &'static str, name: &String| Msg::new(id).text("name", name.as_str());
        match self {
            Self::Role(_) => Msg::new("refusal-role"),
            Self::Field(error) => error.msg(),
            Self::Setting(error) => error.msg(),
            Self::SettingGroup(_, group) | Self::NoGroup(group) => about("refusal-no-group", group),
            Self::NoSave(id) => Msg::new("refusal-no-save").text("id", id.to_string()),
            Self::NothingToUndo => Msg::new("refusal-nothing-to-undo"),
            Self::UndoneAlready(id) => {
                Msg::new("refusal-undone-already").text("id", id.to_string())
            }
            Self::NoAccount(upn) => about("refusal-no-account", upn),
            Self::Deleted { upn, by, at } => about("refusal-deleted", upn)
                .text("by", by.as_str())
                .time("at", *at),
            Self::NotAmong(upn) => about("refusal-not-among", upn),
            Self::BulkCount { found, expected } => Msg::new("refusal-bulk-count")
                .number("found", *found)
                .number("expected", *expected),
            Self::AccountExists(upn) => about("refusal-account-exists", upn),
            Self::OwnDomain(address) => about("refusal-own-domain", address),
            Self::NoLicence(word) => about("refusal-no-licence", word),
            Self::NoRole(word) => about("refusal-no-role", word),
            Self::NoneAmongRoles => Msg::new("refusal-none-among-roles"),
            Self::LastAdministrator(upn) => about("refusal-last-administrator", upn),
            Self::OwnAccount => Msg::new("refusal-own-account"),
            Self::OwnAuthenticator => Msg::new("refusal-own-authenticator"),
            Self::GroupExists(name) => about("refusal-group-exists", name),
            Self::GroupComma => Msg::new("refusal-group-comma"),
            Self::NoGroupType(word) => about("refusal-no-group-type", word),
            Self::GroupInPolicy(name) => about("refusal-group-in-policy", name),
            Self::NoMember(name) => about("refusal-no-member", name),
            Self::NotIn(member, group) => about("refusal-not-in", member).text("group", group),
            Self::Circle(member, group) => about("refusal-circle", member).text("group", group),
            Self::Authenticators(upn) => {
                about("refusal-authenticators", upn).number("most", MOST_AUTHENTICATORS as u64)
            }
            Self::OneApp(upn) => about("refusal-one-app", upn),
            Self::Seed => Msg::new("refusal-seed"),
            Self::NoMethod(upn, _) => about("refusal-no-method", upn),
            Self::AdministratorsQuestions(upn) => about("refusal-administrators-questions", upn),
            Self::Answers(_) => Msg::new("refusal-answers"),
            Self::LongAnswer | Self::LongPassword => Msg::new("refusal-too-long"),
            Self::Password(_) => Msg::new("refusal-password"),
            Self::Permanent => Msg::new("refusal-permanent"),
            Self::SignInLocked(until) => Msg::new("refusal-sign-in-locked").time("until", *until),
            Self::SignIn => Msg::new("refusal-sign-in"),
            Self::TemporaryPassword => Msg::new("refusal-temporary-password"),
            Self::ExpiredPassword => Msg::new("refusal-expired-password"),
            Self::SecondFactor => Msg::new("refusal-second-factor"),
            Self::ChangedMeanwhile => Msg::new("refusal-changed-meanwhile"),
            Self::MessageGone(id) => Msg::new("refusal-message-gone").text("id", id.to_string()),
            Self::NoMessage(id) => Msg::new("refusal-no-message").text("id", id.to_string()),
            Self::ReportsLicence(_) => Msg::new("refusal-reports-licence"),
            Self::BadRows { bad, .. } => Msg::new("refusal-bad-rows").number("count", *bad),
            Self::Picture(error) => picture(*error),
            Self::File(_) => Msg::new("refusal-file"),
            Self::SignedOut => Msg::new("refusal-signed-out"),
            Self::ReadOnly => Msg::new("refusal-read-only"),
            Self::NotInitialised => Msg::new("refusal-not-initialised"),
            Self::Initialised => Msg::new("refusal-initialised"),
            Self::PassMinutes => Msg::new("refusal-pass-minutes")
                .number("least", LEAST_MINUTES)
                .number("most", MOST_MINUTES),
            Self::AdministratorsPass(upn) => about("refusal-administrators-pass", upn),
            Self::Disabled(upn) => about("refusal-disabled", upn),
            Self::NotVerified(upn) | Self::NobodyVerified(upn) => {
                about("refusal-not-verified", upn)
            }
            Self::NoPass(upn) => about("refusal-no-pass", upn),
            Self::MalformedReference => Msg::new("refusal-malformed-reference"),
            Self::NoReference(reference) => {
                Msg::new("refusal-no-reference").text("reference", reference.as_str())
            }
            Self::Other(sentence) => Msg::new("refusal-other").text("sentence", sentence.as_str()),
        }
    }
}

/// Why a picture gives no logo.
fn picture(error: PictureError) -> Msg {
    match error {
        PictureError::NoPicture => Msg::new("refusal-picture-none"),
        PictureError::Long => {
            Msg::new("refusal-picture-long").number("kib", (picture::LONGEST / 1024) as u64)
        }
        PictureError::Large(wide, high) => Msg::new("refusal-picture-large")
            .text("wide", wide.to_string())
            .text("high", high.to_string())
            .text("most", picture::SIDE.to_string()),
        PictureError::Damaged => Msg::new("refusal-picture-damaged"),
        PictureError::Blank => Msg::new("refusal-picture-blank"),
    }
}

impl From<Refusal> for ServiceError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What a decision does not do, found inside a transaction that has written nothing.
#[derive(Debug)]
pub(crate) enum Denied {
    /// It is refused.
    Refused(Refusal),
    /// The actor's proof of who they are is too old for this.
    StepUp,
}

impl Denied {
    /// A refusal.
    pub(super) fn new(refusal: impl Into<Refusal>) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<Refusal> for Denied {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Denied> for ServiceError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Refused(refusal) => Self::Refused(refusal),
            Denied::StepUp => Self::StepUp,
        }
    }
}
