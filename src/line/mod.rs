//! A screen as prompts, for screen readers and terminals that can do nothing else: append-only
//! lines, numbered choices, one field at a time (contract, "Plain mode"). The same journeys, the
//! same rules. Uses `journey`, `i18n` and `domain`; names no adapter.

mod input;
mod render;

use std::io::{self, Write};
use std::time::{Duration, Instant};

use tokio::signal::unix::{SignalKind, signal};
use zeroize::Zeroizing;

use crate::domain::msg::Msg;
use crate::i18n::{File, Texts};
use crate::journey::input::Input;
use crate::journey::runner::Runner;
use crate::journey::screen::{Action, Notice, Screen};
use crate::journey::{Request, Visit, request::Ticket};
use input::{Answer, Lines};

/// How often the passing of time is looked at while nobody types.
const TICK: Duration = Duration::from_secs(1);

/// Why plain mode ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// The visitor is done.
    Visitor,
    /// The terminal or the process ends.
    Stopped,
}

/// Runs visits, one after another, until the visit or the terminal ends.
pub async fn run(visit: Visit, runner: Runner) -> io::Result<Left> {
    let mut desk = Desk {
        texts: Texts::new(visit.language(), File::Kiosk),
        visit,
        runner,
        lines: Lines::new()?,
        began: Instant::now(),
        field: 0,
    };
    let start = desk.visit.start();
    desk.ask(Some(start)).await;
    // The organisation may not offer the language wished for.
    desk.refresh();
    desk.serve().await
}

/// Something that plain mode itself has to say.
fn note(id: &'static str) -> Notice {
    Notice {
        error: false,
        text: Msg::new(id),
    }
}

struct Desk {
    visit: Visit,
    runner: Runner,
    texts: Texts,
    lines: Lines,
    began: Instant,
    /// Which field is asked for.
    field: usize,
}

impl Desk {
    async fn serve(&mut self) -> io::Result<Left> {
        let mut left = Left::Visitor;
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut hang_up = signal(SignalKind::hangup())?;
        self.show(&[note("plain-keys")])?;
        while !self.visit.ended() {
            if self.visit.waiting().is_some() {
                tokio::select! {
                    shown = self.wait() => shown?,
                    _ = terminate.recv() => left = self.end().await,
                    _ = interrupt.recv() => left = self.end().await,
                    _ = hang_up.recv() => left = self.end().await,
                }
                continue;
            }
            let secret = self.secret();
            // What was typed before is gone before the prompt says that it may be typed.
            self.lines.request(secret)?;
            self.prompt()?;
            let answer = loop {
                tokio::select! {
                    answer = self.lines.next() => break answer,
                    () = tokio::time::sleep(TICK) => {
                        let (_, request) = self.visit.tick(self.began.elapsed());
                        self.ask(request).await;
                        if self.visit.take_wiped() {
                            break Answer::Wiped;
                        }
                    }
                    _ = terminate.recv() => break Answer::End,
                    _ = interrupt.recv() => break Answer::End,
                    _ = hang_up.recv() => break Answer::End,
                }
            };
            self.lines.answered(secret)?;
            match answer {
                Answer::Line(line) => self.take(&line).await?,
                Answer::Nothing => self.take(&Zeroizing::new("x".to_owned())).await?,
                Answer::Wiped if self.visit.ended() => {}
                Answer::Wiped => {
                    self.refresh();
                    self.show(&[note("plain-wiped")])?;
                }
                Answer::End => left = self.end().await,
            }
        }
        self.say(&Msg::new("plain-bye"))?;
        Ok(left)
    }

    /// The terminal or the process ends: gives up what is open.
    async fn end(&mut self) -> Left {
        let request = self.visit.hang_up();
        self.ask(request).await;
        Left::Stopped
    }

    /// Lets a wait pass, without a prompt, and shows what it leads to.
    async fn wait(&mut self) -> io::Result<()> {
        while let Some(left) = self.visit.waiting() {
            tokio::time::sleep(left.min(TICK)).await;
            let (_, request) = self.visit.tick(self.began.elapsed());
            self.ask(request).await;
        }
        let wiped = self.visit.take_wiped();
        if self.visit.ended() {
            return Ok(());
        }
        self.refresh();
        let note = [note("plain-wiped")];
        self.show(if wiped { &note } else { &[] })
    }

    fn secret(&self) -> bool {
        let screen = self.visit.screen();
        screen
            .fields
            .get(self.field)
            .is_some_and(|field| field.secret)
    }

    /// Asks the product, answer after answer, until nothing more is to be asked.
    async fn ask(&mut self, mut request: Option<Ticket<Request>>) {
        while let Some(ticket) = request {
            let reply = self.runner.perform(ticket).await;
            request = self.visit.reply(reply, self.began.elapsed());
        }
    }

    async fn input(&mut self, input: Input) {
        let request = self.visit.input(input, self.began.elapsed());
        self.ask(request).await;
    }

    /// What was answered. A word of one letter is a command, a number a choice, all else a value.
    async fn take(&mut self, line: &Zeroizing<String>) -> io::Result<()> {
        let word = line.trim();
        let (fields, choices, closes, left) = {
            let screen = self.visit.screen();
            let closes = screen.actions.contains(&Action::Close);
            let left = render::left(&screen);
            (screen.fields.len(), screen.choices.len(), closes, left)
        };
        let overlay = self.visit.has_overlay();
        match word {
            "b" => self.input(Input::Back).await,
            "x" => self.input(Input::Cancel).await,
            "l" => self.input(Input::Language).await,
            "?" => self.input(Input::Help).await,
            _ if overlay && choices == 0 => self.input(Input::Back).await,
            _ if closes => self.input(Input::Act(Action::Close)).await,
            _ if choices > 0 => match word.parse::<usize>() {
                Ok(number) if (1..=choices).contains(&number) => {
                    self.input(Input::Choose(number - 1)).await;
                }
                _ => {
                    return self.show(&[Notice {
                        error: true,
                        ..note("plain-not-a-choice")
                    }]);
                }
            },
            _ if fields > 0 => {
                let typed = line.as_str().to_owned();
                self.input(Input::Fill(self.field, typed)).await;
                if self.field + 1 < fields {
                    self.field += 1;
                    return self.label();
                }
                self.input(Input::Act(Action::Next)).await;
            }
            _ => match word
                .parse::<usize>()
                .ok()
                .and_then(|n| left.get(n.checked_sub(1)?))
            {
                Some(action) => self.input(Input::Act(*action)).await,
                None => {
                    return self.show(&[Notice {
                        error: true,
                        ..note("plain-not-a-choice")
                    }]);
                }
            },
        }
        if self.visit.ended() {
            return Ok(());
        }
        self.refresh();
        let wiped = self.visit.take_wiped() && !closes;
        let note = [note("plain-wiped")];
        self.show(if wiped { &note } else { &[] })
    }

    /// The words follow the language; fields are asked from the first.
    fn refresh(&mut self) {
        self.field = 0;
        if self.texts.tag() != self.visit.language() {
            self.texts = Texts::new(self.visit.language(), File::Kiosk);
        }
    }

    fn say(&self, msg: &Msg) -> io::Result<()> {
        let mut out = io::stdout().lock();
        writeln!(out, "{}", self.texts.say(msg))?;
        out.flush()
    }

    fn show(&self, notes: &[Notice]) -> io::Result<()> {
        let screen: Screen<'_> = self.visit.screen();
        let text = render::screen(&screen, &self.texts, self.visit.organisation(), notes);
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// The label of the next field alone.
    fn label(&self) -> io::Result<()> {
        let screen = self.visit.screen();
        match screen.fields.get(self.field) {
            Some(field) => self.say(&field.label),
            None => Ok(()),
        }
    }

    fn prompt(&self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        write!(out, "> ")?;
        out.flush()
    }
}
