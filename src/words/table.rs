//! Every word of one side against every word of the other.

use super::decide::{Cells, WordPair};
use super::path::Path;
use super::relation::{Relation, Shape};
use crate::lexicon::Vocabulary;

/// The emission of two different content words of which neither is like any word of the other side: what each says is
/// likely said there in other words, be it elsewhere in the phrase (`principaux défis`, `défis majeurs`).
const LONE: f32 = 0.04;

/// The memory of a table, to be used again for the next pair.
#[derive(Debug, Default)]
pub(super) struct Table {
    path: Path,
    relation: Vec<Relation>,
    /// At `i * width + j` for word `i` of A and `j` of B; `turned` the other way about.
    emission: Vec<f32>,
    turned: Vec<f32>,
    from_a: Vec<f32>,
    from_b: Vec<f32>,
}

impl Table {
    /// The pairs of two sides, given as indices into `shapes`.
    pub(super) fn pairs(
        &mut self,
        a: &[u32],
        b: &[u32],
        shapes: &[Shape],
        vocabulary: &Vocabulary,
    ) -> Vec<WordPair> {
        if a.is_empty() || b.is_empty() {
            return Vec::new();
        }
        let (n, m) = (a.len(), b.len());
        let known = |x, y| vocabulary.known(x, y);
        self.relation.resize(n * m, Relation::Foreign);
        self.emission.resize(n * m, 0.0);
        let columns: Vec<&Shape> = b.iter().map(|&y| &shapes[y as usize]).collect();
        let relations = self.relation.chunks_exact_mut(m);
        for ((&x, relations), emissions) in a
            .iter()
            .zip(relations)
            .zip(self.emission.chunks_exact_mut(m))
        {
            let x = &shapes[x as usize];
            for ((y, relation), emission) in columns.iter().zip(relations).zip(emissions) {
                let (kind, likeness) = x.relation(y, known);
                *relation = kind;
                *emission = kind.emission(likeness);
            }
        }
        self.raise_lone(m);
        self.turned.resize(n * m, 0.0);
        for (i, row) in self.emission.chunks_exact(m).enumerate() {
            for (j, &e) in row.iter().enumerate() {
                self.turned[j * n + i] = e;
            }
        }
        self.from_a.resize(n * m, 0.0);
        self.from_b.resize(n * m, 0.0);
        self.path.posteriors(&self.turned, n, &mut self.from_a);
        self.path.posteriors(&self.emission, m, &mut self.from_b);
        // A pair that both directions find: the geometric mean.
        for (i, row) in self.from_b.chunks_exact_mut(m).enumerate() {
            for (j, both) in row.iter_mut().enumerate() {
                *both = (*both * self.from_a[j * n + i]).sqrt();
            }
        }
        Cells {
            posterior: &self.from_b,
            relation: &self.relation,
            width: m,
        }
        .links()
    }

    /// Gives the pairs of content words that are like no word of the other side the emission of such pairs.
    fn raise_lone(&mut self, width: usize) {
        let mut lone_b = vec![true; width];
        for row in self.relation.chunks_exact(width) {
            for (lone, relation) in lone_b.iter_mut().zip(row) {
                *lone &= !relation.is_likeness();
            }
        }
        let rows = self.relation.chunks_exact(width);
        for (relations, emissions) in rows.zip(self.emission.chunks_exact_mut(width)) {
            if relations.iter().any(|r| r.is_likeness()) {
                continue;
            }
            for ((relation, emission), lone) in relations.iter().zip(emissions).zip(&lone_b) {
                if *lone && *relation == Relation::Different {
                    *emission = LONE;
                }
            }
        }
    }
}
