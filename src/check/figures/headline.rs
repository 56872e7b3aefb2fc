//! A headline against the text below it: one figure told two ways — *34 tỉnh* above, *43 tỉnh* below; *vượt 25,8% kế hoạch* above,
//! *bằng 128,5% kế hoạch* below; those hurt and killed above, each of them below.

use std::ops::Range;

use super::mention::{Mention, mentions_in, number_end};
use super::slip::{self, Slip, slip};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Rates have this many digits at least before two of them that changed places are no chance.
const RATE: usize = 3;

/// Other figures have two: a headline tells only what the text below is about.
const COUNT: usize = 2;

/// The longest headline, in letters.
const LONGEST: usize = 160;

/// Among how many figures below, and how many of them together, a number above is looked for.
const FIRST: usize = 8;
const TERMS: usize = 4;

/// How many words behind two figures make them of one thing, and what is no less than this in hundredths is one figure rounded.
const PHRASE: usize = 3;
const ALIKE: i128 = 94;

/// Words of a number of things, which moves as a whole.
const NUMBERS: [&str; 4] = ["số ", "tỷ lệ ", "tổng ", "lượng "];

/// Words of who died or was hurt, which *thương vong* tells together.
const FATES: [&[&str]; 2] = [&["tử vong", "chết", "thiệt mạng"], &["bị thương"]];

/// Checks the figures of a headline that the text below tells otherwise.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some((head, body)) = headline(&proof.text) else { return };
    let below: Vec<Mention> = mentions_in(&proof.text, body.clone()).collect();
    faults.extend(sum_above(proof, &head, &below));
    faults.extend(ways_above(proof, &head, &body));
    for above in mentions_in(&proof.text, head.clone()) {
        faults.extend(casualties(proof, &above, &below).or_else(|| {
            let (place, right) = over_plan(proof, &above, &below)
                .or_else(|| turned(proof, &above, &below))
                .or_else(|| same_words(proof, &above, &below))?;
            let mut fault = proof.fault("name-two-ways", place);
            fault.message.id = "name-two-ways.figure";
            Some(fault.hint(Message::new("name-two-ways.hint").with("model", right)))
        }));
    }
}

/// The first line, if it is one sentence without a full stop, and the text below.
fn headline(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let start = text.len() - text.trim_start().len();
    let end = start + text[start..].find('\n')?;
    let head = text[start..end].trim_end();
    let plain = !head.ends_with(['.', ':', ';', ',']) && head.chars().count() <= LONGEST && !head.contains(". ");
    let item = head.starts_with(['-', '+', '*', '•', '|'])
        || head.starts_with(|c: char| c.is_ascii_digit() && head.contains(". "));
    let below = end..text.len();
    // What is below must be running text.
    let runs = text[below.clone()].trim_end().ends_with(['.', '!', '?', '…']) && text[below.clone()].contains(' ');
    (plain && !item && runs).then_some((start..end, below))
}

/// A figure below that is the one above with two digits changed about, where the text never tells that of above.
fn turned(proof: &Proof, above: &Mention, below: &[Mention]) -> Option<(Range<usize>, String)> {
    let same = |one: &&Mention| one.is_kin(above) && one.unit == above.unit && one.of.is_none();
    let alike: Vec<&Mention> = below.iter().filter(same).collect();
    let known = below.iter().any(|one| one.is_kin(above) && (one.size == above.size || one.of == Some(above.size)));
    (!known && above.of.is_none() && !above.rough).then_some(())?;
    let least = if above.is_rate() { RATE } else { COUNT };
    let is_turned = |one: &&&Mention| slip(one.value, above.value, least) == Some(Slip::Turned);
    let mut found = alike.iter().filter(is_turned);
    let one = found.next().filter(|_| found.next().is_none())?;
    // A rate moves as the other does, and a count has the same word behind it.
    let kept = match above.is_rate() {
        true => way(proof, above) == way(proof, one),
        false => above.unit.contains(' ') || next_word(proof, above) == next_word(proof, one),
    };
    kept.then(|| (one.range.clone(), above.shown()))
}

/// *hơn 1.400 ha rừng bị thiệt hại* above, *1.040,8 ha rừng bị thiệt hại* below: the first figure below that the same words follow, if
/// it is about as large, and none below is the one above.
fn same_words(proof: &Proof, above: &Mention, below: &[Mention]) -> Option<(Range<usize>, String)> {
    let words = |one: &Mention| -> Vec<String> {
        let behind = proof.text[one.range.end..].trim_start();
        let end = behind.find([',', '.', ';', '(', '\n']).unwrap_or(behind.len());
        behind[..end].to_lowercase().split_whitespace().take(PHRASE).map(str::to_owned).collect()
    };
    let told = words(above);
    let kin = |one: &&Mention| one.is_kin(above) && one.of.is_none() && one.per == above.per;
    let percent = |one: &Mention| one.size.percent_of(above.size, 0).map_or(0, |rate| rate.mantissa);
    let known = below.iter().filter(kin).any(|one| (ALIKE..=2 * 100 - ALIKE).contains(&percent(one)));
    let one = below.iter().filter(kin).find(|one| words(one) == told)?;
    let about = (50..=200).contains(&percent(one));
    let plain = above.of.is_none() && !above.is_rate() && told.len() == PHRASE && !one.rough;
    (plain && about && !known).then(|| (above.range.clone(), one.shown()))
}

/// *vượt 25,8% kế hoạch* is *bằng 125,8% kế hoạch*.
fn over_plan(proof: &Proof, above: &Mention, below: &[Mention]) -> Option<(Range<usize>, String)> {
    let head = |one: &Mention| proof.lower()[..one.range.start].trim_end();
    let plan = |one: &Mention| proof.text[one.range.end..].trim_start().starts_with("kế hoạch");
    (above.is_rate() && head(above).ends_with("vượt") && plan(above)).then_some(())?;
    let full = above.value.checked_add(Decimal::whole(100))?;
    let told =
        |one: &&Mention| one.is_rate() && plan(one) && ["bằng", "đạt"].iter().any(|word| head(one).ends_with(word));
    let told: Vec<&Mention> = below.iter().filter(told).collect();
    let slipped = |one: &&&Mention| slip(one.value, full, RATE).is_some();
    let known = told.iter().any(|one| one.value == full);
    let one = told.iter().find(slipped).filter(|_| !known)?;
    Some((one.range.clone(), above.shown_as(full)))
}

/// *tăng lên 253* above, *55 người chết, 12 người mất tích, 168 người bị thương* below: a number that nothing below repeats, and
/// that the first figures below make up but for two digits changed about.
fn sum_above(proof: &Proof, head: &Range<usize>, below: &[Mention]) -> Option<Diagnostic> {
    let text = &proof.text[head.clone()];
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (stop, _) = number_end(text, start);
    let value =
        Decimal::parse_grouped(&text[start..stop]).ok().filter(|value| value.scale == 0 && slip::digits(*value) > 2)?;
    let near = &below[..below.len().min(FIRST)];
    let sums =
        (0..near.len()).flat_map(|from| (from + 2..=near.len().min(from + TERMS)).map(move |end| &near[from..end]));
    let alike =
        |run: &&[Mention]| run.iter().all(|one| one.is_kin(&run[0]) && one.is_counted() && one.size == one.value);
    let sum = |run: &[Mention]| run.iter().try_fold(Decimal::default(), |sum, one| sum.checked_add(one.size));
    let told = below.iter().any(|one| one.value == value) || sums.clone().any(|run| sum(run) == Some(value));
    let run = sums.filter(alike).find(|run| sum(run).and_then(|sum| slip(value, sum, RATE)) == Some(Slip::Turned));
    let run = run.filter(|_| !told)?;
    let (sum, terms) = (sum(run)?, run.iter().map(|one| one.value.to_string()).collect::<Vec<_>>().join(" + "));
    let fault = proof.fault("prose-sum", head.start + start..head.start + stop).with("told", value);
    let off = super::absolute(sum.checked_sub(value)?);
    Some(fault.with("terms", terms).with("sum", sum).hint(Message::new("prose-sum.hint").with("difference", off)))
}

/// *Số vụ cháy tăng* above, *số vụ cháy giảm 74 vụ* below: what the headline says to move one way moves the other way below, and
/// never as it says.
fn ways_above(proof: &Proof, head: &Range<usize>, body: &Range<usize>) -> Option<Diagnostic> {
    let (above, below) = (proof.text[head.clone()].to_lowercase(), proof.text[body.clone()].to_lowercase());
    (above.len() == head.len() && below.len() == body.len()).then_some(())?;
    above.split([',', ';', ':']).find_map(|clause| {
        let ((subject, _), said, other) = [("tăng", "giảm"), ("giảm", "tăng")]
            .iter()
            .find_map(|(said, other)| Some((clause.split_once(&format!(" {said}"))?, *said, *other)))?;
        let subject = subject.trim();
        let named =
            NUMBERS.iter().any(|word| subject.starts_with(word)) && subject.split_whitespace().count() >= PHRASE;
        let told = |way: &str| below.find(&format!("{subject} {way}"));
        let at = told(other).filter(|_| named && told(said).is_none())?;
        let start = body.start + at;
        let mut fault = proof.fault("name-two-ways", start..start + subject.len() + 1 + other.len());
        fault.message.id = "name-two-ways.figure";
        Some(fault.hint(Message::new("name-two-ways.hint").with("model", format!("{subject} {said}"))))
    })
}

/// *41 người thương vong* above, *13 người tử vong, 28 người bị thương* below.
fn casualties(proof: &Proof, above: &Mention, below: &[Mention]) -> Option<Diagnostic> {
    let behind = |one: &Mention| proof.text[one.range.end..].trim_start().to_owned();
    (above.is_person() && behind(above).starts_with("thương vong")).then_some(())?;
    let of_fate = |fates: &&[&str]| {
        let told =
            |one: &&Mention| one.is_person() && !one.rough && fates.iter().any(|fate| behind(one).starts_with(fate));
        let mut found = below.iter().filter(told);
        found.next().filter(|_| found.next().is_none())
    };
    let dead = of_fate(&FATES[0])?;
    let hurt = of_fate(&FATES[1])?;
    let sum = dead.size.checked_add(hurt.size)?;
    let other = below.iter().any(|one| one.size == above.size || behind(one).starts_with("mất tích"));
    let near = hurt.range.start > dead.range.start && hurt.range.start - dead.range.end < COUNT * RATE * 4;
    let off = sum.checked_sub(above.size)?;
    (near && !off.is_zero() && !other && !above.rough).then_some(())?;
    let place = dead.range.start..hurt.range.end;
    let fault = proof.fault("prose-sum", place).with("told", above.shown());
    let fault = fault.with("terms", format!("{} + {}", dead.value, hurt.value)).with("sum", above.shown_as(sum));
    Some(fault.hint(Message::new("prose-sum.hint").with("difference", above.shown_as(super::absolute(off)))))
}

/// The word of movement before a figure.
fn way(proof: &Proof, one: &Mention) -> Option<&'static str> {
    let before = &proof.text[..one.range.start];
    let from = before.rfind(['.', ';', ',', '\n']).map_or(0, |stop| stop + 1);
    let minus = before.ends_with("(-").then_some("giảm");
    let told = ["tăng", "giảm", "vượt"].iter().copied().filter_map(|word| Some((before[from..].rfind(word)?, word)));
    minus.or_else(|| told.max_by_key(|(at, _)| *at).map(|(_, word)| word))
}

/// The word behind a figure's unit.
fn next_word<'p>(proof: &'p Proof, one: &Mention) -> &'p str {
    let behind = proof.text[one.range.end..].trim_start_matches([' ', '\u{a0}']);
    behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn headlines_and_texts() {
        for (text, told) in [
            (
                "Hơn 5.000 hộ tại 34 xã nghèo nhận quà\nXã phân bổ quà cho các hộ. Quà được chuyển về 43 xã nghèo trong tuần.",
                Some("43 xã"),
            ),
            (
                "Hơn 5.000 hộ tại 34 xã nghèo nhận quà\nXã phân bổ quà cho các hộ. Quà được chuyển về 34 xã nghèo; năm trước là 43 xã nghèo.",
                None,
            ),
            ("Trồng rừng vượt 25,8% kế hoạch\nToàn tỉnh trồng 4.325 ha, bằng 128,5% kế hoạch.", Some("128,5%")),
            ("Trồng rừng vượt 25,8% kế hoạch\nToàn tỉnh trồng 4.325 ha, bằng 125,8% kế hoạch.", None),
            ("Tai nạn giảm 38,18%\nSo với cùng kỳ, tai nạn giảm 45 vụ, người chết giảm 31,88%.", Some("31,88%")),
            ("Tai nạn giảm 38,18%\nSo với cùng kỳ, số người bị thương tăng 31,88%.", None),
            (
                "Cháy chợ làm 41 người thương vong\nVụ cháy khiến 13 người tử vong, 38 người bị thương.",
                Some("13 người tử vong"),
            ),
            ("Cháy chợ làm 41 người thương vong\nVụ cháy khiến 13 người tử vong, 28 người bị thương.", None),
            (
                "Số vụ trộm tăng, thiệt hại giảm\nCó 18 vụ; so với năm trước số vụ trộm giảm 5 vụ.",
                Some("số vụ trộm giảm"),
            ),
            ("Số vụ trộm tăng, thiệt hại giảm\nCó 18 vụ; so với năm trước số vụ trộm tăng 5 vụ.", None),
            ("Số vụ trộm tăng\nTại xã A số vụ trộm giảm 5 vụ, xã B số vụ trộm tăng 9 vụ.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
