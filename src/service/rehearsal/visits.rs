//! Who comes to reset, how they prove who they are, and how it ends.

use std::collections::HashMap;
use std::time::Duration;

use super::calendar::{Calendar, DAYS, WEEK};
use super::dice::Dice;
use super::people::Person;
use super::plan::{AUTHENTICATORS, Deed, QUESTIONS, ROLL_OUT};
use crate::domain::eligibility::Reason;
use crate::domain::licence::Licence;
use crate::domain::method::Method;
use crate::domain::throttle::SSH;
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;

/// Who comes.
#[derive(Clone, Debug)]
pub enum Who {
    /// Somebody of the file, by their place in it.
    Person(usize),
    /// Somebody who types what is nobody's name.
    Stranger(String),
}

/// How it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With a new password.
    Reset,
    /// With the account unlocked.
    Unlock,
    /// The person leaves, for this reason in audit; `too_late` leaves the journey to its end.
    GivenUp(&'static str),
    /// At once, for this reason.
    Refused(Reason),
    /// With the account blocked, by wrong codes for the method that is tried.
    Blocked,
}

/// Somebody comes to reset.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Who.
    pub who: Who,
    /// Where.
    pub terminal: String,
    /// What for.
    pub purpose: Purpose,
    /// The gates that are passed, in order.
    pub gates: Vec<Method>,
    /// The gate after them that is not.
    pub tried: Option<Method>,
    /// Wrong codes before the first right one.
    pub wrong: u64,
    /// Whether the first code is asked for twice.
    pub again: bool,
    /// How it ends.
    pub end: End,
}

impl Visit {
    /// The least that can be said of one.
    pub fn new(who: Who, terminal: &str, end: End) -> Self {
        Self {
            who,
            terminal: terminal.to_owned(),
            purpose: Purpose::Reset,
            gates: Vec::new(),
            tried: None,
            wrong: 0,
            again: false,
            end,
        }
    }
}

/// Days between two visits of one person: what they failed is forgotten by then.
const REST: u64 = 6;

/// Names that are nobody's, as people mistype them.
const MISTYPED: [&str; 12] = [
    "adele.vance@contoso.example",
    "alexw@contosso.example",
    "contoso\\alexw",
    "frontdesk@contoso.example",
    "gracie@contoso.example",
    "hr@contoso.example",
    "johanna.lorenz@contoso.example",
    "meganb@contoso.example",
    "mia.steele@contoso.example",
    "packing-line-3@contoso.example",
    "reception",
    "yuisa@contoso.exmaple",
];

/// Keeps account of who can do what, and when.
pub struct Planner<'a> {
    /// Everybody.
    pub people: &'a [Person],
    /// The days.
    pub calendar: &'a Calendar,
    registered: HashMap<(usize, Method), Timestamp>,
    left: HashMap<usize, Timestamp>,
    /// Whose visits are planned apart.
    reserved: Vec<usize>,
    last: HashMap<usize, u64>,
}

impl<'a> Planner<'a> {
    /// A planner for whom nobody has done anything yet.
    pub fn new(people: &'a [Person], calendar: &'a Calendar) -> Self {
        Self {
            people,
            calendar,
            registered: HashMap::new(),
            left: HashMap::new(),
            reserved: Vec::new(),
            last: HashMap::new(),
        }
    }

    /// The week of a person's department, if its turn has come.
    pub fn turn(&self, person: &Person) -> Option<u64> {
        let found = ROLL_OUT.iter().find(|(name, _)| *name == person.department);
        found.map(|(_, week)| *week)
    }

    /// Somebody has registered a method.
    pub fn registered(&mut self, who: usize, method: Method, at: Timestamp) {
        self.registered.insert((who, method), at);
    }

    /// Somebody has left.
    pub fn leaves(&mut self, who: usize, at: Timestamp) {
        self.left.insert(who, at);
    }

    /// Whether that week is over its first workday's morning.
    fn since(&self, week: u64, at: Timestamp) -> bool {
        at >= self
            .calendar
            .at(self.calendar.workday(week * WEEK), 6 * 3600)
    }

    /// The methods somebody can prove themselves by at a moment.
    fn usable(&self, who: usize, at: Timestamp) -> Vec<Method> {
        let Some(person) = self.people.get(who) else {
            return Vec::new();
        };
        let has = |method: &Method| match method {
            Method::Email => person.alternate_email.is_some(),
            Method::MobilePhone => person.mobile.is_some(),
            Method::AppCode | Method::SecurityQuestions => {
                let asked = match method {
                    Method::AppCode => self.since(AUTHENTICATORS, at),
                    // The morning they are switched off counts as switched off.
                    _ => !self.since(QUESTIONS, at.plus(Duration::from_secs(3 * 3600))),
                };
                let since = self.registered.get(&(who, *method));
                asked && since.is_some_and(|since| *since < at)
            }
            Method::AppNotification | Method::OfficePhone => false,
        };
        Method::ALL.into_iter().filter(has).collect()
    }

    /// Why somebody would be refused at a moment: the first check that fails.
    fn refusal(&self, who: usize, at: Timestamp) -> Option<Reason> {
        let person = self.people.get(who)?;
        let licence = person.licence.as_deref().and_then(Licence::from_key);
        if self.left.get(&who).is_some_and(|left| *left <= at) {
            return Some(Reason::Disabled);
        }
        if licence == Some(Licence::Free) {
            return Some(Reason::Unlicensed);
        }
        if !self.turn(person).is_some_and(|week| self.since(week, at)) {
            return Some(Reason::NotSelected);
        }
        match self.usable(who, at).len() {
            0 => Some(Reason::NoMethod),
            1 => Some(Reason::TooFewMethods),
            _ => None,
        }
    }

    /// Somebody who can prove themselves by these methods at a moment, kept for what is planned
    /// apart.
    pub fn reserve(&mut self, by: &[Method], at: Timestamp) -> Option<usize> {
        let fits = |who: &usize| {
            let usable = self.usable(*who, at);
            !self.reserved.contains(who)
                && self.refusal(*who, at).is_none()
                && !self.left.contains_key(who)
                && self.people.get(*who).is_some_and(|p| p.role.is_none())
                && by.iter().all(|method| usable.contains(method))
        };
        let found: Vec<usize> = (0..self.people.len()).filter(fits).collect();
        // Not always those of the beginning of the alphabet.
        let who = *found.get(found.len() * (self.reserved.len() % 5) / 5)?;
        self.reserved.push(who);
        Some(who)
    }

    /// Those who have not come lately and can reset at a moment, or can't.
    fn free(&self, at: Timestamp, can: bool) -> Vec<usize> {
        let day = self.calendar.day(at);
        let rested = |who: &usize| self.last.get(who).is_none_or(|last| last + REST <= day);
        (0..self.people.len())
            .filter(|who| !self.reserved.contains(who) && rested(who))
            .filter(|who| self.refusal(*who, at).is_none() == can)
            .collect()
    }

    /// Day by day: more when more may, most on Mondays, few at weekends.
    pub fn usual_visits(&mut self, dice: &mut Dice, deeds: &mut Vec<(Timestamp, Deed)>) {
        for day in 0..=DAYS {
            let noon = self.calendar.at(day, 12 * 3600);
            let may = |person: &&Person| {
                let week = self.turn(person);
                week.is_some_and(|week| self.since(week, noon))
            };
            let selected = self.people.iter().filter(may).count() as u64;
            let percent = match self.calendar.weekday(day) {
                0 => 160,
                4 => 80,
                5 | 6 => 15,
                _ => 100,
            };
            // Thousandths of a visit.
            let mean = (900 + selected * 14) * percent / 100;
            let count = mean * dice.between(50, 150) / 100 + dice.below(1_000);
            let mut moments: Vec<Timestamp> = (0..count / 1_000)
                .filter_map(|_| self.calendar.moment(day, dice))
                .filter(|at| *at > self.calendar.opening())
                .collect();
            moments.sort_unstable();
            for at in moments {
                if let Some(visit) = self.visit(at, dice) {
                    if let Who::Person(who) = visit.who {
                        self.last.insert(who, day);
                    }
                    deeds.push((at, Deed::Visit(visit)));
                }
            }
        }
    }

    /// Somebody's visit at a moment.
    fn visit(&self, at: Timestamp, dice: &mut Dice) -> Option<Visit> {
        let terminal = self.terminal(at, dice);
        if dice.percent(5) {
            let name = (*dice.one(&MISTYPED)?).to_owned();
            let end = End::Refused(Reason::Unknown);
            return Some(Visit::new(Who::Stranger(name), &terminal, end));
        }
        if dice.percent(14) {
            let who = *dice.one(&self.free(at, false))?;
            let end = End::Refused(self.refusal(who, at)?);
            return Some(Visit::new(Who::Person(who), &terminal, end));
        }
        let who = *dice.one(&self.free(at, true))?;
        let mut gates = self.usable(who, at);
        dice.shuffle(&mut gates);
        gates.truncate(2);
        let visit = Visit::new(Who::Person(who), &terminal, End::Reset);
        Some(match dice.below(100) {
            0..14 => {
                let passed = dice.weighted(&[(0, 5), (1, 4), (2, 2)])?;
                let tried = gates.get(passed).copied();
                gates.truncate(passed);
                let end = match tried {
                    // Who could wait no longer for a code that was good, or did not come at all.
                    Some(_) => dice.weighted(&[
                        (End::GivenUp("idle"), 5),
                        (End::GivenUp("cancelled"), 4),
                        (End::GivenUp("hang_up"), 1),
                        (End::GivenUp("too_late"), 1),
                    ])?,
                    None => End::GivenUp("idle"),
                };
                Visit {
                    gates,
                    tried,
                    end,
                    ..visit
                }
            }
            14..25 => Visit {
                gates,
                wrong: dice.between(1, 2),
                ..visit
            },
            25..30 => Visit {
                gates,
                again: true,
                ..visit
            },
            _ => Visit { gates, ..visit },
        })
    }

    /// Where somebody comes: few from elsewhere, but at weekends all.
    fn terminal(&self, at: Timestamp, dice: &mut Dice) -> String {
        let indoors = [
            ("Lobby 1", 5),
            ("Lobby 2", 3),
            ("Canteen", 2),
            ("Gate 3", 2),
        ];
        let remote = !self.calendar.is_workday(self.calendar.day(at)) || dice.percent(12);
        match dice.weighted(&indoors) {
            Some(name) if !remote => name.to_owned(),
            // Addresses for documentation (RFC 5737).
            _ => format!("{SSH}198.51.100.{}", dice.between(2, 90)),
        }
    }
}
