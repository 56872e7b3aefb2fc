//! What stands around a document number — *cơ quan ban hành, ngày ban hành* — against the number itself.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{Padding, Partial, Ymd};
use crate::viet::reference::Reference;
use crate::viet::reference::body::{self, Issuer};

/// The day of a document as far as it is told, and the head of its issuer.
struct Dated {
    day: u8,
    month: u8,
    year: Option<u16>,
    by: Option<&'static str>,
    range: Range<usize>,
}

impl Dated {
    /// A whole day as papers write it, another as it stands.
    fn shown(&self, proof: &Proof) -> String {
        let whole = self.year.and_then(|year| Ymd::new(year, self.month, self.day).ok());
        whole.map_or_else(|| proof.text[self.range.clone()].to_owned(), |day| day.numeric(Padding::Padded))
    }

    /// Whether two days are surely two.
    fn differs(&self, other: &Dated) -> bool {
        let years = self.year.zip(other.year).is_some_and(|(one, other)| one != other);
        years || (self.day, self.month) != (other.day, other.month)
    }
}

/// Checks issuers and dates of all numbers of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut dated: HashMap<String, Dated> = HashMap::new();
    for one in proof.references() {
        let issuer = issuer_behind(proof, one);
        if let Some(issuer) = &issuer {
            faults.extend(wrong_issuer(proof, one, issuer));
        }
        let mention = proof.date_behind(one);
        let day = mention.as_ref().and_then(|mention| mention.day.ok());
        if let (Some(mention), Some(day), Some(year)) = (&mention, day, one.year)
            && day.year() != year
        {
            let mut fault = proof.fault("reference-date", mention.range.clone());
            fault.message.id = "reference-date.year";
            let hint = Message::new("reference-date.hint.year").with("number", one.canonical()).with("year", year);
            faults.push(fault.hint(hint));
            continue;
        }
        let by = issuer.map(|issuer| issuer.head);
        let whole = mention.zip(day).map(|(mention, day)| {
            let year = Some(day.year());
            Dated { day: day.day(), month: day.month(), year, by, range: mention.range }
        });
        let part = |day: &Partial| {
            Some(Dated { day: day.day, month: day.month?, year: day.year, by, range: day.range.clone() })
        };
        let Some(own) = whole.or_else(|| day_near(proof, one).and_then(part)) else { continue };
        // Two offices may give one number each.
        match dated.get(&one.canonical()) {
            Some(first) if first.differs(&own) && (first.by.is_none() || by.is_none() || first.by == by) => {
                let hint = Message::new("reference-date.hint")
                    .with("number", one.canonical())
                    .with("first", first.shown(proof));
                faults.push(proof.fault("reference-date", own.range).hint(hint));
            }
            Some(_) => {}
            None => drop(dated.insert(one.canonical(), own)),
        }
    }
}

/// How far before its number a day may stand, in letters.
const FAR: usize = 110;

/// Words between a day and the document that was made on it.
const MADE: [&str; 8] = ["ban hành ", "đã có ", "đã ký ", "ra ", "phát hành ", "ký ", "ký ban hành ", "thông qua "];

/// The day of which the year is left out, right behind a number; else the day on which the clause tells that it was made: *ngày
/// 26/3/2013, Thủ tướng đã ký Quyết định số …*.
pub(super) fn day_near<'p>(proof: &'p Proof, one: &Reference) -> Option<&'p Partial> {
    let (text, days) = (proof.lower(), proof.days());
    let next = days.partition_point(|day| day.range.start < one.range.start);
    let behind = days.get(next).filter(|day| {
        let gap = text.get(one.range.end..day.range.start).unwrap_or_default().trim_start_matches([' ', ',', '(']);
        matches!(gap, "" | "ngày " | "ra ngày " | "ký ngày ") && !text[one.range.end..day.range.start].is_empty()
    });
    behind.or_else(|| {
        let day = &days[next.checked_sub(1)?];
        let gap = text.get(day.range.end..one.range.start).filter(|gap| gap.len() < 2 * FAR)?;
        let (at, word) =
            MADE.iter().filter_map(|word| Some((gap.rfind(word)?, *word))).max_by_key(|(at, word)| at + word.len())?;
        // *ban hành Kế hoạch thực hiện Quyết định số …*: only what stands right behind the verb was made.
        let object = gap[at + word.len()..].split_whitespace().count();
        let plain = !gap[..at].contains(['\n', ';']) && !gap[..at].contains(". ") && !gap.contains("kèm theo");
        (object <= 4 && plain && gap[..at].trim().len() > 3).then_some(day)
    })
}

/// The body that stands behind a number, or behind its day.
pub fn issuer_behind(proof: &Proof, one: &Reference) -> Option<Issuer> {
    let from = proof.date_behind(one).map_or(one.range.end, |mention| mention.range.end);
    let end = clause_end(&proof.text, from);
    let issuer = body::issuer(&proof.text[from..end])?;
    Some(Issuer { range: from + issuer.range.start..from + issuer.range.end, ..issuer })
}

/// Where the clause behind a number ends: a mark, a line, or far enough for a date and a body.
fn clause_end(text: &str, from: usize) -> usize {
    let far = text[from..].char_indices().nth(160).map_or(text.len(), |(at, _)| from + at);
    text[from..far].find([';', '\n', ')', ',']).map_or(far, |at| from + at)
}

/// A number whose code belongs to one body beside the name of another: *Nghị định … của Bộ Tài chính*. Codes that several
/// bodies share tell nothing.
fn wrong_issuer(proof: &Proof, one: &Reference, said: &Issuer) -> Option<Diagnostic> {
    let code = *one.issuers().first()?;
    let heads = body::heads_of(code)?;
    (!heads.contains(&said.head)).then(|| {
        let hint = Message::new("reference-issuer.hint").with("code", code).with("right", heads.first().unwrap_or(&""));
        // Which of the two is the slip nobody can say.
        let fault = proof.fault("reference-issuer", one.range.start..said.range.end).with("number", one.canonical());
        fault.with("issuer", &proof.text[said.range.clone()]).hint(hint)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuers_and_dates() {
        for (text, told) in [
            (
                "Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Bộ Tài chính quy định cơ chế",
                &["60/2021/NĐ-CP ngày 21/6/2021 của Bộ Tài chính"][..],
            ),
            ("Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ quy định", &[]),
            ("Công điện số 103/CĐ-TTg ngày 07/10/2024 của Thủ tướng Chính phủ về", &[]),
            ("Công điện số 103/CĐ-TTg của Bộ Công Thương về", &["103/CĐ-TTg của Bộ Công Thương"]),
            ("Nghị định số 60/2021/NĐ-CP ngày 21/6/2020 của Chính phủ", &["21/6/2020"]),
            ("Nghị quyết số 19-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng", &[]),
            ("Thông tư số 28/2018/TT-BCT của Bộ Công Thương", &[]),
            ("Quyết định số 5/QĐ-UBND của Uỷ ban nhân dân tỉnh", &[]),
            ("Quyết định số 512/QĐ-UBND ngày 02/4/2025; Quyết định số 512/QĐ-UBND ngày 12/4/2025", &["12/4/2025"]),
            (
                "Ngày 02/4/2025, tỉnh đã ký Quyết định số 512/QĐ-UBND. Quyết định số 512/QĐ-UBND ngày 12/4/2025 nêu",
                &["12/4/2025"],
            ),
            (
                "Ngày 02/4/2025, tỉnh ban hành Kế hoạch thực hiện Quyết định số 512/QĐ-UBND. Quyết định số 512/QĐ-UBND ngày 12/3/2025",
                &[],
            ),
            ("Chiều 8/9, Chủ tịch xã ký Công điện số 12/CĐ-UBND. Công điện số 12/CĐ-UBND ngày 18/9 nêu", &["18/9"]),
            ("Chiều 8/9, Chủ tịch xã ký Công điện số 12/CĐ-UBND. Công điện số 12/CĐ-UBND ngày 8/9/2024 nêu", &[]),
            (
                "Quyết định số 512/QĐ-UBND ngày 02/4/2025 của UBND tỉnh; Quyết định số 512/QĐ-UBND ngày 12/4/2025 của Chủ tịch UBND xã",
                &[],
            ),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            let mut faults = Vec::new();
            check(&proof, &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, told, "{text}");
        }
    }
}
