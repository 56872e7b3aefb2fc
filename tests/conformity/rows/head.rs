//! Rows of the first page's head: national name, bodies, number, date, title, subject of a letter, stamps.

use crate::lines::{Line, rule_under};
use crate::norms::{self, LINE_OFF, MM_OFF, SIZE_OFF, TWO_MM_OFF};
use crate::paper::{Facts, Paper};
use crate::read::{Drawn, MM};

/// Rows 4, 9 to 14.
pub fn letterhead(paper: &mut Paper) {
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

/// Row 46: no level, province, ministry or department that was gone on the day of the document.
pub fn bodies(paper: &mut Paper) {
    let dated = paper.head.iter().copied().find(|line| line.text.contains(", ngày"));
    let Some((place, day)) = dated.and_then(|line| line.text.split_once(", ngày")) else { return };
    let numbers: Vec<u32> = day.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let [_, month, year] = numbers[..] else { return };
    if (year, month) < norms::REFORM {
        return;
    }
    let right = paper.pdf.pages[0].width / 2.0;
    let left: Vec<&Line> = paper.head.iter().copied().filter(|line| line.centre() < right && line.is_upper()).collect();
    let words = |text: &str| {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        format!(" {} ", words.join(" "))
    };
    let names = words(&left.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "));
    for gone in norms::GONE {
        let there = names.contains(&words(gone));
        paper.holds("46", left.last().copied(), (!there, &format!("{gone} is gone since 01/7/2025")));
    }
    for gone in norms::merged_provinces() {
        // Without its rank the name may be a commune's.
        let there = names.contains(&words(&format!("tỉnh {gone}"))) || words(place) == words(gone);
        paper.holds("46", dated, (!there, &format!("{gone} is gone since 01/7/2025")));
    }
}

/// Rows 15 to 19 and 22.
pub fn number_and_date(paper: &mut Paper) {
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
pub fn title(paper: &mut Paper) {
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
pub fn letter(paper: &mut Paper) {
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
    let page = &paper.pdf.pages[0];
    // The upper edge of a stamp is no rule.
    let boxed =
        |rule: &Drawn| page.drawn.iter().any(|edge| edge.is_upright() && edge.x0 == rule.x0 && edge.y0 == rule.y0);
    let rule = rule_under(page, first).is_some_and(|rule| !boxed(rule));
    paper.holds("22", Some(first), (!rule, "no rule under it"));
}

/// Row 43.
pub fn stamps(paper: &mut Paper) {
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
