//! One block of a filter: its bits, its checksum, and the header's numbers.

/// The size of a block: a page, one read of a disk.
pub(super) const BYTES: usize = 4096;

/// The bytes that hold bits; the rest is the checksum.
const HELD: usize = BYTES - 8;

/// The bits of a block.
const BITS: u64 = HELD as u64 * 8;

/// The bits there are for each hash, and how many of them it sets: 14 of 21 are mistaken for it
/// 4 times in 100,000, and a little more often in blocks that happen to be fuller.
const BITS_EACH: u64 = 21;
const PROBES: u32 = 14;

/// The version of the format.
const VERSION: u32 = 1;

const MAGIC: &[u8; 16] = b"keyhatch-breach\n";

/// What the header's checksum begins with instead of a block's number.
pub(super) const HEADER: u64 = u64::MAX;

/// A block in memory.
pub(super) struct Block(Box<[u8; BYTES]>);

impl Block {
    pub(super) fn empty() -> Self {
        Self(Box::new([0; BYTES]))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    pub(super) fn bytes_mut(&mut self) -> &mut [u8] {
        self.0.as_mut_slice()
    }

    /// Writes the checksum. It begins with the block's number, so that a block in another's place is
    /// found out.
    pub(super) fn seal(&mut self, number: u64) {
        let sum = self.sum(number).to_le_bytes();
        if let Some(place) = self.0.get_mut(HELD..) {
            place.copy_from_slice(&sum);
        }
    }

    /// Whether the checksum is right.
    pub(super) fn is_sealed(&self, number: u64) -> bool {
        self.0.get(HELD..) == Some(self.sum(number).to_le_bytes().as_slice())
    }

    /// Each step can be undone, so that a change of any one word changes the sum.
    fn sum(&self, number: u64) -> u64 {
        let words = self.0.chunks_exact(8).take(HELD / 8);
        words.fold(mixed(number ^ 0x6B65_7968_6174_6368), |sum, word| {
            let mut bytes = [0; 8];
            bytes.copy_from_slice(word);
            let sum = (sum ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            sum ^ (sum >> 29)
        })
    }

    /// Puts a hash in.
    pub(super) fn add(&mut self, hash: &[u8; 20]) {
        for bit in probes(hash) {
            if let Some(byte) = self.0.get_mut(bit / 8) {
                *byte |= 1 << (bit % 8);
            }
        }
    }

    /// Whether a hash is in it.
    pub(super) fn has(&self, hash: &[u8; 20]) -> bool {
        probes(hash).all(|bit| {
            let byte = self.0.get(bit / 8).copied().unwrap_or_default();
            byte & (1 << (bit % 8)) != 0
        })
    }
}

/// The eight bytes of a hash from a place on.
fn eight(hash: &[u8; 20], from: usize) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(hash.get(from..from + 8).unwrap_or(&[0; 8]));
    u64::from_be_bytes(bytes)
}

/// The block of a hash. Sorted hashes go through the blocks in order.
pub(super) fn share(hash: &[u8; 20], blocks: u64) -> u64 {
    let share = (u128::from(eight(hash, 0)) * u128::from(blocks)) >> 64;
    u64::try_from(share).unwrap_or_default()
}

/// The bits of a hash within its block, from the bytes that did not choose the block.
fn probes(hash: &[u8; 20]) -> impl Iterator<Item = usize> {
    let seed = eight(hash, 8) ^ eight(hash, 12).rotate_left(32);
    (0..u64::from(PROBES / 2))
        .map(move |step| mixed(seed.wrapping_add(step.wrapping_mul(0x9E37_79B9_7F4A_7C15))))
        .flat_map(|drawn| [drawn >> 32, drawn & 0xFFFF_FFFF])
        .map(|half| usize::try_from((half * BITS) >> 32).unwrap_or_default())
}

/// Spreads the bits of a number over all of it (the finisher of SplitMix64).
const fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// The header's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Blocks behind the header, at least one.
    pub(super) blocks: u64,
    /// Hashes it was built from.
    pub(super) hashes: u64,
}

impl Header {
    /// The header of a filter for so many hashes.
    pub(super) fn of(hashes: u64) -> Self {
        let blocks = (u128::from(hashes) * u128::from(BITS_EACH)).div_ceil(u128::from(BITS));
        Self {
            blocks: u64::try_from(blocks).unwrap_or(u64::MAX).max(1),
            hashes,
        }
    }

    /// The bytes of the whole file, if there can be so many.
    pub(super) fn length(&self) -> Option<u64> {
        self.blocks.checked_add(1)?.checked_mul(BYTES as u64)
    }

    /// Whether a block begins like a header of any version.
    pub(super) fn is_one(block: &Block) -> bool {
        block.bytes().starts_with(MAGIC)
    }

    /// Reads a header of this version.
    pub(super) fn read(block: &Block) -> Option<Self> {
        let mut rest = block.bytes().strip_prefix(MAGIC)?;
        let mut number = |bytes: usize| -> Option<u64> {
            let (taken, left) = rest.split_at_checked(bytes)?;
            rest = left;
            Some(
                taken
                    .iter()
                    .rev()
                    .fold(0, |sum, byte| sum << 8 | u64::from(*byte)),
            )
        };
        let known = (number(4)?, number(4)?) == (u64::from(VERSION), u64::from(PROBES));
        let header = Self {
            blocks: number(8)?,
            hashes: number(8)?,
        };
        (known && header.blocks > 0).then_some(header)
    }

    /// The header as a sealed block.
    pub(super) fn block(&self) -> Block {
        let parts: [&[u8]; 5] = [
            MAGIC,
            &VERSION.to_le_bytes(),
            &PROBES.to_le_bytes(),
            &self.blocks.to_le_bytes(),
            &self.hashes.to_le_bytes(),
        ];
        let mut block = Block::empty();
        let written = parts.concat();
        for (place, byte) in block.bytes_mut().iter_mut().zip(written) {
            *place = byte;
        }
        block.seal(HEADER);
        block
    }
}
