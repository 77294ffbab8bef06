//! Word documents (Office Open XML).

mod body;
mod facing;
mod package;
mod tracked;

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::two::{Pair, only_two, table_of};
use crate::export::xml;
use crate::select::Marks;
use crate::table::AlignmentTable;

/// Writes the first witness with the changes that make it the second, tracked: who rejects all of them has the first, who accepts
/// them the second, in paragraphs, where lines end as the page does. What is ignored is no change.
#[derive(Debug, Clone)]
pub struct Docx {
    /// Which two of more witnesses are written.
    pub pair: Pair,
}

impl Exporter for Docx {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let table = &*table_of(table, &self.pair)?;
        let paragraphs = match table.witnesses.len() {
            2 => tracked::paragraphs(table),
            _ => Vec::new(),
        };
        package::write(table, &body::write(&paragraphs), "", out)
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        let replaced = match table_of(table, &self.pair) {
            Ok(two) => xml::replaced(&two),
            Err(_) => None,
        };
        let said = [only_two(table, &self.pair, "tracked changes"), replaced];
        let said: Vec<String> = said.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join("; "))
    }
}

/// Writes the witnesses beside each other in a table, a row a row, the words that differ in colours and with a trait that shows
/// without: bold, italic, underlined.
#[derive(Debug, Clone)]
pub struct DocxFacing {
    /// Differences that are not marked.
    pub quiet: Vec<Class>,
    /// Which of the others are marked.
    pub marks: Marks,
}

impl Exporter for DocxFacing {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let body = facing::body(self, table)?;
        package::write(table, &body, &facing::styles(table), out)
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        xml::replaced(table)
    }
}
