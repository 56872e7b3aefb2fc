//! Ages and years of birth — *tuổi và năm sinh*: *sinh ngày 4/10/1920 … Năm 1937, … khi mới 27 tuổi*.

use std::ops::Range;

use super::Sentence;
use super::lives::lives;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{Point, Ymd};
use crate::viet::seek::seek;

/// Words of a birth, before its day or year.
pub(super) const BORN: [&str; 6] = ["sinh ngày", "sinh năm", "sinh tháng", "chào đời", "sinh vào", "sn "];

/// Words of a death.
pub(super) const DIED: [&str; 7] = ["từ trần", "qua đời", "hy sinh", "tạ thế", "mất ngày", "mất năm", "mất lúc"];

/// Words before the age at a day told before it.
const THEN: [&str; 9] = ["vào", "khi mới", "khi", "lúc", "năm", "ở tuổi", "mới", "tròn", "vừa tròn"];

/// Words before the age of today.
const NOW: [&str; 6] = ["nay", "đã", "tròn", "vừa", "(", ","];

/// Words before the age of the dead.
const LIVED: [&str; 3] = ["hưởng thọ", "hưởng dương", "thọ"];

/// How far a birth stands before an age, in sentences.
const FAR: usize = 6;

/// How far behind an age its birth may stand, in bytes.
const BESIDE: usize = 24;

/// Checks each age against the one birth told before it.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut births: Vec<(usize, Range<usize>, u16)> = Vec::new();
    let mut died: Option<(usize, u16)> = None;
    let told = |(at, sentence)| {
        let born = years_of(sentence, &BORN).into_iter().chain(born(proof, sentence));
        born.map(move |(_, year): (_, u16)| (at, year))
    };
    let all: Vec<(usize, u16)> = sentences.iter().enumerate().flat_map(told).collect();
    faults.extend(turned(proof, sentences, &all));
    let mut buried = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let mut own = years_of(sentence, &BORN);
        own.extend(born(proof, sentence));
        faults.extend(parents(proof, sentence));
        births.extend(own.into_iter().map(|(place, year)| (at, place, year)));
        died = years_of(sentence, &DIED).last().map(|(_, year)| (at, *year)).or(died);
        faults.extend(lived_before(proof, sentence, &births, at));
        for (range, said, words) in ages(sentence) {
            // *(52 tuổi, sinh năm 1980)*: the birth may stand right behind.
            let beside = |place: &Range<usize>| place.start < range.start || place.start < range.end + BESIDE;
            let own = births.iter().filter(|(birth, place, _)| *birth == at && beside(place));
            let near = births.iter().filter(|(birth, ..)| *birth < at && birth + FAR >= at);
            let mut known: Vec<u16> = own.map(|(.., year)| *year).collect();
            let here = !known.is_empty();
            if !here {
                known = near.map(|(.., year)| *year).collect();
            }
            // *hưởng thọ 67 tuổi. Ông sinh ngày 10/2/1940*: the one birth of the text may stand right behind.
            let lived = ends_in(words, &LIVED) || words.ends_with(" ở") && !years_of(sentence, &DIED).is_empty();
            if let ([(birth, year)], true) = (&all[..], known.is_empty() && lived) {
                known.extend(Some(*year).filter(|_| *birth > at && *birth < at + FAR));
            }
            known.dedup();
            // Of several births nobody can say whose age it is; the last one of the sentence is meant in it.
            let Some(born) = known.last().copied().filter(|_| here || known.len() == 1) else { continue };
            let ends = |list: &[&str]| ends_in(words, list);
            // Who is born once is mourned once: a second one is another's.
            if lived && buried.replace(born) == Some(born) {
                continue;
            }
            let then = year_before(sentence, range.start, born);
            let year = match then {
                _ if lived => {
                    let shown = || proof.day.filter(|_| proof.dated && dies(sentence)).map(Ymd::year);
                    died.filter(|(sentence, _)| sentence + 2 >= at).map(|(_, year)| year).or_else(shown)
                }
                _ if in_brackets(proof, range.end).is_some() => in_brackets(proof, range.end),
                Some(year) if ends(&THEN) => Some(year),
                _ if year_behind(sentence, range.end).is_some() => year_behind(sentence, range.end),
                _ if here && (ends(&NOW) || stands_before(&births, at, range.end)) => {
                    proof.day.filter(|_| proof.dated).map(Ymd::year)
                }
                _ => None,
            };
            // A text that shows no other day than the birth is of no known year.
            let Some(right) = year.and_then(|year| year.checked_sub(born)).filter(|age| *age > 0) else { continue };
            if right < 120 && right.abs_diff(said) > 1 {
                let mut fault = proof.fault("date-span", range).with("born", born).with("age", right);
                fault.message.id = "date-span.age";
                faults.push(fault.hint(Message::new("date-span.hint.age").with("age", right)));
            }
        }
    }
}

/// *Phạm V. T., 27 tuổi, … . Tài xế này (sinh năm 1979)*: the one age and the one birth of a text of a known year, which two digits
/// that change places make one.
fn turned(proof: &Proof, sentences: &[Sentence], births: &[(usize, u16)]) -> Option<Diagnostic> {
    let ([(birth, born)], year) = (births, proof.day.filter(|_| proof.dated)?.year()) else { return None };
    let mut told =
        sentences.iter().enumerate().flat_map(|(at, sentence)| ages(sentence).into_iter().map(move |age| (at, age)));
    let (Some((at, (range, said, words))), None) = (told.next(), told.next()) else { return None };
    let right = year.checked_sub(*born)?;
    let swap = |number: u16| number / 100 * 100 + number % 10 * 10 + number / 10 % 10;
    let near = |age: Option<u16>, said: u16| age.is_some_and(|age| age.abs_diff(said) < 2);
    let slip = near(year.checked_sub(swap(*born)), said) || near(Some(right), swap(said));
    // *nạn nhân (sinh năm …)* is told of apart from who is so old.
    let other = |sentence: &Sentence| {
        years_of(sentence, &BORN).first().is_some_and(|(place, _)| {
            let head = sentence.near(place.start);
            let clause = head.rsplit([',', '.', ';']).next().unwrap_or_default();
            ["nạn nhân", "bị hại", "vợ", "chồng", "con ", "mẹ", "bố ", "cha ", "bạn "]
                .iter()
                .any(|word| clause.contains(word))
        })
    };
    let slip = slip && !sentences.get(*birth).is_some_and(other);
    let of_today = words.ends_with([',', '(']) && at < *birth && birth - at < FAR;
    (of_today && right < 120 && slip && !near(Some(right), said)).then(|| {
        let mut fault = proof.fault("date-span", range).with("born", *born).with("age", right);
        fault.message.id = "date-span.age";
        fault.hint(Message::new("date-span.hint.age").with("age", right))
    })
}

/// *đủ 60 tuổi 9 tháng vào tháng 4/2023*: the point right behind an age.
fn year_behind(sentence: &Sentence, end: usize) -> Option<u16> {
    let point = sentence.points.iter().find(|point| point.range.start >= end)?;
    let link = sentence.between(end..point.range.start).trim().trim_end_matches("ngày").trim_end();
    let months = link.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    matches!(months.strip_prefix("tháng").unwrap_or(months).trim_start(), "vào" | "vào lúc").then_some(point.year)?
}

/// *Năm 25 tuổi (1879)*: the year right behind an age.
fn in_brackets(proof: &Proof, end: usize) -> Option<u16> {
    let rest = proof.plain()[end..].strip_prefix(" (")?;
    let rest = rest.strip_prefix("năm ").unwrap_or(rest);
    let digits = rest.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    rest[4..].starts_with(')').then(|| digits.parse().ok())?
}

/// The births in the brackets behind full names: *Lương Văn Can (1854-1927)*.
fn born(proof: &Proof, sentence: &Sentence) -> Vec<(Range<usize>, u16)> {
    lives(proof, sentence).into_iter().map(|life| (life.range.start..life.range.start + 4, life.born)).collect()
}

/// Words between a parent and a child.
const CHILDREN: [&str; 4] = ["con trai", "con gái", "con ruột", "con đẻ"];

/// *bà A (56 tuổi) và con trai là B (47 tuổi)*: a parent is older by more than a childhood.
fn parents(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    const CHILDHOOD: u16 = 13;
    ages(sentence).windows(2).find_map(|pair| {
        let [(one, parent, _), (other, child, _)] = pair else { return None };
        let between = sentence.between(one.end..other.start);
        let kin = CHILDREN.iter().any(|word| between.contains(word)) && between.len() < 90 && between.contains("và");
        let kin = kin
            && !between.contains(". ")
            && !between.contains(';')
            && !["con dâu", "con rể"].iter().any(|word| between.contains(word));
        (kin && child + CHILDHOOD > *parent).then(|| {
            let mut fault =
                proof.fault("date-span", one.start..other.end).with("parent", *parent).with("child", *child);
            fault.message.id = "date-span.parent";
            fault.hint_id("date-span.hint.parent")
        })
    })
}

/// Words of what nobody does as a small child.
const LIVED_ON: [&str; 9] =
    ["tham gia", "kết nạp", "vào đảng", "nhập ngũ", "được bầu", "giữ chức", "tốt nghiệp", "kết hôn", "được cử"];

fn ends_in(words: &str, list: &[&str]) -> bool {
    // *khi ông 45 tuổi*
    const CALLED: [&str; 10] = [" ông", " bà", " anh", " chị", " cô", " cụ", " em", " cậu", " ngài", " cháu"];
    let words = CALLED.iter().find_map(|word| words.strip_suffix(word)).unwrap_or(words);
    list.iter().any(|word| words.ends_with(word))
}

/// Whether a sentence tells of a death of these days: its day is told without a year.
fn dies(sentence: &Sentence) -> bool {
    DIED[..2].iter().any(|word| sentence.lower.contains(word))
        && sentence.points.iter().any(|point| point.day.is_some())
        && sentence.points.iter().all(|point| point.year.is_none() || point.day.is_none())
}

/// *sinh ngày 1/3/1923 … Ông được kết nạp vào Đảng tháng 12/1919*, *sinh năm 1950, vào Đảng năm 1960*: nobody does that before his
/// birth, or as a child.
fn lived_before(
    proof: &Proof,
    sentence: &Sentence,
    births: &[(usize, Range<usize>, u16)],
    at: usize,
) -> Option<Diagnostic> {
    /// Who is younger does none of it; who joins the Party is grown up.
    const CHILD: u16 = 8;
    const GROWN: u16 = 15;
    let birth_of = |range: &Range<usize>| match births {
        [(birth, place, born)] => Some((place, *born)).filter(|_| birth + FAR >= at),
        // Of several births, the one told right before it.
        _ => {
            births.iter().rfind(|(birth, place, _)| *birth == at && place.end <= range.start).map(|one| (&one.1, one.2))
        }
    };
    let early = |(range, year): (Range<usize>, u16)| {
        let (birth, born) = birth_of(&range)?;
        let clause = sentence.near(range.start).rsplit([',', ';', '(']).next().unwrap_or_default();
        let party = clause.contains("đảng") && ["vào", "kết nạp"].iter().any(|word| clause.contains(word));
        let least = if party { GROWN } else { CHILD };
        // In its own sentence what is earlier than the birth is told by the course of acts.
        let here = sentence.range.contains(&birth.start) && births.len() == 1;
        let wrong = year < born + least && year + 100 > born && !(here && (range.start < birth.end || year < born));
        wrong.then_some((range, birth))
    };
    let (range, birth) = years_of(sentence, &LIVED_ON).into_iter().find_map(early)?;
    let words = sentence.before(range.start);
    let act = LIVED_ON.iter().filter_map(|word| Some((words.rfind(word)?, *word))).max().map(|(_, word)| word)?;
    let text = proof.plain();
    let fault = proof.fault("time-course", range.clone()).with("later", act).with("ended", &text[range]);
    let fault = fault.with("begun", &text[birth.clone()]);
    let mut fault = fault.hint_id("time-course.hint");
    fault.message.id = "time-course.child";
    Some(fault)
}

/// Whether a birth stands right behind an age: then the age is today's.
fn stands_before(births: &[(usize, Range<usize>, u16)], at: usize, end: usize) -> bool {
    births.iter().any(|(birth, place, _)| *birth == at && (end..end + BESIDE).contains(&place.start))
}

/// The years that stand right behind some words, or in brackets behind a name: where, and which.
pub(super) fn years_of(sentence: &Sentence, words: &[&str]) -> Vec<(Range<usize>, u16)> {
    const NEAR: usize = 45;
    let year = |point: &Point| {
        let head = sentence.before(point.range.start);
        let from = (head.len().saturating_sub(NEAR)..=head.len()).find(|at| head.is_char_boundary(*at))?;
        let near = &head[from..];
        // *từ trần hồi 1h46, ngày 6/7/2023*
        let near = near.trim_end().strip_suffix(", ngày").unwrap_or(near);
        let near = near.rsplit([',', ';', '(']).next().unwrap_or(near);
        let led = words.iter().any(|word| near.contains(word.trim_end()));
        // *sinh năm 1960*: the point itself may begin with *năm*.
        let spelt = words.iter().any(|word| {
            let own = sentence.between(point.range.clone());
            let unit = ["năm", "tháng"].into_iter().find(|unit| word.ends_with(unit) && own.starts_with(unit));
            unit.is_some_and(|unit| near.trim_end().ends_with(word[..word.len() - unit.len()].trim_end()))
        });
        point.year.filter(|_| led || spelt).map(|year| (point.range.clone(), year))
    };
    sentence.points.iter().filter_map(year).collect()
}

/// The ages of a sentence: their places, the years, and the words before them.
pub(super) fn ages<'s>(sentence: &'s Sentence) -> Vec<(Range<usize>, u16, &'s str)> {
    let age = |(at, word): (usize, &str)| {
        let head = &sentence.lower[..at];
        let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let said: u16 = head[at - digits..].parse().ok().filter(|said| (1..130).contains(said))?;
        let after = &sentence.lower[at + word.len()..];
        let other = [" đảng", " nghề", " đời", " quân", " đoàn", "thọ"].iter().any(|word| after.starts_with(word));
        let start = at - digits;
        let whole = sentence.range.start + start..sentence.range.start + at + word.len();
        let words = head[..start].trim_end();
        (!other && !after.starts_with(char::is_alphanumeric)).then_some((whole, said, words))
    };
    let mut found: Vec<_> = seek(sentence.lower, " tuổi").filter_map(age).collect();
    found.extend(seek(sentence.lower, "tuổi ").filter_map(|(at, word)| {
        // *vào tuổi 27*, *Tuổi 25 (1969)*
        let (lead, behind) = (sentence.lower[..at].trim_end(), &sentence.lower[at + word.len()..]);
        let length = behind.bytes().take_while(u8::is_ascii_digit).count();
        let said = behind[..length].parse().ok().filter(|said| (1..130).contains(said))?;
        let led = lead.is_empty() || lead.ends_with([',', ';']) || THEN.iter().any(|word| lead.ends_with(word));
        let led = led || lead.ends_with(" ở") || lead.ends_with("bước sang") || lead.ends_with("đến");
        let start = sentence.range.start + at;
        led.then_some((start..start + word.len() + length, said, lead))
    }));
    found
}

/// The year of the last point before an age, births and spans aside.
fn year_before(sentence: &Sentence, place: usize, born: u16) -> Option<u16> {
    let year = sentence.points.iter().rev().filter(|point| point.range.end <= place).find_map(|point| point.year)?;
    (year != born).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn ages_and_births() {
        for (text, told) in [
            ("Ông sinh ngày 4/10/1920 tại xã. Năm 1937, ông vào Đoàn khi mới 27 tuổi.", Some("27 tuổi")),
            ("Ông sinh ngày 4/10/1920 tại xã. Năm 1937, ông vào Đoàn khi mới 17 tuổi.", None),
            ("Ông sinh ngày 4/10/1920, bà sinh năm 1930. Năm 1937, ông vào Đoàn khi mới 27 tuổi.", None),
            ("Năm 2025, đối tượng Lò Văn Ún (52 tuổi, sinh năm 1983) bị bắt", Some("52 tuổi")),
            ("Năm 2025, đối tượng Lò Văn Ún (42 tuổi, sinh năm 1983) bị bắt", None),
            ("Ông sinh ngày 1/3/1923; quê xã. Ông được kết nạp vào Đảng tháng 12/1919.", Some("tháng 12/1919")),
            ("Ông sinh ngày 1/3/1923; quê xã. Ông được kết nạp vào Đảng tháng 12/1939.", None),
            ("Ông sinh năm 1920, từ trần ngày 05/12/2002, hưởng thọ 93 tuổi.", Some("93 tuổi")),
            ("Ông sinh năm 1920, từ trần ngày 05/12/2002, hưởng thọ 83 tuổi.", None),
            ("Ông sinh năm 1920, từ trần hồi 1h46, ngày 05/12/2002, hưởng thọ 72 tuổi.", Some("72 tuổi")),
            ("Năm 2016, ông qua đời ngày 27/10, thọ 67 tuổi.", None),
            ("Năm 2016.\nÔng qua đời ngày 27/10, hưởng thọ 57 tuổi. Ông sinh ngày 10/2/1940 ở xã.", Some("57 tuổi")),
            ("Năm 2016.\nÔng qua đời ngày 27/10, hưởng thọ 77 tuổi. Ông sinh ngày 10/2/1940 ở xã.", None),
            ("Ông sinh ngày 1/3/1923 ở xã. Năm 1939, ông làm bài ca đầu vào tuổi 27.", Some("tuổi 27")),
            ("Ông sinh ngày 1/3/1923 ở xã. Năm 1939, ông làm bài ca đầu vào tuổi 17.", None),
            ("Ông sinh ngày 11/11/1942; quê xã; vào Đảng ngày 25/10/1946.", Some("25/10/1946")),
            ("Ông sinh ngày 11/11/1942; quê xã; vào Đảng ngày 25/10/1964.", None),
            ("Năm 2025, bà Lan, sinh năm 1960, năm nay 75 tuổi, ở ấp", Some("75 tuổi")),
            ("Năm 2025, bà Lan, sinh năm 1960, năm nay 66 tuổi, ở ấp", None),
            ("Năm 2025, bà Lan, sinh năm 1960, vào Đảng lúc 20 tuổi", None),
            (
                "Năm 2012, xã có cụ Tú sinh năm 1936, vào Đảng ngày 3/2/1961 và cụ Thao sinh năm 1950, vào Đảng ngày 22/12/1960.",
                Some("22/12/1960"),
            ),
            (
                "Năm 2012, xã có cụ Tú sinh năm 1936, vào Đảng ngày 3/2/1961 và cụ Thao sinh năm 1930, vào Đảng ngày 22/12/1960.",
                None,
            ),
            (
                "Nhạc sĩ Phú qua đời ngày 8/12/2021, ở tuổi 62. Lễ viếng ngày 13/12. Nhạc sĩ sinh năm 1949 ở xã.",
                Some("tuổi 62"),
            ),
            ("Nhạc sĩ Phú qua đời ngày 8/12/2021, ở tuổi 72. Lễ viếng ngày 13/12. Nhạc sĩ sinh năm 1949 ở xã.", None),
            ("Ông Phan Văn Tư (60 tuổi, sinh ngày 14.10.1960), quê xã Đông, được bổ nhiệm.", None),
            ("Ông Lộc sinh tháng 7/1972. Ông đủ 60 tuổi 9 tháng vào tháng 4/2023.", Some("60 tuổi")),
            ("Ông Lộc sinh tháng 7/1962. Ông đủ 60 tuổi 9 tháng vào tháng 4/2023.", None),
            ("Lê Văn Can (1854-1927)\nNhà giáo. Năm 35 tuổi (1879), ông mở trường.", Some("35 tuổi")),
            ("Lê Văn Can (1854-1927)\nNhà giáo. Năm 25 tuổi (1879), ông mở trường.", None),
            ("Có bà N.T.H (56 tuổi) và con trai là T.Q (47 tuổi) ở nhà.", Some("56 tuổi) và con trai là T.Q (47 tuổi")),
            ("Có bà N.T.H (76 tuổi) và con trai là T.Q (47 tuổi) ở nhà.", None),
            ("Ông sinh năm 1950. Trẻ từ 6 đến 14 tuổi đều được học; ông nay có 50 năm tuổi Đảng.", None),
            ("Sinh năm 1947, ông sớm đi làm. Tuổi 25 (1969), ông được kết nạp.", Some("Tuổi 25")),
            ("Sinh năm 1947, ông sớm đi làm. Tuổi 22 (1969), ông được kết nạp.", None),
            ("Ngày 5/3/2025, xã bắt H.V.K., 36 tuổi. Người này (sinh năm 1998) khai nhận.", Some("36 tuổi")),
            ("Ngày 5/3/2025, xã bắt H.V.K., 36 tuổi. Người này (sinh năm 1989) khai nhận.", None),
            ("Ngày 5/3/2025, xã bắt H.V.K., 36 tuổi. Người này (sinh năm 1970) khai nhận.", None),
            ("Ngày 5/3/2025, xã bắt H.V.K., 36 tuổi. Nạn nhân (sinh năm 1998) trình báo.", None),
            (
                "Năm 2021, ông Thắng qua đời ngày 5/3, hưởng thọ 81 tuổi. Ông sinh năm 1940 ở xã. Ngày 9/3, ông Hào qua đời, hưởng thọ 60 tuổi.",
                None,
            ),
            ("Sinh năm 1950, ông lớn lên ở xã. Năm 1985, khi ông 45 tuổi, nhà chuyển đi.", Some("45 tuổi")),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, Ymd::new(2026, 6, 30).ok()), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
