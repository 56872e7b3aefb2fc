//! A figure that others near it were meant to make, whatever words join them: a sum, a product, a mean, a share, a growth, a gap.
//! Right texts teach what stands around figures that make one another: a log-linear model weighs it, and how far they are off.
//! `viet/data/README.md` tells how it was fitted.

mod beside;
mod dimension;
pub(in crate::check::figures) mod evidence;
mod explained;
mod names;
pub(in crate::check::figures) mod numbers;
mod products;
mod rates;
mod scales;
mod sums;
mod tell;

use std::ops::Range;

use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::slip;
use crate::check::figures::{Reading, absolute, apart, readings};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::viet::decimal::Decimal;

/// How figures make another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::check::figures) enum Form {
    /// The parts of a total.
    Sum,
    /// One of many, and how many.
    Product,
    /// What is shared out, and among how many.
    Mean,
    /// A part in hundredths of its base.
    Share,
    /// What is now in hundredths above what was.
    Growth,
    /// How far it moved in hundredths of what was, and what is now.
    Change,
    /// Two figures, and how far they lie apart.
    Gap,
}

/// A figure with those that may make it.
#[derive(Debug, Clone)]
pub(in crate::check::figures) struct Tie {
    pub(in crate::check::figures) form: Form,
    pub(in crate::check::figures) result: usize,
    pub(in crate::check::figures) terms: Vec<usize>,
    /// What they make, in the unit of the result.
    pub(in crate::check::figures) makes: Reach,
}

/// How well the words must speak for a total that holds, so that its parts are no others'.
const MEANT: f32 = 0.0;

/// How much less is asked of a growth that is told in hundredths of what is now.
const NOW: f32 = 1.0;

/// How far above the bar lies what stands beside a total that holds.
const SURE: f32 = 1.0;

/// A figure that others were meant to make and do not.
struct Untrue {
    /// How far the evidence lies above the bar.
    over: f32,
    fault: Diagnostic,
    /// The figure itself, in the paragraph.
    result: Range<usize>,
    /// Where all the figures stand that it is told of.
    figures: Vec<Span>,
}

/// The figures of a paragraph that others were meant to make and do not, the surest first, but for those of figures told already.
///
/// The parts of a total that holds are read once, and then left out: *11 vi phạm, phạt 8, nhắc nhở 3; 56 còn lại* is of 11 and 56.
pub(in crate::check::figures) fn untrue(
    proof: &Proof,
    paragraph: &Range<usize>,
    figures: &[Mention],
    told: &[Diagnostic],
) -> Vec<Diagnostic> {
    let mut numbers = numbers::all(&proof.text[paragraph.clone()], figures);
    let several: Vec<(usize, i128)> =
        readings(proof, paragraph, &numbers).iter().flat_map(Reading::named_several).collect();
    for (at, times) in several {
        numbers[at].times(times);
    }
    let (mut found, parts, settled) = first_reading(&readings(proof, paragraph, &numbers));
    if !parts.is_empty() {
        let left = |(at, one): (usize, &Mention)| (!parts.contains(&at)).then(|| one.clone());
        let numbers: Vec<Mention> = numbers.iter().enumerate().filter_map(left).collect();
        let (more, ..) = first_reading(&readings(proof, paragraph, &numbers));
        found.extend(more.into_iter().filter(|one| !settled.contains(&one.result)));
    }
    found.sort_by(|one, other| other.over.total_cmp(&one.over));
    // One slip upsets all that its figure makes: the surest tells it.
    let mut taken: Vec<Span> = told.iter().map(|fault| fault.span).collect();
    let free =
        |one: &Untrue, taken: &[Span]| one.figures.iter().all(|own| taken.iter().all(|other| apart(*own, *other)));
    let mut faults = Vec::new();
    for one in found {
        if free(&one, &taken) {
            taken.extend(one.figures);
            faults.push(one.fault);
        }
    }
    faults
}

/// What is untrue in the sentences of a paragraph, the parts of totals that hold, and where the figures stand that are explained.
fn first_reading(readings: &[Reading]) -> (Vec<Untrue>, Vec<usize>, Vec<Range<usize>>) {
    let (mut open, mut wholes, mut settled) = (Vec::new(), Vec::new(), Vec::new());
    let (mut parts, mut beside) = (Vec::new(), Vec::new());
    for (reading, result) in readings.iter().flat_map(|reading| reading.own.clone().map(move |at| (reading, at))) {
        let ties = reading.ties(result);
        if !ties.iter().any(|tie| reading.explains(tie)) {
            open.push((reading, result, ties));
            continue;
        }
        // What names the total anew must make it, whatever else does.
        let anew = ties.iter().find(|tie| reading.is_named_anew(tie)).filter(|tie| !reading.explains(tie));
        beside.extend(anew.and_then(|tie| reading.untrue_tie(tie, reading.over(tie)?)));
        // *740 tấn, gồm cá 540 tấn, tôm 200 tấn. Trong đó, nuôi trồng 400 tấn, khai thác 304 tấn*: parts of another kind make it too.
        let parted = ties.iter().filter(|tie| tie.form == Form::Sum && reading.is_parted_anew(tie, &ties));
        beside.extend(parted.filter_map(|tie| reading.untrue_tie(tie, reading.over(tie).filter(|over| *over > SURE)?)));
        settled.push(reading.figures[result].range.clone());
        let whole = ties.into_iter().filter(|tie| tie.form == Form::Sum && reading.explains(tie));
        for tie in whole {
            if reading.odds(&tie, &[]) > MEANT {
                parts.extend(&tie.terms);
            }
            beside.extend(reading.moves_beside(result, &tie.terms).and_then(|tie| reading.untrue_tie(&tie, SURE)));
            wholes.push((result, tie.terms));
        }
    }
    let found = open.into_iter().filter_map(|(reading, result, mut ties)| {
        ties.retain(|tie| !wholes.iter().any(|whole| is_of_parts(result, tie, whole)));
        reading.untrue_at(result, &ties)
    });
    (found.chain(beside).collect(), parts, settled)
}

/// Whether a sum adds up parts of another total that holds.
///
/// *101 huy chương, gồm 50 vàng, 27 bạc, 24 đồng*: none of the parts is the sum of others; *106 em, trong đó 11 giải Nhất, 45 giải Nhì,
/// 50 giải Ba. Cả nước có 93 giải Nhất*: nor are some of them another total; *250 phiếu; thu về 248, trong đó 245 hợp lệ, 3 không hợp
/// lệ*: nor is the total with a part of its own.
fn is_of_parts(result: usize, tie: &Tie, (whole, parts): &(usize, Vec<usize>)) -> bool {
    let all = tie.terms.iter().all(|term| parts.contains(term));
    let sibling = parts.len() > 2 && parts.contains(&result) && all;
    let some = !parts.contains(&result) && tie.terms.len() < parts.len() && all;
    let twice = tie.terms.contains(whole) && tie.terms.iter().any(|term| parts.contains(term));
    tie.form == Form::Sum && (sibling || some || twice)
}

impl Reading<'_> {
    /// Whether a slip is told of a total by parts other than those that make it, behind them.
    fn is_parted_anew(&self, tie: &Tie, ties: &[Tie]) -> bool {
        let holding = ties.iter().filter(|other| other.form == Form::Sum && self.explains(other));
        let behind = |other: &Tie| other.terms.last() < tie.terms.first();
        !self.explains(tie) && holding.map(behind).reduce(|all, one| all && one) == Some(true)
    }

    /// The fault of a figure that none of its ties explains, and how far its evidence lies above the bar.
    fn untrue_at(&self, result: usize, ties: &[Tie]) -> Option<Untrue> {
        let judged = ties.iter().filter_map(|tie| Some((tie, self.over(tie)?)));
        let (tie, over) = judged.max_by(|a, b| a.1.total_cmp(&b.1))?;
        (self.is_turned(tie) || !self.is_explained(result)).then_some(())?;
        self.untrue_tie(tie, over)
    }

    fn untrue_tie(&self, tie: &Tie, over: f32) -> Option<Untrue> {
        let said = &self.figures[tie.result];
        let right = tie.makes.rounded(said.value.scale).filter(|right| !right.is_zero())?;
        let figures = [&[tie.result], &tie.terms[..]].concat();
        let span = |at: &usize| self.proof.place(self.place(&self.figures[*at].range)).map(|(_, span)| span);
        let figures = figures.iter().filter_map(span).collect();
        Some(Untrue { over, fault: self.tell_tie(tie, right)?, result: said.range.clone(), figures })
    }

    /// How far the evidence for a slip in a tie lies above the bar.
    fn over(&self, tie: &Tie) -> Option<f32> {
        let off = self.off(tie, self.figures);
        let bar = evidence::bar(tie.form, &off).filter(|_| !self.is_open(tie, &off))?;
        // *32.189 ca … năm trước 36.276 ca, giảm 12,7%*: in hundredths of what is now a fall is told by a slip alone.
        let now = tie.form == Form::Growth && off.iter().any(|(sign, _)| *sign == "wrong base");
        let bar = if now && slip::digits(self.figures[tie.result].value) > 2 { bar - NOW } else { bar };
        Some(self.odds(tie, &off) - bar).filter(|over| *over > 0.0)
    }

    /// All that may make a figure.
    pub(in crate::check::figures) fn ties(&self, result: usize) -> Vec<Tie> {
        let said = &self.figures[result];
        let time = numbers::TIMES.contains(&said.kind.as_str());
        if said.of.is_some() || said.size.is_zero() || said.kind == "lần" || time {
            return Vec::new();
        }
        if said.is_rate() {
            return self.rates_of(result);
        }
        let mut ties = self.sums_of(result);
        ties.extend(self.products_of(result));
        ties.extend(self.means_of(result));
        ties.extend(self.gaps_of(result));
        ties
    }

    /// Whether a rate tells of a fall.
    fn is_fall(&self, rate: usize) -> bool {
        self.lead(rate).contains("giảm")
    }

    /// The text between two figures, whichever stands first.
    fn span(&self, one: usize, other: usize) -> &str {
        let (first, last) = (one.min(other), one.max(other));
        self.lower().get(self.figures[first].range.end..self.figures[last].range.start).unwrap_or_default()
    }

    /// Whether a figure stands so near another that it may make it: in so many bytes and ends of sentences.
    fn is_within(&self, one: usize, other: usize, (bytes, stops): (usize, usize)) -> bool {
        let gap = self.span(one, other);
        gap.len() <= bytes && evidence::stops(gap) <= stops
    }
}

/// The larger and the smaller of two numbers apart.
fn distance(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_sub(other).map(absolute)
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{left_alone, told_of_slips};

    /// A text, its right figure, and the slips for it that are told.
    const TIES: [(&str, &str, &[&str]); 32] = [
        // Totals of any wording.
        (
            "Ngành đã xử phạt 2.064 lượt hộ theo các cách sau đây: nhắc nhở 1.352 lượt hộ, phạt tiền 571 lượt hộ, đình chỉ {} lượt hộ.",
            "141",
            &["114"],
        ),
        (
            "Ba trạm mua được 7.418 tấn lúa; trạm Bến Vông mua 3.127 tấn lúa, trạm Cầu Đúc mua 2.456 tấn lúa, trạm Gò Me mua {} tấn lúa.",
            "1.835",
            &["1.853"],
        ),
        // Parts in other units, and without any.
        ("Đoàn mang về {} huy chương các loại (11 vàng, 17 bạc, 19 đồng).", "47", &["41"]),
        (
            "Bão làm sập 1.463 căn nhà. Trong đó, Gò Me 418 nhà, Bến Vông 296 nhà, Cầu Đúc 507 nhà, Láng Sen {} nhà.",
            "242",
            &["224"],
        ),
        // The total sentences behind its parts, one of them told as an addition.
        (
            "Huyện cấp mới 14 dự án với vốn 1,62 tỷ USD; 9 dự án có vốn tăng thêm 640,5 triệu USD; góp vốn 1,15 tỷ USD. Tính chung, \
             tổng vốn đăng ký là {} tỷ USD.",
            "3,41",
            &["3,14"],
        ),
        // The total named anew before its parts, whatever else explains it.
        (
            "Lũ làm 30 người chết và mất tích, gồm {} người chết, 12 người mất tích. Số người chết theo xã: Gò Me 5, Bến Vông 6, \
             Cầu Đúc 3, Láng Sen 4.",
            "18",
            &["81"],
        ),
        // A slip in the price, not in the total.
        ("Kho bán 308.472 tấn gạo, thu 167,71 triệu USD, giá trung bình {} USD/tấn.", "543,7", &["534,7"]),
        // What is left beside a part that has parts of its own.
        (
            "Đoàn kiểm tra 246 cơ sở. Có 38 cơ sở vi phạm, phạt 27 cơ sở, nhắc nhở 11 cơ sở; {} cơ sở còn lại chấp hành tốt.",
            "208",
            &["218"],
        ),
        // Rates of any wording.
        ("Bến cá đón 3.482 lượt tàu. Tàu lớn vào bến 1.274 lượt tàu, tỷ trọng lên tới {}.", "36,59%", &["63,59%"]),
        ("Hội giúp 1.208 hộ làm chuồng, đã nghiệm thu 946 hộ, tức {}.", "78,31%", &["87,31%"]),
        ("Phát hiện sai phạm {} đồng (đã thu hồi 1.527 triệu đồng, đạt 92,6%).", "1.649 triệu", &["1.649 tỷ"]),
        // Products and means.
        ("Trường có 1.161 học sinh, biên chế 27 lớp, bình quân {} em/lớp.", "43", &["34"]),
        ("Phí gửi xe 65.000 đồng/tháng, thu 9 tháng, cộng {} đồng.", "585.000", &["558.000", "5.850.000"]),
        (
            "Tính chung 6 tháng, cả vùng có 2.353 người bị thương. Bình quân 1 ngày có {} người bị thương.",
            "13",
            &["31"],
        ),
        // How far two figures lie apart.
        ("Tại kỳ này, mỗi lít dầu giảm {} đồng, từ 19.870 đồng xuống 19.236 đồng.", "634", &["643"]),
        // The same of one of several rows, by its name.
        (
            "Cơn lũ làm 17 người chết, 52 người bị thương; trận lũ năm 2020 làm 48 người chết và 66 người bị thương. So với năm đó đã \
             giảm {} người chết, giảm 14 người bị thương.",
            "31",
            &["21", "13"],
        ),
        (
            "Cuối năm, huyện có 9.412,6 ha rừng tự nhiên và 3.857,2 ha rừng trồng; đầu năm có 9.105,3 ha rừng tự nhiên và 4.180,9 ha rừng \
             trồng. Trong năm, rừng trồng giảm {} ha do bị cháy.",
            "323,7",
            &["323,1", "332,7"],
        ),
        // What it is compared with stands in a bracket, told for one.
        (
            "Bình quân mỗi xã đạt 14 tiêu chí, cao hơn {} tiêu chí so với bình quân cả vùng (11,64 tiêu chí/xã).",
            "2,36",
            &["3,26"],
        ),
        ("Xã Gò Me bán 1.356 tấn, bỏ xa xã Bến Vông đến {} tấn. Xã Bến Vông bán 911 tấn.", "445", &["454"]),
        // A total of another order than its parts.
        (
            "Ước đến cuối tháng, tổng nợ là {}, giảm 23,7 tỷ đồng. Trong đó, nợ có khả năng thu là 575,7 tỷ đồng, nợ khó thu là 85,3 tỷ đồng.",
            "661 tỷ đồng",
            &["661 triệu đồng"],
        ),
        (
            "Đoàn phát hiện vi phạm với tổng số tiền {} tỷ đồng, kiến nghị thu hồi 8,8 tỷ đồng, giảm trừ 33,3 tỷ đồng.",
            "42,1",
            &["4,21"],
        ),
        // A fall in hundredths of what is now.
        (
            "Từ đầu năm có 32.189 ca mắc, trong đó có 5 ca nặng. So với cùng kỳ (36.276 ca mắc, 6 ca nặng), số ca mắc giảm {}.",
            "11,3%",
            &["12,7%"],
        ),
        // What is left of a total that stands between, and of one two sentences before.
        ("Số em đến tiêm là 4.826 em trên tổng số 5.103 em của huyện. Số em không đến tiêm là {} em.", "277", &["272"]),
        // So many each, and the others so many.
        (
            "Hội trao {} suất quà cho 9 xã trong huyện. Trong đó, các xã Gò Me, Bến Vông, Cầu Đúc, mỗi xã có 20 hộ nhận quà; 6 xã còn lại, \
             mỗi nơi 5 suất.",
            "90",
            &["95"],
        ),
        // A gap told as a rate too, one with the slip in its end, a rate between bare figures.
        (
            "Thu chợ đạt 38,4 tỷ đồng, giảm 18,64% (tương đương {} đồng) so với cùng kỳ năm trước (47,2 tỷ đồng).",
            "8,8 tỷ",
            &["8,8 triệu"],
        ),
        (
            "Năm 2021, kho nhập {} thùng hàng, xuất 308.585 thùng hàng. Năm 2022, nhập 359.748 thùng hàng, xuất 332.896 thùng hàng; so \
             với năm trước nhập tăng 26.589 thùng, xuất tăng 24.311 thùng.",
            "333.159",
            &["333.195"],
        ),
        // Parts that name their noun, prices before what they make.
        (
            "Cục nhận 136.806 phương tiện, trong đó phương tiện nhập khẩu là {}, phương tiện xuất khẩu là 58.082.",
            "78.724",
            &["78.424"],
        ),
        (
            "Thuê đất 26 tháng, mỗi tháng là 1.200.000 đồng với số tiền là 31.200.000 đồng; thuê tiếp 9 tháng, mỗi tháng là 1.350.000 đồng \
             với số tiền là 12.150.000 đồng. Tổng số tiền phải trả là {} đồng.",
            "43.350.000",
            &["43.530.000"],
        ),
        // A digit of a long figure, however far off it leads.
        ("Tỉnh có tổng cộng 62.820 con trâu, trong đó {} con của dân và 2.085 con của trại.", "60.735", &["50.735"]),
        // Prizes in their order count nothing in words.
        (
            "Trường giành {} giải, trong đó có 14 giải nhất, 35 giải nhì, 46 giải ba và 51 giải khuyến khích.",
            "146",
            &["164", "140"],
        ),
        (
            "Cả tỉnh có {} em đoạt giải với 27 giải Nhất, 61 giải Nhì, 84 giải Ba và 92 giải Khuyến khích.",
            "264",
            &["246"],
        ),
        // Parts of another kind, behind those that make a total.
        (
            "Xã thu 8.640 tấn nông sản, gồm lúa 5.210 tấn, ngô 1.980 tấn, rau 1.450 tấn. Trong đó, vụ xuân thu 4.715 tấn; vụ mùa thu {} tấn.",
            "3.925",
            &["3.952"],
        ),
    ];

    /// Figures that need not make one another.
    const LEFT: [&str; 25] = [
        // Items of a list that semicolons part.
        "Vượt dự toán có Gò Me thu 174 tỷ đồng; Bến Vông thu 792 tỷ đồng; Cầu Đúc thu 176 tỷ đồng; Láng Sen thu 2.713 tỷ đồng.",
        // Two of many stations need not make up the whole.
        "Các trạm mua được 7.418 tấn lúa; trạm Bến Vông mua 3.127 tấn lúa, trạm Cầu Đúc mua 2.456 tấn lúa.",
        // A rate of something else.
        "Hội giúp 1.208 hộ làm chuồng, đã nghiệm thu 946 hộ; lãi suất vay 6,12%.",
        // A total told less finely than its parts, and one told again.
        "Lúa ngập 6.077 ha (Gò Me 1.241,5 ha, Bến Vông 2.716 ha, Cầu Đúc 2.119 ha).",
        "Thu phí chợ 192,2 tỷ đồng. Thu khác 15 tỷ đồng. Riêng thu phí chợ là 192.157 triệu đồng.",
        // The rest is told in words, or not at all.
        "Có 47 ca, gồm: Gò Me (36), Bến Vông (9), Cầu Đúc và Láng Sen mỗi nơi một ca.",
        "Tổng vốn 100 tỷ đồng, gồm vốn tỉnh 32,3 tỷ đồng, vốn xã 59 tỷ đồng...",
        // Where the bidding starts is no price of the total.
        "Bán 1.240 con giống. Giá khởi điểm 12.300 đồng/con. Tổng giá trị con giống: 18.972.000 đồng.",
        // No word tells that one is the total of many.
        "Kho bán 480 kg thịt, còn 34 thùng (20 kg/thùng).",
        // Brackets of their own, and parts of a total that holds.
        "Đoàn giành 91 huy chương, gồm 45 HCV, 24 HCB và 22 HCĐ. Xếp sau là Gò Me (23 HCV), Bến Vông (21 HCV), Cầu Đúc (16 HCV).",
        // Thousands show no gap of hundreds; what follows a gap is none of its ends, and what follows a rate in the next sentence
        // has not moved by it.
        "Thóc ước 14 nghìn tấn. Tổng sản lượng lương thực ước trên 19 nghìn tấn, tăng 637,7 tấn so với năm trước.",
        "Tai nạn làm chết 21 người, tăng 13 người so với cùng kỳ; bị thương 9 người.",
        // How far two figures lie apart is told already, or one of them is a part of the other.
        "Tòa thụ lý 84 vụ, giải quyết 55 vụ. So với cùng kỳ, thụ lý giảm 26 vụ. Còn tồn 29 vụ.",
        "Có 3.180 người, tăng 4.060 người; trong đó bắt buộc 2.390 người, tăng 1.051 người; tự nguyện 790 người.",
        "Phát hiện 318 vụ. Trong đó xảy ra 180 vụ phạm tội, ít hơn 03 vụ so với cùng kỳ. Trong số này có 53 vụ trộm cắp.",
        "Thu đạt 1.450 tỷ đồng, tăng 8% (tương đương 107 tỷ đồng) so với cùng kỳ. Chi đạt 1.320 tỷ đồng, bằng 45% dự toán.",
        // A total with a part of its own, so many each of what a total has, what is of another body.
        "Tổng số phiếu phát ra là 250, số phiếu thu về là 248, trong đó 245 phiếu hợp lệ và 3 phiếu không hợp lệ.",
        "Hội trao 150 suất cho 12 xã. Trong đó, các xã Gò Me, Bến Vông, Cầu Đúc, mỗi xã 20 suất; 9 xã còn lại, mỗi nơi 10 suất.",
        "Tặng 12 căn nhà, mỗi căn 80 triệu đồng; 25 suất, mỗi suất 2 triệu đồng. Tổng kinh phí 1,01 tỷ đồng.",
        "Ban chấp hành gồm 45 đồng chí, có mặt 41 đồng chí, vắng 4 đồng chí; Ban Thường vụ 13 đồng chí.",
        // Those behind in an order, numbers of units, some of the parts of another total.
        "Đoàn giành 101 huy chương, trong đó có 50 HCV, 27 HCB và 24 HCĐ. Xếp sau là Gò Me (25 HCV), Bến Vông (24 HCV).",
        "Tân binh được giao về: Sư đoàn 315 nhận 35 tân binh; Trung đoàn Bộ binh 95 nhận 79 tân binh; Trung đoàn 28 nhận 10 tân binh.",
        "Tỉnh có 106 em được khen, trong đó có 11 em đoạt giải Nhất, 45 giải Nhì và 50 giải Ba. Cả vùng có 93 giải Nhất.",
        "Có 21 người nhiễm, tăng 13 người; đã khỏi 12 người, còn 9 người đang điều trị.",
        "Nông sản đạt 24,3 tỷ USD, tăng 21% so với năm trước. Trong các mặt hàng, chè đạt 2,9 tỷ USD; gạo 2,65 tỷ USD.",
    ];

    #[test]
    fn figures_that_others_make() {
        told_of_slips(&TIES);
        left_alone(&LEFT);
    }
}
