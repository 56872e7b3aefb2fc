//! The embedded lexicon: attested syllables, counted pairs and triples, 2.9 MB read where they lie in the program. Opening it
//! reads sixteen numbers and two words; nothing is built, so a run that checks no text pays nothing.

mod chance;

use crate::viet::spell::layout::{
    ATTESTED, CAUSE_SHIFT, HEADWORD, SECTIONS, SLOTS, Section, hash, middle, triple, unpack_count, unpack_log,
    unpack_share,
};

/// The block the build script packed from `data/`.
static BLOCK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// A syllable of the lexicon by number.
pub type Id = u16;

/// A view of the block, section by section.
#[derive(Clone, Copy)]
pub struct Lexicon {
    word_at: &'static [[u8; 4]],
    words: &'static [u8],
    slots: &'static [[u8; 2]],
    aliases: &'static [[u8; 2]],
    counts: &'static [[u8; 4]],
    sums: &'static [[u8; 4]],
    lefts: &'static [[u8; 2]],
    row_at: &'static [[u8; 4]],
    seconds: &'static [[u8; 2]],
    values: &'static [u8],
    near_at: &'static [[u8; 4]],
    near: &'static [[u8; 2]],
    opening_at: &'static [[u8; 4]],
    openings: &'static [[u8; 2]],
    alone: &'static [u8],
    bound: &'static [[u8; 2]],
    total: u32,
    triple_at: &'static [[u8; 4]],
    triples: &'static [[u8; 4]],
    number: Option<Id>,
    name: Option<Id>,
}

/// What was counted of a pair of neighbours.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
pub struct Pair {
    /// How often, to within a tenth.
    pub count: f32,
    /// Whether the pair is a word of the dictionary.
    pub headword: bool,
}

impl Pair {
    /// The pair that a value stands for.
    fn unpack(value: u8) -> Self {
        Self { count: unpack_count(value), headword: value & HEADWORD != 0 }
    }
}

impl Lexicon {
    /// The lexicon this program carries.
    pub fn embedded() -> Self {
        Self::read(BLOCK)
    }

    /// Reads a block; one cut short reads as if it held fewer words.
    pub fn read(block: &'static [u8]) -> Self {
        let at = |section: usize| match block.as_chunks::<4>().0.get(section) {
            Some(offset) if section < SECTIONS => u32::from_le_bytes(*offset) as usize,
            _ => block.len(),
        };
        let part = |section: Section| block.get(at(section as usize)..at(section as usize + 1)).unwrap_or_default();
        let mut lexicon = Self {
            word_at: part(Section::WordAt).as_chunks().0,
            words: part(Section::Words),
            slots: part(Section::Slots).as_chunks().0,
            aliases: part(Section::Aliases).as_chunks().0,
            counts: part(Section::Counts).as_chunks().0,
            sums: part(Section::Sums).as_chunks().0,
            lefts: part(Section::Lefts).as_chunks().0,
            row_at: part(Section::RowAt).as_chunks().0,
            seconds: part(Section::Seconds).as_chunks().0,
            values: part(Section::Values),
            near_at: part(Section::NearAt).as_chunks().0,
            near: part(Section::Near).as_chunks().0,
            opening_at: part(Section::OpeningAt).as_chunks().0,
            openings: part(Section::Openings).as_chunks().0,
            alone: part(Section::Alone),
            bound: part(Section::Bound).as_chunks().0,
            total: part(Section::Total).as_chunks().0.first().map_or(1, |total| u32::from_le_bytes(*total)),
            triple_at: part(Section::TripleAt).as_chunks().0,
            triples: part(Section::Triples).as_chunks().0,
            number: None,
            name: None,
        };
        (lexicon.number, lexicon.name) = (lexicon.find("#"), lexicon.find("@"));
        lexicon
    }

    /// How many bytes the program carries for it.
    pub fn size(&self) -> usize {
        BLOCK.len()
    }

    /// Finds a lower-case syllable in NFC, in either placement style.
    pub fn find(&self, word: &str) -> Option<Id> {
        let mut slot = hash(word.as_bytes()) as usize % SLOTS;
        loop {
            let text = usize::from(u16::from_le_bytes(*self.slots.get(slot)?)).checked_sub(1)?;
            if self.text(text) == word.as_bytes() {
                return match text.checked_sub(self.counts.len()) {
                    None => Some(text as Id),
                    Some(alias) => self.aliases.get(alias).map(|id| u16::from_le_bytes(*id)),
                };
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// What is counted in the place of any number.
    pub fn number(&self) -> Option<Id> {
        self.number
    }

    /// What is counted in the place of any name.
    pub fn name(&self) -> Option<Id> {
        self.name
    }

    /// Whether it stands for any number or name.
    pub fn is_any(&self, id: Id) -> bool {
        Some(id) == self.number() || Some(id) == self.name()
    }

    /// The bytes of a text.
    fn text(&self, text: usize) -> &'static [u8] {
        self.words.get(span(self.word_at, text)).unwrap_or_default()
    }

    /// A syllable as written, tone on the main vowel.
    pub fn word(&self, id: Id) -> &'static str {
        str::from_utf8(self.text(usize::from(id))).unwrap_or_default()
    }

    /// All syllables, in the order of their bytes.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        let lexicon = *self;
        (0..self.counts.len()).map(move |id| lexicon.word(id as Id))
    }

    /// Whether the syllable is attested, or common enough not to need it.
    pub fn knows(&self, id: Id) -> bool {
        let entry = long(self.counts, id);
        entry & ATTESTED != 0 || entry >= 12
    }

    /// How often the syllable was counted.
    pub fn count(&self, id: Id) -> f32 {
        (long(self.counts, id) & !ATTESTED) as f32
    }

    /// How often the syllable was counted outside the words it is half of, as a logarithm: hardly ever *củng* of
    /// *củng cố*, often *tỉnh*.
    pub fn alone(&self, id: Id) -> f32 {
        self.alone.get(usize::from(id)).map_or(0.0, |value| unpack_log(*value))
    }

    /// How seldom the syllable stands without the other half of a word behind it, where it makes none with what is before it,
    /// and how seldom without one before it, as negative logarithms: *đại* is hardly ever left alone so, *xã* often.
    pub fn bound(&self, id: Id) -> [f32; 2] {
        self.bound.get(usize::from(id)).map_or([0.0; 2], |shares| shares.map(unpack_share))
    }

    /// What is known of two neighbours; `None` if they were never seen side by side.
    pub fn pair(&self, first: Id, second: Id) -> Option<Pair> {
        let span = span(self.row_at, usize::from(first));
        let row = self.seconds.get(span.clone())?;
        let at = row.binary_search_by_key(&second, |entry| u16::from_le_bytes(*entry)).ok()?;
        self.values.get(span.start + at).map(|value| Pair::unpack(*value))
    }

    /// Whether three syllables were ever seen in a row.
    pub fn triple(&self, syllables: [Id; 3]) -> bool {
        let (bucket, entry) = triple(syllables);
        let entries = self.triples.get(span(self.triple_at, bucket)).unwrap_or_default();
        entries.binary_search_by_key(&entry, |entry| u32::from_le_bytes(*entry)).is_ok()
    }

    /// The syllables that were seen between two.
    pub fn middles(&self, first: Id, third: Id) -> impl Iterator<Item = Id> {
        let (bucket, least) = triple([first, 0, third]);
        let (_, most) = triple([first, Id::MAX >> (Id::BITS - CAUSE_SHIFT), third]);
        let entries = self.triples.get(span(self.triple_at, bucket)).unwrap_or_default();
        let from = entries.partition_point(|entry| u32::from_le_bytes(*entry) < least);
        let entries = entries[from..].iter().map(|entry| u32::from_le_bytes(*entry));
        entries.take_while(move |entry| *entry <= most).map(middle)
    }

    /// The second halves of the words that a syllable begins.
    pub fn endings(&self, first: Id) -> impl Iterator<Item = Id> {
        let span = span(self.row_at, usize::from(first));
        let seconds = self.seconds.get(span.clone()).unwrap_or_default().iter();
        let values = self.values.get(span).unwrap_or_default().iter();
        let words = seconds.zip(values).filter(|(_, value)| *value & HEADWORD != 0);
        words.map(|(second, _)| u16::from_le_bytes(*second))
    }

    /// The first halves of the words that a syllable ends.
    pub fn openings(&self, second: Id) -> impl Iterator<Item = Id> {
        let list = self.openings.get(span(self.opening_at, usize::from(second))).unwrap_or_default();
        list.iter().map(|first| u16::from_le_bytes(*first))
    }

    /// The syllables that one slip turns into this one, each with the rank of its cause: 0 a mark, 1 a
    /// sound, 2 a key.
    pub fn near(&self, id: Id) -> impl Iterator<Item = (Id, u8)> {
        let list = self.near.get(span(self.near_at, usize::from(id))).unwrap_or_default();
        list.iter().map(|entry| {
            let entry = u16::from_le_bytes(*entry);
            (entry & ((1 << CAUSE_SHIFT) - 1), (entry >> CAUSE_SHIFT) as u8)
        })
    }
}

/// The stretch of an entry in a list of ends.
fn span(ends: &[[u8; 4]], at: usize) -> std::ops::Range<usize> {
    match (ends.get(at), ends.get(at + 1)) {
        (Some(start), Some(end)) => u32::from_le_bytes(*start) as usize..u32::from_le_bytes(*end) as usize,
        _ => 0..0,
    }
}

/// A four-byte entry.
fn long(list: &[[u8; 4]], id: Id) -> u32 {
    list.get(usize::from(id)).map_or(0, |entry| u32::from_le_bytes(*entry))
}

/// A two-byte entry.
fn short(list: &[[u8; 2]], id: Id) -> u16 {
    list.get(usize::from(id)).map_or(0, |entry| u16::from_le_bytes(*entry))
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Pair};

    #[test]
    fn every_listed_syllable_is_found() {
        let lexicon = Lexicon::embedded();
        assert!(lexicon.size() < 3_000_000, "{}", lexicon.size());
        for word in include_str!("../data/syllables.txt").lines() {
            let id = lexicon.find(word).unwrap();
            assert_eq!(lexicon.word(id), word);
            assert!(lexicon.knows(id));
        }
        assert_eq!(lexicon.find("hòa"), lexicon.find("hoà"));
        assert_eq!(lexicon.find("thưc"), None);
        assert_eq!(lexicon.find(""), None);
    }

    #[test]
    fn pairs_and_chances() {
        let lexicon = Lexicon::embedded();
        let id = |word| lexicon.find(word).unwrap();
        let seen = lexicon.pair(id("xử"), id("lí"));
        assert_eq!(seen, Some(Pair { count: 69.64404, headword: true }));
        assert!(lexicon.pair(id("đại"), id("diện")).unwrap().headword);
        assert_eq!(lexicon.pair(id("đại"), id("điện")), None);
        assert!(lexicon.near(id("điện")).any(|near| near.0 == id("diện")));
        let behind = |second| lexicon.chance_behind(Some(id("đại")), id(second));
        assert!(behind("diện") > behind("điện"));
    }

    #[test]
    fn three_in_a_row() {
        let lexicon = Lexicon::embedded();
        let id = |word| lexicon.find(word).unwrap();
        assert!(lexicon.triple([id("ban"), id("nhân"), id("dân")]));
        assert!(!lexicon.triple([id("ban"), id("dân"), id("nhân")]));
        assert!(lexicon.middles(id("cấp"), id("thẩm")).any(|middle| middle == id("có")));
        assert!(lexicon.middles(id("ban"), id("dân")).all(|middle| lexicon.triple([id("ban"), middle, id("dân")])));
    }

    #[test]
    fn a_cut_block_knows_nothing() {
        assert_eq!(Lexicon::read(&[1, 2, 3]).find("hoà"), None);
    }
}
