//! Comma- and tab-separated values, RFC 4180.

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::columns::{Cell, cells, header};
use crate::format::columns;
use crate::table::AlignmentTable;

/// Writes separated values: quoted where needed, lines ended with CR LF in CSV and with LF in TSV.
#[derive(Debug, Clone)]
pub struct Csv {
    /// What stands between cells: a comma, a tab, or another sign of ASCII.
    pub delimiter: u8,
    /// Whether a byte order mark comes first.
    pub bom: bool,
    /// Whether cells that a spreadsheet would take for a formula get an apostrophe before them.
    pub formula_guard: bool,
    /// Differences that the `changes` column leaves out.
    pub quiet: Vec<Class>,
}

impl Exporter for Csv {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        if self.bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        self.write_records(table, out).map_err(from_csv)
    }
}

impl Csv {
    fn write_records(&self, table: &AlignmentTable, out: &mut dyn Write) -> csv::Result<()> {
        let mut csv = WriterBuilder::new()
            .delimiter(self.delimiter)
            .terminator(match self.delimiter {
                b'\t' => Terminator::Any(b'\n'),
                _ => Terminator::CRLF,
            })
            .from_writer(out);
        csv.write_record(header(table).into_iter().map(|name| self.guarded(name)))?;
        for row in &table.rows {
            for cell in cells(table, row, &self.quiet) {
                csv.write_field(match cell {
                    Cell::Text(text) => self.guarded(text.into_owned()),
                    other => other.to_string(),
                })?;
            }
            csv.write_record(None::<&[u8]>)?;
        }
        csv.flush()?;
        Ok(())
    }

    fn guarded(&self, text: String) -> String {
        match self.formula_guard {
            true => columns::guarded(text),
            false => text,
        }
    }
}

/// The writer's own error, so that a closed pipe is seen to be one.
fn from_csv(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
