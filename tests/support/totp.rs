//! An authenticator app: RFC 6238 with SHA-1, six digits and 30 seconds.

use std::time::{SystemTime, UNIX_EPOCH};

use totp_rs::{Algorithm, Builder, Secret};

/// A phone that holds one seed.
pub struct Authenticator {
    pub seed: Vec<u8>,
}

impl Authenticator {
    /// The seed that belongs to a name, twenty bytes.
    pub fn of(name: &str) -> Self {
        let mut seed = format!("seed of {name} ............").into_bytes();
        seed.truncate(20);
        Self { seed }
    }

    /// From Base32.
    pub fn from_base32(text: &str) -> Self {
        let seed = data_encoding::BASE32_NOPAD.decode(text.as_bytes()).unwrap();
        Self { seed }
    }

    pub fn base32(&self) -> String {
        data_encoding::BASE32_NOPAD.encode(&self.seed)
    }

    fn at(&self, seconds: u64) -> String {
        let totp = Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(0)
            .with_step_duration(30)
            .with_secret(Secret::from(self.seed.as_slice()))
            .build_noncompliant();
        totp.generate(seconds).to_string()
    }

    /// What it shows now.
    pub fn code(&self) -> String {
        self.at(now())
    }

    /// What it showed half a minute ago, which still counts.
    pub fn code_before(&self) -> String {
        self.at(now() - 30)
    }

    /// A code it shows neither now nor soon.
    pub fn wrong_code(&self, nth: u32) -> String {
        let near: Vec<String> = (0..8).map(|k| self.at(now() - 60 + 30 * k)).collect();
        let mut code = nth;
        loop {
            let text = format!("{code:06}");
            if !near.contains(&text) {
                return text;
            }
            code += 100_000;
        }
    }
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.unwrap().as_secs()
}
