//! Rows of the foot: recipients, signatures; and of appendices.

use crate::lines::Line;
use crate::norms::{self, LINE_OFF, MM_OFF, SIZE_OFF, TWO_MM_OFF};
use crate::paper::Paper;
use crate::read::MM;

/// Rows 34, 35 and 36.
pub fn recipients(paper: &mut Paper) {
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
        .filter(|line| (line.page > head.page || line.baseline > head.baseline + 1.0) && line.size < 12.5 && !line.bold)
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
pub fn signatures(paper: &mut Paper) {
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

/// Row 44: pictures of signature and seal.
pub fn pictures(paper: &mut Paper) {
    let Some(page) = paper.closing.first().map(|line| line.page) else { return };
    let pictures = &paper.pdf.pages[page].pictures;
    let bold: Vec<&Line> = paper.closing.iter().copied().filter(|line| line.bold && !line.italic).collect();
    let between = |area: [f64; 4]| {
        let middle = f64::midpoint(area[1], area[3]);
        let title = bold.iter().copied().rfind(|line| line.is_upper() && line.baseline < middle)?;
        let name = bold.iter().copied().find(|line| !line.is_upper() && line.baseline > middle)?;
        Some((title, name))
    };
    let closing: Vec<_> = pictures.iter().filter_map(|one| Some((one, between(one.area)?))).collect();
    let signature = closing.iter().find(|(one, _)| one.is_blue());
    let seal = closing.iter().find(|(one, _)| one.is_red());
    for (one, (title, _)) in &closing {
        paper.holds("44", Some(title), (one.transparent, "pictures of signature and seal are transparent"));
        paper.holds("44", Some(title), (one.is_blue() || one.is_red(), "a blue signature, a red seal"));
    }
    if let Some((one, (title, name))) = signature {
        let off = f64::midpoint(one.area[0], one.area[2]) - title.centre();
        let said = format!("the signature under the position, {:.1} mm off", off / MM);
        paper.holds("44", Some(title), (off.abs() < norms::SIGNATURE_OFF, &said));
        let inside = one.area[1] > title.baseline && one.area[3] < name.baseline;
        paper.holds("44", Some(title), (inside, "the signature between position and name"));
    }
    if let (Some((sign, (title, _))), Some((seal, _))) = (signature, seal) {
        let (sign, seal) = (sign.area, seal.area);
        let part = (seal[2] - sign[0]) / (sign[2] - sign[0]);
        let (least, most) = norms::SEAL_COVERS;
        let covers = least <= part && part <= most && seal[0] < sign[0] && seal[1] < sign[3] && sign[1] < seal[3];
        let said = format!("the seal at its left over 25–40 % of the signature, {:.0} %", part * 100.0);
        paper.holds("44", Some(title), (covers, &said));
    }
}

/// Row 42, and rows 31 and 5 of appendices.
pub fn appendices(paper: &mut Paper) {
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
