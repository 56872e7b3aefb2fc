//! What stands around a total and its parts.

use super::{EACH, Sign, TIMES, TOTALS, flag, log, says, share, stops, tells_rest};
use crate::check::figures::mention::Mention;
use crate::check::figures::relations::Tie;
use crate::check::figures::relations::dimension::may_add;
use crate::check::figures::relations::sums::is_same;
use crate::check::figures::{CHANGES, Reading};

/// Words between a total and its parts that tell of parts, of all of them, of what is told one by one, of something had.
const LINKS: [&[&str]; 4] = [
    &["trong đó", "trong số", "trong tổng số"],
    &["gồm", "chia ra", "chia thành", "phân theo", "đến từ", "chia làm"],
    &["cụ thể", "theo đó", "lần lượt", "phân loại", "hình thức", "kết quả", "như sau", "địa bàn"],
    &[" với ", " có ", " là "],
];

/// A row of figures beside its total: how it lies, from where to where.
struct Row<'t> {
    whole: usize,
    parts: &'t [usize],
    first: usize,
    last: usize,
    /// Whether the parts stand before their total.
    back: bool,
}

impl Reading<'_> {
    pub(super) fn around_sum(&self, tie: &Tie) -> Vec<Sign> {
        let parts = &tie.terms[..];
        let (first, last) = (parts[0], parts[parts.len() - 1]);
        let row = Row { whole: tie.result, parts, first, last, back: last < tie.result };
        // *Số người chết theo địa phương: …*
        let anew = vec![("named anew", flag(self.is_named_anew(tie)))];
        [self.link(&row), self.shape(&row), self.labels(&row), self.kinds(&row), anew].concat()
    }

    /// What stands between a total and its parts.
    fn link(&self, row: &Row) -> Vec<Sign> {
        let (one, other) =
            if row.back { (row.last, row.whole) } else { (row.whole.min(row.first), row.whole.max(row.first)) };
        let link = self.span(one, other);
        let (opens, back) = (link.trim_start().starts_with('('), flag(row.back));
        let ahead = |yes: bool| flag(!row.back && yes);
        let words = log(link.split_whitespace().count());
        let (others, kin) = self.crossed(row.whole, (one, other));
        let behind = self.span_to_end(row.last);
        let opened = link.rfind('(').is_some_and(|open| !link[open..].contains(')'));
        let closed = behind.find([')', '(']).is_some_and(|sign| {
            behind[sign..].starts_with(')') && !behind[..sign].contains(|c: char| c.is_ascii_digit())
        });
        // *An Hòa (25 HCV), Tân Lập (24 HCV)* are two brackets.
        let fills = opened && closed && !self.is_enclosed(row.first, self.figures[row.last].range.start);
        vec![
            // *Gò Me 31 tấn, Bến Vông 26 tấn, cộng 57 tấn*
            ("parts before", back),
            // A part is told, and others may be left out.
            ("trong đó", ahead(says(LINKS[0], link))),
            // All parts are told.
            ("gồm", ahead(says(LINKS[1], link))),
            // They are told one by one.
            ("cụ thể", ahead(says(LINKS[2], link))),
            // *9 xã với 47 thôn*: something that the total has, of another kind as a rule.
            ("với", ahead(says(LINKS[3], link))),
            // *57 tấn: Gò Me 31 tấn, Bến Vông 26 tấn*
            ("a colon", ahead(link.contains(':'))),
            // *57 tấn (Gò Me 31 tấn, Bến Vông 26 tấn)*
            ("a bracket opens", ahead(opens)),
            // The bracket holds the parts and no other figure.
            ("fills a bracket", ahead(fills)),
            ("fills a bracket, three and more", ahead(fills && row.parts.len() > 2)),
            // *57 tấn (tăng 3%), trong đó …*
            ("a bracket within", ahead(link.contains('(') && !opens)),
            // The farther off, the less likely a part.
            ("sentences between", stops(link).min(3) as f32),
            ("sentences between, parts before", back * stops(link).min(3) as f32),
            // So with words.
            ("words between", words),
            ("words between, parts before", back * words),
            // Figures that count something else stand between.
            ("others between", others.min(3) as f32),
            // Figures that may be parts as well are left out.
            ("kin between", kin.min(3) as f32),
        ]
    }

    /// How the parts follow one another, and what follows them.
    fn shape(&self, row: &Row) -> Vec<Sign> {
        let sentences = self.stops_between(row.first, row.last);
        let gaps: Vec<&str> = row.parts.windows(2).map(|pair| self.span(pair[0], pair[1])).collect();
        let joints = gaps.iter().filter(|gap| gap.contains([',', ';', '\n']) || gap.contains(" và ")).count();
        let longest = gaps.iter().map(|gap| gap.split_whitespace().count()).max().unwrap_or(0);
        let behind = self.text[self.figures[row.last].range.end..].trim_start_matches(' ');
        let (one, other) =
            if row.back { (row.first.checked_sub(1), row.first) } else { (Some(row.last + 1), row.last) };
        let next = one.filter(|next| {
            self.figures.get(*next).is_some_and(|next| may_add(next, &self.figures[row.whole]) && next.is_counted())
        });
        let follows = next.filter(|next| self.stops_between(*next, other) == 0);
        let same = follows.is_some_and(|next| is_same(&self.figures[next], &self.figures[row.first]));
        let inside: Vec<(usize, usize)> =
            row.parts.windows(2).map(|pair| self.crossed(row.whole, (pair[0], pair[1]))).collect();
        let heads = |part: &usize| self.label(*part).trim().split(' ').next().unwrap_or_default();
        let alike =
            row.parts.windows(2).filter(|pair| heads(&pair[0]) == heads(&pair[1]) && !heads(&pair[0]).is_empty());
        let count = row.parts.len();
        vec![
            // Of any two figures one is near the sum of others by chance.
            ("two parts", flag(count == 2)),
            ("three parts", flag(count == 3)),
            // Long lists are seldom anything but parts.
            ("six and more", flag(count > 5)),
            // Items of a list are short.
            ("words between parts", log(longest)),
            // Commas, semicolons or *và* part them.
            ("joints between parts", share(joints, gaps.len())),
            // A full stop begins another thing, if not each part has its own sentence.
            ("sentences within", sentences.min(3) as f32),
            ("a sentence each", flag(sentences + 1 == count && sentences > 0)),
            // *và* before the last part closes the list.
            ("a last one joined", flag(gaps.last().is_some_and(|gap| gap.contains(" và ")))),
            // Nothing follows the last part.
            ("the sentence ends", flag(behind.is_empty() || behind.starts_with(['.', '\n', ')']))),
            // One more figure would be left out.
            ("another follows", flag(follows.is_some() && !same)),
            ("another alike follows", flag(same)),
            // *31 tấn (5 hộ), 26 tấn (4 hộ)*
            ("others within", inside.iter().map(|(others, _)| others).sum::<usize>().min(3) as f32),
            ("kin within", inside.iter().map(|(_, kin)| kin).sum::<usize>().min(3) as f32),
            // *trạm Gò Me …, trạm Bến Vông …*
            ("parts begin alike", share(alike.count(), count - 1)),
        ]
    }

    /// The words of a total and of its parts.
    fn labels(&self, row: &Row) -> Vec<Sign> {
        let labels: Vec<&str> = row.parts.iter().map(|part| self.label(*part).trim()).collect();
        let (label, last) = (self.label(row.whole), labels.last().copied().unwrap_or_default());
        let any = |words: &[&str]| labels.iter().any(|label| says(words, label));
        let each = |part: &usize| says(&EACH, self.label(*part)) && self.times_named(*part).is_none();
        let behind = self.tail(row.last);
        let left = |text: &str| text.contains("còn lại");
        let rates = self.figures[row.first..=row.last].iter().filter(|one| one.is_rate()).count();
        vec![
            // *57 còn lại*, *3 vắng mặt*: with it nothing is left out.
            ("a rest", flag(tells_rest(last) || tells_rest(behind))),
            ("còn lại", flag(left(last) || left(behind))),
            // *Gò Me, Bến Vông, mỗi xã 20 suất; 6 xã còn lại, mỗi xã 5 suất*
            ("several each", flag(row.parts.iter().all(|part| self.times_named(*part).is_some()))),
            // *mỗi xã 5 tấn* is no part.
            ("each", flag(row.parts.iter().any(each) || says(&EACH, label))),
            // *tăng 5 tấn* is none either.
            ("a change", flag(any(&CHANGES))),
            // *năm 2023 …, năm 2024 …*: the same thing at two times.
            ("a time", flag(any(&TIMES))),
            // *tổng*, *cả*, *cộng*.
            ("a total's word", flag(says(&TOTALS, label))),
            // *trong 11 nhóm hàng*
            ("of a whole", flag(says(&["trong ", "trên "], label))),
            ("a total's word, parts before", flag(row.back && says(&TOTALS, label))),
            // *31 tấn (54%)*
            ("rates beside parts", share(rates, labels.len())),
        ]
    }

    /// What a total and its parts count.
    fn kinds(&self, row: &Row) -> Vec<Sign> {
        let said = &self.figures[row.whole];
        let parts = || row.parts.iter().map(|part| &self.figures[*part]);
        let same = parts().all(|part| is_same(part, said));
        let one: &Mention = &self.figures[row.first];
        let alike = parts().all(|part| part.kind == one.kind);
        let bare = parts().filter(|part| part.kind.is_empty()).count();
        let digits = said.value.mantissa.unsigned_abs().to_string().trim_end_matches('0').len();
        vec![
            // *hơn 57 tấn*
            ("rough total", flag(said.rough)),
            ("rough part", flag(parts().any(|part| part.rough))),
            // *52 học viên: 31 nam, 21 em nữ*
            ("persons by other words", flag(same && !parts().all(|part| part.is_kin(said)))),
            // What is counted has other names.
            ("other kinds", flag(!same)),
            ("other kinds, two parts", flag(!same && row.parts.len() == 2)),
            ("other kinds, all alike", flag(!same && alike && bare == 0)),
            // *Gò Me 31, Bến Vông 26*
            ("bare parts", flag(bare > 0)),
            // Small numbers make one another by chance.
            ("two digits", flag(digits == 2)),
            ("one digit", flag(digits < 2)),
        ]
    }
}
