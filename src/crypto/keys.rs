//! The master key and what is derived from it.

use chacha20poly1305::aead::{Aead, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::BASE64;
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use super::random;
use crate::domain::secret::SecretText;

/// What a key file starts with; the number is the version of the derivation below.
const HEADER: &str = "keyhatch-key-1 ";

/// Bytes of an XChaCha20 nonce; random ones of this size do not repeat in practice.
const NONCE: usize = 24;

/// The 256-bit secret everything else is derived from. It lives in a file, outside the store.
pub struct MasterKey([u8; 32]);

impl MasterKey {
    /// A new one from the system's generator.
    pub fn generate() -> Result<Self, random::NoRandomness> {
        Ok(Self(random::bytes()?))
    }

    /// Reads the text of a key file.
    pub fn parse(file: &str) -> Option<Self> {
        let text = file.trim().strip_prefix(HEADER)?;
        let mut decoded = Zeroizing::new(BASE64.decode(text.trim().as_bytes()).ok()?);
        let key = decoded.as_slice().try_into().ok();
        decoded.zeroize();
        key.map(Self)
    }

    /// The text of a key file.
    pub fn file(&self) -> SecretText {
        let encoded = Zeroizing::new(BASE64.encode(&self.0));
        SecretText::new(format!("{HEADER}{}\n", encoded.as_str()))
    }
}

impl Drop for MasterKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// The sealed bytes do not open: another key, another place, or changed.
#[derive(Debug, thiserror::Error)]
#[error("a sealed value does not open with this key")]
pub struct Broken;

/// One whole block of SHA-256, which HMAC uses as it is.
type MacKey = Zeroizing<[u8; 64]>;

/// The subkeys, one for each use (HKDF-SHA256, RFC 5869).
pub struct Keys {
    seal: Zeroizing<[u8; 32]>,
    code: MacKey,
    chain: MacKey,
    sign_in: MacKey,
    nonce: MacKey,
    check: [u8; 32],
}

/// The chain key of a former master key, by which the older part of an audit chain is checked.
pub struct ChainKey(MacKey);

impl ChainKey {
    /// The chain value over a record's canonical bytes.
    pub fn chain(&self, record: &[u8]) -> [u8; 32] {
        mac(&self.0, &[record])
    }
}

impl Keys {
    /// Seals the chain key of a former master key; it can check records but open nothing.
    pub fn seal_chain_key(&self, former: &Self, seed: &[u8; 32], place: &str) -> Vec<u8> {
        self.seal_by(seed, place, &*former.chain)
    }

    /// Opens what [`Keys::seal_chain_key`] has sealed.
    pub fn open_chain_key(&self, place: &str, sealed: &[u8]) -> Result<ChainKey, Broken> {
        let bytes = self.open(place, sealed)?;
        let mut key = Zeroizing::new([0u8; 64]);
        let fits = bytes.len() == key.len();
        key.iter_mut()
            .zip(bytes.iter())
            .for_each(|(to, from)| *to = *from);
        fits.then_some(ChainKey(key)).ok_or(Broken)
    }

    /// Derives the subkeys.
    pub fn derive(master: &MasterKey) -> Self {
        let hkdf = Hkdf::<Sha256>::new(None, &master.0);
        Self {
            seal: expand(&hkdf, "keyhatch seal"),
            code: expand(&hkdf, "keyhatch code"),
            chain: expand(&hkdf, "keyhatch audit chain"),
            sign_in: expand(&hkdf, "keyhatch sign-in"),
            nonce: expand(&hkdf, "keyhatch nonce"),
            check: *expand(&hkdf, "keyhatch check"),
        }
    }

    /// A value that tells two keys apart and nothing about either; kept in the store.
    pub fn check_value(&self) -> [u8; 32] {
        self.check
    }

    /// Encrypts for one place (a table and a row): the result opens nowhere else.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, random::NoRandomness> {
        Ok(self.seal_by(&random::bytes()?, place, plain))
    }

    /// The same with the nonce drawn from a seed made beforehand, for a decision that may run more
    /// than once. A seed serves each place once.
    pub fn seal_by(&self, seed: &[u8; 32], place: &str, plain: &[u8]) -> Vec<u8> {
        let drawn = mac(&self.nonce, &[seed, place.as_bytes()]);
        let mut all = drawn.to_vec();
        all.truncate(NONCE);
        let mut nonce = XNonce::default();
        nonce.copy_from_slice(&all);
        let payload = Payload {
            msg: plain,
            aad: place.as_bytes(),
        };
        // Encryption fails only beyond 256 GiB; an empty box then opens for nobody.
        all.extend(self.cipher().encrypt(&nonce, payload).unwrap_or_default());
        all
    }

    /// Decrypts what was sealed for this place.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Broken> {
        let (nonce, body) = sealed.split_at_checked(NONCE).ok_or(Broken)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| Broken)?;
        let payload = Payload {
            msg: body,
            aad: place.as_bytes(),
        };
        self.cipher()
            .decrypt(&XNonce::from(nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| Broken)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.seal).into())
    }

    /// What the store keeps of a code: keyed, and bound to its journey and method.
    pub fn code_tag(&self, journey: &[u8], method: &str, code: &SecretText) -> [u8; 32] {
        mac(
            &self.code,
            &[journey, method.as_bytes(), code.expose().as_bytes()],
        )
    }

    /// The chain value over a record's canonical bytes.
    pub fn chain(&self, record: &[u8]) -> [u8; 32] {
        mac(&self.chain, &[record])
    }

    /// The topic by which the request of this place is answered: a name of 128 bits that only the
    /// request itself tells.
    pub fn reply_topic(&self, place: &str) -> String {
        let tag = mac(&self.code, &[b"reply topic", place.as_bytes()]);
        random::hex(tag.get(..16).unwrap_or_default())
    }

    /// What comes back by that topic when this was answered: of this request alone, so that nobody
    /// can say it who has not received the request.
    pub fn reply_body(&self, place: &str, answer: &str) -> SecretText {
        let parts: [&[u8]; 3] = [b"reply body", place.as_bytes(), answer.as_bytes()];
        SecretText::new(random::hex(&mac(&self.code, &parts)))
    }

    /// By what a destination's messages are counted: a keyed hash of its canonical form.
    pub fn destination_tag(&self, destination: &str) -> String {
        let tag = mac(&self.code, &[b"destination", destination.as_bytes()]);
        format!("to:{}", random::hex(tag.get(..16).unwrap_or_default()))
    }

    /// What the store keeps of the answer to a human check: keyed, and bound to the check.
    pub fn check_tag(&self, check: &[u8], answer: &str) -> [u8; 32] {
        mac(&self.code, &[b"human check", check, answer.as_bytes()])
    }

    /// By what different names begun at a terminal are told apart: a keyed hash of the canonical
    /// form, because people type passwords into the wrong field.
    pub fn name_tag(&self, name: &str) -> String {
        let tag = mac(&self.code, &[b"name", name.as_bytes()]);
        random::hex(tag.get(..16).unwrap_or_default())
    }

    /// 20 bits by which a repeated wrong password is known again, bound to the account. So few that
    /// with key and store of a dictionary of 10⁹ words a thousand remain, and so many that a wrong
    /// guess is hardly ever taken for a repeated one.
    pub fn wrong_password_tag(&self, account: i64, password: &SecretText) -> u32 {
        let tag = mac(
            &self.sign_in,
            &[&account.to_be_bytes(), password.expose().as_bytes()],
        );
        let [a, b, c, ..] = tag;
        u32::from_be_bytes([0, a & 0x0f, b, c])
    }
}

fn expand<const N: usize>(hkdf: &Hkdf<Sha256>, label: &str) -> Zeroizing<[u8; N]> {
    let mut key = Zeroizing::new([0u8; N]);
    // Never too long: HKDF-SHA256 gives up to 8,160 bytes.
    let _ = hkdf.expand(label.as_bytes(), key.as_mut());
    key
}

/// HMAC-SHA256 over parts, each preceded by its length so that parts can't run together.
fn mac(key: &MacKey, parts: &[&[u8]]) -> [u8; 32] {
    use hmac::KeyInit as _;
    let mut mac = Hmac::<Sha256>::new((&**key).into());
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Compares two tags in a time that does not depend on where they differ.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len()
        && left
            .iter()
            .zip(right)
            .fold(0u8, |differ, (a, b)| differ | (a ^ b))
            == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_reads_back() {
        let master = MasterKey::generate().unwrap();
        let again = MasterKey::parse(master.file().expose()).unwrap();
        assert_eq!(Keys::derive(&master).check, Keys::derive(&again).check);
        assert!(MasterKey::parse("").is_none());
        assert!(MasterKey::parse("keyhatch-key-1 c2hvcnQ=").is_none());
        assert!(MasterKey::parse("something else").is_none());
    }

    #[test]
    fn sealed_values_open_only_in_their_place_and_unchanged() {
        let keys = Keys::derive(&MasterKey::generate().unwrap());
        let mut sealed = keys.seal("outbox:1", b"4711").unwrap();
        assert_eq!(keys.open("outbox:1", &sealed).unwrap().as_slice(), b"4711");
        assert!(keys.open("outbox:2", &sealed).is_err());
        let other = Keys::derive(&MasterKey::generate().unwrap());
        assert!(other.open("outbox:1", &sealed).is_err());
        *sealed.last_mut().unwrap() ^= 1;
        assert!(keys.open("outbox:1", &sealed).is_err());
        assert!(keys.open("outbox:1", b"short").is_err());
    }

    #[test]
    fn a_code_belongs_to_its_journey_and_method() {
        let keys = Keys::derive(&MasterKey::generate().unwrap());
        let code = SecretText::copied("012345");
        let tag = keys.code_tag(b"one", "email", &code);
        assert!(same(&tag, &keys.code_tag(b"one", "email", &code)));
        assert!(!same(&tag, &keys.code_tag(b"two", "email", &code)));
        assert!(!same(&tag, &keys.code_tag(b"one", "mobile_phone", &code)));
        assert!(!same(&tag, &tag[1..]));
    }
}
