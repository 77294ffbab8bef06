//! Every word of one side against every word of the other.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::classify::Cells;
use super::hmm::Hmm;
use super::link::WordPair;
use super::phrases::PhrasePair;
use super::relation::{Relation, known};
use super::shape::{Role, Shape};
use crate::language::WordKinds;
use crate::lexicon::{KeyId, Vocabulary};

/// The emission of two different content words of which neither is like any word of the other side: what each says is
/// likely said there in other words, be it elsewhere in the phrase (`principaux défis`, `défis majeurs`).
const LONE: f32 = 0.04;

/// How much of their likeness words keep of which one stands on both sides, on each as often as on the other: it stands for itself
/// (*just and unjust*, *unjust and just*).
const HAS_ITSELF: f32 = 0.1;

/// The memory of a matrix, to be used again for the next pair.
#[derive(Debug, Default)]
pub(super) struct Matrix {
    hmm: Hmm,
    columns: Columns,
    near: Vec<usize>,
    /// At `i * width + j` for word `i` of A and `j` of B.
    relation: Vec<Relation>,
    emission: Vec<f32>,
    posterior: Vec<f32>,
    apart: Apart,
}

/// The rows of words of A that nothing unites with any of B: that depends on what they are alone.
#[derive(Debug, Default)]
struct Apart {
    /// What the words of each row are; the rows stand one after the other.
    of: Vec<(Role, WordKinds)>,
    relation: Vec<Relation>,
    emission: Vec<f32>,
}

impl Apart {
    fn clear(&mut self) {
        self.of.clear();
        self.relation.clear();
        self.emission.clear();
    }

    /// Where in the rows that of `x` stands, which is made if there is none for such a word.
    fn row(&mut self, x: &Shape, b: &[&Shape]) -> Range<usize> {
        let what = (x.role, x.kinds);
        let at = self
            .of
            .iter()
            .position(|of| *of == what)
            .unwrap_or_else(|| {
                self.of.push(what);
                let from = self.relation.len();
                self.relation
                    .extend(b.iter().map(|y| Relation::apart(x, y)));
                let made = self.relation[from..].iter();
                self.emission
                    .extend(made.map(|relation| relation.emission(1.0)));
                self.of.len() - 1
            });
        at * b.len()..(at + 1) * b.len()
    }
}

/// What decides whether anything unites a word with one of the words of B, side by side: nearly always nothing does.
#[derive(Debug, Default)]
struct Columns {
    stems: Vec<KeyId>,
    bits: Vec<Bits>,
}

/// The bits of a word of B that those of a word like it, or known to stand for it, have as well.
#[derive(Debug)]
struct Bits {
    signature: u128,
    known: u128,
}

impl Columns {
    fn load(&mut self, b: &[&Shape]) {
        self.stems.clear();
        self.stems.extend(b.iter().map(|y| y.stem));
        self.bits.clear();
        self.bits.extend(b.iter().map(|y| Bits {
            signature: y.signature,
            known: y.known_bits.0,
        }));
    }

    /// Writes into `near` the words of B that have a key or some trigrams in common with `x`, or may be known to stand for
    /// it. What has a key in common has the stem in common.
    fn near(&self, x: &Shape, near: &mut Vec<usize>) {
        near.clear();
        let known = x.known_bits.1;
        let stems = self.stems.iter().enumerate();
        if x.signature == 0 && known == 0 {
            near.extend(stems.filter(|(_, stem)| **stem == x.stem).map(|(j, _)| j));
            return;
        }
        for ((j, stem), bits) in stems.zip(&self.bits) {
            // All three at once: to branch for each costs more.
            if (*stem == x.stem) | x.can_be_like(bits.signature) | (known & bits.known != 0) {
                near.push(j);
            }
        }
    }
}

impl Matrix {
    /// Finds the relation of every two words of two sides, and how likely it is that they correspond.
    pub(super) fn relate_all(
        &mut self,
        a: &[&Shape],
        b: &[&Shape],
        phrases: &[PhrasePair],
        vocabulary: &Vocabulary,
    ) {
        self.relate(a, b, vocabulary);
        self.relate_phrases(phrases, a, b);
        if !self.emission.is_empty() {
            self.hmm
                .posteriors(&self.emission, b.len(), &mut self.posterior);
        }
    }

    /// The pairs of the two sides whose relations were found last; `shortfall` is that of their literalness.
    pub(super) fn pairs(&self, a: &[&Shape], b: &[&Shape], shortfall: f32) -> Vec<WordPair> {
        if a.is_empty() || b.is_empty() {
            return Vec::new();
        }
        Cells {
            shortfall,
            posterior: &self.posterior,
            relation: &self.relation,
            a,
            b,
        }
        .links()
    }

    /// What was found of the last two sides: for word `i` of A and `j` of B, at `i * width + j`, the relation and the
    /// posterior of both directions together.
    pub(super) fn found(&self) -> (&[Relation], &[f32]) {
        (&self.relation, &self.posterior)
    }

    /// Finds the relation of every two words, and its emission.
    fn relate(&mut self, a: &[&Shape], b: &[&Shape], vocabulary: &Vocabulary) {
        let width = b.len();
        self.columns.load(b);
        let mut near = std::mem::take(&mut self.near);
        self.apart.clear();
        // Few pairs of sides ask for it.
        let common_stems = OnceCell::new();
        let has_itself = |x: &Shape, y: &Shape| {
            let common = common_stems.get_or_init(|| common(a, b));
            [x, y].iter().any(|word| common.contains(&word.stem))
        };
        // Content words that are like no word of the other side.
        let mut lone_a: Vec<usize> = Vec::new();
        let mut is_lone_b: Vec<bool> = b.iter().map(|y| y.role.is_content()).collect();
        self.relation.clear();
        self.emission.clear();
        for (i, x) in a.iter().enumerate() {
            let row = self.apart.row(x, b);
            self.relation
                .extend_from_slice(&self.apart.relation[row.clone()]);
            self.emission.extend_from_slice(&self.apart.emission[row]);
            let relation = &mut self.relation[i * width..];
            let emission = &mut self.emission[i * width..];
            let mut is_lone = x.role.is_content();
            self.columns.near(x, &mut near);
            for &j in &near {
                let y = b[j];
                let (mut found, mut likeness) = Relation::between(x, y);
                if found.is_likeness() {
                    (is_lone, is_lone_b[j]) = (false, false);
                }
                if found == Relation::Like && has_itself(x, y) {
                    likeness *= HAS_ITSELF;
                }
                if found == Relation::apart(x, y) {
                    let mut weight = vocabulary.known(x.stem, y.stem);
                    if weight > 0.0 && has_itself(x, y) {
                        weight = vocabulary.known_beforehand(x.stem, y.stem);
                    }
                    if let Some(other) = found.if_known(x.role, y.role, weight) {
                        (found, likeness) = (other, known(weight));
                    }
                }
                (relation[j], emission[j]) = (found, found.emission(likeness));
            }
            if is_lone {
                lone_a.push(i);
            }
        }
        self.near = near;
        for i in lone_a {
            let cells = i * width..(i + 1) * width;
            let row = self.relation[cells.clone()]
                .iter()
                .zip(&mut self.emission[cells]);
            for ((relation, emission), lone) in row.zip(&is_lone_b) {
                if *lone && *relation == Relation::Different {
                    *emission = LONE;
                }
            }
        }
    }

    /// Gives the words of phrases that may stand for each other the emission of words that are known to.
    fn relate_phrases(&mut self, phrases: &[PhrasePair], a: &[&Shape], b: &[&Shape]) {
        for phrase in phrases {
            for &i in &phrase.a {
                for &j in &phrase.b {
                    let cell = i as usize * b.len() + j as usize;
                    let (x, y) = (a[i as usize].role, b[j as usize].role);
                    if let Some(known) = self.relation[cell].if_known(x, y, 1.0) {
                        self.relation[cell] = known;
                        self.emission[cell] = known.emission(1.0);
                    }
                }
            }
        }
    }
}

/// The stems that stand on both sides, on each as often as on the other: then what the texts taught of one elsewhere, that it stands
/// for another word, says nothing of it here.
fn common(a: &[&Shape], b: &[&Shape]) -> FxHashSet<KeyId> {
    let mut more: FxHashMap<KeyId, i32> = FxHashMap::default();
    for (side, one) in [(a, 1), (b, -1)] {
        for shape in side.iter().filter(|shape| shape.role.is_content()) {
            *more.entry(shape.stem).or_default() += one;
        }
    }
    let stems = b.iter().map(|shape| shape.stem);
    stems.filter(|stem| more.get(stem) == Some(&0)).collect()
}
