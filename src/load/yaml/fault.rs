//! What the parser calls a fault of writing → our name for it, and the place where a clerk finds it.

use serde_yaml::granit_parser::ErrorKind;

/// Our name for a fault of writing and where it begins; `open` is the innermost bracket still open there.
///
/// The parser complains where it gives up, which is often behind the slip.
pub fn named(kind: &ErrorKind, at: usize, text: &str, open: Option<usize>) -> (&'static str, usize) {
    let rule = rule_of(kind);
    let shape = ["yaml-tab", "yaml-colon", "yaml-indent", "yaml-no-colon", "yaml-syntax"].contains(&rule);
    if let Some(tab) = tab_near(text, at).filter(|_| shape) {
        return ("yaml-tab", tab);
    }
    let start = line_start(text, at);
    if let Some(slip) = slip_near(text, start).filter(|_| shape) {
        return slip;
    }
    if let Some(open) = open.filter(|open| shape && *open < start && indent(text, start) <= indent(text, *open)) {
        return ("yaml-bracket", open);
    }
    let before = &text[start..at];
    match rule {
        "yaml-indent" if before.trim_end().ends_with([']', '}']) => {
            ("yaml-bracket", before.find(['[', '{']).map_or(at, |found| start + found))
        }
        "yaml-colon" if !before.contains(": ") => ("yaml-indent", start + indent(text, start)),
        "yaml-escape" => (rule, bad_escape(&text[at..]).map_or(at, |found| at + found)),
        _ => (rule, at),
    }
}

/// A slip that comes with text pasted from elsewhere, on this line or the one before: a hard space behind a key, a dash
/// without its space, a bullet of a word processor, a long line that goes on without being set in.
fn slip_near(text: &str, start: usize) -> Option<(&'static str, usize)> {
    let before = line_start(text, start.saturating_sub(1));
    let found = |start: usize| {
        let row = text[start..].lines().next().unwrap_or_default();
        let words = start + row.len() - row.trim_start_matches(' ').len();
        let said = &text[words..start + row.len()];
        if let Some(hard) = row.find(":\u{a0}") {
            return Some(("yaml-hard-space", start + hard + 1));
        }
        if said.starts_with('\u{a0}') {
            return Some(("yaml-hard-space", words));
        }
        point(said).map(|rule| (rule, words))
    };
    let goes_on = || {
        let row = text[start..].lines().next().unwrap_or_default();
        let above = text[before..start].trim_end();
        let long = above.contains(": ") && above.chars().count() > 40 && !above.ends_with(['.', ':']);
        let words = row.split_whitespace().count() > 2 && !row.contains(':') && !row.trim_start().starts_with('-');
        (before < start && long && words).then_some(("yaml-continued", start + indent(text, start)))
    };
    found(start).or_else(|| if before < start { found(before) } else { None }).or_else(goes_on)
}

/// The first line of a text that was meant as a point of a list, and what is wrong with it.
pub fn lost_list(text: &str) -> Option<(&'static str, usize)> {
    let mut start = 0;
    text.split_inclusive('\n').find_map(|row| {
        let words = start + row.len() - row.trim_start_matches(' ').len();
        start += row.len();
        point(&text[words..start]).map(|rule| (rule, words))
    })
}

/// What is wrong with a line that means to be a point of a list.
fn point(line: &str) -> Option<&'static str> {
    let mark = line.chars().next()?;
    let rest = &line[mark.len_utf8()..];
    match mark {
        '•' | '●' | '▪' | '·' => Some("yaml-bullet"),
        '–' | '—' | '+' if rest.starts_with([' ', '\u{a0}']) => Some("yaml-bullet"),
        '-' if rest.starts_with(char::is_alphabetic) => Some("yaml-dash"),
        _ => None,
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |found| found + 1)
}

/// How many spaces the line of a place begins with.
fn indent(text: &str, at: usize) -> usize {
    let row = &text[line_start(text, at)..];
    row.len() - row.trim_start_matches(' ').len()
}

/// A tab in the indentation of this line, of the one before, or of the one after.
fn tab_near(text: &str, at: usize) -> Option<usize> {
    let line = line_start(text, at);
    let before = line_start(text, line.saturating_sub(1));
    let after = text[at..].find('\n').map_or(text.len(), |found| at + found + 1);
    [line, before, after].into_iter().find_map(|start| {
        let row = &text[start..];
        let indent = row.find(|c: char| c != ' ' && c != '\t').unwrap_or(row.len());
        row[..indent].find('\t').map(|found| start + found)
    })
}

/// The first `\` of a text in quotation marks that no escape of YAML begins with.
fn bad_escape(text: &str) -> Option<usize> {
    let mut rest = 0;
    while let Some(found) = text[rest..].find('\\') {
        let at = rest + found;
        let next = text[at + 1..].chars().next()?;
        if !"0abtnvfre\"/\\N_LPxuU \t\r\n".contains(next) {
            return Some(at);
        }
        rest = at + 1 + next.len_utf8();
    }
    None
}

/// The clerk's mistakes are few, the parser's names for them many.
fn rule_of(kind: &ErrorKind) -> &'static str {
    use ErrorKind as K;
    match kind {
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabInIndentation
        | K::TabInPlainScalar
        | K::TabAtBlockScalarStart => "yaml-tab",
        K::MappingValueNotAllowed | K::InvalidColonPlacement => "yaml-colon",
        K::InvalidIndentation
        | K::ExpectedBlockMappingKey
        | K::ExpectedBlockSequenceEntry
        | K::InvalidBlockScalarIndent => "yaml-indent",
        K::SimpleKeyExpected | K::InvalidSimpleKey | K::MappingKeyNotAllowed => "yaml-no-colon",
        K::UnclosedQuotedScalar
        | K::DocumentIndicatorInQuotedScalar
        | K::InvalidQuotedScalarIndent
        | K::InvalidTrailingSingleQuotedScalar
        | K::InvalidTrailingDoubleQuotedScalar => "yaml-quote",
        K::UnclosedFlowCollection { .. }
        | K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator
        | K::MismatchedFlowCollectionEnd { .. }
        | K::MisplacedFlowCollectionEnd => "yaml-bracket",
        K::RecursionLimitExceeded => "yaml-too-deep",
        K::UndeclaredTagHandle | K::ExpectedTagBang | K::InvalidTagTerminator => "yaml-tag",
        K::UnknownAnchor | K::MissingAnchorOrAliasName | K::AnchorCountOverflow => "yaml-anchor",
        K::DirectiveDisallowed => "yaml-directive",
        K::UnknownQuotedScalarEscape => "yaml-escape",
        K::UnexpectedCharacter { .. } => "yaml-letter",
        _ => "yaml-syntax",
    }
}

/// How a fault of writing is mended.
pub fn hint_of(rule: &'static str) -> &'static str {
    match rule {
        "yaml-tab" => "yaml-tab.hint",
        "yaml-colon" => "yaml-colon.hint",
        "yaml-indent" => "yaml-indent.hint",
        "yaml-no-colon" => "yaml-no-colon.hint",
        "yaml-quote" => "yaml-quote.hint",
        "yaml-bracket" => "yaml-bracket.hint",
        "yaml-hard-space" => "yaml-hard-space.hint",
        "yaml-bullet" => "yaml-bullet.hint",
        "yaml-dash" => "yaml-dash.hint",
        "yaml-continued" => "yaml-continued.hint",
        "yaml-letter" => "yaml-letter.hint",
        "yaml-too-deep" | "yaml-too-big" => "yaml-too-big.hint",
        "yaml-anchor" | "yaml-tag" | "yaml-directive" => "yaml-plain.hint",
        "yaml-documents" => "yaml-documents.hint",
        "yaml-escape" => "yaml-escape.hint",
        _ => "yaml-syntax.hint",
    }
}
