//! Pictures of every kind, drawn in code and written as PNG: the same drawing is the same art, and no
//! bytes do harm.

pub mod files;

use proptest::prelude::*;

use self::files::{HIGH, WIDE, drawn, encoded, interlaced, is_inked, raw, stored};
use super::*;

const RING: &str = "  ▄██████▄     ███████████████
▄█▀      ▀█▄
██        ██   ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
██        ██   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
▀█▄      ▄█▀
  ▀██████▀     ███████████████";

fn traced(file: &[u8]) -> String {
    art(file, 60, 6).unwrap()
}

#[test]
fn what_stands_out_is_drawn_whatever_the_colours() {
    for (ink, ground) in [
        ([0, 0, 0, 255], [255, 255, 255, 255]),
        ([255, 255, 255, 255], [0, 0, 0, 255]),
        // As light as each other, and yet apart.
        ([200, 40, 40, 255], [40, 108, 200, 255]),
        ([255, 255, 0, 255], [255, 255, 255, 255]),
        // On nothing, dark and light, and with a colour that nobody sees behind.
        ([20, 20, 60, 255], [0, 0, 0, 0]),
        ([240, 240, 200, 255], [0, 0, 0, 0]),
        ([0, 90, 160, 255], [255, 255, 255, 0]),
        ([0, 0, 0, 128], [255, 255, 255, 0]),
    ] {
        let art = traced(&drawn(ink, ground));
        assert_eq!(art, RING, "{ink:?} on {ground:?}\n{art}");
    }
}

#[test]
fn every_kind_of_file_is_the_same_picture() {
    use png::BitDepth::{Eight, Four, One, Sixteen, Two};
    use png::ColorType::{Grayscale, GrayscaleAlpha, Indexed, Rgb, Rgba};
    for (colour, depths) in [
        (Grayscale, &[One, Two, Four, Eight, Sixteen][..]),
        (Indexed, &[One, Two, Four, Eight]),
        (GrayscaleAlpha, &[Eight, Sixteen]),
        (Rgb, &[Eight, Sixteen]),
        (Rgba, &[Eight, Sixteen]),
    ] {
        for depth in depths {
            let art = traced(&encoded(colour, *depth));
            assert_eq!(art, RING, "{colour:?} {depth:?}\n{art}");
        }
    }
}

#[test]
fn an_interlaced_picture_is_put_together() {
    for (wide, high) in [(WIDE, HIGH), (1, 9), (9, 1), (3, 5), (8, 8), (5, 2)] {
        let plain = raw(wide, high, |x, y| !is_inked(x, y));
        let woven = interlaced(wide, high, |x, y| !is_inked(x, y));
        assert_eq!(art(&woven, 60, 6), art(&plain, 60, 6), "{wide}x{high}");
    }
    assert_eq!(traced(&interlaced(WIDE, HIGH, is_inked)), RING);
}

#[test]
fn of_an_animated_picture_the_first_counts() {
    assert_eq!(traced(&files::animated()), RING);
}

#[test]
fn it_is_cut_out_and_fits_its_box() {
    for (wide, high, columns, rows) in [
        (2000, 400, 60, 6),
        (500, 1500, 4, 6),
        (600, 12, 60, 1),
        (300, 300, 12, 6),
        (64, 16, 53, 6),
        (9, 6, 7, 2),
        (3, 3, 1, 1),
    ] {
        // A full box with a frame of ground around it.
        let edge = |at, length| at == 0 || at + 1 == length;
        let art = traced(&raw(wide, high, |x, y| !edge(x, wide) && !edge(y, high)));
        let lines: Vec<usize> = art.lines().map(|line| line.chars().count()).collect();
        assert_eq!(lines, vec![columns; rows], "{wide}x{high}\n{art}");
    }
    for (wide, high) in [(4096, 1), (1, 4096)] {
        let art = traced(&raw(wide, high, |x, y| (x + y) % 4096 < 1000));
        assert!(art.lines().count() <= 6, "{art}");
        assert!(art.lines().all(|line| line.chars().count() <= 60), "{art}");
    }
}

#[test]
fn a_thin_line_and_a_thin_gap_stay() {
    // One point in forty, in either colour: a window's cross, and what is left between four panes.
    let on_cross = |x: u32, y: u32| x.abs_diff(200) < 8 || y.abs_diff(200) < 8;
    let inside = |at: u32| (20..380).contains(&at);
    let panes = raw(400, 400, |x, y| inside(x) && inside(y) && !on_cross(x, y));
    let cross = raw(400, 400, |x, y| inside(x) && inside(y) && on_cross(x, y));
    let (panes, cross) = (traced(&panes), traced(&cross));
    assert_eq!(panes.lines().next(), Some("█████  █████"), "{panes}");
    assert!(cross.starts_with("     ██\n"), "{cross}");
}

#[test]
fn what_shows_nothing_is_told_as_that() {
    for file in [
        raw(1, 1, |_, _| true),
        raw(300, 200, |_, _| false),
        drawn([0, 0, 0, 0], [0, 0, 0, 0]),
        drawn([255, 0, 0, 255], [255, 0, 0, 255]),
        drawn([120, 120, 120, 255], [110, 110, 110, 255]),
    ] {
        assert_eq!(art(&file, 60, 6), Err(PictureError::Blank));
    }
}

#[test]
fn what_is_too_much_is_refused_before_it_is_read() {
    let claims = |wide: u32, high: u32| art(&files::claiming(wide, high), 60, 6);
    for (wide, high) in [
        (10_000, 1),
        (1, 4097),
        (4097, 4096),
        (0x7fff_ffff, 0x7fff_ffff),
    ] {
        assert_eq!(claims(wide, high), Err(PictureError::Large(wide, high)));
    }
    for (wide, high) in [(4096, 4096), (0, 0), (0, 5), (0x8000_0000, 1)] {
        assert!(claims(wide, high).is_err(), "{wide}x{high}");
    }
    let mut long = drawn([0, 0, 0, 255], [255; 4]);
    long.resize(LONGEST, 0);
    assert_eq!(traced(&long), RING, "what follows the end is no part of it");
    long.push(0);
    assert_eq!(art(&long, 60, 6), Err(PictureError::Long));
    // As large as it may be, of a file that a mail would carry.
    let largest = files::largest();
    assert!(largest.len() < 20_000);
    assert_eq!(traced(&largest), vec!["█".repeat(12); 6].join("\n"));
    assert_eq!(art(b"GIF89a", 60, 6), Err(PictureError::NoPicture));
    assert_eq!(art(b"", 60, 6), Err(PictureError::NoPicture));
}

/// A profile, or a text, of which a thousandth is in the file.
#[test]
fn what_is_no_picture_is_not_blown_up() {
    let plain = drawn([0, 0, 0, 255], [255; 4]);
    for (kind, head) in [
        (b"iCCP", &b"p\0\0"[..]),
        (b"zTXt", b"k\0\0"),
        (b"iTXt", b"k\0\x01\0\0\0"),
    ] {
        let bomb = [head, &stored(&[0; 60_000])].concat();
        let file = files::with_chunk(&plain, kind, &bomb);
        assert_eq!(traced(&file), RING);
    }
}

#[test]
fn cut_short_it_is_damaged_wherever_it_ends() {
    let whole = drawn([0, 0, 0, 255], [255; 4]);
    for end in (9..whole.len() - 20).step_by(7) {
        let cut = whole.get(..end).unwrap();
        assert_eq!(art(cut, 60, 6), Err(PictureError::Damaged), "{end}");
    }
    let mut wrong = whole;
    let at = wrong.len() / 2;
    wrong[at] ^= 0xff;
    assert_eq!(art(&wrong, 60, 6), Err(PictureError::Damaged));
}

/// Art that fits its box, of its four signs, or a reason.
fn is_sound(file: &[u8]) -> Result<(), TestCaseError> {
    let Ok(art) = art(file, 20, 4) else {
        return Ok(());
    };
    prop_assert!(art.lines().count() <= 4, "{art}");
    for line in art.lines() {
        prop_assert!(line.chars().count() <= 20, "{art}");
        prop_assert!(line.chars().all(|sign| " █▀▄".contains(sign)), "{art}");
    }
    prop_assert_eq!(
        crate::domain::art::fitting(&art, 20, 4).map(|kept| kept.trim().to_owned()),
        Some(art.trim().to_owned())
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_do_harm(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let signed = [&[0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a], &bytes[..]].concat();
        is_sound(&bytes)?;
        is_sound(&signed)?;
    }

    #[test]
    fn no_picture_does_harm(
        wide in 1u32..40, high in 1u32..40, woven: bool,
        ink in proptest::collection::vec(any::<bool>(), 64),
        harm in proptest::option::of((any::<proptest::sample::Index>(), any::<u8>())),
    ) {
        let inked = |x: u32, y: u32| ink[usize::try_from((x * 7 + y * 13) % 64).unwrap()];
        let mut file = match woven {
            true => interlaced(wide, high, inked),
            false => raw(wide, high, inked),
        };
        if let Some((at, byte)) = harm {
            let at = at.index(file.len());
            file[at] = byte;
            // With the sums mended, what is wrong gets further.
            files::mend(&mut file);
        }
        is_sound(&file)?;
    }
}
