//! A share of a whole that only the words around it name — *chiếm 34% tổng kim ngạch* — or that other shares of it show.

use crate::check::figures::changes::growth::PLANS;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::reach::Reach;
use crate::check::figures::{NEAR, Reading, slip};
use crate::viet::decimal::Decimal;

/// How much of the text behind a figure may name what it counts, in characters.
const AROUND: usize = 60;

/// Words of a whole that say nothing of what it is a whole of.
const PLAIN: [&str; 16] = [
    "tổng", "số", "kim", "ngạch", "trị", "giá", "lượng", "sản", "diện", "tích", "xuất", "nhập", "khẩu", "doanh", "thu",
    "vốn",
];

/// Words of what is left when the others have come.
const LEFT: [&str; 5] = ["còn", "chưa", "vắng", "không", "lại"];

/// How many kinds of things one rate may be told of.
const SUBJECTS: usize = 2;

/// How many words name the base of a rate.
const BASE: usize = 5;

impl Reading<'_> {
    /// *chiếm 36,4%*: the figure before it in a whole, or a part in the whole before it.
    pub(in crate::check::figures) fn parts_of_whole(&self, at: usize) -> Vec<Way> {
        self.subjects(at).into_iter().flat_map(|subject| self.parts_of(at, subject)).collect()
    }

    /// *án hình sự thụ lý 1.319 vụ với 2.318 bị cáo; đã giải quyết 1.312 vụ với 2.286 bị cáo, đạt 99,47%*: the nearest figure of
    /// each kind that a rate may be told of, in its sentence.
    fn subjects(&self, at: usize) -> Vec<usize> {
        let Some(first) = self.subject(at) else { return Vec::new() };
        let mut found = vec![first];
        let alike = |one: usize, other: &usize| self.figures[one].is_kin(&self.figures[*other]);
        for one in (self.own.start.max(first.saturating_sub(NEAR))..first).rev() {
            let figure = &self.figures[one];
            let plain = !figure.is_rate() && figure.of.is_none() && figure.per.is_none() && !self.is_moved(one);
            if self.text[figure.range.end..self.figures[first].range.start].contains(';') || found.len() == SUBJECTS {
                break;
            }
            if plain && !found.iter().any(|other| alike(one, other)) {
                found.push(one);
            }
        }
        found
    }

    fn parts_of(&self, at: usize, subject: usize) -> Vec<Way> {
        let whole = self.lead(subject).trim_end().ends_with("tổng số");
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
        let behind = self.following(rate);
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
        let around = &self.lower()[from..figure.range.end + behind];
        let told = |word: &str| around.split(|c: char| !c.is_alphanumeric()).any(|one| one == word);
        let (plain, own): (Vec<&str>, Vec<&str>) = phrase.split_whitespace().partition(|word| PLAIN.contains(word));
        let all = |words: &[&str]| words.iter().all(|word| told(word));
        !(plain.is_empty() && own.is_empty()) && all(&own) && (!own.is_empty() || all(&plain))
    }

    /// *Tốt 187 em (45,39%), Khá 164 em (39,81%), Đạt 52 em (12,26%)*: one whole explains all shares but one; where no whole is
    /// told, the other shares show it.
    pub(in crate::check::figures) fn alike(&self, at: usize) -> Vec<Way> {
        let Some(part) = at.checked_sub(1).filter(|part| *part >= self.own.start && self.is_rated(*part)) else {
            return Vec::new();
        };
        let link = self.between(part, at).trim_end().ends_with('(');
        let same = |one: &usize| {
            let bracket = self.between(*one, one + 1).trim_end().ends_with('(');
            let kin = self.figures[*one].is_kin(&self.figures[part]) || (self.is_voter(*one) && self.is_voter(part));
            let planned = self.is_rated_by_plan(*one) == self.is_rated_by_plan(part);
            let based = self.is_of_one_base(*one + 1, at) && planned;
            self.is_rated(*one) && bracket == link && kin && based && !self.is_moved(*one)
        };
        let near = part.saturating_sub(NEAR)..self.own.end.min(part + NEAR);
        // *Trong số hồ sơ đủ điều kiện, …* is of another whole than the sentences before.
        let anew = self.opening().starts_with("trong số ");
        let close = |one: &usize| *one >= self.own.start || (self.sentences_back(*one) <= 2 && !anew);
        let others: Vec<usize> = near.clone().filter(|one| *one != part && close(one) && same(one)).collect();
        let shown = |other: usize| {
            let whole = self.reach_of(other)?.over(self.reach_of(other + 1)?)?;
            let makes = self.reach_of(part)?.over(whole)?;
            Some((makes, whole.mid().shifted(2)?))
        };
        let agree = |one: usize, other: usize| {
            let makes = || self.reach_of(one)?.over(self.reach_of(other)?.over(self.reach_of(other + 1)?)?);
            makes().is_none_or(|makes| makes.holds(&self.figures[one + 1]))
        };
        let Some(first) = others.first() else { return Vec::new() };
        let pairs = near.clone().find(|one| *one == part || others.contains(one)).unwrap_or(part);
        let fits = |one: usize, base: usize| {
            self.share_of(one, base, Tie::Told).is_none_or(|way| way.makes.holds(&self.figures[one + 1]))
        };
        let mut wholes = (pairs.saturating_sub(NEAR)..pairs).rev().filter(|at| !self.figures[*at].is_rate());
        let part_itself = |base: usize| self.is_rated(base) && !self.is_rated_by_plan(base);
        let whole = wholes.find(|base| !part_itself(*base) && others.iter().all(|one| fits(*one, *base)));
        // A long rate that the whole explains is hardly one of chance.
        let long = |one: &usize| slip::digits(self.figures[*one + 1].value) > 2;
        let tie = if others.len() > 1 || others.iter().any(long) { Tie::Told } else { Tie::Only };
        if let Some(way) = whole.and_then(|base| self.share_of(part, base, tie)) {
            let other = others.len() == 1;
            return [way].into_iter().chain(self.explanations(part).into_iter().filter(|_| other)).collect();
        }
        let sure = others.len() > 1 && others.iter().all(|other| agree(*other, *first) && agree(*first, *other));
        let way = |other: usize| {
            let (makes, whole) = shown(other)?;
            let whole = self.figures[part].in_unit(whole).percent_of(Decimal::whole(100), 1)?;
            let size = whole.shifted(self.figures[part].power()?)?;
            let tie = if sure { Tie::Told } else { Tie::Free };
            Some(Way { tie, makes, terms: Terms::Share(part, size) })
        };
        if sure {
            // The largest of them shows the whole the most closely.
            let closest = others.iter().max_by_key(|one| self.figures[**one].size);
            return closest.and_then(|other| way(*other)).into_iter().collect();
        }
        others.iter().filter_map(|other| way(*other)).collect()
    }

    /// *kết nạp 41 đảng viên, đạt 82% chỉ tiêu*: a rate of what was to be reached makes no part of a figure.
    fn is_rated_by_plan(&self, part: usize) -> bool {
        let behind = self.figures.get(part + 1).map_or("", |_| self.following(part + 1)).trim_start();
        let behind = behind.strip_prefix("so với ").unwrap_or(behind);
        PLANS.iter().any(|word| behind.starts_with(word))
    }

    /// Whether the words behind two rates do not name two bases: *35,1% lực lượng lao động … 86,5% dân số*.
    fn is_of_one_base(&self, one: usize, other: usize) -> bool {
        let named = |at: usize| {
            let end = self.figures.get(at).map_or(self.text.len(), |figure| figure.range.end);
            let behind = self.text[end..].trim_start();
            let end = behind.find([',', '.', ';', '(', ')', ':', '\n']).unwrap_or(behind.len());
            behind[..end].to_lowercase().split_whitespace().take(BASE).map(str::to_owned).collect::<Vec<String>>()
        };
        let (one, other) = (named(one), named(other));
        let shared = one.iter().filter(|word| other.contains(word)).count();
        one.is_empty() || other.is_empty() || shared > 1
    }

    /// *(4,84% so với chỉ tiêu) … (2,08% so với chỉ tiêu)*: whether the words behind two other rates near by name the same base.
    pub(in crate::check::figures) fn is_named_alike(&self, at: usize) -> bool {
        let named = |one: usize| {
            let behind = self.text[self.figures[one].range.end..].trim_start();
            let end = behind.find([',', '.', ';', '(', ')', ':', '\n']).unwrap_or(behind.len());
            behind[..end].trim_end()
        };
        let own = named(at);
        let near = at.saturating_sub(NEAR)..self.own.end.min(at + NEAR);
        let same = |one: &usize| *one != at && self.figures[*one].is_rate() && named(*one) == own;
        !own.is_empty() && near.filter(same).nth(1).is_some()
    }

    /// *427 đại biểu tán thành, 4 phiếu không tán thành*.
    pub(in crate::check::figures) fn is_voter(&self, at: usize) -> bool {
        let figure = &self.figures[at];
        figure.is_person() || matches!(figure.unit.as_str(), "phiếu" | "ý kiến")
    }

    /// *4.806 hộ nghèo, chiếm 1,51%; 6.006 hộ cận nghèo, chiếm 1,89% tổng số hộ*: the words name one base for both.
    pub(in crate::check::figures) fn of_one_base(&self, at: usize) -> Vec<Way> {
        let Some(part) = at.checked_sub(1).filter(|part| *part >= self.own.start && self.is_rated(*part)) else {
            return Vec::new();
        };
        let base = self.base_words(at);
        let same = |other: &usize| {
            let words = self.base_words(*other + 1);
            let here = *other >= self.own.start;
            // In one sentence the last of them names the base of all.
            let named = words == base || (here && (words.is_empty() || base.is_empty()));
            let told = !(words.is_empty() && base.is_empty());
            named && told && self.is_rated(*other) && self.figures[*other].is_kin(&self.figures[part])
        };
        let near = part.saturating_sub(NEAR)..self.own.end.min(part + NEAR);
        let others = near.filter(|one| *one != part && self.sentences_back(*one) <= 1).filter(same);
        let way = |other: usize| {
            let whole = self.reach_of(other)?.over(self.reach_of(other + 1)?)?;
            let makes = self.reach_of(part)?.over(whole)?;
            let whole = self.figures[part].in_unit(whole.mid().shifted(2)?).percent_of(Decimal::whole(100), 0)?;
            let size = whole.shifted(self.figures[part].power()?)?;
            Some(Way { tie: Tie::Only, makes, terms: Terms::Share(part, size) })
        };
        others.filter_map(way).collect()
    }

    /// *98,86% so với số đăng ký. Còn 11.665 thí sinh chưa đến, chiếm 1,14% so với số đăng ký*: what is not of the one is of the
    /// other.
    pub(in crate::check::figures) fn complement(&self, at: usize) -> Vec<Way> {
        let base = self.base_words(at);
        if base.is_empty() {
            return Vec::new();
        }
        let label = &self.lower()[self.within.start..self.figures[at].range.start];
        let rest = LEFT.iter().any(|word| label.split(|c: char| !c.is_alphanumeric()).any(|one| one == *word));
        if !rest {
            return Vec::new();
        }
        let same = |other: &usize| self.figures[*other].is_rate() && self.base_words(*other) == base;
        let others = (at.saturating_sub(NEAR)..at).filter(|one| self.sentences_back(*one) <= 1).filter(same);
        let way = |other: usize| {
            let makes = Reach::exactly(Decimal::whole(100)).minus(self.reach_of(other)?)?;
            let terms = Terms::Sum(format!("100 - {}", self.figures[other].value));
            Some(Way { tie: Tie::Only, makes, terms })
        };
        others.filter_map(way).collect()
    }

    /// The words behind a rate that name its base, as far as two rates of one base share them.
    fn base_words(&self, at: usize) -> String {
        let Some(figure) = self.figures.get(at) else { return String::new() };
        let behind = self.text[figure.range.end..].trim_start();
        let end = behind.find([',', '.', ';', '(', ')', ':', '\n']).unwrap_or(behind.len());
        let words: Vec<&str> = behind[..end].split_whitespace().take(BASE).collect();
        let words = words.join(" ").to_lowercase();
        let named = ["so với số", "so với tổng", "trên tổng", "tổng số", "tổng kim ngạch"]
            .iter()
            .any(|head| words.starts_with(head));
        if named { words } else { String::new() }
    }

    /// *52 phiếu (chiếm 98,11% tổng số đại biểu)*: the base is counted otherwise, and named by what it counts.
    pub(in crate::check::figures) fn base_by_unit(&self, at: usize) -> Option<Way> {
        let part = at.checked_sub(1).filter(|part| *part >= self.own.start && self.is_rated(*part))?;
        let behind = self.following(at);
        let behind = behind.trim_start();
        let noun = behind.strip_prefix("tổng số ").or_else(|| behind.strip_prefix("số "))?;
        let counted = |one: &usize| {
            let figure = &self.figures[*one];
            figure.is_person() && noun.starts_with(figure.unit.as_str()) && !self.figures[part].is_kin(figure)
        };
        let size = |one: usize| self.figures[one].of.unwrap_or(self.figures[one].size);
        let base = (at.saturating_sub(NEAR)..at).filter(counted).map(size).max()?;
        let makes = self.reach_of(part)?.share(Reach::exactly(base))?;
        Some(Way { tie: Tie::Only, makes, terms: Terms::Share(part, base) })
    }

    /// Whether a figure is the first of its sentence.
    fn is_head(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(0, |before| self.figures[before].range.end);
        self.text[before..self.figures[at].range.start].contains(". ") || at == 0
    }
}

/// Where the sentence of a place begins, as near as its text shows.
fn sentence_head(text: &str, place: usize) -> usize {
    let stop = text[..place].rfind(". ").map_or(0, |stop| stop + 2);
    text[..place].rfind('\n').map_or(stop, |line| stop.max(line + 1))
}
