//! Every setting that touches a kiosk, tried from outside at both ends of its range and seen to act
//! on kiosks that run already, at their next step. The subjects have a file each; here is the table
//! that none is missing from.

use std::collections::BTreeSet;

use keyhatch::domain::setting::SETTINGS;

use crate::support::kiosk::EN;
use crate::support::program::Home;
use crate::support::stage::{BOTH, Stage};
use crate::{
    settings_gates, settings_limits, settings_look, settings_passwords, settings_registering,
    settings_who,
};

/// Those that change nothing for somebody at a kiosk, and why.
const WITHOUT_EFFECT: [(&str, &str); 1] = [(
    "writeback.enabled",
    "every account is local: there is no directory to write to yet",
)];

#[test]
fn each_setting_is_tried_or_has_no_effect_yet() {
    let acting = [
        settings_who::KEYS,
        settings_gates::KEYS,
        settings_limits::KEYS,
        settings_passwords::KEYS,
        settings_look::KEYS,
        settings_registering::KEYS,
    ]
    .concat();
    let without = WITHOUT_EFFECT.map(|(key, _)| key);
    let named: Vec<&str> = [&acting[..], &without].concat();
    let all: BTreeSet<&str> = named.iter().copied().collect();
    assert_eq!(all.len(), named.len(), "one is named twice: {named:?}");
    let table: BTreeSet<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
    assert_eq!(all, table, "a setting is neither tried nor excused");
}

#[test]
fn those_without_effect_change_nothing_on_the_way() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut stage = Stage::open(home);
    for at in BOTH {
        stage.name(at, &person.upn, EN.step_1);
        let before = stage.shown(at);
        for word in ["off", "on"] {
            stage.set(&[("writeback.enabled", word)]);
            stage.name(at, &person.upn, EN.step_1);
            assert_eq!(stage.shown(at), before);
        }
    }
    stage.has_tried(&WITHOUT_EFFECT.map(|(key, _)| key));
}
