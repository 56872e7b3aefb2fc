//! Totals with the rows of figures that may fill them.

use super::dimension::{Dimension, dimension, may_add};
use super::{Form, Tie};
use crate::check::figures::lists::fit::counted_twice;
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::relations::evidence::{stops, tells_rest};
use crate::check::figures::{Reading, first_letters};
use crate::viet::decimal::Decimal;

/// The most parts of a total, and within how many bytes and sentences they stand.
const MOST: usize = 24;
const FAR: (usize, usize) = (900, 4);

/// The same of parts that do not count what the total does.
const NEAR: (usize, usize) = (500, 1);

/// The same of a part and what is left beside it.
const BESIDE: (usize, usize) = (500, 2);

/// The least total: of less anything is the sum.
const LEAST: i128 = 5;

/// How far behind a total a part and what is left of it stand.
const PAIRED: usize = 8;

/// Nouns behind which a number in words counts nothing: *31 giải ba*.
const RANKS: [&str; 8] = ["giải", "hạng", "thứ", "loại", "lần", "cấp", "mức", "bậc"];

/// Numbers in words that no figure stands for, and what is told of several alike.
const WORDS: [&str; 9] = ["một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mỗi"];

/// Which figures are parts of a total.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kin {
    /// Those that count the same.
    Same,
    /// All that may be added.
    Any,
}

impl Reading<'_> {
    /// The sums that a figure may be.
    pub(super) fn sums_of(&self, whole: usize) -> Vec<Tie> {
        let said = &self.figures[whole];
        let total = said.is_counted() && said.size >= Decimal::whole(LEAST);
        if !total
            || self.times_named(whole).is_some()
            || self.is_moved(whole)
            || self.is_base_of_rate(whole)
            || dimension(said) == Dimension::Bare
        {
            return Vec::new();
        }
        let mut rows: Vec<Vec<usize>> = Vec::new();
        for kin in [Kin::Same, Kin::Any] {
            for row in
                [self.row_of(whole, kin, whole + 1..self.figures.len()), self.row_of(whole, kin, (0..whole).rev())]
            {
                rows.extend((2..=row.len()).map(|count| row[..count].to_vec()));
                // *740 tấn, gồm cá 540 tấn, tôm 200 tấn. Trong đó, nuôi trồng 400 tấn, khai thác 340 tấn*
                let behind = &row[self.filled_by(whole, &row).unwrap_or(row.len())..];
                rows.extend((2..=behind.len()).map(|count| behind[..count].to_vec()));
                // *đoạn một dài 1.750 m, rộng 5,5 m; đoạn hai dài 2.450 m, rộng 6 m*
                let every_other: Vec<usize> = row.iter().copied().step_by(2).collect();
                rows.extend(Some(every_other).filter(|row| row.len() > 1));
            }
        }
        rows.extend(self.pairs_with_rest(whole));
        rows.extend(self.rows_of_another_order(whole));
        // *70 suất cho 10 xã. Gò Me, Bến Vông, mỗi xã 20 suất; 6 xã còn lại, mỗi xã 5 suất*
        let several = |at: &usize| self.times_named(*at).is_some() && self.is_part(*at, whole, Kin::Any);
        let near = whole + 1..self.figures.len().min(whole + 1 + PAIRED);
        let several: Vec<usize> = near.filter(several).filter(|at| self.is_within(whole, *at, BESIDE)).collect();
        rows.extend(Some(several).filter(|row| row.len() > 1));
        rows.iter_mut().for_each(|row| row.sort_unstable());
        rows.sort_unstable();
        rows.dedup();
        rows.retain(|row| {
            !self.goes_on_in_words(whole, row) && counted_twice(row.iter().map(|part| &self.figures[*part])).is_none()
        });
        // Small figures make one another by chance: a clause that names its total is read as it stands.
        rows.extend(self.named_row(whole).filter(|row| !rows.contains(row)));
        rows.into_iter().filter_map(|parts| self.sum_tie(whole, parts)).collect()
    }

    /// Whether a figure is the price of one of what the figure behind it is told for.
    fn is_price_before(&self, price: usize, amount: usize) -> bool {
        let (one, all) = (&self.figures[price], &self.figures[amount]);
        one.kind == all.kind && one.size < all.size && self.is_each(price)
    }

    /// How many figures of a row make their total.
    fn filled_by(&self, whole: usize, row: &[usize]) -> Option<usize> {
        let mut sum = Decimal::default();
        let made = row.iter().position(|part| {
            sum = sum.checked_add(self.figures[*part].size).unwrap_or_default();
            sum == self.figures[whole].size
        });
        made.map(|last| last + 1)
    }

    /// *gồm Bình Minh (36), An Hòa (9), Tân Lập và Phú Tân mỗi nơi một*: whether a number in words is told beside the parts.
    fn goes_on_in_words(&self, whole: usize, row: &[usize]) -> bool {
        let (first, last) = (row[0], row[row.len() - 1]);
        let behind = Some(self.span_to_end(last)).filter(|_| last > whole).unwrap_or_default();
        let behind = behind.trim_start_matches(')');
        let clause = &behind[..behind.find(['.', ')', ';', '\n']).unwrap_or(behind.len())];
        let named = row.iter().any(|at| {
            let priced = || at.checked_sub(1).is_some_and(|price| self.is_price_before(price, *at));
            self.times_named(*at).is_some() || priced()
        });
        let unit = |at: usize| self.figures[at].unit.rsplit(' ').next().unwrap_or_default();
        let told = |at: usize, text: &str| counts_in_words(unit(at), text).any(|word| !(named && word == "mỗi"));
        told(first, self.span(first, last)) || told(last, clause)
    }

    fn sum_tie(&self, whole: usize, terms: Vec<usize>) -> Option<Tie> {
        let nothing = Reach::exactly(Decimal::default());
        let sum = terms.iter().try_fold(nothing, |sum, part| sum.plus(self.measured(*part)?))?;
        Some(Tie { form: Form::Sum, result: whole, terms, makes: self.in_unit_of(sum, whole)? })
    }

    /// *67 cơ sở; 11 cơ sở vi phạm, xử phạt 8 cơ sở; 56 cơ sở còn lại*, *51 em dự thi trên tổng số 53 em. Số em không dự thi là 2*: a part
    /// with what is left beside it, wherever their total stands.
    fn pairs_with_rest(&self, whole: usize) -> Vec<Vec<usize>> {
        let said = &self.figures[whole];
        let near = whole.saturating_sub(PAIRED)..self.figures.len().min(whole + 1 + PAIRED);
        let far = |at: usize, kin: Kin| if at > whole && kin == Kin::Any { NEAR } else { BESIDE };
        let part = |at: &usize| {
            let one = &self.figures[*at];
            let kin = if *at > whole { Kin::Any } else { Kin::Same };
            *at != whole
                && self.is_part(*at, whole, kin)
                && one.size < said.size
                && self.is_within(whole, *at, far(*at, kin))
        };
        let parts: Vec<usize> = near.filter(part).collect();
        let pairs = parts.iter().enumerate().flat_map(|(place, rest)| {
            parts[..place].iter().map(|part| vec![*part, *rest]).filter(|pair| self.is_rest_of(pair[1]))
        });
        pairs.collect()
    }

    /// Whether the words around a figure tell of what is left.
    pub(super) fn is_rest_of(&self, at: usize) -> bool {
        tells_rest(self.label(at)) || tells_rest(self.tail(at))
    }

    /// *49 người chết … Số người chết theo địa phương: Gò Me 5, Cầu Đúc 6, …*: the figures of a clause that names the total anew.
    pub(super) fn named_row(&self, whole: usize) -> Option<Vec<usize>> {
        let said = &self.figures[whole];
        let rest = self.lower().get(said.range.end..)?;
        let rest = &rest[..rest.floor_char_boundary(FAR.0.min(rest.len()))];
        let words: Vec<&str> = self.tail(whole).split_whitespace().take(2).collect();
        let noun = [&said.unit[..], words.first()?].join(" ");
        let names = [format!("số {noun}"), format!("về {}", words.join(" "))];
        let at = names
            .iter()
            .filter(|_| words.len() < 3)
            .filter_map(|name| Some(rest.find(name.as_str())? + name.len()))
            .min()?;
        let start = said.range.end + at;
        let clause = self.lower().get(start..)?;
        let end = start + clause.find([';', '\n']).into_iter().chain(clause.find(". ")).min().unwrap_or(clause.len());
        let row: Vec<usize> = (whole + 1..self.figures.len())
            .filter(|part| (start..end).contains(&self.figures[*part].range.start))
            .take(MOST)
            .collect();
        let parts = row.iter().all(|part| self.is_part(*part, whole, Kin::Any) && self.figures[*part].size < said.size);
        (row.len() > 2 && parts).then_some(row)
    }

    /// Whether the parts of a total are those of [`Reading::named_row`].
    pub(super) fn is_named_anew(&self, tie: &Tie) -> bool {
        tie.form == Form::Sum && self.named_row(tie.result).as_deref() == Some(&tie.terms[..])
    }

    /// Whether a figure may be a part of another.
    fn is_part(&self, at: usize, whole: usize, kin: Kin) -> bool {
        let (one, said) = (&self.figures[at], &self.figures[whole]);
        let same = match kin {
            Kin::Same => is_same(one, said),
            Kin::Any => may_add(one, said),
        };
        same && one.of.is_none()
            && one.is_counted()
            && !one.size.is_zero()
            // *vốn đăng ký tăng thêm 700,3 triệu USD* is a part like others.
            && (!self.is_moved(at) || self.label(at).trim_end().ends_with("tăng thêm"))
            && !self.is_base_of_rate(at)
    }

    /// The figures that follow one another from a total on, up to one that is larger.
    fn row_of(&self, whole: usize, kin: Kin, order: impl Iterator<Item = usize>) -> Vec<usize> {
        let said = &self.figures[whole];
        let far = if kin == Kin::Same { FAR } else { NEAR };
        let mut row: Vec<usize> = Vec::new();
        let mut level = None;
        for at in order {
            if !self.is_within(whole, at, far) || row.len() == MOST {
                break;
            }
            let one = &self.figures[at];
            let (from, to) =
                if at > whole { (said.range.end, one.range.start) } else { (one.range.end, said.range.start) };
            let depth = self.level(from.min(to), to) * if at > whole { 1 } else { -1 };
            if depth < 0 {
                break;
            }
            if !self.is_part(at, whole, kin) || *level.get_or_insert(depth) < depth || is_again(one, said) {
                continue;
            }
            // *mỗi tháng 1 triệu đồng, cộng 26 triệu đồng*: the price of a part before is none itself.
            if at < whole && row.last() == Some(&(at + 1)) && self.is_price_before(at, at + 1) {
                continue;
            }
            // *mỗi xã 1 ca* are several.
            if self.lead(at).contains("mỗi ") && self.times_named(at).is_none() {
                return if at > whole { Vec::new() } else { row };
            }
            // *190 trường đạt chuẩn, chiếm 43,6% trong tổng số 436 trường. Trong đó …*: the base of its rate may stand between.
            let based = at > 0 && self.figures[at - 1].is_rate() && self.label(at).contains("tổng số");
            if one.size > said.size && at > whole && based {
                continue;
            }
            if level.is_some_and(|level| depth < level) || one.size > said.size {
                break;
            }
            row.push(at);
        }
        row
    }

    /// The words behind a figure, up to the end of its clause.
    pub(in crate::check::figures) fn tail(&self, at: usize) -> &str {
        let end = self.figures.get(at + 1).map_or(self.text.len(), |next| next.range.start);
        let behind = self.lower().get(self.figures[at].range.end..end).unwrap_or_default();
        behind.split([',', ';', '.', '(', ')', ':', '\n']).next().unwrap_or_default()
    }

    /// The text behind a figure in small letters, as far as it is read.
    pub(super) fn span_to_end(&self, at: usize) -> &str {
        first_letters(self.lower().get(self.figures[at].range.end..).unwrap_or_default())
    }

    /// How many figures that may be parts as well stand between two.
    pub(super) fn crossed(&self, whole: usize, (one, other): (usize, usize)) -> (usize, usize) {
        let between = || self.figures[one + 1..other].iter().filter(|figure| !figure.is_rate());
        let same = |figure: &&Mention| is_same(figure, &self.figures[whole]);
        (between().filter(|figure| !same(figure)).count(), between().filter(same).count())
    }

    /// How many sentences lie between two figures.
    pub(in crate::check::figures) fn stops_between(&self, one: usize, other: usize) -> usize {
        stops(self.span(one, other))
    }
}

/// The numbers in words of a text that count something, `before` being the word it follows.
fn counts_in_words<'t>(mut before: &'t str, text: &'t str) -> impl Iterator<Item = &'t str> {
    let words = text.split(' ').map(|word| word.trim_matches([',', ';', '(', ')'])).filter(|word| !word.is_empty());
    words.filter(move |word| {
        let counts = WORDS.contains(word) && !RANKS.contains(&before);
        before = word;
        counts
    })
}

/// *192,2 tỷ đồng … riêng 192.157 triệu đồng*: whether a figure is another one told more closely.
fn is_again(one: &Mention, whole: &Mention) -> bool {
    let told = whole.in_unit(one.size).percent_of(Decimal::whole(100), whole.value.scale);
    one.size == whole.size || (one.is_kin(whole) && told == Some(whole.value))
}

/// Whether a figure counts what a total does.
pub(super) fn is_same(one: &Mention, whole: &Mention) -> bool {
    let same = one.is_kin(whole) || (one.is_person() && whole.is_person());
    same && one.of.is_none() && one.is_counted()
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn figures_that_make_one_another() {
        for (text, told) in [
            (
                "Xã thu hồi 3.417 triệu đồng, loại trừ 2.214 triệu đồng; cả thảy phát hiện 5.613 triệu đồng.",
                Some("5.613"),
            ),
            ("Xã thu hồi 3.417 triệu đồng, loại trừ 2.214 triệu đồng; cả thảy phát hiện 5.631 triệu đồng.", None),
            // What no slip explains is something else.
            ("Xã thu hồi 3.417 triệu đồng, loại trừ 2.214 triệu đồng; năm trước phát hiện 5.127 triệu đồng.", None),
            // All digits fit in another scale.
            (
                "Số vốn đăng ký mới 3.418,25 triệu USD, vốn tăng thêm 1.207,6 triệu USD, nâng tổng vốn đăng ký lên 4.625,85 tỷ USD.",
                Some("4.625,85"),
            ),
            (
                "Số vốn đăng ký mới 3.418,25 triệu USD, vốn tăng thêm 1.207,6 triệu USD, nâng tổng vốn đăng ký lên 4.625,85 triệu USD.",
                None,
            ),
            // The base of a rate stands between a total and its parts, and the first of them make it by chance.
            (
                "Có 170 lớp đạt chuẩn, chiếm 42,5% trong tổng số 400 lớp. Trong đó, mầm non 37 lớp, tiểu học 98 lớp, THCS 35 lớp và THPT 8 lớp.",
                Some("170"),
            ),
            (
                "Có 170 lớp đạt chuẩn, chiếm 42,5% trong tổng số 400 lớp. Trong đó, mầm non 37 lớp, tiểu học 90 lớp, THCS 35 lớp và THPT 8 lớp.",
                None,
            ),
            // Names of which each has as many.
            (
                "Đoàn có 25 tấm huy chương đến từ nhiều môn: Vật dẫn đầu với 8 tấm, kế đến là Bơi và Võ gậy mỗi môn 6 tấm, Cờ 3 tấm; Bắn nỏ và Đẩy gậy mỗi môn 1 tấm.",
                None,
            ),
            (
                "Đoàn có 28 tấm huy chương đến từ nhiều môn: Vật dẫn đầu với 8 tấm, kế đến là Bơi và Võ gậy mỗi môn 6 tấm, Cờ 3 tấm; Bắn nỏ và Đẩy gậy mỗi môn 1 tấm.",
                Some("28"),
            ),
            // A digit left out.
            ("Huyện có 58.142 hộ: vùng cao 2.635 hộ, vùng thấp 36.507 hộ.", Some("2.635")),
            ("Huyện có 58.142 hộ: vùng cao 21.635 hộ, vùng thấp 36.507 hộ.", None),
            // One of many in a row.
            (
                "Trao 99 suất loại một cho thôn A; 37 suất loại một cho thôn B; 163 suất loại một cho thôn C; 121 suất loại một cho thôn D.",
                None,
            ),
            ("Phát hiện 5.613 triệu đồng; thu hồi 3.417 triệu đồng; loại trừ 2.214 triệu đồng.", Some("5.613")),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
