//! The one language by whose rules two witnesses are compared; and whether they are in two.

use crate::segment::detect_language;
use crate::witness::{Language, Witness};

/// The language by whose rules the words of two witnesses are compared: that of the longer text.
pub fn shared_language([a, b]: [&Witness; 2]) -> Language {
    match (a.text.len(), &a.text) >= (b.text.len(), &b.text) {
        true => a.language,
        false => b.language,
    }
}

/// Whether two witnesses are certainly in two languages: each is in the one that it is taken for. Their sentences can be set
/// side by side; what their words are to each other no rule here says.
pub(super) fn are_two(witnesses: [&Witness; 2]) -> bool {
    let certain = |witness: &Witness| detect_language(&witness.text) == Some(witness.language);
    witnesses[0].language != witnesses[1].language && witnesses.into_iter().all(certain)
}
