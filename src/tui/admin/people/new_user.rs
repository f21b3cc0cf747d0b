//! A new user: names, groups, roles, licence; the first password is made and shown once.

use super::edit::{reject, role_options};
use super::filter::licences;
use super::once::Once;
use crate::domain::msg::Msg;
use crate::domain::role::Permission;
use crate::domain::secret::SecretText;
use crate::service::ServiceError;
use crate::service::accounts::FirstPassword;
use crate::service::form::Form as Fields;
use crate::service::groups::Group;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::form_page::FormPage;
use crate::tui::admin::place::{Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::admin::widgets::write::Lines;

/// Up to how many groups are chosen from; of more, names are written.
const MOST_GROUPS: usize = 40;

/// The page.
pub struct NewUser {
    form: Form,
    /// The groups there are were asked for.
    asked: bool,
}

/// A new account, and what was made of it.
struct Made {
    password: Option<SecretText>,
    notes: Vec<Msg>,
}

impl NewUser {
    /// An empty form.
    pub fn new(desk: &Desk) -> Self {
        let line =
            |key: &'static str| Item::new(key, Msg::new(format!("person-{key}")), Input::text(""));
        let mut items = vec![
            line("upn").note(Msg::new("person-upn-note")),
            line("name"),
            line("given"),
            line("surname"),
            line("email"),
            line("alternate").note(Msg::new("person-alternate-note")),
            line("mobile").note(Msg::new("person-phone-note")),
            Item::new(
                "groups",
                Msg::new("person-groups"),
                Input::Lines(Lines::new("", 20)),
            ),
        ];
        if desk.may(Permission::ManageAdministrators) {
            let roles = Input::Set(role_options(&[]), 0);
            items.push(Item::new("roles", Msg::new("person-roles"), roles));
        }
        let licence = Input::choice(licences(), "default");
        items.push(Item::new("licence", Msg::new("person-licence"), licence));
        Self {
            form: Form::new(items),
            asked: false,
        }
    }

    /// The groups there are, to be chosen.
    fn offer(&mut self, groups: &[Group]) {
        if groups.len() > MOST_GROUPS {
            return;
        }
        let option = |group: &Group| {
            let name = Msg::new("people-text").text("text", group.name.clone());
            (group.name.clone(), name, false)
        };
        let options: Vec<_> = groups.iter().map(option).collect();
        let mut items = self.form.items.iter_mut();
        if let Some(item) = items.find(|item| item.key == "groups" && !item.changed()) {
            item.input = Input::Set(options, 0);
        }
    }

    fn add(&self) -> Turn {
        let filled = |key: &str| {
            let text = self.form.text(key).trim().to_owned();
            Some(text).filter(|text| !text.is_empty())
        };
        let upn = filled("upn").unwrap_or_default();
        let fields = Fields {
            name: filled("name"),
            given: filled("given"),
            surname: filled("surname"),
            email: filled("email"),
            alternate_email: filled("alternate"),
            mobile: filled("mobile"),
            licence: filled("licence").filter(|word| word != "default"),
            roles: filled("roles").map(|words| vec![words]),
            ..Fields::default()
        };
        let groups = self.form.item("groups").map(Item::list).unwrap_or_default();
        let named = upn.clone();
        Turn::Work(
            Work::new(
                move |desk: Desk| {
                    let (upn, fields, groups) = (upn.clone(), fields.clone(), groups.clone());
                    async move { make(&desk, &upn, &fields, &groups).await }
                },
                move |_: &mut Self, made: Made, _| {
                    let text = Msg::new("people-once-new").text("name", named.clone());
                    let password = made.password.unwrap_or_else(|| SecretText::copied("–"));
                    let once = Once::new("new-user-done", text, password);
                    Turn::Replace(Box::new(once.noting(made.notes)))
                },
            )
            .or(|place: &mut Self, error| reject(&mut place.form, error)),
        )
    }
}

/// Adds the account, then puts it into its groups. What goes wrong with a group is told with the
/// password, which could be shown at no other time.
async fn make(
    desk: &Desk,
    upn: &str,
    fields: &Fields,
    groups: &[String],
) -> Result<Made, ServiceError> {
    let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
    let first = FirstPassword::Made;
    let password = service.add_account(&actor, upn, fields, first, now).await?;
    let mut notes = Vec::new();
    for group in groups {
        if let Err(error) = service.add_member(&actor, group, upn, now).await {
            let why = error.msg().unwrap_or_else(|| Msg::new("console-failed"));
            notes.push(why);
        }
    }
    Ok(Made { password, notes })
}

impl FormPage for NewUser {
    fn heading(&self) -> Msg {
        Msg::new("new-user-title")
    }

    fn explained(&self) -> &'static str {
        "help-new-user"
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

    fn begun(&mut self) -> Turn {
        if std::mem::replace(&mut self.asked, true) {
            return Turn::Stay;
        }
        let groups = |desk: Desk| async move {
            let (actor, now) = (desk.actor(), desk.now());
            desk.service().groups(&actor, now).await
        };
        let offered = |place: &mut Self, groups: Vec<Group>, _: &Desk| {
            place.offer(&groups);
            Turn::Stay
        };
        Turn::Work(Work::new(groups, offered).quiet())
    }
}
