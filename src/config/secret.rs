//! Passwords of gateways: named in the configuration, kept in a file of their own.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use zeroize::Zeroize;

use super::owner::{self, FileKind, OwnerError};
use crate::domain::secret::SecretText;

/// More than this is not a password.
const MAX_BYTES: u64 = 16 * 1024;

/// Where a gateway's password is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretSource {
    /// A file that we alone may read.
    File(PathBuf),
    /// A credential that systemd hands to the unit, by its name.
    Credential(String),
}

/// Why a password can't be read, with the mend.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// It is not there, or not for us.
    #[error("the password file {} can't be read ({source}); create it, readable by this user only", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's word for it.
        source: io::Error,
    },
    /// Others could read or change it.
    #[error(transparent)]
    Owner(#[from] OwnerError),
    /// There is nothing to be used in it.
    #[error("the password file {} is empty, too long or not UTF-8; write one line of text", .0.display())]
    Unusable(PathBuf),
    /// systemd handed over no credentials.
    #[error("there is no credential {0}; add LoadCredential={0} to the unit or use password_file")]
    NoCredential(String),
}

impl SecretSource {
    /// Reads the password; one newline at its end is not part of it.
    ///
    /// # Errors
    /// It is missing, empty, or open to others.
    pub fn read(&self) -> Result<SecretText, SecretError> {
        let path = match self {
            Self::File(path) => path.clone(),
            Self::Credential(name) => match std::env::var_os("CREDENTIALS_DIRECTORY") {
                Some(folder) => PathBuf::from(folder).join(name),
                None => return Err(SecretError::NoCredential(name.clone())),
            },
        };
        let unreadable = |source| SecretError::Unreadable {
            path: path.clone(),
            source,
        };
        let file = File::open(&path).map_err(unreadable)?;
        let found = file.metadata().map_err(unreadable)?;
        owner::check(&path, FileKind::Secret, &found)?;
        // Room for all of it from the start: a buffer that grows leaves copies behind.
        let mut text = String::with_capacity(usize::try_from(found.len()).unwrap_or(0) + 64);
        let read = file.take(MAX_BYTES + 1).read_to_string(&mut text);
        if text.ends_with('\n') {
            text.pop();
            if text.ends_with('\r') {
                text.pop();
            }
        }
        if let Err(source) = read
            && source.kind() != io::ErrorKind::InvalidData
        {
            text.zeroize();
            return Err(unreadable(source));
        }
        let too_long = u64::try_from(text.len()).is_ok_and(|len| len > MAX_BYTES);
        if text.is_empty() || too_long || text.contains(['\0', '\n', '\r']) {
            text.zeroize();
            return Err(SecretError::Unusable(path));
        }
        Ok(SecretText::new(text))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn read(content: &[u8], mode: u32) -> Result<SecretText, SecretError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mail.secret");
        fs::write(&path, content).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        SecretSource::File(path).read()
    }

    #[test]
    fn one_newline_is_not_part_of_it() {
        for (content, secret) in [
            (&b"s3cret"[..], "s3cret"),
            (b"s3cret\n", "s3cret"),
            (b"s3cret\r\n", "s3cret"),
            (b" s 3 \n", " s 3 "),
        ] {
            assert_eq!(read(content, 0o600).ok().unwrap().expose(), secret);
        }
        for content in [&b""[..], b"\n", b"a\n\n", b"a\nb", b"\xff\xfe", b"a\0b"] {
            assert!(
                matches!(read(content, 0o600), Err(SecretError::Unusable(_))),
                "{content:?}"
            );
        }
    }

    #[test]
    fn what_others_can_read_is_no_secret() {
        assert!(matches!(read(b"s3cret", 0o644), Err(SecretError::Owner(_))));
        let gone = SecretSource::File("/nowhere/mail.secret".into());
        assert!(matches!(gone.read(), Err(SecretError::Unreadable { .. })));
    }
}
