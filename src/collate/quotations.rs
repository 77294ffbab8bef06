//! Quotations, with the rows that their passages stand in.

use crate::align::Quote;
use crate::table::{Passage, Quotation, Row, RowNumber};
use crate::witness::Witness;

/// Quotations with the rows that their passages begin in.
pub(super) fn place(witnesses: [&Witness; 2], rows: &[Row], quotes: Vec<Quote>) -> Vec<Quotation> {
    let row_of = [0, 1].map(|w| {
        let mut of = vec![RowNumber::BEGINNING; witnesses[w].units().len()];
        for row in rows {
            for &unit in &row.cells[w] {
                of[unit.get()] = row.number;
            }
        }
        of
    });
    let row_at = |passage: &Passage| {
        let w = passage.witness;
        let after = witnesses[w]
            .units()
            .partition_point(|u| u.span.start <= passage.span.start);
        row_of[w][after.saturating_sub(1)]
    };
    quotes
        .into_iter()
        .map(|quote| {
            let passage = |witness, span| Passage { witness, span };
            let passages = vec![passage(0, quote.a), passage(1, quote.b)];
            Quotation {
                rows: passages.iter().map(row_at).collect(),
                passages,
                score: quote.score,
            }
        })
        .collect()
}
