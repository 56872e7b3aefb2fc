//! Shares of one whole that a rest closes — *… chiếm 5,4%; … chiếm 2,6% và các hoạt động khác chiếm 4,3%* — make up a hundred.

use crate::check::figures::{Reading, absolute};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// Words of what closes a whole.
const RESTS: [&str; 3] = ["khác", "còn lại", "các loại khác"];

/// How far off a sum of shares is hardly of one whole.
const FAR: i128 = 15;

impl Reading<'_> {
    /// The fault of shares of a sentence that leave something of their whole, or take more.
    pub(in crate::check::figures) fn closed_shares(&self) -> Option<Diagnostic> {
        let is_share = |at: &usize| {
            let label = self.label(*at).trim_end();
            let label = label.strip_suffix("tỷ trọng").unwrap_or(label).trim_end();
            self.figures[*at].is_rate() && label.ends_with("chiếm")
        };
        let shares: Vec<usize> = self.own.clone().filter(is_share).collect();
        let (first, last) = (*shares.first()?, *shares.last()?);
        let before = shares.len().checked_sub(2).map(|before| self.figures[shares[before]].range.end)?;
        let own = &self.lower()[before..self.figures[last].range.start];
        let closes = RESTS.iter().any(|word| own.contains(word));
        let run = &self.lower()[self.figures[first].range.end..self.figures[last].range.start];
        let plain = !["trong đó", "riêng ", "...", "…", "trong số"].iter().any(|word| run.contains(word));
        let items = run.matches([';']).count() + 1 >= shares.len() - 1 || !run.contains(';');
        // Other rates between are how far each of them moved.
        let moved = (first..=last).all(|at| !self.figures[at].is_rate() || is_share(&at) || self.is_change_of(at));
        (shares.len() > 2 && closes && plain && items && moved).then_some(())?;
        let terms = shares.iter().map(|at| self.figures[*at].value);
        let sum = terms.clone().try_fold(Decimal::default(), Decimal::checked_add)?;
        let off = absolute(sum.checked_sub(Decimal::whole(100))?);
        let scale = terms.clone().map(|value| value.scale).max()?;
        let slack = Decimal { mantissa: i128::try_from(shares.len()).ok()?, scale };
        let rough = shares.iter().any(|at| self.figures[*at].rough);
        (off > slack && off <= Decimal::whole(FAR) && !rough).then_some(())?;
        let range = self.figures[first].range.start..self.figures[last].range.end;
        let shown: Vec<String> = terms.map(|value| format!("{value}%")).collect();
        let mut fault = self.proof.fault("prose-sum", self.place(&range)).with("terms", shown.join(" + "));
        fault.message.id = "prose-sum.whole";
        Some(fault.with("sum", format!("{sum}%")).hint_id("prose-sum.hint.whole"))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn shares_that_a_rest_closes() {
        let power = "Điện cho công nghiệp chiếm 54,6%, tăng 11,8%; sinh hoạt chiếm";
        for (text, told) in [
            (format!("{power} 33,1%, tăng 3,7%; nông nghiệp chiếm 8% và các hoạt động khác chiếm 4,3%."), false),
            (format!("{power} 31,3%, tăng 3,7%; nông nghiệp chiếm 8% và các hoạt động khác chiếm 4,3%."), true),
            // Nothing says that these are all.
            (format!("{power} 31,3%, tăng 3,7%; nông nghiệp chiếm 8% và thủy lợi chiếm 4,3%."), false),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
    }
}
