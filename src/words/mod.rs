//! Words inside beads: which correspond.
//!
//! [`WordAligner::pairs`] finds the pairs of words, each with its probability; [`WordAligner::link`] makes links of
//! phrases of them. To exchange the two sides exchanges the positions in what is found, and changes nothing else.

mod acronyms;
mod classify;
mod compound;
mod evidence;
mod group;
mod held;
mod hmm;
mod join;
mod link;
mod literalness;
mod long;
mod matrix;
mod order;
mod parted;
mod phrases;
mod quantities;
mod relation;
mod replaced;
mod runs;
mod shape;
mod substitution;
mod together;
mod tokens;
mod turned;

pub use evidence::{Bond, Evidence};
pub use link::{WordLink, WordPair};
pub use literalness::Literalness;
pub use long::MOST_CELLS;
pub(crate) use quantities::tell_one;
pub use tokens::{LinkedTokens, TokenLinker};

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use crate::language::WordKinds;
use crate::lexicon::{KeyId, TypeId, Vocabulary};
use group::{Group, Owners, Roles, Tie};
use matrix::Matrix;
use relation::Relation;
use shape::{Role, Shape};

/// Links words; owns the memory it works in.
///
/// One aligner serves one vocabulary, which may grow between calls.
#[derive(Debug, Default)]
pub struct WordAligner {
    /// The shapes of the types that were seen, and where they are.
    shapes: Vec<Shape>,
    shape_of: FxHashMap<TypeId, u32>,
    matrix: Matrix,
    literalness: Literalness,
    fell_back: usize,
}

/// The probability given to a pair of equal words that a diff found.
const BY_DIFF: f32 = 0.9;

impl WordAligner {
    /// An aligner that has seen nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// An aligner for sides of renderings that are this literal.
    pub fn of(literalness: Literalness) -> Self {
        Self {
            literalness,
            ..Self::default()
        }
    }

    /// How many tokens, of the longer side, were compared by a diff only: sides of more than [`MOST_CELLS`] pairs of
    /// words are cut where both have a word just once, and what is too long even then is compared so.
    pub fn fell_back(&self) -> usize {
        self.fell_back
    }

    /// The pairs of words that correspond, in the order of A and then of B, each at least as probable as
    /// [`WordPair::LEAST`]. What the vocabulary knows of words that stand for each other counts.
    pub fn pairs(&mut self, a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Vec<WordPair> {
        let turned = is_turned(a, b, vocabulary);
        let (x, y) = if turned { (b, a) } else { (a, b) };
        let (x, y) = (self.shapes(x, vocabulary), self.shapes(y, vocabulary));
        let mut pairs = self.pairs_of_shapes(&x, &y, vocabulary);
        if turned {
            for pair in &mut pairs {
                *pair = pair.turned();
            }
            pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
        }
        pairs
    }

    /// The links between the tokens of two sides, in the order of A, what only B has at its place there; every token of
    /// both stands in exactly one. Words that stand for each other as a phrase are one link.
    pub fn link(&mut self, a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Vec<WordLink> {
        let turned = is_turned(a, b, vocabulary);
        let (x, y) = if turned { (b, a) } else { (a, b) };
        let (mut groups, mut owners) = self.groups(x, y, vocabulary);
        if turned {
            groups = groups.into_iter().map(Group::turned).collect();
            std::mem::swap(&mut owners.a, &mut owners.b);
        }
        order::in_order(groups, &owners)
    }

    /// What is seen of two sides when their words are linked, in the order of A and then of B; nothing where they are too
    /// long for a table of all pairs.
    pub fn evidence(
        &mut self,
        a: &[TypeId],
        b: &[TypeId],
        vocabulary: &Vocabulary,
    ) -> Vec<Evidence> {
        if a.is_empty() || b.is_empty() || a.len().saturating_mul(b.len()) > MOST_CELLS {
            return Vec::new();
        }
        let turned = is_turned(a, b, vocabulary);
        let (x, y) = if turned { (b, a) } else { (a, b) };
        let (x, y) = (self.shapes(x, vocabulary), self.shapes(y, vocabulary));
        let shapes = |side: &[u32]| -> Vec<&Shape> {
            side.iter().map(|&t| &self.shapes[t as usize]).collect()
        };
        let (x, y) = (shapes(&x), shapes(&y));
        let phrases = phrases::find(&x, &y, vocabulary);
        self.matrix.relate_all(&x, &y, &phrases, vocabulary);
        let (relations, weights) = self.matrix.found();
        let mut found = evidence::of(relations, weights, y.len(), &phrases);
        if turned {
            found = found.into_iter().map(Evidence::turned).collect();
            found.sort_unstable_by_key(|evidence| (evidence.a, evidence.b));
        }
        found
    }

    /// The groups of two sides, and of which each token is.
    fn groups(
        &mut self,
        a: &[TypeId],
        b: &[TypeId],
        vocabulary: &Vocabulary,
    ) -> (Vec<Group>, Owners) {
        let (a, b) = (self.shapes(a, vocabulary), self.shapes(b, vocabulary));
        let mut pairs = self.pairs_of_shapes(&a, &b, vocabulary);
        let shapes = |side: &[u32]| -> Vec<&Shape> {
            side.iter().map(|&t| &self.shapes[t as usize]).collect()
        };
        let (shapes_a, shapes_b) = (shapes(&a), shapes(&b));
        held::hold(&mut pairs, &shapes_a, &shapes_b, vocabulary);
        let shape = |t: u32| &self.shapes[t as usize];
        let tied = |pair: WordPair| {
            let (x, y) = (shape(a[pair.a as usize]), shape(b[pair.b as usize]));
            let half = x.is_half || y.is_half;
            let tie = || tie(Relation::between(x, y).0, &pair);
            (pair, if half { Tie::Part } else { tie() })
        };
        let role = |side: &[u32]| -> Vec<Role> { side.iter().map(|&t| shape(t).role).collect() };
        let (roles_a, roles_b) = (role(&a), role(&b));
        let roles = Roles {
            a: &roles_a,
            b: &roles_b,
        };
        let kinds = [&a, &b]
            .map(|side| -> Vec<WordKinds> { side.iter().map(|&t| shape(t).kinds).collect() });
        let mut groups = join::join(pairs.into_iter().map(tied).collect(), roles);
        order::mark_moved(&mut groups, roles);
        let can_turn = |side: &[WordKinds]| -> Vec<bool> {
            side.iter().map(|kinds| kinds.can_turn()).collect()
        };
        let [turn_a, turn_b] = [can_turn(&kinds[0]), can_turn(&kinds[1])];
        order::leave_lone_moves(&mut groups, roles, [&turn_a, &turn_b]);
        compound::complete(&mut groups, roles, [&shapes_a, &shapes_b]);
        let mut groups = substitution::substitute(groups, roles, [&kinds[0], &kinds[1]]);
        let literal = self.literalness.shortfall() == 0.0;
        replaced::replace(&mut groups, roles, [&shapes_a, &shapes_b], literal);
        let mut owners = Owners::new(&groups, roles);
        order::bind_elisions(&mut groups, roles.a, &mut owners.a, |g| &mut g.a);
        order::bind_elisions(&mut groups, roles.b, &mut owners.b, |g| &mut g.b);
        (groups, owners)
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
        let shapes = |side: &[u32]| -> Vec<&Shape> {
            side.iter().map(|&t| &self.shapes[t as usize]).collect()
        };
        if let Some(pairs) = runs::same(&shapes(a), &shapes(b)) {
            return pairs;
        }
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
                self.fell_back += stretch.a.len().max(stretch.b.len());
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
        self.matrix.relate_all(&a, &b, &phrases, vocabulary);
        let mut pairs = self.matrix.pairs(&a, &b, self.literalness.shortfall());
        phrases::complete(&mut pairs, &phrases, &a, &b);
        runs::put_in_order(&mut pairs, &a, &b);
        together::complete(&mut pairs, &a, &b, vocabulary);
        pairs
    }
}

/// Whether the second side is looked at first: which one is, is decided by what they say and not by which was given
/// first, so that whatever falls to the first side falls to the same one if they are exchanged.
fn is_turned(a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> bool {
    let text = |t: &TypeId| &*vocabulary.get(*t).surface;
    a.iter().map(text).cmp(b.iter().map(text)) == Ordering::Greater
}

/// What the words of a pair are to each other, as far as groups are concerned.
fn tie(relation: Relation, pair: &WordPair) -> Tie {
    match relation {
        // By themselves they are possible at most.
        Relation::Mixed if pair.is_sure() => Tie::Part,
        Relation::Like => Tie::Family,
        Relation::Known
        | Relation::Hinted
        | Relation::KnownFunction
        | Relation::Different
        | Relation::DifferentFunction
        | Relation::OtherKind
        | Relation::Mixed => Tie::Wording,
        _ => Tie::Solid,
    }
}

#[cfg(test)]
mod judged;
#[cfg(test)]
mod places;
#[cfg(test)]
mod tests;
