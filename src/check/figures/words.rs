//! Amounts and counts in words against the digits before them — *bằng chữ*.

use std::ops::Range;

use super::mention::{Mention, mentions};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;
use crate::viet::number::{self, Style};
use crate::viet::reading::{WordFault, WordFaultKind, parse_integer, parse_money};

/// How far before its words an amount is looked for, in bytes.
const FAR: usize = 240;

/// What announces an amount in words on a line of its own.
const ANNOUNCED: &str = "ằng chữ:";

/// Checks each amount that stands in digits and in words.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    for (open, _) in text.match_indices('(') {
        let Some(length) = text[open..].char_indices().take(FAR).find(|(_, c)| *c == ')').map(|(at, _)| at) else {
            continue;
        };
        faults.extend(beside(proof, open + 1..open + length));
    }
    for (at, announced) in text.match_indices(ANNOUNCED) {
        let from = at + announced.len();
        let head = text[..at].trim_end_matches(['B', 'b']).trim_end();
        let far = text[from..].char_indices().nth(FAR).map_or(text.len(), |(far, _)| from + far);
        let end = text[from..far].find(['.', '\n', ')', ';']).map_or(far, |end| from + end);
        if !head.ends_with('(') {
            faults.extend(announced_amount(proof, head, from..end));
        }
    }
}

/// `1.250.000 đồng (Một triệu …)`, `05 (năm) bản`.
fn beside(proof: &Proof, words: Range<usize>) -> Option<Diagnostic> {
    let before = tail(&proof.text[..words.start - 1]).trim_end();
    let said = proof.text[words.clone()].trim();
    if !said.starts_with(char::is_alphabetic) {
        return digits_beside(proof, words, before);
    }
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        let number = before.rsplit(|c: char| !(c.is_ascii_digit() || c == '.')).next()?;
        let number = Decimal::parse_grouped(number).ok()?.rescaled(0)?.mantissa;
        let right = number::words(number);
        let right = if said.starts_with(char::is_uppercase) { capitalised(&right) } else { right };
        return is_other(parse_integer(said), number).then(|| fault(proof, words, number, right));
    }
    // *2.500.000 đồng/người (Hai triệu …)*
    let ends = |amount: &Mention| {
        let behind = &before[amount.range.end..];
        behind.is_empty() || (amount.per.is_some() && !behind.contains(' '))
    };
    let amount = mentions(before).into_iter().next_back().filter(ends)?;
    if amount.is_rate() {
        return rate(proof, words, &amount);
    }
    money(proof, words, &amount)
}

/// `ba (04) nhiệm vụ`: digits behind a number in words.
fn digits_beside(proof: &Proof, range: Range<usize>, before: &str) -> Option<Diagnostic> {
    let said = &proof.text[range.clone()];
    let number: i128 = said.parse().ok().filter(|_| said.len() <= 3)?;
    let word = before.rsplit([' ', '\n', '\u{a0}']).next()?;
    let spelt = parse_integer(&word.to_lowercase()).ok().filter(|_| word.chars().all(char::is_alphabetic))?;
    // *tháng tư (2)* and *hai mươi (20)*: only a number of one word that counts what follows.
    let counted =
        proof.text[range.end + 1..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let longer = before[..before.len() - word.len()].trim_end().rsplit(' ').next().unwrap_or_default();
    let alone =
        parse_integer(&longer.to_lowercase()).is_err() && !matches!(longer, "tháng" | "thứ" | "năm" | "lớp" | "quý");
    (spelt != number && spelt < 100 && counted && alone).then(|| {
        let start = range.start
            - 1
            - (proof.text[..range.start - 1].len() - proof.text[..range.start - 1].trim_end().len())
            - word.len();
        let fault = proof.fault("amount-words", start..range.end + 1).with("digits", Decimal::whole(number));
        fault.hint(Message::new("amount-words.hint").with("right", number::words(number)))
    })
}

/// `… 75.060.000 đồng. Bằng chữ: Bảy mươi lăm triệu …`.
fn announced_amount(proof: &Proof, head: &str, words: Range<usize>) -> Option<Diagnostic> {
    let amount = mentions(tail(head)).into_iter().rev().find(|mention| mention.kind == "đồng")?;
    let said = &proof.text[words.clone()];
    let words = words.start + said.len() - said.trim_start().len()..words.start + said.trim_end().len();
    money(proof, words, &amount)
}

/// Words beside an amount of đồng; other units have no words of their own.
fn money(proof: &Proof, words: Range<usize>, amount: &Mention) -> Option<Diagnostic> {
    let digits = amount.size.rescaled(0).filter(|_| amount.kind == "đồng")?.mantissa;
    let right = number::money_line(digits, Style::default());
    let right = right.trim_end_matches('.').split_once(": ").map_or("", |(_, words)| words).to_owned();
    is_other(parse_money(&proof.text[words.clone()]), digits).then(|| fault(proof, words, digits, right))
}

/// `2,5% (hai phẩy năm phần trăm)`.
fn rate(proof: &Proof, words: Range<usize>, said: &Mention) -> Option<Diagnostic> {
    let spelt = proof.text[words.clone()].to_lowercase();
    let spelt = spelt.trim().strip_suffix("phần trăm")?.trim_end();
    let (whole, places) = spelt.split_once(" phẩy ").map_or((spelt, None), |(whole, places)| (whole, Some(places)));
    let digits = said.value.to_string();
    let (own, own_places) = digits.split_once(',').map_or((digits.as_str(), None), |(own, places)| (own, Some(places)));
    let same = |spelt: &str, digits: &str| Some(parse_integer(spelt).ok()? == digits.replace('.', "").parse().ok()?);
    let right = match (places, own_places) {
        (Some(places), Some(own_places)) => same(whole, own)? && same(places, own_places)?,
        (None, None) => same(whole, own)?,
        _ => false,
    };
    let places = own_places.and_then(|places| Some(format!(" phẩy {}", number::words(places.parse().ok()?))));
    let words_of = |digits: &str| Some(number::words(digits.replace('.', "").parse().ok()?));
    let meant = format!("{}{} phần trăm", words_of(own)?, places.unwrap_or_default());
    (!right).then(|| {
        let fault = proof.fault("amount-words", words).with("digits", said.shown());
        fault.hint(Message::new("amount-words.hint").with("right", meant))
    })
}

/// Words that are read as another number, or wrongly said: *mười năm triệu* for fifteen million.
fn is_other(read: Result<i128, WordFault>, digits: i128) -> bool {
    match read {
        Ok(read) => read != digits,
        Err(fault) => matches!(fault.kind, WordFaultKind::Instead("lăm")),
    }
}

/// The fault of words, with the right ones as the mend.
fn fault(proof: &Proof, words: Range<usize>, digits: i128, right: String) -> Diagnostic {
    let digits = Decimal::whole(digits);
    proof
        .fault("amount-words", words)
        .with("digits", digits)
        .hint(Message::new("amount-words.hint").with("right", right))
}

/// The head of a line in words has a capital.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The end of a text, as far as amounts are looked for.
fn tail(text: &str) -> &str {
    let from = (text.len().saturating_sub(FAR)..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    &text[from..]
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn words_are_read_back() {
        for (text, faults) in [
            ("hỗ trợ 1.250.000 đồng (Một triệu hai trăm nghìn đồng).", 1),
            ("hỗ trợ 1.250.000 đồng (Một triệu hai trăm năm mươi nghìn đồng).", 0),
            ("bổ sung 15,5 tỷ đồng (Mười lăm tỷ năm trăm triệu đồng).", 0),
            ("tạm ứng 75.060.000 đồng.\nBằng chữ: Bảy mươi lăm triệu sáu trăm nghìn đồng.", 1),
            ("tạm ứng 75.060.000 đồng (Bằng chữ: Bảy mươi lăm triệu không trăm sáu mươi nghìn đồng chẵn).", 0),
            ("mỗi hộ 15.000.000 đồng (bằng chữ: Mười năm triệu đồng).", 1),
            ("lập thành 05 (bốn) bản", 1),
            ("phí là 2,5% (hai phẩy bảy phần trăm) và 12% (mười phần trăm)", 2),
            ("phí là 2,5% (hai phẩy năm phần trăm), 12% (mười hai phần trăm) và 30% (ba mươi phần trăm số thu)", 0),
            ("giao ba (04) nhiệm vụ", 1),
            ("giao bốn (04) nhiệm vụ; tháng tư (2) của năm", 0),
            ("lập thành 05 (năm) bản; 81.000 đồng (giá cũ)", 0),
        ] {
            assert_eq!(found(text).len(), faults, "{text}");
        }
    }
}
