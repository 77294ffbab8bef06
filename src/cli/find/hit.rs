//! What is told of a document that holds something of the statement.

use serde::Serialize;

use crate::find::{Evidence, Found, FoundPassage};
use crate::table::{AlignmentTable, Fact, FactKind};
use crate::witness::{CharIndex, Span, TokenIndex, TokenKind, Witness};

/// A document with what it holds.
#[derive(Debug, Serialize)]
pub(super) struct Hit {
    pub(super) document: String,
    /// Its place among all.
    #[serde(skip)]
    pub(super) number: usize,
    /// The share of the words of the statement that it holds, in `[0, 1]`.
    pub(super) coverage: f64,
    /// The share of its own words that these are.
    pub(super) of_document: f64,
    pub(super) sure: f64,
    #[serde(skip)]
    pub(super) evidence: Evidence,
    /// What ties all passages, in nats.
    #[serde(skip)]
    pub(super) score: f64,
    pub(super) passages: Vec<Passage>,
    pub(super) facts: Vec<Difference>,
}

/// A passage, as it stands in both.
#[derive(Debug, Serialize)]
pub(super) struct Passage {
    /// `rendering` of whole units, or `quotation` inside a sentence.
    pub(super) kind: &'static str,
    pub(super) statement: Stretch,
    pub(super) document: Stretch,
    /// The share of the words that are the same; null of a quotation.
    pub(super) similarity: Option<f64>,
    pub(super) score: f64,
}

/// A stretch of a text.
#[derive(Debug, Serialize)]
pub(super) struct Stretch {
    pub(super) text: String,
    /// In characters.
    chars: [u32; 2],
    /// In bytes.
    bytes: [u32; 2],
}

/// A fact that the document says otherwise, or not at all.
#[derive(Debug, Serialize)]
pub(super) struct Difference {
    pub(super) kind: &'static str,
    pub(super) statement: Option<String>,
    pub(super) document: Option<String>,
    pub(super) contradiction: bool,
    /// Whether the document has the sentence around it, and not this.
    #[serde(skip)]
    is_left_out: bool,
}

/// The share of the other words of its sentences that the document must have for a name, a number or a date to be left out of
/// them: where it has less, it renders something else.
const COVERED: f64 = 0.5;

impl Hit {
    pub(super) fn new(document: String, number: usize, found: &Found) -> Self {
        let table = &found.table;
        let chars = [0, 1].map(|w| CharIndex::new(&table.witnesses[w].text));
        let passages = found.passages.iter();
        let rows: Vec<_> = passages.clone().filter_map(|p| p.row).collect();
        let facts = table.facts.iter().filter(|fact| rows.contains(&fact.row));
        Self {
            document,
            number,
            coverage: found.coverage,
            of_document: found.of_document,
            sure: found.sure,
            evidence: found.evidence,
            score: passages.clone().map(|p| p.score).sum(),
            passages: passages.map(|p| Passage::new(table, &chars, p)).collect(),
            facts: facts
                .filter_map(|fact| Difference::new(table, fact))
                .collect(),
        }
    }
}

impl Passage {
    fn new(table: &AlignmentTable, chars: &[CharIndex<'_>; 2], found: &FoundPassage) -> Self {
        let row = found.row.and_then(|number| table.row(number));
        Self {
            kind: match row {
                Some(_) => "rendering",
                None => "quotation",
            },
            statement: Stretch::new(&table.witnesses[0], &chars[0], found.statement),
            document: Stretch::new(&table.witnesses[1], &chars[1], found.document),
            similarity: row.and_then(|row| row.similarity),
            score: found.score,
        }
    }
}

impl Stretch {
    fn new(witness: &Witness, chars: &CharIndex<'_>, span: Span) -> Self {
        Self {
            text: witness.line(span),
            chars: chars.span(span),
            bytes: [span.start, span.end],
        }
    }
}

/// Whether the document has most of the words that stand with what a fact says in the sentences of the statement.
fn is_covered(table: &AlignmentTable, fact: &Fact) -> bool {
    let Some(row) = table.rows.iter().find(|row| row.number == fact.row) else {
        return false;
    };
    let statement = &table.witnesses[0];
    let own = &fact.tokens[0];
    let units = row.cells[0].iter().map(|&unit| statement.unit(unit).tokens);
    let around = units.filter(|tokens| own.iter().any(|&t| tokens.contains(t)));
    let words = around
        .flat_map(|tokens| tokens.indices())
        .filter(|t| statement.token(*t).kind != TokenKind::Punctuation && !own.contains(t));
    let words: Vec<TokenIndex> = words.collect();
    let has = |t: &&TokenIndex| {
        let mut links = row.links.iter();
        links.any(|link| link.tokens[0].contains(t) && !link.tokens[1].is_empty())
    };
    let held = words.iter().filter(has).count();
    held as f64 >= COVERED * words.len() as f64 && held > 0
}

impl Difference {
    /// Whether it is told to people as another statement: what is said otherwise, and a negation that one alone has, by which the
    /// other says the contrary.
    pub(super) fn tells(&self) -> bool {
        self.contradiction || self.kind == FactKind::Negation.name()
    }

    /// The name, the number or the date that a rendering leaves out of what it has around it.
    pub(super) fn left_out(&self) -> Option<&str> {
        let is_left_out = self.is_left_out && !self.tells();
        self.statement.as_deref().filter(|_| is_left_out)
    }

    fn new(table: &AlignmentTable, fact: &Fact) -> Option<Self> {
        let row = table.row(fact.row)?;
        let says = |w: usize| Some(row.fact_text(fact, w).into_owned()).filter(|t| !t.is_empty());
        Some(Self {
            kind: fact.kind.name(),
            statement: says(0),
            document: says(1),
            contradiction: fact.is_contradiction(),
            is_left_out: says(1).is_none() && is_covered(table, fact),
        })
    }
}
