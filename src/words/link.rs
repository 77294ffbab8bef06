//! What the words of two sides are found to be to each other: pairs of words, and links of phrases.

use crate::lexicon::Positions;

/// Two words that correspond.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WordPair {
    /// Position in the first side.
    pub a: u32,
    /// Position in the second side.
    pub b: u32,
    /// The probability that they do, in `[0, 1]`.
    pub probability: f32,
}

impl WordPair {
    /// Links at least as probable as this are *sure*. Pairs that can only be possible links (different function words,
    /// a function word and a content word, different marks) are held below it.
    pub const SURE: f32 = 0.6;
    /// The highest probability of a link that is possible at most.
    pub(super) const POSSIBLE: f32 = Self::SURE - 0.01;
    /// Pairs less probable than this are no links.
    pub const LEAST: f32 = 0.45;

    /// Whether the link is sure.
    pub fn is_sure(&self) -> bool {
        self.probability >= Self::SURE
    }

    /// The pair of the same words where the two sides are exchanged.
    pub(super) fn turned(self) -> Self {
        Self {
            a: self.b,
            b: self.a,
            ..self
        }
    }
}

/// Words of two sides that correspond; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct WordLink {
    /// Positions in the first side, increasing.
    pub a: Positions,
    /// Positions in the second side, increasing.
    pub b: Positions,
    /// Whether the words stand in another order on the other side.
    pub moved: bool,
    /// The probability that the link is right, in `[0, 1]`; 1 where a side is empty.
    pub probability: f64,
}
