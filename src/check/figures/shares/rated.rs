//! A figure and its own rate: how closely the words tie them — *8.640 con được tiêm, đạt 80%*, *27 bí thư dưới 50 tuổi (41,54%)*.

use crate::check::figures::{NEAR, Reading};

/// Words that say of a rate that it is a share of the figure before it; nothing at all inside brackets.
const SHARES: [&str; 13] = [
    "đạt",
    "được",
    "hoàn thành",
    "chiếm",
    "bằng",
    "tỷ lệ",
    "tỷ trọng",
    "tương đương",
    "tương ứng",
    "ứng với",
    "tức",
    "hay",
    "tính ra",
];

/// Words that may stand beside them and change nothing; without a comma before them those of [`OPEN`] mean each of several things:
/// *12/17 khoản thu đạt trên 50%*.
const LEADS: [&str; 13] =
    ["kết quả này", "con số này", "số này", "mới", "chỉ", "ước", "cũng", "đến nay", "với", "mức", "là", "có", "khi"];
const OPEN: [&str; 7] = ["gần", "hơn", "trên", "khoảng", "xấp xỉ", "tới", "đến"];

/// How far before an upper bound the lower one begins, in bytes.
const BOUNDS: usize = 40;

impl Reading<'_> {
    /// The figure right before a rate; of *27 bí thư dưới 50 tuổi (41,54%)* the one that has a whole before it.
    pub(in crate::check::figures) fn part_of_rate(&self, at: usize) -> Option<usize> {
        let own = |part: &usize| *part >= self.own.start && !self.figures[*part].is_rate();
        let part = at.checked_sub(1).filter(own)?;
        let whole = |part: usize| {
            self.figures[part].of.is_some()
                || (self.own.start.max(part.saturating_sub(NEAR))..part)
                    .any(|one| self.figures[one].is_kin(&self.figures[part]) && !self.is_moved(one))
        };
        // *10 xã giữ vững 19/19 tiêu chí, chiếm 11%*: how good they are is no part.
        let mark = self.is_mark(part);
        let other = part.checked_sub(1).filter(own).filter(|other| {
            let between = self.between(*other, part);
            !between.contains([',', ';', '(', '/', '.']) && (mark || (!whole(part) && whole(*other)))
        });
        Some(other.unwrap_or(part))
    }

    /// *10 xã giữ vững 19/19 tiêu chí*: whether a figure tells how good something is.
    pub(in crate::check::figures) fn is_mark(&self, at: usize) -> bool {
        self.figures[at].of == Some(self.figures[at].size) || self.is_end_of_range(at)
    }

    /// *26 xã đạt từ 15 đến 18 tiêu chí*: whether a figure is told only to bound others.
    pub(in crate::check::figures) fn is_end_of_range(&self, at: usize) -> bool {
        // The figure before it may be the lower bound.
        let place = self.figures[at].range.start;
        let head = &self.lower()[self.text.floor_char_boundary(place.saturating_sub(BOUNDS))..place];
        let label = head.trim_end();
        let from = label.strip_suffix("đến").map(str::trim_end).unwrap_or_default();
        let (head, first) = from.rsplit_once(' ').unwrap_or_default();
        let bounded = ["đạt dưới", "đạt trên"].iter().any(|word| label.ends_with(word));
        bounded || (head.ends_with("từ") && first.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether a figure is followed by its own rate: what is a share itself is no whole of its neighbour.
    pub(in crate::check::figures) fn is_rated(&self, part: usize) -> bool {
        let rated = |at: usize| at < self.own.end && self.figures[at].is_rate() && self.is_share(part, at);
        !self.figures[part].is_rate() && self.figures[part].of.is_none() && rated(part + 1)
    }

    /// *…, đạt 40%*, *… (chiếm 40%)*, *… (40%)*; words that go on with the part may stand between.
    pub(in crate::check::figures) fn is_share(&self, part: usize, at: usize) -> bool {
        let between = without_brackets(self.between(part, at)).to_lowercase().replace("tỉ lệ", "tỷ lệ");
        let between = between.replace(" – ", ", ").replace(" - ", ", ");
        let (clause, link) = between.rsplit_once([',', '(']).unwrap_or(("", between.as_str()));
        let link = link.trim_matches([' ', '\u{a0}', '\n', '-', '–']);
        let apart = between.contains([',', '(']);
        let bracket = between.trim_end().ends_with('(');
        // What is a part of a whole already keeps its rate for longer.
        let most = if self.figures[part].of.is_some() { 16 } else { 12 };
        // *8.640 con trâu, bò được tiêm, đạt 80%*: what is counted may have a comma of its own.
        let joined = clause.matches(',').count() <= 1;
        let same_clause = joined && !clause.contains([';', ':', ')']) && clause.split_whitespace().count() <= most;
        // *đạt tỷ lệ bao phủ 97%*, *tỷ lệ giải ngân đạt 63%*
        let rate = link.contains("tỷ lệ") && link.split_whitespace().count() <= 6;
        let rate = rate && ["đạt tỷ lệ", "chiếm tỷ lệ", "tỷ lệ"].iter().any(|word| link.starts_with(word));
        // *Với 27 trên 36 xã đã xong, huyện hoàn thành 75%*
        let done =
            self.figures[part].of.is_some() && link.ends_with("hoàn thành") && link.split_whitespace().count() <= 4;
        same_clause
            && (done || (link.is_empty() && bracket) || rate || is_sameness(link, if apart { &OPEN } else { &[] }))
    }
}

/// Whether some words say that a figure and its rate are one, and nothing else: *tương đương với*, *tức là đạt*, *ứng với tỷ lệ*.
fn is_sameness(link: &str, open: &[&str]) -> bool {
    let (mut rest, mut told) = (link, false);
    let next = |words: &[&str], rest: &mut &str| {
        let word = words.iter().find_map(|word| {
            let behind = rest.strip_prefix(word)?;
            (behind.is_empty() || behind.starts_with(' ')).then(|| behind.trim_start())
        });
        word.inspect(|behind| *rest = *behind).is_some()
    };
    while !rest.is_empty() {
        let share = next(&SHARES, &mut rest);
        told |= share;
        if !share && !next(&LEADS, &mut rest) && !next(open, &mut rest) {
            return false;
        }
    }
    told
}

/// A text without what it puts in brackets and closes: *tiêu chí số 6 (cơ sở vật chất) nông thôn mới*.
fn without_brackets(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((open, close)) = rest.find('(').and_then(|open| Some((open, open + rest[open..].find(')')?))) {
        plain.push_str(rest[..open].trim_end());
        rest = &rest[close + 1..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{left_alone, told_of_slips};

    #[test]
    fn marks_are_no_parts() {
        left_alone(&[
            "Huyện có 25 xã: 5 xã đạt dưới 10 tiêu chí, chiếm 20%; 8 xã đạt từ 10 đến 14 tiêu chí, chiếm 32%; 12 xã giữ vững 19/19 tiêu chí, chiếm 48%.",
        ]);
        told_of_slips(&[(
            "Vụ này 20 xã, bình quân đạt 15 tiêu chí. Có 7 xã đạt từ 12 đến 16 tiêu chí, chiếm {}%.",
            "35",
            &[],
        )]);
    }
}
