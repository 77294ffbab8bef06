//! Bytes to characters: the library counts bytes, Python counts code points.

use std::ops::Range;

use enregard::witness::Span;

/// Bytes between two known places. Small enough that counting from the nearest one costs nothing to speak of.
const STEP: usize = 128;

/// Where the characters of a text stand.
#[derive(Debug)]
pub(crate) struct Offsets {
    /// For each multiple of [`STEP`] the number of characters that begin before it.
    known: Vec<u32>,
}

impl Offsets {
    pub(crate) fn new(text: &str) -> Self {
        let mut before = 0;
        let chunks = text.as_bytes().chunks(STEP);
        let known = chunks.map(|chunk| {
            let here = before;
            before += begun(chunk);
            here
        });
        Self {
            known: known.collect(),
        }
    }

    /// The place of a byte of the text these are of, in characters.
    pub(crate) fn character(&self, text: &str, byte: usize) -> u32 {
        let step = (byte / STEP).min(self.known.len().saturating_sub(1));
        let rest = text.as_bytes().get(step * STEP..byte).unwrap_or_default();
        self.known.get(step).copied().unwrap_or(0) + begun(rest)
    }

    /// A span in characters.
    pub(crate) fn span(&self, text: &str, span: Span) -> (u32, u32) {
        let Range { start, end } = span.range();
        (self.character(text, start), self.character(text, end))
    }
}

/// How many characters begin in bytes of UTF-8: all but the continuations. A text has less than 4 GiB.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_a_text() {
        let text = "L’été — naïf 𝄞. ".repeat(40);
        let offsets = Offsets::new(&text);
        for (character, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.character(&text, byte), character as u32);
        }
        assert_eq!(
            offsets.character(&text, text.len()),
            text.chars().count() as u32
        );
        assert_eq!(Offsets::new("").character("", 0), 0);
    }
}
