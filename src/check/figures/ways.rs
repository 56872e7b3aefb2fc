//! The ways in which a rate, a change or a rest may come about from the figures near by.

use super::Reading;
use super::change::FALLS;
use super::nearly::{Reach, Terms, Tie, Way};

/// How many figures before a result, and behind it, may explain it.
const WINDOW: (usize, usize) = (12, 4);

/// Words right before a share.
const SHARES: [&str; 5] = ["đạt", "chiếm", "bằng", "tỷ lệ", "tỉ lệ"];

/// What stands before the whole of a share.
const WHOLE: &str = "tổng số";

/// Words between the size of a change and its rate, the words of movement aside.
const SAME: [&str; 8] =
    ["(", "(tương ứng", "(tương đương", "(tức", ", tương ứng", ", tương đương", ", tức", "(tương ứng mức"];

/// Words that may stand behind *so với*, before what a change is compared with.
const COMPARED: [&str; 4] = ["", "mức", "con số", "số"];

impl Reading<'_> {
    /// The ways of a figure, by what its words say it is.
    pub(super) fn ways(&self, at: usize) -> Vec<Way> {
        let label = self.label(at);
        let label = label.trim_end();
        let ends = |words: &[&str]| words.iter().any(|word| label.ends_with(word));
        match (self.figures[at].is_rate(), self.is_move(at)) {
            (true, true) => self.growths(at),
            (true, false) if ends(&SHARES) || ends(&["còn"]) => self.parts_of_whole(at),
            (true, false) => Vec::new(),
            (false, true) => self.differences(at),
            (false, false) if label.contains("còn lại") || ends(&["còn", "chưa"]) => self.rests_of(at),
            (false, false) => self.made_of(at),
        }
    }

    /// The figure that a result before or behind it is told of.
    fn subject(&self, at: usize) -> Option<usize> {
        let told = |one: &usize| {
            let figure = &self.figures[*one];
            let plain = !figure.is_rate() && figure.of.is_none() && figure.per.is_none();
            plain && !self.is_moved(*one) && !self.is_base_of_rate(*one) && self.sentences_back(*one) <= 1
        };
        (at.saturating_sub(WINDOW.0)..at).rev().find(told)
    }

    /// The figures near a result that count what its subject counts.
    pub(super) fn beside(&self, at: usize, subject: usize) -> Vec<usize> {
        let kin = |one: &usize| {
            let figure = &self.figures[*one];
            let plain = !figure.is_rate() && figure.of.is_none() && figure.is_kin(&self.figures[subject]);
            let told = self.before(*one).trim_end().ends_with("so với") || !self.is_moved(*one);
            plain && told && *one != subject && *one != at && self.sentences_back(*one) <= 2
        };
        (at.saturating_sub(WINDOW.0)..self.own.end.min(at + WINDOW.1)).filter(kin).collect()
    }

    pub(super) fn reach_of(&self, at: usize) -> Option<Reach> {
        Reach::of(&self.figures[at])
    }

    /// *tăng 6,3%*: against an earlier figure, or against how far it moved.
    fn growths(&self, at: usize) -> Vec<Way> {
        let Some((now, reach)) = self.subject(at).and_then(|now| Some((now, self.reach_of(now)?))) else {
            return Vec::new();
        };
        let falls = FALLS.iter().any(|word| self.label(at).contains(word));
        let earlier = self.beside(at, now);
        let mut ways: Vec<Way> = Vec::new();
        for from in &earlier {
            let size = self.figures[*from].size;
            let Some(base) = self.reach_of(*from) else { continue };
            let tie = if self.is_compared(now, at, *from) { Tie::Told } else { Tie::Free };
            let grown = reach.growth(base, falls).map(|makes| Way { tie, makes, terms: Terms::Change(size, now) });
            let terms = Terms::Change(size, now);
            let share = reach.share(base).map(|makes| Way { tie: Tie::Silent, makes, terms });
            ways.extend(grown.into_iter().chain(share));
        }
        for moved in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
            ways.extend(self.moves(at, moved, now));
        }
        ways
    }

    /// *giảm 34 người (giảm 6,7%)*: how far something moved, against each figure it may have led to.
    fn moves(&self, at: usize, moved: usize, subject: usize) -> Vec<Way> {
        let falls = FALLS.iter().any(|word| self.label(at).contains(word));
        let Some(change) = self.figures.get(moved).and_then(Reach::of) else { return Vec::new() };
        let nows = self.beside(at, moved).into_iter().filter(|now| *now < at);
        let way = |now: usize| {
            let tie = self.tie_of_move(now, at, moved)?;
            let reach = self.reach_of(now)?;
            let base = if falls { reach.plus(change)? } else { reach.minus(change)? };
            let tie = if now == subject { tie } else { Tie::Free };
            Some(Way { tie, makes: change.share(base)?, terms: Terms::Change(base.mid(), now) })
        };
        nows.filter_map(way).collect()
    }

    /// *10,3 tỷ đồng, tăng 6,3% so với 9,9 tỷ đồng*: the words leave no other base.
    fn is_compared(&self, now: usize, rate: usize, from: usize) -> bool {
        let near = self.between(now, rate);
        let close = now >= self.own.start && near.split_whitespace().count() <= 4 && !near.contains([';', '(']);
        let with = self.between(rate, from).trim().strip_prefix("so với").map(str::trim);
        close && now + 1 == rate && rate + 1 == from && with.is_some_and(|with| COMPARED.contains(&with))
    }

    /// How closely a rate is tied to how far the same moved: *giảm 13,5% (tương ứng giảm 2,7 tỷ đồng)*.
    fn tie_of_move(&self, now: usize, rate: usize, moved: usize) -> Option<Tie> {
        let change = self.figures.get(moved).filter(|_| self.own.contains(&moved))?;
        let kin = !change.is_rate() && change.of.is_none() && change.is_kin(&self.figures[now]) && !change.rough;
        (kin && self.is_move(moved) && now < rate.min(moved)).then_some(())?;
        let (first, last) = (rate.min(moved), rate.max(moved));
        let link = self.between(first, last).trim();
        let word = ["tăng", "giảm"].into_iter().find_map(|word| Some((word, link.strip_suffix(word)?.trim_end())));
        let (word, told) = word?;
        // *giảm 36 người chết (giảm 6,9%)*
        let bracket = told.rfind('(').filter(|at| told[..*at].split_whitespace().count() <= 2);
        let link = bracket.map_or(told, |at| &told[at..]);
        (SAME.contains(&link) && self.label(first).trim_end().ends_with(word)).then_some(())?;
        let near = self.between(now, first);
        let next = link == told && now + 1 == first && now >= self.own.start && near.split_whitespace().count() <= 3;
        let closed = !link.starts_with('(') || self.text[self.figures[last].range.end..].starts_with(')');
        Some(if next && closed { Tie::Told } else { Tie::Only })
    }

    /// *chiếm 36,4%*: the figure before it in a whole, or a part in the whole before it.
    fn parts_of_whole(&self, at: usize) -> Vec<Way> {
        let Some(subject) = self.subject(at) else { return Vec::new() };
        let told = self.before(subject).to_lowercase();
        let whole = told.trim_end().ends_with(WHOLE);
        // *tỷ lệ hộ nghèo còn 3,2%* is a share of the whole before it only.
        if !whole && self.label(at).trim_end().ends_with("còn") {
            return Vec::new();
        }
        let near = self.beside(at, subject);
        let share = |part: usize, base: usize, tie: Tie| {
            let makes = self.reach_of(part)?.share(self.reach_of(base)?)?;
            Some(Way { tie, makes, terms: Terms::Share(part, self.figures[base].size) })
        };
        let size = |one: &usize| self.figures[*one].size;
        let bases: Vec<usize> = near.iter().copied().filter(|one| size(one) > size(&subject)).collect();
        let bracketed = self.in_brackets(&self.figures[at]);
        let tie = |base: &usize| {
            let given = bracketed == Some(&self.figures[*base]);
            let alone = bases.len() == 1 && *base < subject && self.sentences_back(*base) <= 1;
            let share = self.label(at).trim_end().ends_with("chiếm") && subject >= self.own.start;
            if given || (alone && share) { Tie::Only } else { Tie::Free }
        };
        let mut ways: Vec<Way> = near.iter().filter_map(|base| share(subject, *base, tie(base))).collect();
        ways.extend(near.iter().filter(|_| whole).filter_map(|part| {
            let tie = if self.is_head(*part) { Tie::Only } else { Tie::Silent };
            share(*part, subject, tie)
        }));
        ways
    }

    /// Whether a figure is the first of its sentence.
    fn is_head(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(0, |before| self.figures[before].range.end);
        self.text[before..self.figures[at].range.start].contains(". ") || at == 0
    }

    /// *còn 7.358 hộ (giảm 1.668 hộ)*: the figure before the change against an earlier one.
    fn differences(&self, at: usize) -> Vec<Way> {
        let kin = |now: &usize| self.figures[*now].is_kin(&self.figures[at]);
        let Some(now) = self.subject(at).filter(kin) else { return Vec::new() };
        let falls = FALLS.iter().any(|word| self.label(at).contains(word));
        let mut ways = Vec::new();
        let all: Vec<usize> = self.beside(at, at);
        for (place, one) in all.iter().enumerate() {
            for other in &all[place + 1..] {
                let (from, to) = if *other == now { (*one, now) } else { (*other, *one) };
                let told = to == now && from < now && (self.figures[from].size > self.figures[to].size) == falls;
                ways.extend(self.difference(at, (from, to), if told { Tie::Free } else { Tie::Silent }));
            }
        }
        ways
    }

    /// How far two figures lie apart.
    fn difference(&self, at: usize, ends: (usize, usize), tie: Tie) -> Option<Way> {
        let (from, to) = ends;
        let apart = self.reach_of(from)?.minus(self.reach_of(to)?)?;
        let apart = if apart.mid().mantissa < 0 { self.reach_of(to)?.minus(self.reach_of(from)?)? } else { apart };
        let said = &self.figures[at];
        let makes = apart.map(|size| Some(said.in_unit(size)))?;
        Some(Way { tie, makes, terms: Terms::Change(self.figures[from].size, to) })
    }

    /// *còn lại 6.549 thùng*: what one figure before it leaves of another.
    fn rests_of(&self, at: usize) -> Vec<Way> {
        let said = &self.figures[at];
        let all: Vec<usize> = self.beside(at, at).into_iter().filter(|one| *one < at).collect();
        let mut ways = Vec::new();
        for (place, whole) in all.iter().enumerate() {
            for part in &all[place + 1..] {
                let told = |one: usize| said.in_unit(self.figures[one].size);
                let terms = Terms::Sum(format!("{} - {}", told(*whole), told(*part)));
                let rest = self.difference(at, (*whole, *part), Tie::Free);
                let falls = self.figures[*whole].size > self.figures[*part].size;
                let tie = if falls { Tie::Free } else { Tie::Silent };
                ways.extend(rest.map(|way| Way { tie, terms, ..way }));
            }
        }
        // *3.654 hộ … còn 2.692 hộ (giảm 962 hộ)* is judged where the change is told.
        let moved = self.figures.get(at + 1).is_some_and(|_| self.is_moved(at + 1));
        if moved { Vec::new() } else { ways }
    }
}
