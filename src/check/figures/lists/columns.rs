//! Rows of figures that run side by side — *22 vụ, 26 đối tượng; khởi tố 16 vụ, 18 bị can; …*: where one column of them makes up
//! its total, so must the others. The columns vouch for one another, so no *trong đó* is needed.

use crate::check::figures::lists::list::List;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::mention::Mention;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// What befalls persons: words beside a figure that tell its column from another of persons.
const FATES: [(&str, &str); 6] = [
    ("chết", "chết"),
    ("tử vong", "chết"),
    ("thiệt mạng", "chết"),
    ("bị thương", "bị thương"),
    ("thương nhẹ", "bị thương"),
    ("mất tích", "mất tích"),
];

/// Words that set a figure into another time than the one before it, whose part it then cannot be.
const TIMES: [&str; 6] = ["lũy kế", "luỹ kế", "tính", "tháng", "năm", "quý"];

/// Words that begin another account, beside which nothing is a part of what went before.
const ACCOUNTS: [&str; 8] =
    ["lũy kế", "luỹ kế", "tính chung", "tính đến", "riêng", "so với tháng", "dự kiến", "trong đó, riêng"];

/// Words of what has come together since the beginning of the year, beside what came in the last month.
const ACCUMULATED: [&str; 3] = ["lũy kế", "luỹ kế", "cộng dồn"];

/// Words that begin a sentence with the total of those before.
const SUMMED: [&str; 5] = ["như vậy, tổng", "tổng cộng", "tổng số", "tính chung", "tính tổng"];

/// How many sentences behind its total a row may stand.
const BACK: usize = 4;

/// Among how many figures behind *trong đó* a part is looked for.
const STATED: usize = 12;

/// Below this a sum of two or three is chance.
const LEAST: i128 = 10;

/// One column: a total and the figures that stand below it in the rows behind.
struct Column {
    whole: usize,
    parts: Vec<usize>,
}

impl Reading<'_> {
    /// The columns of the rows that a sentence begins, beside one that fills its total exactly.
    pub(in crate::check::figures) fn columns(&self) -> Vec<List> {
        let mut columns = self.rows().unwrap_or_default();
        let Some(sure) = columns.iter().position(|column| self.filled(column).is_some()) else {
            return self.deadlier().into_iter().collect();
        };
        // What follows the rows that make up the total is of another one.
        let count = self.filled(&columns[sure]).unwrap_or_default();
        columns.iter_mut().for_each(|column| column.parts.truncate(count));
        let sure = &columns[sure];
        // Row by row one figure of the sure column and one of the other.
        let beside = |column: &&Column| {
            let pairs = column.parts.iter().zip(&sure.parts);
            let near = pairs.clone().all(|(one, other)| one.abs_diff(*other) <= 3);
            let turn = |pair: &[usize]| sure.parts.iter().filter(|part| (pair[0]..pair[1]).contains(part)).count() == 1;
            column.parts.len() == sure.parts.len() && near && column.parts.windows(2).all(turn)
        };
        let list = |column: &Column| self.whole_list(Opener::Namely, column.whole, &column.parts);
        columns.iter().filter(|column| column.whole != sure.whole).filter(beside).map(list).collect()
    }

    /// How many of a column's figures make up its total exactly.
    fn filled(&self, column: &Column) -> Option<usize> {
        let total = self.figures[column.whole].size;
        let fills = |count: &usize| self.total_of(&column.parts[..*count]) == Some(total);
        (2..=column.parts.len()).find(fills).filter(|_| total >= Decimal::whole(LEAST))
    }

    /// The columns that begin with the first figures of a sentence.
    fn rows(&self) -> Option<Vec<Column>> {
        let mut columns: Vec<(String, Column)> = Vec::new();
        let end = self.figures.len().min(self.own.start + NEAR);
        for at in self.own.start..end {
            let Some(key) = self.column_of(at) else { continue };
            // A kind that the first row does not tell begins another account.
            let first = at < self.own.end && columns.iter().all(|(_, column)| column.parts.is_empty());
            match columns.iter_mut().find(|(known, _)| *known == key) {
                Some((_, column)) => column.parts.push(at),
                None if first => columns.push((key, Column { whole: at, parts: Vec::new() })),
                None => {}
            }
            let gap = self.text.get(self.within.start..self.figures[at].range.start)?;
            if gap.matches(". ").count() > BACK {
                break;
            }
        }
        let columns: Vec<Column> = columns.into_iter().map(|(_, column)| column).collect();
        (columns.len() > 1).then_some(columns)
    }

    /// The column of a figure: what it counts and, of persons, what befell them; a change is a column of its own.
    fn column_of(&self, at: usize) -> Option<String> {
        let figure = &self.figures[at];
        let plain = !figure.is_rate() && figure.of.is_none() && figure.per.is_none() && !figure.rough;
        plain.then_some(())?;
        let label = self.label(at);
        let moved = ["tăng", "giảm"].iter().find(|word| label.trim_end().ends_with(**word));
        let kind = if figure.is_person() { "người" } else { figure.kind.split(' ').next()? };
        if self.is_moved(at) || label.contains("so với") {
            return Some(format!("{} {kind}", moved?));
        }
        let fate = if figure.is_person() { self.fate(at).unwrap_or_default() } else { "" };
        let account = if ACCUMULATED.iter().any(|word| label.trim() == *word) { "lũy kế" } else { "" };
        Some(format!("{kind} {fate}{account}"))
    }

    /// What befell the persons of a figure: *làm chết 708 người*, *28 người bị thương*.
    pub(in crate::check::figures) fn fate(&self, at: usize) -> Option<&'static str> {
        let end = self.figures.get(at + 1).map_or(self.text.len(), |next| next.range.start);
        let behind = self.text.get(self.figures[at].range.end..end).unwrap_or_default();
        let behind = behind.split([',', ';', '.', '(', ')', '\n']).next().unwrap_or_default();
        let behind = behind.split(" và ").next().unwrap_or_default();
        let label = self.label(at);
        let told = |words: &str| {
            let found = FATES.iter().filter_map(|(word, fate)| Some((words.find(word)?, *fate)));
            found.min_by_key(|(place, _)| *place).map(|(_, fate)| fate)
        };
        told(behind).or_else(|| told(label))
    }

    /// *11 người chết, 6 người bị thương*: whether two figures count persons who fared differently.
    pub(in crate::check::figures) fn are_of_other_fates(&self, one: usize, other: usize) -> bool {
        let persons = self.figures[one].is_person() && self.figures[other].is_person();
        let fates = || self.fate(one).zip(self.fate(other));
        persons && fates().is_some_and(|(one, other)| one != other)
    }

    /// *làm 42 người chết …, trong đó có 11 vụ nghiêm trọng làm chết 44 người*: of one fate a part is never more than the whole.
    fn deadlier(&self) -> Option<List> {
        let opened = self.within.start + self.sentence().find("trong đó")?;
        let behind = |at: &usize| self.figures[*at].range.start > opened && self.figures[*at].is_person();
        self.own.clone().filter(behind).take(STATED).find_map(|part| self.deadlier_at(part, opened))
    }

    fn deadlier_at(&self, part: usize, opened: usize) -> Option<List> {
        self.fate(part)?;
        let key = self.column_of(part)?;
        let whole = (part.saturating_sub(NEAR)..part)
            .rev()
            .filter(|at| self.figures[*at].range.end <= opened && self.sentences_back(*at) <= 2)
            .find(|at| self.column_of(*at).as_ref() == Some(&key))?;
        // Another time, or a place of its own, begins another account; what it is held against does not.
        let between = &self.lower()[self.figures[whole].range.end..self.figures[part].range.start];
        let told =
            |words: &&str| !words.trim_start().starts_with("so với") && !words.trim_start().starts_with("so sánh");
        let timed = |words: &str| TIMES.iter().any(|word| words.contains(word));
        let apart = between.split(". ").filter(told).any(timed) || between.contains("\n");
        let larger = self.figures[part].size > self.figures[whole].size;
        (larger && !apart).then(|| self.whole_list(Opener::Among, whole, &[part]))
    }

    /// *Cả nước đạt 408 triệu lượt. Đường bộ đạt 386 triệu lượt; đường thủy đạt 17 triệu lượt …*: all figures of the kind that
    /// follow to the end of the paragraph, where no word says that they are parts; only a slip that makes them so tells it.
    pub(in crate::check::figures) fn run_on(&self) -> Option<List> {
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            let plain = !figure.is_rate() && figure.of.is_none() && figure.per.is_none();
            plain && !self.is_moved(*at) && !self.is_base_of_rate(*at)
        };
        let whole = self.own.clone().find(counts)?;
        let kin = |at: &usize| self.figures[*at].is_kin(&self.figures[whole]);
        // A sentence that tells parts of its own is no total alone.
        let alone = !self.own.clone().any(|at| at != whole && counts(&at) && kin(&at));
        let behind = self.text.get(self.within.end..)?;
        let parts: Vec<usize> = (self.own.end..self.figures.len().min(self.own.end + NEAR)).filter(counts).collect();
        let last = self.figures[*parts.last()?].range.end;
        let told = self.lower().get(self.within.end..last)?;
        // *tăng 2,2% so với tháng trước* is only what a figure is held against.
        let begins = |word: &str| told.split(['.', ';', '\n']).any(|words| words.trim_start().starts_with(word));
        let timed =
            ACCOUNTS.iter().any(|word| if word.starts_with("so với") { begins(word) } else { told.contains(word) });
        let same = parts.iter().all(kin) && parts.len() > 3;
        (alone && same && !timed && !behind.is_empty()).then(|| self.whole_list(Opener::Run, whole, &parts))
    }

    /// *Tháng 1 tiêu hủy 1.237 con. Tháng 2 … Như vậy, tổng số lợn tiêu hủy là 2.762 con*: all figures of the kind before a total.
    pub(in crate::check::figures) fn totalled(&self) -> Option<List> {
        let opening = self.opening();
        let told = SUMMED.iter().any(|word| opening.trim_start().starts_with(word));
        let whole = self.own.start;
        let total = self.figures.get(whole).filter(|_| told && !self.own.is_empty())?;
        let named = self.label(whole).contains("tổng") || self.label(whole).contains("cả thảy");
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            let plain = figure.is_kin(total) && figure.of.is_none() && figure.per.is_none();
            plain && !self.is_moved(*at) && !self.is_base_of_rate(*at)
        };
        let parts: Vec<usize> = (whole.saturating_sub(NEAR)..whole).filter(counts).collect();
        (named && total.is_counted() && parts.len() > 2).then(|| self.whole_list(Opener::Run, whole, &parts))
    }

    /// *tăng 91 người. Cụ thể, xã A tăng 98 người, xã B tăng 1 người*: changes make up a change.
    pub(in crate::check::figures) fn moves_of_move(&self) -> Option<List> {
        let opening = self.opening();
        let opened = ["cụ thể", "trong đó"].iter().any(|word| opening.starts_with(word));
        let before = self.own.start.checked_sub(1).filter(|_| opened)?;
        let key = |at: usize| self.column_of(at).filter(|key| key.starts_with("tăng") || key.starts_with("giảm"));
        let wanted = key(before)?;
        let parts: Vec<usize> = self.own.clone().collect();
        let alike = parts.len() > 1 && parts.iter().all(|at| key(*at).as_ref() == Some(&wanted));
        alike.then(|| self.whole_list(Opener::Consists, before, &parts))
    }

    /// A total and its parts, beyond doubt.
    pub(in crate::check::figures) fn whole_list(&self, opener: Opener, whole: usize, parts: &[usize]) -> List {
        List::of(opener, self.figures[whole].clone(), parts.iter().map(|at| self.figures[*at].clone()).collect())
    }

    /// What figures make up together.
    pub(in crate::check::figures) fn total_of(&self, parts: &[usize]) -> Option<Decimal> {
        let sizes = parts.iter().map(|part: &usize| &self.figures[*part]);
        sizes.map(|one: &Mention| one.size).try_fold(Decimal::default(), Decimal::checked_add)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn columns_vouch_for_one_another() {
        for (text, told) in [
            (
                "Bắt 22 vụ, 26 đối tượng; khởi tố 16 vụ, 18 bị can; phạt 2 vụ, 2 đối tượng; đang xét 4 vụ, 6 đối tượng.",
                None,
            ),
            (
                "Bắt 22 vụ, 26 đối tượng; khởi tố 16 vụ, 18 bị can; phạt 2 vụ, 2 đối tượng; đang xét 4 vụ, 8 đối tượng.",
                Some("26 đối tượng"),
            ),
            // Neither column is all: nothing vouches.
            ("Bắt 22 vụ, 26 đối tượng; khởi tố 15 vụ, 18 bị can; phạt 2 vụ, 2 đối tượng.", None),
            ("Xảy ra 90 vụ cháy, làm 42 người chết, trong đó có 11 vụ lớn làm chết 44 người.", Some("42 người")),
            ("Xảy ra 90 vụ cháy, làm 42 người chết, trong đó có 11 vụ lớn làm chết 24 người.", None),
            ("Số hộ tăng 91 hộ. Cụ thể, xã A tăng 98 hộ, xã B tăng 1 hộ.", Some("91 hộ")),
            ("Số hộ tăng 99 hộ. Cụ thể, xã A tăng 98 hộ, xã B tăng 1 hộ.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
