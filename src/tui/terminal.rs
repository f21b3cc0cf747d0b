//! The terminal guard: raw mode, the alternate screen and bracketed paste while it lives, and
//! everything as it was when it is dropped, when the program panics, and never twice.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute, force_color_output};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::{Backend, ClearType as Part, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use rustix::termios::{
    OptionalActions, QueueSelector, SpecialCodeIndex, tcflush, tcgetattr, tcgetwinsize, tcsetattr,
};

use super::canvas::Canvas;
use crate::fault;

mod out;

use out::Out;

/// Whether the terminal is ours; taken by whoever gives it back.
static HELD: AtomicBool = AtomicBool::new(false);

/// Whether the terminal sends keys in the extended form.
static EXTENDED: AtomicBool = AtomicBool::new(false);

/// Whether the terminal tells of its mouse.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Asks whether the terminal knows extended keys; one that does not says nothing.
const CAN_EXTEND: &[u8] = b"\x1b[?u";
/// Every key as a sequence of its own, with the character it stands for on a Latin keyboard, what is
/// locked, and its text (kitty's flags 1, 4, 8 and 16).
const EXTEND: &[u8] = b"\x1b[>29u";
/// Ends that.
const PLAIN: &[u8] = b"\x1b[<u";

/// Has pressed buttons and the wheel told, in decimal numbers (xterm's modes 1000 and 1006).
const TELL_MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// Ends that.
const KEEP_MOUSE: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// What a terminal that does not know its size is taken for.
pub(super) const ASSUMED: Size = Size::new(80, 24);

/// Holds the terminal. One at a time.
pub struct Guard(());

impl Guard {
    /// Takes the terminal over. A panic of this thread gives it back, even one that ends the process;
    /// one of another thread leaves it alone, and one that is caught where it is.
    ///
    /// # Errors
    /// When there is no terminal, or it is gone.
    pub fn enter() -> io::Result<Self> {
        let holder = std::thread::current().id();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().id() == holder && !fault::is_contained() {
                restore();
            }
            fault::note(panic);
        }));
        enable_raw_mode()?;
        HELD.store(true, Ordering::SeqCst);
        let guard = Self(());
        // A read takes what is there and never waits: waiting is done where it can be ended.
        let mut modes = tcgetattr(io::stdin())?;
        modes.special_codes[SpecialCodeIndex::VMIN] = 0;
        modes.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(io::stdin(), OptionalActions::Now, &modes)?;
        let mut out = io::stdout();
        // Which colours there are is for the theme to say: where it has none, a code to scan still has.
        force_color_output(true);
        execute!(out, EnterAlternateScreen, EnableBracketedPaste)?;
        out.write_all(CAN_EXTEND)?;
        out.flush()?;
        Ok(guard)
    }

    /// Has the terminal tell of its mouse, until the guard goes.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn watch_mouse(&self) -> io::Result<()> {
        let mut out = io::stdout();
        MOUSE.store(true, Ordering::SeqCst);
        out.write_all(TELL_MOUSE)?;
        out.flush()
    }

    /// What is drawn on standard output.
    pub fn screen(&self) -> Canvas<Tty> {
        Canvas::new(Tty(CrosstermBackend::new(Out::default())))
    }

    /// Clears the screen and what was scrolled out of it. The caller draws everything again.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn wipe(&self) -> io::Result<()> {
        execute!(
            io::stdout(),
            SetAttribute(Attribute::Reset),
            Clear(ClearType::All),
            Clear(ClearType::Purge),
            MoveTo(0, 0)
        )
    }

    /// Gives the terminal back; dropping the guard does the same.
    pub fn leave(self) {
        drop(self);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// The terminal has said that it knows extended keys: has them sent.
pub(super) fn extend() {
    if HELD.load(Ordering::SeqCst) && !EXTENDED.swap(true, Ordering::SeqCst) {
        let mut out = io::stdout();
        // A terminal that is gone is noticed by whoever draws.
        let _gone = out.write_all(EXTEND).and_then(|()| out.flush());
    }
}

/// Gives the terminal back if it is held. Each step is tried whatever became of the one before: a
/// terminal that is gone needs none of them.
fn restore() {
    if !HELD.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    if EXTENDED.swap(false, Ordering::SeqCst) {
        let _gone = out.write_all(PLAIN);
    }
    if MOUSE.swap(false, Ordering::SeqCst) {
        let _gone = out.write_all(KEEP_MOUSE);
    }
    // Where there is no alternate screen, as on the Linux console, what was drawn must still go.
    let _gone = queue!(
        out,
        DisableBracketedPaste,
        SetAttribute(Attribute::Reset),
        Clear(ClearType::All),
        MoveTo(0, 0),
        LeaveAlternateScreen,
        Show
    );
    let _gone = out.flush();
    // Keys nobody read must not reach a shell, neither those from before nor those from meanwhile.
    let _gone = tcflush(io::stdin(), QueueSelector::IFlush);
    let _gone = disable_raw_mode();
    let _gone = tcflush(io::stdin(), QueueSelector::IFlush);
}

/// Crossterm's backend, except that asking for the size never starts a process (crossterm runs
/// `tput` when the terminal does not answer), and that the cursor leaves with its frame.
pub struct Tty(CrosstermBackend<Out>);

impl Backend for Tty {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.0.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.0, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        queue!(self.0, Show)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // Asking the terminal would compete with the task that reads keys.
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let at = position.into();
        queue!(self.0, MoveTo(at.x, at.y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(Part::All)
    }

    fn clear_region(&mut self, part: Part) -> io::Result<()> {
        // It leaves with the frame that fills what it empties, so that nothing flickers.
        queue!(
            self.0,
            Clear(match part {
                Part::All => ClearType::All,
                Part::AfterCursor => ClearType::FromCursorDown,
                Part::BeforeCursor => ClearType::FromCursorUp,
                Part::CurrentLine => ClearType::CurrentLine,
                Part::UntilNewLine => ClearType::UntilNewLine,
            })
        )
    }

    fn size(&self) -> io::Result<Size> {
        let size = tcgetwinsize(io::stdout())?;
        // A pty that was never told its size says 0×0.
        Ok(if size.ws_col == 0 || size.ws_row == 0 {
            ASSUMED
        } else {
            Size::new(size.ws_col, size.ws_row)
        })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}
