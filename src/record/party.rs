//! Who takes part: persons and bodies, written in full, in one line, or by their id in `people.yaml`.

mod line;

use super::node::Node;
use super::schema::Shape;
use super::value::Text;
use super::{Complete, Cx, Field, Record, Visit, decode_map, record};
use crate::diag::Diagnostic;
use crate::source::Span;

record! {
    /// A body — *cơ quan, đơn vị, tổ chức*.
    struct BodyFields = "body" {
        id: Option<Text>, "Mã", "Mã của cơ quan trong people.yaml.";
        name: Option<Text>, "Tên", "Tên chính thức, đầy đủ.";
        abbreviation: Option<Text>, "Tên viết tắt", "Dạng viết tắt, như UBND, ghi trong ngoặc ở lần nhắc đầu tiên.";
        superior: Option<Text>, "Cơ quan chủ quản", "Cơ quan cấp trên trực tiếp, viết sau tên khi cần nêu rõ.";
    }
}

record! {
    /// A person — *người*, or an unnamed representative when only position or body is known.
    struct PersonFields = "person" {
        id: Option<Text>, "Mã", "Mã của người này trong people.yaml.";
        honorific: Option<Text>, "Cách gọi", "ông, bà, đồng chí …";
        rank: Option<Text>, "Học hàm, học vị", "GS.TS., PGS.TS. … (chỉ in trong tin, không in ở chữ ký).";
        name: Option<Text>, "Họ và tên", "Họ, chữ đệm và tên đầy đủ.";
        positions: Vec<Text>, "Chức vụ", "Một hoặc nhiều chức vụ, chức vụ chính đứng trước.";
        body: Option<Box<Body>>, "Cơ quan", "Cơ quan công tác, nếu chưa nằm trong chức vụ.";
        nationality: Option<Text>, "Quốc tịch", "Chỉ ghi với khách nước ngoài.";
    }
}

/// A body: its name, its id in the register, or a mapping of both and more.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// The facts, complete once the register has been consulted.
    pub fields: BodyFields,
    /// Where it stands.
    pub span: Span,
    /// Given by id alone, so the id must be known.
    pub by_id: bool,
}

/// A person: one line, an id in the register, or a mapping.
#[derive(Debug, Clone, Default)]
pub struct Person {
    /// The facts, complete once the register has been consulted.
    pub fields: PersonFields,
    /// Where it stands.
    pub span: Span,
    /// Given by id, so the id must be known.
    pub by_id: bool,
}

/// `ngo-quang-trung`: what can only be an id.
pub fn is_id(text: &str) -> bool {
    let id_char = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    text.contains(['-', '_']) && text.chars().all(id_char) && text.starts_with(|c: char| c.is_ascii_lowercase())
}

impl Person {
    /// All positions with the body, as they follow the name: `Ủy viên A, Cục trưởng Cục B`.
    pub fn title(&self) -> String {
        let mut title = self.fields.positions.iter().map(|text| text.value.as_str()).collect::<Vec<_>>().join(", ");
        if let Some(body) = self.fields.body.as_deref().map(Body::name).filter(|name| !title.contains(*name)) {
            // A position that says what it is about ends there: the body stands apart from it.
            let apart = self.fields.positions.last().is_some_and(|position| position.contains(" về "));
            let glue = if title.is_empty() {
                ""
            } else if apart {
                ", "
            } else {
                " "
            };
            title = format!("{title}{glue}{body}");
        }
        title
    }

    /// The name with rank, or the position of somebody unnamed.
    pub fn name(&self) -> &str {
        self.fields.name.as_deref().unwrap_or_default()
    }
}

impl Body {
    /// The official name.
    pub fn name(&self) -> &str {
        self.fields.name.as_deref().unwrap_or_default()
    }
}

impl Field for Body {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        if node.scalar().is_none() {
            let fields: BodyFields = decode_map(node, cx);
            let by_id = fields.id.is_some();
            return Body { fields, span: node.span, by_id };
        }
        let text = Text::decode(node, cx);
        let by_id = is_id(&text);
        let fields = match by_id {
            true => BodyFields { id: Some(text), ..BodyFields::default() },
            false => BodyFields { name: Some(text), ..BodyFields::default() },
        };
        Body { fields, span: node.span, by_id }
    }

    fn walk(&self, visitor: &mut dyn Visit) {
        visitor.body(self);
        self.fields.walk_fields(visitor);
    }

    fn walk_mut(&mut self, visitor: &mut dyn Complete) {
        visitor.body(self);
        self.fields.walk_fields_mut(visitor);
    }

    fn shape() -> Shape {
        Shape::TextOrMap("body", BodyFields::fields)
    }
}

impl Field for Person {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        if node.scalar().is_none() {
            let fields: PersonFields = decode_map(node, cx);
            let by_id = fields.id.is_some();
            return Person { fields, span: node.span, by_id };
        }
        let mut told = Person::decode_some(node, cx);
        if told.len() > 1 {
            cx.error(node.span, several(node).hint_id("person-several.hint.one"));
        }
        told.pop().unwrap_or_default()
    }

    /// The persons of one line; a mapping is one.
    fn decode_some(node: &Node, cx: &mut Cx) -> Vec<Self> {
        if node.scalar().is_none() {
            return vec![Person::decode(node, cx)];
        }
        let text = Text::decode(node, cx);
        if is_id(&text) {
            let fields = PersonFields { id: Some(text), ..PersonFields::default() };
            return vec![Person { fields, span: node.span, by_id: true }];
        }
        let person = |text: &str| Person { fields: line::person(text, node.span), span: node.span, by_id: false };
        match line::persons(&text) {
            line::Persons::Told(lines) => lines.into_iter().map(person).collect(),
            line::Persons::Unclear => {
                cx.error(node.span, several(node).hint_id("person-several.hint"));
                Vec::new()
            }
        }
    }

    fn walk(&self, visitor: &mut dyn Visit) {
        visitor.person(self);
        self.fields.walk_fields(visitor);
    }

    fn walk_mut(&mut self, visitor: &mut dyn Complete) {
        visitor.person(self);
        self.fields.walk_fields_mut(visitor);
    }

    fn shape() -> Shape {
        Shape::TextOrMap("person", PersonFields::fields)
    }
}

impl serde::Serialize for Body {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.fields.serialize(serializer)
    }
}

impl serde::Serialize for Person {
    /// The person's keys, and `title`: all positions with the body in one phrase.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Shape<'a> {
            #[serde(flatten)]
            fields: &'a PersonFields,
            #[serde(skip_serializing_if = "String::is_empty")]
            title: String,
        }
        Shape { fields: &self.fields, title: self.title() }.serialize(serializer)
    }
}

fn several(node: &Node) -> Diagnostic {
    Diagnostic::error("person-several").with("value", node.scalar().unwrap_or_default().trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_from_names() {
        assert!(is_id("ngo-quang-trung") && is_id("cuc_ctdp"));
        assert!(!is_id("Ngô Quang Trung") && !is_id("Trung") && !is_id("-x"));
    }
}
