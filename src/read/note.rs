//! What the reader of a witness should know, though it is no error.

use std::fmt;

use super::Encoding;
use crate::language::Profile;
use crate::segment::{Segmentation, language_name};
use crate::witness::{Language, Span};

/// Something noticed while a witness was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// There is not one byte.
    Empty,
    /// There is nothing but white space.
    Blank,
    /// The bytes are not UTF-8, and were taken for this encoding.
    EncodingRecognised(Encoding),
    /// The byte order mark says another encoding than the one named, and was believed.
    ByteOrderMark {
        /// What the mark says.
        mark: Encoding,
        /// What was named.
        named: Encoding,
    },
    /// The bytes are UTF-8, with characters beyond ASCII, but were read as the encoding named.
    Utf8Overruled(Encoding),
    /// The text is marked up, in this language; the marks were taken for text.
    Markup(&'static str),
    /// Places that did not decode became U+FFFD.
    Replaced {
        /// How many U+FFFD were put in.
        count: usize,
        /// The line of the first, from 1.
        line: usize,
        /// The encoding they are no text in.
        encoding: Encoding,
    },
    /// The text is too short, or too mixed, to tell its language; this one was taken, or none.
    LanguageAssumed(Language),
    /// The text has hardly a mark of punctuation, and was cut by its words.
    Unmarked,
    /// Some paragraphs have hardly a mark of punctuation, and were cut by their words.
    UnmarkedParagraphs {
        /// How many.
        count: usize,
        /// Of so many.
        all: usize,
        /// Which is the first of them, from 1.
        first: usize,
    },
    /// The file says another language than the one that its text is in, which is taken.
    LanguageOverruled {
        /// What the file says.
        said: Language,
        /// What the text is in.
        found: Language,
    },
    /// The document has tracked changes, which are taken as accepted.
    TrackedAccepted,
    /// The document has tracked changes, which are left out.
    TrackedOriginal,
    /// Several columns of the file hold text, and all of them are read, row by row.
    AllColumns,
    /// The file holds a text and what it was translated into, which is read.
    Target,
    /// No passage is numbered as it was said.
    Unnumbered,
    /// The text is in this language, of which little is known here.
    LanguageFound(Language),
}

/// A text with so much of it, by length, in paragraphs without marks has none as a whole: what else there is are titles.
const NEARLY_ALL: f64 = 0.9;

impl Note {
    /// What is to be said of paragraphs without marks.
    pub(super) fn unmarked(parts: &Segmentation) -> Option<Self> {
        let first = *parts.unmarked.first()? as usize + 1;
        let length = |spans: &mut dyn Iterator<Item = &Span>| spans.map(|span| span.len()).sum();
        let all: usize = length(&mut parts.paragraphs.iter());
        let of_index = |&index: &u32| parts.paragraphs.get(index as usize);
        let without: usize = length(&mut parts.unmarked.iter().filter_map(of_index));
        Some(match without as f64 >= NEARLY_ALL * all as f64 {
            true => Self::Unmarked,
            false => Self::UnmarkedParagraphs {
                count: parts.unmarked.len(),
                all: parts.paragraphs.len(),
                first,
            },
        })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::Blank => f.write_str("holds nothing but white space"),
            Self::EncodingRecognised(encoding) => write!(
                f,
                "is not UTF-8; read as {encoding} (--encoding names another)"
            ),
            Self::ByteOrderMark { mark, named } => write!(
                f,
                "begins with the byte order mark of {mark}; read as that, not as {named}"
            ),
            Self::Utf8Overruled(named) => write!(
                f,
                "looks like UTF-8, but was read as {named}, as --encoding says"
            ),
            Self::Markup(language) => write!(
                f,
                "is {language}; its tags are compared as text (for the text alone: pandoc --to plain --wrap none FILE -o FILE.txt)"
            ),
            Self::Replaced {
                count: 1,
                line,
                encoding,
            } => write!(
                f,
                "1 place is not {encoding} and became U+FFFD, in line {line}"
            ),
            Self::Replaced {
                count,
                line,
                encoding,
            } => write!(
                f,
                "{count} places are not {encoding} and became U+FFFD, the first in line {line}"
            ),
            Self::LanguageOverruled { said, found } => write!(
                f,
                "says that it is in {}, but is in {} (--lang names another)",
                language_name(*said),
                language_name(*found)
            ),
            Self::TrackedAccepted => f.write_str(
                "has tracked changes, which are taken as accepted (--tracked original leaves them out)",
            ),
            Self::TrackedOriginal => {
                f.write_str("has tracked changes, which are left out, as --tracked says")
            }
            Self::AllColumns => f.write_str(
                "has several columns of text, which are all read, row by row (FILE#NAME reads one; a file alone is compared column with column)",
            ),
            Self::Target => f.write_str(
                "is a translation, of which the target is read (FILE#source reads the other; a file alone is compared part with part)",
            ),
            Self::Unnumbered => f.write_str(
                "has no passage that is numbered as --refs says, and is compared with all that stands in it",
            ),
            Self::LanguageAssumed(Language::UNKNOWN) => f.write_str(
                "its language is not certain; read by rules that hold anywhere (--lang names one)",
            ),
            Self::Unmarked => f.write_str(
                "is written without sentence marks; its units are cut where the other text ends its sentences, or clauses seem to begin",
            ),
            Self::UnmarkedParagraphs {
                count: 1,
                all,
                first,
            } => write!(
                f,
                "has hardly a sentence mark in paragraph {first} of {all}, whose units are cut where clauses seem to begin"
            ),
            Self::UnmarkedParagraphs { count, all, first } => write!(
                f,
                "has hardly a sentence mark in {count} of {all} paragraphs, the first of them paragraph {first}; their units are cut where clauses seem to begin"
            ),
            Self::LanguageFound(language) => match Profile::of(*language).name() {
                Some(name) => write!(
                    f,
                    "is in {name} ({language}), of which little is known here (--lang names another)"
                ),
                None => write!(
                    f,
                    "is in {} ({language}); read by rules that hold anywhere (--lang names another)",
                    language_name(*language)
                ),
            },
            Self::LanguageAssumed(language) => write!(
                f,
                "its language is not certain; read as {} (--lang names another)",
                language_name(*language)
            ),
        }
    }
}
