//! Authenticator codes (RFC 6238: SHA-1, 6 digits, 30 s, as every authenticator app knows them).

use totp_rs::{Algorithm, Builder, Secret, Totp};
use zeroize::Zeroizing;

use super::keys::same;
use super::{otpauth, random};
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;

/// Seconds of one step.
pub const STEP: i64 = 30;

/// A seed no authenticator takes.
#[derive(Debug, thiserror::Error)]
#[error("an authenticator key is 10 to 64 bytes, written in Base32 (A to Z and 2 to 7)")]
pub struct BadSeed;

/// An authenticator's shared secret.
pub struct Seed(Zeroizing<Vec<u8>>);

impl Seed {
    /// A new one of 160 bits (RFC 4226 §4 R6).
    pub fn generate() -> Result<Self, random::NoRandomness> {
        Ok(Self(Zeroizing::new(random::bytes::<20>()?.to_vec())))
    }

    /// From bytes as kept, sealed, in the store.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(Zeroizing::new(bytes.to_vec()))
    }

    /// From Base32 as token vendors deliver it: any case, spaces, hyphens and padding dropped.
    pub fn parse(text: &SecretText) -> Result<Self, BadSeed> {
        let folded: Zeroizing<String> = Zeroizing::new(
            text.expose()
                .chars()
                .filter(|c| !c.is_whitespace() && *c != '-' && *c != '=')
                .map(|c| c.to_ascii_uppercase())
                .collect(),
        );
        let bytes = data_encoding::BASE32_NOPAD
            .decode(folded.as_bytes())
            .map(Zeroizing::new)
            .map_err(|_| BadSeed)?;
        if (10..=64).contains(&bytes.len()) {
            Ok(Self(bytes))
        } else {
            Err(BadSeed)
        }
    }

    /// The bytes, to be sealed.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The `otpauth` URI an authenticator app takes, once.
    pub fn uri(&self, issuer: &str, account: &str) -> SecretText {
        otpauth::uri(&self.base32(), issuer, account)
    }

    fn base32(&self) -> Zeroizing<String> {
        Zeroizing::new(data_encoding::BASE32_NOPAD.encode(&self.0))
    }

    /// The key as people type it: Base32 in groups of four.
    pub fn key(&self) -> SecretText {
        let plain = self.base32();
        let mut grouped = String::with_capacity(plain.len() + plain.len() / 4);
        for (index, letter) in plain.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(letter);
        }
        SecretText::new(grouped)
    }

    /// The code of a step.
    pub fn code(&self, step: i64) -> SecretText {
        let at = u64::try_from(step.saturating_mul(STEP)).unwrap_or(0);
        SecretText::new(self.totp().generate(at).to_string())
    }

    /// The step whose code was typed: this one or the one before.
    pub fn matching_step(&self, code: &SecretText, now: Timestamp) -> Option<i64> {
        let current = step_at(now);
        [current, current - 1].into_iter().find(|step| {
            same(
                self.code(*step).expose().as_bytes(),
                code.expose().as_bytes(),
            )
        })
    }

    fn builder(&self) -> Builder {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(0)
            .with_step_duration(30)
            .with_secret(Secret::from(self.0.as_slice()))
    }

    // Vendors deliver keys shorter than RFC 4226 asks for; `parse` has set the bounds.
    fn totp(&self) -> Totp {
        self.builder().build_noncompliant()
    }
}

/// The step of a moment.
pub fn step_at(now: Timestamp) -> i64 {
    now.seconds().div_euclid(STEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_rfc_6238() {
        let seed = Seed::from_bytes(b"12345678901234567890");
        for (time, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(seed.code(time / STEP).expose(), code);
        }
    }

    #[test]
    fn this_step_or_the_one_before() {
        let seed = Seed::from_bytes(b"12345678901234567890");
        let now = Timestamp::from_seconds(1_111_111_111);
        let step = step_at(now);
        assert_eq!(seed.matching_step(&seed.code(step), now), Some(step));
        assert_eq!(
            seed.matching_step(&seed.code(step - 1), now),
            Some(step - 1)
        );
        assert_eq!(seed.matching_step(&seed.code(step - 2), now), None);
        assert_eq!(seed.matching_step(&seed.code(step + 1), now), None);
    }

    #[test]
    fn keys_as_vendors_write_them() {
        let parse = |text: &str| Seed::parse(&SecretText::copied(text));
        let seed = parse("gezd gnbv gy3t qojq GEZD-GNBV-GY3T-QOJQ")
            .ok()
            .unwrap();
        assert_eq!(seed.bytes(), b"12345678901234567890");
        for bad in ["", "GEZDGNBV", "not base 32!", "01189998819991197253"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
        let grouped = seed.key();
        assert_eq!(grouped.expose(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let uri = seed.uri("Contoso", "mias@contoso.example");
        let named = "otpauth://totp/Contoso:mias?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assert_eq!(uri.expose(), named);
    }
}
