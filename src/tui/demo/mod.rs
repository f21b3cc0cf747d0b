//! What the demo shows beside the kiosk: the phone. Plain data in, cells out.

pub mod calling;
pub mod companion;
pub mod phone;
