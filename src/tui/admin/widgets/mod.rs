//! What places are made of: a form of fields, a table to choose a row of, facts with their names,
//! bars with their figures.
//!
//! A widget keeps what is typed or chosen and lays itself out as [`Rows`](crate::tui::widgets::Rows);
//! it asks no service.

pub mod chart;
pub mod facts;
pub mod form;
pub mod table;
pub mod write;
