//! PDF documents with a layer of text: what stands on each page, in the order in which it was set, as lines and paragraphs. The
//! pages have their numbers as labels. Notes at the foot of pages stand behind the text; what the document says is of the page
//! and not of the text (its artifacts) and text that is set askew (watermarks) are left out.

mod cmap;
mod column;
mod encoding;
mod font;
mod glyphs;
mod heads;
mod layout;
mod letters;
mod line;
mod load;
mod marks;
mod matrix;
mod objects;
mod page;
mod width;

use lopdf::{DecompressError, Error as PdfError};

use super::source::Source;
use crate::error::{Error, Result};
use crate::guarded::guarded;
use crate::read::document::Document;

/// What is to be done where letters are not told.
const RECOGNISE: &str = "have its text recognised: ocrmypdf --force-ocr FILE NEW.pdf";

/// Reads a PDF document.
pub(super) fn read(bytes: &[u8], source: Source<'_>) -> Result<Document> {
    guarded(|| read_guarded(bytes, source))
        .unwrap_or_else(|| Err(source.damaged("", "its parts do not fit together")))
}

fn read_guarded(bytes: &[u8], source: Source<'_>) -> Result<Document> {
    let opened = load::open(bytes).map_err(|error| refused(&error, source))?;
    if opened.is_swollen {
        return Err(vast(source));
    }
    let pdf = opened.pdf;
    if load::is_encrypted(&pdf) {
        return Err(encrypted(source));
    }
    let limit = usize::try_from(source.most_unpacked()).unwrap_or(usize::MAX);
    let mut reader = page::Reader::new(&pdf, limit);
    let mut pages = Vec::new();
    for page in pdf.page_iter() {
        let glyphs = reader.page(page).ok_or_else(|| vast(source))?;
        pages.push(line::lines(glyphs));
    }
    if pages.is_empty() {
        return Err(source.damaged("", "it has no pages"));
    }
    if reader.told == 0 {
        return Err(source.unread(match reader.untold {
            0 => format!("it has no text, as scans have none; {RECOGNISE}"),
            _ => format!("its fonts do not say which letters they show; {RECOGNISE}"),
        }));
    }
    if reader.untold > reader.told {
        return Err(source.unread(format!(
            "most of its fonts do not say which letters they show; {RECOGNISE}"
        )));
    }
    Ok(layout::document(&pages))
}

/// That it holds more than is read.
fn vast(source: Source<'_>) -> Error {
    source.unread("it unpacks to more than a text has: 32 MiB of objects or for a page, or 512 MiB")
}

fn encrypted(source: Source<'_>) -> Error {
    source.unread(
        "it is encrypted; save it without a password (qpdf --password=… --decrypt FILE NEW.pdf)",
    )
}

fn refused(error: &PdfError, source: Source<'_>) -> Error {
    match error {
        PdfError::InvalidPassword | PdfError::Decryption(_) => encrypted(source),
        PdfError::Decompress(DecompressError::MemoryLimitExceeded { .. }) => vast(source),
        error => source.damaged("", error),
    }
}
