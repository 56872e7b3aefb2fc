//! "04 dự án, gồm: …; …; …", "hai trụ cột là A, B và C", "4 xã gồm: Hòa Bình, Tân Lập, Phú Lương": a count against the
//! names or items of its own sentence.

use std::ops::Range;

use super::items::{by_commas, by_semicolons, called, unbracketed};
use super::told;
use crate::check::figures::unit::is_word;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::number::parse_integer;
use crate::viet::seek::seek;

/// Words between the count and its items.
const LINKS: [&str; 9] =
    [" gồm: ", " gồm có: ", " bao gồm: ", " cụ thể: ", " là: ", " như sau: ", ": ", " gồm ", " là "];

/// Nouns that measure, or name a place in an order; what follows them is no list of them.
const NO_NOUNS: [&str; 34] = [
    "đồng", "tỷ", "triệu", "nghìn", "ha", "km", "m", "kg", "tấn", "tạ", "ngày", "tháng", "năm", "giờ", "phút", "tuần",
    "lần", "lượt", "điểm", "người", "hộ", "khẩu", "suất", "phần", "và", "của", "đến", "trong", "trên", "là", "có",
    "quý", "tuổi", "phiếu",
];

/// Words before a number that make it a place in an order.
const ORDERED: [&str; 12] = ["thứ", "số", "Điều", "điều", "khoản", "mục", "Mục", "năm", "tháng", "khóa", "khoá", "kỳ"];

/// Words behind the last name of a list, which say something of those named.
pub(super) const ENDS: [&str; 28] = [
    "để", "dự", "tham", "giữ", "vào", "đã", "được", "cùng", "làm", "sẽ", "về", "đang", "có", "là", "bị", "do", "theo",
    "nhằm", "tại", "trong", "trên", "với", "từ", "phải", "đều", "chưa", "và", "trước",
];

/// Those who are counted with a few words on what they did between the count and the names.
const PERSONS: [&str; 10] =
    ["cá nhân", "đồng chí", "người", "tập thể", "nghệ", "nhà", "giáo viên", "học sinh", "vận động viên", "bị cáo"];

/// Words before a plural that leads to where each of the counted is at home, or who has it.
const LED: [&str; 9] = ["ở", "tại", "thuộc", "của", "cho", "về", "từ", "gồm", "nghệ"];

/// The most items that are counted, and the most words between their count and them.
const MOST: u32 = 40;
const FAR: usize = 15;

/// From how many names on, of how many words at most, a list is nothing but a roll of names.
const ROLL: usize = 5;
const NAME: usize = 3;

/// How far items are read, in letters.
const READ: usize = 2_000;

/// A count that a list follows.
pub(super) struct Count {
    pub(super) range: Range<usize>,
    pub(super) number: u32,
    /// The words behind its number, up to the list.
    pub(super) words: String,
    /// Whether they lead to where each of the counted is at home: *10 đội tuyển ở các môn: …*, or tell of their rates.
    pub(super) wide: bool,
}

/// The first count of a line whose own sentence lists more or fewer.
pub(super) fn check(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    LINKS.iter().flat_map(|link| seek(line, link)).find_map(|(at, link)| {
        let count = count_before(line[..at].trim_end_matches(','))?;
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
        let person = PERSONS.iter().any(|noun| count.words.starts_with(noun));
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

/// *04 dự án*, at most some words before the list: where it stands, and the count.
pub(super) fn count_before(head: &str) -> Option<Count> {
    let sentence = head.rfind(['.', ';', ':', '(', '\n']).map_or(0, |stop| stop + 1);
    // *(37 người chết, 3 người mất tích), gồm*: what a bracket tells apart is not what is listed.
    let sentence = head[sentence..].rfind(')').map_or(sentence, |close| sentence + close + 1);
    let clause = &head[sentence..];
    let words: Vec<&str> = clause.split([' ', '\u{a0}']).collect();
    let mut wide = false;
    for at in (words.len().saturating_sub(FAR)..words.len()).rev() {
        let word = words[at];
        // *tinh thần “6 dám”, đó là*
        let word = word.trim_start_matches(['“', '"', '‘']);
        // *hãng hàng không* holds no number.
        let spelt = || u32::try_from(parse_integer(&word.to_lowercase()).ok()?).ok().filter(|number| *number > 0);
        let Some(number) = word.parse().ok().or_else(spelt) else {
            let before = at.checked_sub(1).map_or("", |before| words[before]);
            if word.ends_with('%') || (word == "các" && LED.contains(&before)) {
                wide = true;
                continue;
            }
            // Another number in between, or another plural, is what the list is of.
            if word.contains(|c: char| c.is_ascii_digit()) || matches!(word, "các" | "những" | "mỗi" | "từng") {
                return None;
            }
            continue;
        };
        let noun = words.get(at + 1)?.trim_end_matches([',', '”', '"', '’']);
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let second =
            words.get(at + 2).map(|second| second.trim_end_matches(',')).filter(|second| is_word(noun, second));
        // *trên 75 tuổi* tells of those who are counted.
        if noun == "tuổi" {
            continue;
        }
        let person = noun == "người" || (noun, second) == ("đồng", Some("chí"));
        let counted =
            noun.starts_with(char::is_lowercase) && (person || !NO_NOUNS.contains(&noun)) && !ORDERED.contains(&before);
        // *một*, *năm* and *mười* are other words as well.
        let sure = word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word.to_lowercase().as_str(), "hai" | "ba" | "bốn" | "sáu" | "bảy" | "tám");
        let from = word.as_ptr() as usize - head.as_ptr() as usize;
        let last = second.unwrap_or(noun);
        let end = last.as_ptr() as usize - head.as_ptr() as usize + last.len();
        let told = || Count { range: from..end, number, words: words[at + 1..].join(" ").to_lowercase(), wide };
        return ((2..=MOST).contains(&number) && counted && sure).then(told);
    }
    None
}

impl Count {
    /// How many names follow, to the end of the sentence or to what is said of them; `None` where anything else stands.
    fn names(&self, list: &str, link: &str) -> Option<u32> {
        let behind = self.words.split(' ').count();
        let persons = PERSONS.iter().any(|noun| self.words.starts_with(noun));
        // Names follow what they are names of: *tại 17 sân bay gồm*, *06 cá nhân có thành tích xuất sắc:*
        let near = behind <= 3 || (persons && behind <= 9 && link.ends_with(": "));
        let wide = !near && behind <= 6;
        let plain = (near || wide) && !self.words.contains(',');
        let mut count = 0;
        let mut rest = list;
        loop {
            let (name, after) = name(rest.trim_start())?;
            count += u32::from(!name.is_empty());
            (!name.is_empty() && plain).then_some(())?;
            if after.is_empty() || after.starts_with(';') {
                break;
            }
            let next = after.strip_prefix(", ").or_else(|| after.strip_prefix(" và "));
            let Some(next) = next else {
                let word = after.split_whitespace().next()?;
                let ended = after.starts_with('.') && !after.starts_with("..") || ENDS.contains(&word);
                ended.then_some(())?;
                break;
            };
            rest = next.strip_prefix("và ").unwrap_or(next);
        }
        // *Ba địa phương dẫn đầu gồm: A, B, C và D*: farther from their count names are told where one is missing.
        let sure = near || (count.abs_diff(self.number) == 1 && count.min(self.number) > 2);
        (count > 1 && sure).then_some(count)
    }

    /// *04 giải A cho đội văn nghệ các xã: Tân Việt, Thái Học, Bình Minh, Hồng Khê*: names, up to the next prize or the end of the
    /// sentence, that are as many or all but one or two.
    fn owners(&self, list: &str, link: &str) -> Option<u32> {
        let prized = self.words.starts_with("giải") || self.words.starts_with("huy chương");
        let end = [". ", ";", "\n"].iter().filter_map(|stop| list.find(stop)).min().unwrap_or(list.len());
        let list = list[..end].trim_end().trim_end_matches('.');
        let open = ["...", "…", "(", " và "].iter().any(|sign| list.contains(sign));
        let names: Vec<&str> = list.split(", ").collect();
        let named = |name: &&str| {
            let words = name.split(' ').count();
            (1..=5).contains(&words) && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
        };
        let found = u32::try_from(names.len()).ok()?;
        let near = found.abs_diff(self.number) <= 2;
        (prized && link == ": " && !open && near && names.iter().all(named)).then_some(found)
    }

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

    /// Many short names that nothing but commas part, to the end of their sentence: one or two more or fewer than were
    /// announced were meant to be as many.
    fn roll(&self, list: &str) -> Option<u32> {
        let end = list.find(". ").unwrap_or(list.len());
        let list = list[..end].trim_end().trim_end_matches('.');
        let names: Vec<&str> = list.split(", ").flat_map(|part| part.split(" và ")).map(str::trim).collect();
        let short = |name: &&str| {
            let words = name.split(' ').count();
            name.starts_with(char::is_uppercase) && words <= NAME && name.chars().all(|c| c.is_alphabetic() || c == ' ')
        };
        let found = u32::try_from(names.len()).ok()?;
        let near = found.abs_diff(self.number) <= 2;
        (names.len() >= ROLL && names.iter().all(short) && near && !list.contains('\n')).then_some(found)
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

/// A name at the head of a text — *các ông*, *bà*, *đồng chí* before it left out — and what follows it.
pub(super) fn name(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix("các ").unwrap_or(text);
    let called = ["ông ", "bà ", "anh ", "chị ", "em ", "đồng chí "];
    let text = called.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let mut end = 0;
    let mut count = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end().trim_end_matches([',', ';', '.', '(', ')', ':']);
        let named = bare == "-" || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !named || bare.is_empty() {
            break;
        }
        count += usize::from(bare != "-");
        end = word.as_ptr() as usize - text.as_ptr() as usize + bare.len();
        if bare.len() < word.trim_end().len() {
            break;
        }
    }
    ((1..=5).contains(&count)).then(|| (&text[..end], text[end..].trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_a_sentence() {
        for (line, seen) in [
            ("kiểm tra tại 4 xã gồm: Hòa Bình, Tân Lập, Phú Lương.", Some("4 xã")),
            ("kiểm tra tại 4 xã gồm: Hòa Bình, Tân Lập, Phú Lương và An Phú.", None),
            ("tại 4 xã: Hòa Bình, Tân Lập...", None),
            ("tại 4 xã gồm Hòa Bình, nơi có cầu, và An Phú", None),
            ("với ba tỉnh: Gia Lai, Đắk Lắk", Some("ba tỉnh")),
            ("của 12 xã là Anh hùng", None),
            ("có 20 giải đến từ nhiều đội: Hòa Bình 8 giải; Tân Lập 7 giải; Phú Lương 5 giải.", None),
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
            ("giới thiệu hai đồng chí: Hà An, Vũ Tá, Lê Lý để bầu bổ sung.", Some("hai đồng chí")),
            ("khen 3 cá nhân có thành tích tốt: các ông Lê Văn An, Vũ Tá và bà Hà Thị Lý.", None),
            ("khen 4 cá nhân có thành tích tốt: các ông Lê Văn An, Vũ Tá và bà Hà Thị Lý.", Some("4 cá nhân")),
            ("tập huấn tại 4 bến xe gồm An Sương, Cát Lái, Hòa Phú sẽ mở trong tuần.", Some("4 bến xe")),
            ("tập huấn tại 3 bến xe gồm An Sương, Cát Lái, Hòa Phú sẽ mở trong tuần.", None),
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
            ("trao 06 giải B cho các đội: Tân Hồng, Vĩnh Hồng, Long Xuyên; 03 giải C cho đội An Bình.", None),
            (
                "trao 04 giải B cho các đội: Tân Hồng, Vĩnh Hồng, Long Xuyên; 03 giải C cho đội An Bình.",
                Some("04 giải"),
            ),
            (
                "xử 3 bị cáo, gồm: Trần Thành (57 tuổi); Lê Chuyền (44 tuổi) và Vũ Nghĩa (36 tuổi) về tội trộm cắp.",
                None,
            ),
            ("có bảy đại biểu là người ngoài Đảng; ba đại biểu trẻ; một đại biểu nữ.", None),
            ("phân công 5 đồng chí phụ trách các lĩnh vực: kinh tế; văn hóa; nội chính.", None),
            ("lúc 7 giờ 30: khai mạc; 9 giờ: thảo luận; 11 giờ: bế mạc", None),
        ] {
            let source = crate::source::Source::new("-", line);
            let fault = check(&Proof::article(&source, None), 0, line);
            assert_eq!(fault.map(|fault| &line[source.clamp(fault.span)]), seen, "{line}");
        }
    }
}
