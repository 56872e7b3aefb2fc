//! How many items a list without names holds: between semicolons, or between commas with *và* before the last.

/// What the names of institutions and works begin with.
const HEADS: [&str; 14] = [
    "Trường ",
    "Trạm ",
    "Nhà ",
    "Phòng ",
    "Sở ",
    "Ban ",
    "Công ",
    "Trung tâm ",
    "Ủy ban ",
    "Hội ",
    "Cầu ",
    "Bệnh viện ",
    "Đồn ",
    "Khu ",
];

/// A list without what stands in brackets, up to the end of its sentence, or to what follows the bracket of its last item.
pub(super) fn unbracketed(list: &str) -> Option<String> {
    let end = list.find(". ").unwrap_or(list.len());
    let mut rest = list[..end].trim_end();
    let mut plain = String::new();
    while let Some(open) =
        rest.find('(').filter(|open| !rest[*open..].starts_with("(1)") && !rest[*open..].starts_with("(i)"))
    {
        plain.push_str(rest[..open].trim_end());
        let close = open + rest[open..].find(')')?;
        rest = &rest[close + 1..];
        if rest.starts_with(' ') && !rest.starts_with(" và ") {
            return Some(plain);
        }
    }
    plain.push_str(rest);
    Some(plain)
}

/// *đồng chí A, Bí thư; đồng chí B, Chủ tịch và đồng chí C*: persons, each with a word of address.
pub(super) fn called(list: &str) -> Option<u32> {
    let word = ["đồng chí ", "ông ", "bà "].into_iter().find(|word| list.starts_with(word))?;
    let words: &[&str] = if word == "đồng chí " { &["đồng chí "] } else { &["ông ", "bà "] };
    let begins = |item: &str| {
        words.iter().any(|word| item.strip_prefix(word).is_some_and(|name| name.starts_with(char::is_uppercase)))
    };
    let items: Vec<&str> = list.split(';').map(str::trim).filter(|item| !item.is_empty()).collect();
    let all = items.iter().all(|item| begins(item.strip_prefix("và ").unwrap_or(item)));
    // *…; đồng chí C và đồng chí D*: the last item may hold two.
    let joined = items.iter().flat_map(|item| item.split(" và ").skip(1)).filter(|item| begins(item)).count();
    (all && items.len() > 1).then(|| u32::try_from(items.len() + joined).ok())?
}

/// Items between semicolons.
pub(super) fn by_semicolons(list: &str) -> Option<u32> {
    let items: Vec<&str> = list.split(';').map(str::trim).filter(|item| !item.is_empty()).collect();
    // *Trần Thành; Lê Chuyền và Vũ Nghĩa* are three.
    let capital = |name: &str| name.starts_with(char::is_uppercase);
    let pair = items
        .last()
        .filter(|_| items.len() > 1)?
        .split_once(" và ")
        .is_some_and(|(one, other)| capital(one) && capital(other));
    // *32 tỷ đồng; 30 tỷ đồng và 24 tỷ đồng*: the last two of three or more may be joined.
    let figure = |item: &str| item.starts_with(|c: char| c.is_ascii_digit());
    let figures = items.iter().all(|item| item.split(" và ").all(figure));
    let pair = pair || (figures && items.last().is_some_and(|last| last.contains(" và ")));
    let items = items.len() + usize::from(pair && items.iter().all(|item| capital(item) || figure(item)));
    (items > 1).then(|| u32::try_from(items).ok())?
}

/// Items between commas, the last behind *và*: a comma or *và* may stand inside an item too, so that only fewer items
/// than announced, or items of one pattern, are told.
pub(super) fn by_commas(list: &str, count: u32, link: &str) -> Option<u32> {
    let parts: Vec<&str> = list.split(", ").collect();
    let (last, others) = parts.split_last()?;
    // *04 tập thể: Công an tỉnh, Sở Nội vụ, Sở Tài chính*: names need no *và*.
    let named =
        |item: &&str| item.starts_with(char::is_uppercase) && (2..=7).contains(&item.split_whitespace().count());
    if !list.contains(" và ") && link.ends_with(": ") && parts.len() > 1 && parts.iter().all(named) {
        return u32::try_from(parts.len()).ok();
    }
    let (before, behind) = last.rsplit_once(" và ")?;
    let short = |item: &&str| (1..=7).contains(&item.split_whitespace().count());
    let mut items: Vec<&str> = others.to_vec();
    items.extend([before, behind]);
    (others.is_empty() || items.iter().all(short)).then_some(())?;
    let all = u32::try_from(items.len()).ok()?;
    let most = all + u32::try_from(items.iter().map(|item| item.matches(" và ").count()).sum::<usize>()).ok()?;
    // *là* leads to much else than a list.
    let listed = link != " là " || items.len() > 2;
    if count > most && items.len() > 2 && listed {
        return Some(all);
    }
    // *2 công trình là Trường Tân Hòa, Trạm Y tế An Phú và Nhà văn hóa Minh Lập*: one more, each with its own first word.
    let proper = |item: &&str| item.starts_with(char::is_uppercase);
    let headed = HEADS.iter().any(|head| behind.starts_with(head));
    if all == count + 1 && all == most && all > 2 && items.iter().all(proper) && headed {
        return Some(all);
    }
    let ends = |end: fn(&str) -> Option<&str>| {
        let first = end(items[0]);
        items.len() > 2 && items.iter().all(|item| item.contains(' ') && end(item) == first)
    };
    let alike = ends(|item| item.split(' ').next()) || ends(|item| item.split(' ').next_back());
    (alike && count != all).then_some(all)
}
