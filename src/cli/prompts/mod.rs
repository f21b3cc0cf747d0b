//! `keyhatch prompts`: what a call says, rendered by a speech synthesiser into the files that the
//! telephone exchange plays. What somebody has recorded stays.

mod sound;

use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Args;

use super::context::Context;
use super::{CliError, print};
use crate::agent::spoken;
use crate::clock;
use crate::domain::language::LANGUAGES;

/// The synthesiser.
const SPEAKER: &str = "espeak-ng";
/// Words a minute: slower than it speaks by itself, for a telephone.
const PACE: &str = "140";

/// Render what a call says into LANG.wav files, for `prompts` in [voice]; needs espeak-ng
#[derive(Args)]
pub struct Prompts {
    /// The folder; made if it is missing
    folder: PathBuf,
    /// One language only
    #[arg(long, value_name = "TAG", value_parser = clap::builder::PossibleValuesParser::new(LANGUAGES))]
    lang: Option<String>,
    /// Make files anew that are there already, recordings of your own included
    #[arg(long)]
    replace: bool,
}

impl Prompts {
    /// Runs the command.
    pub async fn run(self, context: Context) -> Result<(), CliError> {
        let service = context.service().await?;
        let policy = service.policy(clock::now()).await?;
        match DirBuilder::new().mode(0o755).create(&self.folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                return Err(unwritten(&self.folder, &error));
            }
            _ => {}
        }
        let wanted = |tag: &&str| self.lang.as_ref().is_none_or(|lang| lang == tag);
        for tag in LANGUAGES.into_iter().filter(wanted) {
            let file = self.folder.join(format!("{tag}.wav"));
            if !self.replace && fs::symlink_metadata(&file).is_ok() {
                print::remark(&format!(
                    "{} is there and stays; --replace makes it anew",
                    file.display()
                ));
                continue;
            }
            let (words, _) = spoken::prompt(tag, &policy.organisation);
            let spoken = speak(tag, &words)?;
            put(&file, &spoken).map_err(|error| unwritten(&file, &error))?;
            print::line(&file.display().to_string())?;
        }
        Ok(())
    }
}

fn unwritten(path: &Path, error: &io::Error) -> CliError {
    CliError::Refused(format!(
        "{} can't be written ({error}); check the folder and its permissions",
        path.display()
    ))
}

/// The words as a telephone's WAV.
fn speak(tag: &str, words: &str) -> Result<Vec<u8>, CliError> {
    let broken = |why: &str| {
        CliError::Refused(format!(
            "{SPEAKER} did not speak {tag} ({why}); check `{SPEAKER} -v {tag}`, or record {tag}.wav yourself"
        ))
    };
    let child = Command::new(SPEAKER)
        .args(["-v", tag, "-s", PACE, "--stdin", "--stdout"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(CliError::Refused(format!(
                "{SPEAKER} is not installed; install it, or record the prompts yourself as WAV files of 8 kHz, mono, 16 bit"
            )));
        }
        Err(error) => return Err(broken(&error.kind().to_string())),
    };
    if let Some(mut stdin) = child.stdin.take() {
        // It reads all of it before it speaks; one that does not says so by how it ends.
        let _ = stdin.write_all(words.as_bytes());
    }
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(broken(&output.status.to_string()));
    }
    let spoken = sound::read(&output.stdout)
        .filter(|sound| !sound.samples.is_empty())
        .ok_or_else(|| broken("it gave no WAV of one channel and 16 bit"))?;
    Ok(sound::write(&sound::for_telephone(&spoken)))
}

/// Writes the file at once or not at all; the exchange, another user, may read it.
fn put(file: &Path, content: &[u8]) -> io::Result<()> {
    let mut unfinished = file.to_owned();
    unfinished.set_extension("part");
    let written = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o644)
        .open(&unfinished)
        .and_then(|mut out| {
            out.write_all(content)?;
            out.set_permissions(Permissions::from_mode(0o644))?;
            out.sync_all()
        });
    let written = written.and_then(|()| fs::rename(&unfinished, file));
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written
}
