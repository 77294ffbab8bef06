//! The texts that are compared: strings as they are, paths to be read.

use std::path::PathBuf;

use enregard::read::{self, Encoding, Kind, ReadOptions};
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
        match self {
            Self::Text(text) => of_text(text, siglum, options),
            Self::File(path) => Ok(read::read(path, siglum, options)?.witness),
        }
    }
}

/// A witness of a text that needs neither decoding nor telling of what kind it is.
pub(crate) fn of_text(text: String, siglum: Siglum, options: &ReadOptions) -> Result<Witness> {
    let name = format!("text {siglum}");
    let options = ReadOptions {
        encoding: Some(Encoding::UTF_8),
        kind: Some(options.kind.unwrap_or(Kind::Text)),
        ..options.clone()
    };
    Ok(read::read_bytes(text.into_bytes(), &name, siglum, &options)?.witness)
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
