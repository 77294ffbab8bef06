//! The rules of French: inversions, contractions, participles, the rectifications of 1990, old print.

mod clitics;
mod inversion;
mod old_print;
mod words;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::rules::{OldPrint, Rules};

use words::words;

pub(super) const RULES: Rules = Rules {
    cuts: inversion::cuts,
    keeps_hyphen: inversion::keeps_hyphen,
    split_inversion: clitics::split_inversion,
    contraction: clitics::contraction,
    apostrophe_joins: true,
    inflected_by_accent: participle_against_present,
    reformed: rectified,
    before_stemming: accented_ending,
    old_print: Some(OldPrint {
        fold: old_print::fold,
        reason: old_print::reason,
        and: "et",
        misread_s: true,
    }),
    ..Rules::NONE
};

/// Gives the endings that Snowball knows by their accents these accents back.
///
/// The key has none, because the same word without accents must have the same stem. Endings that are as frequent
/// without an accent (-at, -ates) stay.
fn accented_ending(key: &str) -> String {
    for (bare, accented) in &words().accented_endings {
        if let Some(stem) = key.strip_suffix(bare) {
            return format!("{stem}{accented}");
        }
    }
    key.to_owned()
}

/// `passe` against `passé`, `passes` against `passés`: the accent is the only letter that tells the participle. A noun in -é
/// (`vérité`, `café`) has no form without it.
fn participle_against_present(a: &str, b: &str) -> bool {
    let stem = |w: &str| {
        let w = w.strip_suffix('s').unwrap_or(w);
        let (stem, accented) = match w.strip_suffix('é') {
            Some(stem) => (stem, true),
            None => (w.strip_suffix('e')?, false),
        };
        let bare: String = stem.nfd().filter(|&c| !is_combining_mark(c)).collect();
        Some((bare, accented))
    };
    match (stem(a), stem(b)) {
        (Some((a, x)), Some((b, y))) => x != y && a == b && !is_noun(&a),
        _ => false,
    }
}

/// Whether `é` behind this makes a noun, and no participle.
fn is_noun(stem: &str) -> bool {
    let words = words();
    let ends = |ending: &&str| stem.len() > ending.len() + 1 && stem.ends_with(ending);
    words.nouns.contains(stem) || words.noun_endings.iter().any(ends) && !words.verbs.contains(stem)
}

/// Whether the accents of two words differ only as the rectifications of 1990 have them: `î û` without their circumflex
/// (connaître/connaitre) and `é` as `è` before a mute syllable (événement/évènement), `guë` as `güe`. That is spelling.
fn rectified(a: &str, b: &str) -> bool {
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
