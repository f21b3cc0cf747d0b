//! The administrator's console as administrators use it: signing in, its screens at any size and in any
//! language, what happens to it while it is open.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

#[path = "console/faults.rs"]
mod faults;
#[path = "console/people.rs"]
mod people;
#[path = "console/proof.rs"]
mod proof;
#[path = "console/settings.rs"]
mod settings;
#[path = "console/sign_in.rs"]
mod sign_in;
mod support;
#[path = "console/terminal.rs"]
mod terminal;

use support::kiosk::{self, Kiosk};
use support::program::{ADMIN, ADMIN_PASSWORD, Home};
use support::pty::Pty;
use support::totp::Authenticator;

/// What an administrator looks for on the screens, in one language.
pub struct Words {
    pub tag: &'static str,
    pub sign_in: &'static str,
    pub second: &'static str,
    /// The kiosk's own.
    pub kiosk: &'static kiosk::Words,
    pub wrong: &'static str,
    pub no_role: &'static str,
    /// The tabs, the first and the last.
    pub overview: &'static str,
    pub usage: &'static str,
}

pub const EN: Words = Words {
    tag: "en",
    sign_in: "Sign in to the console with your administrator account",
    second: "Prove that it is you",
    kiosk: &kiosk::EN,
    wrong: "The user ID or the password is not right.",
    no_role: "your account has no administrator role",
    overview: "Overview",
    usage: "Usage & insights",
};

pub const DE: Words = Words {
    tag: "de",
    sign_in: "Melden Sie sich mit Ihrem Administratorkonto",
    second: "Bestätigen Sie Ihre Identität",
    kiosk: &kiosk::DE,
    wrong: "Die Benutzer-ID oder das Kennwort ist nicht richtig.",
    no_role: "Ihr Konto hat keine Administratorrolle",
    overview: "Überblick",
    usage: "Nutzung und Einblicke",
};

pub const JA: Words = Words {
    tag: "ja",
    sign_in: "管理者アカウントでコンソールにサインインしてください",
    second: "ご本人であることの確認",
    kiosk: &kiosk::JA,
    wrong: "ユーザー ID またはパスワードが正しくありません。",
    no_role: "お使いのアカウントには管理者ロールがありません",
    overview: "概要",
    usage: "使用状況と分析",
};

/// A host whose administrator has an authenticator.
pub fn host() -> (Home, Authenticator) {
    let home = Home::sqlite();
    let app = Authenticator::of("admin");
    let add = ["user", "methods", ADMIN, "add-app-code"];
    home.run_with(&add, app.base32().as_bytes()).ok();
    // What they still lack can wait, and is asked for in a test of its own.
    let quiet = "registration.required_at_sign_in=off";
    home.run(&["policy", "set", quiet]).ok();
    (home, app)
}

/// The console on a terminal, up to its sign-in.
pub fn start(home: &Home, words: &Words, more: &[&str]) -> Pty {
    let arguments = [&["admin", "--lang", words.tag], more].concat();
    let mut pty = Pty::start(home, &arguments);
    pty.see(words.sign_in);
    pty
}

/// Gives name and password; what comes next.
pub fn give_password(pty: &mut Pty, upn: &str, password: &str, next: &str) {
    pty.fill(upn, &format!("[{upn} "));
    let at = pty.cursor_row();
    pty.press("\t", "the password", |pty| pty.cursor_row() != at);
    let dots = "•".repeat(password.chars().count());
    pty.fill(password, &format!("[{dots} "));
    pty.press("\r", next, |pty| pty.words().contains(next));
}

/// Signs the administrator in; the console stands.
pub fn enter(pty: &mut Pty, words: &Words, code: &str) {
    give_password(pty, ADMIN, ADMIN_PASSWORD, words.second);
    pty.choose(words.kiosk.app, words.kiosk.open_app);
    pty.answer(code, words.usage);
}

/// Leaves by the key; where something stands before the console, it goes first.
pub fn leave(pty: &mut Pty) {
    for _ in 0..10 {
        pty.send("\x18");
        let mut left = false;
        for _ in 0..100 {
            left = left || !pty.runs();
            if !left {
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
        }
        if left {
            break;
        }
    }
    pty.ends_restored(0);
}
