//! Notes beside the rows: where moved rows stand in the other witness, and what is quoted where.

use rustc_hash::FxHashMap;

use crate::table::{AlignmentTable, Fact, Passage, Quotation, Row, RowNumber};
use crate::witness::Span;

use super::cell::Block;
use super::ink::Ink;
use super::wording::{sigla, siglum};
use super::wrap::Piece;
use crate::visible::{Invisible, visible};

/// The sign of a moved row, and of the note that says where it stands.
pub(super) const MOVED_ROW: char = '→';
/// The sign at the place where moved rows stand in the other witness.
pub(super) const ARRIVED: char = '←';
/// The sign of a quotation.
pub(super) const QUOTATION: char = '≈';

/// The sign of a fact of which two say something, and not the same.
const FLAG: char = '⚑';

/// The notes of a table, by row number.
pub(super) struct Notes<'a> {
    table: &'a AlignmentTable,
    /// For the first row of each moved block: who has it elsewhere, its rows, and the row after which it has them.
    departures: FxHashMap<RowNumber, Vec<(usize, Vec<RowNumber>, RowNumber)>>,
    /// For a row: who has moved rows after it, and which.
    arrivals: FxHashMap<RowNumber, Vec<(usize, Vec<RowNumber>)>>,
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
        for witness in 0..table.witnesses.len() {
            notes.find_moved(witness);
        }
        for (q, quotation) in table.quotations.iter().enumerate() {
            for (p, &row) in quotation.rows.iter().enumerate() {
                notes.passages.entry(row).or_default().push((q, p));
            }
        }
        notes
    }

    /// Notes where a witness has rows elsewhere.
    fn find_moved(&mut self, w: usize) {
        let table = self.table;
        let moved_to = |row: &Row| match table.witnesses.len() {
            // The order is the last one's.
            0..=2 => row.moved_to.filter(|_| w + 1 == table.witnesses.len()),
            _ => row.moved_to_in(w, table.base),
        };
        let blocks = table.rows.chunk_by(|row, next| {
            moved_to(row).is_some()
                && moved_to(row) == moved_to(next)
                && row.number.is_before(next.number)
        });
        let mut moved: FxHashMap<RowNumber, Vec<&Row>> = FxHashMap::default();
        for block in blocks {
            if let Some(after) = moved_to(&block[0]) {
                let rows = as_it_has_them(w, block.iter().collect());
                let departures = self.departures.entry(block[0].number);
                departures.or_default().push((w, rows, after));
                moved.entry(after).or_default().extend(block);
            }
        }
        for (after, rows) in moved {
            let arrivals = self.arrivals.entry(after);
            arrivals.or_default().push((w, as_it_has_them(w, rows)));
        }
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

    /// Where other witnesses have the block of moved rows that begins with this one, each with the note.
    pub(super) fn departures(&self, row: RowNumber) -> Vec<(usize, Block)> {
        let departures = self.departures.get(&row).into_iter().flatten();
        let notes = departures.map(|(w, rows, after)| {
            let what = match rows[..] {
                [_] => "this".to_owned(),
                _ => named(rows),
            };
            let place = match *after {
                RowNumber::BEGINNING => "at the beginning".to_owned(),
                after => format!("after row {after}"),
            };
            let text = format!("{} has {what} {place}", siglum(self.table, *w));
            (*w, note(MOVED_ROW, Ink::MovedSign, &text))
        });
        notes.collect()
    }

    /// What other witnesses have after this row that stands elsewhere in the table.
    pub(super) fn arrivals(&self, row: RowNumber) -> Vec<(usize, Block)> {
        let arrivals = self.arrivals.get(&row).into_iter().flatten();
        let notes = arrivals.map(|(w, rows)| {
            let text = format!("here {} has {}", siglum(self.table, *w), named(rows));
            (*w, note(ARRIVED, Ink::MovedSign, &text))
        });
        notes.collect()
    }

    /// Of more than two witnesses, who says what where facts contradict each other, beside the first that says it.
    pub(super) fn facts(&self, row: RowNumber, witness: usize) -> Vec<Block> {
        let table = self.table;
        let facts = table.facts_of(row).iter().filter(|fact| {
            table.witnesses.len() > 2
                && fact.is_contradiction()
                && fact.witnesses.first() == Some(&witness)
        });
        let block = |fact: &Fact| {
            let mut pieces = Piece::words(&format!("{}:", fact.kind.name()), Ink::Margin);
            for (n, (text, who)) in said(table, fact).into_iter().enumerate() {
                pieces.push(Piece::Space(Ink::Margin));
                if n > 0 {
                    pieces.push(Piece::text("· ", Ink::Margin));
                }
                pieces.extend(Piece::words(&text, Ink::Quotation));
                pieces.push(Piece::text(" ", Ink::Margin));
                pieces.extend(sigla(table, &who));
            }
            Block {
                lead: Some((FLAG, Ink::FactSign)),
                pieces,
                one_line: false,
            }
        };
        facts.map(block).collect()
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

/// The numbers of rows in the order in which a witness has them.
fn as_it_has_them(w: usize, mut rows: Vec<&Row>) -> Vec<RowNumber> {
    rows.sort_by_key(|row| row.cells[w].first().copied());
    rows.iter().map(|row| row.number).collect()
}

/// What each says of a fact, with who says it; `–` where it says nothing of the kind.
pub(super) fn said(table: &AlignmentTable, fact: &Fact) -> Vec<(String, Vec<usize>)> {
    let mut said: Vec<(String, Vec<usize>)> = Vec::new();
    for &w in &fact.witnesses {
        let words = table.witnesses[w].words(&fact.tokens[w]);
        let text = match words.is_empty() {
            true => "–".to_owned(),
            false => visible(&words, Invisible::LeftOut).into_owned(),
        };
        match said.iter_mut().find(|(known, _)| *known == text) {
            Some((_, who)) => who.push(w),
            None => said.push((text, vec![w])),
        }
    }
    said
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
