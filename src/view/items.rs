//! Rows one after the other, with the notes about their order between them.

use crate::table::{Row, RowKind, RowNumber};

use super::cell::Block;
use super::content::Content;

/// A row, or a note that stands between rows.
pub(super) struct Item<'a> {
    /// The row; `None` for a note.
    pub(super) row: Option<&'a Row>,
    /// Whether a paragraph begins here in some witness.
    pub(super) paragraph: bool,
    /// The blocks of each witness.
    pub(super) cells: Vec<Vec<Block>>,
}

/// Whether a row is shown as one text: a bead whose words are linked.
pub(super) fn is_merged(row: &Row) -> bool {
    row.kind == RowKind::Bead && !row.links.is_empty()
}

/// The items of a table; rows of blank units alone are left out. `cells` says what is shown of a row: the blocks of
/// each witness.
pub(super) fn items<'a>(
    content: &'a Content<'a>,
    cells: impl Fn(&Row) -> Vec<Vec<Block>> + 'a,
) -> impl Iterator<Item = Item<'a>> + 'a {
    let first = note(content, content.notes.arrivals(RowNumber::BEGINNING), false);
    let rows = content
        .table
        .rows
        .iter()
        .flat_map(move |row| around(content, row, cells(row)));
    first.into_iter().chain(rows)
}

/// The row, between the notes about rows that stand elsewhere.
fn around<'a>(content: &Content<'_>, row: &'a Row, mut cells: Vec<Vec<Block>>) -> Vec<Item<'a>> {
    if cells.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    for (w, cell) in cells.iter_mut().enumerate() {
        cell.extend(content.notes.quotations(row.number, w));
    }
    let paragraph = content.begins_paragraph(row);
    let departure = content.notes.departure(row.number).into_iter().collect();
    let before = note(content, departure, paragraph);
    let this = Item {
        row: Some(row),
        paragraph: paragraph && before.is_none(),
        cells,
    };
    let after = note(content, content.notes.arrivals(row.number), false);
    before.into_iter().chain([this]).chain(after).collect()
}

/// Notes about the order of the last witness, in its column; nothing for none.
fn note(content: &Content<'_>, blocks: Vec<Block>, paragraph: bool) -> Option<Item<'static>> {
    if blocks.is_empty() {
        return None;
    }
    let mut cells = vec![Vec::new(); content.table.witnesses.len() - 1];
    cells.push(blocks);
    Some(Item {
        row: None,
        paragraph,
        cells,
    })
}
