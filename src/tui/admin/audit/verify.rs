//! Whether the log is what it was, record by record.

use ratatui::layout::{Position, Rect};

use crate::domain::msg::Msg;
use crate::service::ServiceError;
use crate::service::audit::{Head, Verdict, Verified};
use crate::service::written::{head_line, written_head};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn, Work};
use crate::tui::admin::widgets::chart::meter;
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// Where it stands.
#[derive(Default)]
enum State {
    #[default]
    Asked,
    /// So many are sound, of so many.
    UnderWay(i64, i64),
    Done(Verdict, Head),
}

/// The page.
pub struct Verify {
    form: Form,
    state: State,
}

impl Default for Verify {
    fn default() -> Self {
        let head = Item::new("head", Msg::new("audit-head"), Input::text(""));
        Self {
            form: Form::new(vec![head.note(Msg::new("audit-head-note"))]),
            state: State::Asked,
        }
    }
}

impl Verify {
    fn begin(&mut self) -> Turn {
        let typed = self.form.text("head");
        let kept = written_head(&typed);
        if kept.is_none() && !typed.trim().is_empty() {
            self.form.reject("head", Msg::new("audit-no-head"));
            return Turn::Stay;
        }
        self.state = State::UnderWay(0, 0);
        let ask = |desk: Desk| async move {
            let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
            service.audit_head(&actor, now).await
        };
        let work = Work::new(ask, move |page: &mut Self, last: Head, _| {
            page.go_on(Verified::default(), kept.clone(), last)
        });
        Turn::Work(work.or(Self::broken_off).quiet())
    }

    /// One more piece: each answer is drawn, and what follows is left out when the page is left.
    fn go_on(&mut self, from: Verified, kept: Option<Head>, last: Head) -> Turn {
        self.state = State::UnderWay(from.last, last.seq);
        let asked = kept.clone();
        let ask = move |desk: Desk| {
            let (from, kept) = (from.clone(), asked.clone());
            async move {
                let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
                service.verify_audit_on(&actor, from, kept, now).await
            }
        };
        let work = Work::new(ask, move |page: &mut Self, piece, _| match piece {
            Err(more) => page.go_on(more, kept.clone(), last.clone()),
            Ok(verdict) => {
                page.state = State::Done(verdict, last.clone());
                Turn::Stay
            }
        });
        Turn::Work(work.or(Self::broken_off).quiet())
    }

    fn broken_off(&mut self, _: &ServiceError) -> Option<Turn> {
        self.state = State::Asked;
        None
    }

    const fn is_under_way(&self) -> bool {
        matches!(self.state, State::UnderWay(..))
    }

    fn verdict(&self, with: Drawing<'_>, room: u16) -> Rows {
        let theme = &with.look.theme;
        match &self.state {
            State::Asked => Rows::default(),
            State::UnderWay(sound, all) => {
                let far = Msg::new("audit-verify-far");
                let far = far.number("count", *sound).number("all", *all);
                let mut rows = Rows::prose("", &with.say(&far), room, theme.note);
                rows.append(meter(*sound, *all, room, with));
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
                let sign = with.look.glyphs.error;
                Rows::prose(sign, &with.say(&broken), room, theme.error)
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

    fn typing(&self) -> bool {
        !self.is_under_way() && self.form.typing()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            Command::Save | Command::Enter if !self.is_under_way() => self.begin(),
            _ if self.is_under_way() => Turn::Stay,
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
