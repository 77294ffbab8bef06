//! Composed letters (NFC): canonically equivalent texts are the same text.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::undivided;

/// A text with its letters composed.
pub(crate) fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text;
    }
    Cow::Owned(text.nfc().collect())
}

/// The word that a token is, put together again where the end of a line divides it, with its letters composed. White space inside it
/// (`z. B.`, `10 000`) is one space, if it is no other character that stands for one.
pub(crate) fn composed_word(token: &str) -> Cow<'_, str> {
    composed(in_one_line(undivided(token)))
}

/// A token without line ends, and with one space where several stand.
fn in_one_line(token: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = token.as_bytes();
    let plain = |b: u8| b.is_ascii_whitespace() || b == 0xb;
    let is_wrapped = |at: usize| {
        plain(bytes[at]) && (bytes[at] != b' ' || bytes.get(at + 1).is_some_and(|&b| plain(b)))
    };
    if !(0..bytes.len()).any(is_wrapped) {
        return token;
    }
    let words = token.split(|c: char| u8::try_from(c).is_ok_and(plain));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    Cow::Owned(words.join(" "))
}
