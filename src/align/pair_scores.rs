//! The scores of pairs of single units, and which units may be joined in one bead by what these say.

use std::ops::Range;

use rayon::prelude::*;

use crate::align::corridor::Corridor;
use crate::align::model::Model;
use crate::align::score::{Score, Scorer};
use crate::align::shape::Shape;
use crate::align::side::Side;

/// Rows a task of the thread pool takes at once.
const CHUNK: usize = 128;
/// A unit belongs to a larger bead only if words worth this much, in nats, link it with a unit of the other side of it.
const LINKED: f32 = 3.0;
/// A unit that words worth so much more, in nats, link with a unit elsewhere does not belong to a larger bead.
const DRAW: f32 = 20.0;

/// The scores of every single unit of A in the corridor with every single unit of B.
pub(super) struct PairScores<'c> {
    corridor: &'c Corridor,
    /// For each position of A where its scores begin; one more entry than positions.
    starts: Vec<usize>,
    /// For each position of A the scores with the positions of B that its row reaches.
    scores: Vec<Score>,
    /// The most evidence that links each position of A with one of B, in nats.
    most_a: Vec<f32>,
    /// The most evidence that links each position of B with one of A, in nats.
    most_b: Vec<f32>,
}

impl<'c> PairScores<'c> {
    /// Scores every pair of single units in the corridor.
    pub(super) fn new(a: &Side, b: &Side, model: &Model, corridor: &'c Corridor) -> Self {
        let rows: Vec<usize> = (0..a.len()).collect();
        let reach = |i: usize| corridor.interval(i).0..corridor.interval(i + 1).1;
        let parts: Vec<Vec<Score>> = rows
            .par_chunks(CHUNK)
            .map_init(
                || Scorer::new(model),
                |scorer, rows| {
                    let mut single = Vec::new();
                    for &i in rows {
                        scorer.load(a, &[i]);
                        single.extend(reach(i).map(|j| scorer.score(b, &[j])));
                    }
                    single
                },
            )
            .collect();
        let scores = parts.concat();
        let mut starts = Vec::with_capacity(a.len() + 1);
        let mut most_a = vec![0f32; a.len()];
        let mut most_b = vec![0f32; b.len()];
        let mut start = 0;
        for (i, most) in most_a.iter_mut().enumerate() {
            starts.push(start);
            for (j, score) in reach(i).zip(&scores[start..]) {
                *most = most.max(score.evidence);
                most_b[j] = most_b[j].max(score.evidence);
            }
            start += reach(i).len();
        }
        starts.push(start);
        Self {
            corridor,
            starts,
            scores,
            most_a,
            most_b,
        }
    }

    pub(super) fn corridor(&self) -> &'c Corridor {
        self.corridor
    }

    /// The score of two single units; nothing where the corridor has them not.
    pub(super) fn score(&self, i: usize, j: usize) -> Score {
        let (low, _) = self.corridor.interval(i);
        j.checked_sub(low)
            .and_then(|k| self.scores[self.starts[i]..self.starts[i + 1]].get(k))
            .copied()
            .unwrap_or_default()
    }
}

/// Which of the last few units of A before a row may be joined with units of B, as bits that shapes can be laid on.
#[derive(Default)]
pub(super) struct Joinable {
    /// The first position of B that is looked at.
    first: usize,
    /// For each position of B the units of A (bit 0: the last one) that it may have with others in a bead, as far as
    /// these are asked.
    of_a: Vec<u8>,
    /// The same as far as the position of B is asked.
    of_b: Vec<u8>,
}

impl Joinable {
    /// Looks at the pairs that end above `row`, for the beads that end at these columns and reach back so far.
    pub(super) fn look(
        &mut self,
        pairs: &PairScores,
        reach: usize,
        row: usize,
        columns: Range<usize>,
    ) {
        self.first = columns.start.saturating_sub(reach);
        self.of_a.clear();
        self.of_b.clear();
        for j in self.first..columns.end {
            let (mut of_a, mut of_b) = (0u8, 0u8);
            for back in 0..reach.min(row) {
                let i = row - 1 - back;
                let evidence = pairs.score(i, j).evidence;
                if evidence >= LINKED.max(pairs.most_a[i] - DRAW) {
                    of_a |= 1 << back;
                }
                if evidence >= LINKED.max(pairs.most_b[j] - DRAW) {
                    of_b |= 1 << back;
                }
            }
            self.of_a.push(of_a);
            self.of_b.push(of_b);
        }
    }

    /// Whether every unit of a shape that ends at `column` is linked with a unit of the other side of it.
    pub(super) fn hold(&self, shape: Shape, column: usize) -> bool {
        let mut linked = 0;
        for j in Shape::positions(shape.b, column) {
            linked |= self.of_a[j - self.first];
            if self.of_b[j - self.first] & shape.a == 0 {
                return false;
            }
        }
        linked & shape.a == shape.a
    }
}
