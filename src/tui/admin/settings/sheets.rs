//! Which settings stand on which tab.

use crate::tui::admin::Tab;

/// The settings of a tab, in the order of its form.
pub const fn keys(tab: Tab) -> &'static [&'static str] {
    match tab {
        Tab::Properties => &[
            "sspr.enabled",
            "sspr.groups",
            "sspr.excluded_groups",
            "captcha",
            "explain",
            "organisation.name",
            "organisation.domains",
            "licence.default",
            "licence.trial",
        ],
        Tab::Methods => &[
            "methods.required",
            "methods.enabled",
            "questions.to_register",
            "questions.to_reset",
            "questions.custom",
            "questions.alone",
            "codes.length",
            "delivery.sms_per_day",
            "delivery.calls_per_day",
            "delivery.per_destination_per_day",
            "delivery.blocked_prefixes",
        ],
        Tab::Registration => &[
            "registration.required_at_sign_in",
            "registration.reconfirm_days",
        ],
        Tab::Notifications => &["notify.users_on_reset", "notify.admins_on_admin_reset"],
        Tab::OnPremises => &["writeback.enabled", "unlock_without_reset"],
        Tab::Passwords => &[
            "password.preset",
            "password.min_length",
            "password.max_length",
            "password.history",
            "password.expires_days",
            "password.banned",
            "lockout.sign_in_failures",
            "lockout.sign_in_seconds",
            "lockout.sspr_failures",
            "lockout.sspr_hours",
        ],
        Tab::Overview
        | Tab::Customization
        | Tab::Administrators
        | Tab::Users
        | Tab::Groups
        | Tab::Audit
        | Tab::Usage => &[],
    }
}

/// The help of a tab of settings.
pub const fn help(tab: Tab) -> &'static str {
    match tab {
        Tab::Properties => "help-properties",
        Tab::Methods => "help-methods",
        Tab::Registration => "help-registration",
        Tab::Notifications => "help-notifications",
        Tab::OnPremises => "help-on-premises",
        Tab::Passwords => "help-passwords",
        _ => "help-settings",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::setting::SETTINGS;

    #[test]
    fn every_setting_stands_on_one_tab() {
        for setting in &SETTINGS {
            // How the kiosk looks is the tab Customization's.
            let expected = usize::from(!setting.key.starts_with("branding."));
            let tabs = Tab::ALL
                .into_iter()
                .filter(|tab| keys(*tab).contains(&setting.key));
            assert_eq!(tabs.count(), expected, "{}", setting.key);
        }
        let known = |key: &&str| SETTINGS.iter().any(|setting| setting.key == *key);
        assert!(Tab::ALL.into_iter().all(|tab| keys(tab).iter().all(&known)));
    }
}
