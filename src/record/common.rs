//! What every record of a story can say: identity, publication, photos, tags, and paragraphs written by hand.

use super::value::{Day, FileName, Moment, Photo, Prose, Text};
use super::{choice, map_field, record, text_or_map_field};

choice! {
    /// How far a story has come — *trạng thái*.
    enum Status {
        Published = "published" "đã đăng";
        Draft = "draft" "bản nháp";
        Review = "review" "chờ duyệt";
        Withdrawn = "withdrawn" "đã gỡ";
    }
}

choice! {
    /// Who may see it — *phạm vi*.
    enum Visibility {
        Public = "public" "công khai";
        Internal = "internal" "nội bộ";
    }
}

record! {
    /// Keys that any record of a story may hold; one of them is enough for the whole story.
    struct Common = "common" {
        id: Option<Text>, "Mã", "Mã không bao giờ đổi của tin; mặc định là tên thư mục không có ngày.";
        aliases: Vec<Text>, "Địa chỉ cũ", "Các mã trước đây của tin, hoặc địa chỉ cũ như tin/2024/10/ten-cu/, bai-viet/ten-cu.html, để người đọc vẫn tới đúng nơi.";
        status: Option<Status>, "Trạng thái", "draft, review, published (mặc định) hoặc withdrawn.";
        withdrawal: Option<Box<Withdrawal>>, "Gỡ tin", "Ngày và lý do gỡ, để địa chỉ của tin nói rõ; không ghi thì tin bị gỡ không để lại trang nào.";
        visibility: Option<Visibility>, "Phạm vi", "public (mặc định) hoặc internal: chỉ lưu trong documents/.";
        publish_at: Option<Moment>, "Đăng lúc", "Ngày (giờ) đăng; trước lúc đó tin không xuất hiện.";
        expires_at: Option<Moment>, "Hết hạn lúc", "Ngày (giờ) tin thôi xuất hiện.";
        category: Option<Text>, "Chuyên mục", "Chuyên mục của tin.";
        tags: Vec<Text>, "Nhãn", "Các nhãn của tin.";
        author: Option<Text>, "Tác giả", "Bút danh hoặc đơn vị viết tin, in cuối bài.";
        source_credit: Option<Text>, "Nguồn tin", "In sau chữ Theo ở cuối bài.";
        summary: Option<Text>, "Tóm tắt", "Một, hai câu đứng đầu bài và trong danh sách tin.";
        photos: Vec<Photo>, "Ảnh", "Ảnh của tin.";
        video: Vec<Link>, "Video", "Địa chỉ video.";
        attachments: Vec<Attachment>, "Tệp đính kèm", "Tệp đi kèm tin, nằm trong thư mục của tin.";
        corrections: Vec<Correction>, "Đính chính", "Những lần sửa sau khi đăng.";
        notice_to_readers: Option<Text>, "Lưu ý bạn đọc", "Câu in cuối bài, ví dụ tin minh họa.";
        article: Option<Box<ArticleByHand>>, "Đoạn viết tay", "Đoạn viết sẵn thay cho đoạn máy soạn.";
        allow: Vec<Allowed>, "Cho phép", "Quy tắc kiểm tra được bỏ qua, kèm lý do.";
    }
}

record! {
    /// What stands in the place of a withdrawn story — *gỡ tin*.
    struct Withdrawal = "withdrawal" {
        date: Day, "Ngày", "Ngày gỡ.";
        reason: Text, "Lý do", "Vì sao tin được gỡ: một câu, in trên trang.";
        successor: Option<Text>, "Tin thay thế", "Mã của tin thay thế trên trang này, hoặc địa chỉ https.";
    }
}

record! {
    /// A file that comes with the story — *tệp đính kèm*.
    struct Attachment = "attachment" {
        file: FileName, "Tệp", "Tên tệp trong thư mục của tin.";
        title: Option<Text>, "Tên gọi", "Tên hiện cho người đọc.";
    }
}

record! {
    /// An address on the web — *liên kết*.
    struct Link = "link" {
        url: Text, "Địa chỉ", "Địa chỉ https.";
        title: Option<Text>, "Tên gọi", "Tên hiện cho người đọc.";
    }
}

record! {
    /// A correction after publication — *đính chính*.
    struct Correction = "correction" {
        date: Day, "Ngày", "Ngày đính chính.";
        text: Text, "Nội dung", "Đã sửa điều gì.";
    }
}

record! {
    /// A rule that this record may break — *cho phép*.
    struct Allowed = "allow" {
        rule: Text, "Quy tắc", "Tên quy tắc, như sum-mismatch.";
        reason: Text, "Lý do", "Vì sao được bỏ qua.";
    }
}

record! {
    /// Paragraphs written by hand; each takes the place of the written one of that name.
    struct ArticleByHand = "article" {
        headline: Option<Text>, "Tít", "Tít của bài.";
        change: Option<Prose>, "Thay đổi", "Đoạn báo hủy, hoãn, đổi lịch.";
        lead: Option<Prose>, "Mở đầu", "Đoạn mở đầu: khi nào, ở đâu, ai tổ chức.";
        attendance: Option<Prose>, "Thành phần", "Đoạn về người tham dự.";
        bridges: Option<Prose>, "Điểm cầu", "Đoạn về các điểm cầu trực tuyến.";
        purposes: Option<Prose>, "Mục đích", "Đoạn về mục đích, nội dung.";
        programme: Option<Prose>, "Chương trình", "Đoạn về chương trình.";
        opening: Option<Prose>, "Khai mạc", "Đoạn về phát biểu khai mạc, chỉ đạo.";
        reports: Option<Prose>, "Báo cáo", "Đoạn về các báo cáo được trình bày.";
        results: Option<Prose>, "Kết quả", "Đoạn về kết quả, bối cảnh.";
        figures: Option<Prose>, "Số liệu", "Đoạn về số liệu.";
        limitations: Option<Prose>, "Hạn chế", "Đoạn về hạn chế, nguyên nhân.";
        discussion: Option<Prose>, "Thảo luận", "Đoạn về thảo luận, tham luận.";
        proposals: Option<Prose>, "Kiến nghị", "Đoạn về kiến nghị và trả lời.";
        votes: Option<Prose>, "Biểu quyết", "Đoạn về biểu quyết, nghị quyết, nhân sự.";
        activities: Option<Prose>, "Hoạt động khác", "Đoạn về khen thưởng, ký kết, thăm, tặng quà.";
        conclusions: Option<Prose>, "Kết luận", "Đoạn về kết luận.";
        closing: Option<Prose>, "Kết thúc", "Đoạn cuối bài.";
    }
}

text_or_map_field!(Attachment.file, Link.url);
map_field!(Correction, Allowed, ArticleByHand, Withdrawal);
