//! The third fold: accents. It strips those of every word, so that keys nest; the guard list then tells which pairs are
//! different words all the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::case::bare_capital;
use crate::witness::Language;

/// The key of a case key.
///
/// In Spanish `ñ`, in German `ä ö ü` are letters, not accented ones.
pub(super) fn fold(key: &str, language: Language) -> String {
    if key.is_ascii() {
        return key.to_owned();
    }
    let kept: &[char] = match language {
        Language::Spanish => &['ñ'],
        Language::German => &['ä', 'ö', 'ü'],
        _ => &[],
    };
    let mut out = String::with_capacity(key.len());
    for c in key.chars() {
        if c.is_ascii() || kept.contains(&c) {
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

/// Words that an accent alone tells apart, each line one key with its spellings.
const FRENCH: &[&[&str]] = &[
    &["a", "à"],
    &["ou", "où"],
    &["la", "là"],
    &["du", "dû"],
    &["sur", "sûr"],
    &["sure", "sûre"],
    &["surs", "sûrs"],
    &["mur", "mûr"],
    &["murs", "mûrs"],
    &["mure", "mûre"],
    &["des", "dès", "dés"],
    &["cote", "côte", "côté", "coté"],
    &["cotes", "côtes", "côtés", "cotés"],
    &["peche", "pêche", "péché", "pèche", "pêché"],
    &["peches", "pêches", "péchés"],
    &["pecher", "pêcher", "pécher"],
    &["pecheur", "pêcheur", "pécheur"],
    &["pecheurs", "pêcheurs", "pécheurs"],
    &["jeune", "jeûne", "jeûné"],
    &["jeunes", "jeûnes"],
    &["cru", "crû"],
    &["croit", "croît"],
    &["tache", "tâche"],
    &["taches", "tâches"],
    &["pale", "pâle"],
    &["pate", "pâte", "pâté"],
    &["pates", "pâtes", "pâtés"],
    &["hale", "hâle"],
    &["male", "mâle"],
    &["matin", "mâtin"],
    &["chasse", "châsse"],
    &["près", "prés"],
    &["sale", "salé"],
    &["mais", "maïs"],
    &["vôtre", "votre"],
    &["nôtre", "notre"],
];

const SPANISH: &[&[&str]] = &[
    &["el", "él"],
    &["tu", "tú"],
    &["mi", "mí"],
    &["si", "sí"],
    &["de", "dé"],
    &["se", "sé"],
    &["mas", "más"],
    &["te", "té"],
    &["aun", "aún"],
    &["que", "qué"],
    &["como", "cómo"],
    &["quien", "quién"],
    &["cual", "cuál"],
    &["donde", "dónde"],
    &["cuando", "cuándo"],
    &["esta", "está"],
    &["este", "esté"],
    &["papa", "papá"],
];

const ITALIAN: &[&[&str]] = &[
    &["e", "è"],
    &["da", "dà"],
    &["la", "là"],
    &["li", "lì"],
    &["ne", "né"],
    &["se", "sé"],
    &["si", "sì"],
    &["te", "tè"],
    &["di", "dì"],
    &["pero", "però"],
];

/// Whether two tokens that agree once accents are stripped are different words nonetheless.
///
/// A word that begins with a bare capital lost its accent to the typesetter more often than it is another word (A/À, Ou/Où).
/// `a` and `b` are the typographic keys.
pub(super) fn different_words(a: &str, b: &str, language: Language) -> bool {
    if bare_capital(a) || bare_capital(b) {
        return false;
    }
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    if a == b {
        return false;
    }
    let guard = match language {
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
        Language::Italian => ITALIAN,
        Language::English | Language::German => &[],
    };
    let listed = |w: &str, line: &[&str]| line.contains(&w);
    guard
        .iter()
        .any(|line| listed(&a, line) && listed(&b, line))
        || language == Language::French && participle_against_present(&a, &b)
        || matches!(language, Language::Spanish | Language::Italian)
            && tense_by_final_accent(&a, &b)
}

/// `passe` against `passé`, `passes` against `passés`: the accent is the only letter that tells the participle.
fn participle_against_present(a: &str, b: &str) -> bool {
    let stem = |w: &str| {
        let w = w.strip_suffix('s').unwrap_or(w);
        let (stem, accented) = match w.strip_suffix('é') {
            Some(stem) => (stem, true),
            None => (w.strip_suffix('e')?, false),
        };
        Some((stem.to_owned(), accented))
    };
    match (stem(a), stem(b)) {
        (Some((a, x)), Some((b, y))) => {
            x != y && fold(&a, Language::French) == fold(&b, Language::French)
        }
        _ => false,
    }
}

/// Spanish `hablo/habló`, Italian `parlo/parlò`: the accent on the last letter tells the tense.
fn tense_by_final_accent(a: &str, b: &str) -> bool {
    let last = |w: &str| w.chars().last().is_some_and(|c| "áéíóàèìòù".contains(c));
    last(a) != last(b)
}

/// Whether the accents of two words differ only as the rectifications of 1990 have them: `î û` without their circumflex
/// (connaître/connaitre) and `é` as `è` before a mute syllable (événement/évènement), `guë` as `güe`. That is spelling.
pub(super) fn rectified(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let mut differs = false;
    for (x, y) in a.chars().zip(b.chars()) {
        match (x, y) {
            (x, y) if x == y => continue,
            ('î', 'i') | ('i', 'î') | ('û', 'u') | ('u', 'û') | ('é', 'è') | ('è', 'é') => {
            }
            ('u', 'ü') | ('ü', 'u') | ('ë', 'e') | ('e', 'ë') | ('ï', 'i') | ('i', 'ï')
                if a.contains("gu") || a.contains("gü") => {}
            _ => return false,
        }
        differs = true;
    }
    differs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        let f = |w| fold(w, Language::French);
        assert_eq!(f("à"), "a");
        assert_eq!(f("états-unis"), "etats-unis");
        assert_eq!(f("œil"), "œil");
        assert_eq!(f("ça"), "ca");
        assert_eq!(fold("año", Language::Spanish), "año");
        assert_eq!(fold("camión", Language::Spanish), "camion");
        assert_eq!(fold("schön", Language::German), "schön");
    }

    #[test]
    fn homographs() {
        let d = |a, b| different_words(a, b, Language::French);
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

    #[test]
    fn rectifications() {
        for (a, b) in [
            ("connaître", "connaitre"),
            ("événement", "évènement"),
            ("août", "aout"),
            ("aiguë", "aigüe"),
        ] {
            assert!(rectified(a, b), "{a} {b}");
        }
        for (a, b) in [("déja", "déjà"), ("état", "etat"), ("fete", "fête")] {
            assert!(!rectified(a, b), "{a} {b}");
        }
    }
}
