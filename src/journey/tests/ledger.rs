//! A product that knows Mia's account, as far as somebody signs in with it.

use super::*;
use crate::domain::enrolment::{
    Confirmed, Enrolling, Holder, Info, Item, Needs, NewMethod, PasswordProof,
};
use crate::domain::password::{Rule, Verdict};
use crate::domain::question::PREDEFINED;
use crate::domain::session::{Changed, Due, Entry, Outdated, SignedIn};
use crate::domain::way::Way;
use crate::journey::account::{Ask, Told};

pub const PASSWORD: &str = "right password";
pub const PASS: &str = "abcd-efgh-jkmn";
pub const JOURNEY: JourneyId = JourneyId::new([8; 16]);

/// A product that knows Mia's account, as far as it is signed in with.
#[derive(Default)]
pub struct Ledger {
    /// What she has: none of it asks for anything where there is nothing to ask.
    pub must_change: bool,
    pub second_factor: bool,
    pub missing: usize,
    pub confirm: bool,
    /// Whether she has a method to prove with.
    pub methods: bool,
    /// Whether she was given a temporary access pass that is still good.
    pub pass: bool,
    /// Whether she is an administrator.
    pub role: bool,
    /// What was given.
    pub password: bool,
    pub second: bool,
    pub fresh: bool,
    /// What was done.
    pub changed: usize,
    pub added: Vec<Method>,
    pub deleted: usize,
    pub open: Option<Method>,
}

impl Ledger {
    pub fn complete(&self) -> bool {
        self.password && (self.second || !self.second_factor)
    }

    fn overview(&self) -> Overview {
        let mut overview = overview(0, false);
        (overview.required, overview.pass) = (1, self.pass);
        if !self.methods && self.complete() {
            overview.offers.clear();
        }
        overview
    }

    fn items(&self) -> Vec<Item> {
        let item = |id, method, holder| Item {
            id,
            method,
            masked: Some("m*****@home.example".to_owned()),
            answers: None,
            holder,
            usable: true,
            preferred: false,
            since: Some(Timestamp::from_seconds(0)).filter(|_| holder == Holder::Own),
        };
        vec![
            item(Some(1), Method::Email, Holder::Own),
            item(None, Method::MobilePhone, Holder::Provided),
        ]
    }

    fn addable(&self) -> Vec<Method> {
        vec![
            Method::AppCode,
            Method::Email,
            Method::MobilePhone,
            Method::SecurityQuestions,
        ]
    }

    pub fn due(&self) -> Due {
        if !self.complete() {
            Due::SecondFactor(self.overview())
        } else if self.must_change {
            Due::Password(rules(), Outdated::Temporary)
        } else if self.missing > 0 {
            Due::Register(Needs {
                have: 2 - self.missing,
                required: 2,
                addable: self.addable(),
                items: self.items(),
                calls: true,
            })
        } else if self.confirm {
            Due::Confirm(self.items())
        } else {
            Due::Nothing
        }
    }

    /// Whether the console opens.
    fn enter(&mut self) -> Entry {
        assert!(self.complete(), "entered without a second factor");
        if self.must_change {
            return Entry::First(Box::new(self.due()));
        }
        if !self.role {
            self.password = false;
            return Entry::NoRole {
                reference: "ABCD-1234".to_owned(),
            };
        }
        if self.second_factor || self.added.contains(&Method::MobilePhone) {
            return Entry::Open;
        }
        self.fresh = true;
        Entry::Register(Needs {
            have: 0,
            required: 2,
            addable: vec![Method::AppCode, Method::MobilePhone],
            items: Vec::new(),
            calls: true,
        })
    }

    fn info(&self) -> Info {
        Info {
            items: self.items(),
            addable: self.addable(),
            proofs: self.overview(),
            fresh: self.fresh,
            calls: true,
        }
    }

    /// A change was let through: it was proved freshly, or the sign-in is the proof.
    fn use_proof(&mut self) {
        let fresh = std::mem::take(&mut self.fresh);
        // Where a second factor is missing, the product asks for a proof itself.
        let factor = self.role && !self.second_factor;
        assert!(
            fresh || factor || self.missing > 0,
            "a change without a fresh proof"
        );
    }

    pub fn ask(&mut self, ask: &Ask) -> Told {
        assert!(self.complete(), "signed in without a second factor");
        match ask {
            Ask::Due => Told::Due(self.due()),
            Ask::Rules => Told::Rules(rules()),
            Ask::Change(typed) if typed.expose() == "the same as before" => {
                Told::Changed(Changed::Rejected(vec![Verdict {
                    rule: Rule::History(5),
                    met: Some(false),
                }]))
            }
            Ask::Change(_) => {
                self.changed += 1;
                self.must_change = false;
                Told::Changed(Changed::Done {
                    told: true,
                    due: Box::new(self.due()),
                })
            }
            Ask::Confirm => {
                self.confirm = false;
                Told::Due(self.due())
            }
            Ask::Info => Told::Info(self.info()),
            Ask::Questions => {
                let all = PREDEFINED.into_iter().take(6).map(Question::Predefined);
                Told::Questions(all.collect(), 3)
            }
            Ask::Enrol(new) => {
                self.use_proof();
                let (method, way) = match new {
                    NewMethod::Email(_) => (Method::Email, Way::Mail),
                    NewMethod::Mobile(_, way) | NewMethod::MobileInstead(_, way, _) => {
                        (Method::MobilePhone, *way)
                    }
                    NewMethod::Provided(method, way) => (*method, *way),
                    NewMethod::Questions(answers) => {
                        assert_eq!(answers.len(), 3);
                        self.add(Method::SecurityQuestions);
                        return Told::Enrolling(Enrolling::Done, self.due());
                    }
                    NewMethod::AppCode | NewMethod::AppNotification => {
                        let refused = crate::domain::enrolment::Refused::NotNow;
                        return Told::Enrolling(Enrolling::Not(refused), self.due());
                    }
                };
                self.open = Some(method);
                Told::Enrolling(sent(way), self.due())
            }
            Ask::Send => Told::Sent(sent(Way::Text)),
            Ask::ConfirmEnrolment(method, typed) => {
                assert_eq!(self.open, Some(*method));
                if typed.expose() != "333333" {
                    return Told::Confirmed(Confirmed::Wrong { left: 4 }, self.due());
                }
                self.add(*method);
                Told::Confirmed(Confirmed::Done, self.due())
            }
            Ask::ClaimEnrolment(method) => {
                assert_eq!(self.open, Some(*method));
                self.add(*method);
                Told::Confirmed(Confirmed::Done, self.due())
            }
            Ask::Delete(_) => {
                self.use_proof();
                self.deleted += 1;
                Told::Settled(Ok(()), self.due())
            }
            Ask::Prefer(_) => {
                self.use_proof();
                Told::Settled(Ok(()), self.due())
            }
            Ask::Password(typed) => {
                self.fresh = typed.expose() == PASSWORD && !self.methods;
                Told::Password(match self.fresh {
                    true => PasswordProof::Passed,
                    false => PasswordProof::Wrong,
                })
            }
        }
    }

    fn add(&mut self, method: Method) {
        self.added.push(method);
        self.missing = self.missing.saturating_sub(1);
        self.open = None;
    }
}

fn sent(way: Way) -> Enrolling {
    Enrolling::Sent {
        way,
        masked: "*****18".to_owned(),
        expires: Timestamp::from_seconds(600),
    }
}

impl Play {
    /// Answers what is asked of a sign-in; nothing of a reset.
    pub(super) fn of_sign_in(&mut self, request: &Request) -> Option<Reply> {
        Some(match request {
            Request::SignIn { user, password, .. } => {
                let right = user.trim() == "mia" && password.expose() == PASSWORD;
                if right {
                    let ledger = &mut self.ledger;
                    (ledger.password, ledger.second, ledger.fresh) = (true, false, false);
                }
                Reply::SignedIn(match right {
                    true => SignedIn::On(JOURNEY, self.ledger.due()),
                    false => SignedIn::Wrong,
                })
            }
            Request::Account(journey, ask) => {
                assert_eq!(*journey, JOURNEY);
                Reply::Account(Step::Go(self.ledger.ask(ask)))
            }
            Request::Prove { journey, typed, .. } if *journey == JOURNEY => {
                if typed.expose() != "222222" {
                    return Some(Reply::Proved(Step::Go((Proof::Wrong { left: 4 }, None))));
                }
                (self.ledger.second, self.ledger.fresh) = (true, true);
                let next = Next::Signed(self.ledger.due());
                Reply::Proved(Step::Go((Proof::Passed, Some(next))))
            }
            Request::UsePass { journey, typed } => {
                assert_eq!(*journey, JOURNEY);
                let proof = match (self.ledger.pass, typed.expose()) {
                    (false, _) => Proof::TooLate,
                    (true, PASS) => Proof::Passed,
                    (true, typed) if typed.len() < PASS.len() => Proof::Malformed { digits: 12 },
                    (true, _) => Proof::Wrong { left: 9 },
                };
                if proof != Proof::Passed {
                    return Some(Reply::Proved(Step::Go((proof, None))));
                }
                // It is good once.
                let ledger = &mut self.ledger;
                (ledger.second, ledger.fresh, ledger.pass) = (true, true, false);
                let next = Next::Signed(self.ledger.due());
                Reply::Proved(Step::Go((Proof::Passed, Some(next))))
            }
            Request::Next { journey, why } if *journey == JOURNEY => {
                let next = Next::Signed(self.ledger.due());
                Reply::Next(why.clone(), Step::Go(next))
            }
            Request::Enter(journey) => {
                assert_eq!(*journey, JOURNEY);
                Reply::Entered(Step::Go(self.ledger.enter()))
            }
            Request::Abandon { journey, reason } if *journey == JOURNEY => {
                (self.ledger.password, self.ledger.second) = (false, false);
                self.abandoned.push(reason);
                Reply::Abandoned
            }
            _ => return None,
        })
    }
}
