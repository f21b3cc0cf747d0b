//! How each tab begins. A file a tab.

use super::audit::AuditLog;
use super::customization::Customization;
use super::desk::Desk;
use super::helpdesk::HelpDesk;
use super::overview::Overview;
use super::people::{Groups, Users};
use super::place::Place;
use super::settings::{Administrators, Settings};
use super::tab::Tab;
use super::usage::UsageTab;

/// The place a tab begins with.
pub(super) fn open(tab: Tab, desk: &Desk) -> Box<dyn Place> {
    match tab {
        Tab::Overview => Box::new(Overview::default()),
        Tab::Customization => Box::new(Customization::default()),
        Tab::Properties
        | Tab::Methods
        | Tab::Registration
        | Tab::Notifications
        | Tab::OnPremises
        | Tab::Passwords => Box::new(Settings::new(tab, desk)),
        Tab::Administrators => Box::new(Administrators::default()),
        Tab::Users => Box::new(Users::default()),
        Tab::Groups => Box::new(Groups::default()),
        Tab::Audit => Box::<AuditLog>::default(),
        Tab::Usage => Box::<UsageTab>::default(),
    }
}

/// A page that is no tab, by the beginning of its name after `:`; none where there is none, or not for
/// who has signed in.
pub(super) fn page(typed: &str, desk: &Desk) -> Option<Box<dyn Place>> {
    let named = !typed.is_empty() && "helpdesk".starts_with(typed);
    named.then(|| HelpDesk::open(desk)).flatten()
}
