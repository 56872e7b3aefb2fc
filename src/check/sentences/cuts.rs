//! A full stop in the middle of a sentence — *câu cụt*: *Để nguồn vốn đúng mục đích, có hiệu quả. Hội thường xuyên kiểm
//! tra*: what opens with an aim or an occasion and never comes to its clause.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::Diagnostic;

/// What opens an aim or an occasion, and no whole sentence by itself.
const OPENERS: [&str; 8] =
    ["Để ", "Nhằm ", "Nhân dịp ", "Nhân kỷ niệm ", "Hưởng ứng ", "Được sự ", "Trong không khí ", "Mặc dù "];

/// With the number of one of these opens a ground: *Thực hiện Kế hoạch số 12*.
const PAPERS: [&str; 5] = ["Kế hoạch", "Công văn", "Quyết định", "Chỉ thị", "Nghị quyết"];

/// Words of a clause: where one stands the sentence may be whole.
#[rustfmt::skip]
const CLAUSE: [&str; 27] = [
    "thì", "cần", "phải", "đã", "sẽ", "đang", "vừa", "là", "nên", "mà", "tổ chức", "phối hợp", "ban hành",
    "tiến hành", "trao", "tặng", "thăm", "diễn", "yêu", "đề", "chúng", "hãy", "mong", "mời", "xin", "nhưng", "vẫn",
];

/// With these words goes on what a comma parts; anything else may be who acts.
#[rustfmt::skip]
const GOES_ON: [&str; 45] = [
    "có", "đúng", "đạt", "bảo đảm", "đảm bảo", "an toàn", "kịp thời", "hiệu quả", "và", "đồng thời", "góp phần",
    "tạo", "nâng", "nhằm", "phát", "đáp ứng", "thúc đẩy", "từng bước", "hướng tới", "phục vụ", "giữ", "hạn chế",
    "giảm", "tăng", "chào mừng", "xây dựng", "chăm", "ổn định", "tiết kiệm", "chủ động", "không", "phòng", "ngăn",
    "giúp", "thi đua", "về", "của", "tại", "giai đoạn", "nhiệm kỳ", "với", "khuyến khích", "động viên",
    "tuyên truyền", "thiết thực",
];

/// How the sentence goes on behind the wrong stop: who acts, or when.
#[rustfmt::skip]
const GOES_ON_WITH: [&str; 38] = [
    "Sáng", "Chiều", "Tối", "Ngày", "Từ ngày", "Trong ngày", "Hôm nay", "Vừa qua", "UBND", "HĐND", "Ủy ban",
    "Uỷ ban", "Hội", "Đảng ủy", "Đảng uỷ", "Đảng bộ", "Đoàn", "Ban", "Trường", "Nhà trường", "Công an", "Huyện",
    "Xã", "Phường", "Thành phố", "Chi bộ", "Công đoàn", "Mặt trận", "Phòng", "Sở", "Trạm", "Trung tâm",
    "Bệnh viện", "Các", "Mỗi", "Cấp ủy", "Lãnh đạo", "Liên đoàn",
];

/// The fewest words of what was cut off: shorter ones are said for stress.
const SHORTEST: usize = 6;

/// The stop behind a sentence, if the next one must have been its clause.
pub(super) fn check(proof: &Proof, sentence: &Range<usize>, next: &Range<usize>) -> Option<Diagnostic> {
    let text = proof.text[sentence.clone()].trim_end();
    let said = text.strip_suffix('.').filter(|said| said.ends_with(char::is_alphanumeric))?.trim_start();
    let behind = proof.text[next.clone()].trim_start();
    let begins = |text: &str, word: &str| text.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', ',']));
    let paper = said.strip_prefix("Thực hiện ").is_some_and(|rest| {
        PAPERS.iter().filter_map(|paper| rest.strip_prefix(paper)).any(|rest| rest.starts_with(" số "))
    });
    let opens = paper || OPENERS.iter().any(|opener| said.starts_with(opener));
    (opens && said.split(' ').count() >= SHORTEST && GOES_ON_WITH.iter().any(|word| begins(behind, word)))
        .then_some(())?;
    let whole = said.contains([':', ';', '?', '!'])
        || said.split(", ").skip(1).any(|part| !GOES_ON.iter().any(|word| begins(part, word) || part == *word))
        || CLAUSE.iter().any(|word| said.match_indices(word).any(|(at, _)| is_word(said, at..at + word.len())));
    (!whole).then(|| {
        let end = sentence.start + proof.text[sentence.clone()].trim_end().len();
        let start = proof.text[..end].rfind(' ').map_or(sentence.start, |at| at + 1);
        proof.fault("sentence-cut", start..end).hint_id("sentence-cut.hint")
    })
}

/// Whether letters are no part of a longer word.
fn is_word(text: &str, range: Range<usize>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !letter(text[..range.start].chars().next_back()) && !letter(text[range.end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aim_without_its_clause() {
        for (text, told) in [
            ("Để vốn vay dùng đúng mục đích, có hiệu quả. Hội thường xuyên kiểm tra.", Some("quả.")),
            ("Để vốn vay dùng đúng mục đích, Hội thường xuyên kiểm tra. Hội cũng giúp nhau.", None),
            ("Để vốn vay dùng đúng mục đích thì các tổ phải kiểm tra. Hội thường xuyên nhắc.", None),
            ("Hưởng ứng Tháng Thanh niên năm 2025 của huyện. Sáng 12/3, Đoàn xã ra quân.", Some("huyện.")),
            ("Hưởng ứng Tháng Thanh niên, Đoàn xã ra quân. Sáng 12/3, hai xã đến dự.", None),
            ("Thực hiện Kế hoạch số 12/KH-UBND của UBND huyện về diệt chuột. Xã Bến Lộc ra quân.", Some("chuột.")),
            ("Nhằm mục đích gì? Hội đã hỏi.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            let sentences: Vec<_> = proof.paragraphs().iter().flat_map(|at| proof.sentences(at)).cloned().collect();
            let found = sentences.windows(2).find_map(|two| check(&proof, &two[0], &two[1]));
            assert_eq!(found.map(|fault| &text[source.clamp(fault.span)]), told, "{text}");
        }
    }
}
