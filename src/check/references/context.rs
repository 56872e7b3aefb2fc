//! What stands around a document number — *cơ quan ban hành, ngày ban hành* — against the number itself.

use std::collections::HashMap;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Ymd};
use crate::viet::reference::Reference;
use crate::viet::reference::body::{self, Issuer};

/// Checks issuers and dates of all numbers of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut dated: HashMap<String, (Ymd, Option<&str>)> = HashMap::new();
    for one in proof.references() {
        let issuer = issuer_behind(proof, one);
        if let Some(issuer) = &issuer {
            faults.extend(wrong_issuer(proof, one, issuer));
        }
        let Some(mention) = proof.date_behind(one) else { continue };
        let Ok(day) = mention.day else { continue };
        if let Some(year) = one.year.filter(|year| *year != day.year()) {
            let mut fault = proof.fault("reference-date", mention.range);
            fault.message.id = "reference-date.year";
            let hint = Message::new("reference-date.hint.year").with("number", one.canonical()).with("year", year);
            faults.push(fault.hint(hint));
            continue;
        }
        let issuer = issuer.map(|issuer| issuer.head);
        // Two offices may give one number each.
        match dated.get(&one.canonical()) {
            Some((first, by)) if *first != day && (by.is_none() || issuer.is_none() || *by == issuer) => {
                let hint = Message::new("reference-date.hint")
                    .with("number", one.canonical())
                    .with("first", first.numeric(date::Padding::Padded));
                faults.push(proof.fault("reference-date", mention.range).hint(hint));
            }
            Some(_) => {}
            None => drop(dated.insert(one.canonical(), (day, issuer))),
        }
    }
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
