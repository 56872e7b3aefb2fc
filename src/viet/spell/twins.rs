//! Words that sound or look alike and are both right, told apart by what stands around them: *vượt chi tiêu* can only
//! mean *chỉ tiêu*, *tiết kiệm chỉ tiêu* only *chi tiêu*.

use crate::viet::spell::company::is_word;
use crate::viet::spell::heads::Heads;
use crate::viet::spell::lexicon::Id;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, cased};

/// What is written, what is meant, and the phrases before and behind of which one must stand on each side that has any;
/// `^` is the beginning of a clause. Tones on the main vowel.
struct Twin(&'static str, &'static str, &'static str, &'static str);

/// The table, after the confusions that books of usage name; sorted by what is written.
#[rustfmt::skip]
static TWINS: [Twin; 40] = [
    Twin("chi thị", "chỉ thị", "thực hiện|ban hành", ""),
    Twin("chi tiêu", "chỉ tiêu", "", "được giao|đề ra|pháp lệnh|chủ yếu|tuyển sinh|tuyển quân|biên chế|phấn đấu|nghị quyết"),
    Twin("chi tiêu", "chỉ tiêu", "vượt|đạt|hoàn thành|giao", ""),
    Twin("chỉ bộ", "chi bộ", "bí thư|sinh hoạt", ""),
    Twin("chỉ tiêu", "chi tiêu", "", "hộ gia đình|cá nhân|mua sắm|tiêu dùng"),
    Twin("chỉ tiêu", "chi tiêu", "tiết kiệm|mua sắm", ""),
    Twin("các bộ", "cán bộ", "", "công chức|chủ chốt|chiến sĩ|chiến sỹ|đảng viên|viên chức|kiểm lâm|hưu trí"),
    Twin("các bộ", "cán bộ", "đội ngũ|luân chuyển|bổ nhiệm", ""),
    Twin("củng", "cũng", "", "như|là|được|có|đã|đang|sẽ|không|phải|cần|rất|chưa|vậy|thế|trong|tại|nên"),
    Twin("dự hội", "dự hội nghị", "tham", "có|gồm|còn có"),
    Twin("giành", "dành", "", "thời gian|sự quan tâm|tình cảm|quỹ đất|kinh phí|nguồn lực"),
    Twin("khoản", "khoảng", "trong|vào", "thời gian|cách|trống"),
    Twin("lịch sử", "liệt sĩ", "hài cốt|nghĩa trang|thân nhân|thương binh", ""),
    Twin("mặc", "mặt", "", "trận"),
    Twin("mặt", "mặc", "^", "dù"),
    Twin("nghe báo", "nghe báo cáo", "", "của|về|kết quả|tình hình|tóm tắt"),
    Twin("nghĩ", "nghỉ", "", "hè|tết|phép|lễ|ngơi|hưu|mát|dưỡng|trưa|thai sản|ốm|bù|hằng năm"),
    Twin("nghỉ", "nghĩ", "", "rằng"),
    Twin("những", "nhưng", "^", "vẫn|cũng|chưa"),
    Twin("nữa", "nửa", "một", "số|thế kỷ|đầu|cuối|triệu"),
    Twin("song", "xong", "làm|xây|họp|thi công|hoàn thành|giải quyết|chuẩn bị|lắp đặt|thu hoạch|gieo cấy", ""),
    Twin("sẻ", "sẽ", "", "được|tiếp tục|tổ chức|có|là|làm|triển khai|thực hiện|phải|không|diễn ra"),
    Twin("sẽ", "sẻ", "chia|san", ""),
    Twin("sửa", "sữa", "", "tươi|bột|chua|đậu nành|học đường"),
    Twin("sửa", "sữa", "bò|uống|hộp|ly|vắt", ""),
    Twin("sữa", "sửa", "", "chữa|đổi|sang|lỗi|lại|soạn"),
    Twin("thương trực", "thường trực", "", ""),
    Twin("thương vụ", "thường vụ", "", "quốc hội|tỉnh uỷ|huyện uỷ|thành uỷ|đảng uỷ|quận uỷ|hội đồng"),
    Twin("thương vụ", "thường vụ", "ban", ""),
    Twin("thương xuyên", "thường xuyên", "", ""),
    Twin("trao quá", "trao quà", "", "cho|các|tết|gia đình|hộ|và|nhân"),
    Twin("trung sức", "chung sức", "", ""),
    Twin("trung tay", "chung tay", "", ""),
    Twin("tình", "tỉnh", "của", "duy trì|đã|đạt|có|luôn|năm|được|tiếp tục|về|phát triển|chưa|còn|cần"),
    Twin("tình", "tỉnh", "ubnd|hđnd|mttq|uỷ ban nhân dân|hội đồng nhân dân|địa bàn|toàn|cấp|lãnh đạo|công an", ""),
    Twin("tính", "tỉnh", "ubnd|hđnd|uỷ ban nhân dân|hội đồng nhân dân|địa bàn|công an|lãnh đạo", ""),
    Twin("tặng quá", "tặng quà", "", "cho|các|tết|gia đình|hộ|và|nhân"),
    Twin("xong", "song", "^", "do|vẫn|cũng|vì|nhìn|bên|với|đây|nhờ|không|đến nay|thực tế|so với|kết quả"),
    Twin("đả", "đã", "", "được|có|tổ chức|ban hành|thực hiện|và đang|hoàn thành|triển khai"),
    Twin("ứng cứ", "ứng cử", "", ""),
];

/// What the phrases begin with.
static HEADS: Heads = {
    let (mut heads, mut at) = (Heads::none(), 0);
    while at < TWINS.len() {
        heads = heads.with(TWINS[at].0);
        at += 1;
    }
    heads
};

/// From such a bond on a neighbour takes a word for itself.
const BOND: f32 = 2.0;

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    (0..reading.tokens.len()).filter_map(|at| twin(reading, at)).collect()
}

fn twin(reading: &Reading<'_>, at: usize) -> Option<Flag> {
    matches!(reading.tokens[at].shape, Shape::Lower | Shape::Initial).then_some(())?;
    let head = reading.plain(at);
    HEADS.may_be(&head).then_some(())?;
    let from = TWINS.partition_point(|twin| twin.0 < &*head);
    let mut same = TWINS[from..].iter().take_while(|twin| twin.0.split(' ').next() == Some(&*head));
    let (twin, end) = same.find_map(|twin| {
        let end = phrase(reading, at, twin.0)?;
        (before(reading, at, twin.2) && behind(reading, end, twin.3) && alone(reading, (at, end), twin))
            .then_some((twin, end))
    })?;
    let range = reading.tokens[at].range.start..reading.tokens[end - 1].range.end;
    let word = reading.text[range.clone()].to_owned();
    let suggestion = Some(cased(twin.1, &word));
    Some(Flag { range, kind: Kind::Company, word, suggestion })
}

/// Where a phrase that begins at a token ends.
fn phrase(reading: &Reading<'_>, at: usize, words: &str) -> Option<usize> {
    let mut end = at;
    for word in words.split(' ') {
        let token = reading.tokens.get(end)?;
        ((end == at || token.joined) && &*reading.plain(end) == word).then_some(())?;
        end += 1;
    }
    Some(end)
}

/// Whether one of the phrases ends right before a token.
fn before(reading: &Reading<'_>, at: usize, phrases: &str) -> bool {
    let ends = |words: &str| {
        let start = at.checked_sub(words.split(' ').count()).filter(|_| reading.tokens[at].joined);
        start.is_some_and(|start| phrase(reading, start, words) == Some(at))
    };
    phrases.is_empty()
        || phrases.split('|').any(|words| if words == "^" { !reading.tokens[at].joined } else { ends(words) })
}

/// Whether one of the phrases begins right behind a token.
fn behind(reading: &Reading<'_>, end: usize, phrases: &str) -> bool {
    let joined = reading.tokens.get(end).is_some_and(|next| next.joined);
    phrases.is_empty() || (joined && phrases.split('|').any(|words| phrase(reading, end, words).is_some()))
}

/// Whether the side that the table does not speak of leaves the word alone: *toàn tình hình*, *suy nghĩ lễ phép*.
fn alone(reading: &Reading<'_>, (at, end): (usize, usize), twin: &Twin) -> bool {
    let lexicon = &reading.lexicon;
    let free = |pair: Option<(Id, Id)>| {
        pair.is_none_or(|(a, b)| !is_word(lexicon, Some((a, b))) && lexicon.bond(a, b).is_none_or(|bond| bond < BOND))
    };
    let ids = |a: usize, b: usize| reading.ids.get(a).copied().flatten().zip(reading.ids.get(b).copied().flatten());
    let next = reading.tokens.get(end).is_some_and(|next| next.joined);
    // *khi nghe báo của*: what is written as it is meant may keep its company.
    let changed = twin.0.split(' ').next() != twin.1.split(' ').next();
    let left = at.checked_sub(1).filter(|_| reading.tokens[at].joined && twin.2.is_empty() && changed);
    free(left.and_then(|left| ids(left, at))) && (!next || !twin.3.is_empty() || free(ids(end - 1, end)))
}

#[cfg(test)]
mod tests {
    use super::TWINS;
    use crate::viet::spell::{Exempt, check};

    #[test]
    fn the_table_is_sorted() {
        assert!(TWINS.is_sorted_by(|a, b| a.0 <= b.0));
    }

    #[test]
    fn what_stands_around_decides() {
        for (text, told) in [
            ("hoàn thành vượt chi tiêu được giao", Some(("chi tiêu", "chỉ tiêu"))),
            ("hoàn thành vượt chỉ tiêu được giao", None),
            ("tiết kiệm chi tiêu của các hộ gia đình", None),
            ("kinh tế của tình duy trì ổn định", Some(("tình", "tỉnh"))),
            ("diễn biến của tình hình, trong tình đoàn kết", None),
            ("dịch đã được kiểm soát, xong do giá tăng", Some(("xong", "song"))),
            ("Cầu làm xong do dân góp sức, xong trước Tết", None),
            ("đường làm song trước mùa mưa", Some(("song", "xong"))),
            ("làm song song hai việc", None),
            ("Tham dự hội có đồng chí Bí thư", Some(("dự hội", "dự hội nghị"))),
            ("bà con đi dự hội làng", None),
            ("tập trung sức lực; suy nghĩ nghỉ ngơi; vượt chi phí", None),
            ("sau khi nghe báo của Sở", Some(("nghe báo", "nghe báo cáo"))),
        ] {
            let flags = check(text, &Exempt::new());
            let found = flags.first().map(|flag| (flag.word.as_str(), flag.suggestion.as_deref().unwrap_or_default()));
            assert_eq!(found, told, "{text}");
        }
    }
}
