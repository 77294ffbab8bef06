//! Words inside beads: which correspond.

use similar::{Algorithm, DiffOp, capture_diff_slices_by_key};

use crate::lexicon::{TypeId, Vocabulary};
use crate::normalize::Fold;

/// Words of two sides that correspond; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct WordLink {
    /// Positions in the first side, increasing.
    pub a: Vec<u32>,
    /// Positions in the second side, increasing.
    pub b: Vec<u32>,
    /// Whether the words stand in another order on the other side.
    pub moved: bool,
    /// The probability that the link is right, in `[0, 1]`.
    pub probability: f64,
}

/// The links between the tokens of two sides; every token of both stands in exactly one.
pub fn link(a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Vec<WordLink> {
    let key = |t: &TypeId| vocabulary.get(*t).key(Fold::Stem);
    let mut links = Vec::new();
    let run = |start: usize, len: usize| (start as u32..(start + len) as u32).collect::<Vec<_>>();
    for op in capture_diff_slices_by_key(Algorithm::Myers, a, b, key) {
        match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => links.extend((0..len as u32).map(|k| WordLink {
                a: vec![old_index as u32 + k],
                b: vec![new_index as u32 + k],
                moved: false,
                probability: 0.95,
            })),
            _ => {
                let (old, new) = (op.old_range(), op.new_range());
                links.push(WordLink {
                    a: run(old.start, old.len()),
                    b: run(new.start, new.len()),
                    moved: false,
                    probability: 0.5,
                });
            }
        }
    }
    links
}
