//! What the views say in words: names of witnesses, counted things.

use crate::table::AlignmentTable;
use crate::witness::Level;

use crate::visible::{Invisible, visible};

/// The siglum of a witness, safe to show.
pub(super) fn siglum(table: &AlignmentTable, witness: usize) -> String {
    visible(&table.witnesses[witness].siglum.0, Invisible::LeftOut).into_owned()
}

/// `3 sentences`, by what the units are.
pub(super) fn units_of(count: usize, level: Level) -> String {
    counted(count, level.name())
}

/// `1 row`, `3 rows`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
