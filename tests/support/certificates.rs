//! A certificate authority and a server certificate of it, as rustls wants them: version 3, with
//! names as alternative names.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{program, run};

/// Files of one authority and the server it vouches for.
pub struct Certificates {
    /// The authority's certificate.
    pub ca: PathBuf,
    /// The server's certificate.
    pub certificate: PathBuf,
    /// The server's private key.
    pub key: PathBuf,
}

/// Makes an authority and a certificate for `localhost`, 127.0.0.1 and ::1 in a new folder.
pub fn make(folder: &Path) -> Result<Certificates, String> {
    let openssl = program("openssl")?;
    fs::create_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let command = |arguments: &[&str]| {
        let mut command = Command::new(&openssl);
        command.current_dir(folder).args(arguments);
        run(&mut command)
    };
    let curve = [
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
    ];
    let authority = [
        "-x509",
        "-days",
        "3650",
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
        "-subj",
        "/CN=Keyhatch test authority",
        "-addext",
        "basicConstraints=critical,CA:TRUE",
        "-addext",
        "keyUsage=critical,keyCertSign,cRLSign",
    ];
    command(&[&["req"], &curve[..], &authority].concat())?;
    let request = [
        "-keyout",
        "server.key",
        "-out",
        "server.csr",
        "-subj",
        "/CN=localhost",
    ];
    command(&[&["req"], &curve[..], &request].concat())?;
    let extensions = "basicConstraints=critical,CA:FALSE\n\
        keyUsage=critical,digitalSignature,keyEncipherment\n\
        extendedKeyUsage=serverAuth\n\
        subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1\n\
        authorityKeyIdentifier=keyid\n\
        subjectKeyIdentifier=hash\n";
    fs::write(folder.join("extensions"), extensions).map_err(|error| error.to_string())?;
    command(&[
        "x509",
        "-req",
        "-in",
        "server.csr",
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-days",
        "800",
        "-extfile",
        "extensions",
        "-out",
        "server.pem",
    ])?;
    Ok(Certificates {
        ca: folder.join("ca.pem"),
        certificate: folder.join("server.pem"),
        key: folder.join("server.key"),
    })
}
