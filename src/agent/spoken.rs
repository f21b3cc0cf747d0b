//! What a call says.

use crate::domain::msg::Msg;
use crate::domain::text;
use crate::i18n::{File, Texts};

/// The words of the prompt, in a language, and the language they are in.
pub fn prompt(language: &str, organisation: &str) -> (String, &'static str) {
    let texts = Texts::new(language, File::Messages);
    let organisation = text::clean(organisation);
    let words = texts.say(&Msg::new("call-prompt").text("organisation", organisation));
    (words, texts.tag())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::LANGUAGES;

    #[test]
    fn every_language_says_who_calls() {
        for tag in LANGUAGES {
            let (words, language) = prompt(tag, "Con\u{202e}toso\n");
            assert_eq!(language, tag);
            assert!(
                words.contains("Contoso") && !words.contains('\n'),
                "{words}"
            );
        }
        assert_eq!(prompt("xx", "Contoso").1, "en");
    }
}
