//! One act told with two days — *khai mạc Hội chợ Quê ngày 12/5 … khai mạc Hội chợ Quê vào ngày 15/5*: the act and the words behind
//! it are the same.

use std::collections::BTreeMap;

use super::course::bound;
use super::{Sentence, both};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Point, Ymd};

/// Acts that are done on one day.
const ACTS: [&str; 12] = [
    "khai mạc",
    "bế mạc",
    "khởi công",
    "khánh thành",
    "thông xe",
    "ra mắt",
    "ký kết",
    "trao giải",
    "phát động",
    "thành lập",
    "thông qua",
    "công bố",
];

/// So many words behind the act must be the same.
const SAME: usize = 3;

/// Words of another day than the one that the act was done on, and of one that was put off.
const OTHERS: [&str; 12] =
    ["trước ", "sau ", "kể từ", "đến ", "chuẩn bị", "hoãn", "lùi", "dời", "ban đầu", "lần thứ", "năm trước", "thay vì"];

/// Checks the acts of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut told: BTreeMap<String, Vec<(usize, &Point)>> = BTreeMap::new();
    for (at, sentence) in sentences.iter().enumerate().filter(|(_, sentence)| !sentence.points.is_empty()) {
        let mut days = sentence.points.iter().filter(|point| point.day.is_some());
        // Of two days in a sentence nobody can say which is the act's.
        let (Some(_), None) = (days.next(), days.next()) else { continue };
        for act in ACTS {
            let mut places = sentence.lower.match_indices(act);
            let (Some((from, _)), None) = (places.next(), places.next()) else { continue };
            let Some((_, point)) = bound(sentence, &[act], &[]).into_iter().next() else { continue };
            let thing = words_behind(&sentence.lower[from + act.len()..]);
            let aside = OTHERS.iter().any(|word| sentence.lower.contains(word));
            if let Some(thing) = thing.filter(|_| point.day.is_some() && point.months.is_some() && !aside) {
                told.entry(format!("{act} {thing}")).or_default().push((at, point));
            }
        }
    }
    let year = proof.day.map_or(2024, Ymd::year);
    for (act, places) in told {
        let [(one, first), (other, then)] = places[..] else { continue };
        let same_year = first.year.is_none() || then.year.is_none() || first.year == then.year;
        let day = |point: &Point| point.first(first.year.or(then.year).unwrap_or(year));
        // *thành lập ngày 6/12/1986 … ngày 6/12/1989*
        let other_year = !same_year && (first.day, first.months) == (then.day, then.months);
        if one != other && (other_year || same_year && day(first) != day(then)) {
            faults.push(twice(proof, &act, (first, then)));
        }
    }
    faults.extend(founded_twice(proof, sentences));
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

/// One act with two days.
fn twice(proof: &Proof, act: &str, (first, then): (&Point, &Point)) -> Diagnostic {
    let text = proof.plain();
    let fault = proof.fault("time-course", both(text, &first.range, &then.range)).with("act", act);
    let fault = fault.with("first", &text[first.range.clone()]).with("then", &text[then.range.clone()]);
    let mut fault = fault.hint_id("time-course.hint");
    fault.message.id = "time-course.act";
    fault
}

/// The first words behind an act, in one clause.
fn words_behind(rest: &str) -> Option<String> {
    let clause = rest.split([',', '.', ';', '(', ':', '\n']).next()?;
    let words: Vec<&str> = clause.split_whitespace().take(SAME).collect();
    let plain = words.len() == SAME && words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'));
    (plain && !matches!(words[0], "vào" | "ngày" | "trong" | "và" | "tại" | "từ")).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn acts_with_two_days() {
        for (text, told) in [
            (
                "Ngày 12/5, huyện khai mạc Hội chợ Quê. Buổi lễ khai mạc Hội chợ Quê diễn ra ngày 15/5 tại sân.",
                Some("12/5, huyện khai mạc Hội chợ Quê. Buổi lễ khai mạc Hội chợ Quê diễn ra ngày 15/5"),
            ),
            ("Ngày 12/5, huyện khai mạc Hội chợ Quê. Buổi lễ khai mạc Hội chợ Quê diễn ra ngày 12/5 tại sân.", None),
            ("Ngày 12/5, huyện khai mạc Hội chợ Quê. Buổi lễ khai mạc Hội chợ Tết diễn ra ngày 15/5 tại sân.", None),
            ("Ban đầu, ngày 12/5 khai mạc Hội chợ Quê. Nay khai mạc Hội chợ Quê ngày 15/5 tại sân.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
