//! The time between two points, told beside them — *khởi công tháng 3/2023, thời gian thi công 18 tháng, hoàn thành tháng 6/2024*;
//! *khai giảng ngày 5/9 … trước hai tuần, tức là từ ngày 25/8*.

use std::ops::Range;

use super::Sentence;
use super::course::bound;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{Point, Ymd};
use crate::viet::reading::parse_integer;
use crate::viet::seek::seek;

/// Words of a beginning and of an end.
const BEGUN: [&str; 8] =
    ["khởi công", "động thổ", "bắt đầu", "khởi động", "phát động", "ký hợp đồng", "ký ngày", "hiệu lực từ"];
const ENDED: [&str; 11] = [
    "đến hết",
    "hết hạn",
    "hết hiệu",
    "hoàn thành",
    "khánh thành",
    "bàn giao",
    "thông xe",
    "đưa vào",
    "kết thúc",
    "nghiệm thu",
    "cung hiến",
];

/// Words right before the number of what lies between.
#[rustfmt::skip]
const LEADS: [&str; 18] = [
    "sau", "trong", "vòng", "qua", "là", "công", "hiện", "dựng", "hạn", "trị", "đồng", "hơn", "gần", "độ", "dài", "khoảng", "đúng", "tròn",
];

/// Units of time and how many days they have.
const UNITS: [(&str, i64); 4] = [(" ngày", 1), (" tuần", 7), (" tháng", 30), (" năm", 365)];

/// How many sentences before it the day stands that something is so long before.
const BACK: usize = 3;

/// A length of time in a sentence.
struct Lapse {
    range: Range<usize>,
    count: i64,
    days: i64,
}

/// Checks the works of each sentence, and of two that follow one another.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    for (at, sentence) in sentences.iter().enumerate() {
        let next = || works(proof, sentence, sentences.get(at + 1)?);
        let told = || longer_told(proof, &sentences[at.saturating_sub(BACK)..=at]);
        faults.extend(works(proof, sentence, sentence).or_else(next).or_else(told));
        faults.extend(later(proof, &sentences[at.saturating_sub(1)..=at]).or_else(|| terms(proof, sentence)));
        faults.extend(before(proof, &sentences[at.saturating_sub(BACK)..=at]).or_else(|| after(proof, sentence)));
    }
}

/// *khởi công ngày 19/5/2022, sau 2 năm thi công hoàn thành ngày 19/5/2023*: the one length of time between the two.
fn works(proof: &Proof, sentence: &Sentence, next: &Sentence) -> Option<Diagnostic> {
    let mut told = lapses(next);
    let (Some(lapse), None) = (told.next(), told.next()) else { return None };
    took(proof, (sentence, next), &lapse)
}

/// *Cầu do hai nhà thầu thực hiện trong 32 tháng. … Dự án khởi công ngày 01/9/2003 và khánh thành ngày 13/5/2005*: the length of the
/// works told in a sentence before them.
fn longer_told(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    const WORKS: [&str; 6] = ["thi công", "thực hiện", "xây dựng", "hoàn thành", "thời gian", "tiến độ"];
    /// Words of a time that was planned, or not kept.
    #[rustfmt::skip]
    const PLANNED: [&str; 16] = [
        "dự kiến", "kế hoạch", "hợp đồng", "thiết kế", "phải ", "chậm", "vượt", "sớm", "kéo dài", "gia hạn", "sẽ ", "rút ngắn", "quy định",
        "bảo hành", "phê duyệt", "cam kết",
    ];
    let (sentence, earlier) = sentences.split_last()?;
    let plain = |one: &Sentence| !PLANNED.iter().any(|word| one.lower.contains(word));
    let of_works = |one: &&Sentence| {
        let paragraph = !proof.text[one.range.start..sentence.range.start].contains('\n');
        paragraph && plain(one) && WORKS.iter().any(|word| one.lower.contains(word))
    };
    let mut told = earlier.iter().filter(of_works).flat_map(lapses).filter(|lapse| lapse.days >= 30);
    let (Some(lapse), None) = (told.next(), told.next()) else { return None };
    (plain(sentence) && lapses(sentence).next().is_none()).then(|| took(proof, (sentence, sentence), &lapse))?
}

/// The works of two sentences whose beginning and end are not so far apart as is told.
fn took(proof: &Proof, (sentence, next): (&Sentence, &Sentence), lapse: &Lapse) -> Option<Diagnostic> {
    let (begun, ended) = (bound(sentence, &BEGUN, &ENDED), bound(next, &ENDED, &BEGUN));
    let ([(_, begun)], [(_, ended)]) = (&begun[..], &ended[..]) else { return None };
    // What is told as a month or a year leaves its day open; time is counted in full or begun.
    let (first, last) =
        ((begun.first(begun.year?)?, begun.last(begun.year?)?), (ended.first(ended.year?)?, ended.last(ended.year?)?));
    let (least, most) = (last.0.ordinal() - first.1.ordinal(), last.1.ordinal() - first.0.ordinal());
    let days = last.0.ordinal() - first.0.ordinal();
    let (said, slack) = (lapse.count * lapse.days, lapse.days * 7 / 10 + lapse.count * lapse.days / 60);
    (days > 0 && !(least - slack..=most + slack).contains(&said))
        .then(|| told_wrong(proof, (lapse, days), (begun, ended)))
}

/// *Đình dựng năm 1831. Chín mươi mốt năm sau, vào năm 1902, …*: so many years behind a year told before it.
fn later(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    /// The most words of a number.
    const WORDS: usize = 4;
    let (sentence, earlier) = sentences.split_last()?;
    let at = sentence.lower.find(" năm sau")?;
    let head = &sentence.lower[..at];
    let starts = head.rmatch_indices([' ', ',', ';']).map(|(at, _)| at + 1).chain([0]).take(WORDS);
    let spelt = |from: usize| parse_integer(head[from..].trim()).ok().or_else(|| head[from..].trim().parse().ok());
    let (from, count) = starts.filter_map(|from| Some((from, i64::try_from(spelt(from)?).ok()?))).last()?;
    let (start, end) = (sentence.range.start + from, sentence.range.start + at + " năm sau".len());
    let point = sentence.points.iter().find(|point| point.range.start >= end)?;
    let link = sentence.between(end..point.range.start).trim_matches([',', ' ']);
    let near = ["", "vào", "đến", "ngày", "vào ngày", "tháng", "tức", "tức là", "đến ngày"].contains(&link);
    let own = sentence.points.iter().filter(|other| other.range.end <= start);
    let known: Vec<&Point> = earlier.iter().flat_map(|sentence| sentence.points).chain(own).collect();
    let years = |other: &Point| Some(i64::from(point.year?) - i64::from(other.year?));
    let last =
        known.iter().rev().find(|last| years(last).is_some_and(|years| years > 0)).filter(|_| near && count > 1)?;
    known.iter().all(|other| years(other).is_none_or(|years| (years - count).abs() > 1)).then(|| {
        let lapse = Lapse { range: start..end, count, days: 365 };
        let days = point.first(point.year?)?.ordinal() - last.first(last.year?)?.ordinal();
        Some(told_wrong(proof, (&lapse, days), (last, point)))
    })?
}

/// *Ngày 15/6/2023, bà Tư gửi tiền, kỳ hạn 12 tháng, đến hạn ngày 15/5/2024*: a term between the two points of a sentence.
fn terms(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    const TERMS: [&str; 5] = ["thời hạn", "kỳ hạn", "thời gian", "tiến độ", "có giá trị"];
    const UNTIL: [&str; 7] = ["đến hạn", "đáo hạn", "đến hết", "hết hạn", "nghĩa là đến", "tức là đến", "tức đến"];
    let [first, last] = sentence.points else { return None };
    let between = sentence.between(first.range.end..last.range.start);
    let led = TERMS.iter().find_map(|word| between.find(word))?;
    let mut told = lapses(sentence).filter(|lapse| (first.range.end..last.range.start).contains(&lapse.range.start));
    let (Some(lapse), None) = (told.next(), told.next()) else { return None };
    let until = sentence.between(lapse.range.end..last.range.start);
    let plain = lapse.range.start > first.range.end + led && UNTIL.iter().any(|word| until.contains(word));
    let (year, late) = (first.year?, last.year?);
    let days = last.first(late)?.ordinal() - first.first(year)?.ordinal();
    let exact = first.day.is_some() && last.day.is_some();
    let slack = if exact { lapse.count * lapse.days / 40 + 5 } else { lapse.days + 31 };
    (plain && days > 0 && (days - lapse.count * lapse.days).abs() > slack)
        .then(|| told_wrong(proof, (&lapse, days), (first, last)))
}

/// *trước hai tuần, tức là từ ngày 25/8*: so long before a day that was told.
fn before(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    let (sentence, earlier) = sentences.split_last()?;
    let year = proof.day.map_or(2024, Ymd::year);
    let found = lapses(sentence).find_map(|lapse| {
        let lead = sentence.before(lapse.range.start).trim_end();
        let point = sentence.points.iter().find(|point| point.range.start >= lapse.range.end)?;
        let link = sentence.between(lapse.range.end..point.range.start).trim();
        let link = link.strip_suffix("ngày").unwrap_or(link).trim_end();
        let link = link.strip_suffix("từ").unwrap_or(link).trim_end();
        let that_is = matches!(link, ", tức là" | ", tức" | "(tức" | "(tức là" | ", nghĩa là");
        (lead.ends_with("trước") && that_is && lapse.days < 30 && point.months.is_some()).then_some((lapse, point))
    });
    let (lapse, point) = found?;
    let told = point.first(year)?.ordinal();
    let all = earlier.iter().chain([sentence]).flat_map(|sentence| sentence.points);
    let known = all.filter(|other| other.range.end < lapse.range.start && other.day.is_some());
    let off: Vec<(i64, &Point)> =
        known.filter_map(|other| Some((other.first(year)?.ordinal() - told, other))).collect();
    // A day more or less is a way of counting.
    let right = lapse.count * lapse.days;
    let (days, other) = off.iter().filter(|(off, _)| *off > 0).min_by_key(|(off, _)| *off)?;
    (off.iter().all(|(off, _)| (off - right).abs() > 1)).then(|| told_wrong(proof, (&lapse, *days), (point, other)))
}

/// *đạt chuẩn năm 2015, sau 5 năm, đến năm 2025 được công nhận lại*: so many years behind a year of the same sentence.
fn after(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    /// The longest link between the years that have passed and the year, in bytes.
    const LINK: usize = 40;
    let lapse = lapses(sentence).find(|lapse| {
        let lead = sentence.before(lapse.range.start).trim_end();
        ["sau", "sau hơn", "sau gần", "sau đúng"].iter().any(|word| lead.ends_with(word)) && lapse.days == 365
    })?;
    let point = sentence.points.iter().find(|point| point.range.start >= lapse.range.end)?;
    let link = sentence.between(lapse.range.end..point.range.start);
    let near = link.len() <= LINK && !link.contains([';', '.', '(']) && !link.contains("kể từ");
    let years = |other: &Point| Some(i64::from(point.year?) - i64::from(other.year?));
    let known: Vec<&Point> = sentence.points.iter().filter(|other| other.range.end < lapse.range.start).collect();
    let last = known.last().filter(|last| near && years(last).is_some_and(|years| years > 0))?;
    known.iter().all(|other| years(other).is_none_or(|years| (years - lapse.count).abs() > 1)).then(|| {
        let days = point.first(0)?.ordinal() - last.first(0)?.ordinal();
        Some(told_wrong(proof, (&lapse, days), (last, point)))
    })?
}

fn told_wrong(proof: &Proof, (lapse, days): (&Lapse, i64), (first, last): (&Point, &Point)) -> Diagnostic {
    /// From so many days on they are told as months.
    const LONG: i64 = 55;
    /// The longest stretch that is marked, in bytes.
    const FAR: usize = 200;
    let text = proof.plain();
    let (from, to) = if first.range.start < last.range.start { (first, last) } else { (last, first) };
    let whole = from.range.start.min(lapse.range.start)..to.range.end.max(lapse.range.end);
    let range = if whole.len() < FAR { whole } else { lapse.range.clone() };
    let span = format!("{} - {}", &text[first.range.clone()], &text[last.range.clone()]);
    let fault = proof.fault("date-span", range).with("said", &text[lapse.range.clone()]).with("span", span);
    let (id, hint) = ("date-span.months", "date-span.hint.months");
    let (id, hint, right) =
        if days >= LONG { (id, hint, (days + 15) / 30) } else { ("date-span.count", "date-span.hint", days) };
    let mut fault = fault.with("days", right);
    fault.message.id = id;
    fault.hint(Message::new(hint).with("days", right))
}

/// The lengths of time of a sentence, each behind a word that leads to one: *sau 2 năm*, *thời gian thi công 18 tháng*.
fn lapses<'s>(sentence: &'s Sentence) -> impl Iterator<Item = Lapse> + use<'s> {
    UNITS.into_iter().flat_map(move |(unit, days)| {
        seek(sentence.lower, unit).filter_map(move |(at, unit)| {
            let rest = &sentence.lower[at + unit.len()..];
            let head = &sentence.lower[..at];
            let word = head.rsplit([' ', '\u{a0}', '(']).next()?;
            let spelt = || i64::try_from(parse_integer(word).ok()?).ok();
            let count = word.parse().ok().or_else(spelt).filter(|count| (1..=60).contains(count))?;
            let lead = head[..head.len() - word.len()].trim_end();
            let led = lead.ends_with("trước") || LEADS.iter().any(|word| lead.ends_with(word));
            // *tháng 6 năm 2024*, *trong 2 năm 2023 - 2024*
            let bare = !rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
                && !rest.starts_with(char::is_alphanumeric)
                && !rest.starts_with(" đầu")
                && !rest.starts_with(" cuối");
            let start = sentence.range.start + at - word.len();
            (led && bare).then(|| Lapse { range: start..sentence.range.start + at + unit.len(), count, days })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn lengths_between_two_points() {
        for (text, told) in [
            (
                "Cầu khởi công tháng 3/2023, thời gian thi công 24 tháng, hoàn thành tháng 6/2024.",
                Some("tháng 3/2023, thời gian thi công 24 tháng, hoàn thành tháng 6/2024"),
            ),
            ("Cầu khởi công tháng 3/2023, thời gian thi công 15 tháng, hoàn thành tháng 6/2024.", None),
            ("Cầu khởi công ngày 19/5/2022, sau 2 năm thi công, hoàn thành ngày 19/5/2024.", None),
            (
                "Cầu do hai nhà thầu thực hiện trong vòng 32 tháng. Cầu khởi công ngày 01/9/2003 và khánh thành ngày 13/5/2005.",
                Some("32 tháng. Cầu khởi công ngày 01/9/2003 và khánh thành ngày 13/5/2005"),
            ),
            (
                "Cầu do hai nhà thầu thực hiện trong vòng 32 tháng. Cầu khởi công ngày 01/9/2002 và khánh thành ngày 13/5/2005.",
                None,
            ),
            (
                "Theo thiết kế, cầu xây dựng trong 32 tháng. Cầu khởi công ngày 01/9/2003 và khánh thành ngày 13/5/2005.",
                None,
            ),
            (
                "Hợp đồng ký ngày 10/3/2024, có giá trị 12 tháng, đến hết ngày 09/3/2026.",
                Some("10/3/2024, có giá trị 12 tháng, đến hết ngày 09/3/2026"),
            ),
            (
                "Cầu khởi công ngày 19/5/2022, sau 2 năm thi công, hoàn thành ngày 19/5/2023.",
                Some("19/5/2022, sau 2 năm thi công, hoàn thành ngày 19/5/2023"),
            ),
            (
                "Năm 2003, thôn khởi công đình làng. Sau 10 năm thi công, năm 2018 đình được khánh thành.",
                Some("Năm 2003, thôn khởi công đình làng. Sau 10 năm thi công, năm 2018"),
            ),
            ("Năm 2003, thôn khởi công đình làng. Sau 15 năm thi công, năm 2018 đình được khánh thành.", None),
            (
                "Đình dựng năm 1831. Chín mươi mốt năm sau, vào năm 1902, dân thay mái.",
                Some("năm 1831. Chín mươi mốt năm sau, vào năm 1902"),
            ),
            ("Đình dựng năm 1831. Bảy mươi mốt năm sau, vào năm 1902, dân thay mái.", None),
            (
                "Ngày 15/6/2023, bà Tư gửi tiền, kỳ hạn 12 tháng, đến hạn ngày 15/5/2024.",
                Some("15/6/2023, bà Tư gửi tiền, kỳ hạn 12 tháng, đến hạn ngày 15/5/2024"),
            ),
            ("Ngày 15/6/2023, bà Tư gửi tiền, kỳ hạn 12 tháng, đến hạn ngày 15/6/2024.", None),
            (
                "Trạm khởi công tháng 3/2022, thời gian thi công theo hợp đồng 18 tháng, nghĩa là đến tháng 9/2024 phải xong.",
                Some("tháng 3/2022, thời gian thi công theo hợp đồng 18 tháng, nghĩa là đến tháng 9/2024"),
            ),
            (
                "Xã đạt chuẩn năm 2015, sau 5 năm, đến năm 2025 được công nhận lại.",
                Some("năm 2015, sau 5 năm, đến năm 2025"),
            ),
            ("Xã đạt chuẩn năm 2015, sau 5 năm, đến năm 2020 được công nhận lại.", None),
            ("Xã đạt chuẩn năm 2010, nâng cao năm 2015, sau 10 năm, đến năm 2020 được công nhận lại.", None),
            ("Trường khai giảng ngày 5/9. Lớp 1 đến trường trước hai tuần, tức là từ ngày 22/8.", None),
            (
                "Trường khai giảng ngày 5/9. Lớp 1 đến trường trước hai tuần, tức là từ ngày 25/8.",
                Some("5/9. Lớp 1 đến trường trước hai tuần, tức là từ ngày 25/8"),
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
