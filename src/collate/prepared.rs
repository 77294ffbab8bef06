//! Two witnesses in the order in which they are compared, and what is known of their words.

use crate::align::{Aligner, Fine, Quote, Texts};
use crate::bead::{Bead, Pin};
use crate::class::Class;
use crate::explanation::Explanation;
use crate::facts;
use crate::lexicon::{Equivalents, KeyId, Vocabulary};
use crate::normalize::Normalizer;
use crate::observe::{Observer, Stage};
use crate::segment::Border;
use crate::table::{AlignmentTable, Fact, Row};
use crate::witness::{TokenIndex, UnitIndex, Witness};
use crate::words::Literalness;

use super::CompareOptions;
use super::carried::{self, carried};
use super::language::{are_two, shared_language};
use super::link::{Cell, Linker};
use super::order::Order;
use super::rows::arrange;
use super::{notes, quotations};

/// What comparing needs of two witnesses. All that goes in and comes out has the order in which they were named.
pub(super) struct Prepared {
    /// In the order in which they are compared.
    witnesses: [Witness; 2],
    order: Order,
    /// Of the witnesses in that order.
    vocabulary: Vocabulary,
    /// Whether the witnesses are in two languages.
    two_languages: bool,
    /// Whether words are linked, and quotations looked for.
    words: bool,
    ignored: Vec<Class>,
}

/// What is known before words are linked.
pub(super) struct Aligned {
    rows: Vec<Row>,
    quotes: Vec<Quote>,
}

impl Prepared {
    /// `old_print` says whether a witness is recognised as such.
    pub(super) fn new(named: [Witness; 2], old_print: bool, options: &CompareOptions) -> Self {
        let language = shared_language(named.each_ref());
        let two = are_two(named.each_ref());
        let order = Order::of(&named);
        let witnesses = order.pair(named);
        let normalizer = Normalizer::of(language, options.old_print || old_print);
        let vocabulary = Vocabulary::new(&witnesses, normalizer);
        let mut vocabulary = match &options.known {
            Some(known) => vocabulary.knowing(known),
            None => vocabulary.knowing(&Equivalents::own(language)),
        };
        if !two {
            vocabulary.learn_numbers();
        }
        Self {
            vocabulary,
            witnesses,
            order,
            two_languages: two,
            words: options.words && !two,
            ignored: options.ignored.clone(),
        }
    }

    /// The number of tokens, and of distinct ones.
    pub(super) fn counts(&self) -> (usize, usize) {
        let tokens = self.witnesses.iter().map(|w| w.tokens.len()).sum();
        (tokens, self.vocabulary.types().len())
    }

    /// What the aligner needs.
    pub(super) fn texts(&self) -> Texts<'_> {
        Texts {
            witnesses: &self.witnesses,
            vocabulary: &self.vocabulary,
        }
    }

    /// Enters what the texts have taught.
    pub(super) fn learn(&mut self, pairs: &[(KeyId, KeyId, f32)]) {
        self.vocabulary.learn(pairs);
    }

    pub(super) fn witnesses(&self) -> [&Witness; 2] {
        self.order.pair(self.witnesses.each_ref())
    }

    pub(super) fn into_witnesses(self) -> [Witness; 2] {
        self.order.pair(self.witnesses)
    }

    pub(super) fn rows(&self, aligner: &Aligner, pins: &[Pin]) -> Vec<Row> {
        let beads = aligner.beads(self.texts(), &self.order.pins(pins));
        let [a, b] = self.witnesses();
        arrange(a, b, &self.order.beads(beads), pins)
    }

    pub(super) fn aligned(
        &self,
        aligner: &Aligner,
        pins: &[Pin],
        observer: &dyn Observer,
    ) -> Aligned {
        let alignment = aligner.align(self.texts(), &self.order.pins(pins));
        let (beads, quotes) = (alignment.beads.len(), alignment.quotations.len());
        let counts = format_args!("{beads} beads, {quotes} quotations");
        observer.end(Stage::Align, counts);
        let [a, b] = self.witnesses();
        Aligned {
            rows: arrange(a, b, &self.order.beads(alignment.beads), pins),
            quotes: self.order.quotes(alignment.quotations),
        }
    }

    /// The beads of the aligned units around `pins`, which come first.
    pub(super) fn fine(&self, aligner: &Aligner, pins: &[Pin]) -> Fine {
        let found = aligner.fine(self.texts(), &self.order.pins(pins));
        Fine {
            beads: self.order.beads(found.beads),
            decided: found.decided,
            taken: self.order.pair(found.taken),
        }
    }

    /// What the model says of beads of aligned units, in nats.
    pub(super) fn scores(&self, aligner: &Aligner, beads: &[Pin]) -> Vec<f64> {
        aligner.scores(&self.order.pins(beads))
    }

    /// The beads of the units, from those of the aligned units, and the quotations beside them.
    pub(super) fn shown(&self, aligner: &Aligner, fine: Vec<Bead>) -> (Vec<Bead>, Vec<Quote>) {
        let fine = self.order.beads(fine);
        let quotes = aligner.quotes(self.texts(), &fine);
        let beads = aligner.projected(self.texts(), &fine);
        (self.order.beads(beads), self.order.quotes(quotes))
    }

    /// Where the witness that was named first is to be cut by the other, beside these beads of aligned units; see
    /// [`Aligner::borders`].
    pub(super) fn borders(&self, aligner: &Aligner, fine: Vec<Bead>, seams: &[u8]) -> Vec<Border> {
        let fine = self.order.beads(fine);
        aligner.borders(self.texts(), &fine, self.order.first(), seams)
    }

    /// The class of words of two cells.
    pub(super) fn class(&self, cells: [&[UnitIndex]; 2], words: [&[TokenIndex]; 2]) -> Class {
        // Of words that both have there is no class that would turn.
        self.linker(&[])
            .class(self.order.pair(cells), self.order.pair(words))
    }

    /// The table, but for its witnesses.
    pub(super) fn linked(&self, aligned: Aligned, observer: &dyn Observer) -> AlignmentTable {
        let Aligned { mut rows, quotes } = aligned;
        let mut quotations = quotations::place(self.witnesses(), [0, 1], &rows, quotes);
        let facts = if self.words {
            observer.begin(Stage::Words);
            let literalness = self.literalness(rows.iter().map(|row| both(&row.cells)));
            let facts = self.link(&mut rows, literalness);
            let links: usize = rows.iter().map(|row| row.links.len()).sum();
            observer.end(Stage::Words, format_args!("{links} links"));
            quotations.extend(carried(&self.named_texts(), &rows, &quotations));
            quotations.sort_by_key(|q| q.passages.first().map(|p| p.span.start));
            facts
        } else {
            Vec::new()
        };
        AlignmentTable {
            witnesses: Vec::new(),
            base: 0,
            uncompared: Vec::new(),
            notes: notes::of_rows(self.witnesses(), &rows, self.words),
            rows,
            quotations,
            facts,
            facts_between: Vec::new(),
            ignored: self.ignored.clone(),
        }
    }

    /// The witnesses in the order in which they were named, with the types of their tokens.
    fn named_texts(&self) -> carried::Texts<'_> {
        carried::Texts {
            witnesses: self.witnesses(),
            types: self.order.pair([0, 1]).map(|w| self.vocabulary.tokens(w)),
            vocabulary: &self.vocabulary,
        }
    }

    /// Whether the witnesses are in two languages: their words are not compared.
    pub(super) fn in_two_languages(&self) -> bool {
        self.two_languages
    }

    /// Whether the words are linked.
    pub(super) fn links_words(&self) -> bool {
        self.words
    }

    /// Links the words of rows, and finds the facts that differ in them; of two languages neither. `literalness` is that of the
    /// table they are of.
    pub(super) fn link(&self, rows: &mut [Row], literalness: Literalness) -> Vec<Fact> {
        if self.two_languages {
            return Vec::new();
        }
        self.order.turn(rows);
        let ignored = self.order.classes(&self.ignored);
        self.linker(&ignored).link(rows, literalness);
        let mut facts = facts::find(&self.witnesses, &self.vocabulary, rows);
        self.order.turn_back(rows, &mut facts);
        facts
    }

    /// How literally the witnesses follow each other, by the cells of all rows of a table.
    pub(super) fn literalness<'c>(
        &self,
        cells: impl Iterator<Item = [&'c [UnitIndex]; 2]>,
    ) -> Literalness {
        let beads: Vec<[&[UnitIndex]; 2]> = cells
            .filter(|cells| cells.iter().all(|units| !units.is_empty()))
            .map(|cells| self.order.pair(cells))
            .collect();
        self.linker(&[]).literalness(&beads)
    }

    fn linker<'l>(&'l self, ignored: &'l [Class]) -> Linker<'l> {
        Linker {
            witnesses: &self.witnesses,
            vocabulary: &self.vocabulary,
            ignored,
        }
    }

    pub(super) fn explain(&self, aligner: &Aligner, cells: [&[UnitIndex]; 2]) -> Explanation {
        let bare = |units: &[UnitIndex]| units.iter().map(|unit| unit.0).collect::<Vec<_>>();
        let [a, b] = self.order.pair(cells).map(bare);
        let explanation = aligner.explain(self.texts(), [&a, &b], self.order.first());
        self.order.explanation(explanation)
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    pub(super) fn order(&self) -> Order {
        self.order
    }

    /// The tokens of two cells, in the order in which the witnesses are compared.
    pub(super) fn cells(&self, cells: [&[UnitIndex]; 2]) -> [Cell; 2] {
        let [a, b] = self.order.pair(cells);
        let cell =
            |w: usize, units| Cell::new(&self.witnesses[w], units, self.vocabulary.tokens(w));
        [cell(0, a), cell(1, b)]
    }
}

/// The two cells of a row of two witnesses; both are empty where there are others.
pub(super) fn both(cells: &[Vec<UnitIndex>]) -> [&[UnitIndex]; 2] {
    match cells {
        [a, b] => [a, b],
        _ => [&[], &[]],
    }
}
