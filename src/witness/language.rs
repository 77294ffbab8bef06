//! Languages, by their codes.

use std::fmt;

/// A language, by its code in ISO 639: two letters (639-1), or three where there is no shorter one.
///
/// Any language has one. What the program knows of it, its words and rules, is its
/// [profile](crate::language::Profile), and a language without one of its own is still read, aligned and compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    /// Small letters; the last is 0 in a code of two.
    letters: [u8; 3],
}

impl Language {
    /// None that is known: `und`, undetermined.
    pub const UNKNOWN: Self = Self::literal("und");

    /// The language of a code that is written in the program: two or three small letters.
    pub(crate) const fn literal(code: &str) -> Self {
        let bytes = code.as_bytes();
        assert!(bytes.len() == 2 || bytes.len() == 3);
        let last = if bytes.len() == 3 { bytes[2] } else { 0 };
        Self {
            letters: [bytes[0], bytes[1], last],
        }
    }

    /// The code, two or three small letters.
    pub fn code(&self) -> &str {
        let length = if self.letters[2] == 0 { 2 } else { 3 };
        // Letters from a to z are UTF-8.
        std::str::from_utf8(&self.letters[..length]).unwrap_or_default()
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
