//! Posterior probabilities of beads: the forward-backward algorithm over the corridor, in pieces.

use rayon::prelude::*;

use crate::align::beads::{Found, Lattice, STATES};
use crate::align::model::Flow;

/// Rows of a piece. Pieces are cut after beads of the best path, which is all but certain there, so that memory stays
/// small and pieces run in parallel.
const PIECE: usize = 1024;
/// Scores are divided by this before they are compared: words of a sentence do not vary independently, so their
/// likelihood ratios add up to more than they are worth.
const TEMPERATURE: f64 = 3.0;
/// Paths this much less likely than another, in nats, add nothing that can be seen.
const NOTHING: f64 = 30.0;

type Values = Vec<[f64; STATES]>;

/// A piece of the lattice, from one node to another, and the beads of the best path in it.
struct Piece {
    from: (usize, usize),
    to: (usize, usize),
    beads: std::ops::Range<usize>,
}

impl Lattice<'_> {
    /// Sets the posterior of the beads of the best path.
    pub fn set_posteriors(&self, flow: &Flow, best: &mut [Found]) {
        let corridor = self.corridor();
        let end = (
            corridor.rows() - 1,
            corridor.interval(corridor.rows() - 1).1,
        );
        let mut pieces = Vec::new();
        let (mut from, mut first) = ((0, 0), 0);
        for (k, bead) in best.iter().enumerate() {
            let after = |side: &[u32]| side.last().map_or(0, |&p| p as usize + 1);
            let to = (after(&bead.a), after(&bead.b));
            if to.0 - from.0 >= PIECE {
                pieces.push(Piece {
                    from,
                    to,
                    beads: first..k + 1,
                });
                (from, first) = (to, k + 1);
            }
        }
        pieces.push(Piece {
            from,
            to: end,
            beads: first..best.len(),
        });
        let posteriors: Vec<Vec<f32>> = pieces
            .par_iter()
            .map(|piece| self.posteriors(flow, piece, &best[piece.beads.clone()]))
            .collect();
        for (bead, posterior) in best.iter_mut().zip(posteriors.into_iter().flatten()) {
            bead.posterior = posterior;
        }
    }

    fn posteriors(&self, flow: &Flow, piece: &Piece, beads: &[Found]) -> Vec<f32> {
        let corridor = self.corridor();
        let offset = corridor.row_start(piece.from.0);
        let nodes = corridor.row_start(piece.to.0 + 1) - offset;
        let node = |(row, column): (usize, usize)| corridor.node(row, column).map(|n| n - offset);
        let (Some(start), Some(end)) = (node(piece.from), node(piece.to)) else {
            return vec![1.0; beads.len()];
        };
        let cells = || {
            (piece.from.0..=piece.to.0).flat_map(|row| {
                let (low, high) = corridor.interval(row);
                (low..=high).map(move |column| (row, column))
            })
        };

        let mut forward: Values = vec![[f64::NEG_INFINITY; STATES]; nodes];
        forward[start] = [
            0.0,
            f64::NEG_INFINITY,
            f64::NEG_INFINITY,
            f64::NEG_INFINITY,
            f64::NEG_INFINITY,
        ];
        for (row, column) in cells() {
            let Some(here) = node((row, column)) else {
                continue;
            };
            let mut sums = forward[here];
            self.steps(row, column, flow, |from, state, to, weight, _| {
                if from >= offset {
                    add(
                        &mut sums[to],
                        forward[from - offset][state] + weight / TEMPERATURE,
                    );
                }
            });
            forward[here] = sums;
        }

        let mut backward: Values = vec![[f64::NEG_INFINITY; STATES]; nodes];
        backward[end] = [0.0; STATES];
        let mut rows: Vec<(usize, usize)> = cells().collect();
        rows.reverse();
        for (row, column) in rows {
            let Some(here) = node((row, column)) else {
                continue;
            };
            let sums = backward[here];
            self.steps(row, column, flow, |from, state, to, weight, _| {
                if from >= offset {
                    add(
                        &mut backward[from - offset][state],
                        sums[to] + weight / TEMPERATURE,
                    );
                }
            });
        }
        let total = forward[end]
            .iter()
            .fold(f64::NEG_INFINITY, |mut sum, &value| {
                add(&mut sum, value);
                sum
            });

        beads
            .iter()
            .map(|bead| {
                let after = |side: &[u32]| side.last().map_or(0, |&p| p as usize + 1);
                let (row, column) = (after(&bead.a), after(&bead.b));
                let Some(here) = node((row, column)) else {
                    return 1.0;
                };
                let mut sum = f64::NEG_INFINITY;
                self.steps(row, column, flow, |from, state, to, weight, arc| {
                    if from >= offset && arc.is_some_and(|arc| arc.takes(bead)) {
                        add(
                            &mut sum,
                            forward[from - offset][state]
                                + weight / TEMPERATURE
                                + backward[here][to],
                        );
                    }
                });
                (sum - total).exp().min(1.0) as f32
            })
            .collect()
    }
}

/// Adds a probability to another, both as logarithms.
fn add(sum: &mut f64, value: f64) {
    let (low, high) = if *sum < value {
        (*sum, value)
    } else {
        (value, *sum)
    };
    *sum = if high - low > NOTHING || low == f64::NEG_INFINITY {
        high
    } else {
        high + (low - high).exp().ln_1p()
    };
}
