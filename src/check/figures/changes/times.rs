//! Two figures of two times, and the change between them — *Quý I đón 15.240 lượt. Con số này của năm trước là 13.870 lượt. Như vậy đã
//! tăng 9,9%*.

use crate::check::figures::changes::growth::TIMES;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::{NEAR, Reading, absolute};
use crate::viet::decimal::Decimal;

/// Words of an earlier time.
const PAST: [&str; 7] = ["trước", "cùng kỳ", "ngoái", "đầu nhiệm kỳ", "đầu năm", "đầu kỳ", "trong khi"];

/// How many thousandths of a level *khoảng* leaves open.
const OPEN: i128 = 15;

/// Among how many figures before a change and behind it the one of a named time stands.
const WINDOW: usize = 12;

impl Reading<'_> {
    /// Of the two figures before a change, each told with its time, one is what became of the other.
    pub(in crate::check::figures) fn of_two_times(&self, at: usize) -> Vec<Way> {
        self.two_times(at).or_else(|| self.of_named_time(at)).unwrap_or_default()
    }

    fn two_times(&self, at: usize) -> Option<Vec<Way>> {
        let change = &self.figures[at];
        self.is_move(at).then_some(())?;
        let near = |one: &usize| {
            let figure = &self.figures[*one];
            figure.of.is_none() && figure.unit != "lần" && self.sentences_back(*one) <= 2
        };
        let kin = |one: &usize| {
            let figure = &self.figures[*one];
            let alike = || figure.kind == change.kind || figure.is_kin(change);
            if change.is_rate() || change.unit == "lần" { !figure.is_rate() } else { alike() }
        };
        let mut before: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(near).filter(kin).collect();
        if before.is_empty() && (change.is_rate() || change.unit == "điểm") {
            // *đầu năm là 6,82%, cuối năm còn 4,95%, giảm 1,87%*
            before = (at.saturating_sub(NEAR)..at).filter(near).filter(|one| self.figures[*one].is_rate()).collect();
        }
        let [.., one, two] = before[..] else { return None };
        let (first, second) = (&self.figures[one], &self.figures[two]);
        // Nothing else lies between the second figure and its change.
        // A part of what is told before is no other time of it.
        let label = self.label(one).trim().trim_end_matches("hơn").trim_end_matches("gần").trim_end();
        let part = self.between(one, two).to_lowercase().contains("trong đó")
            || ["trong", "trong số", "trong tổng số"].contains(&label);
        let close = before.len() == 2 || self.are_apart_from(&before);
        let plain = close && !part && two + 1 == at && first.is_kin(second);
        let moved = |one: usize| {
            let before = self.lead(one);
            ["tăng", "giảm", "thêm", "chênh"].iter().any(|word| before.contains(word))
        };
        // *số cũ chuyển sang 690 việc, thụ lý mới 735 việc*: of two times each has its own.
        let old = |one: usize| ["cũ ", "chuyển sang"].iter().any(|word| self.label(one).contains(word));
        let apart = old(one) && self.label(two).contains("mới");
        let opened = apart || self.from(two).is_some() || moved(one) || moved(two);
        let behind = self.text[change.range.end..self.within.end].trim_start_matches([' ', '\u{a0}']);
        // What it is compared with must be one of the two.
        let compared = behind.strip_prefix("so với ").is_none_or(|with| {
            let with = with.split([',', ';', '.', '(']).next().unwrap_or_default().trim();
            [one, two].iter().any(|one| self.lead(*one).contains(&with.to_lowercase()))
        });
        (plain && !opened && compared).then_some(())?;
        let tie = self.tie_of_times(one, two)?;
        // Either may be the earlier one.
        let past = |one: usize| PAST.iter().any(|word| self.lead(one).contains(word));
        let rises = !self.label(at).contains("giảm") && !self.label(at).contains("thấp hơn");
        let backwards = match (past(one), past(two), self.year_before(one), self.year_before(two)) {
            (_, _, Some(early), Some(late)) if early != late => early > late,
            (_, true, ..) => true,
            (true, false, ..) => false,
            // The order in which they are told is mostly that of their times.
            _ => tie == Tie::Named && (first.size > second.size) == rises,
        };
        let (from, to) = if backwards { (second, first) } else { (first, second) };
        let silent = self.change(at, to, from, Tie::Silent);
        let told = self.change(at, from, to, tie).into_iter().map(|way| self.beyond_doubt(at, way, (from, to)));
        Some(told.chain(silent).collect())
    }

    /// How closely two figures are tied by their times: each has one, or one of them an earlier one.
    fn tie_of_times(&self, one: usize, two: usize) -> Option<Tie> {
        let timed = |one: usize| TIMES.iter().any(|word| self.own_lead(one).contains(word));
        // *So với cùng kỳ (1.250 lượt), lượng khách đạt 1.500 lượt, tăng 20%*: what is compared with is told first.
        let lead = self.lead(one).trim_end();
        let ahead = lead.ends_with('(') && lead.trim_start().starts_with("so với ") && one >= self.own.start;
        if timed(one) && (timed(two) || ahead) {
            // *tháng 3 đạt 66 xe, tăng 6%. Sáu tháng đạt 176 xe, tăng 14%*: what is told with a change of its own is the base of none.
            let moved = (one + 1..two).any(|between| self.is_move(between));
            return Some(if moved { Tie::Free } else { Tie::Told });
        }
        let past = PAST.iter().any(|word| self.own_lead(two).contains(word));
        (past && one >= self.own.start).then_some(Tie::Named)
    }

    /// *giá đạt 540 USD/tấn, trong khi cùng kỳ chỉ 490 USD/tấn, như vậy tăng 10,2%*: of several figures before a change the last two
    /// alone are of one kind, and stand in its own sentence.
    fn are_apart_from(&self, before: &[usize]) -> bool {
        let [.., one, two] = before else { return false };
        let kin = |other: &&usize| self.figures[**other].is_kin(&self.figures[*two]);
        before.iter().filter(kin).count() == 2 && kin(&one) && *one >= self.own.start
    }

    /// The year right before a figure.
    fn year_before(&self, at: usize) -> Option<i32> {
        let (_, behind) = self.lead(at).rsplit_once("năm ")?;
        behind.get(..4)?.parse().ok().filter(|year| (1_900..2_100).contains(year))
    }

    /// A way that *khoảng* before one of its ends leaves open clears the change only, if it comes near.
    fn beyond_doubt(&self, at: usize, way: Way, (from, to): (&Mention, &Mention)) -> Way {
        let said = &self.figures[at];
        let off = way.makes.mid().checked_sub(said.value).map(absolute);
        let least = match said.is_rate() {
            true => Decimal::whole(OPEN).shifted(-1),
            false => Decimal { mantissa: to.size.mantissa.saturating_mul(OPEN), ..to.size }
                .shifted(-3)
                .map(|least| said.in_unit(least)),
        };
        let sure = off.zip(least).is_some_and(|(off, least)| off >= least);
        let rough = from.rough || to.rough;
        if rough && !sure { Way { tie: Tie::Silent, ..way } } else { way }
    }

    /// *24.350 xe, giảm 11% so với tháng 3 … trong tháng 3 đã bán 27.289 xe*: the one other figure of its kind that is told with the
    /// time which a change names.
    fn of_named_time(&self, at: usize) -> Option<Vec<Way>> {
        let said = &self.figures[at];
        let with = self.following(at).trim_start().strip_prefix("so với ")?;
        let with = with.split([',', ';', '.', '(', ')']).next().unwrap_or_default();
        let with =
            ["nhưng", "và ", "song"].iter().find_map(|word| Some(with.split_once(word)?.0)).unwrap_or(with).trim();
        let named =
            ["tháng ", "quý ", "năm "].iter().any(|word| with.starts_with(word)) && with.split(' ').count() <= 4;
        let now = at.checked_sub(1).filter(|now| *now >= self.own.start && named && self.is_move(at))?;
        let figure = &self.figures[now];
        let kin = |one: &usize| {
            let other = &self.figures[*one];
            *one != now && other.is_kin(figure) && other.of.is_none() && !self.is_moved(*one)
        };
        let window = at.saturating_sub(WINDOW)..self.figures.len().min(at + WINDOW);
        let near: Vec<usize> = window.filter(kin).collect();
        let told = |one: &&usize| {
            let lead = &self.lower()[..self.figures[**one].range.start];
            let lead = &lead[lead.rfind([';', '\n']).into_iter().chain(lead.rfind(". ")).max().unwrap_or(0)..];
            let named = lead
                .match_indices(with)
                .any(|(place, _)| !lead[place + with.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '/'));
            named && !lead.contains("so với")
        };
        let mut found = near.iter().filter(told);
        let from = *found.next().filter(|_| found.next().is_none())?;
        let other = &self.figures[from];
        let gap = self.text.get(said.range.end.min(other.range.end)..said.range.start.max(other.range.start))?;
        // What stands between is told of parts, or of something else; behind the other time a part of it may follow.
        let between = near.iter().any(|one| *one != from && (from < now || (now..from).contains(one)));
        let about = figure.size.percent_of(other.size, 0).is_some_and(|rate| (50..=200).contains(&rate.mantissa));
        let counted = !figure.is_rate() && !figure.rough && !other.rough && figure.of.is_none();
        let near = gap.matches(". ").count() <= 1 && !gap.contains('\n');
        let alike = said.is_rate() || said.is_kin(figure);
        (counted && about && !between && near && alike && !self.is_moved(now)).then_some(())?;
        let ways = self.change(at, other, figure, Tie::Told);
        Some(ways.into_iter().filter(|way| !matches!(way.terms, Terms::Backwards(..))).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn two_times() {
        for (text, told) in [
            ("Năm 2023 xã có 412 hộ khá; năm 2024 có 510 hộ khá, tăng 89 hộ.", Some("89 hộ sửa thành 98 hộ")),
            ("Năm 2023 xã có 412 hộ khá; năm 2024 có 510 hộ khá, tăng 98 hộ.", None),
            (
                "Giá tiêu đang ở mức 62.000 đồng/kg, trong khi tháng trước là 58.500 đồng/kg, tăng 5.300 đồng/kg.",
                Some("5.300 đồng"),
            ),
            ("Giá tiêu đang ở mức 62.000 đồng/kg, trong khi tháng trước là 58.500 đồng/kg, tăng 3.500 đồng/kg.", None),
            (
                "Giá tiêu đạt khoảng 540 USD/tấn, trong khi cùng kỳ chỉ khoảng 490 USD/tấn, như vậy tăng 13%.",
                Some("13%"),
            ),
            // *khoảng* leaves that much open.
            ("Giá tiêu đạt khoảng 540 USD/tấn, trong khi cùng kỳ chỉ khoảng 490 USD/tấn, như vậy tăng 11%.", None),
            (
                "Bến đón 1.536 lượt tàu, tăng 30% so với tháng 7. Trong tháng 7, bến đón 1.280 lượt tàu.",
                Some("30% sửa thành 20%"),
            ),
            ("Bến đón 1.536 lượt tàu, tăng 20% so với tháng 7. Trong tháng 7, bến đón 1.280 lượt tàu.", None),
            // A part of what the other figure tells.
            (
                "Bến đón 1.536 lượt tàu. Tàu lớn có 900 lượt tàu, tăng 30% so với tháng 7. Tháng 7, bến đón 1.280 lượt tàu và 35 lượt tàu kéo.",
                None,
            ),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.contains(told)), "{text}: {found:?}");
        }
    }
}
