//! The kinds of files that are more than plain text: each has a reader, which makes a [`Document`] of it.

mod blocks;
mod declared;
mod docx;
mod epub;
mod flow;
mod gzip;
mod html;
mod markdown;
mod package;
mod source;
mod subtitles;
mod tags;
mod tei;
mod xml;

use super::decode::{Decoded, decode};
use super::document::Document;
use super::{Encoding, Kind, ReadOptions, magic};
use crate::error::Result;
use source::Source;

/// The text of a file that is no plain text, and the encoding it was in.
pub(super) fn read(
    kind: Kind,
    bytes: Vec<u8>,
    path: &str,
    options: &ReadOptions,
) -> Result<(Document, Encoding)> {
    let source = Source {
        path,
        what: kind.what(),
        options,
    };
    match kind {
        Kind::Docx => Ok((docx::read(&bytes, source)?, Encoding::UTF_8)),
        Kind::Html => {
            let decoded = decoded(bytes, declared::in_html, source)?;
            Ok(with_notes(html::read(&decoded.text, source)?, decoded))
        }
        Kind::Epub => Ok((epub::read(&bytes, source)?, Encoding::UTF_8)),
        Kind::Markdown => {
            let decoded = decoded(bytes, |_| None, source)?;
            Ok(with_notes(markdown::read(&decoded.text), decoded))
        }
        Kind::Srt | Kind::Vtt => {
            let decoded = decoded(bytes, |_| None, source)?;
            Ok(with_notes(subtitles::read(&decoded.text), decoded))
        }
        Kind::Tei => {
            let decoded = decoded(bytes, declared::in_xml, source)?;
            Ok(with_notes(tei::read(&decoded.text, source)?, decoded))
        }
        Kind::Text => Err(source.unread("it has no parts")),
    }
}

/// Text that may say itself what encoding it is in.
fn decoded(
    bytes: Vec<u8>,
    declared: fn(&[u8]) -> Option<Encoding>,
    source: Source<'_>,
) -> Result<Decoded> {
    let options = ReadOptions {
        encoding: source.options.encoding.or_else(|| declared(&bytes)),
        ..source.options.clone()
    };
    magic::check_nul(&bytes, source.path, options.encoding)?;
    decode(bytes, source.path, &options)
}

/// A document, with what was noticed when its file was decoded.
fn with_notes(mut document: Document, decoded: Decoded) -> (Document, Encoding) {
    document.notes.splice(..0, decoded.notes);
    (document, decoded.encoding)
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
