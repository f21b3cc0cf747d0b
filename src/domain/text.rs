//! Text from outside: one canonical form for comparing names, one cleaning before showing.

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;
use zeroize::Zeroizing;

/// NFKC, the compatibility composition of Unicode Standard Annex 15.
pub fn nfkc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfkc()
        .normalize(text)
        .into_owned()
}

/// The form in which names are compared: cleaned, trimmed, NFKC, case-folded, NFKC again
/// (folding can undo composition). Case, width and surrounding space make no difference; letters
/// that merely look alike stay different.
pub fn canonical(name: &str) -> String {
    // Passwords pass through here, too; what is left on the way is wiped.
    let cleaned = Zeroizing::new(clean(name));
    let composed = Zeroizing::new(nfkc(&cleaned));
    let folded = Zeroizing::new(CaseMapper::new().fold_string(composed.trim()).into_owned());
    nfkc(&folded)
}

/// Whether a character may stand in text that is shown: no control, format (bidirectional
/// overrides, zero-width), line or paragraph separator, surrogate, private or unassigned character.
pub fn is_showable(c: char) -> bool {
    !matches!(
        CodePointMapData::<GeneralCategory>::new().get(c),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::Surrogate
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
    )
}

/// One line of showable text: everything else is dropped, surrounding space is trimmed.
pub fn clean(text: &str) -> String {
    let kept: String = text.chars().filter(|c| is_showable(*c)).collect();
    kept.trim().to_owned()
}

/// One line of a text that has several: what is not showable is dropped, a tab is a space, and the
/// space it begins with stays.
pub fn clean_line(line: &str) -> String {
    let spaced = line.chars().map(|c| if c == '\t' { ' ' } else { c });
    let kept: String = spaced.filter(|c| is_showable(*c)).collect();
    kept.trim_end().to_owned()
}

/// How many cells of a terminal a clean line takes.
pub fn columns(line: &str) -> usize {
    line.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The words of a name, canonical, for searching and for the password rule about names.
pub fn words(text: &str) -> Vec<String> {
    canonical(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What was typed as somebody's name, for the record: only what can be one. People type passwords
/// into the wrong field, and the record is for ever.
pub fn as_name(typed: &str) -> String {
    let name = clean(typed);
    match name.contains('@') && !name.contains(char::is_whitespace) && name.chars().count() <= 256 {
        true => name,
        false => "(not a user ID)".to_owned(),
    }
}

/// Shows where an address or number leads without giving it away: the first character of the
/// local part and the domain, or the last two digits.
pub fn mask_address(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((local, domain)) => {
            let first: String = local.chars().take(1).collect();
            format!("{first}*****@{domain}")
        }
        None => "*****".to_owned(),
    }
}

/// The same for a telephone number: its last two digits; of an extension nothing.
pub fn mask_number(number: &str) -> String {
    let number = number.split_once('x').map_or(number, |(number, _)| number);
    let tail: String = number.chars().rev().take(2).collect();
    format!("*****{}", tail.chars().rev().collect::<String>())
}

/// A number with its noun, as the command line says it.
pub fn counted<N: TryInto<u64>>(count: N, one: &str, more: &str) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    format!("{count} {}", if count == 1 { one } else { more })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_canonical_form() {
        for variant in [
            "MIAS@Contoso.example",
            "  mias@contoso.example ",
            "ｍｉａｓ@contoso.example",
            "mias\u{200b}@contoso.example",
            "m\u{202e}ias@contoso.example",
        ] {
            assert_eq!(canonical(variant), "mias@contoso.example", "{variant:?}");
        }
        assert_eq!(canonical("Stra\u{df}e"), canonical("STRASSE"));
        assert_eq!(canonical("e\u{301}"), canonical("\u{e9}"));
        assert_ne!(
            canonical("m\u{456}as"),
            canonical("mias"),
            "a look-alike is another name"
        );
    }

    #[test]
    fn cleaning_drops_what_moves_the_cursor_or_the_reading_order() {
        assert_eq!(clean("a\u{1b}[2Jb\u{202e}c\u{7}\r\n"), "a[2Jbc");
        assert_eq!(clean("  Mia 🦊 Stéèle  "), "Mia 🦊 Stéèle");
    }

    #[test]
    fn a_mask_tells_the_owner_and_nobody_else() {
        assert_eq!(mask_address("mia@home.example"), "m*****@home.example");
        assert_eq!(mask_address("nonsense"), "*****");
    }
}
