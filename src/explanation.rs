//! Why a row stands, as it is told: the words that speak for its beads, what speaks against them, and what would stand in
//! their place; of more than two witnesses, who says that units and words belong together.

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

/// Why units of more than two witnesses stand in one row, and their words at one place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Joint {
    /// What every two witnesses that stand in the row have to do with each other there, the lesser first.
    pub pairs: Vec<JointPair>,
}

/// What two of more witnesses have to do with each other in a row.
#[derive(Debug, Clone, PartialEq)]
pub struct JointPair {
    /// Their places in the table, the lesser first.
    pub witnesses: [usize; 2],
    /// The beads of the two that have a part in the row, in the order of the first; none where they stand in it through others
    /// alone.
    pub beads: Vec<JointBead>,
    /// What the two say of these units by themselves, whoever else there is.
    pub own: Explanation,
    /// What speaks for linking their words.
    pub ties: Vec<Tie>,
    /// How they link their words by themselves.
    pub links: Vec<OwnLink>,
}

/// A bead of two of more witnesses.
#[derive(Debug, Clone, PartialEq)]
pub struct JointBead {
    /// The units of the first: clauses, or lines.
    pub a: Vec<AlignedIndex>,
    /// The units of the second.
    pub b: Vec<AlignedIndex>,
    /// The probability that it stands rather than what might stand instead, in `[0.5, 1]`.
    pub confidence: f64,
    /// How sure the two are of it by themselves, in `[0, 1]`; `None` where they find another, or none.
    pub own: Option<f64>,
    /// What third witnesses say of it; who has nothing of it says nothing.
    pub votes: Vec<Vote>,
}

/// What a third witness says of a bead of two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vote {
    /// Its place in the table.
    pub witness: usize,
    /// What it says.
    pub says: Says,
}

/// What a third witness may say of a bead: by what the two have to do with it, each by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Says {
    /// The units of both render the same of it.
    Together,
    /// Some do, and others render something else of it; or it has them in one unit with more.
    InPart,
    /// They render different units of it.
    Apart,
    /// It has what one of the two has, and nothing of the other.
    OneSide,
}

/// Words that two of more witnesses link by themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnLink {
    /// The tokens of each.
    pub tokens: [Vec<TokenIndex>; 2],
    /// The probability that the link is right, in `[0, 1]`.
    pub probability: f64,
}

impl JointPair {
    /// How sure the two are, by themselves, that some words stand for each other; `None` where they link none of these.
    pub fn links(&self, words: [&[TokenIndex]; 2]) -> Option<f64> {
        let has = |own: &[TokenIndex], words: &[TokenIndex]| own.iter().any(|t| words.contains(t));
        let links = self.links.iter().filter(|link| {
            let sides = link.tokens.iter().zip(words);
            sides.into_iter().all(|(own, words)| has(own, words))
        });
        links.map(|link| link.probability).reduce(f64::max)
    }
}

impl Joint {
    /// What two witnesses have to do with each other, the lesser first.
    pub fn pair(&self, witnesses: [usize; 2]) -> Option<&JointPair> {
        self.pairs.iter().find(|pair| pair.witnesses == witnesses)
    }
}
