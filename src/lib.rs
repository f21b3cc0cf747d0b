//! Keyhatch: self-service password reset for the terminal. A person who is locked out proves who
//! they are by two methods and leaves with a working password. One binary, no listening socket,
//! one shared store (SQLite or PostgreSQL).
//!
//! # The map of the house
//!
//! | to find | look in |
//! |---|---|
//! | a rule: who is eligible, which passwords fit, how often one may try, what a setting takes | [`domain`] |
//! | what the product does, who may ask for it, what is audited with it | [`service`] |
//! | a query, a decision in one transaction, the tables, the two engines | [`store`] |
//! | which accounts are meant, and how they are found among a million | [`domain::people`], [`store::people`] |
//! | the demo's people and the half-year behind them | [`service::rehearsal`], `assets/demo` |
//! | a guided tour: its steps, what ticks each, how it looks | [`domain::tour`], [`service::tour`], [`tui::demo`] |
//! | what a caller's reference leads to, who is calling, a pass for a lost phone | [`service::helpdesk`], [`service::callers`], [`service::passes`] |
//! | passwords known from breaches: the filter, how it is built and asked | [`breach`] |
//! | how a picture becomes the logo | [`picture`] |
//! | keys, sealing, code hashes, password verifiers, authenticator codes | [`crypto`] |
//! | what a person is asked next and what their answer leads to | [`journey`] |
//! | how it looks on a full screen, which key does what, colours, the demo's phone | [`tui`] |
//! | how it reads in plain mode | [`line`](mod@line) |
//! | the administrator's console: its loop, a tab or a page each, forms and tables | [`tui::admin`] |
//! | what a change of the policy comes to, how it is saved and undone | [`service::policy`], [`domain::review`] |
//! | the way into the administrator's console, how it is locked and proved anew | [`service::console`], `journey::account::console`, `tui::admin::proof` |
//! | a code to scan for a command that asks line by line | [`tui::placard`] |
//! | how keys are waited for | [`keyboard`] |
//! | what becomes of a panic | [`fault`] |
//! | a word, its language, how a date is written | [`i18n`] and `locales/` |
//! | how a letter is written, taken, tried again; how a call goes, how answers from phones are heard | [`agent`] |
//! | SMTP, the gateway of text messages, the telephone exchange, the push server, the spool | [`delivery`] |
//! | what a call says, and the command that renders it | `agent::spoken`, `cli::prompts` |
//! | a command, its flags, what it prints, its exit code | [`cli`] |
//! | the configuration file, where files are, who may own them | [`config`] |
//! | how a host is set up: users, units, sshd, PAM, sudo | `assets/host` |
//! | whose login calls us | `cli::invoker`, [`service::login`] |
//! | how the program is linked | `src/build.rs` |
//!
//! A reset, followed once: a key becomes an [`journey::input::Input`] ([`tui::keymap`]), the
//! [`journey::Visit`] answers with a [`journey::Request`], the [`journey::runner::Runner`] asks
//! [`service::reset`] ([`service::human`] at the entrance), which makes codes and verifiers and runs
//! one decision of [`store::entrance`], [`store::sending`] or [`store::gates`]; the decision reads
//! the policy, computes eligibility ([`domain::eligibility`]), charges the limits of the terminal
//! ([`store::sources`]) and of the account ([`store::limits`]), appends to the audit chain
//! ([`store::audit`]) and posts letters ([`store::outbox`]), all in one transaction. The reply goes
//! back the same way and becomes the next [`journey::screen::Screen`]. The [`agent`] takes the
//! letters, writes them ([`i18n`]) and hands them to [`delivery`].
//!
//! A sign-in is a journey that begins with the right password: [`journey::account`] has its pages,
//! [`service::session`] what is due of it, [`service::enrolment`] and [`service::security_info`] what
//! its owner registers and changes, each a decision of the store's file of that name. A request on an
//! app or a call is sent like a code; what became of it is reported by the [`agent`] and looked up by
//! the terminal that waits ([`service::approvals`]).
//!
//! A key in the console is the loop's ([`tui::admin`]) or the place's in sight; what a place asks is
//! done by a service beside the loop, in the name of who has signed in, and told to the place if it is
//! still there. Where a service wants a fresh proof the loop asks for it, and then asks again.
//!
//! # Who may name whom
//!
//! Everything may use `domain`, which uses nothing. `cli`, `tui` and `line` call `journey` and
//! `service`; `journey::runner` and `agent` call `service`; `service` calls `store`, `crypto`,
//! `picture` and `breach`, which is no part of the store because its file belongs to the host.
//! Only `agent` names `delivery`; `tui`, `line` and `agent` use `i18n` (and `cli policy`, whose
//! comments and advice are the settings' English ones). `cli` wires everything. `tests/tidy.rs` holds
//! the house to this.
//!
//! # What must stay true
//!
//! 1. The service enforces, the journey presents: no front end, however wrong, can skip a gate.
//! 2. Store decisions are whole: charged before compared, one transaction, any number of processes.
//! 3. The audit record commits with the change or the change doesn't happen; so do its letters.
//! 4. Time is an argument; stored time never runs backwards.
//! 5. Roles are checked in the service, inside the transaction.
//! 6. Secrets are types that can't be printed or copied, wiped when dropped; codes are stored as
//!    keyed hashes, passwords and answers as Argon2id, seeds and letters sealed for their row.
//! 7. Text from outside is cleaned where it enters a screen, a header or a log line.
//! 8. One ordered stream of events a front end; an answer to an ended visit is dropped.
//! 9. No listening socket; no child process from the kiosk.
//! 10. A person sees a sentence with a reference; the log has the cause, once.
//! 11. Settings, methods, roles and audit activities are each described in one table.

pub mod agent;
pub mod breach;
pub mod cli;
pub mod clock;
pub mod config;
pub mod crypto;
pub mod delivery;
pub mod domain;
pub mod fault;
pub mod i18n;
pub mod journey;
pub mod keyboard;
pub mod line;
pub mod picture;
pub mod service;
pub mod store;
pub mod tui;
