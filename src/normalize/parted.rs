//! Verbs whose particle stands apart: German `steht … auf`, `aufstehen`; Dutch `op te staan`, `opstaan`.

use super::{Fold, KeyedToken, Normalizer, case};
use crate::class::Class;

/// Fewest letters of the verb behind its particle.
const SHORTEST_VERB: usize = 3;

/// The words of a verb whose particle stands apart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parted<'k, 'a> {
    pub(crate) particle: &'k KeyedToken<'a>,
    pub(crate) verb: &'k KeyedToken<'a>,
}

impl Normalizer {
    /// Whether a verb and its particle are, put together, the same verb as a word that has both in one.
    pub(crate) fn is_one_verb(&self, parted: Parted<'_, '_>, whole: &KeyedToken<'_>) -> bool {
        let endings = self.profile.endings();
        let particle = parted.particle.at(Fold::Spelling);
        let behind = whole.at(Fold::Spelling).strip_prefix(particle);
        if !endings.is_particle(particle)
            || behind.is_none_or(|verb| verb.chars().count() < SHORTEST_VERB)
            // A noun is made of the verb, and no form of it.
            || self.profile.settings().nouns_have_capitals && case::capitalized(whole.text)
        {
            return false;
        }
        let [particle, verb] = [parted.particle, parted.verb].map(|word| word.at(Fold::Case));
        let together = format!("{particle}{verb}");
        let keys = self.keys(&together);
        let together = KeyedToken {
            text: &together,
            keys: Fold::ALL.map(|fold| keys.at(fold)),
            function: false,
            mark: false,
        };
        self.class_of_keyed(&[together], std::slice::from_ref(whole)) <= Class::Inflection
    }

    /// Whether one of two runs is a word and the other the same verb with its particle apart.
    pub(super) fn are_one_verb(&self, a: &[KeyedToken<'_>], b: &[KeyedToken<'_>]) -> bool {
        match (a, b) {
            ([whole], parted) | (parted, [whole]) => self
                .parted(parted)
                .is_some_and(|p| self.is_one_verb(p, whole)),
            _ => false,
        }
    }

    /// The verb and its particle of a run that has nothing else.
    fn parted<'k, 'a>(&self, run: &'k [KeyedToken<'a>]) -> Option<Parted<'k, 'a>> {
        let endings = self.profile.endings();
        let is_particle = |word: &KeyedToken<'_>| endings.is_particle(word.at(Fold::Spelling));
        match run {
            [verb, particle] if is_particle(particle) => Some(Parted { particle, verb }),
            [particle, between, verb]
                if is_particle(particle)
                    && endings.is_before_infinitive(between.at(Fold::Spelling)) =>
            {
                Some(Parted { particle, verb })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::witness::Language;

    #[test]
    fn a_verb_with_its_particle_apart_is_the_verb() {
        let dutch = Language::literal("nl");
        for (language, parted, whole, want) in [
            (
                Language::GERMAN,
                "steht auf",
                "aufstehen",
                Class::Inflection,
            ),
            (
                Language::GERMAN,
                "stand auf",
                "aufgestanden",
                Class::Inflection,
            ),
            (Language::GERMAN, "ruft an", "anzurufen", Class::Inflection),
            (
                Language::GERMAN,
                "kehrt zurück",
                "zurückgekehrt",
                Class::Inflection,
            ),
            (Language::GERMAN, "steht auf", "anstehen", Class::Derivation),
            (dutch, "staat op", "opstaan", Class::Inflection),
            (dutch, "keerde terug", "terugkeren", Class::Inflection),
            (dutch, "op te bellen", "opbellen", Class::Inflection),
        ] {
            let normalizer = Normalizer::of(language, false);
            let parted: Vec<&str> = parted.split(' ').collect();
            assert_eq!(
                normalizer.class(&parted, &[whole]),
                want,
                "{parted:?} {whole}"
            );
            assert_eq!(
                normalizer.class(&[whole], &parted),
                want,
                "{whole} {parted:?}"
            );
        }
    }
}
