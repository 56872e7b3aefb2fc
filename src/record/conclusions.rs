//! `conclusions.yaml`: what was concluded and who must do what by when — *kết luận*.

use super::common::Common;
use super::meeting::Citation;
use super::papers::Paper;
use super::party::{Body, Person};
use super::value::{Day, Due, Text};
use super::{choice, map_field, record, text_or_map_field};

record! {
    /// The conclusions of a meeting — *kết luận*.
    struct Conclusions = "conclusions.yaml" {
        ..common: Common;
        title: Option<Text>, "Tên gọi", "Chỉ cần khi không có meeting.yaml bên cạnh.";
        date: Option<Day>, "Ngày", "Ngày kết luận, nếu khác ngày họp.";
        by: Option<Person>, "Người kết luận", "Người chủ trì kết luận.";
        intro: Option<Text>, "Mở đầu", "Câu dẫn trước các kết luận.";
        assessment: Vec<Text>, "Đánh giá chung", "Những nhận định đứng trước nhiệm vụ.";
        items: Vec<Item>, "Nội dung kết luận", "Các kết luận theo thứ tự; số, chữ do máy đánh.";
        milestones: Vec<Milestone>, "Mốc thời gian", "Các mốc sắp tới theo thứ tự.";
        closing: Option<Text>, "Câu kết", "Câu cuối của thông báo.";
        notice: Option<Box<Paper>>, "Thông báo kết luận", "Số, ngày, người ký, nơi nhận của thông báo.";
    }
}

record! {
    /// One conclusion — *mục kết luận*; items may hold items.
    struct Item = "item" {
        heading: Option<Text>, "Tiêu đề", "Tiêu đề ngắn của mục.";
        text: Option<Text>, "Nội dung", "Câu kết luận.";
        paragraphs: Vec<Text>, "Đoạn tiếp", "Những đoạn tiếp theo của mục.";
        points: Vec<Text>, "Điểm", "Các ý dưới mục: a), b), c) …";
        tasks: Vec<Task>, "Nhiệm vụ", "Việc giao cho cơ quan nào, hạn bao giờ.";
        items: Vec<Item>, "Mục con", "Các mục con.";
        documents: Vec<Citation>, "Văn bản dẫn", "Văn bản được nhắc tới trong mục này.";
    }
}

choice! {
    /// How far a task has come — *tình trạng*.
    enum TaskStatus {
        Open = "open" "chưa thực hiện";
        Doing = "doing" "đang thực hiện";
        Done = "done" "đã hoàn thành";
        Late = "late" "quá hạn";
    }
}

record! {
    /// A task — *nhiệm vụ*: what, who leads, who joins, by when.
    struct Task = "task" {
        what: Text, "Việc", "Việc phải làm, bắt đầu bằng động từ.";
        lead: Vec<Body>, "Chủ trì", "Cơ quan chủ trì.";
        partners: Vec<Body>, "Phối hợp", "Cơ quan phối hợp.";
        person: Option<Box<Person>>, "Người phụ trách", "Người được giao, nếu có.";
        due: Option<Due>, "Thời hạn", "Ngày, tháng, quý, năm hoặc lời.";
        status: Option<TaskStatus>, "Tình trạng", "open, doing, done hoặc late.";
        result: Option<Text>, "Kết quả", "Kết quả thực hiện.";
    }
}

record! {
    /// A date to come — *mốc thời gian*.
    struct Milestone = "milestone" {
        due: Due, "Thời gian", "Ngày, tháng, quý hoặc lời.";
        what: Text, "Việc", "Việc của mốc này.";
    }
}

map_field!(Task, Milestone);
text_or_map_field!(Item.text);

impl Conclusions {
    /// Every task of the conclusions, item by item, each before those of the items below it.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.items.iter().flat_map(Item::tasks)
    }
}

impl Item {
    /// The tasks of an item, then those of its parts.
    fn tasks(&self) -> Vec<&Task> {
        self.tasks.iter().chain(self.items.iter().flat_map(Item::tasks)).collect()
    }
}
