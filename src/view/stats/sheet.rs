//! What figures are written on: headings, counts with what is counted, sigla.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::table::{AlignmentTable, RowNumber};
use crate::view::ink::Ink;
use crate::view::page::{pad, write_line};
use crate::view::paper::Paper;
use crate::view::wording::siglum;
use crate::view::wrap::{Line, Piece, wrap};

/// Rows named for each thing that is counted.
pub(super) const MOST_ROWS: usize = 8;
/// Columns of a count.
pub(super) const COUNT: usize = 9;
/// Columns of text below which a page is not narrowed further.
const NARROWEST: usize = 20;

/// What figures are written on, and of which table.
pub(super) struct Page<'w, 't> {
    pub(super) out: Paper<'w>,
    pub(super) width: usize,
    pub(super) table: &'t AlignmentTable,
}

impl Page<'_, '_> {
    /// A blank line, and what comes below it.
    pub(super) fn heading(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out)?;
        for line in wrap(&Piece::words(text, Ink::Plain), self.width) {
            self.line(line)?;
        }
        Ok(())
    }

    /// Counts, and what is counted; what does not fit goes on below its beginning.
    pub(super) fn item(&mut self, counts: &[usize], pieces: Vec<Piece>) -> io::Result<()> {
        let figures: Vec<String> = counts.iter().map(|c| format!("{c:>COUNT$}  ")).collect();
        let indent = counts.len() * (COUNT + 2);
        let width = self.width.saturating_sub(indent).max(NARROWEST);
        for (n, text) in wrap(&pieces, width).into_iter().enumerate() {
            let mut line = Line::default();
            if n == 0 {
                line.push(&figures.concat(), Ink::Plain);
            }
            pad(&mut line, indent);
            line.append(text);
            self.line(line)?;
        }
        Ok(())
    }

    /// How many more there are than are shown.
    pub(super) fn more(&mut self, all: usize, shown: usize) -> io::Result<()> {
        match all.checked_sub(shown + 1) {
            Some(more) => writeln!(self.out, "{:>COUNT$}  more", more + 1),
            None => Ok(()),
        }
    }

    pub(super) fn line(&mut self, line: Line) -> io::Result<()> {
        write_line(&mut self.out, line)
    }

    /// A line that begins with a siglum.
    pub(super) fn named(&self, witness: usize) -> Line {
        let mut line = Line::default();
        line.push(&siglum(self.table, witness), Ink::Strong);
        pad(&mut line, self.longest());
        line
    }

    /// The columns of the longest siglum.
    pub(super) fn longest(&self) -> usize {
        let sigla = (0..self.table.witnesses.len()).map(|w| siglum(self.table, w).width());
        sigla.max().unwrap_or(0)
    }

    /// Witnesses that stand together: `ABD`, with spaces where sigla are longer.
    pub(super) fn group(&self, witnesses: &[usize]) -> String {
        let sigla: Vec<String> = witnesses.iter().map(|&w| siglum(self.table, w)).collect();
        sigla.join(if self.has_letters() { "" } else { " " })
    }

    /// Whether every siglum is one letter.
    pub(super) fn has_letters(&self) -> bool {
        let mut witnesses = self.table.witnesses.iter();
        witnesses.all(|w| w.siglum.0.chars().count() == 1)
    }
}

/// `(5, 7, 12, …)`: the first rows.
pub(super) fn rows(rows: &[RowNumber]) -> Vec<Piece> {
    let mut some: Vec<String> = rows
        .iter()
        .take(MOST_ROWS)
        .map(|row| row.to_string())
        .collect();
    if rows.len() > MOST_ROWS {
        some.push("…".to_owned());
    }
    Piece::words(&format!("({})", some.join(", ")), Ink::Margin)
}
