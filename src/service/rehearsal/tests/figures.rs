//! Every figure of usage, computed from the export of the log again.

use super::*;
use crate::service::accounts::View;
use crate::service::written::{self, Insights};

/// Counts in the three periods, by what is counted.
fn recount<K: Ord>(
    records: &[Record],
    now: Timestamp,
    what: impl Fn(&Record) -> Option<K>,
) -> BTreeMap<K, [i64; 3]> {
    let mut counts: BTreeMap<K, [i64; 3]> = BTreeMap::new();
    for record in records {
        let Some(key) = what(record) else { continue };
        let periods = CHARTS.map(|period| i64::from(record.time > now.minus(period)));
        if periods == [0; 3] {
            continue;
        }
        let sums = counts.entry(key).or_default();
        for (sum, one) in sums.iter_mut().zip(periods) {
            *sum += one;
        }
    }
    counts
}

const DAY: Duration = Duration::from_secs(24 * 3600);
/// The last of them reaches back to the roll-out, when methods were registered.
const CHARTS: Periods = [DAY, Duration::from_secs(30 * 24 * 3600), YEAR];

#[tokio::test]
async fn every_figure_of_usage_is_computed_from_the_export_again() {
    let now = Timestamp::from_seconds(1_777_777_777);
    let (service, operator) = (rehearsed(now).await, operator());
    let mut records: Vec<Record> = Vec::new();
    let keep = |record| records.push(record);
    let all = Filter::default();
    service
        .export_audit(&operator, all, keep, now)
        .await
        .unwrap();
    let kind = |record: &Record| field(record, "activity").to_owned();
    let row = |record: &Record| {
        let some = |name| Some(field(record, name).to_owned()).filter(|text| !text.is_empty());
        (
            some("method"),
            field(record, "outcome").to_owned(),
            some("reason"),
        )
    };
    let rows = |counted: Vec<Counted>| -> BTreeMap<_, _> {
        let keyed = |row: Counted| ((row.method, row.outcome, row.reason), row.counts);
        let count = counted.len();
        let keyed: BTreeMap<_, _> = counted.into_iter().map(keyed).collect();
        assert_eq!(keyed.len(), count, "no row twice");
        keyed
    };

    let resets = service.resets(&operator, CHARTS, now).await.unwrap();
    let counted = recount(&records, now, |record| {
        let failed = field(record, "outcome") == "failure";
        let counts = match kind(record).as_str() {
            "password_reset" | "reset_abandoned" => true,
            "reset_started" => failed,
            _ => false,
        };
        counts.then(|| row(record))
    });
    assert!(counted.len() > 5);
    assert_eq!(rows(resets), counted);

    let registrations = service.registrations(&operator, CHARTS, now).await.unwrap();
    let counted = recount(&records, now, |record| {
        (kind(record) == "method_added").then(|| row(record))
    });
    assert!(!counted.is_empty());
    assert_eq!(rows(registrations), counted);

    let usage = service.usage(&operator, CHARTS, now).await.unwrap();
    let avoided = recount(&records, now, |record| {
        let done = kind(record) == "password_reset" && field(record, "outcome") == "success";
        done.then_some(())
    });
    assert_eq!(usage.calls_avoided, avoided[&()]);
    let passed = |of: &Record| {
        let gate = |record: &&Record| {
            kind(record) == "gate_tried"
                && field(record, "outcome") == "success"
                && field(record, "journey") == field(of, "journey")
        };
        records.iter().filter(gate).count()
    };
    let abandoned = recount(&records, now, |record| {
        let step = || match passed(record) {
            0 => "verification_step_1",
            1 => "verification_step_2",
            _ => "new_password",
        };
        let reason = Some(field(record, "reason").to_owned()).filter(|text| !text.is_empty());
        (kind(record) == "reset_abandoned").then(|| (step(), reason))
    });
    assert!(abandoned.len() > 2);
    let told = usage.abandoned.iter();
    let told: BTreeMap<_, _> = told
        .map(|row| ((row.step, row.reason.clone()), row.counts))
        .collect();
    assert_eq!(told, abandoned);

    let people = Arc::new(Mutex::new(Vec::new()));
    let into = people.clone();
    let everybody = AccountFilter::default();
    let keep = move |view| into.lock().unwrap().push(view);
    service
        .export_accounts(&operator, everybody, keep, now)
        .await
        .unwrap();
    let people = std::mem::take(&mut *people.lock().unwrap());
    let count = |is: &dyn Fn(&View) -> bool| people.iter().filter(|view| is(view)).count() as u64;
    let enabled = |view: &View| view.account.enabled && view.enabled_for_sspr;
    assert_eq!(usage.accounts, people.len() as u64);
    assert_eq!(usage.enabled, count(&enabled));
    assert_eq!(
        usage.registered,
        count(&|view| enabled(view) && view.registered)
    );
    assert_eq!(usage.capable, count(&|view| view.capable));

    // The file says the same.
    let insights = Insights {
        usage: usage.clone(),
        registrations: service.registrations(&operator, CHARTS, now).await.unwrap(),
        resets: service.resets(&operator, CHARTS, now).await.unwrap(),
    };
    let csv = written::insights(&insights);
    let [day, week, month] = usage.calls_avoided;
    let line = format!("\"calls_avoided\",\"\",\"\",\"\",,{day},{week},{month}\r\n");
    assert!(csv.contains(&line), "{csv}");
    let lines = 1 + 4 + 1 + usage.abandoned.len();
    let lines = lines + insights.registrations.len() + insights.resets.len();
    assert_eq!(csv.matches("\r\n").count(), lines);
}
