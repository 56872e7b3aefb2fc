//! A total against its items below it — *Tổng kinh phí 1.500 triệu đồng, trong đó:* and a stroke a line — and the shares of
//! a structure, which make up a hundred — *cơ cấu*.

use std::ops::Range;

use crate::check::figures::lists::list::List;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::mention::{Mention, mentions_in};
use crate::check::figures::slip::slip;
use crate::check::figures::{Reading, absolute};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// Words behind which items stand, with the colon that ends their line.
const LISTS: [&str; 5] = ["trong đó", "bao gồm", "gồm", "cụ thể", "như sau"];

/// Who pays: shares of these make up the whole.
const SOURCES: [&str; 6] = ["ngân sách", "vốn", "đóng góp", "hỗ trợ", "đối ứng", "xã hội hóa"];

/// Digits from which a share is told by a slip.
const LEAST: usize = 3;

/// The most items of a list.
const MOST: usize = 100;

/// Signs that a list goes on.
const OPEN: [&str; 3] = ["...", "…", "v.v"];

/// Checks each list of amounts below its total.
pub(in crate::check::figures) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut start = 0;
    let mut lines: Vec<Range<usize>> = Vec::new();
    for line in proof.text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            lines.push(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    for (at, head) in lines.iter().enumerate() {
        let Some(words) = proof.lower()[head.clone()].strip_suffix(':') else { continue };
        if LISTS.iter().any(|word| words.trim_end_matches(':').trim_end().ends_with(word)) {
            faults.extend(items(proof, head, &lines[at + 1..]));
        }
    }
}

/// The total of a line against the first amount of each line below it that begins with a stroke.
fn items(proof: &Proof, head: &Range<usize>, below: &[Range<usize>]) -> Option<Diagnostic> {
    let told = |line: &Range<usize>| mentions_in(&proof.text, line.clone());
    let bracketed = |figure: &Mention| proof.text[..figure.range.start].ends_with('(');
    let totals: Vec<Mention> = told(head).filter(|one| !one.is_rate() && !bracketed(one)).collect();
    let whole = totals.last().filter(|figure| figure.of.is_none())?;
    // Of several amounts of one kind nobody can say which is the total.
    (totals.iter().filter(|other| other.kind == whole.kind).count() == 1).then_some(())?;
    let stroke = |line: &&Range<usize>| proof.text[(*line).clone()].trim_start().starts_with(['-', '+', '*', '•']);
    let mut parts: Vec<Mention> = Vec::new();
    let mut open = false;
    for line in below.iter().take(MOST).take_while(stroke) {
        open |= OPEN.iter().any(|sign| proof.text[line.clone()].contains(sign));
        // An item with a figure of another kind, or none, makes the list something else.
        let part = told(line).find(|figure| figure.kind == whole.kind && figure.of.is_none());
        parts.push(part.or_else(|| unitless(proof, line, whole))?);
    }
    (parts.len() > 1 && !open).then_some(())?;
    let list = List::of(Opener::Consists, whole.clone(), parts);
    let own = 0..totals.len();
    Reading { proof, start: 0, text: &proof.text, figures: &totals, own, within: head.clone() }.sum(&list)
}

/// *- Số ca đã ra viện: 290*: the number behind the colon of an item.
fn unitless(proof: &Proof, line: &Range<usize>, whole: &Mention) -> Option<Mention> {
    let start = line.start + proof.text[line.clone()].find(": ")? + 2;
    let words = &proof.text[start..line.end];
    let end = words.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(words.len());
    let number = words[..end].trim_end_matches('.');
    let behind = words[number.len()..].trim_start();
    let alone = behind.is_empty() || behind.starts_with(['(', ';', ',', '.']);
    let value = Decimal::parse_grouped(number).ok().filter(|_| alone)?;
    Mention::new(start..start + number.len(), value, &whole.unit, None)
}

impl Reading<'_> {
    /// *Cơ cấu kinh tế: nông nghiệp chiếm 24,5%; công nghiệp chiếm 38,2%; dịch vụ chiếm 37,3%*.
    pub(in crate::check::figures) fn structure(&self) -> Option<Diagnostic> {
        let words = self.sentence();
        let open = OPEN.iter().any(|sign| words.contains(sign));
        let rates: Vec<usize> = self.own.clone().filter(|at| self.figures[*at].is_rate()).collect();
        // *dưới 15 tuổi 23,1%*
        let aged = self.own.clone().filter(|at| self.figures[*at].unit == "tuổi").count();
        let shares = rates.len() > 2 && rates.len() + aged == self.own.len() && !words.contains("trong đó");
        let told = |at: &usize| self.label(*at).contains("chiếm");
        // *Cơ cấu dân số: dưới 15 tuổi 23,1%; từ 15 đến 64 tuổi 69,4%; …*
        let headed = self.opening().starts_with("cơ cấu") && self.before(self.own.start).contains(": ");
        let changed = rates.iter().any(|at| self.is_change_of(*at));
        let structure = words.contains("cơ cấu") && (rates.iter().all(told) || (headed && !changed));
        // *ngân sách tỉnh 60%, ngân sách xã 25%, Nhân dân đóng góp 15%*
        let paid = |at: &usize| SOURCES.iter().any(|word| self.label(*at).contains(word));
        let moved = ["tăng", "giảm", "vượt", "đạt", "giải ngân"].iter().any(|word| words.contains(word));
        // *Tỷ lệ các loại là: 51% loại A, 45% loại B, 4% loại C*
        let named = rates.first().is_some_and(|first| self.before(*first).trim_end().ends_with("là:"));
        // *cơ cấu nông nghiệp - công nghiệp - dịch vụ là 22,95% - 35,19% - 41,86%*
        let dashed = words.contains("cơ cấu")
            && rates.windows(2).all(|pair| {
                pair[0] + 1 == pair[1] && matches!(self.between(pair[0], pair[1]).trim(), "-" | "–" | ";" | ",")
            });
        let all = shares && (structure || dashed || ((named || rates.iter().all(paid)) && !moved));
        let given = self.contributions();
        let all = all || given.is_some();
        let contributed = given.is_some();
        let rates = match given {
            Some(given) => given,
            None if all => rates,
            None => self.run_of_shares()?,
        };
        // *và các hoạt động khác chiếm 4,3%*: nothing is left out.
        let last = rates.last().map_or("", |last| self.label(*last));
        let all = all || (rates.len() > 3 && [" khác ", "còn lại "].iter().any(|word| last.contains(word)));
        let terms = rates.iter().map(|at| self.figures[*at].value);
        let sum = terms.clone().try_fold(Decimal::default(), Decimal::checked_add)?;
        let over = sum.checked_sub(Decimal::whole(100))?;
        let off = absolute(over);
        let scale = terms.clone().map(|value| value.scale).max()?;
        let slack = Decimal { mantissa: i128::try_from(rates.len()).ok()?, scale };
        // A run of shares may leave out the small ones, but is not more than the whole.
        let slipped = terms.clone().any(|value| {
            let right = value.checked_sub(over).filter(|right| right.mantissa > 0);
            right.is_some_and(|right| slip(value, right, LEAST).is_some())
        });
        // Of contributions some may not be told.
        let near = (off <= Decimal::whole(10) && !contributed) || (all && slipped);
        (off > slack && near && !open && (all || over.mantissa > 0)).then_some(())?;
        let range = self.figures[*rates.first()?].range.start..self.figures[*rates.last()?].range.end;
        let shown: Vec<String> = terms.map(|value| format!("{value}%")).collect();
        let mut fault = self.proof.fault("prose-sum", self.place(&range)).with("terms", shown.join(" + "));
        fault.message.id = "prose-sum.whole";
        Some(fault.with("sum", format!("{sum}%")).hint_id("prose-sum.hint.whole"))
    }

    /// *nông nghiệp tăng 3,72%, đóng góp 8,03%; công nghiệp tăng 5,19%, đóng góp 38,63%; dịch vụ tăng 6,24%, đóng góp 53,34%*: what
    /// each sector gave to one growth, item by item.
    fn contributions(&self) -> Option<Vec<usize>> {
        let gives = |at: usize| self.figures[at].is_rate() && self.label(at).trim_end().ends_with("đóng góp");
        let given: Vec<usize> = self.own.clone().filter(|at| gives(*at)).collect();
        let words = &self.text[self.within.clone()];
        let items = words.matches(';').count() + 1;
        (given.len() > 2 && items == given.len()).then_some(given)
    }

    /// *thủy điện chiếm 32,4%, than chiếm 34,5%, khí chiếm 31,8% và nhập khẩu chiếm 1,3%*: shares that nothing interrupts.
    fn run_of_shares(&self) -> Option<Vec<usize>> {
        let share = |at: usize| self.figures[at].is_rate() && self.label(at).trim_end().ends_with("chiếm");
        let share = |at: usize| {
            share(at) || (self.figures[at].is_rate() && self.label(at).trim_end().ends_with("chiếm tỷ trọng"))
        };
        let first = self.own.clone().find(|at| share(*at))?;
        // *chiếm 54,6%, tăng trưởng 11,8%; …*: how far each of them moved may stand between.
        let moved = |at: usize| {
            let label = self.label(at);
            self.figures[at].is_rate()
                && ["tăng", "giảm", "tăng trưởng"].iter().any(|word| label.trim_end().ends_with(word))
        };
        let next = |at: &usize| {
            (share(*at) || moved(*at)) && (*at == first || !self.between(at - 1, *at).contains(['(', ')', '.']))
        };
        let run: Vec<usize> = (first..self.own.end).take_while(next).filter(|at| share(*at)).collect();
        let joined =
            run.last().is_some_and(|last| self.before(*last).contains(" và ") || self.before(*last).contains(';'));
        (run.len() > 2 && joined).then_some(run)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn items_and_structures() {
        for (text, told) in [
            ("Kinh phí 15 triệu đồng, trong đó:\n- Tỉnh: 9 triệu đồng;\n- Xã: 6 triệu đồng.", None),
            ("Kinh phí 15 triệu đồng, trong đó:\n\n- Tỉnh: 9 triệu đồng;\n- Xã: 5 triệu đồng.", Some("15 triệu đồng")),
            ("Kinh phí 15 triệu đồng, trong đó:\n- Tỉnh: 9 triệu đồng;\n- Xã: 2 triệu đồng.", None),
            (
                "Thu 15 triệu đồng, tăng so với cùng kỳ (13 triệu đồng), gồm:\n- Tỉnh: 9 triệu đồng;\n- Xã: 6 triệu đồng.",
                None,
            ),
            ("Kinh phí 15 triệu đồng, gồm:\n- Tỉnh: 9 triệu đồng;\n- Xã lo công thợ.", None),
            ("Có 184 con lợn bệnh, trong đó:\n- Số con chữa khỏi: 163\n- Số con chết: 21 (ngày 2/5).", None),
            ("Có 184 con lợn bệnh, trong đó:\n- Số con chữa khỏi: 163\n- Số con chết: 31 (ngày 2/5).", Some("184 con")),
            ("Cơ cấu: lúa chiếm 20%; màu chiếm 30%; vườn chiếm 50%.", None),
            ("Cơ cấu: lúa chiếm 20%; màu chiếm 30%; vườn chiếm 55%.", Some("20%")),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
