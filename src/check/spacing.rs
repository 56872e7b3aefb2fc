//! Spaces where none belong and none where one does — *dấu cách*; a no-break space counts as a space.

mod absent;
mod years;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use absent::{glued, missing};

/// Checks the spaces of a text, line by line.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut start = 0;
    for line in proof.text.split_inclusive('\n') {
        let words = line.trim_end();
        // The cells of a Markdown table are filled up with spaces; indented code is no prose.
        if !words.trim_start().starts_with('|') {
            check_line(proof, start, words, faults);
        }
        start += line.len();
    }
    years::check(proof, faults);
}

/// So many characters at most stand within brackets.
const BRACKET: usize = 300;

/// The no-break space is a space too.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2002}'..='\u{200a}')
}

fn check_line(proof: &Proof, start: usize, line: &str, faults: &mut Vec<Diagnostic>) {
    let mut at = line.len() - line.trim_start().len();
    let mut in_word = at;
    // Straight quotation marks open and close by turns.
    let mut quoted = false;
    for (place, sign) in line.char_indices() {
        quoted ^= sign == '"';
        if place < at {
            continue;
        }
        let rest = &line[place..];
        if is_space(sign) {
            let blank = rest.len() - rest.trim_start_matches(is_space).len();
            at = place + blank;
            let gap = Gap { line, range: place..at };
            if let Some(fault) = gap.fault() {
                faults.push(fault.told(proof, start));
            }
            in_word = at;
        } else {
            let fault = repeated(line, place, sign).or_else(|| missing(line, in_word, place, sign));
            let fault = fault.or_else(|| glued(line, (in_word, place), (sign, quoted)));
            faults.extend(fault.map(|fault| fault.told(proof, start)));
        }
    }
}

/// A fault found in a line, before it is told.
struct Found {
    rule: &'static str,
    range: Range<usize>,
    right: String,
}

impl Found {
    fn told(self, proof: &Proof, start: usize) -> Diagnostic {
        let fault = proof.fault(self.rule, start + self.range.start..start + self.range.end);
        match self.rule {
            "space-double" => fault.hint_id("space-double.hint"),
            _ => fault.hint(Message::new("space.hint").with("right", self.right)),
        }
    }
}

/// A run of spaces inside a line.
struct Gap<'l> {
    line: &'l str,
    range: Range<usize>,
}

impl Gap<'_> {
    fn fault(&self) -> Option<Found> {
        let (before, after) = (&self.line[..self.range.start], &self.line[self.range.end..]);
        let next = after.chars().next()?;
        if is_stop(next) && !is_apart(after) && !before.ends_with(is_stop) {
            let end = self.range.end + next.len_utf8();
            return Some(Found { rule: "space-before", range: self.range.start..end, right: next.to_string() });
        }
        if let Some(found) = self.stops(before, next) {
            return Some(found);
        }
        if let Some(found) = self.lopsided(before, after) {
            return Some(found);
        }
        let marker = before.trim_start();
        let listed = matches!(marker, "-" | "*" | "+" | "•") || marker.strip_suffix(['.', ')']).is_some_and(is_number);
        // Four spaces and more set two columns apart: THƯ KÝ      CHỦ TỌA.
        let wide = (2..4).contains(&self.line[self.range.clone()].chars().count()) && !before.is_empty() && !listed;
        wide.then(|| Found { rule: "space-double", range: self.range.clone(), right: String::new() })
    }

    /// `ban, , ngành`, `( tỉnh`, `Giang )`: two stops with a space between, a space inside a bracket.
    fn stops(&self, before: &str, next: char) -> Option<Found> {
        let last = before.chars().next_back()?;
        let start = self.range.start - last.len_utf8();
        let single = self.range.len() == 1;
        if matches!(last, ',' | ';') && matches!(next, ',' | ';') {
            let range = start..self.range.end + next.len_utf8();
            return Some(Found { rule: "mark-doubled", range, right: last.to_string() });
        }
        let word = |c: char| c.is_alphanumeric();
        let opens = matches!(last, '(' | '“') && word(next);
        let opened = |sign: char| before.chars().rev().take(BRACKET).any(|c| c == sign);
        let ended = word(last) || matches!(last, ')' | '%');
        let closes = (next == ')' && ended && opened('(')) || (next == '”' && (ended || is_stop(last)) && opened('“'));
        let range = if opens { start..self.range.end } else { self.range.start..self.range.end + next.len_utf8() };
        let right = if opens { last } else { next };
        (single && (opens || closes)).then(|| Found { rule: "space-before", range, right: right.to_string() })
    }

    /// `nghiệp- tiểu`, `nghiệp -tiểu`: a hyphen between words has spaces on both sides or on none.
    fn lopsided(&self, before: &str, after: &str) -> Option<Found> {
        let hyphen = |c: char| matches!(c, '-' | '–');
        let letters = |text: Option<char>| text.is_some_and(char::is_alphabetic);
        let digits = |text: Option<char>| text.is_some_and(|c| c.is_ascii_digit());
        if let Some(left) = before.strip_suffix(hyphen) {
            let (left, right) = (left.chars().next_back(), after.chars().next());
            if (letters(left) && letters(right)) || (digits(left) && digits(right)) {
                let sign = self.range.start - before.chars().next_back().map_or(0, char::len_utf8);
                let right = if digits(right) { "-" } else { " - " };
                return Some(Found { rule: "hyphen-lopsided", range: sign..self.range.end, right: right.to_owned() });
            }
        }
        let tail = after.strip_prefix(hyphen)?;
        // A minus, an option of a command and a rule of dashes are no hyphens.
        if letters(before.chars().next_back()) && letters(tail.chars().next()) {
            let end = self.range.end + after.len() - tail.len();
            return Some(Found { rule: "hyphen-lopsided", range: self.range.start..end, right: " - ".to_owned() });
        }
        None
    }
}

/// Marks that stand at the word before them.
fn is_stop(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '!' | '?')
}

/// `,,`, `;.`, `..`: two stops where one was meant; an ellipsis has three, `./.` ends an official text.
fn repeated(line: &str, place: usize, sign: char) -> Option<Found> {
    let pair = |c: char| matches!(c, ',' | ';' | '.' | ':');
    let after = &line[place + sign.len_utf8()..];
    let next = after.chars().next()?;
    // `?.`, `!.`, and four dots where three were meant; longer rows are to be filled in.
    let first = sign == '.' && !line[..place].ends_with('.');
    let dots = if first { line[place..].chars().take(6).take_while(|c| *c == '.').count() } else { 0 };
    let ended = matches!(sign, '?' | '!') && next == '.' && !after.starts_with("..");
    if matches!(dots, 4 | 5) || ended {
        let (length, right) = if ended { (2, sign.to_string()) } else { (dots, "...".to_owned()) };
        let told = line[..place].ends_with(char::is_alphanumeric);
        return told.then(|| Found { rule: "mark-doubled", range: place..place + length, right });
    }
    (pair(sign) && pair(next)).then_some(())?;
    let rest = &after[next.len_utf8()..];
    let ellipsis =
        rest.starts_with('.') || (next == '.' && after.starts_with("..")) || line[..place].ends_with(['.', '/']);
    let short = sign == '.'
        && next != '.'
        && line[..place].rsplit(|c: char| !c.is_alphabetic()).next().is_some_and(|word| word.chars().count() <= 3);
    let letters = line[..place].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”' | '%'));
    (!ellipsis && !short && letters).then(|| {
        let end = place + sign.len_utf8() + next.len_utf8();
        Found { rule: "mark-doubled", range: place..end, right: sign.to_string() }
    })
}

/// Signs that stand apart on purpose: `./.`, `...`, `.NET`, `:)` and decimals without a zero.
fn is_apart(after: &str) -> bool {
    let mut signs = after.chars();
    let first = signs.next();
    match (first, signs.next()) {
        (Some('.'), Some(next)) => !next.is_whitespace(),
        (Some('!'), Some('[')) => true,
        (Some(':'), Some(next)) => !next.is_whitespace() && !next.is_alphanumeric(),
        _ => false,
    }
}

/// Whether it may be the number of a chapter or an annex (*II*, *1a*), which stands behind a stop without a space.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 3 && text.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<String> {
        let source = crate::source::Source::new("-", line);
        let proof = Proof::article(&source, None);
        let mut faults = Vec::new();
        check(&proof, &mut faults);
        let seen = |fault: &Diagnostic| format!("{} “{}”", fault.rule, &source.text[source.clamp(fault.span)]);
        faults.iter().map(seen).collect()
    }

    #[test]
    fn both_sides_of_each_boundary() {
        for (line, faults) in [
            ("Chính phủ , Thủ tướng", &["space-before “ ,”"][..]),
            ("Chính phủ\u{a0}, Thủ tướng", &["space-before “\u{a0},”"]),
            ("Chính phủ, Thủ tướng", &[]),
            ("có ông \u{a0}Trương Văn Minh", &["space-double “ \u{a0}”"]),
            ("về khuyến công./. rồi ./.", &[]),
            ("tiêu biểu... về những vấn đề ... khác", &[]),
            ("công nghiệp- tiểu thủ", &["hyphen-lopsided “- ”"]),
            ("công nghiệp -tiểu thủ", &["hyphen-lopsided “ -”"]),
            ("công nghiệp - tiểu thủ, 2021-2025, tăng -5%", &[]),
            ("2021- 2025", &["hyphen-lopsided “- ”"]),
            ("cơ quan,đơn vị", &["space-after “,đ”"]),
            ("81,725 tỷ; 1.260,5; lúc 14:30; tỷ lệ 1:200", &[]),
            ("trong thôn.Bà con", &["space-after “.B”"]),
            ("TP.HCM, GS.TS. Trần, v.v. và Tp.Huế", &[]),
            ("xem https://a.vn/b,c và a.b@c.vn", &[]),
            ("quản lý,, bảo vệ rừng.. Hết;", &["mark-doubled “,,”", "mark-doubled “..”"]),
            ("rau, quả, v.v.; TP., tr. 5... và hết./.", &[]),
            ("-   mục một", &[]),
            ("1.  mục một", &[]),
            ("| a   | b   |", &[]),
            ("nhân dân(UBND) tỉnh", &["space-after “n(”"]),
            ("các ban, , ngành; ; xã", &["mark-doubled “, ,”", "mark-doubled “; ;”"]),
            ("Xã ( tỉnh An Giang ) có", &["space-before “( ”", "space-before “ )”"]),
            ("Vì sao?. Do mưa!. Thế à?! Ừ...?", &["mark-doubled “?.”", "mark-doubled “!.”"]),
            ("mô hình “Ngày xanh”nhằm; mô hình“Ngày xanh” và", &["space-after “”n”", "space-after “h“”"]),
            ("mô hình \"Ngày xanh\"nhằm; mô hình\"Ngày xanh\" và", &["space-after “\"n”", "space-after “h\"”"]),
            ("mô hình “ Ngày xanh ” và “A”, \"B\".", &["space-before ““ ”", "space-before “ ””"]),
            ("(xã Nam Yên)được hỗ trợ, khoản a)của", &["space-after “)đ”"]),
            (
                "đạt 95%so với năm2025.Hội có 12triệu; 5ha, 3m2",
                &["space-after “%s”", "space-after “năm2”", "space-after “.H”", "space-after “12triệu”"],
            ),
            ("ở hai xã,12 thôn; điều 5,6", &["space-after “,1”"]),
            ("so với cùng kỳ.... Ngày ........ tháng", &["mark-doubled “....”"]),
        ] {
            assert_eq!(found(line), faults, "{line}");
        }
    }
}
