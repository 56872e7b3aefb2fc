//! Posts beside a name — *ông Đỗ Văn Hậu, Phó Chủ tịch UBND huyện*, *Chủ tịch UBND huyện Đỗ Văn Hậu* — and whether a text moves
//! somebody into another.

use std::ops::Range;

use crate::check::proof::Proof;

/// Titles that have a deputy, in small letters.
const TITLES: [&str; 34] = [
    "chủ tịch",
    "tổng giám đốc",
    "giám đốc",
    "bí thư",
    "trưởng ban",
    "trưởng phòng",
    "trưởng khoa",
    "trưởng công an",
    "trưởng thôn",
    "trưởng ấp",
    "trưởng bộ môn",
    "trưởng trạm",
    "chi cục trưởng",
    "tổng cục trưởng",
    "cục trưởng",
    "vụ trưởng",
    "viện trưởng",
    "hiệu trưởng",
    "chỉ huy trưởng",
    "đội trưởng",
    "hạt trưởng",
    "đồn trưởng",
    "chi hội trưởng",
    "chánh án",
    "chánh thanh tra",
    "chánh văn phòng",
    "chủ nhiệm",
    "thủ tướng",
    "tổng biên tập",
    "tổng thư ký",
    "tổng kiểm toán",
    "tư lệnh",
    "chính ủy",
    "bộ trưởng",
];

/// The deputies that are not called by the word *Phó*.
const DEPUTIES: [(&str, &str); 1] = [("thứ trưởng", "bộ trưởng")];

/// What a title does not stand before: another person.
const PERSONS: [&str; 5] = [" và ông", " và bà", " và đồng chí", " và anh", " và chị"];

/// The longest title behind or before a name, in letters.
const FAR: usize = 60;

/// A name with a title beside it.
pub(super) struct Held {
    /// The title and whether it is the deputy's.
    pub(super) title: &'static str,
    pub(super) deputy: bool,
    pub(super) range: Range<usize>,
    /// The words of the post, from the title on.
    pub(super) post: Range<usize>,
}

impl Held {
    /// The first word of the body of the post: *ubnd* of *Phó Chủ tịch UBND xã*.
    pub(super) fn body<'p>(&self, proof: &'p Proof) -> &'p str {
        let post = &proof.lower()[self.post.clone()];
        let body = post.split_once(self.title).map_or("", |(_, body)| body);
        body.trim_start().split([' ', ',']).next().unwrap_or_default()
    }
}

/// The post that a name bears: the one behind it, else the one before.
pub(super) fn beside(proof: &Proof, name: &Range<usize>) -> Option<Held> {
    behind(proof, name).or_else(|| before(proof, name))
}

/// The titles beside a name, each with whether it is the deputy's: *Phạm Anh Tuấn - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh*.
pub(super) fn titles(proof: &Proof, name: &Range<usize>) -> Vec<(&'static str, bool)> {
    let Some(first) = behind(proof, name) else {
        return before(proof, name).map(|held| (held.title, held.deputy)).into_iter().collect();
    };
    let rest = &proof.lower()[first.post.start..];
    let far = rest.char_indices().nth(3 * FAR).map_or(rest.len(), |(far, _)| far);
    let clause = rest[..far].split(['.', ';', '\n']).next().unwrap_or_default();
    clause.split(", ").filter_map(title_at).collect()
}

/// *Đỗ Văn Hậu, Phó Chủ tịch UBND huyện*, *Đỗ Văn Hậu - Ủy viên Trung ương Đảng, Chủ tịch UBND huyện*.
pub(super) fn behind(proof: &Proof, name: &Range<usize>) -> Option<Held> {
    const SEATS: [&str; 5] = ["ủy viên ", "uỷ viên ", "tỉnh ủy viên", "thành ủy viên", "huyện ủy viên"];
    let text = proof.lower();
    let rest = &text[name.end..];
    let mut title = [", ", " - ", " – "].iter().find_map(|joint| rest.strip_prefix(joint))?;
    // A seat in a committee stands before the title.
    while SEATS.iter().any(|seat| title.starts_with(seat)) {
        title = title.split_once(", ")?.1;
    }
    let (kind, deputy) = title_at(title)?;
    let far = title.char_indices().nth(FAR).map_or(title.len(), |(far, _)| far);
    let end = title[..far].find([',', ';', '.', '\n', ':', '(', ')']).unwrap_or(far);
    let start = text.len() - title.len();
    Some(Held { title: kind, deputy, range: name.start..start + end, post: start..start + end })
}

/// *Chủ tịch UBND huyện Đỗ Văn Hậu*: the title in the same clause, with no other name between.
pub(super) fn before(proof: &Proof, name: &Range<usize>) -> Option<Held> {
    let head = &proof.lower()[..name.start];
    let far = head.char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
    let clause = head[far..].rsplit([',', ';', '.', ':', '\n', '(']).next()?;
    let whole = |at: &usize| !clause[..*at].ends_with(char::is_alphanumeric);
    // *Tổng Giám đốc*, not *Giám đốc* in it: of those with one end, the longest.
    let titles = TITLES.iter().chain(DEPUTIES.iter().map(|(deputy, _)| deputy));
    let last = |title: &&'static str| Some((clause.rfind(*title).filter(whole)?, title.len()));
    let (at, _) = titles.filter_map(last).max_by_key(|(at, length)| (at + length, *length))?;
    let words = clause[at..].split_whitespace().count();
    let lead = clause[..at].trim_end();
    let start = if lead.ends_with("phó") { lead.len() - "phó".len() } else { at };
    let (title, deputy) = title_at(&clause[start..])?;
    // *do Chủ tịch xã phân công ông Hậu*, *Chủ tịch và ông Hậu*: a verb or another person stands between.
    let plain = words <= 9
        && !["cùng", "cho", "với", "là", "đã", "do", "được", "của", "tại"]
            .iter()
            .any(|word| clause[at..].split(' ').any(|one| one == *word))
        && !clause.trim_end().ends_with(" và")
        && !PERSONS.iter().any(|word| clause[at..].contains(word));
    let former = ["nguyên", "cựu", "quyền"].iter().any(|word| clause[..start].trim_end().ends_with(word));
    let from = name.start - (clause.len() - start);
    (plain && !former).then_some(Held { title, deputy, range: from..name.end, post: from..name.start })
}

/// The title at the head of a text in small letters: its kind, and whether it is the deputy's.
pub(super) fn title_at(text: &str) -> Option<(&'static str, bool)> {
    if let Some((_, title)) = DEPUTIES.iter().find(|(deputy, _)| text.starts_with(deputy)) {
        return Some((title, true));
    }
    let deputy = text.starts_with("phó ");
    let rest = text.strip_prefix("phó ").unwrap_or(text);
    TITLES.iter().find(|title| rest.starts_with(**title)).map(|title| (*title, deputy))
}

/// *nguyên Giám đốc Sở Xây dựng Trần Minh Toàn*: whoever held the post before.
pub(super) fn is_former(proof: &Proof, name: &Range<usize>) -> bool {
    let head = &proof.lower()[..name.start];
    let far = head.char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
    let clause = head[far..].rsplit([',', ';', '.', ':', '\n']).next().unwrap_or_default();
    clause.split(' ').any(|word| matches!(word, "nguyên" | "cựu"))
}

/// Whether two names stand beside one title, of the head here and of the deputy there, or beside two posts that stand behind
/// them: two persons.
pub(super) fn are_two(proof: &Proof, one: &Range<usize>, other: &Range<usize>) -> bool {
    let post = |name| behind(proof, name).map(|held| &proof.lower()[held.post]);
    let posts =
        post(one).zip(post(other)).is_some_and(|(one, other)| !one.starts_with(other) && !other.starts_with(one));
    let ranks = beside(proof, one).zip(beside(proof, other));
    posts || ranks.is_some_and(|(one, other)| one.title == other.title && one.deputy != other.deputy)
}

/// Words behind a name, or behind the post that stands there, that move its bearer into a post or out of one.
const MOVED: [&str; 22] = [
    "được bầu",
    "được bổ nhiệm",
    "được điều động",
    "được chỉ định",
    "được phân công",
    "được giới thiệu",
    "được luân chuyển",
    "được phê chuẩn",
    "được giao",
    "được công nhận",
    "giữ chức",
    "giữ cương vị",
    "trúng cử",
    "đắc cử",
    "tái cử",
    "tái đắc cử",
    "thôi ",
    "nghỉ hưu",
    "kế nhiệm",
    "nhận quyết định",
    "nhận nhiệm vụ",
    "nhận công tác",
];

/// Words that may stand before those.
const LEADS: [&str; 9] = ["đã ", "vừa ", "mới ", "sẽ ", "cũng ", "tiếp tục ", "chính thức ", "là ", "được tín nhiệm "];

/// Words before a name that do so.
const MOVING: [&str; 12] = [
    "bầu",
    "bổ nhiệm",
    "điều động",
    "chỉ định",
    "luân chuyển",
    "miễn nhiệm",
    "tiếp nhận",
    "phê chuẩn",
    "cách chức",
    "kế nhiệm",
    "thay ",
    "từng là",
];

/// Words of a sentence that tell of another day.
const ONCE: [&str; 6] = ["nguyên là", "khi đó", "lúc đó", "bấy giờ", "thời điểm đó", "trước khi"];

/// Whether the sentence of a name moves its bearer: *bổ nhiệm ông Hậu*, *ông Hậu được bầu*; another name between is another's.
pub(super) fn is_moved(proof: &Proof, names: &[Range<usize>], at: usize) -> bool {
    let (text, name) = (proof.lower(), &names[at]);
    let sentences = proof.all_sentences();
    let place = sentences.partition_point(|sentence| sentence.end <= name.start);
    let Some(sentence) = sentences.get(place) else { return false };
    let from = at.checked_sub(1).map_or(sentence.start, |before| names[before].end.max(sentence.start));
    let to = names.get(at + 1).map_or(sentence.end, |next| next.start.min(sentence.end)).max(name.end);
    let head = text.get(from..name.start).unwrap_or_default();
    // *đã bầu Ban Chấp hành; ông Hậu*: what a mark parts from the name is of others.
    let head = head.rsplit([';', ',']).next().unwrap_or_default();
    MOVING.iter().any(|word| head.contains(word))
        || text[name.end..to].split([',', '-', '–', '(', ')']).any(is_of_a_move)
        || ONCE.iter().any(|word| text[sentence.clone()].contains(word))
}

/// *đã được bầu giữ chức*, *Phó Giám đốc Sở Y tế được điều động*: what is told of a person with the verb, or with the post, first.
fn is_of_a_move(told: &str) -> bool {
    let mut told = told.trim_start();
    while let Some(rest) = LEADS.iter().find_map(|lead| told.strip_prefix(lead)) {
        told = rest;
    }
    let titled = title_at(told).is_some();
    MOVED.iter().any(|word| if titled { told.contains(word) } else { told.starts_with(word) })
}
