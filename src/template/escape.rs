//! How values become text in pages: HTML that only escapes what HTML needs, JSON that may stand inside `<script>`,
//! and the hash by which a content security policy knows that JSON.

use std::fmt::Write;

use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Error, ErrorKind, Output, State, escape_formatter};
use sha2::{Digest, Sha256};

/// Writes a value; text in HTML keeps its slashes (`10/10/2024`, addresses), which no context of ours needs escaped.
pub fn format(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    match value.as_str().filter(|_| *state.auto_escape() == AutoEscape::Html && !value.is_safe()) {
        Some(text) => Ok(write_html(out, text)?),
        None => escape_formatter(out, state, value),
    }
}

fn write_html(out: &mut Output, text: &str) -> std::fmt::Result {
    let mut rest = text;
    // Control characters, which HTML and XML forbid, are left out.
    let special = |letter: char| matches!(letter, '<' | '>' | '&' | '"' | '\'' | '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\x7f');
    while let Some(at) = rest.find(special) {
        let (plain, special) = rest.split_at(at);
        out.write_str(plain)?;
        out.write_str(match special.as_bytes()[0] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => "",
        })?;
        rest = &special[1..];
    }
    out.write_str(rest)
}

/// A value as one cell of a CSV file, always quoted (RFC 4180). A spreadsheet takes text that begins like a formula for one;
/// an apostrophe before it, which the spreadsheet hides, keeps it text. Numbers stay numbers.
pub fn csv(value: &Value) -> String {
    let text = if value.is_undefined() || value.is_none() { String::new() } else { value.to_string() };
    let number = text.strip_prefix('-').unwrap_or(&text);
    let is_number = number.starts_with(|letter: char| letter.is_ascii_digit())
        && number.chars().all(|letter| letter.is_ascii_digit() || letter == ',');
    let active = !is_number
        && text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%', '＝', '＋', '－', '＠']);
    format!("\"{}{}\"", if active { "'" } else { "" }, text.replace('"', "\"\"").replace(['\r', '\n'], " "))
}

/// A value as JSON for a `<script>` data block: nothing in it can end the block, and what is absent is left out.
pub fn json_ld(value: Value) -> Result<Value, Error> {
    let pruned = serde_json::to_string(&pruned(value));
    let json = pruned.map_err(|error| Error::new(ErrorKind::BadSerialization, error.to_string()))?;
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                write!(safe, "\\u{:04x}", u32::from(letter)).unwrap_or_default()
            }
            _ => safe.push(letter),
        }
    }
    Ok(Value::from_safe_string(safe))
}

/// The content of an inline block as the source that a content security policy allows: `'sha256-…'`.
pub fn csp_hash(text: &str) -> Value {
    Value::from_safe_string(format!("'sha256-{}'", base64(&Sha256::digest(text))))
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let quartet = |triple: &[u8]| {
        let bits = (0..3).fold(0, |bits: usize, at| (bits << 8) | usize::from(triple.get(at).copied().unwrap_or(0)));
        let letter = move |at: usize| char::from(LETTERS[(bits >> (18 - 6 * at)) & 63]);
        let told = triple.len() + 1;
        (0..4).map(move |at| if at < told { letter(at) } else { '=' })
    };
    bytes.chunks(3).flat_map(quartet).collect()
}

/// Without members that are undefined, none or empty.
fn pruned(value: Value) -> Value {
    let absent = |value: &Value| {
        value.is_undefined() || value.is_none() || (value.kind() != ValueKind::Number && value.len() == Some(0))
    };
    match value.kind() {
        ValueKind::Map => {
            let keys: Vec<Value> = value.try_iter().into_iter().flatten().collect();
            let members = keys.into_iter().filter_map(|key| {
                let member = value.get_item(&key).ok().filter(|member| !absent(member))?;
                Some((key, pruned(member)))
            });
            Value::from_pairs(members)
        }
        ValueKind::Seq | ValueKind::Iterable => {
            let items = value.try_iter().into_iter().flatten();
            Value::from(items.filter(|item| !absent(item)).map(pruned).collect::<Vec<_>>())
        }
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use minijinja::{Environment, context};

    use super::*;

    fn environment() -> Environment<'static> {
        let mut env = Environment::new();
        env.set_auto_escape_callback(|_| AutoEscape::Html);
        env.set_formatter(format);
        env.add_filter("json_ld", json_ld);
        env
    }

    #[test]
    fn hashes_are_those_of_the_standard() {
        for (text, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text.as_bytes()), coded);
        }
        assert_eq!(csp_hash("").to_string(), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    #[test]
    fn cells_are_text_or_numbers_and_never_formulas() {
        for (text, cell) in [
            ("-81,725", "\"-81,725\""),
            ("81", "\"81\""),
            ("=1+1", "\"'=1+1\""),
            ("  @SUM(A1)", "\"'  @SUM(A1)\""),
            ("-2+3", "\"'-2+3\""),
            ("- Chi khác", "\"'- Chi khác\""),
            ("+84", "\"'+84\""),
            ("\tmột", "\"'\tmột\""),
            ("nói \"a\";\nb", "\"nói \"\"a\"\"; b\""),
            ("", "\"\""),
        ] {
            assert_eq!(csv(&Value::from(text)), cell);
        }
        assert_eq!(csv(&Value::from(())), "\"\"");
    }

    #[test]
    fn hostile_text_stays_text() {
        let env = environment();
        let text = "10/10\0 <script>\"'&</script>{{ 1 }}";
        let html = env.render_str("{{ text }}", context! { text }).unwrap();
        assert_eq!(html, "10/10 &lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;{{ 1 }}");
        let json = env.render_str(
            "{{ {'a': text, 'b': none, 'c': [], 'd': ''} | json_ld }}",
            context! { text => "</script>&\u{2028}\"" },
        );
        assert_eq!(json.unwrap(), r#"{"a":"\u003c/script\u003e\u0026\u2028\""}"#);
    }
}
