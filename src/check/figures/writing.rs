//! How numbers are written — *cách viết số*: English marks, and thousands with a dot here and without one there.

use std::collections::HashMap;
use std::ops::Range;

use super::mention::{Mention, mentions};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::{Decimal, NumberFault};

/// What is measured with decimals; behind other words `2.1` may be a heading.
const MEASURES: [&str; 26] = [
    "%", "tỷ", "tỉ", "triệu", "nghìn", "ngàn", "đồng", "đ", "VND", "VNĐ", "USD", "ha", "km", "m", "m²", "m2", "km²",
    "tấn", "tạ", "kg", "MW", "kWh", "lít", "độ", "mm", "cm",
];

/// What is counted one by one.
const WHOLES: [&str; 18] = [
    "người", "hộ", "vụ", "ca", "em", "khẩu", "đồng", "lượt", "học", "đại", "cán", "sinh", "bệnh", "cây", "con", "xe",
    "suất", "phần",
];

/// Words before a number that is one of several: *khối 3, 4 triệu đồng* is no decimal.
const NUMBERED: [&str; 17] = [
    "điều",
    "khoản",
    "mục",
    "lớp",
    "khối",
    "khu",
    "quận",
    "phường",
    "tổ",
    "số",
    "tháng",
    "ngày",
    "khóa",
    "khoá",
    "đợt",
    "thứ",
    "vòng",
];

/// No sum of money has so many digits before *tỷ đồng*.
const BILLIONS: usize = 8;

/// From this number on, one without a dot is no year.
const NO_YEAR: i128 = 2_200;

/// Checks the writing of a text's numbers.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut at = 0;
    while let Some(step) = proof.text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + step;
        let marks = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let length = proof.text[start..].find(|c| !marks(c)).unwrap_or(proof.text.len() - start);
        at = start + length.max(1);
        if let Some(range) = split(proof, start..start + length) {
            at = range.end;
            let written = &proof.text[range.clone()];
            let blank = if written.contains(['.', ',']) { "" } else { "," };
            let right = written.replace([' ', '\u{a0}'], blank);
            let hint = Message::new("number-english.hint").with("right", right);
            let mut fault = proof.fault("number-english", range);
            fault.message.id = "number-english.space";
            faults.push(fault.hint(hint));
            continue;
        }
        let number = proof.text[start..start + length].trim_end_matches(['.', ',']);
        let four = is_of_four(number) && is_counted(&proof.text[start + number.len()..]);
        if is_twice_scaled(number, &proof.text[start + number.len()..]) {
            let mut fault = proof.fault("number-english", start..start + number.len());
            fault.message.id = "number-english.scale";
            faults.push(fault.hint_id("number-english.hint.scale"));
        } else if four || is_broken(number) && is_measured(proof, start..start + number.len()) {
            let mut fault = proof.fault("number-english", start..start + number.len());
            fault.message.id = "number-english.group";
            faults.push(fault.hint_id("number-english.hint.group"));
        } else if let Some(right) = vietnamese(proof, start..start + number.len()) {
            let hint = Message::new("number-english.hint").with("right", right);
            faults.push(proof.fault("number-english", start..start + number.len()).hint(hint));
        }
    }
    let figures = mentions(&proof.text);
    mixed(proof, &figures, faults);
    thousands(proof, &figures, faults);
}

/// *Hàng xuất đạt 815.000 TEUs, hàng nội địa đạt 412,000 TEUs*: thousands with a comma beside others of their unit with a dot, where
/// none of the unit has decimals.
fn thousands(proof: &Proof, figures: &[Mention], faults: &mut Vec<Diagnostic>) {
    let written = |one: &Mention| {
        let text = &proof.text[one.range.clone()];
        text[..text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(text.len())].to_owned()
    };
    let mut units: HashMap<&str, (bool, bool)> = HashMap::new();
    let is_grouped = |text: &str| text.split_once(',').is_some_and(|(head, group)| head.len() <= 3 && group.len() == 3);
    for one in figures {
        let (dotted, broken) = units.entry(one.unit.as_str()).or_default();
        let text = written(one);
        *dotted |= text.contains('.') && !text.contains(',');
        *broken |= text.contains(',') && !(is_grouped(&text) && text.ends_with('0'));
    }
    for one in figures {
        let text = written(one);
        let alike = units.get(one.unit.as_str()) == Some(&(true, false));
        // *1,200 hộ* is told already, and *1,250 tỷ đồng* has decimals.
        let plain =
            one.power() == Some(0) && !one.is_rate() && !is_counted(&proof.text[one.range.start + text.len()..]);
        if alike && plain && is_grouped(&text) && !text.contains('.') {
            let hint = Message::new("number-english.hint").with("right", text.replace(',', "."));
            let place = one.range.start..one.range.start + text.len();
            faults.push(proof.fault("number-english", place).hint(hint));
        }
    }
}

/// *5.500.00 đồng*: groups of thousands of which one has not three digits.
fn is_broken(number: &str) -> bool {
    let whole = number.split(',').next().unwrap_or_default();
    let mut groups = whole.split('.');
    let head = groups.next().unwrap_or_default();
    let groups: Vec<&str> = groups.collect();
    groups.len() > 1
        && head.len() <= 3
        && groups.iter().any(|group| group.len() != 3)
        && groups.iter().any(|group| group.len() == 3)
}

/// *73.5134 người*: behind the dot stand more digits than a group of thousands has.
fn is_of_four(number: &str) -> bool {
    number
        .split_once('.')
        .is_some_and(|(head, group)| head.len() <= 3 && group.len() > 3 && !group.contains(['.', ',']))
}

/// *1.335.000.000 tỷ đồng*: more than all money there is; the digits are written out, and *tỷ* besides.
fn is_twice_scaled(number: &str, behind: &str) -> bool {
    let scaled = ["tỷ đồng", "tỉ đồng"].iter().any(|unit| behind.trim_start_matches([' ', '\u{a0}']).starts_with(unit));
    let digits = number.split(',').next().unwrap_or_default().bytes().filter(u8::is_ascii_digit).count();
    scaled && digits > BILLIONS
}

/// Whether what a number counts has no fractions.
fn is_counted(behind: &str) -> bool {
    let word =
        behind.trim_start_matches([' ', '\u{a0}']).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    WHOLES.contains(&word)
}

/// Whether a number is measured, and not a part of a date or a code.
fn is_measured(proof: &Proof, range: Range<usize>) -> bool {
    let (before, after) = (&proof.text[..range.start], &proof.text[range.end..]);
    let unit = after.trim_start_matches([' ', '\u{a0}']);
    let word = unit.split(|c: char| !(c.is_alphanumeric() || c == '%')).next().unwrap_or_default();
    let measured = MEASURES.contains(&word) || unit.starts_with('%');
    measured && !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | ','))
}

/// The Vietnamese writing of a measured number with English marks.
fn vietnamese(proof: &Proof, range: Range<usize>) -> Option<String> {
    // *1,200 hộ*: what is counted one by one has no decimals.
    let group = proof.text[range.clone()].split_once(',').filter(|(head, group)| head.len() <= 3 && group.len() == 3);
    if group.is_some_and(|(head, group)| [head, group].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit())))
        && is_counted(&proof.text[range.end..])
        && !proof.text[..range.start].ends_with(['.', ',', '/', '-'])
    {
        return Some(proof.text[range].replace(',', "."));
    }
    is_measured(proof, range.clone()).then_some(())?;
    match Decimal::parse_grouped(&proof.text[range]) {
        Err(NumberFault::English { vietnamese }) => Some(vietnamese),
        _ => None,
    }
}

/// *4, 1 triệu đồng*, *12. 500 hộ*: a number with a space behind its mark. *3, 4 triệu* is three or four.
fn split(proof: &Proof, range: Range<usize>) -> Option<Range<usize>> {
    let (before, written) = (&proof.text[..range.start], &proof.text[range.clone()]);
    // *0 68%*: the comma is lost.
    let head = written.strip_suffix(['.', ',']).unwrap_or(written);
    let mark = written[head.len()..].chars().next();
    let rest = proof.text[range.end..].strip_prefix([' ', '\u{a0}'])?;
    let tail = &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())];
    let plain = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let word = before.trim_end_matches([' ', '\u{a0}']).rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let led =
        before.ends_with([' ', '\u{a0}']) && !word.is_empty() && !NUMBERED.contains(&word.to_lowercase().as_str());
    let next = |text: &str| text.parse::<u32>().unwrap_or_default();
    let end = range.end + proof.text[range.end..].len() - rest.len() + tail.len();
    let fits = match mark {
        None => tail.len() <= 2 && proof.text[end..].starts_with('%'),
        Some(',') => {
            // *khoảng 3, 4 triệu* is three or four, *hơn 37, 38 tỷ đồng* one sum.
            let one = tail.len() == 2 && ["hơn", "gần", "trên", "đạt"].contains(&word);
            tail.len() <= 2 && (one || next(tail) != next(head) + 1) && is_measured(proof, range.start..end)
        }
        _ => tail.len() == 3 && (is_counted(&proof.text[end..]) || is_measured(proof, range.start..end)),
    };
    (plain(head) && plain(tail) && led && fits).then_some(range.start..end)
}

/// Of thousands with a dot and without, the rarer writing is flagged.
fn mixed(proof: &Proof, figures: &[Mention], faults: &mut Vec<Diagnostic>) {
    let large = |value: Decimal| value.rescaled(0).is_some_and(|value| value.mantissa >= NO_YEAR);
    let numbers = figures.iter().filter(|mention| large(mention.value) && mention.of.is_none());
    let digits = |range: &Range<usize>| {
        let end = proof.text[range.start..].find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(0);
        range.start..range.start + end
    };
    let (dotted, bare): (Vec<_>, Vec<_>) = numbers
        .map(|mention| (digits(&mention.range), mention.value))
        .partition(|(range, _)| proof.text[range.clone()].contains('.'));
    if dotted.is_empty() || bare.len() > dotted.len() {
        return;
    }
    for (range, value) in bare {
        faults.push(proof.fault("number-mixed", range).hint(Message::new("number-mixed.hint").with("right", value)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn both_sides() {
        for (text, faults) in [
            ("tăng 12.5% so với năm trước", 1),
            ("tổng vốn 1,250,000 đồng", 1),
            ("tăng 12,5%; theo mục 2.1 nêu trên; 1.250.000 đồng", 0),
            ("Có 4120 hộ, 1.250.000 đồng và 3.215 hộ", 1),
            ("phí 5.500.00 đồng/gian, ngày 31.12.2025", 1),
            ("Năm 2025 thu 3.215 triệu đồng", 0),
            ("Có 4120 hộ và 3215 khẩu", 0),
            ("mỗi hộ được 4, 1 triệu đồng, toàn xã 12. 500 hộ", 2),
            ("hộ nghèo còn 0 68%, tăng 12 5% so với năm trước", 2),
            ("từ năm 2023 5% số hộ, khóa 12 95% đồng ý, lớp 9 40%", 0),
            ("mất 3, 4 triệu đồng; tổ 3, 5 triệu đồng; năm 12. 500 hộ khá", 1),
            ("có 1,200 hộ và 1,200 ha", 1),
            ("bến dỡ 815.000 kg, bốc 412,000 kg", 1),
            ("bến dỡ 815.000 kg, bốc 412.000 kg", 0),
            // Of what has decimals a comma is no thousand.
            ("bến dỡ 815.000 kg, cân lẻ 2,5 kg, mẫu nặng 1,200 kg", 0),
            ("bà vay 1.335.000.000 tỷ đồng của nhiều người", 1),
            ("bà vay 1.335.000.000 đồng; cả nước thu 1.335.000 tỷ đồng", 0),
        ] {
            assert_eq!(found(text).len(), faults, "{text}");
        }
    }
}
