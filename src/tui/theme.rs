//! How things look: the only place colours are named, by ANSI name unless a phone must see them, and
//! the signs that say the same without colour.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::accent::Accent;

/// Which colours; F3 goes round them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// The terminal's own background with a few colours.
    Default,
    /// White and yellow on black: 4.5:1 or better on every terminal.
    High,
    /// No colour at all (`NO_COLOR`).
    Mono,
}

/// Which signs the terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlyphSet {
    /// Signs that a stock Linux console and every terminal font have.
    Unicode,
    /// ASCII alone.
    Ascii,
}

/// The signs in use.
#[derive(Clone, Copy, Debug)]
pub struct Glyphs {
    /// One grapheme of a secret.
    pub dot: &'static str,
    /// A horizontal line, repeated.
    pub rule: &'static str,
    /// A vertical line, repeated.
    pub wall: &'static str,
    /// A cell full of ink, of a drawing.
    pub ink: &'static str,
    /// Its upper and its lower half alone, where the font has them.
    pub halves: Option<(&'static str, &'static str)>,
    /// More above.
    pub up: &'static str,
    /// More below.
    pub down: &'static str,
    /// Text goes on where there is no room.
    pub more: &'static str,
    /// The focused line, as wide as [`Glyphs::unfocused`].
    pub focused: &'static str,
    /// Any other line.
    pub unfocused: &'static str,
    /// A rule that is met; all three are equally wide.
    pub met: &'static str,
    /// A rule that is not met.
    pub unmet: &'static str,
    /// A rule only submitting can tell.
    pub unknown: &'static str,
    /// A part of a bar that is reached.
    pub full: &'static str,
    /// A part of a bar that is not reached.
    pub empty: &'static str,
    /// Before an error.
    pub error: &'static str,
    /// Before a note.
    pub note: &'static str,
}

impl Glyphs {
    /// A row of text art in the signs there are: where the font has no half blocks, signs that stand
    /// as high tell the same.
    pub fn art(&self, row: &str) -> String {
        let (upper, lower) = self.halves.unwrap_or(("\"", "_"));
        let mut drawn = String::with_capacity(row.len());
        for sign in row.chars() {
            match sign {
                '█' => drawn.push_str(self.ink),
                '▀' => drawn.push_str(upper),
                '▄' => drawn.push_str(lower),
                other => drawn.push(other),
            }
        }
        drawn
    }
}

const ASCII: Glyphs = Glyphs {
    dot: "*",
    rule: "-",
    wall: "|",
    ink: "#",
    halves: None,
    up: "^",
    down: "v",
    more: "~",
    focused: "> ",
    unfocused: "  ",
    met: "[x] ",
    unmet: "[ ] ",
    unknown: "[?] ",
    full: "#",
    empty: ".",
    error: "! ",
    note: "i ",
};

const UNICODE: Glyphs = Glyphs {
    dot: "•",
    rule: "─",
    wall: "│",
    ink: "█",
    halves: Some(("▀", "▄")),
    up: "↑",
    down: "↓",
    more: "…",
    full: "■",
    empty: "·",
    ..ASCII
};

/// A code to scan, in every theme: dark on light, or a phone may not see it. Of the 256 colours, because
/// the sixteen with names are whatever the person's terminal makes of them.
pub const SCANNED: Style = Style::new().fg(Color::Indexed(16)).bg(Color::Indexed(231));

/// The style of everything that is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// The background and plain text.
    pub base: Style,
    /// The bar with the organisation's name.
    pub organisation: Style,
    /// The title.
    pub title: Style,
    /// Lines, details, the key bar.
    pub quiet: Style,
    /// Labels.
    pub label: Style,
    /// What is typed.
    pub value: Style,
    /// The focused line or button.
    pub focus: Style,
    /// An error.
    pub error: Style,
    /// A note.
    pub note: Style,
    /// A rule that is met.
    pub met: Style,
    /// A rule that is not met.
    pub unmet: Style,
    /// The countdown, and that the product works.
    pub status: Style,
}

impl Theme {
    const fn of(contrast: Contrast, accent: Option<Accent>) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let line = plain.add_modifier(Modifier::UNDERLINED);
        let turned = plain.add_modifier(Modifier::REVERSED);
        match (contrast, accent) {
            (Contrast::Default, Some(accent)) => {
                let band = band(accent);
                Self {
                    organisation: band,
                    title: bold,
                    focus: band,
                    note: plain,
                    ..Self::of(contrast, None)
                }
            }
            (Contrast::Default, None) => Self {
                base: plain,
                organisation: bold,
                title: bold.fg(Color::Cyan),
                quiet: plain,
                label: plain,
                value: line,
                focus: turned,
                error: bold.fg(Color::Red),
                note: plain.fg(Color::Cyan),
                met: plain.fg(Color::Green),
                unmet: plain,
                status: bold.fg(Color::Yellow),
            },
            (Contrast::High, _) => {
                let white = plain.fg(Color::White).bg(Color::Black);
                let yellow = bold.fg(Color::LightYellow).bg(Color::Black);
                Self {
                    base: white,
                    organisation: white.add_modifier(Modifier::BOLD),
                    title: yellow,
                    quiet: white,
                    label: white,
                    value: white.add_modifier(Modifier::UNDERLINED),
                    // Not bold, which makes black grey, and not yellow, which makes the Linux
                    // console draw brown.
                    focus: plain.fg(Color::Black).bg(Color::White),
                    error: yellow,
                    note: white,
                    met: white,
                    unmet: yellow,
                    status: yellow,
                }
            }
            (Contrast::Mono, _) => Self {
                base: plain,
                organisation: bold,
                title: bold,
                quiet: plain,
                label: plain,
                value: line,
                focus: turned,
                error: bold,
                note: plain,
                met: plain,
                unmet: plain,
                status: bold,
            },
        }
    }
}

/// The accent as a background, with the foreground that is readable on it: whatever background the
/// terminal has, both are ours.
const fn band(accent: Accent) -> Style {
    let (paper, ink) = match accent {
        Accent::Blue => (Color::Blue, Color::White),
        Accent::Cyan => (Color::Cyan, Color::Black),
        Accent::Green => (Color::Green, Color::Black),
        Accent::Magenta => (Color::Magenta, Color::White),
        Accent::Red => (Color::Red, Color::White),
        Accent::Yellow => (Color::LightYellow, Color::Black),
    };
    Style::new().fg(ink).bg(paper)
}

/// Colours and signs together: what every view needs to draw.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    contrast: Contrast,
    accent: Option<Accent>,
    colourless: bool,
    /// The styles.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
}

impl Look {
    /// The look to start with; [`Contrast::Mono`] means that colours are never to be used.
    pub const fn new(contrast: Contrast, glyphs: GlyphSet) -> Self {
        Self {
            contrast,
            accent: None,
            colourless: matches!(contrast, Contrast::Mono),
            theme: Theme::of(contrast, None),
            glyphs: match glyphs {
                GlyphSet::Unicode => UNICODE,
                GlyphSet::Ascii => ASCII,
            },
        }
    }

    /// The same with these signs.
    pub const fn with_glyphs(self, glyphs: GlyphSet) -> Self {
        let Self { glyphs, .. } = Self::new(self.contrast, glyphs);
        Self { glyphs, ..self }
    }

    /// Which colours are in use.
    pub const fn contrast(&self) -> Contrast {
        self.contrast
    }

    /// Takes the organisation's colour; it shows in the default colours alone.
    pub const fn set_accent(&mut self, accent: Option<Accent>) {
        self.accent = accent;
        self.theme = Theme::of(self.contrast, accent);
    }

    /// The next colours in the round. Without colours there is only one look.
    pub const fn turn(&mut self) {
        self.contrast = match self.contrast {
            _ if self.colourless => Contrast::Mono,
            Contrast::Default => Contrast::High,
            Contrast::High => Contrast::Mono,
            Contrast::Mono => Contrast::Default,
        };
        self.theme = Theme::of(self.contrast, self.accent);
    }
}

#[cfg(test)]
mod tests;
