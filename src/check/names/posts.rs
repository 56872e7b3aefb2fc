//! One post, one holder: a person told again under the same title with one syllable of the name changed — *Phó Chủ tịch
//! Thường trực UBND tỉnh Trần Hoàng Tuấn … Phó Chủ tịch Thường trực UBND tỉnh Trần Hoàng Toàn*.

use std::collections::BTreeMap;
use std::ops::Range;

use super::is_near;
use super::titles::before;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};

/// Words that tell of another holder of a post.
const CHANGED: [&str; 9] =
    ["bầu", "bổ nhiệm", "miễn nhiệm", "nguyên", "kế nhiệm", "bàn giao", "thay thế", "nghỉ hưu", "tiền nhiệm"];

/// Bodies of which a text tells only one where it does not name them.
const SINGLE: [&str; 9] =
    ["tỉnh", "thành phố", "Tỉnh ủy", "Tỉnh uỷ", "Thành ủy", "Thành uỷ", "VPCP", "Chính phủ", "Quốc hội"];

/// Flags the later name of each post that has two of nearly one name.
pub(super) fn check(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    // *nguyên Chủ tịch*, not *nguyên nhân*.
    let told = |word: &str| {
        text.match_indices(word).any(|(at, _)| {
            let behind = text[at + word.len()..].trim_start();
            word != "nguyên" || behind.starts_with(char::is_uppercase)
        })
    };
    if CHANGED.iter().any(|word| told(word)) {
        return;
    }
    let mut posts: BTreeMap<&str, Vec<&Range<usize>>> = BTreeMap::new();
    for name in names {
        let Some(held) = before(text, name) else { continue };
        let post = text[held.range.start..name.start].trim_end();
        // Of deputies there are several, unless one is the first of them.
        let sole = !held.deputy || post.to_lowercase().contains("thường trực");
        let listed = text[..held.range.start].trim_end().ends_with("các");
        if sole && !listed && post.split(' ').count() > 2 {
            posts.entry(post).or_default().push(name);
        }
    }
    for (post, holders) in posts {
        faults.extend(changed(proof, post, &holders));
    }
}

/// The first holder of a post whose name is that of the one before but for a syllable.
fn changed(proof: &Proof, post: &str, holders: &[&Range<usize>]) -> Option<Diagnostic> {
    let text = &proof.text;
    let (first, rest) = holders.split_first()?;
    let own = &text[(*first).clone()];
    let named = post
        .rsplit(' ')
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase));
    let single = named || SINGLE.iter().any(|body| post.ends_with(body));
    let other = rest.iter().find(|other| {
        let apart = text[first.end..other.start].contains(['.', '\n']);
        apart && other_syllable(own, &text[(**other).clone()]).is_some_and(|(one, two)| single || is_near(one, two))
    })?;
    // Who is told of again under the later name is another person.
    let told = text.matches(&text[(*other).clone()]).count() > 1;
    let hint = Message::new("name-two-ways.hint").with("model", own);
    (!told).then(|| proof.fault("name-two-ways", (*other).clone()).hint(hint))
}

/// The one syllable in which two names part, in both.
fn other_syllable<'a>(a: &'a str, b: &'a str) -> Option<(&'a str, &'a str)> {
    let same_length = a.split(' ').count() == b.split(' ').count();
    let mut others = a.split(' ').zip(b.split(' ')).filter(|(a, b)| a != b);
    let first = others.next().filter(|_| same_length)?;
    others.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::super::persons::names;
    use super::*;

    #[test]
    fn holders_of_a_post() {
        for (text, told) in [
            (
                "Phó Chủ tịch Thường trực UBND tỉnh Trần Hoàng Tuấn chủ trì. Phó Chủ tịch Thường trực UBND tỉnh Trần Hoàng Toàn kết luận.",
                Some("Trần Hoàng Toàn"),
            ),
            ("Chủ tịch UBND tỉnh Lê Văn Bình dự. Chủ tịch UBND tỉnh Lê Văn Sáng nói.", Some("Lê Văn Sáng")),
            ("Chủ tịch UBND xã Lê Văn Bình dự. Chủ tịch UBND xã Lê Văn Sáng nói.", None),
            ("Chủ tịch UBND xã Lê Văn Toàn dự. Chủ tịch UBND xã Lê Văn Tuấn nói.", Some("Lê Văn Tuấn")),
            ("Phó Chủ tịch UBND tỉnh Lê Văn Bình dự. Phó Chủ tịch UBND tỉnh Lê Văn Sáng nói.", None),
            ("Nguyên Chủ tịch UBND tỉnh Lê Văn Bình dự. Chủ tịch UBND tỉnh Lê Văn Sáng, được bầu năm nay, nói.", None),
            ("Chủ tịch UBND tỉnh Lê Văn Bình dự. Chủ tịch UBND tỉnh Lê Văn Bình nói.", None),
            ("Chủ tịch UBND tỉnh Lê Văn Bình, Bí thư Đảng ủy xã Lê Văn Sáng dự. Ông Lê Văn Sáng nói.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
