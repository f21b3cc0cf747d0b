//! Changing one account: names and contact data, licence, or roles.

use super::filter::licences;
use crate::domain::account::Account;
use crate::domain::language::LANGUAGES;
use crate::domain::msg::Msg;
use crate::domain::role::Role;
use crate::service::ServiceError;
use crate::service::form::Form as Fields;
use crate::service::refusal::Refusal;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::form_page::FormPage;
use crate::tui::admin::place::{Notice, Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};

/// What of an account is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Names and contact data.
    Profile,
    /// Its licence.
    Licence,
    /// Its administrator roles.
    Roles,
}

/// The page.
pub struct Edit {
    upn: String,
    part: Part,
    form: Form,
}

/// The roles, each on or off.
pub(super) fn role_options(held: &[Role]) -> Vec<(String, Msg, bool)> {
    let option = |role: Role| {
        let name = Msg::new(format!("people-role-{}", role.key()));
        (role.key().to_owned(), name, held.contains(&role))
    };
    Role::ALL.map(option).into()
}

/// Puts what a service refused beside the field it is about; none where it is about another thing.
pub(super) fn reject(form: &mut Form, error: &ServiceError) -> Option<Turn> {
    let ServiceError::Refused(refusal) = error else {
        return None;
    };
    let key = match refusal {
        Refusal::Field(error) => match error.field {
            "UPN" => "upn",
            "given name" => "given",
            "alternate email" => "alternate",
            field => field,
        },
        Refusal::OwnDomain(_) => "alternate",
        Refusal::AccountExists(_) => "upn",
        Refusal::GroupExists(_) | Refusal::GroupComma => "name",
        Refusal::NoMember(_) | Refusal::Circle(..) => "member",
        _ => return None,
    };
    let key = if key == "group name" { "name" } else { key };
    form.item(key)?;
    form.reject(key, refusal.msg());
    Some(Turn::Stay)
}

impl Edit {
    /// A form of a part of an account.
    pub fn new(account: &Account, part: Part) -> Self {
        let profile = &account.profile;
        let line = |key: &'static str, value: &Option<String>| {
            let label = Msg::new(format!("person-{key}"));
            Item::new(
                key,
                label,
                Input::text(value.as_deref().unwrap_or_default()),
            )
        };
        let items = match part {
            Part::Profile => {
                let tongue = profile.language.as_deref().unwrap_or_default();
                let mut tongues = vec![(String::new(), Msg::new("person-language-any"))];
                tongues.extend(
                    LANGUAGES.map(|tag| (tag.to_owned(), Msg::new(format!("language-{tag}")))),
                );
                vec![
                    line("name", &profile.name),
                    line("given", &profile.given),
                    line("surname", &profile.surname),
                    line("email", &profile.email),
                    line("alternate", &profile.alternate_email)
                        .note(Msg::new("person-alternate-note")),
                    line("mobile", &profile.mobile).note(Msg::new("person-phone-note")),
                    line("office", &profile.office).note(Msg::new("person-phone-note")),
                    Item::new(
                        "language",
                        Msg::new("person-language"),
                        Input::choice(tongues, tongue),
                    ),
                ]
            }
            Part::Licence => {
                let own = account.licence.map_or("default", |licence| licence.key());
                let input = Input::choice(licences(), own);
                vec![Item::new("licence", Msg::new("person-licence"), input)]
            }
            Part::Roles => {
                let input = Input::Set(role_options(&account.roles), 0);
                vec![Item::new("roles", Msg::new("person-roles"), input)]
            }
        };
        Self {
            upn: account.upn.clone(),
            part,
            form: Form::new(items),
        }
    }

    fn fields(&self) -> Fields {
        let changed = |key: &str| {
            let item = self.form.item(key).filter(|item| item.changed())?;
            Some(item.text().trim().to_owned())
        };
        Fields {
            name: changed("name"),
            given: changed("given"),
            surname: changed("surname"),
            email: changed("email"),
            alternate_email: changed("alternate"),
            mobile: changed("mobile"),
            office: changed("office"),
            language: changed("language"),
            licence: changed("licence").map(|word| match word.as_str() {
                "default" => String::new(),
                _ => word,
            }),
            roles: changed("roles").map(|words| match words.is_empty() {
                true => vec!["none".to_owned()],
                false => vec![words],
            }),
        }
    }

    fn submit(&self) -> Turn {
        let (upn, fields) = (self.upn.clone(), self.fields());
        if !self.form.changed() {
            return Turn::Close(None);
        }
        Turn::Work(
            Work::new(
                move |desk: Desk| {
                    let (upn, fields) = (upn.clone(), fields.clone());
                    async move {
                        let (actor, now) = (desk.actor(), desk.now());
                        desk.service()
                            .edit_account(&actor, &upn, &fields, now)
                            .await
                    }
                },
                |place: &mut Self, (), _| {
                    let said = Msg::new("people-done-edited").text("name", place.upn.clone());
                    Turn::Close(Some(Notice::note(said)))
                },
            )
            .or(|place: &mut Self, error| reject(&mut place.form, error)),
        )
    }
}

impl FormPage for Edit {
    fn heading(&self) -> Msg {
        let title = match self.part {
            Part::Profile => "account-edit-profile",
            Part::Licence => "account-edit-licence",
            Part::Roles => "account-edit-roles",
        };
        Msg::new(title).text("name", self.upn.clone())
    }

    fn explained(&self) -> &'static str {
        "help-people-edit"
    }

    fn hint(&self) -> &'static str {
        "keys-save"
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn save(&mut self) -> Turn {
        self.submit()
    }
}
