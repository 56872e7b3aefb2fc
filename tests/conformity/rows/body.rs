//! Rows of the body: edges, distances, turns of pages, marks and numbers, tables.

use std::collections::BTreeMap;

use crate::lines::{Line, TABLE_RULE};
use crate::norms::{self, LINE_OFF, MM_OFF, SIZE_OFF, TWO_MM_OFF};
use crate::paper::{Facts, Paper, Place};
use crate::read::MM;

/// Row 36: who it is for.
pub fn addressees(paper: &mut Paper) {
    let body: Vec<&Line> = paper.body.iter().flat_map(|paragraph| paragraph.lines.clone()).collect();
    let at = body.iter().position(|line| line.text.starts_with("Kính gửi:"));
    let wanted = norms::ADDRESSED.contains(&paper.form.code);
    let line = at.map(|at| body[at]);
    paper.holds("36", line, (wanted || line.is_none(), "Kính gửi only where the kind has it"));
    let must = norms::ALWAYS_ADDRESSED.contains(&paper.form.code);
    paper.holds("36", None, (line.is_some() || !must, "Kính gửi is there"));
    let (Some(at), Some(line)) = (at, line) else { return };
    paper.within("36", line, ("size", line.size, norms::BODY, SIZE_OFF));
    paper.holds("36", Some(line), (!line.bold && !line.italic, "upright and regular"));
    let colon = line.letters.iter().find(|(letter, _)| letter == ":").map_or(line.x1, |(_, x)| *x);
    if line.text.trim_end().ends_with(':') {
        for item in body[at + 1..].iter().take_while(|item| item.text.starts_with('-')) {
            let off = (item.x0 - colon) / MM;
            paper.holds("36", Some(item), (off.abs() < 2.0, &format!("its dash under the colon, {off:.1} mm")));
        }
    }
}

/// Rows 2, 3, 5, 23, 24 and 25.
pub fn edges(paper: &mut Paper) {
    let (left, right, indent) = (paper.left, paper.right, paper.indent);
    let width = paper.pdf.pages[0].width;
    let lines: Vec<&Line> = paper.flowing().flat_map(|paragraph| paragraph.lines.clone()).collect();
    let Some(first) = lines.first().copied() else {
        paper.fault(
            "25",
            None,
            format!("no paragraph with an indent of 10 or 12,7 mm; the smallest is {:.2} mm", indent / MM),
        );
        return;
    };
    paper.within("2", first, ("left margin", left, norms::LEFT, SIZE_OFF));
    if let Some(right) = right {
        paper.within("3", first, ("right margin", width - right, norms::RIGHT, SIZE_OFF));
    }
    let fits = norms::INDENTS.iter().any(|wanted| (indent - wanted).abs() < MM_OFF / 2.0);
    paper.holds("25", Some(first), (fits, &format!("an indent of 10 or 12,7 mm, {:.2} mm", indent / MM)));
    for line in &lines {
        paper.within("23", line, ("size", line.size, norms::BODY, SIZE_OFF));
        let same = (line.size - first.size).abs() < SIZE_OFF && (line.smallest - first.size).abs() < SIZE_OFF;
        paper.holds("23", Some(line), (same, "one size in the whole body"));
    }
    let full: Vec<&Line> =
        paper.flowing().flat_map(|paragraph| paragraph.lines[..paragraph.lines.len() - 1].iter().copied()).collect();
    let short: Vec<&Line> =
        full.iter().copied().filter(|line| right.is_none_or(|right| (line.x1 - right).abs() > MM_OFF / 2.0)).collect();
    if short.len() * 20 > full.len() {
        let said = format!("{} of {} full lines end short of the right edge", short.len(), full.len());
        paper.fault("24", Some(short[0]), said);
    }
    for line in paper.lines {
        let page = &paper.pdf.pages[line.page];
        let below = page.height - line.baseline - norms::DESCENT * line.size;
        // On their side the tables of pages keep the range of the bottom as well.
        if below < norms::BOTTOM.0 - SIZE_OFF {
            paper.fault("5", Some(line), format!("{:.1} mm from the lower edge", below / MM));
        }
        if line.x1 > page.width - norms::RIGHT.0 + SIZE_OFF || line.x0 < norms::LEFT.0 - SIZE_OFF {
            paper.fault("3", Some(line), format!("{:.1}–{:.1} mm: into the margin", line.x0 / MM, line.x1 / MM));
        }
    }
}

/// Rows 26 and 27.
pub fn spacing(paper: &mut Paper) {
    let mut found: Vec<(&str, &Line, String)> = Vec::new();
    let mut pitch: f64 = 0.0;
    for paragraph in paper.flowing() {
        for pair in paragraph.lines.windows(2).filter(|pair| pair[0].page == pair[1].page) {
            let gap = pair[1].baseline - pair[0].baseline;
            let size = pair[1].size;
            pitch = pitch.max(gap);
            if gap < norms::SINGLE * size - SIZE_OFF || gap > norms::SINGLE * norms::MOST_LINES * size + SIZE_OFF {
                found.push(("26", pair[1], format!("{gap:.2} pt below the line above")));
            }
        }
    }
    for pair in paper.body.windows(2) {
        let flowing = |place| matches!(place, Place::Flowing | Place::Centred);
        let (Some(last), Some(next)) = (pair[0].lines.last(), pair[1].lines.first()) else { continue };
        if last.page != next.page || !flowing(pair[0].place) || pair[1].place != Place::Flowing {
            continue;
        }
        let gap = next.baseline - last.baseline;
        let least = pitch.max(norms::SINGLE * next.size) + norms::PARAGRAPH_GAP - 0.5;
        if gap < least {
            found.push(("27", next, format!("{gap:.2} pt below the paragraph above, not {least:.2} pt or more")));
        }
    }
    for (row, line, said) in found {
        paper.fault(row, Some(line), said);
    }
}

/// Is the whole paragraph a heading: `I. …`, `1. …`, `Điều 1. …`, all bold?
fn is_heading(lines: &[&Line]) -> bool {
    lines.iter().all(|line| line.bold)
}

/// Row P12 of the acceptance list and row 39: where pages turn.
pub fn turns(paper: &mut Paper) {
    let mut found: Vec<(&str, &Line, &str)> = Vec::new();
    let mut all = paper.body.iter().peekable();
    while let Some(paragraph) = all.next() {
        let last = paragraph.lines[paragraph.lines.len() - 1];
        if paragraph.place == Place::Flowing {
            if is_heading(&paragraph.lines) && all.peek().is_some_and(|next| next.lines[0].page != last.page) {
                found.push(("P12", last, "a heading is not the last on a page"));
            }
            for (at, pair) in paragraph.lines.windows(2).enumerate().filter(|(_, pair)| pair[0].page != pair[1].page) {
                let (before, after) = (at + 1, paragraph.lines.len() - at - 1);
                if before < 2 {
                    found.push(("P12", pair[0], "no single first line at the foot of a page"));
                }
                if after < 2 {
                    found.push(("P12", pair[1], "no single last line at the head of a page"));
                }
            }
        }
    }
    if let (Some(first), Some(last)) = (paper.closing.first(), paper.closing.last()) {
        // Recipients for more than a page go on; the signature stays with the first of them.
        let signed = paper.closing.iter().rev().find(|line| line.bold).unwrap_or(last);
        let lengthy = paper.closing.len() > norms::LINES_OF_A_PAGE;
        if first.page != signed.page && paper.form.code != "GNP" || (first.page != last.page && !lengthy) {
            found.push(("39", last, "recipients and signature on one page"));
        }
        let mut with: Vec<f64> =
            paper.body.iter().flat_map(|p| &p.lines).filter(|l| l.page == first.page).map(|l| l.baseline).collect();
        with.dedup_by(|a, b| (*a - *b).abs() < LINE_OFF);
        // Addressees stand above the body.
        let own = paper.body.iter().filter(|paragraph| paragraph.place != Place::Other);
        let all = own.map(|paragraph| paragraph.lines.len()).sum();
        if with.len() < norms::LINES_WITH_SIGNATURE.min(all) {
            found.push(("39", first, "two lines of the body on the page of the signature"));
        }
    }
    for (row, line, wanted) in found {
        paper.fault(row, Some(line), format!("not so: {wanted}"));
    }
}

/// Row 29: parts, chapters and sections, in the main text and in what follows it.
pub fn divisions(paper: &mut Paper) {
    let lines: Vec<&Line> = paper.lines.iter().filter(|line| !line.in_table).collect();
    let middle = paper.middle();
    for (at, line) in lines.iter().enumerate() {
        let Some((word, number)) = line.text.rsplit_once(' ') else { continue };
        let Some((_, figures)) = norms::DIVISIONS.iter().find(|(known, _)| *known == word) else { continue };
        if !number.chars().all(|c| norms::ROMAN.contains(c) || norms::ARABIC.contains(c)) {
            continue;
        }
        let fits = number.chars().all(|c| figures.contains(c));
        paper.holds("29", Some(line), (fits, "Phần, Chương with a Roman number, Mục, Tiểu mục with an Arabic one"));
        let centred = |line: &Line| line.bold && !line.italic && norms::near(line.centre(), middle, TWO_MM_OFF);
        paper.holds("29", Some(line), (centred(line), "bold, in the middle of the text, on a line of its own"));
        paper.within("29", line, ("size", line.size, norms::BODY, SIZE_OFF));
        let below = |next: &&&Line| {
            next.page == line.page && next.baseline - line.baseline < norms::SINGLE * norms::MOST_LINES * line.size
        };
        let title = lines.get(at + 1).filter(below);
        let titled = title.is_some_and(|title| title.is_upper() && centred(title));
        paper.holds("29", Some(line), (titled, "its title in bold capitals on the next line"));
    }
}

/// Rows 28 to 31, 40 and 41.
pub fn words(paper: &mut Paper) {
    let text = |lines: &[&Line]| lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let flowing: Vec<(String, &Line, bool, bool)> = paper
        .flowing()
        .map(|p| (text(&p.lines), p.lines[0], p.lines.iter().all(|line| line.italic), p.lines[0].starts_bold))
        .collect();
    let opens = |text: &str| ["Căn cứ ", "Theo ", "Xét "].iter().any(|word| text.starts_with(word));
    let bases: Vec<_> = flowing.iter().take_while(|(text, ..)| opens(text)).collect();
    let bases = if bases.iter().any(|(text, ..)| text.starts_with("Căn cứ ")) { bases } else { Vec::new() };
    for (at, (text, line, italic, _)) in bases.iter().enumerate() {
        let mark = if at + 1 == bases.len() { '.' } else { ';' };
        paper.holds("28", Some(line), (*italic && text.ends_with(mark), "italic; ; between and . at the end"));
    }
    let mut expected = 0;
    for (text, line, _, bold) in &flowing {
        if text.starts_with("Điều ")
            && text[6..].trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').starts_with('.')
        {
            paper.holds("30", Some(line), (*bold, "Điều n. in bold"));
        }
        if let Some((letter, _)) = text.split_once(") ").filter(|(letter, _)| letter.chars().count() == 1) {
            let at = norms::POINTS.iter().position(|known| *known == letter);
            let fits = at == Some(expected) || at == Some(0);
            paper.holds("30", Some(line), (fits, "points a) b) c) d) đ) … in order"));
            expected = at.map_or(0, |at| at + 1);
        }
    }
    let all = text(&paper.body.iter().flat_map(|paragraph| paragraph.lines.clone()).collect::<Vec<_>>());
    if let Some((_, line, ..)) = flowing.last() {
        paper.holds(
            "31",
            Some(line),
            (all.ends_with("./.") && all.matches("./.").count() == 1, "./. once, at the very end"),
        );
    }
    let whole = text(&paper.body.iter().flat_map(|p| p.lines.clone()).chain(paper.closing.clone()).collect::<Vec<_>>());
    let row = if paper.form.code == "BB" { "40" } else { "41" };
    let mut from = 0;
    for phrase in paper.form.phrases {
        match whole[from..].find(phrase) {
            Some(at) => from += at,
            None if paper.facts == Facts::Some => {}
            None => paper.fault(row, None, format!("“{phrase}” is missing or out of order")),
        }
    }
}

/// Row 45.
pub fn tables(paper: &mut Paper) {
    let split = paper.pdf.row_pages.iter().filter(|pages| **pages > 1).count();
    paper.holds("45", None, (split == 0, &format!("no row on two pages, {split}")));
    commas(paper);
    for page in 1..paper.pdf.pages.len() {
        let of = |page: usize| paper.lines.iter().filter(move |line| line.page == page && line.baseline > norms::TOP.0);
        let (Some(first), Some(before)) = (of(page).next(), of(page - 1).next_back()) else { continue };
        if !first.in_table || !before.in_table {
            continue;
        }
        // The table goes on: it must begin with the bold row with which it began.
        paper.holds("45", Some(first), (first.bold, "the header row again at the head of the page"));
    }
}

/// Row 45: in a column of a table the decimal commas stand one under the other, and whole numbers end there.
fn commas(paper: &mut Paper) {
    // By page and right edge: the lines, where their comma stands or would stand, and whether they have one.
    type Cell<'a> = (&'a Line, f64, bool);
    let mut columns: BTreeMap<(usize, i64), Vec<Cell>> = BTreeMap::new();
    for line in paper.lines.iter().filter(|line| line.in_table && line.text.ends_with(|c: char| c.is_ascii_digit())) {
        let rules = paper.pdf.pages[line.page]
            .drawn
            .iter()
            .filter(|rule| rule.is_upright() && rule.length() > TABLE_RULE && rule.x0 >= line.x1);
        let Some(edge) = rules.map(|rule| rule.x0).reduce(f64::min) else { continue };
        // Figures alone, a word before them aside: no dates, no numbers of rows.
        let figures = line.text.rsplit(' ').next().unwrap_or_default();
        let year = line.text.contains("năm");
        if year || !figures.chars().all(|c| c.is_ascii_digit() || ".,".contains(c)) || edge - line.x1 > 30.0 {
            continue;
        }
        let comma = line.letters.iter().rfind(|(letter, _)| letter == ",").map(|(_, x)| *x);
        let entry = (line, comma.unwrap_or(line.x1), comma.is_some());
        columns.entry((line.page, edge.round() as i64)).or_default().push(entry);
    }
    let mut found = Vec::new();
    for cells in columns.values() {
        let Some((_, first, _)) = cells.iter().find(|(.., comma)| *comma) else { continue };
        found.extend(cells.iter().filter(|(_, x, _)| (x - first).abs() > 0.7).map(|(line, x, _)| (*line, x - first)));
    }
    for (line, off) in found {
        paper.fault("45", Some(line), format!("its decimal comma stands {off:.2} pt beside the column's"));
    }
}
