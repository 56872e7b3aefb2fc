//! What templates can do with facts: the language's forms from `viet`, nothing of our domain's wording.

use minijinja::Environment;
use minijinja::value::{Value, ValueKind};

use crate::viet::decimal::Decimal;
use crate::viet::list::{self, Conjunction, Counting};
use crate::viet::sentence::{bare, lower_first, sentence, upper_first};
use crate::viet::{fold, nobreak, number};

/// Adds all filters.
pub fn add(env: &mut Environment<'static>) {
    env.add_filter("join_vi", join_vi);
    env.add_filter("people", people);
    env.add_filter("person", person);
    env.add_filter("speaker", speaker);
    env.add_filter("again", again);
    env.add_filter("bodies", bodies);
    env.add_filter("blocks", blocks);
    env.add_filter("quoted", quoted);
    env.add_filter("no_lead", no_lead);
    env.add_filter("percent", percent);
    env.add_filter("upper_first", |text: &str| upper_first(text));
    env.add_filter("lower_first", |text: &str| lower_first(text));
    env.add_filter("bare", |text: &str| bare(text).to_owned());
    env.add_filter("sentence", |text: &str| sentence(text));
    env.add_filter("clauses", clauses);
    env.add_filter("sentences", sentences);
    env.add_filter("words", |n: i64| number::words(i128::from(n)));
    env.add_filter("opening", |n: u32| list::opening(n, Counting::Cardinal));
    env.add_filter("ordinal_opening", |n: u32| list::opening(n, Counting::Ordinal));
    env.add_filter("letter", |n: usize| list::point_letter(n));
    env.add_filter("roman", |n: u32| crate::viet::roman::numeral(n));
    env.add_filter("slug", |text: &str| fold::slug(text));
    env.add_filter("nobreak", |text: &str| nobreak::bind(text));
}

/// The strings of a list; things that are not strings are left out.
fn strings(items: &Value) -> Vec<String> {
    let Ok(items) = items.try_iter() else { return Vec::new() };
    items.filter(|item| item.kind() == ValueKind::String).map(|item| item.to_string()).collect()
}

/// `A, B và C`; `;` between items that hold commas.
fn join_vi(items: Value) -> String {
    list::join(&strings(&items), Conjunction::And)
}

/// Clauses of one sentence: each without its full stop and with a small first letter, joined.
fn clauses(items: Value) -> String {
    let clauses: Vec<String> = strings(&items).iter().map(|text| lower_first(bare(text))).collect();
    list::join(&clauses, Conjunction::And)
}

/// Sentences one after another, each with its capital and its full stop. Where the first was written with a capital,
/// one with a small letter goes on with the sentence before it.
fn sentences(items: Value) -> String {
    let items = strings(&items);
    let small = |text: &str| text.trim_start().starts_with(char::is_lowercase);
    let mut told: Vec<String> = Vec::new();
    for text in &items {
        match told.last_mut() {
            Some(before) if small(text) && !small(&items[0]) => *before = format!("{}; {}", bare(before), text.trim()),
            _ => told.push(text.clone()),
        }
    }
    told.iter().map(|text| sentence(text)).collect::<Vec<_>>().join(" ")
}

/// Blank lines as the paragraph marks of article templates.
fn blocks(text: &str) -> String {
    text.replace("\r\n", "\n").replace("\n\n", &format!("\n{}\n", super::PARAGRAPH))
}

/// Quotations one after another, each in its quotation marks.
fn quoted(items: Value) -> String {
    let marked = strings(&items).into_iter().map(|quote| {
        format!("“{}”", upper_first(quote.trim().trim_matches(['“', '”', '"']).trim_end_matches([',', '.'])))
    });
    marked.collect::<Vec<_>>().join("; ")
}

/// Without a word it already begins with: the template says that word itself.
fn no_lead(text: &str, lead: &str) -> String {
    text.strip_prefix(lead).map_or(text, str::trim_start).to_owned()
}

/// `part` of `base` as `84,48%`.
fn percent(part: i64, base: i64) -> String {
    let whole = |value: i64| Decimal::whole(i128::from(value));
    whole(part).percent_of(whole(base), 2).map_or_else(String::new, |rate| format!("{}%", rate.trimmed()))
}

fn attribute(person: &Value, name: &str) -> String {
    match person.get_attr(name) {
        Ok(value) if value.kind() == ValueKind::String => value.to_string(),
        _ => String::new(),
    }
}

fn named(person: &Value) -> String {
    // A rank stands in the honorific's place: TS. Ingrid Halvorsen.
    let lead = if attribute(person, "rank").is_empty() { "honorific" } else { "rank" };
    let parts = [lead, "name"].map(|part| attribute(person, part));
    let mut name = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    let nationality = attribute(person, "nationality");
    if !nationality.is_empty() {
        name = format!("{name} ({nationality})");
    }
    name
}

/// `ông Ngô Quang Trung - Cục trưởng Cục A`; somebody unnamed is told by position or body.
fn person(person: Value) -> String {
    let (name, title) = (named(&person), attribute(&person, "title"));
    if attribute(&person, "name").is_empty() { title } else { list::person(&name, &title) }
}

/// Somebody named before: honorific and name.
fn again(person: Value) -> String {
    if attribute(&person, "name").is_empty() { attribute(&person, "title") } else { named(&person) }
}

/// Bodies in one phrase; a superior stands behind its body: `Cục A - Bộ B`.
fn bodies(items: Value) -> String {
    let Ok(items) = items.try_iter() else { return String::new() };
    let named = items.map(|body| {
        let (name, superior) = (attribute(&body, "name"), attribute(&body, "superior"));
        if superior.is_empty() || name.contains(&superior) { name } else { format!("{name} - {superior}") }
    });
    list::join(&named.collect::<Vec<_>>(), Conjunction::And)
}

/// Several persons in one phrase.
fn people(items: Value) -> String {
    let Ok(items) = items.try_iter() else { return String::new() };
    list::join(&items.map(person).collect::<Vec<_>>(), Conjunction::And)
}

/// Who speaks, as news says it: first position and name, `Cục trưởng Cục A Ngô Quang Trung`, else honorific and name.
fn speaker(person: Value) -> String {
    let name = attribute(&person, "name");
    let first = person.get_attr("positions").and_then(|positions| positions.get_item(&Value::from(0)));
    let position = first.ok().filter(|value| value.kind() == ValueKind::String).map(|value| value.to_string());
    match position {
        _ if name.is_empty() => attribute(&person, "title"),
        Some(position) => {
            let body = person.get_attr("body").map(|body| attribute(&body, "name")).unwrap_or_default();
            let body = if position.contains(&body) { String::new() } else { format!(" {body}") };
            format!("{position}{body} {name}")
        }
        None => named(&person),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_once() {
        assert_eq!(
            sentences(Value::from(vec!["thu đạt kế hoạch;", "Chi đúng quy định."])),
            "Thu đạt kế hoạch. Chi đúng quy định."
        );
        assert_eq!(
            sentences(Value::from(vec!["Tỉnh đã tiếp nhận 145 lưu học sinh.", "hỗ trợ xây trường"])),
            "Tỉnh đã tiếp nhận 145 lưu học sinh; hỗ trợ xây trường."
        );
        assert_eq!(
            clauses(Value::from(vec!["Đánh giá kết quả.", "Bàn giải pháp;"])),
            "đánh giá kết quả và bàn giải pháp"
        );
    }
}
