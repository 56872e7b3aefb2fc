//! What the record types say of themselves: one row a key, and the JSON Schema that editors complete from.

pub mod blank;

use serde_json::{Map, Value, json};

/// One key of a record.
pub struct FieldInfo {
    /// YAML key.
    pub key: &'static str,
    /// Vietnamese name.
    pub label: &'static str,
    /// Vietnamese explanation.
    pub help: &'static str,
    /// Whether a record without it is faulty.
    pub required: bool,
    /// What may stand behind it.
    pub shape: fn() -> Shape,
}

impl FieldInfo {
    /// Whether the mapping behind this key has such a key: who wrote it one step too far left meant this one.
    pub fn holds(&self, key: &str) -> bool {
        match (self.shape)() {
            Shape::Map(_, fields) | Shape::TextOrMap(_, fields) => fields().iter().any(|field| field.key == key),
            _ => false,
        }
    }
}

/// What may stand behind a key.
pub enum Shape {
    /// One paragraph of text.
    Text,
    /// Several paragraphs.
    Prose,
    /// A file name.
    File,
    /// `true` or `false`.
    Flag,
    /// An exact figure with its unit.
    Amount,
    /// A whole number.
    Count,
    /// A percentage.
    Rate,
    /// A day.
    Day,
    /// A time.
    Clock,
    /// A day with an optional time.
    Moment,
    /// A deadline.
    Due,
    /// One of these keys (with their Vietnamese names).
    Choice(&'static [(&'static str, &'static str)]),
    /// A mapping, by name.
    Map(&'static str, fn() -> Vec<FieldInfo>),
    /// A text that stands for a mapping, or the mapping.
    TextOrMap(&'static str, fn() -> Vec<FieldInfo>),
    /// A list; a single value stands for a list of one.
    List(Box<Shape>),
}

/// The JSON Schema (2020-12) of a record, every key with its Vietnamese label and explanation.
pub fn json_schema(name: &str, fields: fn() -> Vec<FieldInfo>) -> Value {
    let mut defs = Map::new();
    let mut root = object(fields, &mut defs);
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!(name);
    root["$defs"] = Value::Object(defs);
    root
}

fn object(fields: fn() -> Vec<FieldInfo>, defs: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in fields() {
        let mut schema = shape((field.shape)(), defs);
        schema["title"] = json!(field.label);
        schema["description"] = json!(field.help);
        properties.insert(field.key.to_owned(), schema);
        if field.required {
            required.push(field.key);
        }
    }
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn shape(shape: Shape, defs: &mut Map<String, Value>) -> Value {
    let examples = |examples: &[&str]| json!({ "type": ["string", "number"], "examples": examples });
    match shape {
        Shape::Text | Shape::Prose | Shape::File => json!({ "type": ["string", "number"] }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Amount => examples(&["81,725 tỷ đồng", "hơn 1.260,5 ha"]),
        Shape::Count => examples(&["53", "hơn 200"]),
        Shape::Rate => examples(&["82,26%"]),
        Shape::Day => examples(&["10/10/2024"]),
        Shape::Clock => examples(&["14:00"]),
        Shape::Moment => examples(&["11/10/2024 08:00"]),
        Shape::Due => examples(&["31/12/2024", "quý I/2025"]),
        Shape::Choice(choices) => {
            let keys: Vec<&str> = choices.iter().map(|(key, _)| *key).collect();
            let names: Vec<&str> = choices.iter().map(|(_, name)| *name).collect();
            json!({ "enum": keys, "enumDescriptions": names })
        }
        Shape::Map(name, fields) => reference(name, fields, defs),
        Shape::TextOrMap(name, fields) => json!({ "anyOf": [{ "type": "string" }, reference(name, fields, defs)] }),
        Shape::List(item) => {
            let item = self::shape(*item, defs);
            json!({ "anyOf": [{ "type": "array", "items": item.clone() }, item] })
        }
    }
}

/// Each named mapping is described once, so that records may hold themselves (lines within lines).
fn reference(name: &str, fields: fn() -> Vec<FieldInfo>, defs: &mut Map<String, Value>) -> Value {
    if !defs.contains_key(name) {
        defs.insert(name.to_owned(), Value::Null);
        let described = object(fields, defs);
        defs.insert(name.to_owned(), described);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}
