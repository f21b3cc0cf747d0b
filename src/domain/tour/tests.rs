use super::*;
use crate::domain::audit::Event;

const MIA: &str = "mias@contoso.example";
const ADA: &str = "ada@contoso.example";

fn story(events: Vec<Event>) -> Story {
    let at = Timestamp::from_seconds(0);
    let records = (1..).zip(events);
    Story {
        guest: MIA.to_owned(),
        admin: ADA.to_owned(),
        records: records
            .map(|(seq, event)| Record::of(seq, at, event))
            .collect(),
        ..Story::default()
    }
}

fn own(activity: Activity) -> Event {
    Event {
        journey: Some("j1".to_owned()),
        reference: Some("K7QF-M2TD".to_owned()),
        ..Event::new(activity, "self").about(MIA)
    }
}

fn by(activity: Activity, method: &str) -> Event {
    Event {
        method: Some(method.to_owned()),
        ..own(activity)
    }
}

fn done(tour: Tour, story: &Story) -> Vec<Step> {
    let list = Checklist::of(tour, story);
    let done = list.lines.iter().filter(|line| line.done);
    done.map(|line| line.step).collect()
}

fn reset() -> Vec<Event> {
    vec![
        own(Activity::ResetStarted),
        by(Activity::GateTried, "app_code"),
        by(Activity::GateTried, "email"),
        own(Activity::PasswordReset),
    ]
}

#[test]
fn nothing_done_ticks_nothing_and_neither_does_another_person() {
    for tour in Tour::ALL {
        assert_eq!(done(tour, &story(Vec::new())), []);
        let intact = Story {
            intact: true,
            ..story(Vec::new())
        };
        assert_eq!(done(tour, &intact), []);
        let mut others = reset();
        for event in &mut others {
            event.account = Some("bob@contoso.example".to_owned());
        }
        assert_eq!(done(tour, &story(others)), []);
        let failed = reset().into_iter().map(|event| event.failed("no"));
        assert_eq!(done(tour, &story(failed.collect())), []);
    }
}

#[test]
fn the_kiosk_tour_goes_on_as_the_store_tells_it() {
    use Step::*;
    let mut events = reset();
    let expected = [
        vec![Forget],
        vec![Forget],
        vec![Forget, Prove],
        vec![Forget, Prove, NewPassword],
    ];
    for (count, expected) in (1..).zip(expected) {
        assert_eq!(
            done(Tour::Kiosk, &story(events[..count].to_vec())),
            expected
        );
    }
    let half = Checklist::of(Tour::Kiosk, &story(events[..2].to_vec()));
    let (at, present) = half.present().unwrap();
    assert_eq!((at, present.step, present.parts), (1, Prove, Some((1, 2))));
    events.push(own(Activity::SignIn));
    events.push(by(Activity::MethodAdded, "mobile_phone"));
    let told = Story {
        notices: 1,
        ..story(events)
    };
    let list = Checklist::of(Tour::Kiosk, &told);
    assert!(list.wants_record());
    assert_eq!(list.record, Some((4, "K7QF-M2TD".to_owned())));
    let whole = Story {
        intact: true,
        ..told
    };
    let list = Checklist::of(Tour::Kiosk, &whole);
    assert_eq!(list.present(), None);
}

#[test]
fn a_sign_in_before_the_reset_and_gates_of_two_journeys_do_not_count() {
    let mut events = vec![own(Activity::SignIn)];
    events.extend(reset());
    assert!(!done(Tour::Kiosk, &story(events)).contains(&Step::SignIn));
    let mut events = reset();
    events[2].journey = Some("j2".to_owned());
    assert!(!done(Tour::Kiosk, &story(events)).contains(&Step::Prove));
    let mut twice = reset();
    twice[2] = by(Activity::GateTried, "app_code");
    assert!(!done(Tour::Kiosk, &story(twice)).contains(&Step::Prove));
}

#[test]
fn the_administrator_signs_in_and_looks_up_that_very_reference() {
    let entered = Event::new(Activity::ConsoleOpened, "self").about(ADA);
    assert_eq!(done(Tour::Admin, &story(vec![entered])), [Step::Enter]);
    let viewed = |reference: &str| Event {
        reference: Some(reference.to_owned()),
        ..Event::new(Activity::ReferenceViewed, ADA)
    };
    let looked = |reference| {
        let mut events = reset();
        events.push(viewed(reference));
        done(Tour::Admin, &story(events)).contains(&Step::LookUp)
    };
    assert!(looked("K7QF-M2TD") && !looked("K7QF-M2TE"));
    assert!(!done(Tour::Admin, &story(vec![viewed("K7QF-M2TD")])).contains(&Step::LookUp));
}

#[test]
fn pages_count_when_they_are_saved_or_noted_as_right() {
    let saved = |detail: &str| Event::new(Activity::PolicyChanged, "admin").detail(detail);
    let noted = |detail: &str| Event::new(Activity::PolicyConfirmed, "admin").detail(detail);
    let parts = |events| {
        let list = Checklist::of(Tour::Admin, &story(events));
        let review = list.lines.iter().find(|line| line.step == Step::Review);
        review.unwrap().parts.unwrap()
    };
    assert_eq!(parts(vec![]), (0, 4));
    assert_eq!(parts(vec![saved("captcha: off → on")]), (0, 4));
    let two = vec![
        saved("sspr.enabled: none → selected"),
        noted("methods.enabled, methods.required"),
    ];
    assert_eq!(parts(two.clone()), (1, 4));
    let mut all = two;
    all.push(noted("branding.accent, notify.users_on_reset"));
    all.push(saved("registration.reconfirm_days: 180 → 90"));
    assert_eq!(parts(all.clone()), (4, 4));
    // Enabled is what policy says and somebody saved, not the one without the other.
    let says = |selected| Story {
        selected,
        ..story(all.clone())
    };
    assert!(done(Tour::Admin, &says(true)).contains(&Step::Enable));
    assert!(!done(Tour::Admin, &says(false)).contains(&Step::Enable));
}
