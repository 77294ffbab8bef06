//! What a document that shows a table is called.

use crate::table::AlignmentTable;

/// The names of the files, without their folders.
pub(super) fn title(table: &AlignmentTable) -> String {
    let names: Vec<&str> = table
        .witnesses
        .iter()
        .map(|w| w.path.rsplit(['/', '\\']).next().unwrap_or_default())
        .collect();
    names.join(" · ")
}
