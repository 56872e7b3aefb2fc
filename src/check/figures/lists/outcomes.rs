//! Outcomes that leave no other, each told as a share of one whole — *30/63 tỉnh tăng; 20/63 tỉnh giảm; 23/63 tỉnh giữ nguyên* — and what
//! is the same for some of many and for the rest of them: *4 xã, mỗi xã 10 suất; các xã còn lại, mỗi xã 5 suất*.

use std::ops::Range;

use crate::check::figures::judge::Terms;
use crate::check::figures::mention::Mention;
use crate::check::figures::{NEAR, Reading};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Words of outcomes, of which each thing has one; the first row that the words hold is meant.
const OUTCOMES: [&[&[&str]]; 3] = [
    &[&["cao hơn", "trên mức", "vượt mức"], &["thấp hơn", "dưới mức"], &["giảm"]],
    &[&["giữ nguyên", "không đổi", "không thay đổi", "đi ngang"], &["giảm"], &["tăng"]],
    &[&["chưa "], &["đang "], &["đã ", "hoàn thành"]],
];

/// How many outcomes there are before their sum is looked at.
const LEAST: usize = 3;

impl Reading<'_> {
    /// Shares of one whole, one for each outcome, that make up more than it.
    pub(in crate::check::figures) fn outcomes(&self) -> Option<Diagnostic> {
        let first = self.own.clone().find(|at| self.figures[*at].of.is_some())?;
        let (kind, whole) = (&self.figures[first].kind, self.figures[first].of?);
        let same = |at: &usize| self.figures[*at].kind == *kind && self.figures[*at].of == Some(whole);
        let shares: Vec<usize> = (first..self.figures.len().min(first + NEAR)).filter(same).collect();
        let told = OUTCOMES.iter().find_map(|rows| self.by_outcome(&shares, rows))?;
        let last = *told.last().filter(|_| told.len() == LEAST && told[0] == first)?;
        let sum = told.iter().try_fold(Decimal::default(), |sum, at| sum.checked_add(self.figures[*at].size))?;
        let off = sum.checked_sub(whole).filter(|off| off.mantissa > 0)?;
        let unit = Mention { of: None, ..self.figures[first].clone() };
        let terms: Vec<String> = told.iter().map(|at| self.figures[*at].value.to_string()).collect();
        let place = self.figures[first].range.start..self.figures[last].range.end;
        let fault = self.proof.fault("prose-sum", self.place(&place)).with("told", unit.shown_as(unit.in_unit(whole)));
        let fault = fault.with("terms", terms.join(" + ")).with("sum", unit.shown_as(unit.in_unit(sum)));
        Some(fault.hint(Message::new("prose-sum.hint").with("difference", unit.shown_as(unit.in_unit(off)))))
    }

    /// The shares in order, if each has an outcome of its own.
    fn by_outcome(&self, shares: &[usize], rows: &[&[&str]]) -> Option<Vec<usize>> {
        let outcome = |at: &usize| {
            let words = self.clause_behind(*at);
            rows.iter().position(|row| row.iter().any(|word| words.contains(word)))
        };
        let mut seen: Vec<usize> = Vec::new();
        for at in shares {
            let row = outcome(at).filter(|row| !seen.contains(row))?;
            seen.push(row);
        }
        (seen.len() == rows.len()).then(|| shares.to_vec())
    }

    /// The words behind a figure, in small letters, to the end of its clause.
    fn clause_behind(&self, at: usize) -> String {
        let next = self.figures.get(at + 1).map_or(self.text.len(), |next| next.range.start);
        let words = self.text.get(self.figures[at].range.end..next).unwrap_or_default();
        let end = words.find([',', ';', '(', '\n']).unwrap_or(words.len());
        words[..end].split(". ").next().unwrap_or_default().to_lowercase()
    }

    /// *80 suất tại 10 huyện: các huyện A, B, C và D, mỗi huyện 10 suất; các huyện còn lại, mỗi huyện 5 suất*.
    pub(in crate::check::figures) fn shared_out(&self) -> Option<Diagnostic> {
        let rest = self
            .own
            .clone()
            .find(|at| self.lead(*at).split_once("còn lại").is_some_and(|(_, behind)| behind.contains("mỗi ")))?;
        let first = rest.checked_sub(1).filter(|first| self.before(*first).contains("mỗi "))?;
        let noun = self.before(rest).rsplit_once("mỗi ")?.1.split(' ').next()?.to_owned();
        let head = self.before(first).rsplit_once("mỗi ")?.0;
        let counts = |at: &usize| self.figures[*at].kind == noun && self.figures[*at].of.is_none();
        // *4 xã, mỗi xã 10 suất*, or their names.
        let few = first.checked_sub(1).filter(|few| *few >= self.own.start && counts(few));
        let some = few.map(|few| self.figures[few].size).or_else(|| named(head, &noun))?;
        let from = few.unwrap_or(first);
        let all = (from.saturating_sub(NEAR)..from).rev().find(counts)?;
        let kin = |at: &usize| self.figures[*at].is_kin(&self.figures[rest]) && !self.figures[*at].rough;
        let total = (all.saturating_sub(NEAR)..from).rev().filter(|at| *at != all).find(kin)?;
        let near = self.sentences_back(total) <= 1 && self.sentences_back(all) <= 1;
        let others = self.figures[all].size.checked_sub(some).filter(|others| others.mantissa > 0 && near)?;
        let (one, other) = (self.figures[first].size.rescaled(0)?, self.figures[rest].size.rescaled(0)?);
        let times = |a: Decimal, b: Decimal| a.rescaled(0)?.mantissa.checked_mul(b.mantissa);
        let sum = Decimal::whole(times(some, one)?.checked_add(times(others, other)?)?);
        (sum != self.figures[total].size).then_some(())?;
        let terms = [format!("{some} × {one}"), format!("{others} × {other}")].join(" + ");
        let place = self.figures[first].range.start.max(self.within.start)..self.figures[rest].range.end;
        Some(self.tell(total, &Terms::Product(terms, place), self.figures[total].in_unit(sum)))
    }

    /// *04 năm, được trừ 1 tháng, thời gian còn lại là 37 tháng*.
    pub(in crate::check::figures) fn terms_left(&self) -> Option<Diagnostic> {
        let sentence = &self.text[self.within.clone()];
        let spans = lengths(sentence);
        let place = spans.windows(LEAST).find_map(|spans| {
            let [whole, less, rest] = spans else { return None };
            let between = |a: &Length, b: &Length| sentence[a.range.end..b.range.start].to_lowercase();
            let taken = between(whole, less).contains("trừ");
            let left = between(less, rest);
            let told = ["còn lại", "còn phải", "còn"]
                .iter()
                .any(|word| left.trim_end().trim_end_matches(" là").ends_with(word));
            let plain = !left.contains(". ") && rest.months < whole.months;
            (taken && told && plain && whole.months - less.months != rest.months).then_some((whole, less, rest))
        });
        let (whole, less, rest) = place?;
        let (right, told) = (whole.months - less.months, rest.months);
        let start = self.within.start;
        let place = start + rest.range.start..start + rest.range.end;
        let months = |count: i128| format!("{count} tháng");
        let fault = self.proof.fault("prose-sum", self.place(&place)).with("told", months(told));
        let fault = fault.with("terms", format!("{} - {}", whole.months, less.months)).with("sum", months(right));
        Some(fault.hint(Message::new("prose-sum.hint").with("difference", months((right - told).abs()))))
    }
}

/// A length of time.
struct Length {
    range: Range<usize>,
    months: i128,
}

/// The lengths of time that a text tells in years or months.
fn lengths(text: &str) -> Vec<Length> {
    let units = [(" năm", 12), (" tháng", 1)];
    let mut found: Vec<Length> = Vec::new();
    for (unit, months) in units {
        for (at, _) in text.match_indices(unit) {
            let start = text[..at].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |stop| stop + 1);
            let start = (start..=at).find(|start| text.is_char_boundary(*start)).unwrap_or(at);
            let end = at + unit.len();
            let behind = &text[end..];
            let dated = behind.trim_start().starts_with(|c: char| c.is_ascii_digit())
                || behind.starts_with(char::is_alphanumeric);
            let glued = text[..start].ends_with(['/', '-', '.', ',']) || text[..start].ends_with(char::is_alphanumeric);
            let count = text[start..at].parse::<i128>().ok().filter(|count| *count < 1_000 && !dated && !glued);
            found.extend(count.map(|count| Length { range: start..end, months: count * months }));
        }
    }
    found.sort_by_key(|one| one.range.start);
    found
}

/// How many names stand behind the last noun of a list: *các huyện A, B, C và D,* are four.
fn named(list: &str, noun: &str) -> Option<Decimal> {
    let (_, names) = list.rsplit_once(&format!("{noun} "))?;
    let names = names.trim().trim_end_matches(',').replace(" và ", ", ");
    let names: Vec<&str> = names.split(", ").map(str::trim).collect();
    let proper = names.len() > 1 && names.iter().all(|name| name.starts_with(char::is_uppercase));
    proper.then(|| i128::try_from(names.len()).ok().map(Decimal::whole))?
}
