//! Sentences that speak of an earlier time: what is gone may be named in them — *trước đây, cũ, trước sáp nhập*.

use std::ops::Range;

use super::proof::Proof;
use crate::viet::date::Ymd;
use crate::viet::number::capitalised;

/// Words that put a sentence, or a unit in it, into the past.
const PAST: [&str; 13] = [
    "cũ",
    "nay là",
    "trước đây",
    "trước kia",
    "trước khi",
    "trước sáp nhập",
    "trước sắp xếp",
    "nguyên là",
    "sáp nhập",
    "hợp nhất",
    "sắp xếp",
    "bỏ cấp huyện",
    "không tổ chức",
];

/// The sentences of a text, asked for in the order of the text.
pub struct Sentences<'p> {
    proof: &'p Proof,
    all: &'p [Range<usize>],
    at: usize,
    /// What was found of the sentence asked for last: one may name hundreds of places.
    last: Option<(usize, bool)>,
}

impl<'p> Sentences<'p> {
    /// All sentences, asked for from the first on.
    pub fn new(proof: &'p Proof) -> Self {
        Sentences { proof, all: proof.all_sentences(), at: 0, last: None }
    }

    /// Whether the sentence at a place speaks of an earlier time: it says so, or names an earlier year.
    pub fn of_the_past(&mut self, place: usize, day: Ymd) -> bool {
        while self.all.get(self.at).is_some_and(|sentence| sentence.end <= place) {
            self.at += 1;
        }
        let Some(sentence) = self.all.get(self.at) else { return false };
        if let Some((_, past)) = self.last.filter(|(at, _)| *at == self.at) {
            return past;
        }
        let words = &self.proof.text[sentence.clone()];
        let past =
            PAST.iter().any(|word| holds(words, word)) || years(words).any(|year| year < day.year() && year > 1900);
        self.last = Some((self.at, past));
        past
    }
}

/// *Sau khi huyện được thành lập, … từ năm 2009; … vào năm 2010*: whether a paragraph tells several years, all of them earlier ones.
pub fn is_told_of(proof: &Proof, place: usize, day: Ymd) -> bool {
    let all = proof.paragraphs();
    let next = all.partition_point(|paragraph| paragraph.start <= place);
    let Some(paragraph) = next.checked_sub(1).map(|at| all[at].clone()) else { return false };
    let mut told: Vec<u16> = years(&proof.text[paragraph]).filter(|year| (1_900..2_100).contains(year)).collect();
    told.dedup();
    told.len() > 1 && told.iter().all(|year| *year < day.year())
}

/// Whether a text holds a phrase as whole words; its first letter may be a capital.
pub fn holds(text: &str, phrase: &str) -> bool {
    let whole = |form: &str| {
        text.match_indices(form).any(|(at, _)| {
            let after = &text[at + form.len()..];
            !text[..at].ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        })
    };
    whole(phrase) || whole(&capitalised(phrase))
}

/// Years as they stand in a text: four digits together.
fn years(text: &str) -> impl Iterator<Item = u16> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_past_is_told_by_its_words() {
        for (text, past) in [
            ("tỉnh Hà Giang cũ", true),
            ("cũng tại tỉnh Hà Giang", false),
            ("sau khi sáp nhập", true),
            ("Trước đây, tỉnh Hà Giang", true),
            ("tỉnh Hà Giang", false),
        ] {
            assert_eq!(PAST.iter().any(|word| holds(text, word)), past, "{text}");
        }
        assert_eq!(years("năm 2024, số 12345/QĐ, 2021-2025").collect::<Vec<_>>(), [2024, 2021, 2025]);
    }
}
