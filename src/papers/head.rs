//! Letterhead, number, date, addressees and signature of a document: the paper's own facts, else the meeting's, else the site's.

use std::borrow::Cow;

use serde::Serialize;

use super::Kind;
use crate::model::{Site, Story};
use crate::record::Visit;
use crate::record::papers::{Issuer, Paper, Signer, Sizes};

use crate::record::value::{Day, Text};

/// Everything around the body of a document.
#[derive(Debug, Serialize)]
pub struct Head<'a> {
    /// Who issues it.
    pub issuer: Issued<'a>,
    /// Its number line.
    pub number: Number,
    /// Its date, if it has one already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// The day for the file's own data: the date, else the day of the event.
    pub day: Day,
    /// The year that may stand in the gap of a date still open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_year: Option<i16>,
    /// Subject by hand — *trích yếu*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<&'a str>,
    /// Who signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signer: Option<Sign<'a>>,
    /// To whom it is addressed — *kính gửi, kính mời*.
    pub to: Vec<&'a str>,
    /// Lines of *Nơi nhận*, bare.
    pub recipients: Vec<&'a str>,
    /// What follows *Lưu:*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive: Option<&'a str>,
    /// What invited people should mind.
    pub notes: Vec<&'a str>,
    /// How large it is set.
    #[serde(skip)]
    pub sizes: Sizes,
}

/// The issuing body — *cơ quan ban hành*.
#[derive(Debug, Serialize)]
pub struct Issued<'a> {
    /// Its superior, if that stands above it in the letterhead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superior: Option<&'a str>,
    /// Its official name, as the letterhead takes it.
    pub name: &'a str,
    /// Its name inside a sentence: the same, but never in capitals if the records write it otherwise somewhere.
    pub spoken: Cow<'a, str>,
    /// The place before the date — *địa danh*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'a str>,
}

/// The number line in two parts, so that a number still open leaves its gap — *số, ký hiệu*.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// `09`, if it has been given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<String>,
    /// `/TB-CTĐP`.
    pub code: String,
}

/// The signature — *quyền hạn, chức vụ, họ tên*.
#[derive(Debug, Serialize)]
pub struct Sign<'a> {
    /// Lines above the position: TM., KT., TL., TUQ.
    pub authority: Vec<&'a str>,
    /// The position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<&'a str>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
}

/// Gathers the head of a document of a kind, as far as it was written.
pub fn head<'a>(site: &'a Site, story: &'a Story, (kind, paper): (Kind, Option<&'a Paper>)) -> Head<'a> {
    let from_meeting = story.meeting.as_deref().and_then(|meeting| meeting.issuer.as_deref());
    let levels = [paper.and_then(|paper| paper.issuer.as_deref()), from_meeting, Some(&site.record.issuer)];
    let issuer_code = field(levels, |issuer| issuer.code.as_ref());
    let date = paper.and_then(|paper| paper.date);
    let name = field(levels, |issuer| issuer.name.as_ref()).unwrap_or_default();
    // Another body's documents are not signed by ours; minutes are signed by their secretary and chair.
    let ours = site.record.issuer.name.as_deref() == Some(name);
    let from_site = site.record.signer.as_ref().filter(|_| ours && kind != Kind::Minutes);
    let signer = paper.and_then(|paper| paper.signer.as_deref()).or(from_site);
    let usual = site.record.archive.as_ref().filter(|_| ours && kind != Kind::Minutes);
    let archive = paper.and_then(|paper| paper.archive.as_ref()).or(usual);
    Head {
        sizes: paper.and_then(|paper| paper.sizes).or(site.record.sizes).unwrap_or_default(),
        issuer: issued(site, story, levels),
        number: number(paper.and_then(|paper| paper.number.as_deref()), &code(story, kind, issuer_code)),
        date,
        day: date.unwrap_or(story.date),
        open_year: open_year(kind, story.date),
        subject: paper.and_then(|paper| paper.subject.as_deref()),
        signer: signer.map(sign),
        to: lines(paper.map_or(&[], |paper| &paper.to)),
        recipients: lines(paper.map_or(&[], |paper| &paper.recipients)),
        archive: archive.map(|words| bare(words)),
        notes: lines(paper.map_or(&[], |paper| &paper.notes)),
    }
}

/// The issuing body, each of its facts from the first level that has it.
pub fn issued<'a>(site: &'a Site, story: &'a Story, levels: [Option<&'a Issuer>; 3]) -> Issued<'a> {
    let name = field(levels, |issuer| issuer.name.as_ref()).unwrap_or_default();
    Issued {
        superior: field(levels, |issuer| issuer.superior.as_ref()).filter(|name| !is_none(name)),
        name,
        spoken: spoken(site, story, name),
        place: field(levels, |issuer| issuer.place.as_ref()),
    }
}

/// The first level that has a field wins.
pub fn field<'a>(levels: [Option<&'a Issuer>; 3], pick: impl Fn(&'a Issuer) -> Option<&'a Text>) -> Option<&'a str> {
    levels.into_iter().flatten().find_map(pick).map(|text| text.value.as_str())
}

/// A letterhead may be written in capitals; its form in a sentence is the one in which the records name the same body.
fn spoken<'a>(site: &'a Site, story: &'a Story, name: &'a str) -> Cow<'a, str> {
    let capitals = name.to_uppercase();
    if name != capitals || name.is_empty() {
        return Cow::Borrowed(name);
    }
    let mut finder = Finder { capitals, found: None };
    site.record.walk_fields(&mut finder);
    if let Some(meeting) = story.meeting.as_deref() {
        meeting.walk_fields(&mut finder);
    }
    if let Some(document) = story.document.as_deref() {
        document.walk_fields(&mut finder);
    }
    if let Some(conclusions) = story.conclusions.as_deref() {
        conclusions.walk_fields(&mut finder);
    }
    if let Some(source) = story.budget.as_ref().and_then(|budget| budget.source.as_ref()) {
        finder.look(source.name());
    }
    finder.found.map_or(Cow::Borrowed(name), Cow::Owned)
}

/// Looks for a name that is known in capitals.
struct Finder {
    capitals: String,
    found: Option<String>,
}

impl Finder {
    fn look(&mut self, text: &str) {
        let upper = text.to_uppercase();
        let Some(at) = upper.find(&self.capitals).filter(|_| self.found.is_none()) else { return };
        // Vietnamese letters keep their number when they change case.
        let (from, count) = (upper[..at].chars().count(), self.capitals.chars().count());
        let written: String = text.chars().skip(from).take(count).collect();
        if written != self.capitals && written.starts_with(char::is_uppercase) {
            self.found = Some(written);
        }
    }
}

impl Visit for Finder {
    fn text(&mut self, text: &Text) {
        self.look(text);
    }
}

/// `none` in place of a superior body says that there is none.
fn is_none(name: &str) -> bool {
    matches!(name.trim().to_lowercase().as_str(), "none" | "không" | "không có")
}

/// The code behind the number: `/TB-CTĐP` of a notice; of a letter, issuer and unit: `/CTĐP-VP` (PL I, II.3).
fn code(story: &Story, kind: Kind, issuer: Option<&str>) -> String {
    let unit = story.document.as_deref().and_then(|document| document.unit.as_deref());
    let parts = if kind.code().is_empty() { [issuer, unit] } else { [Some(kind.code()), issuer] };
    let parts: Vec<&str> = parts.into_iter().flatten().map(str::trim).collect();
    format!("/{}", parts.join("-"))
}

/// `9` is `09`; a number with its own code is taken as it is, else `code` stands behind it.
pub fn number(written: Option<&str>, code: &str) -> Number {
    let written = written.map(|text| text.trim().trim_start_matches("Số:").trim());
    if let Some((figures, code)) = written.and_then(|text| text.split_once('/')) {
        return Number { figures: padded(figures), code: format!("/{}", code.trim()) };
    }
    Number { figures: written.and_then(padded), code: code.to_owned() }
}

/// A number under ten takes a zero before it (Phụ lục I, II.3).
fn padded(figures: &str) -> Option<String> {
    let figures = figures.trim();
    let single = figures.len() == 1 && figures.chars().all(|c| c.is_ascii_digit());
    if figures.is_empty() { None } else { Some(if single { format!("0{figures}") } else { figures.to_owned() }) }
}

/// The year is printed before a day is fixed only where the turn of the year cannot make it wrong.
fn open_year(kind: Kind, event: Day) -> Option<i16> {
    let sent_before = matches!(kind, Kind::Invitation | Kind::Programme);
    let edge = if sent_before { 1 } else { 12 };
    (event.date.month() != edge).then(|| event.date.year())
}

/// The lines of a signature as they were written.
pub fn sign(signer: &Signer) -> Sign<'_> {
    Sign {
        authority: signer.authority.iter().map(|line| line.value.as_str()).collect(),
        position: signer.position.as_deref(),
        name: signer.name.as_deref(),
    }
}

/// The lines of a list without dashes and marks; empty ones fall out.
pub fn lines(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| bare(text)).filter(|line| !line.is_empty()).collect()
}

/// A line of a list without the dash and the mark that the template sets.
pub fn bare(line: &str) -> &str {
    let line = line.trim();
    let line = line.strip_prefix("- ").unwrap_or(line);
    line.strip_suffix([';', '.']).unwrap_or(line).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_zero_and_code() {
        for (written, figures, code) in [
            (Some("9"), Some("09"), "/TB-CTĐP"),
            (Some("123"), Some("123"), "/TB-CTĐP"),
            (Some("9/TB-BCT"), Some("09"), "/TB-BCT"),
            (Some("Số: 12/TB-BCT"), Some("12"), "/TB-BCT"),
            (Some("/TB-BCT"), None, "/TB-BCT"),
            (None, None, "/TB-CTĐP"),
        ] {
            let expected = Number { figures: figures.map(str::to_owned), code: code.to_owned() };
            assert_eq!(number(written, "/TB-CTĐP"), expected, "{written:?}");
        }
    }

    #[test]
    fn lines_are_bare() {
        for (written, line) in [("- Như trên;", "Như trên"), ("VT, VP.", "VT, VP"), ("Sở A", "Sở A")] {
            assert_eq!(bare(written), line);
        }
    }
}
