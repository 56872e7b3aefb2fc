//! Persons: titles before their names, names with a syllable left small, names from other scripts.

use super::Context;
use crate::viet::capital::register::follows_place_noun;
use crate::viet::capital::words::{Case, Word, with_head};
use crate::viet::capital::{Miscased, Weight};
use crate::viet::spell::lexicon::Lexicon;
use crate::viet::syllable::is_valid;

/// Surnames that begin most names of Kinh persons, in small letters.
pub const SURNAMES: [&str; 34] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đào", "đoàn", "vương", "trịnh", "trương", "đinh", "lâm", "phùng", "mai", "tô", "hà", "tạ", "lương", "thái",
    "châu", "cao", "tăng", "quách",
];

/// Syllables that stand between surname and given name; others may be common words (*Phòng Đào tạo Sau đại học*).
const MIDDLE: [&str; 30] = [
    "thị", "văn", "đức", "hữu", "ngọc", "minh", "thanh", "thu", "quang", "xuân", "hồng", "ái", "đình", "quốc", "viết",
    "duy", "kim", "mỹ", "bá", "trọng", "thế", "như", "tiến", "hoài", "phương", "thuý", "bích", "mạnh", "trạch", "khắc",
];

/// A title before a person or a body begins with a capital: `cục trưởng Cục … Ngô Quang Trung`.
pub(super) fn title(context: &Context<'_>) -> Option<Miscased> {
    const TITLES: [(&str, &str); 17] = [
        ("bộ", "trưởng"),
        ("thứ", "trưởng"),
        ("cục", "trưởng"),
        ("vụ", "trưởng"),
        ("viện", "trưởng"),
        ("tổng", "trưởng"),
        ("giám", "đốc"),
        ("chủ", "tịch"),
        ("bí", "thư"),
        ("thủ", "tướng"),
        ("phó", "giám"),
        ("phó", "chủ"),
        ("phó", "cục"),
        ("phó", "vụ"),
        ("phó", "bí"),
        ("phó", "thủ"),
        ("chánh", "án"),
    ];
    let (word, second) = (context.word(), context.ahead(1)?);
    if word.case != Case::Small || !TITLES.contains(&(word.plain.as_ref(), second.plain.as_ref())) {
        return None;
    }
    if context.before().is_some_and(|before| before.plain == "phó") {
        return None;
    }
    let steps = if word.plain == "phó" { 3 } else { 2 };
    let next = context.ahead(steps).filter(|next| next.case == Case::Capital)?;
    let body = matches!(next.plain.as_ref(), "bộ" | "sở" | "cục" | "vụ" | "uỷ" | "hội" | "viện" | "ban" | "trung");
    let surname = SURNAMES.contains(&next.plain.as_ref())
        && context.ahead(steps + 1).is_some_and(|given| given.case == Case::Capital);
    if !body && !surname {
        return None;
    }
    let named = surname || names_person(context, steps);
    context.head(Case::Capital, "V.3", if named { Weight::Rule } else { Weight::Habit })
}

/// Whether a person's name follows within the same clause.
fn names_person(context: &Context<'_>, steps: usize) -> bool {
    (steps + 1..steps + 10)
        .map_while(|step| context.ahead(step + 1).and(context.ahead(step)).map(|word| (word, step)))
        .any(|(word, step)| {
            word.case == Case::Capital
                && SURNAMES.contains(&word.plain.as_ref())
                && context.ahead(step + 1).is_some_and(|given| given.case == Case::Capital)
        })
}

/// Words that may stand behind a name cut short: *ông Nguyễn Văn và bà*.
const BEHIND: [&str; 14] =
    ["và", "cùng", "là", "đã", "sẽ", "đang", "với", "của", "được", "bị", "nói", "cho", "tại", "ở"];

/// `Nguyễn Văn dũng`: no name of a person ends in *Văn* or *Thị*.
fn last(context: &Context<'_>) -> Option<Miscased> {
    let (word, middle) = (context.word(), context.before()?);
    let surname = context.at.checked_sub(2).map(|at| &context.words[at])?;
    let close = matches!(context.gap(surname, middle), " " | "\u{a0}");
    let named = middle.case == Case::Capital && matches!(&*middle.plain, "văn" | "thị");
    let person = surname.case == Case::Capital && SURNAMES.contains(&&*surname.plain);
    let small = word.case == Case::Small && is_valid(&word.plain) && !BEHIND.contains(&&*word.plain);
    (close && named && person && small && !follows_place_noun(context.words, context.at - 2))
        .then(|| context.head(Case::Capital, "II.1", Weight::Rule))?
}

/// `Nguyễn thị Lan`, `Nguyễn ái Quốc`: every syllable of a name is capital.
pub(super) fn person(context: &Context<'_>) -> Option<Miscased> {
    last(context).or_else(|| inner(context))
}

/// A small syllable between a surname and a given name.
fn inner(context: &Context<'_>) -> Option<Miscased> {
    let word = context.word();
    let before = context.before()?;
    let given = context.ahead(1)?;
    let inside = before.case == Case::Capital
        && SURNAMES.contains(&before.plain.as_ref())
        && !follows_place_noun(context.words, context.at - 1)
        && given.case == Case::Capital;
    let alone = context.at < 2
        || context.words[context.at - 2].case != Case::Capital
        || word.plain == "thị"
        || word.plain == "văn";
    // *Vương quốc Anh*: the two are a word of their own.
    let word_of_two = || is_word(&before.plain, &word.plain);
    (inside
        && alone
        && word.case == Case::Small
        && MIDDLE.contains(&word.plain.as_ref())
        && !before.starts
        && !word_of_two())
    .then(|| context.head(Case::Capital, "II.1", Weight::Rule))?
}

/// Whether two syllables are a word of the dictionary.
fn is_word(first: &str, second: &str) -> bool {
    let lexicon = Lexicon::embedded();
    let pair = lexicon.find(first).zip(lexicon.find(second)).and_then(|(first, second)| lexicon.pair(first, second));
    pair.is_some_and(|pair| pair.headword)
}

/// `Mát-Xcơ-Va`: of a transliterated word only the first syllable is capital. Three parts, or one that is no
/// Vietnamese syllable, tell it from *Hà Nội-Huế*.
pub(super) fn transliterations(text: &str, words: &[Word]) -> Vec<Miscased> {
    let hyphen = |pair: &[Word]| text[pair[0].range.end..pair[1].range.start] == *"-";
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let tail = words[at..].windows(2).take_while(|pair| hyphen(pair)).count();
        if tail == 0 {
            at += 1;
            continue;
        }
        let parts = &words[at..=at + tail];
        // Transliterations part their syllables; a name that keeps its own spelling does not: Jean-Pierre.
        let syllables = parts.iter().all(|part| vowel_groups(&part.plain) <= 1);
        let foreign = syllables && (tail >= 2 || parts.iter().any(|part| !is_valid(&part.plain)));
        let capitals = parts.iter().skip(1).any(|part| part.case == Case::Capital);
        let plain = parts.iter().all(|part| matches!(part.case, Case::Small | Case::Capital));
        if foreign && capitals && plain && parts[0].case == Case::Capital {
            let range = parts[0].range.start..parts[tail].range.end;
            let right = with_head(&text[range.clone()].to_lowercase(), Case::Capital);
            found.push(Miscased { range, right, rule: "II.2", weight: Weight::Rule });
        }
        at += tail + 1;
    }
    found
}

/// How many groups of vowels a word has.
fn vowel_groups(word: &str) -> usize {
    let vowel = |c: char| "aeiouyăâêôơư".contains(crate::viet::fold::fold(&c.to_string()).chars().next().unwrap_or(c));
    let letters: Vec<bool> = word.chars().map(vowel).collect();
    usize::from(letters.first() == Some(&true)) + letters.windows(2).filter(|pair| !pair[0] && pair[1]).count()
}
