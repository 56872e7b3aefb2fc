//! One figure told twice with two digits changed about — *1.278 đại biểu … 1.287 đại biểu*.

use std::collections::HashMap;

use super::mention::{Mention, mentions_in};
use super::slip::digits;
use super::{CHANGES, Reading};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// With more figures of one kind a likeness of two is chance.
const MOST: usize = 8;

/// How far behind its whole a part with a whole of its own may stand, in bytes.
const WHOLE: usize = 120;

/// How many words behind two figures make them one, and one more before them.
const NAMED: usize = 3;

/// By how many digits at their head two figures are found to be alike.
const HEAD: usize = 3;

/// Digits from which a likeness is none of chance.
const LEAST: usize = 4;

/// Compares the figures of each kind with one another.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let figures: Vec<Mention> = proof
        .paragraphs()
        .iter()
        .flat_map(|paragraph| mentions_in(&proof.text, paragraph.clone()))
        .filter(|one| !one.is_rate() && one.of.is_none())
        .collect();
    thousandfold(proof, &figures, faults);
    // Kin begin with one word: *lượt khách*, *lượt*. A long text is compared room by room.
    let mut rooms: HashMap<&str, Vec<&Mention>> = HashMap::new();
    for figure in &figures {
        rooms.entry(figure.kind.split(' ').next().unwrap_or_default()).or_default().push(figure);
    }
    for later in &figures {
        let room = rooms.get(later.kind.split(' ').next().unwrap_or_default()).map_or(&[][..], Vec::as_slice);
        let alike: Vec<&Mention> = room.iter().filter(|other| other.is_kin(later)).take(MOST + 1).copied().collect();
        if alike.len() > MOST {
            continue;
        }
        let mut earlier = alike.iter().take_while(|one| one.range.start < later.range.start);
        let few = alike.iter().filter(|one| one.size != later.size).count() <= 2;
        let told = |first: &&&Mention| {
            let one_text = proof.value_at(first.range.start) == proof.value_at(later.range.start);
            let least = if few && one_text && is_named_alike(&proof.text, first, later) { 2 } else { LEAST };
            is_turned(first, later, least)
        };
        let Some(first) = earlier.find(told) else { continue };
        let between = &proof.text[first.range.end..later.range.start];
        let moved =
            CHANGES.iter().any(|word| between.contains(word)) || between.contains("lên") || between.contains("còn");
        if !moved
            && between.contains(['.', '\n'])
            && !alike.iter().skip(1).any(|one| one.size == later.size && one.range != later.range)
        {
            let mut fault = proof.fault("name-two-ways", later.range.clone());
            fault.message.id = "name-two-ways.figure";
            faults.push(fault.hint(Message::new("name-two-ways.hint").with("model", first.shown())));
        }
    }
}

/// *lữ hành đạt 192,2 tỷ đồng … doanh thu lữ hành 192.157 tỷ đồng*: one figure told again a thousand times as large, in full where it
/// was rounded before.
fn thousandfold(proof: &Proof, figures: &[Mention], faults: &mut Vec<Diagnostic>) {
    let head =
        |figure: &Mention| -> String { figure.value.mantissa.unsigned_abs().to_string().chars().take(HEAD).collect() };
    let mut small: HashMap<(&str, String), Vec<&Mention>> = HashMap::new();
    for figure in figures.iter().filter(|one| one.value.scale > 0 && digits(one.value) >= LEAST) {
        let room = small.entry((figure.unit.as_str(), head(figure))).or_default();
        if room.len() < MOST {
            room.push(figure);
        }
    }
    for large in figures.iter().filter(|one| one.value.scale == 0 && digits(one.value) > LEAST) {
        let same = |one: &&&Mention| {
            let scaled =
                large.value.shifted(-3).and_then(|value| value.percent_of(Decimal::whole(100), one.value.scale));
            one.per == large.per && scaled == Some(one.value) && is_of_one_thing(proof, one, large)
        };
        let Some(one) = small.get(&(large.unit.as_str(), head(large))).and_then(|room| room.iter().find(same)) else {
            continue;
        };
        let mut fault = proof.fault("name-two-ways", large.range.clone());
        fault.message.id = "name-two-ways.figure";
        faults.push(fault.hint(Message::new("name-two-ways.hint").with("model", one.shown())));
    }
}

/// Whether two words in a row before one figure stand before another as well, as far as its clause reaches.
fn is_of_one_thing(proof: &Proof, one: &Mention, other: &Mention) -> bool {
    let words = |figure: &Mention| -> Vec<&str> {
        let head = &proof.lower()[..figure.range.start];
        let clause = head.rsplit([',', ';', '.', '(', '\n', '+']).next().unwrap_or_default();
        let told: Vec<&str> = clause.split([' ', ':', '\u{a0}']).filter(|word| !word.is_empty()).collect();
        told[told.len().saturating_sub(2 * NAMED + 2)..].to_vec()
    };
    let (one, other) = (words(one), words(other));
    one.windows(2).any(|pair| other.windows(2).any(|two| two == pair))
}

impl Reading<'_> {
    /// *Trong tổng số 22 đồng chí, có 17/20 đồng chí …*: one whole told with two figures.
    pub(super) fn whole_twice(&self) -> Option<Diagnostic> {
        let opening = self.opening();
        ["trong tổng số ", "trong số "].iter().any(|word| opening.starts_with(word)).then_some(())?;
        let whole = self.figures.get(self.own.start).filter(|_| !self.own.is_empty())?;
        let headed = self.text[self.within.start..whole.range.start].split_whitespace().count() <= 3;
        let part = self.own.clone().skip(1).map(|at| &self.figures[at]).find(|part| part.is_kin(whole))?;
        let of = part.of.filter(|of| headed && whole.of.is_none() && !whole.rough && *of != whole.size)?;
        let near = part.range.start - whole.range.end <= WHOLE;
        (near
            && of.checked_sub(whole.size)?.shifted(1)?.mantissa.abs()
                <= whole.size.rescaled(of.scale)?.mantissa.checked_mul(2)?)
        .then_some(())?;
        let mut fault = self.proof.fault("name-two-ways", self.place(&whole.range));
        fault.message.id = "name-two-ways.figure";
        Some(fault.hint(Message::new("name-two-ways.hint").with("model", whole.shown_as(whole.in_unit(of)))))
    }
}

/// Whether the words right before two figures, or those right behind them, are the same: *245 tỷ đồng* and *254 tỷ đồng* of *tổng mức
/// đầu tư*, *86* and *68 thanh niên lên đường nhập ngũ*.
fn is_named_alike(text: &str, one: &Mention, other: &Mention) -> bool {
    let behind = |figure: &Mention| -> Vec<String> {
        let rest = &text[figure.range.end..];
        let clause = rest.split([',', ';', '.', '(', '\n']).next().unwrap_or_default();
        clause.split_whitespace().take(NAMED).map(str::to_lowercase).collect()
    };
    let before = |figure: &Mention| -> Vec<String> {
        let head = &text[..figure.range.start];
        let clause = head.rsplit([',', ';', '.', '(', '\n']).next().unwrap_or_default();
        let words =
            clause.split_whitespace().rev().skip_while(|word| matches!(*word, "là" | "của" | "đạt" | "án" | "dự"));
        words.take(NAMED + 1).map(str::to_lowercase).collect()
    };
    let same = |a: Vec<String>, b: Vec<String>, least: usize| a.len() >= least && a == b;
    same(behind(one), behind(other), NAMED) || same(before(one), before(other), NAMED + 1)
}

/// Whether two numbers differ in two neighbouring digits that changed places.
fn is_turned(one: &Mention, other: &Mention, least: usize) -> bool {
    let digits = |figure: &Mention| figure.value.to_string().bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    let (a, b) = (digits(one), digits(other));
    let odd: Vec<usize> = (0..a.len().min(b.len())).filter(|at| a[*at] != b[*at]).collect();
    let [first, second] = odd[..] else { return false };
    let long = a.len() == b.len() && a.len() >= least && one.value.scale == other.value.scale && one.unit == other.unit;
    long && second == first + 1 && a[first] == b[second] && a[second] == b[first]
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn digits_changed_about() {
        for (text, told) in [
            ("Dự lễ có 1.278 đại biểu. Thay mặt 1.287 đại biểu, ông Lực phát biểu.", Some("1.287 đại biểu")),
            ("Dự lễ có 1.278 đại biểu. Thay mặt 1.278 đại biểu, ông Lực phát biểu.", None),
            ("Năm 2023 có 1.278 hộ. Năm 2024 tăng lên 1.287 hộ.", None),
            ("Có 27 đại biểu nữ. Có 72 đại biểu nam.", None),
            (
                "Tổng vốn của cả dự án là 245 tỷ đồng. Cầu dài 12 m. Tổng vốn của cả dự án 254 tỷ đồng.",
                Some("254 tỷ đồng"),
            ),
            (
                "Có 86 thanh niên nhận giấy báo đợt này. Cả 68 thanh niên nhận giấy báo đợt này đều khỏe.",
                Some("68 thanh niên"),
            ),
            (
                "Thu phí chợ: 192,2 tỷ đồng. Thu khác: 15 tỷ đồng. Riêng thu phí chợ: 192.157 tỷ đồng.",
                Some("192.157 tỷ đồng"),
            ),
            ("Thu phí chợ: 192,2 tỷ đồng. Thu khác: 15 tỷ đồng. Riêng thu phí chợ: 192.157 triệu đồng.", None),
            // Other words, another thing.
            ("Thu phí chợ: 192,2 tỷ đồng. Thu khác: 15 tỷ đồng. Tài sản công: 192.157 tỷ đồng.", None),
            ("Trong số 22 cán bộ được xét, có 17/20 cán bộ đạt.", Some("22 cán bộ")),
            ("Trong số 20 cán bộ được xét, có 17/20 cán bộ đạt.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
