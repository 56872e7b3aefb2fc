//! Numbers of national congresses and terms — *Đại hội lần thứ XIII của Đảng, nhiệm kỳ 2021 - 2026; Trung ương khóa XII (tháng
//! 10/2018); Quốc hội khóa XV*: each number has its years, its days, and is not still to come when it is over.

use std::ops::Range;

use super::Sentence;
use crate::check::proof::Proof;
use crate::check::spans::two_years;
use crate::diag::{Diagnostic, Message};
use crate::viet::congress::{self, Body, Term};
use crate::viet::date::{Padding, Ymd};
use crate::viet::roman;

/// Words right before a number.
const LEADS: [&str; 6] = ["khóa ", "khoá ", "lần thứ ", "đại hội ", "đảng ", "quốc hội "];

/// How far around a number its body and its days are looked for, in bytes.
const FAR: usize = 170;

/// Words of a congress that is still to come, each with how many days it may be over.
const AHEAD: [(&str, i64); 9] = [
    ("chào mừng", 400),
    ("hướng tới", 60),
    ("tiến tới", 60),
    ("trình đại hội", 60),
    ("trình tại đại", 60),
    ("dự thảo", 90),
    ("góp ý", 90),
    ("ý kiến", 90),
    ("lập thành tích", 60),
];

/// How many days before its first day a term may be told of: it is elected, its congress prepared.
const EARLY: i64 = 400;

/// A number of a term in a sentence.
struct Told {
    range: Range<usize>,
    number: u32,
    body: Body,
}

/// Checks the numbers of each sentence.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    for sentence in sentences {
        for told in numbers(proof, sentence) {
            let Some(term) = congress::term(told.body, told.number) else { continue };
            let checks = [of_years, of_day, to_come, not_yet];
            faults.extend(checks.iter().find_map(|check| check(proof, sentence, (&told, term))));
        }
    }
}

/// The numbers of a sentence whose body is told.
fn numbers(proof: &Proof, sentence: &Sentence) -> Vec<Told> {
    let leads = LEADS.iter().flat_map(|lead| sentence.lower.match_indices(lead));
    let mut found: Vec<Told> = leads
        .filter_map(|(at, lead)| {
            let from = sentence.range.start + at + lead.len();
            let own = &proof.text[from..sentence.range.end];
            let length = own.bytes().take_while(|byte| b"XVI".contains(byte)).count();
            let whole = !own[length..].starts_with(char::is_alphanumeric);
            let number = roman::value(&own[..length]).filter(|_| whole)?;
            let body = body(sentence, sentence.range.start + at, (lead, from + length))?;
            Some(Told { range: sentence.range.start + at..from + length, number, body })
        })
        .collect();
    found.sort_by_key(|told| told.range.start);
    found.dedup_by_key(|told| told.range.end);
    found
}

/// Whose a number is: *Đại hội lần thứ XIII của Đảng*, *Ban Chấp hành Trung ương khóa XII*, *Quốc hội khóa XV*.
fn body(sentence: &Sentence, start: usize, (lead, end): (&str, usize)) -> Option<Body> {
    let head = sentence.before(start);
    let head = head[head.ceil_char_boundary(head.len().saturating_sub(FAR))..].trim_end_matches([' ', ',', '(']);
    let behind = sentence.behind(end);
    let of_party = behind.strip_prefix(" của đảng").or(behind.strip_prefix(" đảng")).is_some_and(|rest| {
        let rest = rest.trim_start();
        !["bộ", "ủy", "uỷ", "đoàn"].iter().any(|word| rest.starts_with(word))
    });
    let congress = lead == "đại hội " || head.ends_with("đại hội") || head.ends_with("toàn quốc") || lead == "đảng ";
    let term = lead.starts_with("kh");
    let committee = ["hành trung ương", "trung ương đảng", "bch trung ương", "bchtw", "bchtw đảng", "bch tw"];
    if (of_party && (congress || term)) || (term && committee.iter().any(|word| head.ends_with(word))) {
        return Some(Body::Party);
    }
    // *Hội nghị Trung ương 8 khóa XIII*
    let numbered = head.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    if term && numbered.len() < head.len() && numbered.ends_with("trung ương") {
        return Some(Body::Party);
    }
    if congress && ["đảng toàn quốc", "đại hội đảng"].iter().any(|word| head.ends_with(word))
        || lead == "đảng " && head.ends_with("đại hội")
    {
        return Some(Body::Party);
    }
    let session = head.rsplit(", ").next().unwrap_or_default();
    if lead == "quốc hội " || (term && (session.ends_with("quốc hội") || head.ends_with("quốc hội"))) {
        return Some(Body::Assembly);
    }
    let (_, body) = congress::CALLED.iter().find(|(name, _)| head.ends_with(name))?;
    let whole = *body == Body::Union || ["toàn quốc", "trung ương"].iter().any(|word| head.contains(word));
    whole.then_some(*body)
}

/// *lần thứ XIII, nhiệm kỳ 2016 - 2021*, *khóa XV (2016 - 2021)*: the years of another number.
fn of_years(proof: &Proof, sentence: &Sentence, (told, term): (&Told, &Term)) -> Option<Diagnostic> {
    let behind = sentence.behind(told.range.end);
    let rest = behind.strip_prefix(" của đảng").or(behind.strip_prefix(" đảng")).unwrap_or(behind);
    let rest = rest.trim_start_matches([',', ' ', '(']);
    let spelt = rest.strip_prefix("nhiệm kỳ ");
    // The years behind *nhiệm kỳ* of an assembly are those of its councils too, which have a rule of their own.
    let own = if told.body == Body::Assembly { Some(rest).filter(|_| spelt.is_none()) } else { spelt.or(Some(rest)) };
    let (first, last, after) = two_years(own?)?;
    let end = sentence.range.end - after.len();
    // The Party counts its plans by the years before: *nhiệm kỳ 2020 - 2025*.
    let plans = told.body == Body::Party && (first + 1, last + 1) == term.years;
    let wrong = first != term.years.0 && last != term.years.1 && last > first && !plans;
    wrong.then(|| {
        fault(proof, told.range.start..end, told, "term-years.national")
            .with("years", format!("{} - {}", term.years.0, term.years.1))
            .hint_id("term-years.hint.numbered")
    })
}

/// *Nghị quyết … ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XI*, *Trung ương khóa XII (tháng 10/2023)*: a day of
/// another term.
fn of_day(proof: &Proof, sentence: &Sentence, (told, _): (&Told, &Term)) -> Option<Diagnostic> {
    const SLACK: i64 = 12;
    let before = sentence.points.iter().rfind(|point| point.range.end <= told.range.start).filter(|point| {
        let between = sentence.between(point.range.end..told.range.start);
        // Of a congress it is the day of a paper that carries it out.
        let term = sentence.between(told.range.clone()).starts_with("kh");
        term && between.starts_with(" của ") && between.len() < 90 && !between.contains([',', ';', '('])
    });
    let behind = sentence.points.iter().find(|point| point.range.start >= told.range.end).filter(|point| {
        let between = sentence.between(told.range.end..point.range.start);
        let held = ["khai mạc", "bế mạc", "thông qua", "diễn ra"].iter().any(|word| between.contains(word));
        let session =
            told.body == Body::Assembly && held && sentence.lower.contains("kỳ họp") && !between.contains([';', '.']);
        matches!(between.trim(), "(" | "(ngày" | "đảng (" | "đảng (ngày") || (session && between.len() < 120)
    });
    let point = before.or(behind).filter(|point| point.months.is_some())?;
    let (first, last) = (point.first(point.year?)?, point.last(point.year?)?);
    let right = congress::on(told.body, first.plus(SLACK)?)?;
    let also = congress::on(told.body, last.plus(-SLACK)?)?;
    (right.number != told.number && also.number != told.number).then(|| {
        let day = proof.plain()[point.range.clone()].to_owned();
        let range = told.range.start.min(point.range.start)..told.range.end.max(point.range.end);
        let range = if range.len() < FAR { range } else { told.range.clone() };
        mended(fault(proof, range, told, "term-years.day").with("day", day), right)
    })
}

/// *góp ý dự thảo văn kiện Đại hội XIII của Đảng* long after that congress.
fn to_come(proof: &Proof, sentence: &Sentence, (told, term): (&Told, &Term)) -> Option<Diagnostic> {
    const NEAR: usize = 110;
    let day = own_day(proof, sentence).filter(|_| told.body == Body::Party)?;
    let head = sentence.before(told.range.end);
    let head = &head[head.ceil_char_boundary(head.len().saturating_sub(NEAR))..];
    let head = head.rsplit([';', ':']).next()?;
    let (at, days) = AHEAD.iter().filter_map(|(word, days)| Some((head.rfind(word)?, *days))).max()?;
    let done = ["thực hiện", "kết quả", "học tập", "quán triệt", "đã ", "thành công"]
        .iter()
        .any(|word| head[at..].contains(word));
    let over = day.ordinal() - term.begun?.ordinal();
    let right = congress::on(told.body, day).and_then(|now| congress::term(told.body, now.number + 1))?;
    (!done && over > days && right.number > told.number).then(|| {
        let fault = fault(proof, told.range.clone(), told, "term-years.over").with("day", day.numeric(Padding::Padded));
        mended(fault, right)
    })
}

/// *kỳ họp thứ 6, Quốc hội khóa XIII* in a text of 2009: a session of a term that has not begun.
fn not_yet(proof: &Proof, sentence: &Sentence, (told, term): (&Told, &Term)) -> Option<Diagnostic> {
    // A text that looks back knows what has come since.
    let day = own_day(proof, sentence)?.max(proof.day.filter(|_| proof.dated)?);
    let head = sentence.before(told.range.start);
    let session = head.rfind("kỳ họp").is_some_and(|at| head.len() - at < 60) || told.body == Body::Party;
    let early = term.begun?.ordinal() - day.ordinal();
    let now = congress::on(told.body, day)?;
    (session && early > if told.body == Body::Party { 6 * EARLY } else { EARLY }).then(|| {
        let fault =
            fault(proof, told.range.clone(), told, "term-years.early").with("day", day.numeric(Padding::Padded));
        mended(fault, now)
    })
}

/// The day of a sentence, else that of the text.
fn own_day(proof: &Proof, sentence: &Sentence) -> Option<Ymd> {
    let own = sentence.points.iter().filter_map(|point| point.last(point.year?)).max();
    own.or(proof.day.filter(|_| proof.dated))
}

fn fault(proof: &Proof, range: Range<usize>, told: &Told, id: &'static str) -> Diagnostic {
    let number = roman::numeral(told.number).unwrap_or_default();
    let mut fault = proof.fault("term-years", range).with("number", number);
    fault.message.id = id;
    fault
}

fn mended(fault: Diagnostic, right: &Term) -> Diagnostic {
    fault.hint(Message::new("term-years.hint.national").with("right", roman::numeral(right.number).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn numbers_of_terms() {
        for (text, told) in [
            (
                "Nghị quyết Đại hội lần thứ XIII của Đảng, nhiệm kỳ 2016 - 2021 nêu rõ",
                Some("lần thứ XIII của Đảng, nhiệm kỳ 2016 - 2021"),
            ),
            ("Nghị quyết Đại hội lần thứ XIII của Đảng, nhiệm kỳ 2021 - 2026 nêu rõ", None),
            ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIII, nhiệm kỳ 2005 - 2010 nêu rõ", None),
            (
                "Đại hội Công đoàn Việt Nam lần thứ XIII, nhiệm kỳ 2018 - 2023",
                Some("lần thứ XIII, nhiệm kỳ 2018 - 2023"),
            ),
            ("Đại hội Công đoàn tỉnh lần thứ XIII, nhiệm kỳ 2008 - 2013", None),
            ("đại biểu Quốc hội khóa XV (2016 - 2021)", Some("khóa XV (2016 - 2021")),
            (
                "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XI",
                Some("25/10/2017 của Ban Chấp hành Trung ương khóa XI"),
            ),
            ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XII", None),
            ("Kỳ họp thứ 10, Quốc hội khóa XIV khai mạc ngày 20/10/2025", Some("khóa XIV khai mạc ngày 20/10/2025")),
            ("Kỳ họp thứ 10, Quốc hội khóa XV khai mạc ngày 20/10/2025", None),
            ("Ngày 15/10/2025, phường họp góp ý dự thảo văn kiện trình Đại hội XIII của Đảng", Some("Đại hội XIII")),
            ("Ngày 15/10/2025, phường họp góp ý dự thảo văn kiện trình Đại hội XIV của Đảng", None),
            ("Ngày 15/10/2025, phường họp về việc thực hiện Nghị quyết Đại hội XIII của Đảng", None),
            ("Ngày 19/11/2009, xã nghe kết quả kỳ họp thứ 6, Quốc hội khóa XIII", Some("khóa XIII")),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
