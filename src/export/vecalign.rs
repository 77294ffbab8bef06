//! The output of vecalign: `[0, 1]:[2]:0.123456`, a line a bead; the number is a cost.

use std::io::{self, Write};

use crate::export::Exporter;
use crate::export::two::{Pair, beads_of, only_two, units};
use crate::table::AlignmentTable;

/// Writes vecalign lines: unit indices from 0, the cost of a bead as one less its confidence, and a line of cost 0 for
/// each unit without a counterpart.
#[derive(Debug, Clone, Default)]
pub struct Vecalign {
    /// Which two of more witnesses are written.
    pub pair: Pair,
}

impl Exporter for Vecalign {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        for row in &beads_of(table, &self.pair)?.rows {
            let [a, b] = units(row);
            if !a.is_empty() && !b.is_empty() {
                let cost = row.confidence.map_or(0.0, |c| 1.0 - c);
                let [a, b] =
                    [a, b].map(|units| units.iter().map(|unit| unit.0).collect::<Vec<_>>());
                writeln!(out, "{a:?}:{b:?}:{cost:.6}")?;
            } else {
                for unit in a {
                    writeln!(out, "[{unit}]:[]:0.000000")?;
                }
                for unit in b {
                    writeln!(out, "[]:[{unit}]:0.000000")?;
                }
            }
        }
        Ok(())
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        only_two(table, &self.pair, "vecalign lines")
    }
}
