//! The names of the columns that the table-like formats share, and what its cells are protected with.

#[cfg(feature = "cli")]
use crate::witness::Siglum;

pub(crate) const ROW: &str = "row";
pub(crate) const SIMILARITY: &str = "similarity";
pub(crate) const CONFIDENCE: &str = "confidence";
pub(crate) const CHANGES: &str = "changes";
pub(crate) const STATUS: &str = "status";
pub(crate) const NOTE: &str = "note";
/// Behind the others, and only where the files have names for their passages.
pub(crate) const LABELS: &str = "labels";

/// Behind the others, and only where the base is not the first witness: its siglum.
pub(crate) const BASE: &str = "base";

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

/// Why the columns of witnesses of these sigla would not be told apart when a table comes back; `None` where they are. The base
/// stands in a column `with_base`.
#[cfg(feature = "cli")]
pub(crate) fn clash(sigla: &[String], with_base: bool) -> Option<String> {
    let mut all = names(sigla);
    all.extend(with_base.then(|| BASE.to_owned()));
    all.push(LABELS.to_owned());
    for siglum in sigla {
        let taken = |name: &str| all.iter().filter(|own| *own == name).count() > 1;
        if taken(siglum) || taken(&units(siglum)) || siglum_of_units(siglum).is_some() {
            return Some(format!("`{siglum}` is the name of another column as well"));
        }
    }
    // Where none are given, columns may be put in another order, and A is the first file all the same.
    let usual: Vec<String> = (0..sigla.len()).map(|n| Siglum::nth(n).0).collect();
    let mut sorted = sigla.to_vec();
    sorted.sort_unstable();
    let mut others = usual.clone();
    others.sort_unstable();
    (sorted == others && sigla != usual).then(|| {
        format!(
            "{} are the names of the same files in another order",
            sigla.join(", ")
        )
    })
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

#[cfg(test)]
mod tests {
    #[test]
    fn sigla_that_are_told_apart() {
        let clash = |sigla: &str| {
            let sigla: Vec<String> = sigla.split(' ').map(str::to_owned).collect();
            super::clash(&sigla, false).is_some()
        };
        let with_base = ["base".to_owned(), "A".to_owned()];
        assert!(!clash("base A") && super::clash(&with_base, true).is_some());
        for sigla in [
            "A B", "A C", "B C", "x y", "Row Note", "units _", "A B C", "X A",
        ] {
            assert!(!clash(sigla), "{sigla}");
        }
        for sigla in [
            "note status",
            "row kind",
            "A A_units",
            "x x_units",
            "x_units y",
            "moved similarity",
            "X confidence",
            "changes X",
            "B A",
            "C A B",
            "A C B",
        ] {
            assert!(clash(sigla), "{sigla}");
        }
    }
}
