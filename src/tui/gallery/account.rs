//! Signing in, and what a signed-in person sees and does.

use super::{Player, apps, overview, rules, setting_up};
use crate::domain::enrolment::{
    Confirmed, Enrolling, Holder, Info, Item, Needs, PasswordProof, Refused,
};
use crate::domain::journey::{JourneyId, Next, Overview, Proof, Refusal, Step};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::progress::Progress;
use crate::domain::session::{Changed, Due, Outdated, SignedIn};
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;
use crate::domain::way::Way;
use crate::journey::Reply;
use crate::journey::account::Told;
use crate::journey::input::Input;
use crate::journey::screen::Action;

/// A moment that is long in every language.
const SINCE: Timestamp = Timestamp::from_seconds(1_790_000_000);

pub(super) fn item(method: Method, holder: Holder) -> Item {
    Item {
        id: (holder == Holder::Own).then_some(1),
        method,
        masked: match method {
            Method::Email => Some("m*****@home.example".to_owned()),
            Method::MobilePhone | Method::OfficePhone => Some("*****11".to_owned()),
            _ => None,
        },
        answers: (method == Method::SecurityQuestions).then_some(5),
        holder,
        usable: true,
        preferred: false,
        since: (holder == Holder::Own).then_some(SINCE),
    }
}

/// One of each, held in every way there is.
fn items() -> Vec<Item> {
    let own = |method| item(method, Holder::Own);
    let provided = |method| item(method, Holder::Provided);
    vec![
        Item {
            usable: false,
            ..own(Method::AppNotification)
        },
        Item {
            preferred: true,
            ..own(Method::AppCode)
        },
        own(Method::Email),
        Item {
            preferred: true,
            ..provided(Method::MobilePhone)
        },
        provided(Method::OfficePhone),
        own(Method::SecurityQuestions),
    ]
}

/// What can be added, all of it.
fn addable() -> Vec<Method> {
    let mut all = Method::ALL.to_vec();
    all.retain(|method| method.is_registered_by_owner());
    all
}

pub(super) fn needs(have: usize) -> Needs {
    Needs {
        have,
        required: 2,
        addable: addable(),
        items: vec![item(Method::MobilePhone, Holder::Provided)],
        calls: true,
    }
}

fn info(items: Vec<Item>, offers: bool, fresh: bool) -> Info {
    let mut proofs = overview(0);
    if !offers {
        proofs.offers.clear();
    }
    Info {
        items,
        addable: addable(),
        proofs,
        fresh,
        calls: true,
    }
}

impl Player {
    pub(super) fn hears_of(self, told: Told) -> Self {
        self.told(Reply::Account(Step::Go(told)))
    }

    pub(super) fn does_line(self, line: usize) -> Self {
        self.does(Input::Choose(line))
    }

    /// The third choice of the first screen.
    pub fn sign_in() -> Self {
        Self::new().does_line(2)
    }

    fn typed() -> Self {
        Self::sign_in()
            .types(0, "mias@contoso.example")
            .types(1, "Correct horse 7")
    }

    /// Signed in, and this is due.
    pub fn signed_in(due: Due) -> Self {
        let signed = SignedIn::On(JourneyId::new([7; 16]), due);
        Self::typed().submits().told(Reply::SignedIn(signed))
    }

    fn not_signed_in(signed: SignedIn) -> Self {
        Self::typed().submits().told(Reply::SignedIn(signed))
    }

    fn menu() -> Self {
        Self::signed_in(Due::Nothing)
    }

    /// *My security info* with these.
    pub fn info(items: Vec<Item>) -> Self {
        let info = info(items, true, true);
        Self::menu().does_line(1).hears_of(Told::Info(info))
    }

    /// A change of it that asks for a fresh proof, which is given by a method or the password.
    fn proves(offers: bool) -> Self {
        let first = info(items(), offers, false);
        let menu = Self::menu()
            .does_line(1)
            .hears_of(Told::Info(first.clone()));
        let add = menu.does_line(6).does_line(2);
        add.hears_of(Told::Info(first))
    }

    /// *More information required*, and one of its methods chosen.
    pub fn registers(method: Method) -> Self {
        let line = addable().into_iter().position(|one| one == method);
        Self::signed_in(Due::Register(needs(1))).does_line(line.unwrap_or_default())
    }

    pub(super) fn enrolling(self, enrolling: Enrolling) -> Self {
        self.hears_of(Told::Enrolling(enrolling, Due::Register(needs(1))))
    }

    pub(super) fn confirmed(self, confirmed: Confirmed, due: Due) -> Self {
        self.types(0, "222222")
            .submits()
            .hears_of(Told::Confirmed(confirmed, due))
    }

    /// A code or a call is on its way.
    pub(super) fn confirms(method: Method, way: Way) -> Self {
        let typed = match method {
            Method::Email => "mia@home.example",
            _ => "+44 20 7946 0018",
        };
        let action = match way {
            Way::Call => Action::Call,
            _ => Action::Next,
        };
        Self::registers(method)
            .types(0, typed)
            .does(Input::Act(action))
            .enrolling(sent(method, way))
    }

    pub(super) fn hears_enrolling(self, key: &'static str, progress: Progress) -> Self {
        let journey = JourneyId::new([7; 16]);
        self.told(Reply::Watched(journey, key, Some(progress)))
    }
}

pub(super) fn sent(method: Method, way: Way) -> Enrolling {
    Enrolling::Sent {
        way,
        masked: item(method, Holder::Own).masked.unwrap_or_default(),
        expires: Timestamp::from_seconds(600),
    }
}

/// Every state of these.
pub fn states() -> Vec<(String, Player)> {
    let mut all = signing_in();
    all.extend(due());
    all.extend(security_info());
    all.extend(setting_up::states());
    all.extend(apps::states());
    all
}

pub(super) fn named(name: &str, player: Player) -> (String, Player) {
    (name.to_owned(), player)
}

fn signing_in() -> Vec<(String, Player)> {
    let locked = |minutes| Player::not_signed_in(SignedIn::Locked { minutes });
    let refusal = |slow| Refusal {
        reference: "ABCD-1234".into(),
        reason: None,
        helpdesk: Vec::new(),
        slow,
        purpose: Purpose::SignIn,
    };
    let slow = SignedIn::Refused(refusal(Some(7)));
    let factor = || {
        let mut overview: Overview = overview(0);
        overview.required = 1;
        Player::signed_in(Due::SecondFactor(overview))
    };
    let code = || factor().does_line(1);
    let with_pass = || {
        let mut overview: Overview = overview(3);
        (overview.passed, overview.required, overview.pass) = (0, 1, true);
        Player::signed_in(Due::SecondFactor(overview))
    };
    // The last line, after the methods that are left.
    let pass = || with_pass().does_line(overview(3).offers.len());
    let tried = |proof, next| pass().types(0, "ABCD EFGH JKMN").proved(proof, next);
    let blocked = Reply::Proved(Step::Refused(refusal(None)));
    vec![
        named("sign in", Player::sign_in()),
        named("sign in, nobody", Player::sign_in().submits()),
        named(
            "sign in, no password",
            Player::sign_in().types(0, "mias").submits(),
        ),
        named("sign in, working", Player::typed().submits()),
        named(
            "sign in, shown",
            Player::typed().does(Input::Act(Action::Reveal)),
        ),
        named("sign in, wrong", Player::not_signed_in(SignedIn::Wrong)),
        named("sign in, locked, 1", locked(1)),
        named("sign in, locked, 7", locked(7)),
        named("sign in, slow", Player::not_signed_in(slow)),
        named("sign in, known", {
            let mut player = Player::new();
            player.visit = player.visit.signing_in("mias@contoso.example".to_owned());
            player
        }),
        named("second factor", factor()),
        named("second factor, a pass too", with_pass()),
        named("pass", pass()),
        named("pass, empty", pass().submits()),
        named("pass, wrong", tried(Proof::Wrong { left: 9 }, None)),
        named(
            "pass, malformed",
            tried(Proof::Malformed { digits: 12 }, None),
        ),
        named("pass, too late", {
            let late = Some(Msg::new("error-pass-too-late"));
            let due = Due::SecondFactor(overview(0));
            tried(Proof::TooLate, None).told(Reply::Next(late, Step::Go(Next::Signed(due))))
        }),
        named(
            "pass, used",
            tried(Proof::Passed, Some(Next::Signed(Due::Nothing))),
        ),
        named("second factor, code", code()),
        named(
            "second factor, wrong",
            code().proved(Proof::Wrong { left: 4 }, None),
        ),
        named(
            "second factor, used up",
            code().types(0, "222222").submits().told(blocked),
        ),
        named(
            "menu",
            code().proved(Proof::Passed, Some(Next::Signed(Due::Nothing))),
        ),
    ]
}

fn due() -> Vec<(String, Player)> {
    let must = |why| Player::signed_in(Due::Password(rules(), why));
    let changed = |player: Player, told, due| {
        let typed = player.types(0, "Correct horse 7 battery");
        let typed = typed.types(1, "Correct horse 7 battery").submits();
        typed.hears_of(Told::Changed(Changed::Done {
            told,
            due: Box::new(due),
        }))
    };
    let own = || Player::menu().does_line(0).hears_of(Told::Rules(rules()));
    let register = |have| Player::signed_in(Due::Register(needs(have)));
    let mut one = needs(0);
    one.required = 1;
    let right = || Player::signed_in(Due::Confirm(items()));
    let done = |due| {
        let code = Player::confirms(Method::MobilePhone, Way::Text);
        code.confirmed(Confirmed::Done, due)
    };
    vec![
        named("must change, temporary", must(Outdated::Temporary)),
        named("must change, expired", must(Outdated::Expired)),
        named("must change, empty", must(Outdated::Expired).submits()),
        named(
            "must change, then registration",
            changed(must(Outdated::Temporary), true, Due::Register(needs(0))),
        ),
        named(
            "must change, then the menu",
            changed(must(Outdated::Temporary), false, Due::Nothing),
        ),
        named("change", own()),
        named("changed", changed(own(), true, Due::Nothing)),
        named("register, none", register(0)),
        named("register, one", register(1)),
        named("register, none that does alone", register(2)),
        named(
            "register, one is enough",
            Player::signed_in(Due::Register(one)),
        ),
        named("register, nothing can be", {
            let mut nothing = needs(0);
            nothing.addable.clear();
            nothing.items.clear();
            Player::signed_in(Due::Register(nothing))
        }),
        named(
            "signed out",
            Player::menu().does_line(1).told(Reply::Account(Step::Gone)),
        ),
        named("register, one more", done(Due::Register(needs(1)))),
        named("registered", done(Due::Nothing)),
        named("reconfirm", right()),
        named(
            "reconfirmed",
            right().does_line(0).hears_of(Told::Due(Due::Nothing)),
        ),
    ]
}

fn security_info() -> Vec<(String, Player)> {
    let own = vec![
        Item {
            preferred: true,
            ..item(Method::AppCode, Holder::Own)
        },
        item(Method::Email, Holder::Own),
        item(Method::MobilePhone, Holder::Provided),
    ];
    let info = |line: usize| Player::info(items()).does_line(line);
    let settled = |player: Player, result| player.hears_of(Told::Settled(result, Due::Nothing));
    let again = |player: Player| player.hears_of(Told::Info(self::info(own.clone(), true, true)));
    let prefer = || info(2).does_line(1);
    let delete = || info(2).does_line(2);
    let password = || Player::proves(false);
    let proof = |proof| {
        password()
            .types(0, "Correct horse 7")
            .submits()
            .hears_of(Told::Password(proof))
    };
    vec![
        named("security info", Player::info(items())),
        named("security info, empty", Player::info(Vec::new())),
        named("security info, one", info(2)),
        named("security info, the first", info(1)),
        named("security info, provided", info(4)),
        named("security info, working", prefer()),
        named(
            "security info, another first",
            again(settled(prefer(), Ok(()))),
        ),
        named(
            "security info, none first",
            again(settled(info(1).does_line(0), Ok(()))),
        ),
        named("delete", delete()),
        named(
            "delete, refused",
            settled(delete().does_line(1), Err(Refused::StillNeeded)),
        ),
        named(
            "delete, gone",
            settled(delete().does_line(1), Err(Refused::Gone)),
        ),
        named("deleted", again(settled(delete().does_line(1), Ok(())))),
        named("proof again", Player::proves(true)),
        named("proof again, code", Player::proves(true).does_line(1)),
        named("password again", password()),
        named("password again, empty", password().submits()),
        named("password again, wrong", proof(PasswordProof::Wrong)),
        named(
            "password again, locked",
            proof(PasswordProof::Locked { minutes: 7 }),
        ),
        named("add", Player::info(items()).does_line(6)),
    ]
}
