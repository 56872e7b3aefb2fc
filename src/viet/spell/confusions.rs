//! Phrases that are wrong wherever they stand, each with what is meant. Only such: where a pair has a second, right
//! reading (*dành / giành được*, *bàng quan / bàng quang*) it is left to the company layer or to the reader.

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
static CONFUSIONS: [Confusion; 299] = [
    Confusion("bàn hoàn", "bàng hoàng", "thành thiện toàn chỉnh", ""),
    Confusion("bàng hoàn", "bàng hoàng", "", ""),
    Confusion("bàng quang trước", "bàng quan trước", "", ""),
    Confusion("bãi đổ xe", "bãi đỗ xe", "", ""),
    Confusion("bão vệ", "bảo vệ", "", ""),
    Confusion("bão đảm", "bảo đảm", "", ""),
    Confusion("bản xắc", "bản sắc", "", ""),
    Confusion("bảo hoà", "bão hoà", "", ""),
    Confusion("bảo lũ", "bão lũ", "", ""),
    Confusion("bỏ xót", "bỏ sót", "", ""),
    Confusion("bố chí", "bố trí", "", ""),
    Confusion("bổ xung", "bổ sung", "", ""),
    Confusion("bức phá", "bứt phá", "", ""),
    Confusion("bức súc", "bức xúc", "", ""),
    Confusion("bức xức", "bức xúc", "", ""),
    Confusion("che dấu", "che giấu", "", ""),
    Confusion("chia sẽ", "chia sẻ", "", ""),
    Confusion("chiển khai", "triển khai", "", ""),
    Confusion("chiệt để", "triệt để", "", ""),
    Confusion("chuyền thống", "truyền thống", "", ""),
    Confusion("chuẩn đoán", "chẩn đoán", "", ""),
    Confusion("chân trọng", "trân trọng", "", ""),
    Confusion("chình bày", "trình bày", "", ""),
    Confusion("chí thức", "trí thức", "", ""),
    Confusion("chí tuệ", "trí tuệ", "", ""),
    Confusion("chín mùi", "chín muồi", "", ""),
    Confusion("chăm xóc", "chăm sóc", "", ""),
    Confusion("chấn thương sọ lão", "chấn thương sọ não", "", ""),
    Confusion("chấp hàng", "chấp hành", "", ""),
    Confusion("chất lương", "chất lượng", "thực tâm", ""),
    Confusion("chất vẫn", "chất vấn", "", ""),
    Confusion("chậm chễ", "chậm trễ", "", ""),
    Confusion("chậm rải", "chậm rãi", "", ""),
    Confusion("chễ nải", "trễ nải", "", ""),
    Confusion("chỉnh chu", "chỉn chu", "đáo cấp kỳ", ""),
    Confusion("chỉnh trạng", "chỉnh trang", "", ""),
    Confusion("chọn vẹn", "trọn vẹn", "", ""),
    Confusion("câu truyện", "câu chuyện", "", ""),
    Confusion("công xuất", "công suất", "", ""),
    Confusion("cũng cố", "củng cố", "gắng", ""),
    Confusion("cư chú", "cư trú", "", ""),
    Confusion("cư sử", "cư xử", "", ""),
    Confusion("cảm súc", "cảm xúc", "", ""),
    Confusion("cập nhập", "cập nhật", "khẩu cảnh cư ngũ học viện ngoại", ""),
    Confusion("cằn cõi", "cằn cỗi", "", ""),
    Confusion("cọ sát", "cọ xát", "", ""),
    Confusion("cỡi mở", "cởi mở", "", ""),
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
    Confusion("dõ ràng", "rõ ràng", "", ""),
    Confusion("dườm dà", "rườm rà", "", ""),
    Confusion("dải rác", "rải rác", "", ""),
    Confusion("dấu diếm", "giấu giếm", "", ""),
    Confusion("dấu giếm", "giấu giếm", "", ""),
    Confusion("dồi rào", "dồi dào", "", ""),
    Confusion("dộn ràng", "rộn ràng", "", ""),
    Confusion("dở bỏ", "dỡ bỏ", "", ""),
    Confusion("dở giang", "dở dang", "", ""),
    Confusion("dục giã", "giục giã", "", ""),
    Confusion("dữ gìn", "giữ gìn", "", ""),
    Confusion("dự trử", "dự trữ", "", ""),
    Confusion("giàn dụa", "giàn giụa", "", ""),
    Confusion("giành cho", "dành cho", "", ""),
    Confusion("giành dụm", "dành dụm", "", ""),
    Confusion("giành nhiều", "dành nhiều", "giải huy thắng chiến thành", ""),
    Confusion("giành riêng", "dành riêng", "", ""),
    Confusion("giành sự quan tâm", "dành sự quan tâm", "", ""),
    Confusion("giành thời gian", "dành thời gian", "", ""),
    Confusion("giành tặng", "dành tặng", "", ""),
    Confusion("giám xát", "giám sát", "", ""),
    Confusion("giáo giục", "giáo dục", "", ""),
    Confusion("giáp danh", "giáp ranh", "", ""),
    Confusion("giã ngoại", "dã ngoại", "", ""),
    Confusion("giúp đở", "giúp đỡ", "", ""),
    Confusion("giả man", "dã man", "", ""),
    Confusion("giải chí", "giải trí", "", ""),
    Confusion("giải rác", "rải rác", "", ""),
    Confusion("giấu diếm", "giấu giếm", "", ""),
    Confusion("giữ dội", "dữ dội", "", ""),
    Confusion("hiệu xuất", "hiệu suất", "", ""),
    Confusion("hoàn cãnh", "hoàn cảnh", "", ""),
    Confusion("hoàng chỉnh", "hoàn chỉnh", "", ""),
    Confusion("hoàng cảnh", "hoàn cảnh", "", ""),
    Confusion("hoàng thiện", "hoàn thiện", "", ""),
    Confusion("hoàng toàn", "hoàn toàn", "", ""),
    Confusion("hoàng tất", "hoàn tất", "", ""),
    Confusion("hoãn loạn", "hoảng loạn", "", ""),
    Confusion("hướng dẩn", "hướng dẫn", "", ""),
    Confusion("hướng ứng", "hưởng ứng", "", ""),
    Confusion("hằng hà xa số", "hằng hà sa số", "", ""),
    Confusion("hổ trợ", "hỗ trợ", "", ""),
    Confusion("hỗ chợ", "hỗ trợ", "", ""),
    Confusion("hội trợ", "hội chợ", "giúp cấp lý", ""),
    Confusion("hợp tác xả", "hợp tác xã", "", ""),
    Confusion("khoản cách", "khoảng cách", "", ""),
    Confusion("khoản thời gian", "khoảng thời gian", "", ""),
    Confusion("khuyếch trương", "khuếch trương", "", ""),
    Confusion("khuyếch đại", "khuếch đại", "", ""),
    Confusion("khuếch chương", "khuếch trương", "", ""),
    Confusion("khúc triết", "khúc chiết", "", ""),
    Confusion("khảo xát", "khảo sát", "", ""),
    Confusion("khẳng khái", "khảng khái", "", ""),
    Confusion("kiểm xoát", "kiểm soát", "", ""),
    Confusion("kẻ hở", "kẽ hở", "", ""),
    Confusion("kẽ gian", "kẻ gian", "", ""),
    Confusion("kỷ lưỡng", "kỹ lưỡng", "", ""),
    Confusion("kỷ năng", "kỹ năng", "", "thế"),
    Confusion("kỷ sư", "kỹ sư", "", "thế"),
    Confusion("kỷ thuật", "kỹ thuật", "", "thế"),
    Confusion("kỹ luật", "kỷ luật", "", ""),
    Confusion("kỹ lục", "kỷ lục", "", ""),
    Confusion("kỹ niệm", "kỷ niệm", "", ""),
    Confusion("luân chuẩn", "luân chuyển", "", ""),
    Confusion("lãi xuất", "lãi suất", "", ""),
    Confusion("lãng mạng", "lãng mạn", "", ""),
    Confusion("lũ lục", "lũ lụt", "", ""),
    Confusion("lưu trử", "lưu trữ", "", ""),
    Confusion("lẩn lộn", "lẫn lộn", "", ""),
    Confusion("lổ hổng", "lỗ hổng", "", ""),
    Confusion("lỗ hỏng", "lỗ hổng", "", ""),
    Confusion("lựa trọn", "lựa chọn", "", ""),
    Confusion("mâu thuẩn", "mâu thuẫn", "", ""),
    Confusion("mãi mê", "mải mê", "", ""),
    Confusion("mạnh dạng", "mạnh dạn", "", ""),
    Confusion("mặt bàng", "mặt bằng", "", ""),
    Confusion("nghĩ hưu", "nghỉ hưu", "", ""),
    Confusion("nghĩ lễ", "nghỉ lễ", "", ""),
    Confusion("nghĩ ngơi", "nghỉ ngơi", "", ""),
    Confusion("nghĩ phép", "nghỉ phép", "", ""),
    Confusion("ngày nghĩ", "ngày nghỉ", "", ""),
    Confusion("nói truyện", "nói chuyện", "", ""),
    Confusion("năng xuất", "năng suất", "", ""),
    Confusion("nổi lo", "nỗi lo", "", ""),
    Confusion("nội chợ", "nội trợ", "", ""),
    Confusion("nữa cuối", "nửa cuối", "cùng", ""),
    Confusion("nữa năm", "nửa năm", "", "hơn"),
    Confusion("nữa đầu", "nửa đầu", "tư", "hơn"),
    Confusion("phong trao", "phong trào", "", ""),
    Confusion("phố sá", "phố xá", "", ""),
    Confusion("quãng cáo", "quảng cáo", "", ""),
    Confusion("quãng trường", "quảng trường", "", ""),
    Confusion("quảng đường", "quãng đường", "", ""),
    Confusion("rà xoát", "rà soát", "", ""),
    Confusion("ròn rã", "giòn giã", "", ""),
    Confusion("rõ dàng", "rõ ràng", "", ""),
    Confusion("rũi ro", "rủi ro", "", ""),
    Confusion("rườm già", "rườm rà", "", ""),
    Confusion("rồi rào", "dồi dào", "", ""),
    Confusion("rộn dàng", "rộn ràng", "", ""),
    Confusion("rộng rải", "rộng rãi", "", ""),
    Confusion("rời đô", "dời đô", "", ""),
    Confusion("rở dang", "dở dang", "", ""),
    Confusion("sai xót", "sai sót", "", ""),
    Confusion("san sẽ", "san sẻ", "", ""),
    Confusion("sen kẽ", "xen kẽ", "", ""),
    Confusion("suy nghỉ", "suy nghĩ", "", ""),
    Confusion("suy xụp", "suy sụp", "", ""),
    Confusion("suôn sẽ", "suôn sẻ", "", ""),
    Confusion("suôn xẻ", "suôn sẻ", "", ""),
    Confusion("suất khẩu", "xuất khẩu", "", ""),
    Confusion("suất sắc", "xuất sắc", "", ""),
    Confusion("suất xứ", "xuất xứ", "", ""),
    Confusion("sáng lạn", "xán lạn", "", ""),
    Confusion("sáng lạng", "xán lạn", "", ""),
    Confusion("sát nhập", "sáp nhập", "", ""),
    Confusion("sát xao", "sát sao", "", ""),
    Confusion("sâu sa", "sâu xa", "", ""),
    Confusion("sâu xắc", "sâu sắc", "", ""),
    Confusion("sót xa", "xót xa", "", ""),
    Confusion("súc phạm", "xúc phạm", "", ""),
    Confusion("súc tiến", "xúc tiến", "", ""),
    Confusion("súc động", "xúc động", "", ""),
    Confusion("súi giục", "xúi giục", "", ""),
    Confusion("sơ xuất", "sơ suất", "", ""),
    Confusion("sơ xác", "xơ xác", "", ""),
    Confusion("sương máu", "xương máu", "", ""),
    Confusion("sương sống", "xương sống", "", ""),
    Confusion("sản suất", "sản xuất", "", ""),
    Confusion("sắp sếp", "sắp xếp", "", ""),
    Confusion("sẵn xàng", "sẵn sàng", "", ""),
    Confusion("sổ xố", "xổ số", "", ""),
    Confusion("sử lí", "xử lí", "", "lịch"),
    Confusion("sử lý", "xử lý", "", "lịch"),
    Confusion("sử phạt", "xử phạt", "", "lịch"),
    Confusion("sữa chữa", "sửa chữa", "", ""),
    Confusion("sữa đổi", "sửa đổi", "", ""),
    Confusion("thiếu xót", "thiếu sót", "", ""),
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
    Confusion("tiến hàng", "tiến hành", "", ""),
    Confusion("tiếp súc", "tiếp xúc", "", ""),
    Confusion("trao chuốt", "trau chuốt", "", ""),
    Confusion("trao dồi", "trau dồi", "", ""),
    Confusion("trao giồi", "trau dồi", "", ""),
    Confusion("trau giồi", "trau dồi", "", ""),
    Confusion("trung kết", "chung kết", "", "tập"),
    Confusion("trách nghiệm", "trách nhiệm", "", ""),
    Confusion("trãi dài", "trải dài", "", ""),
    Confusion("trãi nghiệm", "trải nghiệm", "", ""),
    Confusion("trãi qua", "trải qua", "", ""),
    Confusion("trò truyện", "trò chuyện", "", ""),
    Confusion("trú trọng", "chú trọng", "", ""),
    Confusion("trú ý", "chú ý", "", ""),
    Confusion("trăm sóc", "chăm sóc", "", ""),
    Confusion("trấn chỉnh", "chấn chỉnh", "", ""),
    Confusion("trấn thương", "chấn thương", "", ""),
    Confusion("trậm chễ", "chậm trễ", "", ""),
    Confusion("trỉ trích", "chỉ trích", "", ""),
    Confusion("trọn lọc", "chọn lọc", "", ""),
    Confusion("tuyên chuyền", "tuyên truyền", "", ""),
    Confusion("tài chợ", "tài trợ", "", ""),
    Confusion("tài khoảng", "tài khoản", "", ""),
    Confusion("tạm chú", "tạm trú", "ý trọng", ""),
    Confusion("tần xuất", "tần suất", "", ""),
    Confusion("tồn động", "tồn đọng", "", ""),
    Confusion("tổng quang", "tổng quan", "", ""),
    Confusion("tựu chung", "tựu trung", "", ""),
    Confusion("viễn vông", "viển vông", "", ""),
    Confusion("vô hình chung", "vô hình trung", "", ""),
    Confusion("vô hình dung", "vô hình trung", "", ""),
    Confusion("vô tình chung", "vô hình trung", "", ""),
    Confusion("vĩnh viển", "vĩnh viễn", "", ""),
    Confusion("vẽ đẹp", "vẻ đẹp", "", ""),
    Confusion("vị chí", "vị trí", "", ""),
    Confusion("xa sút", "sa sút", "", ""),
    Confusion("xa thải", "sa thải", "", ""),
    Confusion("xa đoạ", "sa đoạ", "", ""),
    Confusion("xiêng năng", "siêng năng", "", ""),
    Confusion("xum họp", "sum họp", "", ""),
    Confusion("xum vầy", "sum vầy", "", ""),
    Confusion("xum xuê", "sum suê", "", ""),
    Confusion("xung sức", "sung sức", "", ""),
    Confusion("xung túc", "sung túc", "", ""),
    Confusion("xuôn xẻ", "suôn sẻ", "", ""),
    Confusion("xuất cơm", "suất cơm", "", "sản"),
    Confusion("xuất học bổng", "suất học bổng", "", ""),
    Confusion("xuất quà", "suất quà", "", "sản"),
    Confusion("xuất xắc", "xuất sắc", "", ""),
    Confusion("xuất ăn", "suất ăn", "", "sản"),
    Confusion("xác nhập", "sáp nhập", "", ""),
    Confusion("xác xuất", "xác suất", "", ""),
    Confusion("xán lạng", "xán lạn", "", ""),
    Confusion("xát nhập", "sáp nhập", "", ""),
    Confusion("xâu sắc", "sâu sắc", "", ""),
    Confusion("xâu xa", "sâu xa", "", ""),
    Confusion("xã lũ", "xả lũ", "", ""),
    Confusion("xét sử", "xét xử", "", ""),
    Confusion("xót lại", "sót lại", "", ""),
    Confusion("xôi nổi", "sôi nổi", "", ""),
    Confusion("xôi động", "sôi động", "", ""),
    Confusion("xúc tích", "súc tích", "", ""),
    Confusion("xúc vật", "súc vật", "", ""),
    Confusion("xúi dục", "xúi giục", "", ""),
    Confusion("xơ bộ", "sơ bộ", "", ""),
    Confusion("xơ kết", "sơ kết", "", ""),
    Confusion("xơ lược", "sơ lược", "", ""),
    Confusion("xơ sài", "sơ sài", "", ""),
    Confusion("xơ đồ", "sơ đồ", "", ""),
    Confusion("xương mù", "sương mù", "", ""),
    Confusion("xả viên", "xã viên", "", ""),
    Confusion("xắp sếp", "sắp xếp", "", ""),
    Confusion("xắp xếp", "sắp xếp", "", ""),
    Confusion("xẵn sàng", "sẵn sàng", "", ""),
    Confusion("xổ xố", "xổ số", "", ""),
    Confusion("xứ giả", "sứ giả", "", ""),
    Confusion("xứ mệnh", "sứ mệnh", "", ""),
    Confusion("xử dụng", "sử dụng", "", ""),
    Confusion("ý trí", "ý chí", "", ""),
    Confusion("điều khoảng", "điều khoản", "", ""),
    Confusion("đãm bảo", "đảm bảo", "", ""),
    Confusion("đường xá", "đường sá", "", ""),
    Confusion("đặc xắc", "đặc sắc", "", ""),
    Confusion("đề suất", "đề xuất", "", ""),
    Confusion("đều đặng", "đều đặn", "", ""),
    Confusion("đọc giả", "độc giả", "", ""),
    Confusion("đối sử", "đối xử", "", ""),
    Confusion("đỗ lỗi", "đổ lỗi", "", ""),
    Confusion("đỗ vỡ", "đổ vỡ", "", ""),
    Confusion("đột suất", "đột xuất", "", ""),
    Confusion("ỹ lại", "ỷ lại", "", ""),
];

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    let mut flags = Vec::new();
    for at in 0..reading.tokens.len() {
        if reading.tokens[at].shape == Shape::Other {
            continue;
        }
        let head = reading.plain(at);
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
    (!behind && !ahead).then_some(length)
}

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
        for excused in ["thăm quan chức cấp cao", "lịch sử lý luận", "tập trung kết nối"] {
            assert!(check(excused, &Exempt::new()).is_empty(), "{excused}");
        }
    }
}
