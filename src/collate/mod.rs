//! The whole way from two witnesses to the alignment table.

mod any;
mod carried;
mod faced;
mod facts;
mod labels;
mod language;
mod link;
mod many;
mod notes;
mod options;
mod order;
mod parts;
mod pins;
mod prepared;
mod quotations;
mod rows;
mod ties;

pub(crate) use any::Compared;
pub use labels::by_labels;
pub use language::shared_language;
pub use many::{Collation, Decided};
pub use options::{CompareOptions, Unpaired};
pub use pins::Pin;

use crate::align::{AlignOptions, Aligner, Moves};
use crate::error::{Error, Result};
use crate::explanation::{Explanation, Tie};
use crate::observe::{Observer, Stage, Unobserved};
use crate::read::{Encoding, Kind, ReadOptions, agree, read_bytes};
use crate::table::{AlignmentTable, Fact, Note, Row};
use crate::witness::{Siglum, UnitIndex, Witness};

use prepared::Prepared;

/// Two witnesses that are ready to be set side by side: their words are known, and what corresponds has been learned
/// from them. That is most of the work; rows, tables and explanations are made of it as often as they are asked for.
///
/// Swapping the witnesses mirrors what comes out, to the last link.
pub struct Comparison<'o> {
    prepared: Prepared,
    aligner: Aligner,
    notes: Vec<Note>,
    observer: &'o dyn Observer,
}

impl Comparison<'static> {
    /// Prepares the comparison of two witnesses.
    ///
    /// # Errors
    /// [`Error::Levels`] when they were not read at the same level.
    pub fn new(witnesses: [Witness; 2], options: &CompareOptions) -> Result<Self> {
        Comparison::observed(witnesses, options, &Unobserved)
    }
}

impl<'o> Comparison<'o> {
    /// [`new`](Comparison::new), telling `observer` what is done, here and later.
    ///
    /// # Errors
    /// As [`new`](Comparison::new).
    pub fn observed(
        witnesses: [Witness; 2],
        options: &CompareOptions,
        observer: &'o dyn Observer,
    ) -> Result<Self> {
        if witnesses[0].level != witnesses[1].level {
            return Err(Error::Levels {
                levels: witnesses.each_ref().map(|w| w.level.name()),
                witnesses: witnesses.map(|w| w.siglum.0),
            });
        }
        observer.begin(Stage::Vocabulary);
        let witnesses = match witnesses.iter().all(|w| w.unmarked.is_empty()) {
            true => witnesses,
            false => {
                let faced = faced::faced(witnesses.to_vec(), options);
                <[Witness; 2]>::try_from(faced).unwrap_or(witnesses)
            }
        };
        let notes = notes::of_texts(witnesses.each_ref());
        let old_print = notes::tell_old_print(&notes);
        let mut prepared = Prepared::new(witnesses, old_print, options);
        let (tokens, distinct) = prepared.counts();
        let counts = format_args!("{tokens} tokens, {distinct} of them different");
        observer.end(Stage::Vocabulary, counts);
        observer.begin(Stage::Align);
        let options = AlignOptions {
            moves: match options.monotone {
                true => Moves::Excluded,
                false => Moves::Sought,
            },
            quotations: prepared.links_words(),
            two_languages: prepared.in_two_languages(),
        };
        let aligner = Aligner::new(prepared.texts(), options);
        prepared.learn(aligner.learned());
        Ok(Self {
            prepared,
            aligner,
            notes,
            observer,
        })
    }

    /// The witnesses, in the order in which they were given.
    pub fn witnesses(&self) -> [&Witness; 2] {
        self.prepared.witnesses()
    }

    /// The rows around `pins`, their words not linked.
    ///
    /// # Errors
    /// [`Error::Pins`] when a unit of theirs does not exist or stands twice.
    pub fn rows(&self, pins: &[Pin]) -> Result<Vec<Row>> {
        let pins = pins::checked(pins, self.witnesses())?;
        Ok(self.prepared.rows(&self.aligner, &pins))
    }

    /// The table around `pins`. It holds copies of the texts, of which [`into_table`](Self::into_table) needs none.
    ///
    /// # Errors
    /// As [`rows`](Self::rows).
    pub fn table(&self, pins: &[Pin]) -> Result<AlignmentTable> {
        let pins = pins::checked(pins, self.witnesses())?;
        let aligned = self.prepared.aligned(&self.aligner, &pins, self.observer);
        let mut table = self.prepared.linked(aligned, self.observer);
        table.notes.splice(..0, self.notes.iter().cloned());
        table.witnesses = self.witnesses().map(Witness::clone).into();
        Ok(table)
    }

    /// The table around `pins`, where no other is needed.
    ///
    /// # Errors
    /// As [`rows`](Self::rows).
    pub fn into_table(self, pins: &[Pin]) -> Result<AlignmentTable> {
        let pins = pins::checked(pins, self.witnesses())?;
        let aligned = self.prepared.aligned(&self.aligner, &pins, self.observer);
        // Links between words need the memory.
        drop(self.aligner);
        let mut table = self.prepared.linked(aligned, self.observer);
        table.notes.splice(..0, self.notes);
        table.witnesses = self.prepared.into_witnesses().into();
        Ok(table)
    }

    /// Says why a row of a table without pins stands.
    pub fn explain(&self, row: &Row) -> Explanation {
        self.prepared
            .explain(&self.aligner, prepared::both(&row.cells))
    }

    /// What speaks for linking the words of a row: each pair that came into question, in the order of the first witness.
    /// Nothing where a row has too many words to compare each with each. `rows` are those of its table; they tell how often
    /// words are linked that have been learned from the texts.
    pub fn ties(&self, row: &Row, rows: &[Row]) -> Vec<Tie> {
        let links = rows.iter().flat_map(|row| &row.links);
        let words = links
            .filter(|link| link.tokens.len() == 2)
            .map(|link| [&link.tokens[0], &link.tokens[1]]);
        let words: Vec<_> = words.collect();
        ties::ties(&self.prepared, prepared::both(&row.cells), &words)
    }

    /// Links the words of rows, and finds the facts that differ in them; `cells` are those of all rows of their table.
    pub(crate) fn link(&self, rows: &mut [Row], cells: &[Vec<Vec<UnitIndex>>]) -> Vec<Fact> {
        let literalness = self
            .prepared
            .literalness(cells.iter().map(|cells| prepared::both(cells)));
        self.prepared.link(rows, literalness)
    }
}

/// Aligns two witnesses and links their words.
///
/// # Errors
/// [`Error::Levels`] when they were not read at the same level.
pub fn compare_witnesses(
    witnesses: [Witness; 2],
    options: &CompareOptions,
) -> Result<AlignmentTable> {
    Comparison::new(witnesses, options)?.into_table(&[])
}

/// Aligns any number of witnesses and links their words. The rows follow the one at `base`, and differences are told against it;
/// that apart, the result does not depend on the order in which the witnesses are given. `decided` are rows that a person has
/// decided: they stand as they are.
///
/// # Errors
/// [`Error::Levels`] when they were not read at the same level; [`Error::Pins`] when a unit of `decided` does not exist or
/// stands twice; [`Error::Base`] when there are fewer than two witnesses, or `base` is none of them.
pub fn collate(
    witnesses: Vec<Witness>,
    base: usize,
    options: &CompareOptions,
    decided: &[Decided],
    observer: &dyn Observer,
) -> Result<AlignmentTable> {
    Compared::observed(witnesses, base, options, observer)?.into_table(decided)
}

/// Compares two texts: reads them, aligns their sentences and links their words, all as is usual.
///
/// Texts that are in files or in other encodings, other units, other options: see [`read`](crate::read),
/// [`compare_witnesses`] and [`Comparison`].
///
/// # Errors
/// As [`read_bytes`]: when one holds what no text does, as a NUL.
pub fn compare(a: &str, b: &str) -> Result<AlignmentTable> {
    let options = ReadOptions {
        encoding: Some(Encoding::UTF_8),
        kind: Some(Kind::Text),
        ..ReadOptions::default()
    };
    let read = |n: usize, text: &str| {
        let siglum = Siglum::nth(n);
        let name = format!("text {siglum}");
        read_bytes(text.into(), &name, siglum, &options)
    };
    let mut readings = [read(0, a)?, read(1, b)?];
    agree(&mut readings);
    let witnesses = readings.map(|reading| reading.witness);
    compare_witnesses(witnesses, &CompareOptions::default())
}
