//! The data a template reads: what no document prints is left out, and lines break nowhere they must not.

use serde_json::Value;

use crate::record::Record;
use crate::record::common::Common;
use crate::viet::format::NO_BREAK_SPACE;
use crate::viet::{nobreak, reference, spell};

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
    name_kinds(&mut data);
    let joints = joints(&data);
    bind(&mut data);
    if let Some(data) = data.as_object_mut() {
        data.insert("joints".to_owned(), joints);
    }
    join_names(&mut data);
    data.get_mut("copies").and_then(Value::as_array_mut).into_iter().flatten().for_each(join_names);
    data
}

/// The words of two syllables in titles, which their centred lines keep whole: `giao ban`, `kinh tế`.
fn joints(data: &Value) -> Value {
    let titles = ["/story/title", "/story/budget/title", "/subject", "/content/attached/subject"];
    let appendices = data.pointer("/content/appendices").and_then(Value::as_array).into_iter().flatten();
    let titles =
        titles.iter().filter_map(|title| data.pointer(title)).chain(appendices.filter_map(|one| one.get("title")));
    let mut words: Vec<String> = Vec::new();
    for title in titles.filter_map(Value::as_str) {
        let joined = spell::join_words(&title.replace(NO_BREAK_SPACE, " "));
        words.extend(
            joined
                .split(' ')
                .filter(|word| word.contains(NO_BREAK_SPACE))
                .map(|word| word.replace(NO_BREAK_SPACE, " ")),
        );
    }
    words.sort();
    words.dedup();
    words.into()
}

/// Keeps words whole in the letterhead and signature of a document, or of a copy of it.
fn join_names(data: &mut Value) {
    for list in ["/issuer/name", "/issuer/superior", "/signer/authority", "/signer/position"] {
        data.pointer_mut(list).into_iter().for_each(join_words);
    }
}

/// Documents cited by number alone get the kind that the number tells: *Thông tư* for `36/2013/TT-BCT`.
fn name_kinds(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(name_kinds),
        Value::Object(map) => {
            for list in ["bases", "documents"] {
                map.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten().for_each(name_kind);
            }
            map.values_mut().for_each(name_kinds);
        }
        _ => {}
    }
}

fn name_kind(citation: &mut Value) {
    let Some(citation) = citation.as_object_mut().filter(|citation| !citation.contains_key("kind")) else { return };
    let number = citation.get("number").and_then(Value::as_str).and_then(reference::parse);
    if let Some([kind]) = number.map(|number| number.kind_names()).as_deref() {
        citation.insert("kind".to_owned(), (*kind).into());
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::prepared;

    #[test]
    fn a_number_tells_the_kind_where_only_one_has_it() {
        for (citation, kind) in [
            (json!({"number": "36/2013/TT-BCT"}), json!("Thông tư")),
            (json!({"number": "30/2020/NĐ-CP"}), json!("Nghị định")),
            (json!({"number": "59/2020/QH14"}), json!(null)),
            (json!({"number": "36/2013/TT-BCT", "kind": "Văn bản"}), json!("Văn bản")),
            (json!({"title": "Quy chế làm việc"}), json!(null)),
        ] {
            for list in ["bases", "documents"] {
                let data = prepared(json!({"story": {"items": [{list: [citation.clone()]}]}}));
                assert_eq!(data["story"]["items"][0][list][0]["kind"], kind, "{citation}");
            }
        }
    }

    #[test]
    fn letterhead_and_signature_keep_words_whole() {
        let data = prepared(json!({
            "issuer": {"name": "HỘI ĐỒNG", "superior": ["NHÂN DÂN"], "place": "Hội đồng"},
            "signer": {"authority": ["TM. HỘI ĐỒNG"], "position": "CHỦ TỊCH"},
        }));
        assert_eq!(
            data["issuer"],
            json!({"name": "HỘI\u{a0}ĐỒNG", "superior": ["NHÂN\u{a0}DÂN"], "place": "Hội đồng"})
        );
        assert_eq!(data["signer"], json!({"authority": ["TM. HỘI\u{a0}ĐỒNG"], "position": "CHỦ\u{a0}TỊCH"}));
    }
}
