//! What is drawn, row by row. A [`Sheet`] keeps the lines of a frame; the [`Canvas`] makes cells of
//! those rows alone that are others than in the frame before. With each key that is a row or two,
//! and neither the cells of the rest nor the terminal are touched for it.

use ratatui::backend::{Backend, ClearType};
use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

/// What views draw on.
pub trait Paper {
    /// Where there is room.
    fn area(&self) -> Rect;
    /// Gives everything in an area a style.
    fn tint(&mut self, area: Rect, style: Style);
    /// Writes a line, at most so many cells of it.
    fn write(&mut self, x: u16, y: u16, line: Line<'static>, most: u16);
}

impl Paper for Buffer {
    fn area(&self) -> Rect {
        self.area
    }

    fn tint(&mut self, area: Rect, style: Style) {
        self.set_style(area, style);
    }

    fn write(&mut self, x: u16, y: u16, line: Line<'static>, most: u16) {
        self.set_line(x, y, &line, most);
    }
}

/// The rows of a picture as text, without the blanks at their ends.
pub fn rows(picture: &Buffer) -> Vec<String> {
    let wide = usize::from(picture.area.width).max(1);
    let row = |cells: &[Cell]| {
        let mut text = String::new();
        let mut next = 0;
        for (x, cell) in cells.iter().enumerate() {
            // What a wide character covers has nothing of its own.
            if x >= next {
                text.push_str(cell.symbol());
                next = x + usize::from(cell.symbol().cell_width()).max(1);
            }
        }
        text.trim_end().to_owned()
    };
    picture.content.chunks(wide).map(row).collect()
}

/// One thing drawn in a row, over those before it.
#[derive(PartialEq)]
enum Mark {
    Tint(Rect, Style),
    Line(u16, Line<'static>, u16),
    Cells(u16, Vec<Cell>),
}

impl Mark {
    fn draw(&self, row: &mut Buffer) {
        let y = row.area.y;
        match self {
            Self::Tint(area, style) => row.set_style(*area, *style),
            Self::Line(x, line, most) => {
                row.set_line(*x, y, line, *most);
            }
            Self::Cells(x, cells) => {
                for (x, cell) in (*x..).zip(cells) {
                    if let Some(place) = row.cell_mut((x, y)) {
                        place.clone_from(cell);
                    }
                }
            }
        }
    }
}

/// A frame as the lines it is made of.
pub struct Sheet {
    area: Rect,
    rows: Vec<Vec<Mark>>,
}

impl Sheet {
    /// An empty one.
    pub fn new(area: Rect) -> Self {
        let rows = area.rows().map(|_| Vec::new()).collect();
        Self { area, rows }
    }

    /// Lays on a picture that is made of cells.
    pub fn lay(&mut self, picture: &Buffer) {
        let wide = usize::from(picture.area.width).max(1);
        let cells = picture.content.chunks(wide);
        for (y, cells) in (picture.area.y..).zip(cells) {
            self.mark(y, Mark::Cells(picture.area.x, cells.to_vec()));
        }
    }

    /// Leaves nothing of what was drawn in an area before.
    pub fn cover(&mut self, area: Rect, style: Style) {
        for row in area.intersection(self.area).rows() {
            let mut cell = Cell::EMPTY;
            cell.set_style(style);
            let cells = vec![cell; usize::from(row.width)];
            self.mark(row.y, Mark::Cells(row.x, cells));
        }
    }

    fn mark(&mut self, y: u16, mark: Mark) {
        let at = usize::from(y.saturating_sub(self.area.y));
        if let Some(row) = self.rows.get_mut(at) {
            row.push(mark);
        }
    }
}

impl Paper for Sheet {
    fn area(&self) -> Rect {
        self.area
    }

    fn tint(&mut self, area: Rect, style: Style) {
        for row in area.intersection(self.area).rows() {
            self.mark(row.y, Mark::Tint(row, style));
        }
    }

    fn write(&mut self, x: u16, y: u16, line: Line<'static>, most: u16) {
        self.mark(y, Mark::Line(x, line, most));
    }
}

/// A row in sight.
struct Shown {
    marks: Vec<Mark>,
    cells: Buffer,
}

/// What is in sight on a terminal.
pub struct Canvas<B> {
    backend: B,
    area: Rect,
    rows: Vec<Shown>,
    /// The next frame overwrites whatever is on the terminal.
    whole: bool,
}

impl<B: Backend> Canvas<B> {
    /// A canvas on a terminal, of which it knows nothing.
    pub fn new(backend: B) -> Self {
        Self {
            backend,
            area: Rect::ZERO,
            rows: Vec::new(),
            whole: true,
        }
    }

    /// The terminal.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// Makes the next frame a whole one, and keeps nothing of those before it.
    pub fn forget(&mut self) {
        self.rows.clear();
        self.whole = true;
    }

    /// An empty sheet of the terminal's size.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn sheet(&self) -> Result<Sheet, B::Error> {
        Ok(Sheet::new(Rect::from((
            Position::ORIGIN,
            self.backend.size()?,
        ))))
    }

    /// Shows a frame, and the cursor where it has one.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn show(&mut self, sheet: Sheet, cursor: Option<Position>) -> Result<(), B::Error> {
        if self.whole || sheet.area != self.area {
            self.backend.clear_region(ClearType::All)?;
            self.area = sheet.area;
            let blank = |area| Shown {
                marks: Vec::new(),
                cells: Buffer::empty(area),
            };
            self.rows = self.area.rows().map(blank).collect();
            self.whole = false;
        }
        let mut changed = Vec::new();
        for (shown, marks) in self.rows.iter_mut().zip(sheet.rows) {
            if shown.marks != marks {
                let mut cells = Buffer::empty(shown.cells.area);
                for mark in &marks {
                    mark.draw(&mut cells);
                }
                shown.marks = marks;
                changed.push((std::mem::replace(&mut shown.cells, cells), &*shown));
            }
        }
        let cells = changed
            .iter()
            .flat_map(|(before, shown)| before.diff_iter(&shown.cells));
        self.backend.draw(cells)?;
        match cursor {
            Some(at) => {
                self.backend.show_cursor()?;
                self.backend.set_cursor_position(at)?;
            }
            None => self.backend.hide_cursor()?,
        }
        self.backend.flush()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::backend::TestBackend;
    use ratatui::style::Stylize as _;
    use ratatui::{Frame, Terminal};

    use super::*;

    const AREA: Rect = Rect::new(0, 0, 12, 4);

    /// Frames one after another, each as what is written in its rows.
    fn frames() -> Vec<Vec<(u16, u16, Line<'static>)>> {
        let typed = |text: &'static str| (1, 1, Line::from(text.bold()));
        vec![
            vec![(0, 0, "title".into()), typed("a")],
            vec![(0, 0, "title".into()), typed("ab語")],
            vec![(0, 0, "title".into()), typed("a語"), (9, 3, "keys".into())],
            vec![typed("語b"), (2, 1, Line::from("x".red()))],
            vec![],
            vec![(0, 2, "again and again".into())],
        ]
    }

    fn draw(paper: &mut impl Paper, frame: &[(u16, u16, Line<'static>)]) {
        paper.tint(Rect::new(0, 2, 12, 2), Style::new().reversed());
        for (x, y, line) in frame {
            paper.write(*x, *y, line.clone(), 12 - x);
        }
    }

    #[test]
    fn what_is_in_sight_is_what_was_drawn_last() {
        let backend = || TestBackend::new(AREA.width, AREA.height);
        let mut canvas = Canvas::new(backend());
        // What compares every cell with the one before it must come to the same.
        let mut terminal = Terminal::new(backend()).unwrap();
        for frame in frames() {
            let mut sheet = canvas.sheet().unwrap();
            draw(&mut sheet, &frame);
            let mut picture = Buffer::empty(Rect::new(10, 1, 2, 2));
            picture.set_string(10, 2, "|!", Style::new());
            sheet.lay(&picture);
            canvas.show(sheet, Some(Position::new(1, 1))).unwrap();
            let whole = |wanted: &mut Frame<'_>| {
                draw(wanted.buffer_mut(), &frame);
                wanted.buffer_mut().merge(&picture);
            };
            terminal.draw(whole).unwrap();
            assert_eq!(canvas.backend().buffer(), terminal.backend().buffer());
        }
    }

    #[test]
    fn a_frame_that_is_the_same_touches_no_cell() {
        let mut canvas = Canvas::new(TestBackend::new(AREA.width, AREA.height));
        let show = |canvas: &mut Canvas<TestBackend>| {
            let mut sheet = canvas.sheet().unwrap();
            sheet.write(0, 0, "title".into(), 12);
            canvas.show(sheet, None).unwrap();
        };
        show(&mut canvas);
        canvas.backend.clear().unwrap();
        show(&mut canvas);
        canvas.backend().assert_buffer(&Buffer::empty(AREA));
        canvas.forget();
        show(&mut canvas);
        canvas.backend().assert_buffer_lines([
            "title       ",
            "            ",
            "            ",
            "            ",
        ]);
    }
}
