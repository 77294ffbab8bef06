//! Bytes to text, and what of them is no text.

use encoding_rs::DecoderResult;

use super::recognise::recognise;
use super::{Encoding, Note, ReadOptions};
use crate::error::{Error, Place, Result};

/// A decoded file.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Encoding,
    pub(super) notes: Vec<Note>,
}

/// Decodes a file: by its byte order mark, else by the encoding named, else as UTF-8 or Windows-1252.
pub(super) fn decode(bytes: Vec<u8>, path: &str, options: &ReadOptions) -> Result<Decoded> {
    let mut notes = Vec::new();
    let mark = encoding_rs::Encoding::for_bom(&bytes).map(|(mark, len)| (Encoding(mark), len));
    if let (Some((mark, _)), Some(named)) = (mark, options.encoding)
        && mark != named
        && !(mark.is_utf16() && named.is_utf16())
    {
        notes.push(Note::ByteOrderMark { mark, named });
    }
    let mark_len = mark.map_or(0, |(_, len)| len);
    let said = mark.map(|(mark, _)| mark).or(options.encoding);
    let bytes = if said.is_none_or(|e| e == Encoding::UTF_8) {
        match String::from_utf8(bytes) {
            Ok(mut text) => {
                text.drain(..mark_len);
                return Ok(Decoded {
                    text,
                    encoding: Encoding::UTF_8,
                    notes,
                });
            }
            Err(error) => error.into_bytes(),
        }
    } else {
        bytes
    };
    if let Some(encoding) = said
        && mark.is_none()
        && encoding.0.is_single_byte()
        && !bytes.is_ascii()
        && str::from_utf8(&bytes).is_ok()
    {
        notes.push(Note::Utf8Overruled(encoding));
    }
    let mut hint = None;
    let encoding = said.unwrap_or_else(|| match recognise(&bytes, options.language) {
        Ok(encoding) => {
            notes.push(Note::EncodingRecognised(encoding));
            encoding
        }
        Err(likely) => {
            hint = likely;
            Encoding::UTF_8
        }
    });
    let mut sink = Sink {
        text: String::with_capacity(bytes.len() + bytes.len() / 8),
        replaced: 0,
        first: None,
        lossy: options.lossy,
    };
    let decoded = if encoding.0.is_single_byte() {
        decode_bytes(encoding, &bytes, mark_len, &mut sink)
    } else {
        decode_sequences(encoding, &bytes, mark_len, &mut sink)
    };
    decoded.map_err(|place| Error::Undecodable {
        path: path.to_owned(),
        byte: bytes[place.offset],
        place,
        encoding: encoding.name(),
        hint,
    })?;
    if encoding.is_utf16()
        && let Some(at) = sink.text.find('\0')
    {
        let before = &sink.text[..at];
        return Err(Error::Binary {
            path: path.to_owned(),
            place: Place {
                offset: mark_len + 2 * before.encode_utf16().count(),
                line: line_of(before),
            },
        });
    }
    if let Some(first) = sink.first {
        notes.push(Note::Replaced {
            count: sink.replaced,
            line: first.line,
            encoding,
        });
    }
    Ok(Decoded {
        text: sink.text,
        encoding,
        notes,
    })
}

/// Where decoded text goes.
struct Sink {
    text: String,
    replaced: usize,
    first: Option<Place>,
    lossy: bool,
}

impl Sink {
    /// Puts U+FFFD for what stands at `offset` and does not decode.
    ///
    /// # Errors
    /// The place, when that is not wanted.
    fn malformed(&mut self, offset: usize) -> std::result::Result<(), Place> {
        if self.first.is_none() {
            let place = Place {
                offset,
                line: line_of(&self.text),
            };
            if !self.lossy {
                return Err(place);
            }
            self.first = Some(place);
        }
        self.replaced += 1;
        self.text.push(char::REPLACEMENT_CHARACTER);
        Ok(())
    }
}

/// Decodes an encoding whose every byte is a character.
///
/// The WHATWG maps the bytes that a code page leaves undefined to the control characters U+0080 to U+009F, which no
/// text has: here they do not decode.
fn decode_bytes(
    encoding: Encoding,
    bytes: &[u8],
    from: usize,
    sink: &mut Sink,
) -> std::result::Result<(), Place> {
    let table: Vec<Option<char>> = (0..=u8::MAX)
        .map(|byte| {
            let byte = [byte];
            let text = encoding
                .0
                .decode_without_bom_handling_and_without_replacement(&byte)?;
            text.chars()
                .next()
                .filter(|c| !('\u{80}'..='\u{9F}').contains(c))
        })
        .collect();
    for (offset, &byte) in bytes.iter().enumerate().skip(from) {
        match table[usize::from(byte)] {
            Some(c) => sink.text.push(c),
            None => sink.malformed(offset)?,
        }
    }
    Ok(())
}

/// Decodes an encoding some of whose characters take several bytes.
fn decode_sequences(
    encoding: Encoding,
    bytes: &[u8],
    from: usize,
    sink: &mut Sink,
) -> std::result::Result<(), Place> {
    let mut decoder = encoding.0.new_decoder_without_bom_handling();
    let mut at = from;
    loop {
        let rest = &bytes[at..];
        let (result, read) =
            decoder.decode_to_string_without_replacement(rest, &mut sink.text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => return Ok(()),
            // The smallest step of a decoder writes 4 bytes.
            DecoderResult::OutputFull => sink.text.reserve(bytes.len() - at + 16),
            DecoderResult::Malformed(len, after) => {
                sink.malformed(at.saturating_sub(usize::from(len) + usize::from(after)))?;
            }
        }
    }
}

/// The number of the line that begins or goes on after `text`, from 1.
pub(super) fn line_of(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|&(i, &b)| b == b'\n' && (i == 0 || bytes[i - 1] != b'\r') || b == b'\r');
    1 + ends.count()
}
