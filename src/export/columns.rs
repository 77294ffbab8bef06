//! What stands in the columns that the table-like formats share.

use std::borrow::Cow;
use std::fmt;

use crate::class::Class;
use crate::export::changes::changes;
use crate::format::units::{ranges, unit_text};
use crate::format::{columns, note};
use crate::table::{AlignmentTable, Row};

/// A cell of a table, typed for the formats that tell a number from its digits.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    /// No value.
    Empty,
    /// Text for people, or a name.
    Text(Cow<'a, str>),
    /// A number that counts.
    Count(u32),
    /// A share or a probability, in `[0, 1]`.
    Share(f64),
    /// Yes or no.
    Flag(bool),
}

impl fmt::Display for Cell<'_> {
    /// The value as it stands in text: shares with four digits, flags as `true` and `false`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Count(n) => write!(f, "{n}"),
            Self::Share(x) => write!(f, "{x:.4}"),
            Self::Flag(flag) => write!(f, "{flag}"),
        }
    }
}

/// The names of the columns.
pub(super) fn header(table: &AlignmentTable) -> Vec<String> {
    let sigla: Vec<String> = table
        .witnesses
        .iter()
        .map(|w| w.siglum.to_string())
        .collect();
    let mut names = columns::names(&sigla);
    if table.has_labels() {
        names.push(columns::LABELS.to_owned());
    }
    if table.base != 0 {
        names.push(columns::BASE.to_owned());
    }
    names
}

/// The cells of a row, in the order of [`header`]; `quiet` classes are left out of `changes`.
pub(super) fn cells<'a>(table: &'a AlignmentTable, row: &Row, quiet: &[Class]) -> Vec<Cell<'a>> {
    let share = |x: Option<f64>| x.map_or(Cell::Empty, Cell::Share);
    let mut cells = vec![
        Cell::Count(row.number.0),
        Cell::Text(row.kind.name().into()),
        Cell::Flag(row.moved),
    ];
    for (witness, units) in table.witnesses.iter().zip(&row.cells) {
        cells.push(text_or_empty(ranges(units).into()));
        cells.push(text_or_empty(unit_text(witness, units)));
    }
    cells.extend([
        share(row.similarity),
        share(row.confidence),
        text_or_empty(changes(table, row, quiet).into()),
        Cell::Text(row.status.name().into()),
        text_or_empty(note(table, row).into()),
    ]);
    if table.has_labels() {
        cells.push(text_or_empty(table.labels(row).into()));
    }
    if let Some(base) = table.witnesses.get(table.base).filter(|_| table.base != 0) {
        cells.push(Cell::Text(base.siglum.0.as_str().into()));
    }
    cells
}

fn text_or_empty(text: Cow<'_, str>) -> Cell<'_> {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text)
    }
}

/// What is to be said of a row: what the program does, and what a person wrote.
fn note(table: &AlignmentTable, row: &Row) -> String {
    let own = note::remarks(&table.witnesses, table.facts_of(row.number), row);
    let parts: Vec<&str> = [own.as_str(), &row.note]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect();
    parts.join(note::SEPARATOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_text() {
        assert_eq!(Cell::Share(0.98765).to_string(), "0.9877");
        assert_eq!(Cell::Flag(true).to_string(), "true");
        assert_eq!(Cell::Empty.to_string(), "");
    }
}
