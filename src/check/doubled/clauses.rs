//! Clauses told twice — *vế câu lặp*: the same behind a semicolon, or between two commas with its number.

use std::ops::Range;

/// The fewest words of a clause that is looked for twice.
const CLAUSE: usize = 4;

/// The fewest words where commas part the two.
const LONG_CLAUSE: usize = 6;

/// Clauses of one sentence that say the same as the one before them: *dịch vụ tăng 3,84%; dịch vụ tăng 3,84%*. Short ones
/// may be said twice to stress them.
pub(super) fn doubled(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let mut before = "";
        for clause in line.split(';') {
            let own = clause.trim_end_matches(['.', '\n', ' ']).trim_start();
            if own == before && own.split(' ').count() >= CLAUSE {
                let at = start + (own.as_ptr() as usize - line.as_ptr() as usize);
                found.push(at..at + own.len());
            }
            before = own.rsplit_once(": ").map_or(own, |(_, last)| last);
        }
        found.extend(between_commas(text, line));
    }
    found
}

/// *có 120 hộ đăng ký tham gia mô hình, có 120 hộ đăng ký tham gia mô hình,*: the same between two commas, with its number.
fn between_commas<'t>(text: &'t str, line: &'t str) -> impl Iterator<Item = Range<usize>> + use<'t> {
    let sentences = line.split(". ").flat_map(|sentence| {
        let clauses: Vec<&str> = sentence.split(", ").map(str::trim).collect();
        clauses.windows(2).filter(|two| two[0] == two[1]).map(|two| two[1]).collect::<Vec<_>>()
    });
    let long =
        |clause: &&str| clause.split(' ').count() >= LONG_CLAUSE && clause.contains(|c: char| c.is_ascii_digit());
    sentences.filter(long).map(|clause| {
        let at = clause.as_ptr() as usize - text.as_ptr() as usize;
        at..at + clause.len()
    })
}

#[cfg(test)]
mod tests {
    use super::doubled as told;

    #[test]
    fn clauses_said_twice() {
        for (text, doubled) in [
            ("nông nghiệp tăng 4%; dịch vụ tăng 3,84%; dịch vụ tăng 3,84%.\n", 1),
            ("nông nghiệp tăng 4%; dịch vụ tăng 3,84%; dịch vụ tăng 4,84%.\n", 0),
            ("vì dân; vì dân", 0),
        ] {
            let found: Vec<&str> = told(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, vec!["dịch vụ tăng 3,84%"; doubled], "{text}");
        }
    }

    #[test]
    fn clauses_said_twice_between_commas() {
        for (text, doubled) in [
            ("Tháng 2, 312 hộ đăng ký tham gia mô hình, 312 hộ đăng ký tham gia mô hình, tăng 4%.", 1),
            ("Tháng 2, 312 hộ đăng ký tham gia mô hình, 313 hộ đăng ký tham gia mô hình, tăng 4%.", 0),
            ("Vì dân phục vụ là trên hết, vì dân phục vụ là trên hết, vì dân phục vụ là trên hết.", 0),
        ] {
            assert_eq!(told(text).len(), doubled, "{text}");
        }
    }
}
