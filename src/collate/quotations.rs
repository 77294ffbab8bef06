//! Quotations, with the rows that their passages stand in.
//!
//! A passage whose counterpart stands in the row that it stands in itself is aligned with it there, and no quotation.

use crate::align::Quote;
use crate::table::{Passage, Quotation, Row, RowNumber};
use crate::witness::Witness;

/// Quotations with the rows that their passages begin in; none whose passages have a row in common.
/// `named` are the places of the two witnesses.
pub(super) fn place(
    witnesses: [&Witness; 2],
    named: [usize; 2],
    rows: &[Row],
    quotes: Vec<Quote>,
) -> Vec<Quotation> {
    let row_of = [0, 1].map(|side| {
        let mut of = vec![RowNumber::BEGINNING; witnesses[side].units().len()];
        for row in rows {
            for &unit in &row.cells[named[side]] {
                of[unit.get()] = row.number;
            }
        }
        of
    });
    // At least the row that it begins in.
    let rows_of = |side: usize, passage: &Passage| {
        let units = witnesses[side].units();
        let after = units.partition_point(|u| u.span.start <= passage.span.start);
        let end = units.partition_point(|u| u.span.start < passage.span.end);
        let first = after.saturating_sub(1);
        &row_of[side][first..end.max(first + 1)]
    };
    let placed = quotes.into_iter().filter_map(|quote| {
        let passage = |witness, span| Passage { witness, span };
        let passages = vec![passage(named[0], quote.a), passage(named[1], quote.b)];
        let [a, b] = [0, 1].map(|n| rows_of(n, &passages[n]));
        let apart = !a.iter().any(|row| b.contains(row));
        apart.then(|| Quotation {
            rows: vec![a[0], b[0]],
            passages,
            score: quote.score,
        })
    });
    placed.collect()
}
