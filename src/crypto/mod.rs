//! The one place that names a cryptographic crate: subkeys of the master key, authenticated
//! encryption bound to a place, keyed hashes, password verifiers, random values, authenticator
//! codes and the URI that hands a key over. It decides nothing; who may see what is decided above.

pub mod digest;
pub mod keys;
pub mod otpauth;
pub mod random;
pub mod totp;
pub mod verifier;

pub use keys::{Keys, MasterKey};
pub use verifier::Hasher;
