//! Forms of one word that no stemmer unites, by table.

mod english;
mod french;
mod german;
mod italian;
mod spanish;

use rustc_hash::FxHashMap;

use crate::witness::Language;

/// Number of a lemma, in the order of the tables.
pub(super) type Lemma = u16;

/// What is listed for a language. A line is a word and its other forms, also with prefixes before a bar (`- be|kommen …`);
/// where a form stands in two lines the first has it.
#[derive(Debug, Clone, Copy)]
struct Table {
    /// Words whose stem key is no other word's.
    own: &'static [&'static [&'static str]],
    /// Words whose stem key is the stem of the first form: what the stemmer unites with that goes with them.
    stemmed: &'static [&'static str],
    /// What `stem+X` in a line stands for: the stem with each ending of `X`.
    endings: &'static [(&'static str, &'static str)],
}

const fn table(language: Language) -> Table {
    let (own, stemmed, endings): (&'static [&'static [&'static str]], _, _) = match language {
        Language::French => (&[french::LINES, french::PREFIXED], &[] as &[_], &[] as &[_]),
        Language::English => (&[english::OWN], english::STEMMED, &[] as &[_]),
        Language::German => (&[german::OWN], german::STEMMED, &[] as &[_]),
        Language::Spanish => (&[spanish::OWN], &[] as &[_], spanish::ENDINGS),
        Language::Italian => (&[italian::OWN], &[] as &[_], italian::ENDINGS),
    };
    Table {
        own,
        stemmed,
        endings,
    }
}

impl Table {
    /// The forms of each word, and whether its stem key is its own.
    fn words(self) -> Vec<(Vec<String>, bool)> {
        let own = self.own.iter().copied().flatten().map(|line| (line, true));
        let stemmed = self.stemmed.iter().map(|line| (line, false));
        let mut words = Vec::new();
        for (line, is_own) in own.chain(stemmed) {
            let (prefixes, forms) = line.split_once('|').unwrap_or(("-", line));
            for prefix in prefixes.split_whitespace() {
                let prefix = if prefix == "-" { "" } else { prefix };
                let forms = forms.split_whitespace().flat_map(|f| self.expand(f));
                words.push((
                    forms.map(|form| format!("{prefix}{form}")).collect(),
                    is_own,
                ));
            }
        }
        words
    }

    /// The forms that one entry of a line stands for.
    fn expand(self, entry: &'static str) -> Vec<String> {
        let Some((stem, name)) = entry.split_once('+') else {
            return vec![entry.to_owned()];
        };
        let endings = self.endings.iter().find(|(n, _)| *n == name);
        let endings = endings.map_or("", |(_, endings)| endings);
        endings
            .split_whitespace()
            .map(|ending| format!("{stem}{ending}"))
            .collect()
    }
}

/// The lemmas of listed forms.
#[derive(Debug)]
pub(super) struct Paradigms {
    /// By case key, accents and all.
    by_form: FxHashMap<String, Lemma>,
    /// By spelling key. Forms that an accent alone tells from another word's stand here for the first of the two.
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
    /// The tables of `language`; `spelling` makes the spelling key of a case key.
    pub(super) fn new(language: Language, spelling: impl Fn(&str) -> String) -> Self {
        let words = table(language).words();
        let mut by_form = FxHashMap::default();
        let mut by_key = FxHashMap::default();
        let mut keys = Vec::with_capacity(words.len());
        for (lemma, (forms, is_own)) in words.into_iter().enumerate() {
            let first = forms.first().map_or("", String::as_str);
            keys.push(if is_own {
                Stem::Key(format!("{first}="))
            } else {
                Stem::Of(spelling(first))
            });
            for form in forms {
                by_key.entry(spelling(&form)).or_insert(lemma as Lemma);
                by_form.entry(form).or_insert(lemma as Lemma);
            }
        }
        Self {
            by_form,
            by_key,
            keys,
        }
    }

    /// The lemma of a form as it is spelled, in lower case.
    pub(super) fn of_form(&self, case_key: &str) -> Option<Lemma> {
        self.by_form.get(case_key).copied()
    }

    /// What the stem key of a spelling key is made from, when its word is listed.
    pub(super) fn stem(&self, spelling_key: &str) -> Option<Stem<&str>> {
        let lemma = self.by_key.get(spelling_key)?;
        Some(match &self.keys[usize::from(*lemma)] {
            Stem::Key(key) => Stem::Key(key),
            Stem::Of(key) => Stem::Of(key),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, united: &[(&str, &str)], apart: &[(&str, &str)]) {
        let p = Paradigms::new(language, str::to_owned);
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
            Language::French,
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
            Language::English,
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
            Language::German,
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
            ],
        );
    }

    #[test]
    fn spanish() {
        check(
            Language::Spanish,
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
            ],
            &[
                ("hacia", "hacía"),
                ("ira", "irá"),
                ("sabia", "sabía"),
                ("seria", "sería"),
                ("el", "él"),
                ("vista", "visto"),
                ("traje", "traer"),
                ("cuenta", "contar"),
                ("que", "qué"),
                ("tu", "tú"),
                ("tuvo", "tu"),
            ],
        );
    }

    #[test]
    fn italian() {
        check(
            Language::Italian,
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
            ],
            &[
                ("terra", "terrà"),
                ("sara", "sarà"),
                ("faro", "farò"),
                ("legge", "leggere"),
                ("posto", "porre"),
                ("data", "dare"),
                ("dei", "dio"),
                ("se", "si"),
            ],
        );
    }

    #[test]
    fn every_language_has_a_table() {
        for language in Language::ALL {
            let p = Paradigms::new(language, str::to_owned);
            assert!(p.by_form.len() > 50, "{language:?}");
        }
    }

    #[test]
    fn every_name_of_endings_is_known() {
        for language in Language::ALL {
            let table = table(language);
            let lines = table.own.iter().copied().flatten().chain(table.stemmed);
            for entry in lines.flat_map(|line| line.split_whitespace()) {
                assert!(!table.expand(entry).is_empty(), "{entry}");
            }
        }
    }

    /// A form that two words have would be the first one's, unseen.
    #[test]
    fn no_form_stands_in_two_lines() {
        for language in Language::ALL {
            if language == Language::French {
                continue;
            }
            let mut seen: FxHashMap<String, usize> = FxHashMap::default();
            for (word, (forms, _)) in table(language).words().into_iter().enumerate() {
                for form in forms {
                    let first = *seen.entry(form.clone()).or_insert(word);
                    assert_eq!(first, word, "{form}");
                }
            }
        }
    }

    /// Where two words meet without their accents the second loses its stem to the first: those pairs are known.
    #[test]
    fn words_that_meet_without_accents_are_known() {
        for (language, known) in [
            (Language::English, ""),
            (Language::German, ""),
            (
                Language::Spanish,
                "cual cuales cuanta cuantas cuanto cuantos de el esta estas este hacia ira iras media medias mi que quien \
                 quienes sabia sabias se seria serias tu",
            ),
            (Language::Italian, "da dei e faro sara terra"),
        ] {
            let spelling = |form: &str| {
                let accent = super::super::accent::fold(form, language);
                super::super::spelling::fold(&accent, language, false)
            };
            let p = Paradigms::new(language, spelling);
            let mut met: Vec<String> = p
                .by_form
                .iter()
                .map(|(form, lemma)| (spelling(form), lemma))
                .filter(|(key, lemma)| p.by_key[key] != **lemma)
                .map(|(key, _)| key)
                .collect();
            met.sort_unstable();
            met.dedup();
            let known: Vec<&str> = known.split_whitespace().collect();
            assert_eq!(met, known, "{language:?}");
        }
    }
}
