//! One judge for whatever the words make of other figures: a share, a change, a rest, a product, a mean. Each figure has the
//! ways in which it may come about; where none of them holds at the precision as written, the best worded way tells it.

use std::ops::Range;

use super::mention::Mention;
use super::reach::Reach;
use super::slip::{self, Slip, slip};
use super::{NEAR, Reading, absolute};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// The fewest digits of a rate, and of any other figure, whose likeness to another is hardly one of chance.
const LEAST: (usize, usize) = (3, 4);

/// What is this many times another number is no slip for it, however it is worded.
const FAR: i128 = 12;

/// So many numbers before a part may be its whole without saying what they count.
const BARE: usize = 4;

/// How far off, in hundredths, a figure may be that the words tie to another, but not beyond doubt.
const NEARLY: i128 = 30;

/// How far off, in hundredths, *hơn* and *khoảng* may leave a result.
const ROUGHLY: i128 = 10;

/// From so many decimals on *hơn* and *trên* leave a figure hardly open.
const FINE: u32 = 2;

/// How closely the words tie a result to the figures of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// Not at all: it only clears the result.
    Silent,
    /// One of several near by: only two digits changed about tell it.
    Free,
    /// The only one near by: one other digit tells it as well, and so does a wrong power of ten.
    Only,
    /// The words name it, but may mean another: what lies near tells it too.
    Named,
    /// The words leave no other.
    Told,
}

/// A way in which a result may come about.
pub(super) struct Way {
    pub(super) tie: Tie,
    /// What it makes, in the unit of the result.
    pub(super) makes: Reach,
    pub(super) terms: Terms,
}

/// What a way is made of, as it is told.
#[derive(Clone)]
pub(super) enum Terms {
    /// A part, and its base in full.
    Share(usize, Decimal),
    /// What a figure was before.
    Change(Decimal, Mention),
    /// The same of a change that is told as an amount as well, and where both stand.
    Both(Decimal, Mention, Range<usize>),
    /// The same, though the words tell of a movement the other way.
    Backwards(Decimal, Mention),
    Sum(String),
    /// A sum in a row of figures, and where the row stands.
    Row(String, Range<usize>),
    /// Factors or what is divided, and from where to where they stand.
    Product(String, Range<usize>),
}

impl Way {
    /// What the result should have been, if the tie is close enough for what it is.
    fn right(&self, said: &Mention) -> Option<Decimal> {
        let middle = self.made(said)?;
        if self.is_mistaken(said) {
            return Some(middle);
        }
        let slipped = self.makes.told(said.value.scale).into_iter().find(|right| self.is_slip(said, *right));
        let off = absolute(middle.checked_sub(said.value)?);
        let within = |percent: i128| {
            let most = Decimal { mantissa: middle.mantissa.saturating_mul(percent), ..middle };
            off.shifted(2).is_some_and(|off| off <= absolute(most))
        };
        if self.tie >= Tie::Only && self.is_of_another_scale(said, middle) {
            return Some(middle);
        }
        let far = |a: Decimal, b: Decimal| a.mantissa.checked_mul(FAR).is_none_or(|a| a < b.mantissa);
        let apart = far(middle, said.value) || far(said.value, middle);
        if self.tie == Tie::Told && apart && matches!(self.terms, Terms::Product(..)) {
            return Some(middle);
        }
        // *trên 1,33 tỷ* leaves open no more than its last place.
        let open = said.rough && said.value.scale < FINE;
        if open || (self.makes.is_rough() && within(ROUGHLY)) {
            // What is only about so much is told by digits changed about, or where the words leave no doubt, if it is far off.
            let turned = slipped.filter(|right| slip(said.value, *right, LEAST.0) == Some(Slip::Turned));
            let sure = self.tie == Tie::Told && matches!(self.terms, Terms::Product(..) | Terms::Share(..));
            let told = sure && !within(ROUGHLY) && !apart;
            let turned = turned.or_else(|| self.makes.turned(said.value).filter(|_| self.tie >= Tie::Only));
            return turned.or(Some(middle).filter(|_| told));
        }
        match self.tie {
            Tie::Told if apart => None,
            Tie::Told => Some(middle),
            Tie::Named if within(NEARLY) => Some(slipped.unwrap_or(middle)),
            _ => slipped,
        }
    }

    /// *giảm 54,04%* of what is 194 and was 359: whether a rate of change tells what is left, or is a share of what is now.
    fn is_mistaken(&self, said: &Mention) -> bool {
        let (Terms::Change(from, to) | Terms::Both(from, to, _)) = &self.terms else { return false };
        let far = self.makes.mid().checked_sub(said.value).is_some_and(|off| absolute(off) >= Decimal::whole(1));
        let sure = self.tie >= Tie::Only || (self.tie == Tie::Free && slip::digits(said.value) >= LEAST.0);
        let off = to.size.checked_sub(*from).map(absolute);
        let left = (to.size < *from).then(|| to.size.percent_of(*from, said.value.scale)).flatten();
        // *vượt 105% kế hoạch* of what is 105% of it.
        let whole = (to.size > *from).then(|| to.size.percent_of(*from, said.value.scale)).flatten();
        let whole = whole.filter(|_| self.tie == Tie::Told);
        let mistakes = [left, whole, off.and_then(|off| off.percent_of(to.size, said.value.scale))];
        said.is_rate() && !to.is_rate() && far && sure && mistakes.contains(&Some(said.value))
    }

    /// *6,9 triệu đồng* for 6,9 tỷ đồng: whether the word of scale alone is wrong.
    fn is_of_another_scale(&self, said: &Mention, made: Decimal) -> bool {
        let near = |power: &i32| {
            let off = made.shifted(*power).and_then(|made| made.checked_sub(said.value)).map(absolute);
            off.and_then(|off| off.shifted(2)).is_some_and(|off| off < absolute(said.value))
        };
        said.is_counted() && said.power().is_some_and(|power| power > 0) && [3, 6, -3, -6].iter().any(near)
    }

    /// What it makes, as the text would tell it: a mean and a rate rounded, anything else in full if that is not long.
    fn made(&self, said: &Mention) -> Option<Decimal> {
        let full = self.makes.mid().trimmed();
        let short = said.is_counted() && full.scale <= said.value.scale + 2;
        if short { Some(full) } else { self.makes.rounded(said.value.scale) }
    }

    fn is_slip(&self, said: &Mention, right: Decimal) -> bool {
        let digits = absolute(said.value).mantissa.to_string().len();
        let least = if said.is_rate() || said.unit == "lần" { LEAST.0 } else { LEAST.1 };
        // A pair of digits is few, but enough where there is no other way.
        let turned = if self.tie >= Tie::Only { least - 1 } else { least };
        let only = self.tie >= Tie::Only && digits >= least;
        let scaled = || (1..=3).any(|power| [power, -power].iter().any(|p| right.shifted(*p) == Some(said.value)));
        match slip(said.value, right, turned) {
            Some(Slip::Turned) => true,
            Some(Slip::Swapped | Slip::Length | Slip::Digit) => only,
            None => only && scaled(),
        }
    }
}

impl Reading<'_> {
    /// The results of the sentence that nothing explains.
    pub(super) fn judged(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|at| self.judge(at)).collect()
    }

    /// The ways of a figure, by what its words say it is.
    pub(super) fn ways(&self, at: usize) -> Vec<Way> {
        let told = self.against_periods(at);
        if !told.is_empty() {
            return told;
        }
        match (self.figures[at].is_rate(), self.is_move(at)) {
            (_, true) => self.changes(at),
            (true, false) => {
                let told = self.changes_in_brackets(at);
                let told: Vec<Way> = told.into_iter().chain(self.yearly(at)).collect();
                let shares = || self.shares(at).into_iter().chain(self.of_two_shares(at)).collect();
                if told.is_empty() { shares() } else { told }
            }
            (false, false) if self.is_left(at) => self.rests(at),
            (false, false) => {
                let mut ways = self.products(at);
                ways.extend(self.serial(at).into_iter().chain(self.stock(at)));
                ways.extend(self.balance(at).into_iter().chain(self.added(at)));
                ways
            }
        }
    }

    fn judge(&self, at: usize) -> Option<Diagnostic> {
        let said = &self.figures[at];
        said.of.is_none().then_some(())?;
        let ways = self.ways(at);
        let backwards = |way: &Way| matches!(way.terms, Terms::Backwards(..));
        let holds = |way: &Way| match way.terms {
            // What may be nothing at all explains no figure.
            _ if way.tie <= Tie::Free && !said.is_rate() && way.makes.may_be_nothing() => false,
            // *gấp 2 lần* of what has trebled is no rounding.
            _ if said.unit == "lần" && said.value.scale == 0 => {
                let off = way.makes.mid().checked_sub(said.value).map(absolute);
                way.makes.holds(said) && off.is_none_or(|off| off < Decimal::whole(1))
            }
            Terms::Share(..) => way.makes.holds_exactly(said),
            _ => way.makes.holds(said),
        };
        (!ways.iter().any(|way| !backwards(way) && holds(way))).then_some(())?;
        let spoken = ways.iter().filter(|way| way.tie > Tie::Silent);
        let mends = spoken.filter_map(|way| Some((way, way.right(said)?)));
        // Of ways that are tied alike the first is the nearest.
        let (way, right) = mends.reduce(|best, next| if next.0.tie > best.0.tie { next } else { best })?;
        (!self.is_share_of_a_bare_number(at, &way.terms) && !self.is_share_untold(at, &way.terms)).then_some(())?;
        Some(self.tell(at, &way.terms, right))
    }

    /// *432 đại biểu tham gia (chiếm 87,45% tổng số), 423 đại biểu tán thành (chiếm 85,63% tổng số)*: both rates are of one whole that is
    /// not told.
    fn is_share_untold(&self, at: usize, terms: &Terms) -> bool {
        let Terms::Share(part, base) = terms else { return false };
        let (said, part) = (&self.figures[at], &self.figures[*part]);
        let words = |at: usize| {
            let behind = self.following(at).split([',', ';', '.', ')']).next().unwrap_or_default();
            Some(behind.trim().to_owned()).filter(|words| words.contains(' '))
        };
        let holds = |one: usize| {
            let (figure, rate) = (&self.figures[one], self.figures.get(one + 1)?);
            (one + 1 < at && rate.is_rate() && figure.size == *base && figure.is_kin(part)).then_some(())?;
            (words(at)? == words(one + 1)?).then_some(())?;
            // The part as a share of the other figure, times the rate of that: both of the untold whole.
            let share = part.size.percent_of(figure.size, said.value.scale + 2)?;
            let mantissa = share.mantissa.checked_mul(rate.value.mantissa)?;
            let made = Decimal { mantissa, scale: share.scale + rate.value.scale + 2 };
            let off = made.percent_of(Decimal::whole(100), said.value.scale)?.checked_sub(said.value)?;
            Some(off.mantissa.abs() <= 1)
        };
        // *41/43 đại biểu dự họp. Ông A được 40/41 phiếu, đạt 93,02% tổng số đại biểu*
        let named = words(at).is_some_and(|words| words.trim_start_matches("so với ").starts_with("tổng số"));
        let of_other = |one: usize| {
            let share = self.figures[one].of.and_then(|of| part.value.percent_of(of, said.value.scale));
            named && share == Some(said.value)
        };
        (at.saturating_sub(NEAR)..at).any(|one| holds(one) == Some(true) || of_other(one))
    }

    /// *42 đảng viên, có mặt 39, tán thành 38 (97,4%)*: the whole may be a number before the part that names nothing.
    fn is_share_of_a_bare_number(&self, at: usize, terms: &Terms) -> bool {
        let Terms::Share(part, _) = terms else { return false };
        let (said, part) = (&self.figures[at], &self.figures[*part]);
        let Some(before) = self.text.get(self.within.start..part.range.start.max(self.within.start)) else {
            return false;
        };
        let numbers = before.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let bases = numbers.filter_map(|number| Decimal::parse_grouped(number.trim_matches(['.', ','])).ok());
        let holds = |base: Decimal| part.value.percent_of(base, said.value.scale) == Some(said.value);
        part.of.is_none() && bases.rev().take(BARE).any(holds)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{left_alone, told_of_slips};

    /// A text, its right figure, and the slips for it that are told.
    const RELATIONS: [(&str, &str, &[&str]); 38] = [
        ("Ông A nhận 62/76 số phiếu, tương đương với {}.", "81,58%", &["85,1%"]),
        ("Có 41 trên 52 phiếu tán thành, ứng với {}.", "78,85%", &["87,85%"]),
        ("Mẻ này 118/125 bộ đạt chuẩn – tương đương {}.", "94,4%", &["94,9%"]),
        (
            "Có 48 người chết, 165 người bị thương. So với trước, giảm 5 người chết (9,4%) và {} (13,2%).",
            "giảm 25 người bị thương",
            &["giảm 45 người bị thương"],
        ),
        (
            "Xã nhận 2.415 đơn. Lọc trùng còn 2.360 đơn, trong đó 119 đơn về đất (5,04%), 1.947 đơn về đường ({}), 294 đơn khác (12,46%).",
            "82,5%",
            &["80,62%"],
        ),
        ("Sản lượng đạt 4.500 tấn, gấp {} so với năm 2020 (1.500 tấn).", "3 lần", &["2 lần"]),
        ("Cả năm đạt 12,6 triệu tấn, bằng 105% kế hoạch (vượt {}).", "600.000 tấn", &["60.000 tấn"]),
        (
            "Theo kế hoạch năm, huyện mở 3 đợt với số lượng 450 đơn vị; đã thu 585 đơn vị, đạt {} kế hoạch năm.",
            "130%",
            &["120%"],
        ),
        ("Đồ gỗ đạt 8,4 tỷ USD, giảm {} (tương ứng giảm 1,2 tỷ USD).", "12,5%", &["15,2%", "14,1%"]),
        (
            "So với cùng kỳ, đạt 42,18 tỷ USD, lớn nhất. Mặt hàng này tăng 6,35 tỷ USD, tương ứng tăng {}.",
            "17,7%",
            &["12,7%"],
        ),
        ("Kim ngạch đạt 8,42 tỷ USD, tăng {} so với 8,05 tỷ USD cùng kỳ.", "4,6 %", &["6,4 %", "9,9 %"]),
        ("Số hộ nghèo còn 2.312 hộ. Tính trên tổng số 412.600 hộ dân thì hộ nghèo chiếm {}.", "0,56%", &["0,65%"]),
        ("Vụ này cả xã gieo được 241,35 ha trên 270 ha kế hoạch, đạt {}.", "89,4%", &["98,4%"]),
        ("Thu đạt khoảng 215.000 tỷ đồng, bằng {} dự toán (230.000 tỷ đồng).", "93,5%", &["95,3%"]),
        (
            "Cả nước đạt 9,6 tỷ USD, tăng 3,1%. Hai tỉnh lớn đạt 8,16 tỷ USD, chiếm {} kim ngạch.",
            "85,0%",
            &["58,0%", "65,0%"],
        ),
        ("Còn 6.315 hộ cận nghèo. Với tổng số 412.600 hộ dân thì số hộ cận nghèo còn {}.", "1,53%", &["1,35%"]),
        (
            "Có 485 người mắc bệnh, 647 người khỏi. So với năm trước giảm 36 người mắc bệnh (giảm {}).",
            "6,91%",
            &["6,19%"],
        ),
        ("Đầu năm có 8.214 hộ. Cuối năm còn 6.557 hộ (giảm {} so với đầu năm).", "1.657 hộ", &["1.675 hộ"]),
        ("Kho có 7.418 thùng. Xe đã chở khoảng 2.000 thùng, số còn lại khoảng {}.", "5.418 thùng", &["5.481 thùng"]),
        (
            "Cả huyện đạt {}. Trong số đó, xã A đạt 3.150 tấn, tăng 5%; xã B đạt 6.204 tấn; riêng xã C đạt 3.109 tấn.",
            "12.463 tấn",
            &["12.643 tấn"],
        ),
        (
            "Xã mua 42 thùng loại 25kg/thùng và 33 thùng loại 25kg/thùng, tổng trọng lượng {}.",
            "1.875kg",
            &["1.785kg", "18.750kg"],
        ),
        (
            "Chè đạt 1,25 triệu tấn, trị giá 2,5 tỷ USD, tăng 3%. Giá bình quân đạt {}.",
            "2.000 USD/tấn",
            &["1.450 USD/tấn"],
        ),
        (
            "Tỉnh bán 1,25 triệu tấn chè, trị giá 2.500 tỷ đồng. Giá bình quân đạt {}.",
            "2 triệu đồng/tấn",
            &["1,45 triệu đồng/tấn"],
        ),
        ("Có {} chưa nộp, gồm: xóm Đông (5), xóm Tây (4), xóm Nam (2), xóm Bắc (1).", "12 hộ", &["13 hộ"]),
        (
            "Công suất lò đạt 131,24%, giảm {} phần trăm so với cùng kỳ (năm 2017 đạt 183,5%).",
            "52,26 điểm",
            &["52,62 điểm", "51,26 điểm"],
        ),
        ("Sáng nay có {} mới, là các bệnh nhân có mã số từ BN4103 đến BN4242.", "140 ca", &["150 ca", "104 ca"]),
        ("Có 61/66 ca được cách ly; {} còn lại đang được điều tra.", "5 ca", &["7 ca"]),
        (
            "Chi cục theo dõi 64 bản án, gồm 41 bản án cũ và 23 bản án mới; đã thi hành xong 6 bản án, còn phải theo dõi {}.",
            "58 bản án",
            &["41 bản án", "48 bản án"],
        ),
        ("Đội thu gom 61.200 tấn rác, vượt {} kế hoạch giao đầu năm (60.000 tấn).", "2%", &["102%", "5%"]),
        (
            "Tháng 9, thu phí đạt 4.120 tỷ đồng, lũy kế 31.204 tỷ đồng. Trong đó, thu tàu là 2.800 tỷ đồng, lũy kế 20.990 tỷ đồng; thu \
             xe là 1.320 tỷ đồng, lũy kế {}.",
            "10.214 tỷ đồng",
            &["12.014 tỷ đồng"],
        ),
        (
            "Năm 2024, trại gom được 18.240 con giống, bình quân mỗi chuồng 3.040 con, tức khoảng {} mỗi tháng.",
            "1.520 con",
            &["3.040 con"],
        ),
        (
            "Tháng 7 có 1.262 hộ vay 12,1 tỷ đồng, bình quân 9,6 triệu đồng một hộ. Lũy kế 7 tháng, có 7.593 hộ vay với tổng số 77,1 tỷ \
             đồng, tăng 3,9% về số hộ; mức vay bình quân là {}.",
            "10,2 triệu đồng",
            &["12,2 triệu đồng"],
        ),
        (
            "Có 5.446 thí sinh đăng ký, 5.410 thí sinh dự thi, {} bỏ thi.",
            "36 thí sinh",
            &["63 thí sinh", "46 thí sinh"],
        ),
        (
            "Đoàn giành 19 huy chương. {} tấm huy chương này đến từ 4 môn: Vật 7, Bơi 6, Judo 4 và Karate 2.",
            "19",
            &["17"],
        ),
        (
            "Chè đạt 2,42 tỷ USD với lượng 3,75 triệu tấn; tiêu 1,5 tỷ USD với lượng 280 nghìn tấn. Giá bình quân: chè {} USD/tấn, tăng \
             2%; tiêu 5.357 USD/tấn.",
            "645",
            &["465"],
        ),
        (
            "Về giáo viên, 88,2% xếp loại hoàn thành tốt nhiệm vụ trở lên, {} hoàn thành nhiệm vụ và 0,7% không hoàn thành nhiệm vụ.",
            "11,1%",
            &["17,1%"],
        ),
        (
            "Cả tỉnh có 654 trường, tăng 14 trường so với năm trước; trong đó có 231 trường công (tăng {}) và 423 trường tư (tăng 05).",
            "09",
            &["06"],
        ),
        ("Tỷ lệ các loại là: {} loại A, 44,6% loại B, 4,2% loại C.", "51,2%", &["52,1%"]),
    ];

    /// Results that the figures near by do not make, and need not.
    const LEFT: [&str; 20] = [
        "Thu đạt 8,4 tỷ đồng, giảm 14,1%; chi 5 tỷ đồng, giảm 1,2 tỷ đồng.",
        "Cả nước đạt 9,6 tỷ USD, vượt 3,1%. Hai tỉnh lớn đạt 8,16 tỷ USD, chiếm 31,7% kim ngạch.",
        "Đầu năm có 8.214 hộ. Cuối năm còn 6.557 hộ (giảm 1.120 hộ so với quý I).",
        "Kho có 7.418 thùng. Xe đã chở khoảng 2.000 thùng, số hàng lậu còn lại khoảng 4.120 thùng.",
        "Cả huyện đạt 12.463 tấn. Trong đó, xã A đạt 3.150 tấn, xã B đạt 2.204 tấn.",
        "Có 40 hộ chưa nộp, gồm: xóm Đông (5), xóm Tây (4), xóm Nam (2).",
        // What has a change of its own is the base of no other, and *so với* of the figure before is none of its words.
        "Doanh thu đạt 45,2 tỷ đồng, vượt 14% so với kế hoạch năm; lợi nhuận đạt 3 tỷ đồng, vượt 50% so với kế hoạch.",
        "Riêng tháng 5, hàng qua cảng đạt 61,4 tỷ đồng, tăng 31,8% so với tháng trước. Tính chung 5 tháng đầu năm, hàng đạt 248,6 tỷ \
         đồng, tăng 14,4%.",
        "Bến Vông đạt 4.260 tấn, tăng 13,9% so cùng kỳ năm trước; Gò Me đạt 8.690 tấn, tăng 1,5% so với cùng kỳ năm trước; riêng Cầu \
         Đúc đạt 4.172 tấn, giảm 25% so với cùng kỳ năm trước.",
        // Items without a number, for several at once, of groups that overlap.
        "Khối quản lý có 18 người, gồm Giám đốc, 2 Phó Giám đốc và 15 trưởng phòng.",
        "Trong đó, 3 ca từ ngoài vào; 42 ca tại chỗ, gồm Gò Me 28 ca, Bến Vông 9 ca, Cầu Đúc 3 ca; Láng Sen và Hòa An mỗi xã 1 ca.",
        // What a part is told to have moved is not held against its whole; a share of what was is none of a third figure.
        "Trong hơn 9.200 hộ vay vốn trong 8 tháng đầu năm nay có hơn 7.340 hộ vay mới, tăng 19,7% và hơn 1.870 hộ vay lại, tăng 65,1%.",
        "Gò Me đạt 497 ha, giảm 19,6 ha so với vụ trước; Bến Vông đạt 157,4 ha, giảm 6,3 ha. Đến nay đã thu hoạch được 176,5 ha, bằng \
         117,2% cùng kỳ năm trước.",
        // Pieces of one, and how many there are each.
        "Quỹ trao 5.100 suất quà với tổng số tiền 6,63 tỷ đồng gồm mỗi huyện 150 suất quà, mỗi suất quà trị giá 1 triệu đồng tiền mặt và \
         1 túi quà trị giá 300.000 đồng.",
        // Items of one row, and examples.
        "Có 5 vụ khiếu nại đúng, 24 vụ tố cáo đúng, 62 vụ tố cáo sai, 15 vụ tố cáo có đúng có sai và 49 vụ không có cơ sở.",
        "Các huyện đã họp 98 phiên định kỳ, 51 phiên đột xuất. Trong đó, một số huyện họp nhiều phiên như: Gò Me (8 phiên); Bến Vông, Cầu \
         Đúc (7 phiên); Láng Sen (6 phiên).",
        "Ngành đạt 190,6 tỷ đồng. Tháng 7 xe đạt 12,15 tỷ đồng, giảm 1,6% so với tháng trước và 7 tháng đạt 81,09 tỷ đồng, tăng 19,8%.",
        "Tính đến nay, số cũ chuyển sang là 690 việc; từ ngày 1/10 đến ngày 31/3, thụ lý mới 735 việc, tăng 92 việc. Như vậy, tổng thụ lý \
         là 1.425 việc. Qua phân loại có: 1.144 việc có điều kiện (chiếm tỷ lệ 80,91%) tăng 91 việc so với năm trước và 270 việc chưa có điều kiện (chiếm tỷ lệ 19,09%).",
        "Tổng thu đến ngày 15/6 ước đạt 3.620 tỷ đồng, bằng 56,9% so với cùng kỳ năm trước.",
        "Hội thi có 4.120 thí sinh, trong đó 3.904 thí sinh thi nấu ăn và 3.515 thí sinh thi cắm hoa.",
    ];

    #[test]
    fn slips_in_relations() {
        told_of_slips(&RELATIONS);
        left_alone(&LEFT);
    }
}
