//! The onsets and rimes of quốc ngữ as tables. Marginal rimes that occur in one word or two (`ngoém`, `loẻng`,
//! `quíu`) are kept: the grammar should refuse what cannot be written, not what is rare.

/// The 27 written onsets and the empty one, longest first so that the first match is the right one.
pub const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

/// 115 rimes without a glide; they follow every onset but `qu` that spelling allows.
#[rustfmt::skip]
pub(super) const PLAIN: [&str; 115] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay",
    "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây",
    "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu",
    "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu",
    "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu",
    "o", "oc", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot",
    "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt",
    "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uôc", "uôi", "uôm", "uôn", "uông", "uôt",
    "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu",
    "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

/// 42 rimes with the glide written `o` or `u`; not after `c` and `k`, where the glide is spelt `qu`.
#[rustfmt::skip]
pub(super) const GLIDE: [&str; 42] = [
    "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay",
    "oăc", "oăm", "oăn", "oăng", "oăt", "oe", "oem", "oen", "oeng", "oeo", "oep", "oet",
    "uân", "uâng", "uât", "uây", "uê", "uêch", "uênh", "uơ",
    "uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyp", "uyt", "uyu",
];

/// What stands after `qu`: its `u` is the glide, so these begin with the vowel. *Quốc* is the one `ô`.
#[rustfmt::skip]
pub(super) const AFTER_QU: [&str; 60] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay",
    "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "âm", "ân", "âng", "âp", "ât", "âu", "ây",
    "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch", "êm", "ên", "ênh", "êt", "êu",
    "i", "im", "in", "inh", "it", "iu", "ôc", "ơ", "ơi", "ơm", "ơn", "ơt",
    "y", "ych", "yên", "yêt", "yn", "ynh", "yt",
];

/// `y` as a whole rime stands alone and after these (*hy, kỹ, lý, Mỹ, sỹ, tỷ, vỹ, thy*).
pub(super) const BEFORE_Y: [&str; 9] = ["", "h", "k", "l", "m", "s", "t", "v", "th"];

/// `iê` at the head of a word is written `yê`.
pub(super) const HEAD_Y: [&str; 5] = ["yêm", "yên", "yêng", "yêt", "yêu"];

/// Rimes in `i` that share their letter with the onset: *gì, gìn, giêng, giết, giếc*.
pub(super) const AFTER_GI: [&str; 5] = ["i", "in", "iêng", "iêt", "iêc"];
