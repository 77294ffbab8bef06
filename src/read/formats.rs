//! The kinds of files that are more than plain text: each has a reader, which makes a [`Document`] of it.

mod binary;
mod blocks;
mod charset;
mod collation;
mod columns;
mod declared;
mod docx;
mod epub;
mod flow;
mod gzip;
mod html;
mod json;
mod markdown;
mod odt;
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod po;
mod relations;
mod rtf;
mod scripture;
mod selection;
mod separated;
mod sheet;
mod source;
mod spreadsheet;
mod subtitles;
mod tags;
mod tei;
mod tmx;
mod workbook;
mod xliff;
mod xml;

use super::decode::{Decoded, decode};
use super::document::Document;
use super::{Encoding, Kind, Note, Part, ReadOptions, magic};
use crate::error::Result;
use columns::Columns;
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
    if has_columns(kind) {
        let (columns, decoded) = columns(kind, bytes, source)?;
        return Ok(with_notes(columns.document()?, decoded));
    }
    if kind == Kind::CollateX {
        let Decoded {
            text,
            encoding,
            notes,
        } = decoded(bytes, |_| None, source)?;
        return Ok(with_notes(
            collation::read(&text, source)?,
            (encoding, notes),
        ));
    }
    if let Some(part) = &options.part {
        return Err(source.unread(format!(
            "has no part to name, such as `{part}`: leave out what stands behind #"
        )));
    }
    match kind {
        Kind::Docx => Ok((docx::read(&bytes, source)?, Encoding::UTF_8)),
        Kind::Html => {
            let Decoded {
                text,
                encoding,
                notes,
            } = decoded(bytes, declared::in_html, source)?;
            Ok(with_notes(html::read(&text, source)?, (encoding, notes)))
        }
        Kind::Epub => Ok((epub::read(&bytes, source)?, Encoding::UTF_8)),
        Kind::Odt => Ok((odt::read(bytes, source)?, Encoding::UTF_8)),
        #[cfg(feature = "pdf")]
        Kind::Pdf => Ok((pdf::read(&bytes, source)?, Encoding::UTF_8)),
        #[cfg(not(feature = "pdf"))]
        Kind::Pdf => Err(source.unread("this program was built without the feature pdf")),
        Kind::Rtf => Ok((rtf::read(&bytes, source)?, Encoding::UTF_8)),
        Kind::Markdown => {
            let Decoded {
                text,
                encoding,
                notes,
            } = decoded(bytes, |_| None, source)?;
            Ok(with_notes(markdown::read(&text), (encoding, notes)))
        }
        Kind::Srt | Kind::Vtt => {
            let Decoded {
                text,
                encoding,
                notes,
            } = decoded(bytes, |_| None, source)?;
            Ok(with_notes(subtitles::read(&text), (encoding, notes)))
        }
        Kind::Osis | Kind::Usfx | Kind::Usx | Kind::Zefania => {
            let read = match kind {
                Kind::Osis => scripture::osis::read,
                Kind::Usfx => scripture::usfx::read,
                Kind::Zefania => scripture::zefania::read,
                _ => scripture::usx::read,
            };
            let Decoded {
                text,
                encoding,
                notes,
            } = decoded(bytes, declared::in_xml, source)?;
            Ok(with_notes(read(&text, source)?, (encoding, notes)))
        }
        Kind::Usfm => {
            let Decoded {
                text,
                encoding,
                notes,
            } = decoded(bytes, |_| None, source)?;
            Ok(with_notes(scripture::usfm::read(&text), (encoding, notes)))
        }
        Kind::Tei => {
            let Decoded {
                text,
                encoding,
                notes,
            } = decoded(bytes, declared::in_xml, source)?;
            Ok(with_notes(tei::read(&text, source)?, (encoding, notes)))
        }
        _ => Err(source.unread("it has no parts")),
    }
}

/// The parts of a file that hold text; none where its kind has none.
pub(super) fn parts(
    kind: Kind,
    bytes: Vec<u8>,
    path: &str,
    options: &ReadOptions,
) -> Result<Vec<Part>> {
    let source = Source {
        path,
        what: kind.what(),
        options,
    };
    if kind == Kind::CollateX {
        return collation::parts(&decoded(bytes, |_| None, source)?.text, source);
    }
    match has_columns(kind) {
        true => columns(kind, bytes, source)?.0.parts(),
        false => Ok(Vec::new()),
    }
}

/// Whether the texts of a kind of file stand in columns.
fn has_columns(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Csv
            | Kind::Tsv
            | Kind::Xls
            | Kind::Xlsb
            | Kind::Xlsx
            | Kind::Json
            | Kind::JsonLines
            | Kind::Ods
            | Kind::Po
            | Kind::Tmx
            | Kind::Xliff
    )
}

/// The columns of a file, and what was noticed when it was decoded.
fn columns<'a>(
    kind: Kind,
    bytes: Vec<u8>,
    source: Source<'a>,
) -> Result<(Columns<'a>, (Encoding, Vec<Note>))> {
    let as_said = (Encoding::UTF_8, Vec::new());
    match kind {
        Kind::Ods => return Ok((spreadsheet::read(bytes, source)?, as_said)),
        Kind::Xls => return Ok((binary::xls::read(&bytes, source)?, as_said)),
        Kind::Xlsb => return Ok((binary::xlsb::read(&bytes, source)?, as_said)),
        Kind::Xlsx => return Ok((workbook::read(&bytes, source)?, as_said)),
        _ => {}
    }
    let declared = match kind {
        Kind::Po => po::declared,
        Kind::Tmx | Kind::Xliff => declared::in_xml,
        _ => |_: &[u8]| None,
    };
    let decoded = decoded(bytes, declared, source)?;
    let columns = match kind {
        Kind::Po => po::read(&decoded.text, source),
        Kind::Tmx => tmx::read(&decoded.text, source),
        Kind::Xliff => xliff::read(&decoded.text, source),
        Kind::Json => json::read(&decoded.text, source),
        Kind::JsonLines => json::read_lines(&decoded.text, source),
        _ => separated::read(&decoded.text, source),
    };
    Ok((columns?, (decoded.encoding, decoded.notes)))
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
fn with_notes(
    mut document: Document,
    (encoding, notes): (Encoding, Vec<Note>),
) -> (Document, Encoding) {
    document.notes.splice(..0, notes);
    (document, encoding)
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
