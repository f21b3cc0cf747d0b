//! Security questions (product, section 4): which there are, which of a person's are asked, and
//! what asking and answering came to.

use super::msg::Msg;
use super::policy::Policy;

/// The most answers an account holds; `questions.to_register` goes up to it.
pub const MOST: usize = 5;

/// The predefined questions, by the ids that the store and the locales (`question-ID` in
/// `kiosk.ftl`) know them by. Each has an answer that stays the same, that one remembers, that has
/// many possible values and that one does not post. An id is never given another meaning and never
/// taken away: what somebody has registered stays answerable.
pub const PREDEFINED: [&str; 35] = [
    "first-concert",
    "first-record",
    "first-film",
    "first-play",
    "first-book",
    "bedtime-song",
    "school-poem",
    "first-piece",
    "stuffed-animal",
    "neighbours-pet",
    "primary-teacher",
    "feared-teacher",
    "first-desk-mate",
    "first-crush",
    "first-boss",
    "first-workplace",
    "driving-teacher",
    "childhood-doctor",
    "childhood-neighbour",
    "sweet-shop",
    "grandparents-street",
    "grandmother-birthplace",
    "hiding-place",
    "lost-thing",
    "broken-thing",
    "disliked-dish",
    "first-dish",
    "childhood-present",
    "first-phone",
    "first-bicycle",
    "first-game",
    "first-phone-number",
    "first-mountain",
    "school-trip",
    "first-club",
];

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A predefined one, by its id.
    Predefined(&'static str),
    /// One of the organisation's own, word by word.
    Own(String),
}

impl Question {
    /// The predefined question of an id.
    pub fn predefined(id: &str) -> Option<Self> {
        let known = PREDEFINED.into_iter().find(|known| *known == id);
        known.map(Self::Predefined)
    }

    /// The words of it: localised, or as the organisation wrote them.
    pub fn message(&self) -> Msg {
        match self {
            Self::Predefined(id) => Msg::new(format!("question-{id}")),
            Self::Own(words) => Msg::new("verbatim").text("text", words),
        }
    }

    /// Whether it may be asked: one of the organisation's own only while policy has it.
    pub fn is_offered(&self, policy: &Policy) -> bool {
        match self {
            Self::Predefined(_) => true,
            Self::Own(words) => policy.questions_custom.contains(words),
        }
    }
}

/// Which of `count` answers are asked for: `take` of them, in an order by one random number each.
pub fn draw(count: usize, take: usize, ranks: &[u64; MOST]) -> Vec<usize> {
    let mut ranked: Vec<(u64, usize)> = ranks.iter().copied().zip(0..count).collect();
    ranked.sort_unstable();
    ranked.into_iter().take(take).map(|(_, at)| at).collect()
}

/// What asking for an account's questions came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// These are asked, in this order.
    Questions(Vec<Question>),
    /// The method can't be chosen now.
    NotOffered,
}

/// What answering them came to. It never says which answer was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// All are right: the gate is passed.
    Passed,
    /// Not all are right.
    Wrong {
        /// Tries left before the method or the account is used up.
        left: i64,
    },
    /// Other questions are asked by now; nothing was tried.
    Changed,
    /// The method can't be tried now.
    NotOffered,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_enough_and_each_has_an_id_of_its_own() {
        let ids: BTreeSet<&str> = PREDEFINED.into_iter().collect();
        assert!(ids.len() >= 30);
        assert_eq!(ids.len(), PREDEFINED.len());
        for id in PREDEFINED {
            assert_eq!(Question::predefined(id), Some(Question::Predefined(id)));
            assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
        }
        assert_eq!(Question::predefined("First-Concert"), None);
    }

    #[test]
    fn a_draw_takes_the_lowest_ranks_in_their_order() {
        let ranks = [50, 10, 40, 20, 30];
        assert_eq!(draw(5, 3, &ranks), [1, 3, 4]);
        assert_eq!(draw(5, 5, &ranks), [1, 3, 4, 2, 0]);
        assert_eq!(draw(3, 3, &ranks), [1, 2, 0]);
        assert_eq!(draw(2, 3, &ranks), [1, 0], "no more than there are");
        let every: BTreeSet<Vec<usize>> = (0..6)
            .map(|turn| {
                let mut ranks = [0, 1, 2, u64::MAX, u64::MAX];
                ranks[..3].rotate_left(turn % 3);
                if turn > 2 {
                    ranks.swap(0, 1);
                }
                draw(3, 2, &ranks)
            })
            .collect();
        assert_eq!(every.len(), 6, "each order is reached");
    }
}
