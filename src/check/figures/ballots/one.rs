//! The ballots of one person by degree of confidence — *32 phiếu tín nhiệm cao, 7 phiếu tín nhiệm, 1 phiếu tín nhiệm thấp* — make up
//! what those of the others do.

use std::ops::Range;

use crate::check::figures::{NEAR, Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

impl Reading<'_> {
    /// *16 phiếu tín nhiệm cao, 15 phiếu tín nhiệm và 26 phiếu tín nhiệm thấp* of 47 voters: the three make up no more than all who
    /// voted, and as rates as much as those of the others.
    pub(in crate::check::figures) fn ballots_of_one(&self) -> Option<Diagnostic> {
        // The ballots of the others tell how many there are for each.
        let around = self.own.start.saturating_sub(NEAR)..self.figures.len().min(self.own.end + NEAR);
        let all: Vec<(Vec<usize>, Decimal)> = self.graded(around.clone());
        let own = |(figures, _): &&(Vec<usize>, Decimal)| self.own.contains(&figures[0]);
        let wholes: Vec<Decimal> = around
            .clone()
            .filter(|at| self.figures[*at].unit == "phiếu")
            .filter_map(|at| self.figures[at].of)
            .collect();
        let voted =
            around.clone().find(|at| self.figures[*at].of.is_some() && self.following(*at).contains("bỏ phiếu"));
        all.iter().filter(own).find_map(|(figures, sum)| {
            let first = &self.figures[figures[0]];
            let hundred = Decimal::whole(100);
            // More than a hundred is wrong whoever voted.
            let above = sum.checked_sub(hundred).is_some_and(|over| over > Decimal { mantissa: 5, scale: 2 });
            let right = if first.is_rate() && above {
                hundred
            } else if first.is_rate() {
                // The shares of the others, or of all who voted.
                let turnout = voted.and_then(|at| self.figures[at].size.percent_of(self.figures[at].of?, 2));
                let near = |a: Decimal, b: Decimal| a.checked_sub(b).is_some_and(|off| off.mantissa.abs() <= 3);
                let held = all.iter().filter(|(other, _)| other != figures && self.figures[other[0]].is_rate());
                let mut held = held.map(|(_, sum)| *sum);
                // All others make up one sum, be it a hundred or the turnout: *55/58 đại biểu bỏ phiếu* are 94,83%.
                let one = held.next()?;
                let whole = [turnout, Some(hundred)].into_iter().flatten().find(|whole| near(one, *whole))?;
                Some(whole).filter(|whole| !near(*sum, *whole) && held.all(|other| near(other, *whole)))?
            } else {
                let whole = *wholes.first()?;
                Some(whole).filter(|whole| wholes.iter().all(|other| other == whole) && *sum > *whole)?
            };
            let last = &self.figures[*figures.last()?];
            let terms: Vec<String> = figures.iter().map(|at| self.figures[*at].value.to_string()).collect();
            let fault = self.proof.fault("prose-sum", self.place(&(first.range.start..last.range.end)));
            let fault = fault.with("terms", terms.join(" + ")).with("told", first.shown_as(right));
            let off = absolute(sum.checked_sub(right)?);
            let hint = Message::new("prose-sum.hint").with("difference", first.shown_as(off));
            Some(fault.with("sum", first.shown_as(*sum)).hint(hint))
        })
    }

    /// The three figures of each person by degree of confidence, with their sum.
    fn graded(&self, range: Range<usize>) -> Vec<(Vec<usize>, Decimal)> {
        let mut clauses: Vec<Vec<usize>> = vec![Vec::new()];
        for at in range {
            let gap = at.checked_sub(1).map_or("", |before| self.between(before, at));
            // A person is told in one clause.
            if gap.contains(';') || gap.contains(". ") || gap.contains('\n') {
                clauses.push(Vec::new());
            }
            clauses.last_mut().into_iter().for_each(|clause| clause.push(at));
        }
        let graded = |clause: Vec<usize>| {
            let [first, .., last] = clause[..] else { return None };
            let kind = &self.figures[first].kind;
            let votes = self.figures[first].is_rate() || kind == "phiếu";
            let alike = votes && clause.len() == 3 && clause.iter().all(|at| self.figures[*at].kind == *kind);
            let start = self.lead_range(first).start;
            let end = self.figures.get(last + 1).map_or(self.text.len(), |next| next.range.start);
            let head = self.lower().get(start..self.figures[first].range.start)?;
            let head = head.rfind(';').into_iter().chain(head.rfind(". ")).max().map_or(start, |stop| start + stop + 1);
            let words = self.lower()[head..end].trim_start();
            let words = words.split(';').next().and_then(|words| words.split(". ").next()).unwrap_or_default();
            let degrees = ["cao", "thấp"].iter().all(|degree| {
                words.contains(&format!("tín nhiệm {degree}")) || words.contains(&format!("phiếu {degree}"))
            });
            let sum = clause.iter().try_fold(Decimal::default(), |sum, at| sum.checked_add(self.figures[*at].size))?;
            (alike && degrees).then_some((clause, sum))
        };
        clauses.into_iter().filter_map(graded).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn ballots_of_one_person() {
        let other = "Bà Mai có 32/40 phiếu tín nhiệm cao, 7/40 phiếu tín nhiệm, 1/40 phiếu tín nhiệm thấp.";
        let rates = "Bà Mai được 80% phiếu tín nhiệm cao, 12,5% phiếu tín nhiệm, 5% phiếu tín nhiệm thấp; ông An được";
        let voted = "Có 39/40 đại biểu bỏ phiếu.";
        for (text, told) in [
            (format!("{other} Ông An có 30 phiếu tín nhiệm cao, 11 phiếu tín nhiệm và 2 phiếu tín nhiệm thấp."), true),
            (format!("{other} Ông An có 30 phiếu tín nhiệm cao, 8 phiếu tín nhiệm và 2 phiếu tín nhiệm thấp."), false),
            // Some ballots may be void.
            (format!("{other} Ông An có 29 phiếu tín nhiệm cao, 8 phiếu tín nhiệm và 2 phiếu tín nhiệm thấp."), false),
            (
                format!("{voted} {rates} 75% phiếu tín nhiệm cao, 12,5% phiếu tín nhiệm, 7,5% phiếu tín nhiệm thấp."),
                true,
            ),
            (
                format!("{voted} {rates} 75% phiếu tín nhiệm cao, 17,5% phiếu tín nhiệm, 5% phiếu tín nhiệm thấp."),
                false,
            ),
            (format!("{rates} 75% phiếu tín nhiệm cao, 22,5% phiếu tín nhiệm, 5% phiếu tín nhiệm thấp."), true),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
    }
}
