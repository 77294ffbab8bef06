//! Sentences to beads: which units of two witnesses render each other.

mod beads;
mod candidates;
mod chain;
mod corridor;
mod learn;
mod model;
mod moves;
mod posterior;
mod project;
mod side;

pub use chain::{Point, heaviest_chain};

use crate::lexicon::Vocabulary;
use crate::witness::{Level, Witness};

use beads::{Found, Lattice};
use candidates::candidates;
use corridor::Corridor;
use learn::learn;
use model::Model;
use moves::moves;
use project::project;
use side::Side;

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

/// Rows on each side of an anchor that the search may use.
const RADIUS: usize = 2;

/// Finds the beads of two witnesses; units in no bead have no counterpart.
///
/// Lines are aligned as they stand. Sentences and paragraphs are aligned over their clauses: where one rendering ends a
/// sentence the other has a semicolon, and what is missing is often half a sentence.
pub fn align(a: &Witness, b: &Witness, vocabulary: &Vocabulary) -> Vec<Bead> {
    let level = if a.level == Level::Line && b.level == Level::Line {
        Level::Line
    } else {
        Level::Clause
    };
    let beads = align_units(
        &Side::new(a, vocabulary, 0, level),
        &Side::new(b, vocabulary, 1, level),
        vocabulary,
    );
    if level == a.level {
        beads
    } else {
        project(a, b, &beads)
    }
}

fn align_units(a: &Side, b: &Side, vocabulary: &Vocabulary) -> Vec<Bead> {
    let model = Model::first(a, b, vocabulary);
    let first = pass(a, b, &model);
    let model = learn(a, b, &model, &first);
    let Pass { main, moved } = pass(a, b, &model);
    main.into_iter()
        .chain(moved)
        .map(|f| Bead {
            a: f.a.iter().map(|&p| a.units[p as usize]).collect(),
            b: f.b.iter().map(|&p| b.units[p as usize]).collect(),
            score: f64::from(f.score),
            confidence: f64::from(f.posterior),
        })
        .collect()
}

/// What one pass over both witnesses finds.
struct Pass {
    /// The beads that keep the order of both, in order.
    main: Vec<Found>,
    /// The beads that stand elsewhere.
    moved: Vec<Found>,
}

fn pass(a: &Side, b: &Side, model: &Model) -> Pass {
    let points = candidates(a, b, model, 0.0);
    let anchors: Vec<(u32, u32)> = heaviest_chain(&points)
        .into_iter()
        .map(|i| (points[i].a, points[i].b))
        .collect();
    let corridor = Corridor::around(&anchors, a.len(), b.len(), RADIUS);
    let flow = model.rates.flow();
    let lattice = Lattice::new(a, b, model, &corridor);
    let mut main = lattice.best(&flow);
    lattice.set_posteriors(&flow, &mut main);
    let moved = moves(a, b, model, &points, &main);
    Pass { main, moved }
}
