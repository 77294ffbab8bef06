//! How a file is read.

use super::{Encoding, Kind, Selector};
use crate::error::Error;
use crate::segment::Numbering;
use crate::witness::{Language, Level};

/// The most bytes a text may have, in the file and decoded: what a [`Span`](crate::witness::Span) can index.
const LIMIT: usize = u32::MAX as usize;

/// Which of the changes that a document tracks hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tracked {
    /// All: the text as it is to be.
    #[default]
    Accepted,
    /// None: the text as it was.
    Original,
}

/// How to read a witness.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// What the units are.
    pub level: Level,
    /// The language; `None` to recognise it.
    pub language: Option<Language>,
    /// The encoding; `None` to recognise UTF-8, UTF-16 with a byte order mark and Windows-1252.
    pub encoding: Option<Encoding>,
    /// Whether bytes that do not decode become U+FFFD instead of an error.
    pub lossy: bool,
    /// The kind of file; `None` to tell it by its content, else by its name. Without the feature `documents` plain text alone is read.
    pub kind: Option<Kind>,
    /// The part of the file that is read, where it has several: a column by its name, letter or number, a language, a field. `None`
    /// for what is usual; [`read`](super::read) takes it from the name of the file, `texts.csv#fr`.
    pub part: Option<String>,
    /// Which of the changes that a document tracks hold.
    pub tracked: Tracked,
    /// How passages are numbered by numbers in the text, those of larger parts first: these become labels, and are not compared.
    pub refs: Vec<Numbering>,
    /// Which elements of a file in XML or HTML are read; none for all of its text.
    pub select: Vec<Selector>,
    /// The most bytes that a file may have, and its text; at most 4 GiB. Of an archive no more is unpacked than that, nor more
    /// than 512 MiB.
    pub max_size: u64,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            level: Level::default(),
            language: None,
            encoding: None,
            lossy: false,
            kind: None,
            part: None,
            tracked: Tracked::default(),
            refs: Vec::new(),
            select: Vec::new(),
            max_size: LIMIT as u64,
        }
    }
}

impl ReadOptions {
    /// The most bytes that are read.
    pub(super) fn limit(&self) -> u64 {
        self.max_size.min(LIMIT as u64)
    }

    /// That a file has more.
    pub(super) fn too_large(&self, path: &str) -> Error {
        Error::TooLarge {
            path: path.to_owned(),
            limit: self.limit(),
        }
    }
}
