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
        let likely = self.likely();
        let fall: Fall = std::array::from_fn(|d| (-(d as f32 - 2.0) / SUPPORT_WORDS).exp());
        // The supporting pairs from the first on that is within reach of the row.
        let mut near = &likely.supporting[..];
        let mut links = Vec::with_capacity(likely.best_a.len());
        for &(i, j) in &likely.candidates {
            while near.first().is_some_and(|s| s.0 + SUPPORT_REACH < i) {
                near = &near[1..];
            }
            let posterior = self.posterior[i * self.width + j];
            let relation = self.relation[i * self.width + j];
            let rivals = other(likely.best_a[i], posterior) + other(likely.best_b[j], posterior);
            let (before, after) = self.diagonal(i, j);
            let logit = BIAS
                + of_relation(relation)
                + LOG_POSTERIOR * (posterior + 0.002).ln()
                + RIVAL * rivals
                + BEFORE * before
                + AFTER * after
                + BOTH * before * after
                + SUPPORT * support(near, &fall, i, j);
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

    /// The pairs that are looked at, and those that they compete with and are supported by.
    fn likely(&self) -> Likely {
        let height = self.posterior.len() / self.width;
        let mut likely = Likely {
            candidates: Vec::with_capacity(2 * height),
            supporting: Vec::with_capacity(height),
            best_a: vec![[0.0; 2]; height],
            best_b: vec![[0.0; 2]; self.width],
        };
        let rows = self.posterior.chunks_exact(self.width);
        for (i, (row, relations)) in rows.zip(self.relation.chunks_exact(self.width)).enumerate() {
            for (j, (&p, &relation)) in row.iter().zip(relations).enumerate() {
                if p < LEAST_POSTERIOR {
                    continue;
                }
                enter(&mut likely.best_a[i], p);
                enter(&mut likely.best_b[j], p);
                if relation == Relation::Foreign {
                    continue;
                }
                likely.candidates.push((i, j));
                if p > SUPPORTING && relation.supports() {
                    likely.supporting.push((i, j));
                }
            }
        }
        likely
    }

    /// The posteriors of the pairs just before and just after a pair; 0 past the ends.
    fn diagonal(&self, i: usize, j: usize) -> (f32, f32) {
        let here = i * self.width + j;
        let before = match (i, j) {
            (0, _) | (_, 0) => 0.0,
            _ => self.posterior[here - self.width - 1],
        };
        let after = match j + 1 < self.width {
            true => self.posterior.get(here + self.width + 1),
            false => None,
        };
        (before, after.copied().unwrap_or(0.0))
    }
}

/// What [`Cells::links`] looks at, in the order of A and then of B.
struct Likely {
    candidates: Vec<(usize, usize)>,
    supporting: Vec<(usize, usize)>,
    /// The two greatest posteriors of each word of A, and of B.
    best_a: Vec<[f32; 2]>,
    best_b: Vec<[f32; 2]>,
}

/// What a pair gives to another, by how many words of both sides together are between them.
type Fall = [f32; SUPPORT_REACH + 1];

/// The sum of what the pairs around give to a pair; `near` begins with the first within reach.
fn support(near: &[(usize, usize)], fall: &Fall, i: usize, j: usize) -> f32 {
    near.iter()
        .take_while(|s| s.0 <= i + SUPPORT_REACH)
        .filter(|s| s.0 != i && s.1 != j)
        .filter_map(|s| fall.get(s.0.abs_diff(i) + s.1.abs_diff(j)))
        .sum()
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
