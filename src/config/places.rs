//! Where the configuration, the store and the master key are, when nobody says.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, AtFlags, CWD, accessat};

use super::Config;

/// How an environment variable is looked up; tests bring their own.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// What decides about paths: the environment and two folders of the system.
pub struct Places<'a> {
    lookup: Lookup<'a>,
    /// Holds `config.toml` in an installation.
    etc: PathBuf,
    /// Holds `keyhatch.db` in an installation.
    state: PathBuf,
}

/// Why a path can't be decided.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum PlacesError {
    /// Neither a flag nor the environment nor a home says where.
    #[error("there is no place for the store; name one with --store or set HOME")]
    NoStore,
    /// A path from the environment can't be part of a URL.
    #[error("the path of the store is not UTF-8; name another with --store")]
    NotText,
    /// A store is named that is none.
    #[error("there is no store `{0}`; name a file, or postgres://USER@HOST/DATABASE")]
    NotAStore(String),
    /// A PostgreSQL store has no folder for the key to be in.
    #[error("a PostgreSQL store needs its master key in a file; set key_file in the configuration")]
    NoKey,
}

impl Places<'static> {
    /// This process's environment and the folders of an installation.
    pub fn system() -> Self {
        Self::new(
            &|name| std::env::var_os(name),
            "/etc/keyhatch",
            "/var/lib/keyhatch",
        )
    }
}

impl<'a> Places<'a> {
    /// With another environment and other folders.
    pub fn new(lookup: Lookup<'a>, etc: impl Into<PathBuf>, state: impl Into<PathBuf>) -> Self {
        Self {
            lookup,
            etc: etc.into(),
            state: state.into(),
        }
    }

    /// The configuration to load: the flag, `KEYHATCH_CONFIG`, the system's, the user's, none.
    pub fn config_path(&self, flag: Option<&Path>) -> Option<PathBuf> {
        if let Some(path) = flag {
            return Some(path.to_owned());
        }
        if let Some(path) = self.variable("KEYHATCH_CONFIG") {
            return Some(path.into());
        }
        let system = self.etc.join("config.toml");
        if system.exists() {
            return Some(system);
        }
        let user = self
            .user_folder("XDG_CONFIG_HOME", ".config")?
            .join("config.toml");
        user.exists().then_some(user)
    }

    /// The store to open: the flag, `KEYHATCH_STORE`, the system's folder where it is writable,
    /// the user's.
    ///
    /// # Errors
    /// There is no such place.
    pub fn store_url(&self, flag: Option<&str>) -> Result<String, PlacesError> {
        if let Some(url) = flag {
            return known(url.to_owned());
        }
        if let Some(url) = self.variable("KEYHATCH_STORE") {
            return known(url.into_string().map_err(|_| PlacesError::NotText)?);
        }
        let folder = if writable(&self.state) {
            self.state.clone()
        } else {
            self.user_folder("XDG_STATE_HOME", ".local/state")
                .ok_or(PlacesError::NoStore)?
        };
        let path = folder.join("keyhatch.db").into_os_string();
        path.into_string().map_err(|_| PlacesError::NotText)
    }

    fn variable(&self, name: &str) -> Option<OsString> {
        (self.lookup)(name).filter(|value| !value.is_empty())
    }

    /// `keyhatch` in one of the user's folders; a relative one counts as unset (XDG Base Directory
    /// Specification).
    fn user_folder(&self, name: &str, in_home: &str) -> Option<PathBuf> {
        let absolute = |value: OsString| Some(PathBuf::from(value)).filter(|p| p.is_absolute());
        let folder = self.variable(name).and_then(absolute).or_else(|| {
            let home = self.variable("HOME").and_then(absolute)?;
            Some(home.join(in_home))
        })?;
        Some(folder.join("keyhatch"))
    }
}

/// Where the master key of a store is: where the configuration says, else beside a SQLite store.
///
/// # Errors
/// The store is on PostgreSQL and the configuration names no file.
pub fn key_path(config: &Config, store_url: &str) -> Result<PathBuf, PlacesError> {
    if let Some(path) = &config.key_file {
        return Ok(path.clone());
    }
    if store_url.starts_with("postgres://") || store_url.starts_with("postgresql://") {
        return Err(PlacesError::NoKey);
    }
    let file = store_url
        .strip_prefix("sqlite://")
        .or_else(|| store_url.strip_prefix("sqlite:"))
        .unwrap_or(store_url);
    Ok(Path::new(file).with_file_name("keyhatch.key"))
}

/// Refuses what only looks like a store's URL: taken for a path, `init` would make a file of it.
fn known(url: String) -> Result<String, PlacesError> {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme);
    let named = |scheme| matches!(scheme, "postgres" | "postgresql" | "sqlite");
    match scheme.is_none_or(named) && !url.trim().is_empty() {
        true => Ok(url),
        // What stands before the place may be a password.
        false => Err(PlacesError::NotAStore(
            scheme.map_or(String::new(), |scheme| format!("{scheme}://…")),
        )),
    }
}

fn writable(folder: &Path) -> bool {
    folder.is_dir() && accessat(CWD, folder, Access::WRITE_OK, AtFlags::EACCESS).is_ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn env(pairs: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<OsString> {
        move |name| {
            let found = pairs.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| value.into())
        }
    }

    #[test]
    fn a_flag_beats_the_environment_beats_the_system_beats_the_user() {
        let root = tempfile::tempdir().unwrap();
        let (etc, state) = (root.path().join("etc"), root.path().join("state"));
        let all = env(&[
            ("KEYHATCH_CONFIG", "/e/config.toml"),
            ("KEYHATCH_STORE", "postgres://db/k"),
            ("HOME", "/home/mia"),
        ]);
        let home = env(&[("HOME", "/home/mia"), ("XDG_STATE_HOME", "relative")]);
        let xdg = env(&[("HOME", "/home/mia"), ("XDG_STATE_HOME", "/x")]);
        let none = env(&[("KEYHATCH_STORE", "")]);

        let places = Places::new(&all, &etc, &state);
        let flag = Path::new("mine.toml");
        assert_eq!(places.config_path(Some(flag)).unwrap(), flag);
        assert_eq!(
            places.config_path(None).unwrap(),
            Path::new("/e/config.toml")
        );
        assert_eq!(places.store_url(Some("a.db")).unwrap(), "a.db");
        assert_eq!(places.store_url(None).unwrap(), "postgres://db/k");

        for odd in ["mysql://db/k", "Postgres://db/k", " ", ""] {
            let wrong = places.store_url(Some(odd)).unwrap_err();
            assert!(matches!(wrong, PlacesError::NotAStore(_)), "{odd}");
        }

        let url = |lookup| Places::new(lookup, &etc, &state).store_url(None);
        assert_eq!(
            url(&home).unwrap(),
            "/home/mia/.local/state/keyhatch/keyhatch.db"
        );
        assert_eq!(url(&xdg).unwrap(), "/x/keyhatch/keyhatch.db");
        assert_eq!(url(&none), Err(PlacesError::NoStore));
        assert_eq!(Places::new(&home, &etc, &state).config_path(None), None);

        fs::create_dir(&state).unwrap();
        fs::create_dir(&etc).unwrap();
        fs::write(etc.join("config.toml"), "").unwrap();
        assert_eq!(
            url(&home).unwrap(),
            state.join("keyhatch.db").to_str().unwrap()
        );
        let places = Places::new(&home, &etc, &state);
        assert_eq!(places.config_path(None), Some(etc.join("config.toml")));
    }

    #[test]
    fn the_key_is_beside_a_file_and_named_for_a_server() {
        let mut config = Config::default();
        for (url, key) in [
            (
                "/var/lib/keyhatch/keyhatch.db",
                "/var/lib/keyhatch/keyhatch.key",
            ),
            ("sqlite:///srv/k.db", "/srv/keyhatch.key"),
            ("k.db", "keyhatch.key"),
        ] {
            assert_eq!(key_path(&config, url).unwrap(), Path::new(key));
        }
        let server = "postgres://keyhatch@db/keyhatch";
        assert_eq!(key_path(&config, server), Err(PlacesError::NoKey));
        config.key_file = Some("/etc/k".into());
        assert_eq!(key_path(&config, server).unwrap(), Path::new("/etc/k"));
    }
}
