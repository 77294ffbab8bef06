//! CriticMarkup: `{++added++}`, `{--removed--}`, `{~~this~>by that~~}`, in the text of the first witness.

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::pieces::pieces;
use crate::export::two::{Pair, only_two, table_of};
use crate::table::AlignmentTable;

/// Writes the first witness's text with the changes that make it the second's: rejecting all of them gives the first
/// back, accepting all the second. Text that looks like a mark is written so that it does not become one.
#[derive(Debug, Clone)]
pub struct CriticMarkup {
    /// Differences that are not shown. White space alone counts where [`Class::Typographic`] is not among them.
    pub quiet: Vec<Class>,
    /// Which two of more witnesses are written.
    pub pair: Pair,
}

impl Exporter for CriticMarkup {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let table = &*table_of(table, &self.pair)?;
        if table.witnesses.len() < 2 {
            return Ok(());
        }
        // Text that both have is kept back until it ends: a mark could begin in one piece and go on in the next.
        let mut plain = String::new();
        for piece in pieces(table, table.rules(&self.quiet)) {
            let [x, y] = [0, 1].map(|w| piece.reading(&table.witnesses, w));
            if x == y {
                plain.push_str(x);
                continue;
            }
            write_plain(out, &plain)?;
            plain.clear();
            match (x, y) {
                (x, y) if piece.row.is_some() && can_replace(x, y) => {
                    write!(out, "{{~~{x}~>{y}~~}}")?;
                }
                (x, y) => {
                    write_marked(out, "--", x)?;
                    write_marked(out, "++", y)?;
                }
            }
        }
        write_plain(out, &plain)
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        only_two(table, &self.pair, "CriticMarkup texts")
    }
}

/// What begins a mark.
const OPENINGS: [&str; 5] = ["{++", "{--", "{~~", "{==", "{>>"];

/// Writes text without marks. A brace that would begin one is replaced by itself: `{~~{~>{~~}`.
fn write_plain(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let mut rest = text;
    while let Some(at) = OPENINGS.iter().filter_map(|mark| rest.find(mark)).min() {
        out.write_all(&rest.as_bytes()[..at])?;
        out.write_all(b"{~~{~>{~~}")?;
        rest = &rest[at + 1..];
    }
    out.write_all(rest.as_bytes())
}

/// Whether both can stand in a replacement: neither is empty nor holds what parts or ends it.
fn can_replace(x: &str, y: &str) -> bool {
    !x.is_empty() && !y.is_empty() && !x.contains("~>") && !x.contains("~~}") && !y.contains("~~}")
}

/// Writes text inside a mark, in several where it holds what ends the mark.
fn write_marked(out: &mut dyn Write, mark: &str, text: &str) -> io::Result<()> {
    let end = format!("{mark}}}");
    let mut rest = text;
    while !rest.is_empty() {
        let part = match rest.find(&end) {
            Some(at) => &rest[..at + 1],
            None => rest,
        };
        write!(out, "{{{mark}{part}{mark}}}")?;
        rest = &rest[part.len()..];
    }
    Ok(())
}
