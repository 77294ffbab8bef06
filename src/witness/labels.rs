//! What units are called in the file.

use rustc_hash::FxHashSet;

use super::{UnitIndex, Witness};

impl Witness {
    /// The labels of units, each once, in the order of the units; none where the file has none.
    pub fn names(&self, units: &[UnitIndex]) -> Vec<&str> {
        let (mut names, mut seen) = (Vec::new(), FxHashSet::default());
        for &unit in units {
            let span = self.unit(unit).span;
            let behind = self
                .labels
                .partition_point(|label| label.span.start < span.end);
            let before = self.labels[..behind].iter().rev();
            let own = before.take_while(|label| label.span.end > span.start);
            let mut own: Vec<&str> = own.map(|label| label.name.as_str()).collect();
            own.reverse();
            for name in own {
                if seen.insert(name) {
                    names.push(name);
                }
            }
        }
        names
    }
}
