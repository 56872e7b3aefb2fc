//! What is no document by itself: copies (mẫu 3.1, 3.2) and appendices that are files of their own (mẫu 2.2).

use crate::lines::{Line, lines};
use crate::norms;
use crate::read::{MM, Pdf, Picture, read};
use crate::{documents, project};

/// What stands at the end of a part's file name.
const PARTS: [&str; 4] = ["-sao-y", "-trich-sao", "-sao-luc", "-phu-luc"];

/// Whether a file is a copy or an appendix of its own.
pub fn is_part(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    PARTS.iter().any(|part| name.contains(part))
}

/// The files of the case, read.
fn files() -> Vec<(String, Pdf, Vec<Line>)> {
    let all = documents("tests/cases/ban-sao".as_ref());
    let read = |(path, bytes): (String, Vec<u8>)| {
        let pdf = read(&bytes);
        let lines = lines(&pdf);
        (path, pdf, lines)
    };
    all.into_iter().map(read).collect()
}

fn of<'a>(files: &'a [(String, Pdf, Vec<Line>)], name: &str) -> &'a (String, Pdf, Vec<Line>) {
    files.iter().find(|(path, ..)| path.ends_with(name)).unwrap_or_else(|| panic!("no {name}"))
}

/// The line that a digital signature leaves: 10 pt, upright, black, in the top right corner of the first page alone.
fn assert_stamped((path, pdf, lines): &(String, Pdf, Vec<Line>), words: &str) {
    let found: Vec<&Line> = lines.iter().filter(|line| line.text == words).collect();
    let [stamp] = found[..] else { panic!("{path}: {words} stands {} times", found.len()) };
    let right = pdf.pages[0].width - stamp.x1;
    assert!(stamp.page == 0 && stamp.baseline < norms::TOP.0, "{path}: {stamp:?}");
    assert!((15.0 * MM..20.0 * MM).contains(&right), "{path}: {right} pt from the right edge");
    assert!((stamp.size - 10.0).abs() < norms::SIZE_OFF && !stamp.bold && !stamp.italic, "{path}: {stamp:?}");
    assert_eq!(stamp.colour, [0.0; 3], "{path}");
    assert!(pdf.pages[0].pictures.is_empty(), "{path}: a picture of the signature");
}

#[test]
fn electronic_copies_and_appendices_show_their_signature_in_the_corner() {
    let files = files();
    assert_stamped(of(&files, "-sao-y-2.pdf"), "SAO Y; Ủy ban nhân dân tỉnh Lam Giang; 12/03/2026; 14:30:05");
    let appendix = of(&files, "-phu-luc-2.pdf");
    assert_stamped(appendix, "Số: 21/BC-UBND; 10/02/2026; 16:05:09");
    // Without number and day, which the main document alone bears.
    let lines: Vec<&str> = appendix.2.iter().map(|line| line.text.as_str()).collect();
    assert!(lines.contains(&"Phụ lục II") && lines.contains(&"SỐ LIỆU GIẢI NGÂN"), "{lines:?}");
    let attached = lines.iter().find(|line| line.starts_with("(Kèm theo")).unwrap();
    assert!(!attached.contains("21") && attached.contains("/BC-UBND"), "{attached}");
    assert!(!lines.contains(&norms::NATION), "{lines:?}");
}

#[test]
fn copies_on_paper_stand_under_a_rule_below_the_last_line() {
    let files = files();
    for (name, form, number, copies) in [
        ("quyet-dinh-sao-y.pdf", "SAO Y", "Số: 05/SY-UBND", 1),
        ("quyet-dinh-trich-sao.pdf", "TRÍCH SAO", "Số: 06/TrS-UBND", 1),
        ("quyet-dinh-sao-luc.pdf", "SAO LỤC", "/SL-UBND", 2),
    ] {
        let (path, pdf, lines) = of(&files, name);
        let word = lines.iter().find(|line| line.text == form).unwrap_or_else(|| panic!("{path}: no {form}"));
        assert!(word.bold && (13.0..=14.3).contains(&word.size), "{path}: {word:?}");
        let page = &pdf.pages[word.page];
        let width = page.width - norms::LEFT.0 - norms::RIGHT.0;
        let across: Vec<f64> = page
            .drawn
            .iter()
            .filter(|rule| rule.is_level() && rule.length() > width - 2.0 * MM)
            .map(|rule| rule.y0)
            .collect();
        // Rules of the table above are not those of copies.
        let end =
            lines.iter().find(|line| line.page == word.page && line.text == "./.").map_or(0.0, |end| end.baseline);
        let above = across.iter().filter(|y| end < **y && **y < word.baseline).count();
        assert_eq!(above, copies, "{path}: rules at {across:?}, {form} at {}", word.baseline);
        let below = |line: &&Line| line.page == word.page && line.baseline > word.baseline - norms::LINE_OFF;
        let texts: Vec<&str> = lines.iter().filter(below).map(|line| line.text.as_str()).collect();
        for part in [number, "Nơi nhận:", "- Lưu: VT"] {
            assert!(texts.iter().any(|text| text.contains(part)), "{path}: no {part} in {texts:?}");
        }
        assert!(lines.iter().any(|line| line.text == "(Đã ký)"), "{path}");
    }
}

#[test]
fn an_extract_holds_what_was_asked_for_alone() {
    let files = files();
    let (_, _, lines) = of(&files, "quyet-dinh-trich-sao.pdf");
    let has = |words: &str| lines.iter().any(|line| line.text.starts_with(words));
    assert!(has("Điều 2. Hiệu lực thi hành") && has("2. Chánh Văn phòng") && has("Phụ lục"));
    assert!(!has("Điều 1.") && !has("Căn cứ") && !has("QUY CHẾ"));
}

/// A part of an extract that the document does not have is told at its place, and nothing is built.
#[test]
fn an_extract_of_what_is_not_there_is_refused() {
    let dir = project::Dir::new();
    dir.copy_from("tests/cases/ban-sao".as_ref());
    let path = "content/2026/2026-01-05-quyet-dinh/document.yaml";
    let record = std::fs::read_to_string(dir.at(path)).unwrap();
    dir.write(path, record.replace("[Điều 2, Phụ lục]", "[Điều 2, Điều 9]"));
    for faults in [project::build(dir.path()).0, dir.check()] {
        let fault = faults.iter().find(|fault| fault.rule == "extract-part").expect("a fault");
        assert!(fault.place().is_some_and(|place| place.line == 27), "{fault:?}");
    }
}

/// Photos stand with their captions, within the text, and are described to those who cannot see them.
#[test]
fn photos_stand_above_their_captions() {
    let files = files();
    for (name, captions) in [
        (
            "bao-cao.pdf",
            &[
                "Đoạn đường qua bản Na Hin ngày 05/02/2026. (Ảnh: Đoàn kiểm tra)",
                "Ô vuông màu xanh thay cho ảnh cuộc họp./.",
            ][..],
        ),
        ("bien-ban.pdf", &["Quang cảnh cuộc họp. (Ảnh: Trịnh Thị Mai)./."]),
        ("thong-bao-ket-luan.pdf", &["Quang cảnh cuộc họp. (Ảnh: Trịnh Thị Mai)./."]),
        ("bao-cao-kinh-phi.pdf", &["Ô vuông màu đất thay cho ảnh con đường./."]),
    ] {
        let (path, pdf, lines) = of(&files, name);
        for caption in captions {
            let line =
                lines.iter().find(|line| line.text == *caption).unwrap_or_else(|| panic!("{path}: no {caption}"));
            let above = |picture: &&Picture| {
                let [left, _, right, bottom] = picture.area;
                left >= norms::LEFT.0 && right <= pdf.pages[0].width - norms::RIGHT.0 && bottom < line.baseline
            };
            let picture = pdf.pages[line.page].pictures.iter().find(above);
            assert!(picture.is_some(), "{path}: {caption} without its photo");
        }
    }
}
