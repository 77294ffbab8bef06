//! Forms of one word that no stemmer unites, by their keys.

use std::borrow::Cow;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use crate::language::Profile;

/// Number of a lemma, in the order of the tables.
pub(super) type Lemma = u16;

/// Stands behind the stem key of a word whose stem is no other's.
const OWN: char = '=';

/// The lemmas of listed forms.
#[derive(Debug)]
pub(super) struct Paradigms {
    /// By case key, accents and all.
    by_form: FxHashMap<Cow<'static, str>, Lemma>,
    /// The other words that have a form as well: `avions` is of *avoir*, and of *avion*.
    also: FxHashMap<Cow<'static, str>, Lemma>,
    /// By spelling key, where that is another than the form.
    by_key: FxHashMap<String, Lemma>,
    /// For each lemma what its stem is made from.
    keys: Vec<Stem<String>>,
}

/// What the stem key of a listed word is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stem<S> {
    /// The key itself: the first form and a mark, so that it is no other word's stem.
    Key(S),
    /// The spelling key whose stem it is.
    Of(S),
}

impl Paradigms {
    /// The listed words of a language; `spelling` makes the spelling key of a case key.
    pub(super) fn new(profile: &Profile, spelling: impl Fn(&str) -> String) -> Self {
        let mut by_form = FxHashMap::default();
        let mut also = FxHashMap::default();
        let mut by_key = FxHashMap::default();
        let mut keys = Vec::new();
        for (lemma, word) in profile.forms().into_iter().enumerate() {
            let first = word.forms.first().map_or("", |form| form);
            keys.push(if word.own {
                Stem::Key(format!("{first}{OWN}"))
            } else {
                Stem::Of(spelling(first))
            });
            for form in word.forms {
                let key = spelling(&form);
                if key != form {
                    by_key.entry(key).or_insert(lemma as Lemma);
                }
                match by_form.entry(form) {
                    Entry::Vacant(free) => {
                        free.insert(lemma as Lemma);
                    }
                    Entry::Occupied(taken) if *taken.get() != lemma as Lemma => {
                        also.entry(taken.key().clone()).or_insert(lemma as Lemma);
                    }
                    Entry::Occupied(_) => {}
                }
            }
        }
        Self {
            by_form,
            also,
            by_key,
            keys,
        }
    }

    /// The lemma of a form as it is spelled, in lower case.
    pub(super) fn of_form(&self, case_key: &str) -> Option<Lemma> {
        self.by_form.get(case_key).copied()
    }

    /// Whether the lists have two forms with one word; `None` where they do not hold both.
    ///
    /// The forms are given as they are spelled, in lower case, with their spelling keys, by which those are found that are
    /// written without their accents.
    pub(super) fn agree(&self, a: (&str, &str), b: (&str, &str)) -> Option<bool> {
        let (x, y) = (self.lemma(a), self.lemma(b));
        let (also_x, also_y) = (self.also.get(a.0).copied(), self.also.get(b.0).copied());
        let meet = |x: Option<Lemma>, y: Option<Lemma>| x.is_some() && x == y;
        if meet(x, y) || meet(also_x, y) || meet(x, also_y) || meet(also_x, also_y) {
            return Some(true);
        }
        (x.is_some() && y.is_some()).then_some(false)
    }

    /// Whether two forms, each as it is spelled, are listed with one word.
    pub(super) fn are_forms_of_one(&self, a: &str, b: &str) -> bool {
        self.by_form.contains_key(a)
            && self.by_form.contains_key(b)
            && self.agree((a, a), (b, b)) == Some(true)
    }

    fn lemma(&self, (form, key): (&str, &str)) -> Option<Lemma> {
        let by_key = || self.of_key(key).filter(|_| form == key || form.is_ascii());
        self.of_form(form).or_else(by_key)
    }

    /// The first form of the word that has a form, and whether its stem is no other word's.
    pub(super) fn first(&self, form: (&str, &str)) -> Option<(&str, bool)> {
        Some(match &self.keys[usize::from(self.lemma(form)?)] {
            Stem::Key(key) => (key.trim_end_matches(OWN), true),
            Stem::Of(key) => (key, false),
        })
    }

    /// The lemma of a spelling key: where an accent alone tells forms of two words apart, the first of the two.
    fn of_key(&self, key: &str) -> Option<Lemma> {
        let as_form = self.by_form.get(key);
        as_form
            .into_iter()
            .chain(self.by_key.get(key))
            .min()
            .copied()
    }

    /// What the stem key of a spelling key is made from, when its word is listed.
    pub(super) fn stem(&self, spelling_key: &str) -> Option<Stem<&str>> {
        let lemma = self.of_key(spelling_key)?;
        Some(match &self.keys[usize::from(lemma)] {
            Stem::Key(key) => Stem::Key(key),
            Stem::Of(key) => Stem::Of(key),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{accent, spelling};
    use super::*;
    use crate::witness::Language;

    fn check(language: Language, united: &[(&str, &str)], apart: &[(&str, &str)]) {
        let p = Paradigms::new(Profile::of(language), str::to_owned);
        for (a, b) in united {
            assert!(p.of_form(a).is_some(), "{a}");
            assert_eq!(p.of_form(a), p.of_form(b), "{a} {b}");
        }
        for (a, b) in apart {
            assert!(
                p.of_form(a).is_none() || p.of_form(a) != p.of_form(b),
                "{a} {b}"
            );
        }
    }

    #[test]
    fn french() {
        check(
            Language::FRENCH,
            &[
                ("est", "était"),
                ("ont", "avaient"),
                ("fait", "fasse"),
                ("ce", "cette"),
                ("nouveau", "nouvelle"),
                ("œil", "yeux"),
                ("d'", "de"),
                ("devient", "devenu"),
                ("surprend", "surpris"),
                ("reçoit", "reçu"),
            ],
            &[
                ("la", "là"),
                ("a", "à"),
                ("ou", "où"),
                ("du", "dû"),
                ("mon", "ton"),
            ],
        );
    }

    #[test]
    fn english() {
        check(
            Language::ENGLISH,
            &[
                ("hath", "has"),
                ("doth", "did"),
                ("art", "are"),
                ("wast", "was"),
                ("wilt", "would"),
                ("saith", "said"),
                ("spake", "spoken"),
                ("begat", "begotten"),
                ("thou", "thee"),
                ("thy", "thine"),
                ("ye", "you"),
                ("wo", "will"),
                ("ca", "could"),
                ("swam", "swimming"),
                ("laid", "lay"),
                ("wrought", "worked"),
                ("burnt", "burned"),
                ("shewed", "shown"),
                ("geese", "goose"),
                ("wolves", "wolf"),
                ("crises", "crisis"),
                ("analyses", "analysis"),
                ("phenomena", "phenomenon"),
                ("worst", "bad"),
                ("least", "little"),
                ("most", "many"),
                ("further", "far"),
            ],
            &[
                ("thou", "you"),
                ("thy", "your"),
                ("unto", "to"),
                ("found", "founded"),
                ("wound", "wind"),
                ("ground", "grind"),
                ("bit", "bite"),
                ("dove", "dive"),
                ("bases", "basis"),
                ("leaves", "leaf"),
                ("lives", "live"),
                ("cannot", "can"),
                ("his", "he"),
            ],
        );
    }

    #[test]
    fn german() {
        check(
            Language::GERMAN,
            &[
                ("ging", "gegangen"),
                ("nähme", "nimmt"),
                ("ward", "wurde"),
                ("muß", "musste"),
                ("verstanden", "verstehen"),
                ("bekam", "bekommt"),
                ("angenommen", "annehmen"),
                ("anzunehmen", "annahm"),
                ("beschloss", "beschlossen"),
                ("verdarb", "verdorben"),
                ("dachte", "gedacht"),
                ("nannte", "genannt"),
                ("sagte", "gesagt"),
                ("handelte", "gehandelt"),
                ("arbeitet", "gearbeitet"),
                ("bemerkte", "bemerkt"),
                ("angekündigten", "anzukündigen"),
                ("lächle", "gelächelt"),
                ("übernahm", "übernommen"),
                ("zum", "zu"),
                ("ins", "im"),
                ("ans", "am"),
                ("vom", "von"),
                ("besser", "gut"),
                ("höher", "hoch"),
                ("unserm", "unser"),
            ],
            &[
                ("führen", "fahren"),
                ("band", "binden"),
                ("schloss", "schließen"),
                ("gelangen", "gelingen"),
                ("gebot", "bieten"),
                ("kennen", "können"),
                ("bitten", "beten"),
                ("sein", "ist"),
                ("verstehen", "stehen"),
                ("fördert", "fordert"),
                ("sich", "sicher"),
            ],
        );
    }

    #[test]
    fn dutch() {
        check(
            Language::literal("nl"),
            &[
                ("was", "geweest"),
                ("heeft", "hadden"),
                ("ging", "gegaan"),
                ("kwam", "gekomen"),
                ("sprak", "gesproken"),
                ("zag", "zien"),
                ("zeide", "gezegd"),
                ("vroeg", "gevraagd"),
                ("maakte", "gemaakt"),
                ("werkte", "gewerkt"),
                ("begreep", "begrepen"),
                ("ontving", "ontvangt"),
                ("opgestaan", "opstond"),
                ("aangekomen", "aankwamen"),
                ("schiep", "geschapen"),
                ("steden", "stad"),
                ("kinderen", "kind"),
                ("eieren", "ei"),
                ("beter", "goed"),
                ("mensch", "mensen"),
                ("groter", "grootst"),
                ("'t", "het"),
                ("m'n", "mijne"),
                ("onze", "ons"),
            ],
            &[
                ("namen", "nemen"),
                ("zonden", "zenden"),
                ("reden", "rijden"),
                ("weken", "wijken"),
                ("leden", "lijden"),
                ("gij", "jij"),
                ("komen", "bekomen"),
            ],
        );
    }

    #[test]
    fn spanish() {
        check(
            Language::SPANISH,
            &[
                ("fue", "seré"),
                ("estuviéramos", "están"),
                ("hubo", "habría"),
                ("dijeron", "digamos"),
                ("hizo", "hecho"),
                ("tuvo", "tendrían"),
                ("condujo", "conduzca"),
                ("oyó", "oigo"),
                ("cayeron", "cae"),
                ("trajo", "traído"),
                ("supo", "sepa"),
                ("durmió", "duermen"),
                ("siguió", "siga"),
                ("empecé", "empieza"),
                ("muerto", "murió"),
                ("vuelto", "volvió"),
                ("escrito", "escribió"),
                ("construyó", "construir"),
                ("conozco", "conocía"),
                ("propuso", "propongan"),
                ("peor", "malo"),
                ("algún", "alguna"),
                ("respondió", "responder"),
                ("llegué", "llegar"),
                ("encontrarse", "encontró"),
            ],
            &[
                ("hacia", "hacía"),
                ("ira", "irá"),
                ("sabia", "sabía"),
                ("seria", "sería"),
                ("el", "él"),
                ("traje", "traer"),
                ("que", "qué"),
                ("tu", "tú"),
                ("tuvo", "tu"),
            ],
        );
    }

    #[test]
    fn italian() {
        check(
            Language::ITALIAN,
            &[
                ("fosse", "sarebbero"),
                ("ebbero", "avrà"),
                ("facessi", "fece"),
                ("dissero", "dicendo"),
                ("vennero", "verrà"),
                ("vollero", "vorrei"),
                ("tenne", "terrà"),
                ("rimase", "rimarranno"),
                ("scelsero", "scelgono"),
                ("propose", "proponiamo"),
                ("trassero", "traggono"),
                ("condotto", "conduce"),
                ("rispose", "rispondere"),
                ("nacque", "nato"),
                ("scoperto", "scoprire"),
                ("bevve", "bere"),
                ("uomini", "uomo"),
                ("po'", "poco"),
                ("migliore", "buono"),
                ("comunicò", "comunicare"),
                ("accorgersi", "accorse"),
            ],
            &[
                ("terra", "terrà"),
                ("sara", "sarà"),
                ("faro", "farò"),
                ("posto", "porre"),
                ("dei", "dio"),
                ("se", "si"),
            ],
        );
    }

    /// Where two words meet without their accents the second loses its stem to the first: those pairs are known.
    #[test]
    fn words_that_meet_without_accents_are_known() {
        for (language, known) in [
            (Language::ENGLISH, ""),
            (Language::GERMAN, ""),
            (
                Language::SPANISH,
                "amo costo cree creo cual cuales cuanta cuantas cuanto cuantos de el entre esta estas este guiara guiaran \
                 guiaras hacia ira iras media medias mi oro que quien quienes sabia sabias se seria serias tu",
            ),
            (
                Language::ITALIAN,
                "abito amo aspetto da dei dove e faro marito negozio oso perdono presto salvo sara stabili terra verso volto",
            ),
            (
                Language::literal("pt"),
                "a anonima anonimas anonimo anonimos arma as da dai das de dispo divida dividas dois e esta estas fe \
                 ferias fosseis ira iras la mas nos obra ora pais po por pos prospera prosperas sabia sabias se seria \
                 serias sinonima sinonimas sinonimo sinonimos sois te varias",
            ),
        ] {
            let profile = Profile::of(language);
            let spelling =
                |form: &str| spelling::fold(&accent::fold(form, profile), profile, false);
            let p = Paradigms::new(profile, spelling);
            let mut met: Vec<String> = p
                .by_form
                .iter()
                .map(|(form, lemma)| (spelling(form), lemma))
                .filter(|(key, lemma)| p.of_key(key) != Some(**lemma))
                .map(|(key, _)| key)
                .collect();
            met.sort_unstable();
            met.dedup();
            let known: Vec<&str> = known.split_whitespace().collect();
            assert_eq!(met, known, "{language:?}");
        }
    }
}
