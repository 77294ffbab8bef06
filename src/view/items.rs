//! Rows as what is shown of them: for each witness the blocks of its cell, in every layout the same.

use crate::normalize::Class;
use crate::table::{AlignmentTable, Row, RowKind};
use crate::witness::Skip;

use super::cell::{Block, Markup, begins_paragraph};
use super::ink::Ink;
use super::notes::{Notes, note};
use super::signs::{Mark, Sign, marks};
use super::wrap::Piece;
use super::{ViewOptions, counted, siglum};

/// A row, or a note that stands between rows.
pub(super) struct Item {
    /// The number of the row; `None` for a note.
    pub(super) number: Option<u32>,
    /// Whether the row stands elsewhere in another witness.
    pub(super) moved: bool,
    /// Whether a paragraph begins here in some witness.
    pub(super) paragraph: bool,
    /// The blocks of each witness.
    pub(super) cells: Vec<Vec<Block>>,
}

/// The items of a table one after the other; rows of blank units alone are left out.
pub(super) fn items<'a>(
    table: &'a AlignmentTable,
    options: &'a ViewOptions,
) -> impl Iterator<Item = Item> + 'a {
    let maker = Maker {
        table,
        options,
        notes: Notes::new(table),
    };
    let first = maker.note(maker.notes.arrivals(0), false);
    let rows = table.rows.iter().flat_map(move |row| maker.row(row));
    first.into_iter().chain(rows)
}

struct Maker<'a> {
    table: &'a AlignmentTable,
    options: &'a ViewOptions,
    notes: Notes<'a>,
}

impl Maker<'_> {
    /// The row, between the notes about rows that stand elsewhere.
    fn row(&self, row: &Row) -> Vec<Item> {
        let mut cells: Vec<Vec<Block>> = (0..row.cells.len()).map(|w| self.cell(row, w)).collect();
        if cells.iter().all(Vec::is_empty) {
            return Vec::new();
        }
        for (w, cell) in cells.iter_mut().enumerate() {
            cell.extend(self.notes.quotations(row.number, w));
        }
        let paragraph = self.begins_paragraph(row);
        let departure = self.notes.departure(row.number).into_iter().collect();
        let before = self.note(departure, paragraph);
        let this = Item {
            number: Some(row.number),
            moved: row.moved,
            paragraph: paragraph && before.is_none(),
            cells,
        };
        let after = self.note(self.notes.arrivals(row.number), false);
        before.into_iter().chain([this]).chain(after).collect()
    }

    /// Notes about the order of the last witness, in its column; nothing for none.
    fn note(&self, blocks: Vec<Block>, paragraph: bool) -> Option<Item> {
        if blocks.is_empty() {
            return None;
        }
        let mut cells = vec![Vec::new(); self.table.witnesses.len() - 1];
        cells.push(blocks);
        Some(Item {
            number: None,
            moved: false,
            paragraph,
            cells,
        })
    }

    fn begins_paragraph(&self, row: &Row) -> bool {
        row.cells
            .iter()
            .zip(&self.table.witnesses)
            .any(|(units, witness)| {
                units.iter().any(|&u| {
                    !witness.units()[u as usize].span.is_empty() && begins_paragraph(witness, u)
                })
            })
    }

    fn cell(&self, row: &Row, w: usize) -> Vec<Block> {
        match row.kind {
            RowKind::Bead => {
                let marks = marks(self.table, row, w, &self.options.quiet);
                self.markup(w, &marks, Mark::default(), Ink::Plain)
                    .blocks(&row.cells[w])
            }
            RowKind::Only => self.only(row, w),
        }
    }

    fn markup<'b>(
        &'b self,
        w: usize,
        marks: &'b [(u32, Mark)],
        otherwise: Mark,
        ink: Ink,
    ) -> Markup<'b> {
        Markup {
            witness: &self.table.witnesses[w],
            marks,
            otherwise,
            ink,
            spell_out: !self.options.quiet.contains(&Class::Typographic),
        }
    }

    /// A run of units that this witness alone has, of which some may be skipped.
    fn only(&self, row: &Row, w: usize) -> Vec<Block> {
        let all = self.table.witnesses[w].units();
        let units: Vec<u32> = row.cells[w]
            .iter()
            .copied()
            .filter(|&u| !all[u as usize].span.is_empty())
            .collect();
        let skip = |u: u32| &all[u as usize].skip;
        units
            .chunk_by(|&u, &next| skip(u) == skip(next))
            .flat_map(|units| match skip(units[0]) {
                Some(reason) => self.skipped(w, units, reason),
                None => self.unmatched(row, w, units),
            })
            .collect()
    }

    /// Units that have no counterpart: the ends of the run, and what is quoted elsewhere; the rest is counted.
    fn unmatched(&self, row: &Row, w: usize, units: &[u32]) -> Vec<Block> {
        let witness = &self.table.witnesses[w];
        let context = self.options.context;
        let mut shown: Vec<(u32, bool)> = units
            .iter()
            .enumerate()
            .map(|(i, &u)| (u, i < context || i + context >= units.len()))
            .collect();
        for passage in self.notes.passages(row.number, w) {
            for (u, shown) in &mut shown {
                let span = witness.units()[*u as usize].span;
                *shown |= span.start < passage.end && passage.start < span.end;
            }
        }
        let alone = Mark {
            sign: Some(Sign::OnlyUnit),
            moved: false,
        };
        let markup = self.markup(w, &[], alone, Ink::OnlyUnit);
        shown
            .chunk_by(|(_, this), (_, next)| this == next)
            .flat_map(|part| {
                // To fold a single unit would save nothing.
                if part[0].1 || part.len() == 1 {
                    let units: Vec<u32> = part.iter().map(|&(u, _)| u).collect();
                    return markup.blocks(&units);
                }
                let what = format!("more {}", witness.level.name());
                let what = counted(part.len(), &what);
                let text = format!("{what} only in {} …", siglum(self.table, w));
                vec![note('…', Ink::Margin, &text)]
            })
            .collect()
    }

    /// Units that take no part in the alignment: one line, or their text.
    fn skipped(&self, w: usize, units: &[u32], reason: &Skip) -> Vec<Block> {
        let markup = self.markup(w, &[], Mark::default(), Ink::Margin);
        let mut blocks = markup.blocks(units);
        let reason = match reason {
            Skip::Metadata => "metadata".to_owned(),
            Skip::Language(code) => format!("language: {code}"),
        };
        if self.options.show_skipped {
            if let Some(first) = blocks.first_mut() {
                let said = Piece::words(&format!("({reason}) "), Ink::Strong);
                first.pieces.splice(0..0, said);
            }
            return blocks;
        }
        let mut pieces = Piece::words(&format!("skipped ({reason}):"), Ink::Margin);
        for block in blocks {
            pieces.push(Piece::Space(Ink::Margin));
            pieces.extend(block.pieces);
        }
        vec![Block {
            lead: Some(('…', Ink::Margin)),
            pieces,
            one_line: true,
        }]
    }
}
