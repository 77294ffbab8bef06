//! Notes beside the rows: where moved rows stand in the other witness, and what is quoted where.

use rustc_hash::FxHashMap;

use crate::table::{AlignmentTable, Passage, Quotation, Row, RowNumber};
use crate::witness::Span;

use super::cell::Block;
use super::ink::Ink;
use super::wording::siglum;
use super::wrap::Piece;
use crate::visible::{Invisible, visible};

/// The sign of a moved row, and of the note that says where it stands.
pub(super) const MOVED_ROW: char = '→';
/// The sign at the place where moved rows stand in the other witness.
pub(super) const ARRIVED: char = '←';
/// The sign of a quotation.
pub(super) const QUOTATION: char = '≈';

/// The notes of a table, by row number.
pub(super) struct Notes<'a> {
    table: &'a AlignmentTable,
    /// For the first row of each moved block: its rows, and the row after which the other witness has them.
    departures: FxHashMap<RowNumber, (Vec<RowNumber>, RowNumber)>,
    /// For a row: the moved rows that the other witness has after it.
    arrivals: FxHashMap<RowNumber, Vec<RowNumber>>,
    /// For a row: the passages of quotations that stand in it, as indices of the quotation and of the passage.
    passages: FxHashMap<RowNumber, Vec<(usize, usize)>>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(table: &'a AlignmentTable) -> Self {
        let mut notes = Self {
            table,
            departures: FxHashMap::default(),
            arrivals: FxHashMap::default(),
            passages: FxHashMap::default(),
        };
        let blocks = table.rows.chunk_by(|row, next| {
            row.moved_to.is_some()
                && row.moved_to == next.moved_to
                && row.number.is_before(next.number)
        });
        for block in blocks {
            if let Some(after) = block[0].moved_to {
                let rows = as_the_other_has_them(block.iter().collect());
                notes.departures.insert(block[0].number, (rows, after));
            }
        }
        let mut moved: FxHashMap<RowNumber, Vec<&Row>> = FxHashMap::default();
        for row in &table.rows {
            if let Some(after) = row.moved_to {
                moved.entry(after).or_default().push(row);
            }
        }
        let arrived = moved.into_iter();
        notes.arrivals = arrived
            .map(|(after, rows)| (after, as_the_other_has_them(rows)))
            .collect();
        for (q, quotation) in table.quotations.iter().enumerate() {
            for (p, &row) in quotation.rows.iter().enumerate() {
                notes.passages.entry(row).or_default().push((q, p));
            }
        }
        notes
    }

    /// The passages of `witness` quoted elsewhere that stand in the row.
    pub(super) fn passages(
        &self,
        row: RowNumber,
        witness: usize,
    ) -> impl Iterator<Item = Span> + '_ {
        self.in_row(row)
            .map(|(_, passage)| passage)
            .filter(move |passage| passage.witness == witness)
            .map(|passage| passage.span)
    }

    /// Where the other witness has the block of moved rows that begins with this one.
    pub(super) fn departure(&self, row: RowNumber) -> Option<Block> {
        let (rows, after) = self.departures.get(&row)?;
        let what = match rows[..] {
            [_] => "this".to_owned(),
            _ => named(rows),
        };
        let place = match *after {
            RowNumber::BEGINNING => "at the beginning".to_owned(),
            after => format!("after row {after}"),
        };
        Some(note(
            MOVED_ROW,
            Ink::MovedSign,
            &format!("{} has {what} {place}", self.other()),
        ))
    }

    /// What the other witness has after this row that stands elsewhere in the table.
    pub(super) fn arrivals(&self, row: RowNumber) -> Option<Block> {
        let rows = self.arrivals.get(&row)?;
        let text = format!("here {} has {}", self.other(), named(rows));
        Some(note(ARRIVED, Ink::MovedSign, &text))
    }

    /// The quotations of which a passage of `witness` stands in this row: that passage, and where else it is.
    pub(super) fn quotations(&self, row: RowNumber, witness: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (quotation, passage) in self.in_row(row) {
            if passage.witness != witness {
                continue;
            }
            for (other, &at) in quotation.passages.iter().zip(&quotation.rows) {
                if other == passage {
                    continue;
                }
                let siglum = siglum(self.table, other.witness);
                let place = format!(" is in row {at} of {siglum}: ");
                let mut pieces = self.brief(passage);
                pieces.extend(Piece::words(&place, Ink::Margin));
                pieces.extend(self.brief(other));
                blocks.push(Block {
                    lead: Some((QUOTATION, Ink::Strong)),
                    pieces,
                    one_line: false,
                });
            }
        }
        blocks
    }

    fn in_row(&self, row: RowNumber) -> impl Iterator<Item = (&'a Quotation, &'a Passage)> + '_ {
        let passages = self.passages.get(&row).map_or(&[][..], Vec::as_slice);
        passages.iter().map(|&(q, p)| {
            let quotation = &self.table.quotations[q];
            (quotation, &quotation.passages[p])
        })
    }

    /// The witness in whose order moved rows stand elsewhere.
    fn other(&self) -> String {
        match &self.table.witnesses[..] {
            [_, _] => siglum(self.table, 1),
            _ => "another witness".to_owned(),
        }
    }

    /// A passage in quotation marks, its middle left out when it is long.
    fn brief(&self, passage: &Passage) -> Vec<Piece> {
        const FIRST: usize = 4;
        const LAST: usize = 2;
        let text = self.table.witnesses[passage.witness].line(passage.span);
        let words: Vec<&str> = text.split_whitespace().collect();
        let words = if words.len() <= FIRST + LAST + 2 {
            words
        } else {
            [&words[..FIRST], &["…"], &words[words.len() - LAST..]].concat()
        };
        let mut pieces = vec![Piece::text("“", Ink::Margin)];
        for (n, word) in words.into_iter().enumerate() {
            if n > 0 {
                pieces.push(Piece::Space(Ink::Quotation));
            }
            pieces.push(Piece::text(
                visible(word, Invisible::LeftOut),
                Ink::Quotation,
            ));
        }
        pieces.push(Piece::text("”", Ink::Margin));
        pieces
    }
}

/// The numbers of rows in the order in which the last witness has them.
fn as_the_other_has_them(mut rows: Vec<&Row>) -> Vec<RowNumber> {
    rows.sort_by_key(|row| row.cells.last().and_then(|cell| cell.first()).copied());
    rows.iter().map(|row| row.number).collect()
}

/// Rows by their numbers, in the order given: `row 8`, `rows 11–12, 8, 10`.
fn named(rows: &[RowNumber]) -> String {
    let runs = rows.chunk_by(|row, next| row.is_before(*next));
    let runs: Vec<String> = runs
        .map(|run| match run {
            [first, .., last] => format!("{first}–{last}"),
            _ => run[0].to_string(),
        })
        .collect();
    let what = if rows.len() == 1 { "row" } else { "rows" };
    format!("{what} {}", runs.join(", "))
}

/// A note of ours.
pub(super) fn note(lead: char, ink: Ink, text: &str) -> Block {
    Block {
        lead: Some((lead, ink)),
        pieces: Piece::words(text, Ink::Margin),
        one_line: false,
    }
}
