//! What must hold between the points in time of a text — *mốc thời gian*: the course of works and of papers, ages,
//! named days, terms, comparisons.

mod acts;
mod ages;
mod births;
mod coming;
mod congress;
mod council;
mod course;
mod deed;
mod events;
mod founded;
mod itself;
mod jubilee;
mod lapse;
mod lengths;
mod lives;
mod memorial;
mod moment;
mod moon;
mod named;
mod numbered;
mod order;
mod papers;
mod period;
mod review;
mod school;
mod sequel;
mod stages;
mod stamp;
mod terms;
mod today;
mod turn;
mod years;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::Point;
use crate::viet::letter::small;

/// A sentence with the points in time that it tells.
struct Sentence<'p> {
    range: Range<usize>,
    /// In small letters, byte for byte below the text.
    lower: &'p str,
    points: &'p [Point],
}

/// Checks all relations between the points of a text.
///
/// All points are read once, as [`Proof::points`] finds them; each relation asks for the words around two of them.
///
/// | relation | said of | silent where |
/// |---|---|---|
/// | an act follows upon another | *khởi công … hoàn thành*, *khai mạc … bế mạc*, *xảy ra … khởi tố* | each stands more than once, or another thing is told of between |
/// | a paper rests on none that is younger | *căn cứ, theo, hướng dẫn, sửa đổi*, the lines of bases before *thông qua* | the older one is changed by the younger: *được sửa đổi tại* |
/// | a paper is in force after it was passed | *thông qua … có hiệu lực* | the effect is of what it replaces |
/// | what is done knows no later paper | *Ngày …, đoàn kiểm tra việc thực hiện Kết luận ngày …* | it is still to come: *sẽ, dự kiến* |
/// | figures are compared with an earlier year | *tăng 7% so với cùng kỳ năm …* | months of one year are compared |
/// | no period is compared with itself | *trong quý II/2024 … so với quý II/2024* | a part of it is told: *15 ngày đầu* |
/// | a review looks back, its tasks look ahead | *tổng kết năm …, nhiệm vụ năm …* | both are parts of one year |
/// | stages of one thing follow each other | *từ trần … lễ viếng … an táng*, each in a sentence of its own | a stage that several sentences tell |
/// | no court sits before the deed | *Theo cáo trạng, tối 25/11/2023 …* | it is an earlier one: *tiền án* |
/// | one act has one day | *khai mạc Hội chợ …* with the same words behind it | put off, a sentence of several days |
/// | what bears a number has one day, a higher number a later one | *phiên họp thứ năm*, *Hội nghị lần thứ 8* | another body's, another term's, prepared or followed up |
/// | what is told one after the other goes on in time, as `order` weighs it | *Đến ngày 15/9 … đến ngày 10/9 … đến ngày 17/9* | no slip explains the one that does not, or it is told again |
/// | an age is the years since the birth | *sinh năm …, khi mới 17 tuổi*, *hưởng thọ* | several births are told; a year more or less is a way of counting |
/// | the one age and the one birth of a text are of one person | no two digits that change places explain it |
/// | the time between two points is what is told beside them | *khởi công …, thời gian thi công 18 tháng, hoàn thành …* | several such times are told |
/// | a council sits within its term, and first in its first year | *Ngày 12/3/2018, HĐND xã nhiệm kỳ 2011 - 2016 họp* | it looks back, another number is told |
/// | one name has one life, and nothing is done outside it | *Lương Văn Can (1854 - 1927)* | it is done for the dead |
/// | a named day has one date, a year one name | *Ngày Thương binh - Liệt sĩ (27/7)*, *Xuân Giáp Thìn 2024* | several days share a bracket |
/// | a day of the moon's calendar is one civil day | *16 tháng Giêng (tức 4/3)* | no year is known, and no other pair tells it |
/// | an assembly has its years | *Quốc hội khóa XV, nhiệm kỳ 2021 - 2026* | the years may be those of another body |
/// | a body's terms are numbered as their years go on | *khóa IX, nhiệm kỳ 2018 - 2023 … khóa X, nhiệm kỳ 2023 - 2028* | the body's level is not told, or it counts anew |
/// | *sáng nay* is the day of the text, *dự kiến* lies ahead of it | *Sáng 14/8 … sáng nay (14/9)* | put out some days late; planned at first, then put off |
/// | *trước đó* is before what was told last, *sau đó, đến ngày* behind it | *Trước đó, ngày …*, *Căn cứ kết quả điều tra, ngày …* | the sentence before tells points on both sides |
/// | what is numbered through goes on in time | *Ngày thứ nhất … Ngày thứ hai*, *Đợt 1 … Đợt 2*, lines of a programme | the numbers begin anew |
/// | a national congress has its years and days, and is over once | *Đại hội XIII của Đảng*, *Quốc hội khóa XV* | local bodies, papers that carry it out |
/// | an anniversary leads to the year of the text | *kỷ niệm 79 năm Quốc khánh* | the sentence names a year of its own |
/// | one that has its day behind it leads to it too | *kỷ niệm 60 năm Cuộc nổi dậy (ngày 07/02/1959)* | the text tells of the year it leads to |
/// | *tới* is ahead of the text, *vừa qua* behind it | *vào tháng 7/2017 tới* | it is a verb; the year turns |
/// | what is reviewed is over, what is planned begins then | *tình hình tháng 8 và 8 tháng đầu năm, nhiệm vụ 4 tháng cuối năm* | a report that is asked for |
/// | a school year begins in its first year and ends in its second | *kết thúc năm học trước 31/5/2026* | several school years are told |
/// | a year is reviewed when it is over | *Ngày 12/7/2024, … tổng kết năm 2024* | contests, seasons, campaigns |
/// | a text knows nothing of the days after its own, and what goes on is not over | *Sáng 29/9, … cho biết, rạng sáng 30/9*, *kéo dài đến hết ngày 21/1*, *cùng ngày (29/10)* | the text goes on to a later day |
/// | nothing is done after the text was put out | *17:12, 30/11/2008 … Chiều 1-12, … đã* | the day may be of the year before |
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let points = proof.points();
    let sentences = sentences(proof, points);
    let first = faults.len();
    for sentence in &sentences {
        years::check(proof, sentence, faults);
        itself::check(proof, sentence, faults);
    }
    if faults.iter().all(|fault| fault.message.id != "time-course.compared") {
        let ahead = years::compared_ahead(proof, &sentences);
        faults.extend(ahead.or_else(|| years::compared_month(proof, &sentences)));
    }
    if faults.iter().all(|fault| !["time-course.itself", "time-course.compared"].contains(&fault.message.id)) {
        faults.extend(itself::across(proof, &sentences));
    }
    for two in sentences.windows(2) {
        let before = faults.len();
        course::check(proof, &two[0], faults);
        if faults.len() == before && two[0].range.end == two[1].range.start && !two[1].points.is_empty() {
            course::check(proof, &two[0].with(&two[1], (proof, points)), faults);
        }
    }
    sentences.last().iter().for_each(|last| course::check(proof, last, faults));
    papers::check(proof, &sentences, faults);
    ages::check(proof, &sentences, faults);
    acts::check(proof, &sentences, faults);
    founded::check(proof, &sentences, faults);
    events::check(proof, &sentences, faults);
    stages::check(proof, &sentences, faults);
    named::check(proof, faults);
    moon::check(proof, faults);
    terms::check(proof, faults);
    numbered::check(proof, faults);
    let mut more = Vec::new();
    deed::check(proof, &sentences, &mut more);
    stamp::check(proof, &sentences, &mut more);
    today::check(proof, &sentences, &mut more);
    sequel::check(proof, &sentences, &mut more);
    congress::check(proof, &sentences, &mut more);
    jubilee::check(proof, &sentences, &mut more);
    memorial::check(proof, &sentences, &mut more);
    coming::check(proof, &sentences, &mut more);
    review::check(proof, &sentences, &mut more);
    period::check(proof, &sentences, &mut more);
    school::check(proof, &sentences, &mut more);
    turn::check(proof, &sentences, &mut more);
    moment::check(proof, &sentences, &mut more);
    births::check(proof, &sentences, &mut more);
    lives::check(proof, &sentences, &mut more);
    lapse::check(proof, &sentences, &mut more);
    council::check(proof, &sentences, &mut more);
    // What one of the rooms above tells of a place is not told again.
    let known = |one: &Diagnostic, all: &[Diagnostic]| {
        all.iter().any(|other| other.span.start < one.span.end && one.span.start < other.span.end)
    };
    for one in more {
        if !known(&one, &faults[first..]) {
            faults.push(one);
        }
    }
    let lengths = lengths::check(proof, &sentences, &faults[first..]);
    faults.extend(lengths);
    let out_of_order = order::check(proof, &sentences, faults);
    faults.extend(out_of_order);
}

/// The sentences of a text, those without any point too.
fn sentences<'p>(proof: &'p Proof, points: &'p [Point]) -> Vec<Sentence<'p>> {
    let mut rest = points;
    let mut found = Vec::new();
    for range in proof.all_sentences() {
        let skipped = rest.iter().take_while(|point| point.range.start < range.start).count();
        let own = rest[skipped..].iter().take_while(|point| point.range.start < range.end).count();
        let lower = &proof.lower()[range.clone()];
        found.push(Sentence { range: range.clone(), lower, points: &rest[skipped..skipped + own] });
        rest = &rest[skipped + own..];
    }
    found
}

/// Small letters, each as long as the letter it stands for.
pub fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

impl<'p> Sentence<'p> {
    /// Two sentences as one; the second follows the first.
    fn with(&self, next: &Self, (proof, points): (&'p Proof, &'p [Point])) -> Self {
        let range = self.range.start..next.range.end;
        let from = points.partition_point(|point| point.range.start < range.start);
        let to = points.partition_point(|point| point.range.start < range.end);
        Sentence { lower: &proof.lower()[range.clone()], range, points: &points[from..to] }
    }

    /// The words between two places of the text, in small letters; both lie in the sentence.
    fn between(&self, range: Range<usize>) -> &str {
        let at = |place: usize| place.saturating_sub(self.range.start).min(self.lower.len());
        self.lower.get(at(range.start)..at(range.end)).unwrap_or_default()
    }

    /// The words before a place, in small letters.
    fn before(&self, place: usize) -> &str {
        self.between(self.range.start..place)
    }

    /// The words close before a place, in small letters: a sentence of many places is not read through for each.
    fn near(&self, place: usize) -> &str {
        const FAR: usize = 400;
        let head = self.before(place);
        &head[head.ceil_char_boundary(head.len().saturating_sub(FAR))..]
    }

    /// The words behind a place, in small letters.
    fn behind(&self, place: usize) -> &str {
        self.between(place..self.range.end)
    }
}

/// Whether one point is later than another, whatever parts of both are left open. A year that one or both leave out is one year,
/// unless the later half of a year meets the first half of the next.
fn is_later(one: &Point, other: &Point) -> bool {
    const HALF: u8 = 6;
    let wraps = match (one.months, other.months) {
        (Some(late), Some(early)) => late.0.saturating_sub(early.1) >= HALF,
        _ => true,
    };
    let comparable = match (one.year, other.year) {
        (Some(_), Some(_)) => true,
        _ => !wraps,
    };
    let year = one.year.or(other.year).unwrap_or(2024);
    let days = one.first(year).zip(other.last(year));
    comparable && days.is_some_and(|(one, other)| one > other)
}

/// The whole of two places where they stand close together, else the later one alone.
pub fn both(text: &str, one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    const CLOSE: usize = 120;
    let (first, last) = if one.start < other.start { (one, other) } else { (other, one) };
    let near = text[first.start..last.end].chars().take(CLOSE + 1).count() <= CLOSE;
    if near { first.start..last.end } else { last.clone() }
}
