//! The kiosk on the real terminal: taken over, served, given back; and after a fault of the program
//! served again from the first screen.

use std::io;
use std::time::{Duration, Instant};

use tokio::time::{sleep, timeout};

use super::{Companion, Host, Kiosk, Leave, run};
use crate::fault;
use crate::tui::events::Events;
use crate::tui::terminal::Guard;
use crate::tui::theme::Look;

/// How long giving up what is open may take when the terminal or the process ends.
const HANG_UP: Duration = Duration::from_secs(2);
/// The same after a fault: the next screen must not wait for a store that does not answer.
const AFTER_FAULT: Duration = Duration::from_secs(1);

/// How long the first screen waits after a fault.
const PAUSE: Duration = Duration::from_millis(200);
/// The longest it waits when one fault follows the other.
const LONGEST: Duration = Duration::from_secs(60);
/// Without a fault for so long, the next is a first one again.
const STEADY: Duration = Duration::from_secs(10);

/// Serves until something but a fault ends it; the terminal is as it was when this returns. The host's
/// time began at `began`, however often it is served.
///
/// # Errors
/// When there is no terminal.
pub async fn attend<H: Host>(
    host: &mut H,
    look: Look,
    mut companion: Option<&mut dyn Companion>,
    began: Instant,
) -> io::Result<Leave> {
    let mut pause = PAUSE;
    loop {
        let started = Instant::now();
        let served = fault::caught(Box::pin(serve(host, look, &mut companion, began)));
        let fault = match served.await {
            Ok(left) => return left,
            Err(fault) => fault,
        };
        if started.elapsed() >= STEADY {
            pause = PAUSE;
        }
        let given_up = host.start_over(&fault.reference);
        ask(host, given_up, AFTER_FAULT).await;
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST);
    }
}

async fn serve<H: Host>(
    host: &mut H,
    look: Look,
    companion: &mut Option<&mut dyn Companion>,
    began: Instant,
) -> io::Result<Leave> {
    let guard = Guard::enter()?;
    let mut canvas = guard.screen();
    let mut events = Events::open()?;
    let kiosk = Kiosk {
        look,
        companion: companion.as_mut().map(|beside| &mut **beside as _),
        wipe: &mut || guard.wipe(),
        began,
    };
    let leave = run(host, &mut canvas, &mut events, kiosk).await;
    if leave != Leave::Elsewhere {
        let last = host.hang_up();
        ask(host, last, HANG_UP).await;
    }
    events.close().await;
    let _gone = guard.wipe();
    guard.leave();
    Ok(leave)
}

/// Asks without an answer: a store that does not answer must not keep the terminal.
async fn ask<H: Host>(host: &H, request: Option<H::Request>, patience: Duration) {
    if let Some(request) = request {
        let _late = timeout(patience, fault::contained(host.perform(request))).await;
    }
}

#[cfg(test)]
mod tests;
