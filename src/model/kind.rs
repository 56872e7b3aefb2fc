//! What kind of story it is — *loại tin*: by its meeting, else by its item, else conclusions or figures alone.

use super::Story;
use crate::record::meeting::MeetingKind;
use crate::record::news::NewsKind;

/// The kind of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoryKind {
    /// A meeting of some kind.
    Meeting(MeetingKind),
    /// A news item of some kind.
    News(NewsKind),
    /// Conclusions alone.
    Conclusions,
    /// Figures alone.
    Budget,
}

impl StoryKind {
    /// Its name in templates.
    pub fn key(self) -> &'static str {
        match self {
            StoryKind::Meeting(kind) => kind.key(),
            StoryKind::News(kind) => kind.key(),
            StoryKind::Conclusions => "conclusions",
            StoryKind::Budget => "budget",
        }
    }

    /// Its number among all kinds.
    pub fn order(self) -> usize {
        let (meetings, items) = (MeetingKind::ALL.len(), NewsKind::ALL.len());
        match self {
            StoryKind::Meeting(kind) => kind as usize,
            StoryKind::News(kind) => meetings + kind as usize,
            StoryKind::Conclusions => meetings + items,
            StoryKind::Budget => meetings + items + 1,
        }
    }
}

impl Story {
    /// What kind of story it is.
    pub fn kind(&self) -> StoryKind {
        if let Some(meeting) = &self.meeting {
            return StoryKind::Meeting(meeting.kind.unwrap_or(MeetingKind::Meeting));
        }
        if let Some(news) = &self.news {
            return StoryKind::News(news.kind.unwrap_or_default());
        }
        if self.conclusions.is_some() { StoryKind::Conclusions } else { StoryKind::Budget }
    }
}
