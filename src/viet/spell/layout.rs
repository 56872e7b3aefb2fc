//! How the embedded lexicon lies in memory: one block of bytes, read in place. Shared with the build script that
//! writes it, so writer and reader cannot part.

/// Sections of the block, in order; the block begins with one `u32` offset for each, and all numbers are
/// little-endian.
#[derive(Clone, Copy)]
pub enum Section {
    /// `u32` a text, and one more: where it begins in `Words`.
    WordAt,
    /// The texts of all syllables, then of their other spellings, end to end.
    Words,
    /// Open-addressed hash table: `u16` index + 1 of a text, 0 where empty.
    Slots,
    /// `u16` a text beyond the syllables: whose other spelling it is (`hòa` of `hoà`).
    Aliases,
    /// `u32` a syllable: how often it was counted, with the top bit set where it is attested.
    Counts,
    /// `u32` a syllable: the sum of its row.
    Sums,
    /// `u16` a syllable: how many different syllables were counted before it.
    Lefts,
    /// `u32` a syllable, and one more: where its row begins in `Seconds` and `Values`.
    RowAt,
    /// `u16` a pair: the second syllable, rising within a row.
    Seconds,
    /// `u8` a pair: see [`pack_count`].
    Values,
    /// `u32` a syllable, and one more: where its neighbours begin in `Near`.
    NearAt,
    /// `u16` a neighbour: a syllable that one slip turns into this one, the cause in the bits from
    /// [`CAUSE_SHIFT`] on.
    Near,
    /// `u32` a syllable, and one more: where its list begins in `Openings`.
    OpeningAt,
    /// `u16` a word of two syllables: the first, in the list of the second.
    Openings,
    /// `u8` a syllable: how often it was counted outside the words it is half of; see [`pack_log`].
    Alone,
    /// Two `u8` a syllable: how seldom it stands without the other half of a word behind it, and before it; see
    /// [`pack_share`].
    Bound,
    /// `u32`: how many pairs were counted in all.
    Total,
    /// `u32` a bucket, and one more: where its entries begin in `Triples`.
    TripleAt,
    /// `u32` a triple that was seen, rising within a bucket; see [`triple`].
    Triples,
}

/// How many sections there are.
pub const SECTIONS: usize = 19;

/// Slots of the hash table, a power of two.
pub const SLOTS: usize = 1 << 14;

/// Where the cause of a slip begins in a neighbour: 8,192 syllables lie below, four causes above.
pub const CAUSE_SHIFT: u32 = 13;

/// The top bit of a count: the syllable is attested.
pub const ATTESTED: u32 = 1 << 31;

/// The top bit of a pair's value: the pair is a headword.
pub const HEADWORD: u8 = 1 << 7;

/// FNV-1a; the low bits choose the slot, the high ones spare comparisons.
pub const fn hash(word: &[u8]) -> u32 {
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < word.len() {
        hash = (hash ^ word[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// How many bits number a syllable: as many as lie below [`CAUSE_SHIFT`].
const ID_BITS: u32 = CAUSE_SHIFT;
const BUCKET_BITS: u32 = 14;
const TAG_BITS: u32 = 2 * ID_BITS - BUCKET_BITS;

/// Buckets of the triples.
pub const BUCKETS: usize = 1 << BUCKET_BITS;

/// Where three syllables in a row lie: the bucket of the outer two, and the entry, which names them and the middle one.
pub const fn triple([first, middle, third]: [u16; 3]) -> (usize, u32) {
    let outer = (first as u32) << ID_BITS | third as u32;
    // An odd factor maps the pairs one to one.
    let mixed = outer.wrapping_mul(0x9e37_79b1) & ((1 << (2 * ID_BITS)) - 1);
    ((mixed >> TAG_BITS) as usize, (mixed & ((1 << TAG_BITS) - 1)) << ID_BITS | middle as u32)
}

/// The middle syllable of an entry.
pub const fn middle(entry: u32) -> u16 {
    (entry & ((1 << ID_BITS) - 1)) as u16
}

/// A count in seven bits: exact to 40, then five steps for each doubling.
pub fn pack_count(count: u32) -> u8 {
    if count <= 40 {
        return count as u8;
    }
    (40.0 + (f64::from(count) / 40.0).log2() * 5.0).round().min(127.0) as u8
}

/// The count a value stands for.
pub fn unpack_count(value: u8) -> f32 {
    let code = f32::from(value & !HEADWORD);
    if code <= 40.0 { code } else { 40.0 * ((code - 40.0) / 5.0).exp2() }
}

/// Steps of a count for each unit of its logarithm.
const LOG_STEPS: f64 = 20.0;

/// The logarithm of a count and one, in eight bits.
pub fn pack_log(count: u64) -> u8 {
    ((count as f64).ln_1p() * LOG_STEPS).round().min(255.0) as u8
}

/// The logarithm a value stands for.
pub fn unpack_log(value: u8) -> f32 {
    f32::from(value) / LOG_STEPS as f32
}

/// Steps of a share for each unit of its logarithm.
const SHARE_STEPS: f64 = 32.0;

/// So many of all as the negative logarithm of a share, in eight bits; what was never seen leans neither way.
pub fn pack_share(some: u32, all: u32) -> u8 {
    let share = (f64::from(some) + 0.5) / (f64::from(all) + 2.0);
    (-share.ln() * SHARE_STEPS).round().clamp(0.0, 255.0) as u8
}

/// The negative logarithm a value stands for.
pub fn unpack_share(value: u8) -> f32 {
    f32::from(value) / SHARE_STEPS as f32
}
