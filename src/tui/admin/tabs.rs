//! How each tab begins. A file a tab.

use super::desk::Desk;
use super::overview::Overview;
use super::place::Place;
use super::settings::{Administrators, Settings};
use super::tab::Tab;

/// The place a tab begins with.
pub(super) fn open(tab: Tab, desk: &Desk) -> Box<dyn Place> {
    match tab {
        Tab::Properties
        | Tab::Methods
        | Tab::Registration
        | Tab::Notifications
        | Tab::OnPremises
        | Tab::Passwords => Box::new(Settings::new(tab, desk)),
        Tab::Administrators => Box::new(Administrators::default()),
        Tab::Overview | Tab::Customization | Tab::Users | Tab::Groups | Tab::Audit | Tab::Usage => {
            Box::new(Overview)
        }
    }
}
