//! A number as it stands among words.

use super::amount::Amount;
use super::figures::Figures;
use crate::language::Unit;

/// A number as it is said.
#[derive(Debug)]
pub(crate) struct Number {
    pub(crate) says: Figures,
    /// Where it stands among the words: from, to.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// What it counts, as far as its own words say: parts of a hundred, `5kg`.
    pub(crate) unit: Option<Unit>,
    /// Whether its word often says something else: `un`, `neuf`, `premier`.
    pub(crate) weak: bool,
    /// Whether its word says a part, or about so many, which another such word contradicts: a third, dozens.
    pub(crate) part: bool,
}

impl Number {
    /// The amount that it says, where the writing leaves none open.
    pub(super) fn amount(&self) -> Option<Amount> {
        match self.says {
            Figures::Amount(amount, None) => Some(amount),
            _ => None,
        }
    }
}
