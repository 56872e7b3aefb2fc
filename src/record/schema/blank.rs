//! A record to fill in — *bản ghi mẫu*: every key with its label and explanation, required ones open, the rest as comments.

use super::{FieldInfo, Shape};

/// Mappings inside mappings are shown this deep; deeper ones are explained by the schema.
const DEPTH: usize = 4;

/// What one line says in full: no mapping is shown for it.
const LINES: [&str; 5] = ["person", "body", "citation", "link", "position"];

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
                out.push_str(&Lines::of(&field).join("\n"));
                out.push_str("\n\n");
            }
        }
    }
    for field in optional {
        out.push_str(&format!("# {}: {}\n", field.label, field.help));
        Lines::of(&field).iter().for_each(|line| out.push_str(&format!("#{line}\n")));
        out.push('\n');
    }
    out
}

/// Lines on their way, and the mappings that are open: none is shown inside itself.
#[derive(Default)]
struct Lines {
    lines: Vec<String>,
    open: Vec<&'static str>,
}

impl Lines {
    /// Of one key.
    fn of(field: &FieldInfo) -> Vec<String> {
        let mut lines = Lines::default();
        lines.describe(field.key, (field.shape)(), 0);
        lines.lines
    }

    fn shows(&self, name: &str, depth: usize) -> bool {
        depth < DEPTH && !LINES.contains(&name) && !self.open.contains(&name)
    }

    /// By what may stand behind the key.
    fn describe(&mut self, key: &str, shape: Shape, depth: usize) {
        let indent = "  ".repeat(depth);
        match shape {
            Shape::Prose => {
                self.lines.push(format!("{indent}{key}: |"));
                self.lines.push(format!("{indent}  …"));
            }
            Shape::Map(name, fields) | Shape::TextOrMap(name, fields) if self.shows(name, depth) => {
                self.lines.push(format!("{indent}{key}:"));
                self.inner(name, fields, depth + 1);
            }
            Shape::List(item) => {
                self.lines.push(format!("{indent}{key}:"));
                match *item {
                    Shape::Map(name, fields) | Shape::TextOrMap(name, fields) if self.shows(name, depth + 1) => {
                        let from = self.lines.len();
                        self.inner(name, fields, depth + 2);
                        if let Some(first) = self.lines.get_mut(from) {
                            *first = format!("{indent}  - {}", first.trim_start());
                        }
                    }
                    other => self.lines.push(format!("{indent}  - {}", example(&other))),
                }
            }
            other => self.lines.push(format!("{indent}{key}: {}", example(&other))),
        }
    }

    fn inner(&mut self, name: &'static str, fields: fn() -> Vec<FieldInfo>, depth: usize) {
        self.open.push(name);
        for field in fields() {
            let from = self.lines.len();
            self.describe(field.key, (field.shape)(), depth);
            if let Some(first) = self.lines.get_mut(from) {
                first.push_str(&format!("  # {}", field.label));
                if let Shape::Choice(choices) = (field.shape)() {
                    let names: Vec<&str> = choices.iter().map(|(_, name)| *name).collect();
                    first.push_str(&format!(": {}", names.join(" | ")));
                }
            }
        }
        self.open.pop();
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
        Shape::Map("body", _) | Shape::TextOrMap("body", _) => "Sở B".to_owned(),
        Shape::Map(..) | Shape::TextOrMap(..) => "…".to_owned(),
    }
}
