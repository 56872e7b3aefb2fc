//! A story → its article: the templates tell it, paragraph by paragraph; here it is cut, ended and measured.

use minijinja::context;
use minijinja::value::{Serde, Value};
use serde::Serialize;

use crate::diag::Diagnostic;
use crate::markdown;
use crate::model::{Site, Story};
use crate::template::{Engine, PARAGRAPH};

/// The three lengths — *tin vắn, tin, bài*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// 80 to 120 words.
    Brief,
    /// What most portals print.
    Standard,
    /// Everything that was recorded.
    Full,
}

impl Length {
    /// All lengths.
    pub const ALL: [Length; 3] = [Length::Brief, Length::Standard, Length::Full];

    /// The template that orders its paragraphs.
    fn template(self) -> &'static str {
        match self {
            Length::Brief => "news/brief.txt",
            Length::Standard => "news/standard.txt",
            Length::Full => "news/full.txt",
        }
    }

    /// The file name of the plain text.
    pub fn file(self, slug: &str) -> String {
        match self {
            Length::Brief => format!("{slug}.brief.txt"),
            Length::Standard => format!("{slug}.standard.txt"),
            Length::Full => format!("{slug}.txt"),
        }
    }
}

/// Words a brief may have.
const BRIEF_WORDS: usize = 120;

/// An article in one length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Headline.
    pub headline: String,
    /// Paragraphs of the body, the last one with the end mark.
    pub paragraphs: Vec<String>,
    /// Lines below the body: byline, source, remark to readers.
    pub credits: Vec<String>,
}

/// A piece of an article in reading order: a paragraph, or the photo of this number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block<'a> {
    /// A paragraph.
    Paragraph(&'a str),
    /// A photo, counted from 0.
    Photo(usize),
}

impl Article {
    /// Paragraphs with so many photos between them: one after the second paragraph and each that follows.
    pub fn blocks(&self, photos: usize) -> Vec<Block<'_>> {
        let mut blocks = Vec::new();
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            blocks.push(Block::Paragraph(paragraph));
            let last = at + 1 == self.paragraphs.len();
            let first = at.saturating_sub(1);
            let until = if last { photos } else { photos.min(at) };
            blocks.extend((first..until).map(Block::Photo));
        }
        blocks
    }

    /// The plain text for pasting: headline, blank line, paragraphs with the captions of photos, credits.
    pub fn text(&self, captions: &[String]) -> String {
        let mut text = self.headline.clone();
        for block in self.blocks(captions.len()) {
            text.push_str("\n\n");
            match block {
                Block::Paragraph(paragraph) => text.push_str(paragraph),
                Block::Photo(number) => text.push_str(&captions[number]),
            }
        }
        for line in &self.credits {
            text.push_str("\n\n");
            text.push_str(line);
        }
        text.push('\n');
        text
    }
}

/// The facts of a story as templates see them, made once for all its pages.
pub fn facts(story: &Story) -> Value {
    let plain = story.news.as_ref().map(|news| markdown::plain(&news.body));
    let prose = story.news.as_ref().map(|news| markdown::prose(&news.body));
    let hand = &story.by_hand;
    context! { story => Value::from(Serde(story)), hand => Value::from(Serde(hand)), body => plain, body_paragraphs => prose }
}

/// Tells a story in one length.
///
/// # Errors
/// The template's fault.
pub fn article(engine: &Engine, site: &Site, facts: &Value, length: Length) -> Result<Article, Box<Diagnostic>> {
    let body = engine.render(length.template(), facts.clone())?;
    let credits = engine.render("news/credits.txt", facts.clone())?;
    let mut paragraphs = paragraphs(&body);
    if length == Length::Brief {
        paragraphs = vec![shortened(&paragraphs, BRIEF_WORDS)];
    }
    let mark = site.record.style.as_ref().and_then(|style| style.end_mark.as_deref()).unwrap_or("./.");
    if let Some(last) = paragraphs.last_mut() {
        *last = ended(last, mark);
    }
    let headline = facts.get_attr("story").and_then(|story| story.get_attr("headline"));
    let headline = headline.map(|headline| headline.to_string()).unwrap_or_default();
    Ok(Article { headline, paragraphs, credits: self::paragraphs(&credits) })
}

/// How the photos of a story stand in its plain text.
///
/// # Errors
/// The template's fault.
pub fn captions(engine: &Engine, story: &Story) -> Result<Vec<String>, Box<Diagnostic>> {
    let caption = |photo| {
        Ok(paragraphs(&engine.render("news/photo.txt", context! { photo => Value::from(Serde(photo)) })?).concat())
    };
    story.photos.iter().map(caption).collect()
}

/// [`PARAGRAPH`] parts paragraphs. Inside one, all white space is one space, and none stands before a mark,
/// so that templates may be laid out freely.
fn paragraphs(text: &str) -> Vec<String> {
    let joined = text.split(PARAGRAPH).map(|part| {
        let mut paragraph = String::with_capacity(part.len());
        for word in part.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()) {
            let glued = paragraph.is_empty() || word.starts_with([',', ';', '.', ':']);
            paragraph.push_str(if glued { "" } else { " " });
            paragraph.push_str(word);
        }
        paragraph
    });
    joined.filter(|paragraph| !paragraph.is_empty()).collect()
}

/// As many of the paragraphs, in order, as fit into so many words; the first always.
fn shortened(paragraphs: &[String], most: usize) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut count = 0;
    for paragraph in paragraphs {
        let words = paragraph.split_whitespace().count();
        if kept.is_empty() || count + words <= most {
            kept.push(paragraph);
            count += words;
        }
    }
    kept.join(" ")
}

/// The last paragraph with the end mark in the place of its full stop — *dấu ./.*, NĐ 30/2020 PL III.
fn ended(paragraph: &str, mark: &str) -> String {
    let bare = paragraph.trim_end().trim_end_matches("./.").trim_end_matches(['.', ';', ',']);
    let stopped = ["!", "?", "…", ":", ".”", "!”", "?”", "…”"].iter().any(|end| bare.ends_with(end));
    let stop = if stopped { mark.trim_start_matches('.') } else { mark };
    format!("{bare}{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_ends_once() {
        for (text, end) in
            [("kết thúc.", "kết thúc./."), ("kết thúc./.", "kết thúc./."), ("nói: “Được.”", "nói: “Được.”/.")]
        {
            assert_eq!(ended(text, "./."), end);
        }
    }

    #[test]
    fn photos_stand_between_paragraphs() {
        let article = |many: usize| Article {
            headline: String::new(),
            paragraphs: vec![String::from("p"); many],
            credits: Vec::new(),
        };
        let shape = |many, photos| {
            let article = article(many);
            let marks =
                article.blocks(photos).into_iter().map(|block| if block == Block::Paragraph("p") { 'p' } else { 'f' });
            marks.collect::<String>()
        };
        for (many, photos, told) in [(4, 2, "ppfpfp"), (1, 2, "pff"), (3, 0, "ppp"), (2, 3, "ppfff"), (3, 1, "ppfp")] {
            assert_eq!(shape(many, photos), told);
        }
    }

    #[test]
    fn a_brief_keeps_the_lead_and_what_fits() {
        let parts = ["a b c", "d e f g", "h i"].map(str::to_owned);
        assert_eq!(shortened(&parts, 5), "a b c h i");
        assert_eq!(shortened(&parts, 1), "a b c");
    }

    #[test]
    fn marks_part_paragraphs() {
        assert_eq!(paragraphs("\n a  b\n\n ¶ c\n\u{85}\n \u{85} d \n , e\n.\n"), ["a b ¶ c", "d, e."]);
    }
}
