//! How a distinct token is looked up and compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::chars::is_apostrophe;
use crate::lexicon::WordType;

/// A distinct token as it is looked up.
#[derive(Clone)]
pub(super) struct Spelling {
    /// As the tables of words have it.
    pub(super) lower: Box<str>,
    /// As names are compared.
    pub(super) folded: Box<str>,
}

impl Spelling {
    pub(super) fn new(word: &WordType) -> Self {
        let text = word.word();
        let lower = if text.is_ascii() && !text.contains('`') {
            text.to_ascii_lowercase()
        } else {
            let lower = text.to_lowercase();
            if lower.contains(is_apostrophe) {
                lower.replace(is_apostrophe, "'")
            } else {
                lower
            }
        };
        Self {
            lower: lower.into(),
            folded: fold(text).into(),
        }
    }
}

/// Whether a word begins with a capital.
pub(super) fn is_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// A word without case, accents, ligatures, and the points and hyphens of acronyms and codes.
pub(super) fn fold(word: &str) -> String {
    let joined = word.contains(['.', '-', '‑', '‐'])
        && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    if joined {
        let joined: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        return fold(&joined);
    }
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let lower = word.to_lowercase();
    let plain = |c| match c {
        '₀'..='₉' => char::from(b'0' + (c as u32 - '₀' as u32) as u8),
        c => c,
    };
    let letters = lower.nfd().filter(|c| !is_combining_mark(*c)).map(plain);
    replaced(replaced(letters.collect(), 'œ', "oe"), 'æ', "ae")
}

/// A word with something for a letter, which most words do not have.
fn replaced(word: String, letter: char, by: &str) -> String {
    if word.contains(letter) {
        word.replace(letter, by)
    } else {
        word
    }
}
