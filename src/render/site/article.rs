//! The page of one story: everything its template shows, gathered from the article, the record and the files.

use minijinja::context;
use minijinja::value::{Serde, Value};

use super::files::{File, photo_facts};
use super::table;
use super::{address, chart, lists};
use crate::markdown;
use crate::model::hours::Hours;
use crate::model::topics::TopicKind;
use crate::model::{Site, Story, related};
use crate::news::{Article, Block, Length};
use crate::papers;
use crate::record::site::Cards;
use crate::record::value::date;
use crate::render::{CARD, Plan};
use crate::viet::nobreak;

/// The facts of the page. `facts` are the story as its article templates saw it.
pub fn page(site: &Site, story: &Story, facts: &Value, article: &Article, files: &[File]) -> Value {
    let photos: Vec<Value> =
        story.photos.iter().map(|photo| self::photo(&photo.file.value, files, Value::from(Serde(photo)))).collect();
    let blocks: Vec<Value> =
        article.blocks(photos.len()).into_iter().map(|block| self::block(block, &photos)).collect();
    let credits: Vec<String> = byline(story, article).map(|line| nobreak::bind(line)).collect();
    let markdown =
        story.news.as_ref().map(|news| Value::from_safe_string(markdown::to_html(&news.body, &story.headline)));
    let texts = Length::ALL.map(|length| length.file(&story.slug));
    context! {
        story => facts.get_attr("story").unwrap_or_default(), document => facts.get_attr("document").unwrap_or_default(), headline => &story.headline, photos => photos, blocks => blocks,
        credits => credits, notice => story.notice_to_readers.as_ref(), markdown => markdown,
        contact => story.news.as_ref().and_then(|news| news.contact.as_ref()).map(|contact| nobreak::bind(contact)),
        table => story.budget.as_deref().map(table::table), published_time => time(&story.published),
        updated_day => (story.updated != story.published).then(|| day(&story.updated)),
        share => share(site, story, files), event => event(story),
        papers => papers(site, story), attachments => attachments(story, files),
        texts => context! { brief => &texts[0], standard => &texts[1], full => &texts[2] }, json => format!("{}.json", story.slug),
        csv => format!("{}.csv", story.slug),
    }
}

/// What surrounds the article: its topics, and stories to read next with their headlines as pages show them.
pub fn around(plan: &Plan, headlines: &[String], at: usize) -> Value {
    let story = plan.stories[at];
    let topics = |kind: TopicKind| plan.topics.of(story).filter(move |topic| topic.kind == kind).map(lists::summary);
    let related = related::related(&plan.topics, &plan.stories, at).into_iter().map(|at| {
        let other = plan.stories[at];
        context! {
            headline => &headlines[at], path => &other.path, date => other.day().to_string(),
            day => date::numeric(other.day()),
        }
    });
    context! {
        category => topics(TopicKind::Category).next(), tags => topics(TopicKind::Tag).collect::<Vec<_>>(),
        bodies => topics(TopicKind::Body).collect::<Vec<_>>(), people => topics(TopicKind::Person).collect::<Vec<_>>(),
        related => related.collect::<Vec<_>>(), chart => story.budget.as_deref().and_then(chart::chart),
    }
}

/// The lines below the body without the remark to readers, which has its own place on the page.
fn byline<'a>(story: &'a Story, article: &'a Article) -> impl Iterator<Item = &'a String> {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let remark = story.notice_to_readers.as_deref().map(bare);
    let at = article.credits.iter().rposition(|line| remark.as_ref().is_some_and(|remark| bare(line) == *remark));
    article.credits.iter().enumerate().filter(move |(number, _)| Some(*number) != at).map(|(_, line)| line)
}

/// A photo with its sizes, once they are known.
fn photo(name: &str, files: &[File], record: Value) -> Value {
    let photo = files.iter().find(|file| file.name == name).and_then(|file| file.photo.as_ref());
    context! { ..photo.map(|photo| photo_facts(photo, "")).unwrap_or_default(), ..record }
}

/// The picture that stands for the page where it is shared: the first photo if it is large enough, else a card.
fn share(site: &Site, story: &Story, files: &[File]) -> Value {
    let first = story.photos.first();
    let file = first.and_then(|photo| files.iter().find(|file| file.name == &*photo.file.value));
    let large = file.and_then(|file| file.photo.as_ref()).filter(|photo| photo.may_be_shared());
    let own = site.record.cards.unwrap_or_default() == Cards::Stories;
    match first.zip(large) {
        Some((record, photo)) => {
            let facts = photo_facts(photo, &story.path);
            context! { path => facts.get_attr("href").unwrap_or_default(), alt => &record.alt.value, own => true, ..facts }
        }
        None if own => context! { path => format!("{}{CARD}", story.path), alt => &story.headline },
        None => context! { path => CARD },
    }
}

/// When and where, for machines.
fn event(story: &Story) -> Option<Value> {
    let (meeting, setting) = (story.meeting.as_ref()?, story.setting.as_ref()?);
    let hours = Hours::of(meeting);
    let venue = meeting.place.as_ref().and_then(|place| place.venue.as_ref()).map(|venue| &venue.value);
    Some(context! {
        start => hours.starts(), end => hours.ends(), venue => venue, place => setting.full_place.as_ref(), online => setting.online,
    })
}

/// What stands in the page's body: a paragraph's text, or a photo.
fn block(block: Block, photos: &[Value]) -> Value {
    match block {
        Block::Paragraph(text) => context! { text => nobreak::bind(text) },
        Block::Photo(number) => context! { photo => photos.get(number) },
    }
}

/// The official documents that are published with the story.
fn papers(site: &Site, story: &Story) -> Vec<Value> {
    let papers = papers::public_papers(site, story).into_iter();
    papers
        .map(|paper| context! { href => address::segment(&paper.file), kind => paper.kind, is_appendix => paper.is_appendix })
        .collect()
}

/// The attached files with what a reader wants to know before loading them.
fn attachments(story: &Story, files: &[File]) -> Vec<Value> {
    let attached = story.attachments.iter().map(|attachment| {
        let name = &attachment.file.value;
        let bytes = files.iter().find(|file| file.name == name).map_or(0, File::length);
        let kind = name.rsplit_once('.').map(|(_, ending)| ending.to_uppercase());
        context! {
            href => address::segment(name), title => attachment.title.as_deref().unwrap_or(name), kind => kind,
            kilobytes => bytes.div_ceil(1024),
        }
    });
    attached.collect()
}

/// `08:30` of a moment, if it names more than a day.
fn time(moment: &str) -> Option<&str> {
    moment.get(11..16).filter(|time| *time != "00:00")
}

/// `11/10/2024` of a moment.
fn day(moment: &str) -> String {
    let parts: Vec<&str> = moment.get(..10).unwrap_or_default().rsplit('-').collect();
    parts.join("/")
}
