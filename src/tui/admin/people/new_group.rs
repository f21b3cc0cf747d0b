//! A new group: type, name, description, members.

use super::edit::reject;
use super::group::GroupPlace;
use crate::domain::msg::Msg;
use crate::service::ServiceError;
use crate::service::groups::TYPES;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::form_page::FormPage;
use crate::tui::admin::place::{Notice, Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::admin::widgets::write::Lines;

/// How many members can be named at once.
const MOST_MEMBERS: usize = 100;

/// The page.
pub struct NewGroup {
    form: Form,
}

impl NewGroup {
    /// An empty form.
    pub fn new() -> Self {
        let kinds = TYPES.map(|kind| (kind.to_owned(), Msg::new(format!("group-{kind}"))));
        let kinds = Input::choice(kinds.into(), "security");
        let members = Input::Lines(Lines::new("", MOST_MEMBERS));
        let items = vec![
            Item::new("type", Msg::new("person-type"), kinds),
            Item::new("name", Msg::new("person-group-name"), Input::text("")),
            Item::new(
                "description",
                Msg::new("person-description"),
                Input::text(""),
            ),
            Item::new("members", Msg::new("person-members"), members)
                .note(Msg::new("person-members-note")),
        ];
        Self {
            form: Form::new(items),
        }
    }

    fn add(&self) -> Turn {
        let (name, kind) = (self.form.text("name"), self.form.text("type"));
        let description = self.form.text("description");
        let members = self
            .form
            .item("members")
            .map(Item::list)
            .unwrap_or_default();
        let named = name.trim().to_owned();
        Turn::Work(
            Work::new(
                move |desk: Desk| {
                    let asked = (name.clone(), kind.clone(), description.clone());
                    let members = members.clone();
                    async move { make(&desk, asked, &members).await }
                },
                move |_: &mut Self, wrong: Vec<Msg>, _| {
                    let page = GroupPlace::new(&named);
                    let said = match wrong.into_iter().next() {
                        Some(wrong) => Notice::error(wrong),
                        None => Notice::note(
                            Msg::new("people-done-group-added").text("name", named.clone()),
                        ),
                    };
                    Turn::Replace(Box::new(page.saying(said)))
                },
            )
            .or(|place: &mut Self, error| reject(&mut place.form, error)),
        )
    }
}

/// Adds the group, then its members; what went wrong with those.
async fn make(
    desk: &Desk,
    (name, kind, description): (String, String, String),
    members: &[String],
) -> Result<Vec<Msg>, ServiceError> {
    let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
    let about = Some(description.as_str());
    service.add_group(&actor, &name, &kind, about, now).await?;
    let mut wrong = Vec::new();
    for member in members {
        if let Err(error) = service.add_member(&actor, &name, member, now).await {
            let why = error.msg().unwrap_or_else(|| Msg::new("console-failed"));
            wrong.push(why);
        }
    }
    Ok(wrong)
}

impl FormPage for NewGroup {
    fn heading(&self) -> Msg {
        Msg::new("new-group-title")
    }

    fn explained(&self) -> &'static str {
        "help-new-group"
    }

    fn hint(&self) -> &'static str {
        "people-keys-create"
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn save(&mut self) -> Turn {
        self.add()
    }
}
