//! What a figure of a list is to its total: a part, what became of a part, how far it moved.

use crate::check::figures::lists::opener::{Opened, Opener};
use crate::check::figures::mention::Mention;
use crate::check::figures::{CHANGES, Reading};

/// Words of what became of a part, at the head of a clause.
const RESULTS: [&str; 9] = ["đã ", "đạt", "ước", "giải ngân", "thực hiện", "còn ", "lũy kế", "luỹ kế", "hoàn thành"];

/// Words of a part of a part, which is no part of the whole.
const ASIDES: [&str; 3] = ["riêng", "trong số", "tính riêng"];

/// Words that begin a sentence with one more part of what was told.
const ADDED: [&str; 6] = ["bên cạnh đó", "ngoài ra", "cùng với đó", "số còn lại", "còn lại", "đồng thời"];

/// Words of what lies between two figures.
const BALANCES: [&str; 6] = ["xuất siêu", "nhập siêu", "thặng dư", "thâm hụt", "bội chi", "bội thu"];

/// How far a list is read, in characters.
const READ: usize = 4_000;

/// Words for two parts that fill any whole between them.
const HALVES: [(&str, &str); 4] =
    [("xuất khẩu", "nhập khẩu"), ("quốc tế", "nội địa"), ("thành thị", "nông thôn"), ("trong nước", "nước ngoài")];

/// The most words between *mỗi* and its figure.
const EACH: usize = 3;

impl Reading<'_> {
    /// Whether a figure tells what became of the one before.
    pub(in crate::check::figures) fn is_result(&self, at: usize) -> bool {
        // *khu vực A (chiếm 98%) đạt 10,56 tỷ đồng*: behind a closed bracket the clause goes on.
        let lead = self.lead(at);
        let label = self.label(at);
        let closes = lead.strip_suffix(label).is_some_and(|head| head.ends_with(')'));
        let result =
            !closes && RESULTS.iter().any(|word| label.trim_start().starts_with(word)) && !label.contains("còn lại");
        result || label.contains("giải ngân")
    }

    /// Whether a figure begins a further item of its list.
    pub(in crate::check::figures) fn is_joined(&self, at: usize) -> bool {
        let before = self.before(at);
        before.contains([',', ';', '\n']) || before.contains(" và ")
    }

    /// Whether a figure is none of the parts but told of one: its rate, how far it moved, a part of it.
    pub(in crate::check::figures) fn is_aside(&self, at: usize) -> bool {
        self.figures[at].is_rate() || self.is_alone(at) || self.is_moved(at) || self.is_base_of_rate(at)
    }

    /// *xuất khẩu 6 tỷ USD, nhập khẩu 4 tỷ USD, xuất siêu 2 tỷ USD*: which balance of others a figure is, if any.
    pub(in crate::check::figures) fn balance_of(&self, at: usize) -> Option<&'static str> {
        BALANCES.iter().find(|word| self.label(at).contains(**word)).copied()
    }

    /// *riêng xã A 5 ha*.
    pub(in crate::check::figures) fn is_alone(&self, at: usize) -> bool {
        let label = self.label(at);
        ASIDES.iter().any(|word| label.trim_start().starts_with(word)) && !self.is_moved(at)
    }

    /// *lúa 720 ha, tăng 20 ha*, *số vụ giảm 59 vụ*: how far something moved.
    pub(in crate::check::figures) fn is_moved(&self, at: usize) -> bool {
        let told = self.label(at).trim_end();
        let label = ["thêm", "hơn", "gần", "khoảng", "trên", "nhẹ", "mạnh"]
            .iter()
            .find_map(|word| told.strip_suffix(word))
            .map_or(told, str::trim_end);
        ["tăng", "giảm", "vượt", "chênh"].iter().any(|word| label.ends_with(word))
            || ["ít hơn", "nhiều hơn", "cao hơn", "thấp hơn"].iter().any(|word| told.ends_with(word))
            || ["so với", "hơn cùng kỳ"].iter().any(|word| label.contains(word))
    }

    /// Whether the words of a figure's own clause speak of a change.
    pub(in crate::check::figures) fn is_change_of(&self, at: usize) -> bool {
        let label = self.label(at);
        CHANGES.iter().any(|word| label.contains(word))
    }

    /// *bằng 82% dự toán (9.000 tỷ đồng)*: the base of a rate is no part.
    pub(in crate::check::figures) fn is_base_of_rate(&self, at: usize) -> bool {
        let rate = at.checked_sub(1).map(|rate| &self.figures[rate]).filter(|rate| rate.is_rate());
        rate.is_some_and(|rate| self.in_brackets(rate) == Some(&self.figures[at]))
    }

    /// A part with as many as it stands for: *Lai Châu, Sơn La và Hòa Bình mỗi tỉnh 1 ca* are three.
    pub(in crate::check::figures) fn counted(&self, at: usize) -> Option<Mention> {
        let mut part = self.figures[at].clone();
        let Some((names, _)) = self.before(at).split_once(" mỗi ") else {
            return Some(part);
        };
        let names = names.trim_start_matches([',', ';', ' ']).replace(" và ", ", ");
        let names: Vec<&str> = names.split(", ").map(str::trim).filter(|name| !name.is_empty()).collect();
        let named = names.len() > 1 && names.iter().all(|name| name.starts_with(char::is_uppercase));
        let times = i128::try_from(names.len()).ok().filter(|_| named)?;
        part.value.mantissa = part.value.mantissa.checked_mul(times)?;
        part.size.mantissa = part.size.mantissa.checked_mul(times)?;
        Some(part)
    }

    /// The figures of the sentence that stand for several names, with how many.
    pub(in crate::check::figures) fn named_several(&self) -> Vec<(usize, i128)> {
        self.own.clone().filter_map(|at| Some((at, self.times_named(at)?))).collect()
    }

    /// *kế đến là Điền kinh và Bơi mỗi môn 5 tấm*, *An Hòa, Phú Lộc (mỗi xã 7 giải)*: how many names a figure is told for.
    pub(in crate::check::figures) fn times_named(&self, at: usize) -> Option<i128> {
        let before = self.before(at);
        let (names, noun) = before.rsplit_once("mỗi ")?;
        let names = names.trim_end_matches(['(', ' ', ',']);
        let counted = self.figures[at].is_counted() && self.figures[at].of.is_none();
        let plain = counted && noun.split_whitespace().count() <= EACH;
        // *6 huyện, thành phố còn lại, mỗi nơi 5 suất*
        if let Some(many) = at.checked_sub(1).filter(|_| names.ends_with("còn lại") && !names.contains([';', '.'])) {
            let many = &self.figures[many];
            let whole = many.size == many.value && many.value.scale == 0 && many.is_counted();
            return Some(many.value.mantissa).filter(|many| plain && whole && *many > 1);
        }
        let names = &names[names.rfind([';', ')', ':']).map_or(0, |stop| stop + 1)..];
        let names = [" là ", " gồm ", " có "]
            .iter()
            .filter_map(|word| names.rsplit_once(word))
            .map(|(_, names)| names)
            .min_by_key(|names| names.len())
            .unwrap_or(names);
        let names = names.trim_start_matches([',', ' ', '.']);
        let names = names.strip_prefix("Trong đó, ").unwrap_or(names);
        // *các huyện Sơn Động, Lục Ngạn*
        let places = names.strip_prefix("các ").and_then(|names| names.find(char::is_uppercase).map(|at| &names[at..]));
        let names = places.unwrap_or(names).replace(" và ", ", ");
        let names: Vec<&str> = names.split(", ").collect();
        let named = names.len() > 1 && names.iter().all(|name| name.starts_with(char::is_uppercase));
        i128::try_from(names.len()).ok().filter(|_| named && plain)
    }

    /// *Trong đó, xuất khẩu đạt 3,6 tỷ USD. Đối với nhập khẩu, kim ngạch đạt 3,9 tỷ USD*: the other half in the next
    /// sentence, or one more part that *bên cạnh đó* adds.
    pub(in crate::check::figures) fn spilt(&self, opened: &Opened, parts: &[usize]) -> Option<usize> {
        (opened.opener == Opener::Among && opened.end == self.within.end).then_some(())?;
        let next = (self.own.end..self.figures.len()).find(|at| !self.is_aside(*at))?;
        let words = self.text.get(self.within.end..self.figures[next].range.start)?;
        let part = *parts.first()?;
        let kin = self.figures[next].is_kin(&self.figures[part]) && self.figures[next].of.is_none();
        let added = || {
            let words = words.trim_start().to_lowercase();
            ADDED.iter().any(|word| words.starts_with(word))
        };
        let halves = || parts.len() == 1 && self.are_halves(&[part, next]);
        (kin && !words.contains(". ") && !words.contains('\n') && (added() || halves())).then_some(next)
    }

    /// Whether two parts fill their whole by their very names.
    pub(in crate::check::figures) fn are_halves(&self, parts: &[usize]) -> bool {
        let [one, other] = parts else { return false };
        let told = |at: &usize| self.lead(*at);
        let (one, other) = (told(one), told(other));
        let pair =
            |(a, b): &(&str, &str)| (one.contains(a) && other.contains(b)) || (one.contains(b) && other.contains(a));
        HALVES.iter().any(pair)
    }
}

/// Where the brackets stand.
impl Reading<'_> {
    /// Where the bracket that a place stands in is closed, else the end of the sentence, or how far a list is read.
    pub(in crate::check::figures) fn reach(&self, from: usize) -> usize {
        let mut level = 0;
        let text = self.text.get(from..self.within.end).unwrap_or_default();
        let far = text.char_indices().nth(READ).map_or(text.len(), |(far, _)| far);
        let closes = text[..far].char_indices().find(|(_, sign)| {
            level += i32::from(*sign == '(') - i32::from(*sign == ')');
            level < 0
        });
        from + closes.map_or(far, |(at, _)| at)
    }

    /// How many brackets more are open at one place than at another.
    pub(in crate::check::figures) fn level(&self, from: usize, to: usize) -> i32 {
        let text = self.text.get(from..to).unwrap_or_default();
        text.chars().map(|sign| i32::from(sign == '(') - i32::from(sign == ')')).sum()
    }

    /// Whether a figure stands in a bracket that is closed before a place.
    pub(in crate::check::figures) fn is_enclosed(&self, at: usize, place: usize) -> bool {
        let text = self.text.get(self.figures[at].range.end..place).unwrap_or_default();
        let mut level = 0;
        text.chars().any(|sign| {
            level += i32::from(sign == '(') - i32::from(sign == ')');
            level < 0
        })
    }
}
