//! The words that follow one word, each with its story, in a few bytes each: ten thousand stories have millions of pairs.

/// Pairs in the order of their stories.
#[derive(Default)]
pub struct Followers {
    bytes: Vec<u8>,
    /// The story of the last pair.
    last: u32,
}

impl Followers {
    /// Adds a follower in a story; stories come in their order.
    pub fn add(&mut self, next: u32, story: u32) {
        push(&mut self.bytes, story - self.last);
        push(&mut self.bytes, next);
        self.last = story;
    }

    /// All followers with their stories.
    pub fn all(&self) -> impl Iterator<Item = (u32, u32)> {
        let mut bytes = self.bytes.iter();
        let mut story = 0;
        std::iter::from_fn(move || {
            story += pull(&mut bytes)?;
            Some((pull(&mut bytes)?, story))
        })
    }
}

/// Seven bits a byte, the lowest first; the high bit carries on.
fn push(bytes: &mut Vec<u8>, mut value: u32) {
    while let (low, rest @ 1..) = (value & 0x7f, value >> 7) {
        bytes.push(low as u8 | 0x80);
        value = rest;
    }
    bytes.push(value as u8);
}

fn pull<'a>(bytes: &mut impl Iterator<Item = &'a u8>) -> Option<u32> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *bytes.next()?;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn followers_come_back() {
        let pairs = [(5, 0), (127, 0), (128, 0), (16_383, 7), (16_384, 300), (u32::MAX, 70_000), (0, 70_000)];
        let mut followers = Followers::default();
        pairs.iter().for_each(|(next, story)| followers.add(*next, *story));
        assert_eq!(followers.all().collect::<Vec<_>>(), pairs);
    }
}
