//! The base that words name — *Trong số vụ có điều kiện, đã xong 53 vụ, đạt 88%*, *53 vụ, đạt 88% trên số có điều kiện*, *49 phiếu (chiếm
//! 84,48% tổng số đại biểu)* beside shares of the same words —: no other figure explains the rate.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::reach::Reach;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// How many sentences before a rate the base of its words stands.
const BACK: usize = 3;

/// How many words of a name are held against those of a figure.
const WORDS: usize = 4;

/// Words that lead to the name of a base.
const LEADS: [&str; 6] = ["trên tổng số ", "trong tổng số ", "trong số ", "trên số ", "tổng số ", "số "];

/// How many other rates told with the same words show the base.
const ALIKE: usize = 2;

impl Reading<'_> {
    /// The share of the base that the words name.
    pub(in crate::check::figures) fn of_named_base(&self, at: usize) -> Option<Way> {
        let part = self.part_of_rate(at).filter(|part| self.is_share(*part, at))?;
        let base = self.told_base(at, part).or_else(|| self.base_of_all(at, part))?;
        let makes = self.reach_of(part)?.share(Reach::exactly(base))?;
        Some(Way { tie: Tie::Told, makes, terms: Terms::Share(part, base) })
    }

    /// *54 vụ có điều kiện … Trong số vụ có điều kiện*: the one figure told with the words of the name.
    fn told_base(&self, at: usize, part: usize) -> Option<Decimal> {
        let name = self.base_name(at, part)?;
        let told = |one: &usize| {
            let figure = &self.figures[*one];
            let plain =
                figure.is_kin(&self.figures[part]) && figure.of.is_none() && figure.size > self.figures[part].size;
            let label = self.label(*one).trim();
            let before = label.find(&name).filter(|place| !is_denied(&label[..*place]));
            plain
                && !self.is_moved(*one)
                && self.sentences_back(*one) <= BACK
                && (before.is_some() || self.tail(*one).trim_start().starts_with(&name))
        };
        let mut found = (part.saturating_sub(NEAR)..part).filter(told).map(|one| self.figures[one].size);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// The name of the base behind a rate, or at the head of its sentence, less the noun that the part counts.
    fn base_name(&self, at: usize, part: usize) -> Option<String> {
        let behind = self.following(at).trim_start();
        let head = self.opening();
        let head = head.find(',').map(|comma| &head[..comma]).filter(|head| head.starts_with("trong "));
        let name = |words: &str| {
            let words = words.split([',', ';', '.', '(', ')', ':']).next()?.trim();
            let name = LEADS.iter().find_map(|lead| words.strip_prefix(lead))?;
            let name = name.strip_prefix(self.figures[part].kind.as_str()).unwrap_or(name).trim();
            let words: Vec<&str> = name.split_whitespace().take(WORDS).collect();
            let plain = !["đó", "này", "trên", "còn"].iter().any(|word| words.contains(word));
            (words.len() > 1 && plain && !name.contains(|c: char| c.is_ascii_digit())).then(|| words.join(" "))
        };
        name(behind).or_else(|| name(head?))
    }

    /// *49 phiếu (chiếm 84,48% tổng số đại biểu)*: what the words count, where other rates with the same words are of it.
    fn base_of_all(&self, at: usize, part: usize) -> Option<Decimal> {
        let words = |at: usize| {
            let behind = self.lower().get(self.figures[at].range.end..).unwrap_or_default();
            behind.split([',', '.', ';', '(', ')', ':', '\n']).next().unwrap_or_default().trim()
        };
        let own = words(at);
        let noun = own.strip_prefix("tổng số ")?;
        let counted = |one: &usize| {
            let figure = &self.figures[*one];
            figure.is_person() && noun.starts_with(figure.unit.as_str()) && !self.figures[part].is_kin(figure)
        };
        let size = |one: usize| self.figures[one].of.unwrap_or(self.figures[one].size);
        let base = (at.saturating_sub(NEAR)..at).filter(counted).map(size).max()?;
        let fits = |rate: &usize| {
            let made = || self.reach_of(rate.checked_sub(1)?)?.share(Reach::exactly(base));
            *rate != at
                && self.figures[*rate].is_rate()
                && words(*rate) == own
                && made().is_some_and(|made| made.holds(&self.figures[*rate]))
        };
        let near = at.saturating_sub(NEAR)..self.figures.len().min(at + NEAR);
        near.filter(fits).nth(ALIKE - 1).map(|_| base)
    }
}

/// *chưa có điều kiện* is not *có điều kiện*.
fn is_denied(before: &str) -> bool {
    ["chưa", "không"].iter().any(|word| before.trim_end().ends_with(word))
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_of_slips;

    #[test]
    fn bases_that_words_name() {
        told_of_slips(&[
            (
                "Chi cục thụ lý 792 hồ sơ, trong đó 547 hồ sơ đủ điều kiện và 245 hồ sơ chưa đủ điều kiện. Trong số hồ sơ đủ điều kiện, \
                 đã cấp phép 265 hồ sơ, đạt {}.",
                "48,45%",
                &["33,46%"],
            ),
            (
                "Huyện có 916 hộ vay vốn, trong đó vay chăn nuôi 384 hộ. Đã trả nợ 312 hộ, đạt {} số hộ vay chăn nuôi.",
                "81,25%",
                &["34,06%"],
            ),
            (
                "Có 53/58 đại biểu HĐND có mặt. Ông Ba được 53/53 phiếu hợp lệ: 49 phiếu tín nhiệm cao (chiếm {} tổng số đại biểu), 4 phiếu \
                 tín nhiệm (chiếm 6,9% tổng số đại biểu). Bà Tư được 51 phiếu tín nhiệm cao (chiếm 87,93% tổng số đại biểu).",
                "84,48%",
                &["92,45%"],
            ),
            (
                "Có 432 đại biểu tham gia (chiếm 87,45% tổng số đại biểu Quốc hội); 423 đại biểu tán thành (chiếm 85,63% tổng số đại biểu \
                 Quốc hội), 8 đại biểu không tán thành (chiếm {} tổng số đại biểu Quốc hội).",
                "1,62%",
                &["1,85%"],
            ),
        ]);
    }
}
