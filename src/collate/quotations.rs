//! Quotations, with the rows that their passages stand in.

use crate::align::Quote;
use crate::table::{Passage, Quotation, Row};
use crate::witness::Witness;

/// Quotations with the rows that their passages begin in.
pub(super) fn place(witnesses: [&Witness; 2], rows: &[Row], quotes: Vec<Quote>) -> Vec<Quotation> {
    let row_of = [0, 1].map(|w| {
        let mut of: Vec<u32> = vec![0; witnesses[w].units().len()];
        for row in rows {
            for &unit in &row.cells[w] {
                of[unit as usize] = row.number;
            }
        }
        of
    });
    let row_at = |passage: &Passage| {
        let w = passage.witness as usize;
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
