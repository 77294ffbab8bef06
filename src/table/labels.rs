//! What rows are called in the files of their witnesses.

use super::{AlignmentTable, Row};

impl AlignmentTable {
    /// Whether the file of any witness has names for its passages.
    pub(crate) fn has_labels(&self) -> bool {
        self.witnesses
            .iter()
            .any(|witness| !witness.labels.is_empty())
    }

    /// The names of what stands in a row: once where all that have any have the same, else those of each witness, in their order,
    /// between bars.
    pub(crate) fn labels(&self, row: &Row) -> String {
        let mut all: Vec<String> = Vec::new();
        for (witness, units) in self.witnesses.iter().zip(&row.cells) {
            let names = witness.names(units).join(", ");
            if !names.is_empty() && !all.contains(&names) {
                all.push(names);
            }
        }
        all.join(" | ")
    }

    /// The name of a row that all witnesses of it give that have names; of several names the first and the last.
    pub(crate) fn shared_label(&self, row: &Row) -> Option<String> {
        let present = self.witnesses.iter().zip(&row.cells);
        let names = present.map(|(witness, units)| witness.names(units));
        let mut named = names.filter(|names| !names.is_empty());
        let first = named.next()?;
        named.all(|other| other == first).then_some(())?;
        match first.as_slice() {
            [] => None,
            [one] => Some((*one).to_owned()),
            [one, .., last] => Some(format!("{one}–{last}")),
        }
    }
}
