//! A QR code: two rows of modules in a row of half blocks, with the light around it that scanners need
//! (ISO/IEC 18004, "quiet zone"). Whole or not at all. What it says may be a key, so that nothing of it
//! is kept.

use qrcodegen_no_heap::{QrCode, QrCodeEcc, Version};
use ratatui::layout::Rect;
use ratatui::text::Line;
use zeroize::Zeroizing;

use crate::tui::canvas::Paper;
use crate::tui::theme::{Look, SCANNED};

/// Modules of light on every side.
const QUIET: u16 = 4;

/// The largest code that is drawn, 33 rows: what no window shows need not be made.
const LARGEST: Version = Version::new(10);

const BUFFER: usize = LARGEST.buffer_len();

/// What a code says, drawn.
pub struct QrView {
    modules: Zeroizing<Vec<bool>>,
    side: u16,
}

impl QrView {
    /// The code of a text; none where it would be too large for any window.
    pub fn new(text: &str) -> Option<Self> {
        let mut work = Zeroizing::new([0; BUFFER]);
        let mut made = Zeroizing::new([0; BUFFER]);
        let code = QrCode::encode_text(
            text,
            work.as_mut_slice(),
            made.as_mut_slice(),
            QrCodeEcc::Low,
            Version::MIN,
            LARGEST,
            None,
            // More redundancy where it costs no row.
            true,
        );
        let code = code.ok()?;
        let side = 0..code.size();
        let all = side.clone().flat_map(|y| side.clone().map(move |x| (x, y)));
        Some(Self {
            modules: Zeroizing::new(all.map(|(x, y)| code.get_module(x, y)).collect()),
            side: u16::try_from(code.size()).ok()?,
        })
    }

    /// The columns it takes.
    pub const fn width(&self) -> u16 {
        self.side + 2 * QUIET
    }

    /// The rows it takes.
    pub const fn height(&self) -> u16 {
        self.width().div_ceil(2)
    }

    /// Whether it can be drawn whole in `area`.
    pub const fn fits(&self, area: Rect, look: &Look) -> bool {
        let halves = look.glyphs.halves.is_some();
        halves && self.width() <= area.width && self.height() <= area.height
    }

    /// Draws it at the upper left of `area`, if it fits.
    pub fn render(&self, area: Rect, look: &Look, buf: &mut impl Paper) {
        let area = area.intersection(buf.area());
        let Some((upper, lower)) = look.glyphs.halves.filter(|_| self.fits(area, look)) else {
            return;
        };
        for y in 0..self.height() {
            let symbol = |x| match (self.is_dark(x, 2 * y), self.is_dark(x, 2 * y + 1)) {
                (false, false) => " ",
                (true, false) => upper,
                (false, true) => lower,
                (true, true) => look.glyphs.ink,
            };
            let row: String = (0..self.width()).map(symbol).collect();
            buf.write(area.x, area.y + y, Line::styled(row, SCANNED), self.width());
        }
    }

    /// Whether a module is dark, counted from the corner of the light around the code.
    fn is_dark(&self, x: u16, y: u16) -> bool {
        let within = |at: u16| at.checked_sub(QUIET).filter(|at| *at < self.side);
        let (Some(x), Some(y)) = (within(x), within(y)) else {
            return false;
        };
        let at = usize::from(y) * usize::from(self.side) + usize::from(x);
        self.modules.get(at).copied().unwrap_or_default()
    }
}
