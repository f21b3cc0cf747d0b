//! What the console costs over a million accounts: an answer to each key while somebody types a
//! name, pages of filters, and the console's own start and memory. Beside them stands what reading
//! the same number of accounts by their names costs in the same run.
//!
//! `cargo bench --bench console`; with `-- --strict` it fails when a limit is broken.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs
)]

#[path = "console/crowd.rs"]
mod crowd;
// What the kiosk's bench measures besides is not asked here.
#[allow(dead_code)]
#[path = "kiosk/process.rs"]
mod process;
#[path = "console/program.rs"]
mod program;
#[path = "kiosk/table.rs"]
mod table;
#[allow(dead_code)]
#[path = "kiosk/terminal.rs"]
mod terminal;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crowd::{ACCOUNTS, Crowd, name};
use keyhatch::clock;
use keyhatch::domain::licence::Licence;
use keyhatch::domain::people::{AccountFilter, RoleFilter};
use keyhatch::service::people::After;
use table::Row;

/// How many accounts a page has.
const PAGE: usize = 50;

/// How many names are typed.
const NAMES: usize = 60;

/// The limit of the acceptance line.
const ANSWER_MS: f64 = 50.0;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    // Cargo says so when it measures, and not when it only tries whether benches run.
    if !args.iter().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let crowd = runtime.block_on(Crowd::make());
    println!("store in {}", crowd.path("").display());
    let size = crowd.path("keyhatch.db").metadata().unwrap().len() / 1024;
    let mut rows = vec![
        Row::number("accounts", ACCOUNTS as f64, ""),
        Row::time("  adding them", crowd.filled_in),
        Row::memory("  the store", size),
    ];
    rows.extend(runtime.block_on(typing(&crowd)));
    rows.extend(runtime.block_on(filters(&crowd)));
    rows.push(runtime.block_on(by_name(&crowd)));
    rows.extend(program::measure(&crowd));
    println!("{}", table::text(&rows));
    let broken = rows.iter().any(Row::broken);
    match broken && args.iter().any(|arg| arg == "--strict") {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}

fn percentile(all: &mut [Duration], percent: usize) -> Duration {
    all.sort();
    all[(all.len() * percent / 100).min(all.len() - 1)]
}

/// How long the first page takes, and how many accounts are on it.
async fn page(crowd: &Crowd, filter: AccountFilter) -> (Duration, usize) {
    let began = Instant::now();
    let found =
        crowd
            .service
            .find_accounts(&crowd.operator, filter, After::Nothing, PAGE, clock::now());
    let found = found.await.unwrap().views.len();
    (began.elapsed(), found)
}

/// Every key of names that are typed, given name and surname, and each first key.
async fn typing(crowd: &Crowd) -> Vec<Row> {
    let mut all = Vec::new();
    let mut slowest = (Duration::ZERO, String::new());
    let mut typed: Vec<String> = (b'a'..=b'z')
        .map(|key| char::from(key).to_string())
        .collect();
    for nth in 0..NAMES {
        let (given, surname) = name(nth * (ACCOUNTS / NAMES));
        let whole = format!("{given} {surname}");
        typed.extend((1..=whole.len()).map(|length| whole[..length].to_owned()));
    }
    for broad in [
        "c",
        "contoso",
        "example",
        "a a",
        "an al",
        "a contoso",
        "e c",
    ] {
        typed.push(broad.to_owned());
    }
    for search in typed {
        let (took, _) = page(crowd, AccountFilter::typed(&search)).await;
        if took > slowest.0 {
            slowest = (took, search);
        }
        all.push(took);
    }
    println!("slowest: `{}`", slowest.1);
    let mut first = Vec::new();
    for _ in 0..100 {
        first.push(page(crowd, AccountFilter::typed("a")).await.0);
    }
    vec![
        Row::time("an answer to a key, median", percentile(&mut all, 50)),
        Row::time("an answer to a key, p99", percentile(&mut all, 99)).under(ANSWER_MS),
        Row::time("  the slowest of all", slowest.0),
        Row::time("the first key `a`, p99", percentile(&mut first, 99)).under(ANSWER_MS),
    ]
}

/// The first page of what a form of filters asks for.
async fn filters(crowd: &Crowd) -> Vec<Row> {
    let all = AccountFilter::default;
    let filters = [
        ("everybody", all()),
        (
            "disabled",
            AccountFilter {
                enabled: Some(false),
                ..all()
            },
        ),
        (
            "a licence of its own",
            AccountFilter {
                licence: Some(Some(Licence::Basic)),
                ..all()
            },
        ),
        (
            "blocked",
            AccountFilter {
                blocked: true,
                ..all()
            },
        ),
        (
            "administrators",
            AccountFilter {
                role: Some(RoleFilter::Any),
                ..all()
            },
        ),
        (
            "registered",
            AccountFilter {
                registered: Some(true),
                ..all()
            },
        ),
        (
            "not registered",
            AccountFilter {
                registered: Some(false),
                ..all()
            },
        ),
        (
            "disabled, found by `a`",
            AccountFilter {
                enabled: Some(false),
                ..AccountFilter::typed("a")
            },
        ),
    ];
    let mut rows = Vec::new();
    for (what, filter) in filters {
        let mut times = Vec::new();
        let mut found = 0;
        for _ in 0..20 {
            let (took, this) = page(crowd, filter.clone()).await;
            times.push(took);
            found = this;
        }
        let what = format!("first page: {what} ({found})");
        rows.push(Row::time(&what, percentile(&mut times, 95)));
    }
    let began = Instant::now();
    let disabled = AccountFilter {
        enabled: Some(true),
        ..all()
    };
    let counted = crowd
        .service
        .count_accounts(&crowd.operator, disabled, clock::now());
    counted.await.unwrap();
    rows.push(Row::time("counting all that are enabled", began.elapsed()));
    rows
}

/// As many accounts as a page has, one by one by their names.
async fn by_name(crowd: &Crowd) -> Row {
    let mut times = Vec::new();
    for round in 0..20 {
        let began = Instant::now();
        for nth in 0..PAGE {
            let nth = (round * PAGE + nth) * 977 % ACCOUNTS;
            let (given, surname) = name(nth);
            let upn = format!("{given}.{surname}{nth}@contoso.example");
            let found = crowd.service.account(&crowd.operator, &upn, clock::now());
            found.await.unwrap();
        }
        times.push(began.elapsed());
    }
    let what = format!("beside: {PAGE} accounts one by one");
    Row::time(&what, percentile(&mut times, 50))
}
