//! The critical apparatus: where others read otherwise than one witness, and who reads what. Views and files set the same
//! entries, each in its way.
//!
//! An entry is about words of the base, its lemma. What others have more belongs to the word before it, or at the very
//! beginning of a row to the word behind it.

mod additions;
mod citation;
mod entries;
mod lacunae;
mod occurrences;
mod places;
mod units;

pub use citation::{raised, text};
pub use occurrences::Occurrences;
pub use units::Annotated;

use std::borrow::Cow;

use crate::select::{Agreement, Standing, Voices};
use crate::table::{AlignmentTable, Row};
use crate::witness::{TokenIndex, UnitIndex, Witness};

/// What others read at words of the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The words of the base, increasing; where others have more, those beside which they have it.
    pub lemma: Vec<TokenIndex>,
    /// Whether it is about the lemma, or about what others have more beside it.
    pub side: Side,
    /// Who reads as the base does, itself among them, increasing.
    pub agreeing: Vec<usize>,
    /// Who reads otherwise.
    pub variants: Vec<Variant>,
}

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// In the place of the lemma.
    At,
    /// Before the lemma.
    Before,
    /// Behind the lemma.
    Behind,
}

/// What some witnesses have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Who has it, increasing.
    pub witnesses: Vec<usize>,
    /// For each of them its words, increasing; none where it has nothing, or but the words of the base in another order.
    pub words: Vec<Vec<TokenIndex>>,
    /// What the words follow in the first of them, where they stand in another order.
    pub moved: Option<Landmark>,
    /// How those who have it stand to all others.
    pub standing: Standing,
}

impl Variant {
    /// The words of the first that has it.
    pub fn first(&self) -> &[TokenIndex] {
        self.words.first().map_or(&[], Vec::as_slice)
    }

    /// Whether the words are left out.
    pub fn is_omission(&self) -> bool {
        self.first().is_empty() && self.moved.is_none()
    }
}

/// What words or units stand after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landmark {
    /// Nothing: they begin the text.
    Beginning,
    /// A word of the same witness.
    Word(TokenIndex),
    /// A unit of the base.
    Unit(UnitIndex),
}

impl Landmark {
    /// How it is told that words of a witness stand there in another order: the term, and the word of it, or the number of the
    /// unit of the base, which they follow.
    pub fn told(self, witness: &Witness) -> (&'static str, Option<Cow<'_, str>>) {
        match self {
            Self::Beginning => ("transp. ad init.", None),
            Self::Word(word) => ("transp. post", Some(witness.word(word))),
            Self::Unit(unit) => ("transp. post", Some((unit.get() + 1).to_string().into())),
        }
    }
}

/// What an apparatus says of a row against one witness of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowEntries {
    /// The witness against which it is told.
    pub base: usize,
    /// Who does not stand in the row, of those that are compared with it, increasing.
    pub absent: Vec<usize>,
    /// What is said of its words, in their order.
    pub entries: Vec<Entry>,
}

/// Makes the entries of a table.
pub struct Apparatus<'a> {
    table: &'a AlignmentTable,
    voices: &'a Voices<'a>,
    /// Of more than two witnesses, who stands with whom.
    agreement: Option<Agreement<'a>>,
}

impl<'a> Apparatus<'a> {
    /// For a table whose differences are marked by these voices; `agreement` of more than two witnesses.
    pub fn new(
        table: &'a AlignmentTable,
        voices: &'a Voices<'a>,
        agreement: Option<Agreement<'a>>,
    ) -> Self {
        Self {
            table,
            voices,
            agreement,
        }
    }

    /// What is said of a row, told against the base or, where that does not stand in it, the witness there whose siglum comes
    /// first; and then against another of those that are not compared with it. Of an empty row nothing.
    pub fn of_row(&self, row: &Row) -> Vec<RowEntries> {
        let leads = self.voices.rules().leads(row, self.table.base);
        leads
            .into_iter()
            .map(|base| self.against(row, base))
            .collect()
    }

    fn against(&self, row: &Row, base: usize) -> RowEntries {
        let is_absent = |&w: &usize| !row.has(w) && self.table.compares(base, w);
        RowEntries {
            base,
            absent: (0..row.cells.len()).filter(is_absent).collect(),
            entries: entries::entries(self, row, base),
        }
    }

    /// The units of the base, in its order, with what is said of each. A base without units has no apparatus.
    pub fn by_unit(&self) -> Vec<Annotated> {
        units::by_unit(self)
    }
}
