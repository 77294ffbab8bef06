//! A line a row: number, shape, similarity, and how each cell begins.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::table::{AlignmentTable, Row, RowKind};

use super::cell::{Block, FOLDED};
use super::content::Content;
use super::fold::{self, Part};
use super::ink::Ink;
use super::notes::MOVED_ROW;
use super::page::{Margin, NARROWEST, RULE, pad, write_line};
use super::paper::Paper;
use super::summary::shape_of;
use super::wording::percent;
use super::wording::siglum;
use super::wrap::{Line, Piece, cut};

/// Columns of the share of equal words.
const SIMILARITY: usize = 5;
/// Columns of a cell in which something of a sentence can be read, where the witnesses do not fit beside each other.
const EASY: usize = 18;
/// The most witnesses whose units are told one by one.
const MOST_SHAPES: usize = 6;

pub(super) fn write(content: &Content<'_>, out: &mut Paper<'_>) -> io::Result<()> {
    let (table, options) = (content.table, content.options);
    let page = Page::new(table, options.width);
    // What does not fit beside each other stands in blocks, one below the other.
    let witnesses: Vec<usize> = (0..table.witnesses.len()).collect();
    for (n, block) in witnesses.chunks(page.columns.max(1)).enumerate() {
        if n > 0 {
            writeln!(out)?;
        }
        page.block(content, block, options.width, out)?;
    }
    Ok(())
}

/// The blocks of a cell as one, with the signs of those that stand for text not shown.
fn joined(blocks: Vec<Block>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in blocks {
        if !pieces.is_empty() {
            pieces.push(Piece::Space(Ink::Plain));
        }
        if let Some((FOLDED, ink)) = block.lead {
            pieces.push(Piece::text(format!("{FOLDED} "), ink));
        }
        pieces.extend(block.pieces);
    }
    pieces
}

struct Page {
    /// The row number, and the name.
    margin: Margin,
    /// Columns of the shape of a row.
    shape: usize,
    /// How many witnesses stand beside each other.
    columns: usize,
    /// Columns of a cell.
    column: usize,
}

impl Page {
    fn new(table: &AlignmentTable, width: usize) -> Self {
        let margin = Margin::of(table);
        let shapes = table.rows.iter().map(|row| shape(table, row).width());
        let shape = shapes.max().unwrap_or(0);
        let mut page = Self {
            margin,
            shape,
            columns: table.witnesses.len(),
            column: 0,
        };
        let room = width.saturating_sub(page.head_width()) + RULE.width();
        let fit = room / (NARROWEST + RULE.width());
        if page.columns > fit.max(2) {
            let blocks = page.columns.div_ceil((room / (EASY + RULE.width())).max(1));
            page.columns = page.columns.div_ceil(blocks);
        }
        let cells = room.saturating_sub(page.columns * RULE.width());
        page.column = (cells / page.columns.max(1)).max(NARROWEST);
        page
    }

    /// The rows of some witnesses, that stand beside each other.
    fn block(
        &self,
        content: &Content<'_>,
        block: &[usize],
        width: usize,
        out: &mut Paper<'_>,
    ) -> io::Result<()> {
        let table = content.table;
        let name = |&w: &usize| vec![Piece::text(siglum(table, w), Ink::Strong)];
        self.line(Line::default(), block.iter().map(name).collect(), out)?;
        for part in fold::parts(content) {
            let row = match part {
                Part::Row(row) => row,
                Part::Folded(units) => {
                    let text = joined(vec![fold::folded(content, units)]);
                    let width = width.saturating_sub(self.margin.digits + 1);
                    let mut line = Line::default();
                    pad(&mut line, self.margin.digits + 1);
                    line.append(cut(&text, width));
                    write_line(out, line)?;
                    continue;
                }
            };
            let mut cells = content.columns(row);
            let own = block.iter().map(|&w| joined(std::mem::take(&mut cells[w])));
            let texts: Vec<Vec<Piece>> = own.collect();
            if texts.iter().any(|text| !text.is_empty()) {
                self.line(self.head(table, row), texts, out)?;
            }
        }
        Ok(())
    }

    /// Row number, arrow, the row after which it stands elsewhere, shape, similarity, with their spaces.
    fn head_width(&self) -> usize {
        2 * self.margin.digits + 2 + self.shape + SIMILARITY + 3 + self.margin.label_width()
    }

    fn head(&self, table: &AlignmentTable, row: &Row) -> Line {
        let mut line = Line::default();
        line.push(
            &format!("{:>1$}", row.number, self.margin.digits),
            Ink::Margin,
        );
        if let Some(to) = row.moved_to {
            line.push(&format!("{MOVED_ROW}{to}"), Ink::MovedSign);
        }
        pad(&mut line, 2 * self.margin.digits + 2);
        let ink = match row.kind {
            RowKind::Bead => Ink::Margin,
            RowKind::Only => Ink::OnlySign,
        };
        line.push(&shape(table, row), ink);
        pad(&mut line, 2 * self.margin.digits + 2 + self.shape + 1);
        let similarity = row.similarity.map_or(String::new(), percent);
        line.push(&format!("{similarity:>SIMILARITY$}"), Ink::Plain);
        if let Some(label) = table.shared_label(row) {
            line.push("  ", Ink::Plain);
            line.append(self.margin.label(&label));
        }
        line
    }

    fn line(&self, mut line: Line, texts: Vec<Vec<Piece>>, out: &mut Paper<'_>) -> io::Result<()> {
        pad(&mut line, self.head_width());
        for (w, text) in texts.iter().enumerate() {
            if w > 0 {
                line.push(RULE, Ink::Margin);
            }
            let mut cell = cut(text, self.column);
            pad(&mut cell, self.column);
            line.append(cell);
        }
        write_line(out, line)
    }
}

/// How many units of each witness stand in a row: `1-2`, `only B`; of very many, how many witnesses.
fn shape(table: &AlignmentTable, row: &Row) -> String {
    let alone = row.cells.iter().position(|cell| !cell.is_empty());
    match (row.kind, alone) {
        (RowKind::Only, Some(w)) => format!("only {}", siglum(table, w)),
        _ if row.cells.len() > MOST_SHAPES => {
            format!("in {} of {}", row.present().count(), row.cells.len())
        }
        _ => shape_of(&row.cells.iter().map(Vec::len).collect::<Vec<_>>()),
    }
}
