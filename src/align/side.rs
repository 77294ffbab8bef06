//! A witness as the aligner sees it: units as lists of stems.

use crate::lexicon::{KeyId, Vocabulary};
use crate::normalize::Fold;
use crate::witness::{TokenKind, Witness};

/// The units of one witness that take part in the alignment, in order.
#[derive(Debug)]
pub struct Side {
    /// For each position the index of the unit in the witness.
    pub units: Vec<u32>,
    /// Where the words of each position begin in `words`; one more entry than positions.
    starts: Vec<u32>,
    /// The stems of all words and numbers, in order.
    words: Vec<KeyId>,
    /// Length of each position, in characters without white space, at least 1.
    pub lengths: Vec<u32>,
    /// Paragraph of each position.
    pub paragraphs: Vec<u32>,
}

impl Side {
    /// The aligned units of `witness`, which stands at `index` in the vocabulary, that have words and are not skipped.
    pub fn new(witness: &Witness, vocabulary: &Vocabulary, index: usize) -> Self {
        let types = vocabulary.tokens(index);
        let mut side = Self {
            units: Vec::new(),
            starts: vec![0],
            words: Vec::new(),
            lengths: Vec::new(),
            paragraphs: Vec::new(),
        };
        for (u, unit) in witness.aligned_units().iter().enumerate() {
            if unit.skip.is_some() {
                continue;
            }
            let before = side.words.len();
            let mut length = 0;
            for t in unit.tokens.range() {
                let word = vocabulary.get(types[t]);
                length += word.chars;
                if word.kind != TokenKind::Punctuation {
                    side.words.push(word.key(Fold::Stem));
                }
            }
            if side.words.len() > before {
                side.units.push(u as u32);
                side.starts.push(side.words.len() as u32);
                side.lengths.push(length.max(1));
                side.paragraphs.push(unit.paragraph);
            }
        }
        side
    }

    /// A side of some of the positions of this one, in the given order.
    pub fn select(&self, positions: &[u32]) -> Self {
        let mut side = Self {
            units: Vec::with_capacity(positions.len()),
            starts: vec![0],
            words: Vec::new(),
            lengths: Vec::with_capacity(positions.len()),
            paragraphs: Vec::with_capacity(positions.len()),
        };
        for p in positions.iter().map(|&p| p as usize) {
            side.units.push(self.units[p]);
            side.words.extend_from_slice(self.words(p));
            side.starts.push(side.words.len() as u32);
            side.lengths.push(self.lengths[p]);
            side.paragraphs.push(self.paragraphs[p]);
        }
        side
    }

    /// Number of positions.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// The stems at a position, in the order of the text.
    pub fn words(&self, position: usize) -> &[KeyId] {
        &self.words[self.starts[position] as usize..self.starts[position + 1] as usize]
    }

    /// The stems of all positions.
    pub fn all_words(&self) -> &[KeyId] {
        &self.words
    }
}
