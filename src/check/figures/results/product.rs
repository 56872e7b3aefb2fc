//! Figures that multiply — *86 hộ, mỗi hộ 60 triệu đồng, tổng …* — and means: *25 xã đạt 412 tiêu chí, bình quân …*.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::results::measures::measure;
use crate::check::figures::{NEAR, Reading, absolute};
use crate::viet::decimal::Decimal;

/// How many sentences before its total a factor may stand.
pub(in crate::check::figures) const BACK: usize = 2;

/// How many sentences before its total a price may stand that the total names, and the most words from a thing to its mean.
const FAR: usize = 8;
const WORDS: usize = 5;

/// Words of prices that a sale does not keep to.
pub(in crate::check::figures) const STARTS: [&str; 5] = ["khởi điểm", "mệnh giá", "tham chiếu", "giá trần", "giá sàn"];

/// Words that make the figure behind them a total.
const TOTALS: [&str; 11] = [
    "tổng",
    "trị giá",
    "thành tiền",
    "số tiền",
    "kinh phí",
    "tương ứng",
    "thu về",
    "doanh thu",
    "tiết kiệm",
    "nhu cầu vốn",
    "thu được",
];

/// Words that make it a mean.
pub(in crate::check::figures) const MEANS: [&str; 6] =
    ["bình quân", "trung bình", "mật độ", "tức mỗi", "tính ra mỗi", "như vậy mỗi"];

/// Words of a price, which with a unit behind its stroke is a mean as well.
const PRICES: [&str; 3] = ["giá xuất khẩu", "giá nhập khẩu", "đơn giá"];

impl Reading<'_> {
    /// The ways of a figure that no word of movement or rest leads to.
    pub(in crate::check::figures) fn products(&self, at: usize) -> Vec<Way> {
        let mut ways: Vec<Way> = self.contents(at);
        if ways.is_empty() {
            ways.extend(self.in_order(at));
        }
        if ways.is_empty() {
            ways.extend(self.each(at));
        }
        ways.extend(self.measures(at));
        ways.extend(self.shared_alike(at).into_iter().chain(self.packed(at)));
        ways.extend(self.named_mean(at));
        if self.is_mean(at) && !self.is_other_mean(at) {
            ways.extend(self.mean(at));
            ways.extend(self.quotients(at));
        }
        ways
    }

    fn is_mean(&self, at: usize) -> bool {
        // *Bình quân: 14 tiêu chí/xã*
        if let Some(each) = self.one_before(at) {
            return MEANS.iter().any(|word| self.label(each).contains(word));
        }
        let label = self.told_as(at);
        let priced = self.figures[at].per.is_some() && PRICES.iter().any(|word| label.contains(word));
        // *Tính bình quân, giá trị đạt 94 tỷ đồng/phiên*
        let opened = || self.lead(at).trim_start().trim_start_matches("tính ").starts_with("bình quân,");
        // *tức khoảng 1.520 con mỗi tháng*
        let again = || label.trim_start().starts_with("tức ") && self.following(at).trim_start().starts_with("mỗi ");
        let told = priced || MEANS.iter().any(|word| label.contains(word)) || opened() || again();
        told && !label.contains("năng suất")
    }

    /// The words of its clause before a figure; before a colon those that it closes: *Tổng giá trị cổ phần bán được: 27 tỷ đồng*.
    fn told_as(&self, at: usize) -> &str {
        let (lead, label) = (self.lead(at), self.label(at));
        let head = lead.trim_end().strip_suffix(':').filter(|_| label.trim().is_empty());
        head.map_or(label, |head| &head[head.rfind(['.', ',', ';']).map_or(0, |stop| stop + 1)..])
    }

    /// *bình quân 1 ngày có 31 vụ*: the one that a mean is told of, right before it.
    fn one_before(&self, at: usize) -> Option<usize> {
        let one = at.checked_sub(1).filter(|one| *one >= self.own.start)?;
        let plain = self.figures[one].value == Decimal::whole(1) && self.figures[one].size == Decimal::whole(1);
        let link = self.between(one, at);
        let label = self.label(one).trim_end();
        let each = MEANS.iter().chain(&["mỗi", "cứ", "trên"]).any(|word| label.ends_with(word));
        (plain && each && !link.contains([',', ';', '.', '(']) && link.split_whitespace().count() <= WORDS)
            .then_some(one)
    }

    /// What one of is meant: the word behind *mỗi* beside the figure, or behind its stroke.
    pub(in crate::check::figures) fn one_of(&self, at: usize) -> Option<String> {
        let figure = &self.figures[at];
        let head = |words: &str| words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
        let behind = || {
            let after = self.text[figure.range.end..].trim_start_matches([' ', '\u{a0}']);
            let after = after.strip_prefix("cho ").unwrap_or(after);
            // *1.500.000 đồng đối với tập thể*
            let of_each = ["mỗi ", "một ", "đối với mỗi ", "đối với một ", "đối với "];
            of_each.iter().find_map(|word| after.strip_prefix(word)).map(head)
        };
        let before = self.lead(at);
        // *bình quân một doanh nghiệp*, *mỗi tấn*
        let ahead = || {
            let each =
                ["mỗi 1 ", "mỗi ", "quân một ", "quân 1 ", "quân trên một ", "bình một ", "bình 1 ", "trên một "];
            let each = each.iter().find_map(|word| before.rsplit_once(word));
            // *bình quân vốn đăng ký một dự án đạt …*
            let meant = || before.rsplit_once(" một ").filter(|(head, _)| MEANS.iter().any(|word| head.contains(word)));
            let each = each.or_else(meant);
            each.map(|(_, noun)| head(noun)).or_else(|| Some(head(&self.figures[self.one_before(at)?].kind)))
        };
        figure.per.clone().or_else(behind).or_else(ahead)
    }

    /// The nearest figure before another that counts such things, or measures them: *36 tấn* for *12.500 đồng/kg*.
    pub(in crate::check::figures) fn count_of(&self, noun: &str, before: usize) -> Option<Mention> {
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            let person = matches!(noun, "người" | "lao" | "công") && figure.is_person();
            let kind = figure.kind.to_lowercase();
            let alike = kind == noun || kind.strip_prefix(noun).is_some_and(|rest| rest.starts_with(' ')) || person;
            let same = alike || measure(&figure.unit).zip(measure(noun)).is_some_and(|(own, other)| own.0 == other.0);
            let near = self.sentences_back(*at) <= BACK;
            same && figure.of.is_none() && figure.per.is_none() && near && !self.is_each_of_others(*at, before)
        };
        let found = (before.saturating_sub(NEAR)..before).rev().find(counts)?;
        let mut figure = self.figures[found].clone();
        if let Some((own, other)) = measure(&figure.unit).zip(measure(noun)) {
            figure.size = figure.value.shifted(own.1 - other.1)?;
        }
        (!self.is_change(found)).then_some(figure)
    }

    /// *… mỗi xã nhận 5 suất. Mỗi suất 500.000 đồng*: whether a count of a sentence before is told of each of several.
    fn is_each_of_others(&self, count: usize, one: usize) -> bool {
        self.stops_between(count, one) > 0 && self.is_of_each(count)
    }

    /// *N hộ, mỗi hộ X triệu đồng, tổng Y*; *mức X đồng/suất cho N suất, tổng trị giá Y*: the figure is the total.
    fn each(&self, total: usize) -> Vec<Way> {
        let label = self.told_as(total);
        let one = |one: &usize| {
            // *giá bình quân 13.945 đồng/cổ phần* is a price.
            let priced = self.figures[*one].per.is_some() && *one < total;
            let mean = !priced && MEANS.iter().any(|word| self.label(*one).contains(word));
            let total_told = self.is_total(total, &self.figures[*one]) || self.is_next_amount(*one, total);
            !mean && total_told && !label.contains("mỗi ")
        };
        // A sentence before may tell what one of them is: *Mỗi căn nhà được tài trợ 50 triệu đồng.*
        let near =
            |one: &usize| *one >= self.own.start || self.label(*one).contains("mỗi ") || self.is_price_of(*one, total);
        let back = |one: &usize| {
            self.sentences_back(*one) <= BACK || (self.sentences_back(*one) <= FAR && label.contains("tổng"))
        };
        let mut behind = (total.saturating_sub(NEAR)..total).rev().take_while(back).filter(near).filter(one);
        let mut ahead = (total + 1..self.own.end.min(total + NEAR))
            .filter(one)
            .filter(|_| self.total_words(total).contains("tổng"));
        let told = |one: usize| Some(self.many_of(one, total)).filter(|ways| !ways.is_empty());
        behind.find_map(told).or_else(|| ahead.find_map(told)).unwrap_or_default()
    }

    /// *giá đấu thành công bình quân 430 đồng/quyền mua … Tổng trị giá quyền mua bán được*: whether a total names what a price is of.
    fn is_price_of(&self, one: usize, total: usize) -> bool {
        let (label, told) = (self.told_as(one), self.told_as(total));
        let priced = ["giá", "mức", "bình quân"].iter().any(|word| label.contains(word));
        let same = |word: &str| label.contains(word) == told.contains(word);
        let noun = self.figures[one].per.as_deref().filter(|noun| !noun.is_empty());
        priced && STARTS.iter().all(|word| same(word)) && noun.is_some_and(|noun| told.contains(noun))
    }

    /// One of many, against what all of them make up: the count before it, else any between it and its total.
    fn many_of(&self, one: usize, total: usize) -> Vec<Way> {
        let Some(noun) = self.one_of(one).filter(|noun| !noun.is_empty()) else { return Vec::new() };
        let (unit, whole) = (&self.figures[one], &self.figures[total]);
        // The nearest amount behind one is its total; *42 thùng loại 25 kg/thùng và 33 thùng loại 30 kg/thùng* is a sum.
        // What is less than one of them is a part of it: *mỗi suất 600.000 đồng, gồm 100.000 đồng quà và 500.000 đồng*.
        let other = |at: usize| self.figures[at].kind == unit.kind && self.figures[at].size >= unit.size;
        let between = (one + 1..total).any(|at| other(at) && !self.is_moved(at));
        let more = |at: usize| at != one && self.figures[at].per == unit.per && self.figures[at].kind == unit.kind;
        let alone = unit.per.is_none() || !(self.own.start..total).any(more);
        if between || !alone || self.is_of_others(one, total) || self.has_own_many(one, total) {
            return Vec::new();
        }
        let pieces = self.pieces_of(one);
        let unit = &pieces.as_ref().map_or(unit.clone(), |(size, _)| Mention { size: *size, ..unit.clone() });
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            figure.kind.starts_with(noun.as_str()) && figure.of.is_none() && figure.per.is_none()
        };
        // *Tổng số lượng quyền mua bán được: 2.057.666 quyền mua. Tổng trị giá quyền mua bán được*
        let last = (one + 1..total)
            .rev()
            .filter(|_| self.is_price_of(one, total))
            .find(|at| counts(at) && !self.figures[*at].size.is_zero());
        // *mỗi tỉnh 300 suất quà, mỗi suất …*: of how many there are each no total is made.
        // Nor where what one is worth begins another sentence: *… mỗi xã nhận 5 suất. Mỗi suất …*
        let each = |at: usize| counts(&at) && self.is_of_each(at);
        let own = |at: usize| one + 1 == total && self.stops_between(at, one) == 0;
        let apart = one.checked_sub(1).is_some_and(|at| each(at) && !own(at));
        if apart || self.is_piece(one, total) {
            return Vec::new();
        }
        let near = last
            .map(|at| self.figures[at].clone())
            .or_else(|| self.count_of(&noun, one))
            .or_else(|| self.span_of_time(&noun));
        let all: Vec<Mention> = match near {
            Some(count) => vec![count],
            None => {
                let counts = |at: &usize| counts(at) && !self.is_each_of_others(*at, total);
                (one + 1..self.own.end.min(one + NEAR)).filter(counts).map(|at| self.figures[at].clone()).collect()
            }
        };
        let most = all.iter().map(|count| count.size).max();
        let way = |count: &Mention| {
            (!count.is_rate() && count.kind != unit.kind).then_some(())?;
            let price = if self.is_mean(one) { Reach::of(unit)? } else { Reach::exactly(unit.size) };
            let product = price.times(Reach::exactly(count.size))?;
            let product = if unit.rough || count.rough { product.loosely() } else { product };
            let makes = product.map(|size| Some(whole.in_unit(size)))?;
            let sure = self.total_words(total).contains("tổng") || is_near(product.mid(), whole.size);
            // *508 căn nhà và sửa chữa 131 căn nhà, tổng kinh phí …*: the total is of both.
            let end = whole.range.start;
            let other = |at: &usize| counts(at) && self.figures[*at].size != count.size && !self.is_enclosed(*at, end);
            let others = (self.own.start..total).filter(other).count();
            let sure = sure && (others == 0 || self.figures[one].range.end > count.range.end);
            let one_told = pieces.as_ref().map_or_else(|| unit.shown(), |(_, told)| told.clone());
            let terms = format!("{} × {one_told}", count.shown());
            let place = unit.range.start.min(whole.range.start)..unit.range.end.max(whole.range.end);
            let place = if one >= self.own.start { place } else { whole.range.clone() };
            let told = self.is_total(total, unit);
            let tie = match Some(count.size) == most {
                true if sure && told => Tie::Told,
                // What follows without a word of a total is told by a slip alone.
                true if sure => Tie::Only,
                _ => Tie::Silent,
            };
            Some(Way { tie, makes, terms: Terms::Product(terms, place) })
        };
        all.iter().filter_map(way).collect()
    }

    /// *193 túi, mỗi túi 350 ml, tương đương 67.550 ml*: a larger amount right behind what one of them is.
    fn is_next_amount(&self, one: usize, total: usize) -> bool {
        let (unit, figure) = (&self.figures[one], &self.figures[total]);
        one + 1 == total
            && figure.kind == unit.kind
            && figure.per.is_none()
            && figure.size > unit.size
            && !self.is_moved(total)
    }

    /// *Tổng trị giá 200 suất quà là 70 triệu đồng*: the words before a total, those before the number of them if that stands between.
    fn total_words(&self, at: usize) -> &str {
        let many = at.checked_sub(1).filter(|many| *many >= self.own.start && self.figures[*many].is_counted());
        let link = self.lead(at);
        let over = many.filter(|_| link.trim_end().ends_with(" là") && !link.contains([',', ';', '.']));
        over.map_or(link, |many| self.lead(many))
    }

    /// Whether a figure is told as what many of one make up.
    fn is_total(&self, at: usize, unit: &Mention) -> bool {
        let figure = &self.figures[at];
        let told = self.total_words(at);
        // *trị giá* of a thing named before it is that thing's, not the sum of the many.
        let near = told.contains("tổng") || self.label(at).split_whitespace().count() <= 7;
        figure.kind == unit.kind && figure.per.is_none() && near && TOTALS.iter().any(|word| told.contains(word))
    }
}

/// Whether two amounts are of about one size, or differ by their decimal point alone.
fn is_near(a: Decimal, b: Decimal) -> bool {
    let half = a
        .checked_sub(b)
        .and_then(|off| absolute(off).shifted(1))
        .is_some_and(|off| Decimal { mantissa: b.mantissa.saturating_mul(4), ..b } >= off);
    half || (-3..=3).any(|power| b.shifted(power) == Some(a))
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn products() {
        for (text, told) in [
            ("Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 600 triệu đồng.", None),
            ("Tặng 20 suất, mỗi suất 350.000 đồng. Tổng trị giá 20 suất là 70 triệu đồng.", Some("70 triệu đồng")),
            ("Tặng 20 suất, mỗi suất 350.000 đồng. Tổng trị giá 20 suất là 7 triệu đồng.", None),
            (
                "Ba huyện mỗi nơi có 12 suất; hai huyện còn lại mỗi nơi 9 suất. Mỗi suất trị giá 2,5 triệu đồng, tổng cộng 135 triệu đồng. Tỉnh trao thêm 165 triệu đồng. Như vậy, tổng số tiền là 300 triệu đồng.",
                None,
            ),
            (
                "Mỗi suất 1 triệu đồng tiền mặt; mỗi xã trong số 48 xã nhận 30 suất. Cùng với đó, 200 cụ được tặng quà mức 400 nghìn đồng mỗi suất, tổng kinh phí là 80 triệu đồng.",
                None,
            ),
            ("Tặng 150 suất cho 5 trường, mỗi trường 20 suất.", Some("20 suất")),
            ("Tặng 150 suất cho 5 trường, mỗi trường 30 suất.", None),
            (
                "Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 650 triệu đồng.",
                Some("50 triệu đồng, tổng số tiền 650 triệu đồng"),
            ),
            (
                "Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 600 tỷ đồng.",
                Some("50 triệu đồng, tổng số tiền 600 tỷ đồng"),
            ),
            ("Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền hơn 590 triệu đồng.", None),
            ("Tặng 30 suất quà, trị giá 500.000 đồng/suất, tổng trị giá 15 triệu đồng.", None),
            (
                "Tặng 30 suất quà, trị giá 500.000 đồng/suất, tổng trị giá 1,5 triệu đồng.",
                Some("500.000 đồng/suất, tổng trị giá 1,5 triệu đồng"),
            ),
            ("Cấy 200 ha, năng suất 60 tạ/ha, sản lượng 1.200 tấn.", None),
            ("Cấy 200 ha, năng suất 60 tạ/ha, sản lượng 2.100 tấn.", Some("60 tạ/ha, sản lượng 2.100 tấn")),
            (
                "Cấy 1,684 triệu ha, năng suất tăng 3 tạ/ha (vụ này 5,21 tấn/ha), sản lượng tăng gần 600 nghìn tấn (sản lượng vụ trước là 8,664 triệu tấn).",
                None,
            ),
            ("Cấy 203 ha, năng suất bình quân 60,1 tạ/ha, sản lượng đạt 1.221 tấn.", None),
            ("Bán 1.240 con giống. Giá bình quân 15.300 đồng/con. Tổng giá trị con giống: 18.972.000 đồng.", None),
            (
                "Bán 1.240 con giống. Giá bình quân 15.300 đồng/con. Tổng giá trị con giống: 1.897.200 đồng.",
                Some("1.897.200 đồng"),
            ),
            // What was asked is not what was paid.
            ("Bán 1.240 con giống. Giá khởi điểm 12.300 đồng/con. Tổng giá trị con giống: 18.972.000 đồng.", None),
            ("Trong 6 tháng có 1.116 vụ cháy, bình quân 1 ngày có 6 vụ cháy.", None),
            ("Trong 6 tháng có 1.116 vụ cháy, bình quân 1 ngày có 9 vụ cháy.", Some("9 vụ")),
            ("Trong 5 phiên chợ này, dân bán 470 tấn chè. Tính bình quân, lượng bán đạt 84 tấn/phiên.", Some("84 tấn")),
            ("Trong 5 phiên chợ này, dân bán 470 tấn chè. Tính bình quân, lượng bán đạt 94 tấn/phiên.", None),
            ("Chợ mở 24 phiên, thu về 1.320 triệu đồng, tức mỗi phiên thu được 65 triệu đồng.", Some("65 triệu đồng")),
            ("Chợ mở 24 phiên, thu về 1.320 triệu đồng, tức mỗi phiên thu được 55 triệu đồng.", None),
            ("Xã có 25 HTX với vốn 125 tỷ đồng; vốn bình quân một HTX đạt 7 tỷ đồng.", Some("7 tỷ đồng")),
            ("Xã có 25 HTX với vốn 125 tỷ đồng; vốn bình quân một HTX đạt 5 tỷ đồng.", None),
            ("Thu hồi 12.500 m² (tương đương 1,25 ha) đất.", None),
            ("Thu hồi 12.500 m² (tương đương 12,5 ha) đất.", Some("12,5 ha")),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
