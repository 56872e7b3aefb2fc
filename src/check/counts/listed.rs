//! "04 dự án, gồm: …; …; …", "hai trụ cột là A, B và C": a count against the names or items of its own sentence, and how many
//! items stand there that are no names.

use super::count::{Count, count_before};
use super::items::{by_commas, by_semicolons, called, unbracketed};
use super::told;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::seek::seek;

/// Words between the count and its items.
const LINKS: [&str; 9] =
    [" gồm: ", " gồm có: ", " bao gồm: ", " cụ thể: ", " là: ", " như sau: ", ": ", " gồm ", " là "];

/// Words before a colon that only call those who are counted.
const PERSONS: [&str; 3] = [" các ông", " các bà", " các đồng chí"];

/// How far items are read, in letters.
const READ: usize = 2_000;

/// The first count of a line whose own sentence lists more or fewer.
pub(super) fn check(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    LINKS.iter().flat_map(|link| seek(line, link)).find_map(|(at, link)| {
        // *3 thành viên gồm các ông: …*
        let head = &line[..at];
        let called = PERSONS.iter().find_map(|persons| head.strip_suffix(persons));
        let head = called.and_then(|head| head.strip_suffix(" gồm").or(head.strip_suffix(" là"))).unwrap_or(head);
        let count = count_before(head.trim_end_matches(','))?;
        let rest = &line[at + link.len()..];
        let far = rest.char_indices().nth(READ).map_or(rest.len(), |(far, _)| far);
        // *gồm Bắc Ninh 2, Hà Nội 1*: their numbers are what is counted.
        let sentence = rest[..far].split(". ").next().unwrap_or_default().trim_end().trim_end_matches('.');
        if sentence.split(", ").all(|item| item.ends_with(|c: char| c.is_ascii_digit())) {
            return None;
        }
        // *30 tấm huy chương: A 6 tấm, B 5 tấm*: so they are with what they count.
        let noun = count.words.split(' ').next().unwrap_or_default();
        let again = |word: &[&str]| word[1] == noun && word[0].bytes().all(|b| b.is_ascii_digit());
        let words: Vec<&str> = sentence.split([' ', ',', ';', '(', ')']).filter(|word| !word.is_empty()).collect();
        if words.windows(2).filter(|pair| again(pair)).nth(1).is_some() {
            return None;
        }
        // *6 cửa khẩu gồm: A, B; C; các cửa khẩu D, E, F*: commas may part the items too.
        let items = sentence.split([',', ';']).filter(|item| !item.trim().is_empty()).count();
        let person = count.is_of_persons();
        let next = sentence.contains(|c: char| c.is_ascii_digit());
        if !person
            && !next
            && sentence.contains(';')
            && sentence.contains(',')
            && u32::try_from(items) == Ok(count.number)
        {
            return None;
        }
        let near = || count.names(&rest[..far], link).or_else(|| count.items(&rest[..far], link));
        let found =
            if count.wide { count.owners(&rest[..far], link) } else { near() }.or_else(|| count.roll(&rest[..far]))?;
        let place = start + count.range.start..start + count.range.end;
        (found != count.number).then(|| told(proof, place, count.number, found))
    })
}

impl Count {
    /// How many items follow that are no names.
    fn items(&self, list: &str, link: &str) -> Option<u32> {
        let list = unbracketed(list)?;
        let list = self.own_items(&list);
        let open = ["...", "…", "v.v", "(1)", "(i)", ": "].iter().any(|sign| list.contains(sign));
        let list = list.trim_end_matches(['.', '/', ' ']);
        // *8 khu vực cầu, cửa ngõ, gồm: cầu A, cầu B*: a comma may stand before the list, if its items are what is counted.
        let quoted = self.words.contains(['”', '"']);
        if self.words.contains(',') || quoted {
            return self.alike(list).filter(|_| !open && (link.contains("gồm") || quoted));
        }
        let person = self.words.starts_with("người") || self.words.starts_with("đồng chí");
        if person {
            return called(list).filter(|_| !open);
        }
        (!open && !person && link != " gồm ").then(|| {
            // *bảy đại biểu là người ngoài Đảng; ba đại biểu …* lists nothing.
            let semicolons = || by_semicolons(list).filter(|_| link != " là ");
            // *3 dân tộc là: A, B, C; có 4 …*: names up to the first semicolon are as many.
            let head = list.split(';').next().unwrap_or_default().replace(" và ", ", ");
            let named = head.split(", ").all(|name| name.starts_with(char::is_uppercase));
            let held = named && head != list && u32::try_from(head.split(", ").count()) == Ok(self.number);
            if held {
                return None;
            }
            semicolons().or_else(|| by_commas(list, self.number, link))
        })?
    }

    /// *07 nhóm tăng gồm: nhóm A tăng 1%; nhóm B tăng 2%; có 04 nhóm giảm gồm: …*: the items up to the next count, and of those that
    /// rose or fell no other one.
    fn own_items<'l>(&self, list: &'l str) -> &'l str {
        let mut end = list.len();
        let mut from = 0;
        let moved = ["tăng", "giảm"].iter().find(|word| self.words.split(' ').nth(1) == Some(word));
        for (at, item) in list.split(';').enumerate() {
            let other = at > 0 && moved.is_some_and(|word| !item.contains(word));
            let next = at > 0 && (item.contains(" gồm:") || item.trim_end().ends_with(" gồm"));
            if other || next {
                end = end.min(from);
            }
            from += item.len() + 1;
        }
        list[..end].trim_end_matches(';')
    }

    /// Items that all begin with one word of what is counted.
    fn alike(&self, list: &str) -> Option<u32> {
        let first = list.split([' ', ',']).next()?.to_lowercase();
        let counted = self.words.split([' ', ',', '”', '"']).any(|word| word == first);
        let lower = list.to_lowercase();
        let begins = |item: &str| item.trim_start().starts_with(&format!("{first} "));
        // *dám đổi mới, sáng tạo; dám đương đầu … và dám hành động*: where semicolons part the items, commas stand within them.
        let parted = lower.contains(';');
        let last = if parted { lower.matches(&format!(" và {first} ")).count() } else { 0 };
        let items: Vec<&str> = match parted {
            true => lower.split(';').collect(),
            false => lower.split(',').flat_map(|part| part.split(" và ")).collect(),
        };
        let all = items.iter().all(|item| begins(item));
        (counted && all && items.len() + last > 2).then(|| u32::try_from(items.len() + last).ok())?
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told_at;

    #[test]
    fn items_of_a_sentence() {
        told_at(&[
            ("tinh thần “6 dám”, đó là: dám nghĩ; dám đổi mới, sáng tạo; dám làm và dám nhận.", Some("6 dám")),
            ("tinh thần “4 dám”, đó là: dám nghĩ; dám đổi mới, sáng tạo; dám làm và dám nhận.", None),
            (
                "có 03 nhóm tăng gồm: nhóm ăn tăng 2%; nhóm mặc tăng 1%; có 02 nhóm giảm gồm: nhóm ở giảm 1%.",
                Some("03 nhóm"),
            ),
            ("có 02 nhóm tăng gồm: nhóm ăn tăng 2%; nhóm mặc tăng 1%; nhóm ở không đổi.", None),
            ("lên 6 cửa khẩu gồm: Bến Lộc, Ga Bến Lộc; Rạch Sen; các cửa khẩu phụ Tân Lập, Cầu Lớn, Na Hình.", None),
            (
                "bầu 5 đồng chí gồm: đồng chí Lê An, Bí thư; đồng chí Vũ Tá, Phó Bí thư; đồng chí Hà Lý.",
                Some("5 đồng chí"),
            ),
            ("của 03 xã dẫn đầu là: 32 tỷ đồng; 30 tỷ đồng và 24 tỷ đồng.", None),
            (
                "lập chốt tại 4 khu vực cầu, cửa ngõ vào tỉnh, gồm: Cầu Ngang, cầu Rạch (nối xã A với xã B), cầu Đá (gần chợ) để phòng, chống dịch.",
                Some("4 khu vực"),
            ),
            ("bổ sung 04 dự án, gồm: xây trường; cải tạo chợ; nâng đường; kè sông; sửa nhà. Vốn", Some("04 dự án")),
            ("bổ sung 05 dự án, gồm: xây trường; cải tạo chợ; nâng đường; kè sông; sửa nhà. Vốn", None),
            ("dựa trên hai trụ cột là kinh tế số, xã hội số và chính quyền số.", Some("hai trụ cột")),
            ("dựa trên ba trụ cột là kinh tế số, xã hội số và chính quyền số.", None),
            ("ba nhiệm vụ là: xây dựng Đảng, phát triển kinh tế, bảo tồn và phát huy văn hóa.", None),
            ("năm 2025 đạt 4 tiêu chí: thu nhập, hộ nghèo và môi trường.", Some("4 tiêu chí")),
            ("khen 04 tập thể: Công an tỉnh, Sở Nội vụ, Sở Tài chính.", Some("04 tập thể")),
            ("còn 5 tiêu chí chưa đạt là: quy hoạch, thủy lợi, điện, bưu điện và thu nhập.", None),
            (
                "xử 3 bị cáo, gồm: Trần Thành (57 tuổi); Lê Chuyền (44 tuổi) và Vũ Nghĩa (36 tuổi) về tội trộm cắp.",
                None,
            ),
            ("có bảy đại biểu là người ngoài Đảng; ba đại biểu trẻ; một đại biểu nữ.", None),
            ("phân công 5 đồng chí phụ trách các lĩnh vực: kinh tế; văn hóa; nội chính.", None),
            ("lúc 7 giờ 30: khai mạc; 9 giờ: thảo luận; 11 giờ: bế mạc", None),
        ]);
    }
}
