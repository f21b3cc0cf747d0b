//! Password and answer verifiers: Argon2id (RFC 9106) at OWASP's parameters, under as many permits
//! as cores, in a fair queue that ends.

use std::alloc::System;
use std::num::NonZeroUsize;
use std::sync::Arc;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use super::random;
use crate::domain::secret::SecretText;
use crate::domain::text;

/// Memory in KiB, passes, lanes (OWASP Password Storage Cheat Sheet: 19 MiB, t=2, p=1).
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// How many blocks of 1 KiB are asked for at least; what is not used costs nothing. glibc takes what
/// is larger than 32 MiB straight from the kernel and gives it back at once. Smaller blocks it keeps
/// and splits, so that a terminal would grow by one of them with almost every visitor. It comes past
/// the program's allocator, which would wipe all of it, used or not: the kernel does.
const ROOM: usize = 33 * 1024;

/// How many may wait for a permit before a new one is turned away.
const QUEUE: usize = 512;

/// Why nothing was hashed.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Too many are waiting.
    #[error("too many passwords are waiting to be checked; try again in a moment")]
    Busy,
    /// The hash could not be computed or its stored form not read.
    #[error("a password verifier could not be computed or read")]
    Failed,
}

/// What a check of a password found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The password is the right one.
    pub right: bool,
    /// The verifier is weaker than today's parameters; make a new one.
    pub outdated: bool,
}

/// Makes and checks verifiers.
#[derive(Clone)]
pub struct Hasher {
    permits: Arc<Semaphore>,
    queue: Arc<Semaphore>,
}

impl Default for Hasher {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self {
            permits: Arc::new(Semaphore::new(cores)),
            queue: Arc::new(Semaphore::new(QUEUE)),
        }
    }
}

impl Hasher {
    /// A new verifier, as a PHC string, of the password in NFKC.
    pub async fn hash(&self, password: Arc<SecretText>) -> Result<String, HashError> {
        let salt = random::bytes().map_err(|_| HashError::Failed)?;
        self.run(move || make(&mut Memory::new_in(System), &password, &salt))
            .await
    }

    /// Whether one of the verifiers is the password's; all of them are computed.
    pub async fn is_one_of(
        &self,
        password: Arc<SecretText>,
        verifiers: Vec<String>,
    ) -> Result<bool, HashError> {
        if verifiers.is_empty() {
            return Ok(false);
        }
        self.run(move || among(&mut Memory::new_in(System), &password, &verifiers))
            .await
    }

    /// A new verifier, unless one of the former ones is the password's already. All are computed in
    /// the same memory: having it from the kernel costs a third of a hash.
    pub async fn replace(
        &self,
        password: Arc<SecretText>,
        former: Vec<String>,
    ) -> Result<Option<String>, HashError> {
        let salt = random::bytes().map_err(|_| HashError::Failed)?;
        self.run(move || {
            let mut memory = Memory::new_in(System);
            match among(&mut memory, &password, &former)? {
                true => Ok(None),
                false => make(&mut memory, &password, &salt).map(Some),
            }
        })
        .await
    }

    /// Checks a password against a verifier. With none (an unknown account) it costs the same and
    /// is wrong.
    pub async fn verify(
        &self,
        password: Arc<SecretText>,
        verifier: Option<String>,
    ) -> Result<Verified, HashError> {
        let Some(verifier) = verifier else {
            self.hash(password).await?;
            return Ok(Verified {
                right: false,
                outdated: false,
            });
        };
        self.run(move || check(&mut Memory::new_in(System), &password, &verifier))
            .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, HashError> {
        let _place = self.queue.try_acquire().map_err(|_| HashError::Busy)?;
        let _permit = self
            .permits
            .acquire()
            .await
            .map_err(|_| HashError::Failed)?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_| HashError::Failed)?
    }
}

fn argon2() -> Result<Argon2<'static>, HashError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| HashError::Failed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// What a stored verifier is made of.
fn parts(stored: &PasswordHash) -> Option<(Argon2<'static>, Salt, Output)> {
    let algorithm = Algorithm::try_from(stored.algorithm.as_str()).ok()?;
    let version = match stored.version {
        Some(version) => Version::try_from(version).ok()?,
        None => Version::default(),
    };
    let params = Params::try_from(stored).ok()?;
    let argon2 = Argon2::new(algorithm, version, params);
    Some((argon2, stored.salt?, stored.hash?))
}

/// What the hashes of one job are computed in, one after another.
type Memory = allocator_api2::vec::Vec<Block, System>;

/// Makes a verifier.
fn make(memory: &mut Memory, password: &SecretText, salt: &[u8; 16]) -> Result<String, HashError> {
    let argon2 = argon2()?;
    let hash = fill(memory, &argon2, password, salt, Params::DEFAULT_OUTPUT_LEN)?;
    let made = || {
        Ok::<_, argon2::password_hash::Error>(PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(argon2.params())?,
            salt: Some(Salt::new(salt)?),
            hash: Some(hash),
        })
    };
    made()
        .map(|hash| hash.to_string())
        .map_err(|_| HashError::Failed)
}

/// Checks a password against a verifier.
fn check(
    memory: &mut Memory,
    password: &SecretText,
    verifier: &str,
) -> Result<Verified, HashError> {
    let stored = PasswordHash::new(verifier).map_err(|_| HashError::Failed)?;
    let (argon2, salt, hash) = parts(&stored).ok_or(HashError::Failed)?;
    let params = argon2.params();
    let outdated = params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES;
    // Outputs are compared in constant time.
    let right = fill(memory, &argon2, password, &salt, hash.len())? == hash;
    Ok(Verified { right, outdated })
}

/// Whether one of the verifiers is the password's.
fn among(
    memory: &mut Memory,
    password: &SecretText,
    verifiers: &[String],
) -> Result<bool, HashError> {
    let mut known = false;
    for verifier in verifiers {
        known |= check(memory, password, verifier)?.right;
    }
    Ok(known)
}

/// Hashes a password, in NFKC, to so many bytes. What an earlier hash left in the memory is written
/// over before it is read.
fn fill(
    memory: &mut Memory,
    argon2: &Argon2<'_>,
    password: &SecretText,
    salt: &[u8],
    length: usize,
) -> Result<Output, HashError> {
    let normal = SecretText::new(text::nfkc(password.expose()));
    let blocks = argon2.params().block_count();
    if memory.len() < blocks {
        *memory = Memory::with_capacity_in(blocks.max(ROOM), System);
        memory.resize(blocks, Block::new());
    }
    let memory = memory.get_mut(..blocks).ok_or(HashError::Failed)?;
    let mut hash = Zeroizing::new([0; Output::MAX_LENGTH]);
    let hash = hash.get_mut(..length).ok_or(HashError::Failed)?;
    argon2
        .hash_password_into_with_memory(normal.expose().as_bytes(), salt, hash, memory)
        .map_err(|_| HashError::Failed)?;
    Output::new(hash).map_err(|_| HashError::Failed)
}

#[cfg(test)]
mod tests {
    use argon2::password_hash::PasswordHasher as _;

    use super::*;

    fn secret(text: &str) -> Arc<SecretText> {
        Arc::new(SecretText::copied(text))
    }

    #[tokio::test]
    async fn verifiers_know_their_password_in_any_composition() {
        let hasher = Hasher::default();
        let verifier = hasher.hash(secret("pässword ﬁsh")).await.unwrap();
        assert!(verifier.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let check = async |typed: &str| {
            hasher
                .verify(secret(typed), Some(verifier.clone()))
                .await
                .unwrap()
                .right
        };
        assert!(check("pa\u{308}ssword fish").await);
        assert!(!check("passsword fish").await);
        assert!(!check("").await);
        let none = hasher.verify(secret("pässword ﬁsh"), None).await.unwrap();
        assert!(!none.right);
    }

    #[tokio::test]
    async fn a_password_is_replaced_by_another_one_only() {
        let hasher = Hasher::default();
        let mut former = Vec::new();
        for old in ["the first of all", "the one after it"] {
            former.push(hasher.hash(secret(old)).await.unwrap());
        }
        // Of another size, so that what is left in the memory by one hash is no part of the next.
        let params = Params::new(8 * 1024, 1, 1, None).unwrap();
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_with_salt(b"a weak one", b"0123456789abcdef")
            .unwrap();
        former.insert(1, weak.to_string());
        for known in ["the first of all", "a weak one", "the one after it"] {
            let made = hasher.replace(secret(known), former.clone());
            assert!(made.await.unwrap().is_none(), "{known}");
        }
        let made = hasher.replace(secret("something else"), former.clone());
        let made = made.await.unwrap().unwrap();
        let found = hasher.verify(secret("something else"), Some(made.clone()));
        assert!(found.await.unwrap().right);
        let found = hasher.verify(secret("the first of all"), Some(made));
        assert!(!found.await.unwrap().right);
    }

    #[tokio::test]
    async fn a_weaker_verifier_is_told_and_a_broken_one_is_an_error() {
        let hasher = Hasher::default();
        let params = Params::new(8 * 1024, 1, 1, None).unwrap();
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_with_salt(b"old", b"0123456789abcdef")
            .unwrap()
            .to_string();
        let found = hasher.verify(secret("old"), Some(weak)).await.unwrap();
        assert_eq!(
            found,
            Verified {
                right: true,
                outdated: true
            }
        );
        assert!(
            hasher
                .verify(secret("old"), Some("nonsense".into()))
                .await
                .is_err()
        );
    }
}
