//! Base and apparatus: the text of the base, and under each row what others read otherwise, as critical editions print it.
//!
//! `sans forme] désolation B · informe C D`: the words of the base, then each other reading with the witnesses that have
//! it; who is not named has the words of the base. `om.` leaves out, `add.` has more behind these words, `transp. post` has them in
//! another order, behind that word of its own.

use std::io::{self, Write};

use rustc_hash::FxHashSet;

use crate::apparatus::{Entry, Landmark, RowEntries, Side, Variant};
use crate::table::{Row, RowKind};
use crate::witness::TokenIndex;

use super::cell::Block;
use super::content::Content;
use super::ink::Ink;
use super::items::{Whose, items};
use super::paper::Paper;
use super::signs::{CellMarks, raised, standing_ink};
use super::stacked::Page;
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

pub(super) fn write(content: &Content<'_>, out: &mut Paper<'_>) -> io::Result<()> {
    let (table, options) = (content.table, content.options);
    let page = Page::new(table, options.width);
    page.header(table, out)?;
    for (n, item) in items(content, |row| cells(content, row)).enumerate() {
        if n == 0 || item.row.is_some() {
            writeln!(out)?;
        }
        page.item(&item, out)?;
    }
    Ok(())
}

/// Whether a lemma in the apparatus of a row has a number.
pub(super) fn is_numbered(content: &Content<'_>, row: &Row) -> bool {
    content.apparatus(row).iter().any(|said| {
        let mut occurrences = content.occurrences(row, said.base);
        let mut entries = said.entries.iter();
        entries.any(|entry| occurrences.number(entry).is_some())
    })
}

/// The text of the base, or of the first that stands in the row, and its apparatus; and those of others that are not compared
/// with it.
fn cells(content: &Content<'_>, row: &Row) -> (Whose, Vec<Vec<Block>>) {
    let told = content.apparatus(row);
    let (Some(first), RowKind::Bead) = (told.first(), row.kind) else {
        return (Whose::Each, content.columns(row));
    };
    let mut cells = vec![Vec::new(); row.cells.len()];
    let mut differs = false;
    for said in told {
        let base = said.base;
        let apparatus = apparatus(content, row, said);
        cells[base] = content.marked(row, base, &marks(content, row, base));
        if !apparatus.is_empty() {
            differs = true;
            cells[base].push(Block {
                lead: Some((APPARATUS, Ink::Margin)),
                pieces: apparatus,
                one_line: false,
            });
        }
    }
    if !differs && content.agrees(row) {
        cells.swap(0, first.base);
        return (Whose::All, cells);
    }
    (Whose::Each, cells)
}

/// What others read otherwise than the base.
fn apparatus(content: &Content<'_>, row: &Row, said: &RowEntries) -> Vec<Piece> {
    let mut apparatus = absent(content, &said.absent);
    let mut occurrences = content.occurrences(row, said.base);
    let loud = Loud::new(content, row);
    for entry in &said.entries {
        if !apparatus.is_empty() {
            apparatus.push(Piece::text(format!(" {PLACE}"), Ink::Margin));
            apparatus.push(Piece::Space(Ink::Margin));
        }
        let number = occurrences.number(entry).map(raised);
        let first = apparatus.len();
        write_entry(content, said.base, (entry, number), &mut apparatus);
        if !loud.is_in(said.base, entry) {
            apparatus[first..].iter_mut().for_each(Piece::make_faint);
        }
    }
    apparatus
}

/// For each witness its words at which a difference of a row is more than faint.
struct Loud(Vec<FxHashSet<TokenIndex>>);

impl Loud {
    fn new(content: &Content<'_>, row: &Row) -> Self {
        let mut loud = vec![FxHashSet::default(); row.cells.len()];
        for (link, mark) in row.links.iter().zip(content.marker.links(row)) {
            if !mark.faint {
                for (own, tokens) in loud.iter_mut().zip(&link.tokens) {
                    own.extend(tokens.iter().copied());
                }
            }
        }
        Self(loud)
    }

    /// Whether such a word is among those that an entry is about.
    fn is_in(&self, base: usize, entry: &Entry) -> bool {
        let lemma = entry.lemma.iter().map(|word| (base, word));
        let lemma = lemma.filter(|_| entry.side == Side::At);
        let words = entry.variants.iter().flat_map(|variant| {
            let own = variant.witnesses.iter().zip(&variant.words);
            own.flat_map(|(&w, words)| words.iter().map(move |word| (w, word)))
        });
        let mut about = lemma.chain(words);
        about.any(|(w, word)| self.0[w].contains(word))
    }
}

/// The witnesses that do not stand in the row, where there are any.
fn absent(content: &Content<'_>, absent: &[usize]) -> Vec<Piece> {
    if absent.is_empty() {
        return Vec::new();
    }
    let mut pieces = Piece::words("not in ", Ink::Margin);
    pieces.extend(sigla(content.table, absent));
    pieces
}

/// The marks of the words of the base of which others read something else, or have more behind them.
fn marks(content: &Content<'_>, row: &Row, base: usize) -> CellMarks {
    let mut own = CellMarks::default();
    let mut last = None;
    for (link, mark) in row.links.iter().zip(content.marker.links(row)) {
        if !content.tells(row, link, base) {
            continue;
        }
        let tokens = &link.tokens[base];
        // What is faint is told below alone.
        if mark.faint {
            last = tokens.last().copied().or(last);
            continue;
        }
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

/// `sans forme] désolation B · informe C D`; with the number of a lemma that stands several times.
fn write_entry(
    content: &Content<'_>,
    base: usize,
    (entry, number): (&Entry, Option<String>),
    out: &mut Vec<Piece>,
) {
    let witness = &content.table.witnesses[base];
    if entry.side == Side::Before {
        out.extend(Piece::words("before ", Ink::Margin));
    }
    let prose = content.prose(base);
    prose.tokens(&entry.cited(witness), Ink::Plain, out);
    out.push(Piece::text(
        format!("{}{LEMMA}", number.unwrap_or_default()),
        Ink::Margin,
    ));
    for (n, variant) in entry.variants.iter().enumerate() {
        if n > 0 {
            out.push(Piece::text(format!(" {READING}"), Ink::Margin));
        }
        out.push(Piece::Space(Ink::Plain));
        write_variant(content, entry.side, variant, out);
        out.push(Piece::text(" ", Ink::Plain));
        out.extend(sigla(content.table, &variant.witnesses));
    }
}

fn write_variant(content: &Content<'_>, side: Side, variant: &Variant, out: &mut Vec<Piece>) {
    let ink = ink(content, variant);
    let words = variant.first();
    let said = match (side, words.is_empty()) {
        _ if variant.is_omission() => Some("om."),
        (Side::Before | Side::Behind, false) => Some("add."),
        _ => None,
    };
    if let Some(said) = said {
        out.push(Piece::text(said, ink));
    }
    if !words.is_empty() {
        if said.is_some() {
            out.push(Piece::Space(Ink::Plain));
        }
        let prose = content.prose(variant.witnesses[0]);
        prose.tokens(words, ink, out);
    }
    if let Some(landmark) = variant.moved {
        if !words.is_empty() {
            out.push(Piece::text(" ", Ink::Plain));
        }
        let first = variant.witnesses[0];
        let (term, after) = landmark.told(&content.table.witnesses[first]);
        out.extend(Piece::words(term, Ink::MovedSign));
        if after.is_some() {
            out.push(Piece::Space(Ink::Plain));
        }
        match (landmark, after) {
            (Landmark::Word(word), _) => content.prose(first).tokens(&[word], Ink::Plain, out),
            (_, Some(number)) => out.push(Piece::text(number, Ink::Plain)),
            (_, None) => {}
        }
    }
}

/// The ink of the words of a variant.
fn ink(content: &Content<'_>, variant: &Variant) -> Ink {
    let ink = standing_ink(variant.standing).unwrap_or(Ink::Plain);
    // Of more than two, who has them elsewhere is one thing among others.
    match content.table.witnesses.len() > 2 || variant.moved.is_none() {
        true => ink,
        false => ink.moved(),
    }
}
