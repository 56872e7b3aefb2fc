//! Units behind figures — *đơn vị tính*: one way of writing for money, and what can be no unit.

use super::text::{scalar_text, string_like};
use crate::diag::{Diagnostic, Message};
use crate::record::node::Node;
use crate::record::schema::Shape;
use crate::record::{Cx, Field};
use crate::source::Span;
use crate::viet::fold::fold;

/// Money units and the power of ten that makes them đồng.
const MONEY: [(&str, i32); 7] = [
    ("nghìn tỷ đồng", 12),
    ("ngàn tỷ đồng", 12),
    ("tỷ đồng", 9),
    ("triệu đồng", 6),
    ("nghìn đồng", 3),
    ("ngàn đồng", 3),
    ("đồng", 0),
];

/// Short ways to write *đồng*.
const SHORT: [&str; 5] = ["việt nam đồng", "vnđ", "vnd", "đ.", "đ"];

/// Words of one or two changed letters that are no slip for *đồng*.
const NOT_MONEY: [&str; 2] = ["đồn", "đống"];

/// The unit of a whole table — *đơn vị tính*: `triệu đồng`, `ha`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unit {
    /// The unit, money in its full form.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

string_like!(Unit);

/// The power of ten that turns a money unit into đồng; `tỷ` and `tỉ` are one.
pub fn money_power(unit: &str) -> Option<i32> {
    let unit = canonical(unit);
    MONEY.iter().find(|(name, _)| *name == unit).map(|(_, power)| *power)
}

/// Money in its full form (`tỉ`, `tỷ đ`, `tỷ VNĐ` are *tỷ đồng*); any other unit as written.
pub fn canonical(unit: &str) -> String {
    let unit = unit.trim();
    let lower = unit.to_lowercase().replace("tỉ", "tỷ");
    let scale = SHORT.iter().find_map(|short| lower.strip_suffix(short)).map(str::trim_end);
    let full = match scale {
        Some(scale) => format!("{scale} đồng").trim_start().to_owned(),
        None => lower.clone(),
    };
    let known = |(name, _): &&(&'static str, i32)| *name == full || name.strip_suffix(" đồng") == Some(full.as_str());
    MONEY.iter().find(known).map_or_else(|| unit.to_owned(), |(name, _)| (*name).to_owned())
}

/// What is wrong with a unit: a slip for money (`tỷ đồg`), a second number, or no word at all.
pub fn fault(unit: &str, text: &str) -> Option<Diagnostic> {
    let unit = canonical(unit);
    if unit.is_empty() || money_power(&unit).is_some() {
        return None;
    }
    if let Some(near) = money_meant(&unit) {
        let hint = Message::new("did-you-mean").with("near", near);
        return Some(Diagnostic::error("unit-near").with("unit", &unit).hint(hint));
    }
    if second_number(&unit) {
        return Some(Diagnostic::error("number-several").with("value", text).hint_id("number-several.hint"));
    }
    let word = unit.starts_with(|c: char| c.is_alphabetic() || matches!(c, '%' | '‰' | '°' | '('));
    (!word).then(|| Diagnostic::error("amount-unreadable").with("value", text).hint_id("amount-unreadable.hint"))
}

/// The money unit that a slip of a letter or of marks stands for.
fn money_meant(unit: &str) -> Option<&'static str> {
    let lower = unit.to_lowercase();
    if lower.contains('/') || NOT_MONEY.contains(&lower.as_str()) {
        return None;
    }
    let near = |name: &str| {
        let most = if name.chars().count() < 6 { 1 } else { 2 };
        let bare = name.strip_suffix(" đồng").unwrap_or(name);
        let folded = fold(&lower);
        strsim::damerau_levenshtein(&lower, name) <= most || folded == fold(name) || folded == fold(bare)
    };
    MONEY.iter().map(|(name, _)| *name).find(|name| near(name))
}

/// `/130`, `tỷ 250 triệu`: digits that are no exponent (`m2`, `CO2`).
fn second_number(unit: &str) -> bool {
    let letters: Vec<char> = unit.chars().collect();
    letters.iter().enumerate().any(|(at, c)| {
        let exponent = at > 0 && matches!(letters[at - 1], 'm' | 'O') && matches!(c, '2' | '3');
        c.is_ascii_digit() && !exponent
    })
}

/// `12O`, `6,5O`, `1l5`: a letter that looks like a digit, inside or at the end of a number; returns what was meant.
pub fn digits_meant(text: &str) -> Option<String> {
    let word = text.split_whitespace().find(|word| word.contains(|c: char| c.is_ascii_digit()))?;
    let body = word.trim_end_matches(['%', '.', ',']);
    let plain = body.starts_with(|c: char| c.is_ascii_digit())
        && body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | 'O' | 'o' | 'I' | 'l'));
    let letter = body.contains(['O', 'o', 'I']) || body.contains('l') && !body.ends_with('l');
    (plain && letter).then(|| word.replace(['O', 'o'], "0").replace(['I', 'l'], "1"))
}

impl Field for Unit {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let Some(text) = scalar_text(node, cx) else { return Unit::default() };
        if let Some(fault) = fault(&text, text.trim()) {
            cx.error(node.span, fault);
        }
        Unit { value: canonical(&text), span: node.span }
    }

    fn is_absent(&self) -> bool {
        self.value.is_empty()
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_one_form() {
        for (written, form) in [
            ("tỉ", "tỷ đồng"),
            ("tỷ đ", "tỷ đồng"),
            ("Triệu VNĐ", "triệu đồng"),
            ("đ", "đồng"),
            ("VND", "đồng"),
            ("nghìn tỷ", "nghìn tỷ đồng"),
            ("triệu USD", "triệu USD"),
            ("ha", "ha"),
            ("", ""),
        ] {
            assert_eq!(canonical(written), form, "{written}");
        }
    }

    #[test]
    fn slips_are_told_from_units() {
        let rule = |unit| fault(unit, unit).map(|fault| fault.rule);
        for unit in ["tỷ đồg", "tỷ đôngg", "trieu dong", "ty", "triệu đồngg", "đòng"] {
            assert_eq!(rule(unit), Some("unit-near"), "{unit}");
        }
        for unit in ["/130", "tỷ 250 triệu đồng", "3 người"] {
            assert_eq!(rule(unit), Some("number-several"), "{unit}");
        }
        for unit in ["ha", "km", "m2", "triệu USD", "triệu đồng/ha", "tấn CO2", "%", "công", "tạ", "đồn", "xe đạp"]
        {
            assert_eq!(rule(unit), None, "{unit}");
        }
        assert_eq!(rule("=5"), Some("number-several"));
        assert_eq!(rule("?"), Some("amount-unreadable"));
    }

    #[test]
    fn letters_among_digits_are_seen() {
        for (text, meant) in [("12O", Some("120")), ("6,5O", Some("6,50")), ("1l5 tỷ đồng", Some("115"))] {
            assert_eq!(digits_meant(text).as_deref(), meant, "{text}");
        }
        for text in ["120", "12 ổ", "12l", "hơn 5 ha", "12 O"] {
            assert_eq!(digits_meant(text), None, "{text}");
        }
    }
}
