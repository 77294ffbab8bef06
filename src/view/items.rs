//! Rows one after the other, with the notes about their order between them.

use crate::table::{Row, RowNumber};

use super::cell::Block;
use super::content::Content;
use super::fold::{self, Part};

/// A row, or a note that stands between rows.
pub(super) struct Item<'a> {
    /// The row; `None` for a note.
    pub(super) row: Option<&'a Row>,
    /// What the files call it, where they agree; else empty.
    pub(super) label: String,
    /// Whether a paragraph begins here in some witness.
    pub(super) paragraph: bool,
    /// Whose they are.
    pub(super) whose: Whose,
    /// The blocks of each witness.
    pub(super) cells: Vec<Vec<Block>>,
}

/// Whose the text of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Each cell is that of its witness.
    Each,
    /// The first cell is that of all witnesses, which have the same.
    All,
    /// The first cell is none's alone.
    Nobody,
}

/// The items of a table; rows of blank units alone are left out. `cells` says what is shown of a row: the blocks of
/// each witness, and whose they are.
pub(super) fn items<'a>(
    content: &'a Content<'a>,
    cells: impl Fn(&Row) -> (Whose, Vec<Vec<Block>>) + 'a,
) -> impl Iterator<Item = Item<'a>> + 'a {
    let first = notes(content, content.notes.arrivals(RowNumber::BEGINNING), false);
    let parts = fold::parts(content).into_iter();
    let rows = parts.flat_map(move |part| match part {
        Part::Row(row) => around(content, row, cells(row)),
        Part::Folded(units) => {
            let mut cells = vec![Vec::new(); content.table.witnesses.len()];
            cells[0].push(fold::folded(content, units));
            vec![Item {
                row: None,
                label: String::new(),
                paragraph: false,
                whose: Whose::Nobody,
                cells,
            }]
        }
    });
    first.into_iter().chain(rows)
}

/// The row, between the notes about rows that stand elsewhere.
fn around<'a>(
    content: &Content<'_>,
    row: &'a Row,
    (whose, mut cells): (Whose, Vec<Vec<Block>>),
) -> Vec<Item<'a>> {
    if cells.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    for (w, cell) in cells.iter_mut().enumerate() {
        cell.extend(content.notes.facts(row.number, w));
        cell.extend(content.notes.quotations(row.number, w));
    }
    let paragraph = content.begins_paragraph(row);
    let before = notes(content, content.notes.departures(row.number), paragraph);
    let this = Item {
        row: Some(row),
        label: content.table.shared_label(row).unwrap_or_default(),
        paragraph: paragraph && before.is_none(),
        whose,
        cells,
    };
    let after = notes(content, content.notes.arrivals(row.number), false);
    before.into_iter().chain([this]).chain(after).collect()
}

/// Notes about the order of witnesses, each in its column; nothing for none.
fn notes(
    content: &Content<'_>,
    notes: Vec<(usize, Block)>,
    paragraph: bool,
) -> Option<Item<'static>> {
    if notes.is_empty() {
        return None;
    }
    let mut cells = vec![Vec::new(); content.table.witnesses.len()];
    for (w, note) in notes {
        cells[w].push(note);
    }
    Some(Item {
        row: None,
        label: String::new(),
        paragraph,
        whose: Whose::Each,
        cells,
    })
}
