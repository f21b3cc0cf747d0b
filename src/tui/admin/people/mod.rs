//! Users and groups: found as one types, a page each, one thing done to many, files in and out.
//!
//! A file a place. Everything is asked of the service as the console's work; what a role may not do
//! is not offered here and is refused there. What comes from accounts is data: it is cleaned where
//! it is drawn.

mod account;
mod actions;
mod ask;
mod bulk;
mod edit;
mod filter;
mod group;
mod groups;
mod job;
mod new_group;
mod new_user;
pub(super) mod once;
mod sections;
#[cfg(test)]
mod tests;
mod transfer;
mod users;

pub(super) use groups::Groups;
pub(super) use users::Users;
