//! SHA-1 of a password, which is how lists of passwords known from breaches are published. It
//! protects nothing here.

use sha1::{Digest as _, Sha1};

/// The SHA-1 of a text in UTF-8.
pub fn sha1(text: &str) -> [u8; 20] {
    Sha1::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_one_of_the_lists() {
        let hash = data_encoding::HEXUPPER.encode(&sha1("password"));
        assert_eq!(hash, "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8");
    }
}
