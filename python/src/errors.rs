//! Errors of the library as exceptions, in the same words.

use pyo3::PyErr;
use pyo3::create_exception;
use pyo3::exceptions::{PyFileNotFoundError, PyIsADirectoryError, PyOSError, PyValueError};

create_exception!(
    enregard,
    EnregardError,
    PyValueError,
    "A text or a table that cannot be read or compared; the message names the file, the place and the remedy."
);

/// An error of the library. Files that are not there or cannot be read raise what `open` raises.
pub(crate) fn raised(error: enregard::Error) -> PyErr {
    let message = error.to_string();
    match error {
        enregard::Error::NotFound { .. } => PyFileNotFoundError::new_err(message),
        enregard::Error::Directory { .. } => PyIsADirectoryError::new_err(message),
        enregard::Error::Io { source, .. } => PyOSError::new_err(format!("{message}: {source}")),
        _ => EnregardError::new_err(message),
    }
}

/// What is wrong with an argument.
pub(crate) fn wrong(message: impl Into<String>) -> PyErr {
    EnregardError::new_err(message.into())
}
