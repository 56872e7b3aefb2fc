//! Figures as Vietnamese write them: exact amounts with unit and qualifier, head counts, rates.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::text::scalar_text;
use crate::diag::{Diagnostic, Message};
use crate::record::node::Node;
use crate::record::schema::Shape;
use crate::record::{Cx, Field};
use crate::source::Span;
use crate::viet::decimal::{Decimal, NumberFault};

/// The word of approximation before a figure, as the source has it — *gần, hơn, trên, dưới, khoảng, ước*.
pub type Qualifier = &'static str;

const QUALIFIERS: [Qualifier; 12] = [
    "ước đạt",
    "ước tính",
    "khoảng gần",
    "khoảng hơn",
    "không quá",
    "tối thiểu",
    "gần",
    "hơn",
    "trên",
    "dưới",
    "khoảng",
    "ước",
];

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

/// An exact figure with its unit — *số tiền, khối lượng*: `81,725 tỷ đồng`, `hơn 1.260,5 ha`, `59`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amount {
    /// `gần`, `hơn`, … or empty.
    pub qualifier: String,
    /// The number as written, every digit kept.
    pub number: Decimal,
    /// The unit as written, or empty: then the record's own unit counts.
    pub unit: String,
    /// Where it stands.
    pub span: Span,
}

impl Amount {
    /// The value in đồng, if the unit (or the given default) is money.
    pub fn dong(&self, default_unit: &str) -> Option<Decimal> {
        self.number.shifted(money_power(self.unit_or(default_unit))?)
    }

    /// The figure's own unit, or the record's.
    pub fn unit_or<'a>(&'a self, default_unit: &'a str) -> &'a str {
        if self.unit.is_empty() { default_unit } else { &self.unit }
    }

    /// The value on a scale where figures of one kind can be compared and summed: đồng for money, the number itself else.
    pub fn comparable(&self, default_unit: &str) -> Option<(Decimal, String)> {
        let unit = self.unit_or(default_unit);
        match money_power(unit) {
            Some(power) => Some((self.number.shifted(power)?, "đồng".to_owned())),
            None => Some((self.number, unit.to_lowercase())),
        }
    }

    /// `gần 81,725 tỷ đồng`: the figure as it is printed in running text.
    pub fn text(&self, default_unit: &str) -> String {
        let unit = self.unit_or(default_unit);
        let number = self.number.to_string();
        let glue = if unit.is_empty() || unit == "%" { "" } else { " " };
        let lead = if self.qualifier.is_empty() { String::new() } else { format!("{} ", self.qualifier) };
        format!("{lead}{number}{glue}{unit}")
    }
}

/// The power of ten that turns a money unit into đồng; `tỷ` and `tỉ` are one.
pub fn money_power(unit: &str) -> Option<i32> {
    let unit = unit.trim().to_lowercase().replace("tỉ", "tỷ");
    MONEY
        .iter()
        .find(|(name, _)| *name == unit || name.strip_suffix(" đồng") == Some(unit.as_str()))
        .map(|(_, power)| *power)
}

/// Whole number of people, items or votes — *số lượng*: `53`, `hơn 200`, `1.260`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// `gần`, `hơn`, … or empty.
    pub qualifier: String,
    /// The number.
    pub number: i64,
    /// What is counted, or empty.
    pub unit: String,
    /// Where it stands.
    pub span: Span,
}

/// A percentage as a source printed it — *tỷ lệ*: `82,26%`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rate {
    /// `gần`, `hơn`, … or empty.
    pub qualifier: String,
    /// The percentage, with the decimals of the source.
    pub number: Decimal,
    /// Where it stands.
    pub span: Span,
}

impl Count {
    /// Whether it could be read; a faulty one is a zero that nobody wrote.
    pub fn is_read(&self) -> bool {
        self.span != Span::default()
    }
}

impl Rate {
    /// Whether it could be read; a faulty one is a zero that nobody wrote.
    pub fn is_read(&self) -> bool {
        self.span != Span::default()
    }
}

/// Qualifier, number and unit of a figure.
fn split(text: &str) -> (String, &str, String) {
    let text = text.trim();
    let lower = text.to_lowercase();
    let found = QUALIFIERS.iter().find(|word| lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with(' ')));
    let (qualifier, rest) = match found {
        // Lower-casing Vietnamese keeps the byte length, but a foreign letter might not: then it is no qualifier.
        Some(word) => text.get(word.len()..).map_or(("", text), |rest| (*word, rest.trim_start())),
        None => ("", text),
    };
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−'))).unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches(['.', ',']);
    let unit = rest[end..].split_whitespace().collect::<Vec<_>>().join(" ");
    (qualifier.to_owned(), number, unit)
}

fn number_fault(fault: NumberFault, text: &str) -> Diagnostic {
    match fault {
        NumberFault::Ambiguous { whole, fraction } => Diagnostic::error("amount-ambiguous")
            .with("value", text)
            .with("whole", &whole)
            .with("fraction", &fraction)
            .hint(Message::new("amount-ambiguous.hint").with("whole", whole).with("fraction", fraction)),
        NumberFault::English { vietnamese } => Diagnostic::error("amount-english")
            .with("value", text)
            .hint(Message::new("amount-english.hint").with("vietnamese", vietnamese)),
        NumberFault::NotANumber => {
            Diagnostic::error("amount-unreadable").with("value", text).hint_id("amount-unreadable.hint")
        }
        NumberFault::TooLong => {
            Diagnostic::error("amount-too-long").with("value", text).hint_id("amount-too-long.hint")
        }
    }
}

impl Field for Amount {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let Some(text) = scalar_text(node, cx) else { return Amount::default() };
        let (qualifier, number, unit) = split(&text);
        // A đồng has no decimals, so a dot in front of it can only group thousands.
        let read =
            if unit == "đồng" || unit == "đ" { Decimal::parse_grouped(number) } else { Decimal::parse(number) };
        match read {
            Ok(number) => Amount { qualifier, number, unit, span: node.span },
            Err(fault) => {
                cx.error(node.span, number_fault(fault, text.trim()));
                Amount::default()
            }
        }
    }

    fn shape() -> Shape {
        Shape::Amount
    }
}

impl Field for Count {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let Some(text) = scalar_text(node, cx) else { return Count::default() };
        let (qualifier, number, unit) = split(&text);
        let read = Decimal::parse_grouped(number).map(|number| (number, i64::try_from(number.mantissa)));
        match read {
            Ok((Decimal { scale: 0, .. }, Ok(number))) if number >= 0 => {
                Count { qualifier, number, unit, span: node.span }
            }
            Ok(_) => {
                cx.error(
                    node.span,
                    Diagnostic::error("count-whole").with("value", text.trim()).hint_id("count-whole.hint"),
                );
                Count::default()
            }
            Err(fault) => {
                cx.error(node.span, number_fault(fault, text.trim()));
                Count::default()
            }
        }
    }

    fn shape() -> Shape {
        Shape::Count
    }
}

impl Field for Rate {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let Some(text) = scalar_text(node, cx) else { return Rate::default() };
        let (qualifier, number, unit) = split(&text);
        match Decimal::parse(number) {
            Ok(number) if unit.is_empty() || unit == "%" => Rate { qualifier, number, span: node.span },
            Ok(_) => {
                cx.error(
                    node.span,
                    Diagnostic::error("rate-unit").with("value", text.trim()).hint_id("rate-unit.hint"),
                );
                Rate::default()
            }
            Err(fault) => {
                cx.error(node.span, number_fault(fault, text.trim()));
                Rate::default()
            }
        }
    }

    fn shape() -> Shape {
        Shape::Rate
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Amount", 4)?;
        map.serialize_field("qualifier", &self.qualifier)?;
        map.serialize_field("number", &self.number.to_string())?;
        map.serialize_field("unit", &self.unit)?;
        map.serialize_field("text", &self.text(""))?;
        map.end()
    }
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = Decimal::whole(i128::from(self.number)).to_string();
        let words = [self.qualifier.as_str(), &number, &self.unit];
        let text = words.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(" ");
        let mut map = serializer.serialize_struct("Count", 4)?;
        map.serialize_field("qualifier", &self.qualifier)?;
        map.serialize_field("number", &self.number)?;
        map.serialize_field("unit", &self.unit)?;
        map.serialize_field("text", &text)?;
        map.end()
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let lead = if self.qualifier.is_empty() { String::new() } else { format!("{} ", self.qualifier) };
        serializer.serialize_str(&format!("{lead}{}%", self.number))
    }
}
