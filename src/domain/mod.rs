//! The rules, pure: no clock, no randomness, no engine, no wire format. Everything may use this
//! room; it uses nothing of the house.

pub mod accent;
pub mod account;
pub mod alert;
pub mod answer;
pub mod art;
pub mod audit;
pub mod banned;
pub mod call;
pub mod code;
pub mod eligibility;
pub mod enrolment;
pub mod human;
pub mod journey;
pub mod language;
pub mod letter;
pub mod licence;
pub mod method;
pub mod msg;
pub mod number;
pub mod outgoing;
pub mod password;
pub mod policy;
pub mod progress;
pub mod question;
pub mod review;
pub mod role;
pub mod secret;
pub mod session;
pub mod setting;
pub mod text;
pub mod throttle;
pub mod time;
pub mod tour;
pub mod unlock;
pub mod way;
