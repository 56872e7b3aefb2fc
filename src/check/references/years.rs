//! Years and parts of laws — *Bộ luật Hình sự năm 2005*, *Như Điều 5*: a year in which no such law was made, an article that the
//! decision has not.

use std::ops::Range;
use std::sync::LazyLock;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};

/// Laws by their names in small letters, with the years of all their makings.
static LAWS: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let rows = include_str!("../../viet/data/law_years.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).map(|(name, years)| (name, years.split(' ').collect())).collect()
});

/// How far before a law one that changes it is looked for, in letters.
const FAR: usize = 80;

/// Checks the laws that a text calls by their years, and the articles to which its recipients are referred.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lower = proof.lower();
    for (at, _) in lower.match_indices("luật ").chain(lower.match_indices("hiến pháp ")) {
        let at = if lower[..at].ends_with("bộ ") { at - "bộ ".len() } else { at };
        // Of names inside one another the longest.
        let rows = LAWS.iter().filter(|(name, _)| lower[at..].starts_with(name));
        let Some((name, years)) = rows.max_by_key(|(name, _)| name.len()) else { continue };
        let rest = &lower[at + name.len()..];
        let Some(told) = rest.strip_prefix(" năm ").and_then(|rest| rest.get(..4)) else { continue };
        let end = at + name.len() + " năm ".len() + told.len();
        let figures = told.bytes().all(|byte| byte.is_ascii_digit());
        let whole = !lower[..at].ends_with(char::is_alphanumeric) && !lower[end..].starts_with(char::is_alphanumeric);
        // *Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 2018*: the year is the first law's.
        let far = lower[..at].char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
        let part = lower[far..at].contains("luật sửa đổi");
        // *2005* is rather *2015* than *2009*.
        let near = || years.iter().filter(|year| figures && is_near(year, told));
        let near = near().find(|year| year.as_bytes().last() == told.as_bytes().last()).or_else(|| near().next());
        if let Some(right) = near.filter(|_| whole && !part && !years.contains(&told)) {
            let range = end - told.len() - "năm ".len()..end;
            faults.push(other_year(proof, range, (years, right)));
        }
    }
    articles(proof, faults);
}

fn other_year(proof: &Proof, range: Range<usize>, (years, right): (&[&str], &str)) -> Diagnostic {
    let mut fault = proof.fault("reference-year", range).with("years", years.join(", "));
    fault.message.id = "reference-year.law";
    fault.hint(Message::new("reference-year.hint.law").with("right", right))
}

/// Whether two years part in one figure, or have two changed about.
fn is_near(one: &str, other: &str) -> bool {
    let off: Vec<(u8, u8)> = one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).collect();
    match off[..] {
        [_] => true,
        [a, b] => a == (b.1, b.0),
        _ => false,
    }
}

/// *Nơi nhận: Như Điều 5* of a decision whose last article is the third.
fn articles(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = proof.plain();
    let number = |rest: &str| rest[..rest.bytes().take_while(u8::is_ascii_digit).count()].parse::<u16>().ok();
    let heads = text.match_indices("\nĐiều ").filter_map(|(at, word)| {
        let rest = &text[at + word.len()..];
        number(rest).filter(|own| rest[own.to_string().len()..].starts_with(['.', ':']))
    });
    let own: Vec<u16> = heads.chain(text.strip_prefix("Điều ").and_then(number)).collect();
    let Some(last) = own.iter().max().copied().filter(|_| own.len() > 1) else { return };
    for (at, word) in text.match_indices("hư Điều ").chain(text.match_indices("hư điều ")) {
        let Some(told) = number(&text[at + word.len()..]).filter(|told| *told > last) else { continue };
        let range = at + "hư ".len()..at + word.len() + told.to_string().len();
        let mut fault = proof.fault("reference-near", range).with("last", last);
        fault.message.id = "reference-near.article";
        faults.push(fault.hint(Message::new("reference-near.hint.article").with("last", last)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_articles() {
        for (text, told) in [
            ("theo Bộ luật Hình sự năm 2005 và", Some("năm 2005")),
            ("theo Bộ luật Hình sự năm 2015, sửa đổi năm 2017; Luật Đất đai năm 2024; Luật Nhà ở năm 1991", None),
            ("Điều 1. Ban hành.\nĐiều 2. Hiệu lực.\nĐiều 3. Thi hành.\nNơi nhận: Như Điều 5; Lưu: VT.", Some("Điều 5")),
            ("Điều 1. Ban hành.\nĐiều 2. Hiệu lực.\nĐiều 3. Thi hành.\nNơi nhận: Như Điều 3; Lưu: VT.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
