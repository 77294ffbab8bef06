//! Which of many documents hold a rendering of a statement, or quote it.
//!
//! A document goes through a [`Sieve`] first, which knows the rarer words of the statement and where they stand near each other:
//! nearly all that have nothing to do with it are done with there. What is left is compared as any two texts are, and what
//! corresponds counts by how unlikely it is to come about by chance.
//!
//! ```
//! use enregard::find::Sought;
//! use enregard::read::{ReadOptions, read_bytes};
//! use enregard::witness::Siglum;
//! use enregard::{CompareOptions, Language};
//!
//! let read = |n, text: &str| {
//!     let reading = read_bytes(text.into(), "text", Siglum::nth(n), &ReadOptions::default())?;
//!     Ok::<_, enregard::Error>(reading.witness)
//! };
//! let statement = read(0, "Les deux présidents ont signé un accord sur le désarmement nucléaire.")?;
//! let sought = Sought::new(statement, CompareOptions::default());
//! let article = "Il a plu hier sur toute la côte. Les deux chefs d’État ont signé l’accord sur le désarmement nucléaire. Le \
//!     match a été reporté.";
//! let mut sieve = sought.sieve();
//! assert!(sieve.keeps(article));
//! assert!(!sieve.keeps("Le match a été reporté à dimanche, la pluie ayant noyé le terrain."));
//! let found = sought.find(read(1, article)?)?.expect("it is there");
//! assert!(found.coverage > 0.9);
//! # Ok::<(), enregard::Error>(())
//! ```

mod index;
mod join;
mod sieve;
mod verbatim;

use crate::collate::{CompareOptions, compare_witnesses};
use crate::error::Result;
use crate::table::{AlignmentTable, Row, RowNumber};
use crate::witness::{Span, TokenKind, Witness};

use index::Index;
pub use join::Join;
pub use sieve::Sieve;
use verbatim::Verbatim;

/// How much more than the best of so many chances the units of a row must give, in nats, to be told: on the same matter, sentences
/// share more than the words of a language lead one to expect.
const BEYOND_CHANCE: f64 = 5.0;
/// The words of a statement and of a document together that chance has at least, as a product: however short they are, many documents
/// are looked through.
const LEAST_PLACES: f64 = 1e5;
/// What a nat of a quotation counts. Phrases that anybody may use (*les relations entre les deux pays*) make a short passage look twice
/// as telling as it is.
const OF_QUOTATION: f64 = 0.5;
/// How much more the words of a passage that stands in both word for word must say: phrases that anybody may use come in several.
const BEYOND_PHRASES: f64 = 8.0;
/// How sure it must be that a document holds anything.
pub(crate) const LEAST_SURE: f64 = 0.9;

/// A statement that documents are searched for.
pub struct Sought {
    statement: Witness,
    index: Index,
    verbatim: Verbatim,
    options: CompareOptions,
}

/// What a document holds of a statement.
#[derive(Debug, Clone)]
pub struct Found {
    /// The statement and the document side by side.
    pub table: AlignmentTable,
    /// What corresponds, in the order of the statement.
    pub passages: Vec<FoundPassage>,
    /// The share of the words of the statement that stand in a passage, in `[0, 1]`.
    pub coverage: f64,
    /// The share of the words of the document that do, in `[0, 1]`.
    pub of_document: f64,
    /// How sure it is that the document holds the statement or a part of it, in `[0, 1]`, where it is the only one that is looked
    /// at; [`Evidence::sure_among`] says it of many.
    pub sure: f64,
    /// What this follows from.
    pub evidence: Evidence,
}

/// How much a document's best passage is worth, and what chance has for it: how little it is to be expected in texts of these
/// lengths (after Karlin and Altschul 1990).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// What the best passage is worth, in nats.
    best: f64,
    /// How many places it may have in the two texts.
    places: f64,
}

impl Evidence {
    /// How sure it is that this is no chance, in `[0, 1]`, where so many documents, or pairs of documents, are looked through: each
    /// gives chance as many places more.
    pub fn sure_among(self, documents: usize) -> f64 {
        let places = (self.places * documents as f64).max(LEAST_PLACES);
        1.0 / (1.0 + places * (-self.best).exp())
    }
}

/// A passage of a document that renders or quotes one of the statement.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundPassage {
    /// Where it stands in the statement, in bytes.
    pub statement: Span,
    /// Where it stands in the document, in bytes.
    pub document: Span,
    /// The row it stands in, where whole units correspond; `None` of a quotation inside a sentence.
    pub row: Option<RowNumber>,
    /// What ties the two, in nats.
    pub score: f64,
}

impl Sought {
    /// Makes ready to search for a statement.
    pub fn new(statement: Witness, options: CompareOptions) -> Self {
        Self {
            index: Index::new(&statement),
            verbatim: Verbatim::new(&statement),
            statement,
            options,
        }
    }

    /// The statement.
    pub fn statement(&self) -> &Witness {
        &self.statement
    }

    /// What tells of many texts which are worth comparing. A thread has one of its own.
    pub fn sieve(&self) -> Sieve<'_> {
        Sieve::new(&self.index)
    }

    /// What a document holds of the statement; `None` where that is nothing, or no more than chance would give. The document is
    /// compared whatever a [`sieve`](Self::sieve) says of it.
    ///
    /// # Errors
    /// [`Error::Levels`](crate::Error::Levels) when they were not read at the same level.
    pub fn find(&self, document: Witness) -> Result<Option<Found>> {
        let table = compare_witnesses([self.statement.clone(), document], &self.options)?;
        let counts = [0, 1].map(|w| Words::new(&table.witnesses[w]));
        let words = counts.each_ref().map(Words::all);
        // The best of so many places that a passage may have in the two.
        let places = words[0] as f64 * words[1] as f64;
        let chance = places.max(LEAST_PLACES).ln();
        let mut passages: Vec<FoundPassage> = rows(&table).chain(quotations(&table)).collect();
        passages.retain(|passage| passage.score >= chance + BEYOND_CHANCE);
        let worth = passages.iter().map(|passage| match passage.row {
            Some(_) => passage.score - BEYOND_CHANCE,
            None => OF_QUOTATION * passage.score,
        });
        let mut quoted: Vec<FoundPassage> = self.quoted(&table.witnesses[1]);
        let worth = worth.chain(quoted.iter().map(|p| p.score - BEYOND_PHRASES));
        let best = worth.fold(f64::NEG_INFINITY, f64::max);
        let evidence = Evidence { best, places };
        let sure = evidence.sure_among(1);
        if sure < LEAST_SURE {
            return Ok(None);
        }
        quoted.retain(|passage| passage.score >= chance + BEYOND_PHRASES);
        quoted.sort_by(|x, y| y.score.total_cmp(&x.score));
        for passage in quoted {
            // What has its counterpart is told already.
            if !passages.iter().any(|p| p.shares_statement(&passage)) {
                passages.push(passage);
            }
        }
        passages.sort_by_key(|p| (p.statement.start, p.document.start, p.statement.end));
        let share = |w: usize, of: fn(&FoundPassage) -> Span| {
            let spans = united(passages.iter().map(of).collect());
            let held: usize = spans.into_iter().map(|span| counts[w].within(span)).sum();
            held as f64 / words[w].max(1) as f64
        };
        let (coverage, of_document) = (share(0, |p| p.statement), share(1, |p| p.document));
        Ok(Some(Found {
            coverage,
            of_document,
            sure,
            evidence,
            passages,
            table,
        }))
    }

    /// What the document has word for word.
    fn quoted(&self, document: &Witness) -> Vec<FoundPassage> {
        let runs = self.verbatim.runs(document).into_iter();
        let passages = runs.map(|run| FoundPassage {
            statement: run.statement,
            document: run.document,
            row: None,
            score: run.score,
        });
        passages.collect()
    }
}

impl FoundPassage {
    /// Whether both have a part of the statement.
    fn shares_statement(&self, other: &Self) -> bool {
        let (own, other) = (self.statement, other.statement);
        own.start < other.end && other.start < own.end
    }
}

/// Rows where whole units correspond.
fn rows(table: &AlignmentTable) -> impl Iterator<Item = FoundPassage> {
    table.rows.iter().filter_map(|row| {
        Some(FoundPassage {
            statement: span(table, row, 0)?,
            document: span(table, row, 1)?,
            row: Some(row.number),
            score: row.score?,
        })
    })
}

/// From the first to the last unit of a witness in a row.
fn span(table: &AlignmentTable, row: &Row, w: usize) -> Option<Span> {
    let units = row.cells.get(w)?;
    let (first, last) = (units.first()?, units.last()?);
    let of = |unit| table.witnesses[w].unit(unit).span;
    Some(Span {
        start: of(*first).start,
        end: of(*last).end,
    })
}

/// Passages that stand inside sentences.
fn quotations(table: &AlignmentTable) -> impl Iterator<Item = FoundPassage> {
    table.quotations.iter().filter_map(|quotation| {
        let of = |w: usize| quotation.passages.iter().find(|p| p.witness == w);
        Some(FoundPassage {
            statement: of(0)?.span,
            document: of(1)?.span,
            row: None,
            score: quotation.score,
        })
    })
}

/// Spans that overlap as one, in their order.
fn united(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut united: Vec<Span> = Vec::new();
    for span in spans {
        match united.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => united.push(span),
        }
    }
    united
}

/// Counts the words and numbers of a witness, those of skipped units apart.
struct Words<'w> {
    witness: &'w Witness,
    /// For each token how many stand before it, and for the end.
    before: Vec<usize>,
}

impl<'w> Words<'w> {
    fn new(witness: &'w Witness) -> Self {
        let mut counts = vec![false; witness.tokens.len()];
        for sentence in witness.sentences.iter().filter(|s| s.skip.is_none()) {
            for token in sentence.tokens.range() {
                counts[token] = witness.tokens[token].kind != TokenKind::Punctuation;
            }
        }
        let mut all = 0;
        let before = counts.into_iter().map(|counts| {
            let before = all;
            all += usize::from(counts);
            before
        });
        let mut before: Vec<usize> = before.collect();
        before.push(all);
        Self { witness, before }
    }

    fn all(&self) -> usize {
        self.before[self.witness.tokens.len()]
    }

    fn within(&self, span: Span) -> usize {
        let tokens = &self.witness.tokens;
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let end = tokens.partition_point(|token| token.span.end <= span.end);
        self.before[end.max(first)] - self.before[first]
    }
}
