//! Mending the groups of a number — *sửa thứ tự*: a year at the end, two codes written as one.

use super::code::{self, DocKind, is_known, kind_of_code};
use super::lexer::Group;

/// The sign of a separator that is missing or stands elsewhere.
const LOST: char = '?';

/// The groups with a year from the end put first (`45/NĐ-CP/2012`) and joined codes parted (`NĐCP`).
pub(super) fn mended(groups: &[Group]) -> Vec<Group> {
    let mut groups = groups.to_vec();
    let is_year = |group: &Group| group.text.len() == 4 && group.text.bytes().all(|byte| byte.is_ascii_digit());
    if let [first, .., last] = &mut groups[..]
        && is_year(last)
        && kind_of_code(&first.text).is_some()
    {
        last.separator = LOST;
        groups.rotate_right(1);
    }
    let first = groups.iter().position(|group| !is_year(group)).unwrap_or_default();
    let code = groups[first].text.clone();
    if is_known(&code) || kind_of_code(&code).is_some() {
        return groups;
    }
    let parted = |kind: &&DocKind| {
        let rest = code.strip_prefix(kind.code).filter(|_| kind.code.chars().count() > 1)?;
        is_known(rest).then(|| rest.to_owned())
    };
    if let Some((kind, rest)) = code::KINDS.iter().find_map(|kind| Some((kind, parted(&kind)?))) {
        let end = groups[first].end;
        groups[first].text = kind.code.to_owned();
        groups.insert(first + 1, Group { separator: LOST, text: rest, end });
    }
    groups
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{find, parse};

    proptest! {
        #[test]
        fn any_text_is_searched(parts in proptest::collection::vec(part(), 0..14)) {
            let text = parts.concat();
            let mut end = 0;
            for one in find(&text) {
                prop_assert!(end <= one.range.start && one.range.start < one.range.end);
                prop_assert!(text.get(one.range.clone()).is_some());
                prop_assert!(!one.canonical().is_empty() && one.kind_names().len() < 5);
                end = one.range.end;
            }
            let _ = parse(&text);
        }
    }

    /// A piece of a number, or of what stands around one.
    fn part() -> impl Strategy<Value = String> {
        let pieces = [
            "45",
            "9",
            "2012",
            "/",
            "/",
            "-",
            "-",
            "–",
            " ",
            ".",
            "NĐ",
            "QĐ",
            "CP",
            "TTg",
            "UBND",
            "TW",
            "QH15",
            "số ",
            "Quyết định ",
            "ngày",
            "đ",
            "&",
            "a",
            "\u{a0}",
            "HD",
            "NĐCP",
            "\u{301}",
            "Ð",
            "(",
            "1.234",
        ];
        prop_oneof![8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
    }
}
