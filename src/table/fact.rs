//! Facts that differ: the model. What finds them is [`facts`](crate::facts).

use smallvec::SmallVec;

use crate::table::{AlignmentTable, RowNumber};
use crate::witness::TokenIndex;

/// What kind of fact differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// A number, in figures or in words.
    Number,
    /// A day, a month, with their year.
    Date,
    /// A proper name.
    Name,
    /// A negation.
    Negation,
}

impl FactKind {
    /// Every kind, in the order of the summary.
    pub const ALL: [Self; 4] = [Self::Number, Self::Date, Self::Name, Self::Negation];

    /// The name used in views and exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Negation => "negation",
        }
    }
}

/// A fact that differs between two witnesses in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The row.
    pub row: RowNumber,
    /// What kind of fact it is.
    pub kind: FactKind,
    /// For each witness the indices of the tokens that say it, increasing; empty where it says nothing of the kind.
    pub tokens: Vec<Vec<TokenIndex>>,
    /// The places of the witnesses between which it is told: first the one against which, the base where it stands in the row,
    /// then those that say otherwise. Of two witnesses 0 and 1.
    pub witnesses: SmallVec<[usize; 2]>,
}

impl Fact {
    /// Whether witnesses say something of the kind, and not the same; else one leaves out what another says.
    pub fn is_contradiction(&self) -> bool {
        let says = |w: &usize| !self.tokens[*w].is_empty();
        match self.witnesses.split_first() {
            Some((first, others)) => says(first) && others.iter().any(says),
            None => false,
        }
    }
}

impl AlignmentTable {
    /// The facts that differ in a row.
    pub fn facts_of(&self, row: RowNumber) -> &[Fact] {
        let from = self.facts.partition_point(|f| f.row < row);
        let to = self.facts.partition_point(|f| f.row <= row);
        self.facts.get(from..to).unwrap_or_default()
    }
}
