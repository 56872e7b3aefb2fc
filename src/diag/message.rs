//! What the program says, in both languages, from one place: `templates/messages/{vi,en}.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The language of the program's own words; Vietnamese unless asked otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Vietnamese — *tiếng Việt*.
    #[default]
    Vi,
    /// English.
    En,
}

/// A sentence by its name, with the facts that fill it. Which words it becomes is decided when it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Name in the catalogue.
    pub id: &'static str,
    /// Facts for the `{name}` places.
    pub args: Vec<(&'static str, String)>,
    /// Words for `{name}` places that are messages themselves, such as `shape-list`.
    pub words: Vec<(&'static str, &'static str)>,
}

impl Message {
    /// A message without facts yet.
    pub fn new(id: &'static str) -> Message {
        Message { id, args: Vec::new(), words: Vec::new() }
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Message {
        self.args.push((name, value.to_string()));
        self
    }

    /// Adds a word of the catalogue.
    #[must_use]
    pub fn word(mut self, name: &'static str, id: &'static str) -> Message {
        self.words.push((name, id));
        self
    }

    /// The sentence in a language. Facts are put in as they are, once: a `{…}` inside one stays text.
    pub fn text(&self, lang: Lang) -> String {
        let Some(pattern) = pattern(self.id, lang) else {
            let args: Vec<&str> = self.args.iter().map(|(_, value)| value.as_str()).collect();
            return format!("{} {}", self.id, args.join(" ")).trim_end().to_owned();
        };
        let mut out = String::with_capacity(pattern.len() + 32);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                rest = after;
                break;
            };
            let word = || self.words.iter().find(|(word, _)| *word == name).and_then(|(_, id)| self::pattern(id, lang));
            match self.args.iter().find(|(arg, _)| *arg == name).map(|(_, value)| value.as_str()).or_else(word) {
                // A fact is words on a line: nothing in it may move a terminal's cursor.
                Some(value) => out.extend(value.chars().map(|c| if c.is_control() { ' ' } else { c })),
                // Places that somebody else fills, such as clap's `{usage}`.
                None => out.push_str(&format!("{{{name}}}")),
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }
}

/// The pattern of a message, such as `khóa “{key}” không có`.
pub fn pattern(id: &str, lang: Lang) -> Option<&'static str> {
    CATALOGUE.get(&lang)?.get(id).map(String::as_str)
}

/// Names of all messages of a language, sorted.
pub fn ids(lang: Lang) -> Vec<&'static str> {
    let mut ids: Vec<&str> = CATALOGUE.get(&lang).into_iter().flatten().map(|(id, _)| *id).collect();
    ids.sort_unstable();
    ids
}

static CATALOGUE: LazyLock<HashMap<Lang, HashMap<&'static str, String>>> = LazyLock::new(|| {
    let texts = [
        (Lang::Vi, include_str!("../../templates/messages/vi.txt")),
        (Lang::En, include_str!("../../templates/messages/en.txt")),
    ];
    let entries = texts.into_iter().map(|(lang, text)| {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let messages = lines.filter_map(|line| line.split_once(" = "));
        (lang, messages.map(|(id, words)| (id.trim(), words.replace("\\n", "\n"))).collect())
    });
    entries.collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    /// Every message exists in both languages and speaks of the same facts.
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(ids(Lang::Vi), ids(Lang::En));
        for id in ids(Lang::Vi) {
            let names = |lang| {
                let pattern = pattern(id, lang).unwrap_or_default();
                let mut names: Vec<&str> =
                    pattern.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
                names.sort_unstable();
                names.dedup();
                names
            };
            assert_eq!(names(Lang::Vi), names(Lang::En), "{id}");
        }
    }

    #[test]
    fn facts_are_not_read_as_patterns() {
        let message = Message::new("yaml-unknown-key").with("key", "{record}").with("record", "x");
        assert!(message.text(Lang::Vi).contains("{record}"));
        let message = Message::new("yaml-unknown-key").with("key", "a\u{1b}[31m\nb");
        assert!(!message.text(Lang::Vi).contains(char::is_control));
    }
}
