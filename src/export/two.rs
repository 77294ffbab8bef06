//! Formats that know two witnesses and no more.

use crate::table::{AlignmentTable, Row};
use crate::witness::UnitIndex;

/// The units of the first two witnesses.
pub(super) fn pair(row: &Row) -> [&[UnitIndex]; 2] {
    [0, 1].map(|w| row.cells.get(w).map_or(&[][..], Vec::as_slice))
}

/// What a format of two witnesses says of a table of more.
pub(super) fn only_two(table: &AlignmentTable, format: &str) -> Option<String> {
    let sigla: Vec<&str> = table
        .witnesses
        .iter()
        .map(|w| w.siglum.0.as_str())
        .collect();
    (sigla.len() > 2).then(|| {
        format!(
            "{format} hold two witnesses: {} and {} are written, {} left out",
            sigla[0],
            sigla[1],
            sigla[2..].join(", ")
        )
    })
}
