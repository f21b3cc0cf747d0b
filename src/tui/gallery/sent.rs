//! The screens after news of what was sent.

use super::Player;
use crate::domain::journey::JourneyId;
use crate::domain::method::Method;
use crate::domain::progress::Progress;
use crate::journey::Reply;

impl Player {
    /// After this became of what was sent for a method.
    pub(super) fn hears(self, method: Method, progress: Progress) -> Self {
        let journey = JourneyId::new([7; 16]);
        self.told(Reply::Watched(journey, method.key(), Some(progress)))
    }
}

/// The states, named.
pub fn states() -> Vec<(String, Player)> {
    let email = |progress| Player::code(Method::Email).hears(Method::Email, progress);
    vec![
        ("email, not sent yet".to_owned(), email(Progress::Trouble)),
        ("email, not delivered".to_owned(), email(Progress::Failed)),
        ("ended, denied".to_owned(), email(Progress::Denied)),
    ]
}
