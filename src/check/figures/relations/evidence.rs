//! What speaks for a slip in figures that make one another: the words and marks around them, how far they are off, which slip would
//! explain it; and what each of these is worth.

mod off;
mod rates;
mod results;
mod sums;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Form, Tie};
use crate::check::figures::Reading;

/// A sign with its strength: 1 where it is there or not, else a share or the logarithm of a count.
pub(in crate::check::figures) type Sign = (&'static str, f32);

/// What each sign is worth in each form, as fitted.
static WORTH: LazyLock<HashMap<(&'static str, &'static str), f32>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        Some(((cells.next()?, cells.next()?), cells.next()?.parse().ok()?))
    };
    include_str!("worth.tsv").lines().filter_map(row).collect()
});

/// Words of a total, of what is left, of something told each or as a mean, of prices, of a gap, of a time.
pub(super) const TOTALS: [&str; 12] = [
    "tổng",
    "cả ",
    "toàn ",
    "tất cả",
    "chung",
    "cộng",
    "trị giá",
    "thành tiền",
    "kinh phí",
    "số tiền",
    "tương ứng",
    "thu được",
];
const RESTS: [&str; 12] =
    ["còn", "khác", "vắng", "chưa", "không", "lại", "dư", "thiếu", "bỏ", "trượt", "từ chối", "hủy"];
pub(super) const EACH: [&str; 8] =
    ["mỗi ", "từng ", "bình quân", "trung bình", "một suất", "đơn giá", "mức giá", "giá mỗi"];
pub(super) const MEANS: [&str; 6] = ["bình quân", "trung bình", "mật độ", "tức mỗi", "tính ra", "như vậy mỗi"];
pub(super) const PRICES: [&str; 6] = ["đơn giá", "giá bán", "giá mỗi", "hệ số", "lương cơ sở", "định mức"];
pub(super) const GAPS: [&str; 15] = [
    "tăng",
    "giảm",
    "chênh",
    "thiếu",
    "thừa",
    "vượt",
    "hụt",
    "kém",
    "nhiều hơn",
    "cao hơn",
    "thấp hơn",
    "bỏ xa",
    "cách biệt",
    "xuất siêu",
    "nhập siêu",
];
const TIMES: [&str; 6] = ["năm ", "tháng ", "quý ", "ngày ", "kỳ ", "giai đoạn"];
pub(super) const PLANS: [&str; 5] = ["kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu", "nghị quyết"];
pub(super) const PAST: [&str; 6] = ["so với", "cùng kỳ", "năm trước", "tháng trước", "vụ trước", "năm ngoái"];

/// What the evidence must come to for each form, as the logarithm of odds: with a slip that is rare by chance, with another, and
/// without any. Of right passages hardly one comes so far.
const BARS: [(Form, f32, f32, f32); 7] = [
    (Form::Sum, 0.7, 1.35, 1.7),
    (Form::Product, 1.2, 1.2, 2.0),
    (Form::Mean, 1.2, 1.2, 2.0),
    (Form::Share, 1.4, 1.4, 1.8),
    (Form::Growth, 1.0, 2.2, 2.5),
    (Form::Change, 1.5, 2.0, 1.7),
    (Form::Gap, 1.1, 1.1, 0.9),
];

/// What more it must come to where the result is far off.
const FAR: f32 = 0.9;

/// Which of the signs of [`Reading::off`] are slips, those first that are rare by chance.
pub(super) const RARE: [&str; 6] = ["turned", "scaled", "of another scale", "left", "wrong base", "share for growth"];
const COMMON: [&str; 2] = ["turned of two", "digit"];

/// The bar of a form; none where the result is far off and no slip explains it.
pub(in crate::check::figures) fn bar(form: Form, off: &[Sign]) -> Option<f32> {
    let (_, rare, common, plain) = BARS.iter().find(|(one, ..)| *one == form)?;
    let slipped = |slips: &[&str]| off.iter().any(|(name, strength)| slips.contains(name) && *strength > 0.0);
    let told = |wanted: &str| off.iter().any(|(name, _)| name.starts_with(wanted));
    // Of a rate in two digits any slip is common by chance.
    if slipped(&RARE) && !slipped(&["a short rate"]) {
        return Some(*rare);
    }
    if slipped(&RARE) || slipped(&COMMON) {
        return Some(*common);
    }
    let far = told("off by 50%");
    // Of two figures far apart anything may have moved as far.
    (told("off by") && !(far && form == Form::Gap)).then_some(plain + if far { FAR } else { 0.0 })
}

impl Form {
    /// Its name in the table of worths.
    pub(in crate::check::figures) fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Product | Self::Mean => "product",
            Self::Share => "share",
            Self::Growth => "growth",
            Self::Change => "change",
            Self::Gap => "gap",
        }
    }
}

impl Reading<'_> {
    /// What stands around figures that may make one another.
    pub(in crate::check::figures) fn around(&self, tie: &Tie) -> Vec<Sign> {
        let mut signs = match tie.form {
            Form::Sum => self.around_sum(tie),
            Form::Product | Form::Mean | Form::Gap => self.around_result(tie),
            Form::Share | Form::Growth | Form::Change => self.around_rate(tie),
        };
        signs.push(("always", 1.0));
        signs.retain(|(_, strength)| *strength != 0.0);
        signs
    }

    /// The logarithm of the odds that figures were meant to make one another, and hold a slip.
    pub(in crate::check::figures) fn odds(&self, tie: &Tie, off: &[Sign]) -> f32 {
        let name = tie.form.name();
        let worth = |(sign, strength): &Sign| WORTH.get(&(name, *sign)).map_or(0.0, |worth| worth * strength);
        self.around(tie).iter().chain(off).map(worth).sum()
    }
}

/// Ends of sentences in a text.
pub(super) fn stops(text: &str) -> usize {
    text.matches(". ").count() + text.matches('\n').count()
}

fn flag(yes: impl Into<u8>) -> f32 {
    f32::from(yes.into())
}

fn log(length: usize) -> f32 {
    (length as f32 + 1.0).ln()
}

fn share(count: usize, all: usize) -> f32 {
    if all == 0 { 0.0 } else { count as f32 / all as f32 }
}

/// Whether a text tells of a rest: *khác*, but not *khách*.
pub(super) fn tells_rest(text: &str) -> bool {
    let words = format!(" {} ", text.trim());
    RESTS.iter().any(|rest| {
        words.match_indices(rest).any(|(at, _)| {
            let ends = &words[at + rest.len()..];
            words[..at].ends_with(' ') && !ends.starts_with(char::is_alphabetic)
        })
    })
}

pub(super) fn says(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}
