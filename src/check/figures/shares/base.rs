//! The base of a rate: what the words name, the whole before its part, or what stands in brackets.

use crate::check::figures::mention::Mention;
use crate::check::figures::shares::share::{OVERS, WHOLES};
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// How sure the text is of a base.
pub(in crate::check::figures) enum Base {
    /// The sentence names it.
    Certain(Decimal),
    /// It is the only one at hand; any figure that explains the rate clears it.
    Likely(Decimal),
}

impl Base {
    fn size(&self) -> Decimal {
        match self {
            Self::Certain(size) | Self::Likely(size) => *size,
        }
    }
}

/// Words that name the base of a rate, and the base itself: *giao theo kế hoạch 59 tỷ đồng … 27,7% kế hoạch năm*.
pub(in crate::check::figures) const BASES: [&str; 9] =
    ["kế hoạch", "dự toán", "chỉ tiêu", "nghị quyết", "tổng số", "kịch bản", "tổng", "mức", "mục tiêu"];

/// How many hundredths of its whole a part with a slip in it may be.
const MOST: i128 = 105;

/// By how many words behind a rate its whole is known.
const NAMED: usize = 3;

impl Reading<'_> {
    /// *bằng 51,9% trong tổng số 4.466 tỷ đồng*: the whole right behind the rate.
    pub(in crate::check::figures) fn base_behind(&self, part: usize, at: usize) -> Option<Decimal> {
        let next = self.figures.get(at + 1).filter(|next| at + 1 < self.own.end && next.is_kin(&self.figures[part]))?;
        let link = self.between(at, at + 1).trim_start();
        let noun = OVERS.iter().find_map(|over| link.strip_prefix(over)).unwrap_or(link);
        let plain = !link.contains([',', ';', '(', ')', ':']) && link.split_whitespace().count() <= 9;
        let named = BASES.iter().any(|base| noun.starts_with(base)) || (noun.is_empty() && !link.is_empty());
        (plain && named).then_some(next.size)
    }

    /// The base of a rate: the whole of *49/53*; the figure in brackets behind the words that name it; the figure before
    /// the part if the words behind the rate name it; the only other figure of its kind.
    pub(in crate::check::figures) fn base(&self, part: usize, rate: &Mention) -> Option<Base> {
        let figure = &self.figures[part];
        let after = self.text[rate.range.end..].trim_start();
        let after = OVERS.iter().find_map(|over| after.strip_prefix(over)).unwrap_or(after);
        let named = BASES.iter().find(|word| after.starts_with(**word));
        if let Some(given) = self.in_brackets(rate).filter(|given| given.is_kin(figure) && named.is_some()) {
            return Some(Base::Certain(given.size));
        }
        if let Some(of) = figure.of {
            return Some(Base::Certain(of));
        }
        let still = |other: &usize| !self.figures[*other].is_rate() && !self.is_moved(*other);
        let same = |other: &usize| still(other) && self.figures[*other].is_kin(figure);
        let mut all: Vec<usize> = (part.saturating_sub(NEAR)..part).filter(same).collect();
        let otherwise = all.is_empty();
        if otherwise {
            // *640 học sinh, có 512 em đăng ký*: persons may be called otherwise.
            let like = |other: &usize| {
                let one = &self.figures[*other];
                still(other) && one.is_like(figure) && one.size > figure.size && self.sentences_back(*other) <= 1
            };
            all = (part.saturating_sub(NEAR)..part).filter(like).collect();
        }
        let own: Vec<usize> = all.iter().copied().filter(|other| *other >= self.own.start).collect();
        if let Some(size) = self.counted_behind(part, after) {
            return Some(Base::Certain(size));
        }
        if let Some(word) = named {
            let labelled = |other: &usize| {
                let label = self.label(*other);
                let other = BASES[..4].iter().any(|base| base != word && label.contains(base));
                label.contains(word) || (label.contains("giao ") && !other)
            };
            if let Some(last) = own.last().filter(|last| labelled(last)) {
                return Some(Base::Certain(self.figures[*last].size));
            }
            let told = all.iter().rev().find(|other| labelled(other));
            // *Theo kế hoạch năm, xã tổ chức 3 đợt với số lượng 450 đơn vị*: the words at the head of its sentence are of all in it.
            let head = |base: &&usize| self.lower()[self.within.start..self.figures[**base].range.start].contains(word);
            let headed = || own.first().filter(|_| own.len() == 1).filter(head);
            return told.or_else(headed).map(|other| Base::Likely(self.figures[*other].size));
        }
        let counted = after.strip_prefix("số ").is_some_and(|noun| noun.starts_with(figure.unit.as_str()));
        let ends = counted || after.is_empty() || after.starts_with([',', ';', '.', ')', ':']);
        // *giảm 17 vụ (từ 78 vụ xuống 61 vụ, tương đương 21,8%)* is no share.
        (ends && self.from(part).is_none()).then_some(())?;
        // What has a rate of its own is a part as well.
        let rated = |one: usize| self.is_rated(one) || (one + 1 < part && self.is_mark(one + 1));
        let wholes: Vec<usize> = own.iter().copied().filter(|one| !rated(*one)).collect();
        match (&own[..], &wholes[..]) {
            ([_], [only]) if !self.is_change(*only) && !otherwise => Some(Base::Certain(self.figures[*only].size)),
            (_, [only]) if !self.is_change(*only) && *only == own[0] => Some(Base::Likely(self.figures[*only].size)),
            ([], _) => self.whole_before(part, &all),
            _ => None,
        }
        .filter(|base| !self.is_of_other_bases(part, base.size()))
    }

    /// *10.412 hộ nghèo và 14.836 hộ cận nghèo … chiếm 23% tổng số hộ cận nghèo*: the one figure before that counts what the words
    /// behind the rate name.
    fn counted_behind(&self, part: usize, after: &str) -> Option<Decimal> {
        let noun = ["tổng số ", "tổng ", "số "].iter().find_map(|word| after.strip_prefix(word))?;
        let noun = noun.split([',', ';', '.', '(', ')', ':']).next()?;
        let words: Vec<&str> = noun.split_whitespace().take(NAMED).collect();
        let noun = words.join(" ").to_lowercase();
        let counts = |one: &&Mention| {
            let behind =
                self.lower()[one.range.start..].trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
            !one.is_rate() && one.size > self.figures[part].size && behind.trim_start().starts_with(noun.as_str())
        };
        let mut found = self.figures[part.saturating_sub(NEAR)..part].iter().filter(counts).map(|one| one.size);
        let first = found.next().or_else(|| self.told_of_before(part, after)).filter(|_| words.len() == NAMED)?;
        found.all(|other| other == first).then_some(first)
    }

    /// *đã làm rõ nguyên nhân 203 vụ … chiếm 70,9% số vụ đã làm rõ nguyên nhân*: the one figure that the words behind a rate stand before.
    fn told_of_before(&self, part: usize, after: &str) -> Option<Decimal> {
        let figure = &self.figures[part];
        let noun = ["tổng số ", "số "].iter().find_map(|word| after.strip_prefix(word))?;
        let noun = noun.split([',', ';', '.', '(', ')', ':']).next()?.trim();
        let words = noun.strip_prefix(figure.kind.as_str()).filter(|words| words.starts_with(' '))?.trim();
        let told = |one: &usize| {
            let base = &self.figures[*one];
            base.is_kin(figure) && base.size > figure.size && self.lead(*one).trim_end().ends_with(words)
        };
        let mut found = (part.saturating_sub(NEAR)..part).filter(told);
        let first = found.next().filter(|_| words.split(' ').count() >= NAMED && found.next().is_none())?;
        Some(self.figures[first].size)
    }

    /// The one figure of the sentences before, if it is told as a whole; of several the one that heads the sentence before.
    fn whole_before(&self, part: usize, all: &[usize]) -> Option<Base> {
        let larger = |one: &usize| {
            let planned = || BASES.iter().any(|base| self.following(one + 1).trim_start().starts_with(base));
            // A slip may make the part a little more than its whole.
            let rate = self.figures[part].size.percent_of(self.figures[*one].size, 0);
            (!self.is_rated(*one) || planned()) && rate.is_some_and(|rate| rate.mantissa <= MOST)
        };
        let all: Vec<usize> = all.iter().copied().filter(larger).collect();
        let near: Vec<usize> = all.iter().copied().filter(|one| self.sentences_back(*one) <= 1).collect();
        let only = match (&all[..], &near[..]) {
            ([only], _) | (_, [only]) => *only,
            _ => return None,
        };
        let before = self.lead(only);
        // *Trong đó, có 10 đảng viên nữ, chiếm 24,4%* is told of what stands right before.
        let opened = ["trong đó", "trong số đó"].iter().any(|word| self.opening().starts_with(word));
        if opened && near.contains(&only) && self.figures[only].of.is_none() {
            return Some(Base::Likely(self.figures[only].size));
        }
        WHOLES.iter().any(|word| before.contains(word)).then_some(Base::Likely(self.figures[only].size))
    }

    /// *310 trường. Mầm non có 92 trường (60%), tiểu học 128 trường (70%)*: where none of the other shares is one of a base, no share
    /// beside them is.
    fn is_of_other_bases(&self, part: usize, base: Decimal) -> bool {
        let figure = &self.figures[part];
        let beside = |one: &usize| *one != part && self.figures[*one].is_like(figure) && self.is_rated(*one);
        let fits = |one: usize| {
            let (share, rate) = (&self.figures[one], &self.figures[one + 1]);
            let off = share.size.percent_of(base, rate.value.scale).and_then(|made| made.checked_sub(rate.value));
            off.is_some_and(|off| off.mantissa.abs() <= 1)
        };
        let mut others = self.own.clone().filter(beside).peekable();
        others.peek().is_some() && !others.any(fits)
    }
}
