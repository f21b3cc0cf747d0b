//! The console on the real terminal: taken over, its mouse asked for, given back; and after a fault of
//! the program taken over again.

use std::io;
use std::time::{Duration, Instant};

use tokio::time::sleep;

use super::console::{Console, Leave};
use crate::fault;
use crate::tui::events::Events;
use crate::tui::kiosk::Companion;
use crate::tui::terminal::Guard;

/// How long the console waits after a fault.
const PAUSE: Duration = Duration::from_millis(200);
/// The longest it waits when one fault follows the other.
const LONGEST: Duration = Duration::from_secs(60);
/// Without a fault for so long, the next is a first one again.
const STEADY: Duration = Duration::from_secs(10);

/// Serves until something but a fault ends it; the terminal is as it was when this returns.
///
/// # Errors
/// When there is no terminal.
pub async fn attend(
    console: &mut Console,
    mut companion: Option<&mut dyn Companion>,
) -> io::Result<Leave> {
    let mut pause = PAUSE;
    loop {
        let began = Instant::now();
        let fault = match fault::caught(Box::pin(serve(console, &mut companion))).await {
            Ok(left) => return left,
            Err(fault) => fault,
        };
        if began.elapsed() >= STEADY {
            pause = PAUSE;
        }
        console.start_over(&fault.reference);
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST);
    }
}

async fn serve(
    console: &mut Console,
    companion: &mut Option<&mut dyn Companion>,
) -> io::Result<Leave> {
    let guard = Guard::enter()?;
    let mut canvas = guard.screen();
    let mut events = Events::open()?;
    guard.watch_mouse()?;
    let leave = match companion {
        Some(beside) => {
            let both = console.run_beside(&mut canvas, &mut events, &mut **beside);
            both.await
        }
        None => console.run(&mut canvas, &mut events).await,
    };
    events.close().await;
    let _gone = guard.wipe();
    guard.leave();
    Ok(leave)
}
