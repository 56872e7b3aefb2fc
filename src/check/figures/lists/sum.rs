//! A total against the parts that its sentence lists — *tổng, trong đó*.

use std::ops::Range;

use crate::check::figures::lists::fit::counted_twice;
use crate::check::figures::lists::list::List;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::mention::Mention;
use crate::check::figures::slip::{self, Mend, Slip};
use crate::check::figures::{Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

impl Reading<'_> {
    /// The faults of a sentence's lists, one a total.
    pub(in crate::check::figures) fn sums(&self, lists: &[List]) -> Vec<Diagnostic> {
        let mut told: Vec<Range<usize>> = Vec::new();
        let mut found = Vec::new();
        for list in lists {
            if !told.contains(&list.whole.range)
                && let Some(fault) = self.sum(list)
            {
                told.push(list.whole.range.clone());
                found.push(fault);
            }
        }
        found
    }

    /// "tổng … 91,3 tỷ đồng, trong đó: … 32,3 tỷ đồng; … 59 tỷ đồng": the parts never exceed the whole, and parts that
    /// leave out a little only, or that a slip of the typist explains, were meant to make it up.
    pub(in crate::check::figures) fn sum(&self, list: &List) -> Option<Diagnostic> {
        let total = &list.whole;
        let widened = list.widened()?;
        let list = widened.as_ref().unwrap_or(list);
        let sum = list.sum()?;
        let over = sum.checked_sub(total.size)?;
        if over.mantissa > 0 && matches!(list.opener, Opener::Among | Opener::Consists) && self.ends_early(list)? {
            return None;
        }
        if self.is_filled_early(list) || self.leaves_some(list, over) {
            return None;
        }
        // *312 hồ sơ, đã giải quyết 298 (trước hạn 251, đúng hạn 47), đang giải quyết 14*: the sum holds one part twice.
        if counted_twice(list.parts.iter()) == Some(over) {
            return None;
        }
        // Another total of the paragraph may be the one that is made up, or two of them together.
        let earlier = self
            .figures
            .iter()
            .filter(|one| one.range.end <= list.parts[0].range.start && one.range != total.range && one.is_kin(total));
        let small = |one: &Mention| times(one.size, 20).is_some_and(|size| size < total.size);
        let pair =
            |one: &Mention| one.range != total.range && !small(one) && one.size.checked_add(total.size) == Some(sum);
        let other = || earlier.clone().any(|one| one.size == sum || pair(one));
        // *đạt 16/18 chỉ tiêu, trong đó 9 … vượt, 7 … đạt, còn lại 2 …*
        let filled = total.of == Some(sum);
        let mends = slip::mends(total, &list.parts, over);
        // Two digits changed about in one figure explain a sum better than *khoảng* does.
        let turned =
            mends.iter().any(|mend| mend.slip == Slip::Turned) && list.opener != Opener::Run && list.is_exact();
        if over.is_zero() || filled || (list.is_rounded(over)? && !turned) {
            return None;
        }
        // Right behind its total a bracket tells of no other.
        if list.opener != Opener::Bracket && other() {
            return None;
        }
        if let Some(part) = list.parts.iter().find(|part| is_tiny(part, total)) {
            return Some(self.tiny_part(part, total));
        }
        if let Some(part) =
            list.larger().filter(|part| !self.is_last_of_many(total, part) && !self.is_whole_itself(part))
        {
            return Some(self.larger_part(part, total));
        }
        let slipped = list.opener == Opener::Run && list.of_another_scale(sum).is_some();
        ((slipped || list.vouched || list.is_fit(sum) || !mends.is_empty())
            && (list.is_scaled_up(sum) || list.is_meant(sum, over, &mends)?))
        .then_some(())?;
        self.unfit(list, sum, &mends)
    }

    /// The fault of parts that do not make up their total.
    pub(in crate::check::figures) fn unfit(&self, list: &List, sum: Decimal, mends: &[Mend]) -> Option<Diagnostic> {
        let total = &list.whole;
        let over = sum.checked_sub(total.size)?;
        let likely = slip::likely(mends);
        let turned = likely.filter(|mend| mend.slip != Slip::Digit).map(|mend| &mend.figure);
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

    /// *45 đại biểu, trong đó 30 đại biểu …, 15 đại biểu khóa XII. Về giới tính có 20 đại biểu nữ*: whether the parts up to a stop
    /// make up the total, so that what follows tells of it again.
    fn is_filled_early(&self, list: &List) -> bool {
        let mut sum = Some(list.parts[0].size);
        list.parts.windows(2).any(|pair| {
            let filled = sum == Some(list.whole.size);
            sum = sum.and_then(|sum| sum.checked_add(pair[1].size));
            let gap = self.text.get(pair[0].range.end..pair[1].range.start);
            filled && gap.is_some_and(|gap| gap.contains(". ") || gap.contains(';'))
        })
    }

    /// *571.212 phiếu bầu A, trong đó 567.597 phiếu hợp lệ; 571.269 phiếu bầu B, trong đó …*: whether a figure behind a semicolon has
    /// parts of its own.
    fn is_whole_itself(&self, part: &Mention) -> bool {
        let behind = &self.text[part.range.end..];
        let clause = &behind[..behind.find([';', '.', '\n']).unwrap_or(behind.len())];
        self.text[..part.range.start].trim_end().ends_with(';') && clause.contains(", trong đó")
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

/// Whether a part told to the second decimal of its *nghìn* or *triệu* is less than a thousandth of its whole: nobody tells so
/// little so closely, but many write one word of scale for the next.
pub(in crate::check::figures) fn is_tiny(part: &Mention, whole: &Mention) -> bool {
    let finely = part.value.scale >= 2 && part.power().is_some_and(|power| power > 0) && part.is_kin(whole);
    finely && part.size.shifted(3).is_some_and(|size| size < whole.size)
}

/// A part in the words of the sum: its unit only where it is another; *căn* and *căn nhà* are one.
pub(in crate::check::figures) fn term(part: &Mention, whole: &Mention) -> String {
    let same = part.is_kin(whole) && part.power() == whole.power();
    if same { part.value.to_string() } else { part.shown() }
}

/// A number some times over.
pub(in crate::check::figures) fn times(value: Decimal, factor: i128) -> Option<Decimal> {
    Some(Decimal { mantissa: value.mantissa.checked_mul(factor)?, ..value })
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

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
            // What has parts of its own is no part, and what is fewer than before is no whole.
            "Có 571.212 phiếu bầu đại biểu tỉnh, trong đó có 567.597 phiếu hợp lệ; 571.269 phiếu bầu đại biểu xã, trong đó có 564.400 phiếu hợp lệ.",
            "Xảy ra 180 vụ, ít hơn 3 vụ so với cùng kỳ, làm 62 người bị thương. Trong số này, trộm cắp 53 vụ, đánh bạc 33 vụ.",
            "Tổng chi là 21,45 tỷ đồng, gồm chi đầu tư 8,2 tỷ đồng, chi thường xuyên 12,75 tỷ đồng và dự phòng 500 triệu đồng.",
        ] {
            assert!(found(right).is_empty(), "{right}: {:?}", found(right));
        }
    }
}
