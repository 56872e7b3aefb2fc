//! Parts that fill a whole although no *trong đó* says so: what is left, how the votes fell, shares of one whole.

use super::mention::Mention;
use super::{NEAR, Reading, absolute, near};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Words of those who did not agree.
const OTHERS: [&str; 7] =
    ["không tán thành", "không đồng ý", "không biểu quyết", "không có ý", "ý kiến khác", "phiếu trắng", "không hợp lệ"];

impl Reading<'_> {
    /// *kế hoạch 842,6 tỷ đồng. … đã giải ngân 517,9 tỷ đồng; còn lại 324,7 tỷ đồng*: two figures before, and no more.
    pub(super) fn remainders(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|at| self.remainder(at)).collect()
    }

    /// What is left, against the whole and what is done; both must stand before it, and nothing else of their kind.
    fn remainder(&self, at: usize) -> Option<Diagnostic> {
        let left = &self.figures[at];
        let label = self.label(at);
        (label.contains("còn lại") && !left.is_rate() && left.of.is_none()).then_some(())?;
        let same = |other: &usize| self.figures[*other].kind == left.kind && self.figures[*other].of.is_none();
        let before: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(same).collect();
        let [whole, done] = before[..] else { return None };
        let told = self.before(done).to_lowercase();
        let spent = ["đã ", "giải ngân", "thực hiện"].iter().any(|word| told.contains(word));
        // Increases and cuts in between make the rest another sum.
        (spent && !self.is_change(whole) && !self.is_change(done)).then_some(())?;
        let (whole, done) = (&self.figures[whole], &self.figures[done]);
        let rest = whole.size.checked_sub(done.size)?;
        // The one who wrote the rest may have rounded it.
        let last_place = Decimal { mantissa: 1, scale: left.value.scale };
        let off = absolute(left.in_unit(rest).checked_sub(left.value)?);
        let meant = left.size < whole.size && done.size < whole.size && off > last_place;
        meant.then(|| {
            self.other_sum(at, format!("{} - {}", whole.in_unit(whole.size), done.shown()), left.in_unit(rest))
        })
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
            let same = other.kind == figure.kind || matches!(other.kind.as_str(), "phiếu" | "ý kiến" | "đại biểu");
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
            let share = self.figures[*part].size.percent_of(base, rate.value.scale);
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
    fn other_sum(&self, at: usize, terms: String, sum: Decimal) -> Diagnostic {
        let told = &self.figures[at];
        let fault = self.proof.fault("prose-sum", self.place(&told.range));
        let fault = fault.with("terms", terms).with("sum", told.shown_as(sum));
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
