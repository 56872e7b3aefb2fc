//! Days of the moon's calendar beside civil ones — *ngày 18/4/2024 (tức 10/3 âm lịch)*, *16 tháng Giêng (tức 4/3)*.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{Padding, Ymd};
use crate::viet::lunar::{self, FEASTS, LunarDate};
use crate::viet::number::capitalised;
use crate::viet::seek::seek;

/// Words between the two.
const JOINTS: [&str; 8] =
    ["tức là ngày ", "tức ngày ", "nhằm ngày ", "tức là từ ", "tức từ ", "nhằm từ ", "tức là ", "tức "];

/// Months in words.
const MONTHS: [(&str, u8); 13] = [
    ("giêng", 1),
    ("hai", 2),
    ("ba", 3),
    ("tư", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười một", 11),
    ("mười hai", 12),
    ("mười", 10),
    ("chạp", 12),
];

/// A day and a month.
type Day = (u8, u8);

/// One day or the two ends of a span, in either calendar.
struct Told {
    first: Day,
    last: Day,
    year: Option<u16>,
    moon: bool,
    length: usize,
}

/// Two days that a text takes for one: where they stand, the later one told last.
struct Pair {
    left: (Range<usize>, Told),
    right: (Range<usize>, Told),
}

impl Pair {
    /// The day of the moon’s calendar, whichever of the two is told first.
    fn moon(&self) -> &Told {
        if self.left.1.moon { &self.left.1 } else { &self.right.1 }
    }

    /// The other day, of the calendar all offices keep.
    fn civil(&self) -> &Told {
        if self.left.1.moon { &self.right.1 } else { &self.left.1 }
    }

    /// The civil day and its own day of the moon's calendar, where the pair is not one day in a year.
    fn wrong(&self, year: u16) -> Option<(Ymd, LunarDate)> {
        let (moon, civil) = (self.moon(), self.civil());
        is_other(year, civil.first, moon.first).or_else(|| is_other(year, civil.last, moon.last))
    }
}

/// Checks each day of one calendar that is told to be one of the other.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lower = proof.lower();
    let pairs = pairs(lower);
    let open: Vec<&Pair> = pairs.iter().filter(|pair| pair.civil().year.is_none()).collect();
    let right = |year: &u16| open.iter().filter(|pair| pair.wrong(*year).is_none()).count();
    // Days without a year are of the year that most of them fit, else of the text's.
    let told = if open.is_empty() { BTreeSet::new() } else { years(lower) };
    let best = told.into_iter().max_by_key(right).filter(|year| right(year) > 0);
    let own = best.or(proof.day.filter(|_| proof.dated).map(Ymd::year));
    for pair in &pairs {
        let wrong = pair.civil().year.or(own).and_then(|year| pair.wrong(year));
        let Some((day, moon)) = wrong else {
            faults.extend(other_name(proof, pair));
            continue;
        };
        let right = if pair.left.1.moon {
            let fits = |near: &Ymd| {
                let of = LunarDate::of(*near);
                (of.day, of.month) == pair.left.1.first
            };
            let near = (-40..=40).filter_map(|off| day.plus(off)).find(fits);
            near.map(|near| near.day_and_month(Padding::Unpadded))
        } else {
            Some(format!("{}/{}", moon.day, moon.month))
        };
        let beside = &proof.plain()[pair.left.0.clone()];
        let mut fault = proof.fault("date-named", pair.right.0.clone()).with("beside", beside);
        fault.message.id = "date-named.moon";
        faults.push(match right {
            Some(right) => fault.hint(Message::new("date-named.hint").with("right", right)),
            None => fault.hint_id("time-course.hint.papers"),
        });
    }
}

/// *ngày 29/01/2020 (mùng 5 tháng Giêng năm Tân Sửu)*: the year of the moon's day by the name of another.
fn other_name(proof: &Proof, pair: &Pair) -> Option<Diagnostic> {
    let (moon, civil) = if pair.left.1.moon { (&pair.left, &pair.right) } else { (&pair.right, &pair.left) };
    let lower = proof.lower();
    let at = moon.0.start + lower[moon.0.clone()].rfind(" năm ")? + " năm ".len();
    let mut words = lower[at..moon.0.end].split([' ', ')', ',']);
    let (stem, branch) = (words.next()?, words.next()?);
    let known = lunar::is_stem(&capitalised(stem)) && lunar::is_branch(&capitalised(branch));
    let (day, month) = civil.1.first;
    let year = LunarDate::of(Ymd::new(civil.1.year.filter(|_| known)?, month, day).ok()?).year;
    let plain = |name: &str| name.to_lowercase().replace("tị", "tỵ").replace("kỉ", "kỷ").replace("quí", "quý");
    let right = lunar::year_name(year);
    (plain(&right) != plain(&format!("{stem} {branch}"))).then(|| {
        let fault = proof.fault("date-named", at..at + stem.len() + 1 + branch.len()).with("year", year);
        let mut fault = fault.hint(Message::new("date-named.hint.moon-year").with("right", right).with("year", year));
        fault.message.id = "date-named.moon-year";
        fault
    })
}

/// The pairs of a text, in small letters.
fn pairs(lower: &str) -> Vec<Pair> {
    let pair = |(at, word): (usize, &str)| {
        let rest = &lower[at..];
        let joint = JOINTS.iter().find(|joint| rest.starts_with(**joint)).map_or(word.len(), |joint| joint.len());
        let from = at + joint;
        let head = lower[..at].trim_end_matches([' ', '(', ',']);
        let right = told(&lower[from..])?;
        let (start, left) = ending(head)?;
        // *đến hết ngày 26/1, tức ngày 29 tháng Chạp đến mùng 5 tháng Giêng*: the last day beside the first of another span.
        let lead = without_weekday(head[..start].trim_end());
        let until = ["đến hết ngày", "đến ngày", "đến hết", "đến"].iter().any(|word| lead.ends_with(word));
        let crossed = until && (lower[from + right.length..].starts_with(" đến") || right.first != right.last);
        let two = left.moon != right.moon && head.len() < at && !crossed;
        two.then(|| Pair { left: (start..head.len(), left), right: (from..from + right.length, right) })
    };
    let brackets = lower.match_indices('(').map(|(at, _)| (at, &lower[at..=at]));
    seek(lower, "tức ").chain(seek(lower, "nhằm ")).chain(brackets).filter_map(pair).collect()
}

/// *đến hết thứ Tư, ngày 29/1*: the words before a day without its weekday.
pub(super) fn without_weekday(head: &str) -> &str {
    const WORDS: usize = 3;
    let bare = head.strip_suffix("ngày").unwrap_or(head).trim_end_matches([' ', ',']);
    let at = [" thứ ", " chủ nhật"].iter().filter_map(|word| bare.rfind(word)).max();
    let at = at.filter(|at| bare[*at..].split_whitespace().count() < WORDS && !bare[*at..].contains(','));
    at.map_or(head, |at| bare[..at].trim_end())
}

/// How many years of a text are tried.
const MOST: usize = 50;

/// The years that a text names in any way.
fn years(text: &str) -> BTreeSet<u16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (1900..=2100).contains(year)).take(MOST).collect()
}

/// Since this year all almanacs of the country agree; older ones may be off by a day where the new moon falls near midnight.
const SURE: u16 = 1976;

/// The civil day and its day of the moon's calendar, if the two told are not one.
fn is_other(year: u16, civil: Day, moon: Day) -> Option<(Ymd, LunarDate)> {
    let day = Ymd::new(year, civil.1, civil.0).ok()?;
    let own = LunarDate::of(day);
    let off = (i32::from(own.month) * 30 + i32::from(own.day)) - (i32::from(moon.1) * 30 + i32::from(moon.0));
    let slack = if year < SURE { 1 } else { 0 };
    (off.abs() > slack).then_some((day, own))
}

/// The day that ends a text, with its beginning.
fn ending(head: &str) -> Option<(usize, Told)> {
    const LONG: usize = 60;
    let floor = (head.len().saturating_sub(LONG)..head.len()).find(|at| head.is_char_boundary(*at))?;
    let near = &head[floor..];
    let digits = near.char_indices().filter(|(at, c)| {
        c.is_ascii_digit() && !near[..*at].ends_with(|c: char| c.is_alphanumeric() || "/-".contains(c))
    });
    let full = FEASTS.iter().filter_map(|(name, ..)| near.rfind(name));
    digits.map(|(at, _)| at).chain(full).find_map(|at| {
        let told = told(&near[at..])?;
        (told.length == near.len() - at).then_some((floor + at, told))
    })
}

/// *18/4/2024*, *11 - 16 tháng giêng âm lịch*, *mùng 10 tháng 3 năm giáp thìn*, *27/2 - 4/3*, in small letters.
fn told(text: &str) -> Option<Told> {
    if let Some(feast) = feast(text) {
        return Some(feast);
    }
    let own = ["ngày ", "mùng ", "mồng "].iter().fold(text, |text, word| text.strip_prefix(word).unwrap_or(text));
    let (first, rest) = number(own)?;
    let (begun, rest) = month(rest).map_or((None, rest), |(month, rest)| (Some(month), rest));
    let dash = [" - ", " – ", "-", "–", " đến "].iter().find_map(|dash| rest.strip_prefix(dash));
    let span = dash.and_then(|last| {
        let last = ["ngày ", "mùng ", "hết ngày "].iter().find_map(|word| last.strip_prefix(word)).unwrap_or(last);
        let (day, rest) = number(last)?;
        let (month, rest) = month(rest)?;
        Some((day, month, rest))
    });
    let (last, ended, rest) = span.or_else(|| Some((first, begun?, rest)))?;
    let (year, rest) = year(rest).map_or((None, rest), |(year, rest)| (Some(year), rest));
    // *năm Giáp Thìn*: a year that is named is the moon's.
    let named = rest.strip_prefix(" năm ").filter(|name| name.starts_with(char::is_alphabetic));
    let rest = named.map_or(rest, |name| {
        let end = name.match_indices([' ', ')', ',', '.']).nth(1).map_or(name.len(), |(end, _)| end);
        &name[end..]
    });
    let moon = ["âm lịch", "(âm lịch", "âl", "al"].iter().find_map(|word| rest.trim_start().strip_prefix(word));
    let spelt = text[..text.len() - rest.len()].contains("tháng giêng")
        || text[..text.len() - rest.len()].contains("tháng chạp");
    let length = text.len() - moon.unwrap_or(rest).len();
    let moon = moon.is_some() || spelt || named.is_some();
    Some(Told { first: (first, begun.unwrap_or(ended)), last: (last, ended), year, moon, length })
}

/// *rằm tháng Giêng năm Ất Tỵ*, *mùng 1 Tết Giáp Thìn*, *Tết Trung thu năm 2025*: a day of the moon by its name.
fn feast(text: &str) -> Option<Told> {
    let (day, rest) = if let Some(rest) = text.strip_prefix("rằm") {
        let (month, rest) = month(rest)?;
        ((15, month), rest)
    } else if let Some(rest) = text.strip_prefix("mùng ").or(text.strip_prefix("mồng ")) {
        let (day, rest) = number(rest)?;
        ((day, 1), rest.strip_prefix(" tết")?)
    } else {
        let (name, day, month) = FEASTS.iter().find(|(name, ..)| text.starts_with(name))?;
        ((*day, *month), &text[name.len()..])
    };
    let (year, rest) = year(rest).map_or((None, rest), |(year, rest)| (Some(year), rest));
    // *năm Giáp Thìn*, *Giáp Thìn*
    let named = rest
        .strip_prefix(" năm ")
        .or(rest.strip_prefix(' '))
        .filter(|name| name.split(' ').next().is_some_and(|stem| lunar::is_stem(&capitalised(stem))));
    let rest = named.map_or(rest, |name| {
        let end = name.match_indices([' ', ')', ',', '.', '(']).nth(1).map_or(name.len(), |(end, _)| end);
        &name[end..]
    });
    Some(Told {
        first: day,
        last: day,
        year,
        moon: true,
        length: text.len() - rest.trim_end_matches(' ').len().max(rest.len()),
    })
}

fn number(text: &str) -> Option<(u8, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&length).then_some(())?;
    let day = text[..length].parse().ok().filter(|day| (1..=31).contains(day))?;
    Some((day, &text[length..]))
}

/// */3*, * tháng 3*, * tháng giêng*.
fn month(text: &str) -> Option<(u8, &str)> {
    if let Some(rest) = text.strip_prefix('/') {
        return number(rest).filter(|(month, _)| *month < 13);
    }
    let rest = text.strip_prefix(" tháng ")?;
    let word = MONTHS.iter().find_map(|(name, month)| Some((*month, rest.strip_prefix(name)?)));
    word.or_else(|| number(rest).filter(|(month, _)| *month < 13))
}

/// */2024*, * năm 2024*.
fn year(text: &str) -> Option<(u16, &str)> {
    let rest = text.strip_prefix('/').or_else(|| text.strip_prefix(" năm "))?;
    let digits = rest.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some((digits.parse().ok()?, &rest[4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_two_calendars() {
        for (text, seen) in [
            ("ngày 18/4/2024 (tức ngày 12/3 âm lịch)", Some("12/3 âm lịch")),
            ("ngày 18/4/2024 (tức ngày 10 tháng 3 âm lịch)", None),
            ("ngày 29/01/2020 (mùng 5 tháng Giêng năm Tân Sửu), lễ", Some("Tân Sửu")),
            ("ngày 29/01/2020 (mùng 5 tháng Giêng năm Canh Tý), lễ", None),
            ("ngày 20/01/2020 (tức 26 tháng Chạp năm Kỉ Hợi), lễ", None),
            ("ngày 18/4/2024 (nhằm ngày mùng 10 tháng 3 năm Giáp Thìn)", None),
            (
                "Năm 2026, ngày 16 tháng Giêng (tức 4/3) tế lễ; từ 27/2 - 4/3 (tức ngày 11 - 16 tháng Giêng âm lịch)",
                None,
            ),
            ("Năm 2026, ngày 16 tháng Giêng (tức 5/3) tế lễ", Some("5/3")),
            (
                "Hội Xuân Bính Ngọ 2026 mở từ ngày 25/2 đến 27/2 (tức từ mùng 9 đến 11 tháng Giêng). Ngày 10 tháng Giêng (tức 28/2) rước nước",
                Some("28/2"),
            ),
            (
                "Hội Xuân Bính Ngọ 2026 mở từ ngày 25/2 đến 27/2 (tức từ mùng 9 đến 11 tháng Giêng). Ngày 10 tháng Giêng (tức 26/2) rước nước",
                None,
            ),
            (
                "từ thứ Hai 27/01/2025 đến hết Chủ nhật ngày 02/02/2025 (tức từ ngày 28 tháng Chạp năm Giáp Thìn đến hết ngày mùng 5 tháng Giêng năm Ất Tỵ)",
                None,
            ),
            ("từ ngày 09 đến ngày 13/9/2016 (09-12/8 Âm lịch)", Some("09-12/8 Âm lịch")),
            ("từ ngày 09 đến ngày 13/9/2016 (09-13/8 Âm lịch); tức là 3/4 số hộ", None),
            ("Sáng mùng 1 Tết Giáp Thìn (ngày 11/02/2024), xã trực", Some("ngày 11/02/2024")),
            ("Sáng mùng 1 Tết Giáp Thìn (ngày 10/02/2024), xã trực", None),
            ("Rằm tháng Giêng năm Ất Tỵ (ngày 13/02/2025), đền mở hội", Some("ngày 13/02/2025")),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, Ymd::new(2026, 6, 30).ok()), &mut faults);
            let found: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(found, Vec::from_iter(seen), "{text}");
        }
    }
}
