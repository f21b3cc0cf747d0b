//! The sections of one account's page, as rows.

use ratatui::text::Line;

use crate::domain::audit::{FIELDS, Record};
use crate::domain::msg::Msg;
use crate::domain::time::Timestamp;
use crate::service::account_page::AccountPage;
use crate::tui::admin::audit::{activity, outcome};
use crate::tui::admin::place::Drawing;
use crate::tui::admin::widgets::facts;
use crate::tui::widgets::{Rows, text};

/// A section of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What can be done.
    Actions,
    /// Names, contact data, licence, roles.
    Profile,
    /// Every check of eligibility.
    Eligibility,
    /// What it proves itself by.
    Methods,
    /// What blocks it, and how much of each limit is left.
    Blocks,
    /// What happened at kiosks.
    Journeys,
    /// What is recorded of it.
    Records,
}

impl Section {
    /// Every section, in order.
    pub const ALL: [Self; 7] = [
        Self::Actions,
        Self::Profile,
        Self::Eligibility,
        Self::Methods,
        Self::Blocks,
        Self::Journeys,
        Self::Records,
    ];

    /// Its name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Actions => "account-actions",
            Self::Profile => "account-profile",
            Self::Eligibility => "account-eligibility",
            Self::Methods => "account-methods",
            Self::Blocks => "account-blocks",
            Self::Journeys => "account-journeys",
            Self::Records => "account-records",
        }
    }

    /// Its rows; the actions are drawn by the page.
    pub fn rows(self, page: &AccountPage, now: Timestamp, with: Drawing<'_>, room: u16) -> Rows {
        let write = Write {
            page,
            now,
            with,
            room,
        };
        match self {
            Self::Actions => Rows::default(),
            Self::Profile => write.profile(),
            Self::Eligibility => write.eligibility(),
            Self::Methods => write.methods(),
            Self::Blocks => write.blocks(),
            Self::Journeys => write.journeys(),
            Self::Records => write.records(),
        }
    }
}

struct Write<'a> {
    page: &'a AccountPage,
    now: Timestamp,
    with: Drawing<'a>,
    room: u16,
}

impl Write<'_> {
    fn say(&self, id: &str) -> String {
        self.with.say(&Msg::new(id.to_owned()))
    }

    fn moment(&self, at: Timestamp) -> String {
        self.with.say(&Msg::new("people-at").time("at", at))
    }

    fn yes(&self, flag: bool) -> String {
        self.say(if flag { "people-yes" } else { "people-no" })
    }

    fn until(&self, until: Option<Timestamp>) -> String {
        match until.filter(|until| *until > self.now) {
            Some(until) => self.moment(until),
            None => self.say("people-no"),
        }
    }

    fn note(&self, words: &str) -> Rows {
        Rows::prose("", words, self.room, self.with.look.theme.note)
    }

    fn profile(&self) -> Rows {
        let account = &self.page.view.account;
        let profile = &account.profile;
        let or = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
        let licence = match account.licence {
            Some(licence) => self.say(&format!("licence-{}", licence.key())),
            None => self.say("licence-default"),
        };
        let roles: Vec<String> = account
            .roles
            .iter()
            .map(|role| self.say(&format!("people-role-{}", role.key())))
            .collect();
        let facts = [
            ("person-upn", account.upn.clone()),
            ("person-name", or(&profile.name)),
            ("person-given", or(&profile.given)),
            ("person-surname", or(&profile.surname)),
            ("person-email", or(&profile.email)),
            ("person-alternate", or(&profile.alternate_email)),
            ("person-mobile", or(&profile.mobile)),
            ("person-office", or(&profile.office)),
            ("person-language", or(&profile.language)),
            ("person-licence", licence),
            (
                "person-roles",
                match roles.is_empty() {
                    true => "–".to_owned(),
                    false => roles.join(", "),
                },
            ),
            (
                "person-groups",
                or(&Some(self.page.groups.join(", ")).filter(|g| !g.is_empty())),
            ),
            ("person-source", account.source.clone()),
            ("person-enabled", self.yes(account.enabled)),
            ("person-must-change", self.yes(account.must_change)),
            ("person-registered", self.yes(self.page.view.registered)),
            (
                "person-last-reset",
                account
                    .last_reset
                    .map_or("–".to_owned(), |at| self.moment(at)),
            ),
        ];
        let facts = facts.map(|(name, value)| (Msg::new(name), value));
        facts::rows(&facts, self.with, self.room)
    }

    fn eligibility(&self) -> Rows {
        let look = self.with.look;
        let first = self.page.checks.iter().find(|check| !check.ok);
        let verdict = match first {
            None => Msg::new("account-can-reset"),
            Some(check) => Msg::new("account-cannot-reset").text("code", check.reason.code()),
        };
        let mut rows = self.note(&self.with.say(&verdict));
        for check in &self.page.checks {
            let (sign, style) = match check.ok {
                true => (look.glyphs.met, look.theme.met),
                false => (look.glyphs.unmet, look.theme.unmet),
            };
            let id = format!("account-check-{}", check.reason.message());
            let words = format!("{} {}", check.reason.code(), self.say(&id));
            rows.append(Rows::prose(&format!("  {sign}"), &words, self.room, style));
            if !check.ok {
                let why = Msg::new(check.reason.message()).text("code", check.reason.code());
                let why = self.with.say(&why);
                rows.append(Rows::prose("      ", &why, self.room, look.theme.error));
            }
        }
        rows
    }

    fn methods(&self) -> Rows {
        let gates = Msg::new("account-gates").number("count", self.page.gates as u64);
        let mut rows = self.note(&self.with.say(&gates));
        for held in &self.page.methods {
            let name = self.say(held.method.message());
            let value = held.whole.as_ref().or(held.masked.as_ref());
            let value = value.map(|value| text::line(value)).unwrap_or_default();
            let since = match (held.created, held.answers) {
                (Some(at), Some(count)) => self.with.say(
                    &Msg::new("account-answers-since")
                        .number("count", count)
                        .time("at", at),
                ),
                (Some(at), None) => self.with.say(&Msg::new("account-since").time("at", at)),
                (None, _) => self.say("account-provided"),
            };
            let usable = match self.page.usable.contains(&held.method) {
                true => self.with.look.glyphs.met,
                false => self.with.look.glyphs.unmet,
            };
            let words = match value.is_empty() {
                true => format!("{name}, {since}"),
                false => format!("{name}: {value}, {since}"),
            };
            let lead = format!("  {usable}");
            rows.append(Rows::prose(
                &lead,
                &words,
                self.room,
                self.with.look.theme.base,
            ));
        }
        if self.page.methods.is_empty() {
            rows.append(Rows::prose(
                "  ",
                &self.say("account-no-methods"),
                self.room,
                self.with.look.theme.base,
            ));
        }
        rows
    }

    fn blocks(&self) -> Rows {
        let account = &self.page.view.account;
        let facts = [
            (
                Msg::new("account-reset-blocked"),
                self.until(account.blocked_until),
            ),
            (
                Msg::new("account-sign-in-locked"),
                self.until(account.locked_until),
            ),
        ];
        let mut rows = facts::rows(&facts, self.with, self.room);
        rows.push(Line::from(""));
        rows.append(self.note(&self.say("account-limits")));
        let limits: Vec<(Msg, String)> = self
            .page
            .counters
            .iter()
            .map(|counter| {
                let used = Msg::new("account-used")
                    .number("used", counter.used)
                    .number("limit", counter.limit);
                let used = self.with.say(&used);
                let words = match counter.until {
                    Some(until) => {
                        let frees = Msg::new("account-frees").time("at", until);
                        format!("{used}, {}", self.with.say(&frees))
                    }
                    None => used,
                };
                let name = Msg::new(format!("account-counted-{}", counter.counted.key()));
                (name, words)
            })
            .collect();
        rows.append(facts::rows(&limits, self.with, self.room));
        rows
    }

    fn journeys(&self) -> Rows {
        if self.page.journeys.is_empty() {
            return self.note(&self.say("account-no-journeys"));
        }
        let mut rows = Rows::default();
        for journey in &self.page.journeys {
            let purpose = self.say(&format!("account-purpose-{}", journey.purpose.key()));
            let state = self.say(&format!("account-journey-{}", journey.state));
            let place = text::line(&journey.terminal);
            let when = self.moment(journey.created);
            let below = format!("{when}, {place}, {}", journey.reference);
            self.item(&mut rows, &format!("{purpose}: {state}"), &below);
        }
        rows
    }

    fn records(&self) -> Rows {
        let Some(records) = &self.page.records else {
            return self.note(&self.say("account-records-hidden"));
        };
        let mut rows = Rows::default();
        for record in records {
            let field = |name: &str| field(record, name).unwrap_or_default();
            let reason = match field("reason") {
                "" => String::new(),
                reason => format!(" ({reason})"),
            };
            let say = |msg: &Msg| self.with.say(msg);
            let what = format!(
                "{}  {}{reason}",
                activity(record, say),
                outcome(record, say)
            );
            let when = self.moment(record.time);
            let below = format!("{when}, {}  {}", field("actor"), field("detail"));
            self.item(&mut rows, &what, &text::line(below.trim_end()));
        }
        rows
    }

    /// What happened, and below it when, where and by whom.
    fn item(&self, rows: &mut Rows, what: &str, below: &str) {
        let theme = &self.with.look.theme;
        rows.append(Rows::prose("", &text::line(what), self.room, theme.base));
        rows.append(Rows::prose("    ", below, self.room, theme.quiet));
    }
}

fn field<'a>(record: &'a Record, name: &str) -> Option<&'a str> {
    let at = FIELDS.iter().position(|field| *field == name)?;
    record.fields.get(at)?.as_deref()
}
