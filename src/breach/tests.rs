//! Filters built, asked, damaged and interrupted.

use std::fs;
use std::path::PathBuf;

use data_encoding::{HEXLOWER, HEXUPPER};
use tempfile::TempDir;

use super::*;

struct Site {
    folder: TempDir,
}

impl Site {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn build(&self, list: impl AsRef<[u8]>) -> Result<Built, BuildError> {
        fs::write(self.path("list"), list).unwrap();
        build(&self.path("list"), &self.path("filter"))
    }

    fn open(&self) -> Result<Filter, FilterError> {
        Filter::open(&self.path("filter"))
    }

    /// What lies in the folder besides the list.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name != "list").collect()
    }
}

fn numbered(number: u32) -> [u8; 20] {
    sha1(&format!("number {number}"))
}

fn lines(count: u32) -> String {
    (0..count)
        .map(|number| format!("{}:{number}\n", HEXUPPER.encode(&numbered(number))))
        .collect()
}

#[test]
fn what_is_in_it_is_always_found_and_the_rest_hardly_ever() {
    let site = Site::new();
    let built = site.build(lines(10_000)).unwrap();
    assert_eq!(built.hashes, 10_000);
    assert_eq!(
        built.bytes,
        fs::metadata(site.path("filter")).unwrap().len()
    );
    assert!(built.bytes < 10_000 * 3 + 8192, "{}", built.bytes);
    let filter = site.open().unwrap();
    assert_eq!(filter.hashes(), 10_000);
    for number in 0..10_000 {
        assert!(filter.has(&numbered(number)).unwrap(), "{number}");
    }
    let mistaken = (10_000..110_000).filter(|number| filter.has(&numbered(*number)).unwrap());
    let mistaken = mistaken.count();
    assert!(mistaken <= 10, "{mistaken} of 100,000");
    assert_eq!(site.names(), ["filter"]);
}

#[tokio::test]
async fn passwords_are_asked_as_typed_and_as_kept() {
    let site = Site::new();
    let known = ["password", "ﬁsh and chips", "naïve"];
    let list: Vec<String> = known
        .iter()
        .map(|password| HEXLOWER.encode(&sha1(password)))
        .collect();
    site.build(list.join("\r\n\r\n")).unwrap();
    let filter = Arc::new(site.open().unwrap());
    for (password, found) in [
        ("password", true),
        ("ﬁsh and chips", true),
        ("nai\u{308}ve", true),
        ("fish and chips", false),
        ("Password", false),
        ("", false),
    ] {
        let secret = Arc::new(SecretText::copied(password));
        assert_eq!(filter.knows(secret).await.unwrap(), found, "{password}");
    }
}

#[test]
fn lists_as_they_come_from_any_system() {
    let site = Site::new();
    let (one, two) = (HEXUPPER.encode(&numbered(1)), HEXLOWER.encode(&numbered(2)));
    for list in [
        format!("{one}\n{two}\n"),
        format!("{one}\r\n{two}:12\r\n"),
        format!("\n\n{one}:3\n \n{two}\n\n\n"),
        format!("{two}\n{one}"),
        format!("{one}\n{two}\n  "),
    ] {
        assert_eq!(site.build(&list).unwrap().hashes, 2, "{list:?}");
        let filter = site.open().unwrap();
        assert!(filter.has(&numbered(1)).unwrap() && filter.has(&numbered(2)).unwrap());
    }
}

#[test]
fn a_line_that_is_no_hash_is_named_and_nothing_is_built() {
    let site = Site::new();
    let good = HEXUPPER.encode(&numbered(1));
    for bad in [
        "password".to_owned(),
        good[..39].to_owned(),
        format!("{good}0"),
        format!("{good}:"),
        format!("{good}:x"),
        format!("{good} 3"),
        format!("x{}", &good[1..]),
        format!("{good}{good}"),
        "0".repeat(1 << 20),
        " ".repeat(1 << 10),
        "\u{0}".repeat(40),
        "é".repeat(20),
    ] {
        let error = site.build(format!("{good}\r\n\r\n{bad}\n")).unwrap_err();
        assert!(matches!(error, BuildError::Line { line: 3, .. }), "{error}");
        assert!(error.to_string().contains("line 3"), "{error}");
        assert!(site.names().is_empty());
    }
    for empty in ["", "\n\r\n \n"] {
        assert!(matches!(site.build(empty), Err(BuildError::Empty(_))));
        assert!(site.names().is_empty());
    }
}

#[test]
fn what_can_not_be_read_or_written() {
    let site = Site::new();
    let (list, filter) = (site.path("list"), site.path("filter"));
    assert!(matches!(
        build(&list, &filter),
        Err(BuildError::List { .. })
    ));
    let folder = site.folder.path();
    assert!(matches!(
        build(folder, &filter),
        Err(BuildError::NotAFile(_))
    ));
    fs::write(&list, lines(3)).unwrap();
    let nowhere = site.path("none/filter");
    assert!(matches!(
        build(&list, &nowhere),
        Err(BuildError::Filter { .. })
    ));
    let error = build(&list, folder).unwrap_err();
    assert!(matches!(error, BuildError::Filter { .. }), "{error}");
    let beside = format!("{}.building", folder.display());
    assert!(!Path::new(&beside).exists());
}

#[test]
fn what_an_interrupted_build_left_is_taken_over_and_what_is_built_now_is_not() {
    let site = Site::new();
    site.build(lines(3)).unwrap();
    let old = fs::read(site.path("filter")).unwrap();
    let half = site.path("filter.building");
    fs::write(&half, vec![0xff; 100_000]).unwrap();
    let holder = File::open(&half).unwrap();
    let lock = rustix::fs::FlockOperation::LockExclusive;
    rustix::fs::flock(&holder, lock).unwrap();
    assert!(matches!(site.build(lines(9)), Err(BuildError::Busy(_))));
    assert_eq!(fs::read(site.path("filter")).unwrap(), old);
    drop(holder);
    let running = site.open().unwrap();
    assert_eq!(site.build(lines(9)).unwrap().hashes, 9);
    assert_eq!(site.open().unwrap().hashes(), 9);
    assert_eq!(running.hashes(), 3);
    assert!(
        running.has(&numbered(1)).unwrap(),
        "who has the old one keeps it"
    );
    assert_eq!(site.names(), ["filter"]);
}

#[test]
fn damage_is_found_wherever_it_is() {
    let site = Site::new();
    site.build(lines(9_000)).unwrap();
    let path = site.path("filter");
    let whole = fs::read(&path).unwrap();
    let said = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        site.open().unwrap_err()
    };
    for at in [20, 26, 34, 100, 4090, 4096, 5000, 8191, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        let error = said(&bytes);
        let expected = matches!(error, FilterError::Damaged(_) | FilterError::Version(_));
        assert!(expected, "{at}: {error}");
    }
    let mut swapped = whole.clone();
    swapped[4096..12288].rotate_left(4096);
    assert!(matches!(said(&swapped), FilterError::Damaged(_)));
    let mut zeroed = whole.clone();
    zeroed[4096..8192].fill(0);
    assert!(matches!(said(&zeroed), FilterError::Damaged(_)));
    for length in [whole.len() - 1, whole.len() - 4096, 4096] {
        assert!(matches!(said(&whole[..length]), FilterError::Damaged(_)));
    }
    assert!(matches!(
        said(&[&whole[..], b"x"].concat()),
        FilterError::Damaged(_)
    ));
    for foreign in [&b""[..], b"x", &[0; 8192]] {
        assert!(matches!(said(foreign), FilterError::NotAFilter(_)));
    }
    fs::remove_file(&path).unwrap();
    assert!(matches!(site.open(), Err(FilterError::Unreadable { .. })));
    // While it is in use, too.
    fs::write(&path, &whole).unwrap();
    let filter = site.open().unwrap();
    fs::write(&path, &whole[..4096]).unwrap();
    assert!(filter.has(&numbered(1)).is_err());
}
