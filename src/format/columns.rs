//! The names of the columns that the table-like formats share, and what its cells are protected with.

pub(crate) const ROW: &str = "row";
pub(crate) const SIMILARITY: &str = "similarity";
pub(crate) const CONFIDENCE: &str = "confidence";
pub(crate) const CHANGES: &str = "changes";
pub(crate) const STATUS: &str = "status";
pub(crate) const NOTE: &str = "note";

/// What a column of units is called, after the siglum of its witness; its text stands under the siglum alone.
const UNITS: &str = "_units";

/// The name of the column with the units of a witness.
pub(crate) fn units(siglum: &str) -> String {
    format!("{siglum}{UNITS}")
}

/// The siglum of the witness whose units stand in a column of this name.
pub(crate) fn siglum_of_units(name: &str) -> Option<&str> {
    name.strip_suffix(UNITS)
}

/// The names of the columns for witnesses of these sigla, in their order.
pub(crate) fn names(sigla: &[String]) -> Vec<String> {
    let mut names: Vec<String> = [ROW, "kind", "moved"].map(str::to_owned).into();
    for siglum in sigla {
        names.push(units(siglum));
        names.push(siglum.clone());
    }
    names.extend([SIMILARITY, CONFIDENCE, CHANGES, STATUS, NOTE].map(str::to_owned));
    names
}

/// Spreadsheets take what begins so for a formula (OWASP: CSV injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn guarded(mut cell: String) -> String {
    if cell.starts_with(FORMULA) {
        cell.insert(0, '\'');
    }
    cell
}

/// A cell without the apostrophe of the guard.
pub(crate) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => cell,
    }
}
