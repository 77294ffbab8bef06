//! The deepest fold: the stem. Tables first (closed classes, irregular verbs), then Snowball.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::clitics::split_inversion;
use super::paradigm::{Paradigms, Stem};
use crate::witness::Language;

/// The key of a spelling key.
pub(super) fn fold(key: &str, language: Language, paradigms: &Paradigms) -> String {
    match paradigms.stem(key) {
        Some(Stem::Key(listed)) => return listed.to_owned(),
        Some(Stem::Of(word)) => return snowball(word, language),
        None => {}
    }
    if !key.starts_with(char::is_alphabetic) {
        return key.to_owned();
    }
    if language == Language::French {
        if let Some((verb, _)) = split_inversion(key) {
            return fold(verb, language, paradigms);
        }
        return super::accent::fold(&snowball(&french_endings(key), language), language);
    }
    if language == Language::English
        && let Some(plain) = english_plain(key, paradigms)
    {
        return fold(&plain, language, paradigms);
    }
    snowball(key, language)
}

fn snowball(key: &str, language: Language) -> String {
    let algorithm = match language {
        Language::French => Algorithm::French,
        Language::English => Algorithm::English,
        Language::German => Algorithm::German,
        Language::Spanish => Algorithm::Spanish,
        Language::Italian => Algorithm::Italian,
    };
    Stemmer::create(algorithm).stem(key).into_owned()
}

/// Gives the endings that Snowball knows by their accents these accents back.
///
/// The key has none, because the same word without accents must have the same stem. Endings that are as frequent
/// without an accent (-at, -ates) stay.
fn french_endings(key: &str) -> String {
    const ENDINGS: [(&str, &str); 6] = [
        ("ees", "ées"),
        ("ee", "ée"),
        ("erent", "èrent"),
        ("iere", "ière"),
        ("ieres", "ières"),
        ("ames", "âmes"),
    ];
    for (bare, accented) in ENDINGS {
        if let Some(stem) = key.strip_suffix(bare) {
            return format!("{stem}{accented}");
        }
    }
    key.to_owned()
}

/// The word that an English word's old or irregular ending is taken off, or a form of it that the stemmer knows.
fn english_plain(key: &str, paradigms: &Paradigms) -> Option<String> {
    // Third person: goeth, loveth, sitteth.
    if let Some(stem) = key.strip_suffix("eth") {
        if ORDINALS.iter().any(|o| key.ends_with(o)) || NO_VERBS.contains(&key) {
            return None;
        }
        return listed_verb(stem, paradigms)
            .or_else(|| (stem.len() > 2).then(|| format!("{stem}ed")));
    }
    // Second person, of listed verbs only: others would be superlatives.
    if let Some(stem) = key.strip_suffix("est") {
        return listed_verb(stem, paradigms).filter(|_| key != "digest");
    }
    // Compounds of man, as far as they are no words of Latin.
    if let Some(stem) = key.strip_suffix("men") {
        return (stem.len() > 2 && !NO_MEN.contains(&key)).then(|| format!("{stem}man"));
    }
    None
}

/// The listed word whose stem this is before an ending in a vowel: `go`, `com` (come), `sitt` (sit), `fli` (fly).
fn listed_verb(stem: &str, paradigms: &Paradigms) -> Option<String> {
    let twice = stem
        .char_indices()
        .next_back()
        .filter(|&(at, c)| stem[..at].ends_with(c));
    let once = twice.map(|(at, _)| stem[..at].to_owned());
    let y = stem.strip_suffix('i').map(|rest| format!("{rest}y"));
    [Some(stem.to_owned()), Some(format!("{stem}e")), once, y]
        .into_iter()
        .flatten()
        .find(|word| word.len() > 1 && paradigms.stem(word).is_some())
}

const ORDINALS: [&str; 8] = [
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
];

/// Names and nouns in -eth.
const NO_VERBS: [&str; 27] = [
    "annabeth",
    "ashtoreth",
    "bosheth",
    "daleth",
    "elisabeth",
    "elizabeth",
    "elspeth",
    "gareth",
    "gennesareth",
    "gwyneth",
    "hesketh",
    "japheth",
    "kenneth",
    "koheleth",
    "lambeth",
    "lisbeth",
    "macbeth",
    "mephibosheth",
    "nazareth",
    "peleth",
    "qoheleth",
    "remeth",
    "sheth",
    "shibboleth",
    "sibboleth",
    "tebeth",
    "zereth",
];

/// Words in -men that are no plurals.
const NO_MEN: [&str; 11] = [
    "abdomen", "acumen", "albumen", "bitumen", "carmen", "cerumen", "cyclamen", "foramen",
    "regimen", "specimen", "stamen",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(language: Language, pairs: &[(&str, &str)]) {
        let p = Paradigms::new(language, |form| super::super::accent::fold(form, language));
        for (a, b) in pairs {
            assert_eq!(fold(a, language, &p), fold(b, language, &p), "{a} {b}");
        }
    }

    fn differ(language: Language, pairs: &[(&str, &str)]) {
        let p = Paradigms::new(language, |form| super::super::accent::fold(form, language));
        for (a, b) in pairs {
            assert_ne!(fold(a, language, &p), fold(b, language, &p), "{a} {b}");
        }
    }

    #[test]
    fn french() {
        agree(
            Language::French,
            &[
                ("mesures", "mesure"),
                ("aimee", "aimer"),
                ("parlerent", "parler"),
                ("premiere", "premier"),
                ("d'", "de"),
                ("l'", "les"),
                ("est", "etait"),
                ("communications", "communication"),
                ("proposant", "proposer"),
                ("peut-il", "pouvait"),
                ("nucleaire", "nucleaires"),
            ],
        );
    }

    #[test]
    fn others() {
        agree(
            Language::English,
            &[("was", "is"), ("walked", "walking"), ("men", "man")],
        );
        agree(Language::German, &[("ist", "war"), ("hauses", "haus")]);
        agree(Language::Spanish, &[("fue", "ser"), ("casas", "casa")]);
        agree(Language::Italian, &[("sono", "essere"), ("libri", "libro")]);
    }

    #[test]
    fn english_endings() {
        agree(
            Language::English,
            &[
                ("goeth", "went"),
                ("cometh", "come"),
                ("sitteth", "sat"),
                ("flieth", "flew"),
                ("doeth", "did"),
                ("sayeth", "said"),
                ("walketh", "walks"),
                ("loveth", "loved"),
                ("crieth", "cry"),
                ("passeth", "passing"),
                ("believeth", "believes"),
                ("knowest", "knew"),
                ("comest", "came"),
                ("gavest", "give"),
                ("policemen", "policeman"),
                ("fishermen", "fisherman"),
                ("buildings", "building"),
                ("meanings", "meant"),
                ("houses", "house"),
            ],
        );
        differ(
            Language::English,
            &[
                ("twentieth", "twenty"),
                ("onehundredandfortieth", "onehundredandforty"),
                ("lambeth", "lamb"),
                ("kenneth", "ken"),
                ("teeth", "tee"),
                ("seth", "sed"),
                ("digest", "dig"),
                ("request", "requ"),
                ("greatest", "great"),
                ("specimen", "speciman"),
                ("founded", "find"),
                ("wing", "we"),
                ("goods", "best"),
            ],
        );
    }

    #[test]
    fn german_plurals_and_nouns() {
        agree(
            Language::German,
            &[
                ("maenner", "mann"),
                ("haeuser", "haus"),
                ("staedte", "stadt"),
                ("toechter", "tochter"),
                ("voelker", "volk"),
                ("machte", "gemacht"),
                ("arbeit", "gearbeitet"),
                ("ruf", "rief"),
                ("baeume", "baum"),
            ],
        );
        differ(Language::German, &[("neu", "nu"), ("schoen", "schon")]);
    }
}
