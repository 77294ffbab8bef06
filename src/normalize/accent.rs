//! The third fold: accents. It strips those of every word, so that keys nest; the guard list then tells which pairs are
//! different words all the same.
//!
//! Accents are the marks over Latin and Greek letters, the points of Hebrew and Arabic, and the stress marks of Cyrillic. Other
//! marks are letters or make letters: the vowel signs of India, the tones of Thai, Japanese voicing marks, й.

use unicode_normalization::UnicodeNormalization;

use super::case::bare_capital;
use super::composed::composed;
use crate::class::Class;
use crate::language::Profile;
use crate::language::chars::is_greek;

/// The key of a case key; the language's letters with marks that are no accented letters (`ñ`, `ä ö ü`) stay.
pub(super) fn fold(key: &str, profile: &Profile) -> String {
    if key.is_ascii() {
        return key.to_owned();
    }
    let kept = profile.settings().letters;
    let mut out = String::with_capacity(key.len());
    for c in key.chars() {
        if c.is_ascii() || kept.contains(c) {
            out.push(c);
        } else if !is_accent(c) {
            out.push(without_accents(c));
        }
    }
    // What decomposed into more than a letter and its accents (한) is put together again.
    composed(out)
}

/// The letter that `c` is without its accents; itself where it has none.
pub(super) fn without_accents(c: char) -> char {
    // The commonest at once.
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        _ => c
            .nfd()
            .next()
            .filter(|&base| bears_accents(base))
            .unwrap_or(c),
    }
}

/// Whether the marks over a letter are accents.
fn bears_accents(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
        || is_greek(letter)
}

/// Whether a mark that is written by itself is an accent. Those over Latin and Greek letters are, also over letters of other
/// scripts, where they say how a word is stressed: with the few letters of which they make others they are composed.
fn is_accent(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{fe20}'..='\u{fe2f}'
        // Points of Hebrew, of Arabic; not the hamza, which makes other letters.
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}')
}

/// What two tokens that agree once accents are stripped are to each other, if not one form of one word: wording, where
/// they are listed as different words, inflection, where the accent tells a tense or a participle.
///
/// A word whose first letter is a bare capital lost its accent to the typesetter more often than it is another word (A/À, Ou/Où).
/// `a` and `b` are the typographic keys.
pub(super) fn difference(a: &str, b: &str, profile: &Profile) -> Option<Class> {
    let is_capital = bare_capital(a) || bare_capital(b);
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    if a == b || is_capital && a.chars().next() != b.chars().next() {
        return None;
    }
    let listed = profile.homographs().by_accent.get(a.as_str());
    if !is_capital && listed.is_some_and(|others| others.contains(&b.as_str())) {
        return Some(Class::Wording);
    }
    let inflected = (profile.rules().inflected_by_accent)(&a, &b)
        || tense_by_final_accent(&a, &b, &profile.settings().tense_accents);
    inflected.then_some(Class::Inflection)
}

/// Spanish `hablo/habló`, Italian `parlo/parlò`: the accent on the last letter tells the tense. Behind other letters than those of the
/// `endings` it is a noun that has lost it (`citta`), or has another one (`perchè/perché`).
fn tense_by_final_accent(a: &str, b: &str, endings: &[&str]) -> bool {
    let tells = |w: &str| endings.iter().any(|end| w.ends_with(end));
    tells(a) != tells(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::witness::Language;

    #[test]
    fn folds() {
        let f = |w| fold(w, Profile::of(Language::FRENCH));
        assert_eq!(f("à"), "a");
        assert_eq!(f("états-unis"), "etats-unis");
        assert_eq!(f("œil"), "œil");
        assert_eq!(f("ça"), "ca");
        assert_eq!(fold("año", Profile::of(Language::SPANISH)), "año");
        assert_eq!(fold("camión", Profile::of(Language::SPANISH)), "camion");
        assert_eq!(fold("schön", Profile::of(Language::GERMAN)), "schön");
    }

    #[test]
    fn marks_over_latin_and_greek_and_points_are_accents() {
        let f = |w| fold(w, Profile::of(Language::literal("tlh")));
        for (word, plain) in [
            ("ἄνθρωπος", "ανθρωπος"),
            ("ᾧ", "ω"),
            ("tiếng", "tieng"),
            ("m\u{304}a\u{327}", "ma"),
            ("שָׁלוֹם", "שלום"),
            ("كَتَبَ", "كتب"),
            ("за\u{301}мок", "замок"),
        ] {
            assert_eq!(f(word), plain);
        }
    }

    #[test]
    fn marks_that_are_letters_stay() {
        let f = |w| fold(w, Profile::of(Language::literal("tlh")));
        for (a, b) in [
            ("की", "का"),
            ("की", "क"),
            ("バス", "パス"),
            ("バス", "ハス"),
            ("ไม้", "ไม"),
            ("мой", "мои"),
            ("їх", "іх"),
            ("ўсё", "усе"),
            ("கொ", "கெ"),
            ("أ", "ا"),
            ("한", "하"),
        ] {
            assert_ne!(f(a), f(b), "{a} {b}");
            assert_eq!(f(a), a);
        }
    }

    #[test]
    fn differences() {
        let d = |a, b| difference(a, b, Profile::of(Language::FRENCH));
        for (a, b) in [
            ("a", "à"),
            ("ou", "où"),
            ("la", "là"),
            ("du", "dû"),
            ("sur", "sûr"),
            ("mur", "mûr"),
            ("des", "dès"),
            ("cote", "côte"),
            ("côte", "côté"),
            ("pêche", "péché"),
        ] {
            assert_eq!(d(a, b), Some(Class::Wording), "{a} {b}");
        }
        for (a, b) in [("passe", "passé"), ("donnes", "donnés"), ("Porte", "porté")] {
            assert_eq!(d(a, b), Some(Class::Inflection), "{a} {b}");
        }
        for (a, b) in [
            ("A", "À"),
            ("Ou", "Où"),
            ("déja", "déjà"),
            ("evangile", "évangile"),
            ("connaître", "connaitre"),
            ("verite", "vérité"),
            ("Cafe", "café"),
        ] {
            assert_eq!(d(a, b), None, "{a} {b}");
        }
    }
}
