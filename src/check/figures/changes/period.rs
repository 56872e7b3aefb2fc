//! A change behind which a bracket tells what there was at another time: *tăng 113 đơn (6 tháng đầu năm trước tiếp nhận 1.405 đơn)*.

use crate::check::figures::Reading;
use crate::check::figures::changes::growth::TIMES;
use crate::check::figures::judge::{Tie, Way};
use crate::check::figures::mention::Mention;

impl Reading<'_> {
    /// *1.536 đơn, so với cùng kỳ tăng 113 đơn (6 tháng đầu năm trước tiếp nhận 1.405 đơn)*: the bracket tells its time.
    pub(in crate::check::figures) fn against_period(&self, at: usize) -> Vec<Way> {
        self.period(at).unwrap_or_default()
    }

    fn period(&self, at: usize) -> Option<Vec<Way>> {
        let behind = self.in_brackets(&self.figures[at]).is_none();
        (self.is_move(at) && behind).then_some(())?;
        let given = self.timed_in_brackets(at)?;
        let change = &self.figures[at];
        // *đạt 137,1%, giảm 53,4 điểm phần trăm so với cùng kỳ (năm trước đạt 190,5%)*
        let points = change.unit == "điểm" && given.is_rate();
        let fits = change.is_rate() || change.is_kin(given) || points;
        let now = self.moved_to(at, given).into_iter().next().filter(|_| fits && given.of.is_none() && !given.rough)?;
        Some(self.change(at, given, &self.figures[now], Tie::Told))
    }

    /// The one figure of the bracket behind a change, if words of a time lead to it.
    fn timed_in_brackets(&self, at: usize) -> Option<&Mention> {
        let end = self.figures[at].range.end;
        let open = end + self.text[end..self.within.end].find('(')?;
        let close = self.reach(open + 1);
        let plain = !self.text[end..open].contains([',', ';', ':', ')']);
        let within = |one: &&Mention| (open..close).contains(&one.range.start);
        let mut told = self.figures.iter().filter(within);
        let given = told.next().filter(|_| plain && told.next().is_none())?;
        let words = &self.lower()[open + 1..given.range.start];
        let moved = ["tăng", "giảm", "kế hoạch", "dự toán"].iter().any(|word| words.contains(word));
        let closes = self.text[given.range.end..close].split_whitespace().count() <= 4;
        (TIMES.iter().any(|word| words.contains(word)) && !moved && closes).then_some(given)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_from;

    #[test]
    fn periods() {
        told_from(&[
            (
                "Huyện nhận 1.240 đơn, so với cùng kỳ năm trước tăng 130 đơn (6 tháng đầu năm 2024 nhận 1.105 đơn).",
                Some("130 đơn sửa thành 135 đơn"),
            ),
            (
                "Huyện nhận 1.240 đơn, so với cùng kỳ năm trước tăng 135 đơn (6 tháng đầu năm 2024 nhận 1.105 đơn).",
                None,
            ),
            (
                "Huyện nhận 1.240 đơn (tồn 40 đơn, mới 1.200 đơn), so với cùng kỳ tăng 135 đơn (năm 2024 nhận 1.105 đơn).",
                None,
            ),
        ]);
    }
}
