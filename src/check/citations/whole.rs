//! Documents cited by an official document: whole at the first mention, in short from the second on — *viện dẫn văn bản*.
//!
//! NĐ 30/2020/NĐ-CP PL I mục II.6: kind, number, day, issuer and subject first, later kind and number alone; of laws and
//! ordinances the name is enough. News is asked for nothing of it.

use std::collections::HashSet;

use crate::check::proof::Proof;
use crate::check::references::context::issuer_behind;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::document::{Basis, Document};
use crate::record::party::Body;
use crate::record::value::{Prose, Text};
use crate::record::{Cx, Visit};
use crate::viet::reference::{self, Reference};

/// Verbs that take a document apart: its whole name is told again.
const AMENDS: [&str; 6] = ["sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "đính chính", "hết hiệu lực"];

/// Checks what a story's document cites.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(sourced) = &story.document else { return };
    let mut known: HashSet<String> = HashSet::new();
    for basis in sourced.record.bases.iter().filter(|basis| basis.text.is_none()) {
        of_basis(basis, &mut known, &mut Cx { source: &sourced.source, faults });
    }
    let proof = Proof::of(&sourced.source, |reader| main_text(&sourced.record).walk_fields(&mut Words(reader)));
    for (at, one) in proof.references().iter().enumerate() {
        let last = !known.insert(one.canonical());
        // Another number ends what is said of this one.
        let end = proof.references().get(at + 1).map_or(proof.text.len(), |next| next.range.start);
        if last {
            faults.extend(again(&proof, one));
        } else if !is_law(&proof, one) {
            faults.extend(lacking(&proof, one, end));
        }
    }
}

/// The document without its appendices, addressees and what it says to readers of the site.
fn main_text(document: &Document) -> Document {
    let mut main = Document { bases: document.bases.clone(), body: document.body.clone(), ..Document::default() };
    main.bases.retain(|basis| basis.text.is_some());
    main.articles.clone_from(&document.articles);
    main.attached.clone_from(&document.attached);
    main
}

/// All words but bodies' names.
struct Words<'a>(&'a mut dyn Visit);

impl Visit for Words<'_> {
    fn text(&mut self, text: &Text) {
        self.0.text(text);
    }

    fn prose(&mut self, prose: &Prose) {
        self.0.prose(prose);
    }

    fn body(&mut self, _: &Body) {}
}

/// *Luật*, *Bộ luật*, *Pháp lệnh*: nothing but the name is asked of them.
fn is_statute(name: &str) -> bool {
    ["luật", "bộ luật", "pháp lệnh"].contains(&name.trim().to_lowercase().as_str())
}

fn is_law(proof: &Proof, one: &Reference) -> bool {
    let line = proof.text[..one.range.start].rsplit(['\n', ';', ',']).next().unwrap_or_default();
    one.kind.is_none() && one.class == reference::Class::Assembly && !line.contains("Nghị quyết")
}

/// A basis whose facts are told as data.
fn of_basis(basis: &Basis, known: &mut HashSet<String>, cx: &mut Cx) {
    let Some(number) = &basis.number else { return };
    let Some(one) = reference::parse(number) else { return };
    known.insert(one.canonical());
    let kind = basis.kind.as_deref().unwrap_or_default();
    if is_statute(kind) {
        return;
    }
    let parts = [(basis.date.is_some(), DATE), (basis.issuer.is_some(), ISSUER), (basis.about.is_some(), SUBJECT)];
    if let Some(fault) = incomplete(&one, parts) {
        cx.error(number.span, fault);
    }
}

const DATE: &str = "ngày ban hành";
const ISSUER: &str = "tên cơ quan";
const SUBJECT: &str = "trích yếu";

fn incomplete(one: &Reference, parts: [(bool, &str); 3]) -> Option<Diagnostic> {
    let missing: Vec<&str> = parts.into_iter().filter(|(there, _)| !there).map(|(_, part)| part).collect();
    let fault = Diagnostic::warning("citation-incomplete");
    let fault = fault.with("number", one.canonical()).with("missing", missing.join(", "));
    (!missing.is_empty()).then(|| fault.hint_id("citation-incomplete.hint"))
}

/// The first mention of a document in running words, up to the next number.
fn lacking(proof: &Proof, one: &Reference, end: usize) -> Option<Diagnostic> {
    let text = &proof.text;
    let stop = text[one.range.end..end].find([';', '\n']).map_or(end, |at| one.range.end + at);
    let after = &text[one.range.end..stop];
    let head = after.trim_start_matches([',', ' ', '\u{a0}']);
    let dated = head.starts_with("ngày") || head.starts_with("ký ngày");
    let from = proof.date_behind(one).map_or(one.range.end, |mention| mention.range.end);
    let issued = issuer_behind(proof, one);
    // The body may be one that no list knows: *của Trung tâm …*.
    let other = text[from..stop.max(from)].trim_start_matches([',', ' ']);
    let by_other = other.strip_prefix("của ").is_some_and(|name| name.starts_with(char::is_uppercase));
    let behind = match &issued {
        Some(issuer) => text.get(issuer.range.end..stop).unwrap_or_default(),
        None => other,
    };
    // Words behind the issuer, its own place aside, are the subject.
    let subject = behind.split(['.', ';', '\n']).next().unwrap_or_default();
    let told =
        subject.split(|c: char| c.is_whitespace() || c == ',').filter(|word| word.starts_with(char::is_lowercase));
    let parts = [(dated, DATE), (issued.is_some() || by_other, ISSUER), (told.take(3).count() == 3, SUBJECT)];
    // Who points back has told it before, under another name.
    let back = ["nêu trên", "nói trên", "trên đây", "này"].iter().any(|word| head.starts_with(word));
    let fault = incomplete(one, parts).filter(|_| !back)?;
    let (source, span) = proof.place(one.range.clone())?;
    Some(fault.at(source, span))
}

/// A later mention that tells day and issuer once more.
fn again(proof: &Proof, one: &Reference) -> Option<Diagnostic> {
    let dated = proof.date_behind(one)?;
    let issuer = issuer_behind(proof, one)?;
    let line = proof.text[..one.range.start].rsplit(['\n', ';', '.']).next().unwrap_or_default();
    if AMENDS.iter().any(|verb| line.to_lowercase().contains(verb)) {
        return None;
    }
    let mut fault = proof.fault("citation-incomplete", dated.range.start..issuer.range.end);
    fault.message.id = "citation-incomplete.again";
    let hint = Message::new("citation-incomplete.hint.again").with("number", one.canonical());
    Some(fault.with("number", one.canonical()).hint(hint))
}
