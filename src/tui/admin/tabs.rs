//! How each tab begins. A file a tab.

use super::desk::Desk;
use super::overview::Overview;
use super::people::{Groups, Users};
use super::place::Place;
use super::tab::Tab;

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
        | Tab::Passwords
        | Tab::Audit
        | Tab::Usage => Box::new(Overview),
        Tab::Users => Box::new(Users::default()),
        Tab::Groups => Box::new(Groups::default()),
    }
}
