//! Beads, and what a person has decided of them, as the aligner sees them: units of any level by their indices.

/// Units of two witnesses that render each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Bead {
    /// Indices of the units of the first witness, increasing, at least one.
    pub a: Vec<u32>,
    /// Indices of the units of the second witness, increasing, at least one.
    pub b: Vec<u32>,
    /// Log-likelihood ratio against chance, in nats.
    pub score: f64,
    /// The probability that a unit of it has its counterpart in it, in `[0.5, 1]`: in the mean of the units of each side, and
    /// of both sides. Whether the bead should hold a unit more or less is another question.
    pub confidence: f64,
}

/// Units that a person has set side by side, or, where one side is empty, has found without a counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Indices of the units of the first witness, increasing.
    pub a: Vec<u32>,
    /// Indices of the units of the second witness, increasing.
    pub b: Vec<u32>,
}
