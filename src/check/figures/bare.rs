//! Figures whose unit another one tells: *46/51 (88,46%)*, *6.261 (29,80%) thí sinh*, *là 228 (xã A 27 nhà, xã B 201 nhà)*,
//! *dịch vụ có 99.548 doanh nghiệp, xây dựng có 36.562*; and numbers in words beside others in digits: *bốn giải Nhất, 22 giải Nhì*.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::lists::entries::NUMBERED;
use super::mention::{Mention, is_dated, is_rough, number_end, whole};
use super::unit::{leading_word, unit};
use crate::viet::decimal::Decimal;
use crate::viet::number::parse_integer;

/// The longest bracket whose figures tell the unit of the number before it, in bytes.
const BRACKET: usize = 600;

/// How far behind a figure a number may still be of its unit, in bytes.
const NEAR: usize = 90;

/// Among how many figures before a number the one that lends its unit stands.
const RATES: usize = 12;

/// Words of scale that are no money by themselves.
const THOUSANDS: [&str; 2] = ["nghìn", "ngàn"];

/// Words right before a number that is told of what the words before them name.
const LEADS: [&str; 6] = ["có", "là", "đạt", "còn", "chiếm", "được"];

/// Words that a number begins with; *một* only where an item of a list begins.
const WORDS: [&str; 11] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"];

/// Signs behind which an item begins.
const JOINTS: [&str; 4] = ["(", ",", ";", ":"];

/// Adds them to the figures of a text, in order.
pub(super) fn add(text: &str, figures: &mut Vec<Mention>) {
    lend_scaled(figures);
    let spelt = in_words(text, figures);
    insert(figures, spelt);
    let mut found = Vec::new();
    let mut at = 0;
    for place in 0..=figures.len() {
        // *141 (51,8%), tiểu học 206 (75,2%)*: a rate lends no unit.
        let before = figures[..place].iter().rev().take(RATES).find(|one| !one.is_rate());
        let next = figures.get(place);
        let end = next.map_or(text.len(), |next| next.range.start);
        while let Some(step) = text.get(at..end).and_then(|gap| gap.find(|c: char| c.is_ascii_digit())) {
            let start = at + step;
            let (stop, digits) = number_end(text, start);
            at = digits.max(start + 1);
            found.extend(bare(text, start..stop, before, next));
        }
        at = next.map_or(at, |next| next.range.end);
    }
    insert(figures, found);
    let halves = halves(text);
    insert(figures, halves);
}

/// *tổng số bản án theo dõi là 54, gồm năm trước chuyển sang 39 và thụ lý mới 15*: a number with the two that make it up.
fn halves(text: &str) -> Vec<Mention> {
    let told = |(place, link): (usize, &str)| {
        let head = &text[..place];
        let start = head.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let lead = head[..start].trim_end().strip_suffix("là")?;
        let clause = &lead[lead.rfind([',', ';', '\n']).map_or(0, |stop| stop + 1)..];
        let (unit, _) = unit(&format!(" {}", clause.rsplit_once("số ")?.1))?;
        let rest = &text[place + link.len()..];
        let rest = &rest[..rest.floor_char_boundary(BRACKET)];
        let end = rest.find([';', '(', '\n']).unwrap_or(rest.len()).min(rest.find(". ").unwrap_or(rest.len()));
        let mut numbers = Vec::from([(start, place)]);
        let mut from = 0;
        while let Some(step) = rest[from..end].find(|c: char| c.is_ascii_digit()).filter(|_| numbers.len() < 4) {
            let at = place + link.len() + from + step;
            let (stop, digits) = number_end(text, at);
            numbers.push((at, stop));
            from = (digits - place - link.len()).max(from + step + 1).min(end);
        }
        let read = |(start, end): &(usize, usize)| {
            Decimal::parse_grouped(&text[*start..*end]).ok().filter(|one| one.scale == 0)
        };
        let values: Vec<Decimal> = numbers.iter().map(read).collect::<Option<_>>()?;
        let [whole, one, other] = values[..] else { return None };
        let mention = |((start, end), value): ((usize, usize), Decimal)| Mention::new(start..end, value, &unit, None);
        (one.checked_add(other)? == whole)
            .then(|| numbers.into_iter().zip(values).filter_map(mention).collect::<Vec<_>>())
    };
    text.match_indices(", gồm ").filter_map(told).flatten().collect()
}

/// *36,9 nghìn doanh nghiệp …, nâng tổng số lên 163,6 nghìn*: thousands alone are of what the thousands before them are.
fn lend_scaled(figures: &mut [Mention]) {
    for at in 0..figures.len() {
        if !THOUSANDS.contains(&figures[at].unit.as_str()) {
            continue;
        }
        let scaled = |one: &&Mention| {
            THOUSANDS.iter().any(|word| one.unit.strip_prefix(word).is_some_and(|of| of.starts_with(' ')))
        };
        let near = figures[at.saturating_sub(RATES)..at].iter().rev().find(scaled);
        if let Some((unit, kind)) = near.map(|one| (one.unit.clone(), one.kind.clone())) {
            (figures[at].unit, figures[at].kind) = (unit, kind);
        }
    }
}

/// Figures among others, in order.
fn insert(figures: &mut Vec<Mention>, more: Vec<Mention>) {
    figures.extend(more);
    figures.sort_by_key(|figure| figure.range.start);
    figures.dedup_by(|later, earlier| later.range.start < earlier.range.end);
}

/// A number without a unit of its own, if what stands around it tells one.
fn bare(text: &str, number: Range<usize>, before: Option<&Mention>, next: Option<&Mention>) -> Option<Mention> {
    let head = text[..number.start].trim_end_matches([' ', '\u{a0}']);
    let glued = text[..number.start].ends_with(|c: char| c.is_alphanumeric() || "/-.,".contains(c));
    let last = head.rsplit([' ', '\u{a0}', '(', '\n']).next().unwrap_or_default().to_lowercase();
    (!glued && !NUMBERED.contains(&last.as_str())).then_some(())?;
    let value = Decimal::parse_grouped(&text[number.clone()]).ok()?;
    let (of, end) = whole(text, number.end).map_or((None, number.end), |(of, end)| (Some(of), end));
    let behind = &text[end..];
    let rated = next.is_some_and(|next| next.is_rate() && is_opened(text, end, next.range.start));
    if rated {
        let close = next.map_or(end, |next| next.range.end);
        let named = text[close..].strip_prefix(')').and_then(unit).map(|(unit, _)| unit);
        let same = || before.filter(|_| of.is_none()).map(|before| before.unit.clone());
        let unit = named.or_else(same).unwrap_or_default();
        return Mention::new(number.start..end, value, &unit, of);
    }
    (of.is_none() && !behind.starts_with(['/', '-', '%'])).then_some(())?;
    if let Some(inner) = behind.strip_prefix(" (").filter(|_| value.scale == 0) {
        let unit = unit_within(inner)?;
        return Mention::new(number, value, &unit, None);
    }
    // *xây dựng có 36.562, nông nghiệp có 2.029*: the unit of the figure before holds on.
    let ended = behind.is_empty() || behind.starts_with([',', ';', '.', '\n']) || behind.starts_with(" và ");
    let led = LEADS.contains(&last.as_str()) && value.scale == 0 && !is_dated(text, &number);
    // *tổng số bản án là 54, trong đó năm trước chuyển sang 39 bản án*
    if let Some(part) = next.filter(|_| led && behind.starts_with(", trong đó")) {
        let close =
            text.get(end..part.range.start).is_some_and(|gap| gap.len() <= NEAR && !gap.contains(['.', ';', '(']));
        let plain = close && part.is_counted() && part.of.is_none() && part.size == part.value;
        return plain.then(|| Mention::new(number, value, &part.unit, None))?;
    }
    let before = before.filter(|before| {
        let gap = &text[before.range.end..number.start];
        gap.len() <= NEAR && !gap.contains(['.', '(', ')', '\n']) && before.is_counted() && before.of.is_none()
    })?;
    (ended && led && before.per.is_none()).then(|| Mention::new(number, value, &before.unit, None))?
}

/// Whether nothing but words of a rate and an opened bracket stand between a number and its rate.
fn is_opened(text: &str, end: usize, rate: usize) -> bool {
    let between = text.get(end..rate).unwrap_or_default().trim_start_matches([' ', '\u{a0}']);
    let words = between.strip_prefix('(').or_else(|| between.strip_prefix(", "));
    words.is_some_and(|words| {
        words
            .split_whitespace()
            .all(|word| ["đạt", "chiếm", "bằng", "tỷ", "tỉ", "lệ", "tương", "đương"].contains(&word))
    })
}

/// The one unit of the figures in a bracket, if there are two or more.
fn unit_within(inner: &str) -> Option<String> {
    let close = inner.find(')').filter(|close| *close <= BRACKET)?;
    let figures = super::mention::mentions(&inner[..close]);
    let first = figures.first()?;
    let alike = figures.iter().all(|one| one.unit == first.unit && one.of.is_none()) && figures.len() > 1;
    (alike && !first.is_rate() && first.is_counted()).then(|| first.unit.clone())
}

/// Numbers in words of units that stand beside digits elsewhere in the text.
fn in_words(text: &str, figures: &[Mention]) -> Vec<Mention> {
    let counted: HashSet<&str> =
        figures.iter().filter(|one| one.is_counted()).map(|figure| figure.unit.as_str()).collect();
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| c.is_whitespace() || c == '(') {
        let start = at;
        at += word.len();
        let plain = word.trim_end();
        let fresh = found.last().is_none_or(|last| last.range.end <= start);
        if !fresh || !WORDS.contains(&plain) {
            continue;
        }
        let head = text[..start].trim_end();
        if plain == "một" && !JOINTS.iter().any(|sign| head.ends_with(sign)) && !head.ends_with(" và") {
            continue;
        }
        found.extend(worded(text, start));
    }
    // A unit that no figure has must come at least twice, as it does in a list.
    let mut times: HashMap<String, usize> = HashMap::new();
    found.iter().for_each(|one| *times.entry(one.unit.clone()).or_default() += 1);
    // *năm trước* comes twice as well, and is no five of anything.
    let year = |one: &Mention| text[one.range.clone()].starts_with("năm ");
    let twice = |one: &Mention| !year(one) && times.get(&one.unit).is_some_and(|times| *times > 1);
    found.retain(|one| counted.contains(one.unit.as_str()) || twice(one));
    found
}

/// The number in words that begins at a place, the longest that its unit follows.
fn worded(text: &str, start: usize) -> Option<Mention> {
    let mut end = start;
    let mut ends = Vec::new();
    for _ in 0..3 {
        let word = leading_word(&text[end..]);
        end += word.len();
        ends.push(end);
        end += usize::from(text[end..].starts_with(' '));
    }
    ends.into_iter().rev().find_map(|end| {
        let value = parse_integer(&text[start..end]).ok()?;
        let (unit, length) = unit(&text[end..])?;
        let found = Mention::new(start..end + length, Decimal::whole(value), &unit, None)?;
        let rough = is_rough(&text[..start]);
        (found.size == found.value).then_some(Mention { rough, ..found })
    })
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_of_slips;

    #[test]
    fn numbers_of_lent_units() {
        told_of_slips(&[
            (
                "Tổng số bản án theo dõi là 63, gồm năm trước chuyển sang 41 và thụ lý mới 22; đến nay đã thi hành xong 7 bản án, còn phải theo dõi {} bản án.",
                "56",
                &["41"],
            ),
            (
                "Tính chung 11 tháng có 98,7 nghìn hộ lập mới. Bên cạnh đó, có 22,3 nghìn hộ trở lại, nâng tổng số hộ lập mới và trở lại lên 121 nghìn, bình quân mỗi tháng có {} nghìn hộ.",
                "11",
                &["10,1"],
            ),
        ]);
    }
}
