//! What is told of a document that holds something of the statement.

use serde::Serialize;

use crate::find::{Found, FoundPassage};
use crate::table::{AlignmentTable, Fact, FactKind};
use crate::witness::{CharIndex, Span, Witness};

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
}

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

impl Difference {
    /// Whether it is told to people as well: what is said otherwise, and a negation that one alone has, by which the other
    /// says the contrary. A name or a number that is left out is no other statement.
    pub(super) fn tells(&self) -> bool {
        self.contradiction || self.kind == FactKind::Negation.name()
    }

    fn new(table: &AlignmentTable, fact: &Fact) -> Option<Self> {
        let row = table.row(fact.row)?;
        let says = |w: usize| Some(row.fact_text(fact, w).into_owned()).filter(|t| !t.is_empty());
        Some(Self {
            kind: fact.kind.name(),
            statement: says(0),
            document: says(1),
            contradiction: fact.is_contradiction(),
        })
    }
}
