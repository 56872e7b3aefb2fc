//! Parts that fill a whole although no *trong đó* says so: what is left, how the votes fell, shares of one whole.

use super::mention::Mention;
use super::{NEAR, Reading, absolute, near};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Words of those who did not agree.
const OTHERS: [&str; 7] =
    ["không tán thành", "không đồng ý", "không biểu quyết", "không có ý", "ý kiến khác", "phiếu trắng", "không hợp lệ"];

/// Words of two parts that fill a whole between them.
const HALVES: [(&str, &str); 5] = [
    ("có mặt", "vắng"),
    ("đã giải quyết", "đang giải quyết"),
    ("đã xử lý", "đang xử lý"),
    ("hợp lệ", "không hợp lệ"),
    ("tán thành", "không tán thành"),
];

impl Reading<'_> {
    /// *kế hoạch 842,6 tỷ đồng. … đã giải ngân 517,9 tỷ đồng; còn lại 324,7 tỷ đồng*: two figures before, and no more.
    pub(super) fn remainders(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|at| self.remainder(at).or_else(|| self.other_half(at))).collect()
    }

    /// What is left, against the whole and all that is told of it in between: *186 kiến nghị; 143 kiến nghị đã giải quyết;
    /// 38 kiến nghị đang xử lý; còn 5 kiến nghị*.
    fn remainder(&self, at: usize) -> Option<Diagnostic> {
        let left = &self.figures[at];
        (self.is_rest(at) && !left.is_rate() && left.of.is_none() && !left.rough).then_some(())?;
        let same = |other: &usize| {
            let figure = &self.figures[*other];
            let near = self.sentences_back(*other) <= 2;
            figure.is_kin(left) && figure.of.is_none() && near && self.figures[*other].size >= Decimal::default()
        };
        let before: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(same).collect();
        let (whole, parts) = before.split_first()?;
        // Increases and cuts in between make the rest another sum.
        let plain =
            (1..=4).contains(&parts.len()) && !before.iter().any(|at| self.is_change(*at) || self.figures[*at].rough);
        let size = self.figures[*whole].size;
        let smaller = parts.iter().all(|part| self.figures[*part].size < size) && left.size < size;
        (plain && smaller).then_some(())?;
        let told = self.before(parts[0]).to_lowercase();
        let spent = ["đã ", "giải ngân", "thực hiện"].iter().any(|word| told.contains(word));
        let rests = self.rests(size, parts)?;
        // The one who wrote the rest may have rounded it.
        let last_place = Decimal { mantissa: 1, scale: left.value.scale };
        let off = |rest: Decimal| left.in_unit(rest).checked_sub(left.value).map(absolute);
        let right = rests
            .iter()
            .any(|rest| off(*rest).is_none_or(|off| off <= last_place && (left.value.scale > 0 || off.is_zero())));
        let rest = *rests.last()?;
        // What is far from the rest of all parts is the rest of something else.
        let near = absolute(left.size.checked_sub(rest)?).shifted(2)?
            <= Decimal { mantissa: size.mantissa.checked_mul(12)?, ..size };
        (!right && (near || (spent && parts.len() == 1))).then_some(())?;
        let shown: Vec<String> = parts.iter().map(|part| left.in_unit(self.figures[*part].size).to_string()).collect();
        let terms = format!("{} - {}", left.in_unit(size), shown.join(" - "));
        Some(self.other_sum(at, terms, left.in_unit(rest)))
    }

    /// *khám phá 158/190 vụ, đang điều tra 32 vụ*: what a share leaves of its whole.
    fn other_half(&self, at: usize) -> Option<Diagnostic> {
        let left = &self.figures[at];
        let part = at.checked_sub(1).filter(|part| *part >= self.own.start)?;
        let (part, whole) = (&self.figures[part], self.figures[part].of?);
        let label = self.label(at);
        let told = ["còn", "đang", "chưa"].iter().any(|word| label.trim_start().starts_with(word));
        (told && left.is_kin(part) && left.of.is_none() && !left.rough).then_some(())?;
        let rest = whole.checked_sub(part.size)?;
        // Far from the rest it is part of it only.
        let off = absolute(left.size.checked_sub(rest)?).shifted(2)?;
        let near = off <= Decimal { mantissa: whole.mantissa.checked_mul(10)?, ..whole };
        let terms = || format!("{} - {}", left.in_unit(whole), part.value);
        (left.size != rest && near).then(|| self.other_sum(at, terms(), left.in_unit(rest)))
    }

    /// Whether a figure is told as what is left of something: *còn lại 5 hộ*, *còn 5 hộ*, not *giảm còn 5 hộ*.
    fn is_rest(&self, at: usize) -> bool {
        let label = self.label(at);
        let label = label.trim_end();
        let bare = label.strip_suffix("còn").is_some_and(|head| {
            !["giảm", "xuống", "chỉ", "nay", "vẫn", "hiện"].iter().any(|word| head.trim_end().ends_with(word))
        });
        label.contains("còn lại") || bare
    }

    /// The whole less some of the parts, each choice of them; less all of them comes last.
    fn rests(&self, whole: Decimal, parts: &[usize]) -> Option<Vec<Decimal>> {
        let mut rests = vec![whole];
        for part in parts {
            let less: Option<Vec<Decimal>> =
                rests.iter().map(|rest| rest.checked_sub(self.figures[*part].size)).collect();
            rests.extend(less?);
        }
        Some(rests)
    }

    /// *Chi bộ có 45 đảng viên, có mặt 41 đảng viên, vắng 3 đảng viên*: the two halves make up the whole.
    pub(super) fn halves(&self) -> Option<Diagnostic> {
        let sentence = &self.text[self.within.clone()];
        let (one, other) = HALVES.iter().find(|(one, other)| sentence.contains(one) && sentence.contains(other))?;
        let ends = |word: &str| self.own.clone().find(|at| self.label(*at).trim_end().ends_with(word));
        let (first, second) = (ends(one)?, ends(other)?);
        let whole = first.checked_sub(1).filter(|whole| *whole >= self.own.start && second == first + 1)?;
        let all = self.figures[whole].range.start..self.figures[second].range.end;
        let [whole, first, second] = [whole, first, second].map(|at| &self.figures[at]);
        let sum = first.size.checked_add(second.size)?;
        let differ = first.kind == whole.kind && second.kind == whole.kind && sum != whole.size;
        differ.then_some(())?;
        let off = absolute(sum.checked_sub(whole.size)?);
        let fault = self
            .proof
            .fault("prose-sum", self.place(&all))
            .with("told", whole.shown())
            .with("terms", format!("{} + {}", first.value, second.value))
            .with("sum", whole.shown_as(whole.in_unit(sum)));
        Some(fault.hint(Message::new("prose-sum.hint").with("difference", whole.shown_as(whole.in_unit(off)))))
    }

    /// *54/56 đại biểu tán thành, 01 đại biểu không tán thành và 02 đại biểu không biểu quyết*: at most 56.
    pub(super) fn votes(&self) -> Option<Diagnostic> {
        // What is said of a figure: the words up to the next one.
        let behind = |at: usize| {
            let end = self.figures.get(at + 1).map_or(self.within.end, |next| next.range.start).min(self.within.end);
            self.text.get(self.figures[at].range.end..end).unwrap_or_default()
        };
        let agreed = self.own.clone().find(|at| {
            let words = behind(*at);
            self.figures[*at].of.is_some() && (words.contains("tán thành") || words.contains("đồng ý"))
        })?;
        let (figure, mut parts) = (&self.figures[agreed], vec![self.figures[agreed].value.to_string()]);
        let mut sum = figure.size;
        // The next motion has its own votes.
        let agrees = |at: &usize| behind(*at).contains("tán thành") && !behind(*at).contains("không tán thành");
        let other_motion = |at: &usize| self.figures[*at].of.is_some() || agrees(at);
        let next = (agreed + 1..self.own.end).find(other_motion).unwrap_or(self.own.end);
        for at in agreed + 1..next {
            let other = &self.figures[at];
            let same = other.is_kin(figure) || matches!(other.kind.as_str(), "phiếu" | "ý kiến" | "đại biểu");
            if same && OTHERS.iter().any(|word| behind(at).contains(word)) {
                sum = sum.checked_add(other.size)?;
                parts.push(other.value.to_string());
            }
        }
        // Fewer votes than people are common: somebody did not vote, and nobody says so.
        let whole = figure.of.filter(|whole| parts.len() > 1 && sum > *whole)?;
        let fault = self
            .proof
            .fault("prose-sum", self.place(&figure.range))
            .with("told", figure.shown())
            .with("terms", parts.join(" + "))
            .with("sum", figure.shown_as(sum));
        let off = figure.shown_as(sum.checked_sub(whole)?);
        Some(fault.hint(Message::new("prose-sum.hint").with("difference", off)))
    }

    /// *Tốt 187 em (45,39%), Khá 164 em (39,81%), Đạt 52 em (12,26%)*: one whole explains all shares but one.
    pub(super) fn shares(&self) -> Option<Diagnostic> {
        let pairs: Vec<usize> = self.own.clone().filter(|at| self.is_rated(*at)).collect();
        (pairs.len() > 2).then_some(())?;
        // Whether a whole makes a share right, within one unit of its last place.
        let fits = |part: &usize, base: Decimal| {
            let rate = &self.figures[part + 1];
            let share = self.figures[*part].size.percent_of(base, rate.value.scale + 2);
            share.is_some_and(|value| near(value, rate.value))
        };
        let wholes = self.figures[..pairs[0]].iter().rev().take(NEAR).filter(|figure| !figure.is_rate());
        // The one share that a whole does not explain; of two, the whole is no whole.
        let odd = |whole: &Mention| {
            let mut odd = pairs.iter().copied().filter(|part| !fits(part, whole.size));
            let first = odd.next()?;
            odd.next().is_none().then_some((first, whole.size))
        };
        let (part, base) = wholes.map(odd).find(Option::is_some)??;
        let (figure, rate) = (&self.figures[part], &self.figures[part + 1]);
        let computed = format!("{}%", figure.size.percent_of(base, rate.value.scale)?);
        let fault = self
            .proof
            .fault("prose-rate", self.place(&rate.range))
            .with("part", figure.shown())
            .with("base", figure.shown_as(figure.in_unit(base)))
            .with("computed", &computed);
        Some(fault.hint(Message::new("prose-rate.hint").with("computed", computed)))
    }

    /// The fault of a sum at a figure, with its terms and the difference.
    pub(super) fn other_sum(&self, at: usize, terms: String, sum: Decimal) -> Diagnostic {
        let told = &self.figures[at];
        let fault = self.proof.fault("prose-sum", self.place(&told.range));
        let fault = fault.with("told", told.shown()).with("terms", terms).with("sum", told.shown_as(sum));
        let off = sum.checked_sub(told.value).map(absolute).unwrap_or_default();
        fault.hint(Message::new("prose-sum.hint").with("difference", told.shown_as(off.trimmed())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn wholes_and_rests() {
        for (text, told) in [
            ("Vốn giao 842 tỷ đồng. Đã giải ngân 517 tỷ đồng; số vốn còn lại là 325 tỷ đồng.", None),
            ("Vốn giao 842 tỷ đồng. Đã giải ngân 517 tỷ đồng; số vốn còn lại là 352 tỷ đồng.", Some("352 tỷ đồng")),
            ("Xã có 120 hộ, 30 hộ cận nghèo, đã giúp 20 hộ, còn lại 95 hộ.", None),
            ("Có 50/56 đại biểu tán thành, 4 đại biểu không tán thành, 2 đại biểu không biểu quyết.", None),
            (
                "Có 52/56 đại biểu tán thành, 4 đại biểu không tán thành, 2 đại biểu không biểu quyết.",
                Some("52/56 đại biểu"),
            ),
            (
                "Một nghị quyết 56/56 đại biểu tán thành; một nghị quyết có 52 đại biểu tán thành, 4 đại biểu không tán thành.",
                None,
            ),
            ("Trường có 200 em: Tốt 100 em (50%), Khá 60 em (30%), Đạt 40 em (20%).", None),
            ("Trường có 200 em: Tốt 100 em (50%), Khá 60 em (30%), Đạt 40 em (21,5%).", Some("21,5%")),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
