//! Whether the log is what it was, record by record.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use ratatui::layout::{Position, Rect};

use crate::domain::msg::Msg;
use crate::service::audit::{Head, Verdict};
use crate::service::written::{head_line, written_head};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn, Work};
use crate::tui::admin::widgets::chart::meter;
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// How far it is.
#[derive(Default)]
struct Far {
    sound: AtomicI64,
    all: AtomicI64,
}

/// Where it stands.
#[derive(Default)]
enum State {
    #[default]
    Asked,
    UnderWay,
    Done(Verdict, Head),
}

/// The page.
pub struct Verify {
    form: Form,
    far: Arc<Far>,
    state: State,
}

impl Default for Verify {
    fn default() -> Self {
        let head = Item::new("head", Msg::new("audit-head"), Input::text(""));
        Self {
            form: Form::new(vec![head.note(Msg::new("audit-head-note"))]),
            far: Arc::default(),
            state: State::Asked,
        }
    }
}

impl Verify {
    fn begin(&mut self) -> Turn {
        let typed = self.form.text("head");
        let head = written_head(&typed);
        if head.is_none() && !typed.trim().is_empty() {
            self.form.reject("head", Msg::new("audit-no-head"));
            return Turn::Stay;
        }
        self.far = Arc::default();
        self.state = State::UnderWay;
        let far = Arc::clone(&self.far);
        let work = Work::new(
            move |desk: Desk| {
                let (head, far) = (head.clone(), far.clone());
                async move {
                    let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
                    let last = service.audit_head(&actor, now).await?;
                    far.all.store(last.seq, Ordering::Relaxed);
                    let tell = |sound| far.sound.store(sound, Ordering::Relaxed);
                    let verdict = service.verify_audit_telling(&actor, head, tell, now);
                    Ok((verdict.await?, last))
                }
            },
            |page: &mut Self, (verdict, last), _| {
                page.state = State::Done(verdict, last);
                Turn::Stay
            },
        );
        Turn::Work(work.or(|page: &mut Self, _| {
            page.state = State::Asked;
            None
        }))
    }

    fn verdict(&self, with: Drawing<'_>, room: u16) -> Rows {
        let theme = &with.look.theme;
        match &self.state {
            State::Asked => Rows::default(),
            State::UnderWay => {
                let (sound, all) = (&self.far.sound, &self.far.all);
                let (sound, all) = (sound.load(Ordering::Relaxed), all.load(Ordering::Relaxed));
                let far = Msg::new("audit-verify-far")
                    .number("count", sound)
                    .number("all", all);
                let mut rows = Rows::prose("", &with.say(&far), room, theme.note);
                rows.append(meter(sound, all, room, with));
                rows
            }
            State::Done(Verdict::Whole(count), head) => {
                let whole = Msg::new("audit-whole").number("count", *count);
                let mut rows = Rows::prose("", &with.say(&whole), room, theme.met);
                let keep = Msg::new("audit-keep-head").text("head", head_line(head));
                rows.append(Rows::prose("", &with.say(&keep), room, theme.base));
                rows
            }
            State::Done(Verdict::Broken(seq), _) => {
                let broken = Msg::new("audit-broken").text("number", seq.to_string());
                Rows::prose(
                    with.look.glyphs.error,
                    &with.say(&broken),
                    room,
                    theme.error,
                )
            }
        }
    }
}

impl Place for Verify {
    fn title(&self) -> Msg {
        Msg::new("audit-verify-title")
    }

    fn help(&self) -> &'static str {
        "help-audit-verify"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["audit-keys-check"]
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        match self.state {
            // Drawn again as far as it is by then.
            State::UnderWay => Turn::Work(
                Work::new(|_| async { Ok(()) }, |_: &mut Self, (), _| Turn::Stay).quiet(),
            ),
            State::Asked | State::Done(..) => Turn::Stay,
        }
    }

    fn typing(&self) -> bool {
        self.form.typing()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            Command::Save | Command::Enter => self.begin(),
            command => {
                self.form.key(command);
                Turn::Stay
            }
        }
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        self.form.paste(text);
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let theme = &with.look.theme;
        let what = with.say(&Msg::new("audit-verify-what"));
        let mut rows = Rows::prose("", &what, area.width, theme.base);
        rows.append(Rows::prose("", " ", area.width, theme.base));
        rows.append(self.form.rows(with, area.width));
        rows.append(self.verdict(with, area.width));
        window(rows, area, 0, with.look, sheet).cursor
    }
}
