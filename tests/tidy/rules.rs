//! Which room may name what. `src/lib.rs` has the map; this is its lock.

use super::scan;

/// Crates that only one room may name.
const OWNED: &[(&[&str], &[&str])] = &[
    (
        &[
            "argon2",
            "chacha20poly1305",
            "hmac",
            "hkdf",
            "sha1",
            "sha2",
            "getrandom",
            "totp_rs",
        ],
        &["crypto"],
    ),
    (
        &["rusqlite", "postgres", "tokio_postgres_rustls", "refinery"],
        &["store"],
    ),
    (&["ratatui", "crossterm"], &["tui"]),
    (&["fluent", "fluent_langneg", "fluent_bundle"], &["i18n"]),
    (&["lettre"], &["delivery", "config"]),
    (&["ureq", "tungstenite"], &["delivery"]),
    (&["percent_encoding"], &["crypto", "delivery"]),
    (&["qrcodegen_no_heap"], &["tui"]),
    (&["png"], &["picture"]),
];

/// What a room must not name: other rooms as `crate::…`, crates and items by their path.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "tokio",
            "serde_json",
            "std::time::SystemTime",
            "std::time::Instant",
            "crate::store",
            "crate::service",
            "crate::crypto",
            "crate::delivery",
            "crate::directory",
            "crate::agent",
            "crate::i18n",
            "crate::journey",
            "crate::tui",
            "crate::line",
            "crate::cli",
            "crate::config",
        ],
    ),
    (
        "journey",
        &[
            "tokio",
            "crate::store",
            "crate::service",
            "crate::crypto",
            "crate::delivery",
            "crate::directory",
            "crate::agent",
            "crate::i18n",
            "crate::tui",
            "crate::line",
            "crate::cli",
        ],
    ),
    (
        "tui",
        &[
            "crate::store",
            "crate::delivery",
            "crate::directory",
            "crate::crypto",
        ],
    ),
    (
        "line",
        &[
            "crate::store",
            "crate::delivery",
            "crate::directory",
            "crate::crypto",
        ],
    ),
    ("picture", UPWARD),
    (
        "picture",
        &["crate::store", "crate::crypto", "crate::config"],
    ),
    ("breach", UPWARD),
    ("breach", &["crate::store"]),
    ("store", UPWARD),
    ("crypto", UPWARD),
    (
        "service",
        &[
            "crate::journey",
            "crate::tui",
            "crate::line",
            "crate::cli",
            "crate::agent",
        ],
    ),
];

/// The rooms above the ones that keep and protect things.
const UPWARD: &[&str] = &[
    "crate::service",
    "crate::journey",
    "crate::agent",
    "crate::i18n",
    "crate::tui",
    "crate::line",
    "crate::cli",
    "crate::delivery",
    "crate::directory",
];

/// Rooms that wire adapters up; `main` and `lib` see everything.
const WIRING: &[&str] = &["agent", "cli", "main", "lib"];

/// What a file names although its room must not. `path` is relative to `src`.
pub fn broken(path: &str, source: &str) -> Vec<String> {
    let room = room(path);
    let depth = depth(path);
    let named: Vec<String> = scan::paths(source)
        .iter()
        .map(|named| rooted(named, depth))
        .collect();
    let mut broken = Vec::new();
    let mut flag = |named: &str, why: &str| broken.push(format!("src/{path}: {named}: {why}"));
    for named in &named {
        for (crates, owners) in OWNED {
            if crates.iter().any(|name| is_under(named, name)) && !owners.contains(&room) {
                flag(named, &format!("only {} may name it", owners.join(" and ")));
            }
        }
        for (who, what) in FORBIDDEN {
            if *who == room
                && what.iter().any(|what| is_under(named, what))
                && !is_runner(path, named)
            {
                flag(named, &format!("{room} must not name it"));
            }
        }
        let adapter = ["delivery", "directory"]
            .into_iter()
            .find(|adapter| is_under(named, &format!("crate::{adapter}")));
        if let Some(adapter) = adapter
            && !WIRING.contains(&room)
            && room != adapter
        {
            flag(
                named,
                "only the agent and what wires it may name an adapter",
            );
        }
        if ["delivery", "directory", "config"].contains(&room)
            && named.starts_with("crate::")
            && ![room, "domain", "config"]
                .iter()
                .any(|of| is_under(named, &format!("crate::{of}")))
        {
            flag(named, "an adapter knows domain and config alone");
        }
        if room == "domain" && named.ends_with("::now") {
            flag(named, "time is an argument");
        }
    }
    if ["tui", "line"].contains(&room) && scan::speaks_sql(source) {
        flag("SQL", "a front end asks services");
    }
    broken.sort();
    broken.dedup();
    broken
}

/// The journey's runner is where effects become service calls.
fn is_runner(path: &str, named: &str) -> bool {
    let runner = path == "journey/runner.rs" || path.starts_with("journey/runner/");
    runner && (is_under(named, "crate::service") || is_under(named, "tokio"))
}

/// Whether the path is `root` or something in it, or takes all of what holds it.
fn is_under(path: &str, root: &str) -> bool {
    let inside = path
        .strip_prefix(root)
        .is_some_and(|r| r.is_empty() || r.starts_with("::"));
    let glob = root
        .rsplit_once("::")
        .is_some_and(|(holder, _)| path == format!("{holder}::*"));
    inside || glob
}

fn room(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or_default();
    first.strip_suffix(".rs").unwrap_or(first)
}

/// How many modules down from the crate a file is.
fn depth(path: &str) -> usize {
    match path {
        "lib.rs" | "main.rs" => 0,
        _ => path.trim_end_matches("/mod.rs").split('/').count(),
    }
}

/// A path that climbs to the crate by `super` is one that starts there. A test module inside the
/// file climbs one more.
fn rooted(path: &str, depth: usize) -> String {
    let mut rest = path.strip_prefix("self::").unwrap_or(path);
    let mut climbed = 0;
    while let Some(up) = rest.strip_prefix("super::") {
        rest = up;
        climbed += 1;
    }
    let program = path
        .strip_prefix("keyhatch::")
        .map(|rest| format!("crate::{rest}"));
    match program {
        Some(path) => path,
        None if climbed > 0 && climbed >= depth => format!("crate::{rest}"),
        None => path.to_owned(),
    }
}
