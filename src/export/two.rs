//! Formats that know two witnesses and no more.

use std::borrow::Cow;
use std::io;

use crate::table::{AlignmentTable, PairBead, Row, RowKind, Status};
use crate::witness::{Siglum, UnitIndex};

/// The two witnesses that such a format writes; where nothing is said, the base and the first of the others.
pub type Pair = Option<[Siglum; 2]>;

/// The units of the two witnesses.
pub(super) fn units(row: &Row) -> [&[UnitIndex]; 2] {
    [0, 1].map(|w| row.cells.get(w).map_or(&[][..], Vec::as_slice))
}

/// The table of the two witnesses; of fewer the table as it is.
///
/// # Errors
/// When the pair names a witness that the table has not, or one twice.
pub(super) fn table_of<'t>(
    table: &'t AlignmentTable,
    pair: &Pair,
) -> io::Result<Cow<'t, AlignmentTable>> {
    Ok(match places(table, pair)? {
        Some(places) if table.witnesses.len() > 2 || places != [0, 1] => {
            Cow::Owned(table.between(places))
        }
        _ => Cow::Borrowed(table),
    })
}

/// The same for formats that know units alone: a row is a bead between the two, also where a third witness, which ends its
/// sentences elsewhere, makes one row of several.
///
/// # Errors
/// As [`table_of`].
pub(super) fn beads_of<'t>(
    table: &'t AlignmentTable,
    pair: &Pair,
) -> io::Result<Cow<'t, AlignmentTable>> {
    let mut two = table_of(table, pair)?;
    if table.rows.iter().all(|row| row.beads.is_empty()) {
        return Ok(two);
    }
    if let (Some(places), Cow::Owned(two)) = (places(table, pair)?, &mut two) {
        let whole = table
            .rows
            .iter()
            .filter(|row| places.iter().any(|&w| row.has(w)));
        let rows = std::mem::take(&mut two.rows);
        two.rows = rows
            .into_iter()
            .zip(whole)
            .flat_map(|(row, whole)| divided(row, &whole.beads, places))
            .collect();
    }
    Ok(two)
}

/// The rows of the beads between two witnesses, of which one row was made.
fn divided(row: Row, beads: &[PairBead], places: [usize; 2]) -> Vec<Row> {
    let [a, b] = places;
    let between: Vec<&PairBead> = beads
        .iter()
        .filter(|bead| bead.witnesses == [a.min(b), a.max(b)])
        .collect();
    // What a person has decided stands as it is.
    if between.is_empty() || row.status != Status::Auto {
        return vec![row];
    }
    let part = |kind, cells: [Vec<UnitIndex>; 2], bead: Option<&PairBead>| Row {
        kind,
        cells: cells.into(),
        score: bead.map(|bead| bead.score),
        confidence: bead.map(|bead| bead.confidence),
        similarity: None,
        links: Vec::new(),
        ..row.clone()
    };
    let mut left: [Vec<UnitIndex>; 2] = [0, 1].map(|side| row.cells[side].clone());
    let mut rows = Vec::with_capacity(between.len());
    for bead in between {
        let mut units = bead.units.clone();
        if a > b {
            units.reverse();
        }
        for (left, units) in left.iter_mut().zip(&units) {
            left.retain(|unit| !units.contains(unit));
        }
        rows.push(part(RowKind::Bead, units, Some(bead)));
    }
    // What a third witness alone has brought into the row.
    for side in [0, 1] {
        if !left[side].is_empty() {
            let mut cells = [Vec::new(), Vec::new()];
            cells[side] = std::mem::take(&mut left[side]);
            rows.push(part(RowKind::Only, cells, None));
        }
    }
    rows
}

/// The places of the two in the table; none of fewer than two.
fn places(table: &AlignmentTable, pair: &Pair) -> io::Result<Option<[usize; 2]>> {
    let count = table.witnesses.len();
    let Some(named) = pair else {
        let other = (0..count).find(|&w| w != table.base);
        return Ok(other.map(|other| [table.base, other]));
    };
    let place = |siglum: &Siglum| table.witnesses.iter().position(|w| w.siglum == *siglum);
    match [place(&named[0]), place(&named[1])] {
        [Some(a), Some(b)] if a != b => Ok(Some([a, b])),
        _ => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("{},{}: not two of the witnesses", named[0], named[1]),
        )),
    }
}

/// What a format of two witnesses says of a table of more.
pub(super) fn only_two(table: &AlignmentTable, pair: &Pair, format: &str) -> Option<String> {
    if table.witnesses.len() < 3 {
        return None;
    }
    let siglum = |w: usize| table.witnesses[w].siglum.0.as_str();
    let written = places(table, pair).ok()??;
    let left: Vec<&str> = (0..table.witnesses.len())
        .filter(|w| !written.contains(w))
        .map(siglum)
        .collect();
    Some(format!(
        "{format} hold two witnesses: {} and {} are written, {} left out (--pair says which two)",
        siglum(written[0]),
        siglum(written[1]),
        left.join(", ")
    ))
}
