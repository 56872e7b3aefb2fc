//! Parts of a year beside the whole that they are of — *9 tháng năm 2024, riêng quý III*, *tính đến hết tháng 6, trong nửa đầu năm*.

use super::told::months;
use crate::check::proof::Proof;
use crate::check::times::Sentence;
use crate::diag::Diagnostic;
use crate::viet::date::Point;
use crate::viet::seek::seek;

/// The most words between *riêng* and the part that it takes out.
const WORDS: usize = 3;

/// Words of what is still to come.
const AHEAD: [&str; 6] = ["nhiệm vụ", "phấn đấu", "kế hoạch", "giải pháp", "so với", "sẽ "];

/// What is wrong with the parts of a year in a sentence.
pub(super) fn wrong(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    beyond(proof, sentence)
        .or_else(|| other_half(proof, sentence))
        .or_else(|| left(proof, sentence))
        .or_else(|| beside(proof, sentence))
}

/// *kết quả tháng 10 và 9 tháng đầu năm*: the months up to the one told beside them.
fn beside(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    sentence.points.iter().find_map(|point| {
        let (_, last) = point.months.filter(|_| point.day.is_none())?;
        let rest = sentence.behind(point.range.end).strip_prefix(" và ")?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let count: u8 = rest[..digits].parse().ok().filter(|count| (2..=12).contains(count))?;
        let behind = rest[digits..].strip_prefix(" tháng")?;
        let plain = behind.starts_with(" đầu năm") || behind.starts_with([',', '.', ';', ':']) || behind.is_empty();
        (plain && count != last).then(|| fault(proof, point, &format!("{count} tháng")))
    })
}

/// *GRDP 9 tháng tăng 7%, riêng quý IV tăng 8%*: a part that lies behind the months it is taken out of.
fn beyond(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    let part = sentence.points.iter().find(|point| {
        let head = sentence.near(point.range.start);
        let led = head.rfind("riêng ").map(|at| &head[at..]);
        let near = led.is_some_and(|led| led.split_whitespace().count() <= WORDS && !led.contains(['.', ';']));
        near && point.day.is_none() && point.months.is_some()
    })?;
    let year = part.year.unwrap_or(2024);
    let all = seek(sentence.before(part.range.start), " tháng");
    let whole = all.filter_map(|(at, word)| months(sentence.lower, at, at + word.len(), year)).last();
    let (range, (_, first, last)) = whole?;
    let years = sentence.points.iter().filter_map(|point| point.year);
    let same = years.clone().zip(years.skip(1)).all(|(one, other)| one == other);
    let aside = AHEAD.iter().any(|word| sentence.lower.contains(word) && *word != "so với");
    (first == 1 && part.months?.1 > last && same && !aside).then(|| {
        let whole = sentence.range.start + range.start..sentence.range.start + range.end;
        fault(proof, part, &proof.plain()[whole])
    })
}

/// *tính đến hết tháng 6, trong nửa cuối năm 2015*: the half that begins when the figures end.
fn other_half(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    const LATER: [&str; 3] = ["nửa cuối năm", "nửa cuối của", "tháng cuối năm"];
    let until = sentence.points.iter().find(|point| {
        let head = sentence.before(point.range.start).trim_end();
        let head = head.strip_suffix("ngày").unwrap_or(head).trim_end();
        let counted = ["tính đến hết", "tính đến", "tính đến cuối"].iter().any(|word| head.ends_with(word));
        counted && point.months.is_some_and(|(_, last)| last < 7)
    })?;
    let rest = sentence.behind(until.range.end);
    let (at, word) = LATER.iter().find_map(|word| Some((rest.find(word)?, *word)))?;
    let clause = &rest[..at];
    let aside = AHEAD.iter().any(|word| clause.contains(word)) || clause.contains([';', '(']);
    let counts = ["tăng", "đạt", "có "].iter().any(|word| rest[at..].contains(word));
    (counts && !aside && clause.len() < 60).then(|| {
        let start = until.range.end + at;
        let range = Point { range: start..start + word.len(), ..until.clone() };
        fault(proof, &range, &proof.plain()[until.range.clone()])
    })
}

/// *Trong 6 tháng đầu năm 2018 còn lại*: what is left of a year is its end.
fn left(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    let (at, word) = seek(sentence.lower, "tháng đầu năm").find(|(at, word)| {
        let rest = sentence.lower[at + word.len()..]
            .trim_start_matches([' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        rest.starts_with("còn lại")
    })?;
    let start = sentence.range.start + at;
    let mut fault = proof.fault("time-course", start..start + word.len());
    fault.message.id = "time-course.left";
    Some(fault.hint_id("time-course.hint.left"))
}

fn fault(proof: &Proof, part: &Point, whole: &str) -> Diagnostic {
    let mut fault = proof.fault("time-course", part.range.clone()).with("whole", whole).hint_id("time-course.hint");
    fault.message.id = "time-course.part";
    fault
}

#[cfg(test)]
mod tests {
    use crate::check::times::check;

    #[test]
    fn parts_of_a_year() {
        for (text, told) in [
            ("Sở báo cáo kết quả tháng 10 và 9 tháng đầu năm 2023: chỉ số tăng 8,2%.", Some("tháng 10")),
            ("Sở báo cáo kết quả tháng 10 và 10 tháng đầu năm 2023: chỉ số tăng 8,2%.", None),
            ("Sở báo cáo kết quả quý III và 9 tháng đầu năm 2023, nhiệm vụ tháng 10 và 2 tháng cuối năm.", None),
            ("GRDP 9 tháng năm 2024 tăng 7,5% so với cùng kỳ, trong đó riêng GRDP quý IV tăng 8,5%.", Some("quý IV")),
            ("GRDP 9 tháng năm 2024 tăng 7,5% so với cùng kỳ, trong đó riêng GRDP quý III tăng 8,5%.", None),
            ("Thu 6 tháng đầu năm đạt 90 tỷ đồng, riêng tháng 7 đạt 18 tỷ đồng.", Some("tháng 7")),
            ("Thu 6 tháng đầu năm đạt 90 tỷ đồng, riêng tháng 6 đạt 18 tỷ đồng.", None),
            ("Tính đến hết tháng 6, trong nửa cuối của năm 2015, kim ngạch đạt 158 tỷ USD.", Some("nửa cuối của")),
            ("Tính đến hết tháng 6, trong nửa đầu của năm 2015, kim ngạch đạt 158 tỷ USD.", None),
            ("Tính đến hết tháng 6, thu đạt 50%; nhiệm vụ 6 tháng cuối năm đạt nốt phần còn lại.", None),
            ("Trong 6 tháng đầu năm 2018 còn lại, khu vực sẽ làm tiếp 8 việc.", Some("tháng đầu năm")),
            ("Trong 6 tháng cuối năm 2018 còn lại, khu vực sẽ làm tiếp 8 việc.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
