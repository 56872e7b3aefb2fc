//! Balances with a side — *xuất siêu 3,4 tỷ USD, trong đó khu vực trong nước nhập siêu 17,8 tỷ USD, khu vực FDI xuất siêu 21,2 tỷ
//! USD*: what is less counts against what is more.

use crate::check::figures::Reading;
use crate::check::figures::reach::Reach;
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Words of what is more, each with that of what is less.
const SIDES: [(&str, &str); 2] = [("xuất siêu", "nhập siêu"), ("thặng dư", "thâm hụt")];

/// A balance with its two parts.
struct Sided {
    whole: usize,
    parts: [usize; 2],
}

impl Reading<'_> {
    /// Whether the sentence tells a balance and the two that make it up, which are no parts of a sum.
    pub(in crate::check::figures) fn is_sided(&self) -> bool {
        self.sided().is_some()
    }

    /// The fault of a balance that its two parts do not make, or that lies on the other side.
    pub(in crate::check::figures) fn other_side(&self) -> Option<Diagnostic> {
        let Some(sided) = self.sided() else { return self.own.clone().find_map(|at| self.turned_side(at)) };
        let Sided { whole, parts } = sided;
        let side = |at: usize| self.side_of(at).is_some_and(|(_, more)| more);
        let makes = |turned: Option<usize>| {
            let signed = |sum: Reach, at: usize| {
                let same = (side(at) == side(whole)) != (turned == Some(at));
                if same { sum.plus(self.reach_of(at)?) } else { sum.minus(self.reach_of(at)?) }
            };
            let sum = parts.iter().try_fold(Reach::exactly(Decimal::default()), |sum, at| signed(sum, *at))?;
            sum.map(|size| Some(self.figures[whole].in_unit(size)))
        };
        let said = &self.figures[whole];
        let sum = makes(None).filter(|sum| !sum.holds(said) && !said.rough)?;
        let sign = |at: usize| if side(at) == side(whole) { "" } else { "-" };
        let term = |at: usize| format!("{}{}", sign(at), said.in_unit(self.figures[at].size));
        let second = term(parts[1]);
        let second = second.strip_prefix('-').map_or(format!("+ {second}"), |second| format!("- {second}"));
        let terms = format!("{} {second}", term(parts[0]));
        let holds = |at: &&usize| makes(Some(**at)).is_some_and(|sum| sum.holds(said));
        if let Some(at) = parts.iter().find(holds) {
            return Some(self.on_side(whole, *at, (terms, sum.mid())));
        }
        Some(self.other_sum(
            whole,
            terms,
            sum.rounded(said.value.scale)?,
            &(said.range.start..self.figures[parts[1]].range.end),
        ))
    }

    /// *xuất khẩu 4,12 tỷ USD, nhập khẩu 5,03 tỷ USD, xuất siêu 0,91 tỷ USD*: right, but for the side.
    fn turned_side(&self, at: usize) -> Option<Diagnostic> {
        self.side_of(at)?;
        let (more, less) = self.balanced(at)?;
        let (one, other, said) = (&self.figures[more], &self.figures[less], &self.figures[at]);
        let apart = self.reach_of(less)?.minus(self.reach_of(more)?)?.map(|size| Some(said.in_unit(size)))?;
        (one.size < other.size && apart.holds(said)).then_some(())?;
        let terms = format!("{} - {}", said.in_unit(one.size), said.in_unit(other.size));
        let sum = said.in_unit(one.size.checked_sub(other.size)?);
        Some(self.on_side(at, at, (terms, sum)))
    }

    /// The fault of a balance whose word is that of the other side.
    fn on_side(&self, whole: usize, at: usize, (terms, sum): (String, Decimal)) -> Diagnostic {
        let (said, part) = (&self.figures[whole], &self.figures[at]);
        let (word, more) = self.side_of(at).unwrap_or_default();
        let place = self.lead_range(at).start + self.lead(at).rfind(word).unwrap_or_default();
        let fault = self.proof.fault("prose-sum", self.place(&(place..part.range.end)));
        let fault = fault.with("told", said.shown()).with("terms", terms).with("sum", said.shown_as(sum.trimmed()));
        let right = SIDES.iter().find(|(one, other)| *one == word || *other == word);
        let right = right.map_or("", |(one, other)| if more { other } else { one });
        fault.hint(Message::new("prose-sum.hint.measure").with("right", format!("{right} {}", part.shown())))
    }

    fn sided(&self) -> Option<Sided> {
        let told = |at: &usize| {
            let figure = &self.figures[*at];
            figure.is_counted() && figure.of.is_none() && self.side_of(*at).is_some() && !self.is_moved(*at)
        };
        let all: Vec<usize> = self.own.clone().filter(told).collect();
        let [whole, one, other] = all[..] else { return None };
        let kin = [one, other].iter().all(|at| self.figures[*at].is_kin(&self.figures[whole]));
        let link = &self.lower()[self.figures[whole].range.end..self.figures[one].range.start];
        let among = ["trong đó", "khu vực", "gồm"].iter().any(|word| link.contains(word));
        (kin && among).then_some(Sided { whole, parts: [one, other] })
    }

    /// The word of a side before a figure, and whether it is that of more.
    fn side_of(&self, at: usize) -> Option<(&'static str, bool)> {
        let label = self.label(at);
        let all = SIDES.iter().flat_map(|(more, less)| [(*more, true), (*less, false)]);
        all.filter_map(|(word, more)| Some((label.rfind(word)?, (word, more)))).max().map(|(_, side)| side)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn balances_with_a_side() {
        for (text, told) in [
            (
                "Cả năm xuất siêu 3,4 tỷ USD, trong đó khu vực trong nước nhập siêu 17,8 tỷ USD; khu vực FDI xuất siêu 21,2 tỷ USD.",
                None,
            ),
            (
                "Cả năm xuất siêu 3,4 tỷ USD, trong đó khu vực trong nước xuất siêu 17,8 tỷ USD; khu vực FDI xuất siêu 21,2 tỷ USD.",
                Some("xuất siêu 17,8 tỷ USD có phải là nhập siêu 17,8 tỷ USD?"),
            ),
            (
                "Cả năm xuất siêu 3,4 tỷ USD, trong đó khu vực trong nước nhập siêu 18,7 tỷ USD; khu vực FDI xuất siêu 21,2 tỷ USD.",
                Some("3,4 tỷ USD"),
            ),
            ("Quý I xuất khẩu đạt 4,12 tỷ USD; nhập khẩu đạt 5,03 tỷ USD; nhập siêu 0,91 tỷ USD.", None),
            (
                "Quý I xuất khẩu đạt 4,12 tỷ USD; nhập khẩu đạt 5,03 tỷ USD; xuất siêu 0,91 tỷ USD.",
                Some("xuất siêu 0,91 tỷ USD"),
            ),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
