//! A total against the parts that its sentence lists — *tổng, trong đó*.

use std::ops::Range;

use super::list::{List, Units};
use super::mention::Mention;
use super::opener::Opener;
use super::slip::{self, Mend, Slip};
use super::{Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

impl Reading<'_> {
    /// The faults of a sentence's lists, one a total.
    pub(super) fn sums(&self) -> Vec<Diagnostic> {
        let mut told: Vec<Range<usize>> = Vec::new();
        let mut found = Vec::new();
        for list in self.lists() {
            if !told.contains(&list.whole.range)
                && let Some(fault) = self.sum(&list)
            {
                told.push(list.whole.range.clone());
                found.push(fault);
            }
        }
        found
    }

    /// "tổng … 91,3 tỷ đồng, trong đó: … 32,3 tỷ đồng; … 59 tỷ đồng": the parts never exceed the whole, and parts that
    /// leave out a little only, or that a slip of the typist explains, were meant to make it up.
    pub(super) fn sum(&self, list: &List) -> Option<Diagnostic> {
        let total = &list.whole;
        let widened = list.widened()?;
        let list = widened.as_ref().unwrap_or(list);
        let sum = list.sum()?;
        let over = sum.checked_sub(total.size)?;
        if over.mantissa > 0 && matches!(list.opener, Opener::Among | Opener::Consists) && self.ends_early(list)? {
            return None;
        }
        // Another total of the paragraph may be the one that is made up, or two of them together.
        let earlier = self.figures.iter().filter(|one| one.range.end <= list.parts[0].range.start && one.is_kin(total));
        let pair = |one: &Mention| one.range != total.range && one.size.checked_add(total.size) == Some(sum);
        let other = || earlier.clone().any(|one| one.size == sum || pair(one));
        // *đạt 16/18 chỉ tiêu, trong đó 9 … vượt, 7 … đạt, còn lại 2 …*
        let filled = total.of == Some(sum);
        if over.is_zero() || filled || list.is_rounded(over)? || other() {
            return None;
        }
        if let Some(part) = list.parts.iter().find(|part| is_tiny(part, total)) {
            return Some(self.tiny_part(part, total));
        }
        if let Some(part) = list.larger().filter(|part| !self.is_last_of_many(total, part)) {
            return Some(self.larger_part(part, total));
        }
        let mends = slip::mends(total, &list.parts, over);
        let slipped = list.opener == Opener::Run && list.of_another_scale(sum).is_some();
        ((slipped || list.is_fit(sum) || !mends.is_empty())
            && (list.is_scaled_up(sum) || list.is_meant(sum, over, &mends)?))
        .then_some(())?;
        let likely = slip::likely(&mends);
        let turned = likely.filter(|mend| mend.slip == Slip::Turned).map(|mend| &mend.figure);
        let scaled = || list.of_another_scale(sum).map(|at| &list.parts[at]);
        // Any of them may be the wrong one, unless changing one alone makes the sum right.
        let end = list.parts.last()?.range.end;
        let lines = self.text.get(total.range.end..end).is_none_or(|text| text.contains('\n'));
        let all = total.range.start..if lines { total.range.end } else { end };
        let place = turned.or_else(scaled).map_or(all, |culprit| culprit.range.clone());
        let terms: Vec<String> = list.parts.iter().map(|part| term(part, total)).collect();
        let fault = self
            .proof
            .fault("prose-sum", self.place(&place))
            .with("terms", terms.join(" + "))
            .with("told", total.shown())
            .with("sum", total.shown_as(total.in_unit(sum)));
        let off = total.shown_as(total.in_unit(absolute(over)));
        let hint = match likely {
            Some(mend) => {
                Message::new("prose-sum.hint.slip").with("wrong", mend.figure.value).with("right", mend.right)
            }
            None => Message::new("prose-sum.hint"),
        };
        Some(fault.hint(hint.with("difference", off)))
    }
}

impl Reading<'_> {
    /// *44 sản phẩm, gồm 7 sản phẩm …, 37 sản phẩm …; công nhận lại 13 sản phẩm*: where commas part the items, what stands behind
    /// a semicolon may be no more of them, if those before it fit into the total.
    fn ends_early(&self, list: &List) -> Option<bool> {
        let stops = |pair: &[Mention]| {
            self.text.get(pair[0].range.end..pair[1].range.start).is_some_and(|between| between.contains(';'))
        };
        let Some(last) = list.parts.windows(2).position(stops).filter(|last| *last > 0) else { return Some(false) };
        let head = List { parts: list.parts[..=last].to_vec(), ..list.clone() };
        Some(head.sum()? <= list.whole.size)
    }

    /// Whether a total is the last of several that *trong đó* may be told of together: *A 282 ca, B 169 ca..., trong đó có 582 ca*.
    fn is_last_of_many(&self, whole: &Mention, part: &Mention) -> bool {
        let head = self.text[..whole.range.start].rfind(". ").map_or(0, |stop| stop + 2);
        let kin = |one: &&Mention| one.range.start >= head && one.range.end <= whole.range.start && one.is_kin(whole);
        let open = self
            .text
            .get(whole.range.end..part.range.start)
            .is_some_and(|link| link.contains("..") || link.contains('…'));
        open || self.figures.iter().filter(kin).count() > 2
    }

    fn tiny_part(&self, part: &Mention, whole: &Mention) -> Diagnostic {
        let mut fault = self.proof.fault("prose-sum", self.place(&part.range)).with("part", part.shown());
        fault.message.id = "prose-sum.scale";
        fault.with("whole", whole.shown()).hint_id("prose-sum.hint.scale")
    }

    fn larger_part(&self, part: &Mention, whole: &Mention) -> Diagnostic {
        let line = !self.text[whole.range.end..part.range.start].contains('\n');
        let place = if line { whole.range.start..part.range.end } else { part.range.clone() };
        let mut fault = self.proof.fault("prose-sum", self.place(&place)).with("part", part.shown());
        fault.message.id = "prose-sum.part";
        fault.with("whole", whole.shown()).hint_id("prose-sum.hint.part")
    }
}

impl List {
    fn sum(&self) -> Option<Decimal> {
        self.parts.iter().try_fold(Decimal::default(), |sum, part| sum.checked_add(part.size))
    }

    /// The list with what *riêng* sets apart, if that makes up its total, be it with two digits changed about.
    fn widened(&self) -> Option<Option<List>> {
        if self.asides.is_empty() {
            return Some(None);
        }
        let parts = [self.parts.as_slice(), &self.asides].concat();
        let wide = List { parts, asides: Vec::new(), ..self.clone() };
        let over = wide.sum()?.checked_sub(self.whole.size)?;
        let turned = slip::mends(&self.whole, &wide.parts, over).iter().any(|mend| mend.slip == Slip::Turned);
        Some(Some(wide).filter(|_| over.is_zero() || turned))
    }

    /// A part that is larger than its whole, where the words leave no doubt of either.
    fn larger(&self) -> Option<&Mention> {
        let opener = matches!(self.opener, Opener::Among | Opener::OfWhole | Opener::Consists);
        let sure = opener && self.units == Units::Same && self.plain;
        let larger = |part: &&Mention| {
            let digits = part.size.checked_sub(self.whole.size).is_some_and(|over| over.mantissa > 0);
            // What is three times its whole no *gần* explains.
            let far = times(self.whole.size, 3).is_some_and(|most| part.size > most);
            digits && part.unit == self.whole.unit && (far || (!part.rough && !self.whole.rough))
        };
        self.parts.iter().filter(|_| sure).find(larger)
    }

    /// Whether a part may be one of the total: smaller than it, or the total a thousand times too small or too large.
    fn is_fit(&self, sum: Decimal) -> bool {
        let total = self.whole.size;
        let scaled = [3, 6, -3, -6].iter().any(|power| total.shifted(*power) == Some(sum));
        scaled || self.parts.iter().all(|part| part.size < total)
    }

    /// Whether a total is off by no more than rounding, or by what *hơn* and *gần* leave open.
    fn is_rounded(&self, over: Decimal) -> Option<bool> {
        let (total, off) = (&self.whole, absolute(over));
        let last_place = total.last_place()?;
        let rough = self.parts.iter().chain([total]).any(|one| one.rough && one.is_round());
        let parts = i128::try_from(self.parts.len()).ok()?;
        // Large whole numbers of thousands and millions are rounded too, and so is the total of parts told more finely.
        let scaled = total.power()? > 0 && total.value >= Decimal::whole(1_000);
        let finer = self.parts.iter().any(|part| part.last_place().is_some_and(|place| place < last_place));
        let places = match total.value.scale {
            1.. => parts,
            0 if scaled => parts / 2,
            0 if finer && total.value >= Decimal::whole(100) => 1,
            0 => 0,
        };
        let slack = times(last_place, places)?;
        Some(off <= slack || (rough && off.shifted(2)? <= times(total.size, 5)?))
    }

    /// Whether the parts were meant to make up the total: more than it is, all but a little, or off by one slip.
    fn is_meant(&self, sum: Decimal, over: Decimal, mends: &[Mend]) -> Option<bool> {
        let total = self.whole.size;
        let hundred = absolute(over).shifted(2)?;
        let within = |percent: i128| Some(hundred <= times(total, percent)?);
        // A slip in the total alone tells it, however far off it leads; one digit only where nothing is left out.
        let sure = self.closed && self.plain;
        let slip = slip::slip(self.whole.value, self.whole.in_unit(sum), if sure { 2 } else { 3 });
        let slipped = slip == Some(Slip::Turned) || (sure && self.whole.value >= Decimal::whole(100) && slip.is_some());
        let turned = slipped || (mends.iter().any(|mend| mend.slip == Slip::Turned) && within(20)?);
        let among = matches!(self.opener, Opener::Among | Opener::OfWhole);
        match self.units {
            Units::Same => {}
            // Parts in other units may count something else altogether.
            Units::Filling => return within(if among { 5 } else { 12 }),
            // Two parts alone may count something else altogether.
            Units::Other if self.parts.len() == 2 && self.opener != Opener::Consists => {
                return Some((turned || slip::one_figure_apart(sum, total, 5)) && within(12)?);
            }
            Units::Other if among => return Some(over.mantissa > 0 && within(5)?),
            Units::Other => return within(12),
        }
        // Of a run nothing but the slip itself says that these are the parts.
        if self.opener == Opener::Run {
            return Some(self.of_another_scale(sum).is_some() || (slip::is_turned_once(mends) && within(40)?));
        }
        if self.opener == Opener::Such {
            let slip = slip::one_figure_apart(sum, total, 4) && within(12)?;
            // In a long list one part with two digits changed about may lead far off.
            let far = self.parts.len() > 4 && slip::is_turned_once(mends);
            let turned = turned || (far && within(40)?);
            return Some(self.parts.len() > 2 && self.plain && (turned || slip));
        }
        if matches!(self.opener, Opener::Tally | Opener::From) {
            return Some(slipped || within(25)?);
        }
        if over.mantissa > 0 {
            return match self.opener {
                // What a sentence only says of a whole may overlap.
                _ if slipped => Some(true),
                Opener::OfWhole => within(15),
                Opener::Votes => Some(true),
                Opener::With | Opener::Bracket => within(20),
                _ if !self.plain => Some(turned || within(5)?),
                _ => Some(true),
            };
        }
        // Beside the parts that are worth telling, a whole in millions may hold a few that are not.
        let trifle = !self.closed && self.whole.power()? > 0 && absolute(over).shifted(3)? <= times(total, 5)?;
        if self.open || (trifle && !turned) {
            return Some(false);
        }
        // *Trong đó có 15 em …, 23 em … và 34 em …*: what *và* closes is all, if two digits changed about make it so.
        if self.joined && self.plain && self.parts.len() > 2 && within(20)? && self.is_swapped(over) {
            return Some(true);
        }
        let told = match (self.closed, self.plain, self.parts.len()) {
            (true, true, _) => 10,
            (true, false, _) => 5,
            // What a sentence of its own tells of the one before need not be all.
            (false, ..) if self.apart => 0,
            (false, true, 3..) => 5,
            (false, ..) => 3,
        };
        let digits = if self.parts.len() > 2 { 2 } else { 3 };
        let slip = slip::one_figure_apart(sum, total, digits) && within(12)?;
        Some(within(told)? || turned || (self.plain && (slip || self.of_another_scale(sum).is_some())))
    }

    /// *87.573 ngàn ha* for the sum of 59.750 ha, 15.486 ha and 12.337 ha: the digits of the total are the sum's.
    fn is_scaled_up(&self, sum: Decimal) -> bool {
        let digits = self.whole.value.mantissa.to_string().trim_end_matches('0').len();
        let scaled = || [-3, -6].iter().any(|power| self.whole.size.shifted(*power) == Some(sum));
        self.units == Units::Same && digits > 2 && scaled()
    }

    /// Whether a part of two digits or more has two of them changed about.
    fn is_swapped(&self, over: Decimal) -> bool {
        let swapped = |part: &&Mention| {
            let right = part.size.checked_sub(over).map(|right| part.in_unit(right));
            right.is_some_and(|right| slip::slip(part.value, right, 2) == Some(Slip::Turned))
        };
        self.parts.iter().any(|part| swapped(&part))
    }

    /// The part that would make the sum right if it were ten or a thousand times as large, or as small: *triệu* for *tỷ*.
    fn of_another_scale(&self, sum: Decimal) -> Option<usize> {
        let with = |part: &Mention, power: i32| sum.checked_sub(part.size)?.checked_add(part.size.shifted(power)?);
        // A total with decimals, or in millions, is rounded.
        let total = &self.whole;
        let exact = total.value.scale == 0 && total.power() == Some(0);
        let slack = if exact { Decimal::default() } else { total.last_place()? };
        let near = |sum: Decimal| sum.checked_sub(total.size).is_some_and(|off| absolute(off) <= slack);
        // What the slack would swallow explains nothing.
        let counts = |part: &Mention, power: i32| part.size.shifted(power).is_some_and(|size| size > slack);
        let right = |part: &Mention| {
            [3, -3, 1, -1].iter().any(|power| counts(part, *power) && with(part, *power).is_some_and(near))
        };
        self.parts.iter().position(right)
    }
}

/// Whether a part told to the second decimal of its *nghìn* or *triệu* is less than a thousandth of its whole: nobody tells so
/// little so closely, but many write one word of scale for the next.
pub(super) fn is_tiny(part: &Mention, whole: &Mention) -> bool {
    let finely = part.value.scale >= 2 && part.power().is_some_and(|power| power > 0) && part.is_kin(whole);
    finely && part.size.shifted(3).is_some_and(|size| size < whole.size)
}

/// A part in the words of the sum: its unit only where it is another; *căn* and *căn nhà* are one.
pub(super) fn term(part: &Mention, whole: &Mention) -> String {
    let same = part.is_kin(whole) && part.power() == whole.power();
    if same { part.value.to_string() } else { part.shown() }
}

/// A number some times over.
pub(super) fn times(value: Decimal, factor: i128) -> Option<Decimal> {
    Some(Decimal { mantissa: value.mantissa.checked_mul(factor)?, ..value })
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn sums() {
        let wrong = "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn địa phương 69 tỷ đồng.";
        let told = "91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn địa phương 69 tỷ đồng";
        assert_eq!(found(wrong), [format!("{told} chênh lệch 10 tỷ đồng; sửa tổng hoặc sửa một phần")]);
        let mixed = "Tổng chi là 21,45 tỷ đồng, gồm chi đầu tư 8,2 tỷ đồng, chi thường xuyên 12,75 tỷ đồng và dự phòng 600 triệu đồng.";
        assert!(found(mixed)[0].ends_with("chênh lệch 0,1 tỷ đồng; sửa tổng hoặc sửa một phần"));
        assert_eq!(
            found("Tỉnh cấp 15 dự án với vốn 20 tỷ đồng, trong đó có 6 dự án mới và 10 dự án mở rộng.").len(),
            1
        );
        for wrong in [
            "Tổng mức là 2,4 tỷ đồng, gồm xây lắp 1,9 triệu đồng, thiết bị 350 triệu đồng và khác 150 triệu đồng.",
            "Chi bộ có 45 đảng viên, có mặt 41 đảng viên, vắng 3 đảng viên.",
        ] {
            assert_eq!(found(wrong).len(), 1, "{wrong}");
        }
        for right in [
            "Chi bộ có 45 đảng viên, có mặt 41 đảng viên, vắng 4 đảng viên.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn địa phương 59 tỷ đồng.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn huyện 9 tỷ đồng.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 91 tỷ đồng, đã giải ngân 80 tỷ đồng.",
            "Tổng vốn 100 tỷ đồng, gồm vốn tỉnh 32,3 tỷ đồng, vốn xã 59 tỷ đồng...",
            "Có 100 hộ, trong đó 60 hộ nghèo, tăng 50 hộ.",
            "Tổng chi là 21,45 tỷ đồng, gồm chi đầu tư 8,2 tỷ đồng, chi thường xuyên 12,75 tỷ đồng và dự phòng 500 triệu đồng.",
        ] {
            assert!(found(right).is_empty(), "{right}: {:?}", found(right));
        }
    }
}
