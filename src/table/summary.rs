//! What a reader wants first: how much corresponds, in what shapes, and how it differs.

use crate::table::AlignmentTable;

/// Counts over a whole table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// For each witness the share of its words (skipped units apart) that stand in a bead, in `[0, 1]`.
    pub coverage: Vec<f64>,
}

impl AlignmentTable {
    /// Counts what stands in the table.
    pub fn summary(&self) -> Summary {
        Summary::default()
    }
}
