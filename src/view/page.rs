//! What the layouts share: painted lines, the margin with its row numbers, a block in its gutter.

use std::io::{self, Write};

use crate::table::AlignmentTable;

use super::cell::Block;
use super::ink::Ink;
use super::items::Item;
use super::notes::MOVED_ROW;
use super::paper::Paper;
use super::wrap::{Line, Piece, cut, wrap};
use crate::visible::has_right_to_left;

/// Columns of the gutter, which holds the sign of a block and a space.
pub(super) const GUTTER: usize = 2;

/// What stands between columns.
pub(super) const RULE: &str = " │ ";
/// Columns of text below which a column is not narrowed further; the view is then wider than asked.
pub(super) const NARROWEST: usize = 10;

/// The width in digits of the largest row number, at least 2.
pub(super) fn digits(table: &AlignmentTable) -> usize {
    let largest = table
        .rows
        .iter()
        .map(|row| row.number)
        .max()
        .map_or(0, |number| number.0);
    largest.to_string().len().max(2)
}

/// Columns of the margin: the row number, the sign of a moved row, a space.
pub(super) fn margin_width(digits: usize) -> usize {
    digits + 2
}

/// The margin of an item's first line, or of a line after it.
pub(super) fn margin(item: &Item<'_>, digits: usize, first: bool) -> Line {
    let mut line = Line::default();
    if let Some(row) = item.row.filter(|_| first) {
        line.push(&format!("{:>digits$}", row.number), Ink::Margin);
        if row.moved {
            line.push(&MOVED_ROW.to_string(), Ink::MovedSign);
        }
    }
    pad(&mut line, margin_width(digits));
    line
}

/// The lines of blocks, gutter and text together at most `width` columns wide.
pub(super) fn lines(blocks: &[Block], width: usize) -> Vec<Line> {
    let text_width = width.saturating_sub(GUTTER).max(1);
    blocks
        .iter()
        .flat_map(|block| {
            let lines = if block.one_line {
                vec![cut(&block.pieces, text_width)]
            } else {
                wrap(&block.pieces, text_width)
            };
            lines.into_iter().enumerate().map(|(n, text)| {
                let mut line = Line::default();
                if let (0, Some((sign, ink))) = (n, block.lead) {
                    line.push(&sign.to_string(), ink);
                }
                pad(&mut line, GUTTER);
                line.append(text);
                line
            })
        })
        .collect()
}

/// Fills a line with spaces up to `width` columns. A line that holds writing from right to left is first given a
/// mark of the other direction: a terminal that reorders would otherwise swap the columns.
pub(super) fn pad(line: &mut Line, width: usize) {
    if line.pieces.iter().any(|(text, _)| has_right_to_left(text)) {
        line.push("\u{200e}", Ink::Plain);
    }
    line.push(&" ".repeat(width.saturating_sub(line.width)), Ink::Plain);
}

/// Writes a line, without the spaces at its end.
pub(super) fn write_line(out: &mut Paper<'_>, mut line: Line) -> io::Result<()> {
    while let Some((text, _)) = line.pieces.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
        if !text.is_empty() {
            break;
        }
        line.pieces.pop();
    }
    for (text, ink) in &line.pieces {
        // Spaces bear no colour, so that the escapes stay few.
        if text.trim_matches(' ').is_empty() {
            out.write_all(text.as_bytes())?;
        } else {
            out.paint(text, *ink)?;
        }
    }
    writeln!(out)
}

/// Writes pieces wrapped at `width` columns, after `indent` spaces.
pub(super) fn write_wrapped(
    out: &mut Paper<'_>,
    pieces: &[Piece],
    indent: usize,
    width: usize,
) -> io::Result<()> {
    for text in wrap(pieces, width.saturating_sub(indent)) {
        let mut line = Line::default();
        pad(&mut line, indent);
        line.append(text);
        write_line(out, line)?;
    }
    Ok(())
}
