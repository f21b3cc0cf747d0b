//! How each tab begins. A file a tab.

use super::audit::AuditLog;
use super::desk::Desk;
use super::overview::Overview;
use super::place::Place;
use super::tab::Tab;
use super::usage::UsageTab;

/// The place a tab begins with.
pub(super) fn open(tab: Tab, _: &Desk) -> Box<dyn Place> {
    match tab {
        Tab::Overview
        | Tab::Properties
        | Tab::Methods
        | Tab::Registration
        | Tab::Notifications
        | Tab::Customization
        | Tab::OnPremises
        | Tab::Administrators
        | Tab::Users
        | Tab::Groups
        | Tab::Passwords => Box::new(Overview),
        Tab::Audit => Box::<AuditLog>::default(),
        Tab::Usage => Box::<UsageTab>::default(),
    }
}
