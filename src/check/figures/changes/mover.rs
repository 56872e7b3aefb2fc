//! What moved: the words that name it, told again beside the figure that bears them.

use crate::check::figures::changes::near::WINDOW;
use crate::check::figures::mention::Mention;
use crate::check::figures::{NEAR, Reading};

/// Words that compare, before what is compared: *so với cùng kỳ năm trước số vụ giảm*.
const COMPARED: [&str; 9] =
    ["so với", "so", "cùng kỳ", "cùng thời điểm", "năm trước", "năm ngoái", "tháng trước", "năm", "tổng"];

/// Words before the noun of what moved.
const NUMBER: [&str; 3] = ["số lượng", "số", "đã"];

/// How much of the text around a figure may name what it counts, in characters.
const AROUND: usize = 60;

impl Reading<'_> {
    /// The figures before a change that it may have led to, the nearest first.
    pub(in crate::check::figures) fn moved_to(&self, at: usize, kin: &Mention) -> Vec<usize> {
        let counts = |now: &usize| {
            let figure = &self.figures[*now];
            let plain = figure.is_kin(kin) && figure.of.is_none() && !(figure.rough && figure.is_round());
            // Of rates only the one right before is the level that moved.
            let level = !figure.is_rate() || (*now + 1 == at && *now >= self.own.start);
            plain && level && !self.is_moved(*now) && self.sentences_back(*now) <= 2
        };
        let open = |now: &usize| !self.is_enclosed(*now, self.figures[at].range.start);
        (at.saturating_sub(NEAR)..at).rev().filter(counts).filter(open).collect()
    }

    /// Whether a figure counts what a later one says has moved: its clause names nothing, or the same as the words around
    /// the figure do. Money and measures are of too many things for a guess.
    pub(in crate::check::figures) fn is_named(&self, moved: usize, now: usize) -> bool {
        let subject = self.mover(moved);
        let figure = &self.figures[now].range;
        let around = self.text[figure.start..].chars().take(AROUND).collect::<String>().to_lowercase();
        let around = around.split(". ").next().unwrap_or_default();
        let counted = self.figures[now].size == self.figures[now].value && self.figures[now].value.scale == 0;
        if subject.is_empty() {
            return counted || self.sentences_back(now) == 0;
        }
        counted && around.contains(&subject)
    }

    /// What is said to have moved: *thụ lý* of *so với cùng kỳ năm trước thụ lý tăng 26 vụ*.
    pub(in crate::check::figures) fn mover(&self, moved: usize) -> String {
        let label = self.label(moved);
        let mut subject = label.trim();
        subject = subject.strip_prefix("và ").unwrap_or(subject);
        while let Some(rest) = strip(subject) {
            subject = rest;
        }
        let subject = ["tăng thêm", "giảm thêm", "tăng", "giảm"].iter().find_map(|word| subject.strip_suffix(word));
        subject.map(str::trim).unwrap_or_default().to_owned()
    }

    /// Whether the words right before a figure or right behind it are those of what moved.
    pub(in crate::check::figures) fn bears(&self, one: usize, mover: &str) -> bool {
        let behind = self.text[self.figures[one].range.end..].chars().take(AROUND).collect::<String>().to_lowercase();
        !mover.is_empty() && (self.label(one).trim_end().ends_with(mover) || behind.trim_start().starts_with(mover))
    }

    /// The nearest figure before a change that bears the name of what moved.
    pub(in crate::check::figures) fn borne(&self, at: usize, mover: &str) -> Option<usize> {
        let kin = |one: &usize| {
            let figure = &self.figures[*one];
            figure.is_kin(&self.figures[at]) && figure.of.is_none() && !self.is_moved(*one)
        };
        let near = |one: &usize| self.sentences_back(*one) <= 1 && self.bears(*one, mover);
        (at.saturating_sub(WINDOW.0)..at).rev().filter(kin).find(near)
    }
}

/// A label without its first word of comparison, or a year.
fn strip(label: &str) -> Option<&str> {
    let rest = COMPARED.iter().chain(&NUMBER).find_map(|word| label.strip_prefix(word)?.strip_prefix(' '));
    let year = || label.split_once(' ').filter(|(word, _)| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    rest.map(str::trim_start).or_else(|| year().map(|(_, rest)| rest.trim_start()))
}
