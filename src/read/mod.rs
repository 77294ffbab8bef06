//! Bytes to a [`Witness`]: what kind of file they are, the text that people read in it, and how that is divided.
//!
//! A reader of a kind of file makes a document of it; nothing below knows that there are kinds.
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

mod agreed;
mod decode;
mod detect;
mod document;
mod encoding;
#[cfg(feature = "documents")]
mod formats;
mod kind;
mod magic;
mod note;
mod options;
mod part;
mod recognise;
mod select;

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::language::Profile;
use crate::segment::{
    Numbered, Told, detect_language, numbered, segment_paragraphs, told_language,
};
use crate::witness::{Language, Siglum, Witness};

use document::Document;

pub use agreed::agree;
pub(crate) use agreed::{SHORT, share_half};
pub use encoding::Encoding;
pub use kind::Kind;
pub use note::Note;
pub use options::{ReadOptions, Tracked};
pub use part::{Part, file_and_part};
pub use select::Selector;

pub use crate::segment::Numbering;

/// A text with so many bytes is in the language that it is recognised to be in, whatever its file says.
const CERTAIN: usize = 300;

/// How much of an input tells that it is no text.
const HEAD: usize = 64 * 1024;

/// A witness that was read, and what its reader should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The witness.
    pub witness: Witness,
    /// The encoding its bytes were in.
    pub encoding: Encoding,
    /// Whether its language was recognised by its words alone: nobody named it, nor did its file.
    pub recognised: bool,
    /// What was noticed, in the order in which it was.
    pub notes: Vec<Note>,
    /// The part of its file that it is, where one was named.
    pub part: Option<String>,
    /// Words, each with the normal form that the file gives it, if it gives any: words of one form are the same to it.
    pub forms: Vec<(String, String)>,
}

/// Reads the file at `path`, or the part of it that stands behind a `#`.
///
/// # Errors
/// When there is no such file, it is a directory or cannot be read, and as [`read_from`].
pub fn read(path: impl AsRef<Path>, siglum: Siglum, options: &ReadOptions) -> Result<Reading> {
    let name = path.as_ref().to_string_lossy();
    let (file, options) = opened(path.as_ref(), options)?;
    read_from(file, &name, siglum, &options)
}

/// Reads the file at `path`, as [`read`], if its text is `wanted`: that is asked before the text is cut into units, which is most
/// of the work.
///
/// # Errors
/// As [`read`].
pub fn read_wanted(
    path: impl AsRef<Path>,
    siglum: Siglum,
    options: &ReadOptions,
    wanted: impl FnOnce(&str) -> bool,
) -> Result<Option<Reading>> {
    let name = path.as_ref().to_string_lossy();
    let (file, options) = opened(path.as_ref(), options)?;
    let decoded = decoded(bytes(file, &name, &options)?, &name, &options)?;
    let reading = wanted(&decoded.document.text).then(|| witness(decoded, &name, siglum, &options));
    Ok(reading)
}

/// The parts of the file at `path` that hold text; of one part of it, that alone. None where the file has no parts.
///
/// # Errors
/// As [`read`].
pub fn parts(path: impl AsRef<Path>, options: &ReadOptions) -> Result<Vec<Part>> {
    let (name, _) = file_and_part(path.as_ref());
    let name = name.to_string_lossy();
    let (kind, bytes, options) = whole(path.as_ref(), &name, options)?;
    parts_of(kind, bytes, &name, &options)
}

/// The parts of a file whose bytes these are, as [`parts`]; `path` is its name in messages.
///
/// # Errors
/// As [`read_bytes`].
pub fn parts_of_bytes(bytes: Vec<u8>, path: &str, options: &ReadOptions) -> Result<Vec<Part>> {
    let (kind, bytes) = unpacked(bytes, path, options)?;
    parts_of(kind, bytes, path, options)
}

#[cfg(feature = "documents")]
fn parts_of(kind: Kind, bytes: Vec<u8>, name: &str, options: &ReadOptions) -> Result<Vec<Part>> {
    formats::parts(kind, bytes, name, options)
}

#[cfg(not(feature = "documents"))]
fn parts_of(_: Kind, _: Vec<u8>, _: &str, _: &ReadOptions) -> Result<Vec<Part>> {
    Ok(Vec::new())
}

/// The kind of the file at `path`: that of `options`, or else what its content tells, or its name.
///
/// # Errors
/// As [`read`].
pub fn kind(path: impl AsRef<Path>, options: &ReadOptions) -> Result<Kind> {
    let name = path.as_ref().to_string_lossy();
    Ok(whole(path.as_ref(), &name, options)?.0)
}

/// A file, unpacked, its kind, and how it is read.
fn whole<'o>(
    path: &Path,
    name: &str,
    options: &'o ReadOptions,
) -> Result<(Kind, Vec<u8>, Cow<'o, ReadOptions>)> {
    let (file, options) = opened(path, options)?;
    let bytes = bytes(file, name, &options)?;
    if bytes.len() as u64 > options.limit() {
        return Err(options.too_large(name));
    }
    let (kind, bytes) = unpacked(bytes, name, &options)?;
    Ok((kind, bytes, options))
}

/// A file, opened, and how it is read: with its part, if the name names one.
fn opened<'o>(path: &Path, options: &'o ReadOptions) -> Result<(File, Cow<'o, ReadOptions>)> {
    let name = path.to_string_lossy();
    let (file, part) = file_and_part(path);
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
    let file = File::open(file).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(Error::Directory {
            path: name.to_string(),
        });
    }
    if metadata.len() > options.limit() {
        return Err(options.too_large(&name));
    }
    let options = match part {
        None => Cow::Borrowed(options),
        part => Cow::Owned(ReadOptions {
            part,
            ..options.clone()
        }),
    };
    Ok((file, options))
}

/// Reads a witness from `input` to its end; `path` is its name in messages and exports, `-` for standard input.
///
/// # Errors
/// When `input` cannot be read, and as [`read_bytes`]; most files that are no text are refused after their first 64 KiB.
pub fn read_from(
    input: impl Read,
    path: &str,
    siglum: Siglum,
    options: &ReadOptions,
) -> Result<Reading> {
    read_bytes(bytes(input, path, options)?, path, siglum, options)
}

/// The bytes of `input`, no more of them than one beyond what is read.
fn bytes(mut input: impl Read, path: &str, options: &ReadOptions) -> Result<Vec<u8>> {
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
    if magic::of(&bytes).is_none() {
        magic::check_nul(&bytes, path, options.encoding)?;
    }
    if !magic::needs_all(&bytes) {
        magic::check(&bytes, path)?;
    }
    // One byte more than may be there shows that it is too long; in 64 bits, which hold that number everywhere.
    let rest = (options.limit() + 1).saturating_sub(bytes.len() as u64);
    input.take(rest).read_to_end(&mut bytes).map_err(failed)?;
    // Most of them become the text itself, which is kept.
    bytes.shrink_to_fit();
    Ok(bytes)
}

/// Reads a witness from bytes; `path` is its name in messages and exports.
///
/// # Errors
/// When the bytes are of a kind whose text is not read, are damaged, do not decode, or are longer than is read.
pub fn read_bytes(
    bytes: Vec<u8>,
    path: &str,
    siglum: Siglum,
    options: &ReadOptions,
) -> Result<Reading> {
    let decoded = decoded(bytes, path, options)?;
    Ok(witness(decoded, path, siglum, options))
}

/// What bytes are, before it is cut into units.
struct Decoded {
    document: Document,
    encoding: Encoding,
    /// Of the bytes, as [`Witness::sha256`].
    sha256: String,
}

fn decoded(bytes: Vec<u8>, path: &str, options: &ReadOptions) -> Result<Decoded> {
    if bytes.len() as u64 > options.limit() {
        return Err(options.too_large(path));
    }
    let sha256 = Sha256::digest(&bytes)
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 0xf])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect();
    let (document, encoding) = document(bytes, path, options)?;
    if document.text.len() as u64 > options.limit() {
        return Err(options.too_large(path));
    }
    Ok(Decoded {
        document,
        encoding,
        sha256,
    })
}

/// The text of a file that is no witness, decoded as witnesses are.
pub(crate) fn decode_text(bytes: Vec<u8>, path: &str) -> Result<String> {
    magic::check_nul(&bytes, path, None)?;
    Ok(decode::decode(bytes, path, &ReadOptions::default())?.text)
}

/// The text of a file, and the encoding it was in.
fn document(bytes: Vec<u8>, path: &str, options: &ReadOptions) -> Result<(Document, Encoding)> {
    let (kind, bytes) = unpacked(bytes, path, options)?;
    if !options.select.is_empty() && !kind.has_elements() {
        return Err(Error::Unread {
            path: path.to_owned(),
            kind: kind.what(),
            why: "it has no elements to select: leave out --select, or say it of other files (--select B=body)"
                .to_owned(),
        });
    }
    match kind {
        Kind::Text => text(bytes, path, options),
        #[cfg(feature = "documents")]
        kind => formats::read(kind, bytes, path, options),
        #[cfg(not(feature = "documents"))]
        kind => Err(Error::Unread {
            path: path.to_owned(),
            kind: kind.what(),
            why: "this program was built to read plain text alone".to_owned(),
        }),
    }
}

/// What kind of file bytes are, and what they are where they are compressed.
fn unpacked(bytes: Vec<u8>, path: &str, options: &ReadOptions) -> Result<(Kind, Vec<u8>)> {
    let file = match &options.part {
        Some(part) => path
            .strip_suffix(part.as_str())
            .and_then(|p| p.strip_suffix('#')),
        None => None,
    };
    let file = file.unwrap_or(path);
    let (bytes, name) = match magic::is_unpacked(&bytes) {
        #[cfg(feature = "documents")]
        true => {
            let inner = file.strip_suffix(".gz").unwrap_or(file);
            (formats::unpack(&bytes, path, options)?, inner)
        }
        _ => (bytes, file),
    };
    magic::check(&bytes, path)?;
    let kind = options.kind.unwrap_or_else(|| detect::kind(&bytes, name));
    Ok(match (kind, &options.part) {
        // What has a column is a table, whatever it is called.
        (Kind::Text, Some(_)) => (Kind::Csv, bytes),
        (kind, _) => (kind, bytes),
    })
}

/// Plain text: all that is in the file.
fn text(bytes: Vec<u8>, path: &str, options: &ReadOptions) -> Result<(Document, Encoding)> {
    magic::check_nul(&bytes, path, options.encoding)?;
    let decode::Decoded {
        text,
        encoding,
        mut notes,
    } = decode::decode(bytes, path, options)?;
    notes.extend(detect::markup(&text).map(Note::Markup));
    let document = Document {
        text,
        notes,
        ..Document::default()
    };
    Ok((document, encoding))
}

/// Whether a code is that of no language: undetermined, several, none, one without a code.
fn says_nothing(code: Language) -> bool {
    ["und", "mul", "zxx", "mis"].contains(&code.code())
}

/// Cuts a text into units and tokens.
fn witness(decoded: Decoded, path: &str, siglum: Siglum, options: &ReadOptions) -> Reading {
    let Decoded {
        document,
        encoding,
        sha256,
    } = decoded;
    let Document {
        text,
        paragraphs: structure,
        mut labels,
        forms,
        language: named,
        mut notes,
    } = document;
    // Of no interest where one is given.
    let named = named.filter(|said| options.language.is_none() && !says_nothing(*said));
    let named = named.map(|said| match detect_language(&text) {
        // What programs write there is what they are set to, whatever the text.
        Some(found) if found != said && text.len() >= CERTAIN => {
            notes.push(Note::LanguageOverruled { said, found });
            found
        }
        _ => said,
    });
    let named = options.language.or(named);
    let language = match named.map_or_else(|| told_language(&text), Told::Certain) {
        Told::Certain(language) => {
            if named.is_none() && Profile::known(language).is_none() {
                notes.push(Note::LanguageFound(language));
            }
            language
        }
        Told::Assumed(assumed) => {
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
    let Numbered { refs, labels: own } = numbered(&text, &options.refs, language);
    if refs.is_empty() && !options.refs.is_empty() {
        notes.push(Note::Unnumbered);
    }
    labels.extend(own);
    let parts = segment_paragraphs(&text, &structure, &refs, language, options.level);
    notes.extend(Note::unmarked(&parts));
    Reading {
        witness: Witness {
            siglum,
            path: path.to_owned(),
            language,
            sha256,
            text,
            level: options.level,
            paragraphs: parts.paragraphs,
            structure,
            labels: labels.into(),
            sentences: parts.sentences,
            clauses: parts.clauses,
            tokens: parts.tokens,
            unmarked: parts.unmarked,
        },
        encoding,
        // Passages that are looked for by their numbers are looked for by the rules of the language.
        recognised: named.is_none() && options.refs.is_empty(),
        forms,
        notes,
        part: options.part.clone(),
    }
}
