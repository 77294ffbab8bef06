//! Changed facts: numbers, dates, names and negations that differ inside a row, or that one witness alone has there.
//!
//! A fact is compared by what it says, not by how its words were linked: `25 mai` in both cells is no difference wherever
//! it stands. What counts as a number, a month or a negation is in the files of each language; what a name is, in
//! [`names`]. Which words say nothing of all this is found once, in [`forms`].

mod classify;
mod clauses;
mod contraries;
mod differences;
mod forms;
mod links;
mod long_s;
mod markers;
mod mention;
mod mentions;
mod named;
mod names;
mod negated;
mod negations;
mod nouns;
mod opposites;
mod other_names;
mod renamed;
mod spelling;
mod stretches;
mod swapped;
mod unspelled;
mod values;

use rayon::prelude::*;

use crate::lexicon::Vocabulary;
use crate::table::{Fact, Row, RowKind};
use crate::witness::Witness;

use differences::Cells;
use forms::Forms;
use links::Links;

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
    let mut facts = Vec::new();
    for &other in cells.iter().skip(1) {
        let sides = [cells[0], other];
        for stretch in &stretches::of(sides.map(|w| &forms.witnesses[w]), row, sides) {
            let [a, b] = [0, 1].map(|cell| mentions::of(forms, sides[cell], &stretch.cells[cell]));
            let cells = Cells {
                forms,
                row,
                links: Links::new(stretch.links, sides),
                stretch,
                found: [&a, &b],
            };
            facts.extend(cells.differences());
        }
    }
    facts
}
