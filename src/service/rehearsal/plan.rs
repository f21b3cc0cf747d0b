//! What happens in the half-year, and when. Password reset begins with the Service Desk and goes on
//! from department to department by nesting them in one group; Production has not had its turn.
//! Security questions are tried and given up, so is unlocking without a new password; what policy
//! says at the end are its defaults with that one group.

use std::time::Duration;

use super::TESTERS;
use super::calendar::{Calendar, DAYS, WEEK};
use super::dice::Dice;
use super::people::Person;
use super::visits::{End, Planner, Visit, Who};
use crate::domain::method::Method;
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;

/// The half-year is the same every time.
const SEED: u64 = 0x6b65_7968_6174_6368;

/// The departments whose turn has come, and the week of it.
pub const ROLL_OUT: [(&str, u64); 7] = [
    ("Service Desk", 0),
    ("Human Resources", 2),
    ("Finance", 4),
    ("Legal", 6),
    ("Sales", 8),
    ("Research", 12),
    ("Logistics", 18),
];
/// From which week authenticators are a method.
pub const AUTHENTICATORS: u64 = 2;
/// Until which week security questions are one.
pub const QUESTIONS: u64 = 10;
/// The weeks in which an account may be unlocked without a new password.
const UNLOCKING: [u64; 2] = [6, 16];
/// How many names somebody tries one night.
pub const RAID: u64 = 27;

/// What happens.
pub enum Deed {
    /// An administrator changes the policy.
    Policy(Vec<(&'static str, &'static str)>),
    /// A department may reset from now on.
    RollOut(&'static str),
    /// The service desk registers a method for somebody.
    Register(usize, Method),
    /// Somebody has left.
    Disable(usize),
    /// The service desk releases somebody from a block.
    Release(usize),
    /// Somebody comes to reset.
    Visit(Visit),
    /// Somebody tries names that are nobody's.
    Raid,
}

/// The half-year's deeds, oldest first.
pub fn plan(people: &[Person], calendar: &Calendar) -> Vec<(Timestamp, Deed)> {
    let mut dice = Dice::new(SEED);
    let mut deeds = policies(calendar);
    for (department, week) in ROLL_OUT {
        let at = calendar.at(calendar.workday(week * WEEK), 6 * 3600);
        deeds.push((at, Deed::RollOut(department)));
    }
    let mut planner = Planner::new(people, calendar);
    for who in 0..people.len() {
        register(&mut planner, who, &mut dice, &mut deeds);
    }
    raid(&planner, &mut deeds);
    exceptions(&mut planner, &mut deeds);
    planner.usual_visits(&mut dice, &mut deeds);
    deeds.sort_by_key(|(at, _)| *at);
    deeds
}

fn policies(calendar: &Calendar) -> Vec<(Timestamp, Deed)> {
    let changed = |week: u64, seconds, pairs: &[(&'static str, &'static str)]| {
        let day = calendar.workday(week * WEEK);
        (calendar.at(day, seconds), Deed::Policy(pairs.to_vec()))
    };
    let [on, off] = UNLOCKING;
    vec![
        changed(
            0,
            5 * 3600 + 1_500,
            &[
                ("sspr.groups", TESTERS),
                ("sspr.enabled", "selected"),
                ("methods.enabled", "email,mobile_phone,security_questions"),
                ("branding.helpdesk_phone", "+1 425 555 0100"),
            ],
        ),
        changed(
            AUTHENTICATORS,
            5 * 3600,
            &[(
                "methods.enabled",
                "app_code,email,mobile_phone,security_questions",
            )],
        ),
        changed(on, 9 * 3600 + 700, &[("unlock_without_reset", "on")]),
        changed(
            QUESTIONS,
            5 * 3600,
            &[(
                "methods.enabled",
                "app_notification,app_code,email,mobile_phone",
            )],
        ),
        changed(off, 9 * 3600 + 700, &[("unlock_without_reset", "off")]),
    ]
}

/// When somebody registers what they register, and when they leave: most in the first weeks after
/// their department's turn.
fn register(
    planner: &mut Planner<'_>,
    who: usize,
    dice: &mut Dice,
    deeds: &mut Vec<(Timestamp, Deed)>,
) {
    let Some(person) = planner.people.get(who) else {
        return;
    };
    let turn = planner.turn(person).map(|week| week * WEEK);
    for method in [Method::AppCode, Method::SecurityQuestions] {
        let (first, last) = match method {
            Method::AppCode => (AUTHENTICATORS * WEEK, DAYS),
            _ => (0, QUESTIONS * WEEK - 3),
        };
        // How many days after it can be: few are as likely as many.
        let span = dice.between(1, 45);
        let begin = turn.unwrap_or(60 + dice.below(60)).max(first + 1);
        let day = planner.calendar.workday(begin + dice.below(span));
        let day = match day < last {
            true => day,
            false => planner.calendar.workday(first + dice.below(WEEK)),
        };
        if person.registers(method)
            && let Some(at) = planner.calendar.moment(day, dice)
        {
            planner.registered(who, method, at);
            deeds.push((at, Deed::Register(who, method)));
        }
    }
    if person.leaves() {
        let day = planner.calendar.workday(30 + dice.below(135));
        let at = planner.calendar.at(day, 16 * 3600 + dice.below(3600));
        planner.leaves(who, at);
        deeds.push((at, Deed::Disable(who)));
    }
}

/// One night, five weeks ago.
fn raid(planner: &Planner<'_>, deeds: &mut Vec<(Timestamp, Deed)>) {
    let at = planner.calendar.at(147, 2 * 3600 + 2_437);
    deeds.push((at, Deed::Raid));
}

/// What happens to few: a block that ends by itself, one that is released and one that holds still;
/// an account that is unlocked. And there is somebody who came in the last hours, whatever day it is.
fn exceptions(planner: &mut Planner<'_>, deeds: &mut Vec<(Timestamp, Deed)>) {
    let (app, mail, phone) = (Method::AppCode, Method::Email, Method::MobilePhone);
    let day = |day| planner.calendar.at(planner.calendar.workday(day), 9 * 3600);
    let [early, later, month] = [day(66), day(95), day(120)];
    let minutes = |at: Timestamp, minutes: u64| at.plus(Duration::from_secs(minutes * 60));
    let visit = |who, purpose, gates: &[Method], tried, end| {
        let visit = Visit {
            purpose,
            gates: gates.to_vec(),
            tried,
            ..Visit::new(Who::Person(who), "Lobby 1", end)
        };
        Deed::Visit(visit)
    };
    let reset = |who, gates: &[Method]| visit(who, Purpose::Reset, gates, None, End::Reset);
    let blocked = |who| visit(who, Purpose::Reset, &[], Some(app), End::Blocked);
    for at in [early, later] {
        if let Some(who) = planner.reserve(&[mail, phone], at) {
            let unlock = visit(who, Purpose::Unlock, &[phone, mail], None, End::Unlock);
            deeds.push((at, unlock));
        }
    }
    if let Some(who) = planner.reserve(&[app, mail], month) {
        deeds.push((month, blocked(who)));
        deeds.push((minutes(month, 2 * 24 * 60), reset(who, &[mail, app])));
    }
    let week = planner.calendar.ago(9 * 24 * 60);
    if let Some(who) = planner.reserve(&[app, mail], week) {
        deeds.push((week, blocked(who)));
        deeds.push((minutes(week, 35), Deed::Release(who)));
        deeds.push((minutes(week, 52), reset(who, &[app, mail])));
    }
    let today = planner.calendar.ago(190);
    if let Some(who) = planner.reserve(&[app, mail], today) {
        deeds.push((today, blocked(who)));
    }
    for (ago, gates) in [(20 * 60, [phone, mail]), (7 * 60, [app, mail])] {
        let at = planner.calendar.ago(ago);
        if let Some(who) = planner.reserve(&gates, at) {
            deeds.push((at, reset(who, &gates)));
        }
    }
    let at = planner.calendar.ago(95);
    if let Some(who) = planner.reserve(&[mail, phone], at) {
        let gone = visit(
            who,
            Purpose::Reset,
            &[mail],
            Some(phone),
            End::GivenUp("idle"),
        );
        deeds.push((at, gone));
    }
}
