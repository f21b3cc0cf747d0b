//! Every setting of every tab, changed with keys and saved.

use std::any::Any;

use super::*;
use crate::domain::setting::{Kind, Setting};
use crate::tui::admin::settings::sheets::keys;
use crate::tui::keymap::Command::{Clear, Left};

const TABS: [Tab; 6] = [
    Tab::Properties,
    Tab::Methods,
    Tab::Registration,
    Tab::Notifications,
    Tab::OnPremises,
    Tab::Passwords,
];

impl Bench {
    /// Puts the focus on the field of a setting.
    async fn focus(&mut self, key: &str) {
        for _ in 0..200 {
            let place: &mut dyn Any = self.top();
            let settings = place.downcast_mut::<Settings>().unwrap();
            if settings.focused_key() == Some(key) {
                return;
            }
            self.keys(&[Next]).await;
        }
        panic!("no field of {key}");
    }

    /// Fills another value in than the one that is there.
    async fn change(&mut self, setting: &Setting, before: &str) {
        match setting.kind {
            Kind::Flag | Kind::Set(_) | Kind::Languages => self.keys(&[Type(' ')]).await,
            // One to the left of none is all, which needs no group.
            Kind::Choice(_) | Kind::Language => self.keys(&[Left]).await,
            Kind::Number(_, high) => {
                let number: i64 = before.parse().unwrap();
                let other = if number < high {
                    number + 1
                } else {
                    number - 1
                };
                self.keys(&[Clear]).await;
                self.typed(&other.to_string()).await;
            }
            Kind::Line(_) | Kind::Lines(_) | Kind::Art(..) => self.typed("x").await,
            Kind::List(..) => {
                let text = match setting.key {
                    "organisation.domains" => "contoso.example",
                    "delivery.blocked_prefixes" => "+882",
                    "questions.custom" => "Which street did you live in first?",
                    _ => "contoso",
                };
                self.keys(&[Enter]).await;
                self.typed(text).await;
                self.keys(&[Save]).await;
            }
            Kind::Groups => self.keys(&[Enter, Type(' '), Save]).await,
        }
    }
}

#[test]
fn each_is_changed_with_keys() {
    run(async {
        let mut changed = 0;
        for tab in TABS {
            for key in keys(tab) {
                let mut bench = Bench::at(tab).await;
                let (operator, service) = (bench.desk.actor(), bench.desk.service().clone());
                let group = service.add_group(&operator, "SSPRTesters", "security", None, now());
                group.await.unwrap();
                let setting = Setting::find(key).unwrap();
                let before = bench.value(key).await;
                bench.focus(key).await;
                bench.change(setting, &before).await;
                assert!(bench.top().unsaved(), "{key}");
                bench.keys(&[Save, Save]).await;
                assert_eq!(bench.said(), "settings-saved", "{key}");
                assert_ne!(bench.value(key).await, before, "{key}");
                changed += 1;
            }
        }
        assert_eq!(changed, 36);
    });
}
