//! What stands around a document number — *cơ quan ban hành, ngày ban hành* — against the number itself.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Ymd};
use crate::viet::reference::{Class, Reference};

/// Heads of bodies that issue documents, as they stand behind *của*.
const BODIES: [&str; 21] = [
    "Ban Bí thư", "Ban Chấp hành Trung ương", "Ban Thường vụ", "Bộ Chính trị", "Bộ trưởng", "Bộ ", "Chính phủ",
    "Chủ tịch nước", "Chủ tịch Ủy ban nhân dân", "Chủ tịch UBND", "Hội đồng nhân dân", "HĐND", "Quốc hội", "Sở ",
    "Thủ tướng", "Tỉnh ủy", "Thành ủy", "Trung ương", "Ủy ban Thường vụ Quốc hội", "Ủy ban nhân dân", "UBND",
];

/// Codes of issuers with the heads that may name them; a row ends what stands below it.
const ISSUERS: [(&str, &[&str]); 9] = [
    ("CP", &["Chính phủ"]),
    ("TTg", &["Thủ tướng"]),
    ("CTN", &["Chủ tịch nước"]),
    ("UBTVQH", &["Ủy ban Thường vụ Quốc hội", "Quốc hội"]),
    ("QH", &["Quốc hội"]),
    ("UBND", &["Ủy ban nhân dân", "UBND", "Chủ tịch Ủy ban nhân dân", "Chủ tịch UBND"]),
    ("HĐND", &["Hội đồng nhân dân", "HĐND"]),
    ("TW", &["Ban Bí thư", "Ban Chấp hành Trung ương", "Bộ Chính trị", "Trung ương"]),
    ("TU", &["Tỉnh ủy", "Thành ủy", "Ban Thường vụ", "Ban Chấp hành"]),
];

/// Checks issuers and dates of all numbers of a text.
pub fn check(proof: &Proof, found: &[Reference], faults: &mut Vec<Diagnostic>) {
    let mut dated: HashMap<String, (Ymd, Option<&str>)> = HashMap::new();
    for one in found {
        let after = one.range.end..clause_end(&proof.text, one.range.end);
        let given = date_behind(proof, &after);
        let issuer_from = given.as_ref().map_or(after.start, |(_, range)| range.end);
        let issuer = issuer_behind(&proof.text, issuer_from..after.end.max(issuer_from));
        if let Some(range) = &issuer {
            faults.extend(wrong_issuer(proof, one, range));
        }
        let Some((day, range)) = given else { continue };
        let issuer = issuer.map(|range| &proof.text[range]);
        // Two offices may give one number each.
        match dated.get(&one.canonical()) {
            Some((first, by)) if *first != day && (by.is_none() || issuer.is_none() || *by == issuer) => {
                let hint = Message::new("reference-date.hint")
                    .with("number", one.canonical())
                    .with("first", first.numeric(date::Padding::Padded));
                faults.push(proof.fault("reference-date", range).hint(hint));
            }
            Some(_) => {}
            None => drop(dated.insert(one.canonical(), (day, issuer))),
        }
    }
}

/// Where the clause behind a number ends: a mark, a line, or far enough for a date and a body.
fn clause_end(text: &str, from: usize) -> usize {
    let far = text[from..].char_indices().nth(160).map_or(text.len(), |(at, _)| from + at);
    text[from..far].find([';', '\n', ')', ',']).map_or(far, |at| from + at)
}

/// The day right behind a number: *số 512/QĐ-UBND ngày 02/4/2025*.
fn date_behind(proof: &Proof, after: &Range<usize>) -> Option<(Ymd, Range<usize>)> {
    let text = &proof.text[after.clone()];
    let words = text.trim_start();
    words.starts_with("ngày ").then_some(())?;
    let mention = date::find(text).into_iter().next()?;
    let lead = text.len() - words.len();
    (mention.range.start <= lead + "ngày ".len()).then_some(())?;
    Some((mention.day.ok()?, after.start + mention.range.start..after.start + mention.range.end))
}

/// *của Chính phủ* right behind a number or its date; the range holds *của* and the head of the body.
fn issuer_behind(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = text.get(range.clone())?;
    let lead = words.len() - words.trim_start().len();
    let body = words[lead..].strip_prefix("của ")?;
    let head = BODIES.iter().filter(|head| body.replace("Uỷ", "Ủy").replace("uỷ", "ủy").starts_with(**head)).max_by_key(|head| head.len())?;
    // The heads are as long in either tone style.
    let from = range.start + lead;
    let mut end = from + "của ".len() + head.len();
    if matches!(*head, "Bộ " | "Sở ") {
        end += text[end..].find([',', '.', ';', '\n', ')']).unwrap_or(0).min(text[end..].find(" về").unwrap_or(usize::MAX));
        end = end.min(range.end).max(from);
        let phrase = &text[from..end];
        let small = phrase.match_indices(' ').skip(1).find(|(at, _)| phrase[at + 1..].starts_with(char::is_lowercase) && !phrase[at + 1..].starts_with("và "));
        end = small.map_or(end, |(at, _)| from + at);
    }
    text.is_char_boundary(end).then_some(from..end)
}

fn wrong_issuer(proof: &Proof, one: &Reference, range: &Range<usize>) -> Option<Diagnostic> {
    let said = proof.text[range.clone()].strip_prefix("của ")?.replace("Uỷ", "Ủy").replace("uỷ", "ủy");
    let code = *one.issuers().first()?;
    let heads: &[&str] = match ISSUERS.iter().find(|(known, _)| code.trim_end_matches(|c: char| c.is_ascii_digit()) == *known) {
        Some((_, heads)) => heads,
        None if code.starts_with('B') && one.class == Class::Normative && said.starts_with("Bộ ") => return None,
        None if one.class == Class::Normative && code.starts_with('B') => &["Bộ"],
        None => return None,
    };
    let fits = heads.iter().any(|head| said.starts_with(head) && !(*head == "Chính phủ" && said.starts_with("Chính phủ,")));
    (!fits).then(|| {
        let hint = Message::new("reference-issuer.hint").with("code", code).with("right", heads.first().unwrap_or(&""));
        proof.fault("reference-issuer", range.clone()).with("number", one.canonical()).hint(hint)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuers_and_dates() {
        for (text, told) in [
            ("Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Bộ Tài chính quy định cơ chế", &["của Bộ Tài chính"][..]),
            ("Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ quy định", &[]),
            ("Công điện số 103/CĐ-TTg ngày 07/10/2024 của Thủ tướng Chính phủ về", &[]),
            ("Công điện số 103/CĐ-TTg của Bộ Công Thương về", &["của Bộ Công Thương"]),
            ("Nghị quyết số 19-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng", &[]),
            ("Thông tư số 28/2018/TT-BCT của Bộ Công Thương", &[]),
            ("Quyết định số 5/QĐ-UBND của Uỷ ban nhân dân tỉnh", &[]),
            ("Quyết định số 512/QĐ-UBND ngày 02/4/2025; Quyết định số 512/QĐ-UBND ngày 12/4/2025", &["12/4/2025"]),
            (
                "Quyết định số 512/QĐ-UBND ngày 02/4/2025 của UBND tỉnh; Quyết định số 512/QĐ-UBND ngày 12/4/2025 của Chủ tịch UBND xã",
                &[],
            ),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            let mut faults = Vec::new();
            check(&proof, &crate::viet::reference::find(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, told, "{text}");
        }
    }
}
