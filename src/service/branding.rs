//! How the first screen looks: a logo out of what a file holds, and the policy as it would be with
//! other values, for whoever wants to see it first.

use std::fs::OpenOptions;
use std::io::Read as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use super::policy::Pair;
use super::refusal::{Denied, Refusal};
use super::{Actor, Service, ServiceError};
use crate::domain::policy::{Policy, check_whole};
use crate::domain::role::Permission;
use crate::domain::setting::{Kind, Setting, SettingError, Value};
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::picture::{self, LONGEST, PictureError};
use crate::store::settings;

/// The setting that holds the logo.
pub const LOGO: &str = "branding.logo";

/// The logo that a file's content is: a PNG becomes text art, and anything else is text art.
pub async fn logo(file: Vec<u8>) -> Result<String, Refusal> {
    if picture::is_png(&file) {
        return traced(move || Ok(file)).await;
    }
    let art = String::from_utf8(file).map_err(|_| PictureError::NoPicture)?;
    let setting = Setting::find(LOGO).ok_or_else(|| SettingError::Unknown(LOGO.to_owned()))?;
    Ok(setting.check(LOGO, Value::Text(art))?.stored())
}

/// A regular file, as far as a picture goes and a byte more.
fn read(path: &Path) -> Option<Vec<u8>> {
    // A pipe without a writer would hold whoever opens it.
    let flags = OFlags::NONBLOCK.bits().try_into().ok()?;
    let opened = OpenOptions::new().read(true).custom_flags(flags).open(path);
    let file = opened.ok()?;
    if !file.metadata().ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(LONGEST + 1).ok()?;
    file.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Traces a picture beside whatever else this process does.
async fn traced(
    read: impl FnOnce() -> Result<Vec<u8>, PictureError> + Send + 'static,
) -> Result<String, Refusal> {
    let (columns, rows) = match Setting::find(LOGO).map(|setting| &setting.kind) {
        Some(Kind::Art(columns, rows)) => (*columns, *rows),
        _ => (0, 0),
    };
    let work = tokio::task::spawn_blocking(move || picture::art(&read()?, columns, rows));
    // Whatever the decoder stumbles over is the picture's fault.
    Ok(work.await.unwrap_or(Err(PictureError::Damaged))?)
}

impl Service {
    /// The logo that a picture on this host becomes, for an administrator who has no more of this
    /// host than the console. Nothing is told of any file that is no PNG, not even that it is there:
    /// what this process may read are the organisation's secrets, too.
    pub async fn logo_at(
        &self,
        actor: &Actor,
        path: PathBuf,
        now: Timestamp,
    ) -> Result<String, ServiceError> {
        let allowed = self.ask(actor, Permission::ChangeOrganisation, now, |_| Ok(Ok(())));
        allowed.await?;
        Ok(traced(move || read(&path).ok_or(PictureError::NoPicture)).await?)
    }

    /// The policy as it would be with these values. Nothing is saved.
    pub async fn policy_with(
        &self,
        actor: &Actor,
        pairs: &[Pair],
        now: Timestamp,
    ) -> Result<Policy, ServiceError> {
        let mut changes = Vec::new();
        for (key, typed) in pairs {
            let unknown = || SettingError::Unknown(text::clean(key));
            let setting = Setting::find(key).ok_or_else(unknown)?;
            changes.push((key.clone(), setting.parse(key, typed)?));
        }
        self.ask(actor, Permission::ReadPolicy, now, move |tx| {
            let mut values = settings::load(tx)?;
            values.extend(changes.iter().cloned());
            let checked = check_whole(&values).map_err(Denied::new);
            Ok(checked.map(|()| Policy::new(&values)))
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_console_reads_pictures_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let (service, now) = (Service::in_memory(), Timestamp::from_seconds(1));
        let root = Actor::Operator("root".into());
        let at = async |name: &str| {
            let refused = service.logo_at(&root, path(name), now).await;
            refused.unwrap_err().to_string()
        };
        std::fs::write(path("secret"), "p4ssw0rd").unwrap();
        std::os::unix::fs::symlink(path("secret"), path("link.png")).unwrap();
        let pipe = path("pipe.png");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR).unwrap();
        for name in ["secret", "link.png", "nothing", "pipe.png", ""] {
            assert_eq!(
                at(name).await,
                "that picture can't be used: it is no PNG picture"
            );
        }
        std::fs::write(path("cut.png"), b"\x89PNG\r\n\x1a\n").unwrap();
        assert!(at("cut.png").await.contains("damaged"));
        let nobody = Actor::signed(7, "gone@contoso.example", Timestamp::from_seconds(0));
        let refused = service.logo_at(&nobody, path("cut.png"), now).await;
        assert!(matches!(
            refused,
            Err(ServiceError::Refused(Refusal::Role(_)))
        ));
    }

    #[tokio::test]
    async fn text_is_art_as_it_stands() {
        let art = logo(b"\n /\\\x1b[2J\n \\/\n".to_vec()).await;
        assert_eq!(art.as_deref(), Ok(" /\\[2J\n \\/"));
        let wide = logo("#".repeat(61).into_bytes()).await;
        assert!(matches!(wide, Err(Refusal::Setting(_))), "{wide:?}");
        let other = logo(b"\xff\xd8\xff\xe0JFIF".to_vec()).await;
        assert_eq!(other, Err(PictureError::NoPicture.into()));
    }
}
