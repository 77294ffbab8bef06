//! What the search for beads finds.

/// A bead that was found: positions of both sides and what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Positions of A, increasing.
    pub a: Vec<u32>,
    /// Positions of B, increasing.
    pub b: Vec<u32>,
    /// Log-likelihood ratio against chance, in nats.
    pub score: f32,
    /// Probability, among all paths through the corridor, that a unit of it is linked with one of the other side of it, in
    /// `[0, 1]`; at least 0.5 when a pass is done.
    pub posterior: f32,
}

/// What one pass over two sides finds.
#[derive(Debug)]
pub(super) struct Pass {
    /// The beads that keep the order of both, in order.
    pub main: Vec<Found>,
    /// The beads that stand elsewhere.
    pub moved: Vec<Found>,
}
