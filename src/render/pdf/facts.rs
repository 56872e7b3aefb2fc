//! The data a template reads: what no document prints is left out, and lines break nowhere they must not.

use serde_json::Value;

use crate::record::Record;
use crate::record::common::Common;
use crate::viet::{nobreak, spell};

/// Keys of a story that belong to its page: a document never prints them.
const OF_THE_PAGE: [&str; 4] = ["headline", "news", "path", "slug"];

/// Makes a document's facts ready for its template.
pub fn prepared(mut data: Value) -> Value {
    if let Some(story) = data.get_mut("story").and_then(Value::as_object_mut) {
        let page: Vec<&str> = Common::fields().iter().map(|field| field.key).chain(OF_THE_PAGE).collect();
        story.retain(|key, _| !page.contains(&key.as_str()));
        for record in ["meeting", "conclusions"] {
            if let Some(record) = story.get_mut(record).and_then(Value::as_object_mut) {
                record.retain(|key, _| !page.contains(&key.as_str()) && key != "live");
            }
        }
    }
    bind(&mut data);
    for list in ["/issuer/name", "/issuer/superior", "/signer/authority", "/signer/position"] {
        data.pointer_mut(list).into_iter().for_each(join_words);
    }
    data
}

/// Keeps words whole in the centred lines of letterhead and signature.
fn join_words(value: &mut Value) {
    match value {
        Value::String(text) => *text = spell::join_words(text),
        Value::Array(items) => items.iter_mut().for_each(join_words),
        _ => {}
    }
}

/// Binds figures to their units and labels to their numbers in every text.
fn bind(value: &mut Value) {
    match value {
        Value::String(text) => *text = nobreak::bind(text),
        Value::Array(items) => items.iter_mut().for_each(bind),
        Value::Object(map) => map.values_mut().for_each(bind),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
