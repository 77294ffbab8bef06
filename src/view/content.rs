//! What a cell of the table shows: its text marked up, runs without counterpart folded, skipped units in one line.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use crate::apparatus::{Apparatus, Occurrences, RowEntries};
use crate::class::Class;
use crate::table::{AlignmentTable, Fact, Link, Row, RowKind, RowNumber};
use crate::witness::{Skip, TokenIndex, TokenKind, UnitIndex, Witness};

use super::ViewOptions;
use super::cell::{Block, FOLDED, Markup, begins_paragraph};
use super::ink::Ink;
use super::notes::{Notes, note};
use super::prose::Prose;
use super::signs::{CellMarks, Mark, Marker, Signs, ambiguous};
use super::wording::{counted, siglum};
use super::wrap::Piece;
use crate::visible::Invisible;

/// The table with what its view needs to know.
pub(super) struct Content<'a> {
    pub(super) table: &'a AlignmentTable,
    pub(super) options: &'a ViewOptions,
    pub(super) notes: Notes<'a>,
    pub(super) marker: Marker<'a>,
    /// For each witness the tokens with which facts that differ begin, sorted.
    facts: Vec<Vec<TokenIndex>>,
    /// The signs that stand in the texts as well, which are told apart from those of the view.
    pub(super) ambiguous: Vec<char>,
    /// For each witness whether it has letters that are written from right to left, once that is asked for.
    right_to_left: Vec<OnceCell<bool>>,
    /// What an apparatus says of each row, once that is asked for.
    apparatus: OnceCell<FxHashMap<RowNumber, Vec<RowEntries>>>,
}

impl<'a> Content<'a> {
    pub(super) fn new(table: &'a AlignmentTable, options: &'a ViewOptions) -> Self {
        let marker = Marker::new(table, options);
        Self {
            table,
            options,
            notes: Notes::new(table),
            ambiguous: ambiguous(table, options),
            marker,
            right_to_left: vec![OnceCell::new(); table.witnesses.len()],
            apparatus: OnceCell::new(),
            facts: (0..table.witnesses.len())
                .map(|w| {
                    let first = |fact: &Fact| fact.tokens[w].first().copied();
                    let mut tokens: Vec<TokenIndex> =
                        table.facts.iter().filter_map(first).collect();
                    tokens.sort_unstable();
                    tokens
                })
                .collect(),
        }
    }

    /// The text of a witness, to be written.
    pub(super) fn prose(&self, w: usize) -> Prose<'_> {
        Prose {
            witness: &self.table.witnesses[w],
            facts: &self.facts[w],
            flags: self.options.signs != Signs::Never,
            ambiguous: &self.ambiguous,
            right_to_left: &self.right_to_left[w],
            invisible: match self.options.quiet.contains(&Class::Typographic) {
                true => Invisible::LeftOut,
                false => Invisible::SpelledOut,
            },
        }
    }

    /// The witnesses against which a row is told: several where not all are compared with one.
    pub(super) fn leads(&self, row: &Row) -> Vec<usize> {
        let rules = self.table.rules(&self.options.quiet);
        rules.leads(row, self.table.base).into_vec()
    }

    /// Whether a link is told against one of these.
    pub(super) fn tells(&self, row: &Row, link: &Link, lead: usize) -> bool {
        let rules = self.table.rules(&self.options.quiet);
        rules.is_led_by(row, link, lead, self.table.base)
    }

    /// Whether a row shows no difference.
    pub(super) fn agrees(&self, row: &Row) -> bool {
        self.table.rules(&self.options.quiet).agrees(row)
    }

    /// The blocks of a row for all witnesses, where these have the same, but for how words are printed.
    pub(super) fn shared(&self, row: &Row) -> Option<Vec<Block>> {
        let rules = self.table.rules(&self.options.quiet);
        let same = |link: &Link| {
            link.class == Class::Same || link.class == Class::Typographic && rules.has_words(link)
        };
        if !self.agrees(row) || !row.links.iter().all(same) {
            return None;
        }
        let mut cells = self.columns(row).into_iter();
        let first = cells.next()?;
        let shape = |blocks: &[Block]| -> Vec<_> { blocks.iter().map(Block::shape).collect() };
        cells
            .all(|cell| shape(&cell) == shape(&first))
            .then_some(first)
    }

    /// Whether nothing in a row, nor about it, is worth a look: it shows no difference, or is skipped.
    pub(super) fn is_quiet(&self, row: &Row) -> bool {
        let skipped = |(units, witness): (&Vec<UnitIndex>, &Witness)| {
            units.iter().all(|&u| witness.unit(u).skip.is_some())
        };
        let skipped = || row.cells.iter().zip(&self.table.witnesses).all(skipped);
        let rules = self.table.rules(&self.options.quiet);
        (rules.shows_none(row) || !self.options.show_skipped && skipped())
            && self.table.facts_of(row.number).is_empty()
            && self.notes.arrivals(row.number).is_empty()
    }

    /// The blocks of a row for each witness.
    pub(super) fn columns(&self, row: &Row) -> Vec<Vec<Block>> {
        match row.kind {
            RowKind::Bead => {
                let marks = self.marker.cells(row);
                let cells = marks.iter().enumerate();
                cells.map(|(w, own)| self.marked(row, w, own)).collect()
            }
            RowKind::Only => (0..row.cells.len()).map(|w| self.only(row, w)).collect(),
        }
    }

    /// What an apparatus says of a row, against each witness that it is told against.
    pub(super) fn apparatus(&self, row: &Row) -> &[RowEntries] {
        let made = self.apparatus.get_or_init(|| {
            let apparatus = Apparatus::new(self.table, &self.marker.voices, self.marker.agreement);
            let rows = self.table.rows.iter();
            rows.map(|row| (row.number, apparatus.of_row(row)))
                .collect()
        });
        made.get(&row.number).map_or(&[], Vec::as_slice)
    }

    /// Where the words of a witness stand in a row.
    pub(super) fn occurrences(&self, row: &Row, w: usize) -> Occurrences<'_> {
        Occurrences::new(&self.table.witnesses[w], &row.cells[w])
    }

    /// The blocks of a row for one witness, with these marks.
    pub(super) fn marked(&self, row: &Row, w: usize, own: &CellMarks) -> Vec<Block> {
        self.markup(w, own, Mark::default(), Ink::Plain)
            .blocks(&row.cells[w])
    }

    /// Whether a paragraph begins in the row, in some witness.
    pub(super) fn begins_paragraph(&self, row: &Row) -> bool {
        row.cells
            .iter()
            .zip(&self.table.witnesses)
            .any(|(units, witness)| {
                units
                    .iter()
                    .any(|&u| !witness.unit(u).span.is_empty() && begins_paragraph(witness, u))
            })
    }

    fn markup<'b>(&'b self, w: usize, own: &'b CellMarks, otherwise: Mark, ink: Ink) -> Markup<'b> {
        Markup {
            prose: self.prose(w),
            marks: &own.marks,
            gaps: &own.gaps,
            otherwise,
            ink,
        }
    }

    /// A run of units that this witness alone has, of which some may be skipped.
    fn only(&self, row: &Row, w: usize) -> Vec<Block> {
        let witness = &self.table.witnesses[w];
        let units: Vec<UnitIndex> = row.cells[w]
            .iter()
            .copied()
            .filter(|&u| !witness.unit(u).span.is_empty())
            .collect();
        let skip = |u: UnitIndex| &witness.unit(u).skip;
        units
            .chunk_by(|&u, &next| skip(u) == skip(next))
            .flat_map(|units| match skip(units[0]) {
                Some(reason) => self.skipped(w, units, reason),
                None => self.unmatched(row, w, units),
            })
            .collect()
    }

    /// Units that have no counterpart: the ends of the run, and what is quoted elsewhere; the rest is counted.
    fn unmatched(&self, row: &Row, w: usize, units: &[UnitIndex]) -> Vec<Block> {
        let witness = &self.table.witnesses[w];
        let context = self.options.context;
        let mut shown: Vec<(UnitIndex, bool)> = units
            .iter()
            .enumerate()
            .map(|(i, &u)| (u, i < context || i + context >= units.len()))
            .collect();
        for passage in self.notes.passages(row.number, w) {
            for (u, shown) in &mut shown {
                let span = witness.unit(*u).span;
                *shown |= span.start < passage.end && passage.start < span.end;
            }
        }
        let alone = Mark::only_unit(self.options.signs.everywhere(self.options.colours));
        let none = CellMarks::default();
        let markup = self.markup(w, &none, alone, Ink::OnlyUnit);
        shown
            .chunk_by(|(_, this), (_, next)| this == next)
            .flat_map(|part| {
                // To fold a single unit would save nothing.
                if part[0].1 || part.len() == 1 {
                    let units: Vec<UnitIndex> = part.iter().map(|&(u, _)| u).collect();
                    return markup.blocks(&units);
                }
                let what = format!("more {}", witness.level.name());
                let what = counted(part.len(), &what);
                let text = format!("{what} only in {} …", siglum(self.table, w));
                vec![note(FOLDED, Ink::Margin, &text)]
            })
            .collect()
    }

    /// Whether nothing but a number, and marks around it, stands in the units.
    fn is_number(&self, w: usize, units: &[UnitIndex]) -> bool {
        let witness = &self.table.witnesses[w];
        let mut words = units
            .iter()
            .flat_map(|&u| witness.unit(u).tokens.indices())
            .filter(|&t| witness.token(t).kind != TokenKind::Punctuation);
        let is_number =
            |t| witness.token(t).kind == TokenKind::Number || is_roman(witness.token_text(t));
        words.next().is_some_and(is_number) && words.next().is_none()
    }

    /// Units that take no part in the alignment: one line, or their text.
    fn skipped(&self, w: usize, units: &[UnitIndex], reason: &Skip) -> Vec<Block> {
        let none = CellMarks::default();
        let markup = self.markup(w, &none, Mark::default(), Ink::Margin);
        let mut blocks = markup.blocks(units);
        let reason = match reason {
            Skip::Metadata => "metadata".to_owned(),
            Skip::Page if self.is_number(w, units) => "page number".to_owned(),
            Skip::Page => "running head".to_owned(),
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
            lead: Some((FOLDED, Ink::Margin)),
            pieces,
            one_line: true,
        }]
    }
}

/// Whether a word may be a number in Roman figures.
fn is_roman(word: &str) -> bool {
    word.chars()
        .all(|c| "ivxlcdm".contains(c.to_ascii_lowercase()))
}
