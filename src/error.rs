//! What can go wrong in the library: each message names the file, the place and the remedy.

use std::io;

/// An error of the library.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file could not be read.
    #[error("{path}: {source}")]
    Io {
        /// The file, as the user named it.
        path: String,
        /// What the system said.
        source: io::Error,
    },
}

/// The result of the library's fallible functions.
pub type Result<T> = std::result::Result<T, Error>;
