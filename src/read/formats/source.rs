//! The file that a reader reads: what it is called in messages, and how much of it is unpacked.

use std::fmt::Display;

use crate::error::{Error, Size};
use crate::read::ReadOptions;

/// The most that is unpacked out of one file, in bytes: a Bible in a word processor's XML has 40 MB, and what takes more
/// than ten times that is no text but a trap.
const MOST_UNPACKED: u64 = 512 << 20;

/// A file to read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    /// The file, as the user named it.
    pub(super) path: &'a str,
    /// What it is, with its article.
    pub(super) what: &'static str,
    pub(super) options: &'a ReadOptions,
}

impl Source<'_> {
    /// The most bytes that are unpacked out of it.
    pub(super) fn most_unpacked(&self) -> u64 {
        self.options.max_size.min(MOST_UNPACKED)
    }

    /// That it cannot be read.
    pub(super) fn unread(&self, why: impl Into<String>) -> Error {
        Error::Unread {
            path: self.path.to_owned(),
            kind: self.what,
            why: why.into(),
        }
    }

    /// That it is damaged in its part `part`, which may be the whole (an empty name).
    pub(super) fn damaged(&self, part: &str, why: impl Display) -> Error {
        let part = if part.is_empty() { "it" } else { part };
        self.unread(format!(
            "{part} is damaged ({why}); get the file anew, or open it with its program and save it again"
        ))
    }

    /// That it unpacks to more than is read.
    pub(super) fn swollen(&self) -> Error {
        self.unread(format!(
            "it unpacks to more than {}, as no text does",
            Size(self.most_unpacked())
        ))
    }
}
