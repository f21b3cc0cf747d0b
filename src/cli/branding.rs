//! `keyhatch policy logo` and `keyhatch policy preview`.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::{CliError, kiosk, policy, print};
use crate::clock;
use crate::domain::text;
use crate::picture::LONGEST;
use crate::service::branding::{self, LOGO};
use crate::service::{Actor, Service};
use crate::tui::canvas;
use crate::tui::kiosk::{Preview as Screen, Shown};
use crate::tui::theme::{Contrast, GlyphSet, Look};

/// Take the organisation's logo from a file
#[derive(Args)]
pub struct Logo {
    /// A PNG picture, which becomes text art, or a text file that is text art already
    file: PathBuf,
}

impl Logo {
    /// Sets the logo and shows what it became.
    pub async fn run(
        self,
        service: &Service,
        actor: &Actor,
        wants_json: bool,
    ) -> Result<(), CliError> {
        let art = read(&self.file).await?;
        let pair = (LOGO.to_owned(), art.clone());
        service.set_policy(actor, vec![pair], clock::now()).await?;
        if wants_json {
            return print::json(&json!({ "rows": art.lines().collect::<Vec<_>>() }));
        }
        art.lines().try_for_each(print::line)
    }
}

/// The logo in a file.
async fn read(path: &Path) -> Result<String, CliError> {
    let cannot = |why: &str| {
        CliError::Refused(format!(
            "{} can't be read: {why}; name a PNG picture or a text file",
            path.display()
        ))
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| cannot(&error.to_string()))?;
    let most = u64::try_from(LONGEST + 1).unwrap_or(u64::MAX);
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| cannot(&error.to_string()))?;
    let art = branding::logo(bytes).await;
    art.map_err(|refusal| CliError::Refused(format!("{}: {refusal}", path.display())))
}

/// Show the kiosk's first screen as visitors see it, or would see it with other values; nothing is
/// saved
#[derive(Args)]
pub struct Preview {
    /// The language of the kiosk
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// With this value of a setting; can be given again
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// With the logo in this file
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// On a terminal of this size
    #[arg(long, value_name = "COLUMNSxROWS", default_value = "80x24", value_parser = size)]
    size: (u16, u16),
    /// The screen that turns somebody away, with the help desk, instead of the first
    #[arg(long)]
    refusal: bool,
    /// As a terminal shows it that has no signs but ASCII, such as the Linux console
    #[arg(long)]
    ascii: bool,
}

/// More than any terminal has.
const MOST: u16 = 500;

fn size(typed: &str) -> Result<(u16, u16), String> {
    let read = |part: &str| part.parse().ok().filter(|n| (1..=MOST).contains(n));
    let sides = typed.split_once('x');
    sides
        .and_then(|(wide, high)| Some((read(wide)?, read(high)?)))
        .ok_or_else(|| format!("write columns and rows, each from 1 to {MOST}, such as 80x24"))
}

impl Preview {
    /// Draws the screen and prints its rows.
    pub async fn run(
        self,
        service: &Service,
        actor: &Actor,
        wants_json: bool,
    ) -> Result<(), CliError> {
        if let Some(tag) = &self.lang {
            kiosk::check_language(tag)?;
        }
        let mut pairs = policy::pairs(&self.set)?;
        if let Some(file) = &self.logo {
            pairs.push((LOGO.to_owned(), read(file).await?));
        }
        let policy = service.policy_with(actor, &pairs, clock::now()).await?;
        let lang = self.lang.as_ref().unwrap_or(&policy.default_language);
        let shown = match self.refusal {
            true => Shown::Refusal,
            false => Shown::Welcome,
        };
        let screen = Screen::new(&policy, lang, shown);
        let glyphs = match self.ascii {
            true => GlyphSet::Ascii,
            false => GlyphSet::Unicode,
        };
        let picture = screen.draw(Look::new(Contrast::Mono, glyphs), self.size);
        let rows = canvas::rows(&picture);
        if wants_json {
            let language = text::clean(screen.language());
            return print::json(&json!({ "language": language, "rows": rows }));
        }
        rows.iter().try_for_each(|row| print::line(row))
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn a_size_is_two_numbers() {
        assert_eq!(size("80x24"), Ok((80, 24)));
        for odd in [
            "", "80", "x", "80x", "0x5", "5x0", "80x24x2", "99999x1", "501x1", "-1x5",
        ] {
            assert!(size(odd).is_err(), "{odd}");
        }
    }
}
