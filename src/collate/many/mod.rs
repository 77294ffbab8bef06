//! The way from more than two witnesses to the alignment table: every pair is aligned as if it were alone, and what all pairs
//! say decides what each has. So the result does not depend on the order in which the witnesses are named.

mod choose;
mod clusters;
mod evidence;
mod explain;
mod links;
mod order;
mod pair;
mod phrases;
mod places;
mod rows;
mod votes;
mod ways;

use rayon::prelude::*;

use crate::align::{Aligner, Quote};
use crate::bead;
use crate::error::{Error, Result};
use crate::observe::{Observer, Stage, Unobserved};
use crate::table::{AlignmentTable, Fact, Note, PairBead, Row, Rules};
use crate::witness::{TokenIndex, UnitIndex, Witness};
use crate::words::Literalness;

use super::CompareOptions;
use super::faced::faced;
use super::facts::{self, Facts};
use super::{notes, pins, quotations};

use links::{Gatherer, PairLinks};
use pair::{Found, Pair};
use votes::{Elected, elect};
use ways::PairAlignment;

/// A row that a person has decided: the units of every witness.
pub type Decided = Vec<Vec<UnitIndex>>;

/// Any number of witnesses that are ready to be set side by side, as two are in a [`Comparison`](super::Comparison): rows and
/// tables are made of it as often as they are asked for.
///
/// But for the order of the columns nothing depends on the order in which the witnesses are given.
pub struct Collation<'o> {
    witnesses: Vec<Witness>,
    base: usize,
    /// The witnesses but the base, by their sigla: the sequence in which they have a say, however they were named.
    others: Vec<usize>,
    /// The rank of each witness by its text and its siglum: what decides where nothing else does, however they were named.
    ranks: Vec<u32>,
    options: CompareOptions,
    pairs: Vec<Pair>,
    /// The pairs whose words are not compared; see [`AlignmentTable::uncompared`].
    uncompared: Vec<[usize; 2]>,
    /// What has been learned from each pair.
    aligners: Vec<Aligner>,
    observer: &'o dyn Observer,
}

/// What is known before words are linked.
struct Aligned {
    rows: Vec<Row>,
    /// The quotations of each pair.
    quotes: Vec<Vec<Quote>>,
}

impl Collation<'static> {
    /// Prepares witnesses. The rows will follow the one at `base`, and differences be told against it.
    ///
    /// # Errors
    /// [`Error::Levels`] when they were not read at the same level; [`Error::Base`] when there are fewer than two witnesses,
    /// or `base` is none of them.
    pub fn new(witnesses: Vec<Witness>, base: usize, options: &CompareOptions) -> Result<Self> {
        Collation::observed(witnesses, base, options, &Unobserved)
    }
}

impl<'o> Collation<'o> {
    /// [`new`](Collation::new), telling `observer` what is done, here and later.
    ///
    /// # Errors
    /// As [`new`](Collation::new).
    pub fn observed(
        witnesses: Vec<Witness>,
        base: usize,
        options: &CompareOptions,
        observer: &'o dyn Observer,
    ) -> Result<Self> {
        let count = witnesses.len();
        if count < 2 || base >= count {
            return Err(Error::Base { base, count });
        }
        let first = &witnesses[0];
        if let Some(other) = witnesses.iter().find(|w| w.level != first.level) {
            return Err(Error::Levels {
                levels: [first.level.name(), other.level.name()],
                witnesses: [first.siglum.0.clone(), other.siglum.0.clone()],
            });
        }
        observer.begin(Stage::Align);
        let witnesses = faced(witnesses, options);
        let named: Vec<[usize; 2]> = (0..count)
            .flat_map(|i| (i + 1..count).map(move |j| [i, j]))
            .collect();
        let prepared = named
            .par_iter()
            .map(|&named| pair::prepared(&witnesses, named, options));
        let (pairs, aligners): (Vec<Pair>, Vec<Aligner>) = prepared.unzip();
        let apart = pairs
            .iter()
            .filter(|pair| count > 2 && pair.prepared.in_two_languages());
        let uncompared = apart.map(|pair| pair.witnesses).collect();
        let mut others: Vec<usize> = (0..count).filter(|&w| w != base).collect();
        others.sort_by(|&x, &y| witnesses[x].siglum.cmp(&witnesses[y].siglum));
        let mut by_text: Vec<usize> = (0..count).collect();
        by_text.sort_by_key(|&w| (&witnesses[w].text, &witnesses[w].siglum));
        let mut ranks = vec![0; count];
        for (rank, w) in by_text.into_iter().enumerate() {
            ranks[w] = rank as u32;
        }
        Ok(Self {
            witnesses,
            base,
            others,
            ranks,
            options: options.clone(),
            pairs,
            uncompared,
            aligners,
            observer,
        })
    }

    /// The witnesses, in the order in which they were given.
    pub fn witnesses(&self) -> &[Witness] {
        &self.witnesses
    }

    /// The rows around those that a person has decided, which stand as they are; words are not linked.
    ///
    /// # Errors
    /// [`Error::Pins`] when a unit of theirs does not exist or stands twice.
    pub fn rows(&self, decided: &[Decided]) -> Result<Vec<Row>> {
        Ok(self.aligned(decided)?.rows)
    }

    /// The table around rows that a person has decided. It holds copies of the texts, of which
    /// [`into_table`](Self::into_table) needs none.
    ///
    /// # Errors
    /// As [`rows`](Self::rows).
    pub fn table(&self, decided: &[Decided]) -> Result<AlignmentTable> {
        let aligned = self.aligned(decided)?;
        Ok(AlignmentTable {
            witnesses: self.witnesses.clone(),
            ..self.linked(aligned)
        })
    }

    /// The table around rows that a person has decided, where no other is needed.
    ///
    /// # Errors
    /// As [`rows`](Self::rows).
    pub fn into_table(mut self, decided: &[Decided]) -> Result<AlignmentTable> {
        let aligned = self.aligned(decided)?;
        // Links between words need the memory.
        self.aligners.clear();
        let table = self.linked(aligned);
        Ok(AlignmentTable {
            witnesses: self.witnesses,
            ..table
        })
    }

    /// The table, but for its witnesses.
    fn linked(&self, aligned: Aligned) -> AlignmentTable {
        let Aligned { mut rows, quotes } = aligned;
        let between_two: usize = rows.iter().map(|row| row.beads.len()).sum();
        let quoted: usize = quotes.iter().map(Vec::len).sum();
        let counts = format_args!("{between_two} beads between two, {quoted} quotations");
        self.observer.end(Stage::Align, counts);
        let quotations = self.pairs.iter().zip(quotes).flat_map(|(pair, quotes)| {
            let own = pair.witnesses.map(|w| &self.witnesses[w]);
            quotations::place(own, pair.witnesses, &rows, quotes)
        });
        let quotations = quotations.collect();
        let mut facts = Facts::default();
        if self.options.words {
            self.observer.begin(Stage::Words);
            let literalness = self.literalness(|| rows.iter().map(|row| &row.cells[..]));
            facts = self.link_as(&mut rows, &literalness);
            let links: usize = rows.iter().map(|row| row.links.len()).sum();
            self.observer
                .end(Stage::Words, format_args!("{links} links"));
        }
        AlignmentTable {
            notes: self.notes(&rows),
            witnesses: Vec::new(),
            base: self.base,
            uncompared: self.uncompared.clone(),
            rows,
            quotations,
            facts: facts.told,
            facts_between: facts.between,
            ignored: self.options.ignored.clone(),
        }
    }

    /// Links the words of rows, which stand at their numbers, and finds the facts that differ in them; `cells` are those of all
    /// rows of their table.
    pub(crate) fn link(&self, rows: &mut [Row], cells: &[Decided]) -> Vec<Fact> {
        let literalness = self.literalness(|| cells.iter().map(|cells| &cells[..]));
        self.link_as(rows, &literalness).told
    }

    /// How literally the witnesses of each pair follow each other, by the cells of all rows of a table.
    fn literalness<'c, I: Iterator<Item = &'c [Vec<UnitIndex>]>>(
        &self,
        cells: impl Fn() -> I + Sync,
    ) -> Vec<Literalness> {
        let of_pair = |pair: &Pair| {
            let both = cells().map(|cells| pair.witnesses.map(|w| &cells[w][..]));
            pair.prepared.literalness(both)
        };
        self.pairs.par_iter().map(of_pair).collect()
    }

    fn link_as(&self, rows: &mut [Row], literalness: &[Literalness]) -> Facts {
        let count = self.witnesses.len();
        let pairs = &self.pairs;
        let linked = (pairs.par_iter().zip(literalness))
            .map(|(pair, literalness)| pair.linked(rows, count, *literalness));
        let (linked, found): (Vec<PairLinks>, Vec<Vec<Fact>>) = linked.unzip();
        let class = |n: usize, row: &Row, words: [&[TokenIndex]; 2]| {
            let pair: &Pair = &pairs[n];
            pair.prepared
                .class(pair.witnesses.map(|w| &*row.cells[w]), words)
        };
        let gatherer = Gatherer {
            witnesses: &self.witnesses,
            base: self.base,
            others: &self.others,
            ranks: &self.ranks,
            pairs: &linked,
            class: &class,
            ignored: &self.options.ignored,
            uncompared: &self.uncompared,
        };
        gatherer.link(rows);
        let found = found.into_iter().flatten();
        let mut sequence = vec![self.base];
        sequence.extend(&self.others);
        let compares = |one: usize, other: usize| {
            Rules::between(&self.witnesses, &self.uncompared, &[]).compares(one, other)
        };
        facts::joined(&self.witnesses, rows, (&sequence, &compares), found)
    }

    /// What every pair says by itself.
    fn alignments(&self, decided: &[Decided]) -> Vec<PairAlignment> {
        let pairs = self.pairs.par_iter().zip(&self.aligners);
        let unpaired = self.options.unpaired;
        pairs
            .map(|(pair, aligner)| pair.alignment(aligner, decided, unpaired))
            .collect()
    }

    /// What all pairs say of each.
    fn elected(&self, alignments: &[PairAlignment]) -> Vec<Vec<Elected>> {
        let (own, aligners) = (&self.pairs, &self.aligners);
        let scores = |n: usize, beads: &[bead::Pin]| own[n].prepared.scores(&aligners[n], beads);
        elect(&self.witnesses, &self.ranks, alignments, &scores)
    }

    fn aligned(&self, decided: &[Decided]) -> Result<Aligned> {
        self.check(decided)?;
        let elected = self.elected(&self.alignments(decided));
        let pairs = self.pairs.par_iter().zip(&self.aligners);
        let found: Vec<Found> = pairs
            .zip(elected)
            .map(|((pair, aligner), elected)| pair.found(aligner, elected))
            .collect();
        let (mut beads, mut quotes): (Vec<PairBead>, Vec<Vec<Quote>>) = (Vec::new(), Vec::new());
        for found in found {
            beads.extend(found.beads);
            quotes.push(found.quotes);
        }
        let sequence = (self.base, &*self.others);
        Ok(Aligned {
            rows: rows::rows(&self.witnesses, sequence, beads, decided),
            quotes,
        })
    }

    /// Whether decided rows have units of every witness that exist, each once.
    fn check(&self, decided: &[Decided]) -> Result<()> {
        let count = self.witnesses.len();
        for (w, witness) in self.witnesses.iter().enumerate() {
            if let Some(cells) = decided.iter().find(|cells| cells.len() != count) {
                return Err(Error::Pins {
                    witness: witness.siglum.to_string(),
                    why: format!("a row has {} cells for {count} witnesses", cells.len()),
                });
            }
            pins::check(witness, decided.iter().map(|cells| &cells[w]))?;
        }
        Ok(())
    }

    /// What was noticed of any pair, each once, and of the rows.
    fn notes(&self, rows: &[Row]) -> Vec<Note> {
        let mut notes: Vec<Note> = Vec::new();
        for note in self.pairs.iter().flat_map(|pair| &pair.notes) {
            if !notes.contains(note) {
                notes.push(note.clone());
            }
        }
        notes.extend(notes::of_long_rows(
            &self.witnesses,
            rows,
            self.options.words,
        ));
        notes
    }
}
