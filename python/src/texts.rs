//! The texts that are compared: strings as they are, paths to be read.

use std::path::PathBuf;

use enregard::read::{self, Encoding, Kind, ReadOptions, Reading};
use enregard::witness::Siglum;
use enregard::{Result, Witness};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

/// A text, or the file it is in: what is a string is text, whatever it says.
#[derive(Debug)]
pub(crate) enum Source {
    Text(String),
    File(PathBuf),
}

impl<'py> FromPyObject<'_, 'py> for Source {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if given.is_instance_of::<PyString>() {
            return given.extract().map(Self::Text);
        }
        given.extract().map(Self::File).or_else(|_| {
            let kind = given.get_type().name()?;
            Err(PyTypeError::new_err(format!(
                "a text is a str, or a path (os.PathLike) of its file; {kind} is neither"
            )))
        })
    }
}

impl Source {
    pub(crate) fn witness(self, siglum: Siglum, options: &ReadOptions) -> Result<Witness> {
        Ok(self.reading(siglum, options)?.witness)
    }

    fn reading(self, siglum: Siglum, options: &ReadOptions) -> Result<Reading> {
        match self {
            Self::Text(text) => of_text(text, siglum, options),
            Self::File(path) => read::read(path, siglum, options),
        }
    }
}

/// The witnesses of texts that are compared: what is too short to tell its language is in that of the others.
pub(crate) fn witnesses(
    texts: impl IntoIterator<Item = (Source, Siglum)>,
    options: &ReadOptions,
) -> Result<Vec<Witness>> {
    let readings = texts
        .into_iter()
        .map(|(text, siglum)| text.reading(siglum, options));
    let mut readings = readings.collect::<Result<Vec<_>>>()?;
    read::agree(&mut readings);
    Ok(readings
        .into_iter()
        .map(|reading| reading.witness)
        .collect())
}

/// What is read of a text that needs neither decoding nor telling of what kind it is.
pub(crate) fn of_text(text: String, siglum: Siglum, options: &ReadOptions) -> Result<Reading> {
    let name = format!("text {siglum}");
    let options = ReadOptions {
        encoding: Some(Encoding::UTF_8),
        kind: Some(options.kind.unwrap_or(Kind::Text)),
        ..options.clone()
    };
    read::read_bytes(text.into_bytes(), &name, siglum, &options)
}

/// The short names of so many texts.
pub(crate) fn sigla(given: Option<Vec<String>>, count: usize) -> PyResult<Vec<Siglum>> {
    let Some(given) = given else {
        return Ok((0..count).map(Siglum::nth).collect());
    };
    if given.len() != count {
        return Err(crate::errors::wrong(format!(
            "sigla: {} for {count} texts; give one a text",
            given.len()
        )));
    }
    for (n, siglum) in given.iter().enumerate() {
        if siglum.trim().is_empty() || given[..n].contains(siglum) {
            return Err(crate::errors::wrong(format!(
                "sigla: {siglum:?} is empty or stands twice"
            )));
        }
    }
    Ok(given.into_iter().map(Siglum).collect())
}
