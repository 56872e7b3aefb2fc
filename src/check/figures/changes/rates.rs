//! Rates that other rates make — *tăng 17,3% về lượng, nhưng giảm 1,3% về trị giá … giá bình quân giảm 15,9%*: what value and
//! number leave for the mean.

use crate::check::figures::changes::growth::FALLS;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// Words behind a rate of how many there are, and of what they are worth; or before it.
const NUMBERS: [&str; 6] = ["về lượng", "về khối lượng", "về số lượng", "về sản lượng", "về số doanh", "về số dự"];
const VALUES: [&str; 6] = ["về trị giá", "về giá trị", "về kim ngạch", "về vốn", "về số vốn", "về tổng vốn"];
const COUNTED: [&str; 2] = ["số doanh nghiệp", "số dự án"];
const WORTH: [&str; 3] = ["vốn đăng ký", "vốn đăng kí", "kim ngạch"];

/// How many sentences before a mean its rates may stand.
const BACK: usize = 4;

/// Two rates that make a third.
struct Pair {
    number: usize,
    value: usize,
    with: Option<String>,
}

impl Reading<'_> {
    /// The growth of a mean, from those of the value and of the number.
    pub(in crate::check::figures) fn of_rates(&self, at: usize) -> Vec<Way> {
        let said = &self.figures[at];
        let head = self.lower()[self.within.start..said.range.start].replace("trị giá", "");
        let mean = head.contains("bình quân") && ["giá ", "vốn "].iter().any(|word| head.contains(word));
        if !(mean && said.is_rate() && self.is_move(at)) || self.following(at).trim_start().starts_with("về ") {
            return Vec::new();
        }
        let with = self.compared_with(at);
        let pairs = self.pairs_of_rates(at);
        let same = |pair: &Pair| pair.with.is_some() && pair.with == with;
        let alone = pairs.len() == 1 || pairs.iter().filter(|pair| same(pair)).count() == 1;
        let falls = self.falls(at);
        let way = |pair: &Pair| {
            let (makes, fell) = self.moved_level(pair.value)?.growth(self.moved_level(pair.number)?)?;
            let tie = match (same(pair), alone) {
                (true, true) => Tie::Named,
                (true, false) => Tie::Free,
                _ => Tie::Silent,
            };
            if fell == falls {
                let level = |one: usize| self.moved_level(one).map(|level| format!("{}%", level.mid().trimmed()));
                let terms = format!("{} : {} - 100%", level(pair.value)?, level(pair.number)?);
                return Some(Way { tie, makes, terms: Terms::Product(terms, said.range.clone()) });
            }
            // Told the other way, it must be the very same rate.
            let value = if fell {
                Decimal::whole(100).checked_sub(makes.mid())
            } else {
                makes.mid().checked_add(Decimal::whole(100))
            };
            let level = value?.percent_of(Decimal::whole(100), said.value.scale)?;
            let to = Mention { value: level, size: level, ..said.clone() };
            let told = same(pair) && makes.holds(said) && said.value.scale > 0;
            told.then_some(Way { tie: Tie::Told, makes, terms: Terms::Backwards(Decimal::whole(100), to) })
        };
        pairs.iter().filter_map(way).collect()
    }

    /// The rates of number and value before a mean, as they are told together.
    fn pairs_of_rates(&self, at: usize) -> Vec<Pair> {
        let named = |one: usize, behind: &[&str], before: &[&str]| {
            let told = self.following_figure(one);
            behind.iter().any(|word| told.starts_with(word)) || before.iter().any(|word| self.label(one).contains(word))
        };
        let moved =
            |one: &usize| self.figures[*one].is_rate() && self.is_move(*one) && self.sentences_back(*one) <= BACK;
        let pair = |one: usize| {
            let other = (one + 1..at.min(one + 3)).find(|other| self.figures[*other].is_rate())?;
            let numbers = |at: usize| named(at, &NUMBERS, &COUNTED);
            let values = |at: usize| named(at, &VALUES, &WORTH) && !numbers(at);
            let (number, value) = match (numbers(one) && values(other), values(one) && numbers(other)) {
                (true, _) => (one, other),
                (_, true) => (other, one),
                _ => return None,
            };
            let with = self.compared_with(other).or_else(|| self.compared_with(one));
            (self.is_move(other) && !self.between(one, other).contains(['.', ';'])).then_some(Pair {
                number,
                value,
                with,
            })
        };
        (at.saturating_sub(NEAR)..at).filter(moved).filter_map(pair).collect()
    }

    /// What a rate of movement makes of a hundred.
    fn moved_level(&self, at: usize) -> Option<Reach> {
        let (whole, rate) = (Reach::exactly(Decimal::whole(100)), self.reach_of(at)?);
        if self.falls(at) { whole.minus(rate) } else { whole.plus(rate) }
    }

    fn falls(&self, at: usize) -> bool {
        FALLS.iter().any(|word| self.label(at).contains(word))
    }

    /// The words right behind a figure, of whichever sentence it is.
    fn following_figure(&self, at: usize) -> &str {
        self.lower()[self.figures[at].range.end..].trim_start()
    }

    /// What a rate is compared with, behind it or before it.
    fn compared_with(&self, at: usize) -> Option<String> {
        let clause =
            |text: &str| text.split([',', '.', ';', '(', ')', '\n']).next().unwrap_or_default().trim().to_owned();
        let behind = clause(self.following_figure(at));
        let behind = behind.split_once("so với ").map(|(_, with)| with.to_owned());
        let before = || self.label(at).split_once("so với ").map(|(_, with)| clause(with));
        let with = behind.or_else(before)?;
        let with = ["tăng", "giảm"].iter().find_map(|word| Some(with.split_once(word)?.0)).unwrap_or(&with);
        Some(with.trim().to_owned()).filter(|with| !with.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn means_of_rates() {
        let tea = "Xuất khẩu chè tăng 12% về lượng, nhưng giảm 3% về trị giá so với cùng kỳ. Giá chè bình quân đạt 1.699 USD/tấn,";
        let firms = "Cả tỉnh giảm 2,9% về số doanh nghiệp, tăng 11,1% về vốn đăng ký so với cùng kỳ. Vốn bình quân một doanh nghiệp";
        for (text, told) in [
            (format!("{tea} giảm 13,4% so với cùng kỳ."), None),
            (format!("{tea} tăng 13,4% so với cùng kỳ."), Some("13,4%")),
            (format!("{tea} giảm 18,4% so với cùng kỳ."), Some("18,4%")),
            (format!("{tea} giảm 18,4% so với tháng trước."), None),
            (format!("{firms} tăng 14,4% so với cùng kỳ."), None),
            (format!("{firms} tăng 8,2% so với cùng kỳ."), None),
            (format!("{firms} tăng 14,9% so với cùng kỳ."), Some("14,9%")),
        ] {
            let found = found(&text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
