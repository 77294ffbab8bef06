//! Two witnesses or more, by one door.

use crate::collate::{Collation, CompareOptions, Comparison, Decided, Pin};
use crate::error::Result;
use crate::observe::Observer;
use crate::table::{AlignmentTable, Fact, Row};
use crate::witness::Witness;

/// Witnesses that are ready to be set side by side: two, of which the first is the base, in the way of two; else in that of many.
pub(crate) enum Compared<'o> {
    Two(Box<Comparison<'o>>),
    Many(Collation<'o>),
}

impl<'o> Compared<'o> {
    /// # Errors
    /// As [`Collation::new`].
    pub(crate) fn observed(
        witnesses: Vec<Witness>,
        base: usize,
        options: &CompareOptions,
        observer: &'o dyn Observer,
    ) -> Result<Self> {
        Ok(match (<[Witness; 2]>::try_from(witnesses), base) {
            (Ok(two), 0) => Self::Two(Box::new(Comparison::observed(two, options, observer)?)),
            (Ok(two), base) => {
                Self::Many(Collation::observed(two.into(), base, options, observer)?)
            }
            (Err(many), base) => Self::Many(Collation::observed(many, base, options, observer)?),
        })
    }

    /// The witnesses as they are compared, in the order in which they were given.
    pub(crate) fn witnesses(&self) -> Vec<&Witness> {
        match self {
            Self::Two(comparison) => comparison.witnesses().to_vec(),
            Self::Many(collation) => collation.witnesses().iter().collect(),
        }
    }

    /// # Errors
    /// As [`Collation::rows`].
    pub(crate) fn rows(&self, decided: &[Decided]) -> Result<Vec<Row>> {
        match self {
            Self::Two(comparison) => comparison.rows(&pins(decided)),
            Self::Many(collation) => collation.rows(decided),
        }
    }

    /// # Errors
    /// As [`Collation::rows`].
    pub(crate) fn into_table(self, decided: &[Decided]) -> Result<AlignmentTable> {
        match self {
            Self::Two(comparison) => comparison.into_table(&pins(decided)),
            Self::Many(collation) => collation.into_table(decided),
        }
    }

    /// Links the words of rows, which stand at their numbers, and finds the facts that differ in them; `cells` are those of all
    /// rows of their table.
    pub(crate) fn link(&self, rows: &mut [Row], cells: &[Decided]) -> Vec<Fact> {
        match self {
            Self::Two(comparison) => comparison.link(rows, cells),
            Self::Many(collation) => collation.link(rows, cells),
        }
    }
}

fn pins(decided: &[Decided]) -> Vec<Pin> {
    let pins = decided.iter().filter_map(|cells| match cells.as_slice() {
        [a, b] => Some(Pin {
            a: a.clone(),
            b: b.clone(),
        }),
        _ => None,
    });
    pins.collect()
}
