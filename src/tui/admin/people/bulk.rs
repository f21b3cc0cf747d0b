//! One thing done to all the users that are meant: counted, confirmed by that number, told one by
//! one where something is refused.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::filter::{licences, summary};
use super::job::{Job, Wire, look};
use crate::domain::licence::Licence;
use crate::domain::msg::Msg;
use crate::domain::people::AccountFilter;
use crate::domain::role::Permission;
use crate::service::bulk::{BulkAction, BulkDone, News, Watch};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Confirm, Drawing, Notice, Place, Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, text, window};

/// The page.
pub struct BulkPlace {
    filter: AccountFilter,
    count: Option<u64>,
    form: Form,
    /// What was confirmed: to how many what is done.
    confirmed: Option<(BulkAction, u64)>,
    job: Option<Job<BulkDone>>,
    done: Option<BulkDone>,
    scroll: isize,
}

impl BulkPlace {
    /// A form of what is done to those that are meant.
    pub fn new(filter: AccountFilter, desk: &Desk) -> Self {
        let manages = desk.may(Permission::ManageAccounts);
        let all = [
            "enable", "disable", "licence", "group", "release", "register",
        ];
        let may = |word: &&str| manages || ["release", "register"].contains(word);
        let actions = all.into_iter().filter(may);
        let actions = actions.map(|word| (word.to_owned(), Msg::new(format!("bulk-{word}"))));
        let actions = Input::choice(actions.collect(), "");
        let mut items = vec![Item::new("action", Msg::new("bulk-action"), actions)];
        if manages {
            let licence = Input::choice(licences(), "default");
            items.push(Item::new("licence", Msg::new("bulk-new-licence"), licence));
            items.push(Item::new("group", Msg::new("bulk-into"), Input::text("")));
        }
        Self {
            filter,
            count: None,
            form: Form::new(items),
            confirmed: None,
            job: None,
            done: None,
            scroll: 0,
        }
    }

    fn action(&self) -> BulkAction {
        match self.form.text("action").as_str() {
            "enable" => BulkAction::Enable,
            "disable" => BulkAction::Disable,
            "licence" => BulkAction::Licence(Licence::from_key(&self.form.text("licence"))),
            "group" => BulkAction::AddTo(self.form.text("group").trim().to_owned()),
            "register" => BulkAction::RequireRegistration,
            _ => BulkAction::Release,
        }
    }

    fn confirm(&mut self) -> Turn {
        let Some(count) = self.count.filter(|count| *count > 0) else {
            return Turn::Say(Notice::error(Msg::new("bulk-nobody")));
        };
        let action = self.action();
        if matches!(&action, BulkAction::AddTo(group) if group.is_empty()) {
            self.form.reject("group", Msg::new("bulk-into-missing"));
            return Turn::Stay;
        }
        let title = Msg::new(format!("bulk-{}", self.form.text("action")));
        let line = Msg::new("bulk-confirm").number("count", count);
        Turn::Confirm(
            Confirm::new(title, vec![line], move |place: &mut Self, desk| {
                place.begin(action, count, desk.clone())
            })
            .typing(count.to_string()),
        )
    }

    fn begin(&mut self, action: BulkAction, expected: u64, desk: Desk) -> Turn {
        self.confirmed = Some((action.clone(), expected));
        let (wire, filter) = (Wire::default(), self.filter.clone());
        let heard = wire.clone();
        let told = move |news: News<'_>| match news {
            News::Through(so_far, all) => heard.through(so_far, Some(all)),
            News::Refused(upn, why) => heard.wrong(text::line(upn), why.msg()),
        };
        let watch = Watch::new(told, wire.stop.clone());
        self.job = Some(Job::begin(wire, async move {
            let (actor, now) = (desk.actor(), desk.now());
            let service = desk.service();
            service
                .bulk(&actor, action, filter, expected, watch, now)
                .await
        }));
        look(Self::watch)
    }

    fn watch(&mut self) -> Turn {
        let ended = self.job.as_ref().and_then(Job::ended);
        match ended {
            None if self.job.is_some() && self.done.is_none() => look(Self::watch),
            None => Turn::Stay,
            Some(Ok(done)) => {
                self.done = Some(done);
                Turn::Stay
            }
            Some(Err(error)) => {
                self.job = None;
                // Asked as work, so that the loop deals with it as with any other.
                let error = std::cell::RefCell::new(Some(error));
                let confirmed = self.confirmed.clone();
                Turn::Work(Work::new(
                    move |_| {
                        let error = error.take();
                        async move { error.map_or(Ok(()), Err) }
                    },
                    // After a fresh proof it goes on by itself.
                    move |place: &mut Self, (), desk| match confirmed.clone() {
                        Some((action, count)) => place.begin(action, count, desk.clone()),
                        None => Turn::Stay,
                    },
                ))
            }
        }
    }

    fn runs(&self) -> bool {
        self.job.is_some() && self.done.is_none()
    }
}

impl Place for BulkPlace {
    fn title(&self) -> Msg {
        Msg::new("bulk-title")
    }

    fn help(&self) -> &'static str {
        "help-bulk"
    }

    fn hints(&self) -> Vec<&'static str> {
        match &self.job {
            Some(_) if self.done.is_none() => vec!["people-keys-stop"],
            Some(_) => Vec::new(),
            None => vec!["people-keys-go-on"],
        }
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        let filter = self.filter.clone();
        Turn::Work(
            Work::new(
                move |desk: Desk| {
                    let filter = filter.clone();
                    async move {
                        let (actor, now) = (desk.actor(), desk.now());
                        desk.service().count_accounts(&actor, filter, now).await
                    }
                },
                |place: &mut Self, count, _| {
                    place.count = Some(count);
                    Turn::Stay
                },
            )
            .quiet(),
        )
    }

    fn typing(&self) -> bool {
        self.job.is_none() && self.form.typing()
    }

    fn unsaved(&self) -> bool {
        self.runs()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match (command, &self.job) {
            (Command::Back, _) => return Turn::Close(None),
            (Command::Type('s'), Some(job)) => job.stop(),
            (Command::Next, Some(_)) => self.scroll += 1,
            (Command::Previous, Some(_)) => self.scroll = (self.scroll - 1).max(0),
            (_, Some(_)) => {}
            (Command::Save, None) => return self.confirm(),
            (command, None) => {
                self.form.key(command);
            }
        }
        Turn::Stay
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        self.form.paste(text);
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let theme = &with.look.theme;
        let who = match self.count {
            Some(count) => with.say(&Msg::new("bulk-count").number("count", count)),
            None => with.say(&Msg::new("bulk-counting")),
        };
        let who = match summary(&self.filter, with) {
            Some(filter) => format!("{who} {filter}"),
            None => format!("{who} {}", with.say(&Msg::new("bulk-everybody"))),
        };
        let mut rows = Rows::prose("", &who, area.width, theme.note);
        rows.push(Line::from(""));
        let Some(job) = &self.job else {
            rows.append(self.form.rows(with, area.width));
            return window(rows, area, 0, with.look, sheet).cursor;
        };
        if let Some(done) = &self.done {
            let said = Msg::new("bulk-done")
                .number("changed", done.changed)
                .number("same", done.same)
                .number("refused", done.refused);
            rows.append(Rows::prose("", &with.say(&said), area.width, theme.met));
            if done.left > 0 {
                let left = Msg::new("bulk-left").number("count", done.left);
                rows.append(Rows::prose("", &with.say(&left), area.width, theme.error));
            }
        } else if job.is_stopped() {
            let stopping = with.say(&Msg::new("people-job-stopping"));
            rows.append(Rows::prose("", &stopping, area.width, theme.error));
        }
        rows.append(job.rows(with, area.width));
        window(rows, area, self.scroll, with.look, sheet).cursor
    }
}
