//! `keyhatch man` and `keyhatch completions`: written from the command line's own description.

use std::io::Write as _;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use super::CliError;
use super::output::Output;

/// Print a shell's completions for keyhatch
#[derive(Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    /// Prints them.
    pub fn run(self, mut command: Command) -> Result<(), CliError> {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut command, "keyhatch", &mut text);
        print(&text)
    }
}

/// What is true of every command.
const MORE: &str = r#".SH "EXIT STATUS"
.TP
0
done
.TP
1
refused or failed
.TP
2
wrong usage
.TP
3
store, key or configuration unusable
.SH ENVIRONMENT
.TP
KEYHATCH_STORE
the store, where \-\-store is not given
.TP
KEYHATCH_CONFIG
the configuration, where \-\-config is not given
.TP
KEYHATCH_ACCESSIBLE
lines instead of a full screen
.TP
NO_COLOR
no colours
.SH FILES
.TP
/etc/keyhatch/config.toml
the configuration of the host
.TP
/var/lib/keyhatch/keyhatch.db
the store, with the master key keyhatch.key beside it
"#;

/// Prints the manual page: every command with its options on one page.
pub fn page(mut command: Command) -> Result<(), CliError> {
    command.build();
    let mut page = Vec::new();
    let man = Man::new(command.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    describe(&command, "keyhatch", &mut page)?;
    page.write_all(MORE.as_bytes())?;
    print(&page)
}

/// Every command below one, each in a section of its own.
fn describe(command: &Command, name: &str, page: &mut Vec<u8>) -> Result<(), CliError> {
    for inner in command.get_subcommands() {
        let name = format!("{name} {}", inner.get_name());
        if inner.has_subcommands() {
            describe(inner, &name, page)?;
            continue;
        }
        // What every command takes stands at the top.
        let own = inner.clone().mut_args(|argument| {
            let hidden = argument.is_global_set() || argument.get_id() == "help";
            argument.hide(hidden)
        });
        let man = Man::new(own);
        let mut part = Vec::new();
        man.render_synopsis_section(&mut part)?;
        man.render_description_section(&mut part)?;
        man.render_options_section(&mut part)?;
        let part = String::from_utf8_lossy(&part).replace("\n.SH ", "\n.SS ");
        let part = part
            .strip_prefix(".SH ")
            .map_or(part.clone(), |rest| format!(".SS {rest}"));
        writeln!(page, ".SH \"{}\"", name.to_uppercase())?;
        page.write_all(part.as_bytes())?;
    }
    Ok(())
}

fn print(text: &[u8]) -> Result<(), CliError> {
    let output = Output::default();
    output.write(&String::from_utf8_lossy(text));
    output.finish()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::super::Cli;
    use super::*;

    fn silent(command: &Command, name: &str, found: &mut Vec<String>) {
        let says = |text: Option<&clap::builder::StyledStr>| {
            let text = text.map(ToString::to_string).unwrap_or_default();
            text.starts_with(|c: char| c.is_uppercase() || c == '`') || text.starts_with("security")
        };
        if !says(command.get_about()) {
            found.push(name.to_owned());
        }
        for argument in command.get_arguments() {
            if !says(argument.get_help()) {
                found.push(format!("{name} {}", argument.get_id()));
            }
        }
        for inner in command.get_subcommands() {
            silent(inner, &format!("{name} {}", inner.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_every_flag_says_what_it_is_for() {
        let mut found = Vec::new();
        silent(&Cli::command(), "keyhatch", &mut found);
        assert!(found.is_empty(), "without words: {found:?}");
        Cli::command().debug_assert();
    }
}
