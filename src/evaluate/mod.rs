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
mod tally;
mod units;

use crate::error::Result;

pub use links::Links;
pub use prose::{Credit, TextScores};
pub use tally::{Recall, Tally};
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
/// [`Error::Malformed`](crate::Error::Malformed) when one of them is of no known format, or they cannot be of the same texts.
pub fn evaluate(system: &str, gold: &str) -> Result<Scores> {
    if prose::is_gold(gold) {
        return prose::score(system, gold).map(Scores::Text);
    }
    let system = parse::links(system).map_err(|e| e.inside("system"))?;
    let gold = parse::links(gold).map_err(|e| e.inside("gold"))?;
    UnitScores::new(&system, &gold).map(Scores::Units)
}
