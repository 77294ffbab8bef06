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

/// The word that a token is, put together again where the end of a line divides it, with its letters composed.
pub(crate) fn composed_word(token: &str) -> Cow<'_, str> {
    composed(undivided(token))
}
