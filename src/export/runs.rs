//! Beads as runs of neighbours, for the formats that know no others.

use std::ops::Range;

use crate::table::{AlignmentTable, RowKind};
use crate::witness::UnitIndex;

/// Tells for each bead what run of units stands for it.
pub(super) struct Runs {
    /// For each witness and unit whether it stands in a bead.
    linked: Vec<Vec<bool>>,
}

impl Runs {
    pub(super) fn new(table: &AlignmentTable) -> Self {
        let mut linked: Vec<Vec<bool>> = table
            .witnesses
            .iter()
            .map(|w| vec![false; w.units().len()])
            .collect();
        for row in table.rows.iter().filter(|row| row.kind == RowKind::Bead) {
            for (linked, units) in linked.iter_mut().zip(&row.cells) {
                for &unit in units {
                    linked[unit.get()] = true;
                }
            }
        }
        Self { linked }
    }

    /// The run of the units of a bead in a witness: from the first, over units without a counterpart, up to where units
    /// of other beads lie between. It begins where the bead does, so runs keep the order that beads have.
    pub(super) fn of(&self, witness: usize, units: &[UnitIndex]) -> Option<Range<usize>> {
        let first = units.first()?.get();
        let linked = &self.linked[witness];
        let mut end = first + 1;
        for unit in units[1..].iter().map(|unit| unit.get()) {
            if linked[end..unit].contains(&true) {
                break;
            }
            end = unit + 1;
        }
        Some(first..end)
    }
}
