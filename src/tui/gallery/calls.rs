//! The screens of a telephone call, from its number to its end.

use super::Player;
use crate::domain::journey::{Proof, Sent, Step};
use crate::domain::method::Method;
use crate::domain::progress::Progress;
use crate::domain::time::Timestamp;
use crate::domain::way::Way;
use crate::journey::Reply;
use crate::journey::input::Input;

impl Player {
    /// The number of a telephone that is to be called.
    fn to_be_called(method: Method) -> Self {
        let offers = super::overview(0).offers;
        let is_call = |method: Method| {
            let at = offers
                .iter()
                .position(|o| o.method == method && o.way == Way::Call);
            at.unwrap()
        };
        Self::choose().does(Input::Choose(is_call(method)))
    }

    /// A call that is on its way.
    pub(super) fn called(method: Method) -> Self {
        let expires = Timestamp::from_seconds(600);
        Self::to_be_called(method)
            .types(0, "+1 425 555 0111")
            .submits()
            .told(Reply::Sent(Step::Go(Sent::OnItsWay { expires })))
    }
}

/// The states, named.
pub fn states() -> Vec<(String, Player)> {
    let mut all = Vec::new();
    for method in [Method::MobilePhone, Method::OfficePhone] {
        let name = format!("number to be called, {}", method.key());
        all.push((name, Player::to_be_called(method)));
        let wrong = Reply::Sent(Step::Go(Sent::WrongNumber { left: 4 }));
        let wrong = Player::to_be_called(method)
            .types(0, "+1 425 555 0112")
            .submits()
            .told(wrong);
        all.push((format!("number not called, {}", method.key()), wrong));
    }
    let office = || Player::called(Method::OfficePhone);
    for progress in Progress::ALL {
        let name = format!("call, {}", progress.key());
        all.push((name, office().hears(Method::OfficePhone, progress)));
    }
    let late = Reply::Proved(Step::Go((Proof::TooLate, None)));
    let approved = office().hears(Method::OfficePhone, Progress::Approved);
    all.push(("call, too late".to_owned(), approved.told(late)));
    all.push(("call, hidden".to_owned(), office().waits(91)));
    let again = office()
        .hears(Method::OfficePhone, Progress::Busy)
        .does(Input::Choose(0));
    all.push(("call, again".to_owned(), again));
    all
}
