//! Why a figure that does not come out is not told: another way explains it, a word leaves it open, a list may go on.

use super::sums::is_same;
use super::{Form, Tie, distance, evidence};
use crate::check::figures::lists::list::List;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::slip;
use crate::check::figures::{Reading, absolute};
use crate::viet::decimal::Decimal;
use evidence::{RARE, Sign, says};

/// Among how many figures before and behind a product one more that it holds stands.
const NEAR: usize = 6;

/// So many of [`RARE`] leave no doubt even where words leave a figure open.
const SURE: usize = 3;

/// Numbers below it are small.
const SMALL: i128 = 100;

/// Among how many figures before and behind a gap how far its ends lie apart is told.
const APART: usize = 12;

/// Words that lead to the next of an order.
const RIVALS: [&str; 5] = ["xếp sau", "đứng sau", "xếp thứ", "đứng thứ", "xếp tiếp"];

/// Of more terms than these a tie holds by chance where the words speak so much against it.
const MANY: usize = 4;
const CHANCE: f32 = -2.0;

/// How many digits a gap has in which two changed about are no chance.
const TURNED: usize = 3;

/// The most words of a clause that names a plan behind its rate.
const PLANNED: usize = 8;

impl Reading<'_> {
    /// Whether a tie holds, so that its result needs no other.
    ///
    /// *cùng kỳ 40 vụ, nay 34 vụ, giảm 85%*: what tells of a fall is no share.
    pub(in crate::check::figures) fn explains(&self, tie: &Tie) -> bool {
        let label = self.label(tie.result).trim_end();
        let moved = tie.form == Form::Share && ["tăng", "giảm", "vượt"].iter().any(|word| label.ends_with(word));
        let by_chance = tie.terms.len() > MANY && self.odds(tie, &[]) < CHANCE;
        let wrong = moved || by_chance || self.goes_the_other_way(tie) || self.is_cut_short(tie) || self.is_turned(tie);
        !wrong && (tie.makes.holds(&self.figures[tie.result]) || self.holds_with_more(tie) || self.holds_rounded(tie))
    }

    /// *xuất khẩu 37 tỷ USD, nhập khẩu 35,32 tỷ USD, xuất siêu 1,86 tỷ USD*: whether a gap holds by the roundness of its ends alone, and
    /// two digits changed about make it exact.
    pub(super) fn is_turned(&self, tie: &Tie) -> bool {
        let said = self.figures[tie.result].value;
        let right = tie.makes.rounded(said.scale).filter(|right| *right != said);
        tie.form == Form::Gap && right.is_some_and(|right| slip::slip(said, right, TURNED) == Some(slip::Slip::Turned))
    }

    /// Whether a growth is told as a fall, or a fall as a growth: its base is the other figure.
    fn goes_the_other_way(&self, tie: &Tie) -> bool {
        let label = self.label(tie.result).trim_end();
        let (now, was) = (self.figures[tie.terms[0]].size, self.figures[tie.terms[tie.terms.len() - 1]].size);
        let other = |word: &str, fell: bool| label.ends_with(word) && (now < was) != fell;
        // A rate in two digits comes about in many ways.
        let fine = slip::digits(self.figures[tie.result].value) > 2;
        fine && tie.form == Form::Growth && (other("giảm", true) || other("tăng", false))
    }

    /// *mầm non 43 trường, tiểu học 109 trường, THCS 38 trường và THPT 9 trường*: whether the parts of a total stop before the last of
    /// their row, which *và* joins to them.
    fn is_cut_short(&self, tie: &Tie) -> bool {
        let (first, last) = (tie.terms[0], tie.terms[tie.terms.len() - 1]);
        let Some(next) = self.figures.get(last + 1) else { return false };
        let row =
            tie.form == Form::Sum && first > tie.result && tie.terms.len() > 2 && last + 1 - first == tie.terms.len();
        let joined = self.span(last, last + 1);
        row && next.is_counted()
            && next.of.is_none()
            && next.kind == self.figures[last].kind
            && joined.starts_with(" và ")
            && !joined.contains([',', ';', ':', '(', '.'])
            && !self.is_moved(last + 1)
    }

    /// *36.077 ha (xã A 41,5 ha, xã B 36.035 ha)*: whether a total is told less finely than its parts.
    fn holds_rounded(&self, tie: &Tie) -> bool {
        let said = &self.figures[tie.result];
        let finer = tie.terms.iter().any(|part| self.figures[*part].value.scale > said.value.scale);
        let off = distance(tie.makes.mid(), said.value);
        let one = Decimal { mantissa: 1, scale: said.value.scale };
        tie.form == Form::Sum && finer && off.is_some_and(|off| off <= one)
    }

    /// *8 nhịp, mỗi nhịp 33 m, hai mố 10 m, dài 274 m*: whether a third figure near by fills what a product leaves.
    fn holds_with_more(&self, tie: &Tie) -> bool {
        let said = &self.figures[tie.result];
        let left = distance(tie.makes.mid(), said.value);
        let fills = |at: &usize| {
            let one = &self.figures[*at];
            !tie.terms.contains(at)
                && *at != tie.result
                && one.kind == said.kind
                && left == Some(said.in_unit(one.size))
        };
        let near = tie.result.saturating_sub(NEAR)..self.figures.len().min(tie.result + NEAR);
        tie.form == Form::Product && near.filter(fills).any(|at| self.is_within(at, tie.result, (300, 1)))
    }

    /// Whether *hơn* and *khoảng* leave the result open, or a list may go on: only a slip that is rare by chance is told then.
    pub(super) fn is_open(&self, tie: &Tie, off: &[Sign]) -> bool {
        let figures = || tie.terms.iter().chain([&tie.result]).map(|at| &self.figures[*at]);
        let rough = figures().any(|one| one.rough && one.is_round());
        let sure = off.iter().any(|(sign, strength)| RARE[..SURE].contains(sign) && *strength > 0.0);
        // *bằng 99,3% cùng kỳ* tells of no growth.
        let still = matches!(tie.form, Form::Growth | Form::Change) && !says(&evidence::GAPS, self.lead(tie.result));
        // *Kho bán 480 kg, còn 34 thùng (20 kg/thùng)*: what no word tells to be the whole or a mean is told by a slip alone.
        // *450 triệu đồng cho 10 hộ, mỗi hộ 54 triệu đồng*: two digits changed about are enough where the price names the count.
        let pair = off.iter().any(|(sign, strength)| *sign == "turned of two" && *strength > 0.0);
        let loose = matches!(tie.form, Form::Product | Form::Mean) && !sure && !pair && !self.is_worded(tie);
        still
            || loose
            || (matches!(tie.form, Form::Gap | Form::Sum) && self.is_told_elsewhere(tie))
            || (tie.form == Form::Sum && self.are_rivals(tie))
            || (!sure && self.is_of_untold_plan(tie))
            || (rough && !sure)
            || (tie.form == Form::Sum && (self.is_open_sum(tie) || (!sure && self.may_go_on(tie))))
    }

    /// *1.141 tỷ đồng, bằng 43,5% dự toán*, *bằng 117,2% cùng kỳ*: whether a rate is of a plan or of what was, and its base is neither.
    fn is_of_untold_plan(&self, tie: &Tie) -> bool {
        let (rate, base) = (tie.result, tie.terms[tie.terms.len() - 1]);
        let clause = self.tail(rate);
        let short = clause.split_whitespace().count() <= PLANNED;
        let of = |words: &[&str]| {
            let told = says(words, self.own_lead(base)) || says(words, self.tail(base));
            says(words, clause) && !told
        };
        let untold = of(&evidence::PLANS) || (clause.trim_start().starts_with("cùng kỳ") && of(&evidence::PAST));
        tie.form == Form::Share && short && untold && base < rate && self.figures[base].of.is_none()
    }

    /// *thụ lý 77 vụ, giải quyết 53 vụ; so với cùng kỳ, thụ lý giảm 26 vụ. Còn tồn 24 vụ*, *842 tỷ đồng, chi 758 tỷ đồng; 84 tỷ đồng chưa
    /// chi, gồm 62 tỷ đồng để lại, 22 tỷ đồng hủy*: whether what two figures make, or how far they lie apart, is told elsewhere.
    fn is_told_elsewhere(&self, tie: &Tie) -> bool {
        let [one, other] = tie.terms[..] else { return false };
        let (first, second) = (&self.figures[one], &self.figures[other]);
        let gap = tie.form == Form::Gap;
        let made = if gap { distance(first.size, second.size) } else { first.size.checked_add(second.size) };
        let near = tie.result.saturating_sub(APART)..self.figures.len().min(tie.result + APART);
        let told = |at: usize| {
            at != tie.result
                && !tie.terms.contains(&at)
                && is_same(&self.figures[at], first)
                && Some(self.figures[at].size) == made
        };
        // Nor is a part of the other one an end of a gap.
        (gap && says(&["trong đó"], self.span(one, other))) || near.into_iter().any(told)
    }

    /// *50 HCV. Xếp sau là Gò Me (25 HCV), Bến Vông (24 HCV)*: whether figures are those of others in an order.
    fn are_rivals(&self, tie: &Tie) -> bool {
        let first = tie.terms[0];
        first > tie.result && says(&RIVALS, self.span(tie.result, first))
    }

    /// Whether words tell that one figure is all of many, or the mean of them.
    fn is_worded(&self, tie: &Tie) -> bool {
        let whole = if tie.form == Form::Mean { tie.terms[0] } else { tie.result };
        says(&evidence::TOTALS, self.lead(whole)) || (tie.form == Form::Mean && self.is_told_as_mean(tie.result))
    }

    /// A total with its parts as a list.
    fn as_list(&self, tie: &Tie) -> List {
        let parts = tie.terms.iter().map(|part| self.figures[*part].clone()).collect();
        List::of(Opener::Run, self.figures[tie.result].clone(), parts)
    }

    /// Whether the parts of a total overlap, or leave out what is not worth telling.
    fn is_open_sum(&self, tie: &Tie) -> bool {
        let list = self.as_list(tie);
        let Some(over) = list.surplus() else { return true };
        self.is_last_of_a_list(tie)
            || self.is_one_of_a_row(tie.result)
            || self.are_overlapping(&tie.terms)
            || self.leaves_some(&list, over)
    }

    /// Whether more parts may follow, or a total is an item itself; a slip that is rare by chance outweighs that.
    fn may_go_on(&self, tie: &Tie) -> bool {
        let list = self.as_list(tie);
        let Some(over) = list.surplus() else { return true };
        let (first, last) = (tie.terms[0], tie.terms[tie.terms.len() - 1]);
        let behind = self.text[self.figures[last].range.end..].trim_start_matches([' ', ',']);
        let goes_on = behind.starts_with("..") || behind.starts_with('…') || behind.starts_with("v.v");
        // In millions a whole may hold a trifle more.
        let scaled = list.whole.power().is_some_and(|power| power > 0);
        let least = over.shifted(2).is_some_and(|off| absolute(off) <= list.whole.size);
        let trifle = scaled && over.mantissa < 0 && (least || says(&["trong đó"], self.span(tie.result, first)));
        let apart = self.stops_between(first, last) > 0 && !(tie.terms.len() == 2 && self.is_rest_of(last));
        // *48 chi bộ. Kiểm tra 36 chi bộ, giám sát 18 chi bộ*: of small numbers two in another sentence make a third by chance.
        let small =
            list.whole.size < Decimal::whole(SMALL) && !self.is_rest_of(last) && self.times_named(last).is_none();
        let chance = small && tie.terms.len() == 2 && self.stops_between(tie.result, first) > 0;
        self.is_item(tie) || goes_on || trifle || apart || chance
    }

    /// *A thu 174 tỷ đồng; B thu 792 tỷ đồng; C thu 176 tỷ đồng; D thu 2.713 tỷ đồng*: whether semicolons part a figure from those before
    /// it and no word makes it their total.
    fn is_last_of_a_list(&self, tie: &Tie) -> bool {
        let (whole, first, last) = (tie.result, tie.terms[0], tie.terms[tie.terms.len() - 1]);
        let parted = |one: usize| self.span(one, one + 1).contains(';');
        last < whole && !says(&evidence::TOTALS, self.lead(whole)) && (first..whole).all(parted)
    }

    /// *99 đồng chí nhận huy hiệu 50 năm; 37 đồng chí nhận huy hiệu 45 năm; …*: whether four figures or more of a sentence are told in
    /// the same words, so that none of them is the sum of others.
    fn is_one_of_a_row(&self, at: usize) -> bool {
        let words = |one: usize| {
            let mut behind = self.following(one).split_whitespace();
            Some((behind.next()?, behind.next()?))
        };
        let own = words(at);
        let row = self.own.clone().filter(|one| self.figures[*one].is_kin(&self.figures[at]) && words(*one) == own);
        own.is_some() && row.count() > 3
    }

    /// *24 vụ đúng, 52 vụ sai, 15 vụ có đúng có sai và 39 vụ …*: whether a total is an item like those behind it.
    fn is_item(&self, tie: &Tie) -> bool {
        let comma = |one: usize, other: usize| {
            let gap = self.span(one, other);
            gap.matches(',').count() == 1 && !gap.contains([':', '(', ';', '.']) && !says(&["gồm", "trong đó"], gap)
        };
        let (whole, first) = (tie.result, tie.terms[0]);
        let before = whole.checked_sub(1).filter(|before| is_same(&self.figures[*before], &self.figures[whole]));
        before.is_some_and(|before| comma(before, whole) && first == whole + 1 && comma(whole, first))
    }

    /// Whether the words tell of another way in which a figure comes about.
    pub(in crate::check::figures) fn is_explained(&self, result: usize) -> bool {
        let said = &self.figures[result];
        self.ways(result).iter().any(|way| way.makes.holds(said))
    }
}
