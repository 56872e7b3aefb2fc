//! The figures that the records of a story hold, each with the words around it that tell what it is a figure of.

use std::collections::BTreeSet;
use std::ops::Range;

use super::words::{Slot, Texts, Word, words};
use crate::check::figures::unit::power;
use crate::check::proof::Proof;
use crate::load::StoryRecords;
use crate::record::budget::{Budget, Line, Measure};
use crate::record::meeting::{Activity, Meeting};
use crate::record::value::Count;
use crate::source::Source;
use crate::viet::decimal::Decimal;
use crate::viet::letter::is_letter;
use crate::viet::reading::digit;

/// How many words on either side of a figure tell what it is of.
const AROUND: usize = 9;

/// How many words behind a number may name what is counted.
const NOUN: usize = 3;

/// Words before a number that leave it open.
pub const ROUGH: [&str; 12] =
    ["hơn", "gần", "khoảng", "trên", "dưới", "xỉ", "chừng", "đa", "thiểu", "ước", "độ", "tròn"];

/// Words that tell nothing of a figure: those of grammar, and those beside every figure; in the order of their bytes.
const EMPTY: [&str; 84] = [
    "ba", "bà", "bảy", "bằng", "bị", "bốn", "chiếc", "cho", "chín", "các", "cái", "còn", "có", "cùng", "cũng", "cả",
    "của", "do", "gần", "gồm", "hai", "hơn", "khi", "khoảng", "không", "là", "làm", "lên", "lại", "mà", "mười", "mỗi",
    "một", "mới", "nay", "nghìn", "ngàn", "ngày", "ngôi", "người", "như", "nhưng", "những", "này", "nên", "năm",
    "phải", "qua", "ra", "sau", "so", "sáu", "sẽ", "số", "theo", "tháng", "thì", "triệu", "trong", "trên", "trước",
    "tám", "tại", "tỉ", "tổng", "từ", "tỷ", "và", "vào", "về", "vị", "với", "xuống", "ông", "đang", "đã", "đó", "được",
    "đạt", "đến", "để", "đồng", "ước", "ở",
];

/// Words of which all count persons.
const PERSONS: [&str; 8] = ["người", "vị", "đại", "biểu", "cán", "bộ", "thành", "viên"];

/// A figure with what it is of.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The words that tell it: its number and, for a sum, scale and currency; none of its own in a record's count.
    pub at: Range<usize>,
    /// The number, its scale included.
    pub value: Decimal,
    /// One unit of its last place: 100 000 000 for *91,3 tỷ*.
    pub last_place: Decimal,
    /// Its digits as written, without the dots between.
    pub digits: String,
    /// The words behind it that say what is counted; `đồng` alone for money.
    pub noun: BTreeSet<String>,
    /// The telling words around it.
    pub words: BTreeSet<String>,
    /// Whether *hơn* or *gần* leaves it open.
    pub rough: bool,
}

/// A figure of the records.
#[derive(Debug)]
pub struct Fact {
    /// The figure.
    pub figure: Figure,
    /// As it is written there.
    pub shown: String,
    /// The file and line, of a budget also the line's name and the measure.
    pub place: String,
}

/// All figures of a story's records.
pub fn of(story: &StoryRecords, texts: &Texts, proof: &Proof) -> Vec<Fact> {
    let mut facts = Vec::new();
    for text in &texts.records {
        for figure in figures(text) {
            let range = figure.written(text);
            let Some((source, span)) = proof.place(range.clone()) else { continue };
            let shown = proof.text[range].to_owned();
            facts.push(Fact { figure, shown, place: source.line_of(span) });
        }
    }
    if let Some(meeting) = &story.meeting {
        of_meeting(&meeting.record, &meeting.source, &mut facts);
    }
    if let Some(budget) = &story.budget {
        of_budget(&budget.record, &budget.source, &mut facts);
    }
    facts
}

impl Figure {
    /// Where it is written, with the word behind a number that says what is counted.
    pub fn written(&self, text: &[Word]) -> Range<usize> {
        text[self.at.start].range.start..text[self.at.end - 1].range.end
    }
}

/// The figures of a text; days and document numbers are none.
pub fn figures(text: &[Word]) -> Vec<Figure> {
    (0..text.len()).filter_map(|at| figure(text, at)).collect()
}

/// The figure at a place, if a number with something counted stands there.
fn figure(text: &[Word], at: usize) -> Option<Figure> {
    let (digits, number) = number(text, at)?;
    let inside = |place: &usize| *place < text.len() && (at + 1..=*place).all(|step| !text[step].opens);
    let mut next = at + 1;
    // *11 trong 58 trạm y tế*
    if inside(&(next + 1)) && ["trong", "trên"].contains(&text[next].key.as_str()) && text[next + 1].slot.is_some() {
        next += 2;
    }
    let mut value = number;
    let mut last_place = Decimal { mantissa: 1, scale: number.scale };
    // *tỉ* is *tỷ* in another hand.
    let scale = text.get(next).filter(|_| inside(&next)).map_or(0, |word| power(&word.key.replace('ỉ', "ỷ")));
    if scale > 0 {
        value = value.shifted(scale)?;
        last_place = last_place.shifted(scale)?;
        next += 1;
    }
    let mut end = if inside(&(at + 1)) { at + 2 } else { at + 1 };
    let noun: BTreeSet<String> = if inside(&next) && text[next].key == "đồng" {
        end = next + 1;
        BTreeSet::from(["đồng".to_owned()])
    } else {
        let near = (next..next + NOUN).take_while(inside).take_while(|place| text[*place].slot.is_none());
        near.map(|place| text[place].key.clone()).collect()
    };
    let words = around(text, at);
    let rough = at > 0 && !text[at].opens && ROUGH.contains(&text[at - 1].key.as_str());
    (!noun.is_empty()).then_some(Figure { at: at..end, value, last_place, digits, noun, words, rough })
}

/// The telling words around a place, in one sentence or part of it.
pub fn around(text: &[Word], at: usize) -> BTreeSet<String> {
    let start = (0..=at).rev().find(|place| text[*place].opens).unwrap_or(0).max(at.saturating_sub(AROUND));
    let end = (at + 1..text.len()).find(|place| text[*place].opens).unwrap_or(text.len()).min(at + 1 + AROUND);
    telling(text[start..end].iter().map(|word| &word.key))
}

/// The number at a place, in digits or in a word before a noun.
fn number(text: &[Word], at: usize) -> Option<(String, Decimal)> {
    let word = &text[at];
    let before = at.checked_sub(1).filter(|_| !word.opens).map(|before| text[before].key.as_str());
    if word.slot == Some(Slot::Number) {
        // *tháng 6*, *Điều 2*, *số 5* count nothing.
        let numbered = ["tháng", "số", "điều", "khoản", "mục", "năm", "ngày", "lần", "thứ", "hè"];
        let free = before.is_none_or(|before| !numbered.contains(&before));
        return free.then_some(()).and(Some((word.key.clone(), Decimal::parse_grouped(&word.key).ok()?)));
    }
    let counted = before.is_none_or(|before| !["thứ", "tháng", "mỗi", "nhiều", "hàng", "từng"].contains(&before));
    let noun = text.get(at + 1).is_some_and(|next| !next.opens && COUNTED.contains(&next.key.as_str()));
    let number = (word.slot.is_none() && counted && noun).then(|| spelt(&word.key))??;
    Some((number.to_string(), whole(number)))
}

/// The small number that a word is; *một* counts nothing.
pub fn spelt(word: &str) -> Option<i64> {
    digit(word).filter(|number| *number > 1).map(i64::from)
}

/// A whole number.
fn whole(number: i64) -> Decimal {
    Decimal { mantissa: number.into(), scale: 0 }
}

/// Nouns that numbers in words are read before.
const COUNTED: [&str; 16] =
    ["người", "vị", "nhà", "gia", "hộ", "đại", "ủy", "cán", "tập", "cá", "công", "nghị", "dự", "nhóm", "xã", "suất"];

/// The words that tell something.
fn telling<'w>(words: impl Iterator<Item = &'w String>) -> BTreeSet<String> {
    let told = |word: &&String| word.chars().any(is_letter) && EMPTY.binary_search(&word.as_str()).is_err();
    words.filter(told).cloned().collect()
}

/// The telling words of some texts.
pub fn words_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeSet<String> {
    let found: Vec<Word> = texts.into_iter().flat_map(|text| words(text, 0..text.len())).collect();
    telling(found.iter().map(|word| &word.key))
}

/// A count of a record, with the nouns and the words that belong to it.
fn counted(count: &Count, (noun, words): (&[&str], BTreeSet<String>), source: &Source) -> Option<Fact> {
    let (unit, number) = (count.unit.to_lowercase(), count.number);
    let noun = noun.iter().copied().chain(unit.split(' ')).filter(|word| !word.is_empty());
    let figure = Figure {
        at: 0..0,
        value: whole(number),
        last_place: whole(1),
        digits: number.to_string(),
        noun: noun.map(str::to_owned).collect(),
        words,
        rough: !count.qualifier.is_empty(),
    };
    let shown = format!("{number} {unit}").trim_end().to_owned();
    (number > 0).then(|| Fact { figure, shown, place: source.line_of(count.span) })
}

/// What stands in counts: gifts and awards, the people of a side, resolutions.
fn of_meeting(meeting: &Meeting, source: &Source, facts: &mut Vec<Fact>) {
    for activity in &meeting.activities {
        let words = words_of(texts_of(activity));
        let what: Vec<String> = activity.what.iter().flat_map(|what| words_of([what.value.as_str()])).collect();
        for count in &activity.counts {
            let noun: Vec<&str> = if count.unit.is_empty() || count.unit == "chiếc" {
                what.iter().map(String::as_str).collect()
            } else {
                Vec::new()
            };
            facts.extend(counted(count, (&noun, words.clone()), source));
        }
    }
    for side in meeting.attendance.iter().flat_map(|attendance| &attendance.sides) {
        let words = words_of([side.name.value.as_str()]);
        facts.extend(side.count.as_ref().and_then(|count| counted(count, (&PERSONS, words), source)));
    }
    // Who came is told beside what the meeting is called and where it was held.
    let named =
        [Some(&meeting.title), meeting.called.as_ref(), meeting.place.as_ref().and_then(|at| at.venue.as_ref())];
    let words = words_of(named.into_iter().flatten().map(|name| name.value.as_str()).chain(["tham dự"]));
    let heads = meeting.attendance.iter().flat_map(|all| [&all.present, &all.invited, &all.membership]).flatten();
    facts.extend(heads.filter_map(|count| counted(count, (&PERSONS, words.clone()), source)));
    if let Some(bridges) = &meeting.bridges {
        let words = words_of(["điểm cầu"]);
        facts.extend(bridges.participants.as_ref().and_then(|count| counted(count, (&PERSONS, words), source)));
        for point in &bridges.points {
            let words = words_of([point.name.value.as_str()]);
            facts.extend(point.count.as_ref().and_then(|count| counted(count, (&PERSONS, words), source)));
        }
    }
    let resolutions = meeting.resolutions_count.as_ref();
    let words = words_of(["nghị quyết", meeting.called.as_deref().unwrap_or_default()]);
    facts.extend(resolutions.and_then(|count| counted(count, (&["nghị", "quyết"], words), source)));
}

/// What is told of an activity: what was given, by whom, to whom.
fn texts_of(activity: &Activity) -> impl Iterator<Item = &str> {
    let by = activity.by.iter().map(|body| body.name());
    let to = activity.to.iter().map(|to| to.value.as_str());
    [&activity.what, &activity.text].into_iter().flatten().map(|text| text.value.as_str()).chain(by).chain(to)
}

/// The money of a budget's lines.
fn of_budget(budget: &Budget, source: &Source, facts: &mut Vec<Fact>) {
    let mut queue: Vec<&Line> = budget.lines.iter().collect();
    while let Some(line) = queue.pop() {
        let words = words_of([&*line.name]);
        for (measure, amount) in Measure::ALL.iter().filter_map(|measure| Some((measure, line.measure(*measure)?))) {
            let Some(value) = amount.dong(&budget.unit) else { continue };
            let shown = amount.text(&budget.unit);
            let digits = shown.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
            let noun = BTreeSet::from(["đồng".to_owned()]);
            let rough = !amount.qualifier.is_empty();
            let figure = Figure { at: 0..0, value, last_place: whole(1), digits, noun, words: words.clone(), rough };
            let place = format!("{} ({}, {})", line.name.value, measure.name(), source.line_of(amount.span));
            facts.push(Fact { figure, shown, place });
        }
        queue.extend(&line.lines);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_in_order() {
        assert!(super::EMPTY.is_sorted());
    }
}
