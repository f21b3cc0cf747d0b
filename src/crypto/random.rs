//! Values nobody can guess, from the system's generator.

use crate::domain::secret::SecretText;

/// The system gave no random bytes.
#[derive(Debug, thiserror::Error)]
#[error("the system's random generator failed")]
pub struct NoRandomness;

/// Letters and digits that can't be mistaken for one another when read aloud or copied
/// (Crockford's Base32).
const CLEAR: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Random bytes.
pub fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// A code of decimal digits, uniform, leading zeros kept. Bytes that would favour some digits are
/// thrown away.
pub fn digits(count: usize) -> Result<SecretText, NoRandomness> {
    let mut code = String::with_capacity(count);
    while code.len() < count {
        for byte in bytes::<16>()? {
            if byte < 250 && code.len() < count {
                code.push(char::from(b'0' + byte % 10));
            }
        }
    }
    Ok(SecretText::new(code))
}

/// A short text of clear letters and digits, 5 bits each, in groups of four: a reference (8) or a
/// temporary password (16).
pub fn clear_text(count: usize) -> Result<String, NoRandomness> {
    let mut text = String::with_capacity(count + count / 4);
    while text.len() < count + (count.saturating_sub(1)) / 4 {
        let [byte] = bytes::<1>()?;
        if text.len() % 5 == 4 {
            text.push('-');
        }
        if let Some(letter) = CLEAR.get(usize::from(byte & 31)) {
            text.push(char::from(*letter));
        }
    }
    Ok(text)
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_uniform_and_keep_leading_zeros() {
        let mut seen = [0u32; 10];
        for _ in 0..2_000 {
            let code = digits(6).unwrap();
            assert_eq!(code.expose().len(), 6);
            for byte in code.expose().bytes() {
                seen[usize::from(byte - b'0')] += 1;
            }
        }
        for count in seen {
            // 12,000 draws: 1,200 expected, standard deviation 33; eight of them either way.
            assert!((936..=1_464).contains(&count), "{seen:?}");
        }
    }

    #[test]
    fn clear_text_is_grouped() {
        let reference = clear_text(8).unwrap();
        assert_eq!(reference.len(), 9);
        assert_eq!(reference.as_bytes()[4], b'-');
        assert_eq!(clear_text(16).unwrap().len(), 19);
    }
}
