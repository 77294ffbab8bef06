//! The way from more than two witnesses to the alignment table: every pair is aligned as if it were alone, and what all pairs
//! say decides what each has. So the result does not depend on the order in which the witnesses are named.

mod links;
mod order;
mod parts;
mod places;
mod rows;
mod votes;

use rayon::prelude::*;

use crate::align::{AlignOptions, Aligner, Moves, Quote};
use crate::bead;
use crate::error::{Error, Result};
use crate::observe::{Observer, Stage};
use crate::table::{AlignmentTable, Fact, Note, PairBead, Quotation, Row, RowKind};
use crate::witness::{TokenIndex, UnitIndex, Witness};

use super::CompareOptions;
use super::prepared::Prepared;
use super::{facts, notes, pins, quotations};

use links::{Gatherer, PairLinks};
use votes::{Elected, PairAlignment, elect};

/// Two of the witnesses, prepared.
struct Pair {
    witnesses: [usize; 2],
    prepared: Prepared,
    aligner: Aligner,
    notes: Vec<Note>,
}

/// What is known of two witnesses before words are linked.
struct Found {
    beads: Vec<PairBead>,
    quotes: Vec<Quote>,
}

/// Rows that a person has decided: for each the units of every witness.
pub type Decided = Vec<Vec<UnitIndex>>;

/// Compares any number of witnesses, whose rows follow the one at `base`, and of which differences are told against it.
///
/// # Errors
/// As [`collate`](super::collate).
pub(super) fn table(
    witnesses: Vec<Witness>,
    base: usize,
    options: &CompareOptions,
    decided: &[Decided],
    observer: &dyn Observer,
) -> Result<AlignmentTable> {
    if witnesses.len() < 2 || base >= witnesses.len() {
        return Err(Error::Base {
            base,
            count: witnesses.len(),
        });
    }
    for (w, witness) in witnesses.iter().enumerate() {
        if let Some(cells) = decided.iter().find(|cells| cells.len() != witnesses.len()) {
            return Err(Error::Pins {
                witness: witness.siglum.to_string(),
                why: format!(
                    "a row has {} cells for {} witnesses",
                    cells.len(),
                    witnesses.len()
                ),
            });
        }
        pins::check(witness, decided.iter().map(|cells| &cells[w]))?;
        if witness.level != witnesses[0].level {
            return Err(Error::Levels {
                levels: [witnesses[0].level.name(), witness.level.name()],
                witnesses: [witnesses[0].siglum.0.clone(), witness.siglum.0.clone()],
            });
        }
    }
    observer.begin(Stage::Align);
    let named: Vec<[usize; 2]> = (0..witnesses.len())
        .flat_map(|i| (i + 1..witnesses.len()).map(move |j| [i, j]))
        .collect();
    let pairs: Vec<Pair> = named
        .par_iter()
        .map(|&named| pair(&witnesses, named, options))
        .collect();
    let alignments: Vec<PairAlignment> = pairs
        .par_iter()
        .map(|pair| pair.alignment(decided))
        .collect();
    let elected = elect(&witnesses, &alignments);
    drop(alignments);
    let found: Vec<Found> = (pairs.par_iter().zip(elected))
        .map(|(pair, elected)| pair.found(elected))
        .collect();
    let mut notes = notes_of(&pairs);
    // Links between words need the memory.
    let pairs: Vec<([usize; 2], Prepared)> = pairs
        .into_iter()
        .map(|pair| (pair.witnesses, pair.prepared))
        .collect();
    let (mut beads, mut quotes) = (Vec::new(), Vec::new());
    for (found, (named, _)) in found.into_iter().zip(&pairs) {
        beads.extend(found.beads);
        quotes.push((*named, found.quotes));
    }
    let (beads_count, quotes_count) =
        (beads.len(), quotes.iter().map(|q| q.1.len()).sum::<usize>());
    observer.end(
        Stage::Align,
        format_args!("{beads_count} beads between two, {quotes_count} quotations"),
    );
    let others = others(&witnesses, base);
    let mut rows = rows::rows(&witnesses, (base, &others), beads, decided);
    let mut quotations: Vec<Quotation> = Vec::new();
    for (named, quotes) in quotes {
        quotations.extend(quotations::place(
            named.map(|w| &witnesses[w]),
            named,
            &rows,
            quotes,
        ));
    }
    let mut facts = Vec::new();
    if options.words {
        observer.begin(Stage::Words);
        let (linked, found): (Vec<PairLinks>, Vec<Vec<Fact>>) = pairs
            .par_iter()
            .map(|(named, prepared)| linked(*named, prepared, &rows, witnesses.len()))
            .unzip();
        let class = |n: usize, row: &Row, words: [&[TokenIndex]; 2]| {
            let (named, prepared) = &pairs[n];
            prepared.class(named.map(|w| &*row.cells[w]), words)
        };
        let gatherer = Gatherer {
            witnesses: &witnesses,
            base,
            others: &others,
            pairs: &linked,
            class: &class,
            ignored: &options.ignored,
        };
        gatherer.link(&mut rows);
        let facts_of_pairs = found.into_iter().flatten();
        facts = facts::joined(&witnesses, &rows, [&[base], &others], facts_of_pairs);
        let count: usize = rows.iter().map(|row| row.links.len()).sum();
        observer.end(Stage::Words, format_args!("{count} links"));
    }
    notes.extend(notes::of_long_rows(&witnesses, &rows, options.words));
    Ok(AlignmentTable {
        witnesses,
        base,
        rows,
        quotations,
        facts,
        ignored: options.ignored.clone(),
        notes,
    })
}

/// The witnesses but the base, by their sigla: the sequence in which they have a say, however they were named.
fn others(witnesses: &[Witness], base: usize) -> Vec<usize> {
    let mut others: Vec<usize> = (0..witnesses.len()).filter(|&w| w != base).collect();
    others.sort_by(|&x, &y| witnesses[x].siglum.cmp(&witnesses[y].siglum));
    others
}

fn pair(witnesses: &[Witness], named: [usize; 2], options: &CompareOptions) -> Pair {
    let own = named.map(|w| witnesses[w].clone());
    let notes = notes::of_texts(own.each_ref());
    let old_print = notes.iter().any(|n| matches!(n, Note::OldPrint { .. }));
    let mut prepared = Prepared::new(own, old_print, options);
    let aligner = Aligner::new(
        prepared.texts(),
        AlignOptions {
            moves: match options.monotone {
                true => Moves::Excluded,
                false => Moves::Sought,
            },
            quotations: prepared.links_words(),
        },
    );
    prepared.learn(aligner.learned());
    Pair {
        witnesses: named,
        prepared,
        aligner,
        notes,
    }
}

/// What was noticed of any pair, each once.
fn notes_of(pairs: &[Pair]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for note in pairs.iter().flat_map(|pair| &pair.notes) {
        if !notes.contains(note) {
            notes.push(note.clone());
        }
    }
    notes
}

impl Pair {
    /// What the pair alone says.
    fn alignment(&self, decided: &[Decided]) -> PairAlignment {
        let pins = self.pins(decided);
        let fine = self.prepared.fine(&self.aligner, &pins);
        PairAlignment {
            witnesses: self.witnesses,
            beads: fine.beads,
            decided: fine.decided,
            taken: fine.taken,
        }
    }

    fn pins(&self, decided: &[Decided]) -> Vec<bead::Pin> {
        let bare = |units: &[UnitIndex]| units.iter().map(|unit| unit.0).collect::<Vec<u32>>();
        let pins = decided.iter().map(|cells| {
            let [a, b] = self.witnesses.map(|w| bare(&cells[w]));
            bead::Pin { a, b }
        });
        pins.filter(|pin| !pin.a.is_empty() || !pin.b.is_empty())
            .collect()
    }

    /// The beads of the pair, of those that all pairs together have elected, and its quotations.
    fn found(&self, elected: Vec<Elected>) -> Found {
        let beads = elected.into_iter().map(|bead| {
            let [a, b] = bead.units;
            bead::Bead {
                a,
                b,
                score: bead.score.unwrap_or(f64::NAN),
                confidence: match bead.decided {
                    true => 1.0,
                    // A bead stands because it is likelier than not.
                    false => bead.share.max(0.5),
                },
            }
        });
        let fine = self.prepared.scored(&self.aligner, beads.collect());
        let (beads, quotes) = self.prepared.shown(&self.aligner, fine);
        let units = |units: Vec<u32>| units.into_iter().map(UnitIndex).collect();
        Found {
            beads: beads
                .into_iter()
                .map(|bead| PairBead {
                    witnesses: self.witnesses,
                    units: [units(bead.a), units(bead.b)],
                    score: bead.score,
                    confidence: bead.confidence,
                })
                .collect(),
            quotes,
        }
    }
}

/// The links of a pair in every row, and its facts, as those of a table of all witnesses.
fn linked(
    named: [usize; 2],
    prepared: &Prepared,
    rows: &[Row],
    count: usize,
) -> (PairLinks, Vec<Fact>) {
    let both = |row: &&Row| named.iter().all(|&w| row.has(w));
    let mut own: Vec<Row> = rows
        .iter()
        .filter(both)
        .map(|row| Row {
            number: row.number,
            kind: RowKind::Bead,
            cells: named.map(|w| row.cells[w].clone()).into(),
            places: Vec::new(),
            beads: Vec::new(),
            links: Vec::new(),
            note: String::new(),
            ..*row
        })
        .collect();
    let facts = prepared.link(&mut own);
    let mut of_row = vec![Vec::new(); rows.len()];
    for row in own {
        if let Some(index) = row.number.index() {
            of_row[index] = row.links;
        }
    }
    let facts = facts.into_iter().map(|mut fact| {
        let mut tokens = vec![Vec::new(); count];
        for (own, w) in fact.tokens.drain(..).zip(named) {
            tokens[w] = own;
        }
        let told = fact.witnesses.iter().map(|&own| named[own]).collect();
        Fact {
            tokens,
            witnesses: told,
            ..fact
        }
    });
    let witnesses = named;
    (PairLinks { witnesses, of_row }, facts.collect())
}
