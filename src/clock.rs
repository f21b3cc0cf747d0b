//! The edge where the clock is read; everything below takes the moment as an argument.

use crate::domain::time::Timestamp;

/// What the host's clock says.
pub fn now() -> Timestamp {
    Timestamp::from_micros(jiff::Timestamp::now().as_microsecond())
}
