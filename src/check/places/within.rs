//! Where a place lies — *huyện Hoa Lư, tỉnh Nam Định*, *huyện có 23 xã và 01 thị xã*, *tỉnh Bà Rịa*: districts of their province,
//! units of their level, provinces by their whole names.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::place::{self, Mention};

/// Words before a district.
const LEVELS: [&str; 12] =
    ["huyện", "quận", "thị xã", "thành phố", "h.", "q.", "tx.", "tp.", "tx", "tp", "huyện đảo", "t.x"];

/// How far before its province a district is looked for, in letters.
const FAR: usize = 44;

/// Halves of provinces, with what follows in the whole name.
const HALVES: [(&str, &str); 2] = [("Bà Rịa", "Vũng Tàu"), ("Thừa Thiên", "Huế")];

/// Checks the places of a text.
pub(super) fn check(proof: &Proof, mentions: &[Mention], faults: &mut Vec<Diagnostic>) {
    for (at, mention) in mentions.iter().enumerate() {
        // *huyện Hoa Lư, Nam Định, Thái Bình*: names in a row are places side by side.
        let next = mentions.get(at + 1).map(|next| &proof.text[mention.range.end..next.range.start]);
        let listed = next.is_some_and(|gap| matches!(gap.trim(), "," | "và" | ", và" | ";"));
        let before = at.checked_sub(1).map(|at| &proof.text[mentions[at].range.end..mention.range.start]);
        let listed = listed || before.is_some_and(|gap| matches!(gap.trim(), "," | "và" | ", và" | ";"));
        // *tại huyện Bảo Yên, Phú Thọ tăng 1 người*: what goes on is said of the province alone.
        let closed = proof.text[mention.range.end..].trim_start().starts_with(|c: char| !c.is_alphanumeric());
        if (!listed && closed) || mention.prefix.is_some() {
            faults.extend(elsewhere(proof, mention));
        }
    }
    halves(proof, faults);
    levels(proof, faults);
}

/// *huyện Hoa Lư, tỉnh Nam Định*: a district of another province.
fn elsewhere(proof: &Proof, mention: &Mention) -> Option<Diagnostic> {
    let text = &proof.text;
    let start = mention.prefix_range.as_ref().map_or(mention.range.start, |prefix| prefix.start);
    let head = text[..start].trim_end();
    let head = head.strip_suffix("thuộc").unwrap_or(head).trim_end();
    let name = head.strip_suffix([',', '(', '-', '–', '/']).map(str::trim_end);
    let name = name.or_else(|| (head.len() < start && mention.prefix.is_some()).then_some(head))?;
    let from = name.char_indices().rev().nth(FAR).map_or(0, |(from, _)| from);
    let near = name[from..].rsplit([',', ';', '(', '\n']).next()?;
    let small: String = near.chars().map(crate::viet::letter::small).collect();
    // The last level before the province, and its name.
    let (at, level) = LEVELS
        .iter()
        .filter_map(|level| Some((small.rfind(level)?, *level)))
        .filter(|(at, _)| !small[..*at].ends_with(char::is_alphanumeric))
        .max()?;
    let own = near[at + level.len()..].trim();
    let place = own.split(' ').all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let several = ["các ", "hai ", "những ", "2 ", "3 "].iter().any(|word| small[..at].ends_with(word));
    let plain = place && !several && !own.is_empty() && place::official_name(own).is_none();
    let lies = place::lies_in(own, mention.name).filter(|_| plain)?;
    (!lies).then(|| {
        let right = place::provinces_of(own).join(", ");
        let start = name.len() - near.len() + at;
        let mut fault = proof.fault("place-spelling", start..mention.range.end).with("district", own);
        fault.message.id = "place-spelling.within";
        let fault = fault.with("province", mention.name);
        fault.hint(Message::new("place-spelling.hint.within").with("district", own).with("right", right))
    })
}

/// *tỉnh Bà Rịa*, *tỉnh Thừa Thừa-Huế*: half of a name, or one word of it another.
fn halves(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    for (at, word) in text.match_indices("ỉnh ") {
        let from = at + word.len();
        let rest = &text[from..];
        let whole = |half: &(&str, &str)| {
            let behind = rest.strip_prefix(half.0)?;
            let other = behind.trim_start_matches([' ', '-', '–', '\u{a0}']);
            // *tỉnh Thừa Thiên (nay là thành phố Huế)* was one.
            (!other.starts_with(half.1) && !other.starts_with("(nay") && !other.starts_with(|c: char| c.is_uppercase()))
                .then_some(half.0.len())
        };
        let Some((length, right)) = HALVES
            .iter()
            .find_map(|half| Some((whole(half)?, format!("{} - {}", half.0, half.1))))
            .or_else(|| other_word(rest))
        else {
            continue;
        };
        let hint = Message::new("place-spelling.hint.near").with("right", right);
        faults.push(proof.fault("place-spelling", from..from + length).hint(hint));
    }
}

/// A name of three words of which two are those of one province, and its length.
fn other_word(rest: &str) -> Option<(usize, String)> {
    const WHOLE: [&str; 3] = ["Thừa", "Thiên", "Huế"];
    let mut words: Vec<(usize, &str)> = Vec::new();
    for word in rest.split([' ', '-', '–']).filter(|word| !word.is_empty()).take(WHOLE.len()) {
        let own = &word[..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())];
        words.push((own.as_ptr() as usize - rest.as_ptr() as usize + own.len(), own));
    }
    let [_, _, (end, _)] = words[..] else { return None };
    let same = words.iter().zip(WHOLE).filter(|((_, own), word)| own == word).count();
    let named = words.iter().all(|(_, word)| word.starts_with(char::is_uppercase));
    (same == 2 && named).then(|| (end, WHOLE.join(" ")))
}

/// *đơn vị hành chính cấp xã, gồm 23 xã và 01 thị xã*: a *thị xã* is no unit of that level.
fn levels(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lower = proof.lower();
    for (at, word) in lower.match_indices("chính cấp xã") {
        let rest = &lower[at + word.len()..];
        let end = rest.find(['.', ';', '\n']).unwrap_or(rest.len());
        let clause = &rest[..end];
        let Some(list) = clause.find("gồm ").filter(|list| *list < word.len()) else { continue };
        for wrong in ["thị xã", "huyện", "quận"] {
            let Some(place) = clause[list..].find(wrong).map(|place| list + place) else { continue };
            let counted = clause[..place].trim_end().ends_with(|c: char| c.is_ascii_digit());
            if counted {
                let start = at + word.len() + place;
                let range: Range<usize> = start..start + wrong.len();
                let mut fault = proof.fault("place-spelling", range);
                fault.message.id = "place-spelling.level";
                faults.push(fault.hint_id("place-spelling.hint.level"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn where_places_lie() {
        for (text, told) in [
            ("Ở xã Trường Yên (H.Hoa Lư, Nam Định), cháy.", Some("H.Hoa Lư, Nam Định")),
            ("Ở xã Trường Yên (H.Hoa Lư, Ninh Bình), cháy.", None),
            ("Trú tại huyện Phú Lộc, tỉnh Quảng Nam.", Some("huyện Phú Lộc, tỉnh Quảng Nam")),
            ("Trú tại huyện Phú Lộc, tỉnh Thừa Thiên Huế; huyện Châu Thành, tỉnh Tiền Giang.", None),
            ("Từ huyện Hoa Lư, Nam Định, Thái Bình về; huyện Nào Đó, tỉnh Quảng Nam.", None),
            ("Ở TP Vũng Tàu, tỉnh Bà Rịa.", Some("Bà Rịa")),
            ("Nghị quyết về tỉnh Thừa Thừa Huế nêu rõ", Some("Thừa Thừa Huế")),
            ("huyện có 24 đơn vị hành chính cấp xã, gồm 23 xã và 01 thị xã.", Some("thị xã")),
            ("huyện có 24 đơn vị hành chính cấp xã, gồm 23 xã và 01 thị trấn.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            faults.retain(|fault| fault.rule == "place-spelling");
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
