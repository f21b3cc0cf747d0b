//! Who may reset, and what a refusal says, changed while the kiosks run.

use crate::entrance::{DRAWN, by_ssh};
use crate::support::journey::begin;
use crate::support::kiosk::{EN, Kiosk};
use crate::support::program::Home;
use crate::support::stage::{At, BOTH, Stage};

pub const KEYS: &[&str] = &[
    "sspr.enabled",
    "sspr.groups",
    "sspr.excluded_groups",
    "licence.default",
    "explain",
    "captcha",
    "branding.helpdesk_url",
    "branding.helpdesk_email",
    "branding.helpdesk_phone",
];

const MIA: &str = "mias@contoso.example";
const BEN: &str = "bens@contoso.example";
const REMOTE: &str = "1. Wait 20 seconds";

fn home() -> Home {
    let home = Home::sqlite();
    for name in ["mias", "bens"] {
        home.add_person(name);
    }
    for chain in [["Chosen", "Middle", "Inner"], ["Barred", "Lower", "Lowest"]] {
        for (at, group) in chain.iter().enumerate() {
            home.run(&["group", "add", group]).ok();
            if at > 0 {
                home.run(&["group", "add-member", chain[at - 1], group])
                    .ok();
            }
        }
    }
    home.run(&["group", "add-member", "Inner", MIA]).ok();
    home
}

fn refused_for(stage: &mut Stage, at: At, user: &str, code: &str) {
    stage.name(at, user, EN.refused);
    stage.shows(at, code, true);
}

#[test]
fn who_may_reset_is_seen_at_the_next_step() {
    let mut stage = Stage::open(home());
    stage.set(&[("explain", "on")]);
    each_reach(&mut stage);
    each_licence(&mut stage);
    each_contact(&mut stage);
    each_check(&mut stage);
    stage.has_tried(KEYS);
    stage.home.verify();
}

fn each_reach(stage: &mut Stage) {
    for at in BOTH {
        stage.set(&[("sspr.enabled", "none")]);
        refused_for(stage, at, MIA, "SSPR_0009");
        stage.set(&[("sspr.enabled", "all")]);
        stage.name(at, MIA, EN.step_1);
        // By nesting she is in the selected group, and he is not.
        stage.set(&[("sspr.groups", "Chosen"), ("sspr.enabled", "selected")]);
        stage.name(at, MIA, EN.step_1);
        refused_for(stage, at, BEN, "SSPR_0013");
        stage.home.run(&["group", "add-member", "Lowest", MIA]).ok();
        stage.name(at, MIA, EN.step_1);
        stage.set(&[("sspr.excluded_groups", "Barred")]);
        refused_for(stage, at, MIA, "SSPR_0013");
        stage.set(&[("sspr.enabled", "all"), ("sspr.groups", "")]);
        refused_for(stage, at, MIA, "SSPR_0013");
        stage.name(at, BEN, EN.step_1);
        stage.set(&[("sspr.excluded_groups", "")]);
        stage.name(at, MIA, EN.step_1);
        stage
            .home
            .run(&["group", "remove-member", "Lowest", MIA])
            .ok();
        // On the way, too: what is typed next is refused.
        stage.kiosk(at).choose(EN.app, EN.open_app);
        stage.set(&[("sspr.enabled", "none")]);
        stage.kiosk(at).answer("123456", EN.refused);
        stage.shows(at, "SSPR_0009", true);
        stage.set(&[("sspr.enabled", "all")]);
    }
    assert!(stage.home.records("gate_tried").is_empty(), "compared");
}

fn each_licence(stage: &mut Stage) {
    for licence in [
        "free",
        "basic",
        "apps-for-business",
        "business-standard",
        "business-premium",
        "p2",
        "p1",
    ] {
        stage.set(&[("licence.default", licence)]);
        for at in BOTH {
            match licence {
                "free" => refused_for(stage, at, MIA, "SSPR_0012"),
                _ => stage.name(at, MIA, EN.step_1),
            }
        }
    }
    stage.kiosk(At::Plain).choose(EN.app, EN.open_app);
    stage.set(&[("licence.default", "free")]);
    stage.kiosk(At::Plain).answer("123456", EN.refused);
    stage.shows(At::Plain, "SSPR_0012", true);
    // Where the reason is not told, it is not told from the next refusal on.
    stage.set(&[("explain", "off")]);
    for at in BOTH {
        stage.name(at, MIA, EN.refused);
        stage.shows(at, "SSPR_", false);
        stage.shows(at, "no licence", false);
    }
}

fn each_contact(stage: &mut Stage) {
    let contacts = [
        ("branding.helpdesk_url", "https://help.contoso.example"),
        ("branding.helpdesk_email", "help@contoso.example"),
        ("branding.helpdesk_phone", "+1 425 555 0100"),
    ];
    for (key, contact) in contacts {
        for at in BOTH {
            stage.name(at, MIA, EN.refused);
            stage.shows(at, "Ask your administrator for help.", true);
            stage.set(&[(key, contact)]);
            stage.name(at, MIA, EN.refused);
            stage.shows(at, &format!("Help desk: {contact}"), true);
            stage.shows(at, "Ask your administrator", false);
            stage.set(&[(key, "")]);
        }
    }
    stage.set(&[("licence.default", "p1")]);
}

fn each_check(stage: &mut Stage) {
    let mut remote = by_ssh(&stage.home, "sshd", "");
    let mut remotely = |next: &str| {
        remote.cancel(EN.welcome);
        begin(&mut remote, &EN, MIA, next);
    };
    stage.set(&[("captcha", "off")]);
    remotely(EN.step_1);
    stage.name(At::Screen, MIA, EN.step_1);
    stage.set(&[("captcha", "on")]);
    remotely(REMOTE);
    stage.name(At::Plain, MIA, REMOTE);
    stage.screen.cancel(EN.welcome);
    stage.screen.choose(EN.forgot, EN.who);
    stage.screen.fill(MIA, &format!("[{MIA} "));
    // Whatever was shown before: here it is asked for by now.
    stage
        .screen
        .press("\r", DRAWN, |pty| pty.words().contains(DRAWN));
    stage.set(&[("captcha", "remote-only")]);
    remotely(REMOTE);
    for at in BOTH {
        stage.name(at, MIA, EN.step_1);
    }
}
