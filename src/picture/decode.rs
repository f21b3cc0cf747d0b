//! PNG → a small picture. Rows are added up as they are read: neither the file's size nor an
//! interlaced order makes it hold more than this and two rows.

use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, Limits, Transformations};

use super::{PictureError, is_png};

/// The most bytes a file may have.
pub const LONGEST: usize = 1 << 20;
/// The most points a side may have.
pub const SIDE: u32 = 4096;
/// The most points a side has once it is read: far more than any art shows.
const READ: u32 = 820;
/// The most bytes the decoder may take for what is no picture: profiles, texts, palettes.
const BESIDE: usize = 4 << 20;

/// One point: red, green, blue, and how much it covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// Its colour.
    pub colour: [u8; 3],
    /// 0 shows what is behind, 255 hides it.
    pub cover: u8,
}

/// A picture small enough to be looked at as a whole.
#[derive(Debug)]
pub struct Picture {
    /// How many points a row has; at least one.
    pub wide: usize,
    /// The points, row by row.
    pub points: Vec<Point>,
}

/// Reads a PNG; of an animated one the first picture.
pub fn read(file: &[u8]) -> Result<Picture, PictureError> {
    if !is_png(file) {
        return Err(PictureError::NoPicture);
    }
    if file.len() > LONGEST {
        return Err(PictureError::Long);
    }
    let damaged = |_| PictureError::Damaged;
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: BESIDE });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(
        Transformations::EXPAND | Transformations::ALPHA | Transformations::STRIP_16,
    );
    let (wide, high) = decoder.read_header_info().map_err(damaged)?.size();
    if wide > SIDE || high > SIDE {
        return Err(PictureError::Large(wide, high));
    }
    let mut reader = decoder.read_info().map_err(damaged)?;
    let samples = match reader.output_color_type() {
        (ColorType::GrayscaleAlpha, BitDepth::Eight) => 2,
        (ColorType::Rgba, BitDepth::Eight) => 4,
        _ => return Err(PictureError::Damaged),
    };
    let mut sums = Sums::new(wide, high);
    let mut lines = lines(wide, high, reader.info().interlaced);
    while let Some(row) = reader.next_row().map_err(damaged)? {
        let (y, first, step) = lines.next().ok_or(PictureError::Damaged)?;
        let places = (first..).step_by(step);
        for (x, sample) in places.zip(row.data().chunks_exact(samples)) {
            sums.add(x, y, sample);
        }
    }
    Ok(sums.picture())
}

/// Where the points of each row stand that is read: the line, the first column, and how far it is
/// from one to the next. Interlaced, a picture comes in seven passes (PNG specification, section 8).
fn lines(wide: u32, high: u32, interlaced: bool) -> impl Iterator<Item = (u32, u32, usize)> {
    const PASSES: [(u32, usize, u32, usize); 7] = [
        (0, 8, 0, 8),
        (4, 8, 0, 8),
        (0, 4, 4, 8),
        (2, 4, 0, 4),
        (0, 2, 2, 4),
        (1, 2, 0, 2),
        (0, 1, 1, 2),
    ];
    let passes = match interlaced {
        true => PASSES.to_vec(),
        false => vec![(0, 1, 0, 1)],
    };
    let shown = passes.into_iter().filter(move |pass| pass.0 < wide);
    shown.flat_map(move |(first, step, top, down)| {
        (top..high).step_by(down).map(move |y| (y, first, step))
    })
}

/// A picture on its way to being small: in each of its points, how many were added, how much they
/// cover, and their colours as far as they cover.
struct Sums {
    scale: u32,
    wide: usize,
    cells: Vec<[u32; 5]>,
}

impl Sums {
    fn new(wide: u32, high: u32) -> Self {
        let scale = wide.max(high).div_ceil(READ).max(1);
        let side = |length: u32| usize::try_from(length.div_ceil(scale)).unwrap_or(0);
        Self {
            scale,
            wide: side(wide),
            cells: vec![[0; 5]; side(wide) * side(high)],
        }
    }

    /// Adds one point: grey and cover, or red, green, blue and cover.
    fn add(&mut self, x: u32, y: u32, sample: &[u8]) {
        let [red, green, blue, cover] = match *sample {
            [grey, cover] => [grey, grey, grey, cover].map(u32::from),
            [red, green, blue, cover] => [red, green, blue, cover].map(u32::from),
            _ => return,
        };
        let place = |at: u32| usize::try_from(at / self.scale).unwrap_or(usize::MAX);
        let at = place(y).saturating_mul(self.wide).saturating_add(place(x));
        if let Some([count, covers, reds, greens, blues]) = self.cells.get_mut(at) {
            *count += 1;
            *covers += cover;
            *reds += red * cover;
            *greens += green * cover;
            *blues += blue * cover;
        }
    }

    fn picture(self) -> Picture {
        let mean = |sum: u32, of: u32| u8::try_from(sum / of.max(1)).unwrap_or(u8::MAX);
        let point = |[count, covers, reds, greens, blues]: [u32; 5]| Point {
            colour: [reds, greens, blues].map(|sum| mean(sum, covers)),
            cover: mean(covers, count),
        };
        Picture {
            wide: self.wide,
            points: self.cells.into_iter().map(point).collect(),
        }
    }
}
