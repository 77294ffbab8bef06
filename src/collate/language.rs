//! The one language by whose rules two witnesses are compared; and whether they are in two.

use crate::read::{SHORT, share_half};
use crate::segment::detect_language;
use crate::witness::{Language, Witness};

/// The language by whose rules the words of witnesses are compared: of short ones that are taken for several languages the one
/// that all their words together tell, else that of the longest text; the neutral one of none.
pub fn shared_language<'w>(witnesses: impl IntoIterator<Item = &'w Witness>) -> Language {
    let witnesses: Vec<&Witness> = witnesses.into_iter().collect();
    let longest = witnesses.iter().max_by_key(|w| (w.text.len(), &w.text));
    let longest = longest.map_or_else(Language::default, |witness| witness.language);
    let short = |witness: &&Witness| witness.text.len() <= SHORT;
    if witnesses.iter().all(|w| w.language == longest) || !witnesses.iter().all(short) {
        return longest;
    }
    let mut texts: Vec<&str> = witnesses.iter().map(|w| w.text.as_str()).collect();
    texts.sort_unstable();
    let together = detect_language(&texts.join("\n"));
    let one_of_them = |found: &Language| witnesses.iter().any(|w| w.language == *found);
    together.filter(one_of_them).unwrap_or(longest)
}

/// Whether two witnesses are certainly in two languages: each is in the one that it is taken for, and they have not half of
/// their words in common. Their sentences can be set side by side; what their words are to each other no rule here says.
pub(super) fn are_two(witnesses: [&Witness; 2]) -> bool {
    let certain = |witness: &Witness| detect_language(&witness.text) == Some(witness.language);
    witnesses[0].language != witnesses[1].language
        && witnesses.into_iter().all(certain)
        && !share_half(witnesses.map(|witness| witness.text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read_bytes};
    use crate::witness::Siglum;

    fn witnesses(texts: [&str; 2]) -> [Witness; 2] {
        [0, 1].map(|n| {
            let read = read_bytes(
                texts[n].into(),
                "t",
                Siglum::nth(n),
                &ReadOptions::default(),
            );
            read.expect("a text").witness
        })
    }

    #[test]
    fn short_texts_tell_together() {
        let [a, b] = witnesses([
            "Der Bürgermeister kündigte gestern an, die Brücke für drei Monate zu schließen.",
            "Stille Wasser gründen tief.",
        ]);
        for pair in [[&a, &b], [&b, &a]] {
            assert_eq!(shared_language(pair), Language::GERMAN);
            assert!(!are_two(pair));
        }
    }

    #[test]
    fn two_languages_are_two() {
        let [a, b] = witnesses([
            "Der Bürgermeister kündigte gestern an, die Brücke für drei Monate zu schließen.",
            "Le maire de la ville a annoncé hier la fermeture du pont pour trois mois.",
        ]);
        assert!(are_two([&a, &b]));
    }
}
