//! The head of the data: the texts, and the counts of the summary, so that the page says what the terminal says.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::class::Class;
use crate::export::title::title;
use crate::select::{ContentWords, Marks};
use crate::table::{AlignmentTable, FactKind, Note, Overview, Summary};
use crate::witness::Witness;

use super::letters::{MOVED, PUNCTUATION, TELLING, letter};

#[derive(Serialize)]
pub(super) struct Head<'a> {
    title: String,
    unit: &'static str,
    witnesses: Vec<Side<'a>>,
    /// The place of the base.
    base: usize,
    /// Of more than two witnesses how they stand to each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    between: Option<Between>,
    /// The pairs of witnesses whose words are not compared.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    uncompared: &'a [[usize; 2]],
    /// The letters of the differences that are not marked until asked for.
    quiet: String,
    /// Whether only those are marked at first that do not merely follow another.
    few: bool,
    counts: Counts,
    /// The kinds of facts; rows name them by their place here.
    facts: Vec<&'static str>,
    /// What was noticed while the table was made.
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Side<'a> {
    siglum: &'a str,
    path: &'a str,
    lang: &'a str,
    /// Bytes.
    length: usize,
    /// The share of its words that stand in a bead, in `[0, 1]`; `null` without words.
    coverage: Option<f64>,
    /// Units that it alone has.
    only: usize,
}

/// Shares in thousandths, from each witness to each.
#[derive(Serialize)]
struct Between {
    /// Of the words of both, those that are the same; `null` where no row has both, or they are not compared.
    similarity: Vec<Vec<Option<u32>>>,
    /// Of the words of the first, those that stand in rows of the other; `null` without words.
    held: Vec<Vec<Option<u32>>>,
    /// And in rows of all.
    by_all: Vec<Option<u32>>,
    /// How far each has content words of its own, in hundredths of a bit; `null` without any in rows of others.
    own: Vec<Option<u32>>,
}

#[derive(Serialize)]
struct Counts {
    beads: usize,
    moved: usize,
    /// By letter: differences, and not rows.
    differences: BTreeMap<char, usize>,
    /// By kind.
    facts: Vec<usize>,
    quotations: usize,
    skipped: usize,
}

impl<'a> Head<'a> {
    /// The head of a table; `overview` is that of it, of more than two witnesses.
    pub(super) fn new(
        table: &'a AlignmentTable,
        overview: Option<&Overview>,
        quiet: &[Class],
        marks: Marks,
    ) -> Self {
        let summary = table.summary_showing(quiet);
        let sides = table.witnesses.iter().enumerate();
        Self {
            title: title(table),
            unit: table.witnesses.first().map_or("", |w| w.level.name()),
            witnesses: sides
                .map(|(w, witness)| side(witness, w, &summary))
                .collect(),
            base: table.base,
            between: overview.map(|overview| between(table, overview)),
            uncompared: &table.uncompared,
            quiet: quiet_letters(quiet),
            few: marks == Marks::Few,
            facts: FactKind::ALL.map(FactKind::name).into(),
            notes: Note::told(&table.notes),
            counts: counts(&summary),
        }
    }
}

fn side<'a>(witness: &'a Witness, w: usize, summary: &Summary) -> Side<'a> {
    Side {
        siglum: &witness.siglum.0,
        path: &witness.path,
        lang: witness.language.code(),
        length: witness.text.len(),
        coverage: summary.coverage[w],
        only: summary.only[w],
    }
}

fn between(table: &AlignmentTable, overview: &Overview) -> Between {
    let rounded = |share: f64| (1000.0 * share).round() as u32;
    let row = |shares: &Vec<Option<f64>>| shares.iter().map(|share| share.map(rounded)).collect();
    let content = ContentWords::new(table);
    let variation = table.variation(&|w, token| content.is_content(w, token));
    let own = variation.distinctiveness.into_iter();
    let own = own.map(|bits| bits.map(|bits| (100.0 * bits).round() as u32));
    Between {
        similarity: overview.similarity.iter().map(row).collect(),
        held: overview.held.iter().map(row).collect(),
        by_all: row(&overview.held_by_all),
        own: own.collect(),
    }
}

fn counts(summary: &Summary) -> Counts {
    let classes = summary.differences.iter();
    let mut differences: BTreeMap<char, usize> =
        classes.map(|(&class, &n)| (letter(class), n)).collect();
    differences.insert(PUNCTUATION, summary.punctuation - summary.telling);
    differences.insert(TELLING, summary.telling);
    differences.insert(MOVED, summary.moved_words);
    let of_kind = |kind| summary.facts.get(&kind).copied().unwrap_or(0);
    Counts {
        beads: summary.beads(),
        moved: summary.moved_rows,
        differences,
        facts: FactKind::ALL.map(of_kind).into(),
        quotations: summary.quotations,
        skipped: summary.skipped.iter().sum(),
    }
}

fn quiet_letters(quiet: &[Class]) -> String {
    let mut letters: String = quiet.iter().copied().map(letter).collect();
    if quiet.contains(&Class::Typographic) {
        letters.push(PUNCTUATION);
    }
    letters
}
