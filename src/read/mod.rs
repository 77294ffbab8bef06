//! Bytes to a [`Witness`].

use std::fs;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::segment::{detect_language, segment};
use crate::witness::{Language, Level, Siglum, Witness};

/// How to read a witness.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// What the units are.
    pub level: Level,
    /// The language; `None` to recognise it.
    pub language: Option<Language>,
}

/// Reads the file at `path`.
///
/// # Errors
/// When the file cannot be read.
pub fn read(path: &str, siglum: Siglum, options: &ReadOptions) -> Result<Witness> {
    let bytes = fs::read(path).map_err(|source| Error::Io {
        path: path.to_owned(),
        source,
    })?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let language = options
        .language
        .or_else(|| detect_language(&text))
        .unwrap_or_default();
    let parts = segment(&text, language, options.level);
    Ok(Witness {
        siglum,
        path: path.to_owned(),
        language,
        sha256: Sha256::digest(&bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect(),
        text,
        level: options.level,
        paragraphs: parts.paragraphs,
        sentences: parts.sentences,
        clauses: parts.clauses,
        tokens: parts.tokens,
    })
}
