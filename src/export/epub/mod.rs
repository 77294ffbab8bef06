//! A book whose texts face each other (EPUB 3): beside each other where there is room, one under the other where there is not.

mod chapters;
mod package;
mod page;
mod style;

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::facing::{Facing, FacingRow};
use crate::export::xml;
use crate::select::Marks;
use crate::table::AlignmentTable;

/// Writes a book: a page of the names of the files and of what the looks of words say, and chapters of rows, which begin where a
/// text has a heading. Words that differ have the colours of the report, and a trait that shows without.
#[derive(Debug, Clone)]
pub struct Epub {
    /// Differences that are not marked.
    pub quiet: Vec<Class>,
    /// Which of the others are marked.
    pub marks: Marks,
}

impl Exporter for Epub {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let facing = Facing::new(table, &self.quiet, self.marks);
        let rows: Vec<FacingRow> = table.rows.iter().map(|row| facing.row(row)).collect();
        let chapters = chapters::chapters(table, &rows);
        package::write(table, &rows, &chapters, out)
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        xml::replaced(table)
    }
}
