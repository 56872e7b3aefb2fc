//! Persons of whom a body says how many it appoints or dismisses, against those it then names: *miễn nhiệm 04 Ủy viên … Kỳ họp biểu
//! quyết miễn nhiệm đối với bà A, Giám đốc Sở Y tế; ông B, …; ông C, …*.

use std::ops::Range;

use super::told;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::number::parse_integer;
use crate::viet::seek::seek;

/// What is done with persons.
const ACTS: [&str; 8] =
    ["miễn nhiệm", "bãi nhiệm", "bầu bổ sung", "bổ nhiệm", "điều động", "luân chuyển", "khen thưởng", "tuyên dương"];

/// Words that lead to the persons.
const LINKS: [&str; 7] = [" đối với ", " gồm ", " gồm: ", ": ", " là ", " là: ", " cho "];

/// Words before the name of a person.
const CALLED: [&str; 3] = ["ông ", "bà ", "đồng chí "];

/// How far behind the act its persons are looked for, in letters.
const NEAR: usize = 120;

/// The first of such counts of a line that is not kept.
pub(super) fn check(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    ACTS.iter().find_map(|act| {
        let mut counted: Option<(Range<usize>, u32)> = None;
        for (at, _) in seek(&proof.lower()[start..start + line.len()], act) {
            let behind = at + act.len();
            if let Some(count) = count_behind(line, behind) {
                // Of two counts nobody can say whose names follow.
                counted.is_none().then_some(())?;
                counted = Some(count);
            }
            // The act may be told again with the names: *… bỏ phiếu miễn nhiệm 04 Ủy viên. … biểu quyết miễn nhiệm đối với bà A*.
            let Some((range, count)) = &counted else { continue };
            let from = if range.end > behind { range.end } else { behind };
            if let Some(found) = persons(&line[from..], act) {
                // Farther off, the names are those of some of them.
                let near = found.abs_diff(*count) <= 2 && found != *count;
                return near.then(|| told(proof, start + range.start..start + range.end, *count, found));
            }
        }
        None
    })
}

/// *04 Ủy viên*, right behind an act.
fn count_behind(line: &str, at: usize) -> Option<(Range<usize>, u32)> {
    let text = line[at..].strip_prefix(' ')?;
    let word = text.split(' ').next()?;
    let spelt =
        || u32::try_from(parse_integer(&word.to_lowercase()).ok()?).ok().filter(|_| word != "năm" && word != "một");
    let count = word.parse().ok().or_else(spelt).filter(|count| (2..=40).contains(count))?;
    let noun = text[word.len()..].trim_start().split([' ', ',', '.', ';']).next()?;
    let start = at + 1;
    (noun.starts_with(char::is_alphabetic)).then(|| (start..start + word.len() + 1 + noun.len(), count))
}

/// How many persons are named, each with a word of address, behind what leads to them; none where there are fewer than two.
fn persons(text: &str, act: &str) -> Option<u32> {
    let near = text.char_indices().nth(NEAR).map_or(text.len(), |(near, _)| near);
    // The first word of address behind a link begins the list.
    let links = LINKS.iter().filter_map(|link| {
        let at = text[..near].find(link)?;
        let list = &text[at + link.len()..];
        CALLED.iter().any(|word| is_called(list, word)).then_some((at, list))
    });
    let (at, list) = links.min_by_key(|(at, _)| *at)?;
    (!text[..at].contains(". ") && !text[..at].contains(|c: char| c.is_ascii_digit()) && !text[..at].contains(';'))
        .then_some(())?;
    let end = list.find(". ").unwrap_or(list.len());
    let list = &list[..end];
    // What begins another act tells of others.
    let open = ["...", "…", "các ông", "các bà", "các đồng chí", "thay "].iter().any(|word| list.contains(word));
    let acts = ACTS.iter().any(|other| *other != act && list.contains(other));
    // *ông A, Giám đốc Sở Y tế*: what follows a comma is a post, unless a word of address begins it.
    let heads = list.split("; ").flat_map(|item| item.split(" và ")).flat_map(|item| item.split(", "));
    let found = heads.filter(|item| CALLED.iter().any(|word| is_called(item.trim_start_matches("và "), word))).count();
    (!open && !acts && found > 1).then(|| u32::try_from(found).ok())?
}

/// *ông Nguyễn Văn A*
fn is_called(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|name| name.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn persons_appointed_and_dismissed() {
        let named = "đối với bà Lê Thị Mơ, Giám đốc Sở Y tế; ông Trần Văn Đại, Chánh Thanh tra; ông Vũ Hòa, Giám đốc Sở Tài chính";
        for (line, told) in [
            (format!("Kỳ họp miễn nhiệm 04 Ủy viên. Hội đồng miễn nhiệm chức vụ {named}."), true),
            (format!("Kỳ họp miễn nhiệm 03 Ủy viên. Hội đồng miễn nhiệm chức vụ {named}."), false),
            (format!("Kỳ họp miễn nhiệm 02 Ủy viên {named}."), true),
            (format!("Kỳ họp miễn nhiệm 04 Ủy viên. Hội đồng bổ nhiệm {named}."), false),
            (format!("Kỳ họp miễn nhiệm 04 Ủy viên. Hội đồng miễn nhiệm {named}; bầu bổ sung ông Đỗ Hải."), false),
            (format!("Kỳ họp miễn nhiệm 09 Ủy viên. Trong đó, miễn nhiệm {named}."), false),
        ] {
            let source = Source::new("-", &line);
            let fault = check(&Proof::article(&source, None), 0, &line);
            assert_eq!(fault.is_some(), told, "{line}");
        }
    }
}
