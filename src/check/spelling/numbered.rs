//! Words that only their number shows to be others: *quá 1/2020* is *quý*, *đợi IV* is *đợt*, *tháng trong 11/2025* has its
//! words changed about.

use super::meant;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::roman;
use crate::viet::seek::seek;

/// What is written, what is meant, and whether what stands before and behind allows nothing else.
struct Numbered(&'static str, &'static str, fn(&str, &str) -> bool);

/// The words, in small letters.
const NUMBERED: [Numbered; 3] = [
    Numbered("quá", "quý", |before, behind| !exceeds(before) && !is_degree(before) && is_quarter(behind)),
    Numbered("đợi", "đợt", |before, behind| !waits(before) && is_round(behind)),
    Numbered("tháng trong", "trong tháng", |before, behind| is_free(before) && is_month(behind)),
];

/// Checks the words before numbers.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    faults.extend(lost(proof));
    let text = &proof.text;
    for Numbered(written, right, fits) in &NUMBERED {
        for (at, _) in seek(text, written) {
            let (before, behind) = (&text[..at], &text[at + written.len()..]);
            let whole = !before.ends_with(char::is_alphanumeric);
            if whole && behind.strip_prefix(' ').is_some_and(|behind| fits(before, behind)) {
                faults.push(meant(proof, at..at + written.len(), right));
            }
        }
    }
}

/// What bears a number behind *số*.
const BEARERS: [&str; 8] =
    ["bão ", "nghị định ", "nghị quyết ", "quyết định ", "thông tư ", "công văn ", "chỉ thị ", "kế hoạch "];

/// What goes on behind the number.
const ON: [&str; 18] = [
    "thì",
    "của",
    "về",
    "ngày",
    "đã",
    "do",
    "tại",
    "vào",
    "được",
    "gây",
    "đổ",
    "là",
    "có",
    "ban hành",
    "đi",
    "quy định",
    "trên",
    "với",
];

/// *cơn bão số thì đổ bộ*, *Quyết định số của UBND xã*: the number is lost.
fn lost(proof: &Proof) -> Vec<Diagnostic> {
    let lower = proof.lower();
    let told = seek(lower, "số ").filter_map(|(at, word)| {
        let bearer = BEARERS.iter().find(|bearer| lower[..at].ends_with(*bearer))?;
        let rest = &lower[at + word.len()..];
        let goes_on = ON.iter().any(|next| rest.strip_prefix(*next).is_some_and(|rest| rest.starts_with(' ')));
        goes_on.then(|| {
            let range = at - bearer.len()..at + word.len() - 1;
            let mut fault = proof.fault("spelling", range);
            fault.message.id = "spelling.number";
            fault.hint_id("spelling.hint.number")
        })
    });
    told.collect()
}

/// The number in figures at the head of a text, and the rest.
fn figures(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    Some((text[..digits].parse().ok()?, &text[digits..]))
}

/// The roman number at the head of a text, and the rest.
fn numeral(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    Some((roman::value(&text[..end])?, &text[end..]))
}

/// Whether a text begins with a year.
fn is_year(text: &str) -> bool {
    figures(text).is_some_and(|(year, _)| (1900..2100).contains(&year))
}

/// Whether a clause ends where a text begins.
fn ends(text: &str) -> bool {
    let mut signs = text.chars();
    let stop = signs.next().is_none_or(|c| matches!(c, '.' | ',' | ';' | ')' | '\n'));
    let after = signs.find(|c| *c != ' ');
    stop && !after.is_some_and(|c| c.is_ascii_digit())
}

/// *1/2020*, *1 năm 2020*, *IV* where the clause ends or a year follows.
fn is_quarter(text: &str) -> bool {
    let dated = |rest: &str| rest.strip_prefix('/').or_else(|| rest.strip_prefix(" năm ")).is_some_and(is_year);
    let quarter = |number: u32| (1..=4).contains(&number);
    figures(text).is_some_and(|(number, rest)| quarter(number) && dated(rest))
        || numeral(text).is_some_and(|(number, rest)| quarter(number) && (ends(rest) || dated(rest)))
}

/// *vượt quá IV*, *không quá IV*: more than a degree.
fn exceeds(before: &str) -> bool {
    ["vượt ", "không ", "chưa ", "đã "].iter().any(|word| before.ends_with(word))
}

/// *bệnh nhân I quá II*: of two degrees one exceeds the other.
fn is_degree(before: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(|c: char| c.is_ascii_digit()) || roman::value(word).is_some()
}

/// *chờ đợi III*, *phải đợi I và II*: somebody waits.
fn waits(before: &str) -> bool {
    let verbs = ["chờ", "phải", "để", "cần", "không", "nên", "đang", "còn", "mà"];
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    verbs.contains(&word.to_lowercase().as_str())
}

/// *IV*, *2 năm 2024*, *2* where the clause ends: nobody waits so long.
fn is_round(text: &str) -> bool {
    let counted = |(round, rest): (u32, &str)| {
        (1..=20).contains(&round) && (ends(rest) || rest.strip_prefix(" năm ").is_some_and(is_year))
    };
    figures(text).is_some_and(counted) || numeral(text).is_some_and(|(round, _)| round <= 20)
}

/// *11/2025*.
fn is_month(text: &str) -> bool {
    figures(text).is_some_and(|(month, rest)| (1..=12).contains(&month) && rest.strip_prefix('/').is_some_and(is_year))
}

/// Whether no number and no *hằng* takes the month behind it for itself: *6 tháng trong*, *hằng tháng trong*.
fn is_free(before: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let taken = ["hằng", "hàng", "mỗi", "các", "những", "từng", "vài", "mấy", "nhiều", "cả", "trong"];
    let number = crate::viet::reading::parse_integer(&word.to_lowercase()).is_ok();
    !number && !word.contains(|c: char| c.is_ascii_digit()) && !taken.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let source = crate::source::Source::new("-", text);
        let proof = Proof::article(&source, None);
        let mut faults = Vec::new();
        check(&proof, &mut faults);
        faults.iter().map(|fault| source.text[source.clamp(fault.span)].to_owned()).collect()
    }

    #[test]
    fn the_number_tells_the_word() {
        for (text, told) in [
            ("Trong quá 1/2020, thu ngân sách tăng", &["quá"][..]),
            ("Kết quả quá IV năm 2024 và quá 2 năm 2025.", &["quá", "quá"]),
            ("quá 1/3 số hộ, quá 10 ngày, quá 2 năm, không quá 3 người, đã quá 4 năm, quý 1/2020", &[]),
            ("Cấp gạo đợi IV năm 2024 và đợi 2.", &["đợi", "đợi"]),
            ("phải đợi 2 ngày, chờ đợi 3, đợi 5 năm, đợi 2, 3 hôm, đợt 2", &[]),
            ("Hội Phụ nữ tỉnh tháng trong 11/2025 đã trao", &["tháng trong"]),
            ("6 tháng trong năm, hằng tháng trong 2025, trong tháng 11/2025, hai tháng trong 1/2 năm", &[]),
            ("tổng thu quá IV.", &["quá"]),
            ("độ khó vượt quá IV, bệnh nhân quá II lần, bệnh nhân I quá II.", &[]),
            ("Phải đợi I và II xong.", &[]),
            ("Sau bão số thì lúa đổ; Quyết định số của UBND xã", &["bão số", "Quyết định số"]),
            ("bão số 3 thì tan; Quyết định số … của xã; ghi số và ngày; nghị quyết số đông thông qua", &[]),
        ] {
            assert_eq!(found(text), told, "{text}");
        }
    }
}
