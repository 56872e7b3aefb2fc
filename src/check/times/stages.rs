//! Stages of one thing in the sentences of a text — *từ trần … lễ viếng … truy điệu … an táng*, *nhận bài … công bố kết quả*: each
//! told once, the later one on no earlier day.

use std::ops::Range;
use std::sync::LazyLock;

use super::course::{bound, last_of_span};
use super::{Sentence, both, is_later};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Point, Ymd};
use crate::viet::letter::is_word;

/// Words of a stage, and words of what can only follow it.
static STAGES: LazyLock<Vec<[Vec<&str>; 2]>> = LazyLock::new(|| {
    let rows = include_str!("../../viet/data/stages.tsv").lines().filter(|row| !row.starts_with('#'));
    let words = |stage: &'static str| stage.split('|').collect();
    rows.flat_map(|row| {
        let stages: Vec<&str> = row.split('\t').collect();
        let later = |at: usize| stages[at + 1..].to_vec();
        let pairs = (0..stages.len()).flat_map(|at| later(at).into_iter().map(move |next| (at, next)));
        pairs.map(|(at, next)| [words(stages[at]), words(next)]).collect::<Vec<_>>()
    })
    .collect()
});

/// The first two words of each stage, in order: most pairs of neighbours are none of them.
static HEADS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let mut heads: Vec<(&str, &str)> = STAGES.iter().flatten().flatten().filter_map(|word| head(word)).collect();
    heads.sort_unstable();
    heads
});

/// Words of a sentence that tells of another thing of the kind.
const ASIDE: [&str; 9] =
    ["năm trước", "lần đầu", "trước đó", "trước đây", "mùa trước", "tiền án", "tiền sự", "từng bị", "lần trước"];

/// How far apart in sentences two stages may be told.
const FAR: usize = 8;

/// Checks the stages of a text; those of one sentence are courses.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let pairs = STAGES.iter().flat_map(|[earlier, later]| later.iter().map(move |word| (earlier, [*word])));
    let known = heads(proof.lower());
    let stands = |word: &&str| head(word).is_some_and(|head| known.contains(&head));
    for (earlier, later) in pairs.filter(|(earlier, later)| later.iter().all(stands) && earlier.iter().any(stands)) {
        let (begun, ended) = (told(sentences, earlier, &later), told(sentences, &later, earlier));
        let (Some((from, act, begun)), Some((to, end, ended))) = (begun, ended) else { continue };
        // Of one sentence the span may hold both.
        let last = last_of_span(&sentences[from], begun);
        let begun = if last.range == ended.range { begun } else { last };
        // *Năm trước, cuộc thi lần đầu*: another thing of the same kind.
        let says = |at: usize, word: &str| sentences[at].lower.contains(word);
        let aside = ASIDE.iter().any(|word| says(from, word) || says(to, word))
            // *Hội chợ lần thứ nhất … Hội chợ lần thứ hai*
            || (says(from, "lần thứ") && says(to, "lần thứ"));
        // *đến hết tháng 11*: nothing that follows is in that month.
        let lead = sentences[from].before(begun.range.start).trim_end();
        let whole = lead.strip_suffix("ngày").unwrap_or(lead).trim_end().ends_with("hết");
        let year = proof.day.map_or(2024, Ymd::year);
        let days = || begun.last(year).zip(ended.last(year));
        let early = || days().is_some_and(|(begun, ended)| ended < begun);
        // *viếng đến hết ngày 21/3, truy điệu 7 giờ 30 phút ngày 21/3*
        let morning = || in_the_morning(&sentences[to], ended) && days().is_some_and(|(begun, ended)| ended == begun);
        let dated = begun.year.is_some() && ended.year.is_some();
        // *chi trả cổ tức năm 2020*: beside a day, a year alone is no time of an act.
        let alone = (begun.months.is_none() || ended.months.is_none()) && !begun.is_as_exact_as(ended);
        let still_open = whole && (dated && early() || begun.day.is_some() && morning());
        if aside
            || alone
            || begun.range == ended.range
            || from.abs_diff(to) > FAR
            || !(is_later(begun, ended) || still_open)
        {
            continue;
        }
        let text = proof.plain();
        let (one, other) = if from == to {
            let between = begun.range.start.min(ended.range.start)..begun.range.start.max(ended.range.start);
            let whole = sentences[from].range.clone();
            let stop = text[between.clone()].find(';').map(|at| between.start + at);
            (whole.start..stop.unwrap_or(whole.start), stop.unwrap_or(whole.end)..whole.end)
        } else {
            (sentences[from].range.clone(), sentences[to].range.clone())
        };
        if of_two_things(proof, &one, &other) {
            continue;
        }
        let range = both(text, &begun.range, &ended.range);
        let fault = proof.fault("time-course", range).with("later", end.trim());
        let own = fault.span;
        let known = |other: &Diagnostic| other.span.start < own.end && own.start < other.span.end;
        if faults.iter().any(|other| other.rule == "time-course" && known(other)) {
            continue;
        }
        let fault = fault.with("earlier", act.trim()).with("ended", &text[ended.range.clone()]);
        faults.push(fault.with("begun", &text[begun.range.clone()]).hint_id("time-course.hint"));
        return;
    }
}

/// *7 giờ 30 phút, ngày 21/3*, *sáng 21/3*: whether a day is told with an hour of its morning.
fn in_the_morning(sentence: &Sentence, point: &Point) -> bool {
    const NEAR: usize = 40;
    let head = sentence.before(point.range.start);
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(NEAR))..];
    let hour = near.find(" giờ").and_then(|at| near[..at].rsplit(' ').next()?.parse::<u8>().ok());
    hour.map_or_else(|| near.contains("sáng"), |hour| hour < 12)
}

/// *Cầu Đông khởi công … Cầu Tây hoàn thành*: whether two sentences, or two clauses of one, tell of two things with names of their own.
pub(super) fn of_two_things(proof: &Proof, one: &Range<usize>, other: &Range<usize>) -> bool {
    #[rustfmt::skip]
    const THINGS: [&str; 25] = [
        "cầu", "án", "trường", "trình", "tuyến", "đường", "thầu", "giải", "thi", "ông", "bà", "anh", "chị", "cụ", "sĩ", "hội", "nhà", "máy", "chí", "số", "chợ", "hoan", "lễ", "họp", "nghị",
    ];
    let names = |range: &Range<usize>| -> Vec<(String, String)> {
        let words: Vec<&str> = proof.plain()[range.clone()].split_whitespace().collect();
        let named =
            words.windows(2).filter(|pair| pair[1].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
        let named = named.map(|pair| (pair[0].to_lowercase(), pair[1].to_lowercase()));
        named.filter(|(thing, _)| THINGS.contains(&thing.as_str())).collect()
    };
    let (one, other) = (names(one), names(other));
    one.iter().any(|(thing, name)| {
        let mut same = other.iter().filter(|(next, _)| next == thing).peekable();
        same.peek().is_some() && same.all(|(_, next)| next != name)
    })
}

/// The first two words of a stage.
fn head(stage: &str) -> Option<(&str, &str)> {
    let (one, rest) = stage.split_once(' ')?;
    Some((one, rest.split(' ').next().unwrap_or_default()))
}

/// The heads of stages that stand in a text.
fn heads(lower: &str) -> Vec<(&str, &str)> {
    let mut words = lower.split(|c: char| !is_word(c)).filter(|word| !word.is_empty());
    let mut last = words.next().unwrap_or_default();
    let pairs = words.map(|word| (std::mem::replace(&mut last, word), word));
    pairs.filter(|pair| HEADS.binary_search(pair).is_ok()).collect()
}

/// The one sentence that tells a stage with its day.
fn told<'s>(
    sentences: &'s [Sentence],
    words: &[&'static str],
    others: &[&str],
) -> Option<(usize, &'static str, &'s Point)> {
    let mut found = sentences.iter().enumerate().flat_map(|(at, sentence)| {
        let found = bound(sentence, words, others).into_iter();
        found.filter(|(_, point)| !is_of_telling(sentence, point)).map(move |(word, point)| (at, word, point))
    });
    let first = found.next()?;
    // In one sentence the two stages may stand in any order, so each is told there but once.
    let one =
        found.all(|(at, _, point)| is_one_time(point, first.2) || at == first.0 && !together(&sentences[at], others));
    one.then_some(first)
}

/// Whether a sentence tells the other stage too.
fn together(sentence: &Sentence, others: &[&str]) -> bool {
    others.iter().any(|other| sentence.lower.contains(other))
}

/// Whether two points tell the same time.
fn is_one_time(one: &Point, other: &Point) -> bool {
    (one.year, one.months, one.day) == (other.year, other.months, other.day)
}

/// *Trưa 26/11, Chủ tịch xã cho biết, …*: the day on which somebody tells of it.
fn is_of_telling(sentence: &Sentence, point: &Point) -> bool {
    let clause = sentence.behind(point.range.end);
    clause.find("cho biết").is_some_and(|at| !clause[..at].contains([';', '.']))
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn stages() {
        for (text, told) in [
            (
                "Ông đã từ trần hồi 6 giờ ngày 27/1/2021. Lễ viếng: từ 9 giờ ngày 20/1/2021.",
                Some("27/1/2021. Lễ viếng: từ 9 giờ ngày 20/1/2021"),
            ),
            ("Ông đã từ trần hồi 6 giờ ngày 27/1/2021. Lễ viếng: từ 9 giờ ngày 29/1/2021.", None),
            (
                "Lễ viếng từ 7 giờ, ngày 06/10/2018 đến 7 giờ 30 phút, ngày 07/10/2018. Lễ truy điệu tổ chức vào 9 giờ, ngày 06/10/2018.",
                Some("07/10/2018. Lễ truy điệu tổ chức vào 9 giờ, ngày 06/10/2018"),
            ),
            (
                "Ban sẽ nhận bài đến hết tháng 11/2020. Dự kiến ngày 15/10/2020, Ban công bố kết quả cuộc thi.",
                Some("tháng 11/2020. Dự kiến ngày 15/10/2020"),
            ),
            ("Ban nhận bài từ ngày 1/9/2020. Năm trước, ngày 5/6/2019, Ban đã trao giải lần đầu.", None),
            (
                "Lễ viếng từ 8 giờ ngày 20/3/2018 đến hết ngày 21/3/2018. Lễ truy điệu lúc 7 giờ 30 phút ngày 21/3/2018.",
                Some("21/3/2018. Lễ truy điệu lúc 7 giờ 30 phút ngày 21/3/2018"),
            ),
            (
                "Lễ viếng từ 8 giờ ngày 20/3/2018 đến hết ngày 21/3/2018. Lễ truy điệu lúc 7 giờ 30 phút ngày 22/3/2018.",
                None,
            ),
            (
                "Năm 1968, anh Tứ vào bộ đội. Ông ra quân năm 1965 với hai vết thương.",
                Some("Năm 1968, anh Tứ vào bộ đội. Ông ra quân năm 1965"),
            ),
            ("Ngày 9/8/2021 là ngày đăng ký cuối cùng. Lý do: chi trả cổ tức năm 2020.", None),
            (
                "Đêm 28/3/2023, Hùng đột nhập tiệm vàng. Công an khởi tố vụ án ngày 5/4/2022.",
                Some("28/3/2023, Hùng đột nhập tiệm vàng. Công an khởi tố vụ án ngày 5/4/2022"),
            ),
            ("Đêm 28/3/2023, Hùng có hai tiền án đột nhập tiệm vàng. Hùng bị bắt ngày 5/4/2022.", None),
            (
                "- Ngày đăng ký cuối cùng: 12/06/2023\n- Tỷ lệ: 8%/cổ phiếu\n- Thời gian thực hiện: 27/05/2023",
                Some("12/06/2023\n- Tỷ lệ: 8%/cổ phiếu\n- Thời gian thực hiện: 27/05/2023"),
            ),
            ("- Ngày đăng ký cuối cùng: 12/06/2023\n- Thời gian thực hiện: 27/07/2023", None),
            (
                "Chấm thi từ ngày 9/6/2023 đến ngày 18/6/2023. Kết quả được công bố ngày 12/6/2023.",
                Some("18/6/2023. Kết quả được công bố ngày 12/6/2023"),
            ),
            ("Chấm thi từ ngày 9/6/2023 đến ngày 18/6/2023. Kết quả được công bố ngày 22/6/2023.", None),
            ("Cầu Đông khởi công tháng 5/2024. Cầu Tây được khánh thành tháng 2/2024.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
