//! The alignment table of CollateX, as its Java tool writes it in JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::export::Exporter;
use crate::export::pieces::{Piece, pieces};
use crate::normalize::{Fold, Normalizer};
use crate::table::AlignmentTable;
use crate::witness::Witness;

/// Writes `{"witnesses": […], "table": [column → cell a witness → tokens]}`, witnesses in the order of their sigla. A
/// token is its text with the white space after it (`t`) and its key without differences of case and typography (`n`);
/// joining every `t` of a witness gives its text, but for one that has no token. What has moved stands in two columns.
#[derive(Debug, Clone, Copy, Default)]
pub struct CollateX;

impl Exporter for CollateX {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let mut columns: Vec<Column<'_>> = table.witnesses.iter().map(Column::new).collect();
        let mut order: Vec<usize> = (0..columns.len()).collect();
        order.sort_by_key(|&w| &table.witnesses[w].siglum);
        let sigla: Vec<&str> = order
            .iter()
            .map(|&w| table.witnesses[w].siglum.0.as_str())
            .collect();
        let mut line = Vec::new();
        serde_json::to_writer(&mut line, &sigla)?;
        out.write_all(b"{\"witnesses\":")?;
        out.write_all(&line)?;
        out.write_all(b",\"table\":[")?;
        let mut separator = "\n";
        for piece in pieces(table, table.rules(&[])) {
            let cells: Vec<Vec<Token<'_>>> =
                order.iter().map(|&w| columns[w].take(&piece, w)).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                line.clear();
                serde_json::to_writer(&mut line, &cells)?;
                out.write_all(separator.as_bytes())?;
                out.write_all(&line)?;
                separator = ",\n";
            }
        }
        out.write_all(b"]}\n")
    }
}

#[derive(Serialize)]
struct Token<'a> {
    t: &'a str,
    n: String,
}

/// A witness whose tokens are taken in order.
struct Column<'a> {
    witness: &'a Witness,
    normalizer: &'static Normalizer,
    /// The next token.
    next: usize,
}

impl<'a> Column<'a> {
    fn new(witness: &'a Witness) -> Self {
        Self {
            witness,
            normalizer: Normalizer::of(witness.language, false),
            next: 0,
        }
    }

    /// The tokens that begin in a piece.
    fn take(&mut self, piece: &Piece, w: usize) -> Vec<Token<'a>> {
        let tokens = &self.witness.tokens;
        let end = piece.spans[w].end;
        let mut taken = Vec::new();
        while let Some(token) = tokens.get(self.next).filter(|t| t.span.start < end) {
            // White space before the first token has no other to stand after.
            let from = if self.next == 0 {
                0
            } else {
                token.span.range().start
            };
            self.next += 1;
            let to = tokens
                .get(self.next)
                .map_or(self.witness.text.len(), |t| t.span.range().start);
            let surface = self.witness.slice(token.span);
            taken.push(Token {
                t: &self.witness.text[from..to],
                n: self.normalizer.keys(surface).at(Fold::Case).to_owned(),
            });
        }
        taken
    }
}
