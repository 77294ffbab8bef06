//! A witness as the aligner sees it: units as lists of stems.

use rustc_hash::FxHashMap;

use crate::align::foreign::Foreign;
use crate::lexicon::{KeyId, Vocabulary};
use crate::normalize::Fold;
use crate::witness::{TokenKind, TokenRange, Witness};

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
    /// What ends with each position.
    pub ends: Vec<End>,
}

/// What ends with a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Clause,
    Sentence,
    Paragraph,
}

/// How the aligner hears the tokens of one witness.
#[derive(Clone, Copy)]
pub(super) struct Hearing<'t> {
    pub vocabulary: &'t Vocabulary,
    /// The index of the witness in the vocabulary.
    pub index: usize,
    /// Where the witnesses are in two languages.
    pub foreign: Option<&'t Foreign>,
}

impl Hearing<'_> {
    /// What a token is heard as, if it is heard.
    pub(super) fn key(self, token: usize) -> Option<KeyId> {
        if let Some(foreign) = self.foreign {
            return foreign.key(self.index, token);
        }
        let word = self
            .vocabulary
            .get(self.vocabulary.tokens(self.index)[token]);
        (word.kind != TokenKind::Punctuation).then(|| word.key(Fold::Stem))
    }

    /// The length of some tokens, in characters without white space, at least 1.
    fn length(self, tokens: TokenRange) -> u32 {
        let length = match self.foreign {
            Some(foreign) => foreign.length(self.index, tokens),
            None => {
                let types = &self.vocabulary.tokens(self.index)[tokens.range()];
                types.iter().map(|&t| self.vocabulary.get(t).chars).sum()
            }
        };
        length.max(1)
    }
}

impl Side {
    /// The aligned units of `witness` that have words and are not skipped.
    pub(super) fn new(witness: &Witness, hearing: Hearing<'_>) -> Self {
        let mut side = Self {
            units: Vec::new(),
            starts: vec![0],
            words: Vec::new(),
            lengths: Vec::new(),
            paragraphs: Vec::new(),
            ends: Vec::new(),
        };
        let mut sentence = 0;
        for (u, unit) in witness.aligned_units().iter().enumerate() {
            if unit.skip.is_some() {
                continue;
            }
            let before = side.words.len();
            let heard_words = unit.tokens.range().filter_map(|t| hearing.key(t));
            let words: Vec<(KeyId, ())> = heard_words.map(|key| (key, ())).collect();
            side.words.extend(heard(words).iter().map(|w| w.0));
            if side.words.len() > before {
                side.units.push(u as u32);
                side.starts.push(side.words.len() as u32);
                side.lengths.push(hearing.length(unit.tokens));
                if let (Some(&paragraph), Some(end)) =
                    (side.paragraphs.last(), side.ends.last_mut())
                {
                    *end = if paragraph != unit.paragraph {
                        End::Paragraph
                    } else if sentence != unit.sentence {
                        End::Sentence
                    } else {
                        End::Clause
                    };
                }
                sentence = unit.sentence;
                side.paragraphs.push(unit.paragraph);
                side.ends.push(End::Paragraph);
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
            ends: Vec::with_capacity(positions.len()),
        };
        side.starts.push(0);
        for p in positions.iter().map(|&p| p as usize) {
            side.units.push(self.units[p]);
            side.words.extend_from_slice(self.words(p));
            side.starts.push(side.words.len() as u32);
            side.lengths.push(self.lengths[p]);
            side.paragraphs.push(self.paragraphs[p]);
            side.ends.push(self.ends[p]);
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
