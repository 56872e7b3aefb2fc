//! The names of bodies as running words tell them: where one begins, and whether two are one body's.

use crate::check::frame::Frame;
use crate::record::party::Body;
use crate::viet::fold::fold;

/// The longest name of a body, in words.
pub const LONGEST: usize = 12;

/// Words with which the name of a body begins.
const HEADS: [&str; 20] = [
    "Sở",
    "Ban",
    "Ủy",
    "Uỷ",
    "UBND",
    "Phòng",
    "Văn",
    "Công",
    "Bộ",
    "Cục",
    "Chi",
    "Hội",
    "Đoàn",
    "Kho",
    "Thanh",
    "Trung",
    "Mặt",
    "Tỉnh",
    "Viện",
    "Trường",
];

/// Whether the name of a body may begin with a word.
pub fn begins_a_body(word: &str) -> bool {
    HEADS.contains(&word)
}

/// The names a body goes by: its own and its short form, from the record or the register.
pub fn names(body: &Body, frame: &Frame) -> Vec<String> {
    let fields = &body.fields;
    let id = fields.id.as_deref().or(fields.name.as_deref()).unwrap_or_default();
    let registered = frame.bodies.iter().find(|known| &*known.id == id);
    let own = [fields.name.as_deref().filter(|_| registered.is_none()), fields.abbreviation.as_deref()];
    let known = registered.map(|known| [Some(&*known.name), known.abbreviation.as_deref()]).into_iter().flatten();
    known.chain(own).flatten().map(str::to_owned).collect()
}

/// Whether a name is the one given, in full or short: *UBND xã*, *Ủy ban nhân dân xã Bến Lộc*.
pub fn is_named(told: &str, known: &str) -> bool {
    let plain = |name: &str| fold(name).replace("uy ban nhan dan", "ubnd");
    let (told, known) = (plain(told), plain(known));
    told.contains(&known) || known.starts_with(&told)
}
