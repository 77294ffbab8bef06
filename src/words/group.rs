//! Groups: tokens of both sides that are linked as one; every token is in one group at most.

use std::ops::Range;

use super::shape::Role;
use crate::lexicon::Positions;

/// What the words of a group are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// One is a part of the other: `tu`, `vois-tu`.
    Part,
    /// They stand for each other.
    Wording,
    /// They are words of one family.
    Family,
    /// They are one word, up to inflection, or marks: a fixed point to what stands around.
    Solid,
}

/// What every token of both sides is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Roles<'r> {
    pub(super) a: &'r [Role],
    pub(super) b: &'r [Role],
}

/// A group of linked tokens, with at least one on each side.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) a: Positions,
    pub(super) b: Positions,
    pub(super) probability: f64,
    pub(super) tie: Tie,
    /// Whether it stands in another order on the other side.
    pub(super) moved: bool,
}

impl Group {
    pub(super) fn new(a: Positions, b: Positions, probability: f64, tie: Tie) -> Self {
        Self {
            a,
            b,
            probability,
            tie,
            moved: false,
        }
    }

    /// Whether no content word is in it.
    pub(super) fn is_function(&self, roles: Roles<'_>) -> bool {
        content(&self.a, roles.a) == 0 && content(&self.b, roles.b) == 0
    }

    /// The same group where the two sides are exchanged.
    pub(super) fn turned(self) -> Self {
        Self {
            a: self.b,
            b: self.a,
            ..self
        }
    }
}

/// Enters a token in its place.
pub(super) fn insert(side: &mut Positions, token: u32) {
    if let Err(at) = side.binary_search(&token) {
        side.insert(at, token);
    }
}

/// How many content words are among the tokens of a side.
pub(super) fn content(side: &[u32], roles: &[Role]) -> usize {
    side.iter()
        .filter(|&&t| roles[t as usize].is_content())
        .count()
}

/// For each token the number of the group it is in.
pub(super) struct Owners {
    pub(super) a: Vec<Option<u32>>,
    pub(super) b: Vec<Option<u32>>,
}

impl Owners {
    /// Of tokens that are in no group yet.
    pub(super) fn none(roles: Roles<'_>) -> Self {
        Self {
            a: vec![None; roles.a.len()],
            b: vec![None; roles.b.len()],
        }
    }

    pub(super) fn new(groups: &[Group], roles: Roles<'_>) -> Self {
        let mut owners = Self::none(roles);
        for (g, group) in (0..).zip(groups) {
            for &t in &group.a {
                owners.a[t as usize] = Some(g);
            }
            for &t in &group.b {
                owners.b[t as usize] = Some(g);
            }
        }
        owners
    }

    /// The groups with a token in one of two ranges, in their order.
    pub(super) fn inside(&self, a: Range<u32>, b: Range<u32>) -> Vec<u32> {
        let of_a = a.filter_map(|t| self.a[t as usize]);
        let of_b = b.filter_map(|t| self.b[t as usize]);
        let mut all: Vec<u32> = of_a.chain(of_b).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
