//! Papers against their meeting — *văn bản của cuộc họp*: dates that cannot be, late notices, facts an issued paper lacks.

use std::sync::Arc;

use jiff::civil::Date;

use super::schedule::last_day;
use crate::diag::{Diagnostic, Message};
use crate::load::{Records, StoryRecords};
use crate::record::Record;
use crate::record::document::Particulars;
use crate::record::kinds::Form;
use crate::record::meeting::Meeting;
use crate::record::papers::{Paper, Signer};
use crate::record::site::SiteRecord;
use crate::record::value::{Day, date};
use crate::source::{Source, Span};
use crate::viet::date::{Padding, Ymd};
use crate::viet::reference;
use crate::viet::workday;

/// A notice of conclusions goes out within so many working days of the meeting: QĐ 45/2018/QĐ-TTg.
const WORKING_DAYS: usize = 5;

/// Checks the papers of all stories.
pub fn check(records: &Records, faults: &mut Vec<Diagnostic>) {
    let site = records.site.as_ref().map(|site| &*site.record);
    for story in &records.stories {
        for told in papers(story) {
            told.check_date(story, faults);
            faults.extend(told.incomplete(site));
            faults.extend(told.other_kind());
        }
        faults.extend(incomplete_document(story, site));
    }
}

/// Number, date, signer and recipients of a document that has gone out.
fn incomplete_document(story: &StoryRecords, site: Option<&SiteRecord>) -> Option<Diagnostic> {
    let sourced = story.document.as_ref()?;
    let paper = sourced.record.paper();
    let out = paper.public.0 || paper.number.is_some();
    let form = sourced.record.kind.0.form;
    // Parties sign an agreement, chair and secretary minutes; an open letter has no number.
    let signed = has_signer(&paper, site) || matches!(form, Form::Agreement | Form::Minutes);
    let numbered = paper.number.is_some() || form == Form::OpenLetter;
    let sent = !paper.recipients.is_empty() || matches!(form, Form::Agreement | Form::OpenLetter | Form::Leave);
    let facts = [
        ("number", numbered),
        ("date", paper.date.is_some()),
        ("subject", paper.subject.is_some() || !form.needs_body() || form == Form::OpenLetter),
        ("signer", signed),
        ("recipients", sent),
    ];
    let told = Told { kind: Kind::Document, source: &sourced.source, paper: &paper };
    told.lacking(facts).filter(|_| out)
}

fn has_signer(paper: &Paper, site: Option<&SiteRecord>) -> bool {
    let named = |signer: Option<&Signer>| signer.is_some_and(|signer| signer.name.is_some());
    named(paper.signer.as_deref()) || named(site.and_then(|site| site.signer.as_ref()))
}

/// Checks that minutes which are out hold what minutes must hold.
pub fn check_minutes(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    faults.extend(written_minutes(story));
    let Some(minutes) = papers(story).into_iter().find(|told| told.kind == Kind::Minutes) else { return };
    let Some(meeting) = &story.meeting else { return };
    if !minutes.is_out() && minutes.paper.date.is_none() {
        return;
    }
    let record = &meeting.record;
    let listed = record.attendance.as_ref().is_some_and(|attendance| {
        let people = attendance.present.is_some() || !attendance.people.is_empty();
        people || !attendance.sides.is_empty() || !attendance.groups.is_empty()
    });
    let facts =
        [("chairs", !record.chairs.is_empty()), ("secretary", !record.secretary.is_empty()), ("attendance", listed)];
    let lacking: Vec<&str> = facts.iter().filter(|(_, there)| !there).map(|(key, _)| *key).collect();
    let mut missing = labels::<Meeting>(&lacking);
    if story.conclusions.is_none() && !said_at_the_end(record) {
        missing.push("conclusions.yaml".to_owned());
    }
    if !missing.is_empty() {
        let fault = Diagnostic::warning("minutes-incomplete").with("missing", missing.join(", "));
        faults.push(fault.at(minutes.source, minutes.span()).hint_id("minutes-incomplete.hint"));
    }
}

/// Minutes that are written as a document name who was there, who chaired and who wrote them down.
fn written_minutes(story: &StoryRecords) -> Option<Diagnostic> {
    let sourced = story.document.as_ref().filter(|sourced| sourced.record.kind.0.form == Form::Minutes)?;
    let (record, paper) = (&sourced.record, sourced.record.paper());
    let told = Told { kind: Kind::Document, source: &sourced.source, paper: &paper };
    let told = told.is_out().then_some(told)?;
    let lines = record.particulars.as_ref();
    let facts = [
        ("present", lines.is_some_and(|lines| !lines.present.is_empty())),
        ("chair", lines.is_some_and(|lines| lines.chair.is_some())),
        ("secretary", lines.is_some_and(|lines| lines.secretary.is_some())),
    ];
    let lacking: Vec<&str> = facts.iter().filter(|(_, there)| !there).map(|(key, _)| *key).collect();
    let missing = labels::<Particulars>(&lacking);
    let fault = Diagnostic::warning("minutes-incomplete").with("missing", missing.join(", "));
    let fault = fault.at(&sourced.source, told.span()).hint_id("minutes-incomplete.hint.document");
    (!missing.is_empty()).then_some(fault)
}

/// The chair's last word may stand among the steps of the meeting.
fn said_at_the_end(meeting: &Meeting) -> bool {
    meeting.proceedings.iter().any(|step| {
        let heading = step.heading.as_deref().unwrap_or_default();
        [heading, &step.text].iter().any(|text| text.to_lowercase().contains("kết luận"))
    })
}

/// The Vietnamese labels of keys, for the message.
fn labels<R: Record>(keys: &[&str]) -> Vec<String> {
    let fields = R::fields();
    fields.iter().filter(|field| keys.contains(&field.key)).map(|field| field.label.to_lowercase()).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Invitation,
    Programme,
    Minutes,
    Notice,
    Report,
    Document,
}

impl Kind {
    /// The code of the kind in a number (Nghị định 30/2020/NĐ-CP, Phụ lục III).
    fn code(self) -> &'static str {
        match self {
            Kind::Invitation => "GM",
            Kind::Programme => "CTr",
            Kind::Minutes => "BB",
            Kind::Notice => "TB",
            Kind::Report => "BC",
            Kind::Document => "",
        }
    }
}

/// What a record says of one paper.
pub struct Told<'a> {
    kind: Kind,
    /// The record that tells it.
    pub source: &'a Arc<Source>,
    /// Its facts.
    pub paper: &'a Paper,
}

/// All papers of a story, wherever they are told: with the meeting, the conclusions or the budget.
pub fn papers(story: &StoryRecords) -> Vec<Told<'_>> {
    let mut found = Vec::new();
    if let Some((source, papers)) = story.meeting.as_ref().and_then(|sourced| {
        let papers = sourced.record.papers.as_ref()?;
        Some((&sourced.source, papers))
    }) {
        let all = [
            (Kind::Invitation, &papers.invitation),
            (Kind::Programme, &papers.programme),
            (Kind::Minutes, &papers.minutes),
            (Kind::Notice, &papers.notice),
            (Kind::Report, &papers.report),
        ];
        let told = all.into_iter().filter_map(|(kind, paper)| Some(Told { kind, source, paper: paper.as_ref()? }));
        found.extend(told);
    }
    if let Some(sourced) = &story.conclusions {
        let notice = sourced.record.notice.iter();
        found.extend(notice.map(|paper| Told { kind: Kind::Notice, source: &sourced.source, paper }));
    }
    if let Some(sourced) = &story.budget {
        let report = sourced.record.report.iter();
        found.extend(report.map(|paper| Told { kind: Kind::Report, source: &sourced.source, paper }));
    }
    found
}

impl Told<'_> {
    /// A number is given when a paper goes out, and what the public may read has gone out.
    fn is_out(&self) -> bool {
        self.paper.public.0 || self.paper.number.is_some()
    }

    /// The first value that says anything of the paper.
    fn span(&self) -> Span {
        let paper = self.paper;
        let texts = paper.number.iter().chain(&paper.subject).chain(&paper.to).chain(&paper.recipients);
        let signer = paper.signer.iter().flat_map(|signer| signer.position.iter().chain(&signer.name));
        let spans = texts.chain(signer).map(|text| text.span).chain(paper.date.map(|day| day.span));
        spans.min().unwrap_or_default()
    }

    /// An invitation comes before the meeting, minutes and notice after it, a report after the day of its figures.
    fn check_date(&self, story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
        let Some(own) = self.paper.date.filter(|own| own.date.year() > 0) else { return };
        let meeting = story.meeting.as_ref().map(|sourced| &*sourced.record);
        let concluded = story.conclusions.as_ref().and_then(|sourced| sourced.record.date).map(|day| day.date);
        let first = meeting.map(|meeting| meeting.date.date).filter(|date| date.year() > 0);
        let last = meeting.and_then(last_day);
        let fault = match self.kind {
            Kind::Invitation | Kind::Programme => {
                first.filter(|first| own.date > *first).map(|first| self.fault("paper-date.after", own, first))
            }
            Kind::Minutes => first.filter(|first| own.date < *first).map(|first| self.fault("paper-date", own, first)),
            Kind::Notice => {
                let day = concluded.or(first);
                day.filter(|day| own.date < *day).map(|day| self.fault("paper-date", own, day)).or_else(|| {
                    // Days to come after the last one are counted only where a meeting tells it.
                    self.late(own, concluded.into_iter().chain(last).max().filter(|_| last.is_some())?)
                })
            }
            Kind::Document => None,
            Kind::Report => {
                let as_of = story.budget.as_ref().and_then(|budget| budget.record.as_of).map(|day| day.date);
                as_of.filter(|as_of| own.date < *as_of).map(|as_of| self.fault("paper-date.report", own, as_of))
            }
        };
        faults.extend(fault);
    }

    /// A date that contradicts another one of the record.
    fn fault(&self, message: &'static str, own: Day, day: Date) -> Diagnostic {
        let mut fault = Diagnostic::warning("paper-date")
            .with("date", date::numeric(own.date))
            .with("day", date::numeric(day))
            .at(self.source, own.span)
            .hint_id("paper-date.hint");
        fault.message.id = message;
        fault
    }

    /// A notice of conclusions later than the working days that the regulation leaves.
    fn late(&self, own: Day, held: Date) -> Option<Diagnostic> {
        let last: Ymd = workday::after(date::ymd(held)?, WORKING_DAYS);
        if date::ymd(own.date)? <= last {
            return None;
        }
        let fault =
            Diagnostic::warning("notice-late").with("date", date::numeric(own.date)).with("day", date::numeric(held));
        let hint = Message::new("notice-late.hint").with("last", last.numeric(Padding::Padded));
        Some(fault.at(self.source, own.span).hint(hint))
    }

    /// *215/BC-UBND* on a notice: the code in the number is that of another paper.
    fn other_kind(&self) -> Option<Diagnostic> {
        let number = self.paper.number.as_ref()?;
        let told = reference::find(number).into_iter().next()?;
        // Letters of invitation go out under many codes, plain letters among them.
        let (right, own) = (self.kind.code(), told.kind_code());
        (told.kind.is_some() && own != right && self.kind != Kind::Invitation).then_some(())?;
        let fault =
            Diagnostic::warning("paper-kind").with("number", number).with("code", own).at(self.source, number.span);
        Some(fault.hint(Message::new("paper-kind.hint").with("right", right)))
    }

    /// Number, date, signer and recipients of what has gone out.
    fn incomplete(&self, site: Option<&SiteRecord>) -> Option<Diagnostic> {
        let signed = has_signer(self.paper, site);
        let numbered = matches!(self.kind, Kind::Invitation | Kind::Notice | Kind::Report);
        if !self.is_out() || !numbered {
            return None;
        }
        let sent = self.kind != Kind::Notice || !self.paper.recipients.is_empty();
        let facts = [
            ("number", self.paper.number.is_some()),
            ("date", self.paper.date.is_some()),
            ("signer", signed),
            ("recipients", sent),
        ];
        self.lacking(facts)
    }

    /// The facts of a paper that are not there.
    fn lacking<const N: usize>(&self, facts: [(&'static str, bool); N]) -> Option<Diagnostic> {
        let lacking: Vec<&str> = facts.iter().filter(|(_, there)| !there).map(|(key, _)| *key).collect();
        if lacking.is_empty() {
            return None;
        }
        let fault = Diagnostic::warning("paper-incomplete").with("missing", labels::<Paper>(&lacking).join(", "));
        let hint = Message::new("paper-incomplete.hint").with("keys", lacking.join(", "));
        Some(fault.at(self.source, self.span()).hint(hint))
    }
}
