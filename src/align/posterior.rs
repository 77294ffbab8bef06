//! Posterior probabilities of beads: the forward-backward algorithm over the corridor, in pieces.

use std::ops::Range;

use rayon::prelude::*;

use crate::align::found::Found;
use crate::align::lattice::{Lattice, STATES};
use crate::align::shape::{REACH, Shape};
use crate::align::transitions::Transitions;

/// Rows of a piece. Pieces are cut after beads of the best path, which is all but certain there, so that memory stays
/// small and pieces run in parallel.
const PIECE: usize = 256;
/// A part of the paths too small to show in a probability.
const NEGLIGIBLE: f64 = 1e-9;
/// Greatest logarithm of a factor: a bead better than the best path's own by more can only be part of a path that is
/// cut off by the edge of the corridor.
const MOST: f64 = 50.0;

/// A piece of the lattice, from one node to another, and the beads of the best path in it.
struct Piece {
    from: (usize, usize),
    to: (usize, usize),
    beads: Range<usize>,
}

impl Lattice<'_> {
    /// Sets the posterior of the beads of the best path.
    pub(super) fn set_posteriors(&self, transitions: &Transitions, best: &mut [Found]) {
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
            .map(|piece| self.posteriors(transitions, piece, &best[piece.beads.clone()]))
            .collect();
        let mut posteriors = posteriors.into_iter().flatten();
        for bead in best {
            // There is one for each bead.
            bead.posterior = posteriors.next().unwrap_or(1.0);
        }
    }

    fn posteriors(&self, transitions: &Transitions, piece: &Piece, beads: &[Found]) -> Vec<f32> {
        let corridor = self.corridor();
        let offset = corridor.row_start(piece.from.0);
        let nodes = corridor.row_start(piece.to.0 + 1) - offset;
        let node = |(row, column): (usize, usize)| corridor.node(row, column).map(|n| n - offset);
        let (Some(start), Some(end)) = (node(piece.from), node(piece.to)) else {
            return vec![1.0; beads.len()];
        };
        let potentials = self.potentials(transitions, piece, beads);
        // Passing over foreign text costs nothing here, so that a long gap does not come to a probability too small to hold;
        // every other position gains as much.
        let gain = -transitions.long.extend / self.temperature;
        let linear = transitions.map(|weight| (weight / self.temperature).exp());
        let linear = linear.with_gaps(|weight| weight * gain.exp());
        let arcs = self.arcs_of_rows(piece.from.0, piece.to.0);
        let mut factors = vec![0.0; arcs.len()];

        let mut forward = vec![[0.0; STATES]; nodes];
        forward[start][0] = 1.0;
        for row in piece.from.0..=piece.to.0 {
            let (low, high) = corridor.interval(row);
            let drops = potentials.drops(row);
            for column in low..=high {
                let here = corridor.row_start(row) + column - low - offset;
                let mut sums = forward[here];
                self.steps(row, column, &linear, |step| {
                    if step.from < offset {
                        return;
                    }
                    let factor = match step.arc {
                        None => drops[step.back],
                        Some(arc) => {
                            // The exponential is taken once an arc: its step from after a bead comes first.
                            let factor = &mut factors[arc - arcs.start];
                            if *factor == 0.0 {
                                let weight = Self::weight(self.arc(arc), transitions)
                                    / self.temperature
                                    + gain * self.extent(arc) as f64;
                                *factor =
                                    (weight - potentials.rise(row, step.back)).min(MOST).exp();
                            }
                            *factor
                        }
                    };
                    sums[step.to] += forward[step.from - offset][step.state] * step.weight * factor;
                });
                forward[here] = sums;
            }
        }

        let mut backward = vec![[0.0; STATES]; nodes];
        backward[end] = [1.0; STATES];
        for row in (piece.from.0..=piece.to.0).rev() {
            let (low, high) = corridor.interval(row);
            let drops = potentials.drops(row);
            for column in (low..=high).rev() {
                let here = corridor.row_start(row) + column - low - offset;
                let sums = backward[here];
                self.steps(row, column, &linear, |step| {
                    if step.from >= offset {
                        let factor = step
                            .arc
                            .map_or_else(|| drops[step.back], |arc| factors[arc - arcs.start]);
                        backward[step.from - offset][step.state] +=
                            sums[step.to] * step.weight * factor;
                    }
                });
            }
        }

        let total = forward[end].iter().sum();
        let paths = Paths {
            lattice: self,
            linear,
            rows: piece.from.0..piece.to.0 + 1,
            offset,
            factors,
            first_arc: arcs.start,
            forward,
            backward,
            total,
        };
        beads.iter().map(|bead| paths.of_bead(bead)).collect()
    }

    /// The potential of each row of a piece: what the best path has gathered there.
    fn potentials(&self, transitions: &Transitions, piece: &Piece, beads: &[Found]) -> Potentials {
        let mut of = vec![0.0; piece.to.0 - piece.from.0 + 1];
        for bead in beads {
            let row = bead.a.last().map_or(0, |&p| p as usize + 1);
            let beyond = (bead.a.len() + bead.b.len()) as f64 - 2.0;
            of[row - piece.from.0] +=
                (f64::from(bead.score) + transitions.beyond * beyond) / self.temperature;
        }
        let mut sum = 0.0;
        for value in &mut of {
            sum += *value;
            *value = sum;
        }
        Potentials {
            first: piece.from.0,
            of,
        }
    }
}

/// What has been summed up of all paths through a piece.
struct Paths<'l, 'c> {
    lattice: &'l Lattice<'c>,
    linear: Transitions,
    rows: Range<usize>,
    /// The first node.
    offset: usize,
    /// The factor of each arc, from the first on.
    factors: Vec<f64>,
    first_arc: usize,
    /// Of all paths to a node in a state, and from it.
    forward: Vec<[f64; STATES]>,
    backward: Vec<[f64; STATES]>,
    total: f64,
}

impl Paths<'_, '_> {
    /// The probability of a bead of the best path: that a unit of it is linked in some bead with a unit of the other side of
    /// it, in the mean of the units of each side and of both sides.
    fn of_bead(&self, bead: &Found) -> f32 {
        let ends = |side: &[u32]| match side {
            &[first, .., last] => (first as usize + 1, last as usize + REACH),
            &[only] => (only as usize + 1, only as usize + REACH),
            [] => (1, 0),
        };
        let ((first_row, last_row), (first_column, last_column)) = (ends(&bead.a), ends(&bead.b));
        if self.total <= 0.0 {
            return 1.0;
        }
        let mut linked = [0.0; 2];
        for row in first_row..(last_row + 1).min(self.rows.end) {
            let (low, high) = self.lattice.corridor().interval(row);
            for column in first_column.max(low)..=last_column.min(high) {
                self.each_arc(row, column, |shape, share| {
                    let held = [held(&bead.a, shape.a, row), held(&bead.b, shape.b, column)];
                    if held[0] > 0 && held[1] > 0 {
                        linked[0] += share * held[0] as f64 / bead.a.len() as f64;
                        linked[1] += share * held[1] as f64 / bead.b.len() as f64;
                    }
                });
            }
        }
        (0.5 * (linked[0] + linked[1])).clamp(0.0, 1.0) as f32
    }

    /// The beads that may end at a node, by their shape, each with its probability.
    fn each_arc(&self, row: usize, column: usize, mut visit: impl FnMut(Shape, f64)) {
        let corridor = self.lattice.corridor();
        let Some(here) = corridor
            .node(row, column)
            .and_then(|n| n.checked_sub(self.offset))
        else {
            return;
        };
        let (Some(forward), Some(backward)) = (self.forward.get(here), self.backward.get(here))
        else {
            return;
        };
        // Hardly any path meets most of the nodes around a bead, and the steps into a node are many.
        let through: f64 = forward.iter().zip(backward).map(|(f, b)| f * b).sum();
        if through < NEGLIGIBLE * self.total {
            return;
        }
        self.lattice.steps(row, column, &self.linear, |step| {
            if let Some(arc) = step.arc
                && step.from >= self.offset
            {
                let before = self.forward[step.from - self.offset][step.state];
                let factor = self.factors[arc - self.first_arc];
                let share = before * step.weight * factor * backward[step.to] / self.total;
                visit(self.lattice.arc(arc).shape(), share);
            }
        });
    }
}

/// How many of these units a mask takes, `end` being behind the last of its positions.
fn held(units: &[u32], mask: u8, end: usize) -> usize {
    let takes = |unit: &&u32| {
        let back = end.checked_sub(1 + **unit as usize);
        back.is_some_and(|back| back < REACH && mask >> back & 1 == 1)
    };
    units.iter().filter(takes).count()
}

/// What is taken off the weights of steps, row by row, so that probabilities can be added and multiplied as they are:
/// along the best path they stay near 1. It adds the same to every path and so changes no posterior.
struct Potentials {
    first: usize,
    of: Vec<f64>,
}

impl Potentials {
    /// How much the potential rises from `back` rows above `row` to it.
    fn rise(&self, row: usize, back: usize) -> f64 {
        let at = |row: usize| self.of[row.saturating_sub(self.first)];
        at(row) - at(row.saturating_sub(back))
    }

    /// What a step without a bead is multiplied by, in the row and into it.
    fn drops(&self, row: usize) -> [f64; 2] {
        [1.0, (-self.rise(row, 1)).exp()]
    }
}
