//! Words that stand for each other, as learned.

use std::io::Read;
use std::path::PathBuf;

use enregard::learn::LexiconLearner;
use enregard::witness::Siglum;
use enregard::{CompareOptions, compare_witnesses};
use pyo3::prelude::*;

use crate::errors::{raised, wrong};
use crate::files;
use crate::options::{Keywords, Options};
use crate::texts::Source;

/// Words that stand for each other, learned from pairs of renderings; `compare` takes it as `lexicon`.
#[pyclass(frozen, module = "enregard")]
pub(crate) struct Lexicon {
    pub(crate) inner: enregard::Lexicon,
}

#[pymethods]
impl Lexicon {
    /// Reads a lexicon that `enregard learn` or `save` wrote.
    #[staticmethod]
    fn read(path: PathBuf) -> PyResult<Self> {
        let mut text = String::new();
        files::open(&path)?.read_to_string(&mut text)?;
        Self::from_tsv(&text)
    }

    /// A lexicon from its text.
    #[staticmethod]
    fn from_tsv(text: &str) -> PyResult<Self> {
        let inner = enregard::Lexicon::from_tsv(text).map_err(raised)?;
        Ok(Self { inner })
    }

    /// Its text: a pair of words a line.
    fn to_tsv(&self) -> String {
        self.inner.to_tsv()
    }

    /// Writes it to a file.
    fn save(&self, path: PathBuf) -> PyResult<()> {
        files::write(&path, self.to_tsv().as_bytes())
    }

    /// The code of its language.
    #[getter]
    fn language(&self) -> &str {
        self.inner.language.code()
    }

    /// The pairs: both words, how often they were linked, the share of the places of the first where the second stands, and the
    /// other way about.
    #[getter]
    fn pairs(&self) -> Vec<(&str, &str, u32, f64, f64)> {
        let entries = self.inner.entries.iter();
        entries
            .map(|e| (e.a.as_str(), e.b.as_str(), e.count, e.b_of_a, e.a_of_b))
            .collect()
    }

    fn __len__(&self) -> usize {
        self.inner.entries.len()
    }

    fn __repr__(&self) -> String {
        let (language, pairs) = (self.language(), self.inner.entries.len());
        format!("<enregard.Lexicon {language}, {pairs} pairs>")
    }
}

#[pyfunction]
pub(crate) fn learn(
    py: Python<'_>,
    pairs: Vec<(Source, Source)>,
    min_count: u32,
    keywords: Keywords<'_>,
) -> PyResult<Lexicon> {
    let Options { read, .. } = keywords.try_into()?;
    let learned = py.detach(|| {
        let mut learner: Option<LexiconLearner> = None;
        for (a, b) in pairs {
            let a = a.witness(Siglum::nth(0), &read)?;
            let b = b.witness(Siglum::nth(1), &read)?;
            let learner = learner.get_or_insert_with(|| LexiconLearner::new(a.language));
            for own in [a.language, b.language] {
                let all = learner.language();
                if own != all {
                    let (own, all) = (own.code(), all.code());
                    return Ok(Err(format!(
                        "pairs: one text is in {own}, others in {all}; a lexicon is of one language (language={all:?} reads all as that)"
                    )));
                }
            }
            learner.add(&compare_witnesses([a, b], &CompareOptions::default())?);
        }
        let none = || "pairs: there are none to learn from".to_owned();
        Ok(learner.ok_or_else(none).map(|l| l.lexicon(min_count)))
    });
    let inner = learned.map_err(raised)?.map_err(wrong)?;
    Ok(Lexicon { inner })
}
