//! Bytes to a [`Witness`].
//!
//! ```
//! use enregard::read::{ReadOptions, read_bytes};
//! use enregard::witness::Siglum;
//!
//! let latin1 = b"L'\xE9t\xE9 fut court. L'automne aussi.".to_vec();
//! let reading = read_bytes(latin1, "summer.txt", Siglum::nth(0), &ReadOptions::default())?;
//! assert_eq!(reading.encoding.name(), "windows-1252");
//! assert!(reading.witness.text.starts_with("L'été"));
//! # Ok::<(), enregard::Error>(())
//! ```

mod decode;
mod encoding;
mod kind;
mod note;
mod recognise;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::language::Profile;
use crate::segment::{assumed_language, detect_language, segment};
use crate::witness::{Language, Level, Siglum, Witness};

pub use encoding::Encoding;
pub use note::Note;

/// The most bytes a text may have, in the file and decoded: what a [`Span`](crate::witness::Span) can index.
const LIMIT: usize = u32::MAX as usize;

/// How much of an input tells what kind of file it is; the names of the first parts of an office document stand in it.
const HEAD: usize = 64 * 1024;

/// How to read a witness.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// What the units are.
    pub level: Level,
    /// The language; `None` to recognise it.
    pub language: Option<Language>,
    /// The encoding; `None` to recognise UTF-8, UTF-16 with a byte order mark and Windows-1252.
    pub encoding: Option<Encoding>,
    /// Whether bytes that do not decode become U+FFFD instead of an error.
    pub lossy: bool,
}

/// A witness that was read, and what its reader should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The witness.
    pub witness: Witness,
    /// The encoding its bytes were in.
    pub encoding: Encoding,
    /// What was noticed, in the order in which it was.
    pub notes: Vec<Note>,
}

/// Reads the file at `path`.
///
/// # Errors
/// When there is no such file, it is a directory or cannot be read, and as [`read_from`].
pub fn read(path: impl AsRef<Path>, siglum: Siglum, options: &ReadOptions) -> Result<Reading> {
    let path = path.as_ref();
    let name = path.to_string_lossy();
    let failed = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => Error::NotFound {
            path: name.to_string(),
        },
        io::ErrorKind::IsADirectory => Error::Directory {
            path: name.to_string(),
        },
        _ => Error::Io {
            path: name.to_string(),
            source,
        },
    };
    let file = File::open(path).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(Error::Directory {
            path: name.to_string(),
        });
    }
    if metadata.len() > LIMIT as u64 {
        return Err(Error::TooLarge {
            path: name.to_string(),
        });
    }
    read_from(file, &name, siglum, options)
}

/// Reads a witness from `input` to its end; `path` is its name in messages and exports, `-` for standard input.
///
/// # Errors
/// When `input` cannot be read, and as [`read_bytes`]; a file that is no text is refused after its first 64 KiB.
pub fn read_from(
    mut input: impl Read,
    path: &str,
    siglum: Siglum,
    options: &ReadOptions,
) -> Result<Reading> {
    let failed = |source| Error::Io {
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    input
        .by_ref()
        .take(HEAD as u64)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    kind::check(&bytes, path, options.encoding)?;
    // One byte more than may be there shows that it is too long; in 64 bits, which hold that number everywhere.
    let rest = LIMIT as u64 + 1 - bytes.len() as u64;
    input.take(rest).read_to_end(&mut bytes).map_err(failed)?;
    witness(bytes, path, siglum, options)
}

/// Reads a witness from bytes; `path` is its name in messages and exports.
///
/// # Errors
/// When the bytes are no text, do not decode, or are longer than 4 GiB.
pub fn read_bytes(
    bytes: Vec<u8>,
    path: &str,
    siglum: Siglum,
    options: &ReadOptions,
) -> Result<Reading> {
    kind::check(&bytes[..bytes.len().min(HEAD)], path, options.encoding)?;
    witness(bytes, path, siglum, options)
}

/// The text of a file that is no witness, decoded as witnesses are.
pub(crate) fn decode_text(bytes: Vec<u8>, path: &str) -> Result<String> {
    kind::check_nul(&bytes, path, None)?;
    Ok(decode::decode(bytes, path, &ReadOptions::default())?.text)
}

fn witness(bytes: Vec<u8>, path: &str, siglum: Siglum, options: &ReadOptions) -> Result<Reading> {
    let too_large = || Error::TooLarge {
        path: path.to_owned(),
    };
    if bytes.len() > LIMIT {
        return Err(too_large());
    }
    kind::check_nul(&bytes, path, options.encoding)?;
    let sha256 = Sha256::digest(&bytes)
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 0xf])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect();
    let decode::Decoded {
        text,
        encoding,
        mut notes,
    } = decode::decode(bytes, path, options)?;
    if text.len() > LIMIT {
        return Err(too_large());
    }
    notes.extend(kind::markup(&text).map(Note::Markup));
    let language = match options.language.or_else(|| detect_language(&text)) {
        Some(language) => {
            if options.language.is_none() && Profile::known(language).is_none() {
                notes.push(Note::LanguageFound(language));
            }
            language
        }
        None => {
            let assumed = assumed_language(&text);
            notes.push(if text.is_empty() {
                Note::Empty
            } else if text.trim().is_empty() {
                Note::Blank
            } else {
                Note::LanguageAssumed(assumed)
            });
            assumed
        }
    };
    let parts = segment(&text, language, options.level);
    if parts.unmarked > 0 {
        notes.push(Note::Unmarked(parts.unmarked));
    }
    Ok(Reading {
        witness: Witness {
            siglum,
            path: path.to_owned(),
            language,
            sha256,
            text,
            level: options.level,
            paragraphs: parts.paragraphs,
            sentences: parts.sentences,
            clauses: parts.clauses,
            tokens: parts.tokens,
        },
        encoding,
        notes,
    })
}
