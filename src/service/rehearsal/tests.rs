//! The half-year is what was planned, and leaves nothing open.

mod figures;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::visits::{End, Visit, Who};
use super::*;
use crate::crypto::totp::{Seed, step_at};
use crate::crypto::{Keys, MasterKey};
use crate::domain::audit::{FIELDS, Record};
use crate::domain::eligibility::Reason;
use crate::domain::journey::{Next, Proof, Step};
use crate::domain::method::Method;
use crate::domain::people::AccountFilter;
use crate::domain::session::{Due, SignedIn};
use crate::service::people::After;
use crate::service::reports::{Periods, Usage};
use crate::service::reset::Origin;
use crate::store::Store;
use crate::store::audit::{Filter, Verdict};
use crate::store::reports::Counted;
use data_encoding::BASE32_NOPAD;
use plan::{Deed, RAID};

const MIA: &str = "mias@contoso.example";
const YEAR: Duration = Duration::from_secs(366 * 24 * 3600);
const MINUTE: Duration = Duration::from_secs(60);

fn operator() -> Actor {
    Actor::Operator("root".to_owned())
}

fn guest() -> Guest {
    let some = |text: &str| Some(text.to_owned());
    Guest {
        upn: MIA.to_owned(),
        form: Form {
            name: some("Mia Steele"),
            email: some(MIA),
            alternate_email: some("mia@home.example"),
            mobile: some("+1 425-555-0111"),
            ..Form::default()
        },
        password: SecretText::new("a bench in the garden".to_owned()),
        apps: Some((key(), SecretText::copied("mia"))),
        department: "Sales".to_owned(),
    }
}

fn key() -> SecretText {
    SecretText::new(BASE32_NOPAD.encode(Seed::generate().unwrap().bytes()))
}

fn entrance() -> Entrance {
    Entrance {
        password: SecretText::new("a lighthouse above the bay".to_owned()),
        key: key(),
    }
}

fn empty() -> Service {
    let keys = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
    Service::new(Store::in_memory(keys).unwrap())
}

async fn rehearsed(now: Timestamp) -> Service {
    let service = empty();
    service
        .rehearse(&operator(), guest(), entrance(), now)
        .await
        .unwrap();
    service
}

fn planned(now: Timestamp) -> (Vec<Person>, Vec<(Timestamp, Deed)>) {
    let people = people::everybody().unwrap();
    let plan = plan::plan(&people, &Calendar::before(now));
    (people, plan)
}

async fn records(service: &Service, now: Timestamp) -> Vec<Record> {
    let found = Arc::new(Mutex::new(Vec::new()));
    let into = found.clone();
    let keep = move |record| into.lock().unwrap().push(record);
    let all = Filter::default();
    service.audit(&operator(), all, keep, now).await.unwrap();
    std::mem::take(&mut *found.lock().unwrap())
}

fn field<'a>(record: &'a Record, name: &str) -> &'a str {
    let index = FIELDS.iter().position(|field| *field == name).unwrap();
    record.fields[index].as_deref().unwrap_or("")
}

type Tally = BTreeMap<(String, String), i64>;

fn tally(rows: &[Counted]) -> Tally {
    let mut all = Tally::new();
    for row in rows {
        let (method, reason) = (row.method.clone(), row.reason.clone());
        let key = (method.unwrap_or_default(), reason.unwrap_or_default());
        *all.entry(key).or_default() += row.counts[0];
    }
    all
}

/// What `report resets` must say of a plan.
fn expected(plan: &[(Timestamp, Deed)]) -> Tally {
    let mut all = Tally::new();
    let mut add = |method: String, reason: &str, count| {
        *all.entry((method, reason.to_owned())).or_default() += count;
    };
    for (_, deed) in plan {
        match deed {
            Deed::Visit(visit) => match visit.end {
                End::Reset => {
                    let gates: Vec<&str> = visit.gates.iter().map(|gate| gate.key()).collect();
                    add(gates.join("+"), "", 1);
                }
                End::GivenUp(why) => add(String::new(), why, 1),
                End::Refused(reason) => add(String::new(), reason.code(), 1),
                End::Blocked => add(String::new(), "SSPR_0042", 1),
                End::Unlock => {}
            },
            Deed::Raid => {
                add(String::new(), "SSPR_0040", 20);
                add(
                    String::new(),
                    "terminal_names",
                    i64::try_from(RAID).unwrap() - 20,
                );
            }
            _ => {}
        }
    }
    all
}

/// On every day of the week, at any hour: what is reported is what was planned.
#[tokio::test]
async fn the_reports_say_what_was_planned() {
    for now in [
        "2026-11-16T03:10:00Z",
        "2026-11-20T10:00:00Z",
        "2027-01-03T23:55:00Z",
        "2028-03-01T14:30:00Z",
    ] {
        let now: Timestamp = now.parse().unwrap();
        let service = rehearsed(now).await;
        let (_, plan) = planned(now);
        let periods: Periods = [YEAR; 3];
        let resets = service.resets(&operator(), periods, now).await.unwrap();
        assert_eq!(tally(&resets), expected(&plan), "{now}");
        let registered = |method| {
            let of =
                |deed: &&(Timestamp, Deed)| matches!(deed.1, Deed::Register(_, m) if m == method);
            i64::try_from(plan.iter().filter(of).count()).unwrap()
        };
        let operator = operator();
        let counted = service.registrations(&operator, periods, now);
        let counted = tally(&counted.await.unwrap());
        let of = |method: Method| counted[&(method.key().to_owned(), String::new())];
        // Mia's and the first administrator's, too.
        assert_eq!(of(Method::AppCode), registered(Method::AppCode) + 2);
        let questions = registered(Method::SecurityQuestions);
        assert_eq!(of(Method::SecurityQuestions), questions);
        let verdict = service.verify_audit(&operator, None, now).await.unwrap();
        assert!(matches!(verdict, Verdict::Whole(count) if count > 2_000));
    }
}

#[tokio::test]
async fn nothing_is_open_afterwards_and_nobody_is_blocked_but_one() {
    let now: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
    let service = rehearsed(now).await;
    let (people, plan) = planned(now);
    let letters = service.outbox(&operator(), now).await.unwrap();
    assert!(letters.len() > 20);
    assert!(
        letters
            .iter()
            .all(|letter| letter.state == "delivered" || letter.state == "cancelled")
    );
    let before = records(&service, now).await;
    assert!(before.iter().all(|record| record.time <= now));
    assert!(before.is_sorted_by_key(|record| record.time));
    // An open journey would be ended here, which is recorded.
    service.purge(now.plus(MINUTE * 60)).await.unwrap();
    assert_eq!(records(&service, now).await.len(), before.len());
    let all = AccountFilter::default();
    let views = service
        .find_accounts(&operator(), all, After::Nothing, 1_000, now)
        .await
        .unwrap()
        .views;
    assert_eq!(views.len(), people.len() + 2);
    let blocked: Vec<&str> = views
        .iter()
        .filter(|view| view.account.blocked_until.is_some_and(|until| until > now))
        .map(|view| view.account.upn.as_str())
        .collect();
    let held = |(at, deed): &(Timestamp, Deed)| match deed {
        Deed::Visit(Visit {
            who: Who::Person(who),
            end: End::Blocked,
            ..
        }) => (at.plus(MINUTE * 24 * 60) > now).then(|| people[*who].upn.as_str()),
        _ => None,
    };
    assert_eq!(blocked, plan.iter().filter_map(held).collect::<Vec<_>>());
    assert_eq!(blocked.len(), 1);
    assert!(
        views
            .iter()
            .all(|view| view.account.locked_until.is_none_or(|until| until < now))
    );
    let mia = views.iter().find(|view| view.account.upn == MIA).unwrap();
    assert!(mia.capable && mia.account.last_reset.is_none());
    let about_mia = before
        .iter()
        .filter(|record| field(record, "account") == MIA);
    assert!(
        about_mia.clone().count() > 0
            && about_mia
                .clone()
                .all(|record| record.time < before[0].time.plus(MINUTE * 60))
    );
}

/// Everything an administrator looks for in a log is there.
#[tokio::test]
async fn there_is_something_of_everything() {
    let now: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
    let service = rehearsed(now).await;
    let all = records(&service, now).await;
    let count = |activity: &str| {
        all.iter()
            .filter(|record| field(record, "activity") == activity)
            .count()
    };
    for (activity, least) in [
        ("store_created", 1),
        ("accounts_imported", 1),
        ("group_added", 10),
        ("policy_changed", 7),
        ("method_added", 100),
        ("password_reset", 150),
        ("reset_abandoned", 15),
        ("account_blocked", 3),
        ("block_released", 1),
        ("account_unlocked", 2),
        ("account_disabled", 5),
        ("alert_raised", 1),
        ("sign_in", 28),
    ] {
        assert!(count(activity) >= least, "{activity}: {}", count(activity));
    }
    let day = MINUTE * 24 * 60;
    let periods: Periods = [day, day * 7, day * 30];
    let usage = service.usage(&operator(), periods, now).await.unwrap();
    let [today, week, month] = usage.calls_avoided;
    // A Sunday; yet somebody came.
    assert!(today >= 2 && week > today && month > 2 * week, "{usage:?}");
    let Usage {
        accounts,
        enabled,
        registered,
        capable,
        ..
    } = usage;
    assert!(accounts > 310 && capable <= registered && registered < enabled && enabled < accounts);
    assert!(capable * 3 > accounts, "{capable} of {accounts}");
}

/// At the end policy is its defaults, with one group.
#[tokio::test]
async fn the_policy_at_the_end() {
    let now: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
    let service = rehearsed(now).await;
    let values = service.policy_values(&operator(), now).await.unwrap();
    let changed: Vec<(String, String)> = values
        .into_iter()
        .filter(|(_, setting, value)| value.shown() != setting.default)
        .map(|(key, _, value)| (key, value.shown()))
        .collect();
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let expected = [
        pair("organisation.name", "Contoso"),
        pair("organisation.domains", "contoso.example"),
        pair("sspr.enabled", "selected"),
        pair("sspr.groups", TESTERS),
        pair("branding.helpdesk_phone", "+1 425 555 0100"),
    ];
    assert_eq!(changed, expected);
    let testers = service.group(&operator(), TESTERS, now).await.unwrap();
    assert_eq!(testers.accounts, [MIA]);
    assert_eq!(testers.groups.len(), plan::ROLL_OUT.len());
    let everybody = service.group(&operator(), EVERYBODY, now).await.unwrap();
    assert_eq!(everybody.groups, DEPARTMENTS);
}

#[tokio::test]
async fn history_is_made_up_in_memory_alone_and_once() {
    let now: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = Place::Sqlite(folder.path().join("keyhatch.db"));
    let keys = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
    let service = Service::new(Store::create(&place, keys).unwrap());
    let refused = service
        .rehearse(&operator(), guest(), entrance(), now)
        .await;
    assert!(refused.unwrap_err().to_string().contains("in memory only"));
    let service = rehearsed(now).await;
    let refused = service
        .rehearse(&operator(), guest(), entrance(), now)
        .await;
    assert!(refused.unwrap_err().to_string().contains("already has"));
}

#[tokio::test]
async fn the_administrator_gets_in() {
    let now: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
    let service = empty();
    let seed = Seed::generate().unwrap();
    let own = Entrance {
        key: SecretText::new(BASE32_NOPAD.encode(seed.bytes())),
        ..entrance()
    };
    service
        .rehearse(&operator(), guest(), own, now)
        .await
        .unwrap();
    let origin = Origin {
        terminal: "demo".to_owned(),
        lifetime: 15 * MINUTE,
        remote: false,
    };
    let (password, language) = (entrance().password, "en".to_owned());
    let signed = service.sign_in_here(&origin, ADMIN, password, language, now);
    let SignedIn::On(journey, Due::SecondFactor(_)) = signed.await.unwrap() else {
        panic!("not asked for a second factor");
    };
    let code = SecretText::copied(seed.code(step_at(now)).expose());
    let proved = service.prove(&origin, &journey, Method::AppCode, code, now);
    let Step::Go((Proof::Passed, Some(Next::Signed(_)))) = proved.await.unwrap() else {
        panic!("not signed in");
    };
}

#[tokio::test]
async fn before_the_exercise_nobody_may_reset() {
    let now: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
    let service = rehearsed(now).await;
    service.wind_up(&operator(), now).await.unwrap();
    assert!(service.group(&operator(), TESTERS, now).await.is_err());
    let checks = service.eligibility(&operator(), MIA, now).await.unwrap();
    let failed: Vec<Reason> = checks
        .iter()
        .filter(|check| !check.ok)
        .map(|check| check.reason)
        .collect();
    assert_eq!(failed, [Reason::Off]);
}

#[test]
fn the_people_are_believable() {
    let people = people::everybody().unwrap();
    assert!((300..340).contains(&people.len()));
    for of in [
        |person: &Person| Some(person.upn.clone()),
        |person: &Person| person.alternate_email.clone(),
        |person: &Person| person.mobile.clone(),
    ] {
        let mut values: Vec<String> = people.iter().filter_map(of).collect();
        let count = values.len();
        values.sort();
        values.dedup();
        assert_eq!(values.len(), count, "somebody shares one");
    }
    for person in &people {
        assert!(
            DEPARTMENTS.contains(&person.department.as_str()),
            "{person:?}"
        );
        assert!(person.upn.ends_with("@contoso.example"));
        let fictional = [
            "+1 206 555 01",
            "+1 253 555 01",
            "+44 7700 900",
            "+49 171 39200",
            "+33 6 39 98 ",
        ];
        let mobile = person.mobile.as_deref();
        assert!(mobile.is_none_or(|number| fictional.iter().any(|of| number.starts_with(of))));
        let alternate = person.alternate_email.as_deref();
        assert!(alternate.is_none_or(|address| address.ends_with(".example")));
    }
}
