//! Rows of the file and of its sheets: faces, letters, colours, facts, sizes of pages, their numbers.

use unicode_normalization::is_nfc;

use crate::lines::Line;
use crate::norms::{self, SIZE_OFF, TWO_MM_OFF};
use crate::paper::Paper;

/// Rows 6, 7, 8 and 47.
pub fn file(paper: &mut Paper) {
    let pdf = paper.pdf;
    for font in &pdf.fonts {
        let family = font.name.split('-').next().unwrap_or_default();
        paper.holds("6", None, (norms::FAMILIES.contains(&family), &format!("{} is a known face", font.name)));
        paper.holds("6", None, (font.embedded && font.subset, &format!("{} is embedded and a subset", font.name)));
    }
    for line in paper.lines {
        let red = norms::STAMPS.iter().any(|stamp| line.text == stamp.0);
        paper.holds("7", Some(line), (red || line.colour == norms::BLACK, "text is black"));
        paper.holds("8", Some(line), (is_nfc(&line.text), "text is NFC"));
    }
    let nameless = pdf.pages.iter().flat_map(|page| &page.glyphs).any(|glyph| glyph.code == 0 || glyph.text.is_empty());
    paper.holds("8", None, (!nameless, "every glyph is there and has its letter"));
    for key in ["Title", "Author", "Subject", "Lang"] {
        let there = pdf.facts.get(key).is_some_and(|value| !value.trim().is_empty());
        paper.holds("47", None, (there, &format!("{key} is set")));
    }
    for key in ["dc:title", "dc:creator", "dc:description", "dc:language", "pdf:Keywords"] {
        paper.holds("47", None, (pdf.xmp.contains(&format!("<{key}>")), &format!("{key} in the archive's metadata")));
    }
    // What the head says, an archive can ask for: number, date, body.
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let told = words(&pdf.xmp);
    let numbered = paper.head.iter().find_map(|line| line.text.strip_prefix("Số:")).map(words);
    if let Some(number) = numbered.filter(|number| number.starts_with(|c: char| c.is_ascii_digit())) {
        paper.holds("47", None, (told.contains(&number), &format!("{number} in the archive's metadata")));
    }
    let dated = paper.head.iter().find_map(|line| line.text.split_once(", ngày")).map(|(_, day)| words(day));
    if let Some(day) = dated.filter(|day| day.split(' ').filter(|part| part.parse::<u16>().is_ok()).count() == 3) {
        paper.holds("47", None, (told.contains(&format!("ngày {day}")), &format!("{day} in the archive's metadata")));
    }
    let lang = pdf.facts.get("Lang").map(String::as_str);
    paper.holds("47", None, (lang.is_some_and(|lang| lang.eq_ignore_ascii_case("vi-VN")), "Lang is vi-VN"));
    paper.holds("47", None, (pdf.tagged, "the file is tagged"));
    paper.holds("47", None, (pdf.version.as_str() >= "1.4", "version 1.4 or later"));
}

/// Rows 1, 32 and 33.
pub fn pages(paper: &mut Paper) {
    let first_of_appendix: Vec<usize> = paper.appendices.iter().map(|lines| lines[0].page).collect();
    let mut number = 0;
    for (at, page) in paper.pdf.pages.iter().enumerate() {
        let near = |a: f64, b: f64| (a - b).abs() < 1.0;
        let upright = near(page.width, norms::PAPER.0) && near(page.height, norms::PAPER.1);
        let lying = near(page.width, norms::PAPER.1) && near(page.height, norms::PAPER.0);
        let tabled = paper.lines.iter().any(|line| line.page == at && line.in_table);
        let size = format!("page {}: A4, {:.1} × {:.1} pt", at + 1, page.width, page.height);
        paper.holds("1", None, (upright || (lying && tabled), &size));
        number = if first_of_appendix.contains(&at) { 1 } else { number + 1 };
        let shown: Vec<&Line> = paper.numbers.iter().copied().filter(|line| line.page == at).collect();
        if number == 1 {
            paper.holds("32", shown.first().copied(), (shown.is_empty(), "no number on a first page"));
            continue;
        }
        let row = if first_of_appendix.is_empty() { "32" } else { "33" };
        let [line] = shown[..] else {
            paper.fault(row, None, format!("page {}: {} page numbers, not 1", at + 1, shown.len()));
            continue;
        };
        paper.holds(row, Some(line), (line.text == number.to_string(), &format!("page number {number}")));
        paper.within("32", line, ("size", line.size, norms::PAGE_NUMBER, SIZE_OFF));
        paper.holds("32", Some(line), (!line.bold && !line.italic, "page number upright and regular"));
        let lying_middle = (page.width + norms::LEFT.0 - norms::RIGHT.1) / 2.0;
        let lying_middle = (lying_middle, lying_middle + (norms::LEFT.1 - norms::RIGHT.0) / 2.0);
        let middle = if lying { lying_middle } else { paper.middle() };
        let centred = norms::near(line.centre(), middle, TWO_MM_OFF);
        paper.holds("32", Some(line), (centred, "page number in the middle of the text"));
    }
}
