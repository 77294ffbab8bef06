//! Corrections that come back: a table that a person has edited, to the alignment that respects it.
//!
//! ```
//! use enregard::apply::{apply, read_corrections};
//! use enregard::export::{ExportOptions, Format, write};
//! use enregard::read::{ReadOptions, read_bytes};
//! use enregard::witness::Siglum;
//! use enregard::{CompareOptions, Unobserved, collate};
//!
//! let read = |n, text: &str| {
//!     let reading = read_bytes(text.into(), "text", Siglum::nth(n), &ReadOptions::default())?;
//!     Ok::<_, enregard::Error>(reading.witness)
//! };
//! let texts = || Ok::<_, enregard::Error>(vec![read(0, "Il pleut. Je sors.")?, read(1, "Il pleut. Je pars.")?]);
//! let mut csv = Vec::new();
//! let table = collate(texts()?, 0, &CompareOptions::default(), &[], &Unobserved)?;
//! write(&table, Format::Csv, &ExportOptions::default(), &mut csv)?;
//!
//! // … a person opens it, writes `ok`, changes what stands in A_units and B_units, and saves it …
//! let corrections = read_corrections(&csv, &[])?;
//! let applied = apply(&corrections, texts()?, 0, &[], &CompareOptions::default(), &Unobserved)?;
//! assert_eq!(applied.table, table);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod check;
mod known;
mod notes;
mod read;
mod text;

use rustc_hash::FxHashSet;

use crate::collate::{CompareOptions, Compared, Decided};
use crate::error::Result;
use crate::format::note;
use crate::observe::Observer;
use crate::table::{AlignmentTable, RowNumber, Status};
use crate::witness::{UnitIndex, Witness};

pub use read::{Corrections, read_corrections};

use check::{Checker, Claim};
use known::Known;

/// What became of corrections.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The table that respects them.
    pub table: AlignmentTable,
    /// The numbers of its rows that a person found right.
    pub ok: Vec<RowNumber>,
    /// The numbers of its rows whose units a person changed.
    pub edited: Vec<RowNumber>,
    /// How many other rows of the corrected table are not in this one: they were aligned anew.
    pub realigned: usize,
    /// The sigla of witnesses whose file has changed, though not their units.
    pub changed_files: Vec<String>,
}

/// Aligns the witnesses as a corrected table says. Rows whose status is `ok` or `edited`, and rows whose units are not those
/// that the program finds, stand as they are; the rest is aligned anew around them. Nothing else of the table counts but the
/// notes, which are kept. `base` is the place of the witness whose order the rows follow; it and `options` are those that the table
/// was made with; `decided` are the rows that the files decide, as labels do, unless a correction says otherwise.
///
/// # Errors
/// [`Error::OtherText`](crate::Error::OtherText) when the table was made from other texts, [`Error::Corrections`](crate::Error::Corrections) with everything in it that cannot
/// be meant, and as [`Collation::new`](crate::Collation::new).
pub fn apply(
    corrections: &Corrections,
    witnesses: Vec<Witness>,
    base: usize,
    decided: &[Decided],
    options: &CompareOptions,
    observer: &dyn Observer,
) -> Result<Applied> {
    let changed_files = text::same_texts(corrections, &witnesses)?;
    let compared = Compared::observed(witnesses, base, options, observer)?;
    let witnesses: Vec<Witness> = compared.witnesses().into_iter().cloned().collect();
    let mut checker = Checker::new(corrections, &witnesses);
    // The table was made around the rows that a person had answered for then. Such rows may have been added since, so
    // the rows that stand without them are looked at as well.
    let answered = checker.claims.iter().filter(|claim| claim.is_answered());
    let answered: Vec<Decided> = answered.map(|claim| claim.cells.clone()).collect();
    let known = [
        Known::new(compared.rows(&beside(answered, decided))?),
        Known::new(compared.rows(decided)?),
    ];
    checker.account_for_all(&known);
    checker.compare_texts(&known)?;
    let mut claims = checker.finish()?;
    let pins = pins(&mut claims, &compared, decided, &known)?;
    let cells = cells(&claims, corrections.lines.len());
    let notes = notes::notes(corrections, &witnesses, &compared, &known, &cells);
    let mut table = compared.into_table(&pins)?;
    let found = Known::sketch(&table.rows);
    let mut realigned = 0;
    for claim in &claims {
        match found.find(&claim.cells) {
            Some(n) => table.rows[n].status = claim.status,
            None => realigned += 1,
        }
    }
    let lines = corrections.lines.iter().zip(&cells);
    for ((line, cells), written) in lines.zip(notes).filter(|(_, written)| !written.is_empty()) {
        // A row that was aligned anew leaves its note to the row that has its first unit now.
        let before = || first_unit(&known[0].numbered(line.number)?.cells);
        let unit = first_unit(cells).or_else(before);
        if let Some(n) = unit.and_then(|(w, unit)| found.row_of(w, unit)) {
            let own = &mut table.rows[n].note;
            if !own.is_empty() {
                own.push_str(note::SEPARATOR);
            }
            own.push_str(&written);
        }
    }
    let with = |status: Status| {
        let rows = table.rows.iter().filter(|row| row.status == status);
        rows.map(|row| row.number).collect()
    };
    Ok(Applied {
        ok: with(Status::Ok),
        edited: with(Status::Edited),
        table,
        realigned,
        changed_files,
    })
}

/// The units that each line claims.
fn cells(claims: &[Claim], lines: usize) -> Vec<Vec<Vec<UnitIndex>>> {
    let mut cells = vec![Vec::new(); lines];
    for claim in claims.iter().rev() {
        cells[claim.line].clone_from(&claim.cells);
    }
    cells
}

fn first_unit(cells: &[Vec<UnitIndex>]) -> Option<(usize, UnitIndex)> {
    let mut units = cells.iter().enumerate();
    units.find_map(|(w, units)| Some((w, *units.first()?)))
}

/// What a person answers for. A row may stand as the program finds it only around other rows: such a one is taken for a
/// person's decision when it would be lost otherwise.
fn pins(
    claims: &mut [Claim],
    compared: &Compared<'_>,
    decided: &[Decided],
    [around, free]: &[Known; 2],
) -> Result<Vec<Decided>> {
    let mut lost = |found: &Known| {
        let mut any = false;
        for claim in claims
            .iter_mut()
            .filter(|claim| claim.status == Status::Auto)
        {
            if free.find(&claim.cells).is_none() && found.find(&claim.cells).is_none() {
                claim.status = Status::Edited;
                any = true;
            }
        }
        let answered = claims.iter().filter(|claim| claim.is_answered());
        (
            any,
            answered
                .map(|claim| claim.cells.clone())
                .collect::<Vec<_>>(),
        )
    };
    let (mut any, mut pins) = lost(around);
    while any {
        (any, pins) = lost(&Known::new(compared.rows(&beside(pins, decided))?));
    }
    Ok(beside(pins, decided))
}

/// Rows that a person answers for, and of those that are `decided` the ones that have no unit of theirs.
fn beside(mut answered: Vec<Decided>, decided: &[Decided]) -> Vec<Decided> {
    let units = |row: &Decided| {
        let cells = row.clone().into_iter().enumerate();
        cells.flat_map(|(w, units)| units.into_iter().map(move |unit| (w, unit)))
    };
    let taken: FxHashSet<(usize, UnitIndex)> = answered.iter().flat_map(units).collect();
    let free = |row: &&Decided| !units(row).any(|unit| taken.contains(&unit));
    answered.extend(decided.iter().filter(free).cloned());
    answered
}
