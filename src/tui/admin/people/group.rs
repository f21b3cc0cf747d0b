//! One group: its members, those of nested groups among them by the group's name.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::ask::Ask;
use crate::domain::msg::Msg;
use crate::domain::role::Permission;
use crate::service::ServiceError;
use crate::service::groups::Page;
use crate::service::refusal::Refusal;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Confirm, Drawing, Notice, Place, Turn, Work};
use crate::tui::admin::widgets::table::{Chosen, Column, TableView};
use crate::tui::canvas::{Paper as _, Sheet};
use crate::tui::keymap::Command;
use crate::tui::widgets::text;

/// How many members are asked for at once.
const PAGE: usize = 200;

/// The page.
pub struct GroupPlace {
    name: String,
    page: Option<Page>,
    chosen: Chosen,
    /// What is said when the page comes.
    said: Option<Notice>,
    /// More members are awaited.
    asked: bool,
    /// Who looks may change groups.
    manages: bool,
}

impl GroupPlace {
    /// The page of a group.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            page: None,
            chosen: Chosen::default(),
            said: None,
            asked: false,
            manages: false,
        }
    }

    /// The same, saying something first.
    pub fn saying(self, said: Notice) -> Self {
        let said = Some(said);
        Self { said, ..self }
    }

    fn load(&self) -> Work {
        self.ask(String::new())
            .or(|_: &mut Self, error| gone(error))
    }

    fn ask(&self, after: String) -> Work {
        let name = self.name.clone();
        let anew = after.is_empty();
        Work::new(
            move |desk: Desk| {
                let (name, after) = (name.clone(), after.clone());
                async move {
                    let (actor, now) = (desk.actor(), desk.now());
                    let service = desk.service();
                    service.group_page(&actor, &name, &after, PAGE, now).await
                }
            },
            move |place: &mut Self, page, _| place.came(page, anew),
        )
    }

    fn came(&mut self, page: Page, anew: bool) -> Turn {
        self.asked = false;
        match (&mut self.page, anew) {
            (Some(known), false) => {
                known.accounts.extend(page.accounts);
                known.more = page.more;
            }
            _ => {
                self.page = Some(page);
                let last = self.count().saturating_sub(1);
                self.chosen = Chosen(self.chosen.0.min(last));
            }
        }
        self.said.take().map_or(Turn::Stay, Turn::Say)
    }

    fn count(&self) -> usize {
        let page = self.page.as_ref();
        page.map_or(0, |page| page.groups.len() + page.accounts.len())
    }

    /// The member that is chosen, and whether it is a group.
    fn member(&self) -> Option<(&str, bool)> {
        let page = self.page.as_ref()?;
        let groups = page.groups.iter().map(|name| (name.as_str(), true));
        let accounts = page.accounts.iter().map(|upn| (upn.as_str(), false));
        groups.chain(accounts).nth(self.chosen.0)
    }

    fn more(&mut self) -> Turn {
        let near = self.chosen.0 + PAGE / 4 >= self.count();
        let last = self.page.as_ref().filter(|page| page.more && near);
        match last.and_then(|page| page.accounts.last()) {
            Some(last) if !self.asked => {
                let work = self.ask(last.clone()).quiet();
                self.asked = true;
                Turn::Work(work)
            }
            _ => Turn::Stay,
        }
    }

    fn remove(&self) -> Turn {
        let Some((member, _)) = self.member() else {
            return Turn::Stay;
        };
        let member = member.to_owned();
        let line = Msg::new("group-remove-text")
            .text("name", member.clone())
            .text("group", self.name.clone());
        Turn::Confirm(Confirm::new(
            Msg::new("group-remove"),
            vec![line],
            move |place: &mut Self, _| {
                let group = place.name.clone();
                let said = Msg::new("people-done-removed").text("name", member.clone());
                place.change(said, move |desk| {
                    let (group, member) = (group.clone(), member.clone());
                    async move {
                        let (actor, now) = (desk.actor(), desk.now());
                        let service = desk.service();
                        service.remove_member(&actor, &group, &member, now).await
                    }
                })
            },
        ))
    }

    /// Does something to the group, and shows it as it is afterwards.
    fn change<F>(&mut self, said: Msg, action: impl Fn(Desk) -> F + 'static) -> Turn
    where
        F: Future<Output = Result<(), ServiceError>> + 'static,
    {
        Turn::Work(Work::new(action, move |place: &mut Self, (), _| {
            place.said = Some(Notice::note(said.clone()));
            Turn::Work(place.load())
        }))
    }

    fn delete(&self) -> Turn {
        let (name, named) = (self.name.clone(), self.name.clone());
        let text = Msg::new("group-delete-text").text("name", self.name.clone());
        Turn::Confirm(
            Confirm::new(
                Msg::new("group-delete"),
                vec![text],
                move |_: &mut Self, _| {
                    Turn::Work(
                        Work::new(
                            move |desk: Desk| {
                                let name = name.clone();
                                async move {
                                    let (actor, now) = (desk.actor(), desk.now());
                                    desk.service().delete_group(&actor, &name, now).await
                                }
                            },
                            |place: &mut Self, (), _| {
                                let said = Msg::new("people-done-deleted");
                                let said = said.text("name", place.name.clone());
                                Turn::Close(Some(Notice::note(said)))
                            },
                        )
                        .or(|_: &mut Self, error| gone(error)),
                    )
                },
            )
            .typing(named),
        )
    }

    fn add(&self) -> Turn {
        let group = self.name.clone();
        let ask = Ask::new(
            Msg::new("group-add-title").text("group", group.clone()),
            "member",
            move |desk: Desk, member: String| {
                let group = group.clone();
                async move {
                    let (actor, now) = (desk.actor(), desk.now());
                    let service = desk.service();
                    service.add_member(&actor, &group, &member, now).await?;
                    Ok(Msg::new("people-done-added").text("name", member))
                }
            },
        );
        Turn::Open(Box::new(ask))
    }
}

/// Back from a page whose group is no longer there.
fn gone(error: &ServiceError) -> Option<Turn> {
    match error {
        ServiceError::Refused(refusal @ Refusal::NoGroup(_)) => {
            Some(Turn::Close(Some(Notice::error(refusal.msg()))))
        }
        _ => None,
    }
}

impl Place for GroupPlace {
    fn title(&self) -> Msg {
        Msg::new("group-title").text("name", text::line(&self.name))
    }

    fn help(&self) -> &'static str {
        "help-group"
    }

    fn hints(&self) -> Vec<&'static str> {
        match self.manages {
            true => vec!["people-keys-members", "keys-open"],
            false => vec!["keys-open"],
        }
    }

    fn shown(&mut self, desk: &Desk) -> Turn {
        self.manages = desk.may(Permission::ManageAccounts);
        Turn::Work(self.load())
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            Command::Type('a') if self.manages => self.add(),
            Command::Type('r') | Command::Delete if self.manages => self.remove(),
            Command::Type('d') if self.manages => self.delete(),
            Command::Enter => match self.member() {
                Some((name, true)) => Turn::Open(Box::new(Self::new(name))),
                Some((upn, false)) => Turn::Open(Box::new(super::account::AccountPlace::new(upn))),
                None => Turn::Stay,
            },
            command => match self.chosen.key(command, self.count()) {
                true => self.more(),
                false => Turn::Stay,
            },
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let page = self.page.as_ref()?;
        let kind = with.say(&Msg::new(format!("group-{}", page.group.kind)));
        let about = match &page.group.description {
            Some(description) => format!("{kind} · {}", text::line(description)),
            None => kind,
        };
        let count = match page.more {
            true => Msg::new("group-members-more"),
            false => Msg::new("group-members"),
        };
        let count = with.say(&count.number("count", self.count() as u64));
        let theme = &with.look.theme;
        for (line, y) in [about, count].into_iter().zip(area.y..area.bottom()) {
            let line = text::fit(&line, usize::from(area.width), with.look.glyphs.more);
            sheet.write(area.x, y, Line::styled(line, theme.quiet), area.width);
        }
        let below = Rect {
            y: area.y + area.height.min(3),
            height: area.height.saturating_sub(3),
            ..area
        };
        if below.is_empty() {
            return None;
        }
        let row = |name: &String, kind: &'static str| vec![name.clone(), with.say(&Msg::new(kind))];
        let groups = page.groups.iter().map(|name| row(name, "member-group"));
        let accounts = page.accounts.iter().map(|upn| row(upn, "member-account"));
        let column = |head, least, share| Column {
            head: Msg::new(head),
            least,
            share,
        };
        let table = TableView {
            columns: &[
                column("people-column-member", 20, 1),
                column("people-column-kind", 10, 0),
            ],
            rows: &groups.chain(accounts).collect::<Vec<_>>(),
            chosen: self.chosen,
        };
        table.draw(below, sheet, with)
    }
}
