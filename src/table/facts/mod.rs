//! Changed facts: numbers, dates, names and negations that differ inside a row, or that one witness alone has there.
//!
//! A fact is compared by what it says, not by how its words were linked: `25 mai` in both cells is no difference wherever
//! it stands. What counts as a number, a month or a negation is in [`words`], a table a language; what a name is, in
//! [`names`]. Which words say nothing of all this is found once, in [`forms`].

mod amount;
mod dates;
mod differences;
mod figures;
mod forms;
mod links;
mod mentions;
mod names;
mod negations;
mod numbers;
mod words;

use rayon::prelude::*;

use crate::lexicon::Vocabulary;
use crate::table::{AlignmentTable, Row, RowKind};
use crate::witness::Witness;

use differences::Cells;
use forms::Forms;
use links::Links;
use mentions::Mention;

/// Rows a task of the thread pool takes at once.
const ROWS_AT_A_TIME: usize = 512;

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
    /// The number of the row.
    pub row: u32,
    /// What kind of fact it is.
    pub kind: FactKind,
    /// For each witness the indices of the tokens that say it, increasing; empty where it says nothing of the kind.
    pub tokens: Vec<Vec<u32>>,
}

impl AlignmentTable {
    /// The facts that differ in these rows, in their order; `vocabulary` is that of the witnesses. Rows whose words are
    /// not linked have none.
    pub fn find_facts(witnesses: &[Witness], vocabulary: &Vocabulary, rows: &[Row]) -> Vec<Fact> {
        let forms = Forms::new(witnesses, vocabulary);
        rows.par_chunks(ROWS_AT_A_TIME)
            .flat_map_iter(|rows| {
                let facts = rows.iter().map(|row| facts_between(&forms, row));
                facts.collect::<Vec<_>>()
            })
            .flatten()
            .collect()
    }

    /// The facts that differ in a row.
    pub fn facts_of(&self, row: u32) -> &[Fact] {
        let from = self.facts.partition_point(|f| f.row < row);
        let to = self.facts.partition_point(|f| f.row <= row);
        self.facts.get(from..to).unwrap_or_default()
    }
}

/// The facts of a row that differ between its first cell and the others.
fn facts_between(forms: &Forms, row: &Row) -> Vec<Fact> {
    if row.kind != RowKind::Bead || row.links.is_empty() {
        return Vec::new();
    }
    let cells: Vec<usize> = (0..forms.witnesses.len())
        .filter(|&w| !row.cells[w].is_empty())
        .collect();
    let found: Vec<Vec<Mention>> = cells
        .iter()
        .map(|&w| mentions::of(forms, w, &row.cells[w]))
        .collect();
    let Some((first, others)) = found.split_first() else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    for (n, other) in others.iter().enumerate() {
        let sides = [cells[0], cells[n + 1]];
        let cells = Cells {
            forms,
            links: Links { row, sides },
            found: [first, other],
        };
        facts.extend(cells.differences());
    }
    facts
}

#[cfg(test)]
mod tests;
