//! Figures as Vietnamese write them: exact amounts with unit and qualifier, head counts, rates.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::text::scalar_text;
use super::unit::{self, money_power};
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

/// How the thousands of a figure are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Without dots: `186400`, `81,725`.
    #[default]
    Plain,
    /// With dots that can only part thousands: `985.500.000`, `151.238,6`, `186.400 đồng`.
    Thousands,
    /// `186.400`: one dot and three digits; the whole table must tell what it means.
    Doubtful,
}

/// An exact figure with its unit — *số tiền, khối lượng*: `81,725 tỷ đồng`, `hơn 1.260,5 ha`, `59`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amount {
    /// `gần`, `hơn`, … or empty.
    pub qualifier: String,
    /// The number as written, every digit kept.
    pub number: Decimal,
    /// The unit, money in its full form; or empty: then the record's own unit counts.
    pub unit: String,
    /// How its thousands are written.
    pub grouping: Grouping,
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

/// [`split`], or a fault: letters among the digits, and what can be no unit.
fn parts<'a>(text: &'a str, node: &Node, cx: &mut Cx) -> Option<(String, &'a str, String)> {
    let found = split(text);
    let meant = unit::digits_meant(text);
    let fault = meant.map(|meant| {
        let hint = Message::new("did-you-mean").with("near", meant);
        Diagnostic::error("number-letter").with("value", text.trim()).hint(hint)
    });
    match fault.or_else(|| unit::fault(&found.2, text.trim()).filter(|_| !found.1.is_empty())) {
        Some(fault) => {
            cx.error(node.span, fault);
            None
        }
        None => Some(found),
    }
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
        let Some((qualifier, number, unit)) = parts(&text, node, cx) else { return Amount::default() };
        let unit = unit::canonical(&unit);
        // A đồng has no decimals, so a dot in front of it can only group thousands.
        let grouping = match number.matches('.').count() {
            0 => Grouping::Plain,
            1 if !number.contains(',') && unit != "đồng" => Grouping::Doubtful,
            _ => Grouping::Thousands,
        };
        match Decimal::parse_grouped(number) {
            Ok(number) => Amount { qualifier, number, unit, grouping, span: node.span },
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
        let Some((qualifier, number, unit)) = parts(&text, node, cx) else { return Count::default() };
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
