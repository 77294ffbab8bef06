//! Why a row stands, as it is told: the words that speak for its beads, what speaks against them, and what would stand in
//! their place.

use crate::witness::{AlignedIndex, TokenIndex};

/// Why some units of two witnesses stand as they do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Explanation {
    /// The beads that they have a part in, in the order of the first witness.
    pub beads: Vec<Reasons>,
    /// Those of them that are in no bead.
    pub alone: Vec<Alone>,
}

/// What speaks for a bead and against it. All weights are in nats, and
/// `score = pairs + cost · alone + null_rate + length` exactly, with the weights of all pairs and the number of all words alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Reasons {
    /// The units of the first witness: clauses, or lines.
    pub a: Vec<AlignedIndex>,
    /// The units of the second witness.
    pub b: Vec<AlignedIndex>,
    /// Log-likelihood ratio of the bead against chance.
    pub score: f64,
    /// The probability that the bead is right, in `[0, 1]`.
    pub confidence: f64,
    /// The pairs of words that speak for it, the heaviest first.
    pub pairs: Vec<WordPair>,
    /// For each witness the words that no word of the other explains.
    pub alone: [Vec<TokenIndex>; 2],
    /// What each of those words costs; below 0.
    pub cost: f64,
    /// What it costs that nothing says beforehand how freely this bead is rendered; at most 0.
    pub null_rate: f64,
    /// What the two lengths say.
    pub length: f64,
    /// What the shape costs, beside the score: units beyond 1-1, and units passed over.
    pub shape: f64,
    /// What leaving all its units without counterpart weighs, to be compared with `score + shape`.
    pub unmatched: f64,
    /// The best other bead for its first unit (of the first witness), or of a part of its units.
    pub rival: Option<Rival>,
}

/// Two words that correspond.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WordPair {
    /// The token of the first witness.
    pub a: TokenIndex,
    /// The token of the second witness.
    pub b: TokenIndex,
    /// What the pair adds to the score, in nats; a frequent word adds less than its two places cost, and is below 0.
    pub weight: f64,
    /// Why they correspond.
    pub kind: WordPairKind,
}

/// Why two words correspond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordPairKind {
    /// They have the same stem.
    Stem,
    /// Their stems are spelled alike.
    Likeness,
    /// The pair of witnesses teaches that they stand for each other.
    Learned,
    /// They were known to stand for each other beforehand.
    Known,
}

/// A bead that might stand instead.
#[derive(Debug, Clone, PartialEq)]
pub struct Rival {
    /// The units of the first witness.
    pub a: Vec<AlignedIndex>,
    /// The units of the second witness.
    pub b: Vec<AlignedIndex>,
    /// Its score and shape, less what the units cost that it leaves without counterpart, in nats.
    pub weight: f64,
}

/// A unit without counterpart.
#[derive(Debug, Clone, PartialEq)]
pub struct Alone {
    /// Its witness: 0 or 1.
    pub witness: usize,
    /// The unit.
    pub unit: AlignedIndex,
    /// The bead it would most likely be in, if any word links it with anything; its weight is its score.
    pub rival: Option<Rival>,
}

/// What speaks for linking two words of a row, be they linked or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// The token of the first witness.
    pub a: TokenIndex,
    /// The token of the second witness.
    pub b: TokenIndex,
    /// What the words are to each other.
    pub kind: TieKind,
    /// How much speaks for the pair, against all others of its words, in `[0, 1]`.
    pub weight: f64,
    /// Whether the words before them correspond, and those after them.
    pub held: [bool; 2],
}

/// What two words of a row are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TieKind {
    /// One word, up to spelling.
    Same,
    /// Forms of one word.
    Form,
    /// Words that are spelled alike.
    Alike,
    /// Synonyms of the program's own, or a number in figures and in words.
    Synonyms,
    /// A lexicon or a thesaurus has them.
    Lexicon,
    /// Learned from the texts, in which they are linked so many times.
    Learned(usize),
    /// Parts of phrases that stand for each other, or one is spelled by the other.
    Phrase,
    /// Nothing: their place alone speaks for them.
    Place,
}
