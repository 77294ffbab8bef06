//! Stacked: the witnesses of a row one below the other, for terminals too narrow for columns.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::table::{AlignmentTable, Row};

use super::cell::Block;
use super::content::Content;
use super::ink::Ink;
use super::items::{Item, Whose, items};
use super::page::{Margin, lines, margin, pad, write_line};
use super::paper::Paper;
use super::wording::siglum;
use super::wrap::{Line, Piece, end_of, wrap};
use crate::visible::{Invisible, visible};

pub(super) fn write(content: &Content<'_>, out: &mut Paper<'_>) -> io::Result<()> {
    let (table, options) = (content.table, content.options);
    let page = Page::new(table, options.width);
    page.header(table, out)?;
    for item in items(content, |row| cells(content, row)) {
        writeln!(out)?;
        page.item(&item, out)?;
    }
    Ok(())
}

/// Each witness's text; what they have alike, once.
fn cells(content: &Content<'_>, row: &Row) -> (Whose, Vec<Vec<Block>>) {
    let Some(shared) = content.shared(row) else {
        return (Whose::Each, content.columns(row));
    };
    let mut cells = vec![Vec::new(); row.cells.len()];
    cells[0] = shared;
    (Whose::All, cells)
}

/// What stands in place of a siglum where all witnesses have the same.
pub(super) const SAME: &str = "=";

/// Rows one below the other, with their numbers and sigla in the margin.
pub(super) struct Page {
    margin: Margin,
    sigla: Vec<String>,
    /// Columns of the longest siglum.
    siglum: usize,
    width: usize,
}

impl Page {
    pub(super) fn new(table: &AlignmentTable, width: usize) -> Self {
        let sigla: Vec<String> = (0..table.witnesses.len())
            .map(|w| siglum(table, w))
            .collect();
        let longest = sigla.iter().map(|s| s.width()).max().unwrap_or(0);
        Self {
            margin: Margin::of(table),
            siglum: longest,
            sigla,
            width,
        }
    }

    /// The names of the witnesses.
    pub(super) fn header(&self, table: &AlignmentTable, out: &mut Paper<'_>) -> io::Result<()> {
        for (siglum, witness) in self.sigla.iter().zip(&table.witnesses) {
            let mut line = Line::default();
            line.push(siglum, Ink::Strong);
            pad(&mut line, self.siglum + 2);
            let room = self.width.saturating_sub(line.width);
            line.push(
                &end_of(&visible(&witness.path, Invisible::LeftOut), room),
                Ink::Margin,
            );
            write_line(out, line)?;
        }
        Ok(())
    }

    /// The sigla of the witnesses that have these blocks.
    fn of(&self, item: &Item<'_>, blocks: &[Block]) -> String {
        let have = item.cells.iter().zip(&self.sigla);
        let have = have.filter(|(cell, _)| *cell == blocks);
        let sigla: Vec<&str> = have.map(|(_, siglum)| siglum.as_str()).collect();
        match item.row.is_some() && sigla.len() == 2 && sigla.len() == item.cells.len() {
            true => SAME.to_owned(),
            false => sigla.join(" "),
        }
    }

    pub(super) fn item(&self, item: &Item<'_>, out: &mut Paper<'_>) -> io::Result<()> {
        let mut first = true;
        for (w, blocks) in item.cells.iter().enumerate() {
            // What several have alike is shown with the first of them.
            if item.cells[..w].contains(blocks) {
                continue;
            }
            let sigla = match (item.whose, w) {
                (Whose::All, 0) => SAME.to_owned(),
                (Whose::Nobody, 0) => String::new(),
                _ => self.of(item, blocks),
            };
            let margin_width = margin(item, self.margin, false).width;
            let width = self.width.saturating_sub(margin_width + self.siglum + 1);
            let lines = lines(blocks, width);
            // More than fit beside the text stand above it.
            let mut beside = Some(&sigla).filter(|sigla| sigla.width() <= self.siglum);
            if beside.is_none() && !lines.is_empty() {
                let room = self.width.saturating_sub(margin_width);
                for above in wrap(&Piece::words(&sigla, Ink::Strong), room) {
                    let mut line = margin(item, self.margin, first);
                    line.append(above);
                    write_line(out, line)?;
                    first = false;
                }
            }
            for text in lines {
                let mut line = margin(item, self.margin, first);
                if let Some(sigla) = beside.take() {
                    line.push(sigla, Ink::Strong);
                }
                pad(&mut line, margin_width + self.siglum + 1);
                line.append(text);
                write_line(out, line)?;
                first = false;
            }
        }
        Ok(())
    }
}
