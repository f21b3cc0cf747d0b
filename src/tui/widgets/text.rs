//! Text for cells: cleaned, measured by grapheme, wrapped by width. The one place where text
//! enters a screen.

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// Stands for what must not be drawn raw.
const REPLACEMENT: &str = "\u{fffd}";

/// What may not stand at the start of a line of Chinese or Japanese.
const NEVER_FIRST: &str = "、。，．・：；？！ー）］｝」』】〉》”’…‥々ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ,.!?:;)]}%";
/// What may not stand at the end of one.
const NEVER_LAST: &str = "（［｛「『【〈《“‘([{";

/// Whether a character would steer the terminal, turn the reading order or hide.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// Prose without control, bidirectional and zero-width characters; line breaks stay.
pub fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| *c == '\n' || !steers(*c))
        .collect()
}

/// Cleaned text as it stands in a row: once a line is broken, a space that keeps words together is a
/// space, because not every font has those.
pub fn line(text: &str) -> String {
    if plain(text) {
        return text.to_owned();
    }
    spaced(clean(text).replace('\n', " "))
}

fn spaced(line: String) -> String {
    const KEEPS: [char; 2] = ['\u{a0}', '\u{202f}'];
    match line.contains(KEEPS) {
        true => line.replace(KEEPS, " "),
        false => line,
    }
}

/// How many cells `text` takes once it is cleaned.
pub fn width(text: &str) -> usize {
    if plain(text) {
        return text.len();
    }
    text.graphemes(true).map(cells).sum()
}

/// Whether each byte is a cell, as nearly always; finding graphemes costs much more than this.
fn plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The graphemes of a text; where each is a byte they need not be found.
fn graphemes(text: &str) -> impl Iterator<Item = &str> {
    let simple = plain(text);
    let bytes = if simple { text.len() } else { 0 };
    let found = (!simple).then(|| text.graphemes(true));
    let byte = |at| text.get(at..at + 1);
    (0..bytes)
        .filter_map(byte)
        .chain(found.into_iter().flatten())
}

/// How many cells one grapheme takes; what would steer takes none.
fn cells(grapheme: &str) -> usize {
    if plain(grapheme) {
        grapheme.len()
    } else if grapheme.chars().any(steers) {
        0
    } else {
        usize::from(grapheme.cell_width())
    }
}

/// A typed grapheme as it may be drawn, and its width: nothing typed hides, so what would steer or
/// has no width shows as U+FFFD.
pub fn shown(grapheme: &str) -> (&str, usize) {
    match cells(grapheme) {
        0 => (REPLACEMENT, 1),
        wide => (grapheme, wide),
    }
}

/// `text` on one line of `room` cells, with `more` at its end when it is cut.
pub fn fit(text: &str, room: usize, more: &str) -> String {
    let text = line(text);
    if width(&text) <= room {
        return text;
    }
    let mut left = room.saturating_sub(width(more));
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        match left.checked_sub(cells(grapheme)) {
            Some(rest) => left = rest,
            None => break,
        }
        kept.push_str(grapheme);
    }
    if room > 0 {
        kept.push_str(more);
    }
    kept
}

/// `text` as lines of at most `room` cells: at spaces, between wide characters, after hyphens, and
/// anywhere when nothing else helps. Never fails, even with no room; always at least one line.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(1);
    let mut lines = Vec::new();
    if plain(text) {
        wrap_paragraph(text, room, &mut lines);
        return lines;
    }
    for paragraph in clean(text).split('\n') {
        wrap_paragraph(paragraph, room, &mut lines);
    }
    lines.into_iter().map(spaced).collect()
}

fn wrap_paragraph(paragraph: &str, room: usize, lines: &mut Vec<String>) {
    if paragraph.len() <= room && plain(paragraph) {
        let start = match lines.is_empty() {
            true => paragraph,
            false => paragraph.trim_start_matches(' '),
        };
        lines.push(start.trim_end_matches(' ').to_owned());
        return;
    }
    let mut line: Vec<&str> = Vec::new();
    let mut used = 0;
    for grapheme in graphemes(paragraph) {
        // A wide character in a column of one cell has no place; its stand-in has.
        let grapheme = if cells(grapheme) > room {
            REPLACEMENT
        } else {
            grapheme
        };
        if used + cells(grapheme) > room && is_space(grapheme) {
            lines.push(line.concat());
            line.clear();
            used = 0;
            continue;
        }
        // What is carried over a break can still be too long together with a wide character.
        while used + cells(grapheme) > room && !line.is_empty() {
            let rest = line.split_off(break_before(&line, grapheme));
            lines.push(line.concat().trim_end_matches(' ').to_owned());
            line = rest;
            used = line.iter().map(|g| cells(g)).sum();
        }
        if !(line.is_empty() && is_space(grapheme) && !lines.is_empty()) {
            line.push(grapheme);
            used += cells(grapheme);
        }
    }
    lines.push(line.concat().trim_end_matches(' ').to_owned());
}

/// Where to break a full line before `next` is put on it: how many graphemes stay.
fn break_before(line: &[&str], next: &str) -> usize {
    let last = |allowed: fn(&str, &str) -> bool| {
        let after = line.iter().skip(1).chain(std::iter::once(&next));
        line.iter()
            .zip(after)
            .enumerate()
            .filter(|(_, (a, b))| allowed(a, b))
            .last()
            .map(|(at, _)| at + 1)
    };
    last(gap)
        .or_else(|| last(|a, _| matches!(a, "-" | "\u{2010}" | "/")))
        .unwrap_or(line.len())
}

/// Whether a line may end between two graphemes without harm.
fn gap(a: &str, b: &str) -> bool {
    if is_space(a) {
        return !is_space(b);
    }
    (ideograph(a) || ideograph(b))
        && !is_space(b)
        && !NEVER_FIRST.contains(b)
        && !NEVER_LAST.contains(a)
}

fn is_space(grapheme: &str) -> bool {
    matches!(grapheme, " " | "\u{3000}")
}

/// Wide and written without spaces; Hangul is wide but keeps its words together.
fn ideograph(grapheme: &str) -> bool {
    let hangul = |c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7ff}');
    cells(grapheme) == 2 && !grapheme.starts_with(hangul)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn breaks_at_spaces() {
        assert_eq!(wrap("the quick brown fox", 10), ["the quick", "brown fox"]);
        assert_eq!(wrap("one\ntwo", 10), ["one", "two"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn keeps_together_what_belongs_together() {
        assert_eq!(wrap("Est-ce vrai\u{202f}?", 12), ["Est-ce", "vrai ?"]);
        assert_eq!(wrap("Dans 30\u{a0}s", 8), ["Dans", "30 s"]);
        assert_eq!(fit("30\u{a0}s", 9, "~"), "30 s");
    }

    #[test]
    fn breaks_between_wide_characters_but_not_before_a_full_stop() {
        assert_eq!(wrap("新しい。次へ", 6), ["新し", "い。次", "へ"]);
        assert_eq!(wrap("「新」しい", 7), ["「新」", "しい"]);
    }

    #[test]
    fn breaks_a_word_that_is_too_long() {
        assert_eq!(
            wrap("Kennwortzurücksetzung", 8),
            ["Kennwort", "zurückse", "tzung"]
        );
        assert_eq!(wrap("Passwort-Richtlinie", 12), ["Passwort-", "Richtlinie"]);
        assert_eq!(wrap("한국어 단어들", 8), ["한국어", "단어들"]);
        assert_eq!(wrap("語", 1), ["\u{fffd}"]);
        assert_eq!(wrap("a bcdefg語", 8), ["a bcdefg", "語"]);
        assert_eq!(wrap("a bcdefgh語", 8), ["a", "bcdefgh", "語"]);
    }

    #[test]
    fn drops_what_steers() {
        assert_eq!(clean("a\u{202e}b\u{2066}\u{1b}[31mc\u{200b}"), "ab[31mc");
        assert_eq!(shown("\u{202e}"), ("\u{fffd}", 1));
        assert_eq!(shown("\u{301}"), ("\u{fffd}", 1));
        assert_eq!(shown("語"), ("語", 2));
        assert_eq!(fit("Kennwort", 5, "~"), "Kenn~");
        assert_eq!(fit("語語語", 4, "~"), "語~");
        assert_eq!(fit("語", 0, "~"), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn lines_fit_and_lose_no_words(text in "\\PC{0,60}", room in 8usize..40) {
            let lines = wrap(&text, room);
            for line in &lines {
                prop_assert!(width(line) <= room, "{line:?} in {room}");
            }
            let bare = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&lines.concat()), bare(&clean(&text)));
        }
    }
}
