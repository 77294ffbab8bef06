//! What can go wrong in the library: each message names the file, the place and the remedy.

use std::fmt;
use std::io;

use crate::visible;

/// An error of the library.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A file could not be read.
    Io {
        /// The file, as the user named it.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// There is no such file.
    NotFound {
        /// The file, as the user named it.
        path: String,
    },
    /// A folder stands where a file is needed.
    Directory {
        /// The folder, as the user named it.
        path: String,
    },
    /// The file is of a kind that holds more than text.
    NotText {
        /// The file, as the user named it.
        path: String,
        /// What it is, with its article: `a PDF document`.
        kind: &'static str,
        /// How to get its text.
        advice: &'static str,
    },
    /// The file holds a NUL, which no text does.
    Binary {
        /// The file, as the user named it.
        path: String,
        /// Where the first one stands.
        place: Place,
    },
    /// UTF-16, but nothing in the file says so.
    BareUtf16 {
        /// The file, as the user named it.
        path: String,
        /// The name of its encoding, with its order of bytes.
        encoding: &'static str,
    },
    /// Bytes that are no text in the encoding.
    Undecodable {
        /// The file, as the user named it.
        path: String,
        /// The first byte that does not decode.
        place: Place,
        /// Its value.
        byte: u8,
        /// The encoding that was tried.
        encoding: &'static str,
        /// What the encoding perhaps is, when the bytes tell.
        hint: Option<String>,
    },
    /// A file of a kind that is read cannot be: it is damaged or encrypted, is more than is unpacked, or has no such part.
    Unread {
        /// The file, as the user named it.
        path: String,
        /// What it is, with its article: `a Word document (.docx)`.
        kind: &'static str,
        /// What is the matter, where, and what to do about it.
        why: String,
    },
    /// The file, or its text, is longer than what is read.
    TooLarge {
        /// The file, as the user named it.
        path: String,
        /// The most bytes that are read.
        limit: u64,
    },
    /// No encoding has this name.
    UnknownEncoding {
        /// The name that was given.
        label: String,
    },
    /// An example does not say how passages are numbered.
    Numbering {
        /// The example.
        example: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A selector of elements is not written as one.
    Selector {
        /// The selector.
        selector: String,
    },
    /// Two witnesses were not read at the same level.
    Levels {
        /// Their sigla.
        witnesses: [String; 2],
        /// The name of the level of each.
        levels: [&'static str; 2],
    },
    /// The base is none of the witnesses, or there are too few of them.
    Base {
        /// The place that was given for the base, from 0.
        base: usize,
        /// How many witnesses there are.
        count: usize,
    },
    /// Units cannot be pinned as they were to be.
    Pins {
        /// The witness of the units.
        witness: String,
        /// What is wrong with them; units are counted from 0.
        why: String,
    },
    /// A file that another program, or a person, may have written does not hold what it should.
    Malformed {
        /// Where in the file: a path of keys, or a line and column.
        place: String,
        /// What is wrong there, and what to do where that is not plain.
        message: String,
    },
    /// A corrected table was made from other texts than those it is applied to.
    OtherText {
        /// How that is seen.
        why: String,
        /// Which rows hold all the same.
        hold: String,
        /// What became of the others.
        gone: Vec<String>,
    },
    /// A corrected table says what cannot be meant.
    Corrections {
        /// What and where, and what to do about it, in the order of the rows.
        problems: Vec<String>,
        /// What may be behind several of them.
        hint: Option<&'static str>,
    },
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, .. } => write!(f, "{}: cannot be read", Name(path)),
            Self::NotFound { path } => write!(f, "{}: no such file", Name(path)),
            Self::Directory { path } => {
                write!(f, "{}: is a directory; name a text file in it", Name(path))
            }
            Self::NotText { path, kind, advice } => {
                write!(f, "{}: is {kind}, not plain text; {advice}", Name(path))
            }
            Self::Binary { path, place } => write!(
                f,
                "{}: is binary, not text: NUL at {place}; if it is text all the same, remove them: tr -d '\\000' < FILE > NEW",
                Name(path)
            ),
            Self::BareUtf16 { path, encoding } => write!(
                f,
                "{}: is UTF-16 without a byte order mark; read it with --encoding {encoding}",
                Name(path)
            ),
            Self::Undecodable {
                path,
                place,
                byte,
                encoding,
                hint,
            } => {
                write!(
                    f,
                    "{}: {place}: byte 0x{byte:02X} is not {encoding}; name the encoding with --encoding",
                    Name(path)
                )?;
                if let Some(hint) = hint {
                    write!(f, " (perhaps {hint})")?;
                }
                f.write_str(", or replace what does not decode by U+FFFD with --lossy")
            }
            Self::Unread { path, kind, why } => write!(f, "{}: is {kind}, but {why}", Name(path)),
            Self::TooLarge { path, limit } => write!(
                f,
                "{}: is longer than {}; allow more with --max-size (4 GiB at most), or split it, with the other rendering, at the same places",
                Name(path),
                Size(*limit)
            ),
            Self::UnknownEncoding { label } => write!(
                f,
                "no encoding is called `{0}`; known are the names of the WHATWG, such as utf-8, utf-16le, windows-1252, iso-8859-15 (latin9), macintosh (macroman), windows-1250, koi8-r, shift_jis; convert others first: iconv -f {0} -t UTF-8 FILE > NEW",
                visible::name(label)
            ),
            Self::Numbering { example, why } => write!(
                f,
                "`{}` {why}; write a number as it stands in the text: 12, [12], 5:12, § 4, 'Art. 5'",
                visible::name(example)
            ),
            Self::Selector { selector } => write!(
                f,
                "`{}` is no selector; write the name of an element, what its attributes are, a path: body, 'div[@type=chapter]', '#intro', div/lg/l, body//p",
                visible::name(selector)
            ),
            Self::Levels {
                witnesses: [a, b],
                levels: [first, second],
            } => write!(
                f,
                "the units of {a} are of the level {first}, those of {b} of the level {second}; read both at one level"
            ),
            Self::Base { count: 0, .. } => f.write_str("there is no text; two are needed at least"),
            Self::Base { count: 1, .. } => {
                f.write_str("there is one text only; two are needed at least")
            }
            Self::Base { base, count } => write!(
                f,
                "there are {count} texts, and that at {base} (from 0) is to be the base"
            ),
            Self::Pins { witness, why } => write!(f, "pins of {witness}: {why}"),
            Self::Malformed { place, message } => write!(f, "{place}: {message}"),
            Self::OtherText { why, hold, gone } => write!(
                f,
                "{why}; {hold}{}\n  apply the table to the files it was made from, or compare these anew and carry the corrections over",
                List(gone)
            ),
            Self::Corrections { problems, hint } => write!(
                f,
                "nothing was written; {} to be mended first:{}{}",
                things(problems.len()),
                List(problems),
                List(hint.map(str::to_owned).as_slice())
            ),
        }
    }
}

impl Error {
    /// [`Error::Malformed`] at this place.
    pub(crate) fn malformed(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Malformed {
            place: place.into(),
            message: message.into(),
        }
    }

    /// The same, where what is malformed is one of several: its place is in `whole`.
    pub(crate) fn inside(self, whole: &str) -> Self {
        match self {
            Self::Malformed { place, message } => {
                Self::malformed(format!("{whole}: {place}"), message)
            }
            other => other,
        }
    }
}

/// The result of the library's fallible functions.
pub type Result<T> = std::result::Result<T, Error>;

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Bytes before it in the file.
    pub offset: usize,
    /// Its line, from 1; lines end at LF, CR LF or CR.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, byte offset {}", self.line, self.offset)
    }
}

/// The name of an input in messages.
struct Name<'a>(&'a str);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self.0 {
            "-" => "standard input".into(),
            path => visible::name(path),
        })
    }
}

/// A number of bytes as people say it, rounded down: `4 GiB`.
pub(crate) struct Size(pub(crate) u64);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = ["bytes", "KiB", "MiB", "GiB"];
        // What falls short of a unit by no more than a byte in a million is that unit.
        let unit = (1..units.len())
            .rev()
            .find(|&unit| self.0 + (self.0 >> 20) + 1 >= 1 << (10 * unit))
            .unwrap_or(0);
        let whole = (self.0 as f64 / f64::from(1 << (10 * unit))).round();
        write!(f, "{whole} {}", units[unit])
    }
}

/// Lines below a message.
struct List<'a>(&'a [String]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| write!(f, "\n  {line}"))
    }
}

fn things(count: usize) -> String {
    match count {
        1 => "one thing is".to_owned(),
        count => format!("{count} things are"),
    }
}
