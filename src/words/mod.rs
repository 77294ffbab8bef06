//! Words inside beads: which correspond.
//!
//! [`WordAligner::pairs`] finds the pairs of words, each with its probability; [`WordAligner::link`] makes links of
//! phrases of them.

mod chain;
mod decide;
mod group;
mod long;
mod path;
mod relation;

pub use decide::WordPair;

use crate::lexicon::{Likeness, TypeId, Vocabulary};
use decide::Cells;
use group::{TokenRole, group};
use long::{MOST_CELLS, Stretch};
use path::Path;
use relation::{Relation, Shape};

/// Words of two sides that correspond; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct WordLink {
    /// Positions in the first side, increasing.
    pub a: Vec<u32>,
    /// Positions in the second side, increasing.
    pub b: Vec<u32>,
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
    taught: Option<Likeness>,
    shapes: Vec<Shape>,
    path: Path,
    forward: Vec<f32>,
    backward: Vec<f32>,
    emission: Vec<f32>,
    turned: Vec<f32>,
    relation: Vec<Relation>,
    fell_back: usize,
}

/// The probability given to a pair of equal words that a diff found.
const BY_DIFF: f32 = 0.9;

impl WordAligner {
    /// An aligner without a table of its own.
    pub fn new() -> Self {
        Self::default()
    }

    /// An aligner that also links words which `table` says stand for each other (by stem, weights in `[0, 1]`).
    pub fn with_table(table: Likeness) -> Self {
        Self {
            taught: Some(table),
            ..Self::default()
        }
    }

    /// How many tokens of the first side were linked by a diff only, because their stretch was too long for a table.
    pub fn fell_back(&self) -> usize {
        self.fell_back
    }

    /// The pairs of words that correspond, in the order of A and then of B, each at least as probable as
    /// [`WordPair::LEAST`].
    pub fn pairs(&mut self, a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Vec<WordPair> {
        for id in self.shapes.len()..vocabulary.types().len() {
            self.shapes.push(Shape::new(id as TypeId, vocabulary));
        }
        if a.is_empty() || b.is_empty() {
            return Vec::new();
        }
        if a.len().saturating_mul(b.len()) <= MOST_CELLS {
            return self.pairs_in_table(a, b);
        }
        let stems = |side: &[TypeId]| -> Vec<u32> {
            side.iter().map(|&t| self.shapes[t as usize].stem).collect()
        };
        let (stems_a, stems_b) = (stems(a), stems(b));
        let mut pairs = Vec::new();
        for stretch in long::stretches(&stems_a, &stems_b) {
            if stretch.fits() {
                let Stretch { a: ra, b: rb } = stretch;
                let side = |side: &[TypeId], r: &std::ops::Range<u32>| {
                    side[r.start as usize..r.end as usize].to_vec()
                };
                let found = self.pairs_in_table(&side(a, &ra), &side(b, &rb));
                pairs.extend(found.into_iter().map(|p| WordPair {
                    a: p.a + ra.start,
                    b: p.b + rb.start,
                    ..p
                }));
            } else {
                self.fell_back += stretch.a.len();
                pairs.extend(
                    long::diff(&stems_a, &stems_b, &stretch)
                        .into_iter()
                        .map(|(a, b)| WordPair {
                            a,
                            b,
                            probability: BY_DIFF,
                        }),
                );
            }
        }
        pairs
    }

    fn pairs_in_table(&mut self, a: &[TypeId], b: &[TypeId]) -> Vec<WordPair> {
        if a.is_empty() || b.is_empty() {
            return Vec::new();
        }
        let (n, m) = (a.len(), b.len());
        let taught = |x, y| {
            self.taught.as_ref().map_or(0.0, |table| {
                table
                    .neighbours(x)
                    .iter()
                    .find(|(other, _)| *other == y)
                    .map_or(0.0, |(_, weight)| *weight)
            })
        };
        self.relation.clear();
        self.emission.clear();
        for &x in a {
            let x = &self.shapes[x as usize];
            for &y in b {
                let (relation, likeness) = x.relation(&self.shapes[y as usize], taught);
                self.relation.push(relation);
                self.emission.push(relation.emission(likeness));
            }
        }
        self.turned.clear();
        self.turned.resize(n * m, 0.0);
        for (i, row) in self.emission.chunks_exact(m).enumerate() {
            for (j, &e) in row.iter().enumerate() {
                self.turned[j * n + i] = e;
            }
        }
        self.forward.resize(n * m, 0.0);
        self.backward.resize(n * m, 0.0);
        self.path
            .posteriors(&self.turned, n, &mut self.forward[..n * m]);
        self.path
            .posteriors(&self.emission, m, &mut self.backward[..n * m]);
        for i in 0..n {
            for j in 0..m {
                let both = &mut self.backward[i * m + j];
                *both = (*both * self.forward[j * n + i]).sqrt();
            }
        }
        Cells {
            posterior: &self.backward[..n * m],
            relation: &self.relation,
            width: m,
        }
        .links()
    }

    /// The links between the tokens of two sides, in the order of A, what only B has at its place there; every token of
    /// both stands in exactly one. Words that stand for each other as a phrase are one link.
    pub fn link(&mut self, a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Vec<WordLink> {
        let pairs = self.pairs(a, b, vocabulary);
        let shape = |t: TypeId| &self.shapes[t as usize];
        let solid = |p: &WordPair| {
            let (x, y) = (shape(a[p.a as usize]), shape(b[p.b as usize]));
            x.stem == y.stem || x.is_mark() && y.is_mark()
        };
        let roles = |side: &[TypeId]| -> Vec<TokenRole> {
            side.iter()
                .map(|&t| {
                    let shape = shape(t);
                    if shape.is_mark() {
                        TokenRole::Mark
                    } else if shape.is_content() {
                        TokenRole::Content
                    } else if vocabulary.get(t).surface.ends_with(['\'', '’']) {
                        TokenRole::Elided
                    } else {
                        TokenRole::Function
                    }
                })
                .collect()
        };
        group(&pairs, solid, &roles(a), &roles(b))
    }
}
