//! Which documents a story gives: those it has the facts for, or those that were asked for — *đủ dữ kiện thì làm*.

use super::Kind;
use crate::model::{Reach, Site, Story};
use crate::record::Record;
use crate::record::budget::Budget;
use crate::record::conclusions::Conclusions;
use crate::record::document::Document;
use crate::record::kinds;
use crate::record::meeting::{Meeting, MeetingKind};
use crate::record::papers::Paper;
use crate::record::site::DocumentsMode;

/// A document that was asked for by name and lacks facts: the missing ones by their Vietnamese labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// What was asked for.
    pub kind: Kind,
    /// Labels of the missing keys.
    pub missing: Vec<&'static str>,
}

/// What was asked for by name and cannot be made; minutes of a meeting to come are simply not due yet.
pub fn lacking(site: &Site, story: &Story) -> Vec<Lacking> {
    if story.reach == Reach::Hidden || mode(site) == DocumentsMode::Never {
        return Vec::new();
    }
    let asked = Kind::all(story).filter(|kind| settings(story, *kind).is_some() && due(story, *kind));
    let lacking = asked.map(|kind| Lacking { kind, missing: missing(story, kind) });
    lacking.filter(|lacking| !lacking.missing.is_empty()).collect()
}

/// What `documents` in `site.yaml` says; without a word, the facts decide.
fn mode(site: &Site) -> DocumentsMode {
    site.record.documents.unwrap_or_default()
}

/// The kinds that are made: asked for by name, or, by default, all that have the facts.
pub fn chosen(site: &Site, story: &Story) -> impl Iterator<Item = Kind> {
    let mode = mode(site);
    let wanted = move |kind: &Kind| match mode {
        DocumentsMode::Never => false,
        DocumentsMode::Listed => settings(story, *kind).is_some(),
        DocumentsMode::Facts => settings(story, *kind).is_some() || worth_making(story, *kind),
    };
    let known = story.reach != Reach::Hidden;
    Kind::all(story).filter(move |kind| known && wanted(kind) && due(story, *kind) && missing(story, *kind).is_empty())
}

/// Minutes are not due before the meeting; nobody is invited to one that was called off.
fn due(story: &Story, kind: Kind) -> bool {
    match kind {
        Kind::Minutes => !story.upcoming,
        Kind::Invitation | Kind::Programme => !story.called_off(),
        _ => true,
    }
}

/// An invitation without a programme or a purpose, or to a visit that is over, is made only when it was asked for.
fn worth_making(story: &Story, kind: Kind) -> bool {
    let meeting = story.meeting.as_deref();
    let visit = meeting.is_some_and(|meeting| meeting.kind == Some(MeetingKind::WorkingVisit));
    if visit && !story.upcoming && matches!(kind, Kind::Invitation | Kind::Programme) {
        return false;
    }
    kind != Kind::Invitation
        || meeting.is_some_and(|meeting| !(meeting.agenda.is_empty() && meeting.purposes.is_empty()))
}

/// What the clerk wrote about a document: number, date, signer; the record it belongs to comes first.
pub fn settings(story: &Story, kind: Kind) -> Option<&Paper> {
    let papers = story.meeting.as_deref().and_then(|meeting| meeting.papers.as_ref());
    match kind {
        Kind::Invitation => papers?.invitation.as_ref(),
        Kind::Programme => papers?.programme.as_ref(),
        Kind::Minutes => papers?.minutes.as_ref(),
        Kind::Notice => {
            let own = story.conclusions.as_deref().and_then(|conclusions| conclusions.notice.as_deref());
            own.or_else(|| papers?.notice.as_ref())
        }
        Kind::Report => story.report_paper.as_deref().or_else(|| papers?.report.as_ref()),
        Kind::Written(_) => story.document_paper.as_deref(),
    }
}

/// Public only if both the story and the paper are.
pub fn is_public(story: &Story, kind: Kind) -> bool {
    story.reach == Reach::Public && settings(story, kind).is_some_and(|paper| paper.public.0)
}

/// The labels of the facts that a kind needs and the story lacks.
fn missing(story: &Story, kind: Kind) -> Vec<&'static str> {
    match kind {
        Kind::Notice => missing_conclusions(story),
        Kind::Report => missing_figures(story),
        Kind::Written(kind) => missing_words(story, kind),
        Kind::Invitation | Kind::Programme | Kind::Minutes => {
            let of_meeting = |meeting| missing_of_meeting(story, meeting, kind);
            story.meeting.as_deref().map_or_else(|| vec![Meeting::NAME], of_meeting)
        }
    }
}

/// What invitation, programme and minutes need of a meeting.
fn missing_of_meeting(story: &Story, meeting: &Meeting, kind: Kind) -> Vec<&'static str> {
    let needed = match kind {
        Kind::Invitation => vec![("start", starts(meeting)), ("place", has_place(meeting))],
        Kind::Programme => vec![("agenda", !meeting.agenda.is_empty())],
        _ => vec![
            ("chairs", !meeting.chairs.is_empty()),
            ("secretary", !meeting.secretary.is_empty()),
            ("proceedings", happened(story, meeting)),
        ],
    };
    let keys: Vec<&str> = needed.iter().filter(|(_, there)| !there).map(|(key, _)| *key).collect();
    Meeting::fields().iter().filter(|field| keys.contains(&field.key)).map(|field| field.label).collect()
}

/// A document needs its substance: a body or articles; printed forms are made of their particulars alone.
fn missing_words(story: &Story, kind: &kinds::Kind) -> Vec<&'static str> {
    let Some(document) = story.document.as_deref() else { return vec![Document::NAME] };
    let there = !kind.form.needs_body() || document.body.is_some() || !document.articles.is_empty();
    let body = Document::fields().into_iter().find(|field| field.key == "body" && !there);
    body.map(|field| field.label).into_iter().collect()
}

/// A notice needs something that was concluded.
fn missing_conclusions(story: &Story) -> Vec<&'static str> {
    let said = story.conclusions.as_deref().is_some_and(|conclusions| {
        !(conclusions.items.is_empty() && conclusions.assessment.is_empty() && conclusions.milestones.is_empty())
    });
    if said { Vec::new() } else { vec![Conclusions::NAME] }
}

/// A report needs lines with figures.
fn missing_figures(story: &Story) -> Vec<&'static str> {
    let figures = story.budget.as_ref().is_some_and(|budget| !budget.lines.is_empty());
    if figures { Vec::new() } else { vec![Budget::NAME] }
}

/// An hour that could be read.
fn starts(meeting: &Meeting) -> bool {
    meeting.start.is_some_and(|start| start.time.is_some())
}

/// A place to go to, or bridge points to dial into.
fn has_place(meeting: &Meeting) -> bool {
    meeting.place.is_some() || meeting.bridges.is_some()
}

/// Whether there is anything to take down: what was heard, voted or concluded.
fn happened(story: &Story, meeting: &Meeting) -> bool {
    let heard = !(meeting.proceedings.is_empty() && meeting.speeches.is_empty() && meeting.reports.is_empty());
    heard || !meeting.votes.is_empty() || missing_conclusions(story).is_empty()
}
