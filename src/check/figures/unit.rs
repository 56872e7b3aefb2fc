//! What a number counts: the unit behind it, with its words of scale — *tỷ đồng*, *hồ sơ*, *kg*.

use crate::viet::spell::lexicon::Lexicon;

/// Units that say nothing of what is counted: only the very same unit is of their kind.
pub(super) const MEASURES: [&str; 14] =
    ["đồng", "USD", "%", "ha", "m", "m²", "km", "tấn", "tạ", "kg", "điểm", "lần", "lượt", "người"];

/// Units of several words that are no word of the dictionary; any other unit is the word behind the number.
const UNITS: [&str; 7] = ["vận động viên", "hợp tác xã", "gian hàng", "đoàn viên", "cuộc họp", "Ủy viên", "Uỷ viên"];

/// Units that many write without a blank behind their number.
const GLUED: [&str; 18] =
    ["kg", "ha", "km", "tấn", "tạ", "ml", "lít", "cm", "mm", "m²", "m2", "m³", "m3", "m", "MW", "kWh", "đồng", "USD"];

/// Words of scale before a unit, with their powers of ten.
pub(super) const SCALES: [(&str, i32); 6] =
    [("triệu tỷ ", 15), ("nghìn tỷ ", 12), ("tỷ ", 9), ("triệu ", 6), ("nghìn ", 3), ("ngàn ", 3)];

/// Words behind a number that are no unit of a quantity.
const NO_UNITS: [&str; 39] = [
    "tăng", "giảm", "đạt", "chiếm", "so", "bằng", "tháng", "năm", "giờ", "phút", "ngày", "và", "của", "đến", "tại",
    "lên", "xuống", "là", "có", "được", "với", "trong", "do", "về", "theo", "đã", "thì", "để", "cho", "từ", "trên",
    "giao", "sao", "nhưng", "song", "mà", "nên", "cũng", "nhận",
];

/// How many write *đồng* in short, with a blank before it or without.
const DONG: [&str; 4] = ["VNĐ", "VND", "vnđ", "đ"];

/// Words before a short form that only tell that it is counted one by one.
const CLASSIFIERS: [&str; 3] = ["chiếc ", "tấm ", "cái "];

/// The letters that a text begins with.
pub fn leading_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}

/// The power of ten of a unit's scale.
pub fn power(unit: &str) -> i32 {
    let scaled = |word: &str| unit.starts_with(word) || unit == word.trim_end();
    SCALES.iter().find(|(word, _)| scaled(word)).map_or(0, |(_, power)| *power)
}

/// The unit at the head of what follows a number, with its length in bytes.
pub fn unit(after: &str) -> Option<(String, usize)> {
    if let Some(sign) = ['%', '‰'].iter().find(|sign| after.starts_with(**sign)) {
        return Some((sign.to_string(), sign.len_utf8()));
    }
    let Some(words) = after.strip_prefix([' ', '\u{a0}']) else {
        if let Some(length) = DONG.iter().find_map(|unit| length_of(after, unit)) {
            return Some(("đồng".to_owned(), length));
        }
        // *30kg*: no blank stands between.
        return GLUED.iter().find_map(|unit| Some(((*unit).to_owned(), length_of(after, unit)?)));
    };
    let blank = after.len() - words.len();
    if words.starts_with('%') {
        return Some(("%".to_owned(), blank + 1));
    }
    let (scale, _, head) = scale(words).unwrap_or(("", 0, 0));
    let noun = &words[head..];
    if let Some(length) = DONG.iter().find_map(|unit| length_of(noun, unit)) {
        return Some((format!("{scale}đồng"), blank + head + length));
    }
    if let Some((unit, length)) = UNITS.iter().find_map(|unit| Some((*unit, length_of(noun, unit)?))) {
        return Some((format!("{scale}{unit}"), blank + head + length));
    }
    // *54 chiếc HCV*
    if let Some(rest) =
        CLASSIFIERS.iter().find_map(|word| noun.strip_prefix(word)).filter(|rest| is_short_form(leading_word(rest)))
    {
        let length = leading_word(rest).len();
        return Some((rest[..length].to_owned(), blank + head + noun.len() - rest.len() + length));
    }
    let word = leading_word(noun);
    let counted = word.starts_with(char::is_lowercase) && !NO_UNITS.contains(&word);
    let second = noun[word.len()..].strip_prefix(' ').map(leading_word).unwrap_or_default();
    let two = (!MEASURES.contains(&word) || (word, second) == ("đồng", "chí"))
        && !NO_UNITS.contains(&second)
        && is_word(word, second);
    let length = if two { word.len() + 1 + second.len() } else { word.len() };
    // *3 Phó Trưởng ban*, *5 triệu USD*
    let titled = matches!(word, "Trưởng" | "Phó" | "USD") || is_short_form(word);
    (counted || titled).then(|| (format!("{scale}{}", &noun[..length]), blank + head + length))
}

/// The word of scale that a text begins with, its power of ten and its length in bytes.
pub(super) fn scale(words: &str) -> Option<(&'static str, i32, usize)> {
    SCALES.iter().find_map(|(scale, power)| Some((*scale, *power, length_of(words, scale)?)))
}

/// *87 HCV*, *465 TS*, *815.000 TEUs*: a unit in capitals; a Roman numeral is none.
fn is_short_form(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    let letters = word.chars().count();
    (2..=4).contains(&letters) && word.chars().all(char::is_uppercase) && !word.chars().all(|c| "IVXLC".contains(c))
}

/// The length of a phrase at the head of a text, where blanks may be no-break ones and *tỉ* stands for *tỷ*.
fn length_of(text: &str, phrase: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in phrase.chars() {
        let (_, seen) = letters.next()?;
        let same = seen == wanted || (wanted == ' ' && seen == '\u{a0}') || (wanted == 'ỷ' && seen == 'ỉ');
        same.then_some(())?;
    }
    let length = letters.next().map_or(text.len(), |(at, _)| at);
    let ended = phrase.ends_with(' ') || !text[length..].starts_with(char::is_alphanumeric);
    ended.then_some(length)
}

/// Whether two syllables are a word of the dictionary: *hồ sơ*, *đại biểu*.
pub fn is_word(first: &str, second: &str) -> bool {
    let lexicon = Lexicon::embedded();
    let pair = lexicon.find(first).zip(lexicon.find(second)).and_then(|(first, second)| lexicon.pair(first, second));
    pair.is_some_and(|pair| pair.headword)
}
