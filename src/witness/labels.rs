//! What passages are called in the file, found by their place.

use std::cmp::{Reverse, max};
use std::iter;
use std::ops::Deref;
use std::slice;

use rustc_hash::FxHashSet;

use super::{Label, Span, UnitIndex, Witness};

/// The labels of a text by the place where they begin; passages may lie in each other and overlap.
///
/// Those of a place are found in a time that grows with their number, and with all labels only as the logarithm.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    labels: Vec<Label>,
    /// A binary tree over them, from its root at 1: below the node n are 2n and 2n + 1, and the second half of the list are the
    /// labels themselves. Each node has the furthest end of those below it, in bytes.
    furthest: Vec<u32>,
}

impl From<Vec<Label>> for Labels {
    /// Puts labels in the order in which they begin, and of those that begin together the longest first.
    fn from(mut labels: Vec<Label>) -> Self {
        if labels.is_empty() {
            return Self::default();
        }
        labels.sort_by_key(|label| (label.span.start, Reverse(label.span.end)));
        let leaves = labels.len().next_power_of_two();
        let ends = labels.iter().map(|label| label.span.end);
        let mut furthest: Vec<u32> = iter::repeat_n(0, leaves).chain(ends).collect();
        furthest.resize(2 * leaves, 0);
        for node in (1..leaves).rev() {
            furthest[node] = max(furthest[2 * node], furthest[2 * node + 1]);
        }
        Self { labels, furthest }
    }
}

impl Deref for Labels {
    type Target = [Label];

    fn deref(&self) -> &[Label] {
        &self.labels
    }
}

impl<'a> IntoIterator for &'a Labels {
    type Item = &'a Label;
    type IntoIter = slice::Iter<'a, Label>;

    fn into_iter(self) -> Self::IntoIter {
        self.labels.iter()
    }
}

impl FromIterator<Label> for Labels {
    fn from_iter<I: IntoIterator<Item = Label>>(labels: I) -> Self {
        labels.into_iter().collect::<Vec<_>>().into()
    }
}

impl Labels {
    /// The labels of passages that share a byte with `span`, by the place where they begin.
    pub fn of(&self, span: Span) -> impl Iterator<Item = &Label> {
        let begun = self.partition_point(|label| label.span.start < span.end);
        let leaves = self.furthest.len() / 2;
        // The nodes that are still to be visited, the first last, each with its first label and the number of its leaves.
        let mut nodes = vec![(1, 0, leaves)];
        iter::from_fn(move || {
            while let Some((node, first, count)) = nodes.pop() {
                let ends = self.furthest.get(node).copied().unwrap_or_default();
                if first >= begun || ends <= span.start {
                    continue;
                }
                if count == 1 {
                    return self.labels.get(first);
                }
                let half = count / 2;
                nodes.push((2 * node + 1, first + half, half));
                nodes.push((2 * node, first, half));
            }
            None
        })
    }
}

impl Witness {
    /// The labels of units, each once, in the order of the units; of passages that lie in each other the outer one first. None where
    /// the file has none.
    pub fn names(&self, units: &[UnitIndex]) -> Vec<&str> {
        let (mut names, mut seen) = (Vec::new(), FxHashSet::default());
        for &unit in units {
            for label in self.labels.of(self.unit(unit).span) {
                if seen.insert(label.name.as_str()) {
                    names.push(label.name.as_str());
                }
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Labels;
    use crate::witness::{Label, Span};

    fn label((n, (start, length)): (usize, (usize, usize))) -> Label {
        Label {
            span: Span::new(start, start + length),
            name: n.to_string(),
        }
    }

    proptest! {
        #[test]
        fn labels_of_a_place_are_all_that_share_a_byte_with_it(
            spans in prop::collection::vec((0_usize..40, 1_usize..30), 0..40),
            start in 0_usize..60,
            length in 1_usize..10,
        ) {
            let labels: Labels = spans.into_iter().enumerate().map(label).collect();
            let place = Span::new(start, start + length);
            let shared = labels.iter().filter(|label| label.span.start < place.end && label.span.end > place.start);
            prop_assert_eq!(labels.of(place).collect::<Vec<_>>(), shared.collect::<Vec<_>>());
        }
    }

    #[test]
    fn outer_labels_hold_behind_the_first_inner_one() {
        let spans = [(0, 100), (0, 10), (20, 10), (40, 10)];
        let labels: Labels = spans.into_iter().enumerate().map(label).collect();
        let names = |start, end| -> Vec<&str> {
            let found = labels.of(Span::new(start, end));
            found.map(|label| label.name.as_str()).collect()
        };
        assert_eq!(names(42, 45), ["0", "3"]);
        assert_eq!(names(15, 41), ["0", "2", "3"]);
        assert_eq!(names(32, 38), ["0"]);
    }
}
