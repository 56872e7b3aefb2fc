//! What speaks for a slip in a point that stands out of its row, and what against it.

use std::collections::BTreeSet;

use super::row::{Told, opens};
use super::slip::{self, Slip};
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

/// Words that sentences of any two things share.
#[rustfmt::skip]
const COMMON: [&str; 40] = [
    "ngày", "tháng", "năm", "đến", "trong", "các", "của", "với", "được", "cho", "tại", "vào", "giờ", "phút", "sáng", "chiều", "tối", "trưa", "đêm",
    "theo", "trước", "sau", "những", "một", "này", "khi", "từ", "và", "là", "đã", "sẽ", "người", "việc", "trên", "khoảng", "cùng", "tổ", "chức",
    "như", "còn",
];

/// So many days are a narrow gap.
const NARROW: i64 = 31;

/// A point among those around it, and the neighbour that it is on the wrong side of.
pub(super) struct Place<'r, 'p> {
    pub(super) row: &'r [Told<'p>],
    pub(super) at: usize,
    pub(super) other: usize,
}

impl Place<'_, '_> {
    /// Whether the two may be of one thing: their sentences share a word, or one goes on with the other, and both bound or both do not.
    pub(super) fn is_of_one_thing(&self) -> bool {
        let (own, other) = (&self.row[self.at], &self.row[self.other]);
        let joined = own.sentence == other.sentence || in_common(own.words, other.words) > 0;
        let later = &self.row[self.at.max(self.other)];
        let goes_on = goes_on(later.head) || opens(own.head) && opens(other.head);
        let bounds = is_deadline(own.head) == is_deadline(other.head) || own.sentence == other.sentence;
        (joined || goes_on) && bounds
    }

    /// What stands around it.
    pub(super) fn signs(&self, proof: &Proof) -> Vec<Sign> {
        let mut signs = [self.of_row(), self.of_slip(), self.of_words(proof)].concat();
        signs.push(("always", 1.0));
        signs.retain(|(_, strength)| *strength != 0.0);
        signs
    }

    fn rest(&self) -> impl Iterator<Item = &Told<'_>> {
        self.row.iter().enumerate().filter(|(place, _)| *place != self.at).map(|(_, one)| one)
    }

    /// How the others go on.
    fn of_row(&self) -> Vec<Sign> {
        let (own, row) = (&self.row[self.at], self.row);
        let rest: Vec<&Told> = self.rest().collect();
        let rises = rest.windows(2).filter(|pair| is_later(&pair[1].point, &pair[0].point)).count();
        let ends = self.at.checked_sub(1).zip(row.get(self.at + 1));
        let between = ends.and_then(|(before, next)| days(&row[before].point, &next.point));
        vec![
            ("others go on", (1.0 + rises as f32).ln()),
            ("two go on", flag(rises > 1)),
            ("three go on", flag(rises > 2)),
            ("inside", flag(self.at > 0 && self.at + 1 < row.len())),
            ("at the beginning", flag(self.other == 0 || self.at == 0)),
            ("a peak", flag(self.other > self.at)),
            ("narrow", flag(between.is_some_and(|days| days <= NARROW))),
            ("wide", flag(between.is_some_and(|days| days > 12 * NARROW))),
            ("its sentence has one", flag(rest.iter().all(|one| one.sentence != own.sentence))),
            ("sentences between", (own.sentence.abs_diff(row[self.other].sentence) as f32).min(4.0)),
            ("a new paragraph", flag(own.paragraph != row[self.other].paragraph)),
            ("all open", flag(opens(own.head) && rest.iter().all(|one| opens(one.head)))),
            ("not as exact", flag(!own.point.is_as_exact_as(&row[self.other].point))),
        ]
    }

    /// The slip that would explain it.
    fn of_slip(&self) -> Vec<Sign> {
        let (own, row) = (&self.row[self.at].point, self.row);
        let around =
            (self.at.checked_sub(1).map(|before| &row[before].point), row.get(self.at + 1).map(|next| &next.point));
        let mend = slip::mend(own, around);
        let is = |wanted: Slip| mend.as_ref().is_some_and(|mend| mend.slip == wanted);
        vec![
            ("turned", flag(is(Slip::Turned))),
            ("another day", flag(is(Slip::Day))),
            ("another month", flag(is(Slip::Month))),
            ("another year", flag(is(Slip::Year))),
            ("near when mended", flag(mend.is_some_and(|mend| mend.off <= NARROW))),
            ("no day", flag(own.day.is_none())),
            ("a year is told", flag(own.year.is_some())),
        ]
    }

    /// The words and marks around it.
    fn of_words(&self, proof: &Proof) -> Vec<Sign> {
        let (own, other, text) = (&self.row[self.at], &self.row[self.other], proof.plain());
        let ends = [&own.point.range, &other.point.range];
        let (first, last) = (ends[0].start.min(ends[1].start), ends[0].end.max(ends[1].end));
        let shape = |one: &Told| shape(&text[one.point.range.clone()]);
        let alike = self.rest().filter(|one| shape(one) == shape(own)).count();
        let lead = tail(own.head);
        vec![
            ("then between", flag(THEN.iter().any(|word| proof.lower()[first..last].contains(word)))),
            ("goes on", flag(goes_on(own.head))),
            ("looks back", flag(PAST.iter().any(|word| own.head.contains(word)))),
            ("opens", flag(opens(own.head))),
            ("of a thing", flag(of_a_thing(own.head))),
            ("an hour", flag(is_of_hour(own.head))),
            ("of one shape", alike as f32 / self.row.len() as f32),
            ("led alike", flag(!lead.is_empty() && self.rest().any(|one| tail(one.head) == lead))),
            ("a bracket", flag(own.head.trim_end().ends_with('('))),
            // *thời hạn đến ngày 3/3*: what comes next need not wait for it.
            ("behind a deadline", flag(is_deadline(self.row[self.at.min(self.other)].head))),
        ]
    }
}

/// Whether a clause tells what comes next.
fn goes_on(head: &str) -> bool {
    NEXT.iter().any(|word| clause(head).trim_start().starts_with(word))
}

fn flag(yes: impl Into<u8>) -> f32 {
    f32::from(yes.into())
}

/// How many words of things two sentences share.
fn in_common(one: &str, other: &str) -> usize {
    let words = |text: &'_ str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
        words.filter(|word| !COMMON.contains(word)).map(str::to_owned).collect()
    };
    words(one).intersection(&words(other)).count()
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
    ["trước", "hết", "hạn", "hạn đến", "nhất", "nhất là"].iter().any(|word| lead.ends_with(word))
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
