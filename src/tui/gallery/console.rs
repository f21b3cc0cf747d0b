//! The way into the console.

use super::account::{item, named, needs};
use super::{Player, overview};
use crate::domain::enrolment::Holder;
use crate::domain::journey::{JourneyId, Step};
use crate::domain::method::Method;
use crate::domain::session::{Due, Entry, SignedIn};
use crate::journey::Reply;

impl Player {
    fn at_the_console() -> Self {
        let mut player = Self::new();
        player.visit = player.visit.for_console();
        player
    }

    fn signs_in(due: Due) -> Self {
        let signed = SignedIn::On(JourneyId::new([7; 16]), due);
        Self::at_the_console()
            .types(0, "admin@contoso.example")
            .types(1, "Correct horse 7")
            .submits()
            .told(Reply::SignedIn(signed))
    }

    fn enters(entry: Entry) -> Self {
        Self::signs_in(Due::Nothing).told(Reply::Entered(Step::Go(entry)))
    }
}

/// Every state of it that the kiosk has not.
pub fn states() -> Vec<(String, Player)> {
    let mut factor = needs(0);
    factor.items.clear();
    factor.addable.retain(|method| method.is_second_factor());
    let mut later = needs(1);
    later.items.push(item(Method::AppCode, Holder::Own));
    let nobody = Entry::NoRole {
        reference: "ABCD-1234".to_owned(),
    };
    let mut again = Player::new();
    again.visit = again.visit.proving(JourneyId::new([7; 16]), {
        let mut overview = overview(0);
        overview.required = 1;
        overview
    });
    vec![
        named("console", Player::at_the_console()),
        named("console, no role", Player::enters(nobody)),
        named(
            "console, no factor",
            Player::enters(Entry::Register(factor)),
        ),
        named("console, later", Player::signs_in(Due::Register(later))),
        named("console, again", again),
    ]
}
