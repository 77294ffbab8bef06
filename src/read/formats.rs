//! The kinds of files that are more than plain text: each has a reader, which makes a [`Document`] of it.

mod declared;
mod docx;
mod gzip;
mod package;
mod source;
mod xml;

use super::document::Document;
use super::{Encoding, Kind, ReadOptions};
use crate::error::Result;
use source::Source;

/// The text of a file that is no plain text, and the encoding it was in.
pub(super) fn read(
    kind: Kind,
    bytes: &[u8],
    path: &str,
    options: &ReadOptions,
) -> Result<(Document, Encoding)> {
    let source = Source {
        path,
        what: kind.what(),
        options,
    };
    match kind {
        Kind::Docx => Ok((docx::read(bytes, source)?, Encoding::UTF_8)),
        Kind::Text => Err(source.unread("it has no parts")),
    }
}

/// What a file holds that gzip has compressed.
pub(super) fn unpack(bytes: &[u8], path: &str, options: &ReadOptions) -> Result<Vec<u8>> {
    let source = Source {
        path,
        what: "compressed by gzip",
        options,
    };
    gzip::unpack(bytes, source)
}
