//! The assertions, numbered as in the list of the standard; each measures the finished page.

use std::collections::BTreeMap;

use unicode_normalization::is_nfc;

use crate::lines::{Line, TABLE_RULE, rule_under};
use crate::norms::{self, LINE_OFF, MM_OFF, SIZE_OFF, TWO_MM_OFF};
use crate::paper::{Facts, Paper, Place};
use crate::read::MM;

/// All rows that apply to a document.
pub fn measure(paper: &mut Paper) {
    file(paper);
    pages(paper);
    letterhead(paper);
    number_and_date(paper);
    title(paper);
    letter(paper);
    addressees(paper);
    edges(paper);
    spacing(paper);
    turns(paper);
    words(paper);
    tables(paper);
    recipients(paper);
    signatures(paper);
    appendices(paper);
    stamps(paper);
}

/// Rows 6, 7, 8 and 47.
fn file(paper: &mut Paper) {
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
    let lang = pdf.facts.get("Lang").map(String::as_str);
    paper.holds("47", None, (lang.is_some_and(|lang| lang.eq_ignore_ascii_case("vi-VN")), "Lang is vi-VN"));
    paper.holds("47", None, (pdf.tagged, "the file is tagged"));
    paper.holds("47", None, (pdf.version.as_str() >= "1.4", "version 1.4 or later"));
}

/// Rows 1, 32 and 33.
fn pages(paper: &mut Paper) {
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

/// Rows 4, 9 to 14.
fn letterhead(paper: &mut Paper) {
    let head = paper.head.clone();
    let page = &paper.pdf.pages[0];
    let find = |text: &str| head.iter().copied().find(|line| line.text == text);
    let (Some(nation), Some(motto)) = (find(norms::NATION), find(norms::MOTTO)) else {
        paper.fault("9", None, "no national name or motto on one line".to_owned());
        return;
    };
    let top = nation.baseline - norms::CAPITALS * nation.size;
    paper.within("4", nation, ("top", top, norms::TOP, SIZE_OFF));
    paper.holds("9", Some(nation), (nation.bold && nation.centre() > page.width / 2.0, "bold, in the right half"));
    paper.holds(
        "10",
        Some(motto),
        (motto.bold && (motto.centre() - nation.centre()).abs() < MM_OFF, "bold, under the national name"),
    );
    let pair = norms::PAIRS
        .iter()
        .any(|pair| (pair.0 - nation.size).abs() < SIZE_OFF && (pair.1 - motto.size).abs() < SIZE_OFF);
    paper.holds("11", Some(nation), (pair, "sizes 12 and 13, or 13 and 14"));
    match rule_under(page, motto) {
        Some(rule) => {
            let same = (rule.length() - motto.width()).abs() < TWO_MM_OFF;
            paper.holds("12", Some(motto), (same, &format!("a rule as long as the motto, {:.1} pt", rule.length())));
            let middle = f64::midpoint(rule.x0, rule.x1);
            paper.holds(
                "12",
                Some(motto),
                ((middle - motto.centre()).abs() < MM_OFF && !rule.dashed, "solid, centred"),
            );
        }
        None => paper.fault("12", Some(motto), "no rule".to_owned()),
    }
    let number = head.iter().position(|line| line.text.starts_with("Số:")).unwrap_or(head.len());
    let left: Vec<&Line> = head[..number].iter().copied().filter(|line| line.x1 < nation.x0).collect();
    let bold: Vec<&Line> = left.iter().copied().filter(|line| line.bold).collect();
    let Some(last) = bold.last().copied() else {
        paper.fault("13", None, "no issuing body in bold".to_owned());
        return;
    };
    for line in left {
        paper.holds("13", Some(line), (line.is_upper() && !line.italic, "capitals, upright"));
        paper.within("13", line, ("size", line.size, norms::BODY_NAME, SIZE_OFF));
        paper.holds(
            "13",
            Some(line),
            ((line.centre() - last.centre()).abs() < MM_OFF, "centred over the issuing body"),
        );
        let above = line.bold || line.baseline < bold[0].baseline;
        paper.holds("13", Some(line), (above, "the superior regular, above the issuing body in bold"));
    }
    part_rule(paper, "14", (last, &bold));
}

/// A rule of 1/3–1/2 of the last or the longest line of several.
fn part_rule(paper: &mut Paper, row: &str, (last, all): (&Line, &[&Line])) {
    let Some(rule) = rule_under(&paper.pdf.pages[last.page], last) else {
        paper.fault(row, Some(last), "no rule".to_owned());
        return;
    };
    let longest = all.iter().map(|line| line.width()).fold(0.0, f64::max);
    let fits = [last.width(), longest].iter().any(|width| {
        let part = rule.length() / width;
        norms::RULE_PART.0 - 0.005 <= part && part <= norms::RULE_PART.1 + 0.005
    });
    paper.holds(row, Some(last), (fits && !rule.dashed, &format!("a rule of 1/3–1/2 of it, {:.1} pt", rule.length())));
    let middle = f64::midpoint(rule.x0, rule.x1);
    paper.holds(row, Some(last), ((middle - last.centre()).abs() < MM_OFF, "its rule centred"));
}

/// Rows 15 to 19 and 22.
fn number_and_date(paper: &mut Paper) {
    let head = paper.head.clone();
    let Some(line) = head.iter().copied().find(|line| line.text.starts_with("Số:")) else {
        paper.fault("15", None, "no number".to_owned());
        return;
    };
    paper.within("15", line, ("size", line.size, norms::NUMBER, SIZE_OFF));
    paper.holds("15", Some(line), (!line.bold && !line.italic, "upright and regular"));
    let text = line.text.replace('\u{a0}', " ");
    let (figures, code) = text.trim_start_matches("Số:").split_once('/').unwrap_or_default();
    let open = figures.trim().is_empty();
    // A letter whose record does not say which unit drafted it.
    let unit_open = paper.form.code.is_empty() && paper.facts == Facts::Some;
    let given = figures.trim().len() >= 2 && figures.trim().chars().all(|c| c.is_ascii_digit());
    paper.holds(
        "16",
        Some(line),
        (open || (given && !figures.ends_with(' ')), "two figures, or a gap; no space before /"),
    );
    paper.holds(
        "16",
        Some(line),
        (!code.contains(' ') && (code.contains('-') || unit_open), "KIND-BODY without spaces"),
    );
    let kind = code.split('-').next().unwrap_or_default();
    let known = if paper.form.code.is_empty() { !norms::CODES.contains(&kind) } else { kind == paper.form.code };
    paper.holds("17", Some(line), (known && (kind != "CV"), &format!("code {}", paper.form.code)));
    let half = paper.pdf.pages[0].width / 2.0 + 10.0;
    let above = |other: &&Line| other.bold && other.baseline < line.baseline && other.x1 < half;
    let name = head.iter().copied().rfind(above);
    if let Some(name) = name {
        paper.holds("15", Some(line), ((name.centre() - line.centre()).abs() < TWO_MM_OFF, "under the issuing body"));
    }
    let date = head.iter().copied().find(|line| line.text.contains(", ngày"));
    if paper.form.code == "BB" {
        paper.holds("18", date, (date.is_none(), "minutes bear no date under the motto"));
        return;
    }
    let Some(date) = date else {
        paper.fault("18", Some(line), "no place and date".to_owned());
        return;
    };
    let motto = head.iter().copied().find(|line| line.text == norms::MOTTO);
    paper.holds("18", Some(date), (date.italic && !date.bold, "italic"));
    paper.holds("18", Some(date), ((date.baseline - line.baseline).abs() < LINE_OFF, "level with the number"));
    if let Some(motto) = motto {
        // A gap for the year at the end cannot be seen.
        let centred = (date.centre() - motto.centre()).abs() < TWO_MM_OFF || date.text.trim_end().ends_with("năm");
        paper.holds("18", Some(date), (centred, "under the motto"));
        paper.holds("11", Some(date), ((date.size - motto.size).abs() < SIZE_OFF, "as large as the motto"));
    }
    paper.holds("19", Some(date), (is_official_date(&date.text), "ngày dd tháng m năm yyyy, or gaps"));
}

/// Zeros before days 1–9 and months 1 and 2 only; a gap stands for what is open.
fn is_official_date(text: &str) -> bool {
    let Some((_, rest)) = text.split_once("ngày") else { return false };
    let Some((day, rest)) = rest.split_once("tháng") else { return false };
    let Some((month, year)) = rest.split_once("năm") else { return false };
    let [day, month, year] = [day, month, year].map(str::trim);
    let days = day.is_empty() || (day.len() == 2 && day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)));
    let months = month.is_empty() || ["01", "02", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"].contains(&month);
    days && months && (year.is_empty() || (year.len() == 4 && year.parse::<u16>().is_ok()))
}

/// Rows 20 and 21.
fn title(paper: &mut Paper) {
    let middle = paper.middle();
    let lines = paper.title.clone();
    for line in &lines {
        paper.within("20", line, ("size", line.size, norms::TITLE, SIZE_OFF));
        paper.holds("20", Some(line), (line.bold && !line.italic, "bold, upright"));
        paper.holds("20", Some(line), (norms::near(line.centre(), middle, TWO_MM_OFF), "centred on the text"));
    }
    let Some((_, subject)) = lines.split_first() else { return };
    if let Some(last) = subject.last() {
        part_rule(paper, "21", (last, subject));
        paper.holds("21", Some(last), (!last.text.ends_with('.'), "no full stop"));
    }
}

/// Row 22: the subject of a letter.
fn letter(paper: &mut Paper) {
    let head = paper.head.clone();
    let Some(first) = head.iter().copied().find(|line| line.text.starts_with("V/v ")) else {
        paper.holds("22", None, (!paper.form.title.is_empty(), "a letter says V/v …"));
        return;
    };
    paper.holds("22", Some(first), (paper.form.title.is_empty(), "V/v stands in letters alone"));
    paper.within("22", first, ("size", first.size, norms::LETTER_SUBJECT, SIZE_OFF));
    paper.holds("22", Some(first), (!first.bold && !first.italic, "upright and regular"));
    if let Some(number) = head.iter().copied().find(|line| line.text.starts_with("Số:")) {
        let gap = first.baseline - number.baseline - norms::SINGLE * first.size;
        let wanted = (norms::LETTER_SUBJECT_GAP, norms::LETTER_SUBJECT_GAP);
        paper.within("22", first, ("gap under the number", gap, wanted, LINE_OFF));
        paper.holds(
            "22",
            Some(first),
            (
                (first.centre() - number.centre()).abs() < TWO_MM_OFF,
                &format!("under the number, {:.1} mm", (first.centre() - number.centre()) / MM),
            ),
        );
    }
    let rule = rule_under(&paper.pdf.pages[0], first).is_some();
    paper.holds("22", Some(first), (!rule, "no rule under it"));
}

/// Row 36: who it is for.
fn addressees(paper: &mut Paper) {
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
fn edges(paper: &mut Paper) {
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
fn spacing(paper: &mut Paper) {
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
fn turns(paper: &mut Paper) {
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
        if first.page != last.page {
            found.push(("39", last, "recipients and signature on one page"));
        }
        let mut with: Vec<f64> =
            paper.body.iter().flat_map(|p| &p.lines).filter(|l| l.page == first.page).map(|l| l.baseline).collect();
        with.dedup_by(|a, b| (*a - *b).abs() < LINE_OFF);
        let all = paper.body.iter().map(|paragraph| paragraph.lines.len()).sum();
        if with.len() < norms::LINES_WITH_SIGNATURE.min(all) {
            found.push(("39", first, "two lines of the body on the page of the signature"));
        }
    }
    for (row, line, wanted) in found {
        paper.fault(row, Some(line), format!("not so: {wanted}"));
    }
}

/// Rows 28 to 31, 40 and 41.
fn words(paper: &mut Paper) {
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
fn tables(paper: &mut Paper) {
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

/// Rows 34, 35 and 36.
fn recipients(paper: &mut Paper) {
    let closing = paper.closing.clone();
    let at = closing.iter().position(|line| line.text == "Nơi nhận:");
    let Some(at) = at else {
        paper.fault("34", None, "no recipients".to_owned());
        return;
    };
    let head = closing[at];
    paper.within("34", head, ("size", head.size, (norms::RECIPIENTS_HEAD, norms::RECIPIENTS_HEAD), SIZE_OFF));
    paper.holds("34", Some(head), (head.bold && head.italic, "bold italic"));
    let left = paper.left;
    paper.holds("34", Some(head), ((head.x0 - left).abs() < MM_OFF, "at the left edge of the text"));
    if paper.form.code != "BB" {
        let sign = closing.iter().copied().find(|line| line.bold && !line.italic);
        if let Some(sign) = sign {
            let off = head.baseline - sign.baseline;
            paper.holds("34", Some(head), (off.abs() < LINE_OFF, &format!("level with the signature, {off:.2} pt")));
        }
    }
    let list: Vec<&Line> = closing
        .iter()
        .copied()
        .filter(|line| line.baseline > head.baseline + 1.0 && line.size < 12.5 && !line.bold)
        .collect();
    for line in &list {
        paper.within("35", line, ("size", line.size, (norms::RECIPIENTS, norms::RECIPIENTS), SIZE_OFF));
        paper.holds("35", Some(line), (!line.italic, "upright"));
    }
    let lines: Vec<&Line> = list.iter().copied().filter(|line| line.text.starts_with('-')).collect();
    // Behind the last item may stand the drafter's mark, and at the foot of page 1 the address.
    let end =
        list.iter().rposition(|line| line.text.ends_with('.') && !line.text.contains(".(")).map_or(0, |at| at + 1);
    let text = list[..end].iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let last = lines.last().copied();
    paper.holds("35", last, (last.is_some_and(|line| line.text.starts_with("- Lưu: VT")), "the last one is - Lưu: VT"));
    paper.holds(
        "35",
        last,
        (text.ends_with('.') && text.matches(';').count() >= lines.len() - 1, "; after each, . at the end"),
    );
}

/// Rows 37, 38 and 39.
fn signatures(paper: &mut Paper) {
    let bold: Vec<&Line> = paper.closing.iter().copied().filter(|line| line.bold && !line.italic).collect();
    let middle = paper.middle().0;
    let (left, right): (Vec<&Line>, Vec<&Line>) = bold.iter().partition(|line| line.centre() < middle);
    for side in [left, right] {
        let titles: Vec<&Line> = side.iter().copied().filter(|line| line.is_upper()).collect();
        let names: Vec<&Line> = side.iter().copied().filter(|line| !line.is_upper()).collect();
        // Mẫu 1.10: on the left the place of leave confirms, in a hand smaller than a signature.
        let confirms = paper.form.code == "GNP" && side.iter().any(|line| line.centre() < middle);
        for line in side.iter().filter(|_| !confirms) {
            paper.within("37", line, ("size", line.size, norms::SIGNATURE, SIZE_OFF));
        }
        for line in &titles {
            let short = line.text.split(' ').next().unwrap_or_default();
            let known = norms::AUTHORITIES.iter().any(|known| line.text.starts_with(known));
            let looks = ["TM", "KT", "TL", "TUQ", "T/M", "K/T"].contains(&short.trim_end_matches('.'));
            paper.holds("37", Some(line), (known || !looks, "TM., KT., TL., TUQ. or Q. with a dot and a space"));
        }
        let (Some(title), Some(name)) = (titles.last(), names.first()) else { continue };
        let space = name.baseline - name.size * norms::CAPITALS - title.baseline;
        paper.holds(
            "39",
            Some(name),
            (space > norms::SIGN_SPACE, &format!("20 mm and more for the signature, {:.1} mm", space / MM)),
        );
        paper.holds(
            "38",
            Some(name),
            (!norms::DEGREES.iter().any(|degree| name.text.starts_with(degree)), "no degree"),
        );
        paper.holds("38", Some(name), ((name.centre() - title.centre()).abs() < TWO_MM_OFF, "under the position"));
    }
    if paper.form.code == "BB" {
        let find = |text: &str| bold.iter().copied().find(|line| line.text == text);
        let (Some(left), Some(right)) = (find("THƯ KÝ"), find("CHỦ TỌA")) else {
            paper.fault("40", None, "THƯ KÝ and CHỦ TỌA are not both there".to_owned());
            return;
        };
        let level = (left.baseline - right.baseline).abs() < LINE_OFF && left.x1 < right.x0;
        paper.holds("40", Some(left), (level, "THƯ KÝ left of CHỦ TỌA, level"));
    }
}

/// Row 42, and rows 31 and 5 of appendices.
fn appendices(paper: &mut Paper) {
    let mut all = paper.appendices.clone();
    all.retain(|lines| crate::paper::is_appendix_head(lines[0]));
    for lines in &all {
        let head = lines[0];
        let many = head.text.trim() != "Phụ lục";
        paper.holds("42", Some(head), (many == (all.len() > 1), "a Roman number where there are several"));
        paper.within("42", head, ("size", head.size, (norms::APPENDIX_HEAD, norms::APPENDIX_HEAD), SIZE_OFF));
        let named = lines.get(1).is_some_and(|line| line.bold && line.is_upper());
        paper.holds("42", lines.get(1).copied(), (named, "its name in bold capitals"));
        let note = lines.iter().copied().find(|line| line.text.starts_with("(Kèm theo"));
        paper.holds("42", note, (note.is_some_and(|line| line.italic), "(Kèm theo …) in italics"));
        if let Some(note) = note {
            paper.within("42", note, ("size", note.size, norms::APPENDIX_NOTE, SIZE_OFF));
            paper.holds("42", Some(note), ((note.centre() - head.centre()).abs() < TWO_MM_OFF, "centred"));
        }
        let last = lines.iter().copied().rfind(|line| !line.in_table || line.text.ends_with("./."));
        paper.holds("31", last, (lines.iter().any(|line| line.text.ends_with("./.")), "an appendix ends in ./."));
    }
}

/// Row 43.
fn stamps(paper: &mut Paper) {
    let stamped: Vec<&Line> = paper
        .lines
        .iter()
        .filter(|line| norms::STAMPS.iter().any(|stamp| line.text == stamp.0) && line.page == 0)
        .collect();
    for line in stamped {
        let Some((_, width, height)) = norms::STAMPS.iter().find(|stamp| line.text == stamp.0) else { continue };
        let drawn = &paper.pdf.pages[0].drawn;
        let near = |found: f64, wanted: f64| (found - wanted).abs() < MM_OFF / 2.0;
        let level = drawn
            .iter()
            .any(|rule| rule.is_level() && near(rule.length(), *width) && (rule.y0 - line.baseline).abs() < 30.0);
        let upright = drawn
            .iter()
            .any(|rule| rule.is_upright() && near(rule.length(), *height) && (rule.y0 - line.baseline).abs() < 40.0);
        paper.holds(
            "43",
            Some(line),
            (level && upright, &format!("a box of {:.0} × {:.0} mm", width / MM, height / MM)),
        );
        let [r, g, b] = line.colour;
        paper.holds("43", Some(line), (r > 0.6 && g < 0.3 && b < 0.3, "red"));
    }
}
