//! Stacked: the witnesses of a row one below the other, for terminals too narrow for columns.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::table::AlignmentTable;

use super::ink::Ink;
use super::items::{Item, items};
use super::page::{digits, lines, margin, pad, write_line};
use super::visible::visible;
use super::wrap::{Line, end_of};
use super::{ViewOptions, siglum};

pub(super) fn write(
    table: &AlignmentTable,
    options: &ViewOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sigla: Vec<String> = (0..table.witnesses.len())
        .map(|w| siglum(table, w))
        .collect();
    let page = Page {
        digits: digits(table),
        siglum: sigla.iter().map(|s| s.width()).max().unwrap_or(0),
        sigla,
        width: options.width,
    };
    for (siglum, witness) in page.sigla.iter().zip(&table.witnesses) {
        let mut line = Line::default();
        line.push(siglum, Ink::Strong);
        pad(&mut line, page.siglum + 2);
        let room = options.width.saturating_sub(line.width);
        line.push(&end_of(&visible(&witness.path, false), room), Ink::Margin);
        write_line(out, line)?;
    }
    for item in items(table, options) {
        writeln!(out)?;
        page.item(&item, out)?;
    }
    Ok(())
}

struct Page {
    digits: usize,
    sigla: Vec<String>,
    /// Columns of the longest siglum.
    siglum: usize,
    width: usize,
}

impl Page {
    fn item(&self, item: &Item, out: &mut dyn Write) -> io::Result<()> {
        let mut first = true;
        for (siglum, blocks) in self.sigla.iter().zip(&item.cells) {
            let head = margin(item, self.digits, first);
            let width = self.width.saturating_sub(head.width + self.siglum + 1);
            for (n, text) in lines(blocks, width).into_iter().enumerate() {
                let mut line = margin(item, self.digits, first);
                let end = line.width + self.siglum + 1;
                if n == 0 {
                    line.push(siglum, Ink::Strong);
                }
                pad(&mut line, end);
                line.append(text);
                write_line(out, line)?;
                first = false;
            }
        }
        Ok(())
    }
}
