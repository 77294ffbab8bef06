//! How requests and answers lie in memory: the length of a JSON text as four bytes (little-endian), that text, then the bytes of
//! files, one behind the other, whose lengths it tells.

use serde::Serialize;

/// The JSON of a frame, and the files behind it; `None` where it is cut off.
pub(crate) fn parted(frame: &[u8]) -> Option<(&[u8], Files<'_>)> {
    let (length, rest) = frame.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (json, files) = rest.split_at_checked(length)?;
    Some((json, Files(files)))
}

/// A frame of an answer, and one file at most.
pub(crate) fn framed(answer: &impl Serialize, file: &[u8]) -> Vec<u8> {
    // Maps with keys that are no strings cannot be written; answers have none.
    let json = serde_json::to_vec(answer).unwrap_or_default();
    let length = u32::try_from(json.len()).unwrap_or(0);
    [&length.to_le_bytes(), json.as_slice(), file].concat()
}

/// The files of a frame that have not been taken yet.
pub(crate) struct Files<'f>(&'f [u8]);

impl Files<'_> {
    /// The next file, of so many bytes; `None` where there are not so many.
    pub(crate) fn take(&mut self, length: usize) -> Option<Vec<u8>> {
        let (file, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(file.to_vec())
    }
}
