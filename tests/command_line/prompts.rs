//! What a call says, rendered by a synthesiser that is played here by a script.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::support::program::{Home, Ran, run_with};

/// A second of a tone as a synthesiser streams it: 22,050 samples, a length that is never reached.
fn tone() -> Vec<u8> {
    let mut wav = b"RIFF\x24\xf0\xff\x7fWAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
    wav.extend(22_050_u32.to_le_bytes());
    wav.extend(44_100_u32.to_le_bytes());
    wav.extend(b"\x02\0\x10\0data\0\xf0\xff\x7f");
    for at in 0..22_050_u32 {
        let sample: i16 = if at % 50 < 25 { 9000 } else { -9000 };
        wav.extend(sample.to_le_bytes());
    }
    wav
}

/// Puts a synthesiser into a folder of its own.
fn synthesiser(home: &Home, script: &str) {
    let folder = home.path("bin");
    fs::create_dir_all(&folder).unwrap();
    fs::write(home.path("tone.wav"), tone()).unwrap();
    let file = folder.join("espeak-ng");
    fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
}

fn prompts(home: &Home, arguments: &[&str]) -> Ran {
    let mut command = home.command(&[&["prompts"], arguments].concat());
    let path = format!("{}:/usr/bin:/bin", home.path("bin").display());
    run_with(command.env("PATH", path), b"")
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_language_is_rendered_for_a_telephone() {
    let home = Home::sqlite();
    synthesiser(
        &home,
        "echo \"$@\" >>said; cat >>said; echo >>said; cat tone.wav",
    );
    let out = prompts(&home, &["calls"]).ok();
    assert_eq!(out.lines().count(), 5);
    let folder = home.path("calls");
    assert_eq!(
        files(&folder),
        ["de.wav", "en.wav", "es.wav", "fr.wav", "ja.wav"]
    );
    let wav = fs::read(folder.join("de.wav")).unwrap();
    assert_eq!(&wav[..4], b"RIFF");
    assert_eq!(
        &wav[20..36],
        b"\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0"
    );
    let bytes = u32::from_le_bytes(wav[40..44].try_into().unwrap());
    assert_eq!(bytes as usize + 44, wav.len());
    // A second, and a quarter of one before and after it.
    assert!((23_990..24_010).contains(&bytes), "{bytes}");
    let mode = fs::metadata(folder.join("de.wav"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o644);
    let said = fs::read_to_string(home.path("said")).unwrap();
    assert!(
        said.contains("-v de") && said.contains("Kennwort-Dienst von Contoso"),
        "{said}"
    );

    // What somebody recorded stays until it is said otherwise.
    fs::write(folder.join("de.wav"), "recorded").unwrap();
    let ran = prompts(&home, &["calls", "--lang", "de"]);
    assert!(ran.code == 0 && ran.stdout.is_empty(), "{ran:?}");
    assert!(
        ran.stderr.contains("stays") && ran.stderr.contains("--replace"),
        "{ran:?}"
    );
    assert_eq!(fs::read(folder.join("de.wav")).unwrap(), b"recorded");
    prompts(&home, &["calls", "--lang", "de", "--replace"]).ok();
    assert_eq!(fs::read(folder.join("de.wav")).unwrap(), wav);
}

#[test]
fn a_synthesiser_that_is_none_leaves_nothing_behind() {
    let home = Home::sqlite();
    for (script, says) in [
        ("exit 1", "did not speak en"),
        ("cat", "no WAV"),
        ("exec cat /dev/null", "no WAV"),
    ] {
        synthesiser(&home, script);
        let said = prompts(&home, &["calls"]).failed(1);
        assert!(said.contains(says), "{said}");
        assert!(files(&home.path("calls")).is_empty());
    }
    let mut command = home.command(&["prompts", "calls"]);
    let said = run_with(command.env("PATH", home.path("tmp")), b"").failed(1);
    assert!(said.contains("espeak-ng is not installed"), "{said}");
    let said = prompts(&home, &["no/such/place"]).failed(1);
    assert!(said.contains("no/such/place"), "{said}");
    assert_eq!(prompts(&home, &["calls", "--lang", "xx"]).code, 2);
}
