//! Side by side: a column a witness, each row facing its counterpart.

use std::io;

use unicode_width::UnicodeWidthStr;

use crate::table::AlignmentTable;

use super::cell::Block;
use super::content::Content;
use super::ink::Ink;
use super::items::{Item, Whose, items};
use super::page::{GUTTER, Margin, NARROWEST, RULE, lines, margin, pad, write_line};
use super::paper::Paper;
use super::wording::siglum;
use super::wrap::{Line, Piece, end_of};
use crate::visible::{Invisible, visible};

pub(super) fn write(content: &Content<'_>, out: &mut Paper<'_>) -> io::Result<()> {
    let (table, options) = (content.table, content.options);
    let page = Page::new(table, options.width);
    page.header(table, out)?;
    let rows = items(content, |row| (Whose::Each, content.columns(row)));
    for (n, item) in rows.enumerate() {
        if n > 0 && item.paragraph {
            page.blank(out)?;
        }
        page.item(&item, out)?;
    }
    Ok(())
}

struct Page {
    margin: Margin,
    columns: usize,
    /// Width of a column, gutter included.
    column: usize,
}

impl Page {
    fn new(table: &AlignmentTable, width: usize) -> Self {
        let columns = table.witnesses.len();
        let margin = Margin::of(table);
        let room = width
            .saturating_sub(margin.width())
            .saturating_sub((columns - 1) * 3);
        Self {
            margin,
            columns,
            column: (room / columns).max(GUTTER + NARROWEST),
        }
    }

    fn header(&self, table: &AlignmentTable, out: &mut Paper<'_>) -> io::Result<()> {
        let names = table.witnesses.iter().enumerate().map(|(w, witness)| {
            let siglum = format!("{}  ", siglum(table, w));
            let room = self.column.saturating_sub(GUTTER + siglum.width());
            let path = end_of(&visible(&witness.path, Invisible::LeftOut), room);
            let name = vec![
                Piece::text(siglum, Ink::Strong),
                Piece::text(path, Ink::Margin),
            ];
            vec![Block {
                lead: None,
                pieces: name,
                one_line: true,
            }]
        });
        let item = Item {
            row: None,
            label: String::new(),
            paragraph: false,
            whose: Whose::Each,
            cells: names.collect(),
        };
        self.item(&item, out)?;
        let mut line = Line::default();
        pad(&mut line, self.margin.width());
        for column in 0..self.columns {
            let cross = if column + 1 < self.columns {
                "─┼─"
            } else {
                ""
            };
            line.push(&format!("{}{cross}", "─".repeat(self.column)), Ink::Margin);
        }
        write_line(out, line)
    }

    fn item(&self, item: &Item<'_>, out: &mut Paper<'_>) -> io::Result<()> {
        let cells: Vec<Vec<Line>> = item
            .cells
            .iter()
            .map(|blocks| lines(blocks, self.column))
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        let mut cells: Vec<_> = cells.into_iter().map(Vec::into_iter).collect();
        for n in 0..height {
            let mut line = margin(item, self.margin, n == 0);
            for (w, cell) in cells.iter_mut().enumerate() {
                let mut text = cell.next().unwrap_or_default();
                pad(&mut text, self.column);
                line.append(text);
                if w + 1 < self.columns {
                    line.push(RULE, Ink::Margin);
                }
            }
            write_line(out, line)?;
        }
        Ok(())
    }

    fn blank(&self, out: &mut Paper<'_>) -> io::Result<()> {
        let mut line = Line::default();
        pad(&mut line, self.margin.width());
        for _ in 1..self.columns {
            let end = line.width + self.column;
            pad(&mut line, end);
            line.push(RULE, Ink::Margin);
        }
        write_line(out, line)
    }
}
