//! Periods that a text looks back on or plans for — *tình hình tháng 8 và 9 tháng đầu năm 2013*, *nhiệm vụ 6 tháng cuối năm*: what is
//! reviewed is over on the day of the text, and what is planned does not begin before it.

mod parts;
mod through;
mod told;

use super::review::OTHERS;
use super::{Sentence, today};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Padding, Point, Ymd};
use told::{Length, Period, Sense, periods};

/// How many days before its end a period is reported on: months in their last days, longer ones some weeks before.
const MONTH: i64 = 12;
const LONGER: i64 = 28;

/// From this month on a whole year is reviewed before it is over.
const WHOLE: u8 = 9;

/// How far ahead a period may end to be a slip and not one of another time.
const FAR: i64 = 400;

/// Words of a review that is still to come.
const TO_COME: [&str; 11] = [
    "sẽ ",
    "chuẩn bị",
    "dự kiến",
    "tiến tới",
    "yêu cầu",
    "đề nghị",
    "hướng dẫn",
    "kế hoạch tổ",
    "đến hết",
    "trước ngày",
    "báo cáo về",
];

/// The day of a text, as far as it is told, and how it is shown.
struct Now {
    day: Ymd,
    shown: String,
    /// Whether it is the last day of the time that a session is of, and not the day itself.
    session: bool,
}

/// Checks the periods of each sentence against the day of the text, and against each other.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let own = today::shown(proof, sentences).map(|(_, day)| day);
    let told = || proof.points().iter().find_map(|point| point.year);
    let year = own.map(Ymd::year).or_else(told).unwrap_or(2024);
    let mut session: Option<Now> = None;
    let mut reviewed: Option<Period> = None;
    for sentence in sentences {
        // *Ngày 2/12/2021, … tình hình tháng 11*, in a text of the next year.
        let compared = |point: &&Point| {
            let head = sentence.before(point.range.start).trim_end();
            head.ends_with("cùng kỳ") || head.ends_with("so với")
        };
        let own_year = sentence.points.iter().filter(|point| !compared(point)).find_map(|point| point.year);
        let year = own_year.unwrap_or(year);
        let told = periods(sentence, year);
        session = in_session(sentence, year).or(session);
        let now = held(sentence).or(own).map(|day| Now { day, shown: day.numeric(Padding::Padded), session: false });
        let ahead = told.iter().find_map(|period| {
            [now.as_ref(), session.as_ref()]
                .into_iter()
                .flatten()
                .find_map(|now| not_over(proof, sentence, (period, now)))
        });
        let found = ahead.or_else(|| told.windows(2).find_map(|pair| overlap(proof, sentence, (&pair[0], &pair[1]))));
        let again = || told.iter().find_map(|next| planned_again(proof, sentence, (reviewed.as_ref()?, next)));
        faults.extend(found.or_else(|| parts::wrong(proof, sentence)).or_else(again));
        let closed = |period: &Period| period.sense != Sense::Ahead && period.length == Length::Part;
        reviewed = reviewed.or_else(|| told.into_iter().find(closed));
    }
    faults.extend(through::other_end(proof, sentences));
}

/// *Phiên họp thường kỳ tháng 8 năm 2013*, *kỳ họp thường lệ giữa năm 2014*: the time of a session.
fn in_session(sentence: &Sentence, year: u16) -> Option<Now> {
    const MONTHLY: [&str; 3] = ["thường kỳ", "giao ban", "phiên họp"];
    let month = |point: &&Point| {
        let (first, last) = point.months?;
        let head = sentence.before(point.range.start).trim_end();
        let monthly = first == last && point.day.is_none() && MONTHLY.iter().any(|word| head.ends_with(word));
        monthly.then(|| point.last(year))?
    };
    let monthly = sentence
        .points
        .iter()
        .find_map(|point| Some((month(&point)?, sentence.between(point.range.clone()).to_owned())));
    let half = || {
        let at = sentence.lower.find("giữa năm")?;
        let head = sentence.lower[..at].trim_end();
        (head.ends_with("kỳ họp") || head.ends_with("thường lệ")).then_some(())?;
        let behind = sentence.lower[at + "giữa năm".len()..].trim_start();
        let told = behind.get(..4).and_then(|year| year.parse().ok());
        Some((Ymd::new(told.unwrap_or(year), 8, 31).ok()?, "giữa năm".to_owned()))
    };
    monthly.or_else(half).map(|(day, shown)| Now { day, shown, session: true })
}

/// *Hội nghị … diễn ra ngày 20/6/2024*: the one day of a sentence, if something is held on it.
fn held(sentence: &Sentence) -> Option<Ymd> {
    const HELD: [&str; 11] = [
        "số liệu",
        "công bố",
        "diễn ra",
        "tổ chức",
        "họp",
        "khai mạc",
        "hội nghị",
        "cuộc họp",
        "buổi làm việc",
        "phiên họp",
        "vào",
    ];
    const PARTS: [&str; 5] = ["ngày", "sáng", "chiều", "tối", "vào"];
    let mut days = sentence.points.iter().filter(|point| point.day.is_some());
    let (Some(point), None) = (days.next(), days.next()) else { return None };
    let mut head = sentence.before(point.range.start).trim_end();
    while let Some(rest) = PARTS.iter().find_map(|part| head.strip_suffix(part)) {
        head = rest.trim_end();
    }
    // *Báo cáo số 45/BC-UBND ngày 10/6/2024 về kết quả …*
    let own = sentence.lower.trim_start();
    let own = own.strip_prefix("tại ").or_else(|| own.strip_prefix("theo ")).unwrap_or(own);
    let report = own.starts_with("báo cáo số")
        && [" về", " của", " kết quả"].iter().any(|word| sentence.behind(point.range.end).starts_with(word));
    (report || HELD.iter().any(|word| head.ends_with(word))).then(|| point.first(point.year?))?
}

/// *Ngày 02/12/2021, … tình hình tháng 11 và 12 tháng*: a period that is reviewed before its end.
fn not_over(proof: &Proof, sentence: &Sentence, (period, now): (&Period, &Now)) -> Option<Diagnostic> {
    let (Sense::Done | Sense::Closed) = period.sense else { return None };
    let left = period.last.ordinal() - now.day.ordinal();
    let slack = match period.length {
        _ if now.session && period.length != Length::Year => 0,
        Length::Month => MONTH,
        Length::Part => LONGER,
        // A year is spoken of from its beginning on; it is summed up or closed at its end.
        Length::Year if period.sense == Sense::Closed && now.day.month() < WHOLE => 0,
        Length::Year => return None,
    };
    let head = sentence.near(period.range.start);
    // *tổng kết chiến dịch hè năm 2024*: the year of another thing.
    let thing = &sentence.lower[period.cue..period.range.start - sentence.range.start];
    let other = period.length == Length::Year && (OTHERS.iter().any(|word| thing.contains(word)) || has_year(thing));
    let to_come = TO_COME.iter().any(|word| head.contains(word));
    ((slack + 1..FAR).contains(&left) && !to_come && !other).then(|| {
        let fault = proof.fault("time-course", period.range.clone());
        let fault = fault.with("done", &proof.plain()[period.range.clone()]).with("day", now.shown.as_str());
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.review";
        fault
    })
}

/// *tổng kết năm 2024 và Hội nghị cán bộ năm 2025*: what is reviewed has its year already.
fn has_year(thing: &str) -> bool {
    thing.match_indices("năm ").any(|(at, word)| thing[at + word.len()..].starts_with(['1', '2']))
}

/// *tình hình năm 2014, phương hướng nhiệm vụ 6 tháng cuối năm*: what is planned begins when what is reviewed is over, unless it is a
/// longer time of which that is a part.
fn overlap(proof: &Proof, sentence: &Sentence, (done, next): (&Period, &Period)) -> Option<Diagnostic> {
    let reviewed = done.sense != Sense::Ahead && next.sense == Sense::Ahead;
    let between = sentence.between(done.range.end..next.range.start);
    let apart = between.contains([';', '\n']) || between.contains(". ");
    let whole = next.first <= done.first && next.last > done.last;
    let early = done.last.ordinal() - next.first.ordinal();
    let wrong = early > MONTH && !whole || next.last < done.first;
    let far = (next.first.ordinal() - done.first.ordinal()).abs() > FAR;
    (reviewed && !apart && wrong && !far).then(|| {
        let text = proof.plain();
        let fault = proof.fault("time-course", next.range.clone()).with("done", &text[done.range.clone()]);
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.month";
        fault
    })
}

/// *đánh giá kết quả 6 tháng đầu năm. … Về nhiệm vụ thời gian tới: Trong 6 tháng đầu năm, xã tiếp tục …*: what lies ahead is none of
/// the time that the text reviewed.
fn planned_again(proof: &Proof, sentence: &Sentence, (done, next): (&Period, &Period)) -> Option<Diagnostic> {
    const TO_DO: [&str; 6] = ["tiếp tục", "tập trung", "phấn đấu", "đẩy mạnh", "tăng cường", "cần "];
    let head = sentence.near(next.range.start);
    let ahead = ["thời gian tới", "nhiệm vụ", "phương hướng", "tới đây"].iter().any(|word| head.contains(word));
    let behind = sentence.behind(next.range.end).trim_start_matches([',', ' ']);
    let clause = behind.split([',', ';']).next().unwrap_or_default();
    let to_do = ahead && TO_DO.iter().any(|word| clause.contains(word)) && !clause.contains("đã ");
    let same = (next.first, next.last) == (done.first, done.last) && next.sense == Sense::Ahead;
    (to_do && same).then(|| {
        let fault = proof.fault("time-course", next.range.clone());
        let mut fault = fault.with("done", &proof.plain()[done.range.clone()]).hint_id("time-course.hint");
        fault.message.id = "time-course.month";
        fault
    })
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn periods_of_reviews_and_plans() {
        for (text, told) in [
            (
                "Công bố số liệu sáng 29/6/2023, Chi cục Thống kê cho biết giá trị sản xuất quý III/2023 tăng 5,2% so với cùng kỳ.",
                Some("quý III/2023"),
            ),
            ("Sáng 29/6/2023, Chi cục Thống kê cho biết giá trị sản xuất quý II/2023 tăng 5,2% so với cùng kỳ.", None),
            (
                "Xã đánh giá kết quả 6 tháng đầu năm 2023. Về nhiệm vụ thời gian tới, xã thống nhất: Trong 6 tháng đầu năm, xã tiếp tục làm đường.",
                Some("6 tháng đầu năm"),
            ),
            (
                "Xã đánh giá kết quả 6 tháng đầu năm 2023. Về nhiệm vụ thời gian tới, xã thống nhất: Trong 6 tháng cuối năm, xã tiếp tục làm đường.",
                None,
            ),
            (
                "Ngày 2/12/2021, huyện họp phiên thường kỳ, nghe tình hình kinh tế - xã hội tháng 11 và 12 tháng.",
                Some("12 tháng"),
            ),
            ("Ngày 2/12/2021, huyện họp phiên thường kỳ, nghe tình hình kinh tế - xã hội tháng 11 và 11 tháng.", None),
            (
                "Trong hai ngày 27 và 28/8/2013, tỉnh họp phiên thường kỳ tháng 8 năm 2013, nghe tình hình tháng 8 và 9 tháng đầu năm 2013.",
                Some("9 tháng đầu năm 2013"),
            ),
            (
                "Trong hai ngày 27 và 28/8/2013, tỉnh họp phiên thường kỳ tháng 8 năm 2013, nghe tình hình tháng 8 và 8 tháng đầu năm 2013, dự kiến kế hoạch năm 2014.",
                None,
            ),
            (
                "Đây là kỳ họp thường lệ giữa năm nhằm đánh giá kết quả thực hiện nghị quyết 6 tháng cuối năm 2014.",
                Some("6 tháng cuối năm 2014"),
            ),
            (
                "Đây là kỳ họp thường lệ giữa năm 2014 nhằm đánh giá kết quả thực hiện nghị quyết 6 tháng đầu năm 2014, nhiệm vụ 6 tháng cuối năm 2014.",
                None,
            ),
            (
                "Kỳ họp thông qua báo cáo tình hình xây dựng năm 2014, phương hướng nhiệm vụ 6 tháng cuối năm 2014.",
                Some("6 tháng cuối năm 2014"),
            ),
            (
                "Kỳ họp thông qua báo cáo tình hình xây dựng 6 tháng đầu năm 2014, phương hướng nhiệm vụ 6 tháng cuối năm 2014.",
                None,
            ),
            (
                "Sáng nay, 23/5/2024, tổ đánh giá bổ sung kết quả thực hiện kế hoạch và ngân sách năm 2024.",
                Some("năm 2024"),
            ),
            ("Sáng nay, 23/5/2024, tổ đánh giá bổ sung kết quả thực hiện kế hoạch và ngân sách năm 2023.", None),
            ("Sáng 23/5/2024, huyện đánh giá tình hình những tháng đầu năm 2024, nhiệm vụ năm 2024.", None),
            ("Ngày 15/6/2024, xã nghe kết quả 6 tháng đầu năm, so với cùng kỳ 6 tháng cuối năm 2023.", None),
            (
                "Báo cáo số 45/BC-UBND ngày 10/6/2024 về kết quả thực hiện nhiệm vụ 6 tháng cuối năm 2024.",
                Some("6 tháng cuối năm 2024"),
            ),
            (
                "Chiều 9/7/2024, tỉnh họp báo. Theo báo cáo, GRDP 6 tháng cuối năm 2024 tăng 2,7% so với cùng kỳ.",
                Some("6 tháng cuối năm 2024"),
            ),
            ("Chiều 9/7/2024, tỉnh họp báo. Theo báo cáo, GRDP 6 tháng đầu năm 2024 tăng 2,7% so với cùng kỳ.", None),
            ("Chiều 9/7/2024, tỉnh họp báo. Tỉnh phấn đấu GRDP 6 tháng cuối năm 2024 tăng 8% so với cùng kỳ.", None),
            (
                "Sáng 29/3/2022, cục công bố số liệu quý I. Tính chung 6 tháng đầu năm 2022, kim ngạch đạt 176 tỷ USD.",
                Some("6 tháng đầu năm 2022"),
            ),
            ("Sáng 29/3/2022, cục công bố số liệu. Tính chung 3 tháng đầu năm 2022, kim ngạch đạt 176 tỷ USD.", None),
            ("Chiều 6/1/2025, công ty tổ chức Hội nghị tổng kết năm 2024 và Hội nghị cán bộ năm 2025.", None),
            ("Ngày 15/5/2024, xã yêu cầu báo cáo kết quả 6 tháng đầu năm 2024.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
