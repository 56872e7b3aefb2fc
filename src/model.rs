//! The archive as it is published: stories resolved, dated, addressed and sorted. What templates see is what is serialised here.

pub mod change;
pub mod figures;
pub mod hours;
pub mod kind;
pub mod mentions;
pub mod related;
pub mod resolve;
pub mod setting;
pub mod state;
pub mod tasks;
pub mod topics;
pub mod votes;

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use crate::record::common::{ArticleByHand, Attachment, Correction, Link, Withdrawal};
use crate::record::conclusions::Conclusions;
use crate::record::document::Document;
use crate::record::meeting::Meeting;
use crate::record::news::News;
use crate::record::papers::Paper;
use crate::record::register::Register;
use crate::record::site::SiteRecord;
use crate::record::value::{Day, Photo, Text};
use crate::source::Source;
use change::ChangeView;
use figures::BudgetView;
use votes::VoteView;

/// What the caller decides; the core reads neither clock nor environment.
#[derive(Debug, Clone)]
pub struct Options {
    /// The moment the build stands for, in Vietnam's time.
    pub as_of: DateTime,
    /// Drafts and scheduled stories are shown too; internal ones never.
    pub drafts: Show,
    /// Replaces `base_url` of `site.yaml`.
    pub base_url: Option<String>,
    /// Only the story of this id.
    pub only: Option<String>,
}

/// What a build shows beside published stories.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Show {
    /// Published stories only.
    #[default]
    Published,
    /// Drafts, stories under review and scheduled ones too.
    Drafts,
}

/// The whole site.
#[derive(Debug)]
pub struct Site {
    /// `site.yaml`.
    pub record: SiteRecord,
    /// `people.yaml`.
    pub register: Register,
    /// The address the site lives at, without a slash at the end.
    pub base_url: String,
    /// The moment of the build.
    pub as_of: DateTime,
    /// Only this story is rendered, and no page that lists stories.
    pub only: Option<String>,
    /// All stories, newest first; hidden ones too, since the office keeps their documents.
    pub stories: Vec<Story>,
}

/// How far a story may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// On the public site.
    Public,
    /// Documents for the office only.
    Office,
    /// Nowhere: a draft, or withdrawn.
    Hidden,
}

/// Why a story is not on the public site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// *Bản nháp.*
    Draft,
    /// *Chờ duyệt.*
    Review,
    /// *Đã gỡ.*
    Withdrawn,
    /// *Nội bộ.*
    Internal,
    /// *Hẹn giờ*: not due yet.
    Scheduled,
    /// *Hết hạn đăng.*
    Expired,
}

/// One story, ready for templates.
#[derive(Debug, Clone, Serialize)]
pub struct Story {
    /// Permanent id.
    pub id: String,
    /// Name in the address.
    pub slug: String,
    /// Address below the site's root: `tin/2024/10/slug/`.
    pub path: String,
    /// Name of the event or item.
    pub title: String,
    /// Headline of the article.
    pub headline: String,
    /// Day of the event.
    pub date: Day,
    /// Whether the event is still to come, or was never held: it is told as what was planned.
    pub upcoming: bool,
    /// What became of the meeting after it was announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Box<ChangeView>>,
    /// Moment of publication, RFC 3339.
    pub published: String,
    /// The same as a value.
    #[serde(skip)]
    pub due: DateTime,
    /// Moment of the last correction, or of publication.
    pub updated: String,
    /// Day of publication, `11/10/2024`.
    pub published_day: String,
    /// When and where, in words; of meetings only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<Box<setting::Setting>>,
    /// The meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Box<Meeting>>,
    /// The figures, summed and compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Box<BudgetView>>,
    /// The conclusions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conclusions: Option<Box<Conclusions>>,
    /// The news item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub news: Option<Box<News>>,
    /// The official document; whether the public may see it, it says itself: [`Story::public_document`].
    #[serde(skip)]
    pub document: Option<Box<Document>>,
    /// Its number, date, signature and addressees.
    #[serde(skip)]
    pub document_paper: Option<Box<Paper>>,
    /// The votes with their rates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<VoteView>,
    /// Standfirst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Byline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Source credit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_credit: Option<String>,
    /// Photos, in order.
    pub photos: Vec<Photo>,
    /// Videos.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub video: Vec<Link>,
    /// Attached files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Corrections, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// A remark to readers, such as that the story is invented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_to_readers: Option<String>,
    /// Paragraphs written by hand.
    #[serde(skip)]
    pub by_hand: Box<ArticleByHand>,
    /// Who may see it.
    #[serde(skip)]
    pub reach: Reach,
    /// Why it is not public, if it is not.
    #[serde(skip)]
    pub hidden: Option<Hidden>,
    /// What its page says once it is withdrawn; nothing where no trace of it stays.
    #[serde(skip)]
    pub withdrawal: Option<Box<Withdrawal>>,
    /// Former ids and addresses.
    #[serde(skip)]
    pub aliases: Vec<Text>,
    /// The photos of all its records, also of a document that is not public: what documents may print.
    #[serde(skip)]
    pub printable: Vec<Photo>,
    /// Its folder on disk.
    #[serde(skip)]
    pub dir: PathBuf,
    /// The report paper of the budget.
    #[serde(skip)]
    pub report_paper: Option<Box<Paper>>,
    /// The file that stands for the story in messages.
    #[serde(skip)]
    pub source: Arc<Source>,
}

impl Story {
    /// Whether it goes by this id or slug.
    pub fn is(&self, id: &str) -> bool {
        self.id == id || self.slug == id
    }

    /// The day of the event.
    pub fn day(&self) -> Date {
        self.date.date
    }

    /// Whether it was called off, for good or until a new day is known.
    pub fn called_off(&self) -> bool {
        self.change.as_ref().is_some_and(|change| change.called_off)
    }

    /// Whether its day is still to come.
    pub fn ahead(&self, today: Date) -> bool {
        self.upcoming && self.day() > today
    }

    /// The official document, if the public may see it.
    pub fn public_document(&self) -> Option<&Document> {
        self.document.as_deref().filter(|document| self.reach == Reach::Public && document.public.0)
    }

    /// Where the office's documents of this story lie: `2024/slug`.
    pub fn office_path(&self) -> String {
        format!("{}/{}", self.day().year(), self.slug)
    }
}

impl Site {
    /// The stories that may be public, newest first.
    pub fn public(&self) -> impl Iterator<Item = &Story> {
        self.stories.iter().filter(|story| story.reach == Reach::Public)
    }

    /// The stories in whose place a page says that they were withdrawn.
    pub fn withdrawn(&self) -> impl Iterator<Item = (&Story, &Withdrawal)> {
        self.stories.iter().filter_map(|story| Some((story, story.withdrawal.as_deref()?)))
    }
}
