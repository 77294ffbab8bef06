//! The alignment table: the one model that every view and export reads.

mod acquaintance;
mod agreements;
mod changes;
mod compared;
mod fact;
mod force;
mod labels;
mod link_tokens;
mod many;
mod note;
mod overview;
mod pair;
mod readings;
mod rules;
mod spacing;
mod stats;
mod sum;
mod summary;
mod tree;
mod variation;

pub use acquaintance::{Acquaintance, Verdict};
pub use agreements::{Agreements, Pattern, PatternCount, Place, Shared};
pub use changes::{Change, LinkRef, RowRef};
pub use fact::{Fact, FactKind};
pub use link_tokens::{LinkTokens, LinkTokensIter};
pub use many::{PairBead, Variation};
pub use note::Note;
pub(crate) use note::listed;
pub use overview::{Apart, Overview};
pub use readings::{Reading, Spread};
pub use rules::{Rules, Seen};
pub(crate) use spacing::spelled;
pub use stats::{Agreement, Stats, Substitution, WitnessStats};
pub(crate) use sum::sum_in_any_order;
pub use summary::Summary;
pub use tree::{LikenessTree, TreeBranch, TreeNode};
pub use variation::{IsContent, RowVariation, VariationStats, bits};

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::class::Class;
use crate::witness::{Span, UnitIndex, Witness};

/// Witnesses set side by side: rows of units that render each other, and the words linked inside them.
#[derive(Debug, Clone, PartialEq)]
pub struct AlignmentTable {
    /// The witnesses, in the order of the columns.
    pub witnesses: Vec<Witness>,
    /// The base: the witness whose order the rows follow, and against which differences are told; of two the first.
    pub base: usize,
    /// Of more than two witnesses the pairs of their places whose words are not compared, for they are certainly in two languages:
    /// the lesser place first, in their order. Of two witnesses nothing: then no row has links.
    pub uncompared: Vec<[usize; 2]>,
    /// The rows, in the order of the base; every unit of every witness stands in exactly one.
    pub rows: Vec<Row>,
    /// Passages of one witness quoted inside a sentence of another.
    pub quotations: Vec<Quotation>,
    /// The facts that differ, in the order of their rows; of more than two witnesses against the base, or, where that does not
    /// stand in the row or is not compared, against the one whose siglum comes first.
    pub facts: Vec<Fact>,
    /// Of more than two witnesses the facts that differ between two others than that, in the order of their rows: what a table of
    /// these two has.
    pub facts_between: Vec<Fact>,
    /// The classes of difference that are passed over: neither marked nor counted, and no difference to
    /// [`Row::similarity`]. With [`Class::Typographic`] go differences of punctuation alone.
    pub ignored: Vec<Class>,
    /// What was noticed while it was made; a table that was read back has none.
    pub notes: Vec<Note>,
}

/// The number of a row, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowNumber(pub u32);

impl RowNumber {
    /// What comes before the first row.
    pub const BEGINNING: Self = Self(0);

    /// The number of the row at an index, where they stand in their order.
    pub fn at(index: usize) -> Self {
        Self(index as u32 + 1)
    }

    /// Whether another is the next after it.
    pub fn is_before(self, next: Self) -> bool {
        self.0.checked_add(1) == Some(next.0)
    }

    /// The index of the row, where they stand in their order; `None` of the beginning.
    pub fn index(self) -> Option<usize> {
        (self.0 as usize).checked_sub(1)
    }
}

impl fmt::Display for RowNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// Units of several witnesses that render each other.
    Bead,
    /// A run of units that one witness alone has.
    Only,
}

impl RowKind {
    /// The name used in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bead => "bead",
            Self::Only => "only",
        }
    }
}

/// Who answers for a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// The program.
    #[default]
    Auto,
    /// A person, who found it right.
    Ok,
    /// A person, who changed its units.
    Edited,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Ok, Self::Edited];

    /// The name used in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Ok => "ok",
            Self::Edited => "edited",
        }
    }

    /// The status of a [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number, before any filter or sort.
    pub number: RowNumber,
    /// What it holds.
    pub kind: RowKind,
    /// For each witness the indices of its units here, increasing; they need not be neighbours.
    pub cells: Vec<Vec<UnitIndex>>,
    /// Whether it stands off the heaviest chain of beads that keeps the order of both witnesses; of more than two, the order
    /// of the table and of any witness.
    pub moved: bool,
    /// For a moved row: the row after which the other witness has it; [`RowNumber::BEGINNING`] where that is none. Of more
    /// than two, the first witness that has it elsewhere.
    pub moved_to: Option<RowNumber>,
    /// Of more than two witnesses, for each the row after which it has this one, where it has it elsewhere; else empty.
    pub places: Vec<Option<RowNumber>>,
    /// Of more than two witnesses the beads between any two that the row is made of; else empty, the row being the bead.
    pub beads: Vec<PairBead>,
    /// The score of the bead, in nats, of several together; `None` in an [`RowKind::Only`] row.
    pub score: Option<f64>,
    /// The probability that its units have their counterparts in it, in `[0.5, 1]`, of several beads the mean; `None` in an [`RowKind::Only`] row.
    pub confidence: Option<f64>,
    /// The share of the word tokens whose link shows no difference, in `[0, 1]`, of more than two witnesses the mean over the
    /// pairs that stand in the row and are compared; `None` without word links.
    pub similarity: Option<f64>,
    /// The links between words, in the order of the base; what it lacks stands at its place there.
    pub links: Vec<Link>,
    /// Who answers for it.
    pub status: Status,
    /// What a person wrote beside it.
    pub note: String,
}

/// Words of the witnesses that correspond, or that have no counterpart.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// For each witness its tokens; empty where it has nothing.
    pub tokens: LinkTokens,
    /// The kind of difference; of more than two witnesses the deepest between the base and another that takes part in the link,
    /// or, where the base does not, of the one whose siglum comes first.
    pub class: Class,
    /// Whether the words stand in another order in the other witness; of more than two, in any.
    pub moved: bool,
    /// The probability that the link is right, in `[0, 1]`; of more than two witnesses the mean over the pairs that it joins.
    pub probability: f64,
    /// What more than two witnesses say each to each; `None` of two, and where all that stand in the row say the same.
    pub variation: Option<Box<Variation>>,
}

/// A passage of one witness quoted or paraphrased inside a sentence of another that says something else as well.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// The passage in each witness that has it.
    pub passages: Vec<Passage>,
    /// For each passage the row it begins in.
    pub rows: Vec<RowNumber>,
    /// How much ties the passages, in nats.
    pub score: f64,
}

/// A stretch of one witness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The place of the witness in the table, from 0.
    pub witness: usize,
    /// The stretch.
    pub span: Span,
}
