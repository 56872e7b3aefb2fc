//! Lists of numbers as short text that JSON holds without escapes and a script decodes in a loop.

/// The digits: half of them end a number, half of them carry it on.
const HALF: usize = 45;

/// `#` to `~` without the backslash.
fn digit(value: usize) -> char {
    let code = u8::try_from(value).unwrap_or(0) + b'#';
    char::from(if code < b'\\' { code } else { code + 1 })
}

fn push(text: &mut String, mut value: usize) {
    while value >= HALF {
        text.push(digit(HALF + value % HALF));
        value /= HALF;
    }
    text.push(digit(value));
}

/// Numbers one after the other.
pub fn numbers(values: impl Iterator<Item = usize>) -> String {
    values.fold(String::new(), |mut text, value| {
        push(&mut text, value);
        text
    })
}

/// Ascending numbers of stories, each told by its distance to the one before.
#[derive(Debug, Default, Clone)]
pub struct Postings {
    text: String,
    next: usize,
}

impl Postings {
    /// Adds a story with a mark below `marks`; stories come in order, each once.
    pub fn push(&mut self, story: usize, mark: usize, marks: usize) {
        push(&mut self.text, (story - self.next) * marks + mark);
        self.next = story + 1;
    }

    /// The list as text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the page's script does.
    fn decoded(text: &str) -> Vec<usize> {
        let (mut values, mut value, mut power) = (Vec::new(), 0, 1);
        for letter in text.bytes() {
            let digit = usize::from(letter - b'#') - usize::from(letter > b'\\');
            value += digit % HALF * power;
            power *= HALF;
            if digit < HALF {
                values.push(value);
                (value, power) = (0, 1);
            }
        }
        values
    }

    #[test]
    fn numbers_come_back() {
        let values = [0, 1, 44, 45, 46, 89, 90, 2024, 2025, 91_124, 91_125, 1_000_000];
        let text = numbers(values.into_iter());
        assert_eq!(decoded(&text), values);
        assert!(text.bytes().all(|letter| (b'#'..=b'~').contains(&letter) && letter != b'\\'), "{text}");
    }

    #[test]
    fn stories_are_told_by_distance_and_mark() {
        let mut postings = Postings::default();
        for (story, mark) in [(0, 1), (1, 0), (9, 1)] {
            postings.push(story, mark, 2);
        }
        assert_eq!(decoded(postings.text()), [1, 0, 15]);
    }
}
