//! Days of a running text of which month or year may be left out — *sáng 10-7, ngày 12.5, từ ngày 6 đến ngày 10/7/2015*.

use std::ops::Range;

use super::Ymd;

/// A day as far as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    /// Its bytes, without the words before it.
    pub range: Range<usize>,
    /// The day of the month, 1 to 31.
    pub day: u8,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The year.
    pub year: Option<u16>,
}

/// Words right before a day, by which a number with any joint is known for one.
const NAMED: [&str; 10] = ["ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "mùng", "mồng", "khuya"];

/// Words right before a day, by which two numbers with a stroke between them are.
const LED: [&str; 8] = ["từ", "đến", "tới", "hết", "trước", "sau", "vào", "kể"];

/// Words between two days.
const LINKS: [&str; 2] = ["đến", "tới"];

/// What stands between the parts of a day.
const JOINTS: [&str; 7] = ["/", "-", "–", ".", " - ", " – ", " tháng "];

impl Partial {
    /// The day with what it lacks taken from another; nothing if that is no day.
    pub fn like(&self, other: Ymd) -> Option<Ymd> {
        Ymd::new(self.year.unwrap_or(other.year()), self.month.unwrap_or(other.month()), self.day).ok()
    }
}

/// The days of a text, in order.
pub fn days(text: &str) -> Vec<Partial> {
    let mut found: Vec<Partial> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let free = !text[..at].ends_with(|c: char| c.is_alphanumeric() || "/-–.,".contains(c));
        let free = free || is_of_hour(&text[..at]);
        if free && found.last().is_none_or(|last| at >= last.range.end) {
            let again = found.last().filter(|last| {
                let link = text[last.range.end..at].trim();
                LINKS.contains(&link) || last.month.is_none() && goes_on_with(link, last.day, &text[at..])
            });
            match stretch(text, at) {
                Some(both) => found.extend(both),
                None => found.extend(day(text, at, again)),
            }
        }
    }
    found
}

/// *ngày 9 và 10-7*, *ngày 14, 15 và 16/8*: whether a day is the last of a list, of which it names the month.
fn goes_on_with(link: &str, first: u8, own: &str) -> bool {
    /// The longest link with the days between, in bytes.
    const LONG: usize = 20;
    // A text of many figures is not read through for each.
    if link.len() > LONG || !link.ends_with("và") {
        return false;
    }
    let days = || link.split([' ', ',']).filter(|word| !word.is_empty());
    let plain = days().all(|word| word == "và" || word.bytes().all(|byte| byte.is_ascii_digit()));
    let between = days().filter_map(|word| word.parse::<u16>().ok());
    let listed: Vec<u16> = [u16::from(first)].into_iter().chain(between).collect();
    let last = number(own, 2).map(|(day, _)| day);
    plain && listed.iter().copied().chain(last).is_sorted_by(|one, next| one < next) && last.is_some()
}

/// The day that begins at a byte; right behind another and a link it needs no word of its own.
fn day(text: &str, start: usize, again: Option<&Partial>) -> Option<Partial> {
    let before = text[..start].trim_end_matches([' ', '\u{a0}']);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let whole = again.is_some_and(|last| last.month.is_some());
    // *sáng nay (14/9)*, *chiều qua (22.12)*
    let today = opens_today(before, &text[start..]);
    // *hôm nay 27-6*
    let bare = ["nay", "qua", "mai"].contains(&word.as_str()) && {
        let head = before[..before.len() - word.len()].trim_end();
        NAMED.iter().any(|word| head.ends_with(word))
            && JOINTS[..4]
                .iter()
                .any(|joint| text[start..].trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(joint))
    };
    let (own, led) =
        (NAMED.contains(&word.as_str()) || today || bare || is_of_hour(before), LED.contains(&word.as_str()));
    let named = whole || own;
    let (day, rest) = number(&text[start..], 2)?;
    let whole = JOINTS.iter().find_map(|joint| {
        let (month, rest) = number(rest.strip_prefix(joint)?, 2)?;
        let spelt = *joint == " tháng ";
        let year = rest.strip_prefix(if spelt { " năm " } else { joint });
        // *Chủ nhật, 30 tháng 10, 2016*: a day in a line of its own.
        let comma = year.is_none().then(|| rest.strip_prefix(", ")).flatten().filter(|_| spelt);
        let (year, rest) = number(year.or(comma)?, 4).filter(|(year, _)| (1900..=2100).contains(year))?;
        let closed = rest.is_empty() || rest.starts_with(['\n', '.', ')', ',']);
        (comma.is_none() || closed).then_some((Some(month), Some(year), rest))
    });
    let month = || {
        let (joint, (month, rest)) =
            JOINTS.iter().find_map(|joint| Some((joint, number(rest.strip_prefix(joint)?, 2)?)))?;
        // *từ 18 đến 24-3*: behind a day without its month a dash joins one too.
        let week = || *joint == "/" && super::weekday_before(before).is_some();
        // *(13/8 và 14/8/2020)*
        let pair = || *joint == "/" && before.ends_with('(') && rest.strip_prefix(" và ").is_some_and(is_day);
        let known = named
            || pair()
            || (led && *joint == "/")
            || week()
            || *joint == " tháng "
            || (again.is_some() && matches!(*joint, "-" | "/"));
        // *ngày 14 - 16/8*, *ngày 5 - 7 tháng 6*: the second number is another day.
        let span = rest.strip_prefix(" - ").is_some_and(|rest| !is_hour(rest));
        let more = rest.starts_with(['/', '%']) || rest.starts_with(" tháng ") || span;
        // *2/3 hộ* after *đến* is a share.
        (known && !(more && *joint != " tháng ")).then_some((Some(u16::from(month as u8)), None, rest))
    };
    let (month, year, rest) = whole
        .or_else(month)
        .or_else(|| ((own && !today) || (led && opens_a_span(rest))).then_some((None, None, rest)))?;
    let ended = !rest.starts_with(char::is_alphanumeric)
        && !rest
            .strip_prefix(['/', '.', ',', '-'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && month.is_some());
    let month = month.map(u8::try_from).transpose().ok()?;
    let fits = (1..=31).contains(&day) && month.is_none_or(|month| (1..=12).contains(&month));
    let lunar = is_lunar(rest);
    (ended && fits && !lunar).then(|| Partial { range: start..text.len() - rest.len(), day: day as u8, month, year })
}

/// *04h/15/10*: a day joined to its hour.
fn is_of_hour(before: &str) -> bool {
    before.strip_suffix("h/").is_some_and(|hour| hour.ends_with(|c: char| c.is_ascii_digit()))
}

/// *14/8/2020*: whether a day with its month begins a text.
fn is_day(text: &str) -> bool {
    let rest = number(text, 2).and_then(|(_, rest)| number(rest.strip_prefix('/')?, 2));
    rest.is_some_and(|(month, rest)| (1..=12).contains(&month) && rest.starts_with(['/', ')']))
}

/// *19 giờ ngày 10/10 - 19 giờ ngày 11/10*: the number behind the dash is an hour.
fn is_hour(rest: &str) -> bool {
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < rest.len() && [" giờ", "h", "g", ":"].iter().any(|unit| behind.starts_with(unit))
}

/// Whether a day is told to be today, the day beside it or one of the week: *sáng nay (14/9)*, *ngày mai (15/9)*, *hôm qua,
/// 13/9,*, *thứ Năm (1/5)*.
fn opens_today(before: &str, own: &str) -> bool {
    let ends = |head: &str| ["nay", "qua", "mai"].iter().find_map(|word| head.strip_suffix(word)).map(str::len);
    let weekday = || super::weekday_before(before).is_some();
    if let Some(head) = before.strip_suffix('(') {
        let named = head.ends_with(' ') && ends(head.trim_end()).is_some_and(|end| head[..end].ends_with(' '));
        // *cùng ngày (14/9)*, *cách đây hai ngày (12/9)*
        return named || head.trim_end().ends_with(" ngày") || weekday();
    }
    // *Sáng nay, 8/10 xã*: behind a comma it may be a share.
    let closed = own.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '-')).starts_with(',');
    before.strip_suffix(',').filter(|_| closed).is_some_and(|head| {
        let stem = ends(head).map_or("", |end| head[..end].trim_end());
        let last = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        NAMED.contains(&last.as_str()) || weekday()
    })
}

/// *(11-14/8)*, *ngày 27/2 - 4/3/2026*: two days with a dash between, of which the later one names the month.
fn stretch(text: &str, start: usize) -> Option<[Partial; 2]> {
    let before = text[..start].trim_end_matches([' ', '\u{a0}']);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let led = before.ends_with('(') || NAMED.contains(&word.as_str()) || LED.contains(&word.as_str());
    // *26 – 01/9/2015: Nộp hồ sơ*: a line of a calendar begins with its days.
    let line = before.is_empty() || before.ends_with('\n');
    let (day, rest) = number(&text[start..], 2).filter(|(day, _)| (led || line) && (1..=31).contains(day))?;
    let (month, rest) = month_and_year(rest, '/');
    let end = text.len() - rest.len();
    let later = [" - ", " – ", "-", "–", "- ", " -"].iter().find_map(|dash| rest.strip_prefix(dash))?;
    let (last, behind) = number(later, 2).filter(|(day, _)| (1..=31).contains(day))?;
    // *ngày 19-24.4.2022*
    let dotted = behind.starts_with('.') && NAMED.contains(&word.as_str());
    let (own, behind) = month_and_year(behind, if dotted { '.' } else { '/' });
    let ended = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '%' || c == '/') && !is_lunar(behind);
    let partial = |range: Range<usize>, day: u16, (month, year): (Option<u8>, Option<u16>)| Partial {
        range,
        day: u8::try_from(day).unwrap_or_default(),
        month,
        year,
    };
    (ended && own.0.is_some() && (led || own.1.is_some())).then(|| {
        let from = text.len() - later.len();
        [partial(start..end, day, month), partial(from..text.len() - behind.len(), last, own)]
    })
}

/// What follows a day with strokes or dots: its month, its year, and the rest.
fn month_and_year(text: &str, joint: char) -> ((Option<u8>, Option<u16>), &str) {
    let part = |text| -> Option<(u16, &str)> { number(str::strip_prefix(text, joint)?, 4) };
    let Some((month, rest)) = part(text).filter(|(month, _)| (1..=12).contains(month)) else {
        return ((None, None), text);
    };
    let (year, rest) =
        part(rest).filter(|(year, _)| *year > 1_800).map_or((None, rest), |(year, rest)| (Some(year), rest));
    ((u8::try_from(month).ok(), year), rest)
}

/// *từ 20 đến 22/4*: the other end names the month.
fn opens_a_span(rest: &str) -> bool {
    const UNTIL: [&str; 3] = [" đến ", " đến hết ", " tới "];
    let last = UNTIL.iter().find_map(|until| number(rest.strip_prefix(until)?, 2));
    let month = |sign: char| number(last?.1.strip_prefix(sign)?, 2).filter(|(month, _)| (1..=12).contains(month));
    // *từ 2 đến 3/4 số hộ*: a share is less than the whole.
    let over = |month: u16| last.is_some_and(|(day, _)| day > month);
    month('/').is_some_and(|(month, rest)| !rest.starts_with(' ') || over(month))
        || month('-').is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with([',', '.', ')', ';', '\n']))
}

/// Whether a day is of the moon's calendar.
pub fn is_lunar(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '\u{a0}', '(', ',']);
    let head: String = behind.chars().take("âm lịch".chars().count()).collect();
    head.to_lowercase() == "âm lịch"
        || ["AL", "ÂL", "tháng Giêng", "tháng giêng", "tháng Chạp"].iter().any(|word| behind.starts_with(word))
}

fn number(text: &str, most: usize) -> Option<(u16, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=most).contains(&length).then_some(())?;
    Some((text[..length].parse().ok()?, &text[length..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_parts_left_out() {
        for (text, told) in [
            ("từ ngày 6 đến ngày 10/7/2015", "6 · 10/7/2015"),
            ("Sáng 10-7, họp; sáng 13.5 và ngày 14.5, tiếp xúc", "10-7 · 13.5 · 14.5"),
            ("từ ngày 16-9 đến ngày 15-9-2017", "16-9 · 15-9-2017"),
            ("bầu ngày 23 – 5 – 2021; ngày mùng 5/3", "23 – 5 – 2021 · 5/3"),
            ("ngày 09 tháng 01 năm 2024, 5 tháng 6", "09 tháng 01 năm 2024 · 5 tháng 6"),
            ("diễn ra từ 26/8 đến 31/8; 31.8.2012", "26/8 · 31/8 · 31.8.2012"),
            ("từ ngày 19-24.4.2022; đến 04h/15/10, đi 24km/h", "19 · 24.4.2022 · 15/10"),
            ("thắng 2-1, tăng 5-7 lần, số 12/5 đường A, 2/3 hộ, ĐT 0912.345.678", ""),
            ("số 45/2012/NĐ-CP, 12.500 đồng, đạt 7.5, mục 1.2, mùng 10/3 âm lịch", ""),
            ("trong 3 ngày 14 - 16/8/2025, hạng 2-3", "14 · 16/8/2025"),
            (
                "xét xử (11-14/8), từ ngày 27/2 - 4/3, (27/7/1947 - 27/7/2022), tỷ số 3-14/8",
                "11 · 14/8 · 27/2 · 4/3 · 27/7/1947 · 27/7/2022",
            ),
        ] {
            let found: Vec<&str> = days(text).into_iter().map(|day| &text[day.range]).collect();
            assert_eq!(found.join(" · "), told, "{text}");
        }
    }
}
