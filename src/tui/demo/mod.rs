//! What the demo shows beside the kiosk: the phone and the guided tour. Plain data in, cells out.

pub mod calling;
pub mod companion;
pub mod phone;
pub mod tour;
