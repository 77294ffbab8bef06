//! The deepest fold: the stem. Tables first (closed classes, irregular verbs), then Snowball.

use snowball_stemmers_rs::Stemmer;

use super::accent;
use super::paradigm::{Paradigms, Stem};
use crate::language::{Profile, inclusive};

/// The key of a spelling key.
pub(super) fn fold(key: &str, profile: &Profile, paradigms: &Paradigms) -> String {
    match paradigms.stem(key) {
        Some(Stem::Key(listed)) => return listed.to_owned(),
        Some(Stem::Of(word)) => return stem(word, profile),
        None => {}
    }
    if !key.starts_with(char::is_alphabetic) {
        return key.to_owned();
    }
    if let Some(plain) = inclusive::plain(key) {
        return fold(&plain, profile, paradigms);
    }
    let rules = profile.rules();
    if let Some((verb, _)) = (rules.split_inversion)(key) {
        return fold(verb, profile, paradigms);
    }
    if let Some(plain) = (rules.plain)(key, &|word| paradigms.stem(word).is_some()) {
        return fold(&plain, profile, paradigms);
    }
    stem(key, profile)
}

/// What the rules of the language and its stemmer leave of a word.
fn stem(key: &str, profile: &Profile) -> String {
    let word = (profile.rules().before_stemming)(key);
    let stem = match profile.settings().stemmer {
        Some(algorithm) => Stemmer::create(algorithm).stem(&word).into_owned(),
        None => word,
    };
    // What the stemmer had to be told of accents is taken back.
    accent::fold(&stem, profile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::witness::Language;

    fn agree(language: Language, pairs: &[(&str, &str)]) {
        let profile = Profile::of(language);
        let p = Paradigms::new(profile, false, |form| accent::fold(form, profile));
        for (a, b) in pairs {
            assert_eq!(fold(a, profile, &p), fold(b, profile, &p), "{a} {b}");
        }
    }

    fn differ(language: Language, pairs: &[(&str, &str)]) {
        let profile = Profile::of(language);
        let p = Paradigms::new(profile, false, |form| accent::fold(form, profile));
        for (a, b) in pairs {
            assert_ne!(fold(a, profile, &p), fold(b, profile, &p), "{a} {b}");
        }
    }

    #[test]
    fn french() {
        agree(
            Language::FRENCH,
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
            Language::ENGLISH,
            &[("was", "is"), ("walked", "walking"), ("men", "man")],
        );
        agree(Language::GERMAN, &[("ist", "war"), ("hauses", "haus")]);
        agree(Language::SPANISH, &[("fue", "ser"), ("casas", "casa")]);
        agree(Language::ITALIAN, &[("sono", "essere"), ("libri", "libro")]);
    }

    #[test]
    fn english_endings() {
        agree(
            Language::ENGLISH,
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
            Language::ENGLISH,
            &[
                ("twentieth", "twenty"),
                ("onehundredandfortieth", "onehundredandforty"),
                ("lambeth", "lamb"),
                ("kenneth", "ken"),
                ("teeth", "tee"),
                ("seth", "sed"),
                ("digest", "dig"),
                ("request", "requ"),
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
            Language::GERMAN,
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
        differ(Language::GERMAN, &[("neu", "nu"), ("schoen", "schon")]);
    }
}
