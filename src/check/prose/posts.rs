//! The post told beside a name against those the records and the register know: another body, a deputy told as the head.

use std::ops::Range;

use crate::check::positions::post_of;
use crate::check::proof::Proof;
use crate::viet::fold::fold;

/// Words with which a post begins.
const HEADS: [&str; 30] = [
    "Chủ tịch",
    "Phó",
    "Giám đốc",
    "Tổng",
    "Bí thư",
    "Trưởng",
    "Cục trưởng",
    "Vụ trưởng",
    "Chánh",
    "Thứ trưởng",
    "Bộ trưởng",
    "Viện trưởng",
    "Hiệu trưởng",
    "Chi cục",
    "Thư ký",
    "Chỉ huy",
    "Chính ủy",
    "Tư lệnh",
    "Thủ tướng",
    "Chủ nhiệm",
    "Đội trưởng",
    "Quyền",
    "Thường trực",
    "Ủy viên",
    "Chính trị",
    "Phụ trách",
    "Đồn trưởng",
    "Trạm trưởng",
    "Tổ trưởng",
    "Nguyên",
];

/// The most words before a name that are a post.
const LONGEST: usize = 14;

/// The fewest words of a post that name it: *Phó Chủ tịch*, *Giám đốc*.
const HEAD: usize = 2;

/// What a post that is told has to do with one that is known.
#[derive(PartialEq, Eq)]
enum Verdict {
    /// They are one, in full or short.
    Same,
    /// They are of one kind, and two posts: *Giám đốc Sở Y tế*, *Giám đốc Sở Tài chính*.
    Other,
    /// Somebody may hold both.
    Apart,
}

/// The posts told beside a name, behind it and before it; none where the name stands alone in its value.
pub fn told<'p>(proof: &'p Proof, name: &Range<usize>) -> Vec<&'p str> {
    let value = proof.value_at(name.start);
    if value == *name {
        return Vec::new();
    }
    let mut told = behind(&proof.text[name.end..value.end]);
    told.extend(before(&proof.text[value.start..name.start]));
    told
}

/// The known post that the words beside a name contradict; none if one of them is known, or may be one more.
pub fn contradicted<'k>(proof: &Proof, name: &Range<usize>, known: &[&'k str]) -> Option<&'k str> {
    let told = told(proof, name);
    let says = |known: &str, verdict: Verdict| told.iter().any(|told| judge(told, known) == verdict);
    if known.iter().any(|known| says(known, Verdict::Same)) {
        return None;
    }
    known.iter().copied().find(|known| says(known, Verdict::Other))
}

/// The posts right behind a name: *, Phó Bí thư Tỉnh ủy, Chủ tịch …*, * làm Chủ tịch*.
fn behind(after: &str) -> Vec<&str> {
    let Some(rest) = [", ", " - ", " – ", " (", " làm "].iter().find_map(|mark| after.strip_prefix(mark)) else {
        return Vec::new();
    };
    let end = rest.find([';', '.', ':', '(', ')', '\n']).unwrap_or(rest.len());
    rest[..end].split(", ").take_while(|post| begins(post)).collect()
}

/// The post right before a name, without *ông*, *bà*, *đồng chí*.
fn before(text: &str) -> Option<&str> {
    let near = text.trim_end();
    let called = [" ông", " bà", " đồng chí"].iter().find_map(|word| near.strip_suffix(word));
    let near = called.unwrap_or(near).trim_end();
    let start = near.rfind(['.', ';', ':', ',', '(', '\n', '“']).map_or(0, |at| at + 1);
    let clause = near.get(start..)?.trim_start();
    let starts = clause.char_indices().filter(|(at, _)| *at == 0 || clause[..*at].ends_with(' ')).map(|(at, _)| at);
    let starts: Vec<usize> = starts.collect();
    let first = starts.len().saturating_sub(LONGEST);
    let begun = starts[first..].iter().copied().rfind(|at| begins(&clause[*at..]))?;
    // *Phó Giám đốc* begins with its *Phó*.
    let deputy = clause[..begun].trim_end().strip_suffix("Phó").map_or(begun, str::len);
    Some(&clause[deputy..])
}

fn begins(text: &str) -> bool {
    HEADS.iter().any(|head| text.strip_prefix(head).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

fn plain(words: &str) -> String {
    let short = [("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("mttq", "mat tran to quoc")];
    short.iter().fold(fold(words), |plain, (short, long)| plain.replace(short, long))
}

fn judge(told: &str, known: &str) -> Verdict {
    let (plain_told, plain_known) = (plain(told), plain(known));
    let (one, other) = (post_of(&plain_told), post_of(&plain_known));
    let (seen, own): (Vec<&str>, Vec<&str>) = (one.base.split(' ').collect(), other.base.split(' ').collect());
    if one.deputy == "nguyen" || seen.len() < HEAD || own.len() < HEAD || seen[..HEAD] != own[..HEAD] {
        return Verdict::Apart;
    }
    if one.deputy != other.deputy {
        return Verdict::Other;
    }
    if own.iter().all(|word| seen.contains(word)) {
        return Verdict::Same;
    }
    let unknown = seen.iter().skip(HEAD).find(|word| !own.contains(word));
    // Behind the post the sentence goes on in small letters: *Giám đốc Sở Y tế cho biết*.
    let goes_on =
        |word: &&str| told.split_whitespace().any(|raw| fold(raw) == *word && raw.starts_with(char::is_lowercase));
    if unknown.is_none_or(goes_on) { Verdict::Same } else { Verdict::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_before_and_behind() {
        assert_eq!(before("thưa bà con; Phó Giám đốc Sở Y tế ông"), Some("Phó Giám đốc Sở Y tế"));
        assert_eq!(before("Chủ tịch xã giao Giám đốc Sở Y tế"), Some("Giám đốc Sở Y tế"));
        assert_eq!(before("cảm ơn bà"), None);
        assert_eq!(
            behind(", Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, phát biểu."),
            ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"]
        );
    }

    #[test]
    fn one_post_and_two() {
        for (told, known, same) in [
            ("Giám đốc Sở Y tế", "Giám đốc Sở Tài chính", false),
            ("Giám đốc Sở", "Giám đốc Sở Tài chính", true),
            ("Giám đốc Sở Tài chính cho biết", "Giám đốc Sở Tài chính", true),
            ("Bí thư Tỉnh ủy", "Phó Bí thư Tỉnh ủy", false),
            ("Chủ tịch UBND tỉnh Lam Giang", "Chủ tịch Ủy ban nhân dân tỉnh", true),
        ] {
            assert_eq!(judge(told, known) == Verdict::Same, same, "{told}, {known}");
        }
        assert!(judge("Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy") == Verdict::Apart);
    }
}
