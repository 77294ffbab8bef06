//! The rows as the program makes them, with which a corrected table is compared.

use rustc_hash::FxHashMap;

use crate::table::{Row, RowKind, RowNumber};
use crate::witness::UnitIndex;

/// Rows that cover every unit, by what they hold.
pub(super) struct Known {
    pub(super) rows: Vec<Row>,
    by_cells: FxHashMap<Vec<Vec<UnitIndex>>, usize>,
    /// For each witness and unit the index of its row.
    of: Vec<FxHashMap<UnitIndex, usize>>,
}

impl Known {
    pub(super) fn new(rows: Vec<Row>) -> Self {
        let width = rows.first().map_or(0, |row| row.cells.len());
        let mut of = vec![FxHashMap::default(); width];
        for (n, row) in rows.iter().enumerate() {
            for (of, units) in of.iter_mut().zip(&row.cells) {
                of.extend(units.iter().map(|&unit| (unit, n)));
            }
        }
        let cells = rows.iter().enumerate();
        Self {
            by_cells: cells.map(|(n, row)| (row.cells.clone(), n)).collect(),
            of,
            rows,
        }
    }

    /// The same of rows whose links do not matter.
    pub(super) fn sketch(rows: &[Row]) -> Self {
        let bare = rows.iter().map(|row| Row {
            cells: row.cells.clone(),
            links: Vec::new(),
            note: String::new(),
            places: Vec::new(),
            beads: Vec::new(),
            ..*row
        });
        Self::new(bare.collect())
    }

    /// The index of the row with just these units.
    pub(super) fn find(&self, cells: &[Vec<UnitIndex>]) -> Option<usize> {
        self.by_cells.get(cells).copied()
    }

    /// The row of this number.
    pub(super) fn numbered(&self, number: Option<RowNumber>) -> Option<&Row> {
        let index = number?.index()?;
        self.rows.get(index)
    }

    /// The index of the row that a unit of a witness stands in.
    pub(super) fn row_of(&self, w: usize, unit: UnitIndex) -> Option<usize> {
        self.of.get(w)?.get(&unit).copied()
    }

    /// Whether a unit of a witness has no counterpart.
    pub(super) fn is_alone(&self, w: usize, unit: UnitIndex) -> bool {
        let row = self.row_of(w, unit).map(|n| &self.rows[n]);
        row.is_none_or(|row| row.kind == RowKind::Only)
    }
}
