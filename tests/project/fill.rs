//! Records in which every key has a value, made by walking what the record types say of themselves: a key that is added
//! tomorrow is attacked and looked for tomorrow.
#![allow(dead_code)]

use bantin::record::Record;
use bantin::record::budget::Budget;
use bantin::record::conclusions::Conclusions;
use bantin::record::document::Document;
use bantin::record::meeting::Meeting;
use bantin::record::news::News;
use bantin::record::register::Register;
use bantin::record::schema::{FieldInfo, Shape};
use bantin::record::site::SiteRecord;
use serde_json::{Map, Value, json};

/// What a text key says, by its place: `meeting.yaml/chairs/name`. `None` leaves the key out.
pub type Words<'a> = &'a dyn Fn(&str) -> Option<String>;

/// How the records are filled.
#[derive(Clone, Copy)]
pub struct Fill<'a> {
    /// The texts.
    pub words: Words<'a>,
    /// Which of the choices is taken, and in which of the forms a value is written.
    pub turn: usize,
}

/// The fields of a record by the name of its file.
pub fn fields(file: &str) -> Vec<FieldInfo> {
    match file {
        "meeting.yaml" => Meeting::fields(),
        "budget.yaml" => Budget::fields(),
        "conclusions.yaml" => Conclusions::fields(),
        "news.yaml" => News::fields(),
        "document.yaml" => Document::fields(),
        "people.yaml" => Register::fields(),
        "site.yaml" => SiteRecord::fields(),
        _ => panic!("{file} is no record"),
    }
}

/// Keys that are not for words of any kind: which values they have is a matter of the story, not of its text. `-` leaves a key out.
const SET: [(&str, &str); 46] = [
    ("people.yaml/people/id", "nguoi-mot"),
    ("people.yaml/bodies/id", "co-quan-mot"),
    ("/id", "-"),
    ("/aliases", "-"),
    ("/status", "-"),
    ("/withdrawal", "-"),
    ("/visibility", "-"),
    ("/publish_at", "-"),
    ("/expires_at", "-"),
    ("/allow/rule", "sum-rounding"),
    ("/secrecy", "-"),
    ("/photos/file", "a.png"),
    ("/attachments/file", "a.txt"),
    ("/signature", "a.png"),
    ("/seal", "a.png"),
    ("/logo", "hinh.png"),
    ("/video/url", "https://a.example.vn/?a=1&b=2"),
    ("/changes/date", "09/10/2024"),
    ("/old_date", "09/10/2024"),
    ("/date", "10/10/2024"),
    ("/stated/measure", "spent"),
    ("/stated/of", "planned"),
    ("/base_url", "https://tin.example.vn"),
    ("/first_url", "https://cu.example.vn"),
    ("/documents", "facts"),
    ("/cards", "site"),
    ("/page_size", "2"),
    ("/grouped", "-"),
    ("/numeral", "arabic"),
    ("/style/profile", "state"),
    ("budget.yaml/unit", "tỷ đồng"),
    ("document.yaml/kind", "kế hoạch"),
    ("document.yaml/attached/kind", "quy chế"),
    ("document.yaml/public", "true"),
    ("people.yaml/bodies/successor", "-"),
    ("people.yaml/bodies/to", "-"),
    ("people.yaml/people/positions/to", "-"),
    ("/issuer/superior", "none"),
    ("site.yaml/archive_format", "a-2a"),
    ("meeting.yaml/documents/date", "09/10/2024"),
    ("/attendance/membership", "30"),
    ("/attendance/invited", "30"),
    ("/attendance/present", "25"),
    ("/changes/kind", "moved"),
    ("/series/previous/date", "10/10/2023"),
    ("/task/status", "-"),
];

/// Mappings that no words may stand for here: persons in one line are taken apart by commas, the others are addresses.
const WHOLE: [&str; 3] = ["person", "attachment", "link"];

/// The record of a file; `more` are keys set by hand.
pub fn record(file: &str, fill: Fill, more: Value) -> Value {
    let mut record = map(file, fields(file), fill, &mut Vec::new());
    if let (Value::Object(record), Value::Object(more)) = (&mut record, more) {
        record.extend(more);
        record.retain(|_, value| !value.is_null());
        // Two lines make a chart.
        if let Some(Value::Array(lines)) = record.get_mut("lines") {
            lines.extend(lines.clone());
        }
    }
    record
}

fn map(place: &str, fields: Vec<FieldInfo>, fill: Fill, open: &mut Vec<&'static str>) -> Value {
    let values = fields.iter().filter_map(|field| {
        let place = format!("{place}/{}", field.key);
        Some((field.key.to_owned(), value(&place, (field.shape)(), fill, open)?))
    });
    Value::Object(values.collect::<Map<_, _>>())
}

fn value(place: &str, shape: Shape, fill: Fill, open: &mut Vec<&'static str>) -> Option<Value> {
    if let Some((_, set)) = SET.iter().find(|(end, _)| place.ends_with(end)) {
        // `documents` steers papers in `site.yaml` and is a list of citations elsewhere.
        let steers = !place.ends_with("/documents") || place.starts_with("site.yaml");
        if steers {
            return (*set != "-").then(|| serde_json::from_str(set).unwrap_or_else(|_| json!(set)));
        }
    }
    match shape {
        // A line of authority has a form of its own.
        Shape::Text if place.ends_with("/signer/authority") => Some(json!(format!("TM. {}", (fill.words)(place)?))),
        Shape::Text | Shape::Prose | Shape::Due => (fill.words)(place).map(Value::from),
        Shape::File => Some(json!("a.png")),
        Shape::Flag => Some(json!(true)),
        Shape::Amount => Some(json!("5 tỷ đồng")),
        Shape::Count => Some(json!(5)),
        Shape::Rate => Some(json!("100%")),
        Shape::Day => Some(json!("10/10/2024")),
        Shape::Clock => Some(json!("8h30")),
        Shape::Moment => Some(json!("10/10/2024 08:00")),
        Shape::Choice(choices) => Some(json!(choices[fill.turn % choices.len()].0)),
        Shape::Map(name, fields) => nested(place, (name, fields), fill, open),
        Shape::TextOrMap(name, _) if fill.turn % 2 == 1 && !WHOLE.contains(&name) => {
            (fill.words)(place).map(Value::from)
        }
        Shape::TextOrMap(name, fields) => nested(place, (name, fields), fill, open),
        Shape::List(item) => {
            let several = matches!(*item, Shape::Text) && !place.ends_with("/tags");
            let one = value(place, *item, fill, open)?;
            Some(if several { json!([one, one]) } else { json!([one]) })
        }
    }
}

/// A mapping; lines and points stand once inside themselves, others never.
fn nested(
    place: &str,
    (name, fields): (&'static str, fn() -> Vec<FieldInfo>),
    fill: Fill,
    open: &mut Vec<&'static str>,
) -> Option<Value> {
    let most = if ["line", "item"].contains(&name) { 2 } else { 1 };
    if open.iter().filter(|one| **one == name).count() == most {
        return None;
    }
    open.push(name);
    let told = map(place, fields(), fill, open);
    open.pop();
    Some(told)
}
