//! Alignment tables in the formats of other tools, one file a format.

mod vecalign;

use std::io::{self, Write};

use crate::table::AlignmentTable;

pub use vecalign::Vecalign;

/// Writes a table in one format.
pub trait Exporter {
    /// Writes the whole table.
    ///
    /// # Errors
    /// When the writer fails.
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()>;
}
