//! Runs of rows that show no difference: folded but for a few at their ends, where that is asked for.

use crate::table::{Row, RowKind};

use super::cell::{Block, FOLDED};
use super::content::Content;
use super::ink::Ink;
use super::notes::note;
use super::wording::units_of;

/// Rows in their order, those that are folded as one.
pub(super) enum Part<'a> {
    /// A row that is shown.
    Row(&'a Row),
    /// So many units of the first witness that are the same in the others.
    Folded(usize),
}

/// The parts of a table, with as many rows shown beside those that differ as the options say.
pub(super) fn parts<'a>(content: &Content<'a>) -> Vec<Part<'a>> {
    let rows = &content.table.rows;
    let Some(context) = content.options.fold else {
        return rows.iter().map(Part::Row).collect();
    };
    let runs: Vec<&[Row]> = rows
        .chunk_by(|row, next| content.is_quiet(row) == content.is_quiet(next))
        .collect();
    let mut parts = Vec::new();
    for (n, run) in runs.iter().enumerate() {
        // What stands beside a row that differs stays.
        let head = if n == 0 { 0 } else { context };
        let tail = if n + 1 == runs.len() { 0 } else { context };
        let hidden = run.len().saturating_sub(head + tail);
        let end = run.len().min(head) + hidden;
        let folded = run.get(end - hidden..end).unwrap_or_default();
        let units = folded.iter().filter(|row| row.kind == RowKind::Bead);
        let units: usize = units.map(|row| row.cells[0].len()).sum();
        // To fold a single row would save nothing.
        if !content.is_quiet(&run[0]) || hidden < 2 || units == 0 {
            parts.extend(run.iter().map(Part::Row));
            continue;
        }
        parts.extend(run[..end - hidden].iter().map(Part::Row));
        parts.push(Part::Folded(units));
        parts.extend(run[end..].iter().map(Part::Row));
    }
    parts
}

/// What stands in the place of folded units.
pub(super) fn folded(content: &Content<'_>, units: usize) -> Block {
    let what = units_of(units, content.table.witnesses[0].level);
    note(FOLDED, Ink::Margin, &format!("{what} the same …"))
}
