//! What a document that shows a table is called.

use crate::table::AlignmentTable;
use crate::witness::Witness;

/// The names of the files, without their folders.
pub(super) fn title(table: &AlignmentTable) -> String {
    let names: Vec<&str> = table.witnesses.iter().map(file_name).collect();
    names.join(" · ")
}

/// The name of a file, without its folder.
pub(super) fn file_name(witness: &Witness) -> &str {
    witness.path.rsplit(['/', '\\']).next().unwrap_or_default()
}
