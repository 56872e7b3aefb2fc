//! The values a record is made of, each read as Vietnamese offices write it and refused with a reason and a mend.

pub mod amount;
pub mod date;
pub mod due;
pub mod text;
pub mod unit;

pub use amount::{Amount, Count, Grouping, Qualifier, Rate};
pub use date::{Clock, Day, Moment};
pub use due::{Due, DueKind};
pub use text::{FileName, Prose, Text, is_device};
pub use unit::Unit;

use super::node::Node;
use super::schema::Shape;
use super::{Cx, Field, Visit, choice, nearest, record};
use crate::diag::{Diagnostic, Message};

/// Which of the choices a scalar names, by key or by Vietnamese name (marks and case do not count).
pub fn choose(node: &Node, choices: &[(&str, &str)], cx: &mut Cx) -> Option<usize> {
    let Some(text) = node.scalar() else {
        cx.wrong_shape(node, "shape-text");
        return None;
    };
    let folded = crate::viet::fold::fold(text.trim());
    let found = choices.iter().position(|(key, name)| *key == text.trim() || crate::viet::fold::fold(name) == folded);
    if found.is_none() {
        let keys: Vec<&str> = choices.iter().map(|(key, _)| *key).collect();
        let both = |(key, name): &(&str, &str)| format!("{key} ({name})");
        let near = nearest(text, &keys).and_then(|near| choices.iter().find(|(key, _)| *key == near));
        let hint = match near.or_else(|| meant(&folded, choices)) {
            Some(near) => Message::new("did-you-mean").with("near", both(near)),
            None => {
                let all: Vec<String> = choices.iter().map(both).collect();
                Message::new("value-choice.hint").with("choices", all.join(", "))
            }
        };
        cx.error(node.span, Diagnostic::error("value-choice").with("value", text).hint(hint));
    }
    found
}

/// The only choice whose Vietnamese name is a part of the text, or holds it: *buổi sáng, nháp*.
fn meant<'c, 'w>(folded: &str, choices: &'c [(&'w str, &'w str)]) -> Option<&'c (&'w str, &'w str)> {
    let words = |text: &str| format!(" {text} ");
    let fits = |(_, name): &&(&str, &str)| {
        let name = words(&crate::viet::fold::fold(name));
        words(folded).contains(&name) || name.contains(&words(folded))
    };
    let mut found = choices.iter().filter(fits);
    found.next().filter(|_| found.next().is_none())
}

/// Yes or no. Absent is no.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Flag(pub bool);

impl Field for Flag {
    const REQUIRED: bool = false;

    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let choices = [("true", "có"), ("yes", "đúng"), ("false", "không"), ("no", "sai")];
        Flag(choose(node, &choices, cx).is_some_and(|at| at < 2))
    }

    fn is_absent(&self) -> bool {
        !self.0
    }

    fn shape() -> Shape {
        Shape::Flag
    }
}

record! {
    /// A photo of the story — *ảnh*.
    struct Photo = "photo" {
        file: FileName, "Tệp ảnh", "Tên tệp ảnh (jpg, png) nằm trong thư mục của tin.";
        alt: Text, "Mô tả ảnh", "Một câu tả những gì nhìn thấy trong ảnh, dành cho người không xem được ảnh.";
        caption: Option<Text>, "Chú thích", "Chú thích in dưới ảnh.";
        credit: Option<Text>, "Nguồn ảnh", "Tên người chụp hoặc nơi cung cấp ảnh.";
        people: Vec<Text>, "Người trong ảnh", "Tên những người trong ảnh, từ trái qua phải.";
        papers: Vec<PhotoPaper>, "Văn bản in ảnh", "minutes, notice, report hoặc document: văn bản in ảnh này ở phụ lục ảnh; mặc định ảnh chỉ đăng cùng tin.";
    }
}

choice! {
    /// A document that prints a photo — *văn bản in ảnh*.
    enum PhotoPaper {
        Minutes = "minutes" "biên bản";
        Notice = "notice" "thông báo kết luận";
        Report = "report" "báo cáo kinh phí";
        Document = "document" "văn bản";
    }
}

impl Field for Photo {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        super::decode_map(node, cx)
    }

    fn walk(&self, visitor: &mut dyn Visit) {
        visitor.photo(self);
        self.walk_fields(visitor);
    }

    fn shape() -> Shape {
        Shape::Map("photo", <Photo as super::Record>::fields)
    }
}
