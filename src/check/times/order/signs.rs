//! What speaks for a slip in a point that stands out of its row, and what against it.

use super::row::{Told, opens};
use super::slip::{Mend, Slip};
use crate::check::proof::Proof;
use crate::check::times::is_later;
use crate::viet::date::Point;

/// A sign with its strength: 1 where it is there, else the logarithm of a count.
pub(super) type Sign = (&'static str, f32);

/// Words that open a clause of what comes next.
#[rustfmt::skip]
const NEXT: [&str; 18] = [
    "đến", "tới", "sau đó", "tiếp đó", "tiếp theo", "rồi", "kế đó", "cuối cùng", "kết thúc", "hôm sau", "bế mạc", "ngay sau", "sau khi", "trao giải",
    "trận chung kết", "tiếp tục", "và ", "chậm nhất",
];

/// Words between what comes first and what comes next.
const THEN: [&str; 6] = ["sau đó", "tiếp đó", ", rồi ", "tiếp theo", "kế đó", "đến nay"];

/// Words of what was before.
#[rustfmt::skip]
const PAST: [&str; 16] = [
    "từng", "trước ", "theo ", "căn cứ", "kể từ", "lần đầu", "vừa qua", "ngay từ", "trích", "nguyên ", "vốn ", "từ năm", "là con", "được thành lập",
    "cũng ", "hồi ",
];

/// Words that may stand between *ngày* and the words of a clause.
#[rustfmt::skip]
const TIMES: [&str; 22] = [
    "vào", "từ", "đến", "trước", "sau", "hết", "lúc", "giờ", "phút", "sáng", "chiều", "tối", "trưa", "đêm", "và", "trong", "khoảng", "cuối", "đầu",
    "giữa", "ngày", "nay",
];

/// So many days are a narrow gap.
const NARROW: i64 = 31;

/// The signs around a break: one point, and the neighbour that it is on the wrong side of.
pub(super) fn around(proof: &Proof, row: &[Told], (at, other): (usize, usize), mend: Option<&Mend>) -> Vec<Sign> {
    let own = &row[at];
    let near = at.saturating_sub(super::REACH)..row.len().min(at + super::REACH + 1);
    let rest: Vec<&Told> = near.filter(|place| *place != at).map(|place| &row[place]).collect();
    let rises = rest.windows(2).filter(|pair| is_later(&pair[1].point, &pair[0].point)).count();
    let falls = (1..row.len()).filter(|at| is_later(&row[at - 1].point, &row[*at].point)).count();
    let between =
        at.checked_sub(1).zip(row.get(at + 1)).and_then(|(before, next)| days(&row[before].point, &next.point));
    let slip = |wanted: Slip| mend.is_some_and(|mend| mend.slip == wanted);
    let (head, text) = (own.head, proof.plain());
    let clause = clause(head);
    let shape = |one: &Told| shape(&text[one.point.range.clone()]);
    let alike = rest.iter().filter(|one| shape(one) == shape(own)).count();
    let lead = tail(head);
    let led_alike = rest.iter().any(|one| tail(one.head) == lead && !lead.is_empty());
    let ends = [&own.point.range, &row[other].point.range];
    let (first, last) = (ends[0].start.min(ends[1].start), ends[0].end.max(ends[1].end));
    let mut signs = vec![
        ("always", 1.0),
        ("others go on", (1.0 + rises as f32).ln()),
        ("two go on", flag(rises > 1)),
        ("three go on", flag(rises > 2)),
        ("other falls", (falls as f32).ln()),
        ("inside", flag(at > 0 && at + 1 < row.len())),
        ("then between", flag(THEN.iter().any(|word| proof.lower()[first..last].contains(word)))),
        // *Ngày 23/9, … đang tạm giữ L. Theo điều tra, khoảng 22 giờ ngày 21/9*: news begins with its end.
        ("behind the lead", flag(other == 0 || at == 0)),
        ("a new paragraph", flag(text[first..last].contains('\n'))),
        ("a peak", flag(other > at)),
        ("narrow", flag(between.is_some_and(|days| days <= NARROW))),
        ("wide", flag(between.is_some_and(|days| days > 12 * NARROW))),
        ("turned", flag(slip(Slip::Turned))),
        ("another day", flag(slip(Slip::Day))),
        ("another month", flag(slip(Slip::Month))),
        ("another year", flag(slip(Slip::Year))),
        ("near when mended", flag(mend.is_some_and(|mend| mend.off <= NARROW))),
        ("goes on", flag(NEXT.iter().any(|word| clause.trim_start().starts_with(word)))),
        ("looks back", flag(PAST.iter().any(|word| head.contains(word)))),
        ("opens", flag(opens(head))),
        ("all open", flag(opens(head) && rest.iter().all(|one| opens(one.head)))),
        ("of a thing", flag(of_a_thing(head))),
        ("an hour", flag(is_of_hour(head))),
        ("of one shape", alike as f32 / rest.len().max(1) as f32),
        ("numbered lines", flag(is_numbered(text, own) && is_numbered(text, &row[other]))),
        ("led alike", flag(led_alike)),
        ("a bracket", flag(head.trim_end().ends_with('('))),
        ("its sentence has one", flag(rest.iter().all(|one| one.sentence != own.sentence))),
        ("sentences between", (own.sentence.abs_diff(row[other].sentence) as f32).min(4.0)),
        ("not as exact", flag(!own.point.is_as_exact_as(&row[other].point))),
        // *thời hạn đến ngày 3/3*: what comes next need not wait for it.
        ("behind a deadline", flag(is_deadline(row[at.min(other)].head))),
        ("no day", flag(own.point.day.is_none())),
        ("a year is told", flag(own.point.year.is_some())),
    ];
    signs.retain(|(_, strength)| *strength != 0.0);
    signs
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

/// The days from one point to another.
fn days(one: &Point, other: &Point) -> Option<i64> {
    let year = one.year.or(other.year).unwrap_or(2024);
    Some(other.first(year)?.ordinal() - one.first(year)?.ordinal())
}

/// The last clause of some words.
fn clause(head: &str) -> &str {
    head.rsplit([',', ';', '.', ':', '(', '\n']).next().unwrap_or_default()
}

/// The last two words before a point.
fn tail(head: &str) -> &str {
    let head = head.trim_end();
    head.rmatch_indices(' ').nth(1).map_or(head, |(at, _)| &head[at + 1..])
}

/// *hội nghị ngày 18/6*: no word of time leads the point.
fn of_a_thing(head: &str) -> bool {
    let clause = clause(head);
    let mut words =
        clause.split_whitespace().rev().filter(|word| *word != "ngày" && *word != "năm" && *word != "tháng");
    words.next().is_some_and(|word| !TIMES.contains(&word) && !word.starts_with(|c: char| c.is_ascii_digit()))
}

/// *trước ngày 15/6*, *đến hết ngày 3/3*: a point up to which something is to be done.
fn is_deadline(head: &str) -> bool {
    let lead = head.trim_end().trim_end_matches("ngày").trim_end();
    ["trước", "hết", "đến", "hạn", "nhất"].iter().any(|word| lead.ends_with(word))
}

/// *4. Xét tuyển đợt cuối: từ …*: the line of a point begins with a number.
fn is_numbered(text: &str, one: &Told) -> bool {
    let line = text[..one.point.range.start].rsplit('\n').next().unwrap_or_default().trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && line[digits..].starts_with(['.', ')', '/'])
}

/// *10 giờ ngày 12/7*: an hour leads the point.
fn is_of_hour(head: &str) -> bool {
    let lead = head.trim_end().trim_end_matches("ngày").trim_end_matches([' ', ',']);
    ["giờ", "phút", "h"].iter().any(|unit| lead.ends_with(unit))
}

/// A text with all its figures alike: *9/9/9999*.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.chars() {
        let c = if c.is_ascii_digit() { '9' } else { c };
        if !(c == '9' && shape.ends_with('9')) {
            shape.push(c);
        }
    }
    shape
}
