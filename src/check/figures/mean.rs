//! Means — *25 xã đạt 412 tiêu chí, bình quân 16,5 tiêu chí/xã* — and prices: *giá bình quân 1.842 USD/tấn*.

use std::ops::Range;

use super::Reading;
use super::judge::{Terms, Tie, Way};
use super::mention::Mention;
use super::product::BACK;
use super::reach::Reach;
use crate::viet::decimal::Decimal;
use crate::viet::reading::parse_integer;

/// The most figures before a mean that it may be of.
const PARTS: usize = 8;

impl Reading<'_> {
    /// *25 xã đạt 412 tiêu chí, bình quân 16,5 tiêu chí/xã*: the mean of two figures of its sentence.
    pub(super) fn mean(&self, at: usize) -> Option<Way> {
        let mean = &self.figures[at];
        let noun = self.one_of(at).filter(|noun| !noun.is_empty())?;
        let near = |count: &Mention| count.range.start >= self.within.start;
        let count = self.count_of(&noun, at).filter(near).or_else(|| self.span_of_time(&noun))?;
        let whole = |one: &usize| {
            let figure = &self.figures[*one];
            let same =
                figure.kind == mean.kind && figure.per.is_none() && figure.of.is_none() && figure.range != count.range;
            same && !self.is_change(*one) && self.sentences_back(*one) == 0
        };
        // *bình quân 800 triệu đồng/tuyến, tổng số vốn 4,8 tỷ đồng*: the whole may follow.
        let wholes: Vec<usize> = self.own.clone().filter(|one| *one != at && whole(one)).collect();
        let [whole] = wholes[..] else { return None };
        self.quotient(at, &self.figures[whole], &count, Tie::Told)
    }

    /// *1,9 triệu tấn, trị giá 3,5 tỷ USD … Giá bình quân 1.842 USD/tấn*, *mỗi tấn bình quân 3.400 USD*.
    pub(super) fn quotients(&self, at: usize) -> Vec<Way> {
        let mean = &self.figures[at];
        let Some(noun) = self.one_of(at) else { return Vec::new() };
        let near = |one: &usize| {
            let figure = &self.figures[*one];
            figure.per.is_none() && figure.of.is_none() && !self.is_moved(*one) && self.sentences_back(*one) <= BACK
        };
        let before = || (at.saturating_sub(PARTS)..at).filter(near);
        let mut amounts: Vec<usize> = before().filter(|one| self.figures[*one].kind == mean.kind).collect();
        if amounts.is_empty() {
            // *4.095 lượt tiêu chí, bình quân mỗi xã 18,61 tiêu chí*
            amounts.extend(before().filter(|one| *one >= self.own.start && self.figures[*one].is_counted()));
        }
        let counted = |one: &usize| {
            let kind = &self.figures[*one].kind;
            *kind == noun || kind.strip_prefix(noun.as_str()).is_some_and(|rest| rest.starts_with(' '))
        };
        let counts: Vec<usize> = before().filter(counted).collect();
        // What its own sentence tells goes before what the sentences before it do.
        let own = |all: &[usize]| all.iter().filter(|one| **one >= self.own.start).count();
        let sole = |all: &[usize]| all.len() == 1 || own(all) == 1;
        let alone = sole(&amounts) && sole(&counts);
        let mut ways = Vec::new();
        for amount in &amounts {
            for count in &counts {
                let here = *amount >= self.own.start || amounts.len() == 1 || self.between(*amount, *count) == "/";
                // *1.826 tiêu chí/92 xã* is one statement.
                let paired = self.between(*amount, *count) == "/";
                let told = (alone || paired)
                    && self.figures[*amount].kind == mean.kind
                    && amount.abs_diff(*count) == 1
                    && here;
                let tie = if told { Tie::Told } else { Tie::Free };
                ways.extend(self.quotient(at, &self.figures[*amount], &self.figures[*count], tie));
            }
        }
        ways
    }

    fn quotient(&self, at: usize, amount: &Mention, count: &Mention, tie: Tie) -> Option<Way> {
        let mean = &self.figures[at];
        let makes = Reach::of(amount)?.over(Reach::of(count)?)?.map(|size| Some(mean.in_unit(size)))?;
        let terms = format!("{} : {}", amount.shown(), count.shown());
        Some(Way { tie, makes, terms: Terms::Product(terms, mean.range.clone()) })
    }

    /// *trong 5 năm qua*, *Năm năm qua*: how many years or months its sentence tells of, or one of the two before.
    pub(super) fn span_of_time(&self, noun: &str) -> Option<Mention> {
        matches!(noun, "năm" | "tháng").then_some(())?;
        let mut head = self.within.start;
        for _ in 0..=BACK {
            let found = spans(&self.text[head..self.within.end], noun);
            if let [(range, count)] = &found[..] {
                let value = Decimal::whole(*count);
                let range = head + range.start..head + range.end;
                let unit = noun.to_owned();
                return Some(Mention {
                    range,
                    value,
                    kind: unit.clone(),
                    unit,
                    size: value,
                    of: None,
                    per: None,
                    rough: false,
                });
            }
            if !found.is_empty() || head == 0 {
                return None;
            }
            head = self.text[..head].trim_end().rfind(". ").map_or(0, |stop| stop + 2);
        }
        None
    }
}

/// The numbers of years or months that a text counts.
fn spans(text: &str, noun: &str) -> Vec<(Range<usize>, i128)> {
    let spaced = format!(" {noun}");
    let counts = text.match_indices(&spaced).filter_map(|(at, word)| {
        let behind = &text[at + word.len()..];
        let ended = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '/');
        let dated = behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let word_before = text[..at].rsplit([' ', '(', '\u{a0}', '\n']).next()?;
        let count = word_before.parse().ok().or_else(|| parse_integer(&word_before.to_lowercase()).ok())?;
        ((2..=30).contains(&count) && ended && !dated).then_some((at - word_before.len()..at + word.len(), count))
    });
    counts.collect()
}
