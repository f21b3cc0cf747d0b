//! The reset journey, as one person makes it.

use super::kiosk::{Kiosk, Words};
use super::mailbox::Mailbox;
use super::program::Person;

/// Which gate first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    MailFirst,
    AppFirst,
}

/// From the first screen to the methods.
pub fn begin(kiosk: &mut dyn Kiosk, words: &Words, user: &str, next: &str) {
    kiosk.choose(words.forgot, words.who);
    kiosk.answer(user, next);
}

/// The gate of the mail, from the choice of methods on.
pub fn pass_mail(
    kiosk: &mut dyn Kiosk,
    words: &Words,
    person: &Person,
    mail: &dyn Mailbox,
    next: &str,
) {
    let earlier = mail.codes(&person.address).len();
    kiosk.choose(words.mail, words.on_its_way);
    let code = mail.code_after(&person.address, earlier);
    kiosk.answer(&code, next);
}

/// The gate of the app.
pub fn pass_app(kiosk: &mut dyn Kiosk, words: &Words, person: &Person, next: &str) {
    kiosk.choose(words.app, words.open_app);
    kiosk.answer(&person.app.code(), next);
}

/// The gate of the mobile phone, from the choice of methods on: the number, then the code that
/// arrives.
pub fn pass_phone(
    kiosk: &mut dyn Kiosk,
    words: &Words,
    number: &str,
    next: &str,
    code: impl FnOnce() -> String,
) {
    kiosk.choose(words.phone, words.number);
    kiosk.answer(number, words.texted);
    kiosk.answer(&code(), next);
}

/// Both gates, from the first screen to the new password.
pub fn pass_gates(
    kiosk: &mut dyn Kiosk,
    words: &Words,
    person: &Person,
    mail: &dyn Mailbox,
    order: Order,
) {
    kiosk.see(words.welcome);
    begin(kiosk, words, &person.upn, words.step_1);
    match order {
        Order::MailFirst => {
            pass_mail(kiosk, words, person, mail, words.step_2);
            pass_app(kiosk, words, person, words.new_password);
        }
        Order::AppFirst => {
            pass_app(kiosk, words, person, words.step_2);
            pass_mail(kiosk, words, person, mail, words.new_password);
        }
    }
}

/// A whole reset.
pub fn reset(
    kiosk: &mut dyn Kiosk,
    words: &Words,
    person: &Person,
    mail: &dyn Mailbox,
    order: Order,
    password: &str,
) {
    pass_gates(kiosk, words, person, mail, order);
    kiosk.set_password(password, words.done);
}
