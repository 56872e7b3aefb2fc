//! Parts that *với* or *cho* leads to, up to the one that *và* joins.

use crate::check::figures::lists::list::{List, Units};
use crate::check::figures::lists::listed::MONEY;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::mention::Mention;
use crate::check::figures::slip;
use crate::check::figures::{NEAR, Reading};

/// The quarters of a year as they are written.
const QUARTERS: [[&str; 2]; 4] = [["i", "1"], ["ii", "2"], ["iii", "3"], ["iv", "4"]];

/// How far behind a total its months are read, in letters.
const MONTHS: usize = 1_000;

/// Words of what an inspection found, and of what it takes off.
const FOUND: [&str; 3] = ["vi phạm", "sai phạm", "kiến nghị xử"];
const TAKEN_OFF: [&str; 7] =
    ["giảm trừ", "giảm thanh toán", "giảm quyết toán", "giảm giá trị", "xử lý khác", "chấn chỉnh", "loại khỏi"];

impl Reading<'_> {
    /// *591 đơn, với 65 đơn khiếu nại, 28 đơn tố cáo và 498 đơn phản ánh*: a figure and the parts of its own kind right
    /// behind it, up to the one that *và* joins.
    pub(in crate::check::figures) fn list_of_with(&self, whole: usize) -> Option<List> {
        let total = &self.figures[whole];
        let first = whole + 1;
        let kin = |at: &usize| self.figures[*at].is_kin(total) && self.figures[*at].of.is_none();
        let parts: Vec<usize> = (first..self.own.end.min(first + NEAR)).take_while(kin).collect();
        let link = parts.first().map(|_| self.between(whole, first).trim_end())?;
        let with = link.strip_suffix("với").is_some_and(|head| {
            // *ghi 21 điểm, An và Bình thi tốt với 7 điểm và 12 điểm*: of others something else is told.
            let own = !head.trim_end().trim_end_matches(',').contains(',');
            head.ends_with(' ') && !head.ends_with("so ") && own
        });
        let joined = parts.len() > 1
            && parts[1..].iter().all(|at| self.is_joined(*at) && !self.is_result(*at) && !self.is_change_of(*at));
        let ended = parts.last().is_some_and(|last| self.before(*last).trim_end().ends_with(" và"));
        (with && joined && ended && !total.is_rate() && !self.is_moved(whole))
            .then(|| List::of(Opener::With, total.clone(), parts.iter().map(|at| self.figures[*at].clone()).collect()))
    }

    /// *Trong đó, phá rừng 57 vụ; vận chuyển 2 vụ; … Đến nay đã xử lý 52/65 vụ*: parts whose whole is told in the next sentence, by what
    /// became of it.
    pub(in crate::check::figures) fn list_of_handled(&self) -> Option<List> {
        let head = self.opening();
        ["trong đó", "cụ thể", "gồm"].iter().any(|word| head.starts_with(word)).then_some(())?;
        let first = self.own.start;
        // *52/65 vụ*: the first figure of the next sentence, and its whole.
        let handled = self.figures.get(self.own.end).filter(|one| one.size == one.value && one.value.scale == 0)?;
        let counts = |at: &usize| self.figures[*at].is_kin(handled);
        let parts: Vec<usize> = self.own.clone().filter(counts).collect();
        let plain = |at: &usize| {
            let figure = &self.figures[*at];
            figure.of.is_none() && figure.per.is_none() && !figure.rough && !self.is_moved(*at)
        };
        let gap = self.text.get(self.within.end..handled.range.start)?;
        // A whole before them is the one that is meant.
        let before = (first.saturating_sub(NEAR)..first).any(|at| counts(&at));
        let sure = parts.len() > 3 && parts.iter().all(plain) && !before && !gap.contains(". ");
        let whole = Mention { value: handled.of?, size: handled.of?, of: None, ..handled.clone() };
        let list = List::of(Opener::Tally, whole, parts.iter().map(|at| self.figures[*at].clone()).collect());
        let over = list.surplus()?;
        (sure && !slip::mends(&list.whole, &list.parts, over).is_empty()).then_some(list)
    }

    /// *25 xã mới có dịch. Tháng 1, phát sinh tại 22 xã mới …. Tháng 2, phát sinh thêm 3 xã mới …*: a total and what each month
    /// brought of it, by the same word.
    pub(in crate::check::figures) fn list_of_months(&self, whole: usize) -> Option<List> {
        let total = &self.figures[whole];
        let word = self.following(whole).trim_start().split([' ', ',', '.', ';']).next()?;
        // One month is no total of the next.
        (!is_of_period(self.opening(), &["tháng "])).then_some(())?;
        let (plain, counted) = (total.of.is_none() && !total.rough, total.is_counted() && total.size == total.value);
        (plain && counted && !self.is_moved(whole)).then_some(())?;
        let span = months_of(self.sentence());
        let text = self.lower().get(self.within.end..)?;
        // Sentence by sentence, as long as each begins with its period.
        let far = text.char_indices().nth(MONTHS).map_or(text.len(), |(far, _)| far);
        let (mut parts, mut at, mut months) = (Vec::new(), self.within.end, 0);
        for sentence in text[..far].split_inclusive(". ") {
            let own = at..at + sentence.len();
            at = own.end;
            if !is_of_period(sentence, &["tháng ", "quý "]) {
                break;
            }
            if month_of(sentence).is_some_and(|month| !span.contains(&month)) {
                return None;
            }
            months += 1;
            let first = self.figures.partition_point(|figure| figure.range.start < own.start);
            let told = (first..self.figures.len()).take_while(|one| self.figures[*one].range.start < own.end);
            let kin: Vec<usize> = told.filter(|one| self.figures[*one].is_kin(total)).collect();
            // Of several figures of a month the one with the word of the total is meant.
            let only = kin.len() == 1;
            let named = |one: &usize| {
                let end = self.figures[*one].range.end;
                let told = self.lower()[end..].trim_start().starts_with(word);
                only || (!word.is_empty() && (told || self.lead(*one).contains(&format!("{word} "))))
            };
            parts.extend(kin.into_iter().filter(named).take(1));
        }
        let all = months > 2 && parts.len() > 1;
        all.then(|| self.whole_list(Opener::Namely, whole, &parts))
    }

    /// *sai phạm 42,1 tỷ đồng; kiến nghị thu hồi 8,8 tỷ đồng, giảm trừ thanh toán 33,3 tỷ đồng*: what an inspection asks back and what it
    /// takes off, which a slip alone keeps from being all.
    pub(in crate::check::figures) fn list_of_recovered(&self, whole: usize) -> Option<List> {
        let total = &self.figures[whole];
        let parts = [whole + 1, whole + 2];
        let label = |at: usize, words: &[&str]| words.iter().any(|word| self.lead(at).contains(word));
        let kin = |at: usize| at < self.own.end && self.figures[at].is_kin(total) && self.figures[at].of.is_none();
        (parts.iter().all(|at| kin(*at)) && total.kind == "đồng").then_some(())?;
        let lead = self.lead(whole);
        let told = FOUND.iter().any(|word| lead.contains(word))
            && label(parts[0], &["thu hồi"])
            && label(parts[1], &TAKEN_OFF);
        // *đã thu hồi 3 tỷ đồng* is what became of a part.
        let done = parts.iter().any(|at| label(*at, &["đã thu", "đã nộp"]));
        let list = List::of(Opener::Tally, total.clone(), parts.iter().map(|at| self.figures[*at].clone()).collect());
        let over = list.sum()?.checked_sub(total.size)?;
        // Rounded alike they make the total to its last place.
        let alike = list.parts.iter().all(|part| part.value.scale == total.value.scale) && total.value.scale > 0;
        let slipped = !slip::mends(total, &list.parts, over).is_empty();
        (told && !done && alike && slipped).then_some(list)
    }

    /// *18.796 suất quà cho 17.269 hộ nghèo và 1.527 hộ khó khăn*: one for each of those who are told.
    pub(in crate::check::figures) fn list_of_given(&self, whole: usize) -> Option<List> {
        let total = &self.figures[whole];
        let (one, other) =
            (self.figures.get(whole + 1)?, self.figures.get(whole + 2).filter(|_| whole + 2 < self.own.end)?);
        let given = self.between(whole, whole + 1).trim_end().ends_with(" cho");
        let joined = self.between(whole + 1, whole + 2).trim_end().ends_with(" và")
            && !self.between(whole + 1, whole + 2).contains(',');
        let counts = |figure: &Mention| {
            figure.of.is_none() && figure.per.is_none() && figure.size == figure.value && !figure.rough
        };
        let plain =
            [total, one, other].into_iter().all(|figure| counts(figure) && !MONEY.contains(&figure.unit.as_str()));
        let fits = one.size < total.size && other.size < total.size && one.is_kin(other) && !one.is_kin(total);
        (given && joined && plain && fits && !total.is_rate()).then(|| {
            let parts = vec![one.clone(), other.clone()];
            List { units: Units::Other, ..List::of(Opener::With, total.clone(), parts) }
        })
    }
}

/// The month that a sentence begins with: *tháng 4*, *đầu tháng 5-2020*.
fn month_of(sentence: &str) -> Option<u32> {
    let (_, behind) = sentence.split_once("tháng ")?;
    behind.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// The months that a total may be of: those of its quarter, *6 tháng đầu năm*, or any.
fn months_of(sentence: &str) -> std::ops::RangeInclusive<u32> {
    let quarter = sentence.split_once("quý ").and_then(|(_, behind)| {
        let word = behind.split(|c: char| !c.is_alphanumeric()).next()?;
        QUARTERS.iter().zip(1..).find(|(names, _)| names.contains(&word)).map(|(_, quarter)| quarter)
    });
    let first = sentence.split_once(" tháng đầu năm").and_then(|(head, _)| head.rsplit(' ').next()?.parse().ok());
    match (quarter, first) {
        (Some(quarter), _) => 3 * quarter - 2..=3 * quarter,
        (None, Some(last)) => 1..=last,
        (None, None) => 1..=12,
    }
}

/// *Tháng 1 …*, *Cụ thể, tháng 2 …*, *Đầu tháng 3 …*: whether a sentence begins with one of such periods.
fn is_of_period(sentence: &str, words: &[&str]) -> bool {
    let head = sentence.trim_start();
    let head = ["cụ thể, ", "đầu ", "trong ", "sang "].iter().find_map(|word| head.strip_prefix(word)).unwrap_or(head);
    words.iter().any(|word| head.starts_with(word))
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn months_of_a_total() {
        let months = "Tháng 1 có 14 vụ cháy. Sang tháng 2 có 9 vụ cháy. Tháng 3 xảy ra 8 vụ.";
        for (text, told) in [
            (format!("Quý I xảy ra 33 vụ cháy. {months}"), true),
            (format!("Quý I xảy ra 31 vụ cháy. {months}"), false),
            // The other months are not told, and one month is no total of the next.
            (format!("Cả năm xảy ra 85 vụ cháy. {months}"), false),
            (format!("Tháng 12 xảy ra 30 vụ cháy. {months}"), false),
            // Months of another quarter are no parts.
            (format!("Quý IV xảy ra 30 vụ cháy. {months}"), false),
            (format!("6 tháng đầu năm xảy ra 30 vụ cháy. {months}"), true),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
    }

    #[test]
    fn parts_of_what_was_handled() {
        let parts = "Trong đó, phá rừng 41 vụ; cất giữ gỗ 6 vụ; chở gỗ 4 vụ; lấn đất 12 vụ.";
        for (text, told) in [
            (format!("{parts} Đến nay đã xử lý 50/53 vụ."), true),
            (format!("{parts} Đến nay đã xử lý 50/63 vụ."), false),
            // So far off they count something else, and a whole before them is the one that is meant.
            (format!("{parts} Đến nay đã xử lý 50/98 vụ."), false),
            (format!("Hạt phát hiện 63 vụ. {parts} Đến nay đã xử lý 50/53 vụ."), false),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
    }

    #[test]
    fn what_an_inspection_asks_back() {
        let found_in = "Đoàn phát hiện sai phạm hơn 52,4 tỷ đồng, kiến nghị thu hồi";
        for (text, told) in [
            (format!("{found_in} hơn 9,3 tỷ đồng, giảm trừ quyết toán hơn 33,1 tỷ đồng."), true),
            (format!("{found_in} hơn 9,3 tỷ đồng, giảm trừ quyết toán hơn 43,1 tỷ đồng."), false),
            // No slip makes these all.
            (format!("{found_in} hơn 9,3 tỷ đồng, giảm trừ quyết toán hơn 21,5 tỷ đồng."), false),
            (format!("{found_in} hơn 9,3 tỷ đồng; đã thu hồi 3,1 tỷ đồng."), false),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
    }
}
