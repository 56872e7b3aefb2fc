//! A record to fill in — *bản ghi mẫu*: every key with its label and explanation, required ones open, the rest as comments.

use super::{FieldInfo, Shape};

/// Mappings inside mappings are shown this deep; deeper ones are explained by the schema.
const DEPTH: usize = 3;

/// The text of a blank record; `filled` gives the values of keys that are known already.
pub fn blank(fields: fn() -> Vec<FieldInfo>, filled: &[(&str, String)]) -> String {
    let mut out = String::new();
    let (required, optional): (Vec<FieldInfo>, Vec<FieldInfo>) = fields().into_iter().partition(|field| field.required);
    for field in required {
        let value = filled.iter().find(|(key, _)| *key == field.key).map(|(_, value)| value.clone());
        out.push_str(&format!("# {}: {}\n", field.label, field.help));
        match value {
            Some(value) => out.push_str(&format!("{}: {value}\n\n", field.key)),
            None => {
                let mut lines = Vec::new();
                describe(field.key, (field.shape)(), 0, &mut lines);
                out.push_str(&lines.join("\n"));
                out.push_str("\n\n");
            }
        }
    }
    for field in optional {
        out.push_str(&format!("# {}: {}\n", field.label, field.help));
        let mut lines = Vec::new();
        describe(field.key, (field.shape)(), 0, &mut lines);
        lines.iter().for_each(|line| out.push_str(&format!("#{line}\n")));
        out.push('\n');
    }
    out
}

/// The lines of one key, by what may stand behind it.
fn describe(key: &str, shape: Shape, depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    match shape {
        Shape::Prose => {
            lines.push(format!("{indent}{key}: |"));
            lines.push(format!("{indent}  …"));
        }
        Shape::Map(_, fields) | Shape::TextOrMap(_, fields) if depth < DEPTH => {
            lines.push(format!("{indent}{key}:"));
            inner(fields, depth + 1, lines);
        }
        Shape::List(item) => {
            lines.push(format!("{indent}{key}:"));
            match *item {
                Shape::Map(_, fields) if depth + 1 < DEPTH => {
                    let from = lines.len();
                    inner(fields, depth + 2, lines);
                    if let Some(first) = lines.get_mut(from) {
                        *first = format!("{indent}  - {}", first.trim_start());
                    }
                }
                other => lines.push(format!("{indent}  - {}", example(&other))),
            }
        }
        other => lines.push(format!("{indent}{key}: {}", example(&other))),
    }
}

fn inner(fields: fn() -> Vec<FieldInfo>, depth: usize, lines: &mut Vec<String>) {
    for field in fields() {
        let from = lines.len();
        describe(field.key, (field.shape)(), depth, lines);
        if let Some(first) = lines.get_mut(from) {
            first.push_str(&format!("  # {}", field.label));
        }
    }
}

/// What a value looks like.
fn example(shape: &Shape) -> String {
    match shape {
        Shape::Text | Shape::Prose | Shape::List(_) => "…".to_owned(),
        Shape::File => "anh-1.jpg".to_owned(),
        Shape::Flag => "true".to_owned(),
        Shape::Amount => "81,725 tỷ đồng".to_owned(),
        Shape::Count => "53".to_owned(),
        Shape::Rate => "82,26%".to_owned(),
        Shape::Day => "10/10/2024".to_owned(),
        Shape::Clock => "14:00".to_owned(),
        Shape::Moment => "11/10/2024 08:00".to_owned(),
        Shape::Due => "31/12/2024".to_owned(),
        Shape::Choice(choices) => choices.iter().map(|(key, _)| *key).collect::<Vec<_>>().join(" | "),
        Shape::Map("person", _) | Shape::TextOrMap("person", _) => "ông Nguyễn Văn A - Giám đốc Sở B".to_owned(),
        Shape::Map(..) | Shape::TextOrMap(..) => "…".to_owned(),
    }
}
