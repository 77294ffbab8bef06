//! The table of texts set side by side.

use std::cell::OnceCell;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use enregard::export::{self, ExportOptions, Format};
use enregard::format::json;
use enregard::table::{FactKind, RowNumber};
use enregard::view::{self, Colours, Depth, Layout, Theme, ViewOptions};
use enregard::witness::{CharIndex, Span};
use enregard::{AlignmentTable, Class, Unobserved, collate};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyString};

use crate::columns::{Each, Rows};
use crate::errors::{raised, wrong};
use crate::files;
use crate::frame::RecordBatch;
use crate::options::{Keywords, Options};
use crate::row::{Change, Fact, Passage, Place, Quotation, Row};
use crate::texts::{Source, sigla, witnesses};
use crate::tokens::{Unit, units};

/// A table that is being told of, and where its characters stand, as far as anyone asks: the library counts bytes, Python
/// characters.
pub(crate) struct Shared<'t> {
    pub(crate) table: &'t AlignmentTable,
    chars: Vec<OnceCell<CharIndex<'t>>>,
}

impl<'t> Shared<'t> {
    pub(crate) fn new(table: &'t AlignmentTable) -> Self {
        let chars = table.witnesses.iter().map(|_| OnceCell::new()).collect();
        Self { table, chars }
    }

    /// A span of a text in characters.
    pub(crate) fn span(&self, witness: usize, span: Span) -> [u32; 2] {
        let text = &self.table.witnesses[witness].text;
        self.chars[witness]
            .get_or_init(|| CharIndex::new(text))
            .span(span)
    }

    pub(crate) fn sigla(&self) -> Vec<String> {
        called(self.table)
    }

    /// Places of witnesses as their sigla.
    pub(crate) fn named(&self, readings: &[Vec<usize>]) -> Vec<Vec<String>> {
        let siglum = |w: &usize| self.table.witnesses[*w].siglum.0.clone();
        let readings = readings.iter();
        readings
            .map(|group| group.iter().map(siglum).collect())
            .collect()
    }

    /// A difference in a line: `grand A C | petit B`.
    pub(crate) fn told(&self, texts: &[Option<String>], readings: &[Vec<usize>]) -> String {
        let told = readings
            .iter()
            .zip(self.named(readings))
            .map(|(group, sigla)| {
                let speaker = group.iter().find(|&&w| w == self.table.base);
                let speaker = speaker.or(group.first());
                let text = speaker.and_then(|&w| texts[w].as_deref());
                format!("{} {}", text.unwrap_or("−"), sigla.join(" "))
            });
        told.collect::<Vec<_>>().join(" | ")
    }
}

/// Texts set side by side.
#[pyclass(frozen, module = "enregard")]
pub(crate) struct Table {
    inner: AlignmentTable,
}

impl From<AlignmentTable> for Table {
    fn from(inner: AlignmentTable) -> Self {
        Self { inner }
    }
}

/// One of the texts.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct Witness {
    /// Its short name.
    siglum: String,
    /// The file it was read from, or `text A`.
    name: String,
    /// The code of its language.
    language: String,
    /// The text, as it was compared.
    text: String,
    /// What was aligned.
    units: Vec<Py<Unit>>,
}

#[pymethods]
impl Witness {
    fn __repr__(&self) -> String {
        format!("<enregard.Witness {} ({})>", self.siglum, self.name)
    }
}

#[pyfunction]
pub(crate) fn compare(
    py: Python<'_>,
    texts: Vec<Source>,
    names: Option<Vec<String>>,
    base: Option<Place>,
    keywords: Keywords<'_>,
) -> PyResult<Table> {
    let sigla = sigla(names, texts.len())?;
    let called: Vec<String> = sigla.iter().map(|siglum| siglum.0.clone()).collect();
    let base = base.map_or(Ok(0), |base| base.among(&called))?;
    let options = Options::try_from(keywords)?;
    let table = py.detach(|| {
        let texts = texts.into_iter().zip(sigla);
        let witnesses = witnesses(texts, &options.read)?;
        collate(witnesses, base, &options.compare, &[], &Unobserved)
    });
    let inner = table.map_err(raised)?;
    Ok(Table { inner })
}

/// Reads a table that was written as JSON, by `save` or by the command.
#[pyfunction]
pub(crate) fn load(py: Python<'_>, path: PathBuf) -> PyResult<Table> {
    let file = files::open(&path)?;
    let table = py.detach(|| json::read(file));
    let named = |error| wrong(format!("{}: {error}", path.display()));
    let inner = table.map_err(named)?;
    Ok(Table { inner })
}

#[pymethods]
impl Table {
    /// The texts.
    #[getter]
    fn witnesses(&self, py: Python<'_>) -> PyResult<Vec<Witness>> {
        let witnesses = self.inner.witnesses.iter();
        witnesses
            .map(|witness| {
                let units = units(witness).into_iter().map(|unit| Py::new(py, unit));
                Ok(Witness {
                    siglum: witness.siglum.0.clone(),
                    name: witness.path.clone(),
                    language: witness.language.code().to_owned(),
                    text: witness.text.clone(),
                    units: units.collect::<PyResult<_>>()?,
                })
            })
            .collect()
    }

    /// The short names of the texts.
    #[getter]
    fn sigla(&self) -> Vec<String> {
        self.called()
    }

    /// The siglum of the text whose order the rows follow.
    #[getter]
    fn base(&self) -> Option<&str> {
        let witness = self.inner.witnesses.get(self.inner.base)?;
        Some(&witness.siglum.0)
    }

    /// The rows, in the order of the base.
    #[getter]
    fn rows(&self, py: Python<'_>) -> PyResult<Vec<Row>> {
        let shared = Shared::new(&self.inner);
        let rows = self.inner.rows();
        rows.map(|row| Row::new(py, &shared, row)).collect()
    }

    /// The differences of all rows.
    #[getter]
    fn changes(&self) -> Vec<Change> {
        let shared = Shared::new(&self.inner);
        let changes = self.inner.changes();
        changes.map(|c| Change::new(&shared, c)).collect()
    }

    /// The numbers, dates, names and negations that differ.
    #[getter]
    fn facts(&self) -> Vec<Fact> {
        let shared = Shared::new(&self.inner);
        let rows = self.inner.rows();
        rows.flat_map(|row| row.facts().iter().map(move |fact| (row, fact)))
            .map(|(row, fact)| Fact::new(&shared, row, fact))
            .collect()
    }

    /// Passages of one text that are quoted inside a sentence of another.
    #[getter]
    fn quotations(&self, py: Python<'_>) -> PyResult<Vec<Quotation>> {
        let shared = Shared::new(&self.inner);
        let quotations = shared.table.quotations.iter();
        quotations
            .map(|quotation| {
                let passages = quotation.passages.iter().zip(&quotation.rows);
                let passages = passages.map(|(passage, row)| {
                    let witness = &shared.table.witnesses[passage.witness];
                    let [start, end] = shared.span(passage.witness, passage.span);
                    let passage = Passage {
                        witness: witness.siglum.0.clone(),
                        text: witness.line(passage.span),
                        start,
                        end,
                        row: row.0,
                    };
                    Py::new(py, passage)
                });
                Ok(Quotation {
                    passages: passages.collect::<PyResult<_>>()?,
                    score: quotation.score,
                })
            })
            .collect()
    }

    /// What was noticed: that texts are the same, in two languages, in old print.
    #[getter]
    fn notes(&self) -> Vec<String> {
        let notes = self.inner.notes.iter();
        notes.map(ToString::to_string).collect()
    }

    /// The share of the words of two texts that are the same in rows where both stand, from 0 to 1; `None` where none are
    /// compared. Of two texts these, else those that are named.
    #[pyo3(signature = (one=None, other=None))]
    fn similarity(&self, one: Option<Place>, other: Option<Place>) -> PyResult<Option<f64>> {
        let sigla = self.called();
        let (one, other) = match (one, other) {
            (Some(one), Some(other)) => (one.among(&sigla)?, other.among(&sigla)?),
            (None, None) if sigla.len() == 2 => (0, 1),
            _ => {
                return Err(wrong(format!(
                    "similarity: name two of {}",
                    sigla.join(", ")
                )));
            }
        };
        Ok(self.inner.overview().similarity[one][other])
    }

    /// Counts over the whole table.
    fn summary<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let table = &self.inner;
        let summary = table.summary();
        let by_kind = |counts: &std::collections::BTreeMap<FactKind, usize>| {
            let named = FactKind::ALL
                .iter()
                .map(|kind| (kind.name(), counts.get(kind).copied().unwrap_or(0)));
            named.collect::<std::collections::BTreeMap<_, _>>()
        };
        let differences = Class::ALL.iter().filter(|class| **class != Class::Same);
        let differences = differences.map(|class| {
            let count = summary.differences.get(class).copied();
            (class.name(), count.unwrap_or(0))
        });
        let dict = PyDict::new(py);
        dict.set_item("rows", table.rows.len())?;
        dict.set_item("beads", summary.beads())?;
        dict.set_item("coverage", &summary.coverage)?;
        dict.set_item("only", &summary.only)?;
        dict.set_item("moved_rows", summary.moved_rows)?;
        dict.set_item("moved_words", summary.moved_words)?;
        dict.set_item(
            "differences",
            differences.collect::<std::collections::BTreeMap<_, _>>(),
        )?;
        dict.set_item("punctuation", summary.punctuation)?;
        dict.set_item("facts", by_kind(&summary.facts))?;
        dict.set_item("contradictions", by_kind(&summary.contradictions))?;
        dict.set_item("quotations", summary.quotations)?;
        Ok(dict)
    }

    /// Figures for those who study the texts, as `enregard --stats=json` has them.
    fn stats<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let text = py.detach(|| {
            let mut text = Vec::new();
            let table = &self.inner;
            view::stats_json(table, &table.overview(), &mut text).map(|()| text)
        })?;
        let text = PyBytes::new(py, &text);
        py.import("json")?.call_method1("loads", (text,))
    }

    /// The table in one of the formats of the command: `csv`, `json`, `tei`, `html` …; text, or bytes where it is binary.
    #[pyo3(signature = (format))]
    fn to<'py>(&self, py: Python<'py>, format: &str) -> PyResult<Bound<'py, PyAny>> {
        let format = named(format)?;
        let bytes = py.detach(|| self.written(format))?;
        match format.is_binary() {
            true => Ok(PyBytes::new(py, &bytes).into_any()),
            false => Ok(PyString::from_bytes(py, &bytes)?.into_any()),
        }
    }

    /// The report for the browser.
    fn to_html<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to(py, "html")
    }

    /// The whole table as JSON, which `load` gives back.
    fn to_json<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to(py, "json")
    }

    /// Writes the table to a file, whole or not at all; its extension says the format, or else `format`.
    #[pyo3(signature = (path, format=None))]
    fn save(&self, py: Python<'_>, path: PathBuf, format: Option<&str>) -> PyResult<()> {
        let format = match format {
            Some(name) => named(name)?,
            None => of_extension(&path)?,
        };
        py.detach(|| {
            let bytes = self.written(format);
            let named = |error| wrong(format!("{}: {error}", path.display()));
            files::write(&path, &bytes.map_err(named)?)
        })
    }

    /// What the command shows on a terminal: `side`, `stacked`, `apparatus`, `inline`, `table` or `summary`.
    #[pyo3(signature = (layout="stacked", *, width=100, color=false))]
    fn view(&self, py: Python<'_>, layout: &str, width: usize, color: bool) -> PyResult<String> {
        let layout = match layout {
            "side" => Layout::Side,
            "stacked" => Layout::Stacked,
            "apparatus" => Layout::Apparatus,
            "inline" => Layout::Inline,
            "table" => Layout::Table,
            "summary" => Layout::Summary,
            _ => {
                return Err(wrong(format!(
                    "view {layout:?}: it is side, stacked, apparatus, inline, table or summary"
                )));
            }
        };
        let options = ViewOptions {
            layout,
            width: width.clamp(20, 2000),
            colours: match color {
                true => Colours::Themed(Theme::Terminal, Depth::Sixteen),
                false => Colours::None,
            },
            ..ViewOptions::default()
        };
        let text = py.detach(|| {
            let mut text = Vec::new();
            let table = &self.inner;
            let overview = table.overview();
            view::overview(table, &overview, &options, &mut text)?;
            view::render(table, &options, &mut text)?;
            if layout == Layout::Summary {
                view::summary(table, &overview, &options, &mut text)?;
            }
            Ok::<_, std::io::Error>(text)
        })?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    /// The table for whatever speaks Arrow: one row of it for each `row`, `change` or `fact`, or one for the whole (`summary`).
    #[pyo3(signature = (each="row"))]
    fn to_arrow(&self, py: Python<'_>, each: &str) -> PyResult<RecordBatch> {
        let each = Each::from_name(each)?;
        let inner = py.detach(|| {
            let mut rows = Rows::new(each, &self.called());
            rows.add(each, &Shared::new(&self.inner));
            rows.finish()
        });
        let inner = inner.map_err(|error| wrong(error.to_string()))?;
        Ok(RecordBatch { inner })
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        self.to_arrow(py, "row")?
            .__arrow_c_stream__(py, requested_schema)
    }

    /// The report inside a frame of its own, as notebooks show it.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        const FRAME: &str = "width:100%;height:36em;border:1px solid #8888;background:Canvas";
        let html = self.to_html(py)?.extract::<String>()?;
        let html = html.replace('&', "&amp;").replace('"', "&quot;");
        Ok(format!(
            "<iframe sandbox=\"allow-scripts allow-downloads allow-popups\" style=\"{FRAME}\" srcdoc=\"{html}\"></iframe>"
        ))
    }

    /// The row of a number, from 1.
    fn row(&self, py: Python<'_>, number: u32) -> PyResult<Row> {
        let rows = self.inner.rows.len();
        match self.inner.row(RowNumber(number)) {
            Some(row) => Row::new(py, &Shared::new(&self.inner), row),
            None => Err(PyIndexError::new_err(format!(
                "row {number}: there are rows 1 to {rows}"
            ))),
        }
    }

    fn __len__(&self) -> usize {
        self.inner.rows.len()
    }

    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        self.view(py, "stacked", 100, false)
    }

    fn __repr__(&self) -> String {
        let (sigla, rows) = (self.called().join(", "), self.inner.rows.len());
        format!("<enregard.Table of {sigla}: {rows} rows>")
    }
}

/// The short names of the texts of a table.
fn called(table: &AlignmentTable) -> Vec<String> {
    let witnesses = table.witnesses.iter();
    witnesses.map(|witness| witness.siglum.0.clone()).collect()
}

impl Table {
    fn called(&self) -> Vec<String> {
        called(&self.inner)
    }

    fn written(&self, format: Format) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let options = ExportOptions::default();
        export::write(&self.inner, format, &options, &mut bytes)?;
        Ok(bytes)
    }
}

fn named(name: &str) -> PyResult<Format> {
    Format::from_name(name).ok_or_else(|| {
        let names = Format::ALL.map(Format::name);
        wrong(format!(
            "format {name:?}: no such format; they are {}",
            names.join(", ")
        ))
    })
}

fn of_extension(path: &Path) -> PyResult<Format> {
    let extension = path.extension().and_then(OsStr::to_str);
    extension.and_then(Format::from_extension).ok_or_else(|| {
        wrong(format!(
            "{}: the name does not say a format; give format=",
            path.display()
        ))
    })
}
