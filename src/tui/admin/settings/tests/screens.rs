//! What the tabs of settings look like.

use super::*;

const SIZES: [(u16, u16); 2] = [(80, 24), (60, 20)];

#[test]
fn every_tab_of_settings() {
    run(async {
        for tab in [
            Tab::Properties,
            Tab::Methods,
            Tab::Registration,
            Tab::Notifications,
            Tab::OnPremises,
            Tab::Administrators,
            Tab::Passwords,
        ] {
            let mut bench = Bench::at(tab).await;
            for size in SIZES {
                let name = format!("{}_{}x{}", tab.key(), size.0, size.1);
                insta::assert_snapshot!(name, bench.picture(size));
            }
        }
    });
}

#[test]
fn in_german_and_japanese() {
    run(async {
        for tag in ["de", "ja"] {
            for tab in [Tab::Properties, Tab::Methods, Tab::Passwords] {
                let mut bench = Bench::at(tab).await;
                let name = format!("{}_{tag}", tab.key());
                insta::assert_snapshot!(name, bench.picture_in(tag, (80, 24)));
            }
        }
    });
}

#[test]
fn before_saving() {
    run(async {
        let mut bench = Bench::at(Tab::Methods).await;
        // A person who can reset by two methods, of which one is switched off.
        let operator = bench.desk.actor();
        let form = Person {
            name: Some("Mia Steele".to_owned()),
            alternate_email: Some("mia@home.example".to_owned()),
            mobile: Some("+14255550111".to_owned()),
            ..Person::default()
        };
        let first = crate::service::accounts::FirstPassword::Made;
        let service = bench.desk.service().clone();
        let added = service.add_account(&operator, "mias@contoso.example", &form, first, now());
        added.await.unwrap();
        bench.elsewhere(&[("sspr.enabled", "all")]).await;
        bench.tell(|place, desk| place.refresh(desk)).await;
        bench.keys(&[Next, Next, Next, Type(' '), Save]).await;
        for size in SIZES {
            let name = format!("review_{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, bench.picture(size));
        }
        for tag in ["de", "ja"] {
            insta::assert_snapshot!(format!("review_{tag}"), bench.picture_in(tag, (80, 24)));
        }
        let top = bench.picture((60, 12));
        bench.keys(&[PageDown]).await;
        assert_ne!(bench.picture((60, 12)), top, "it can be read on");
        bench.keys(&[Command::Home]).await;
        assert_eq!(bench.picture((60, 12)), top);
    });
}

#[test]
fn two_at_once() {
    run(async {
        let mut bench = Bench::at(Tab::Registration).await;
        bench.keys(&[Type(' '), Next, Backspace]).await;
        bench
            .elsewhere(&[
                ("registration.reconfirm_days", "30"),
                ("registration.required_at_sign_in", "off"),
            ])
            .await;
        bench.keys(&[Backspace, Save, Save]).await;
        for size in SIZES {
            let name = format!("conflict_{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, bench.picture(size));
        }
        insta::assert_snapshot!("conflict_de", bench.picture_in("de", (80, 24)));
    });
}

#[test]
fn putting_back() {
    run(async {
        let mut bench = Bench::at(Tab::Notifications).await;
        let pairs = [("notify.users_on_reset", "off"), ("captcha", "on")];
        bench.elsewhere(&pairs).await;
        bench.keys(&[Type('u')]).await;
        for size in SIZES {
            let name = format!("undo_{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, bench.picture(size));
        }
    });
}

#[test]
fn directories_as_they_are_configured() {
    run(async {
        let bench = Bench::at(Tab::OnPremises).await;
        let corp = Connected {
            name: "corp".to_owned(),
            domains: vec!["corp.example".to_owned()],
        };
        let desk = bench.desk.connected(vec![corp]);
        let mut bench = Bench::over(desk, Tab::OnPremises).await;
        let form = bench.picture((80, 24));
        assert!(form.contains("corp: accounts of corp.example"), "{form}");
        assert!(
            form.contains("These are configured, but this version"),
            "{form}"
        );
    });
}

#[test]
fn any_size_is_safe() {
    run(async {
        for tab in [Tab::Methods, Tab::OnPremises, Tab::Administrators] {
            let mut bench = Bench::at(tab).await;
            for size in [(1, 1), (3, 2), (20, 5), (57, 9), (200, 60)] {
                bench.picture_in("ja", size);
                bench.keys(&[Next]).await;
            }
        }
    });
}
