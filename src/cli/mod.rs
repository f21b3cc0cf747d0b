//! The command line: one file a command; each parses, calls a service, prints. Help, errors and
//! logs are English. Data goes to stdout, messages to stderr; every failure is one sentence that
//! names the mend, and the exit code of the contract.

mod access_pass;
mod admin;
mod agent;
mod audit;
mod branding;
mod bulk;
mod check_password;
mod context;
mod demo;
mod doctor;
mod first_run;
mod group;
pub mod harden;
mod helpdesk;
mod host;
mod init;
mod invoker;
mod key_file;
mod kiosk;
mod man;
mod outbox;
mod output;
mod people;
mod policy;
mod policy_change;
mod policy_file;
mod print;
mod prompt;
mod prompts;
mod questions;
mod quiet;
mod register;
mod report;
mod shown;
mod store;
mod transfer;
mod try_password;
mod user;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::breach::{BuildError, FilterError};
use crate::config::{ConfigError, OwnerError, PlacesError};
use crate::crypto::random::NoRandomness;
use crate::domain::text;
use crate::fault;
use crate::service::{Refusal, ServiceError};
use crate::store::StoreError;
use context::{Context, Flags};

/// Over the options that every command takes, below its own.
const EVERYWHERE: &str = "Options of every command";

/// Self-service password reset for the terminal.
#[derive(Parser)]
#[command(name = "keyhatch", version, about, disable_help_subcommand = true)]
struct Cli {
    /// The store: a file, or postgres://USER@HOST/DATABASE
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "URL")]
    store: Option<String>,
    /// The host's configuration
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Sign this account in and have its roles only
    #[arg(long = "as", global = true, help_heading = EVERYWHERE, value_name = "UPN")]
    acting: Option<String>,
    /// Read secrets from stdin, one a line, instead of asking for them
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    password_stdin: bool,
    /// Print JSON
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a store with an organisation and its first administrator
    Init(init::Init),
    /// Try Keyhatch out; nothing to set up, nothing left behind
    Demo(demo::Demo),
    /// Help people who can't sign in, on this terminal
    Kiosk(kiosk::Kiosk),
    /// The administrator's console; signs in with password and second factor
    Admin(admin::Admin),
    /// Set up how you prove who you are, for the account of your login
    Register(register::Register),
    /// Manage accounts
    #[command(subcommand)]
    User(user::User),
    /// Help somebody who calls; every look is recorded
    #[command(subcommand)]
    Helpdesk(helpdesk::Helpdesk),
    /// Manage groups
    #[command(subcommand)]
    Group(group::Group),
    /// See and change the policy
    #[command(subcommand)]
    Policy(policy::Policy),
    /// Deliver what waits in the outbox
    #[command(subcommand)]
    Agent(agent::Agent),
    /// See what waits to be delivered
    #[command(subcommand)]
    Outbox(outbox::Outbox),
    /// Read and check the audit log
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Check a password read from stdin; for PAM and scripts
    CheckPassword(check_password::CheckPassword),
    /// Usage in numbers, from the accounts and the audit log
    #[command(subcommand)]
    Report(report::Report),
    /// Check this host: configuration, key, store, audit log, delivery, policy, terminal
    Doctor(doctor::Doctor),
    /// Look after the store: copies of it, and its master key
    #[command(subcommand)]
    Store(store::Store),
    /// Render what a call says into LANG.wav files, for `prompts` in [voice]; needs espeak-ng
    Prompts(prompts::Prompts),
    /// Print a shell's completions for keyhatch
    Completions(man::Completions),
    /// Print the manual page
    Man,
}

/// Why a command failed, by exit code.
#[derive(Debug, thiserror::Error)]
enum CliError {
    /// 1: refused or failed.
    #[error("{0}")]
    Refused(String),
    /// 2: wrong usage.
    #[error("{0}")]
    Usage(String),
    /// 3: store, key or configuration unusable.
    #[error("{0}")]
    Unusable(String),
}

impl CliError {
    fn code(&self) -> u8 {
        match self {
            Self::Refused(_) => 1,
            Self::Usage(_) => 2,
            Self::Unusable(_) => 3,
        }
    }
}

impl From<ServiceError> for CliError {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Store(error) => error.into(),
            ServiceError::Filter(error) => error.into(),
            other => Self::Refused(other.to_string()),
        }
    }
}

impl From<Refusal> for CliError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal.to_string())
    }
}

macro_rules! unusable {
    ($($error:ty),*) => {$(
        impl From<$error> for CliError {
            fn from(error: $error) -> Self {
                Self::Unusable(error.to_string())
            }
        }
    )*};
}
unusable!(
    StoreError,
    ConfigError,
    OwnerError,
    PlacesError,
    NoRandomness,
    FilterError
);

impl From<BuildError> for CliError {
    fn from(error: BuildError) -> Self {
        Self::Refused(error.to_string())
    }
}

impl From<std::io::Error> for CliError {
    fn from(error: std::io::Error) -> Self {
        Self::Refused(format!("input or output failed: {error}; try again"))
    }
}

/// Runs the program; its exit code.
pub fn main() -> ExitCode {
    harden::process();
    fault::watch();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let outcome = match runtime {
        Ok(runtime) => {
            let local = tokio::task::LocalSet::new();
            // On the heap: what is moved about on the stack stays part of its peak.
            let work = fault::caught(local.run_until(Box::pin(run(cli))));
            let outcome = runtime.block_on(work).unwrap_or_else(|fault| {
                Err(CliError::Refused(format!(
                    "the program failed at {} (reference {}); try again, and report this if it happens again",
                    fault.place, fault.reference
                )))
            });
            // A hash that nobody waits for any more does not hold the program up.
            runtime.shutdown_timeout(std::time::Duration::from_millis(100));
            outcome
        }
        Err(error) => Err(CliError::from(error)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print::remark(&format!("keyhatch: {error}"));
            ExitCode::from(error.code())
        }
    }
}

fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    // It repeats what was given, which must not move the cursor.
    for line in error.render().to_string().lines() {
        let shown: String = line.chars().filter(|c| text::is_showable(*c)).collect();
        let _ = writeln!(std::io::stderr(), "{shown}");
    }
    ExitCode::from(2)
}

async fn run(cli: Cli) -> Result<(), CliError> {
    let flags = Flags {
        store: cli.store,
        config: cli.config,
        acting: cli.acting,
        password_stdin: cli.password_stdin,
        json: cli.json,
    };
    let command = match cli.command {
        // These need neither configuration nor store, or say what is wrong with them.
        Command::Doctor(doctor) => return doctor.run(flags).await,
        Command::Completions(completions) => return completions.run(Cli::command()),
        Command::Man => return man::page(Cli::command()),
        other => other,
    };
    let context = match (Context::new(flags), &command) {
        (Ok(context), _) => context,
        // A login goes on, whatever is wrong here.
        (Err(_), Command::Register(register)) if register.only_if_due() => return Ok(()),
        (Err(error), _) => return Err(error),
    };
    match command {
        Command::Init(init) => Box::pin(init.run(context)).await,
        Command::Demo(demo) => Box::pin(demo.run(context)).await,
        Command::Kiosk(kiosk) => Box::pin(kiosk.run(context)).await,
        Command::Admin(admin) => Box::pin(admin.run(context)).await,
        Command::Register(register) => Box::pin(register.run(context)).await,
        Command::User(user) => Box::pin(user.run(context)).await,
        Command::Helpdesk(helpdesk) => Box::pin(helpdesk.run(context)).await,
        Command::Group(group) => group.run(context).await,
        Command::Policy(policy) => Box::pin(policy.run(context)).await,
        Command::Agent(agent) => Box::pin(agent.run(context)).await,
        Command::Outbox(outbox) => outbox.run(context).await,
        Command::Audit(audit) => audit.run(context).await,
        Command::CheckPassword(check) => check.run(context).await,
        Command::Report(report) => report.run(context).await,
        Command::Store(store) => Box::pin(store.run(context)).await,
        Command::Prompts(prompts) => prompts.run(context).await,
        Command::Doctor(_) | Command::Completions(_) | Command::Man => Ok(()),
    }
}
