//! Records → [`Site`]: ids looked up, dates settled, addresses given, stories sorted.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Options, Site, Story, change, figures, setting, state, votes};
use crate::diag::{Diagnostic, Message};
use crate::load::{Records, Sourced, StoryRecords};
use crate::record::common::Common;
use crate::record::meeting::Meeting;
use crate::record::party::{Body, Person};
use crate::record::register::{RegisteredBody, RegisteredPerson};
use crate::record::site::{DateStyle, SiteRecord};
use crate::record::value::{Day, Text, date, is_device};
use crate::record::{Complete, nearest};
use crate::source::{Source, Span};
use crate::viet::date::Padding;
use crate::viet::fold;

/// Resolves a project. Faults found on the way make the site unfit for rendering; the caller looks.
pub fn resolve(records: Records, options: &Options, faults: &mut Vec<Diagnostic>) -> Option<Site> {
    let Records { site, register, stories } = records;
    let padding = padding(site.as_ref().map(|site| &*site.record));
    let index = Index::new(register.as_ref().map(|register| &*register.record), padding);
    let mut resolved: Vec<Story> = Vec::with_capacity(stories.len());
    resolved.extend(stories.into_iter().filter_map(|story| resolve_story(story, &index, options, faults)));
    same_address(&resolved, faults);
    if let Some(only) = &options.only
        && !resolved.iter().any(|story| story.is(only))
    {
        let ids: Vec<&str> = resolved.iter().map(|story| story.id.as_str()).collect();
        let near = nearest(only, &ids).map(|near| Message::new("did-you-mean").with("near", near));
        let hint = near.unwrap_or(Message::new("only-unknown.hint"));
        faults.push(Diagnostic::error("only-unknown").with("id", only).hint(hint));
    }
    resolved.sort_by(|a, b| {
        b.day().cmp(&a.day()).then_with(|| b.published.cmp(&a.published)).then_with(|| a.id.cmp(&b.id))
    });
    let record = *site?.record;
    let base_url = options.base_url.clone().or_else(|| record.base_url.as_ref().map(|url| url.value.clone()));
    let base_url = base_url.unwrap_or_default().trim_end_matches('/').to_owned();
    let register = register.map(|register| *register.record).unwrap_or_default();
    Some(Site { record, register, base_url, as_of: options.as_of, only: options.only.clone(), stories: resolved })
}

/// The register by id.
struct Index<'a> {
    people: HashMap<&'a str, &'a RegisteredPerson>,
    bodies: HashMap<&'a str, &'a RegisteredBody>,
    padding: Padding,
}

/// House style of numeric dates.
fn padding(site: Option<&SiteRecord>) -> Padding {
    match site.and_then(|site| site.style.as_ref()?.dates) {
        Some(DateStyle::Unpadded) => Padding::Unpadded,
        _ => Padding::Padded,
    }
}

impl<'a> Index<'a> {
    fn new(register: Option<&'a crate::record::register::Register>, padding: Padding) -> Index<'a> {
        let people = register.into_iter().flat_map(|register| &register.people);
        let bodies = register.into_iter().flat_map(|register| &register.bodies);
        Index {
            people: people.map(|person| (&*person.id, person)).collect(),
            bodies: bodies.map(|body| (&*body.id, body)).collect(),
            padding,
        }
    }
}

/// Completes the persons and bodies of one record, with the positions held on its day.
struct Completer<'a> {
    index: &'a Index<'a>,
    day: Date,
    source: &'a Arc<Source>,
    faults: &'a mut Vec<Diagnostic>,
}

impl Completer<'_> {
    fn unknown(&mut self, rule: &'static str, id: &str, span: Span, mut known: Vec<&str>) {
        known.sort_unstable();
        let hint = match nearest(id, &known) {
            Some(near) => Message::new("did-you-mean").with("near", near),
            None => Message::new("reference-unknown.hint").with("id", id),
        };
        self.faults.push(Diagnostic::error(rule).with("id", id).at(self.source, span).hint(hint));
    }
}

impl Complete for Completer<'_> {
    fn person(&mut self, person: &mut Person) {
        if !person.by_id && self.index.people.contains_key(person.name()) {
            // An id without a hyphen was taken for a name: the register knows better.
            person.fields.id = person.fields.name.take();
            person.by_id = true;
        }
        let Some(id) = person.fields.id.clone().filter(|_| person.by_id) else { return };
        let Some(known) = self.index.people.get(&*id.value) else {
            return self.unknown("person-unknown", &id, person.span, self.index.people.keys().copied().collect());
        };
        let fields = &mut person.fields;
        fields.name.get_or_insert_with(|| known.name.clone());
        fields.honorific = fields.honorific.take().or_else(|| known.honorific.clone());
        fields.rank = fields.rank.take().or_else(|| known.rank.clone());
        if fields.positions.is_empty() {
            let held = |from: &Option<Day>, to: &Option<Day>| {
                from.is_none_or(|from| from.date <= self.day) && to.is_none_or(|to| self.day <= to.date)
            };
            let now = known.positions.iter().filter(|position| held(&position.from, &position.to));
            fields.positions = now.map(|position| position.title.clone()).collect();
        }
    }

    fn body(&mut self, body: &mut Body) {
        if !body.by_id && self.index.bodies.contains_key(body.name()) {
            body.fields.id = body.fields.name.take();
            body.by_id = true;
        }
        let Some(id) = body.fields.id.clone().filter(|_| body.by_id) else { return };
        let Some(known) = self.index.bodies.get(&*id.value) else {
            return self.unknown("body-unknown", &id, body.span, self.index.bodies.keys().copied().collect());
        };
        let fields = &mut body.fields;
        fields.name.get_or_insert_with(|| known.name.clone());
        fields.abbreviation = fields.abbreviation.take().or_else(|| known.abbreviation.clone());
        fields.superior = fields.superior.take().or_else(|| known.superior.clone());
    }
}

/// Letters of a story's address: its files bear the name too, with an ending.
const SLUG: usize = 200;

/// Date prefix and name of a story's folder: `2024-10-10-hoi-nghi` is a day and `hoi-nghi`.
pub fn folder_name(folder: &str) -> (Option<Date>, String) {
    let name = folder.rsplit('/').next().unwrap_or(folder);
    let prefix = name.get(..10).and_then(|prefix| prefix.parse::<Date>().ok());
    let rest = if prefix.is_some() { name[10..].trim_start_matches('-') } else { name };
    (prefix, fold::short_slug(rest, SLUG))
}

fn resolve_story(
    mut records: StoryRecords,
    index: &Index,
    options: &Options,
    faults: &mut Vec<Diagnostic>,
) -> Option<Story> {
    let source = main_source(&records)?;
    let (day, slug) = day_and_slug(&records, &source, faults)?;
    complete(&mut records, index, day.date, faults);
    let common = state::merged(&records, day, options);
    let printable = state::photos(&records);
    let hidden = state::hidden(&common, options);
    let title = story_title(&records)?;
    let meeting = records.meeting.take().map(|meeting| setting::with_kind(meeting.record));
    let change = meeting.as_ref().and_then(|meeting| change::view(meeting, index.padding)).map(Box::new);
    let upcoming = day.date > options.as_of.date() || change.as_ref().is_some_and(|change| change.called_off);
    let headline = headline(meeting.as_deref(), &common).unwrap_or_else(|| title.clone());
    let headline = change.as_ref().filter(|_| upcoming).map_or(headline.clone(), |what| change::marked(headline, what));
    let state::Publication { published, updated } = state::publication(&common, meeting.as_deref(), day);
    // An address is permanent: it keeps the day under which the meeting was first announced.
    let first_day = meeting.as_ref().map_or(day.date, |meeting| change::first_day(meeting));
    let votes = meeting.as_ref().map(|meeting| votes::view(&meeting.votes, meeting.attendance.as_ref()));
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let story = Story {
        id: text(&common.id).unwrap_or_else(|| slug.clone()),
        path: format!("tin/{}/{:02}/{slug}/", first_day.year(), first_day.month()),
        slug,
        title,
        headline,
        date: day,
        upcoming,
        change,
        published: published.rfc3339(),
        due: state::at(&published),
        updated,
        published_day: date::numeric(published.day.date),
        budget: records.budget.as_ref().map(|budget| Box::new(figures::view(&budget.record))),
        setting: meeting.as_ref().map(|meeting| Box::new(setting::setting(meeting, index.padding))),
        votes: votes.unwrap_or_default(),
        conclusions: records.conclusions.map(|conclusions| conclusions.record),
        news: records.news.map(|news| news.record),
        document_paper: records.document.as_ref().map(|document| Box::new(document.record.paper())),
        document: records.document.map(|document| document.record),
        meeting,
        summary: text(&common.summary),
        category: text(&common.category),
        tags: common.tags.iter().map(|tag| tag.value.clone()).collect(),
        author: text(&common.author),
        source_credit: text(&common.source_credit),
        reach: state::reach(hidden),
        withdrawal: state::withdrawal(&common, options),
        hidden,
        photos: common.photos,
        printable,
        video: common.video,
        attachments: common.attachments,
        corrections: common.corrections,
        notice_to_readers: text(&common.notice_to_readers),
        by_hand: common.article.unwrap_or_default(),
        aliases: common.aliases,
        dir: records.dir,
        report_paper: records.budget.and_then(|budget| budget.record.report),
        source,
    };
    Some(story)
}

/// The day a story stands under and its name in the address; without one of them it has no place.
fn day_and_slug(records: &StoryRecords, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) -> Option<(Day, String)> {
    let (folder_day, slug) = folder_name(&records.folder);
    let day = story_day(records, folder_day);
    let fault = match day {
        None => Diagnostic::error("date-missing").hint_id("date-missing.hint"),
        Some(_) if slug.is_empty() => Diagnostic::error("slug-empty").hint_id("slug-empty.hint"),
        Some(_) if is_device(&slug) => {
            let fault = Diagnostic::error("slug-reserved").with("slug", &slug).with("folder", &records.folder);
            fault.hint_id("slug-reserved.hint")
        }
        Some(day) => return Some((day, slug)),
    };
    faults.push(fault.at(source, Span::default()));
    None
}

fn complete(records: &mut StoryRecords, index: &Index, day: Date, faults: &mut Vec<Diagnostic>) {
    if let Some(Sourced { source, record }) = &mut records.meeting {
        record.walk_fields_mut(&mut Completer { index, day, source, faults });
    }
    if let Some(Sourced { source, record }) = &mut records.budget {
        record.walk_fields_mut(&mut Completer { index, day, source, faults });
    }
    if let Some(Sourced { source, record }) = &mut records.conclusions {
        record.walk_fields_mut(&mut Completer { index, day, source, faults });
    }
    if let Some(Sourced { source, record }) = &mut records.news {
        record.walk_fields_mut(&mut Completer { index, day, source, faults });
    }
    if let Some(Sourced { source, record }) = &mut records.document {
        record.walk_fields_mut(&mut Completer { index, day, source, faults });
    }
}

/// The file that stands for the story: the meeting's, else the first there is.
pub fn main_source(records: &StoryRecords) -> Option<Arc<Source>> {
    let meeting = records.meeting.as_ref().map(|sourced| &sourced.source);
    let news = records.news.as_ref().map(|sourced| &sourced.source);
    let conclusions = records.conclusions.as_ref().map(|sourced| &sourced.source);
    let budget = records.budget.as_ref().map(|sourced| &sourced.source);
    let document = records.document.as_ref().map(|sourced| &sourced.source);
    meeting.or(news).or(conclusions).or(budget).or(document).map(Arc::clone)
}

/// The day a story stands under: its record's own, else its folder's.
pub fn story_day(records: &StoryRecords, folder_day: Option<Date>) -> Option<Day> {
    let meeting = records.meeting.as_ref().map(|sourced| sourced.record.date);
    let news = records.news.as_ref().map(|sourced| sourced.record.date);
    let conclusions = records.conclusions.as_ref().and_then(|sourced| sourced.record.date);
    let budget = records.budget.as_ref().and_then(|sourced| sourced.record.date.or(sourced.record.as_of));
    let document = records.document.as_ref().and_then(|sourced| sourced.record.date);
    let folder = folder_day.map(|date| Day { date, ..Day::default() });
    meeting.or(news).or(conclusions).or(budget).or(document).or(folder)
}

fn story_title(records: &StoryRecords) -> Option<String> {
    let meeting = records.meeting.as_ref().map(|sourced| &sourced.record.title);
    let news = records.news.as_ref().map(|sourced| &sourced.record.title);
    let conclusions = records.conclusions.as_ref().and_then(|sourced| sourced.record.title.as_ref());
    let budget = records.budget.as_ref().map(|sourced| &sourced.record.title);
    let document = || records.document.as_ref().map(|sourced| sourced.record.name());
    meeting.or(news).or(conclusions).or(budget).map(|title| title.value.clone()).or_else(document)
}

fn headline(meeting: Option<&Meeting>, common: &Common) -> Option<String> {
    let by_hand = common.article.as_ref().and_then(|article| article.headline.as_ref());
    let own = meeting.and_then(|meeting| meeting.headline.as_ref());
    by_hand.or(own).map(|headline| headline.value.clone())
}

/// Two stories of one id or one address would overwrite each other.
fn same_address(stories: &[Story], faults: &mut Vec<Diagnostic>) {
    let mut ids: HashMap<&str, &Story> = HashMap::new();
    let mut paths: HashMap<&str, &Story> = HashMap::new();
    for story in stories {
        let same_id = ids.insert(&story.id, story);
        let same_path = paths.insert(&story.path, story);
        if let Some(other) = same_id.or(same_path) {
            let fault = Diagnostic::error("address-twice").with("id", &story.id).with("other", &other.source.path);
            faults.push(fault.at(&story.source, Span::default()).hint_id("address-twice.hint"));
        }
    }
}
