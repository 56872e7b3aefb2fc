//! What speaks for a slip in a count of time, or in the points that should make it.

use super::counts::{Count, Unit};
use super::marks::Mark;
use super::{Text, Tie, slip};

/// A sign with its strength: 1 where it is there, else the logarithm of a count.
pub(super) type Sign = (&'static str, f32);

/// Words of a birth, of a death, of a beginning, right before a point.
const BORN: [&str; 5] = ["sinh", "sn", "(sn", "chào đời", "sinh ra"];
#[rustfmt::skip]
const DEAD: [&str; 7] = ["từ trần", "qua đời", "hy sinh", "hi sinh", "mất", "tạ thế", "trút hơi thở"];
#[rustfmt::skip]
const BEGUN: [&str; 10] = [
    "thành lập", "ra đời", "bắt đầu", "khởi công", "từ", "kể từ", "tính từ", "ban hành", "kết nạp", "vào đảng",
];
/// Words of a jubilee, and of lengths, before a count.
const JUBILEE: [&str; 4] = ["kỷ niệm", "tròn", "chặng đường", "truyền thống"];
#[rustfmt::skip]
const LENGTH: [&str; 12] = [
    "sau", "trong", "suốt", "qua", "kéo dài", "trải qua", "thời gian", "vòng", "được", "hưởng thọ", "ở tuổi", "tròn",
];

impl Text<'_> {
    /// What stands around a count and two points that may make it.
    pub(super) fn signs(&self, count: &Count, tie: &Tie, counts: &[Count]) -> Vec<Sign> {
        let lower = self.proof.lower();
        let slip = slip(count.value, tie.makes);
        let off = (count.value - tie.makes).abs();
        let mut signs = vec![
            ("always", 1.0),
            ("turned", flag(slip == Some(true))),
            ("a digit", flag(slip == Some(false))),
            ("ten off", flag(slip == Some(false) && off % 10 == 0)),
            ("rough", flag(count.is_rough)),
            ("age", flag(count.unit == Unit::Age)),
            ("days", flag(count.unit == Unit::Day)),
            ("months", flag(matches!(count.unit, Unit::Month | Unit::Week))),
        ];
        signs.extend(self.of_places(count, tie, counts));
        signs.extend(of_words(lower, count, tie));
        signs.retain(|(_, strength)| *strength != 0.0);
        signs
    }

    /// *40 năm thực hiện Di chúc (1969 - 2009)*: whether two points stand in the bracket behind a count.
    pub(super) fn is_bracket(&self, count: &Count, tie: &Tie) -> bool {
        let span = tie.first.span.is_some() && tie.first.span == tie.last.span;
        let gap = self.proof.lower().get(count.range.end..tie.first.range.start).unwrap_or_default();
        span && gap.ends_with('(') && !gap.contains([')', ';', '.'])
    }

    /// Whether a name stands right behind a count: *60 năm Chiến thắng Điện Biên Phủ*.
    pub(super) fn is_named(&self, count: &Count) -> bool {
        let behind = self.proof.text[count.range.end..].trim_start_matches(' ');
        behind.starts_with(char::is_uppercase)
    }

    /// How many births are told near a count of years of life.
    pub(super) fn births(&self, count: &Count) -> usize {
        let near = self.marks.iter().filter(|mark| mark.sentence.abs_diff(count.sentence) <= super::NEAR);
        near.filter(|mark| count.unit == Unit::Age && is_birth(lead(self.proof.lower(), mark))).count()
    }

    /// Where the three stand.
    fn of_places(&self, count: &Count, tie: &Tie, counts: &[Count]) -> Vec<Sign> {
        let lower = self.proof.lower();
        let span = tie.first.span.is_some() && tie.first.span == tie.last.span;
        let ends = [&tie.first.range, &tie.last.range];
        let (from, to) = (ends[0].start.min(ends[1].start), ends[0].end.max(ends[1].end));
        let gap =
            if count.range.end <= from { lower.get(count.range.end..from) } else { lower.get(to..count.range.start) };
        let within = (from..to).contains(&count.range.start);
        let gap = gap.unwrap_or_default();
        let bracket = self.is_bracket(count, tie);
        let own = |mark: &Mark| mark.sentence == count.sentence && !mark.is_now;
        let alike = counts.iter().filter(|other| other.unit == count.unit && other.sentence == count.sentence).count();
        let sentence = self.marks.iter().filter(|mark| own(mark)).count();
        let between = self.marks.iter().filter(|mark| {
            let (start, end) = (from.min(count.range.start), to.max(count.range.end));
            !mark.is_now && (start..end).contains(&mark.range.start)
        });
        let others = between.count().saturating_sub(2);
        vec![
            ("a span", flag(span)),
            ("a bracket behind", flag(bracket)),
            ("right beside a span", flag(span && gap.len() < 60 && !within && !bracket)),
            ("in one clause", flag(!within && !gap.contains([',', ';', '.']) && gap.len() < 90)),
            ("both in its sentence", flag(own(tie.first) && own(tie.last))),
            ("one in its sentence", flag(own(tie.first) != own(tie.last))),
            ("now", flag(tie.last.is_now)),
            ("only these", flag(sentence == 2 && own(tie.first) && own(tie.last))),
            ("others between", (others as f32).min(4.0)),
            ("other counts", (alike as f32).ln()),
            ("stands between", flag(within)),
            ("stands behind", flag(count.range.start >= to)),
        ]
    }
}

/// The words before the points and the count.
fn of_words(lower: &str, count: &Count, tie: &Tie) -> Vec<Sign> {
    let (first, last) = (lead(lower, tie.first), lead(lower, tie.last));
    let near = &lower[lower.ceil_char_boundary(count.range.start.saturating_sub(40))..count.range.start];
    let born = is_birth(first);
    let dead = ends(last, &DEAD) || DEAD.iter().any(|word| last.contains(word));
    let age = count.unit == Unit::Age;
    vec![
        ("a birth, an age", flag(born && age)),
        ("a birth, no age", flag(born && !age)),
        ("an age without birth", flag(age && !born)),
        ("a death, an age", flag(dead && age && born)),
        ("begun", flag(ends(first, &BEGUN) && !age)),
        ("a jubilee", flag(JUBILEE.iter().any(|word| near.contains(word)))),
        ("a length", flag(ends(near, &LENGTH))),
    ]
}

/// The words shortly before a point.
fn lead<'t>(lower: &'t str, mark: &Mark) -> &'t str {
    let head = &lower[lower.ceil_char_boundary(mark.range.start.saturating_sub(50))..mark.range.start];
    let head = head.rsplit(['.', ';', '\n']).next().unwrap_or_default().trim_end();
    ["ngày", "năm", "tháng", "vào", "vào ngày", "vào năm"]
        .iter()
        .find_map(|word| head.strip_suffix(word))
        .unwrap_or(head)
}

/// *sinh năm 1959*, and not *hy sinh năm 1978*.
fn is_birth(lead: &str) -> bool {
    ends(lead, &BORN) && !ends(lead, &DEAD)
}

fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.trim_end().ends_with(word))
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}
