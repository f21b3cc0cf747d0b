//! How each tab begins. A file a tab.

use super::customization::Customization;
use super::desk::Desk;
use super::overview::Overview;
use super::place::Place;
use super::tab::Tab;

/// The place a tab begins with.
pub(super) fn open(tab: Tab, _: &Desk) -> Box<dyn Place> {
    match tab {
        Tab::Customization => Box::new(Customization::default()),
        Tab::Overview
        | Tab::Properties
        | Tab::Methods
        | Tab::Registration
        | Tab::Notifications
        | Tab::OnPremises
        | Tab::Administrators
        | Tab::Users
        | Tab::Groups
        | Tab::Passwords
        | Tab::Audit
        | Tab::Usage => Box::new(Overview),
    }
}
