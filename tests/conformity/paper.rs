//! A document cut into its parts — letterhead, title, body, closing, appendices — by what stands on the pages.

use crate::lines::{Line, lines, rule_under};
use crate::norms::{self, Form};
use crate::read::{MM, Pdf};

/// What is known of the record behind a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facts {
    /// All that the form asks for.
    All,
    /// Some may be missing, or said otherwise by hand.
    Some,
}

/// What a measure found wrong.
pub struct Fault(pub String);

/// A paragraph of the body, or a row of a table.
#[derive(Debug)]
pub struct Paragraph<'a> {
    pub lines: Vec<&'a Line>,
    pub place: Place,
}

/// Where the lines of a paragraph stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first line indented, the others flush left.
    Flowing,
    Centred,
    /// Flush right: the unit of a table.
    Right,
    Table,
    /// Addressees under *Kính gửi:*, letters in a drawing.
    Other,
}

/// A finished document as parts.
pub struct Paper<'a> {
    pub name: &'a str,
    pub form: &'a Form,
    pub pdf: &'a Pdf,
    pub lines: &'a [Line],
    /// Page numbers.
    pub numbers: Vec<&'a Line>,
    /// Letterhead: above the title on page 1.
    pub head: Vec<&'a Line>,
    /// Kind and subject.
    pub title: Vec<&'a Line>,
    pub body: Vec<Paragraph<'a>>,
    /// Recipients and signatures.
    pub closing: Vec<&'a Line>,
    /// The lines of each appendix.
    pub appendices: Vec<Vec<&'a Line>>,
    /// Flush edges of the body.
    pub left: f64,
    /// `None` where no line and no table reaches it.
    pub right: Option<f64>,
    pub indent: f64,
    /// Whether the record behind it has all facts that its form asks for.
    pub facts: Facts,
    pub faults: Vec<Fault>,
}

/// `Phụ lục`, or with a number, `Phụ lục II`.
pub fn is_appendix_head(line: &Line) -> bool {
    let number = line.text.strip_prefix("Phụ lục").map(str::trim);
    line.bold && number.is_some_and(|number| number.chars().all(|c| "IVXLC".contains(c)))
}

impl<'a> Paper<'a> {
    pub fn new((name, form, facts): (&'a str, &'a Form, Facts), pdf: &'a Pdf, lines: &'a [Line]) -> Paper<'a> {
        let (numbers, lines_of_text): (Vec<&Line>, Vec<&Line>) = lines
            .iter()
            .partition(|line| line.baseline < norms::TOP.0 && line.text.chars().all(|c| c.is_ascii_digit()));
        let letterheads: Vec<usize> =
            lines.iter().filter(|line| line.text == norms::NATION).map(|line| line.page).collect();
        let mut page = 0;
        let mut main: Vec<&Line> = Vec::new();
        let mut appendices: Vec<Vec<&Line>> = Vec::new();
        for line in lines_of_text {
            // A text that a decision issues begins with a letterhead of its own (mẫu 1.3).
            let attached = line.page > 0 && line.page != page && letterheads.contains(&line.page);
            page = line.page;
            if attached || is_appendix_head(line) {
                appendices.push(Vec::new());
            }
            appendices.last_mut().unwrap_or(&mut main).push(line);
        }
        let (starts, body) = titled(&main, form, pdf).unwrap_or_else(|| panic!("{name}: no title {}", form.title));
        let ends = main.iter().position(|line| is_closing(line)).unwrap_or(main.len());
        let top = main.get(ends).map_or((usize::MAX, 0.0), |line| (line.page, line.baseline));
        let ends = main.iter().position(|line| line.page == top.0 && line.baseline > top.1 - 3.0).unwrap_or(main.len());
        let upright = |page: usize| pdf.pages[page].height > pdf.pages[page].width;
        let flush: Vec<&&Line> = main[body..ends].iter().filter(|line| !line.in_table && upright(line.page)).collect();
        let left = flush.iter().map(|line| line.x0).fold(f64::INFINITY, f64::min);
        let rules = pdf.pages.iter().enumerate().filter(|(at, _)| upright(*at)).flat_map(|(_, page)| &page.drawn);
        let tables = rules.filter(|rule| rule.is_upright()).map(|rule| rule.x1);
        let right = flush.iter().map(|line| line.x1).chain(tables).fold(0.0, f64::max);
        let right = Some(right).filter(|right| *right > pdf.pages[0].width - norms::RIGHT.1 - 1.0);
        // A body of one-line paragraphs has no flush line: then the recipients tell where the text begins.
        let left = main[ends..].iter().map(|line| line.x0).fold(left, f64::min);
        let indents: Vec<f64> = flush.iter().map(|line| line.x0 - left).filter(|indent| *indent > 5.0 * MM).collect();
        // A centred line may begin anywhere; what is no prescribed indent counts only where none is.
        let known = |indent: &f64| norms::INDENTS.iter().any(|known| (indent - known).abs() < norms::MM_OFF);
        let least = |indents: &mut dyn Iterator<Item = f64>| indents.fold(f64::INFINITY, f64::min);
        let prescribed = least(&mut indents.iter().copied().filter(known));
        let indent = if prescribed.is_finite() { prescribed } else { least(&mut indents.iter().copied()) };
        let mut paper = Paper {
            name,
            form,
            pdf,
            lines,
            numbers,
            head: main[..starts].to_vec(),
            title: main[starts..body].to_vec(),
            body: Vec::new(),
            closing: main[ends..].to_vec(),
            appendices,
            left,
            right,
            indent,
            facts,
            faults: Vec::new(),
        };
        paper.body = paper.paragraphs(&main[body..ends]);
        paper
    }

    /// Lines to paragraphs: a line that is not flush left begins one.
    fn paragraphs(&self, lines: &[&'a Line]) -> Vec<Paragraph<'a>> {
        let middle = self.middle();
        let mut out: Vec<Paragraph> = Vec::new();
        for line in lines.iter().copied() {
            let near = |a: f64, b: f64| (a - b).abs() < norms::MM_OFF / 2.0;
            let page = &self.pdf.pages[line.page];
            let in_drawing = page.drawn.iter().filter(|drawn| drawn.weight == 0.0).any(|drawn| {
                drawn.y1 - drawn.y0 > 3.0 && drawn.y0 - 3.0 < line.baseline && line.baseline < drawn.y1 + 12.0
            });
            let place = if line.in_table {
                Place::Table
            } else if in_drawing {
                Place::Other
            } else if near(line.x0, self.left) {
                match out.last_mut().filter(|last| last.place == Place::Flowing) {
                    Some(last) => {
                        last.lines.push(line);
                        continue;
                    }
                    None => Place::Other,
                }
            } else if near(line.x0, self.left + self.indent) && self.is_indent() {
                Place::Flowing
            } else if norms::near(line.centre(), middle, norms::TWO_MM_OFF) {
                Place::Centred
            } else if self.right.is_some_and(|right| near(line.x1, right)) {
                Place::Right
            } else {
                Place::Other
            };
            out.push(Paragraph { lines: vec![line], place });
        }
        out
    }

    /// The middle of the text, as near as the page tells it.
    pub fn middle(&self) -> norms::Range {
        let width = self.pdf.pages[0].width;
        let right = self.right.map_or((width - norms::RIGHT.1, width - norms::RIGHT.0), |right| (right, right));
        (f64::midpoint(self.left, right.0), f64::midpoint(self.left, right.1))
    }

    /// Whether the smallest indent found is one at all.
    pub fn is_indent(&self) -> bool {
        norms::INDENTS.iter().any(|indent| (self.indent - indent).abs() < norms::MM_OFF)
    }

    /// Notes a fault of a row of the standard, with the line it was seen on, what was measured and what is wanted.
    pub fn fault(&mut self, row: &str, line: Option<&Line>, said: String) {
        let place = line.map_or(String::new(), |line| {
            let words: String = line.text.chars().take(60).collect();
            format!(", page {}, “{words}”", line.page + 1)
        });
        self.faults.push(Fault(format!("row {row}: {}{place}: {said}", self.name)));
    }

    /// A measure in points that must lie in a range.
    pub fn within(&mut self, row: &str, line: &Line, (what, found, range, off): (&str, f64, norms::Range, f64)) {
        if found < range.0 - off || found > range.1 + off {
            self.fault(row, Some(line), format!("{what} {found:.2} pt, not {:.2}–{:.2} pt", range.0, range.1));
        }
    }

    /// Something that must hold.
    pub fn holds(&mut self, row: &str, line: Option<&Line>, (holds, wanted): (bool, &str)) {
        if !holds {
            self.fault(row, line, format!("not so: {wanted}"));
        }
    }

    /// The flowing paragraphs.
    pub fn flowing(&self) -> impl Iterator<Item = &Paragraph<'a>> {
        self.body.iter().filter(|paragraph| paragraph.place == Place::Flowing)
    }
}

/// Where the title begins and where it ends; a letter has none, its body begins below number and date.
fn titled(main: &[&Line], form: &Form, pdf: &Pdf) -> Option<(usize, usize)> {
    if form.title.is_empty() {
        let date = main.iter().find(|line| line.text.contains(", ngày"))?;
        let below = |line: &&&Line| line.page > 0 || line.baseline > date.baseline + norms::LINE_OFF;
        // What stands under the number, in the left half, is the subject.
        let body = main
            .iter()
            .find(|line| below(line) && (line.text.starts_with("Kính gửi") || line.x1 > date.x0 + 5.0 * MM))?;
        let at = main.iter().position(|line| std::ptr::eq(*line, *body))?;
        return Some((at, at));
    }
    let starts = main.iter().position(|line| line.page == 0 && line.bold && line.text == form.title)?;
    let bold = main[starts..].iter().take_while(|line| line.bold && line.page == 0).count();
    // Behind its rule may stand, in bold too, who decides.
    let ruled = main[starts..starts + bold].iter().position(|line| rule_under(&pdf.pages[0], line).is_some());
    Some((starts, starts + ruled.map_or(bold, |at| at + 1)))
}

fn is_closing(line: &Line) -> bool {
    line.bold && (line.text == "Nơi nhận:" || line.text == "THƯ KÝ") && !line.in_table
}

/// Cuts and measures a document.
pub fn faults(document: (&str, &Form, Facts), pdf: &Pdf) -> Vec<String> {
    let lines = lines(pdf);
    let mut paper = Paper::new(document, pdf, &lines);
    crate::rows::measure(&mut paper);
    paper.faults.into_iter().map(|fault| fault.0).collect()
}
