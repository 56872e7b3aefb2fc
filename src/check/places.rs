//! Provinces and districts on the day of the text — *địa danh*: gone, renamed, misspelt.

mod districts;
mod today;
mod within;

use std::ops::Range;

use super::past::{self, Sentences, holds};
use super::proof::{Proof, as_names};
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Ymd;
use crate::viet::place::{self, Mention, Standing, Status};
use crate::viet::spell::lexicon::Lexicon;

/// Checks the places of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mentions = proof.places();
    // TP. HCM is a short form, which is a matter of abbreviations.
    let short = |mention: &Mention| proof.text[mention.range.clone()].chars().all(|c| c.is_ascii_uppercase());
    for mention in mentions.iter().filter(|mention| !mention.official_spelling && !short(mention)) {
        let hint = Message::new("place-spelling.hint").with("right", mention.name);
        faults.push(proof.fault("place-spelling", mention.range.clone()).hint(hint));
    }
    for one in place::misspelt(&as_names(&proof.text), mentions) {
        let hint = Message::new("place-spelling.hint.near").with("right", one.right);
        faults.push(proof.fault("place-spelling", one.range).hint(hint));
    }
    faults.extend(
        proof.text.match_indices("tình ").filter_map(|(at, word)| typed_for_province(proof, at..at + word.len())),
    );
    within::check(proof, mentions, faults);
    districts::check(proof, mentions, faults);
    let (strangers, today) = today::strangers(proof, mentions);
    for mention in mentions.iter().filter(|mention| strangers.contains(&mention.range.start)) {
        faults.extend(today.and_then(|day| gone(proof, mention, day)));
    }
    let Some(day) = proof.day.filter(|_| proof.dated) else { return };
    let mut sentences = Sentences::new(proof);
    for mention in mentions {
        let here = mention.range.start;
        let past = sentences.of_the_past(here, day);
        if mention.standing == Standing::Present
            && !past
            && !strangers.contains(&here)
            && !is_listed_below(&proof.text, mention)
        {
            faults.extend(gone(proof, mention, day));
        }
    }
    if !place::districts_abolished(day) {
        return;
    }
    let mut sentences = Sentences::new(proof);
    for range in place::abolished_levels(&proof.text) {
        let past = sentences.of_the_past(range.start, day) || past::is_told_of(proof, range.start, day);
        if !past && !is_abroad(&proof.text, &range) {
            faults.push(proof.fault("place-former", range).hint_id("place-former.hint.district"));
        }
    }
}

/// *(tình Lào Cai)*: where a place stands, *tình* before the name of a province is *tỉnh*.
fn typed_for_province(proof: &Proof, noun: Range<usize>) -> Option<Diagnostic> {
    const MOST: usize = 4;
    let led = proof.text[..noun.start].trim_end().ends_with(['(', ',', '-', ';']);
    let rest = &proof.text[noun.end..];
    let ends = rest.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at).take(MOST);
    let named = |end: &usize| rest.starts_with(char::is_uppercase) && place::official_name(&rest[..*end]).is_some();
    let end = ends.filter(|_| led).find(named)?;
    let hint = Message::new("place-spelling.hint").with("right", format!("tỉnh {}", &rest[..end]));
    Some(proof.fault("place-spelling", noun.start..noun.end + end).hint(hint))
}

/// *4 xã gồm: Hòa Bình, Tân Lập*: a name in a list of units below the province, which many a village shares.
fn is_listed_below(text: &str, mention: &Mention) -> bool {
    let near = text[..mention.range.start].char_indices().rev().take(80).last().map_or(0, |(at, _)| at);
    let head = &text[near..mention.range.start];
    let list = head.rfind(['.', ';', '\n']).map_or(head, |stop| &head[stop + 1..]);
    let Some((before, _)) = list.split_once(':').or_else(|| list.split_once(" gồm ")) else { return false };
    let before = before.trim_end().trim_end_matches("gồm").trim_end();
    mention.prefix.is_none() && ["xã", "phường", "thôn", "bản", "ấp"].iter().any(|unit| before.ends_with(unit))
}

/// How far around a name another country is looked for, in letters.
const NEAR: usize = 2_000;

/// *huyện Pakse* of a text that speaks of Laos: a name of plain letters that are no Vietnamese syllables.
fn is_abroad(text: &str, range: &Range<usize>) -> bool {
    const ABROAD: [&str; 7] = ["Lào", "Campuchia", "Cam-pu-chia", "Trung Quốc", "Thái Lan", "Hàn Quốc", "Nhật Bản"];
    let name = text[range.end..].split([' ', ',', '.', ';', '\n']).find(|word| !word.is_empty()).unwrap_or_default();
    let last = text[range.clone()].rsplit(' ').next().unwrap_or_default();
    let strange = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.is_ascii()
            && Lexicon::embedded().find(&word.to_lowercase()).is_none()
    };
    if !strange(last) && !strange(name) {
        return false;
    }
    let from = text[..range.start].char_indices().rev().nth(NEAR).map_or(0, |(from, _)| from);
    let to = text[range.end..].char_indices().nth(NEAR).map_or(text.len(), |(to, _)| range.end + to);
    let near = &text[from..to];
    ABROAD.iter().any(|country| holds(near, country))
}

/// A province that is not there on the day: gone, not yet made, or of another rank.
fn gone(proof: &Proof, mention: &Mention, day: Ymd) -> Option<Diagnostic> {
    let start = mention.prefix_range.as_ref().map_or(mention.range.start, |prefix| prefix.start);
    let fault = |id: &'static str| {
        let mut fault = proof.fault("place-former", start..mention.range.end);
        fault.message.id = id;
        fault
    };
    match mention.status(day)? {
        Status::Former { last, successor } if !place::in_transition(day) => {
            let now = place::full_name(successor, day)?;
            let hint =
                Message::new("place-former.hint").with("now", now).with("last", last.numeric(Default::default()));
            Some(fault("place-former").hint(hint))
        }
        Status::WrongPrefix(prefix) => {
            let right = format!("{} {}", prefix.word(), mention.name);
            Some(fault("place-former.rank").hint(Message::new("place-former.hint.rank").with("right", right)))
        }
        // *nữ sinh Đồng Khánh Huế*: a town had the name before.
        Status::NotYet { from, predecessor } if mention.prefix.is_some() => {
            let hint = Message::new("place-former.hint.later")
                .with("from", from.numeric(Default::default()))
                .with("then", place::full_name(predecessor, day)?);
            Some(fault("place-former.early").hint(hint))
        }
        _ => None,
    }
}
