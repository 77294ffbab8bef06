//! Counts of what was found, and the shares that they make.

use std::ops::AddAssign;

/// What was found of what there is, from both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Of what the system has, how many are right.
    pub right: u64,
    /// How many the system has.
    pub system: u64,
    /// Of what the gold has, how many the system found.
    pub found: u64,
    /// How many the gold has.
    pub gold: u64,
}

impl Tally {
    /// The share of what the system has that is right; of nothing, 1 when the gold has nothing either, else 0.
    pub fn precision(&self) -> f64 {
        share(self.right, self.system, self.gold)
    }

    /// The share of what the gold has that was found; of nothing, 1 when the system has nothing either, else 0.
    pub fn recall(&self) -> f64 {
        share(self.found, self.gold, self.system)
    }

    /// The harmonic mean of precision and recall.
    pub fn f(&self) -> f64 {
        harmonic(self.precision(), self.recall())
    }
}

/// How much of what the gold has was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recall {
    /// How many were found.
    pub found: u64,
    /// How many there are.
    pub gold: u64,
}

impl Recall {
    /// The share that was found; `None` when there is nothing to find.
    pub fn share(&self) -> Option<f64> {
        (self.gold > 0).then(|| self.found as f64 / self.gold as f64)
    }
}

impl AddAssign for Recall {
    fn add_assign(&mut self, other: Self) {
        self.found += other.found;
        self.gold += other.gold;
    }
}

fn share(part: u64, whole: u64, other: u64) -> f64 {
    match whole {
        0 => f64::from(u8::from(other == 0)),
        _ => part as f64 / whole as f64,
    }
}

pub(super) fn harmonic(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 {
        0.0
    } else {
        2.0 * precision * recall / (precision + recall)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.system += other.system;
        self.found += other.found;
        self.gold += other.gold;
    }
}
