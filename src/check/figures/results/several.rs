//! Several products in one total — *52 thùng loại 30 kg/thùng và 31 thùng loại 25 kg/thùng, tổng trọng lượng …* — and one whole in
//! as many alike parts: *360 kg, chứa trong 36 gói (10 kg/gói)*.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::reach::Reach;
use crate::check::figures::results::product::BACK;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// The most words from a whole to the number of its parts.
const WORDS: usize = 10;

/// Which numbers of things a price is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    Nearest,
    All,
}

impl Reading<'_> {
    /// *150 suất học bổng cho 5 trường, mỗi trường 30 suất*: what is shared out alike.
    pub(in crate::check::figures) fn shared_alike(&self, at: usize) -> Option<Way> {
        let label = self.label(at);
        let noun = label.trim().strip_prefix("mỗi ").filter(|noun| !noun.contains(' '))?;
        let each = &self.figures[at];
        let many = at.checked_sub(1).filter(|many| *many >= self.own.start)?;
        let whole = many.checked_sub(1).filter(|whole| *whole >= self.own.start)?;
        let (count, total) = (&self.figures[many], &self.figures[whole]);
        let given = self.between(whole, many).trim_end().ends_with("cho");
        let plain = [count, total]
            .iter()
            .all(|one| one.of.is_none() && one.per.is_none() && !one.rough && one.value == one.size);
        let named = count.unit == noun || count.unit.starts_with(&format!("{noun} "));
        (given && plain && named && total.is_kin(each) && !self.is_moved(whole)).then_some(())?;
        self.quotient(at, total, count, Tie::Told)
    }

    /// *52 thùng loại 30 kg/thùng và 31 thùng loại 30 kg/thùng, tổng trọng lượng 2.490 kg*.
    ///
    /// *8 suất cho …, 46 suất cho …, mỗi suất 800.000 đồng; …*: a price may be of all that are counted since the one before it.
    pub(in crate::check::figures) fn contents(&self, at: usize) -> Vec<Way> {
        let (nearest, all) = (self.contents_of(at, Counts::Nearest), self.contents_of(at, Counts::All));
        let silent = nearest.map(|way| Way { tie: if all.is_some() { Tie::Silent } else { way.tie }, ..way });
        all.into_iter().chain(silent).collect()
    }

    fn contents_of(&self, at: usize, of: Counts) -> Option<Way> {
        self.label(at).contains("tổng").then_some(())?;
        let whole = &self.figures[at];
        let mut makes = None;
        let mut terms: Vec<String> = Vec::new();
        let mut last = None;
        let mut joined = false;
        let near = |one: &usize| self.sentences_back(*one) <= BACK && self.figures[*one].kind == whole.kind;
        for one in (at.saturating_sub(NEAR)..at).filter(near) {
            let unit = &self.figures[one];
            // An amount that is not one of many belongs to something else.
            let noun = self.one_of(one).filter(|noun| !noun.is_empty())?;
            let counts = |many: &usize| {
                let figure = &self.figures[*many];
                (figure.unit == noun || figure.unit.starts_with(&format!("{noun} "))) && figure.per.is_none()
            };
            let before = || (one.saturating_sub(NEAR)..one).rev().filter(counts);
            let many = before().next()?;
            let since = |at: &usize| last.is_none_or(|last| *at > last) && self.stops_between(*at, one) == 0;
            let more: Vec<usize> = before().skip(1).filter(|at| of == Counts::All && since(at)).collect();
            joined |= !more.is_empty();
            for many in more.into_iter().rev().chain([many]) {
                // Prices are told in full.
                let product = Reach::exactly(unit.size).times(self.reach_of(many)?)?;
                makes = Some(makes.map_or(Some(product), |sum| product.plus(sum))?);
                terms.push(format!("{} × {}", self.figures[many].shown(), unit.shown()));
            }
            last = Some(one);
        }
        // One product alone is told by the rule of products.
        let makes = makes
            .filter(|_| joined || of == Counts::Nearest)
            .filter(|_| terms.len() > 1)?
            .map(|size| Some(whole.in_unit(size)))?;
        Some(Way { tie: Tie::Told, makes, terms: Terms::Product(terms.join(" + "), whole.range.clone()) })
    }

    /// *Mỗi căn xây mới được hỗ trợ 60 triệu đồng, sửa chữa 30 triệu đồng. Xã xây mới 8 căn, sửa chữa 5 căn, tổng kinh phí …*: as many
    /// prices as there are numbers of things, each told with the same words.
    pub(in crate::check::figures) fn in_order(&self, at: usize) -> Option<Way> {
        let whole = &self.figures[at];
        (self.label(at).contains("tổng") && whole.is_counted()).then_some(())?;
        let amount = |one: &usize| self.figures[*one].kind == whole.kind && self.sentences_back(*one) <= BACK;
        let prices: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(amount).collect();
        let noun = self.one_of(*prices.first()?).filter(|noun| !noun.is_empty())?;
        let counts = |one: &usize| {
            let figure = &self.figures[*one];
            let named =
                figure.kind == noun || figure.kind.strip_prefix(&noun).is_some_and(|rest| rest.starts_with(' '));
            named && figure.per.is_none() && figure.of.is_none()
        };
        let many: Vec<usize> = (self.own.start..at).filter(counts).collect();
        // The thing may be named before its number or behind it.
        let words = |one: usize| self.label(one).split_whitespace().collect::<Vec<&str>>();
        let behind = |one: usize| self.following(one).split([',', ';', '.', '(']).next().unwrap_or_default();
        let shared = |(price, count): (&usize, &usize)| {
            let (price, mut count) =
                (words(*price), [words(*count), behind(*count).split_whitespace().collect()].concat());
            count.retain(|word| *word != "và");
            count.windows(2).any(|pair| price.windows(2).any(|other| other == pair))
        };
        let paired = many.len() > 1 && many.len() == prices.len() && prices.iter().zip(&many).all(shared);
        let mut makes = Reach::exactly(Decimal::default());
        let mut terms: Vec<String> = Vec::new();
        for (price, count) in prices.iter().zip(&many).filter(|_| paired) {
            makes = makes.plus(Reach::exactly(self.figures[*price].size).times(self.reach_of(*count)?)?)?;
            terms.push(format!("{} × {}", self.figures[*count].shown(), self.figures[*price].shown()));
        }
        let makes = makes.map(|size| Some(whole.in_unit(size))).filter(|_| paired)?;
        Some(Way { tie: Tie::Told, makes, terms: Terms::Product(terms.join(" + "), whole.range.clone()) })
    }

    /// *360 kg thịt, chứa trong 36 gói (10 kg/gói)*: how many parts of one size a whole has.
    pub(in crate::check::figures) fn packed(&self, at: usize) -> Option<Way> {
        let (count, one) = (&self.figures[at], self.figures.get(at + 1).filter(|_| at + 1 < self.own.end)?);
        let noun = one.per.as_deref().filter(|noun| !noun.is_empty())?;
        let whole = at.checked_sub(1).filter(|whole| *whole >= self.own.start)?;
        let total = &self.figures[whole];
        let alike = total.kind == one.kind && total.per.is_none() && total.of.is_none() && count.per.is_none();
        let named = count.kind == noun || count.kind.strip_prefix(noun).is_some_and(|rest| rest.starts_with(' '));
        let link = self.between(whole, at);
        let plain = !link.contains([';', '(', ')', ':']) && link.split_whitespace().count() <= WORDS;
        let held =
            ["trong", "đựng", "đóng", "chứa", "gồm", "thành", "tương đương"].iter().any(|word| link.contains(word));
        let opened = self.between(at, at + 1).trim() == "(" && !one.rough && !count.rough && total.size > one.size;
        (alike && named && plain && held && opened).then_some(())?;
        self.quotient(at, total, one, Tie::Told)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn several_products() {
        let homes = "Mỗi căn xây mới được hỗ trợ 60 triệu đồng và sửa chữa hỗ trợ 30 triệu đồng. Xã xây mới 80 căn và sửa chữa 50 căn, tổng kinh phí";
        for (text, told) in [
            (format!("{homes} 7,8 tỷ đồng."), true),
            (format!("{homes} 6,3 tỷ đồng."), false),
            ("Kho có 480 kg thịt, chứa trong 34 thùng (20 kg/thùng).".to_owned(), true),
            ("Kho có 480 kg thịt, chứa trong 24 thùng (20 kg/thùng).".to_owned(), false),
            ("Tặng 150 suất cho 5 trường, mỗi trường 20 suất.".to_owned(), true),
            ("Tặng 150 suất cho 5 trường, mỗi trường 30 suất.".to_owned(), false),
            // A price is of all that are counted before it.
            (
                "Xã trao 6 suất cho hộ già yếu và 14 suất cho hộ có công, mỗi suất 900.000 đồng; 50 suất cho hộ nghèo, mỗi suất 400.000 đồng. Tổng trị giá là 38 triệu đồng.".to_owned(),
                false,
            ),
            (
                "Xã trao 6 suất cho hộ già yếu và 14 suất cho hộ có công, mỗi suất 900.000 đồng; 50 suất cho hộ nghèo, mỗi suất 400.000 đồng. Tổng trị giá là 83 triệu đồng.".to_owned(),
                true,
            ),
            // What is sold is not what is held.
            ("Kho bán 480 kg thịt, còn 34 thùng (20 kg/thùng).".to_owned(), false),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
    }
}
