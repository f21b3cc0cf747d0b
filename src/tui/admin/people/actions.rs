//! What can be done to an account from its page.

use super::account::AccountPlace;
use super::edit::{Edit, Part};
use super::once::Once;
use crate::domain::msg::Msg;
use crate::domain::role::Permission;
use crate::service::ServiceError;
use crate::service::account_page::AccountPage;
use crate::service::refusal::Refusal;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::helpdesk::CallerPlace;
use crate::tui::admin::place::{Confirm, Notice, Turn, Work};

/// Something that can be done to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Verify who is calling, and help them.
    Help,
    /// Make a password that must be changed.
    TemporaryPassword,
    /// Have its methods registered again.
    RequireRegistration,
    /// Release it from its block of reset.
    Release,
    /// Unlock its sign-in.
    Unlock,
    /// Change names and contact data.
    Edit,
    /// Give it another licence.
    Licence,
    /// Give it other roles.
    Roles,
    /// Let it be used.
    Enable,
    /// Let it be used no more.
    Disable,
    /// Delete it.
    Delete,
}

impl Action {
    const ALL: [Self; 11] = [
        Self::Help,
        Self::TemporaryPassword,
        Self::RequireRegistration,
        Self::Release,
        Self::Unlock,
        Self::Edit,
        Self::Licence,
        Self::Roles,
        Self::Enable,
        Self::Disable,
        Self::Delete,
    ];

    /// Its name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Help => "people-do-help",
            Self::TemporaryPassword => "people-do-temporary-password",
            Self::RequireRegistration => "people-do-require-registration",
            Self::Release => "people-do-release",
            Self::Unlock => "people-do-unlock",
            Self::Edit => "people-do-edit",
            Self::Licence => "people-do-licence",
            Self::Roles => "people-do-roles",
            Self::Enable => "people-do-enable",
            Self::Disable => "people-do-disable",
            Self::Delete => "people-do-delete",
        }
    }

    const fn permission(self) -> Permission {
        match self {
            Self::Help
            | Self::TemporaryPassword
            | Self::RequireRegistration
            | Self::Release
            | Self::Unlock => Permission::HelpPeople,
            Self::Roles => Permission::ManageAdministrators,
            _ => Permission::ManageAccounts,
        }
    }

    /// Begins it: asks first what can't be taken back.
    pub fn begin(self, page: &AccountPage) -> Turn {
        let account = &page.view.account;
        let upn = account.upn.clone();
        match self {
            Self::Help => Turn::Open(Box::new(CallerPlace::of(&upn))),
            Self::TemporaryPassword => Turn::Confirm(Confirm::new(
                Msg::new(self.title()),
                vec![Msg::new("people-do-temporary-password-text").text("name", upn)],
                |place: &mut AccountPlace, _| temporary_password(place.upn.clone()),
            )),
            Self::RequireRegistration => Turn::Confirm(Confirm::new(
                Msg::new(self.title()),
                vec![Msg::new("people-do-require-registration-text").text("name", upn)],
                |place: &mut AccountPlace, _| {
                    let upn = place.upn.clone();
                    act(upn, "people-done-required", |desk, upn| async move {
                        let (actor, now) = (desk.actor(), desk.now());
                        let service = desk.service();
                        service.require_registration(&actor, &upn, now).await
                    })
                },
            )),
            Self::Release => act(upn, "people-done-released", |desk, upn| async move {
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().release(&actor, &upn, now).await
            }),
            Self::Unlock => act(upn, "people-done-unlocked", |desk, upn| async move {
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().unlock_sign_in(&actor, &upn, now).await
            }),
            Self::Enable => act(upn, "people-done-enabled", |desk, upn| async move {
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().set_enabled(&actor, &upn, true, now).await
            }),
            Self::Disable => Turn::Confirm(Confirm::new(
                Msg::new(self.title()),
                vec![Msg::new("people-do-disable-text").text("name", upn)],
                |place: &mut AccountPlace, _| {
                    act(
                        place.upn.clone(),
                        "people-done-disabled",
                        |desk, upn| async move {
                            let (actor, now) = (desk.actor(), desk.now());
                            desk.service().set_enabled(&actor, &upn, false, now).await
                        },
                    )
                },
            )),
            Self::Edit => Turn::Open(Box::new(Edit::new(account, Part::Profile))),
            Self::Licence => Turn::Open(Box::new(Edit::new(account, Part::Licence))),
            Self::Roles => Turn::Open(Box::new(Edit::new(account, Part::Roles))),
            Self::Delete => Turn::Confirm(
                Confirm::new(
                    Msg::new(self.title()),
                    vec![Msg::new("people-do-delete-text").text("name", upn.clone())],
                    |place: &mut AccountPlace, _| delete(place.upn.clone()),
                )
                .typing(upn),
            ),
        }
    }
}

/// What is offered: what the account needs and who looks may do.
pub fn offered(page: &AccountPage, desk: &Desk) -> Vec<Action> {
    let account = &page.view.account;
    let now = desk.now();
    let charged = page.counters.iter().any(|counter| counter.used > 0);
    let needed = |action: &Action| match action {
        Action::RequireRegistration => !account.register_again,
        Action::Release => charged || account.blocked_until.is_some_and(|until| until > now),
        Action::Unlock => account.locked_until.is_some_and(|until| until > now),
        Action::Enable => !account.enabled,
        Action::Disable => account.enabled,
        _ => true,
    };
    let may = |action: &Action| {
        let permission = action.permission();
        page.may.contains(&permission) && desk.may(permission)
    };
    let all = Action::ALL.into_iter();
    all.filter(needed).filter(may).collect()
}

/// Does it, shows the page as it is afterwards, and says so.
fn act<F>(upn: String, said: &'static str, action: impl Fn(Desk, String) -> F + 'static) -> Turn
where
    F: Future<Output = Result<(), ServiceError>> + 'static,
{
    Turn::Work(Work::new(
        move |desk: Desk| {
            let (done, upn) = (action(desk.clone(), upn.clone()), upn.clone());
            async move {
                done.await?;
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().account_page(&actor, &upn, now).await
            }
        },
        move |place: &mut AccountPlace, page, desk| {
            place.came(page, desk);
            let said = Msg::new(said).text("name", place.upn.clone());
            Turn::Say(Notice::note(said))
        },
    ))
}

fn temporary_password(upn: String) -> Turn {
    Turn::Work(Work::new(
        move |desk: Desk| {
            let upn = upn.clone();
            async move {
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().temporary_password(&actor, &upn, now).await
            }
        },
        |place: &mut AccountPlace, made, _| {
            let text = Msg::new("people-once-temporary").text("name", place.upn.clone());
            Turn::Open(Box::new(Once::new(
                "people-do-temporary-password",
                text,
                made,
            )))
        },
    ))
}

fn delete(upn: String) -> Turn {
    Turn::Work(
        Work::new(
            move |desk: Desk| {
                let upn = upn.clone();
                async move {
                    let (actor, now) = (desk.actor(), desk.now());
                    desk.service().delete_account(&actor, &upn, now).await
                }
            },
            |place: &mut AccountPlace, (), _| {
                let said = Msg::new("people-done-deleted").text("name", place.upn.clone());
                Turn::Close(Some(Notice::note(said)))
            },
        )
        .or(|_: &mut AccountPlace, error| match error {
            ServiceError::Refused(refusal @ (Refusal::Deleted { .. } | Refusal::NoAccount(_))) => {
                Some(Turn::Close(Some(Notice::error(refusal.msg()))))
            }
            _ => None,
        }),
    )
}
