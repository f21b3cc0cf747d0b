//! What becomes of a request on an app, as the terminal shows it.

use super::Player;
use crate::domain::journey::{Proof, Sent, Step};
use crate::domain::method::Method;
use crate::domain::progress::Progress;
use crate::domain::time::Timestamp;
use crate::journey::Reply;
use crate::journey::input::Input;
use crate::journey::screen::Action;

const METHOD: Method = Method::AppNotification;

fn asked() -> Player {
    Player::code(METHOD)
}

/// Every screen of a request that other methods don't have.
pub(super) fn states() -> Vec<(String, Player)> {
    let heard = |progress| asked().hears(METHOD, progress);
    let mut all = Vec::new();
    let mut add = |name: &str, player: Player| all.push((format!("request, {name}"), player));
    add("too late", asked().proved(Proof::TooLate, None));
    let again = Reply::Sent(Step::Go(Sent::OnItsWay {
        expires: Timestamp::from_seconds(600),
    }));
    let resent = asked().does(Input::Act(Action::AskAgain));
    add("sent again", resent.told(again));
    add("verified", heard(Progress::Verified));
    let wrong = heard(Progress::Verified).proved(Proof::Wrong { left: 4 }, None);
    add("verified, wrong number", wrong);
    add("not sent yet", heard(Progress::Trouble));
    add("not delivered", heard(Progress::Failed));
    all
}
