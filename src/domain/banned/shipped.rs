//! The shipped list: the commonest passwords and the words they are made of. `assets/banned.txt`
//! says how it is written and how it was made; it is read at first use.

use std::sync::LazyLock;

use super::words::Words;

const FILE: &str = include_str!("../../../assets/banned.txt");

static LIST: LazyLock<Words> = LazyLock::new(|| decode(FILE));

/// The shipped list.
pub fn shipped() -> &'static Words {
    &LIST
}

/// Reads the front-coded form: each line is a word, of which the letters it shares with the word
/// before are written as one figure of base 36.
fn decode(file: &str) -> Words {
    let mut list = Words::default();
    let mut word = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let mut rest = line.chars();
        let Some(shared) = rest.next().and_then(|figure| figure.to_digit(36)) else {
            continue;
        };
        let kept = word.chars().take(shared as usize).map(char::len_utf8);
        word.truncate(kept.sum());
        word.push_str(rest.as_str());
        list.push(&word);
    }
    list.shrink();
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes sorted words front-coded.
    fn encode(words: &Words) -> String {
        let mut lines = String::new();
        let mut before = "";
        for index in 0..words.count() {
            let word = words.word(index);
            let alike = |(a, b): &(char, char)| a == b;
            let shared = before.chars().zip(word.chars()).take_while(alike).count();
            let figure = char::from_digit(u32::try_from(shared).unwrap(), 36).unwrap();
            lines.push(figure);
            lines.extend(word.chars().skip(shared));
            lines.push('\n');
            before = word;
        }
        lines
    }

    fn comment() -> String {
        let lines = FILE.lines().take_while(|line| line.starts_with('#'));
        lines.map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn it_is_sorted_whole_and_small() {
        let list = shipped();
        assert!(list.count() > 5_000, "{}", list.count());
        for index in 0..list.count() {
            let word = list.word(index);
            let length = word.chars().count();
            assert!((4..=16).contains(&length), "{word}");
            assert!(index == 0 || list.word(index - 1) < word, "{word}");
        }
        let again = Words::new((0..list.count()).map(|index| list.word(index)));
        assert_eq!(again.count(), list.count(), "every word is a skeleton");
        assert!(list.size() < 160 * 1024, "{} bytes", list.size());
        assert_eq!(comment() + &encode(list), FILE, "written the shortest way");
        for word in ["password", "пароль", "パスワード", "1234"] {
            let skeleton = Words::new([word]);
            let there = (0..list.count()).any(|at| list.word(at) == skeleton.word(0));
            assert!(there, "{word}");
        }
    }

    /// Writes the file anew from the words of a text, one a line; the file's comment says when.
    #[test]
    #[ignore = "writes assets/banned.txt"]
    fn write_it_anew() {
        let words = std::env::var("KEYHATCH_BANNED_WORDS").expect("a file with a word a line");
        let words = std::fs::read_to_string(words).unwrap();
        let fits = |word: &&str| (4..=16).contains(&Words::new([*word]).word(0).chars().count());
        let list = Words::new(words.lines().map(str::trim).filter(fits));
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/banned.txt");
        std::fs::write(path, comment() + &encode(&list)).unwrap();
    }
}
