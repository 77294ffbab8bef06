//! Precision, recall and F of an alignment against a gold alignment.
//!
//! Either side is vecalign lines, a hunalign ladder, the project's own JSON, or gold links of units
//! (`{"a_lines": 3, "b_lines": 2, "links": [[[0, 1], [0]], …], "moved": [4]}`); what it is shows in its content. The gold
//! may also be spans of running text, a JSON object a line, against which the JSON of any level is scored.
//!
//! ```
//! use enregard::evaluate::{Scores, evaluate};
//!
//! let Scores::Units(scores) = evaluate("[0]:[0]:0.1\n[1]:[]:0.0", "0\t0\t1\n1\t1\t0\n2\t1\t0")? else {
//!     unreachable!("both are alignments of units");
//! };
//! assert_eq!(scores.strict.f(), 1.0);
//! # Ok::<(), enregard::Error>(())
//! ```

mod links;
mod parse;
mod prose;
mod units;

use std::ops::AddAssign;

use crate::error::{Error, Result};

pub use links::Links;
pub use prose::{Credit, TextScores};
pub use units::UnitScores;

/// How well one alignment does against another.
#[derive(Debug, Clone, PartialEq)]
pub enum Scores {
    /// Units against units, counted by links, pairs and units.
    Units(UnitScores),
    /// Spans against spans of running text, counted by characters.
    Text(TextScores),
}

/// Scores `system` against `gold`, both the content of a file.
///
/// # Errors
/// [`Error::Malformed`] when one of them is of no known format, or they cannot be of the same texts.
pub fn evaluate(system: &str, gold: &str) -> Result<Scores> {
    if prose::is_gold(gold) {
        return prose::score(system, gold).map(Scores::Text);
    }
    let system = parse::links(system).map_err(|e| of("system", e))?;
    let gold = parse::links(gold).map_err(|e| of("gold", e))?;
    UnitScores::new(&system, &gold).map(Scores::Units)
}

/// Says which of the two an error is in.
fn of(side: &str, error: Error) -> Error {
    match error {
        Error::Malformed { place, message } => malformed(format!("{side}: {place}"), message),
        other => other,
    }
}

fn malformed(place: impl Into<String>, message: impl Into<String>) -> Error {
    Error::Malformed {
        place: place.into(),
        message: message.into(),
    }
}

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

fn harmonic(precision: f64, recall: f64) -> f64 {
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
