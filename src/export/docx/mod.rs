//! Word documents (Office Open XML).

mod body;
mod package;
mod tracked;

use std::io::{self, Write};

use crate::export::Exporter;
use crate::export::two::{Pair, only_two, table_of};
use crate::export::xml;
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
        package::write(table, &body::write(&paragraphs), out)
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
