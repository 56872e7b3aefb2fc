//! One founding told with two years — *thành lập ngày 6/12/1986 … (6/12/1989 - 6/12/2018)*; *kỷ niệm 60 năm (1965 - 2025) … thành lập năm
//! 1956*.

use super::acts::twice;
use super::{Sentence, both};
use crate::check::proof::Proof;
use crate::check::slip::is_turned;
use crate::diag::Diagnostic;
use crate::viet::date::Point;
use crate::viet::seek::seek;

/// Words of a beginning, before its year.
const BEGUN: [&str; 5] = ["thành lập", "ra đời", "xây dựng", "khai sinh", "hình thành"];

/// How far before the years of a jubilee their number stands, in bytes.
const NEAR: usize = 200;

/// Checks the foundings of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let found = founded_twice(proof, sentences).or_else(|| founded_again(proof, sentences));
    faults.extend(found.or_else(|| of_jubilee(proof, sentences)));
}

/// *thành lập Hội (6/12/1989 - 6/12/2018)* beside *Ngày 6/12/1986, … thành lập Hội*: the first day of a jubilee, told with another year.
fn founded_twice(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    const BEGUN: [&str; 5] = ["thành lập", "ra đời", "sinh ", "giải phóng", "được lập"];
    /// How far apart two years may be to be a slip and not two events.
    const APART: u16 = 20;
    let text = proof.plain();
    let points = proof.points();
    let day = |point: &Point| Some((point.day?, point.months?));
    let jubilee = points.windows(2).find(|pair| {
        let link = text[pair[0].range.end..pair[1].range.start].trim();
        let bracket = text[..pair[0].range.start].ends_with('(') && text[pair[1].range.end..].starts_with(')');
        bracket && matches!(link, "-" | "–") && day(&pair[0]).is_some() && day(&pair[0]) == day(&pair[1])
    })?;
    let (first, now) = (jubilee[0].year?, jubilee[1].year?);
    sentences.iter().find_map(|sentence| {
        let begun = BEGUN.iter().any(|word| sentence.lower.contains(word));
        let point = sentence.points.iter().find(|point| {
            let year = point.year.filter(|year| *year != first && *year < now && year.abs_diff(first) < APART);
            begun && year.is_some() && day(point) == day(&jubilee[0])
        })?;
        Some(twice(proof, "thành lập", (point, &jubilee[0])))
    })
}

/// *Thành lập năm 1957, nhà máy … Sau khi ra đời vào năm 1959*: what refers back to the one founding of a text, with another year.
fn founded_again(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    const FOUNDED: [&str; 4] = ["thành lập", "ra đời", "xây dựng", "hình thành"];
    const SINCE: [&str; 4] = ["sau khi", "từ khi", "ngày", "từ lúc"];
    const NEAR: usize = 24;
    let told = |sentence: &Sentence, point: &Point| {
        let head = sentence.near(point.range.start);
        let (at, word) = FOUNDED.iter().filter_map(|word| Some((head.rfind(word)?, *word))).max()?;
        let link = &head[at + word.len()..];
        // *từ khi thành lập đến 1975*
        let plain = link.len() < NEAR && !link.contains([',', ';', '.', '(']) && !link.contains("đến");
        let lead = head[..at].trim_end();
        let lead = ["được", "mới"].iter().find_map(|word| lead.strip_suffix(word)).unwrap_or(lead).trim_end();
        plain.then(|| (SINCE.iter().any(|word| lead.ends_with(word)), point.year)).filter(|(_, year)| year.is_some())
    };
    let all =
        sentences.iter().flat_map(|one| one.points.iter().filter_map(move |point| Some((told(one, point)?, point))));
    let (again, first): (Vec<_>, Vec<_>) = all.partition(|((again, _), _)| *again);
    let [((_, year), founded)] = first[..] else { return None };
    let (_, point) =
        again.iter().find(|((_, other), point)| *other != year && point.range.start > founded.range.end)?;
    Some(twice(proof, "thành lập", (founded, point)))
}

/// *kỷ niệm 60 năm (1965 - 2025) … thành lập năm 1956*: the beginning that a jubilee counts from, with a slip in it.
fn of_jubilee(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    let (text, lower) = (proof.plain(), proof.lower());
    let jubilee = seek(text, "(").find_map(|(at, word)| {
        let rest = &text[at + word.len()..];
        let (first, behind) = (rest.get(..4)?.parse::<u16>().ok()?, rest.get(4..)?);
        let link = behind.trim_start().strip_prefix(['-', '–'])?.trim_start();
        let last: u16 = link.get(..4)?.parse().ok().filter(|_| link[4..].starts_with(')'))?;
        let head = &lower[lower.ceil_char_boundary(at.saturating_sub(NEAR))..at];
        let counted = head.contains(&format!("{} năm", last.checked_sub(first)?));
        (counted && first > 1800).then_some((first, at + word.len()))
    });
    let (first, place) = jubilee?;
    let point = sentences.iter().find_map(|sentence| {
        sentence.points.iter().find(|point| {
            let head = sentence.near(point.range.start).trim_end();
            let head = ["vào", "từ", "ngày", "tháng"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
            let begun = BEGUN.iter().any(|word| head.trim_end().ends_with(word));
            begun && point.year.is_some_and(|year| year != first && is_turned(year, first))
        })
    })?;
    let bracket = Point { range: place..place + 4, ..point.clone() };
    let fault = proof.fault("time-course", both(text, &bracket.range, &point.range)).with("act", "thành lập");
    let fault = fault.with("first", first).with("then", &text[point.range.clone()]);
    let mut fault = fault.hint_id("time-course.hint");
    fault.message.id = "time-course.act";
    Some(fault)
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn foundings_with_two_years() {
        for (text, told) in [
            (
                "Ngày 6/12/1986, tỉnh quyết định thành lập Hội Mía. Năm nay, tỉnh chúc mừng ngày thành lập Hội Mía (6/12/1989 - 6/12/2018).",
                Some(
                    "6/12/1986, tỉnh quyết định thành lập Hội Mía. Năm nay, tỉnh chúc mừng ngày thành lập Hội Mía (6/12/1989",
                ),
            ),
            (
                "Ngày 6/12/1989, tỉnh quyết định thành lập Hội Mía. Năm nay, tỉnh chúc mừng ngày thành lập Hội Mía (6/12/1989 - 6/12/2018).",
                None,
            ),
            (
                "Thành lập năm 1957, xưởng đã lớn lên. Sau khi ra đời vào năm 1959, xưởng có ngay việc.",
                Some("năm 1957, xưởng đã lớn lên. Sau khi ra đời vào năm 1959"),
            ),
            ("Thành lập năm 1957, xưởng đã lớn lên. Sau khi ra đời vào năm 1957, xưởng có ngay việc.", None),
            ("Thành lập năm 1917, trường đã lớn lên. Từ khi thành lập đến 1975, trường dạy đủ các môn.", None),
            (
                "Trường mừng 60 năm xây dựng (1965 - 2025). Trường Gò Me, thành lập năm 1956, nay đã lớn.",
                Some("1965 - 2025). Trường Gò Me, thành lập năm 1956"),
            ),
            ("Trường mừng 60 năm xây dựng (1965 - 2025). Trường Gò Me, thành lập năm 1965, nay đã lớn.", None),
            ("Trường mừng 60 năm xây dựng (1965 - 2025). Trường làng, thành lập năm 1938, nay đã lớn.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
