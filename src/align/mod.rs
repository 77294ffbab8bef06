//! Sentences to beads: which units of two witnesses render each other.

mod beads;
mod candidates;
mod chain;
mod corridor;
mod explain;
mod learn;
mod local;
mod model;
mod moves;
mod posterior;
mod project;
mod quotations;
mod side;
mod strays;

pub use chain::{Point, heaviest_chain};
pub use explain::{Alone, Explanation, Reasons, Rival, Tie, TieKind, explain};
pub use quotations::Quote;

use crate::lexicon::{KeyId, Vocabulary};
use crate::witness::{Level, Witness};

use beads::{Found, Lattice};
use candidates::candidates;
use corridor::Corridor;
use learn::learn;
use model::Model;
use moves::moves;
use project::project;
use quotations::quotations;
use side::Side;
use strays::gather;

/// Units of two witnesses that render each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Bead {
    /// Indices of the units of the first witness, increasing, at least one.
    pub a: Vec<u32>,
    /// Indices of the units of the second witness, increasing, at least one.
    pub b: Vec<u32>,
    /// Log-likelihood ratio against chance, in nats.
    pub score: f64,
    /// The probability that the bead is right, in `[0, 1]`.
    pub confidence: f64,
}

/// What a pass takes pains with.
#[derive(Debug, Clone, Copy)]
struct Effort {
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
const SECOND: Effort = Effort {
    radius: 2,
    posteriors: true,
};

/// What corresponds in two witnesses.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// The beads of their units; units in no bead have no counterpart.
    pub beads: Vec<Bead>,
    /// Passages of one quoted inside a sentence of the other.
    pub quotations: Vec<Quote>,
    /// Stems that stand for each other in them, each pair once, with its weight in `(0, 1]`.
    pub learned: Vec<(KeyId, KeyId, f32)>,
}

/// What the aligner looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlignOptions {
    /// Whether beads may stand in another order in the two witnesses.
    pub moves: bool,
    /// Whether quotations are looked for.
    pub quotations: bool,
}

/// Aligns two witnesses of one level.
///
/// Lines are aligned as they stand. Sentences and paragraphs are aligned over their clauses: where one rendering ends a
/// sentence the other has a semicolon, and what is missing is often half a sentence.
pub fn align(
    a: &Witness,
    b: &Witness,
    vocabulary: &Vocabulary,
    options: AlignOptions,
) -> Alignment {
    let sides = (Side::new(a, vocabulary, 0), Side::new(b, vocabulary, 1));
    let (model, Pass { main, moved }) = passes(&sides.0, &sides.1, vocabulary, options.moves);
    let beads: Vec<Bead> = main
        .into_iter()
        .chain(moved)
        .map(|f| Bead {
            a: f.a.iter().map(|&p| sides.0.units[p as usize]).collect(),
            b: f.b.iter().map(|&p| sides.1.units[p as usize]).collect(),
            score: f64::from(f.score),
            confidence: f64::from(f.posterior),
        })
        .collect();
    let quotations = if options.quotations {
        quotations(a, b, vocabulary, &model, &beads)
    } else {
        Vec::new()
    };
    let beads = match a.level {
        Level::Clause | Level::Line => beads,
        Level::Sentence | Level::Paragraph => project(a, b, &beads),
    };
    Alignment {
        beads,
        quotations,
        learned: model.learned,
    }
}

/// What both sides teach in a first pass, and what a second finds with it.
fn passes(a: &Side, b: &Side, vocabulary: &Vocabulary, with_moves: bool) -> (Model, Pass) {
    let first = Model::first(a, b, vocabulary);
    let found = pass(a, b, &first, FIRST, with_moves);
    let model = learn(a, b, &first, &found);
    let found = pass(a, b, &model, SECOND, with_moves);
    (model, found)
}

/// What one pass over both witnesses finds.
struct Pass {
    /// The beads that keep the order of both, in order.
    main: Vec<Found>,
    /// The beads that stand elsewhere.
    moved: Vec<Found>,
}

fn pass(a: &Side, b: &Side, model: &Model, effort: Effort, with_moves: bool) -> Pass {
    let points = candidates(a, b, model, 0.0);
    let anchors: Vec<(u32, u32)> = heaviest_chain(&points)
        .into_iter()
        .map(|i| (points[i].a, points[i].b))
        .collect();
    let corridor = Corridor::around(&anchors, a.len(), b.len(), effort.radius);
    let flow = model.rates.flow();
    let lattice = Lattice::new(a, b, model, &corridor);
    let mut main = lattice.best(&flow);
    if effort.posteriors {
        lattice.set_posteriors(&flow, &mut main);
    }
    let mut moved = Vec::new();
    if with_moves {
        moved = moves(a, b, model, &points, &mut main);
        gather(a, b, model, &points, &mut main);
    }
    Pass { main, moved }
}
