//! Opens a document, with no more memory than texts need: pictures are let go, and the parts that hold objects in compressed
//! form are counted before they are unpacked.

use std::cell::Cell;

use lopdf::{Document as Pdf, Error, LoadOptions, Object, ObjectId, Stream};
use rustc_hash::FxHashSet;

/// The most bytes of objects that are unpacked: the two thousand pages of a standard take a tenth, and each byte may become a
/// hundred in memory.
const MOST_OBJECTS: usize = 32 << 20;

/// The most bytes of any one part of an encrypted document, whose parts are not asked for one by one.
const MOST_ENCRYPTED: usize = 1 << 20;

thread_local! {
    /// How many bytes of objects may still be unpacked; none once there were more. What is asked while a document is opened
    /// (`sieved`) is a bare function.
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// A document that was opened.
pub(super) struct Opened {
    pub(super) pdf: Pdf,
    /// Whether it holds more objects than are unpacked.
    pub(super) is_swollen: bool,
}

/// Opens a document; one whose table of contents is damaged by what is found in it.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, Error> {
    let word = b"/Encrypt";
    let most = match bytes.windows(word.len()).any(|w| w == word) {
        true => MOST_ENCRYPTED,
        false => MOST_OBJECTS,
    };
    let options = |force_reconstruct| LoadOptions {
        filter: Some(sieved),
        max_decompressed_size: Some(most),
        force_reconstruct,
        ..LoadOptions::default()
    };
    let attempt = |force_reconstruct| {
        LEFT.set(Some(MOST_OBJECTS));
        let pdf = Pdf::load_mem_with_options(bytes, options(force_reconstruct))?;
        Ok(Opened {
            pdf,
            is_swollen: LEFT.get().is_none(),
        })
    };
    match attempt(false) {
        Ok(opened) if opened.is_swollen || is_encrypted(&opened.pdf) => Ok(opened),
        Ok(opened) if opened.pdf.page_iter().next().is_some() => Ok(opened),
        Err(error @ (Error::InvalidPassword | Error::Decryption(_) | Error::Decompress(_))) => {
            Err(error)
        }
        first => {
            let second = attempt(true);
            if second.is_ok() { second } else { first }
        }
    }
}

/// Whether a document is encrypted still; one without a password is not.
pub(super) fn is_encrypted(pdf: &Pdf) -> bool {
    pdf.trailer.has(b"Encrypt")
}

/// An object as it is kept.
fn sieved(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    if let Object::Stream(stream) = object {
        if stream.dict.has_type(b"ObjStm") {
            let left = LEFT
                .get()
                .and_then(|left| left.checked_sub(unpacked(stream, left)?));
            LEFT.set(left);
            left?;
        } else if stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image") {
            stream.content = Vec::new();
        }
    }
    Some((id, object.clone()))
}

/// How many bytes of objects a stream holds; none where there are more, or one place is said to hold several.
fn unpacked(stream: &Stream, limit: usize) -> Option<usize> {
    let content = stream.get_plain_content_with_limit(limit).ok()?;
    let first = stream.dict.get(b"First").and_then(Object::as_i64).ok();
    let index = content.get(..usize::try_from(first?).ok()?)?;
    let index = String::from_utf8_lossy(index);
    let mut places = FxHashSet::default();
    let is_single = index
        .split_ascii_whitespace()
        .skip(1)
        .step_by(2)
        .all(|place| places.insert(place));
    is_single.then_some(content.len())
}
