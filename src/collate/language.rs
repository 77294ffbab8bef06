//! The one language by whose rules two witnesses are compared.

use crate::witness::{Language, Witness};

/// The language by whose rules the words of two witnesses are compared: that of the longer text.
pub fn shared_language([a, b]: [&Witness; 2]) -> Language {
    match (a.text.len(), &a.text) >= (b.text.len(), &b.text) {
        true => a.language,
        false => b.language,
    }
}
