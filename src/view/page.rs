//! What the layouts share: painted lines, the margin with its row numbers, a block in its gutter.

use std::borrow::Cow;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::table::AlignmentTable;

use super::cell::Block;
use super::ink::Ink;
use super::items::Item;
use super::notes::MOVED_ROW;
use super::paper::Paper;
use super::wrap::{Line, Piece, cut, wrap};
use crate::visible::{Invisible, has_right_to_left, visible};

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

/// The margin: the row number, the sign of a moved row, what the files call the row, a space each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margin {
    /// Columns of the number.
    pub(super) digits: usize,
    /// Columns of the name; none where no row has one.
    label: usize,
}

impl Margin {
    pub(super) fn of(table: &AlignmentTable) -> Self {
        /// Longer names are cut.
        const WIDEST: usize = 16;
        let labels = table.rows.iter().filter(|_| table.has_labels());
        let labels = labels.filter_map(|row| table.shared_label(row));
        let widest = labels.map(|label| shown(&label).width()).max();
        Self {
            digits: digits(table),
            label: widest.unwrap_or(0).min(WIDEST),
        }
    }

    pub(super) fn width(self) -> usize {
        self.digits + 2 + self.label_width()
    }

    /// Columns of the name and the space behind it.
    pub(super) fn label_width(self) -> usize {
        self.label + usize::from(self.label > 0)
    }

    /// The name of a row, as it fits.
    pub(super) fn label(self, name: &str) -> Line {
        cut(
            &[Piece::text(shown(name).into_owned(), Ink::Margin)],
            self.label,
        )
    }
}

fn shown(label: &str) -> Cow<'_, str> {
    visible(label, Invisible::LeftOut)
}

/// The margin of an item's first line, or of a line after it.
pub(super) fn margin(item: &Item<'_>, margin: Margin, first: bool) -> Line {
    let digits = margin.digits;
    let mut line = Line::default();
    if let Some(row) = item.row.filter(|_| first) {
        line.push(&format!("{:>digits$}", row.number), Ink::Margin);
        if row.moved {
            line.push(&MOVED_ROW.to_string(), Ink::MovedSign);
        }
    }
    pad(&mut line, digits + 2);
    if first && !item.label.is_empty() {
        line.append(margin.label(&item.label));
    }
    pad(&mut line, margin.width());
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
