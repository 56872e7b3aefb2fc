//! Days: those of the week, dates in figures, years of the cycle.

use super::Context;
use crate::viet::capital::words::{Case, Word, with_head};
use crate::viet::capital::{Miscased, Weight};

/// `Thứ Hai` inside a sentence, `thứ hai` behind a part of the day: *thứ Hai*.
pub(super) fn weekday(context: &Context<'_>) -> Option<Miscased> {
    let word = context.word();
    let day = (word.plain == "thứ").then(|| context.ahead(1))??;
    let named = matches!(day.plain.as_ref(), "hai" | "ba" | "tư" | "năm" | "sáu" | "bảy");
    let dated = context
        .before()
        .is_some_and(|before| matches!(before.plain.as_ref(), "sáng" | "trưa" | "chiều" | "tối" | "đêm" | "ngày"));
    let wrong = match (word.case, day.case) {
        (Case::Capital, Case::Capital) => !word.starts && !context.is_said(),
        (_, Case::Small) => dated,
        _ => false,
    };
    (named && wrong).then(|| {
        let range = word.range.start..day.range.end;
        let first = if word.starts { "Thứ" } else { "thứ" };
        let right = format!("{first} {}", with_head(&context.text[day.range.clone()], Case::Capital));
        Miscased { range, right, rule: "V.8", weight: Weight::Rule }
    })
}

/// `Tháng 11`, `Năm 2024` inside a sentence: only months and days in words have a capital.
pub(super) fn date(context: &Context<'_>) -> Option<Miscased> {
    let word = context.word();
    if word.case != Case::Capital || word.starts || !matches!(word.plain.as_ref(), "ngày" | "tháng" | "năm") {
        return None;
    }
    let figures = context.number_behind().is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    // *ĐỒNG THÁP - Ngày 16 tháng 5*
    let head = context.text[..word.range.start].trim_end();
    let line = context.at.checked_sub(1).is_some_and(|before| context.words[before].case == Case::All)
        && head.ends_with(['-', '–']);
    (!context.is_said() && !line && figures).then(|| context.head(Case::Small, "V.8", Weight::Rule))?
}

/// `Kỷ tỵ`, `năm giáp thìn`: both words of a year of the cycle are capital.
pub(super) fn lunar_year(context: &Context<'_>) -> Option<Miscased> {
    const STEMS: [&str; 10] = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];
    const BRANCHES: [&str; 14] =
        ["tý", "tí", "sửu", "dần", "mão", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"];
    let stem = context.word();
    let branch = STEMS.contains(&stem.plain.as_ref()).then(|| context.ahead(1))??;
    let named = BRANCHES.contains(&branch.plain.as_ref());
    let year =
        context.before().is_some_and(|before| before.plain == "năm" || before.plain == "tết" || before.plain == "xuân");
    let some = stem.case == Case::Capital || branch.case == Case::Capital;
    let all = stem.case == Case::Capital && branch.case == Case::Capital;
    let lower = matches!((stem.case, branch.case), (Case::Capital | Case::Small, Case::Capital | Case::Small));
    (named && lower && !all && (year || some)).then(|| {
        let range = stem.range.start..branch.range.end;
        let part = |word: &Word| with_head(&context.text[word.range.clone()], Case::Capital);
        let right = format!("{} {}", part(stem), part(branch));
        Miscased { range, right, rule: "V.8", weight: Weight::Rule }
    })
}
