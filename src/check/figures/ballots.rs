//! Ballots of one poll — *phát ra 52 phiếu, thu về 52 phiếu, hợp lệ 52 phiếu, 50 phiếu đồng ý* — and those who cast them: no step holds
//! more than the one before, those for a motion are no more than those present, and a rate is one that a whole number of votes gives.

mod one;

use super::Reading;
use super::mention::Mention;
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// The steps of a poll, each by its words.
const STEPS: [&[&str]; 3] =
    [&["phát ra", "phiếu phát"], &["thu về", "thu vào", "thu được"], &["phiếu hợp lệ", "hợp lệ"]];

/// Words of those who agree.
const AGREE: [&str; 4] = ["tán thành", "đồng ý", "tín nhiệm cao", "bầu"];

/// Words of those who are there.
const PRESENT: [&str; 4] = ["có mặt", "dự họp", "tham dự", "dự kỳ họp"];

/// Words behind which the rates of a paragraph have their base.
const BASES: [&str; 3] = ["tính trên số", "trên tổng số", "trong tổng số"];

/// The most voters whose rates are told to one place, and to two.
const MOST: [i128; 2] = [250, 2_000];

/// How far behind a sentence the base of its rates may be named, in letters.
const BEHIND: usize = 300;

/// How many sentences behind those present their votes are told.
const BACK: usize = 2;

impl Reading<'_> {
    /// The ballots of a sentence that cannot be.
    pub(super) fn ballots(&self) -> Vec<Diagnostic> {
        let sentence = self.sentence();
        let mut found = Vec::new();
        if sentence.contains("phiếu") {
            found.extend(self.too_many_ballots());
            found.extend(self.more_than_present());
            found.extend(self.more_than_collected());
        }
        if sentence.contains("tín nhiệm") {
            found.extend(self.ballots_of_one());
        }
        if AGREE.iter().any(|word| sentence.contains(word)) {
            found.extend(self.too_many_for());
            found.extend(self.no_whole_votes());
            found.extend(self.above_turnout());
        }
        found
    }

    /// *phát ra 38 phiếu; thu về 39 phiếu*.
    fn too_many_ballots(&self) -> Option<Diagnostic> {
        let step = |at: usize| {
            let label = self.label(at);
            let invalid = label.contains("không hợp lệ");
            STEPS.iter().position(|words| words.iter().any(|word| label.contains(word))).filter(|_| !invalid)
        };
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            figure.of.is_none() && figure.unit == "phiếu" && !figure.rough
        };
        let told: Vec<(usize, usize)> =
            self.own.clone().filter(counts).filter_map(|at| Some((step(at)?, at))).collect();
        let other = |pair: &&[(usize, usize)]| {
            let [(one, first), (next, second)] = pair else { return false };
            next > one && self.figures[*second].size > self.figures[*first].size
        };
        if let Some([(_, first), (_, second)]) = told.windows(2).find(other) {
            return Some(self.no_more_than(*second, &self.figures[*first]));
        }
        // *hợp lệ 52 phiếu; ông A được 55 phiếu đồng ý*
        let (_, most) = *told.last()?;
        let agreed = |at: &usize| AGREE.iter().any(|word| self.following(*at).trim_start().starts_with(word));
        let more = (most + 1..self.own.end).filter(counts).filter(agreed);
        let larger = |at: &usize| self.figures[*at].size > self.figures[most].size;
        more.clone().find(larger).map(|at| self.no_more_than(at, &self.figures[most]))
    }

    /// *45 đại biểu có mặt. … 46 đại biểu tán thành*, *52/55 đại biểu dự họp. … 54/55 đại biểu tán thành*.
    fn too_many_for(&self) -> Option<Diagnostic> {
        let agreed = |at: &usize| {
            let behind = self.following(*at).trim_start();
            self.figures[*at].is_person()
                && ["tán thành", "đồng ý"].iter().any(|word| {
                    let told = |head: &str| behind.strip_prefix(head).is_some_and(|behind| behind.starts_with(word));
                    told("") || told("biểu quyết ") || told("có mặt ")
                })
        };
        let votes = self.own.clone().find(agreed)?;
        let there = |at: &usize| {
            let figure = &self.figures[*at];
            let end = self.figures.get(at + 1).map_or(self.text.len(), |next| next.range.start);
            let behind = &self.lower()[figure.range.end..end.max(figure.range.end)];
            let behind = behind.split([',', ';', '.', '(']).next().unwrap_or_default();
            let same = figure.is_like(&self.figures[votes]) && self.sentences_back(*at) <= BACK;
            same && PRESENT.iter().any(|word| behind.trim_start().starts_with(word))
        };
        let present = (votes.saturating_sub(super::NEAR)..votes).rev().find(there)?;
        let whole = Mention { of: None, ..self.figures[present].clone() };
        // Of two bodies each has its own membership.
        let body = self.figures[present].of.zip(self.figures[votes].of).is_none_or(|(one, other)| one == other);
        (body && !whole.rough && self.figures[votes].size > whole.size).then(|| self.no_more_than(votes, &whole))
    }

    /// *thu về 50; hợp lệ 48 phiếu, không hợp lệ 3 phiếu*: valid and invalid ballots are all that were collected.
    fn more_than_collected(&self) -> Option<Diagnostic> {
        let sentence = self.sentence();
        let at = STEPS[1].iter().find_map(|word| sentence.find(word).map(|at| at + word.len()))?;
        let number =
            sentence[at..].trim_start_matches([' ', ':']).trim_start_matches("là ").trim_start_matches("được ");
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
        let whole = Decimal::parse_grouped(number[..end].trim_end_matches('.')).ok()?;
        let counts = |at: &usize| self.figures[*at].of.is_none() && self.figures[*at].unit == "phiếu";
        // A figure of its own is the total of a list.
        (!self.own.clone().any(|at| self.figures[at].size == whole)).then_some(())?;
        // Of *hợp lệ* and *không hợp lệ* the longer holds the shorter.
        let of = |invalid: bool| {
            let told = |at: &usize| {
                let words = format!(
                    "{} {}",
                    self.label(*at),
                    self.following(*at).split([',', ';', '.', '(']).next().unwrap_or_default()
                );
                words.contains("hợp lệ") && words.contains("không hợp lệ") == invalid
            };
            self.own.clone().filter(counts).find(told)
        };
        let (valid, invalid) = (of(false)?, of(true)?);
        let sum = self.figures[valid].size.checked_add(self.figures[invalid].size).filter(|sum| *sum != whole)?;
        let (first, last) = (&self.figures[valid.min(invalid)], &self.figures[valid.max(invalid)]);
        let fault = self.proof.fault("prose-sum", self.place(&(first.range.start..last.range.end)));
        let fault =
            fault.with("terms", format!("{} + {}", first.value, last.value)).with("told", first.shown_as(whole));
        let off = super::absolute(sum.checked_sub(whole)?);
        let hint = Message::new("prose-sum.hint").with("difference", first.shown_as(off));
        Some(fault.with("sum", first.shown_as(sum)).hint(hint))
    }

    /// *33/34 đại biểu dự kỳ họp. Ông A trúng cử với 34/34 phiếu*: of one membership no more can vote than are there.
    fn more_than_present(&self) -> Option<Diagnostic> {
        let shared = |at: &usize| self.figures[*at].of.is_some() && self.figures[*at].unit == "phiếu";
        let more = |votes: usize| {
            let there = |at: &usize| {
                let figure = &self.figures[*at];
                let end = self.figures.get(at + 1).map_or(self.text.len(), |next| next.range.start);
                let behind = self.lower().get(figure.range.end..end).unwrap_or_default();
                let behind = behind.split([',', ';', '.', '(']).next().unwrap_or_default();
                let same = figure.is_person() && figure.of == self.figures[votes].of;
                same && PRESENT.iter().any(|word| behind.contains(word) || self.label(*at).contains(word))
            };
            let present = (votes.saturating_sub(super::NEAR)..votes).rev().find(there)?;
            let whole = Mention { of: None, ..self.figures[present].clone() };
            let near = self.sentences_back(present) <= 2 * BACK && !whole.rough;
            (near && self.figures[votes].size > whole.size).then(|| self.no_more_than(votes, &whole))
        };
        self.own.clone().filter(shared).find_map(more)
    }

    /// *bà B đạt 84,7% … tính trên tổng số 32 đại biểu*: 27 of 32 are 84,4%.
    fn no_whole_votes(&self) -> Option<Diagnostic> {
        let text = &self.lower()[self.within.start..];
        let far = text.char_indices().nth(self.sentence().len() + BEHIND).map_or(text.len(), |(far, _)| far);
        let base =
            BASES.iter().find_map(|word| text[..far].find(word).map(|at| self.within.start + at + word.len()))?;
        let place = self.figures.partition_point(|figure| figure.range.start < base);
        let voters = self.figures.get(place).filter(|one| one.range.start <= base + 1 && one.is_person())?;
        let whole = voters.size.rescaled(0)?.mantissa;
        let rate = self.own.clone().find(|at| {
            let rate = &self.figures[*at];
            let Some(most) = rate.value.scale.checked_sub(1).and_then(|place| MOST.get(place as usize)) else {
                return false;
            };
            let told = AGREE[2..3].iter().any(|word| {
                self.label(*at).contains(word)
                    || self.following(*at).trim_start().trim_start_matches("phiếu ").starts_with(word)
            });
            rate.is_rate() && told && whole > 1 && whole <= *most && !is_of(rate, whole)
        })?;
        let said = &self.figures[rate];
        let votes = (0..=whole).min_by_key(|votes| off(said, *votes, whole))?;
        let right = Decimal::whole(votes).percent_of(Decimal::whole(whole), said.value.scale)?;
        let part = Mention { value: Decimal::whole(votes), size: Decimal::whole(votes), of: None, ..voters.clone() };
        let fault = self.proof.fault("prose-rate", self.place(&said.range)).with("part", part.shown());
        let fault = fault.with("base", voters.shown()).with("said", said.shown()).with("computed", format!("{right}%"));
        Some(fault.hint(Message::new("prose-rate.hint").with("computed", format!("{right}%"))))
    }

    /// *tín nhiệm cao đạt đến 93,8% (chỉ có 29/32 đại biểu bỏ phiếu)*: more than all who voted nobody can have.
    fn above_turnout(&self) -> Option<Diagnostic> {
        let voted = |at: &usize| {
            let behind = self.following(*at).trim_start();
            behind.strip_prefix("tham gia ").unwrap_or(behind).starts_with("bỏ phiếu")
        };
        let cast = self.own.clone().filter(|at| self.figures[*at].of.is_some()).find(voted)?;
        let (votes, all) = (self.figures[cast].size, self.figures[cast].of?);
        let above = |at: &usize| {
            let rate = &self.figures[*at];
            let most = votes.percent_of(all, rate.value.scale);
            rate.is_rate() && most.and_then(|most| rate.value.checked_sub(most)).is_some_and(|off| off.mantissa > 1)
        };
        let rate = self.own.clone().find(above)?;
        let (said, part) = (&self.figures[rate], &self.figures[cast]);
        let most = format!("{}%", votes.percent_of(all, said.value.scale)?);
        let fault = self.proof.fault("prose-rate", self.place(&said.range)).with("said", said.shown());
        let fault = fault.with("part", part.shown()).with("base", part.shown_as(all)).with("computed", &most);
        Some(fault.hint(Message::new("prose-rate.hint").with("computed", most)))
    }

    /// The fault of a part that is more than its whole.
    pub(in crate::check::figures) fn no_more_than(&self, at: usize, whole: &Mention) -> Diagnostic {
        let part = Mention { of: None, ..self.figures[at].clone() };
        let mut fault = self.proof.fault("prose-sum", self.place(&self.figures[at].range)).with("part", part.shown());
        fault.message.id = "prose-sum.part";
        fault.with("whole", whole.shown()).hint_id("prose-sum.hint.part")
    }
}

/// Whether a rate is that of some whole number of so many voters, rounded or cut off.
fn is_of(rate: &Mention, whole: i128) -> bool {
    (0..=whole).any(|votes| off(rate, votes, whole) <= 1)
}

/// How far a rate is from that of so many votes, in its last place.
fn off(rate: &Mention, votes: i128, whole: i128) -> i128 {
    let made = Decimal::whole(votes).percent_of(Decimal::whole(whole), rate.value.scale);
    made.and_then(|made| made.checked_sub(rate.value)).map_or(i128::MAX, |off| off.mantissa.abs())
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn ballots_of_one_poll() {
        for (text, told) in [
            ("Số phiếu phát ra 38 phiếu; thu về 39 phiếu; hợp lệ 38 phiếu.", Some("39 phiếu")),
            ("Số phiếu phát ra 38 phiếu; thu về 38 phiếu; hợp lệ 37 phiếu.", None),
            ("Phát ra 52 phiếu, thu về 52 phiếu, hợp lệ 52 phiếu; ông An được 55 phiếu đồng ý.", Some("55 phiếu")),
            ("Phát ra 52 phiếu, thu về 52 phiếu, hợp lệ 52 phiếu; ông An được 50 phiếu đồng ý.", None),
            ("Có 45 đại biểu có mặt. Nghị quyết được 46 đại biểu tán thành.", Some("46 đại biểu")),
            ("Có 45 đại biểu có mặt. Nghị quyết được 44 đại biểu tán thành.", None),
            ("Có 52/55 đại biểu dự họp. Với 54/55 đại biểu tán thành, kỳ họp thông qua.", Some("54/55 đại biểu")),
            ("Có 52/55 đại biểu dự họp. Với 54/60 đại biểu tán thành, kỳ họp thông qua.", None),
            ("Ông An đạt 84,7% tín nhiệm cao, tính trên tổng số 32 đại biểu.", Some("84,7%")),
            ("Ông An đạt 84,4% tín nhiệm cao, tính trên tổng số 32 đại biểu.", None),
            ("Tín nhiệm cao đạt 78,1% đến 93,8% (chỉ 29/32 đại biểu bỏ phiếu).", Some("93,8%")),
            ("Tín nhiệm cao đạt 78,1% đến 90,6% (chỉ 29/32 đại biểu bỏ phiếu).", None),
            // Of one membership no more can vote than are there.
            ("Có 33/34 đại biểu dự kỳ họp. Ông An trúng cử với 34/34 phiếu.", Some("34/34 phiếu")),
            ("Kỳ họp có mặt 33/34 đại biểu. Ông An trúng cử với 33/34 phiếu.", None),
            ("Có 33/34 đại biểu dự kỳ họp. Xã khác bầu ông An với 36/36 phiếu.", None),
            ("Phát ra 50, thu về 50; hợp lệ 48 phiếu, không hợp lệ 3 phiếu.", Some("48 phiếu")),
            ("Phát ra 50, thu về 50; hợp lệ 47 phiếu, không hợp lệ 3 phiếu.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }

    #[test]
    fn rates_of_a_whole_that_is_not_told() {
        let voted = "Có 432 đại biểu biểu quyết (chiếm 86,4% tổng số đại biểu của khóa), trong đó";
        for (text, told) in [
            (format!("{voted} 420 đại biểu tán thành (chiếm 84% tổng số đại biểu của khóa)."), None),
            (format!("{voted} 420 đại biểu tán thành (chiếm 88% tổng số đại biểu của khóa)."), Some("420 đại biểu")),
            (
                "Có 41/43 đại biểu dự họp. Ông An trúng cử với 40/41 phiếu, đạt 93,02% tổng số đại biểu xã.".to_owned(),
                None,
            ),
        ] {
            let found = found(&text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
