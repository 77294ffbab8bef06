//! The deepest fold: the stem. Tables first (closed classes, irregular verbs), then Snowball.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::clitics::split_inversion;
use super::paradigm::Paradigms;
use crate::witness::Language;

/// The key of a spelling key.
pub(super) fn fold(key: &str, language: Language, paradigms: &Paradigms) -> String {
    if let Some(listed) = paradigms.stem_key(key) {
        return listed.to_owned();
    }
    if !key.starts_with(char::is_alphabetic) {
        return key.to_owned();
    }
    if language == Language::French {
        if let Some((verb, _)) = split_inversion(key) {
            return fold(verb, language, paradigms);
        }
        let stem = Stemmer::create(Algorithm::French)
            .stem(&french_endings(key))
            .into_owned();
        return super::accent::fold(&stem, language);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(language: Language, pairs: &[(&str, &str)]) {
        let p = Paradigms::new(language, |form| super::super::accent::fold(form, language));
        for (a, b) in pairs {
            assert_eq!(fold(a, language, &p), fold(b, language, &p), "{a} {b}");
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
}
