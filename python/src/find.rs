//! Which of many documents hold a rendering of a statement, or quote it.

use std::ops::Range;

use arrow_schema::ArrowError;
use enregard::CompareOptions;
use enregard::find::{Found as LibraryFound, FoundPassage as LibraryPassage, Sieve, Sought};
use enregard::read::ReadOptions;
use enregard::witness::Siglum;
use pyo3::prelude::*;

use crate::batch::{Told, answered, told, with_errors};
use crate::columns::{Cell, Column, Each, Rows, count, place, share, text};
use crate::errors::{raised, wrong};
use crate::frame::RecordBatch;
use crate::options;
use crate::table::{Shared, Table};
use crate::texts::{Source, of_text};

/// What the two texts are called in tables.
const NAMES: [&str; 2] = ["statement", "document"];

/// A statement that documents are searched for, as `Finder` of `enregard/__init__.py` has it.
#[pyclass(frozen, module = "enregard")]
pub(crate) struct Finder {
    sought: Sought,
    /// How documents are read: in the language of the statement.
    read: ReadOptions,
}

/// What a document holds of a statement.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct Found {
    /// The share of the words of the statement that the document holds, from 0 to 1.
    coverage: f64,
    /// The share of the words of the document that these are, from 0 to 1.
    of_document: f64,
    /// How sure it is that this is no chance, from 0.9 to 1.
    sure: f64,
    /// What corresponds, in the order of the statement.
    passages: Vec<Py<FoundPassage>>,
    /// The two side by side.
    table: Py<Table>,
}

/// A passage of a document that renders or quotes one of a statement.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct FoundPassage {
    /// `rendering` of whole units, or `quotation` inside a sentence.
    kind: &'static str,
    /// What the statement says.
    statement: String,
    /// Where it begins and ends there, in characters.
    statement_span: (u32, u32),
    /// What the document says.
    document: String,
    /// Where it begins and ends there, in characters.
    document_span: (u32, u32),
    /// The number of its row in the table; `None` of a quotation.
    row: Option<u32>,
    /// The share of the words that are the same; `None` of a quotation.
    similarity: Option<f64>,
    /// What ties the two, in nats.
    score: f64,
}

#[pymethods]
impl FoundPassage {
    fn __repr__(&self) -> String {
        let Self { kind, document, .. } = self;
        format!("<enregard.FoundPassage {kind} {document:?}>")
    }
}

#[pymethods]
impl Found {
    fn __repr__(&self) -> String {
        let (share, passages) = (100.0 * self.coverage, self.passages.len());
        format!("<enregard.Found {share:.0} % in {passages} passages>")
    }
}

#[pymethods]
impl Finder {
    #[new]
    fn new(
        py: Python<'_>,
        statement: Source,
        language: Option<&str>,
        old_print: bool,
    ) -> PyResult<Self> {
        let read = ReadOptions {
            language: language.map(options::language).transpose()?,
            ..ReadOptions::default()
        };
        let compare = CompareOptions {
            old_print,
            ..CompareOptions::default()
        };
        let witness = py.detach(|| statement.witness(siglum(0), &read));
        let witness = witness.map_err(raised)?;
        if witness.sentences.iter().all(|unit| unit.skip.is_some()) {
            return Err(wrong("statement: it holds no text to look for"));
        }
        Ok(Self {
            read: ReadOptions {
                language: Some(witness.language),
                ..read
            },
            sought: Sought::new(witness, compare),
        })
    }

    /// The statement, as it was read, and its language.
    #[getter]
    fn statement(&self) -> (&str, &str) {
        let statement = self.sought.statement();
        (&statement.text, statement.language.code())
    }

    /// What a document holds of the statement; `None` where that is nothing, or no more than chance would give.
    fn find(&self, py: Python<'_>, document: Source) -> PyResult<Option<Found>> {
        let found = py.detach(|| {
            let witness = document.witness(siglum(1), &self.read)?;
            self.sought.find(witness)
        });
        let Some(found) = found.map_err(raised)? else {
            return Ok(None);
        };
        let shared = Shared::new(&found.table);
        let passages = passages(&shared, &found).map(|passage| Py::new(py, passage));
        let passages = passages.collect::<PyResult<_>>()?;
        Ok(Some(Found {
            coverage: found.coverage,
            of_document: found.of_document,
            sure: found.sure,
            passages,
            table: Py::new(py, Table::from(found.table))?,
        }))
    }

    /// What the documents of a column hold.
    fn find_batch(
        &self,
        py: Python<'_>,
        rows: &Bound<'_, PyAny>,
        column: String,
        each: &str,
        threads: Option<usize>,
    ) -> PyResult<RecordBatch> {
        let each = EachFound::from_name(each)?;
        let column = [column];
        answered(py, rows, threads, |given| {
            let texts = given.texts(&column[0])?;
            let sieve = || self.sought.sieve();
            told(given, &column, sieve, |sieve, rows| {
                self.part(sieve, rows, &texts, each)
            })
        })
    }

    fn __repr__(&self) -> String {
        let statement = self.sought.statement();
        let (language, words) = (statement.language.code(), statement.tokens.len());
        format!("<enregard.Finder {language}, {words} tokens>")
    }
}

impl Finder {
    /// What some documents hold.
    fn part(
        &self,
        sieve: &mut Sieve<'_>,
        documents: Range<usize>,
        texts: &[Option<&str>],
        each: EachFound,
    ) -> Result<Told, ArrowError> {
        let mut rows = each.rows();
        let (mut of, mut errors) = (Vec::new(), Vec::new());
        for document in documents {
            let text = texts[document].filter(|text| sieve.keeps(text));
            let Some(text) = text else { continue };
            let found = of_text(text.to_owned(), siglum(1), &self.read)
                .and_then(|reading| self.sought.find(reading.witness));
            let error = match found {
                Ok(None) => continue,
                Ok(Some(found)) => {
                    each.add(&mut rows, &found);
                    None
                }
                Err(error) => {
                    rows.add_nothing();
                    Some(error.to_string())
                }
            };
            of.resize(rows.len, document as u32);
            errors.resize(rows.len, error);
        }
        Ok((of, with_errors(rows, errors)?))
    }
}

/// What has a line in the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EachFound {
    Document,
    Passage,
    /// A change or a fact inside what was found.
    Of(Each),
}

impl EachFound {
    fn from_name(name: &str) -> PyResult<Self> {
        match name {
            "document" => Ok(Self::Document),
            "passage" => Ok(Self::Passage),
            "change" => Ok(Self::Of(Each::Change)),
            "fact" => Ok(Self::Of(Each::Fact)),
            _ => Err(wrong(format!(
                "each {name:?}: it is document, passage, change or fact"
            ))),
        }
    }

    fn rows(self) -> Rows {
        let whole = || ["coverage", "of_document", "sure"].map(share);
        let mut columns: Vec<(String, Column)> = Vec::new();
        match self {
            Self::Of(each) => return Rows::new(each, &NAMES.map(str::to_owned)),
            Self::Document => {
                columns.extend(whole());
                columns.push(count("passages"));
            }
            Self::Passage => {
                columns.push(text("kind"));
                for name in NAMES {
                    let (start, end) = (format!("{name}_start"), format!("{name}_end"));
                    columns.extend([place(start), place(end), text(name)]);
                }
                columns.extend(["similarity", "score"].map(share));
                columns.extend(whole());
            }
        }
        Rows::of(columns)
    }

    fn add(self, rows: &mut Rows, found: &LibraryFound) {
        let whole = || {
            let whole = [found.coverage, found.of_document, found.sure];
            whole.map(|share| Cell::Share(Some(share)))
        };
        let shared = Shared::new(&found.table);
        match self {
            Self::Document => {
                let passages = Cell::Count(found.passages.len());
                rows.append(whole().into_iter().chain([passages]));
            }
            Self::Passage => {
                for passage in passages(&shared, found) {
                    rows.append(passage.cells().into_iter().chain(whole()));
                }
            }
            Self::Of(each) => {
                let numbers = found.passages.iter().filter_map(|passage| passage.row);
                for row in numbers.filter_map(|number| found.table.row(number)) {
                    rows.add_row(each, &shared, row);
                }
            }
        }
    }
}

impl FoundPassage {
    fn new(shared: &Shared<'_>, passage: &LibraryPassage) -> Self {
        let row = passage.row.and_then(|number| shared.table.row(number));
        let [statement, document] = [passage.statement, passage.document];
        let text = |w: usize, span| shared.table.witnesses[w].line(span);
        Self {
            kind: match row {
                Some(_) => "rendering",
                None => "quotation",
            },
            statement: text(0, statement),
            statement_span: shared.span(0, statement).into(),
            document: text(1, document),
            document_span: shared.span(1, document).into(),
            row: passage.row.map(|number| number.0),
            similarity: row.and_then(|row| row.similarity),
            score: passage.score,
        }
    }

    fn cells(self) -> Vec<Cell> {
        let mut cells = vec![Cell::Text(Some(self.kind.to_owned()))];
        let sides = [
            (self.statement_span, self.statement),
            (self.document_span, self.document),
        ];
        for ((start, end), text) in sides {
            cells.extend([Cell::Place(Some(start)), Cell::Place(Some(end))]);
            cells.push(Cell::Text(Some(text)));
        }
        cells.extend([Cell::Share(self.similarity), Cell::Share(Some(self.score))]);
        cells
    }
}

fn passages<'f>(
    shared: &'f Shared<'_>,
    found: &'f LibraryFound,
) -> impl Iterator<Item = FoundPassage> + 'f {
    let passages = found.passages.iter();
    passages.map(|passage| FoundPassage::new(shared, passage))
}

fn siglum(witness: usize) -> Siglum {
    Siglum(NAMES[witness].to_owned())
}
