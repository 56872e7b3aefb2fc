//! One row of a programme — *nội dung chương trình*: as a mapping, or in one line with its hours in front.

use super::node::Node;
use super::party::Person;
use super::schema::Shape;
use super::value::{Clock, Day, Text};
use super::{Complete, Cx, Field, Record, Visit, decode_map, record};
use crate::viet::clock;

record! {
    /// One row of the agenda — *nội dung chương trình*.
    struct AgendaItem = "agenda item" {
        start: Option<Clock>, "Từ", "Giờ bắt đầu.";
        end: Option<Clock>, "Đến", "Giờ kết thúc.";
        date: Option<Day>, "Ngày", "Ngày, khi họp nhiều ngày.";
        section: Option<Text>, "Phần", "Tên phần mà từ đây bắt đầu.";
        title: Text, "Nội dung", "Nội dung; giờ có thể viết ngay ở đầu: 07h30 - 08h00 Đón tiếp đại biểu.";
        presenter: Option<Box<Person>>, "Thực hiện", "Người trình bày, điều hành.";
        items: Vec<Text>, "Chi tiết", "Các ý nhỏ.";
    }
}

impl Field for AgendaItem {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let mut item = match node.scalar() {
            Some(_) => AgendaItem { title: Text::decode(node, cx), ..AgendaItem::default() },
            None => decode_map(node, cx),
        };
        if item.start.is_none()
            && item.end.is_none()
            && let Some((start, end, rest)) = hours(&item.title)
        {
            let clock = |time| Clock { time: Some(time), span: item.title.span };
            (item.start, item.end) = (Some(clock(start)), end.map(clock));
            item.title.value = rest;
        }
        item
    }

    fn walk(&self, visitor: &mut dyn Visit) {
        self.walk_fields(visitor);
    }

    fn walk_mut(&mut self, visitor: &mut dyn Complete) {
        self.walk_fields_mut(visitor);
    }

    fn shape() -> Shape {
        Shape::TextOrMap(AgendaItem::NAME, AgendaItem::fields)
    }
}

/// `07h30 - 08h00: Đón tiếp đại biểu` is two times and what is done.
fn hours(text: &str) -> Option<(clock::Clock, Option<clock::Clock>, String)> {
    let (start, rest) = leading(text.trim_start_matches("Từ ").trim_start_matches("từ "))?;
    let dash = ["-", "–", "—", "đến "].iter().find_map(|mark| rest.trim_start().strip_prefix(mark));
    let (end, rest) = match dash.and_then(|after| leading(after.trim_start())) {
        Some((end, rest)) => (Some(end), rest),
        None => (None, rest),
    };
    let rest = rest.trim_start_matches([' ', ':', '-', '–', '—', ',', '.']);
    (!rest.is_empty()).then(|| (start, end, crate::viet::sentence::upper_first(rest)))
}

/// The time that a text begins with, in its longest form (*8 giờ 30 phút*), and what follows.
fn leading(text: &str) -> Option<(clock::Clock, &str)> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(16).collect::<Vec<_>>();
    ends.into_iter().rev().find_map(|end| {
        let rest = &text[end..];
        let cut = rest.is_empty() || rest.starts_with([' ', ':', '-', '–', '—', ',', '.']);
        let time = clock::Clock::from_text(text[..end].trim_end_matches(':')).filter(|_| cut)?;
        Some((time, rest))
    })
}

#[cfg(test)]
mod tests {
    use super::hours;

    #[test]
    fn hours_stand_in_front() {
        for (line, told) in [
            ("07h30 - 08h00 Đón tiếp đại biểu", "7h30 8h Đón tiếp đại biểu"),
            ("7:30-8:00: đón tiếp", "7h30 8h Đón tiếp"),
            ("14 giờ 00 phút – 15 giờ Hội đàm", "14h 15h Hội đàm"),
            ("từ 8h đến 9h30, Khai mạc", "8h 9h30 Khai mạc"),
            ("14h15: Hội đàm", "14h15 - Hội đàm"),
        ] {
            let (start, end, rest) = hours(line).unwrap();
            let end = end.map_or_else(|| "-".to_owned(), |end| end.news());
            assert_eq!(format!("{} {end} {rest}", start.news()), told, "{line}");
        }
        for line in ["10 năm thành lập", "Khai mạc lúc 8h", "8h", "3.5 Chuyên đề"] {
            assert!(hours(line).is_none(), "{line}");
        }
    }
}
