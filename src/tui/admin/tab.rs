//! The tabs, in the portal's order: what each is called, who sees it, and how it begins.

use crate::domain::msg::Msg;
use crate::domain::role::Permission;

/// A tab of the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The state of things at a glance.
    Overview,
    /// The organisation, and for whom reset is switched on.
    Properties,
    /// Which methods, and how many.
    Methods,
    /// Registration at sign-in.
    Registration,
    /// Who is told.
    Notifications,
    /// Name, logo, colours, texts, help desk.
    Customization,
    /// Directories and writing back.
    OnPremises,
    /// What holds for administrators, whatever the policy.
    Administrators,
    /// Accounts.
    Users,
    /// Groups.
    Groups,
    /// Password rules and lockout.
    Passwords,
    /// The log.
    Audit,
    /// Usage in numbers.
    Usage,
}

impl Tab {
    /// Every tab, in order.
    pub const ALL: [Self; 13] = [
        Self::Overview,
        Self::Properties,
        Self::Methods,
        Self::Registration,
        Self::Notifications,
        Self::Customization,
        Self::OnPremises,
        Self::Administrators,
        Self::Users,
        Self::Groups,
        Self::Passwords,
        Self::Audit,
        Self::Usage,
    ];

    /// Its name after `:`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Properties => "properties",
            Self::Methods => "methods",
            Self::Registration => "registration",
            Self::Notifications => "notifications",
            Self::Customization => "customization",
            Self::OnPremises => "on-premises",
            Self::Administrators => "administrators",
            Self::Users => "users",
            Self::Groups => "groups",
            Self::Passwords => "passwords",
            Self::Audit => "audit",
            Self::Usage => "usage",
        }
    }

    /// Its name on the screen.
    pub fn title(self) -> Msg {
        Msg::new(format!("tab-{}", self.key()))
    }

    /// What one must be allowed to, to see it; everybody with a role sees the overview.
    pub const fn needs(self) -> Option<Permission> {
        match self {
            Self::Overview => None,
            Self::Users | Self::Groups => Some(Permission::ReadAccounts),
            Self::Audit | Self::Usage => Some(Permission::ReadAudit),
            _ => Some(Permission::ReadPolicy),
        }
    }
}
