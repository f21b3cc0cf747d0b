//! Whom a connection over TLS trusts: the system's roots and those of a `ca_file`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// Why the additional roots can't be had, with the mend.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// The file can't be read.
    #[error("the ca_file {} can't be read ({source}); check its path and permissions", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's word for it.
        source: io::Error,
    },
    /// There is no root in it.
    #[error("the ca_file {} holds no usable certificate; write PEM certificates into it", .0.display())]
    NoCertificate(PathBuf),
}

/// The system's roots and those of the file.
pub(super) fn roots(ca_file: Option<&Path>) -> Result<Vec<Certificate<'static>>, TrustError> {
    let system = rustls_native_certs::load_native_certs().certs;
    let mut roots: Vec<Certificate<'static>> = system
        .iter()
        .map(|root| Certificate::from_der(root.as_ref()).to_owned())
        .collect();
    let Some(path) = ca_file else {
        return Ok(roots);
    };
    let pem = fs::read(path).map_err(|source| TrustError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let before = roots.len();
    for item in parse_pem(&pem) {
        match item {
            Ok(PemItem::Certificate(root)) => roots.push(root),
            Ok(_) => {}
            Err(_) => return Err(TrustError::NoCertificate(path.to_owned())),
        }
    }
    if roots.len() == before {
        return Err(TrustError::NoCertificate(path.to_owned()));
    }
    Ok(roots)
}

/// TLS of an HTTP client that trusts these roots.
pub(super) fn client(roots: Vec<Certificate<'static>>) -> TlsConfig {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    TlsConfig::builder()
        .root_certs(RootCerts::Specific(Arc::new(roots)))
        .unversioned_rustls_crypto_provider(provider)
        .build()
}
