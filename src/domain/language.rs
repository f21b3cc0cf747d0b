//! The languages shipped: the one list of them. Everything else that goes by language, the files of
//! `locales` included, is made from it.

/// Gives every shipped tag, in the order of the language list, to another macro.
macro_rules! languages {
    ($then:ident) => {
        $then! { "en" "de" "fr" "es" "ja" }
    };
}
pub(crate) use languages;

macro_rules! list {
    ($($tag:literal)*) => {
        [$($tag),*]
    };
}

/// Every language shipped, in the order of the language list.
pub const LANGUAGES: [&str; languages!(list).len()] = languages!(list);
