//! The one language by whose rules two witnesses are compared; and whether they are in two.

use crate::segment::detect_language;
use crate::witness::{Language, Witness};

/// The language by whose rules the words of witnesses are compared: that of the longest text; the neutral one of none.
pub fn shared_language<'w>(witnesses: impl IntoIterator<Item = &'w Witness>) -> Language {
    let longest = witnesses
        .into_iter()
        .max_by_key(|w| (w.text.len(), &w.text));
    longest.map_or_else(Language::default, |witness| witness.language)
}

/// Whether two witnesses are certainly in two languages: each is in the one that it is taken for. Their sentences can be set
/// side by side; what their words are to each other no rule here says.
pub(super) fn are_two(witnesses: [&Witness; 2]) -> bool {
    let certain = |witness: &Witness| detect_language(&witness.text) == Some(witness.language);
    witnesses[0].language != witnesses[1].language && witnesses.into_iter().all(certain)
}
