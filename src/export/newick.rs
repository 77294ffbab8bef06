//! The likeness tree in Newick's form, as programs for trees read it: `(A:0.1,B:0.2,(C:0.1,D:0.1):0.05);`.

use std::io::{self, Write};

use crate::export::Exporter;
use crate::table::AlignmentTable;

/// Writes the likeness tree of the witnesses in one line, with their sigla and the length of each branch as a share of words. A
/// tree without a root begins at a fork of three, as is the custom.
#[derive(Debug, Clone, Copy, Default)]
pub struct Newick;

impl Exporter for Newick {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let tree = table.likeness_tree(&table.overview());
        let newick = tree.newick(&|w| label(&table.witnesses[w].siglum.0));
        writeln!(out, "{newick};")
    }
}

/// A label: in quotation marks where it holds what means something else in this form, `_` among it, which stands for a space.
/// Characters that steer a terminal or end a line become spaces.
fn label(siglum: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-.".contains(c);
    if !siglum.is_empty() && siglum.chars().all(plain) {
        return siglum.to_owned();
    }
    let shown: String = siglum
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    format!("'{}'", shown.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_quoted_where_they_must_be() {
        assert_eq!(label("Segond-1910"), "Segond-1910");
        assert_eq!(label("Louis Segond"), "'Louis Segond'");
        assert_eq!(label("l'Éternel (a_b)"), "'l''Éternel (a_b)'");
        assert_eq!(label("a\nb"), "'a b'");
        assert_eq!(label(""), "''");
    }
}
