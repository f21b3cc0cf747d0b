//! The tab of usage in numbers: bars with their figures, and the same as CSV. May use the reports'
//! services and the console's widgets; every figure can be computed from the audit log again.

mod csv;

use std::cell::Cell;
use std::time::Duration;

use ratatui::layout::{Position, Rect};

use crate::domain::audit::Outcome;
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::service::ServiceError;
use crate::service::reports::{Counted, Counts, Periods};
use crate::service::written::Insights;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn, Work};
use crate::tui::admin::widgets::chart::{Bar, bars};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};
use csv::CsvPage;

const DAY: Duration = Duration::from_secs(24 * 3600);
/// The last 24 hours, 7 and 30 days.
const PERIODS: Periods = [
    DAY,
    Duration::from_secs(7 * 24 * 3600),
    Duration::from_secs(30 * 24 * 3600),
];
/// What the periods are called.
const NAMES: [&str; 3] = ["usage-day", "usage-week", "usage-month"];
/// The fewest columns in which all periods have room beside their bars.
const ROOMY: u16 = 50;
/// How many seconds the figures stand before they are asked for again.
const STALE: u32 = 30;

/// The tab.
#[derive(Default)]
pub struct UsageTab {
    all: Option<Insights>,
    /// Why there are none.
    refused: Option<Msg>,
    /// Which period the bars show.
    period: usize,
    /// How far it is scrolled; no further than there are rows.
    scroll: Cell<isize>,
    age: u32,
}

async fn asked(desk: Desk) -> Result<Insights, ServiceError> {
    let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
    Ok(Insights {
        usage: service.usage(&actor, PERIODS, now).await?,
        registrations: service.registrations(&actor, PERIODS, now).await?,
        resets: service.resets(&actor, PERIODS, now).await?,
    })
}

impl UsageTab {
    fn ask(&mut self) -> Turn {
        self.age = 0;
        let work = Work::new(asked, |tab: &mut Self, all, _| {
            tab.all = Some(all);
            tab.refused = None;
            Turn::Stay
        });
        let work = work.or(|tab: &mut Self, error| {
            tab.refused = match error {
                ServiceError::Refused(refusal) => Some(refusal.msg()),
                _ => None,
            };
            tab.refused.is_some().then_some(Turn::Stay)
        });
        Turn::Work(work.quiet())
    }

    /// A heading with the names of the periods, the one that the bars show in brackets.
    fn heads(&self, with: Drawing<'_>, room: u16) -> Vec<String> {
        let name = |(nth, id): (usize, &'static &'static str)| {
            let name = with.say(&Msg::new(*id));
            match nth == self.period {
                true => format!("[{name}]"),
                false => format!(" {name} "),
            }
        };
        let names = NAMES.iter().enumerate().map(name);
        self.in_sight(names.collect(), room)
    }

    /// The columns that have room: of a narrow window only that of the bars.
    fn in_sight(&self, mut columns: Vec<String>, room: u16) -> Vec<String> {
        match room < ROOMY && self.period < columns.len() {
            true => vec![columns.swap_remove(self.period)],
            false => columns,
        }
    }

    fn bar(&self, label: String, counts: &Counts, room: u16) -> Bar {
        // Below the brackets of the heading.
        let figures = counts.iter().map(|count| format!("{count} ")).collect();
        Bar {
            label,
            length: counts.get(self.period).copied().unwrap_or_default(),
            figures: self.in_sight(figures, room),
        }
    }

    fn chart(&self, heading: &'static str, all: &[Bar], with: Drawing<'_>, room: u16) -> Rows {
        let mut rows = Rows::prose("", " ", room, with.look.theme.base);
        let heading = with.say(&Msg::new(heading));
        rows.append(bars(&heading, &self.heads(with, room), all, with, room));
        if all.is_empty() {
            let none = with.say(&Msg::new("usage-nothing"));
            rows.append(Rows::prose("", &none, room, with.look.theme.quiet));
        }
        rows
    }

    fn rows(&self, insights: &Insights, with: Drawing<'_>, room: u16) -> Rows {
        let say = |id: &'static str| with.say(&Msg::new(id));
        let usage = &insights.usage;
        let accounts = [
            ("usage-all", usage.accounts),
            ("usage-enabled", usage.enabled),
            ("usage-registered", usage.registered),
            ("usage-capable", usage.capable),
        ];
        let accounts = accounts.map(|(id, count)| Bar {
            label: say(id),
            length: i64::try_from(count).unwrap_or(i64::MAX),
            figures: vec![count.to_string()],
        });
        let heads = [say("usage-now")];
        let mut rows = bars(&say("usage-accounts"), &heads, &accounts, with, room);
        let counted = |all: &[&Counted]| -> Vec<Bar> {
            let mut all = all.to_vec();
            // Most often first, by the longest period.
            all.sort_by_key(|row| std::cmp::Reverse(row.counts.last().copied()));
            let bar = |row: &&Counted| self.bar(label(row, with), &row.counts, room);
            all.iter().map(bar).collect()
        };
        let avoided = [self.bar(say("usage-calls-avoided"), &usage.calls_avoided, room)];
        rows.append(self.chart("usage-help-desk", &avoided, with, room));
        let done = |row: &&Counted| row.outcome == Outcome::Success.key();
        let (succeeded, failed): (Vec<_>, Vec<_>) = insights.resets.iter().partition(done);
        rows.append(self.chart("usage-resets", &counted(&succeeded), with, room));
        rows.append(self.chart("usage-not-reset", &counted(&failed), with, room));
        let registered: Vec<_> = insights.registrations.iter().collect();
        let abandoned: Vec<Bar> = usage
            .abandoned
            .iter()
            .map(|row| {
                let step = with.say(&Msg::new(format!("usage-{}", row.step.replace('_', "-"))));
                let label = match &row.reason {
                    Some(reason) => format!("{step}: {}", why(reason, with)),
                    None => step,
                };
                self.bar(label, &row.counts, room)
            })
            .collect();
        rows.append(self.chart("usage-abandoned", &abandoned, with, room));
        rows.append(self.chart("usage-registrations", &counted(&registered), with, room));
        rows
    }
}

/// What a row is of: by which methods, or why not.
fn label(row: &Counted, with: Drawing<'_>) -> String {
    let words = row.method.as_deref().unwrap_or_default();
    let method = |word: &str| match Method::from_key(word) {
        Some(method) => with.say(&Msg::new(method.message())),
        None => word.to_owned(),
    };
    let methods = words.split('+').filter(|word| !word.is_empty());
    let methods: Vec<String> = methods.map(method).collect();
    let failed = (row.outcome == Outcome::Failure.key()).then(|| match &row.reason {
        Some(reason) => why(reason, with),
        None => with.say(&Msg::new("outcome-failure")),
    });
    let methods = Some(methods.join(" + ")).filter(|methods| !methods.is_empty());
    let parts: Vec<String> = [methods, failed].into_iter().flatten().collect();
    match parts.is_empty() {
        true => with.say(&Msg::new(format!("outcome-{}", row.outcome))),
        false => parts.join(": "),
    }
}

/// The words of a reason; a code stands as it is.
fn why(reason: &str, with: Drawing<'_>) -> String {
    let id = format!("usage-why-{}", reason.replace('_', "-"));
    match with.say(&Msg::new(id.clone())) {
        said if said == id => reason.to_owned(),
        said => said,
    }
}

impl Place for UsageTab {
    fn title(&self) -> Msg {
        crate::tui::admin::Tab::Usage.title()
    }

    fn help(&self) -> &'static str {
        "help-usage"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["usage-keys-period", "usage-keys-csv"]
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        self.ask()
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        self.age += 1;
        match self.age >= STALE * 2 {
            true => self.ask(),
            false => Turn::Stay,
        }
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => return Turn::Close(None),
            Command::Left => self.period = self.period.saturating_sub(1),
            Command::Right => self.period = (self.period + 1).min(NAMES.len() - 1),
            Command::Next => self.scroll.set(self.scroll.get() + 1),
            Command::Previous => self.scroll.set((self.scroll.get() - 1).max(0)),
            Command::PageDown => self.scroll.set(self.scroll.get() + 10),
            Command::PageUp => self.scroll.set((self.scroll.get() - 10).max(0)),
            Command::Home => self.scroll.set(0),
            Command::Type('c') => {
                if let Some(all) = &self.all {
                    return Turn::Open(Box::new(CsvPage::new(all.clone())));
                }
            }
            _ => {}
        }
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let rows = match (&self.all, &self.refused) {
            (_, Some(why)) => Rows::prose("", &with.say(why), area.width, with.look.theme.base),
            (Some(all), None) => self.rows(all, with, area.width),
            (None, None) => {
                let wait = with.say(&Msg::new("console-working"));
                Rows::prose("", &wait, area.width, with.look.theme.quiet)
            }
        };
        let shown = window(rows, area, self.scroll.get(), with.look, sheet);
        self.scroll.set(shown.scroll);
        shown.cursor.or(Some(area.as_position()))
    }
}
