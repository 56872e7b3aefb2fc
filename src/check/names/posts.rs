//! One post, one holder: a person told again under the same title with one word of the name changed — *Phó Chủ tịch Thường trực
//! UBND tỉnh Trần Hoàng Tuấn … Trần Hoàng Toàn* — and two persons in a post that only one can hold.

use std::collections::BTreeMap;
use std::ops::Range;

use super::held::{self, Held, is_moved};
use super::is_near;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::place;

/// Words that tell of another holder of a post.
const CHANGED: [&str; 9] =
    ["bầu", "bổ nhiệm", "miễn nhiệm", "nguyên", "kế nhiệm", "bàn giao", "thay thế", "nghỉ hưu", "tiền nhiệm"];

/// Words for levels, behind which the name of a place stands.
const LEVELS: [&str; 9] = ["tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn"];

/// The levels of which a text tells only one where it does not name them.
const SINGLE: [&str; 9] =
    ["tỉnh", "thành phố", "tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "vpcp", "chính phủ", "quốc hội"];

/// Somebody who holds a post that has one holder.
struct Holder<'p> {
    /// The place among the names.
    at: usize,
    name: &'p str,
    range: Range<usize>,
    /// The name of the place that the post is at, where it is told.
    place: &'p str,
    /// Whether the post ends in the name of its body: *Hiệu trưởng Trường Tiểu học Kim Đồng*.
    named: bool,
    /// The words right behind a post that stands behind its holder: *, được điều động*.
    slot: Option<&'p str>,
}

/// Flags the later name of each post that has two.
pub(super) fn check(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let mut posts: BTreeMap<&str, Vec<Holder>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let sides = [held::before(proof, name), held::behind(proof, name)];
        let Some(held) = sides.into_iter().flatten().find(|held| is_sole(proof, held)) else { continue };
        let (core, place) = core(proof, &held);
        // A post without a body is of many: *Giám đốc, Bí thư*.
        if core.len() > held.title.len() + 2 {
            let slot = (held.post.start > name.end).then(|| slot(proof, held.post.end));
            let own = proof.text[held.post.clone()].trim_end().rsplit(' ').next().unwrap_or_default();
            let named = own.starts_with(char::is_uppercase) && own.contains(char::is_lowercase) && place.is_empty();
            let holder = Holder { named, at, name: &proof.text[name.clone()], range: name.clone(), place, slot };
            posts.entry(core).or_default().push(holder);
        }
    }
    if posts.values().map(Vec::len).sum::<usize>() < 2 {
        return;
    }
    let post = Post { proof, names, changed: tells_of_a_change(&proof.text), one_province: one_province(proof) };
    for (core, holders) in merged(posts) {
        faults.extend(post.other_holder(core, &holders));
    }
}

/// *Hiệu trưởng Trường Kim Đồng* and *Hiệu trưởng Trường Kim Đồng mong phụ huynh*: what goes on behind the name of a body is no
/// part of the post.
fn merged<'p>(posts: BTreeMap<&'p str, Vec<Holder<'p>>>) -> Vec<(&'p str, Vec<Holder<'p>>)> {
    let mut found: Vec<(&str, Vec<Holder>)> = Vec::new();
    for (core, holders) in posts {
        let goes_on = |last: &&mut (&str, Vec<Holder>)| {
            let whole = core.strip_prefix(last.0).is_some_and(|rest| rest.starts_with(' '));
            whole && last.1.iter().any(|holder| holder.named) && holders.iter().all(|holder| holder.slot.is_some())
        };
        match found.last_mut().filter(goes_on) {
            Some((_, own)) => {
                own.extend(holders.into_iter().map(|holder| Holder { named: true, ..holder }));
                own.sort_by_key(|holder| holder.at);
            }
            None => found.push((core, holders)),
        }
    }
    found
}

/// Of deputies there are several, unless one is the first of them.
fn is_sole(proof: &Proof, held: &Held) -> bool {
    let post = &proof.lower()[held.post.clone()];
    let listed = proof.lower()[..held.post.start].trim_end().ends_with("các");
    (!held.deputy || post.contains("thường trực")) && !listed
}

/// A post without the name of the place that it is at, and that name: *giám đốc sở y tế*, *chủ tịch ubnd huyện* of a place.
fn core<'p>(proof: &'p Proof, held: &Held) -> (&'p str, &'p str) {
    let small = proof.lower()[held.post.clone()].trim_end();
    let own = &proof.text[held.post.start..held.post.start + small.len()];
    let level = |level: &&str| {
        let at = small.find(&format!(" {level} "))?;
        Some((at + 1, at + 1 + level.len()))
    };
    // A department is of the province, whether that is told or not.
    let department = small.contains("giám đốc sở ") || small.contains(" cục ");
    if let Some((start, end)) = LEVELS.iter().filter_map(level).min() {
        let end = if department { start - 1 } else { end };
        return (&small[..end], own[end..].trim_start_matches(|c: char| c.is_lowercase() || c == ' '));
    }
    let bare = |small: &'p str| if department { small.trim_end_matches(" tỉnh") } else { small };
    let tail = own.match_indices(' ').map(|(at, _)| at).find(|at| place::official_name(&own[*at..]).is_some());
    tail.map_or((bare(small), ""), |at| (&small[..at], own[at..].trim()))
}

/// The two words behind a place.
fn slot(proof: &Proof, from: usize) -> &str {
    let rest = &proof.lower()[from..];
    let end = rest.match_indices(' ').nth(3).map_or(rest.len(), |(at, _)| at);
    rest[..end].split('\n').next().unwrap_or_default()
}

/// *nguyên Chủ tịch*, not *nguyên nhân*.
fn tells_of_a_change(text: &str) -> bool {
    let told = |word: &str| {
        text.match_indices(word).any(|(at, _)| {
            let behind = text[at + word.len()..].trim_start();
            word != "nguyên" || behind.starts_with(char::is_uppercase)
        })
    };
    CHANGED.iter().any(|word| told(word))
}

/// Whether a text tells of no more than one province.
fn one_province(proof: &Proof) -> bool {
    let mut places = proof.places().iter().map(|place| place.name);
    let first = places.next();
    places.all(|place| Some(place) == first)
}

/// What is known of a text when its posts are compared.
struct Post<'p> {
    proof: &'p Proof,
    names: &'p [Range<usize>],
    changed: bool,
    one_province: bool,
}

impl Post<'_> {
    /// The first holder of a post who is another than the first one told.
    fn other_holder(&self, core: &str, holders: &[Holder]) -> Option<Diagnostic> {
        let (first, rest) = holders.split_first()?;
        let other = rest.iter().find(|other| self.is_other(core, first, other))?;
        let hint = Message::new("name-two-ways.hint").with("model", first.name);
        Some(self.proof.fault("name-two-ways", other.range.clone()).hint(hint))
    }

    fn is_other(&self, core: &str, first: &Holder, other: &Holder) -> bool {
        let text = &self.proof.text;
        let placed = first.place == other.place && !first.place.is_empty();
        let alike = first.place.is_empty() || other.place.is_empty() || first.place == other.place;
        if first.name == other.name || !alike {
            return false;
        }
        // *Ông Bình, Giám đốc Sở Y tế, được điều động … Ông Sáng, Giám đốc Sở Y tế, được điều động*: both go from one chair; or
        // both are guests in one list.
        let listed = !text[first.range.end..other.range.start].contains(". ");
        let slots = first.slot.is_some() && other.slot.is_some() && (listed || first.slot == other.slot);
        let slots = slots && first.place == other.place && self.is_single(core);
        // Who is told of again under the later name is another person.
        let again = self.names.iter().filter(|name| text[(*name).clone()] == *other.name).count() > 1;
        let apart = text[first.range.end..other.range.start].contains(['.', '\n']);
        if slots && self.one_province && !again {
            return true;
        }
        if again || !apart || is_moved(self.proof, self.names, first.at) || is_moved(self.proof, self.names, other.at) {
            return false;
        }
        let single = placed || first.named && other.named || self.is_single(core);
        // Of four words three are rarely those of another, and a post that is told at length is one.
        let whole = core.split(' ').count() > 4 && !LEVELS.iter().any(|level| core.ends_with(level));
        let long = || first.name.split(' ').count() > 3 || whole;
        match other_syllable(first.name, other.name) {
            Some((one, two)) => is_near(one, two) || (single || long()) && !self.changed,
            None if is_shortened(first.name, other.name) => true,
            None => single && self.one_province && !self.changed && first.slot.is_none() && other.slot.is_none(),
        }
    }

    /// Whether a text without the name of a place can only mean one body.
    fn is_single(&self, core: &str) -> bool {
        let own = SINGLE.iter().any(|body| core.ends_with(body)) || core.contains(" sở ") || core.contains(" bộ ");
        own && self.one_province
    }
}

/// The one syllable in which two names part, in both.
fn other_syllable<'a>(a: &'a str, b: &'a str) -> Option<(&'a str, &'a str)> {
    let same_length = a.split(' ').count() == b.split(' ').count();
    let mut others = a.split(' ').zip(b.split(' ')).filter(|(a, b)| a != b);
    let first = others.next().filter(|_| same_length)?;
    others.next().is_none().then_some(first)
}

/// *Lê Thị Hồng Nhung* and *Lê Thị Hồng*: one word is missing, the surname stays.
fn is_shortened(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let (short, long): (Vec<&str>, Vec<&str>) = (short.split(' ').collect(), long.split(' ').collect());
    let head = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    short.len() + 1 == long.len() && head > 0 && short[head..] == long[head + 1..]
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
            (
                "Theo cô Lê Thu Hà - Hiệu trưởng Trường Kim Đồng. Cô Lê Thu Hằng - Hiệu trưởng Trường Kim Đồng vui.",
                Some("Lê Thu Hằng"),
            ),
            (
                "Trưởng ban Tổ chức giải Lê Đình Hiếu dự. Ông Lê Đình Huế, Trưởng ban Tổ chức giải, nói.",
                Some("Lê Đình Huế"),
            ),
            ("Ông Lê Văn Bình, Giám đốc Sở Y tế tỉnh, dự. Giám đốc Sở Y tế Lê Anh Bình nói.", Some("Lê Anh Bình")),
            (
                "Phó Chủ tịch Thường trực HĐND xã Lê Thị Hồng Nhung dự. Phó Chủ tịch Thường trực HĐND xã Lê Thị Hồng nói.",
                Some("Lê Thị Hồng"),
            ),
            (
                "Dự có: Lê Văn Bình, Giám đốc Sở Y tế; Hà Thị Bé, Giám đốc Sở Nội vụ; Đỗ Hữu Tâm, Giám đốc Sở Y tế; Lê Ba.",
                Some("Đỗ Hữu Tâm"),
            ),
            (
                "Giám đốc Sở Y tế Lê Văn Bình dự. Giám đốc Sở Y tế tỉnh Nam Định Đỗ Hữu Tâm và Giám đốc Sở Y tế Hà Nam Hà Văn Bé nói.",
                None,
            ),
            ("Giám đốc Sở Y tế Lê Văn Bình được điều động. Giám đốc Sở Y tế Lê Văn Bính nhận bàn giao.", None),
            ("Chủ tịch UBND tỉnh Lê Văn Bình dự. Kết luận, Chủ tịch UBND tỉnh Hồ Hữu Bền nói.", Some("Hồ Hữu Bền")),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
