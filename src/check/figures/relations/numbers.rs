//! All numbers of a passage that may count something, those without a unit among them: *Hương Nha 31, Tiên Lữ 24*, *97 có nồng độ
//! cồn*, *thu 9 tháng*, *16 đồng* beside medals of gold and silver.

use std::ops::Range;

use crate::check::figures::lists::entries::NUMBERED;
use crate::check::figures::mention::{Mention, is_dated, number_end, whole};
use crate::check::figures::unit::{leading_word, unit};
use crate::viet::decimal::Decimal;

/// Units of time that other figures are told for.
pub(super) const TIMES: [&str; 6] = ["tháng", "năm", "ngày", "tuần", "quý", "giờ"];

/// Words before a number of days or months that make it a date or an ordinal.
const ORDINALS: [&str; 14] =
    ["điểm", "kỳ", "khoá", "hạng", "phiên", "quyển", "tập", "trang", "lần", "hồi", "lúc", "mũi", "đoàn", "binh"];

/// Numbers from which on four digits alone are a year.
const YEARS: Range<i128> = 1_900..2_101;

/// Words that hold a figure against another.
const COMPARED: [&str; 3] = ["so với", "cùng kỳ", "trước"];

/// Among how many figures before a number one may lend its unit.
const LENDERS: usize = 6;

/// How near a medal of bronze stands to one of silver, in bytes.
const NEAR: usize = 40;

/// The figures of a text with all other numbers of it that may count something.
pub(in crate::check::figures) fn all(text: &str, figures: &[Mention]) -> Vec<Mention> {
    let mut found: Vec<Mention> = figures.to_vec();
    let mut at = 0;
    for next in figures.iter().map(|one| Some(&one.range)).chain([None]) {
        let end = next.map_or(text.len(), |next| next.start);
        while let Some(step) = text.get(at..end).and_then(|gap| gap.find(|c: char| c.is_ascii_digit())) {
            let start = at + step;
            let (stop, digits) = number_end(text, start);
            at = digits.max(start + 1);
            found.extend(bare(text, start..stop));
        }
        at = next.map_or(at, |next| next.end.max(at));
    }
    found.sort_by_key(|figure| figure.range.start);
    found.dedup_by(|later, earlier| later.range.start < earlier.range.end);
    mark_medals(text, &mut found);
    lend(text, &mut found);
    found
}

/// *Số nhập viện là 7.582, so với tuần trước (8.811)*, *136 tờ khai, trong đó tờ khai xuất khẩu là 58*: what is held against another
/// figure counts the same, and so does what names its noun.
fn lend(text: &str, figures: &mut [Mention]) {
    for at in 1..figures.len() {
        let (before, one) = (&figures[at - 1], &figures[at]);
        let link = text.get(before.range.end..one.range.start).unwrap_or_default();
        let compared = COMPARED.iter().any(|word| link.contains(word)) && !link.contains([';', '.', ')']);
        let alone = text[one.range.end..].starts_with(')') && link.ends_with('(');
        let clause = link[link.rfind([',', ';', ':', '(', '\n']).map_or(0, |sign| sign + 1)..].trim_start();
        let clause = clause.strip_prefix("trong đó ").unwrap_or(clause);
        let named = |other: &&Mention| {
            other.kind.contains(' ') && clause.strip_prefix(&other.kind[..]).is_some_and(|rest| rest.starts_with(' '))
        };
        let same = Some(before).filter(|before| compared && alone && before.is_counted());
        let lender = same.or_else(|| figures[at.saturating_sub(LENDERS)..at].iter().rev().find(named));
        let lender = lender.filter(|_| one.kind.is_empty() && one.of.is_none()).filter(|lender| lender.of.is_none());
        if let Some((unit, kind)) = lender.map(|lender| (lender.unit.clone(), lender.kind.clone())) {
            (figures[at].unit, figures[at].kind) = (unit, kind);
        }
    }
}

/// A number that no unit follows.
fn bare(text: &str, number: Range<usize>) -> Option<Mention> {
    let head = text[..number.start].trim_end_matches([' ', '\u{a0}']);
    let glued = text[..number.start].ends_with(|c: char| c.is_alphanumeric() || "/-.,–:".contains(c));
    let last = head.rsplit([' ', '\u{a0}', '(', '\n']).next().unwrap_or_default().to_lowercase();
    let named = NUMBERED.contains(&last.as_str()) || ORDINALS.contains(&last.as_str());
    let behind = &text[number.end..];
    // *giá 4.800 - 4.900 đồng/kg*
    let range = behind
        .trim_start()
        .strip_prefix(['-', '–'])
        .is_some_and(|more| more.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    let shared = whole(text, number.end).is_some();
    let dated = range
        || is_dated(text, &number)
        || behind.starts_with(['/', '-', '–', ':', '%', '.']) && !ends(behind) && !shared;
    (!glued && !named && !dated).then_some(())?;
    let value = Decimal::parse_grouped(&text[number.clone()]).ok()?;
    let word = behind.strip_prefix([' ', '\u{a0}']).unwrap_or_default();
    let time = TIMES
        .iter()
        .find(|unit| word.strip_prefix(**unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    let year = value.scale == 0 && YEARS.contains(&value.mantissa) && !text[number.clone()].contains('.');
    let glued = behind.starts_with(|c: char| c.is_alphanumeric());
    (!(glued || (year && time.is_none()))).then_some(())?;
    // *67/95 Trung tâm Văn hóa*
    if let Some((of, end)) = whole(text, number.end) {
        return Mention::new(number.start..end, value, "", Some(of)).filter(|one| one.size <= of);
    }
    let end = number.end + time.map_or(0, |unit| unit.len() + behind.len() - word.len());
    let counted = time.map_or_else(|| counted_before(head).unwrap_or_default(), |unit| (*unit).to_owned());
    Mention::new(number.start..end, value, &counted, None)
}

/// *số phiếu hợp lệ: 51*, *Tổng số đại biểu là 53*: what is counted stands before the number.
fn counted_before(head: &str) -> Option<String> {
    let words = head.strip_suffix(':').or_else(|| head.strip_suffix(" là"))?;
    let clause = |signs: &[char]| &words[words.rfind(signs).map_or(0, |sign| sign + 1)..];
    // *Số ca khỏi, đã ra viện: 290*
    let line = clause(&[';', '.', '\n', '-', '+']).trim_start();
    let headed = ["Số ", "Tổng số "].iter().find_map(|word| line.strip_prefix(word));
    let noun = headed.or_else(|| {
        let (before, noun) = clause(&[',', ';', '.', '\n', '-', '+']).split_once("ố ")?;
        before.ends_with(['s', 'S']).then_some(noun)
    })?;
    Some(unit(&format!(" {noun}")).map_or_else(|| leading_word(noun).to_owned(), |(unit, _)| unit))
        .filter(|noun| !noun.is_empty())
}

/// Whether a sentence or an item ends here.
fn ends(behind: &str) -> bool {
    behind.strip_prefix('.').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n', '/']))
}

/// *12 vàng, 15 bạc, 16 đồng*: what stands beside silver is no money.
fn mark_medals(text: &str, figures: &mut [Mention]) {
    for at in 1..figures.len() {
        let (before, one) = (&figures[at - 1], &figures[at]);
        let silver = ["bạc", "huy chương bạc", "HCB"].iter().any(|unit| before.unit == *unit);
        let near = text.get(before.range.end..one.range.start).is_some_and(|gap| gap.len() <= NEAR);
        if silver && near && one.unit == "đồng" {
            figures[at].kind = "huy chương đồng".to_owned();
        }
    }
}
