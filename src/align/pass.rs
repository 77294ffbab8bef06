//! The passes over two sides: the first teaches what the second finds more with.

use crate::align::Moves;
use crate::align::candidates::{Pair, candidates};
use crate::align::corridor::Corridor;
use crate::align::found::{Found, Pass};
use crate::align::lattice::Lattice;
use crate::align::learn::learn;
use crate::align::model::Model;
use crate::align::moves::moves;
use crate::align::orphans::attach;
use crate::align::pair_scores::PairScores;
use crate::align::points::best_points;
use crate::align::remainders;
use crate::align::side::Side;
use crate::align::swaps;
use crate::align::ties::keep_likely;
use crate::chain::{Point, heaviest_chain};

/// What a pass takes pains with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effort {
    /// Rows on each side of an anchor that the search may use.
    radius: usize,
    /// Whether the beads are given their probability.
    posteriors: bool,
}

/// The first pass, whose easy beads are enough to learn from.
const FIRST: Effort = Effort {
    radius: 1,
    posteriors: false,
};
/// The second pass.
pub(super) const SECOND: Effort = Effort {
    radius: 2,
    posteriors: true,
};

/// What a point of two languages must score to lead the search, in nats.
const FOREIGN_ANCHOR: f64 = 3.0;
/// Rows on each side of an anchor that the search may use in two languages, where a word may be the same by chance.
const FOREIGN_RADIUS: usize = 10;

/// What both sides teach in a first pass, and what a second finds with it.
pub(super) fn passes(a: &Side, b: &Side, first: Model, seek: Moves) -> (Model, Pass) {
    let pairs = candidates(a, b, &first);
    let points = best_points(a, b, &first, &pairs, 0.0);
    let main = best_path(a, b, &first, FIRST, &points);
    let found = with_elsewhere(a, b, &first, &points, main, seek);
    let model = learn(a, b, &first, &found);
    // What the words of the first pass did not lead to, what was learned from them seldom does.
    let pairs: Vec<Pair> = points.iter().map(|p| (p.a, p.b)).collect();
    let points = best_points(a, b, &model, &pairs, 0.0);
    let main = best_path(a, b, &model, SECOND, &points);
    let found = with_elsewhere(a, b, &model, &points, main, seek);
    (model, found)
}

/// The beads that keep the order of both sides, given likely pairs of positions.
pub(super) fn best_path(
    a: &Side,
    b: &Side,
    model: &Model,
    effort: Effort,
    points: &[Point],
) -> Vec<Found> {
    // In two languages a length that fits makes a point as well; but one that leads the search must have words.
    let (least, radius) = match model.foreign {
        true => (FOREIGN_ANCHOR, FOREIGN_RADIUS),
        false => (0.0, effort.radius),
    };
    let points: Vec<Point> = points
        .iter()
        .filter(|point| point.weight > least)
        .copied()
        .collect();
    let anchors: Vec<Pair> = heaviest_chain(&points)
        .into_iter()
        .map(|i| (points[i].a, points[i].b))
        .collect();
    let corridor = Corridor::around(&anchors, a.len(), b.len(), radius);
    let pairs = PairScores::new(a, b, model, &corridor);
    let transitions = model.rates.transitions();
    let lattice = Lattice::new(a, b, model, &pairs);
    let mut main = lattice.best(&transitions);
    if effort.posteriors {
        lattice.set_posteriors(&transitions, &mut main);
        keep_likely(a, b, model, &mut main);
    }
    main
}

/// With the beads that stand elsewhere; those of the main path give them units, and take others.
pub(super) fn with_elsewhere(
    a: &Side,
    b: &Side,
    model: &Model,
    points: &[Point],
    mut main: Vec<Found>,
    seek: Moves,
) -> Pass {
    if seek == Moves::Excluded || model.foreign {
        let moved = Vec::new();
        return Pass { main, moved };
    }
    let mut moved = moves(a, b, model, points, &mut main);
    moved.extend(swaps::part(a, b, model, &mut main));
    attach(a, b, model, points, &mut main, &moved);
    // What was given to a bead may have crossed it.
    moved.extend(swaps::part(a, b, model, &mut main));
    remainders::part(a, b, model, &mut main);
    remainders::stay(a, b, model, [&mut main, &mut moved]);
    Pass { main, moved }
}
