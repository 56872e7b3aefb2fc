//! YAML text → [`Node`] tree by the parser's events: one pass, every place kept, nothing that could blow up.

mod fault;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, Span as Mark, StructureStyle};

use super::text;
use crate::diag::{Diagnostic, Message};
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
    List { span: Span, items: Vec<Node<'a>>, style: StructureStyle },
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
                self.plain_features(anchor, tag.as_ref(), span);
                self.comment_lost(style, span);
                self.lost_list(style, span);
                let text = self.unescaped(text, style, span);
                return self.value(scalar(text, style, span), span);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.plain_features(anchor, tag.as_ref(), span);
                self.stack.push(Frame::List { span, items: Vec::new(), style });
            }
            Event::MappingStart(_, anchor, tag) => {
                self.plain_features(anchor, tag.as_ref(), span);
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
        self.faults.push(Diagnostic::error(rule).at(self.source, span).hint_id(fault::hint_of(rule)));
    }

    /// Anchors and tags are refused: nothing a record needs, and the stuff of YAML bombs.
    fn plain_features<T>(&mut self, anchor: usize, tag: Option<T>, span: Span) {
        if anchor != 0 {
            self.error("yaml-anchor", span);
        }
        if tag.is_some() {
            self.error("yaml-tag", span);
        }
    }

    /// Lines that begin with `•` or `-chữ` are one long text to YAML, where a list was meant.
    fn lost_list(&mut self, style: ScalarStyle, span: Span) {
        let written = self.source.text.get(span.range()).unwrap_or_default();
        if style != ScalarStyle::Plain {
            return;
        }
        if let Some((rule, at)) = fault::lost_list(written) {
            let at = span.start as usize + at;
            let seen = self.source.text[at..].chars().next().unwrap_or(' ');
            let fault = Diagnostic::error(rule).with("seen", seen);
            let place = Span::new(at, at + seen.len_utf8());
            self.faults.push(fault.at(self.source, place).hint_id(fault::hint_of(rule)));
        }
    }

    /// `title: Họp thôn #3` silently loses its end in YAML. A real comment has a space after `#` and does not begin with
    /// a number, as `Tổ dân phố # 3` does.
    fn comment_lost(&mut self, style: ScalarStyle, span: Span) {
        if style != ScalarStyle::Plain {
            return;
        }
        let line = self.source.text.get(span.end as usize..).unwrap_or_default();
        let rest = line.split('\n').next().unwrap_or_default();
        let trimmed = rest.trim_start();
        let Some(after) = trimmed.strip_prefix('#').filter(|_| rest.len() > trimmed.len()) else { return };
        let number = after.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit());
        if number || !(after.is_empty() || after.starts_with([' ', '#', '!', '\r'])) {
            let lost =
                Span::new(span.end as usize + rest.len() - trimmed.len(), span.end as usize + rest.trim_end().len());
            let fault = Diagnostic::warning("yaml-comment-lost").with("lost", trimmed.trim_end());
            self.faults.push(fault.at(self.source, lost).hint_id("yaml-comment-lost.hint"));
        }
    }

    /// The lint of the file's letters saw only the escapes, such as `\e`, not what they stand for.
    fn unescaped(&mut self, text: Cow<'a, str>, style: ScalarStyle, span: Span) -> Cow<'a, str> {
        let written = self.source.text.get(span.range()).unwrap_or_default();
        if style != ScalarStyle::DoubleQuoted || !written.contains('\\') {
            return text;
        }
        text::lint_value(&text, self.source, span, self.faults).map_or(text, Cow::Owned)
    }

    fn close(&mut self, end: Span) -> bool {
        let Some(frame) = self.stack.pop() else { return false };
        let (span, value) = match frame {
            Frame::Map { span, entries, .. } => (span, Value::Map(entries)),
            Frame::List { span, items, style } => {
                if style == StructureStyle::Flow {
                    self.split_sentences(&items);
                }
                (span, Value::List(items))
            }
        };
        let span = Span { start: span.start, end: end.end.max(span.end) };
        self.value(Node { span, value }, span)
    }

    /// `[Các sở, ngành tập trung]` is two items in YAML: a small letter after a comma looks like one sentence cut in two.
    fn split_sentences(&mut self, items: &[Node]) {
        for pair in items.windows(2) {
            let [Node { value: Value::Scalar(first), span }, Node { value: Value::Scalar(second), span: next }] = pair
            else {
                continue;
            };
            let quoted = |span: &Span| self.source.text[self.source.clamp(*span)].starts_with(['"', '\'']);
            let sentence = first.starts_with(char::is_uppercase) && second.starts_with(char::is_lowercase);
            // *Giảm 13,9% so với …*: nothing but the comma stands between the halves of a number.
            let worded = first.contains(char::is_alphabetic) && first.ends_with(|c: char| c.is_ascii_digit());
            let gap = &self.source.text[self.source.clamp(Span { start: span.end, end: next.start })];
            let number = worded && gap == "," && second.starts_with(|c: char| c.is_ascii_digit());
            if (sentence || number) && !quoted(span) && !quoted(next) {
                let whole = Span { start: span.start, end: next.end };
                let fault = Diagnostic::warning("list-comma").with("first", first).with("second", second);
                self.faults.push(fault.at(self.source, whole).hint_id("list-comma.hint"));
            }
        }
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
                Some((key, key_span)) => {
                    let entry = Entry { key, key_span, value: node };
                    match cut_number(&self.source.text, &entry, entries.last_mut()) {
                        Some((number, span)) => {
                            let fault = Diagnostic::error("yaml-comma").with("number", number);
                            let mend = Message::new("yaml-comma.hint").with("number", number);
                            self.faults.push(fault.at(self.source, span).hint(mend));
                        }
                        None => entries.push(entry),
                    }
                }
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
        let text = &self.source.text;
        let at = error.marker().byte_offset().unwrap_or(error.marker().index());
        let at = self.source.clamp(Span::new(at, at)).start;
        let (rule, at) = fault::named(error.kind(), at, text, self.open_bracket());
        let seen = text[at..].chars().next();
        let span = Span::new(at, seen.map_or(at, |c| at + c.len_utf8()));
        let line = self.source.place(at).line;
        let known = |fault: &Diagnostic| {
            fault.path() == self.source.path && fault.place().is_some_and(|place| place.line == line)
        };
        // What was wrong on this line has been said; the parser only stumbles over it once more.
        if self.faults.last().is_some_and(known) {
            return;
        }
        let fault = Diagnostic::error(rule).with("detail", error.kind()).with("seen", seen.unwrap_or(' '));
        self.faults.push(fault.at(self.source, span).hint_id(fault::hint_of(rule)));
    }

    /// Where the innermost `[` or `{` that is still open stands.
    fn open_bracket(&self) -> Option<usize> {
        let (Frame::Map { span, .. } | Frame::List { span, .. }) = self.stack.last()?;
        let start = span.start as usize;
        self.source.text[start..].starts_with(['[', '{']).then_some(start)
    }
}

/// `{planned: 32,3}` is two keys to YAML, `planned: 32` and `3:`. The whole number is put back, so that no rule
/// reasons about 32; returns it with its place.
fn cut_number<'a>(text: &'a str, entry: &Entry<'a>, before: Option<&mut Entry<'a>>) -> Option<(&'a str, Span)> {
    let before = &mut before?.value;
    let digit = |c: char| c.is_ascii_digit();
    let glued = text.get(before.span.end as usize..entry.key_span.start as usize) == Some(",");
    let cut = glued && before.scalar().is_some_and(|text| text.ends_with(digit)) && entry.key.starts_with(digit);
    let whole = Span { start: before.span.start, end: entry.key_span.end };
    let number = text.get(whole.range()).filter(|_| cut && matches!(entry.value.value, Value::Null))?;
    *before = Node { span: whole, value: Value::Scalar(Cow::Borrowed(number)) };
    Some((number, whole))
}

fn span_of(mark: &Mark) -> Span {
    mark.byte_range().map_or_else(Span::default, |range| Span::new(range.start, range.end))
}

fn scalar<'a>(text: Cow<'a, str>, style: ScalarStyle, span: Span) -> Node<'a> {
    let null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
    Node { span, value: if null { Value::Null } else { Value::Scalar(text) } }
}
