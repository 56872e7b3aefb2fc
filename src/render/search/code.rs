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

/// Stands before the number of zeros that follow each other.
const ZEROS: char = '~';

/// Zeros from so many on are counted instead of written.
const COUNTED: usize = 3;

fn end_zeros(text: &mut String, zeros: usize) {
    if zeros >= COUNTED {
        text.push(ZEROS);
        push(text, zeros);
    } else {
        (0..zeros).for_each(|_| push(text, 0));
    }
}

/// Numbers one after the other.
pub fn numbers(values: impl Iterator<Item = usize>) -> String {
    let mut text = String::new();
    let mut zeros = 0;
    for value in values {
        if value == 0 {
            zeros += 1;
            continue;
        }
        end_zeros(&mut text, zeros);
        zeros = 0;
        push(&mut text, value);
    }
    end_zeros(&mut text, zeros);
    text
}

/// Ascending numbers of stories, each told by its distance to the one before.
pub fn single(stories: &[u32]) -> String {
    let mut next = 0;
    numbers(stories.iter().map(|story| {
        let distance = story - next;
        next = story + 1;
        distance as usize
    }))
}

/// The same of stories that are doubled, odd where they bear a mark: distances are doubled and keep the mark.
pub fn doubled(stories: &[u32]) -> String {
    let mut next = 0;
    numbers(stories.iter().map(|story| {
        let distance = (story / 2 - next) * 2 + story % 2;
        next = story / 2 + 1;
        distance as usize
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the page's script does.
    fn decoded(text: &str) -> Vec<usize> {
        let (mut values, mut value, mut power) = (Vec::new(), 0, 1);
        let mut run = false;
        for letter in text.bytes() {
            if letter == b'~' {
                run = true;
                continue;
            }
            let digit = usize::from(letter - b'#') - usize::from(letter > b'\\');
            value += digit % HALF * power;
            power *= HALF;
            if digit < HALF {
                if run {
                    values.extend(std::iter::repeat_n(0, value));
                } else {
                    values.push(value);
                }
                (value, power, run) = (0, 1, false);
            }
        }
        values
    }

    #[test]
    fn numbers_come_back() {
        let values = [0, 0, 1, 0, 0, 0, 44, 0, 45, 46, 89, 90, 2024, 2025, 91_124, 91_125, 1_000_000, 0, 0, 0, 0];
        let text = numbers(values.into_iter());
        assert_eq!(decoded(&text), values);
        assert!(text.bytes().all(|letter| (b'#'..=b'~').contains(&letter) && letter != b'\\'), "{text}");
    }

    #[test]
    fn stories_are_told_by_distance_and_mark() {
        let stories = [(0, 1), (1, 0), (9, 1), (10, 0), (11, 0), (12, 0)];
        assert_eq!(decoded(&doubled(&stories.map(|(story, mark)| story * 2 + mark))), [1, 0, 15, 0, 0, 0]);
        assert_eq!(decoded(&single(&stories.map(|(story, _)| story))), [0, 0, 7, 0, 0, 0]);
    }
}
