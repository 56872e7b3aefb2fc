//! How many names stand behind their count: "4 xã gồm: Hòa Bình, Tân Lập, Phú Lương", persons, the owners of a prize, a bare roll.

use super::count::Count;

/// Words behind the last name of a list, which say something of those named.
pub(super) const ENDS: [&str; 28] = [
    "để", "dự", "tham", "giữ", "vào", "đã", "được", "cùng", "làm", "sẽ", "về", "đang", "có", "là", "bị", "do", "theo",
    "nhằm", "tại", "trong", "trên", "với", "từ", "phải", "đều", "chưa", "và", "trước",
];

/// Those who are counted with a few words on what they did between the count and the names.
const PERSONS: [&str; 10] =
    ["cá nhân", "đồng chí", "người", "tập thể", "nghệ", "nhà", "giáo viên", "học sinh", "vận động viên", "bị cáo"];

/// From how many names on, of how many words at most, a list is nothing but a roll of names.
const ROLL: usize = 5;
const NAME: usize = 3;

impl Count {
    pub(super) fn is_of_persons(&self) -> bool {
        PERSONS.iter().any(|noun| self.words.starts_with(noun))
    }

    /// How many names follow, to the end of the sentence or to what is said of them; `None` where anything else stands.
    pub(super) fn names(&self, list: &str, link: &str) -> Option<u32> {
        let behind = self.words.split(' ').count();
        let persons = self.is_of_persons();
        // Names follow what they are names of: *tại 17 sân bay gồm*, *06 cá nhân có thành tích xuất sắc:*
        let near = behind <= 3 || (persons && behind <= 9 && link.ends_with(": "));
        let wide = !near && behind <= 6;
        let plain = (near || wide) && !self.words.contains(',');
        let mut count = 0;
        let mut rest = list;
        loop {
            let (name, after) = name(rest.trim_start())?;
            let after = behind_bracket(after);
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
    pub(super) fn owners(&self, list: &str, link: &str) -> Option<u32> {
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

    /// Many short names that nothing but commas part, to the end of their sentence: one or two more or fewer than were
    /// announced were meant to be as many.
    pub(super) fn roll(&self, list: &str) -> Option<u32> {
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
}

/// *Tuấn Việt (huyện Kim Thành), Tân Quang*: what follows the bracket behind a name.
fn behind_bracket(text: &str) -> &str {
    let inside = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    inside.filter(|(inside, _)| !inside.contains(['(', ';'])).map_or(text, |(_, rest)| rest)
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
    use super::super::tests::told_at;

    #[test]
    fn names_of_a_sentence() {
        told_at(&[
            ("kiểm tra tại 4 xã gồm: Hòa Bình, Tân Lập, Phú Lương.", Some("4 xã")),
            ("kiểm tra tại 4 xã gồm: Hòa Bình, Tân Lập, Phú Lương và An Phú.", None),
            ("tại 4 xã: Hòa Bình, Tân Lập...", None),
            ("có 4 xã về đích là Hòa Bình (huyện Bình Lộc), Tân Lập và Phú Lương (huyện Yên Sơn).", Some("4 xã")),
            ("có 3 xã về đích là Hòa Bình (huyện Bình Lộc), Tân Lập và Phú Lương (huyện Yên Sơn).", None),
            ("nối 5 điểm cầu gồm Hòa Bình, Tân Lập, Phú Lương, An Phú.", Some("5 điểm cầu")),
            ("nối 4 điểm cầu gồm Hòa Bình, Tân Lập, Phú Lương, An Phú.", None),
            ("bầu 3 thành viên gồm các ông: Lê Văn An, Vũ Tá, Hà Quang, Đỗ Lý.", Some("3 thành viên")),
            ("bầu 4 thành viên gồm các ông: Lê Văn An, Vũ Tá, Hà Quang, Đỗ Lý.", None),
            ("tại 4 xã gồm Hòa Bình, nơi có cầu, và An Phú", None),
            ("với ba tỉnh: Gia Lai, Đắk Lắk", Some("ba tỉnh")),
            ("của 12 xã là Anh hùng", None),
            ("có 20 giải đến từ nhiều đội: Hòa Bình 8 giải; Tân Lập 7 giải; Phú Lương 5 giải.", None),
            ("giới thiệu hai đồng chí: Hà An, Vũ Tá, Lê Lý để bầu bổ sung.", Some("hai đồng chí")),
            ("khen 3 cá nhân có thành tích tốt: các ông Lê Văn An, Vũ Tá và bà Hà Thị Lý.", None),
            ("khen 4 cá nhân có thành tích tốt: các ông Lê Văn An, Vũ Tá và bà Hà Thị Lý.", Some("4 cá nhân")),
            ("tập huấn tại 4 bến xe gồm An Sương, Cát Lái, Hòa Phú sẽ mở trong tuần.", Some("4 bến xe")),
            ("tập huấn tại 3 bến xe gồm An Sương, Cát Lái, Hòa Phú sẽ mở trong tuần.", None),
            ("trao 06 giải B cho các đội: Tân Hồng, Vĩnh Hồng, Long Xuyên; 03 giải C cho đội An Bình.", None),
            (
                "trao 04 giải B cho các đội: Tân Hồng, Vĩnh Hồng, Long Xuyên; 03 giải C cho đội An Bình.",
                Some("04 giải"),
            ),
        ]);
    }
}
