//! A share of a whole that only the words around it name — *chiếm 34% tổng kim ngạch* — or that other shares of it show.

use super::judge::{Terms, Tie, Way};
use super::{NEAR, Reading};

/// How much of the text behind a figure may name what it counts, in characters.
const AROUND: usize = 60;

/// Words of a whole that say nothing of what it is a whole of.
const PLAIN: [&str; 16] = [
    "tổng", "số", "kim", "ngạch", "trị", "giá", "lượng", "sản", "diện", "tích", "xuất", "nhập", "khẩu", "doanh", "thu",
    "vốn",
];

impl Reading<'_> {
    /// *chiếm 36,4%*: the figure before it in a whole, or a part in the whole before it.
    pub(super) fn parts_of_whole(&self, at: usize) -> Vec<Way> {
        let Some(subject) = self.subject(at) else { return Vec::new() };
        let whole = self.before(subject).to_lowercase().trim_end().ends_with("tổng số");
        let label = self.label(at);
        // *tỷ lệ hộ nghèo còn 3,2%* is a share of the whole before it only.
        if !whole && label.trim_end().ends_with("còn") {
            return Vec::new();
        }
        let near = self.beside(at, subject);
        let size = |one: &usize| self.figures[*one].size;
        let bases: Vec<usize> = near.iter().copied().filter(|one| size(one) > size(&subject)).collect();
        let named: Vec<usize> = bases.iter().copied().filter(|base| self.is_whole_named(at, *base)).collect();
        let bracketed = self.in_brackets(&self.figures[at]);
        let close = label.trim_end().ends_with("chiếm") && subject >= self.own.start;
        let tie = |base: usize| {
            let given = bracketed == Some(&self.figures[base]);
            let alone = bases.len() == 1 && base < subject && self.sentences_back(base) <= 1;
            match (given || (alone && close), close && named == [base]) {
                (_, true) => Tie::Named,
                (true, _) => Tie::Only,
                _ => Tie::Free,
            }
        };
        let mut ways: Vec<Way> = near.iter().filter_map(|base| self.share_of(subject, *base, tie(*base))).collect();
        ways.extend(near.iter().filter(|_| whole).filter_map(|part| {
            let tie = if self.is_head(*part) { Tie::Only } else { Tie::Silent };
            self.share_of(*part, subject, tie)
        }));
        ways
    }

    fn share_of(&self, part: usize, base: usize, tie: Tie) -> Option<Way> {
        let makes = self.reach_of(part)?.share(self.reach_of(base)?)?;
        Some(Way { tie, makes, terms: Terms::Share(part, self.figures[base].size) })
    }

    /// *chiếm 34% tổng kim ngạch dệt may*: whether the words around a base tell of the whole that a rate is of.
    fn is_whole_named(&self, rate: usize, base: usize) -> bool {
        let behind = self.text[self.figures[rate].range.end..self.within.end].to_lowercase();
        let behind = behind.trim_start();
        let phrase =
            ["trên ", "trong ", "của ", "so với "].iter().find_map(|over| behind.strip_prefix(over)).unwrap_or(behind);
        let Some(phrase) = phrase.strip_prefix("tổng ") else { return false };
        let end = phrase.find([',', '.', ';', '(', ')', ':']).unwrap_or(phrase.len());
        let phrase = ["của ", "toàn ", "cả nước", "có ", "được ", "trên địa bàn"]
            .iter()
            .filter_map(|word| phrase[..end].find(word))
            .min()
            .map_or(&phrase[..end], |end| &phrase[..end]);
        let figure = &self.figures[base];
        let from = sentence_head(self.text, figure.range.start);
        let behind: usize = self.text[figure.range.end..].chars().take(AROUND).map(char::len_utf8).sum();
        let around = self.text[from..figure.range.end + behind].to_lowercase();
        let told = |word: &str| around.split(|c: char| !c.is_alphanumeric()).any(|one| one == word);
        let (plain, own): (Vec<&str>, Vec<&str>) = phrase.split_whitespace().partition(|word| PLAIN.contains(word));
        let all = |words: &[&str]| words.iter().all(|word| told(word));
        !(plain.is_empty() && own.is_empty()) && all(&own) && (!own.is_empty() || all(&plain))
    }

    /// *Tốt 187 em (45,39%), Khá 164 em (39,81%), Đạt 52 em (12,26%)*: one whole explains all shares but one.
    pub(super) fn alike(&self, at: usize) -> Option<Way> {
        let pairs: Vec<usize> = self.own.clone().filter(|at| self.is_rated(*at)).collect();
        let part = at.checked_sub(1).filter(|part| pairs.len() > 2 && pairs.contains(part))?;
        let fits = |part: usize, base: usize| {
            self.share_of(part, base, Tie::Told).is_none_or(|way| way.makes.holds(&self.figures[part + 1]))
        };
        let mut wholes = (pairs[0].saturating_sub(NEAR)..pairs[0]).rev().filter(|at| !self.figures[*at].is_rate());
        let base = wholes.find(|base| pairs.iter().all(|one| *one == part || fits(*one, *base)))?;
        self.share_of(part, base, Tie::Told)
    }

    /// Whether a figure is the first of its sentence.
    fn is_head(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(0, |before| self.figures[before].range.end);
        self.text[before..self.figures[at].range.start].contains(". ") || at == 0
    }
}

/// Where the sentence of a place begins, as near as its text shows.
fn sentence_head(text: &str, place: usize) -> usize {
    text[..place].rfind(". ").map_or(0, |stop| stop + 2)
}
