//! A mean growth by the year — *tăng bình quân 8,5%/năm* — from the first of two figures to the second.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// Words of a mean growth, before its rate.
const YEARLY: [&str; 4] = ["bình quân", "trung bình", "cagr", "kép"];

/// What a growth is counted in while its root is looked for, and places of the root.
const UNIT: i128 = 1_000_000_000;

impl Reading<'_> {
    /// The way of a mean growth from the first of two figures to the second.
    pub(in crate::check::figures) fn yearly(&self, at: usize) -> Option<Way> {
        let rate = &self.figures[at];
        let label = self.label(at);
        (rate.is_rate() && YEARLY.iter().any(|word| label.contains(word))).then_some(())?;
        let told = |one: &usize| {
            let figure = &self.figures[*one];
            !figure.is_rate() && figure.of.is_none() && figure.per.is_none() && self.sentences_back(*one) <= 2
        };
        let timed = |one: usize| Some((one, self.year_of(one)?));
        let figures: Vec<(usize, i32)> = (at.saturating_sub(NEAR)..at).filter(told).filter_map(timed).collect();
        let [(from, first), (to, last)] = figures[..] else { return None };
        let years = u32::try_from(last - first).ok().filter(|years| (2..=30).contains(years))?;
        self.figures[from].is_kin(&self.figures[to]).then_some(())?;
        let times = self.reach_of(to)?.over(self.reach_of(from)?)?;
        let makes = times.map(|times| root(times, years)?.checked_sub(Decimal::whole(1))?.shifted(2))?;
        let behind = self.text[rate.range.end..].trim_start();
        let each = ["/năm", "mỗi năm", "một năm"].iter().any(|word| behind.starts_with(word)) || label.contains("cagr");
        let tie = if each { Tie::Told } else { Tie::Named };
        let terms = Terms::Change(self.figures[from].size, self.figures[to].clone());
        (makes.mid().mantissa > 0).then_some(Way { tie, makes, terms })
    }

    /// The one year that is told in the words around a figure.
    fn year_of(&self, at: usize) -> Option<i32> {
        let figure = &self.figures[at].range;
        let before = at.checked_sub(1).map_or(0, |before| self.figures[before].range.end);
        let after = self.figures.get(at + 1).map_or(self.within.end, |next| next.range.start).max(figure.end);
        let year = |text: &str| {
            let (_, behind) = text.rsplit_once("năm ")?;
            behind.get(..4)?.parse().ok().filter(|year| (1_900..2_100).contains(year))
        };
        let clause = self.text[figure.end..after].split([',', ';', '.']).next().unwrap_or_default();
        year(clause).or_else(|| year(&self.text[before.min(figure.start)..figure.start]))
    }
}

/// A root above one, by halves.
fn root(value: Decimal, degree: u32) -> Option<Decimal> {
    let wanted =
        value.percent_of(Decimal::whole(1), 9)?.shifted(-2)?.rescaled(9).or_else(|| value.rescaled(9))?.mantissa;
    let (mut low, mut high) = (UNIT, wanted.max(UNIT));
    while high - low > 1 {
        let middle = low.midpoint(high);
        let power = (1..degree).try_fold(middle, |power, _| Some(power.checked_mul(middle)? / UNIT))?;
        if power > wanted { high = middle } else { low = middle }
    }
    Some(Decimal { mantissa: low, scale: 9 })
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_of_slips;

    #[test]
    fn roots_of_a_growth() {
        told_of_slips(&[(
            "Trong năm 2020, huyện đón 201.340 lượt khách; năm 2023 đón 267.984 lượt khách, tăng bình quân {}/năm.",
            "10%",
            &["13%", "1%"],
        )]);
    }
}
