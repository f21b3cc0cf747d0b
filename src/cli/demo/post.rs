//! The post of the demo: what is for Mia goes to her phone.

use std::sync::mpsc::{Receiver, Sender};

use super::contoso::{HOME, MIA, NUMBER, OFFICE};
use crate::delivery::voice::Incoming;
use crate::domain::outgoing::{Channel, Outgoing};
use crate::tui::demo::calling::IncomingCall;
use crate::tui::demo::phone::PhoneMail;

/// Calls to Mia's numbers ring at her phone: she has the one at her desk put through.
pub(super) fn connect(dialled: &Receiver<Incoming>, ring: &Sender<IncomingCall>) {
    for call in dialled {
        let mine = [NUMBER, OFFICE].map(|number| number.replace([' ', '-'], ""));
        let rings = mine.contains(&call.to).then(|| {
            ring.send(IncomingCall {
                text: call.text,
                handset: call.handset,
                over: call.over,
            })
        });
        if rings.is_some_and(|rings| rings.is_err()) {
            return;
        }
    }
}

/// Mia's mail and her text messages go to her phone.
pub(super) fn sort(letters: &Receiver<Outgoing>, arrive: &Sender<PhoneMail>) {
    for letter in letters {
        let mail = PhoneMail {
            from: match letter.channel {
                Channel::Mail => "Contoso <reset@contoso.example>".to_owned(),
                Channel::Sms | Channel::Voice | Channel::Push => "Contoso".to_owned(),
            },
            subject: letter.subject.clone(),
            text: letter.text.expose().to_owned(),
            unread: true,
            asks: None,
        };
        let mine = match letter.channel {
            Channel::Mail => letter.to == MIA || letter.to == HOME,
            Channel::Voice | Channel::Push => false,
            Channel::Sms => letter.to == NUMBER.replace([' ', '-'], ""),
        };
        if mine && arrive.send(mail).is_err() {
            return;
        }
    }
}
