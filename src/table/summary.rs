//! What a reader wants first: how much corresponds, in what shapes, and how it differs.

use std::collections::BTreeMap;

use crate::class::Class;
use crate::table::rules::part_of;
use crate::table::{AlignmentTable, FactKind, Link, Row};
use crate::witness::{TokenIndex, TokenKind, Witness};

/// Counts over a whole table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// For each witness the share of its words (skipped units apart) that stand in a bead, in `[0, 1]`; `None` of a
    /// witness without words.
    pub coverage: Vec<Option<f64>>,
    /// For each witness the number of its units that no other has; neither blank nor skipped ones.
    pub only: Vec<usize>,
    /// For each witness the number of its skipped units.
    pub skipped: Vec<usize>,
    /// How many beads have how many units of each witness; beads of blank lines alone are left out.
    pub shapes: BTreeMap<Vec<usize>, usize>,
    /// The number of moved rows.
    pub moved_rows: usize,
    /// The number of links by class; neither [`Class::Same`], nor an ignored one, nor those of punctuation alone.
    pub differences: BTreeMap<Class, usize>,
    /// The number of differences between punctuation marks, and of marks that one side alone has.
    pub punctuation: usize,
    /// How many of these show although punctuation is quiet: where a sentence ends, one text asks and the other does not.
    pub telling: usize,
    /// The number of links whose words stand in another order in the other witness.
    pub moved_words: usize,
    /// The number of facts that differ, by kind: what one witness leaves out as well.
    pub facts: BTreeMap<FactKind, usize>,
    /// The number of those of which two witnesses say something, and not the same, by kind.
    pub contradictions: BTreeMap<FactKind, usize>,
    /// The number of quotations.
    pub quotations: usize,
}

impl Summary {
    /// The number of beads.
    pub fn beads(&self) -> usize {
        self.shapes.values().sum()
    }
}

impl AlignmentTable {
    /// Counts what stands in the table.
    pub fn summary(&self) -> Summary {
        self.summary_showing(&[Class::Typographic])
    }

    /// Counts what stands in the table, where `quiet` classes are not shown: if typographic differences are, and are not
    /// ignored, other spaces beside the same words are counted among them.
    pub fn summary_showing(&self, quiet: &[Class]) -> Summary {
        let rules = self.rules(quiet);
        let count = self.witnesses.len();
        let mut summary = Summary {
            only: vec![0; count],
            skipped: vec![0; count],
            quotations: self.quotations.len(),
            moved_rows: self.rows.iter().filter(|row| row.moved).count(),
            ..Summary::default()
        };
        for fact in &self.facts {
            *summary.facts.entry(fact.kind).or_default() += 1;
            if fact.is_contradiction() {
                *summary.contradictions.entry(fact.kind).or_default() += 1;
            }
        }
        let mut in_beads = vec![0_usize; count];
        let mut words = vec![0_usize; count];
        for row in &self.rows {
            let bead = is_bead(row);
            if bead && !self.is_blank(row) {
                let shape = row.cells.iter().map(Vec::len).collect();
                *summary.shapes.entry(shape).or_default() += 1;
            }
            for (w, witness) in self.witnesses.iter().enumerate() {
                for &u in &row.cells[w] {
                    let unit = witness.unit(u);
                    if unit.skip.is_some() {
                        summary.skipped[w] += 1;
                        continue;
                    }
                    let here = unit
                        .tokens
                        .indices()
                        .filter(|&t| is_word(witness, t))
                        .count();
                    words[w] += here;
                    if bead {
                        in_beads[w] += here;
                    } else if !unit.span.is_empty() {
                        summary.only[w] += 1;
                    }
                }
            }
            // Of more than two a stretch that several have and some lack has a link for each word: it is one difference all the same.
            let mut before: Option<&Link> = None;
            for link in &row.links {
                let goes_on = count > 2 && before.is_some_and(|before| before.lacks_as(link));
                before = Some(link);
                summary.moved_words += usize::from(link.moved);
                if rules.is_spaced_otherwise(link) {
                    *summary.differences.entry(Class::Typographic).or_default() += 1;
                }
                if goes_on || !rules.counts(link) {
                    continue;
                }
                if rules.has_words(link) {
                    *summary.differences.entry(link.class).or_default() += 1;
                } else {
                    summary.punctuation += 1;
                    summary.telling += usize::from(rules.tells(link));
                }
            }
        }
        summary.coverage = in_beads
            .iter()
            .zip(&words)
            .map(|(&part, &all)| part_of(part, all))
            .collect();
        summary
    }
}

impl AlignmentTable {
    /// Whether a row has nothing but blank lines.
    fn is_blank(&self, row: &Row) -> bool {
        let mut cells = row.cells.iter().zip(&self.witnesses);
        cells.all(|(units, w)| units.iter().all(|&u| w.unit(u).span.is_empty()))
    }
}

fn is_bead(row: &Row) -> bool {
    row.cells.iter().filter(|cell| !cell.is_empty()).count() > 1
}

fn is_word(witness: &Witness, token: TokenIndex) -> bool {
    witness.token(token).kind != TokenKind::Punctuation
}
