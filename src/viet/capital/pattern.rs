//! Capitals that follow from the place of a word, not from a list: units before their names, citations, days of the
//! week, years of the cycle, titles before persons, transliterated names.

mod days;
mod halves;
mod persons;

use super::register::follows_place_noun;
use super::words::{Case, Word, with_head};
use super::{Miscased, Weight};
use days::{date, lunar_year, weekday};
use halves::{continued, second_half};
pub use persons::SURNAMES;
use persons::{person, title, transliterations};

/// All faults of the patterns.
pub(super) fn find(text: &str, words: &[Word]) -> Vec<Miscased> {
    let patterns = [
        unit,
        numbered_unit,
        citation,
        document,
        weekday,
        date,
        lunar_year,
        title,
        person,
        river,
        people,
        second_half,
        continued,
    ];
    let mut found: Vec<Miscased> = Vec::new();
    for at in 0..words.len() {
        let context = Context { text, words, at };
        found.extend(patterns.iter().find_map(|pattern| pattern(&context)));
    }
    found.extend(transliterations(text, words));
    found
}

/// A word and what is around it.
struct Context<'t> {
    text: &'t str,
    words: &'t [Word<'t>],
    at: usize,
}

impl Context<'_> {
    /// The word itself.
    fn word(&self) -> &Word<'_> {
        &self.words[self.at]
    }

    /// A word further on, if only a space lies between each.
    fn ahead(&self, steps: usize) -> Option<&Word<'_>> {
        let span = self.words.get(self.at..=self.at + steps)?;
        let close = |pair: &[Word]| matches!(self.gap(&pair[0], &pair[1]), " " | "\u{a0}");
        span.windows(2).all(close).then(|| &span[steps])
    }

    /// The word before.
    fn before(&self) -> Option<&Word<'_>> {
        self.words.get(self.at.checked_sub(1)?).filter(|before| matches!(self.gap(before, self.word()), " " | "\u{a0}"))
    }

    /// What lies between two words.
    fn gap(&self, first: &Word, second: &Word) -> &str {
        &self.text[first.range.end..second.range.start]
    }

    /// Whether the word opens what is told behind a colon, or an entry of a list that semicolons part.
    fn is_said(&self) -> bool {
        self.text[..self.word().range.start].trim_end().ends_with([':', ';'])
    }

    /// The number or letter behind a word, of figures or of roman capitals.
    fn number_behind(&self) -> Option<&str> {
        let rest = self.text[self.word().range.end..].strip_prefix([' ', '\u{a0}'])?;
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Some(&rest[..end]).filter(|number| !number.is_empty())
    }

    /// The word with its head changed.
    fn head(&self, case: Case, rule: &'static str, weight: Weight) -> Option<Miscased> {
        let range = self.word().range.clone();
        let right = with_head(&self.text[range.clone()], case);
        Some(Miscased { range, right, rule, weight })
    }
}

/// `Tỉnh Kiên Giang` inside a sentence: the noun is small before a name that is no number, person or event.
fn unit(context: &Context<'_>) -> Option<Miscased> {
    let word = context.word();
    // *thành Phố Vinh*
    let second = || {
        let next = context.ahead(1)?;
        let halves = matches!((word.plain.as_ref(), next.plain.as_ref()), ("thành", "phố") | ("thị", "xã" | "trấn"));
        let named = || context.ahead(2).is_some_and(|name| name.case == Case::Capital);
        (halves && word.case == Case::Small && next.case == Case::Capital && named()).then(|| {
            let range = word.range.start..next.range.end;
            let right = context.text[range.clone()].to_lowercase();
            Miscased { range, right, rule: "III.1", weight: Weight::Rule }
        })
    };
    if word.case != Case::Capital || word.starts {
        return second();
    }
    let steps = match word.plain.as_ref() {
        "tỉnh" | "huyện" | "quận" | "phường" | "xã" | "thôn" | "ấp" => 1,
        "thành" => 1 + usize::from(context.ahead(1)?.plain == "phố"),
        "thị" if matches!(context.ahead(1)?.plain.as_ref(), "xã" | "trấn") => 2,
        "đặc" if context.ahead(1)?.plain == "khu" => 2,
        _ => return None,
    };
    let name = context.ahead(steps)?;
    let honoured = matches!(
        (name.plain.as_ref(), context.ahead(steps + 1).map(|next| next.plain.as_ref())),
        ("điện", Some("biên")) | ("hồ", Some("chí")) | ("võ", Some("nguyên")) | ("trần", Some("hưng"))
    );
    // *Phường Lê Hồng Phong*, *UBND Thành phố Lê Hồng Sơn*: named after a person, or before one.
    let person = SURNAMES.contains(&name.plain.as_ref())
        && [1, 2].iter().all(|next| context.ahead(steps + next).is_some_and(|next| next.case == Case::Capital));
    let alone = steps == 1 && word.plain == "thành";
    if name.case != Case::Capital || honoured || person || alone || context.is_said() {
        return None;
    }
    let range = word.range.start..context.words[context.at + steps - 1].range.end;
    let right = context.text[range.clone()].to_lowercase();
    Some(Miscased { range, right, rule: "III.1", weight: Weight::Rule })
}

/// What is counted behind a number that is no name's.
const COUNTED: [&str; 14] =
    ["triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "người", "hộ", "con", "lần", "suất", "năm", "tháng", "ngày"];

/// `quận 1`: before a number the noun is part of the name.
fn numbered_unit(context: &Context<'_>) -> Option<Miscased> {
    let word = context.word();
    if word.case != Case::Small || !matches!(word.plain.as_ref(), "quận" | "phường") {
        return None;
    }
    let number = context.number_behind()?;
    let counted = context.before().is_some_and(|before| matches!(before.plain.as_ref(), "các" | "số" | "mỗi" | "từng"));
    let figures = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    // *ủng hộ phường 5 triệu đồng*
    let behind = context.text[context.word().range.end + 1 + number.len()..].trim_start();
    let counted =
        counted || COUNTED.contains(&&behind[..behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len())]);
    (figures && !counted).then(|| context.head(Case::Capital, "III.1", Weight::Rule))?
}

/// `Khoản 2`, `Điểm a` are small inside a citation; `điều 5`, `chương II` are not.
fn citation(context: &Context<'_>) -> Option<Miscased> {
    let word = context.word();
    if !matches!(word.plain.as_ref(), "khoản" | "điểm" | "điều" | "chương" | "mục" | "phần") {
        return None;
    }
    let number = context.number_behind()?;
    let figures = number.starts_with(|c: char| c.is_ascii_digit());
    let roman = number.bytes().all(|byte| b"IVXLC".contains(&byte));
    let letter = number.chars().count() == 1 && number.chars().all(char::is_lowercase);
    match (word.plain.as_ref(), word.case) {
        ("khoản", Case::Capital) if figures && !word.starts => context.head(Case::Small, "V.7", Weight::Rule),
        ("điểm", Case::Capital) if (letter || figures) && !word.starts => {
            context.head(Case::Small, "V.7", Weight::Rule)
        }
        ("điều", Case::Small) if figures && is_cited(context, number) => {
            context.head(Case::Capital, "V.7", Weight::Rule)
        }
        ("chương" | "mục" | "phần", Case::Small) if roman || (figures && is_cited(context, number)) => {
            context.head(Case::Capital, "V.7", Weight::Rule)
        }
        _ => None,
    }
}

/// Whether the number cites a law: a clause before it, or the law or another part behind.
fn is_cited(context: &Context<'_>, number: &str) -> bool {
    let before = context.at.checked_sub(1).map(|before| context.words[before].plain.as_ref());
    if matches!(before, Some("khoản" | "điểm" | "tại" | "theo")) {
        return true;
    }
    let from = context.word().range.end + 1 + number.len();
    let behind = context.words[context.at + 1..].iter().find(|word| word.range.start >= from);
    behind.is_some_and(|word| {
        word.range.start <= from + 2
            && matches!(
                word.plain.as_ref(),
                "luật" | "nghị" | "thông" | "chương" | "mục" | "phần" | "hiến" | "quyết" | "pháp" | "điều"
            )
    })
}

/// `nghị định số 45`: the type of a document is capital before its number.
fn document(context: &Context<'_>) -> Option<Miscased> {
    const TYPES: [(&str, Option<&str>); 15] = [
        ("nghị", Some("định")),
        ("nghị", Some("quyết")),
        ("quyết", Some("định")),
        ("thông", Some("tư")),
        ("thông", Some("báo")),
        ("thông", Some("tri")),
        ("chỉ", Some("thị")),
        ("công", Some("điện")),
        ("công", Some("văn")),
        ("kế", Some("hoạch")),
        ("kết", Some("luận")),
        ("báo", Some("cáo")),
        ("tờ", Some("trình")),
        ("hướng", Some("dẫn")),
        ("luật", None),
    ];
    let word = context.word();
    let mut kinds = TYPES.iter().filter(|kind| kind.0 == word.plain).peekable();
    kinds.peek()?;
    let second = context.ahead(1)?;
    let (_, tail) = kinds.find(|kind| kind.1.is_none_or(|tail| tail == second.plain))?;
    let steps = 1 + usize::from(tail.is_some());
    let number = context.ahead(steps).filter(|number| number.plain == "số")?;
    let behind = context.text[number.range.end..].trim_start_matches([' ', '\u{a0}', ':']);
    // *Thông báo kết luận số 86* is one kind.
    let inside = context.before().is_some_and(|before| before.plain == "báo");
    (word.case == Case::Small && !inside && behind.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| context.head(Case::Capital, "V.6", Weight::Rule))?
}

/// `Sông Hồng`, `Núi Bà` inside a sentence: the noun is small.
fn river(context: &Context<'_>) -> Option<Miscased> {
    const TOWNS: [&str; 9] = ["cầu", "mã", "công", "hinh", "lô", "đốc", "thành", "bé", "trà"];
    let word = context.word();
    let noun = matches!(word.plain.as_ref(), "sông" | "núi");
    let name = noun.then(|| context.ahead(1))??;
    // *Quảng trường Sông Hàn*, *Ban Quản lý rừng phòng hộ Sông Đằng*: what is named after it keeps the capital; only where
    // something is done on, at or beyond the water is the noun one.
    let waters = [
        "trên", "qua", "ven", "bờ", "dọc", "vực", "bên", "của", "và", "từ", "đến", "ra", "vượt", "bắc", "khúc", "dòng",
        "con", "lòng",
    ];
    let after = context.before().is_some_and(|before| !waters.contains(&before.plain.as_ref()));
    // *và Sông Lam Nghệ An*: no water has a name of three words more.
    let club = [2, 3].iter().all(|steps| context.ahead(*steps).is_some_and(|next| next.case == Case::Capital));
    (!after && !club && word.case == Case::Capital && !word.starts && name.case == Case::Capital)
        .then_some(())
        .filter(|()| !TOWNS.contains(&name.plain.as_ref()) && !follows_place_noun(context.words, context.at))
        .and_then(|()| context.head(Case::Small, "III.1", Weight::Rule))
}

/// `nhân dân` alone is a special noun of the annex; inside the name of a body it is small.
fn people(context: &Context<'_>) -> Option<Miscased> {
    let word = context.word();
    let second = (word.plain == "nhân").then(|| context.ahead(1))??;
    let bodies =
        ["ban", "đồng", "án", "sát", "an", "đội", "sĩ", "giáo", "thuốc", "dụng", "tệ", "trang", "hoà", "tệ", "chủ"];
    let of_body = context.before().is_some_and(|before| bodies.contains(&before.plain.as_ref()));
    (second.plain == "dân" && word.case == Case::Small && !of_body)
        .then(|| context.head(Case::Capital, "V.1", Weight::Habit))?
}
