//! The record as published: what templates saw, without what only the office needs and without empty values.

use serde_json::Value as Json;

use crate::model::Story;
use crate::papers::Written;

/// Keys that steer publication, of every record.
const STEERING: [&str; 9] =
    ["id", "aliases", "status", "withdrawal", "visibility", "publish_at", "expires_at", "allow", "article"];

/// What the office keeps to itself, by the mapping it stands in: documents that may be internal, who was absent and why,
/// the proceedings that only the minutes tell.
const OFFICE: [(&str, &[&str]); 5] = [
    ("/meeting", &["papers", "issuer", "proceedings"]),
    ("/meeting/attendance", &["absent", "movements"]),
    ("/conclusions", &["notice"]),
    ("/news", &[]),
    ("/budget", &["report"]),
];

/// The JSON beside a story's page.
pub fn json(story: &Story, document: Option<Written>) -> Vec<u8> {
    let mut json = serde_json::to_value(story).unwrap_or_default();
    if let (Json::Object(map), Some(document)) = (&mut json, document) {
        map.insert("document".to_owned(), serde_json::to_value(document).unwrap_or_default());
    }
    for (place, keys) in OFFICE {
        if let Some(Json::Object(map)) = json.pointer_mut(place) {
            map.retain(|key, _| !STEERING.contains(&key.as_str()) && !keys.contains(&key.as_str()));
        }
    }
    for record in ["", "/meeting", "/conclusions", "/news", "/budget"] {
        let photos = json.pointer_mut(&format!("{record}/photos")).and_then(Json::as_array_mut);
        for photo in photos.into_iter().flatten().filter_map(Json::as_object_mut) {
            photo.remove("papers");
        }
    }
    prune(&mut json);
    let mut bytes = serde_json::to_vec_pretty(&json).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn prune(json: &mut Json) {
    match json {
        Json::Object(map) => {
            map.values_mut().for_each(prune);
            map.retain(|_, value| !matches!(value, Json::Null) && value.as_array().is_none_or(|list| !list.is_empty()));
            map.retain(|_, value| value.as_str() != Some(""));
        }
        Json::Array(list) => list.iter_mut().for_each(prune),
        _ => {}
    }
}
