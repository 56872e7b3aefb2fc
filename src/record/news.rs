//! `news.yaml`: an item or announcement with no meeting behind it — *tin, thông báo*.

use super::common::Common;
use super::meeting::Citation;
use super::value::{Day, Prose, Text};
use super::{choice, record};

choice! {
    /// What kind of item it is — *loại tin*.
    enum NewsKind {
        News = "news" "tin";
        Announcement = "announcement" "thông báo";
        Reply = "reply" "trả lời công dân";
    }
}

record! {
    /// A news item — *tin*; its body is Markdown.
    struct News = "news.yaml" {
        ..common: Common;
        title: Text, "Tít", "Tít của tin.";
        date: Day, "Ngày", "Ngày của tin.";
        kind: Option<NewsKind>, "Loại", "news, announcement hoặc reply.";
        place: Option<Text>, "Địa danh", "Nơi viết tin, in đầu bài.";
        body: Prose, "Nội dung", "Nội dung bằng Markdown.";
        documents: Vec<Citation>, "Văn bản dẫn", "Văn bản được nhắc tới.";
        contact: Option<Text>, "Liên hệ", "Nơi liên hệ để biết thêm.";
    }
}
