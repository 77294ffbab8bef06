//! How a text is cut, and which words of two token lists correspond.

use enregard::Equivalents;
use enregard::read::ReadOptions;
use enregard::segment::detect_language;
use enregard::witness::{CharIndex, Siglum};
use enregard::words::TokenLinker;
use pyo3::prelude::*;

use crate::errors::raised;
use crate::options::level;
use crate::texts::Source;

/// A stretch of a text that is aligned.
#[pyclass(frozen, get_all, module = "enregard")]
pub(crate) struct Unit {
    /// Its text, in one line.
    text: String,
    /// Where it begins, in characters.
    start: u32,
    /// Where it ends, in characters.
    end: u32,
    /// The number of its paragraph, from 0.
    paragraph: u32,
    /// Why it takes no part in the alignment: `metadata`, `page`, `language:en`; `None` where it does.
    skip: Option<String>,
}

#[pymethods]
impl Unit {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!(
            "<enregard.Unit {}-{} {:?}>",
            self.start, self.end, self.text
        )
    }
}

/// The units of a witness.
pub(crate) fn units(witness: &enregard::Witness) -> Vec<Unit> {
    let chars = CharIndex::new(&witness.text);
    let units = witness.units().iter();
    units
        .map(|unit| {
            let [start, end] = chars.span(unit.span);
            Unit {
                text: witness.line(unit.span),
                start,
                end,
                paragraph: unit.paragraph,
                skip: unit.skip.as_ref().map(ToString::to_string),
            }
        })
        .collect()
}

#[pyfunction]
pub(crate) fn segment(
    py: Python<'_>,
    text: Source,
    unit: &str,
    language: Option<&str>,
) -> PyResult<Vec<Unit>> {
    let options = ReadOptions {
        level: level(unit)?,
        language: language.map(crate::options::language).transpose()?,
        ..ReadOptions::default()
    };
    let witness = py.detach(|| text.witness(Siglum::nth(0), &options));
    Ok(units(&witness.map_err(raised)?))
}

/// Tokens: a list, or a string that is split at blanks.
#[derive(FromPyObject)]
pub(crate) enum Tokens {
    #[pyo3(transparent, annotation = "str")]
    Line(String),
    #[pyo3(transparent, annotation = "list[str]")]
    List(Vec<String>),
}

impl Tokens {
    fn all(&self) -> Vec<&str> {
        match self {
            Self::Line(line) => line.split_whitespace().collect(),
            Self::List(tokens) => tokens.iter().map(String::as_str).collect(),
        }
    }
}

/// Links words: the pairs of positions, each with its probability and its class.
#[pyfunction]
pub(crate) fn words(
    py: Python<'_>,
    a: Tokens,
    b: Tokens,
    language: Option<&str>,
    old_print: bool,
) -> PyResult<Vec<(u32, u32, f32, &'static str)>> {
    let language = language.map(crate::options::language).transpose()?;
    let (a, b) = (a.all(), b.all());
    Ok(py.detach(|| {
        let both = || [&a[..], &b[..]].concat().join(" ");
        let language = language.or_else(|| detect_language(&both()));
        let language = language.unwrap_or_default();
        let mut linker = TokenLinker::new(language, old_print, &Equivalents::own(language));
        let linked = linker.link(&a, &b);
        let class = |pair| linker.class(&linked, pair).name();
        let pairs = linked.pairs.iter();
        pairs
            .map(|pair| (pair.a, pair.b, pair.probability, class(pair)))
            .collect()
    }))
}
