//! Lives in brackets — *Lương Văn Can (1854 - 1927)*: one name, one life, and nothing is done outside it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::ages::{BORN, DIED, years_of};
use super::{Sentence, both};
use crate::check::proof::Proof;
use crate::check::spans::since;
use crate::diag::Diagnostic;
use crate::viet::capital::SURNAMES;

/// How long people live, in years.
const LIFE: Range<u16> = 20..110;

/// Words of what is done for the dead.
#[rustfmt::skip]
const REMEMBERED: [&str; 14] = [
    "kỷ niệm", "tưởng", "xuất bản", "truy tặng", "đặt tên", "mang tên", "đền", "lăng", "mộ ", "giải thưởng", "công nhận", "di tích",
    "tượng", "xếp hạng",
];

/// What somebody does with his own body.
const DOES: [&str; 9] = ["đến ", "về ", "sang ", "được bổ nhiệm", "làm ", "thi đỗ", "đỗ ", "cầm quân", "lên ngôi"];

/// Words before the name of a person.
const CALLED: [&str; 8] = ["ông", "bà", "vua", "chúa", "cha", "thầy", "nhà", "cụ"];

/// The two years behind a name.
pub(super) struct Life {
    /// The years as they stand.
    pub(super) range: Range<usize>,
    /// The first and the last.
    pub(super) born: u16,
    pub(super) died: u16,
    pub(super) name: String,
}

/// *Lương Văn Can (1854-1927)*: the lives of a sentence.
pub(super) fn lives(proof: &Proof, sentence: &Sentence) -> Vec<Life> {
    let text = &proof.plain()[sentence.range.clone()];
    let life = |(at, _): (usize, &str)| {
        let (born, died, rest) = since(&text[at + 2..])?;
        let mut name: Vec<&str> =
            text[..at].rsplit(' ').take_while(|word| word.starts_with(char::is_uppercase)).collect();
        let called = text[..at].rsplit(' ').nth(name.len()).is_some_and(|word| CALLED.contains(&word));
        let surname = name.iter().position(|word| SURNAMES.contains(&word.to_lowercase().as_str()));
        name.truncate(surname.map_or(name.len(), |last| last + 1));
        let named = surname.is_some() && name.len() > 1 || called && !name.is_empty();
        let whole = rest.starts_with(')') && LIFE.contains(&died.checked_sub(born)?) && named && name.len() < 5;
        let from = sentence.range.start + at + 2;
        name.reverse();
        let name = name.join(" ").to_lowercase();
        whole.then_some(Life { range: from..sentence.range.end - rest.len(), born, died, name })
    };
    text.match_indices(" (").filter_map(life).collect()
}

/// Checks the lives of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<String, Life> = BTreeMap::new();
    for sentence in sentences {
        let own = lives(proof, sentence);
        if let [life] = &own[..] {
            faults.extend(outside(proof, sentence, life));
        }
        for life in own {
            match known.get(&life.name) {
                Some(other) if (other.born, other.died) != (life.born, life.died) => {
                    faults.push(two_lives(proof, other, &life));
                }
                Some(_) => {}
                None => drop(known.insert(life.name.clone(), life)),
            }
        }
    }
    if let [life] = &known.values().collect::<Vec<_>>()[..] {
        faults.extend(ends_otherwise(proof, sentences, life));
    }
}

/// *Nguyễn Chí Thanh (1914-1967) … Mất ngày 6-7-1976*: the one life of a text, its birth or its death told with another year.
fn ends_otherwise(proof: &Proof, sentences: &[Sentence], life: &Life) -> Option<Diagnostic> {
    let told = |words: &'static [&'static str], right: u16| {
        let mut found =
            sentences.iter().filter(|sentence| sentence.range.start > life.range.end).flat_map(|sentence| {
                let other = |range: &Range<usize>| {
                    let head = sentence.near(range.start);
                    ["con ", "vợ", "chồng", "mẹ", "cha ", "bố ", "em ", "anh "].iter().any(|word| head.contains(word))
                };
                years_of(sentence, words).into_iter().filter(move |(range, _)| !other(range))
            });
        let one = found.next().filter(|_| found.next().is_none())?;
        (one.1 != right).then_some(one.0)
    };
    let range = told(&DIED, life.died).or_else(|| told(&BORN, life.born))?;
    let text = proof.plain();
    let fault = proof.fault("time-course", range.clone()).with("act", life.name.as_str());
    let fault = fault.with("first", &text[life.range.clone()]).with("then", &text[range]);
    let mut fault = fault.hint_id("time-course.hint");
    fault.message.id = "time-course.act";
    Some(fault)
}

/// *Ngô Quyền (897 - 944) … Ngô Quyền (898 - 944)*.
fn two_lives(proof: &Proof, one: &Life, other: &Life) -> Diagnostic {
    let text = proof.plain();
    let fault = proof.fault("time-course", both(text, &one.range, &other.range)).with("act", one.name.as_str());
    let fault = fault.with("first", &text[one.range.clone()]).with("then", &text[other.range.clone()]);
    let mut fault = fault.hint_id("time-course.hint");
    fault.message.id = "time-course.act";
    fault
}

/// *Năm 1891, bà Hồ Thị Ba (1821 - 1884) đến*: a sentence that opens with a year after the life of the one it tells of.
fn outside(proof: &Proof, sentence: &Sentence, life: &Life) -> Option<Diagnostic> {
    let point = sentence.points.first().filter(|point| point.range.end < life.range.start)?;
    let opened = sentence.before(point.range.start).trim();
    let opened = opened.is_empty() || ["đến", "vào", "từ", "đầu", "cuối", "tháng"].contains(&opened);
    // *(1821 - 1884), người Pháp, đến*
    let mut clauses = sentence.behind(life.range.end).trim_start_matches([')', ',', ' ']).split(", ").take(2);
    let does = clauses.find_map(|clause| DOES.iter().find(|word| clause.starts_with(**word)))?;
    let remembered = REMEMBERED.iter().any(|word| sentence.lower.contains(word));
    let year = point.year.filter(|year| !(life.born..=life.died).contains(year))?;
    (opened && !remembered).then(|| {
        let text = proof.plain();
        let fault = proof.fault("time-course", both(text, &point.range, &life.range));
        let told = text[point.range.clone()].to_lowercase();
        let (died, does) = (("qua đời", life.died.to_string()), (does.trim(), told));
        let born = ("sinh", life.born.to_string());
        let ((later, ended), (earlier, begun)) = if year > life.died { (died, does) } else { (does, born) };
        let fault = fault.with("later", later).with("ended", ended).with("earlier", earlier).with("begun", begun);
        fault.hint_id("time-course.hint")
    })
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn lives_in_brackets() {
        for (text, told) in [
            ("LÊ VĂN HAI (897 - 944). Lê Văn Hai (898 - 944) là thầy đồ.", Some("897 - 944). Lê Văn Hai (898 - 944")),
            ("LÊ VĂN HAI (898 - 944). Lê Văn Hai (898 - 944) là thầy đồ. Lê Văn Ba (902 - 944) là em.", None),
            ("Năm 1891, bà Lê Thị Ba (1821-1884) đến làng dạy học.", Some("Năm 1891, bà Lê Thị Ba (1821-1884")),
            ("Năm 1861, bà Lê Thị Ba (1821-1884) đến làng dạy học.", None),
            ("Năm 1891, bà Maria (1821-1884) đến làng dạy học.", Some("Năm 1891, bà Maria (1821-1884")),
            (
                "Lê Văn Hai (1914-1967), quê xã Đông. Năm 1937, ông vào Đảng. Mất ngày 6-7-1976 tại Hà Nội.",
                Some("6-7-1976"),
            ),
            ("Lê Văn Hai (1914-1967), quê xã Đông. Năm 1937, ông vào Đảng. Mất ngày 6-7-1967 tại Hà Nội.", None),
            ("Năm 1991, đền thờ bà Lê Thị Ba (1821-1884) được xếp hạng.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
