//! A witness as the aligner sees it: units as lists of stems.

use rustc_hash::FxHashMap;

use crate::lexicon::{KeyId, Vocabulary};
use crate::normalize::Fold;
use crate::witness::{TokenKind, Witness};

/// A stem that comes more often than this in one unit says no more: what was heard a hundred times is not counted on.
pub(super) const HEARD: usize = 100;

/// The words of a unit, by their stems, without what comes again and again.
pub(super) fn heard<T>(mut words: Vec<(KeyId, T)>) -> Vec<(KeyId, T)> {
    if words.len() > HEARD {
        let mut counts: FxHashMap<KeyId, usize> = FxHashMap::default();
        words.retain(|(stem, _)| {
            let count = counts.entry(*stem).or_default();
            *count += 1;
            *count <= HEARD
        });
    }
    words
}

/// The units of one witness that take part in the alignment, in order.
#[derive(Debug)]
pub(super) struct Side {
    /// For each position the index of the unit in the witness.
    pub units: Vec<u32>,
    /// Where the words of each position begin in `words`; one more entry than positions.
    starts: Vec<u32>,
    /// The stems of all words and numbers that are [`heard`], in order.
    words: Vec<KeyId>,
    /// Length of each position, in characters without white space, at least 1.
    pub lengths: Vec<u32>,
    /// Paragraph of each position.
    pub paragraphs: Vec<u32>,
}

impl Side {
    /// The aligned units of `witness`, which stands at `index` in the vocabulary, that have words and are not skipped.
    pub(super) fn new(witness: &Witness, vocabulary: &Vocabulary, index: usize) -> Self {
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
            let mut words = Vec::with_capacity(unit.tokens.len());
            for t in unit.tokens.range() {
                let word = vocabulary.get(types[t]);
                length += word.chars;
                if word.kind != TokenKind::Punctuation {
                    words.push((word.key(Fold::Stem), ()));
                }
            }
            side.words.extend(heard(words).iter().map(|w| w.0));
            if side.words.len() > before {
                side.units.push(u as u32);
                side.starts.push(side.words.len() as u32);
                side.lengths.push(length.max(1));
                side.paragraphs.push(unit.paragraph);
            }
        }
        // Of a long text this is a good part of what the search holds, and it was grown by doubling.
        side.words.shrink_to_fit();
        side
    }

    /// A side of some of the positions of this one, in the given order.
    pub(super) fn select(&self, positions: &[u32]) -> Self {
        let mut side = Self {
            units: Vec::with_capacity(positions.len()),
            starts: Vec::with_capacity(positions.len() + 1),
            words: Vec::with_capacity(
                positions
                    .iter()
                    .map(|&p| self.words(p as usize).len())
                    .sum(),
            ),
            lengths: Vec::with_capacity(positions.len()),
            paragraphs: Vec::with_capacity(positions.len()),
        };
        side.starts.push(0);
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
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// The stems at a position, in the order of the text.
    pub(super) fn words(&self, position: usize) -> &[KeyId] {
        &self.words[self.starts[position] as usize..self.starts[position + 1] as usize]
    }

    /// For each of `stems` stems how often it stands in the position that has it most.
    pub(super) fn most_in_a_unit(&self, stems: usize) -> Vec<u32> {
        let mut most = vec![0; stems];
        // For each stem the position after the one that was last seen with it, and how often it stood there.
        let mut last = vec![(0, 0); stems];
        for position in 0..self.len() {
            for &stem in self.words(position) {
                let (seen, count) = &mut last[stem as usize];
                if *seen != position + 1 {
                    (*seen, *count) = (position + 1, 0);
                }
                *count += 1;
                most[stem as usize] = (*count).max(most[stem as usize]);
            }
        }
        most
    }

    /// The stems of all positions.
    pub(super) fn all_words(&self) -> &[KeyId] {
        &self.words
    }
}
