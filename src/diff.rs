//! The least that must go and come to make one list of another.

use std::hash::Hash;

use rustc_hash::FxHashMap;
use similar::DiffOp;
use similar::algorithms::{Capture, Compact, Replace, myers};

/// What stands in both lists and what does not, run by run, in their order (Myers' algorithm).
pub(crate) fn runs<T: Eq + Hash>(a: &[T], b: &[T]) -> Vec<DiffOp> {
    // Whatever they hold, numbers are compared, so that this large algorithm is compiled once.
    let mut known = FxHashMap::default();
    let [a, b] = [a, b].map(|list| -> Vec<usize> {
        let numbers = list.iter().map(|item| {
            let next = known.len();
            *known.entry(item).or_insert(next)
        });
        numbers.collect()
    });
    let mut runs = Compact::new(Replace::new(Capture::new()), &a, &b);
    let Ok(()) = myers::diff(&mut runs, &a, 0..a.len(), &b, 0..b.len());
    runs.into_inner().into_inner().into_ops()
}
