//! What readers of provincial news need nobody to explain: short forms that everybody knows, and those that are a name.

use std::collections::HashSet;
use std::ops::Range;

use crate::viet::abbreviation::expansions;
use crate::viet::roman;
use crate::viet::spell::lexicon::Lexicon;

/// Short forms that everybody reads: kinds of files, machines, degrees and titles, *VT* behind *Lưu:*.
const COMMON: [&str; 87] = [
    "HCM", "CSV", "PDF", "HTML", "URL", "USB", "QR", "SMS", "GPS", "GIS", "TV", "LED", "PC", "VT", "VIP", "HIV",
    "AIDS", "ISO", "COVID", "TS", "PGS", "GS", "BS", "KS", "CN", "THS", "TSKH",
    // Titles of the State, forms of states, taxes and insurances, columns of tables.
    "NSND", "NSƯT", "NGND", "NGƯT", "TTND", "TTƯT", "CHLB", "CHND", "CHDCND", "CHXHCN", "GTGT", "TNDN", "TNCN", "BHYT",
    "BHXH", "BHTN", "STT", "ĐT", "CĐS", // Units, powers, what is measured and paid.
    "MW", "GW", "MWH", "GWH", "KW", "KWH", "KVA", "RON", "GMT", "UTC", "ADN", "DNA", "PCR", "RT-PCR", "ATM", "OTP",
    "AST", "ALT", "GOT", "GPT", "VAT", "IPO", "GPA", "IELTS", "TOEIC", "BOT", "PV", "SV",
    // Unions of states and of sports, agencies and markets, by which alone they are called.
    "EU", "UN", "WB", "IMF", "ADB", "WHO", "FIFA", "AFC", "SEA", "AP", "AFP", "HNX", "HOSE",
];

/// Short forms of public life that every reader of provincial news meets daily, most of them in the names of bodies.
const DAILY: [&str; 43] = [
    "QL", "TL", "CLB", "HLV", "VĐV", "SVĐ", "PCCC", "KT-XH", "GTVT", "NN&PTNT", "KH&ĐT", "KH&CN", "TN&MT", "LĐTBXH",
    "VHTTDL", "GD&ĐT", "GDĐT", "KHCN", "TNMT", "NNMT", "ANTT", "NTM", "GPMB", "BQL", "PPP", "PCI", "CCB", "CCHC",
    "TTHC", "DTTS", "TPHCM", "TP.HCM", "ĐBSCL", "CSGT", "NSNN", "THADS", "GD-ĐT", "ĐCSVN", "TNTP", "TNCS", "TT&TT",
    "VH-TT", "BTL",
];

/// The words of a name before its short form in brackets: *Ngân hàng Thế giới (WB)*.
const NAME: usize = 4;

/// So many small words before it are a phrase.
const PHRASE: usize = 3;

/// Names of enterprises and stations that nobody knows in full.
const ENTERPRISES: [&str; 40] = [
    "VNPT", "EVN", "PVN", "TKV", "FPT", "VTV", "VOV", "TTXVN", "BIDV", "PVOIL", "VNR", "THACO", "VNA", "VEC", "SJC",
    "DOJI", "PNJ", "VNG", "HSBC", "AIA", "ACB", "SHB", "VIB", "VSIP", "PVEP", "ACV", "VTC", "HTV", "CNN", "BBC", "DPA",
    "GAS", "SCG", "CJ", "LG", "KIA", "BMW", "MB", "GELEX", "IPA",
];

/// Nouns whose names are initials: *các Công ty SJC, PNJ*, *sàn UPC*, *mã chứng khoán ABC*.
const BEARERS: [&str; 20] = [
    "công ty",
    "tập đoàn",
    "hãng",
    "hãng tin",
    "cổ phiếu",
    "mã",
    "chứng khoán",
    "sàn",
    "thương hiệu",
    "vàng miếng",
    "kênh",
    "báo",
    "đài",
    "tàu",
    "máy bay",
    "xe",
    "giống",
    "giống lúa",
    "siêu",
    "nhân thọ",
];

/// Initials of Vietnamese words are rarely shorter than the names of firms are long.
const LONGEST: usize = 4;

/// Whether everybody reads a short form.
pub(super) fn know(short: &str) -> bool {
    COMMON.contains(&short) || DAILY.contains(&short) || ENTERPRISES.contains(&short)
}

/// The short forms of a text that are names or stand beside what they mean.
pub(super) fn told(text: &str) -> HashSet<&str> {
    let mut told = in_brackets(text);
    told.extend(before_brackets(text));
    told.extend(borne(text));
    told
}

/// *Trường Đại học Kinh tế TP. Hồ Chí Minh (UEH)*, *chỉ số sản xuất công nghiệp (IIP)*, *đại học, cao đẳng (ĐH, CĐ)*: brackets right
/// behind a name or a phrase give its other name, whatever the language of its letters.
fn in_brackets(text: &str) -> HashSet<&str> {
    let short = |(open, _): (usize, &'_ str)| {
        let words = text[..open].trim_end().rsplit(' ').take(NAME);
        let phrase: Vec<_> = words.take_while(|word| !word.ends_with([',', '.', ';', ':', ')'])).collect();
        let named = phrase.len() >= PHRASE || phrase.iter().any(|word| word.starts_with(char::is_uppercase));
        let rest = &text[open + 1..];
        let inside = &rest[..rest.find(|c: char| !c.is_alphanumeric() && !", ".contains(c))?];
        (named && rest[inside.len()..].starts_with(')')).then(|| inside.split(", "))
    };
    text.match_indices('(').filter_map(short).flatten().collect()
}

/// *hợp đồng BT (xây dựng - chuyển giao)*: brackets of small words right behind it.
fn before_brackets(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(" (").filter_map(|(at, _)| {
        let short = last_word(&text[..at]);
        let rest = &text[at + 2..];
        let inside = &rest[..rest.find(|c: char| !c.is_lowercase() && !" -–,".contains(c))?];
        let words = inside.split([' ', '-', '–', ',']).filter(|word| !word.is_empty()).count();
        let letters = short.chars().count();
        (rest[inside.len()..].starts_with(')') && (letters..=2 * letters + 2).contains(&words)).then_some(short)
    })
}

/// Names that are initials, by the noun before them: *Công ty SJC*, *mã: STK*, *(HOSE: TCO)*; with those that a comma joins to them.
fn borne(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let plain = (2..=LONGEST).contains(&word.len()) && word.bytes().all(|letter| letter.is_ascii_uppercase());
        if plain {
            let head = text[..start].trim_end_matches([' ', ':']);
            let noun = head.len() < start && BEARERS.iter().any(|noun| ends_with(head, noun));
            let listed = head.ends_with("HOSE") || head.ends_with("HNX") || head.ends_with("UPCoM");
            let joined =
                text[from..start].trim() == "," && found.last() == Some(&&text[..from][last_start(text, from)..]);
            if noun || listed || joined {
                found.push(word);
            }
            from = start + word.len();
        }
    }
    found
}

/// Where the last word before a place begins.
fn last_start(text: &str, end: usize) -> usize {
    end - last_word(&text[..end]).len()
}

/// The letters at the end of a text.
fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// Whether a text ends in a noun, whatever its capitals.
fn ends_with(text: &str, noun: &str) -> bool {
    let from = text.char_indices().rev().nth(noun.chars().count() - 1).map(|(at, _)| at);
    from.is_some_and(|from| {
        text[from..].to_lowercase() == noun && !text[..from].ends_with(|c: char| c.is_alphanumeric())
    })
}

/// *PVF*, *FLC*, *AFF*: no Vietnamese word begins with these letters, so the initials are those of a name from elsewhere.
pub(super) fn is_of_other_words(short: &str) -> bool {
    short.contains(['F', 'J', 'W', 'Z']) && expansions(short).next().is_none()
}

/// Nouns of what is sorted into grades.
const GRADED: [&str; 8] = ["nhóm", "hạng", "loại", "bảng", "cấp", "phụ lục", "bậc", "vùng"];

/// *rùa núi vàng (nhóm IIB)*, *trường hạng VA*: a number of a grade with the letter of its part.
fn is_grade(head: &str, short: &str) -> bool {
    let number = short.strip_suffix(['A', 'B', 'C', 'D', 'E']).unwrap_or_default();
    let small = number.bytes().all(|sign| b"IVX".contains(&sign)) && roman::value(number).is_some();
    small && GRADED.iter().any(|noun| ends_with(head.trim_end(), noun))
}

/// A part of what is no phrase of initials: *giống lúa IR 50404*, *đường ĐH1.PS*, *Jaguar XJ*, *ABC Investment Group*.
pub(super) fn is_part(text: &str, range: &Range<usize>) -> bool {
    let (head, rest) = (&text[..range.start], &text[range.end..]);
    let short = &text[range.clone()];
    let number = rest.strip_prefix(' ').unwrap_or_default();
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let year = digits == 4 && (number.starts_with("19") || number.starts_with("20"));
    let dashed = number[digits..].starts_with('-') && number[digits + 1..].starts_with(|c: char| c.is_ascii_digit());
    let coded = expansions(short).next().is_none() && !year && (digits > 2 || digits > 0 && dashed);
    let dotted = head.strip_suffix('.').is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    let before = head.strip_suffix(' ').map(last_word);
    let after =
        rest.strip_prefix(' ').map(|rest| &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]);
    let foreign = short.is_ascii() && [before, after].into_iter().flatten().any(is_foreign);
    coded || dotted || foreign || is_grade(head, short)
}

/// Whether a word is one of a name of another language.
fn is_foreign(word: &str) -> bool {
    let small = word.to_lowercase();
    let lexicon = Lexicon::embedded();
    word.is_ascii()
        && word.len() > 2
        && word.starts_with(char::is_uppercase)
        && word[1..].bytes().all(|letter| letter.is_ascii_lowercase())
        && lexicon.find(&small).is_none_or(|id| !lexicon.knows(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_what_stands_beside_them() {
        for (text, short, free) in [
            ("Chỉ số sản xuất công nghiệp (QXW) tăng", "QXW", true),
            ("mức thấp, cao (QXW) tăng", "QXW", false),
            ("tuyển sinh đại học, cao đẳng và nghề (QX, CXW)", "CXW", true),
            ("theo hợp đồng QX (xây dựng - chuyển giao)", "QX", true),
            ("cơ quan QX (phòng 2)", "QX", false),
            ("Các Công ty QXC, KXN, WXJ cùng niêm yết", "WXJ", true),
            ("cổ phiếu QXW tăng; lãi của QXW giảm", "QXW", true),
            ("Công ty tư vấn, QXW và nhà thầu", "QXW", false),
        ] {
            assert_eq!(told(text).contains(short), free, "{text}");
        }
    }

    #[test]
    fn letters_of_other_languages() {
        for (short, foreign) in [("QVF", true), ("ZXC", true), ("BCHTW", false), ("QXĐ", false)] {
            assert_eq!(is_of_other_words(short), foreign, "{short}");
        }
    }

    #[test]
    fn parts_of_codes_and_foreign_names() {
        for (text, short, part) in [
            ("giống lúa QR 50404", "QR", true),
            ("tàu QP 12-04-02 gặp nạn", "QP", true),
            ("Ban QP 2019 họp", "QP", false),
            ("Ban QP 12 họp", "QP", false),
            ("đường 1.QX dài", "QX", true),
            ("câu lạc bộ QXC Breda", "QXC", true),
            ("chiếc Jaguar QJ màu bạc", "QJ", true),
            ("khách sạn QW Minh Tâm", "QW", false),
            ("Phòng QXĐ Breda", "QXĐ", false),
            ("2 cá thể rái cá (nhóm IVB)", "IVB", true),
            ("đã ban hành VB chỉ đạo", "VB", false),
        ] {
            let at = text.find(short).unwrap();
            assert_eq!(is_part(text, &(at..at + short.len())), part, "{text}");
        }
    }
}
