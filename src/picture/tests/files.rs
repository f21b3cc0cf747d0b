//! The drawing of the tests, a ring beside three bars, as files of every kind.

use png::{BitDepth, ColorType, Encoder};

pub const WIDE: u32 = 340;
pub const HIGH: u32 = 150;

/// Whether a point belongs to the drawing.
pub fn is_inked(x: u32, y: u32) -> bool {
    let (across, down) = ((2 * x).abs_diff(159), (2 * y).abs_diff(149));
    let far = across * across + down * down;
    let ring = (88 * 88..120 * 120).contains(&far);
    let bar = (170..320).contains(&x) && (15..135).contains(&y) && (y - 15) % 50 < 20;
    ring || bar
}

/// The drawing in these colours.
pub fn drawn(ink: [u8; 4], ground: [u8; 4]) -> Vec<u8> {
    let colour = |x, y| if is_inked(x, y) { ink } else { ground };
    let points = points().flat_map(|(x, y)| colour(x, y));
    written(
        ColorType::Rgba,
        BitDepth::Eight,
        &points.collect::<Vec<u8>>(),
    )
}

fn points() -> impl Iterator<Item = (u32, u32)> {
    (0..HIGH).flat_map(|y| (0..WIDE).map(move |x| (x, y)))
}

fn written(colour: ColorType, depth: BitDepth, data: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, WIDE, HIGH);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    if colour == ColorType::Indexed {
        encoder.set_palette(vec![250, 250, 250, 0, 40, 90]);
        encoder.set_trns(vec![0, 255]);
    }
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(data).unwrap();
    writer.finish().unwrap();
    file
}

/// The drawing, black on white, in a kind of file.
pub fn encoded(colour: ColorType, depth: BitDepth) -> Vec<u8> {
    let bits = depth as usize;
    let most = (1_u32 << bits) - 1;
    let mut data = Vec::new();
    for y in 0..HIGH {
        let mut row: Vec<u32> = Vec::new();
        for x in 0..WIDE {
            let inked = is_inked(x, y);
            let grey = if inked { 0 } else { most };
            match colour {
                ColorType::Grayscale => row.push(grey),
                ColorType::Indexed => row.push(u32::from(inked)),
                ColorType::GrayscaleAlpha => row.extend([grey, most]),
                ColorType::Rgb => row.extend([grey; 3]),
                ColorType::Rgba => row.extend([grey, grey, grey, most]),
            }
        }
        let mut packed = vec![0_u8; (row.len() * bits).div_ceil(8)];
        for (at, sample) in row.iter().enumerate() {
            for bit in (0..bits).filter(|bit| sample >> (bits - 1 - bit) & 1 == 1) {
                let at = at * bits + bit;
                packed[at / 8] |= 0x80 >> (at % 8);
            }
        }
        data.extend(packed);
    }
    written(colour, depth, &data)
}

/// A black square with a white frame, a side as long as it may be.
pub fn largest() -> Vec<u8> {
    let side = crate::picture::SIDE;
    let row = |y: u32| match (1..side - 1).contains(&y) {
        true => [vec![0x80], vec![0; 510], vec![0x01]].concat(),
        false => vec![0xff; 512],
    };
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, side, side);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    let mut writer = encoder.write_header().unwrap();
    let data: Vec<u8> = (0..side).flat_map(row).collect();
    writer.write_image_data(&data).unwrap();
    writer.finish().unwrap();
    file
}

/// Two pictures, the drawing first.
pub fn animated() -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, WIDE, HIGH);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_animated(2, 0).unwrap();
    let mut writer = encoder.write_header().unwrap();
    let first: Vec<u8> = points()
        .map(|(x, y)| if is_inked(x, y) { 0 } else { 255 })
        .collect();
    let second: Vec<u8> = points().map(|(x, _)| if x < 9 { 0 } else { 255 }).collect();
    writer.write_image_data(&first).unwrap();
    writer.write_image_data(&second).unwrap();
    writer.finish().unwrap();
    file
}

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// A file of grey points, black where they are inked, written by hand.
pub fn raw(wide: u32, high: u32, inked: impl Fn(u32, u32) -> bool) -> Vec<u8> {
    let rows = (0..high).map(|y| (0..wide).map(|x| grey(&inked, x, y)).collect());
    file(wide, high, 0, rows)
}

/// The same in the seven passes of Adam7.
pub fn interlaced(wide: u32, high: u32, inked: impl Fn(u32, u32) -> bool) -> Vec<u8> {
    let passes = [
        (0, 8, 0, 8),
        (4, 8, 0, 8),
        (0, 4, 4, 8),
        (2, 4, 0, 4),
        (0, 2, 2, 4),
        (1, 2, 0, 2),
        (0, 1, 1, 2),
    ];
    let mut rows: Vec<Vec<u8>> = Vec::new();
    for (left, across, top, down) in passes {
        for y in (top..high).step_by(down) {
            let places = (left..wide).step_by(across);
            rows.push(places.map(|x| grey(&inked, x, y)).collect());
        }
    }
    file(
        wide,
        high,
        1,
        rows.into_iter().filter(|row| !row.is_empty()),
    )
}

fn grey(inked: &impl Fn(u32, u32) -> bool, x: u32, y: u32) -> u8 {
    if inked(x, y) { 0 } else { 255 }
}

fn file(wide: u32, high: u32, order: u8, rows: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let data: Vec<u8> = rows.flat_map(|row| [vec![0], row].concat()).collect();
    let chunks = [
        header(wide, high, order),
        chunk(b"IDAT", &stored(&data)),
        chunk(b"IEND", &[]),
    ];
    [&SIGNATURE[..], &chunks.concat()].concat()
}

fn header(wide: u32, high: u32, order: u8) -> Vec<u8> {
    let rest = [8, 0, 0, 0, order];
    chunk(
        b"IHDR",
        &[&wide.to_be_bytes()[..], &high.to_be_bytes(), &rest].concat(),
    )
}

/// A picture that says it is so large, and holds next to nothing.
pub fn claiming(wide: u32, high: u32) -> Vec<u8> {
    let chunks = [header(wide, high, 0), chunk(b"IDAT", &stored(&[0; 9]))];
    [&SIGNATURE[..], &chunks.concat()].concat()
}

/// A file with one more chunk behind its header.
pub fn with_chunk(file: &[u8], kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let (head, rest) = file.split_at(SIGNATURE.len() + 25);
    [head, &chunk(kind, data), rest].concat()
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap();
    let body = [&kind[..], data].concat();
    [&length.to_be_bytes()[..], &body, &sum(&body).to_be_bytes()].concat()
}

/// The sum behind each chunk (PNG specification, annex D).
fn sum(body: &[u8]) -> u32 {
    let step = |sum: u32, _| match sum & 1 {
        1 => sum >> 1 ^ 0xedb8_8320,
        _ => sum >> 1,
    };
    let byte = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), step);
    !body.iter().fold(u32::MAX, byte)
}

/// A zlib stream that compresses nothing (RFC 1950, RFC 1951 section 3.2.4).
pub fn stored(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = data.chunks(0xffff).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap();
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    let (mut low, mut high) = (1_u32, 0);
    for byte in data {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    stream.extend((high << 16 | low).to_be_bytes());
    stream
}

/// Writes the sums of all chunks anew, as far as there are whole ones.
pub fn mend(file: &mut [u8]) {
    let mut at = SIGNATURE.len();
    while let Some(length) = file.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().unwrap());
        let Ok(length) = usize::try_from(length) else {
            return;
        };
        let end = at.saturating_add(8).saturating_add(length);
        let Some(body) = file.get(at + 4..end) else {
            return;
        };
        let sum = sum(body).to_be_bytes();
        let Some(place) = file.get_mut(end..end + 4) else {
            return;
        };
        place.copy_from_slice(&sum);
        at = end + 4;
    }
}
