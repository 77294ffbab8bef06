//! Linking the words of rows.

use rayon::prelude::*;
use smallvec::SmallVec;

use crate::class::Class;
use crate::lexicon::{Classes, TypeId, Vocabulary};
use crate::table::{Link, Row, RowKind, Rules};
use crate::witness::{TokenIndex, TokenList, UnitIndex, Witness};
use crate::words::{Literalness, WordAligner, tell_one};

/// What links the words of rows.
pub(super) struct Linker<'a> {
    pub(super) witnesses: &'a [Witness; 2],
    pub(super) vocabulary: &'a Vocabulary,
    /// The classes of difference that do not lower the similarity.
    pub(super) ignored: &'a [Class],
}

impl Linker<'_> {
    /// Links the words of rows of renderings that are this literal.
    pub(super) fn link(&self, rows: &mut [Row], literalness: Literalness) {
        // What is remembered of words lasts as long as a thread has rows next to each other to link.
        let memory = || (WordAligner::of(literalness), Classes::new(self.vocabulary));
        rows.par_iter_mut()
            .filter(|row| row.kind == RowKind::Bead)
            .for_each_init(memory, |(aligner, classes), row| {
                row.links = self.links(aligner, classes, &row.cells);
                let rules = Rules::new(self.witnesses, self.ignored, &[]);
                row.similarity = Some(rules.similarity(&row.links));
            });
    }

    /// The class of words of a row.
    pub(super) fn class(&self, cells: [&[UnitIndex]; 2], words: [&[TokenIndex]; 2]) -> Class {
        let (a, b) = (self.cell(0, cells[0]), self.cell(1, cells[1]));
        let at = |cell: &Cell, words: &[TokenIndex]| -> Vec<u32> {
            let at = words
                .iter()
                .map(|word| cell.tokens.partition_point(|t| t < word) as u32);
            at.collect()
        };
        let (at_a, at_b) = (at(&a, words[0]), at(&b, words[1]));
        let class = self
            .vocabulary
            .class(&a.types_at(&at_a), &b.types_at(&at_b));
        self.in_place(class, (&a.types, &at_a), (&b.types, &at_b))
    }

    /// The class of linked words where they stand, when `class` is what they have alone.
    fn in_place(&self, class: Class, a: (&[TypeId], &[u32]), b: (&[TypeId], &[u32])) -> Class {
        match self.vocabulary.class_in_place(class, a, b) {
            Class::Wording if tell_one(a, b, self.vocabulary) => Class::Spelling,
            class => class,
        }
    }

    /// How literally the witnesses follow each other in beads.
    pub(super) fn literalness(&self, beads: &[[&[UnitIndex]; 2]]) -> Literalness {
        let of_bead = |units: &[&[UnitIndex]; 2]| {
            let [a, b] = [0, 1].map(|w| self.cell(w, units[w]));
            Literalness::of(&a.types, &b.types, self.vocabulary)
        };
        beads
            .par_iter()
            .map(of_bead)
            .reduce(Literalness::default, Literalness::and)
    }

    fn cell(&self, w: usize, units: &[UnitIndex]) -> Cell {
        Cell::new(&self.witnesses[w], units, self.vocabulary.tokens(w))
    }

    /// The links of a row.
    fn links(
        &self,
        aligner: &mut WordAligner,
        classes: &mut Classes<'_>,
        cells: &[Vec<UnitIndex>],
    ) -> Vec<Link> {
        let (a, b) = (self.cell(0, &cells[0]), self.cell(1, &cells[1]));
        let links = aligner.link(&a.types, &b.types, self.vocabulary);
        // A list of just the length: a table holds many.
        let mut list = Vec::with_capacity(links.len());
        list.extend(links.into_iter().map(|link| Link {
            class: match (link.a.is_empty(), link.b.is_empty()) {
                (false, true) => Class::Omission,
                (true, _) => Class::Addition,
                (false, false) => {
                    let class = classes.of(&a.types_at(&link.a), &b.types_at(&link.b));
                    let (at_a, at_b) = ((&*a.types, &*link.a), (&*b.types, &*link.b));
                    self.in_place(class, at_a, at_b)
                }
            },
            tokens: [a.tokens_at(&link.a), b.tokens_at(&link.b)].into(),
            moved: link.moved,
            probability: link.probability,
            variation: None,
        }));
        list
    }
}

/// The tokens of one cell of a row.
pub(super) struct Cell {
    /// Their indices into the tokens of the witness.
    pub(super) tokens: Vec<TokenIndex>,
    pub(super) types: Vec<TypeId>,
}

impl Cell {
    /// `types` are those of all tokens of the witness.
    pub(super) fn new(witness: &Witness, units: &[UnitIndex], types: &[TypeId]) -> Self {
        let tokens: Vec<TokenIndex> = units
            .iter()
            .flat_map(|&u| witness.unit(u).tokens.indices())
            .collect();
        Self {
            types: tokens.iter().map(|&t| types[t.get()]).collect(),
            tokens,
        }
    }

    fn tokens_at(&self, at: &[u32]) -> TokenList {
        at.iter().map(|&i| self.tokens[i as usize]).collect()
    }

    fn types_at(&self, at: &[u32]) -> SmallVec<[TypeId; 4]> {
        at.iter().map(|&i| self.types[i as usize]).collect()
    }
}
