//! Phrases that are wrong wherever they stand, each with what is meant. Only such: where a pair has a second, right
//! reading (*dành / giành được*, *bàng quan / bàng quang*) it is left to the company layer or to the reader. What that
//! layer finds wherever it stands (*bổ xung*) is not listed.

use crate::viet::spell::heads::Heads;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, cased};

/// A confusion: what is written, what is meant, and the syllables that excuse it by following or preceding it
/// (*thăm quan chức*, *lịch sử lý luận*). Tones on the main vowel.
struct Confusion(&'static str, &'static str, &'static str, &'static str);

/// After Hoàng Phê (ed.), *Từ điển tiếng Việt* and *Từ điển chính tả*; sorted by what is written. Most are one
/// sound spelt as another (`ch tr`, `s x`, `d gi r`, hỏi ngã, `n ng`); the first dozen that everybody names
/// (*sáp nhập, chẩn đoán, tham quan, chín muồi, vô hình trung, súc tích, tựu trung, đường sá*) are misheard
/// Sino-Vietnamese.
#[rustfmt::skip]
static CONFUSIONS: [Confusion; 204] = [
    Confusion("bàn hoàn", "bàng hoàng", "thành thiện toàn chỉnh", ""),
    Confusion("bàng hoàn", "bàng hoàng", "", ""),
    Confusion("bàng quang trước", "bàng quan trước", "", ""),
    Confusion("bảo hoà", "bão hoà", "", ""),
    Confusion("bảo lũ", "bão lũ", "", ""),
    Confusion("bỏ xót", "bỏ sót", "", ""),
    Confusion("bức phá", "bứt phá", "", ""),
    Confusion("che dấu", "che giấu", "", ""),
    Confusion("chia sẽ", "chia sẻ", "", ""),
    Confusion("chiển khai", "triển khai", "", ""),
    Confusion("chiệt để", "triệt để", "", ""),
    Confusion("chuẩn đoán", "chẩn đoán", "", ""),
    Confusion("chân trọng", "trân trọng", "", ""),
    Confusion("chín mùi", "chín muồi", "", ""),
    Confusion("chấn thương sọ lão", "chấn thương sọ não", "", ""),
    Confusion("chấp hàng", "chấp hành", "", ""),
    Confusion("chất lương", "chất lượng", "thực tâm", ""),
    Confusion("chất vẫn", "chất vấn", "", ""),
    Confusion("chậm chễ", "chậm trễ", "", ""),
    Confusion("chễ nải", "trễ nải", "", ""),
    Confusion("chỉnh chu", "chỉn chu", "đáo cấp kỳ", ""),
    Confusion("chỉnh trạng", "chỉnh trang", "", ""),
    Confusion("chọn vẹn", "trọn vẹn", "", ""),
    Confusion("công xuất", "công suất", "", ""),
    Confusion("cũng cố", "củng cố", "gắng", ""),
    Confusion("cư sử", "cư xử", "", ""),
    Confusion("cảm súc", "cảm xúc", "", ""),
    Confusion("cập nhập", "cập nhật", "khẩu cảnh cư ngũ học viện ngoại", ""),
    Confusion("cọ sát", "cọ xát", "", ""),
    Confusion("di rời", "di dời", "", ""),
    Confusion("dành chiến thắng", "giành chiến thắng", "", ""),
    Confusion("dành chính quyền", "giành chính quyền", "", ""),
    Confusion("dành giải", "giành giải", "thưởng", ""),
    Confusion("dành giật", "giành giật", "", ""),
    Confusion("dành huy chương", "giành huy chương", "", ""),
    Confusion("dành mạch", "rành mạch", "", ""),
    Confusion("dành thắng lợi", "giành thắng lợi", "", ""),
    Confusion("dành được", "giành được", "thời", ""),
    Confusion("dành độc lập", "giành độc lập", "", ""),
    Confusion("dân dả", "dân dã", "", ""),
    Confusion("dân hương", "dâng hương", "", "nông nhân"),
    Confusion("dòn giã", "giòn giã", "", ""),
    Confusion("dườm dà", "rườm rà", "", ""),
    Confusion("dải rác", "rải rác", "", ""),
    Confusion("dấu diếm", "giấu giếm", "", ""),
    Confusion("dấu giếm", "giấu giếm", "", ""),
    Confusion("dở bỏ", "dỡ bỏ", "", ""),
    Confusion("dở giang", "dở dang", "", ""),
    Confusion("dục giã", "giục giã", "", ""),
    Confusion("giàn dụa", "giàn giụa", "", ""),
    Confusion("giành cho", "dành cho", "", ""),
    Confusion("giành nhiều", "dành nhiều", "giải huy thắng chiến thành", ""),
    Confusion("giành riêng", "dành riêng", "", ""),
    Confusion("giành sự quan tâm", "dành sự quan tâm", "", ""),
    Confusion("giành thời gian", "dành thời gian", "", ""),
    Confusion("giành tặng", "dành tặng", "", ""),
    Confusion("giáp danh", "giáp ranh", "", ""),
    Confusion("giã ngoại", "dã ngoại", "", ""),
    Confusion("giả man", "dã man", "", ""),
    Confusion("giải rác", "rải rác", "", ""),
    Confusion("giấu diếm", "giấu giếm", "", ""),
    Confusion("giữ dội", "dữ dội", "", ""),
    Confusion("hiệu xuất", "hiệu suất", "", ""),
    Confusion("hoàng chỉnh", "hoàn chỉnh", "", ""),
    Confusion("hoàng cảnh", "hoàn cảnh", "", ""),
    Confusion("hoàng tất", "hoàn tất", "", ""),
    Confusion("hoãn loạn", "hoảng loạn", "", ""),
    Confusion("hướng ứng", "hưởng ứng", "", ""),
    Confusion("hằng hà xa số", "hằng hà sa số", "", ""),
    Confusion("hội trợ", "hội chợ", "giúp cấp lý", ""),
    Confusion("hợp tác xả", "hợp tác xã", "", ""),
    Confusion("khoản cách", "khoảng cách", "", ""),
    Confusion("khoản thời gian", "khoảng thời gian", "", ""),
    Confusion("khuếch chương", "khuếch trương", "", ""),
    Confusion("khúc triết", "khúc chiết", "", ""),
    Confusion("khẳng khái", "khảng khái", "", ""),
    Confusion("kẻ hở", "kẽ hở", "", ""),
    Confusion("kẽ gian", "kẻ gian", "", ""),
    Confusion("kỷ năng", "kỹ năng", "", "thế"),
    Confusion("kỷ sư", "kỹ sư", "", "thế"),
    Confusion("kỷ thuật", "kỹ thuật", "", "thế"),
    Confusion("kỹ luật", "kỷ luật", "", ""),
    Confusion("kỹ lục", "kỷ lục", "", ""),
    Confusion("luân chuẩn", "luân chuyển", "", ""),
    Confusion("lãi xuất", "lãi suất", "", ""),
    Confusion("lãng mạng", "lãng mạn", "", ""),
    Confusion("lũ lục", "lũ lụt", "", ""),
    Confusion("lẩn lộn", "lẫn lộn", "", ""),
    Confusion("lỗ hỏng", "lỗ hổng", "", ""),
    Confusion("mãi mê", "mải mê", "", ""),
    Confusion("mạnh dạng", "mạnh dạn", "", ""),
    Confusion("mặt bàng", "mặt bằng", "", ""),
    Confusion("nghĩ lễ", "nghỉ lễ", "", ""),
    Confusion("nghĩ ngơi", "nghỉ ngơi", "", ""),
    Confusion("nghĩ phép", "nghỉ phép", "", ""),
    Confusion("ngày nghĩ", "ngày nghỉ", "", ""),
    Confusion("năng xuất", "năng suất", "", "khả tính chức"),
    Confusion("nổi lo", "nỗi lo", "", ""),
    Confusion("nội chợ", "nội trợ", "", ""),
    Confusion("nữa cuối", "nửa cuối", "cùng", ""),
    Confusion("nữa năm", "nửa năm", "", "hơn"),
    Confusion("nữa đầu", "nửa đầu", "tư", "hơn"),
    Confusion("phố sá", "phố xá", "", ""),
    Confusion("quãng trường", "quảng trường", "", ""),
    Confusion("quảng đường", "quãng đường", "", ""),
    Confusion("ròn rã", "giòn giã", "", ""),
    Confusion("rũi ro", "rủi ro", "", ""),
    Confusion("rườm già", "rườm rà", "", ""),
    Confusion("rồi rào", "dồi dào", "", ""),
    Confusion("rời đô", "dời đô", "", ""),
    Confusion("rở dang", "dở dang", "", ""),
    Confusion("san sẽ", "san sẻ", "", ""),
    Confusion("suy nghỉ", "suy nghĩ", "", ""),
    Confusion("suôn sẽ", "suôn sẻ", "", ""),
    Confusion("sáng lạn", "xán lạn", "", ""),
    Confusion("sáng lạng", "xán lạn", "", ""),
    Confusion("sát nhập", "sáp nhập", "", ""),
    Confusion("sâu sa", "sâu xa", "", ""),
    Confusion("súc phạm", "xúc phạm", "", ""),
    Confusion("súc tiến", "xúc tiến", "", ""),
    Confusion("súc động", "xúc động", "", ""),
    Confusion("sơ xuất", "sơ suất", "", ""),
    Confusion("sơ xác", "xơ xác", "", ""),
    Confusion("sương máu", "xương máu", "", ""),
    Confusion("sương sống", "xương sống", "", ""),
    Confusion("sổ xố", "xổ số", "", ""),
    Confusion("sử lí", "xử lí", "", "lịch"),
    Confusion("sử lý", "xử lý", "", "lịch"),
    Confusion("sử phạt", "xử phạt", "", "lịch"),
    Confusion("sữa chữa", "sửa chữa", "", ""),
    Confusion("thái độ bàng quang", "thái độ bàng quan", "", ""),
    Confusion("tháo dở", "tháo dỡ", "", ""),
    Confusion("tháo vác", "tháo vát", "", ""),
    Confusion("thúc dục", "thúc giục", "", ""),
    Confusion("thăm quan", "tham quan", "chức tài lại viên khách hệ điểm sát trọng tâm", ""),
    Confusion("thường chú", "thường trú", "ý trọng", ""),
    Confusion("thế manh", "thế mạnh", "", ""),
    Confusion("thể giục", "thể dục", "", ""),
    Confusion("thủ tục rườm già", "thủ tục rườm rà", "", ""),
    Confusion("tinh giảm biên chế", "tinh giản biên chế", "", ""),
    Confusion("tiếp súc", "tiếp xúc", "", ""),
    Confusion("trao chuốt", "trau chuốt", "", ""),
    Confusion("trao dồi", "trau dồi", "", ""),
    Confusion("trao giồi", "trau dồi", "", ""),
    Confusion("trau giồi", "trau dồi", "", ""),
    Confusion("trung kết", "chung kết", "", "tập"),
    Confusion("trò truyện", "trò chuyện", "", ""),
    Confusion("trậm chễ", "chậm trễ", "", ""),
    Confusion("trỉ trích", "chỉ trích", "", ""),
    Confusion("tài chợ", "tài trợ", "", ""),
    Confusion("tài khoảng", "tài khoản", "", ""),
    Confusion("tạm chú", "tạm trú", "ý trọng", ""),
    Confusion("tần xuất", "tần suất", "", ""),
    Confusion("tồn động", "tồn đọng", "", ""),
    Confusion("tổng quang", "tổng quan", "", ""),
    Confusion("tựu chung", "tựu trung", "", ""),
    Confusion("vinh dự chủ tịch", "vinh dự được chủ tịch", "", "là niềm của phần"),
    Confusion("vinh dự lãnh đạo", "vinh dự được lãnh đạo", "", "là niềm của phần"),
    Confusion("vinh dự ông", "vinh dự được ông", "", "là niềm của phần"),
    Confusion("vinh dự đoán nhận", "vinh dự đón nhận", "", ""),
    Confusion("vinh dự đoán tiếp", "vinh dự đón tiếp", "", ""),
    Confusion("vinh dự đồng chí", "vinh dự được đồng chí", "", "là niềm của phần"),
    Confusion("viễn vông", "viển vông", "", ""),
    Confusion("vô hình chung", "vô hình trung", "", ""),
    Confusion("vô hình dung", "vô hình trung", "", ""),
    Confusion("vô tình chung", "vô hình trung", "", ""),
    Confusion("vẽ đẹp", "vẻ đẹp", "", ""),
    Confusion("xa sút", "sa sút", "", ""),
    Confusion("xa thải", "sa thải", "", ""),
    Confusion("xa đoạ", "sa đoạ", "", ""),
    Confusion("xum xuê", "sum suê", "", ""),
    Confusion("xung sức", "sung sức", "", ""),
    Confusion("xung túc", "sung túc", "", ""),
    Confusion("xuôn xẻ", "suôn sẻ", "", ""),
    Confusion("xuất cơm", "suất cơm", "", "sản"),
    Confusion("xuất học bổng", "suất học bổng", "", ""),
    Confusion("xuất quà", "suất quà", "", "sản"),
    Confusion("xuất ăn", "suất ăn", "", "sản"),
    Confusion("xác nhập", "sáp nhập", "", ""),
    Confusion("xác xuất", "xác suất", "", ""),
    Confusion("xán lạng", "xán lạn", "", ""),
    Confusion("xát nhập", "sáp nhập", "", ""),
    Confusion("xâu xa", "sâu xa", "", ""),
    Confusion("xã lũ", "xả lũ", "", ""),
    Confusion("xót lại", "sót lại", "", ""),
    Confusion("xúc tích", "súc tích", "", ""),
    Confusion("xúc vật", "súc vật", "", ""),
    Confusion("xúi dục", "xúi giục", "", ""),
    Confusion("xơ đồ", "sơ đồ", "", ""),
    Confusion("xương mù", "sương mù", "", ""),
    Confusion("xả viên", "xã viên", "", ""),
    Confusion("xắp sếp", "sắp xếp", "", ""),
    Confusion("xẵn sàng", "sẵn sàng", "", ""),
    Confusion("xứ giả", "sứ giả", "", ""),
    Confusion("ý trí", "ý chí", "", ""),
    Confusion("đang và đang", "đã và đang", "", ""),
    Confusion("đang và đã", "đã và đang", "", ""),
    Confusion("điều khoảng", "điều khoản", "", ""),
    Confusion("đã và đã", "đã và đang", "", ""),
    Confusion("đường xá", "đường sá", "", ""),
    Confusion("đọc giả", "độc giả", "", ""),
    Confusion("đối sử", "đối xử", "", ""),
    Confusion("đỗ lỗi", "đổ lỗi", "", ""),
    Confusion("ỹ lại", "ỷ lại", "", ""),
];

/// What the phrases begin with.
static HEADS: Heads = {
    let (mut heads, mut at) = (Heads::none(), 0);
    while at < CONFUSIONS.len() {
        heads = heads.with(CONFUSIONS[at].0);
        at += 1;
    }
    heads
};

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    let mut flags = Vec::new();
    for at in 0..reading.tokens.len() {
        if reading.tokens[at].shape == Shape::Other {
            continue;
        }
        let head = reading.plain(at);
        if !HEADS.may_be(&head) {
            continue;
        }
        let from = CONFUSIONS.partition_point(|entry| entry.0 < &*head);
        let same = CONFUSIONS[from..].iter().take_while(|entry| first(entry.0) == &*head);
        let fits = |entry: &&Confusion| length(reading, at, entry).is_some();
        if let Some(entry) = same.filter(fits).max_by_key(|entry| entry.0.len())
            && let Some(length) = length(reading, at, entry)
        {
            let range = reading.tokens[at].range.start..reading.tokens[at + length - 1].range.end;
            let word = reading.text[range.clone()].to_owned();
            let suggestion = Some(cased(entry.1, &word));
            flags.push(Flag { range, kind: Kind::Confusion, word, suggestion });
        }
    }
    flags
}

/// The first syllable of a phrase.
fn first(phrase: &str) -> &str {
    phrase.split_once(' ').map_or(phrase, |(head, _)| head)
}

/// How many tokens the confusion covers from here, if it stands here unexcused.
fn length(reading: &Reading<'_>, at: usize, entry: &Confusion) -> Option<usize> {
    let mut length = 0;
    for part in entry.0.split(' ') {
        let token = reading.tokens.get(at + length)?;
        // Two capitals in a row are a name: *Bảo Hòa*.
        let stands = length == 0 || (token.joined && token.shape == Shape::Lower);
        if !stands || reading.plain(at + length) != part {
            return None;
        }
        length += 1;
    }
    let excused = |excuses: &str, at: usize| excuses.split(' ').any(|e| e == reading.plain(at));
    let next = reading.tokens.get(at + length).is_some_and(|next| next.joined);
    let before = at.checked_sub(1).filter(|_| reading.tokens[at].joined);
    let behind = next && excused(entry.2, at + length);
    let ahead = before.is_some_and(|before| excused(entry.3, before));
    // *hồ sơ xác lập*: each half belongs to the word beyond it.
    let parted = before.is_some_and(|before| is_word(reading, before)) && next && is_word(reading, at + length - 1);
    (!behind && !ahead && !parted).then_some(length)
}

/// Whether a token and the next are a common word of the dictionary.
fn is_word(reading: &Reading<'_>, at: usize) -> bool {
    let two = reading.ids[at].zip(reading.ids[at + 1]);
    let pair = two.and_then(|(first, second)| reading.lexicon.pair(first, second));
    pair.is_some_and(|pair| pair.headword && pair.count >= COMMON)
}

/// So often a common word was counted.
const COMMON: f32 = 5.0;

#[cfg(test)]
mod tests {
    use super::CONFUSIONS;
    use crate::viet::spell::{Exempt, Kind, check};

    #[test]
    fn the_list_is_sorted_and_each_entry_is_found() {
        assert!(CONFUSIONS.is_sorted_by(|a, b| a.0 < b.0));
        for entry in &CONFUSIONS {
            let flags = check(entry.0, &Exempt::new());
            assert_eq!(flags.len(), 1, "{}", entry.0);
            assert_eq!(flags[0].kind, Kind::Confusion, "{}", entry.0);
        }
    }

    #[test]
    fn the_right_phrases_are_right() {
        for entry in &CONFUSIONS {
            assert!(check(entry.1, &Exempt::new()).is_empty(), "{}", entry.1);
        }
        for excused in ["thăm quan chức cấp cao", "lịch sử lý luận", "tập trung kết nối", "hồ sơ xác lập"]
        {
            assert!(check(excused, &Exempt::new()).is_empty(), "{excused}");
        }
    }
}
