//! Which pairs are links: a logistic model over the posterior of both directions, what the words are to each other, what
//! else they could be linked to, and whether their neighbours are linked.
//!
//! The weights were fitted on one half of a gold set of French sentences and checked on the other (sure links F1 .94, all
//! links F1 .90 on the half not seen); they hold nothing that is French. Those of known words were chosen on English ones.

use super::link::WordPair;
use super::relation::Relation;

/// Pairs whose posterior is lower are never links, and not looked at.
const LEAST_POSTERIOR: f32 = 0.01;
/// A pair whose posterior is higher supports those around it.
const SUPPORTING: f32 = 0.5;
/// Support falls to a third over this many words, on either side.
const SUPPORT_WORDS: f32 = 2.0;
/// Pairs further away, in words of both sides together, give none.
const SUPPORT_REACH: usize = 14;

/// The weights, in logits.
const BIAS: f32 = 1.49;
const LOG_POSTERIOR: f32 = 0.98;
/// Of the highest posterior of another pair with the same word of A, and of B.
const RIVAL: f32 = -3.13;
/// Of the posteriors of the pairs just before and just after, and of both together.
const BEFORE: f32 = 1.43;
const AFTER: f32 = 1.2;
const BOTH: f32 = 1.28;
/// Of the sum of the support around.
const SUPPORT: f32 = 0.54;

fn of_relation(relation: Relation) -> f32 {
    match relation {
        Relation::Same => 1.51,
        Relation::Stem => 1.92,
        Relation::Like => -0.34,
        Relation::Known => 0.6,
        // What is hinted at has done its work in the posterior.
        Relation::Hinted | Relation::Different => 0.09,
        Relation::SameFunction | Relation::KnownFunction => 0.14,
        Relation::StemFunction => -0.85,
        Relation::DifferentFunction => -0.6,
        Relation::Mixed => 1.29,
        Relation::SameMark => -0.15,
        Relation::DifferentMark => -0.6,
        Relation::Foreign => f32::NEG_INFINITY,
    }
}

/// The posteriors of both directions together, and the relations, at `i * width + j` for word `i` of A and `j` of B.
pub(super) struct Cells<'a> {
    pub(super) posterior: &'a [f32],
    pub(super) relation: &'a [Relation],
    pub(super) width: usize,
}

impl Cells<'_> {
    /// The links, in the order of A.
    pub(super) fn links(&self) -> Vec<WordPair> {
        let (width, height) = (self.width, self.posterior.len() / self.width);
        let fall: [f32; SUPPORT_REACH + 1] =
            std::array::from_fn(|d| (-(d as f32 - 2.0) / SUPPORT_WORDS).exp());
        let mut best_a = vec![[0.0_f32; 2]; height];
        let mut best_b = vec![[0.0_f32; 2]; width];
        let mut candidates: Vec<(usize, usize)> = Vec::new();
        let mut supporting: Vec<(usize, usize)> = Vec::new();
        for (i, row) in self.posterior.chunks_exact(width).enumerate() {
            for (j, &p) in row.iter().enumerate() {
                if p < LEAST_POSTERIOR {
                    continue;
                }
                enter(&mut best_a[i], p);
                enter(&mut best_b[j], p);
                if self.relation[i * width + j] == Relation::Foreign {
                    continue;
                }
                candidates.push((i, j));
                if p > SUPPORTING && self.relation[i * width + j].supports() {
                    supporting.push((i, j));
                }
            }
        }
        let at = |i: usize, j: usize| self.posterior[i * width + j];
        let mut near = 0;
        let mut links = Vec::new();
        for (i, j) in candidates {
            let p = at(i, j);
            let relation = self.relation[i * width + j];
            let before = if i > 0 && j > 0 {
                at(i - 1, j - 1)
            } else {
                0.0
            };
            let after = if i + 1 < height && j + 1 < width {
                at(i + 1, j + 1)
            } else {
                0.0
            };
            while supporting
                .get(near)
                .is_some_and(|s| s.0 + SUPPORT_REACH < i)
            {
                near += 1;
            }
            let support: f32 = supporting[near..]
                .iter()
                .take_while(|s| s.0 <= i + SUPPORT_REACH)
                .filter(|s| s.0 != i && s.1 != j)
                .filter_map(|s| fall.get(s.0.abs_diff(i) + s.1.abs_diff(j)))
                .sum();
            let logit = BIAS
                + of_relation(relation)
                + LOG_POSTERIOR * (p + 0.002).ln()
                + RIVAL * (other(best_a[i], p) + other(best_b[j], p))
                + BEFORE * before
                + AFTER * after
                + BOTH * before * after
                + SUPPORT * support;
            let mut probability = 1.0 / (1.0 + (-logit).exp());
            if !relation.can_be_sure() {
                probability = probability.min(WordPair::POSSIBLE);
            }
            if probability >= WordPair::LEAST {
                links.push(WordPair {
                    a: i as u32,
                    b: j as u32,
                    probability,
                });
            }
        }
        links
    }
}

/// Keeps the two greatest.
fn enter(best: &mut [f32; 2], p: f32) {
    if p > best[0] {
        *best = [p, best[0]];
    } else if p > best[1] {
        best[1] = p;
    }
}

/// The greatest but for one occurrence of `p`.
fn other(best: [f32; 2], p: f32) -> f32 {
    if p == best[0] { best[1] } else { best[0] }
}
