//! Rows and what is in them, as objects of Python. They hold the texts, and refer to no table.

use std::borrow::Cow;

use enregard::table::{Change as LibraryChange, Fact as LibraryFact, LinkRef, RowRef};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;

use crate::table::Shared;

/// Sentences that render each other, or that one text alone has.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct Row {
    /// Its number, from 1.
    number: u32,
    /// `bead`, or `only` where one text alone has it.
    kind: &'static str,
    /// Whether it stands elsewhere in another text.
    moved: bool,
    /// Where it is moved: the number of the row after which the other text has it, 0 for the beginning.
    moved_to: Option<u32>,
    /// What each text says; `None` where it says nothing.
    texts: Vec<Option<String>>,
    /// For each text the indices of its units here, from 0.
    units: Vec<Vec<u32>>,
    /// The share of the words that are the same, from 0 to 1; `None` where no words are compared.
    similarity: Option<f64>,
    /// How probable it is that these units belong together, from 0.5 to 1.
    confidence: Option<f64>,
    /// What the file calls it, as `1:7`; empty where it has no names for its parts.
    labels: String,
    /// `auto`, or `ok` and `edited` where a person has decided.
    status: &'static str,
    /// What a person wrote beside it.
    note: String,
    /// The words that correspond, those that are the same as well.
    links: Vec<Py<Link>>,
    /// The differences.
    changes: Vec<Py<Change>>,
    sigla: Vec<String>,
}

#[pymethods]
impl Row {
    /// What a text says here, by its place or its siglum.
    fn __getitem__(&self, witness: Place) -> PyResult<Option<&str>> {
        let place = witness.among(&self.sigla)?;
        Ok(self.texts[place].as_deref())
    }

    fn __repr__(&self) -> String {
        let texts: Vec<String> = told(&self.sigla, &self.texts).collect();
        format!("<enregard.Row {} {}>", self.number, texts.join(" | "))
    }
}

/// A text of a table, by its place from 0 or its siglum.
#[derive(FromPyObject)]
pub(crate) enum Place {
    #[pyo3(transparent, annotation = "int")]
    Index(usize),
    #[pyo3(transparent, annotation = "str")]
    Siglum(String),
}

impl Place {
    pub(crate) fn among(&self, sigla: &[String]) -> PyResult<usize> {
        let place = match self {
            Self::Index(index) => Some(*index).filter(|&index| index < sigla.len()),
            Self::Siglum(siglum) => sigla.iter().position(|own| own == siglum),
        };
        place.ok_or_else(|| {
            let name = match self {
                Self::Index(index) => index.to_string(),
                Self::Siglum(siglum) => siglum.clone(),
            };
            PyKeyError::new_err(format!("{name}: the texts are {}", sigla.join(", ")))
        })
    }
}

fn told<'t>(
    sigla: &'t [String],
    texts: &'t [Option<String>],
) -> impl Iterator<Item = String> + use<'t> {
    let has = sigla.iter().zip(texts);
    has.filter_map(|(siglum, text)| Some(format!("{siglum}: {}", text.as_ref()?)))
}

/// Words that correspond.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct Link {
    /// The words of each text; `None` where it has none.
    texts: Vec<Option<String>>,
    /// The kind of difference: `same`, `case`, `wording`, `omission` …
    class_: &'static str,
    /// Whether they stand in another order.
    moved: bool,
    /// How probable the link is, from 0 to 1.
    probability: f64,
}

#[pymethods]
impl Link {
    fn __repr__(&self) -> String {
        let texts = self.texts.iter().map(|t| t.as_deref().unwrap_or("–"));
        let texts: Vec<&str> = texts.collect();
        format!("<enregard.Link {} ({})>", texts.join(" | "), self.class_)
    }
}

/// A difference: other words, or words that a text lacks.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct Change {
    /// The number of the row.
    row: u32,
    /// The kind of difference: `typographic`, `case`, `accent`, `spelling`, `inflection`, `derivation`, `wording`, `omission`,
    /// `addition`.
    class_: &'static str,
    /// Whether the words stand in another order.
    moved: bool,
    /// What each text says; `None` where it says nothing.
    texts: Vec<Option<String>>,
    /// Where that stands in each text, in characters; `None` where it says nothing.
    spans: Vec<Option<(u32, u32)>>,
    /// Who says the same: groups of sigla, first that of the base.
    readings: Vec<Vec<String>>,
    told: String,
}

#[pymethods]
impl Change {
    /// What the first text says.
    #[getter]
    fn a(&self) -> Option<&str> {
        self.texts.first()?.as_deref()
    }

    /// What the second text says.
    #[getter]
    fn b(&self) -> Option<&str> {
        self.texts.get(1)?.as_deref()
    }

    fn __str__(&self) -> &str {
        &self.told
    }

    fn __repr__(&self) -> String {
        format!("<enregard.Change {} ({})>", self.told, self.class_)
    }
}

/// A number, a date, a name or a negation that is not the same.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct Fact {
    /// The number of the row.
    row: u32,
    /// `number`, `date`, `name` or `negation`.
    kind: &'static str,
    /// What each text says of it; `None` where it says nothing.
    texts: Vec<Option<String>>,
    /// The sigla of the texts between which it differs.
    between: Vec<String>,
    /// Whether one text says otherwise than another; else it only leaves it out.
    contradiction: bool,
}

#[pymethods]
impl Fact {
    fn __repr__(&self) -> String {
        let texts = self.texts.iter().map(|t| t.as_deref().unwrap_or("–"));
        let texts: Vec<&str> = texts.collect();
        format!("<enregard.Fact {}: {}>", self.kind, texts.join(" | "))
    }
}

/// A stretch of a text.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct Passage {
    /// The siglum of the text.
    pub(crate) witness: String,
    /// What it says.
    pub(crate) text: String,
    /// Where it begins, in characters.
    pub(crate) start: u32,
    /// Where it ends, in characters.
    pub(crate) end: u32,
    /// The number of the row it begins in.
    pub(crate) row: u32,
}

#[pymethods]
impl Passage {
    fn __repr__(&self) -> String {
        format!("<enregard.Passage {}: {}>", self.witness, self.text)
    }
}

/// A passage of one text that is quoted inside a sentence of another.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct Quotation {
    /// The passage in each text that has it.
    pub(crate) passages: Vec<Py<Passage>>,
    /// How much ties them, in nats.
    pub(crate) score: f64,
}

#[pymethods]
impl Quotation {
    fn __repr__(&self) -> String {
        format!("<enregard.Quotation, {} passages>", self.passages.len())
    }
}

/// Nothing for no text.
pub(crate) fn said(text: Cow<'_, str>) -> Option<String> {
    Some(text.into_owned()).filter(|text| !text.is_empty())
}

impl Row {
    pub(crate) fn new(py: Python<'_>, shared: &Shared<'_>, row: RowRef<'_>) -> PyResult<Self> {
        let count = shared.table.witnesses.len();
        let links = row.links().map(|link| Py::new(py, Link::new(link, count)));
        let changes = row
            .changes()
            .map(|change| Py::new(py, Change::new(shared, change)));
        Ok(Self {
            number: row.number.0,
            kind: row.kind.name(),
            moved: row.moved,
            moved_to: row.moved_to.map(|number| number.0),
            texts: (0..count).map(|w| said(row.text(w))).collect(),
            units: row
                .cells
                .iter()
                .map(|units| units.iter().map(|unit| unit.get() as u32).collect())
                .collect(),
            similarity: row.similarity,
            confidence: row.confidence,
            labels: row.labels(),
            status: row.status.name(),
            note: row.note.clone(),
            links: links.collect::<PyResult<_>>()?,
            changes: changes.collect::<PyResult<_>>()?,
            sigla: shared.sigla(),
        })
    }
}

impl Link {
    fn new(link: LinkRef<'_>, count: usize) -> Self {
        Self {
            texts: (0..count).map(|w| said(link.text(w))).collect(),
            class_: link.class.name(),
            moved: link.moved,
            probability: link.probability,
        }
    }
}

impl Change {
    pub(crate) fn new(shared: &Shared<'_>, change: LibraryChange<'_>) -> Self {
        let count = shared.table.witnesses.len();
        let texts: Vec<_> = (0..count).map(|w| said(change.text(w))).collect();
        let readings = change.readings();
        let spans = (0..count).map(|w| Some(shared.span(w, change.span(w)?).into()));
        Self {
            row: change.row().number.0,
            class_: change.class().name(),
            moved: change.moved(),
            spans: spans.collect(),
            told: match count {
                2 => change.to_string(),
                _ => shared.told(&texts, &readings),
            },
            readings: shared.named(&readings),
            texts,
        }
    }
}

impl Fact {
    pub(crate) fn new(shared: &Shared<'_>, row: RowRef<'_>, fact: &LibraryFact) -> Self {
        let count = shared.table.witnesses.len();
        Self {
            row: fact.row.0,
            kind: fact.kind.name(),
            texts: (0..count).map(|w| said(row.fact_text(fact, w))).collect(),
            between: shared.named(&[fact.witnesses.to_vec()]).concat(),
            contradiction: fact.is_contradiction(),
        }
    }
}
