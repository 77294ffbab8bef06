//! The whole way from witnesses to the alignment table.

use std::convert::Infallible;
use std::sync::Arc;

use rayon::prelude::*;
use smallvec::SmallVec;

use crate::align::{self, AlignOptions, Aligner, Explanation, Quote};
use crate::bead::Pin;
use crate::class::Class;
use crate::facts;
use crate::language::Profile;
use crate::lexicon::{Classes, Equivalents, TypeId, Vocabulary};
use crate::normalize::Normalizer;
use crate::observe::{Observer, Stage, Unobserved};
use crate::table::{AlignmentTable, Link, Passage, Quotation, Row, RowKind, Rules, arrange};
use crate::witness::{TokenList, Witness};
use crate::words::WordAligner;

/// What to compute.
#[derive(Debug, Clone)]
pub struct CompareOptions {
    /// Whether words are linked inside beads, and quotations looked for.
    pub words: bool,
    /// Whether the folds of print before about 1800 are used even where no witness is recognised as old print.
    pub old_print: bool,
    /// Whether beads must keep the order of both witnesses.
    pub monotone: bool,
    /// The classes of difference that are passed over.
    pub ignored: Vec<Class>,
    /// Words known to stand for each other, in the language of the first witness; without, the program's own.
    pub known: Option<Arc<Equivalents>>,
}

impl Default for CompareOptions {
    fn default() -> Self {
        Self {
            words: true,
            old_print: false,
            monotone: false,
            ignored: Vec::new(),
            known: None,
        }
    }
}

/// Rows whose words are linked in one go: enough that what is remembered of a word is used again.
const ROWS_AT_A_TIME: usize = 512;

/// Aligns two witnesses, read at the same level, and links their words.
pub fn compare(witnesses: [Witness; 2], options: &CompareOptions) -> AlignmentTable {
    compare_observed(witnesses, options, &Unobserved)
}

/// [`compare`], telling `observer` what it does.
pub fn compare_observed(
    witnesses: [Witness; 2],
    options: &CompareOptions,
    observer: &dyn Observer,
) -> AlignmentTable {
    let Ok(table) = compare_around(witnesses, options, observer, &mut Nobody);
    table
}

/// Who answers for some of the rows.
pub(crate) trait Decide {
    type Error;

    /// The rows that have to be in the table; no unit may stand in two.
    fn pins(&mut self, draft: &Draft<'_>) -> Result<Vec<Pin>, Self::Error>;

    /// Writes into the rows what else was decided.
    fn mark(&mut self, rows: &mut [Row], linker: &Linker<'_>);
}

/// Whoever leaves everything to the program.
struct Nobody;

impl Decide for Nobody {
    type Error = Infallible;

    fn pins(&mut self, _: &Draft<'_>) -> Result<Vec<Pin>, Infallible> {
        Ok(Vec::new())
    }

    fn mark(&mut self, _: &mut [Row], _: &Linker<'_>) {}
}

/// Witnesses whose alignment without pins is known, to be aligned around some.
pub(crate) struct Draft<'a> {
    pub(crate) witnesses: &'a [Witness; 2],
    aligner: Aligner<'a>,
}

impl Draft<'_> {
    /// The rows around `pins`, their words not linked.
    pub(crate) fn rows(&self, pins: &[Pin]) -> Vec<Row> {
        let [a, b] = self.witnesses;
        arrange(a, b, &self.aligner.beads(pins), pins)
    }
}

/// What links the words of rows.
pub(crate) struct Linker<'a> {
    pub(crate) witnesses: &'a [Witness; 2],
    pub(crate) vocabulary: &'a Vocabulary,
    ignored: &'a [Class],
}

impl Linker<'_> {
    pub(crate) fn link(&self, rows: &mut [Row]) {
        rows.par_chunks_mut(ROWS_AT_A_TIME).for_each(|rows| {
            let mut aligner = WordAligner::new();
            let mut classes = Classes::new(self.vocabulary);
            for row in rows.iter_mut().filter(|r| r.kind == RowKind::Bead) {
                row.links = self.links(&mut aligner, &mut classes, &row.cells);
                let rules = Rules::new(self.witnesses, self.ignored, &[]);
                row.similarity = Some(rules.similarity(&row.links));
            }
        });
    }

    /// The links of a row.
    fn links(
        &self,
        aligner: &mut WordAligner,
        classes: &mut Classes<'_>,
        cells: &[Vec<u32>],
    ) -> Vec<Link> {
        let side = |w: usize| Side::new(&self.witnesses[w], &cells[w], self.vocabulary.tokens(w));
        let (a, b) = (side(0), side(1));
        let links = aligner.link(&a.types, &b.types, self.vocabulary);
        // A list of just the length: a table holds many.
        let mut list = Vec::with_capacity(links.len());
        list.extend(links.into_iter().map(|link| Link {
            class: match (link.a.is_empty(), link.b.is_empty()) {
                (false, true) => Class::Omission,
                (true, _) => Class::Addition,
                (false, false) => classes.of(&a.types_at(&link.a), &b.types_at(&link.b)),
            },
            tokens: SmallVec::from_buf([a.tokens_at(&link.a), b.tokens_at(&link.b)]),
            moved: link.moved,
            probability: link.probability,
        }));
        list
    }
}

/// [`compare_observed`] around what somebody has decided.
pub(crate) fn compare_around<D: Decide>(
    witnesses: [Witness; 2],
    options: &CompareOptions,
    observer: &dyn Observer,
    decide: &mut D,
) -> Result<AlignmentTable, D::Error> {
    let [a, b] = &witnesses;
    observer.begin(Stage::Vocabulary);
    let mut vocabulary = vocabulary(&witnesses, options);
    let (words, tokens) = (vocabulary.types().len(), a.tokens.len() + b.tokens.len());
    let counts = format_args!("{tokens} tokens, {words} of them different");
    observer.end(Stage::Vocabulary, counts);
    observer.begin(Stage::Align);
    let draft = Draft {
        witnesses: &witnesses,
        aligner: Aligner::new(a, b, &vocabulary, align_options(options)),
    };
    let pins = decide.pins(&draft)?;
    let alignment = draft.aligner.align(&pins);
    drop(draft);
    vocabulary.learn(&alignment.learned);
    let (beads, quotes) = (alignment.beads.len(), alignment.quotations.len());
    let counts = format_args!("{beads} beads, {quotes} quotations");
    observer.end(Stage::Align, counts);
    let mut rows = arrange(a, b, &alignment.beads, &pins);
    let quotations = place(&witnesses, &rows, alignment.quotations);
    let linker = Linker {
        witnesses: &witnesses,
        vocabulary: &vocabulary,
        ignored: &options.ignored,
    };
    if options.words {
        observer.begin(Stage::Words);
        linker.link(&mut rows);
        let links: usize = rows.iter().map(|row| row.links.len()).sum();
        observer.end(Stage::Words, format_args!("{links} links"));
    }
    decide.mark(&mut rows, &linker);
    Ok(AlignmentTable {
        facts: facts::find(&witnesses, &vocabulary, &rows),
        witnesses: witnesses.into(),
        rows,
        quotations,
        ignored: options.ignored.clone(),
    })
}

/// Says why row `number` of a table stands, which [`compare`] made with the same options; `None` when there is no such
/// row. Costs as much as the alignment.
pub fn explain(
    table: &AlignmentTable,
    number: u32,
    options: &CompareOptions,
) -> Option<Explanation> {
    let row = table.rows.iter().find(|row| row.number == number)?;
    let ([a, b], [in_a, in_b]) = (table.witnesses.as_slice(), row.cells.as_slice()) else {
        return None;
    };
    let vocabulary = vocabulary(&table.witnesses, options);
    let options = align_options(options);
    Some(align::explain(a, b, &vocabulary, options, [in_a, in_b]))
}

fn vocabulary(witnesses: &[Witness], options: &CompareOptions) -> Vocabulary {
    let old_print = options.old_print
        || witnesses
            .iter()
            .any(|w| Profile::of(w.language).old_print_reason(&w.text).is_some());
    let language = witnesses.first().map(|w| w.language).unwrap_or_default();
    let vocabulary = Vocabulary::new(witnesses, Normalizer::of(language, old_print));
    match &options.known {
        Some(known) => vocabulary.knowing(known),
        None => vocabulary.knowing(&Equivalents::own(language)),
    }
}

fn align_options(options: &CompareOptions) -> AlignOptions {
    AlignOptions {
        moves: !options.monotone,
        quotations: options.words,
    }
}

/// Quotations with the rows that their passages begin in.
fn place(witnesses: &[Witness], rows: &[Row], quotes: Vec<Quote>) -> Vec<Quotation> {
    let row_of: Vec<Vec<u32>> = witnesses
        .iter()
        .enumerate()
        .map(|(w, witness)| {
            let mut of = vec![0; witness.units().len()];
            for row in rows {
                for &unit in &row.cells[w] {
                    of[unit as usize] = row.number;
                }
            }
            of
        })
        .collect();
    quotes
        .into_iter()
        .map(|quote| {
            let passages = [quote.a, quote.b]
                .into_iter()
                .enumerate()
                .map(|(w, span)| Passage {
                    witness: w as u32,
                    span,
                })
                .collect::<Vec<_>>();
            let rows = passages
                .iter()
                .map(|p| {
                    let units = witnesses[p.witness as usize].units();
                    let after = units.partition_point(|u| u.span.start <= p.span.start);
                    row_of[p.witness as usize][after.saturating_sub(1)]
                })
                .collect();
            Quotation {
                passages,
                rows,
                score: quote.score,
            }
        })
        .collect()
}

/// The tokens of one cell of a row.
struct Side {
    /// Their indices into the tokens of the witness.
    tokens: Vec<u32>,
    types: Vec<TypeId>,
}

impl Side {
    /// `types` are those of all tokens of the witness.
    fn new(witness: &Witness, units: &[u32], types: &[TypeId]) -> Self {
        let tokens: Vec<u32> = units
            .iter()
            .flat_map(|&u| witness.units()[u as usize].tokens.indices())
            .collect();
        Self {
            types: tokens.iter().map(|&t| types[t as usize]).collect(),
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
