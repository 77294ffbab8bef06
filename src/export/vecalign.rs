//! The output of vecalign: `[0, 1]:[2]:0.123456`, a line a bead; the number is a cost.

use std::io::{self, Write};

use crate::export::Exporter;
use crate::table::AlignmentTable;

/// Writes vecalign lines.
#[derive(Debug, Clone, Copy, Default)]
pub struct Vecalign;

impl Exporter for Vecalign {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        for row in &table.rows {
            let cost = row.confidence.map_or(0.0, |c| 1.0 - c);
            writeln!(out, "{:?}:{:?}:{cost:.6}", row.cells[0], row.cells[1])?;
        }
        Ok(())
    }
}
