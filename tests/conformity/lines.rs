//! Glyphs gathered to lines: what a ruler and a reader see on a page.

use crate::read::{Colour, Drawn, Glyph, Page, Pdf};

/// A stretch of text on one baseline, without a wide gap or a table's rule inside.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    /// Page, from 0.
    pub page: usize,
    pub x0: f64,
    pub x1: f64,
    pub baseline: f64,
    /// Of its largest letter.
    pub size: f64,
    pub smallest: f64,
    pub bold: bool,
    pub italic: bool,
    /// Whether its first word is bold.
    pub starts_bold: bool,
    pub colour: Colour,
    pub in_table: bool,
    /// Left edges of its letters with what they are.
    pub letters: Vec<(String, f64)>,
}

impl Line {
    pub fn centre(&self) -> f64 {
        f64::midpoint(self.x0, self.x1)
    }

    pub fn width(&self) -> f64 {
        self.x1 - self.x0
    }

    /// Capitals alone, as far as there are letters.
    pub fn is_upper(&self) -> bool {
        self.text.chars().any(char::is_alphabetic) && !self.text.chars().any(char::is_lowercase)
    }
}

/// A gap this wide between two letters parts two lines.
const GAP: f64 = 14.0;
/// An upright rule longer than this belongs to a table; the bars of a chart are shorter.
pub const TABLE_RULE: f64 = 11.0;
/// Letters this near in height stand on one baseline.
const SAME: f64 = 0.6;

/// All lines of a file, page by page from top to bottom, each from left to right.
pub fn lines(pdf: &Pdf) -> Vec<Line> {
    let mut all = Vec::new();
    for (number, page) in pdf.pages.iter().enumerate() {
        let mut glyphs: Vec<&Glyph> = page.glyphs.iter().collect();
        glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        let rule = |drawn: &&Drawn| drawn.is_upright() && drawn.length() > TABLE_RULE;
        let upright: Vec<&Drawn> = page.drawn.iter().filter(rule).collect();
        for row in glyphs.chunk_by(|a, b| b.baseline - a.baseline <= SAME) {
            let mut row = row.to_vec();
            row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
            let crossing: Vec<f64> = upright
                .iter()
                .filter(|rule| rule.y0 <= row[0].baseline && row[0].baseline <= rule.y1)
                .map(|rule| rule.x0)
                .collect();
            let mut part: Vec<&Glyph> = Vec::new();
            for glyph in row {
                let parted = part.last().is_some_and(|last| {
                    glyph.x0 - last.x1 > GAP || crossing.iter().any(|x| last.x1 <= *x + 0.1 && *x <= glyph.x0 + 0.1)
                });
                if parted {
                    all.extend(line(pdf, number, &part, !crossing.is_empty()));
                    part.clear();
                }
                // Spaces at the ends are no ink; but they keep words apart.
                if !part.is_empty() || !glyph.text.trim().is_empty() {
                    part.push(glyph);
                }
            }
            all.extend(line(pdf, number, &part, !crossing.is_empty()));
        }
    }
    all
}

fn line(pdf: &Pdf, page: usize, glyphs: &[&Glyph], in_table: bool) -> Option<Line> {
    let last = glyphs.iter().rposition(|glyph| !glyph.text.trim().is_empty())?;
    let glyphs = &glyphs[..=last];
    let mut text = String::new();
    let mut letters = Vec::new();
    let mut end = glyphs[0].x0;
    for glyph in glyphs {
        if glyph.x0 - end > 0.15 * glyph.size && !text.ends_with(char::is_whitespace) {
            text.push(' ');
        }
        text.push_str(&glyph.text);
        letters.push((glyph.text.clone(), glyph.x0));
        end = glyph.x1;
    }
    let ink: Vec<&&Glyph> = glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).collect();
    let word: Vec<&&Glyph> = glyphs.iter().take_while(|glyph| !glyph.text.trim().is_empty()).collect();
    let font = |glyph: &&&Glyph| &pdf.fonts[glyph.font];
    Some(Line {
        text,
        page,
        x0: glyphs[0].x0,
        x1: end,
        baseline: glyphs[0].baseline,
        size: ink.iter().map(|glyph| glyph.size).fold(0.0, f64::max),
        smallest: ink.iter().map(|glyph| glyph.size).fold(f64::INFINITY, f64::min),
        bold: ink.iter().all(|glyph| font(glyph).bold()),
        italic: ink.iter().all(|glyph| font(glyph).italic()),
        starts_bold: word.iter().all(|glyph| font(glyph).bold()),
        colour: ink.iter().map(|glyph| glyph.colour).find(|colour| *colour != [0.0; 3]).unwrap_or_default(),
        in_table,
        letters,
    })
}

/// The rule right under a line: the nearest level stroke within 12 points that lies between its ends.
pub fn rule_under<'a>(page: &'a Page, line: &Line) -> Option<&'a Drawn> {
    let near = |rule: &&Drawn| {
        let below = rule.y0 - line.baseline;
        let centre = f64::midpoint(rule.x0, rule.x1);
        rule.is_level() && (0.0..12.0).contains(&below) && line.x0 <= centre && centre <= line.x1
    };
    page.drawn.iter().filter(near).min_by(|a, b| a.y0.total_cmp(&b.y0))
}
