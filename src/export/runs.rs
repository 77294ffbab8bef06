//! Beads as runs of neighbours, for the formats that know no others.

use std::ops::Range;

use crate::table::{AlignmentTable, RowKind};

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
                    linked[unit as usize] = true;
                }
            }
        }
        Self { linked }
    }

    /// The run of the units of a bead in a witness: from the first, over units without a counterpart, up to where units
    /// of other beads lie between. It begins where the bead does, so runs keep the order that beads have.
    pub(super) fn of(&self, witness: usize, units: &[u32]) -> Option<Range<u32>> {
        let first = *units.first()?;
        let linked = &self.linked[witness];
        let passable = |from: u32, to: u32| !linked[from as usize..to as usize].contains(&true);
        let mut end = first + 1;
        for &unit in &units[1..] {
            if !passable(end, unit) {
                break;
            }
            end = unit + 1;
        }
        Some(first..end)
    }
}
