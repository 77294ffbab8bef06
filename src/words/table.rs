//! Every word of one side against every word of the other.

use super::decide::{Cells, WordPair};
use super::path::Path;
use super::relation::{Relation, Shape};
use crate::lexicon::Vocabulary;

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
        self.relation.clear();
        self.emission.clear();
        for &x in a {
            let x = &shapes[x as usize];
            for &y in b {
                let (relation, likeness) = x.relation(&shapes[y as usize], known);
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
}
