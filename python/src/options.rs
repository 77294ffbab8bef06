//! What to compute and how to read, as the keywords of Python say it.

use std::sync::Arc;

use enregard::read::{Encoding, Kind, ReadOptions, Tracked};
use enregard::witness::{Language, Level};
use enregard::{Class, CompareOptions, Equivalents};
use pyo3::prelude::*;

use crate::errors::{raised, wrong};
use crate::lexicon::Lexicon;

/// The keywords, as `enregard/__init__.py` hands them on.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Keywords<'py> {
    unit: String,
    language: Option<String>,
    words: bool,
    ignore: Vec<String>,
    monotone: bool,
    old_print: bool,
    lexicon: Option<PyRef<'py, Lexicon>>,
    encoding: Option<String>,
    format: Option<String>,
}

/// How texts are read and compared.
pub(crate) struct Options {
    pub(crate) read: ReadOptions,
    pub(crate) compare: CompareOptions,
}

impl TryFrom<Keywords<'_>> for Options {
    type Error = PyErr;

    fn try_from(keywords: Keywords<'_>) -> PyResult<Self> {
        let encoding = keywords.encoding.as_deref().map(Encoding::from_label);
        Ok(Self {
            read: ReadOptions {
                level: level(&keywords.unit)?,
                language: keywords.language.as_deref().map(language).transpose()?,
                encoding: encoding.transpose().map_err(raised)?,
                kind: keywords.format.as_deref().map(kind).transpose()?,
                tracked: Tracked::Accepted,
                ..ReadOptions::default()
            },
            compare: CompareOptions {
                words: keywords.words,
                old_print: keywords.old_print,
                monotone: keywords.monotone,
                unpaired: enregard::Unpaired::Alone,
                ignored: keywords
                    .ignore
                    .iter()
                    .map(|name| class(name))
                    .collect::<PyResult<_>>()?,
                known: keywords.lexicon.map(|lexicon| known(&lexicon)),
            },
        })
    }
}

/// The program's own synonyms, and what was learned.
fn known(lexicon: &Lexicon) -> Arc<Equivalents> {
    let mut known = Equivalents::default();
    known.add_own(lexicon.inner.language);
    lexicon.inner.add_to(&mut known);
    Arc::new(known)
}

pub(crate) fn level(name: &str) -> PyResult<Level> {
    Level::from_name(name).ok_or_else(|| {
        wrong(format!(
            "unit {name:?}: it is clause, sentence, line or paragraph"
        ))
    })
}

pub(crate) fn language(code: &str) -> PyResult<Language> {
    Language::from_code(code).ok_or_else(|| {
        wrong(format!(
            "language {code:?}: no code of a language, such as fr or pt-BR"
        ))
    })
}

fn class(name: &str) -> PyResult<Class> {
    Class::from_name(name).ok_or_else(|| {
        let names = Class::ALL.map(Class::name);
        wrong(format!(
            "ignore {name:?}: no such class; they are {}",
            names.join(", ")
        ))
    })
}

fn kind(name: &str) -> PyResult<Kind> {
    Kind::from_name(name).ok_or_else(|| {
        let names = Kind::ALL.map(Kind::name);
        wrong(format!(
            "format {name:?}: no such format; they are {}",
            names.join(", ")
        ))
    })
}
