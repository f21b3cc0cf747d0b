//! The journey as the loop's host: visits, the runner that calls the service, and the words.

use std::future::Future;
use std::time::Duration;

use super::{Host, Scene};
use crate::domain::accent::Accent;
use crate::domain::journey::JourneyId;
use crate::domain::msg::Msg;
use crate::i18n::{File, Texts};
use crate::journey::input::Input;
use crate::journey::request::Ticket;
use crate::journey::runner::Runner;
use crate::journey::screen::{Screen, Stance};
use crate::journey::{Reply, Request, Visit};
use crate::tui::Say;

impl Say for Texts {
    fn say(&self, msg: &Msg) -> String {
        self.say(msg)
    }
}

/// One terminal's visits.
pub struct Desk {
    visit: Visit,
    runner: Runner,
    texts: Texts,
}

impl Desk {
    /// A desk whose first screen is ready to be drawn.
    pub async fn open(visit: Visit, runner: Runner) -> Self {
        let texts = Texts::new(visit.language(), File::Kiosk);
        let mut desk = Self {
            visit,
            runner,
            texts,
        };
        let greeting = desk.runner.perform(desk.visit.start()).await;
        desk.visit.reply(greeting, Duration::ZERO);
        desk.refresh();
        desk
    }

    /// Whom the console opens for, once it does.
    pub fn admitted(&self) -> Option<JourneyId> {
        self.visit.admitted()
    }

    /// The language of the last screen.
    pub fn language(&self) -> &str {
        self.visit.language()
    }

    fn refresh(&mut self) {
        if self.texts.tag() != self.visit.language() {
            self.texts = Texts::new(self.visit.language(), File::Kiosk);
        }
    }
}

impl Host for Desk {
    type Request = Ticket<Request>;
    type Reply = Ticket<Reply>;

    fn screen(&self) -> Screen<'_> {
        self.visit.screen()
    }

    fn stance(&self) -> Stance {
        self.visit.stance()
    }

    fn scene(&self) -> Scene {
        Scene {
            turn: self.visit.turn(),
            working: self.visit.working(),
        }
    }

    fn input(&mut self, input: Input, at: Duration) -> Option<Self::Request> {
        let request = self.visit.input(input, at);
        self.refresh();
        request
    }

    fn answer(&mut self, reply: Self::Reply, at: Duration) -> Option<Self::Request> {
        let request = self.visit.reply(reply, at);
        self.refresh();
        request
    }

    fn tick(&mut self, at: Duration) -> (bool, Option<Self::Request>) {
        let ticked = self.visit.tick(at);
        self.refresh();
        ticked
    }

    fn due(&self) -> Option<Duration> {
        self.visit.due()
    }

    fn perform(&self, request: Self::Request) -> impl Future<Output = Self::Reply> + 'static {
        let runner = self.runner.clone();
        async move { runner.perform(request).await }
    }

    fn say(&self) -> &dyn Say {
        &self.texts
    }

    fn organisation(&self) -> &str {
        self.visit.organisation()
    }

    fn accent(&self) -> Option<Accent> {
        self.visit.accent()
    }

    fn start_over(&mut self, reference: &str) -> Option<Self::Request> {
        let request = self.visit.start_over(reference);
        self.refresh();
        request
    }

    fn hang_up(&mut self) -> Option<Self::Request> {
        self.visit.hang_up()
    }

    fn ended(&self) -> bool {
        self.visit.ended()
    }

    fn wiped(&mut self) -> bool {
        self.visit.take_wiped()
    }
}
