//! Abbreviations in a running text — *chữ viết tắt trong văn bản*: where they are used and where defined.
//!
//! Capitals alone do not make one: document numbers (*165/QĐ-TTg*), Roman numerals (*XIV*) and headings in
//! capitals are passed over.

use std::ops::Range;

use super::{FUNCTION_WORDS, base, expansions, stands_for};
use crate::viet::letter::is_word;
use crate::viet::reference::Reference;
use crate::viet::roman;

/// A short form in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The short form.
    pub short: String,
    /// Its bytes.
    pub range: Range<usize>,
}

/// A place that gives a short form to a full one — *Ủy ban nhân dân (UBND)*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The short form.
    pub short: String,
    /// Its bytes.
    pub short_range: Range<usize>,
    /// The full form as it stands.
    pub full: String,
    /// Its bytes.
    pub full_range: Range<usize>,
}

/// What may stand between the bracket and the short form.
const INTRODUCTIONS: [&str; 9] = [
    "sau đây gọi tắt là ",
    "sau đây viết tắt là ",
    "sau đây gọi là ",
    "sau đây được gọi là ",
    "gọi tắt là ",
    "viết tắt là ",
    "viết tắt: ",
    "gọi tắt: ",
    "",
];

/// The most words a full form is looked for in.
const MAX_WORDS: usize = 16;

/// How far behind a bracket its end is looked for, in letters.
const LONGEST_BRACKET: usize = 200;

/// The abbreviations of a text, in order; its document numbers, which are given, Roman numerals and lines in capitals are none.
pub fn uses(text: &str, numbers: &[Reference]) -> Vec<Use> {
    let numbers: Vec<Range<usize>> = numbers.iter().map(|number| number.range.clone()).collect();
    let capitals = capital_lines(text);
    let start = text.as_ptr() as usize;
    let tokens = text.split(|c: char| !is_inner(c)).map(|token| token.trim_matches(['-', '&']));
    let place = |token: &str| token.as_ptr() as usize - start;
    let placed = tokens.filter(|token| is_short(token)).map(|token| place(token)..place(token) + token.len());
    // Numbers and lines stand in order and apart: only the first that ends behind a place can hold it.
    let holds = |ranges: &[Range<usize>], own: &Range<usize>| {
        let next = ranges.partition_point(|range| range.end <= own.start);
        ranges.get(next).is_some_and(|range| range.start < own.end)
    };
    // *53/2020/QĐXXST-HS*: a number whose code no list knows.
    let coded = |range: &Range<usize>| {
        text[..range.start].strip_suffix('/').is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
    };
    let free = placed.filter(|range| !coded(range) && !holds(&numbers, range) && !holds(&capitals, range));
    free.map(|range| Use { short: text[range.clone()].to_owned(), range }).collect()
}

/// The definitions of a text, in order: *Full form (ABC)*, *(sau đây gọi tắt là ABC)*.
///
/// In plain brackets the short form must be the initials of the words before them, or be known for them.
pub fn definitions(text: &str) -> Vec<Definition> {
    let near = |open: usize| text[open..].char_indices().take(LONGEST_BRACKET).find(|(_, c)| *c == ')');
    let brackets = text.match_indices('(').filter_map(|(open, _)| Some((open, open + near(open)?.0)));
    brackets.filter_map(|(open, close)| definition(text, open, close)).collect()
}

/// The definition in a pair of brackets.
///
/// When the bracket says *gọi tắt là*, the author is believed even where the initials do not agree; the
/// full form is then the clause before the bracket.
fn definition(text: &str, open: usize, close: usize) -> Option<Definition> {
    let inside = &text[open + 1..close];
    let (introduction, rest) = INTRODUCTIONS.iter().find_map(|words| {
        let end = inside.char_indices().nth(words.chars().count()).map_or(inside.len(), |(at, _)| at);
        (inside[..end].to_lowercase() == *words).then_some((*words, &inside[end..]))
    })?;
    let short = rest.trim().trim_matches(['“', '”', '"']);
    if !is_short(short) {
        return None;
    }
    let start = short.as_ptr() as usize - text.as_ptr() as usize;
    let words = words_before(text, open);
    let said = words.last().filter(|_| !introduction.is_empty()).map(|start| *start..text[..open].trim_end().len());
    let full_range = full_form(text, open, short).or(said)?;
    Some(Definition {
        short: short.to_owned(),
        short_range: start..start + short.len(),
        full: text[full_range.clone()].to_owned(),
        full_range,
    })
}

/// Short forms in brackets whose letters are those of the words before in another order, or all but one of four and more —
/// *Ủy ban nhân dân (UBDN)*, *Hội đồng nhân dân (HĐNĐ)*.
pub fn disordered(text: &str) -> Vec<Definition> {
    let near = |open: usize| text[open..].char_indices().take(LONGEST_BRACKET).find(|(_, c)| *c == ')');
    let brackets = text.match_indices('(').filter_map(|(open, _)| Some((open, open + near(open)?.0)));
    let found = brackets.filter_map(|(open, close)| {
        let short = &text[open + 1..close];
        let letters: Vec<char> = short.chars().collect();
        let plain = (3..9).contains(&letters.len()) && letters.iter().all(|c| c.is_uppercase());
        (plain && is_short(short) && definition(text, open, close).is_none()).then_some(())?;
        let before = text[..open].trim_end();
        let mut initials: Vec<char> = Vec::new();
        let mut start = before.len();
        for at in words_before(text, open) {
            let word = before[at..start].trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            start = at;
            if !FUNCTION_WORDS.contains(&word.as_str()) {
                initials.extend(word.chars().next().map(base));
            }
            if initials.len() == letters.len() {
                break;
            }
        }
        let (mut own, mut full): (Vec<char>, Vec<char>) = (letters.iter().map(|c| base(*c)).collect(), initials);
        let agree = own.iter().zip(full.iter().rev()).filter(|(own, full)| own == full).count();
        let named = before[start..].starts_with(char::is_uppercase);
        let one_off = named && own.len() > 3 && own.len() == full.len() && agree + 1 == own.len();
        own.sort_unstable();
        full.sort_unstable();
        (one_off || own == full).then(|| Definition {
            short: short.to_owned(),
            short_range: open + 1..close,
            full: before[start..].to_owned(),
            full_range: start..before.len(),
        })
    });
    found.collect()
}

/// The bytes of the shortest full form that ends before a bracket.
///
/// Words are added to the left until the initials agree: *… của | Ủy ban nhân dân | (UBND)*.
fn full_form(text: &str, open: usize, short: &str) -> Option<Range<usize>> {
    let before = text[..open].trim_end();
    let known = |full: &str| expansions(short).any(|row| row.full.to_lowercase() == full.to_lowercase());
    let fits = |start: &usize| stands_for(short, &before[*start..]) || known(&before[*start..]);
    words_before(text, open).into_iter().find(fits).map(|start| start..before.len())
}

/// Where the words before a bracket begin, the nearest first, within the clause.
fn words_before(text: &str, open: usize) -> Vec<usize> {
    let before = text[..open].trim_end();
    let clause = before.rfind(['.', ';', ':', '\n', '(', ')']).map_or(0, |at| at + 1);
    let mut starts = Vec::new();
    let mut inside = false;
    for (at, c) in before[clause..].char_indices() {
        if c.is_alphanumeric() && !inside {
            starts.push(clause + at);
        }
        inside = !c.is_whitespace() && c != '-' && c != ',';
    }
    starts.reverse();
    starts.truncate(MAX_WORDS);
    starts
}

/// Whether a letter or sign may stand inside a short form.
fn is_inner(c: char) -> bool {
    is_word(c) || c == '&' || c == '-'
}

/// Whether a token is a short form: two capitals or more, nothing small but in known ones, no Roman numeral.
fn is_short(token: &str) -> bool {
    if token.chars().filter(|c| c.is_uppercase()).count() < 2 {
        return false;
    }
    let plain = token.chars().all(|c| c.is_uppercase() || c == '&' || c == '-');
    let known = expansions(token).next().is_some();
    token.chars().all(is_inner) && (plain || known) && roman::value(token).is_none()
}

/// The lines without one small letter: headings, where every word looks like an abbreviation.
fn capital_lines(text: &str) -> Vec<Range<usize>> {
    let mut end = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = end;
        end += line.len();
        let words = line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
        if words > 1 && !line.contains(char::is_lowercase) {
            lines.push(start..end);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::viet::reference::find;

    #[test]
    fn definitions_in_a_text() {
        for (text, full, short) in [
            ("của Ủy ban nhân dân (UBND) tỉnh", "Ủy ban nhân dân", "UBND"),
            ("chỉ tiêu phát triển kinh tế - xã hội (KTXH)", "kinh tế - xã hội", "KTXH"),
            (
                "Sở Nông nghiệp và Phát triển nông thôn (sau đây viết tắt là NN&PTNT)",
                "Nông nghiệp và Phát triển nông thôn",
                "NN&PTNT",
            ),
            ("tổng sản phẩm trên địa bàn (GRDP)", "tổng sản phẩm trên địa bàn", "GRDP"),
            ("quốc phòng, an ninh (gọi tắt là “QPAN”)", "quốc phòng, an ninh", "QPAN"),
            ("Công ty Điện lực (sau đây gọi tắt là EVNHP)", "Công ty Điện lực", "EVNHP"),
        ] {
            let found = definitions(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].full.as_str(), found[0].short.as_str()), (full, short));
            assert_eq!((&text[found[0].full_range.clone()], &text[found[0].short_range.clone()]), (full, short));
        }
        for text in ["ông A (UBND)", "khóa XIII (2021)", "(sau đây gọi là Dự án)", "đại hội (XIV)", "mở (chưa đóng"]
        {
            assert_eq!(definitions(text), [], "{text}");
        }
    }

    #[test]
    fn letters_in_another_order() {
        for (text, told) in [
            ("của Ủy ban nhân dân (UBDN) tỉnh", Some("Ủy ban nhân dân")),
            ("Hội đồng nhân dân (HĐDN)", Some("Hội đồng nhân dân")),
            ("đại biểu Hội đồng nhân dân (HĐNĐ) các cấp", Some("Hội đồng nhân dân")),
            ("Ban Quản lý rừng (BQR), Liên đoàn Bóng đá Việt Nam (VFF)", None),
            ("của Ủy ban nhân dân (UBND) tỉnh, Ngân hàng Thế giới (WB), Tổ chức Y tế Thế giới (WHO)", None),
        ] {
            let found: Vec<String> = disordered(text).into_iter().map(|one| one.full).collect();
            assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), Vec::from_iter(told), "{text}");
        }
    }

    #[test]
    fn uses_in_a_text() {
        let text = "BÁO CÁO TÌNH HÌNH\nUBND tỉnh, NN&PTNT theo 165/QĐ-TTg khóa XIV, KT-XH 5 A, số: 53/2020/QĐXXST-HS.";
        assert_eq!(
            uses(text, &find(text)).iter().map(|one| one.short.as_str()).collect::<Vec<_>>(),
            ["UBND", "NN&PTNT", "KT-XH"]
        );
    }

    proptest! {
        #[test]
        fn any_text_is_searched(parts in proptest::collection::vec(part(), 0..12)) {
            let text = parts.concat();
            for one in uses(&text, &find(&text)) {
                prop_assert_eq!(&text[one.range], &one.short);
            }
            for one in definitions(&text) {
                prop_assert_eq!((&text[one.short_range], &text[one.full_range]), (one.short.as_str(), one.full.as_str()));
            }
            let _ = super::super::faults(&text, &find(&text), super::super::Strictness::Official);
        }
    }

    /// A piece of a definition, or of what stands around one.
    fn part() -> impl Strategy<Value = String> {
        let pieces = [
            "Ủy ban ",
            "nhân dân ",
            "UBND",
            "(UBND)",
            "(",
            ")",
            " ",
            "gọi tắt là ",
            "(gọi tắt là XY)",
            "&",
            "-",
            "İİ",
            "\n",
            "nông thôn mới (NTM)",
            ";",
            "\u{301}",
            "ẞẞ",
        ];
        prop_oneof![8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
    }
}
