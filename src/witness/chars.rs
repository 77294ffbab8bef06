//! Byte offsets to character offsets, without walking the text for each.

use super::Span;

/// Bytes between two noted offsets: a lookup counts at most this many, and the notes take a sixteenth of the text.
const STEP: usize = 64;

/// Counts the characters (Unicode scalars) before any byte offset of a text.
#[derive(Debug)]
pub struct CharIndex<'a> {
    bytes: &'a [u8],
    /// Characters that begin before byte `k * STEP`.
    notes: Vec<u32>,
}

impl<'a> CharIndex<'a> {
    /// An index of `text`, made in one pass.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut notes = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut chars = 0;
        notes.push(0);
        for step in bytes.chunks(STEP) {
            chars += beginnings(step);
            notes.push(chars);
        }
        Self { bytes, notes }
    }

    /// The number of characters that begin before `byte`; offsets past the end count as the end.
    pub fn at(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.bytes.len());
        let step = byte / STEP;
        self.notes[step] + beginnings(&self.bytes[step * STEP..byte])
    }

    /// A span in characters, `[start, end)`.
    pub fn span(&self, span: Span) -> [u32; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

/// How many characters begin in these bytes of UTF-8.
fn beginnings(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u32::from(b & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_from_the_start() {
        let text = "«\u{202f}Été\u{202f}» — 𝄞 e\u{301}\r\n".repeat(40);
        let index = CharIndex::new(&text);
        for (n, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.at(byte as u32) as usize, n);
        }
        assert_eq!(index.at(text.len() as u32) as usize, text.chars().count());
        assert_eq!(index.at(u32::MAX) as usize, text.chars().count());
    }

    #[test]
    fn holds_for_texts_of_exactly_the_step() {
        for n in [0, 1, STEP - 1, STEP, STEP + 1, 2 * STEP] {
            let text = "a".repeat(n);
            assert_eq!(CharIndex::new(&text).at(n as u32) as usize, n);
        }
    }
}
