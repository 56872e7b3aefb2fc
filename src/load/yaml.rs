//! YAML text → [`Node`] tree by the parser's events: one pass, every place kept, nothing that could blow up.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use serde_yaml::granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span as Mark};

use crate::diag::Diagnostic;
use crate::record::node::{Entry, Node, Value};
use crate::source::{Source, Span};

/// Mappings and lists inside each other; four budget levels need about a dozen.
const MAX_DEPTH: usize = 48;
/// Values in one file; the largest real record has some thousands.
const MAX_NODES: usize = 200_000;

/// Reads one YAML document. Faults of writing stop it at the first; faults of form (duplicate keys, anchors) do not.
pub fn parse<'a>(source: &'a Arc<Source>, faults: &mut Vec<Diagnostic>) -> Option<Node<'a>> {
    let mut options = Options::default();
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options.disallow_directives = true;
    options.emit_unresolved_aliases = true;
    options.emit_comments = false;
    let mut parser = Parser::new_from_str_with_options(&source.text, options);
    let mut builder = Builder { source, faults, stack: Vec::new(), root: None, nodes: 0, documents: 0 };
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, mark)) => {
                if !builder.event(event, &mark) {
                    return None;
                }
            }
            Err(error) => {
                builder.scan_error(&error);
                return None;
            }
        }
    }
    builder.root.take()
}

/// A mapping or list that is still open.
enum Frame<'a> {
    Map { span: Span, entries: Vec<Entry<'a>>, seen: HashSet<Cow<'a, str>>, key: Option<(Cow<'a, str>, Span)> },
    List { span: Span, items: Vec<Node<'a>> },
}

struct Builder<'a, 'f> {
    source: &'a Arc<Source>,
    faults: &'f mut Vec<Diagnostic>,
    stack: Vec<Frame<'a>>,
    root: Option<Node<'a>>,
    nodes: usize,
    documents: usize,
}

impl<'a> Builder<'a, '_> {
    /// Takes one event; `false` stops the reading.
    fn event(&mut self, event: Event<'a>, mark: &Mark) -> bool {
        let span = span_of(mark);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.plain_features(anchor, tag.is_some(), span);
                self.comment_lost(style, span);
                return self.value(scalar(text, style, span), span);
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.plain_features(anchor, tag.is_some(), span);
                self.stack.push(Frame::List { span, items: Vec::new() });
            }
            Event::MappingStart(_, anchor, tag) => {
                self.plain_features(anchor, tag.is_some(), span);
                self.stack.push(Frame::Map { span, entries: Vec::new(), seen: HashSet::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => return self.close(span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.error("yaml-anchor", span);
                return self.value(Node { span, value: Value::Null }, span);
            }
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.error("yaml-documents", span);
                    return false;
                }
            }
            _ => {}
        }
        true
    }

    fn error(&mut self, rule: &'static str, span: Span) {
        self.faults.push(Diagnostic::error(rule).at(self.source, span).hint_id(hint_of(rule)));
    }

    /// Anchors and tags are refused: nothing a record needs, and the stuff of YAML bombs.
    fn plain_features(&mut self, anchor: usize, tagged: bool, span: Span) {
        if anchor != 0 {
            self.error("yaml-anchor", span);
        }
        if tagged {
            self.error("yaml-tag", span);
        }
    }

    /// `title: Họp thôn #3` silently loses its end in YAML; a real comment has a space after `#`.
    fn comment_lost(&mut self, style: ScalarStyle, span: Span) {
        if style != ScalarStyle::Plain {
            return;
        }
        let line = self.source.text.get(span.end as usize..).unwrap_or_default();
        let rest = line.split('\n').next().unwrap_or_default();
        let trimmed = rest.trim_start();
        if rest.len() > trimmed.len()
            && trimmed.starts_with('#')
            && !trimmed[1..].starts_with([' ', '#', '!', '\r'])
            && trimmed.len() > 1
        {
            let lost =
                Span::new(span.end as usize + rest.len() - trimmed.len(), span.end as usize + rest.trim_end().len());
            let fault = Diagnostic::warning("yaml-comment-lost").with("lost", trimmed.trim_end());
            self.faults.push(fault.at(self.source, lost).hint_id("yaml-comment-lost.hint"));
        }
    }

    fn close(&mut self, end: Span) -> bool {
        let Some(frame) = self.stack.pop() else { return false };
        let (span, value) = match frame {
            Frame::Map { span, entries, .. } => (span, Value::Map(entries)),
            Frame::List { span, items } => (span, Value::List(items)),
        };
        let span = Span { start: span.start, end: end.end.max(span.end) };
        self.value(Node { span, value }, span)
    }

    /// Puts a finished value where it belongs: behind its key, into its list, or at the root.
    fn value(&mut self, node: Node<'a>, span: Span) -> bool {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            self.error("yaml-too-big", span);
            return false;
        }
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Frame::List { items, .. }) => items.push(node),
            Some(Frame::Map { entries, seen, key, .. }) => match key.take() {
                Some((key, key_span)) => entries.push(Entry { key, key_span, value: node }),
                None => {
                    let Value::Scalar(text) = node.value else {
                        self.error("yaml-key", span);
                        return false;
                    };
                    let first = seen.insert(text.clone());
                    *key = Some((text.clone(), span));
                    if !first {
                        let fault = Diagnostic::error("yaml-duplicate-key").with("key", text);
                        self.faults.push(fault.at(self.source, span).hint_id("yaml-duplicate-key.hint"));
                    }
                }
            },
        }
        true
    }

    fn scan_error(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(error.marker().index()).min(self.source.text.len());
        let rule = rule_of(error.kind());
        let (rule, at) = self.tab_before(at).map_or((rule, at), |tab| ("yaml-tab", tab));
        let end = self.source.text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let fault = Diagnostic::error(rule).with("detail", error.kind());
        self.faults.push(fault.at(self.source, Span::new(at, end)).hint_id(hint_of(rule)));
    }

    /// The parser complains after a tab in the indentation, not at it: look for it on this line and the one before.
    fn tab_before(&self, at: usize) -> Option<usize> {
        let text = &self.source.text;
        let at = self.source.clamp(Span::new(at, at)).start;
        let line = text[..at].rfind('\n').map_or(0, |found| found + 1);
        let before = text[..line.saturating_sub(1)].rfind('\n').map_or(0, |found| found + 1);
        [line, before].into_iter().find_map(|start| {
            let row = &text[start..];
            let indent = row.find(|c: char| c != ' ' && c != '\t').unwrap_or(row.len());
            row[..indent].find('\t').map(|found| start + found)
        })
    }
}

fn span_of(mark: &Mark) -> Span {
    mark.byte_range().map_or_else(Span::default, |range| Span::new(range.start, range.end))
}

fn scalar<'a>(text: Cow<'a, str>, style: ScalarStyle, span: Span) -> Node<'a> {
    let null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
    Node { span, value: if null { Value::Null } else { Value::Scalar(text) } }
}

/// Our name for a fault of writing; the clerk's mistakes are few, the parser's names for them many.
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
        _ => "yaml-syntax",
    }
}

fn hint_of(rule: &'static str) -> &'static str {
    match rule {
        "yaml-tab" => "yaml-tab.hint",
        "yaml-colon" => "yaml-colon.hint",
        "yaml-indent" => "yaml-indent.hint",
        "yaml-no-colon" => "yaml-no-colon.hint",
        "yaml-quote" => "yaml-quote.hint",
        "yaml-bracket" => "yaml-bracket.hint",
        "yaml-too-deep" | "yaml-too-big" => "yaml-too-big.hint",
        "yaml-anchor" | "yaml-tag" | "yaml-directive" | "yaml-documents" => "yaml-plain.hint",
        "yaml-escape" => "yaml-escape.hint",
        _ => "yaml-syntax.hint",
    }
}
