//! The ways in which a total or a mean may come about: the parts behind it, boxes times what one holds, an amount over a
//! quantity.

use super::Reading;
use super::nearly::{Terms, Tie, Way};
use super::product::times;
use crate::viet::decimal::Decimal;

/// Words between a total and the first of its parts.
const OPENERS: [&str; 6] = ["trong đó", "trong số đó", "gồm", "cụ thể", ":", "("];

/// The most parts of a total.
const PARTS: usize = 8;

impl Reading<'_> {
    /// The ways of a figure that no word of movement leads to.
    pub(super) fn made_of(&self, at: usize) -> Vec<Way> {
        let label = self.label(at);
        if self.figures[at].per.is_some() {
            return if label.contains("bình quân") { self.quotients(at) } else { Vec::new() };
        }
        let mut ways = self.totals(at);
        if label.contains("tổng") {
            ways.extend(self.contents(at));
        }
        ways
    }

    /// *17.292 tấn. Trong số đó, xã A 4.180 tấn …*: the parts behind a total, one more at a time.
    fn totals(&self, at: usize) -> Vec<Way> {
        let whole = &self.figures[at];
        let part = |one: &usize| {
            let figure = &self.figures[*one];
            figure.is_kin(whole) && figure.of.is_none() && !self.is_moved(*one) && !self.is_base_of_rate(*one)
        };
        let parts: Vec<usize> = (at + 1..self.figures.len()).filter(part).take(PARTS).collect();
        let Some((first, _)) = parts.split_first() else { return Vec::new() };
        let between = self.between(at, *first).to_lowercase();
        if !OPENERS.iter().any(|word| between.contains(word)) || between.matches(". ").count() > 1 {
            return Vec::new();
        }
        let mut sum = None;
        let mut terms: Vec<String> = Vec::new();
        let mut ways = Vec::new();
        for (place, one) in parts.iter().enumerate() {
            // The list ends with its sentence.
            let gap = if place == 0 { "" } else { self.between(parts[place - 1], *one) };
            if gap.contains(". ") || gap.contains('\n') {
                break;
            }
            let Some(part) = self.reach_of(*one) else { break };
            let Some(grown) = sum.map_or(Some(part), |sum| part.plus(sum)) else { break };
            sum = Some(grown);
            terms.push(whole.in_unit(self.figures[*one].size).to_string());
            let makes = grown.map(|size| Some(whole.in_unit(size))).filter(|_| terms.len() > 1);
            ways.extend(makes.map(|makes| Way { tie: Tie::Free, makes, terms: Terms::Sum(terms.join(" + ")) }));
        }
        ways
    }

    /// *52 thùng loại 30 kg/thùng và 31 thùng loại 30 kg/thùng, tổng trọng lượng 2.490 kg*.
    fn contents(&self, at: usize) -> Option<Way> {
        let whole = &self.figures[at];
        let mut makes = None;
        let mut terms: Vec<String> = Vec::new();
        for one in self.own.start..at {
            let unit = &self.figures[one];
            let Some(noun) = unit.per.as_ref().filter(|_| unit.kind == whole.kind) else { continue };
            let counts = |many: &usize| self.figures[*many].unit == *noun && self.figures[*many].per.is_none();
            let many = (self.own.start..one).rev().find(counts)?;
            let product = self.reach_of(one)?.map(|size| times(size, self.figures[many].size))?;
            makes = Some(makes.map_or(Some(product), |sum| product.plus(sum))?);
            terms.push(format!("{} × {}", self.figures[many].shown(), unit.shown()));
        }
        // One product alone is told by the rule of products.
        let makes = makes.filter(|_| terms.len() > 1)?.map(|size| Some(whole.in_unit(size)))?;
        Some(Way { tie: Tie::Only, makes, terms: Terms::Product(terms.join(" + ")) })
    }

    /// *1,9 triệu tấn, trị giá 3,5 tỷ USD … Giá bình quân 1.842 USD/tấn*.
    fn quotients(&self, at: usize) -> Vec<Way> {
        let mean = &self.figures[at];
        let near = |one: &usize| {
            let figure = &self.figures[*one];
            figure.per.is_none() && figure.of.is_none() && !self.is_moved(*one) && self.sentences_back(*one) <= 1
        };
        let before = || (at.saturating_sub(PARTS)..at).filter(near);
        let amounts: Vec<usize> = before().filter(|one| self.figures[*one].kind == mean.kind).collect();
        let counts: Vec<usize> = before().filter(|one| Some(&self.figures[*one].kind) == mean.per.as_ref()).collect();
        let alone = amounts.len() == 1 && counts.len() == 1;
        let mut ways = Vec::new();
        for amount in &amounts {
            for count in &counts {
                let told = alone && amount.abs_diff(*count) == 1;
                ways.extend(self.quotient(at, (*amount, *count), if told { Tie::Told } else { Tie::Free }));
            }
        }
        ways
    }

    fn quotient(&self, at: usize, parts: (usize, usize), tie: Tie) -> Option<Way> {
        let (amount, count) = parts;
        let mean = &self.figures[at];
        let share = self.reach_of(amount)?.share(self.reach_of(count)?)?;
        let makes = share.map(|hundredths| Some(mean.in_unit(Decimal::shifted(hundredths, -2)?)))?;
        let terms = format!("{} : {}", self.figures[amount].shown(), self.figures[count].shown());
        Some(Way { tie, makes, terms: Terms::Product(terms) })
    }
}
