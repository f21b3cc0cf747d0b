//! Why values of settings are not taken: in English for the command line, where keys name settings,
//! and as a message for the console, where the refusal stands beside the setting.

use super::{Kind, Setting};
use crate::domain::msg::Msg;

/// Why a value was refused; one sentence that says what would be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// No such key.
    #[error("there is no setting `{0}`; `keyhatch policy show` lists them")]
    Unknown(String),
    /// The value does not fit.
    #[error("`{key}` takes {expected}, not `{given}`")]
    Value {
        /// The key.
        key: String,
        /// What it takes.
        expected: String,
        /// What was given, cleaned and cut.
        given: String,
    },
    /// The values do not fit together.
    #[error(transparent)]
    Together(#[from] Clash),
}

/// What no single setting can see: how values do not fit together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Clash {
    /// The organisation has no name.
    #[error("`organisation.name` can't be empty; give the organisation a name")]
    NoName,
    /// Reset is on and there is no method.
    #[error("`sspr.enabled` can't be on while `methods.enabled` is empty; enable a method first")]
    NoMethod,
    /// Reset is on and there are fewer methods than are required.
    #[error(
        "`methods.required` asks for more methods than `methods.enabled` holds; enable another method or require 1"
    )]
    FewMethods,
    /// Reset is on for selected groups, and none is.
    #[error("`sspr.enabled=selected` needs `sspr.groups`; name at least one group")]
    NoGroup,
    /// More questions are asked than registered.
    #[error(
        "`questions.to_reset` can't be more than `questions.to_register`; lower the one or raise the other"
    )]
    Questions,
    /// The least length of a password is above the greatest.
    #[error("`password.min_length` can't be more than `password.max_length`")]
    Lengths,
    /// That is no mail domain.
    #[error(
        "`organisation.domains` can't hold `{0}`; write mail domains like contoso.example, without an @"
    )]
    Domain(String),
    /// The help desk's address is none.
    #[error(
        "`branding.helpdesk_email` takes one mail address; write one like help@contoso.example, or nothing"
    )]
    HelpdeskAddress,
    /// A blocked prefix is no beginning of a number.
    #[error(
        "`delivery.blocked_prefixes` takes beginnings of international numbers; write each like +44"
    )]
    Prefixes,
    /// The language of messages is not offered.
    #[error("`branding.default_language` must be one of `branding.languages`")]
    Language,
}

impl SettingError {
    /// The same for a person at the console.
    pub fn msg(&self) -> Msg {
        match self {
            Self::Unknown(key) => Msg::new("refusal-setting-unknown").text("key", key.as_str()),
            Self::Value { key, .. } => match Setting::find(key) {
                Some(setting) => setting.kind.msg(),
                None => Msg::new("refusal-setting-unknown").text("key", key.as_str()),
            },
            Self::Together(clash) => clash.msg(),
        }
    }
}

impl Clash {
    fn msg(&self) -> Msg {
        match self {
            Self::NoName => Msg::new("refusal-clash-name"),
            Self::NoMethod => Msg::new("refusal-clash-no-method"),
            Self::FewMethods => Msg::new("refusal-clash-few-methods"),
            Self::NoGroup => Msg::new("refusal-clash-no-group"),
            Self::Questions => Msg::new("refusal-clash-questions"),
            Self::Lengths => Msg::new("refusal-clash-lengths"),
            Self::Domain(domain) => {
                Msg::new("refusal-clash-domain").text("domain", domain.as_str())
            }
            Self::HelpdeskAddress => Msg::new("refusal-clash-helpdesk"),
            Self::Prefixes => Msg::new("refusal-clash-prefixes"),
            Self::Language => Msg::new("refusal-clash-language"),
        }
    }
}

impl Kind {
    /// What would be taken, for a person at the console.
    fn msg(&self) -> Msg {
        match self {
            Self::Line(most) | Self::Lines(most) => {
                Msg::new("refusal-setting-text").number("most", *most as u64)
            }
            Self::Art(columns, rows) => Msg::new("refusal-setting-art")
                .number("columns", *columns as u64)
                .number("rows", *rows as u64),
            Self::Flag => Msg::new("refusal-setting-flag"),
            Self::Choice(_) | Self::Set(_) | Self::Language | Self::Languages => {
                Msg::new("refusal-setting-choice")
            }
            Self::Number(low, high) => Msg::new("refusal-setting-number")
                .number("low", *low)
                .number("high", *high),
            Self::List(most, shortest, longest) => Msg::new("refusal-setting-list")
                .number("most", *most as u64)
                .number("shortest", *shortest as u64)
                .number("longest", *longest as u64),
            Self::Groups => Msg::new("refusal-setting-groups"),
        }
    }
}
