//! Base and apparatus: the text of the base, and under each row what others read otherwise, as critical editions print it.
//!
//! `sans forme] désolation B · informe C D`: the words of the base, then each other reading with the witnesses that have
//! it; who is not named has the words of the base, in whatever form. `om.` leaves out, `add.` has more behind these words, `transp.` has them in
//! another order.

use std::io::{self, Write};

use crate::table::{AlignmentTable, Row, RowKind};

use super::ViewOptions;
use super::cell::Block;
use super::content::Content;
use super::ink::Ink;
use super::items::{Whose, items};
use super::paper::Paper;
use super::signs::CellMarks;
use super::stacked::Page;
use super::variants::{Entry, entries};
use super::wording::sigla;
use super::wrap::Piece;

/// What closes the words of the base.
const LEMMA: &str = "]";
/// What parts the readings of one place.
const READING: &str = "·";
/// What stands before the apparatus of a row.
const APPARATUS: char = '│';
/// What parts places.
const PLACE: &str = "|";

pub(super) fn write(
    table: &AlignmentTable,
    options: &ViewOptions,
    out: &mut Paper<'_>,
) -> io::Result<()> {
    let content = Content::new(table, options);
    let page = Page::new(table, options.width);
    page.header(table, out)?;
    for (n, item) in items(&content, |row| cells(&content, row)).enumerate() {
        if n == 0 || item.row.is_some() {
            writeln!(out)?;
        }
        page.item(&item, out)?;
    }
    Ok(())
}

/// The text of the base, or of the first that stands in the row, and its apparatus.
fn cells(content: &Content<'_>, row: &Row) -> (Whose, Vec<Vec<Block>>) {
    let base = content.told_against(row);
    let Some(base) = base.filter(|_| row.kind == RowKind::Bead) else {
        return (Whose::Each, content.columns(row));
    };
    let mut cells = vec![Vec::new(); row.cells.len()];
    let entries = entries(content, row, base);
    let mut apparatus = absent(content, row);
    for entry in &entries {
        if !apparatus.is_empty() {
            apparatus.push(Piece::text(format!(" {PLACE}"), Ink::Margin));
            apparatus.push(Piece::Space(Ink::Margin));
        }
        write_entry(content, base, entry, &mut apparatus);
    }
    cells[base] = content.marked(row, base, &marks(content, row, base));
    if apparatus.is_empty() {
        let whose = match content.agrees(row) {
            true => Whose::All,
            false => Whose::Each,
        };
        cells.swap(0, if whose == Whose::All { base } else { 0 });
        return (whose, cells);
    }
    cells[base].push(Block {
        lead: Some((APPARATUS, Ink::Margin)),
        pieces: apparatus,
        one_line: false,
    });
    (Whose::Each, cells)
}

/// The witnesses that do not stand in the row, where there are any.
fn absent(content: &Content<'_>, row: &Row) -> Vec<Piece> {
    let absent: Vec<usize> = (0..row.cells.len()).filter(|&w| !row.has(w)).collect();
    if absent.is_empty() {
        return Vec::new();
    }
    let mut pieces = Piece::words("not in ", Ink::Margin);
    pieces.extend(sigla(content.table, &absent));
    pieces
}

/// The marks of the words of the base of which others read something else, or have more behind them.
fn marks(content: &Content<'_>, row: &Row, base: usize) -> CellMarks {
    let mut own = CellMarks::default();
    let mut last = None;
    for (link, mark) in row.links.iter().zip(content.marker.links(row)) {
        let tokens = &link.tokens[base];
        if mark.sign.is_some() || mark.moved {
            own.marks.extend(tokens.iter().map(|&t| (t, mark)));
        }
        if let (true, Some(standing)) = (tokens.is_empty(), mark.standing()) {
            own.gaps.push((last, standing));
        }
        last = tokens.last().copied().or(last);
    }
    own.marks.sort_by_key(|&(token, _)| token);
    own.gaps.sort_unstable();
    own
}

/// `sans forme] désolation B · informe C D`
fn write_entry(content: &Content<'_>, base: usize, entry: &Entry, out: &mut Vec<Piece>) {
    let prose = content.prose(base);
    if entry.before {
        out.extend(Piece::words("before ", Ink::Margin));
    }
    match &entry.lemma[..] {
        [first, second, .., last] if entry.lemma.len() > Entry::LONG => {
            prose.tokens(&[*first, *second, *last], Ink::Plain, out);
        }
        lemma => prose.tokens(lemma, Ink::Plain, out),
    }
    let number = entry.occurrence.map(super::signs::raised);
    out.push(Piece::text(
        format!("{}{LEMMA}", number.unwrap_or_default()),
        Ink::Margin,
    ));
    for (n, variant) in entry.variants.iter().enumerate() {
        if n > 0 {
            out.push(Piece::text(format!(" {READING}"), Ink::Margin));
        }
        out.push(Piece::Space(Ink::Plain));
        let said = match (entry.adds, variant.tokens.is_empty()) {
            _ if variant.same => None,
            (_, true) => Some("om."),
            (true, false) => Some("add."),
            (false, false) => None,
        };
        let mut words = Vec::new();
        if let Some(said) = said {
            words.push(Piece::text(said, variant.ink));
        }
        if !variant.tokens.is_empty() && !variant.same {
            if said.is_some() {
                words.push(Piece::Space(Ink::Plain));
            }
            let prose = content.prose(variant.witnesses[0]);
            prose.tokens(&variant.tokens, variant.ink, &mut words);
        }
        if variant.moved {
            if !words.is_empty() {
                words.push(Piece::text(" ", Ink::Plain));
            }
            words.push(Piece::text("transp.", Ink::MovedSign));
        }
        out.extend(words);
        out.push(Piece::text(" ", Ink::Plain));
        out.extend(sigla(content.table, &variant.witnesses));
    }
}
