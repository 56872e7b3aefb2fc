//! The words that make a figure the total of many of one: *tổng trị giá*, *thu về*, *thành tiền*, or a price told of the same things.

use crate::check::figures::Reading;
use crate::check::figures::mention::Mention;

/// Words of prices that a sale does not keep to.
pub(in crate::check::figures) const STARTS: [&str; 5] = ["khởi điểm", "mệnh giá", "tham chiếu", "giá trần", "giá sàn"];

/// Words that make the figure behind them a total.
const TOTALS: [&str; 11] = [
    "tổng",
    "trị giá",
    "thành tiền",
    "số tiền",
    "kinh phí",
    "tương ứng",
    "thu về",
    "doanh thu",
    "tiết kiệm",
    "nhu cầu vốn",
    "thu được",
];

impl Reading<'_> {
    /// The words of its clause before a figure; before a colon those that it closes: *Tổng giá trị cổ phần bán được: 27 tỷ đồng*.
    pub(in crate::check::figures) fn told_as(&self, at: usize) -> &str {
        let (lead, label) = (self.lead(at), self.label(at));
        let head = lead.trim_end().strip_suffix(':').filter(|_| label.trim().is_empty());
        head.map_or(label, |head| &head[head.rfind(['.', ',', ';']).map_or(0, |stop| stop + 1)..])
    }

    /// *giá đấu thành công bình quân 430 đồng/quyền mua … Tổng trị giá quyền mua bán được*: whether a total names what a price is of.
    pub(in crate::check::figures) fn is_price_of(&self, one: usize, total: usize) -> bool {
        let (label, told) = (self.told_as(one), self.told_as(total));
        let priced = ["giá", "mức", "bình quân"].iter().any(|word| label.contains(word));
        let same = |word: &str| label.contains(word) == told.contains(word);
        let noun = self.figures[one].per.as_deref().filter(|noun| !noun.is_empty());
        priced && STARTS.iter().all(|word| same(word)) && noun.is_some_and(|noun| told.contains(noun))
    }

    /// *193 túi, mỗi túi 350 ml, tương đương 67.550 ml*: a larger amount right behind what one of them is.
    pub(in crate::check::figures) fn is_next_amount(&self, one: usize, total: usize) -> bool {
        let (unit, figure) = (&self.figures[one], &self.figures[total]);
        one + 1 == total
            && figure.kind == unit.kind
            && figure.per.is_none()
            && figure.size > unit.size
            && !self.is_moved(total)
    }

    /// *Tổng trị giá 200 suất quà là 70 triệu đồng*: the words before a total, those before the number of them if that stands between.
    pub(in crate::check::figures) fn total_words(&self, at: usize) -> &str {
        let many = at.checked_sub(1).filter(|many| *many >= self.own.start && self.figures[*many].is_counted());
        let link = self.lead(at);
        let over = many.filter(|_| link.trim_end().ends_with(" là") && !link.contains([',', ';', '.']));
        over.map_or(link, |many| self.lead(many))
    }

    /// Whether a figure is told as what many of one make up.
    pub(in crate::check::figures) fn is_total(&self, at: usize, unit: &Mention) -> bool {
        let figure = &self.figures[at];
        let told = self.total_words(at);
        // *trị giá* of a thing named before it is that thing's, not the sum of the many.
        let near = told.contains("tổng") || self.label(at).split_whitespace().count() <= 7;
        figure.kind == unit.kind && figure.per.is_none() && near && TOTALS.iter().any(|word| told.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_from;

    #[test]
    fn totals_of_a_named_price() {
        told_from(&[
            ("Bán 1.240 con giống. Giá bình quân 15.300 đồng/con. Tổng giá trị con giống: 18.972.000 đồng.", None),
            (
                "Bán 1.240 con giống. Giá bình quân 15.300 đồng/con. Tổng giá trị con giống: 1.897.200 đồng.",
                Some("1.897.200 đồng"),
            ),
            // What was asked is not what was paid.
            ("Bán 1.240 con giống. Giá khởi điểm 12.300 đồng/con. Tổng giá trị con giống: 18.972.000 đồng.", None),
        ]);
    }
}
