//! The state of things at a glance: for whom reset is on, who can help themselves, whether messages
//! leave, what looks like an attack, and what somebody should look at.

use std::time::Duration;

use ratatui::layout::{Position, Rect};

use super::desk::Desk;
use super::helpdesk::HelpDesk;
use super::outbox::Outbox;
use super::place::{Drawing, Place, Turn, Work};
use super::widgets::facts;
use crate::domain::msg::Msg;
use crate::domain::policy::Reach;
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::service::overview::{Glance, Headcount};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// How long ago an agent may have been heard from last.
const HEARD: Duration = Duration::from_secs(5 * 60);
/// How far the clock may be behind what the store has recorded: other hosts' clocks differ a little.
const BEHIND: Duration = Duration::from_secs(2);

/// The tab.
#[derive(Default)]
pub struct Overview {
    /// Whether the help desk is offered.
    helps: bool,
    glance: Option<Glance>,
    /// When that was.
    at: Option<Timestamp>,
    count: Count,
    scroll: isize,
}

/// How far the accounts are counted.
#[derive(Default)]
struct Count {
    so_far: Headcount,
    /// The last whole count.
    whole: Option<Headcount>,
    /// After whom to go on.
    after: String,
}

/// What is cheap to know, when that was, and a page of the count with whom it goes on after.
type Known = (Glance, Timestamp, Option<(Headcount, Option<String>)>);

impl Overview {
    /// Asks for what is cheap, and for the next page of the count, if there is one.
    fn look(&self) -> Turn {
        let after = self.count.whole.is_none().then(|| self.count.after.clone());
        let ask = move |desk: Desk| {
            let after = after.clone();
            async move {
                let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
                let glance = service.glance(&actor, now).await?;
                let page = match after {
                    Some(after) => Some(service.headcount(&actor, &after, now).await?),
                    None => None,
                };
                Ok((glance, now, page))
            }
        };
        Turn::Work(Work::new(ask, |place: &mut Self, known, _: &Desk| place.knows(known)).quiet())
    }

    fn knows(&mut self, (glance, now, page): Known) -> Turn {
        self.glance = Some(glance);
        self.at = Some(now);
        let count = &mut self.count;
        let Some((page, after)) = page else {
            return Turn::Stay;
        };
        count.so_far = count.so_far.and(page);
        match after {
            Some(after) => {
                count.after = after;
                self.look()
            }
            None => {
                count.whole = Some(count.so_far);
                Turn::Stay
            }
        }
    }

    /// Whether the outbox is theirs to see.
    fn has_outbox(&self) -> bool {
        self.glance
            .as_ref()
            .is_some_and(|glance| glance.outbox.is_some())
    }

    /// What it all is, with its names.
    fn facts(&self, glance: &Glance, with: Drawing<'_>) -> Vec<(Msg, String)> {
        let fact = |name: &'static str, msg: &Msg| (Msg::new(name), with.say(msg));
        let mut all = vec![fact("overview-reset", &reach(glance))];
        let counted = self.count.whole.unwrap_or(self.count.so_far);
        for (name, count) in [
            ("overview-people", counted.accounts),
            ("overview-enabled", counted.enabled),
            ("overview-registered", counted.registered),
            ("overview-capable", counted.capable),
        ] {
            let id = match self.count.whole {
                Some(_) => "overview-count",
                None => "overview-count-so-far",
            };
            all.push(fact(name, &Msg::new(id).number("count", count)));
        }
        if let Some(outbox) = &glance.outbox {
            let waiting = Msg::new("overview-waiting")
                .number("waiting", outbox.waiting)
                .number("refused", outbox.refused);
            all.push(fact("overview-outbox", &waiting));
        }
        let agents: Vec<String> = glance
            .agents
            .iter()
            .map(|(host, seen)| {
                with.say(
                    &Msg::new("overview-agent")
                        .text("host", host)
                        .time("seen", *seen),
                )
            })
            .collect();
        all.push((
            Msg::new("overview-agents"),
            match agents.is_empty() {
                true => with.say(&Msg::new("overview-no-agent")),
                false => agents.join("\n"),
            },
        ));
        if let Some(alerts) = &glance.alerts {
            let alerts: Vec<String> = alerts
                .iter()
                .map(|(alert, place, at)| {
                    let id = format!("overview-alert-{}", alert.key().replace('_', "-"));
                    with.say(&Msg::new(id).text("place", place).time("at", *at))
                })
                .collect();
            all.push((
                Msg::new("overview-alerts"),
                match alerts.is_empty() {
                    true => with.say(&Msg::new("overview-no-alert")),
                    false => alerts.join("\n"),
                },
            ));
        }
        all
    }
}

/// For whom reset is switched on.
fn reach(glance: &Glance) -> Msg {
    match glance.policy.reach {
        Reach::Nobody => Msg::new("overview-reset-off"),
        Reach::Selected => {
            Msg::new("overview-reset-selected").text("groups", glance.groups.join(", "))
        }
        Reach::Everybody => Msg::new("overview-reset-all"),
    }
}

/// What somebody should look at, the worst first.
fn findings(glance: &Glance, capable: Option<u64>, now: Timestamp) -> Vec<Msg> {
    let policy = &glance.policy;
    let outbox = glance.outbox.unwrap_or_default();
    let heard = glance
        .agents
        .iter()
        .any(|(_, seen)| seen.until(now) <= HEARD);
    let some = |found: bool, msg: Msg| found.then_some(msg);
    [
        some(
            policy.reach != Reach::Nobody && policy.methods.len() < policy.required,
            Msg::new("overview-finding-methods"),
        ),
        some(!heard, Msg::new("overview-finding-agent")),
        some(
            glance.behind > BEHIND,
            Msg::new("overview-finding-clock").number("seconds", glance.behind.as_secs()),
        ),
        some(
            outbox.late > 0,
            Msg::new("overview-finding-late").number("count", outbox.late),
        ),
        some(
            policy.reach != Reach::Nobody && capable == Some(0),
            Msg::new("overview-finding-nobody"),
        ),
        some(
            policy.reach != Reach::Nobody && policy.required < 2,
            Msg::new("overview-finding-one-gate"),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Place for Overview {
    fn title(&self) -> Msg {
        super::Tab::Overview.title()
    }

    fn help(&self) -> &'static str {
        "help-overview"
    }

    fn hints(&self) -> Vec<&'static str> {
        let all = [
            self.helps.then_some("keys-helpdesk"),
            self.has_outbox().then_some("keys-outbox"),
            Some("keys-count-again"),
        ];
        all.into_iter().flatten().collect()
    }

    fn shown(&mut self, desk: &Desk) -> Turn {
        self.helps = desk.may(Permission::HelpPeople);
        self.look()
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        self.look()
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        match command {
            Command::Back => return Turn::Close(None),
            Command::Type('h') => return HelpDesk::open(desk).map_or(Turn::Stay, Turn::Open),
            Command::Type('o') if self.has_outbox() => {
                return Turn::Open(Box::new(Outbox::default()));
            }
            Command::Type('r') => {
                self.count = Count::default();
                return self.look();
            }
            Command::Next => self.scroll = self.scroll.saturating_add(1),
            Command::Previous => self.scroll = self.scroll.saturating_sub(1).max(0),
            _ => {}
        }
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let Some(glance) = &self.glance else {
            let words = with.say(&Msg::new("console-working"));
            let rows = Rows::prose("", &words, area.width, with.look.theme.base);
            return window(rows, area, 0, with.look, sheet).cursor;
        };
        // The last column is for the signs that there is more.
        let wide = area.width.saturating_sub(2);
        let capable = self.count.whole.map(|whole| whole.capable);
        let now = self.at.unwrap_or(Timestamp::from_seconds(0));
        let mut rows = Rows::default();
        let found = findings(glance, capable, now);
        for finding in &found {
            let (sign, style) = (with.look.glyphs.error, with.look.theme.error);
            rows.append(Rows::prose(sign, &with.say(finding), wide, style));
        }
        if !found.is_empty() {
            rows.push("".into());
        }
        rows.append(facts::rows(&self.facts(glance, with), with, wide));
        window(rows, area, self.scroll, with.look, sheet);
        None
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::policy::{Policy, Values};
    use crate::service::overview::Waiting;

    fn glance() -> Glance {
        Glance {
            policy: Arc::new(Policy::new(&Values::new())),
            groups: Vec::new(),
            behind: Duration::ZERO,
            agents: vec![("lobby".to_owned(), Timestamp::from_seconds(1_000))],
            outbox: None,
            alerts: None,
        }
    }

    fn ids(glance: &Glance, capable: Option<u64>, now: i64) -> Vec<String> {
        let found = findings(glance, capable, Timestamp::from_seconds(now));
        found.into_iter().map(|msg| msg.id.into_owned()).collect()
    }

    #[test]
    fn what_is_to_be_looked_at() {
        let mut state = glance();
        assert_eq!(ids(&state, Some(0), 1_300), [""; 0], "reset is off");
        assert_eq!(ids(&state, None, 1_301), ["overview-finding-agent"]);
        state.behind = Duration::from_secs(3);
        state.outbox = Some(Waiting {
            waiting: 2,
            late: 1,
            refused: 0,
        });
        let policy = Arc::make_mut(&mut state.policy);
        (policy.reach, policy.required) = (Reach::Everybody, 1);
        policy.methods.clear();
        let all = ["methods", "agent", "clock", "late", "nobody", "one-gate"];
        let all = all.map(|id| format!("overview-finding-{id}"));
        assert_eq!(ids(&state, Some(0), 2_000), all);
    }
}
