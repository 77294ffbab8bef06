//! Changed facts: numbers, dates, names and negations that differ inside a row, or that one witness alone has there.
//!
//! A fact is compared by what it says, not by how its words were linked: `25 mai` in both cells is no difference wherever
//! it stands. What counts as a number, a month or a negation is in the files of each language; what a name is, in
//! [`names`]. Which words say nothing of all this is found once, in [`forms`].

mod classify;
mod contraries;
mod differences;
mod forms;
mod links;
mod long_s;
mod mention;
mod mentions;
mod named;
mod names;
mod negated;
mod negations;
mod nouns;
mod renamed;
mod spelling;
mod swapped;
mod values;

use rayon::prelude::*;

use crate::lexicon::Vocabulary;
use crate::table::{Fact, Row, RowKind};
use crate::witness::Witness;

use differences::Cells;
use forms::Forms;
use links::Links;
use mention::Mention;

/// Rows a task of the thread pool takes at once.
const ROWS_AT_A_TIME: usize = 512;

/// The facts that differ in these rows, in their order; `vocabulary` is that of the witnesses. Rows whose words are
/// not linked have none.
pub(crate) fn find(witnesses: &[Witness], vocabulary: &Vocabulary, rows: &[Row]) -> Vec<Fact> {
    let forms = Forms::new(witnesses, vocabulary);
    let facts = rows
        .par_chunks(ROWS_AT_A_TIME)
        .flat_map_iter(|rows| {
            let facts = rows.iter().map(|row| facts_between(&forms, row));
            facts.collect::<Vec<_>>()
        })
        .flatten()
        .collect();
    renamed::told_once(facts, &forms)
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
