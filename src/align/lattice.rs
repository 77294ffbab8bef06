//! The search for beads: dynamic programming over the corridor, with posterior probabilities.

use rayon::prelude::*;
use smallvec::SmallVec;

use crate::align::corridor::Corridor;
use crate::align::ends::Ends;
use crate::align::found::Found;
use crate::align::model::Model;
use crate::align::pair_scores::{Joinable, PairScores};
use crate::align::score::Scorer;
use crate::align::shape::{REACH, SHAPES, Shape, tried};
use crate::align::side::Side;
use crate::align::transitions::Transitions;

/// Rows a task of the thread pool takes at once.
const CHUNK: usize = 128;

/// A bead that may end at a node, with its score.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    shape: u8,
    score: f32,
}

impl Arc {
    /// Its shape.
    pub(super) fn shape(self) -> Shape {
        SHAPES[self.shape as usize]
    }
}

/// A step of a path into a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    /// The node it comes from.
    pub from: usize,
    /// Rows that this node lies above.
    pub back: usize,
    /// The state it comes from.
    pub state: usize,
    /// The state it leads to.
    pub to: usize,
    /// What it adds, beside its bead.
    pub weight: f64,
    /// Its bead, if it is one.
    pub arc: Option<usize>,
}

/// Every bead that the corridor allows, by the node it ends at.
#[derive(Debug)]
pub(super) struct Lattice<'c> {
    corridor: &'c Corridor,
    starts: Vec<u32>,
    arcs: Vec<Arc>,
    /// What it tells where beads end.
    ends: Ends<'c>,
    /// What scores are divided by for probabilities.
    pub(super) temperature: f64,
}

/// Number of states of a path at a node.
pub(super) const STATES: usize = 5;
/// After a bead.
const BEAD: usize = 0;
/// In a short gap: a unit or a few that one side left out. After a unit of A, after one of B.
const SHORT: [usize; 2] = [1, 2];
/// In a long gap: text that has nothing to do with the other side. After a unit of A, after one of B.
const LONG: [usize; 2] = [3, 4];

impl<'c> Lattice<'c> {
    /// Scores every bead in the corridor of `pairs`.
    pub(super) fn new(a: &'c Side, b: &'c Side, model: &'c Model, pairs: &PairScores<'c>) -> Self {
        let corridor = pairs.corridor();
        let rows: Vec<usize> = (0..corridor.rows()).collect();
        let parts: Vec<(Vec<u32>, Vec<Arc>)> = rows
            .par_chunks(CHUNK)
            .map_init(
                || RowOfArcs::new(a, b, model, pairs),
                |row, rows| {
                    let (mut counts, mut arcs) = (Vec::new(), Vec::new());
                    for &number in rows {
                        for ends in row.score(number) {
                            counts.push(ends.len() as u32);
                            arcs.extend_from_slice(ends);
                        }
                    }
                    (counts, arcs)
                },
            )
            .collect();
        let mut starts = Vec::with_capacity(corridor.nodes() + 1);
        let mut arcs = Vec::with_capacity(parts.iter().map(|p| p.1.len()).sum());
        starts.push(0);
        let mut total = 0;
        for (counts, list) in parts {
            for count in counts {
                total += count;
                starts.push(total);
            }
            arcs.extend(list);
        }
        Self {
            corridor,
            starts,
            arcs,
            ends: Ends::new(a, b, model.ends),
            temperature: model.temperature(),
        }
    }

    /// The corridor that the beads lie in.
    pub(super) fn corridor(&self) -> &Corridor {
        self.corridor
    }

    fn arcs(&self, node: usize) -> &[Arc] {
        &self.arcs[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// What a bead adds to a path, beside the step that leads to it.
    pub(super) fn weight(arc: Arc, transitions: &Transitions) -> f64 {
        let shape = SHAPES[arc.shape as usize];
        f64::from(arc.score)
            + transitions.beyond * f64::from(shape.beyond())
            + transitions.pass * f64::from(shape.passed())
    }

    /// The arc of an index in a [`Step`].
    pub(super) fn arc(&self, index: usize) -> Arc {
        self.arcs[index]
    }

    /// How many positions of both sides an arc takes or passes over.
    pub(super) fn extent(&self, index: usize) -> usize {
        let shape = SHAPES[self.arcs[index].shape as usize];
        shape.rows() + shape.columns()
    }

    /// Indices of the arcs that end in the rows from `first` to `last`.
    pub(super) fn arcs_of_rows(&self, first: usize, last: usize) -> std::ops::Range<usize> {
        let at = |row: usize| self.starts[self.corridor.row_start(row)] as usize;
        at(first)..at(last + 1)
    }

    /// Calls `visit` for every step into a node. The weights of gaps are those of `transitions`, in whatever form it has them.
    pub(super) fn steps(
        &self,
        row: usize,
        column: usize,
        transitions: &Transitions,
        mut visit: impl FnMut(Step),
    ) {
        let Some(node) = self.corridor.node(row, column) else {
            return;
        };
        let above = row
            .checked_sub(1)
            .and_then(|r| self.corridor.node(r, column));
        let before = column
            .checked_sub(1)
            .and_then(|c| self.corridor.node(row, c));
        for (from, side) in [(above, 0), (before, 1)] {
            let Some(from) = from else { continue };
            let mut gap = |state, to, weight| {
                visit(Step {
                    from,
                    back: 1 - side,
                    state,
                    to,
                    weight,
                    arc: None,
                });
            };
            for (states, rates) in [(SHORT, &transitions.short), (LONG, &transitions.long)] {
                gap(BEAD, states[side], rates.open[side]);
                gap(states[side], states[side], rates.extend);
            }
            if side == 0 {
                // The corridor may be too narrow for all of A first: along its border the sides may take turns.
                if column > 0 && self.corridor.node(row, column - 1).is_none() {
                    gap(LONG[1], LONG[0], transitions.long.extend);
                }
            } else {
                // Where both sides have text of their own, that of A stands first: one path for one alignment.
                gap(SHORT[0], SHORT[1], transitions.short.cross);
                let border = row + 1 < self.corridor.rows()
                    && self.corridor.node(row + 1, column - 1).is_none();
                let turn = if border {
                    transitions.long.extend
                } else {
                    transitions.long.cross
                };
                gap(LONG[0], LONG[1], turn);
            }
        }
        for arc in self.starts[node] as usize..self.starts[node + 1] as usize {
            let shape = SHAPES[self.arcs[arc].shape as usize];
            let Some(from) = self
                .corridor
                .node(row - shape.rows(), column - shape.columns())
            else {
                continue;
            };
            for (state, weight) in [
                (BEAD, transitions.stay),
                (SHORT[0], transitions.short.close[0]),
                (SHORT[1], transitions.short.close[1]),
                (LONG[0], transitions.long.close[0]),
                (LONG[1], transitions.long.close[1]),
            ] {
                visit(Step {
                    from,
                    back: shape.rows(),
                    state,
                    to: BEAD,
                    weight,
                    arc: Some(arc),
                });
            }
        }
    }

    /// The heaviest path: its beads, in order. Posteriors are left at 1; see [`Lattice::set_posteriors`].
    pub(super) fn best(&self, transitions: &Transitions) -> Vec<Found> {
        let corridor = self.corridor;
        // Values of the last rows only: no bead reaches back further.
        let mut values: Vec<Vec<[f64; STATES]>> = vec![Vec::new(); REACH + 1];
        // Where the best way into each state comes from: state, and for a bead its shape.
        let mut back = vec![[(0u8, u8::MAX); STATES]; corridor.nodes()];
        for row in 0..corridor.rows() {
            let (low, high) = corridor.interval(row);
            let mut these = std::mem::take(&mut values[row % (REACH + 1)]);
            these.clear();
            these.resize(high - low + 1, [f64::NEG_INFINITY; STATES]);
            values[row % (REACH + 1)] = these;
            if row == 0 {
                values[0][0][BEAD] = 0.0;
            }
            for column in low..=high {
                let here = corridor.row_start(row) + column - low;
                let mut v = values[row % (REACH + 1)][column - low];
                let mut p = back[here];
                self.steps(row, column, transitions, |step| {
                    let from_row = row - step.back;
                    let at = step.from - corridor.row_start(from_row);
                    let from = &values[from_row % (REACH + 1)][at];
                    let arc = step.arc.map(|arc| self.arcs[arc]);
                    let reached = from[step.state]
                        + step.weight
                        + arc.map_or(0.0, |x| Self::weight(x, transitions));
                    if reached > v[step.to] {
                        v[step.to] = reached;
                        p[step.to] = (step.state as u8, arc.map_or(u8::MAX, |x| x.shape));
                    }
                });
                values[row % (REACH + 1)][column - low] = v;
                back[here] = p;
            }
        }
        let last_row = corridor.rows() - 1;
        let last = values[last_row % (REACH + 1)]
            .last()
            .copied()
            .unwrap_or([0.0; STATES]);
        let mut state = (0..STATES).fold(0, |s, t| if last[t] > last[s] { t } else { s });
        let (mut row, mut column) = (
            corridor.rows() - 1,
            corridor.interval(corridor.rows() - 1).1,
        );
        let mut found = Vec::new();
        while let Some(node) = corridor
            .node(row, column)
            .filter(|_| (row, column) != (0, 0))
        {
            let (from, shape) = back[node][state];
            match state {
                BEAD => {
                    let Some(&s) = SHAPES.get(shape as usize) else {
                        break;
                    };
                    let score = self
                        .arcs(node)
                        .iter()
                        .find(|x| x.shape == shape)
                        .map_or(0.0, |x| x.score - self.ends.of(row, column));
                    found.push(Found {
                        a: Shape::positions(s.a, row).map(|p| p as u32).collect(),
                        b: Shape::positions(s.b, column).map(|p| p as u32).collect(),
                        score,
                        posterior: 1.0,
                    });
                    row -= s.rows();
                    column -= s.columns();
                }
                state if state == SHORT[0] || state == LONG[0] => row -= 1,
                _ => column -= 1,
            }
            state = from as usize;
        }
        found.reverse();
        found
    }
}

/// Scores the beads that end in one row after another; owns scratch memory, so one a thread.
struct RowOfArcs<'r, 'c> {
    a: &'r Side,
    b: &'r Side,
    model: &'r Model,
    pairs: &'r PairScores<'c>,
    scorer: Scorer<'r>,
    joinable: Joinable,
    ends: Ends<'r>,
    /// The arcs by the column they end at, from the first of the row.
    arcs: Vec<Vec<Arc>>,
}

impl<'r, 'c> RowOfArcs<'r, 'c> {
    fn new(a: &'r Side, b: &'r Side, model: &'r Model, pairs: &'r PairScores<'c>) -> Self {
        Self {
            a,
            b,
            model,
            pairs,
            scorer: Scorer::new(model),
            joinable: Joinable::default(),
            ends: Ends::new(a, b, model.ends),
            arcs: Vec::new(),
        }
    }

    /// The arcs that end in a row, for each of its columns.
    fn score(&mut self, row: usize) -> &[Vec<Arc>] {
        let corridor = self.pairs.corridor();
        let (low, high) = corridor.interval(row);
        let width = high - low + 1;
        self.arcs.iter_mut().for_each(Vec::clear);
        self.arcs.resize_with(width.max(self.arcs.len()), Vec::new);
        let (shapes, reach) = tried(self.model.rates.cut_finer);
        self.joinable.look(self.pairs, reach, row, low..high);
        let mut loaded = 0;
        for (s, &shape) in shapes.iter().enumerate() {
            if shape.rows() > row {
                continue;
            }
            let (before_low, before_high) = corridor.interval(row - shape.rows());
            let first = low.max(before_low + shape.columns());
            let last = high.min(before_high + shape.columns());
            for column in first..=last {
                let score = if shape.beyond() == 0 {
                    self.pairs.score(row - 1, column - 1).total
                } else if self.model.foreign && shape.passed() == 0
                    || self.joinable.hold(shape, column)
                {
                    if loaded != shape.a {
                        loaded = shape.a;
                        let positions: SmallVec<[usize; REACH]> =
                            Shape::positions(shape.a, row).collect();
                        self.scorer.load(self.a, &positions);
                    }
                    let positions: SmallVec<[usize; REACH]> =
                        Shape::positions(shape.b, column).collect();
                    self.scorer.score(self.b, &positions).total
                } else {
                    continue;
                };
                let score = score + self.ends.of(row, column);
                let shape = s as u8;
                self.arcs[column - low].push(Arc { shape, score });
            }
        }
        &self.arcs[..width]
    }
}
