//! A phone held in front of a terminal: paints cells as a terminal does, and reads the code it sees.

/// The pixels of a cell.
const WIDE: usize = 6;
const HIGH: usize = 2 * WIDE;

/// A cell as it is painted.
pub struct Cell {
    /// What stands in it.
    pub symbol: char,
    /// How light that is painted, 0 to 255.
    pub ink: u8,
    /// And how light what is behind it.
    pub paper: u8,
}

impl Cell {
    fn at(&self, x: usize, y: usize) -> u8 {
        let inked = match self.symbol {
            ' ' => false,
            '█' => true,
            '▀' => y < HIGH / 2,
            '▄' => y >= HIGH / 2,
            // A letter: some strokes in the middle.
            _ => (2..HIGH - 3).contains(&y) && (x == 1 || y % 4 == 2),
        };
        if inked { self.ink } else { self.paper }
    }
}

/// What the one code on a screen of this size says.
pub fn read(
    columns: usize,
    rows: usize,
    cell: impl Fn(usize, usize) -> Cell,
) -> Result<String, String> {
    let painted = |x: usize, y: usize| cell(x / WIDE, y / HIGH).at(x % WIDE, y % HIGH);
    let (wide, high) = (columns * WIDE, rows * HIGH);
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(wide, high, painted);
    let found = seen.detect_grids();
    let [code] = found.as_slice() else {
        return Err(format!("{} codes", found.len()));
    };
    let read = code.decode().map_err(|error| error.to_string())?;
    Ok(read.1)
}
