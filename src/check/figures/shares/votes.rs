//! Shares of so few votes that each of them shows whether it can be one — *55/58 đại biểu bỏ phiếu … 77,59% … 15,52% … 15,32%*: all others
//! are so many fifty-eighths.

use crate::check::figures::judge::Terms;
use crate::check::figures::slip::slip;
use crate::check::figures::{NEAR, Reading};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// The most voters: the shares of more of them lie too close together.
const MOST: i128 = 150;

/// How many other shares must be of one number of voters.
const LEAST: usize = 4;

/// Words of a vote.
const VOTES: [&str; 4] = ["phiếu", "tín nhiệm", "tán thành", "biểu quyết"];

impl Reading<'_> {
    /// The shares of the sentence that no number of the votes told makes, though all others near by are made of them.
    pub(in crate::check::figures) fn odd_shares(&self) -> Vec<Diagnostic> {
        let voted = VOTES.iter().any(|word| self.sentence().contains(word));
        let own = self.own.clone().filter(|_| voted);
        own.filter(|at| self.is_fine_rate(*at)).filter_map(|at| self.odd_share(at)).collect()
    }

    /// A share told to two decimals.
    fn is_fine_rate(&self, at: usize) -> bool {
        let figure = &self.figures[at];
        figure.is_rate() && figure.value.scale == 2 && figure.value < Decimal::whole(100) && !self.is_change_of(at)
    }

    fn odd_share(&self, at: usize) -> Option<Diagnostic> {
        let near = at.saturating_sub(NEAR)..self.figures.len().min(at + NEAR);
        let others: Vec<usize> = near.clone().filter(|one| *one != at && self.is_fine_rate(*one)).collect();
        let voters = |one: usize| {
            let figure = &self.figures[one];
            let whole = figure.of.or(Some(figure.size)).filter(|_| figure.is_person() || figure.unit.contains("phiếu"));
            whole.and_then(|whole| whole.rescaled(0)).map(|whole| whole.mantissa)
        };
        let few = |voters: &i128| (2..=MOST).contains(voters);
        let all_fit = |voters: &i128| others.iter().all(|one| share_of(self.figures[*one].value, *voters).is_some());
        let voters = (near.start..at).filter_map(voters).filter(few).find(all_fit).filter(|_| others.len() >= LEAST)?;
        let said = self.figures[at].value;
        share_of(said, voters).is_none().then_some(())?;
        let made = |count: i128| Decimal::whole(count).percent_of(Decimal::whole(voters), 2);
        let mut slipped = (0..=voters).filter(|count| made(*count).is_some_and(|right| slip(said, right, 3).is_some()));
        let count = slipped.next().filter(|_| slipped.next().is_none())?;
        let terms = Terms::Product(format!("{count} : {voters}"), self.figures[at].range.clone());
        Some(self.tell(at, &terms, made(count)?))
    }
}

/// Of how many among so many voters a share in hundredths of a hundredth is told, rounded or cut off.
fn share_of(said: Decimal, voters: i128) -> Option<i128> {
    let hundredths = said.rescaled(2)?.mantissa;
    let nearest = (hundredths * voters + 5_000) / 10_000;
    let exact = nearest * 10_000;
    ((exact - hundredths * voters).abs() <= voters).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn shares_of_few_votes() {
        let first =
            "55/58 đại biểu bỏ phiếu. Ông A có phiếu cao chiếm 79,31%, phiếu vừa chiếm 12,07%, phiếu thấp 3,45%.";
        for (text, told) in [
            (format!("{first} Ông B có phiếu cao chiếm 60,34%, phiếu vừa chiếm 29,31%, phiếu thấp chiếm 5,17%."), None),
            (
                format!("{first} Ông B có phiếu cao chiếm 63,04%, phiếu vừa chiếm 29,31%, phiếu thấp chiếm 5,17%."),
                Some("63,04%"),
            ),
            // What is no slip is a share of something else.
            (format!("{first} Ông B có phiếu cao chiếm 88,88%, phiếu vừa chiếm 29,31%, phiếu thấp chiếm 5,17%."), None),
        ] {
            let found = found(&text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
