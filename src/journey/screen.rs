//! What a front end shows: ids and arguments, fields, choices and focus, and nothing of how.

use std::time::Duration;

use crate::domain::banned::Strength;
use crate::domain::human::Drawing;
use crate::domain::msg::Msg;

/// Which screen this is; stable, for tests and for what help to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScreenId {
    /// *Can't access your account?*
    Welcome,
    /// *Get back into your account*
    WhoAreYou,
    /// *Show that you are a person*: a wait.
    HumanCheck,
    /// *You can't reset your password here*
    Refused,
    /// *Too many tries from here*
    Slow,
    /// *Verification step N*: which method.
    ChooseMethod,
    /// *Verification step N*: the whole number.
    EnterNumber,
    /// *Verification step N*: the code.
    EnterCode,
    /// *Prove that it is you*: a temporary access pass in place of a method.
    EnterPass,
    /// *Verification step N*: a call is under way.
    AwaitCall,
    /// *Verification step N*: the answers to security questions.
    AnswerQuestions,
    /// *Unlock or reset?*
    UnlockOrReset,
    /// *Choose a new password*
    NewPassword,
    /// *Your password has been reset*
    Done,
    /// *Sign in*
    SignIn,
    /// *Sign in*, of whoever is logged in on this host already: the first screen of their visit.
    SignInHere,
    /// *Prove once more that it is you*: which method, before the security info is changed.
    ProveAgain,
    /// What a signed-in person may do.
    Menu,
    /// *Change your password*: by choice, or because it is due.
    ChangePassword,
    /// *More information required*
    MoreInformation,
    /// Enough is registered, and more may be.
    EnoughRegistered,
    /// *My security info*
    SecurityInfo,
    /// One method of it.
    SecurityItem,
    /// Whether a method is really to be taken away.
    DeleteMethod,
    /// A change of it is under way.
    ChangingInfo,
    /// Whether what is registered is still right.
    Reconfirm,
    /// The password, as a fresh proof.
    PasswordAgain,
    /// *Add a method*
    AddMethod,
    /// A mail address of one's own.
    AddAddress,
    /// A mobile number of one's own.
    AddNumber,
    /// An authenticator app.
    AddAppCode,
    /// The code that confirms it.
    ConfirmAppCode,
    /// The app that takes requests.
    AddApp,
    /// The test that confirms it.
    TestApp,
    /// The code that confirms an address or a number.
    ConfirmCode,
    /// The call that confirms a number.
    ConfirmCall,
    /// Which security question.
    ChooseQuestion,
    /// The answer to it.
    AnswerNewQuestion,
    /// The journey ended without a result: too late, or a fault.
    Ended,
    /// The list of languages, over any screen.
    Language,
    /// Help for the screen below it.
    Help,
}

impl ScreenId {
    /// Whether Back leads anywhere. A name that was accepted and a gate that was passed are not
    /// taken back: from there it goes on, or ends by Cancel.
    pub fn goes_back(self) -> bool {
        !matches!(
            self,
            Self::Welcome
                | Self::ChooseMethod
                | Self::UnlockOrReset
                | Self::NewPassword
                | Self::Menu
                | Self::MoreInformation
                | Self::EnoughRegistered
                | Self::Reconfirm
        )
    }

    /// Whether a visit begins here, so that another form of it can still be chosen.
    pub fn is_first(self) -> bool {
        matches!(self, Self::Welcome | Self::SignInHere)
    }

    /// Whether the word more beside each line of its list says what the line itself does not.
    pub fn needs_details(self) -> bool {
        matches!(
            self,
            Self::MoreInformation | Self::SecurityInfo | Self::AddMethod
        )
    }
}

/// One screen, borrowed from the journey that owns what is typed.
pub struct Screen<'a> {
    /// Which one.
    pub id: ScreenId,
    /// The title.
    pub title: Msg,
    /// "Step 2 of 4", where the person is on the way to a new password.
    pub progress: Option<(u8, u8)>,
    /// The organisation's logo, line by line, where there is room and eyes for it.
    pub logo: Vec<&'a str>,
    /// Errors and notes, errors first.
    pub notices: Vec<Notice>,
    /// Paragraphs.
    pub text: Vec<Msg>,
    /// A list to choose one from; a screen has choices or fields, not both.
    pub choices: Vec<Choice>,
    /// A drawn code that belongs to the last field; nobody needs it.
    pub drawing: Option<&'a Drawing>,
    /// A code for a phone to scan.
    pub qr: Option<Scan<'a>>,
    /// Fields to fill in.
    pub fields: Vec<Field<'a>>,
    /// Password rules, live.
    pub rules: Vec<Rule>,
    /// How strong the new password is.
    pub strength: Option<Strength>,
    /// What else can be done here, in the order of Tab.
    pub actions: Vec<Action>,
    /// Where the cursor is. `None` while the product works and nothing can be typed.
    pub focus: Option<Focus>,
    /// The journey waits for an answer; keys are dropped.
    pub working: bool,
    /// How long until it goes on by itself, where there is nothing to do but wait.
    pub waiting: Option<Duration>,
    /// How long until everything typed is wiped, once the countdown shows.
    pub wipe_in: Option<Duration>,
}

impl Screen<'_> {
    /// What keys are read by here.
    pub fn stance(&self) -> Stance {
        Stance {
            first: self.id.is_first(),
            focus: self.focus,
            choices: self.choices.len(),
            working: self.working,
        }
    }
}

/// What tells what a key does on a screen; it takes no words to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stance {
    /// Whether it is the first screen of a visit.
    pub first: bool,
    /// Where the cursor is.
    pub focus: Option<Focus>,
    /// How many lines there are to choose from.
    pub choices: usize,
    /// Keys are dropped, because an answer is awaited.
    pub working: bool,
}

/// A sentence above the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whether it is an error, or a note.
    pub error: bool,
    /// The sentence.
    pub text: Msg,
}

impl Notice {
    /// What was wrong.
    pub const fn error(text: Msg) -> Self {
        Self { error: true, text }
    }

    /// What just happened.
    pub const fn note(text: Msg) -> Self {
        Self { error: false, text }
    }
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it is.
    pub label: Msg,
    /// A word more, dimmed.
    pub detail: Option<Msg>,
}

/// A code for a phone to scan, and all of it for people who type: not every font can draw it, and not
/// everybody can point a phone at it. What it says is as secret as what is typed.
pub struct Scan<'a> {
    /// What the code says; empty where there is only something to type.
    pub text: &'a str,
    /// What to do where it is drawn.
    pub drawn: Msg,
    /// What to do where it is not.
    pub undrawn: Msg,
    /// What is typed instead: what it is called, and itself.
    pub typed: Vec<(Msg, &'a str)>,
}

/// One field to fill in.
pub struct Field<'a> {
    /// Its label.
    pub label: Msg,
    /// What is typed so far.
    pub value: &'a str,
    /// The cursor, in graphemes from the start.
    pub cursor: usize,
    /// Shown as dots, read without echo.
    pub secret: bool,
    /// A secret shown for a moment because the person asked for it.
    pub revealed: bool,
}

/// One password rule and whether what is typed meets it; `None` where only submitting tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The rule as a sentence.
    pub text: Msg,
    /// Met, unmet, or not known before it is submitted.
    pub met: Option<bool>,
}

/// Something a button, a key or a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Go on with what is typed.
    Next,
    /// Wait instead of typing a drawn code.
    Wait,
    /// Send the code again.
    Resend,
    /// Send another request.
    AskAgain,
    /// Call again.
    CallAgain,
    /// Choose another method.
    OtherMethod,
    /// Set up a different method.
    Different,
    /// Send the test of an app again.
    TestAgain,
    /// Be called instead of sent a text message.
    Call,
    /// Show what is typed in secret for five seconds, or hide it again.
    Reveal,
    /// One screen back.
    Back,
    /// End the visit and wipe everything typed.
    Cancel,
    /// Leave a screen that has nothing more to ask.
    Close,
}

impl Action {
    /// Whether the page of a signed-in person takes it itself.
    pub const fn is_of_page(self) -> bool {
        matches!(
            self,
            Self::Next | Self::Resend | Self::CallAgain | Self::TestAgain | Self::Call
        )
    }

    /// The message id of its label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Next => "action-next",
            Self::Wait => "action-wait",
            Self::Resend => "action-resend",
            Self::AskAgain => "action-ask-again",
            Self::CallAgain => "action-call-again",
            Self::OtherMethod => "action-other-method",
            Self::Different => "action-different",
            Self::TestAgain => "action-test-again",
            Self::Call => "action-call",
            Self::Reveal => "action-reveal",
            Self::Back => "action-back",
            Self::Cancel => "action-cancel",
            Self::Close => "action-close",
        }
    }
}

/// The focused thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The field with this index.
    Field(usize),
    /// The line of the list with this index.
    Choice(usize),
    /// The action with this index.
    Action(usize),
}
