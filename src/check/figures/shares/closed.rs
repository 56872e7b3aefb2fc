//! Shares of one whole that a rest closes — *… chiếm 5,4%; … chiếm 2,6% và các hoạt động khác chiếm 4,3%* — make up a hundred.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::{Reading, absolute};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// Words of what closes a whole.
const RESTS: [&str; 3] = ["khác", "còn lại", "các loại khác"];

/// Words of the lowest of the classes that everything is put into.
const LOWEST: [&str; 6] = ["yếu kém", "yếu", "kém", "không hoàn thành", "chưa đạt", "không đạt"];

/// Words of answers, each with *không* the other one.
const ANSWERS: [&str; 5] = ["hài lòng", "đồng ý", "tán thành", "ủng hộ", "đồng tình"];

/// How far behind a quantity its first share stands, in bytes.
const NEAR: usize = 80;

/// Words of such classes.
const CLASSES: [&str; 13] = [
    "xuất sắc",
    "hoàn thành",
    "vững mạnh",
    "giỏi",
    "khá",
    "trung bình",
    "tốt",
    "yếu",
    "kém",
    "chưa đạt",
    "không đạt",
    " đạt",
    "loại ",
];

/// The fewest shares behind *trong đó* that are all of a quantity.
const RUN: usize = 5;

/// How far off a sum of shares is hardly of one whole.
const FAR: i128 = 15;

impl Reading<'_> {
    /// The fault of shares of a sentence that leave something of their whole, or take more.
    pub(in crate::check::figures) fn closed_shares(&self) -> Option<Diagnostic> {
        let shares = self.all_shares().or_else(|| self.shares_of_quantity()).or_else(|| self.answers())?;
        let (first, last) = (*shares.first()?, *shares.last()?);
        let terms = shares.iter().map(|at| self.figures[*at].value);
        let sum = terms.clone().try_fold(Decimal::default(), Decimal::checked_add)?;
        let off = absolute(sum.checked_sub(Decimal::whole(100))?);
        let scale = terms.clone().map(|value| value.scale).max()?;
        let slack = Decimal { mantissa: i128::try_from(shares.len()).ok()?, scale };
        // *khoảng 1%*, *gần 4%*
        let rough = shares.iter().filter(|at| self.figures[**at].rough).count();
        let slack = slack.checked_add(Decimal::whole(i128::try_from(rough).ok()?))?;
        (off > slack && off <= Decimal::whole(FAR)).then_some(())?;
        let range = self.figures[first].range.start..self.figures[last].range.end;
        let shown: Vec<String> = terms.map(|value| format!("{value}%")).collect();
        let mut fault = self.proof.fault("prose-sum", self.place(&range)).with("terms", shown.join(" + "));
        fault.message.id = "prose-sum.whole";
        Some(fault.with("sum", format!("{sum}%")).hint_id("prose-sum.hint.whole"))
    }

    /// The shares of a sentence that a rest closes, or the lowest class; what stands in brackets is told of one of them.
    fn all_shares(&self) -> Option<Vec<usize>> {
        // *tỷ lệ hoàn thành tốt 80%* is a rate of its own.
        let classed = |at: &usize| {
            let label = self.class_of(*at);
            CLASSES.iter().any(|word| label.contains(word)) && !label.contains("tỷ lệ") && !self.is_change_of(*at)
        };
        let is_share = |at: &usize| {
            let label = self.label(*at).trim_end();
            let label = label.strip_suffix("tỷ trọng").unwrap_or(label).trim_end();
            self.figures[*at].is_rate() && (label.ends_with("chiếm") || classed(at))
        };
        // *(trong đó, tiêu biểu chiếm 20,6%)* is a part of a part.
        let top = |at: &usize| self.level(self.within.start, self.figures[*at].range.start) == 0;
        let told: Vec<usize> = self.own.clone().filter(top).collect();
        let shares: Vec<usize> = told.iter().copied().filter(is_share).collect();
        let (first, last) = (*shares.first()?, *shares.last()?);
        let before = shares.len().checked_sub(2).map(|before| self.figures[shares[before]].range.end)?;
        let own = &self.lower()[before..self.figures[last].range.start];
        let closes = RESTS.iter().any(|word| own.contains(word));
        let graded = LOWEST.iter().any(|word| self.class_of(last).contains(word)) && shares.iter().all(classed);
        let run = unbracketed(&self.lower()[self.figures[first].range.end..self.figures[last].range.start]);
        let plain = !["trong đó", "riêng ", "...", "…", "trong số"].iter().any(|word| run.contains(word));
        let items = run.matches([';']).count() + 1 >= shares.len() - 1 || !run.contains(';');
        // Other rates between are how far each of them moved.
        let within = told.iter().filter(|at| (first..=last).contains(*at));
        let moved = within.clone().all(|at| !self.figures[*at].is_rate() || is_share(at) || self.is_change_of(*at));
        let rough = shares.iter().any(|at| self.figures[*at].rough);
        (shares.len() > 2 && (closes || graded) && plain && items && moved && !rough).then_some(shares)
    }

    /// *thụ lý 14.257 việc … có 11.444 việc có điều kiện (80,93%) và 2.696 việc chưa có điều kiện (19,07%)*: two shares that make up a
    /// hundred are of what their parts make up, whatever larger whole is told.
    pub(in crate::check::figures) fn of_two_shares(&self, at: usize) -> Option<Way> {
        let part_of = |rate: usize| {
            let part = rate.checked_sub(1)?;
            let figure = &self.figures[part];
            (!figure.is_rate() && figure.is_counted() && figure.of.is_none()).then_some(part)
        };
        let (rate, part) = (&self.figures[at], part_of(at)?);
        let fills = |other: &usize| {
            let one = &self.figures[*other];
            *other != at && one.is_rate() && one.value.checked_add(rate.value) == Some(Decimal::whole(100))
        };
        let other = part_of(self.own.clone().find(fills)?)?;
        self.figures[other].is_kin(&self.figures[part]).then_some(())?;
        let whole = self.reach_of(part)?.plus(self.reach_of(other)?)?;
        let makes = self.reach_of(part)?.share(whole)?;
        Some(Way { tie: Tie::Silent, makes, terms: Terms::Share(part, whole.mid()) })
    }

    /// The words of the class that a share is told of: *khá 35,2%*, or behind it *90,3% xếp loại tốt trở lên*.
    fn class_of(&self, at: usize) -> &str {
        let label = self.label(at);
        if label.rsplit(" và ").next().unwrap_or_default().trim().is_empty() { self.tail(at) } else { label }
    }

    /// *62% hài lòng, 31% bình thường, 11% không hài lòng*: who answers so does not answer otherwise.
    fn answers(&self) -> Option<Vec<usize>> {
        let sentence = self.sentence();
        let word = ANSWERS.iter().find(|word| sentence.contains(&format!("không {word}")))?;
        let shares: Vec<usize> = self.own.clone().collect();
        let of = |at: &usize| {
            let end = self.figures.get(at + 1).map_or(self.within.end, |next| next.range.start);
            let behind = self.lower().get(self.figures[*at].range.end..end).unwrap_or_default();
            let behind = behind.split([',', ';', '.']).next().unwrap_or_default().trim();
            if behind.is_empty() { self.label(*at).trim() } else { behind }
        };
        // One share for each answer: of two *hài lòng* each is of another question.
        let yes = shares.iter().filter(|at| of(at).contains(word) && !of(at).contains("không ")).count();
        let no = shares.iter().filter(|at| of(at).contains(&format!("không {word}"))).count();
        let rates = shares.iter().all(|at| self.figures[*at].is_rate() && !self.is_change_of(*at));
        let parted = shares.windows(2).all(|pair| {
            self.between(pair[0], pair[1]).contains([',', ';']) || self.between(pair[0], pair[1]).contains(" và ")
        });
        let sum = shares.iter().try_fold(Decimal::default(), |sum, at| sum.checked_add(self.figures[*at].value))?;
        let few =
            (2..=4).contains(&shares.len()) && !["trong đó", "(", "riêng "].iter().any(|word| sentence.contains(word));
        (few && yes == 1 && no == 1 && rates && parted && sum > Decimal::whole(100)).then_some(shares)
    }

    /// *công suất đạt 137 GW, trong đó than là 27%, khí 31%, thủy điện 18% …*: nothing but shares to the end of the sentence, which
    /// make up more than the quantity.
    fn shares_of_quantity(&self) -> Option<Vec<usize>> {
        let opened = self.within.start + self.sentence().find("trong đó")?;
        let first = self.figures.partition_point(|figure| figure.range.start < opened);
        let shares: Vec<usize> = (first..self.own.end).collect();
        let whole = first.checked_sub(1).filter(|whole| *whole >= self.own.start).map(|whole| &self.figures[whole])?;
        // Of persons shares behind *trong đó* often overlap: *nữ 40%, trẻ 35%*.
        let measured = whole.is_counted() && !whole.is_person() && self.between(first - 1, first).len() <= NEAR;
        let share = |at: &usize| {
            let label = self.label(*at);
            let other = ["tăng", "giảm", "tỷ lệ", "hoàn thành", "vượt", "trên ", "dưới "]
                .iter()
                .any(|word| label.contains(word));
            self.figures[*at].is_rate() && !other && !label.trim().is_empty()
        };
        let sum = shares.iter().try_fold(Decimal::default(), |sum, at| sum.checked_add(self.figures[*at].value))?;
        let all = shares.len() >= RUN && shares.iter().all(share) && sum > Decimal::whole(100);
        let open = ["...", "…", "(", "riêng "].iter().any(|word| self.lower()[opened..self.within.end].contains(word));
        (all && measured && !open).then_some(shares)
    }
}

/// A text without what stands in brackets.
fn unbracketed(text: &str) -> String {
    let mut level = 0;
    let plain = |sign: &char| {
        level += i32::from(*sign == '(') - i32::from(*sign == ')');
        level == 0 && *sign != ')'
    };
    text.chars().filter(plain).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn shares_that_a_rest_closes() {
        let power = "Điện cho công nghiệp chiếm 54,6%, tăng 11,8%; sinh hoạt chiếm";
        for (text, told) in [
            (format!("{power} 33,1%, tăng 3,7%; nông nghiệp chiếm 8% và các hoạt động khác chiếm 4,3%."), false),
            (format!("{power} 31,3%, tăng 3,7%; nông nghiệp chiếm 8% và các hoạt động khác chiếm 4,3%."), true),
            // Nothing says that these are all.
            (format!("{power} 31,3%, tăng 3,7%; nông nghiệp chiếm 8% và thủy lợi chiếm 4,3%."), false),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
        for (text, told) in [
            // The lowest class closes; what a bracket tells is of one of them.
            (
                "Tốt chiếm 87,9% (trong đó, xuất sắc chiếm 20,5%); khá chiếm 12,1%; trung bình chiếm 1,4%; yếu chiếm 0,4%.",
                true,
            ),
            (
                "Tốt chiếm 87,9% (trong đó, xuất sắc chiếm 20,5%); khá chiếm 10,3%; trung bình chiếm 1,4%; yếu chiếm 0,4%.",
                false,
            ),
            ("Hoàn thành tốt nhiệm vụ 70,4%, hoàn thành nhiệm vụ 34,1%, không hoàn thành nhiệm vụ 0,3%.", true),
            ("Hoàn thành tốt nhiệm vụ 70,4%, hoàn thành nhiệm vụ 29,3%, không hoàn thành nhiệm vụ 0,3%.", false),
            ("Công suất đạt 42 MW, trong đó than là 27%, khí 31%, thủy điện 18%, gió 29%, nhập khẩu gần 4%.", true),
            ("Công suất đạt 42 MW, trong đó than là 27%, khí 21%, thủy điện 18%, gió 29%, nhập khẩu gần 4%.", false),
            ("Xã có 62% hài lòng, 31% bình thường, 11% không hài lòng.", true),
            ("Xã có 62% hài lòng, 31% bình thường, 7% không hài lòng.", false),
        ] {
            assert_eq!(found(text).len(), usize::from(told), "{text}: {:?}", found(text));
        }
    }
}
