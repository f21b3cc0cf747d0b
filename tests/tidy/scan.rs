//! Reads Rust source just well enough to see which paths it names.

/// The source without comments, and without the contents of text unless `keep_text`.
pub fn stripped(source: &str, keep_text: bool) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut depth = 0_usize;
    while let Some(c) = rest.chars().next() {
        if depth > 0 {
            let step = if rest.starts_with("*/") {
                depth -= 1;
                2
            } else if rest.starts_with("/*") {
                depth += 1;
                2
            } else {
                c.len_utf8()
            };
            rest = &rest[step..];
        } else if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if rest.starts_with("/*") {
            depth = 1;
            rest = &rest[2..];
        } else if let Some(len) = text_len(rest, out.chars().next_back()) {
            out.push_str(if keep_text { &rest[..len] } else { " \"\" " });
            rest = &rest[len..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// The length of the text or character literal that begins here.
fn text_len(rest: &str, before: Option<char>) -> Option<usize> {
    let in_word = before.is_some_and(is_word);
    if rest.starts_with('r') && !in_word {
        let hashes = rest[1..].bytes().take_while(|b| *b == b'#').count();
        if rest[1 + hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = 2 + hashes;
            return Some(
                rest[body..]
                    .find(&end)
                    .map_or(rest.len(), |at| body + at + end.len()),
            );
        }
    }
    if rest.starts_with('"') {
        let mut escaped = false;
        for (at, c) in rest.char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return Some(at + 1),
                _ => {}
            }
        }
        return Some(rest.len());
    }
    // A character, not a lifetime: 'x' or '\…'.
    let mut chars = rest.char_indices();
    if chars.next()?.1 == '\'' {
        let (_, first) = chars.next()?;
        if first == '\\' {
            let _ = chars.next();
            return chars.find(|(_, c)| *c == '\'').map(|(at, _)| at + 1);
        }
        if let Some((at, '\'')) = chars.next() {
            return Some(at + 1);
        }
    }
    None
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every path the source names, groups spelled out: `use a::{b, c::d}` is `a::b` and `a::c::d`.
pub fn paths(source: &str) -> Vec<String> {
    let tokens = tokens(&stripped(source, false));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let follows = at > 0 && matches!(tokens[at - 1].as_str(), "::" | ".");
        if is_name(&tokens[at]) && !follows {
            let used = at > 0 && tokens[at - 1] == "use";
            let start = found.len();
            at = path(&tokens, at, "", &mut found);
            if !used {
                // A word alone is a variable; only an import of it is a path.
                let kept = found
                    .split_off(start)
                    .into_iter()
                    .filter(|p| p.contains("::"));
                found.extend(kept);
            }
        } else if at > 0 && tokens[at - 1] == "use" && tokens[at] == "{" {
            at = group(&tokens, at, "", &mut found);
        } else {
            at += 1;
        }
    }
    found
}

fn is_name(token: &str) -> bool {
    token.chars().next().is_some_and(is_word)
}

/// Reads a path that begins at `at`; returns where it ends.
fn path(tokens: &[String], at: usize, prefix: &str, found: &mut Vec<String>) -> usize {
    let mut whole = format!("{prefix}{}", tokens[at]);
    let mut at = at + 1;
    while tokens.get(at).is_some_and(|token| token == "::") {
        match tokens.get(at + 1).map(String::as_str) {
            Some("{") => return group(tokens, at + 1, &format!("{whole}::"), found),
            Some(name) if is_name(name) => {
                whole = format!("{whole}::{name}");
                at += 2;
            }
            Some("*") => {
                whole.push_str("::*");
                at += 2;
            }
            _ => break,
        }
    }
    found.push(whole);
    at
}

/// Reads a group that begins at `at`; returns where it ends.
fn group(tokens: &[String], at: usize, prefix: &str, found: &mut Vec<String>) -> usize {
    let mut at = at + 1;
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "}" => return at + 1,
            name if is_name(name) => at = path(tokens, at, prefix, found),
            "*" => {
                found.push(format!("{prefix}*"));
                at += 1;
            }
            _ => at += 1,
        }
    }
    at
}

fn tokens(source: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let len = if is_word(c) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            c.len_utf8()
        };
        if !c.is_whitespace() {
            tokens.push(rest[..len].to_owned());
        }
        rest = &rest[len..];
    }
    tokens
}

/// Whether a text speaks SQL: `SELECT`, `INSERT INTO`, `UPDATE … SET`, `DELETE FROM` as words.
pub fn speaks_sql(source: &str) -> bool {
    let text = stripped(source, true);
    let words: Vec<&str> = text
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1).copied().unwrap_or_default();
        match *word {
            "SELECT" => true,
            "INSERT" => next == "INTO",
            "DELETE" => next == "FROM",
            "UPDATE" => words[at..].iter().take(4).any(|word| *word == "SET"),
            _ => false,
        }
    })
}
