//! The third fold: accents. It strips those of every word, so that keys nest; the guard list then tells which pairs are
//! different words all the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::case::bare_capital;
use crate::language::Profile;

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
        } else {
            out.extend(c.nfd().filter(|&c| !is_combining_mark(c)));
        }
    }
    if !out.is_ascii() {
        // What decomposed into more than a letter and its accents (한) is put together again.
        out = out.nfc().collect();
    }
    out
}

/// Whether two tokens that agree once accents are stripped are different words nonetheless.
///
/// A word that begins with a bare capital lost its accent to the typesetter more often than it is another word (A/À, Ou/Où).
/// `a` and `b` are the typographic keys.
pub(super) fn different_words(a: &str, b: &str, profile: &Profile) -> bool {
    if bare_capital(a) || bare_capital(b) {
        return false;
    }
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    if a == b {
        return false;
    }
    let listed = profile.homographs().get(a.as_str());
    listed.is_some_and(|others| others.contains(&b.as_str()))
        || (profile.rules().different_words)(&a, &b)
        || profile.settings().final_accent_tells_tense && tense_by_final_accent(&a, &b)
}

/// Spanish `hablo/habló`, Italian `parlo/parlò`: the accent on the last letter tells the tense.
fn tense_by_final_accent(a: &str, b: &str) -> bool {
    let last = |w: &str| w.chars().last().is_some_and(|c| "áéíóàèìòù".contains(c));
    last(a) != last(b)
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
    fn homographs() {
        let d = |a, b| different_words(a, b, Profile::of(Language::FRENCH));
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
            ("passe", "passé"),
            ("donnes", "donnés"),
        ] {
            assert!(d(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("A", "À"),
            ("Ou", "Où"),
            ("déja", "déjà"),
            ("evangile", "évangile"),
            ("connaître", "connaitre"),
        ] {
            assert!(!d(a, b), "{a} {b}");
        }
    }
}
