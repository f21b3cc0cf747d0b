//! Kiosk and console on one terminal, over one store, with the phone beside both: F8 changes between
//! them, and each goes on where it was left.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Instant;

use super::CliError;
use crate::cli::admin::{Entrance, Opened};
use crate::cli::kiosk::serve;
use crate::journey::runner::Runner;
use crate::journey::{Limits, Visit};
use crate::tui::admin::{self, Console};
use crate::tui::demo::companion::{CONSOLE, DemoPhone, KIOSK};
use crate::tui::kiosk::{Desk, Leave};

/// What a person sits at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Front {
    /// The kiosk.
    Kiosk,
    /// The console.
    Console,
}

/// Both of them.
pub(super) struct Fronts {
    /// Where the demo begins, and ends when one leaves.
    pub first: Front,
    /// The way into the console.
    pub entrance: Entrance,
    /// The limits of the kiosk's visits.
    pub limits: Limits,
    /// The kiosk's wizard.
    pub runner: Runner,
    /// What stands beside.
    pub phone: DemoPhone,
    /// Whether somebody has gone to the console yet.
    pub opened: Rc<Cell<bool>>,
}

/// How a front was left.
enum Left {
    /// For the other one.
    Elsewhere,
    /// To begin again.
    Again,
    /// For good.
    Over,
}

/// How far somebody is on the way into the console.
enum Way {
    /// Nobody is.
    Closed,
    /// At the sign-in, since then.
    Entering(Box<Desk>, Instant),
    /// In it.
    Open(Box<Console>),
}

impl Fronts {
    /// Serves both until one is left for good.
    pub async fn serve(mut self) -> Result<(), CliError> {
        let (mut kiosk, mut way) = (None, Way::Closed);
        let mut front = self.first;
        loop {
            let left = match front {
                Front::Kiosk => self.kiosk(&mut kiosk).await?,
                Front::Console => self.console(&mut way).await?,
            };
            front = match (left, front) {
                (Left::Over, _) => break,
                (Left::Again, front) => front,
                (Left::Elsewhere, Front::Kiosk) => Front::Console,
                (Left::Elsewhere, Front::Console) => Front::Kiosk,
            };
        }
        if let Way::Open(console) = &way {
            self.entrance.sign_out(console, false).await;
        }
        Ok(())
    }

    async fn kiosk(&mut self, desk: &mut Option<(Desk, Instant)>) -> Result<Left, CliError> {
        let (at, began) = match desk {
            Some(there) => there,
            None => {
                let visit = Visit::new(self.limits.clone());
                let new = Desk::open(visit, self.runner.clone()).await;
                desk.insert((new, Instant::now()))
            }
        };
        self.phone.stand_beside(KIOSK);
        Ok(match serve(at, Some(&mut self.phone), *began).await? {
            Leave::Elsewhere => Left::Elsewhere,
            // There is no phone in plain mode, so the demo stays on the full screen.
            Leave::Plain => {
                *desk = None;
                Left::Again
            }
            Leave::Ended | Leave::Stopped(_) | Leave::Closed => Left::Over,
        })
    }

    async fn console(&mut self, way: &mut Way) -> Result<Left, CliError> {
        match way {
            Way::Closed => {
                self.opened.set(true);
                let desk = Box::new(self.entrance.desk().await);
                *way = Way::Entering(desk, Instant::now());
                Ok(Left::Again)
            }
            Way::Entering(desk, began) => {
                self.phone.stand_beside(KIOSK);
                let left = match serve(desk, Some(&mut self.phone), *began).await? {
                    Leave::Elsewhere => return Ok(Left::Elsewhere),
                    Leave::Stopped(_) | Leave::Closed => return Ok(Left::Over),
                    Leave::Plain => Opened::Late,
                    Leave::Ended => self.entrance.open(desk).await?,
                };
                Ok(match left {
                    Opened::Console(console) => {
                        *way = Way::Open(console);
                        Left::Again
                    }
                    Opened::Late => {
                        *way = Way::Closed;
                        Left::Again
                    }
                    Opened::Nothing => {
                        *way = Way::Closed;
                        match self.first {
                            Front::Console => Left::Over,
                            Front::Kiosk => Left::Elsewhere,
                        }
                    }
                })
            }
            Way::Open(console) => {
                self.phone.stand_beside(CONSOLE);
                let attended = admin::attend(console, Some(&mut self.phone));
                let signed_out = match Box::pin(attended).await? {
                    admin::Leave::Elsewhere => return Ok(Left::Elsewhere),
                    admin::Leave::Stopped(_) | admin::Leave::Closed => return Ok(Left::Over),
                    admin::Leave::Left => true,
                    admin::Leave::SignedOut => false,
                };
                if signed_out {
                    self.entrance.sign_out(console, true).await;
                }
                *way = Way::Closed;
                Ok(match self.first {
                    Front::Console => Left::Again,
                    Front::Kiosk => Left::Elsewhere,
                })
            }
        }
    }
}
