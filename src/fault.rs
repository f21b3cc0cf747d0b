//! A fault of the program itself: told to the log once, by its place and a reference and never by its
//! own words, which could hold something typed; and caught where the kiosk can go on without it.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::pin::pin;
use std::task::Poll;

use tracing::error;

use crate::crypto::random;

thread_local! {
    /// The reference of this thread's last fault, until somebody catches it.
    static LAST: RefCell<Option<Fault>> = const { RefCell::new(None) };
    /// How much work is under way that is caught where it is.
    static CONTAINED: Cell<usize> = const { Cell::new(0) };
}

/// What is left of a panic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Leads from a screen to the log.
    pub reference: String,
    /// Where in the program, as file and line.
    pub place: String,
}

/// From now on a panic is noted and prints nothing.
pub fn watch() {
    std::panic::set_hook(Box::new(note));
}

/// What a panic hook does first.
pub fn note(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    let fault = Fault {
        reference: random::clear_text(8).unwrap_or_default(),
        place: place.unwrap_or_default(),
    };
    let thread = std::thread::current();
    let (thread, place) = (thread.name().unwrap_or_default(), &fault.place);
    error!(reference = %fault.reference, thread, place, "a fault of the program");
    LAST.with(|last| last.replace(Some(fault)));
}

/// Works until the end or a panic. What the work held when it panicked must not be trusted any more.
///
/// # Errors
/// What is left of the panic.
pub async fn caught<F: Future>(work: F) -> Result<F::Output, Fault> {
    let mut work = pin!(work);
    poll_fn(
        |context| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
            Ok(poll) => poll.map(Ok),
            Err(_) => Poll::Ready(Err(last())),
        },
    )
    .await
}

/// The same for work on whose fault what is around it goes on as it was, a screen on the terminal
/// above all.
///
/// # Errors
/// What is left of the panic.
pub async fn contained<F: Future>(work: F) -> Result<F::Output, Fault> {
    let mut work = pin!(caught(work));
    poll_fn(|context| {
        CONTAINED.with(|count| count.set(count.get() + 1));
        // It never panics itself, so that the count is always taken back.
        let poll = work.as_mut().poll(context);
        CONTAINED.with(|count| count.set(count.get() - 1));
        poll
    })
    .await
}

/// Whether the panic of this moment is caught where it is.
pub fn is_contained() -> bool {
    CONTAINED.with(Cell::get) > 0
}

/// Works until the end or a panic, without waiting.
///
/// # Errors
/// What is left of the panic.
pub fn caught_at_once<T>(work: impl FnOnce() -> T) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| last())
}

fn last() -> Fault {
    let noted = LAST.with(RefCell::take);
    noted.unwrap_or_else(|| Fault {
        reference: String::new(),
        place: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::{caught, caught_at_once, contained, is_contained, watch};

    #[tokio::test]
    async fn what_is_contained_is_known_to_be() {
        let inside = contained(async {
            tokio::task::yield_now().await;
            is_contained()
        });
        assert_eq!(inside.await, Ok(true));
        assert!(
            contained(async { panic!("a fault") })
                .await
                .map(|(): ()| ())
                .is_err()
        );
        assert!(!is_contained());
    }

    #[tokio::test]
    async fn a_panic_becomes_a_fault_and_all_else_goes_through() {
        assert_eq!(caught(async { 7 }).await, Ok(7));
        let before = std::panic::take_hook();
        watch();
        let fault = caught(async {
            tokio::task::yield_now().await;
            panic!("a secret");
        })
        .await
        .map(|(): ()| ())
        .unwrap_err();
        let at_once = caught_at_once(|| panic!("another")).map(|(): ()| ());
        std::panic::set_hook(before);
        assert_eq!(fault.reference.len(), 9, "{fault:?}");
        assert!(fault.place.starts_with("src/fault.rs:"), "{fault:?}");
        assert!(!format!("{fault:?}").contains("secret"));
        assert_ne!(at_once.unwrap_err().reference, fault.reference);
    }
}
