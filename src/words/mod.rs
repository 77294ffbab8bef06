//! Words inside beads: which correspond.
//!
//! [`WordAligner::pairs`] finds the pairs of words, each with its probability; [`WordAligner::link`] makes links of
//! phrases of them.

mod acronyms;
mod chain;
mod decide;
mod group;
mod long;
mod path;
mod phrases;
mod place;
mod relation;
mod table;

pub use decide::WordPair;
pub use long::MOST_CELLS;

use rustc_hash::FxHashMap;

use crate::lexicon::{KeyId, TypeId, Vocabulary};
use crate::witness::TokenList;
use group::{Tie, TokenRole, group};
use relation::{Relation, Shape};
use table::Table;

/// Words of two sides that correspond; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct WordLink {
    /// Positions in the first side, increasing.
    pub a: TokenList,
    /// Positions in the second side, increasing.
    pub b: TokenList,
    /// Whether the words stand in another order on the other side.
    pub moved: bool,
    /// The probability that the link is right, in `[0, 1]`; 1 where a side is empty.
    pub probability: f64,
}

/// Links words; owns the memory it works in.
///
/// One aligner serves one vocabulary, which may grow between calls.
#[derive(Debug, Default)]
pub struct WordAligner {
    /// The shapes of the types that were seen, and where they are.
    shapes: Vec<Shape>,
    shape_of: FxHashMap<TypeId, u32>,
    table: Table,
    fell_back: usize,
}

/// The probability given to a pair of equal words that a diff found.
const BY_DIFF: f32 = 0.9;

impl WordAligner {
    /// An aligner that has seen nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many tokens of the first side were compared by a diff only: pairs of more than [`MOST_CELLS`] pairs of words
    /// are cut where both sides have a word just once, and what is too long even then is compared so.
    pub fn fell_back(&self) -> usize {
        self.fell_back
    }

    /// The pairs of words that correspond, in the order of A and then of B, each at least as probable as
    /// [`WordPair::LEAST`]. What the vocabulary knows of words that stand for each other counts.
    pub fn pairs(&mut self, a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Vec<WordPair> {
        let (a, b) = (self.shapes(a, vocabulary), self.shapes(b, vocabulary));
        self.pairs_of_shapes(&a, &b, vocabulary)
    }

    /// The links between the tokens of two sides, in the order of A, what only B has at its place there; every token of
    /// both stands in exactly one. Words that stand for each other as a phrase are one link.
    pub fn link(&mut self, a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Vec<WordLink> {
        let (a, b) = (self.shapes(a, vocabulary), self.shapes(b, vocabulary));
        let pairs = self.pairs_of_shapes(&a, &b, vocabulary);
        let shape = |t: u32| &self.shapes[t as usize];
        let tie = |p: &WordPair| {
            let (x, y) = (shape(a[p.a as usize]), shape(b[p.b as usize]));
            match x.relation(y).0 {
                Relation::Like => Tie::Family,
                Relation::Known
                | Relation::Hinted
                | Relation::KnownFunction
                | Relation::Different
                | Relation::DifferentFunction
                | Relation::Mixed => Tie::Wording,
                _ => Tie::Solid,
            }
        };
        let roles =
            |side: &[u32]| -> Vec<TokenRole> { side.iter().map(|&t| shape(t).role()).collect() };
        group(&pairs, tie, &roles(&a), &roles(&b))
    }

    fn shapes(&mut self, types: &[TypeId], vocabulary: &Vocabulary) -> Vec<u32> {
        types
            .iter()
            .map(|&t| {
                *self.shape_of.entry(t).or_insert_with(|| {
                    self.shapes.push(Shape::new(t, vocabulary));
                    self.shapes.len() as u32 - 1
                })
            })
            .collect()
    }

    fn pairs_of_shapes(&mut self, a: &[u32], b: &[u32], vocabulary: &Vocabulary) -> Vec<WordPair> {
        if a.len().saturating_mul(b.len()) <= MOST_CELLS {
            return self.pairs_of_stretch(a, b, vocabulary);
        }
        let stems = |side: &[u32]| -> Vec<KeyId> {
            side.iter().map(|&t| self.shapes[t as usize].stem).collect()
        };
        let (stems_a, stems_b) = (stems(a), stems(b));
        let mut pairs = Vec::new();
        for stretch in long::stretches(&stems_a, &stems_b) {
            if !stretch.fits() {
                self.fell_back += stretch.a.len();
                let found = long::diff(&stems_a, &stems_b, &stretch);
                pairs.extend(found.into_iter().map(|(a, b)| WordPair {
                    a,
                    b,
                    probability: BY_DIFF,
                }));
                continue;
            }
            let (from_a, from_b) = (stretch.a.start, stretch.b.start);
            let (a, b) = (&a[stretch.a_range()], &b[stretch.b_range()]);
            let found = self.pairs_of_stretch(a, b, vocabulary);
            pairs.extend(found.into_iter().map(|p| WordPair {
                a: p.a + from_a,
                b: p.b + from_b,
                ..p
            }));
        }
        pairs
    }

    /// The pairs of two sides whose words can all be compared with each other.
    fn pairs_of_stretch(&mut self, a: &[u32], b: &[u32], vocabulary: &Vocabulary) -> Vec<WordPair> {
        let shapes = |side: &[u32]| -> Vec<&Shape> {
            side.iter().map(|&t| &self.shapes[t as usize]).collect()
        };
        let (a, b) = (shapes(a), shapes(b));
        let phrases = phrases::find(&a, &b, vocabulary);
        let mut pairs = self.table.pairs(&a, &b, &phrases, vocabulary);
        phrases::complete(&mut pairs, &phrases, &a, &b);
        pairs
    }
}

#[cfg(test)]
mod tests;
