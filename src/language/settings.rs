//! `profile.txt`: what is said of a language besides its words.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};
use snowball_stemmers_rs::Algorithm;

/// What an apostrophe inside a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Apostrophe {
    /// A closed list of clitics is split off (French): `l’` `eau`.
    Clitics,
    /// Every elision is (Italian): `dell’` `acqua`.
    Elision,
    /// None is split, but by a rule of the language.
    None,
}

/// The settings of a language.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The English name.
    pub(crate) name: Option<&'static str>,
    /// The stemmer; without one a word's stem is its spelling key.
    pub(crate) stemmer: Option<Algorithm>,
    /// What parts whole numbers from decimals.
    pub(crate) decimal_mark: char,
    /// Whether figures have the day before the month.
    pub(crate) day_first: bool,
    pub(crate) apostrophe: Apostrophe,
    /// Whether a number with a point is an ordinal (`3. Oktober`).
    pub(crate) ordinal_point: bool,
    /// Letters with marks that are no accented letters.
    pub(crate) letters: &'static str,
    /// Whether every noun has a capital, so that one tells no name.
    pub(crate) nouns_have_capitals: bool,
    /// How words end whose accent on the last letter tells their tense: `hablo`, `habló`.
    pub(crate) tense_accents: Vec<&'static str>,
    /// Consonants whose doubling makes no other word of a long one.
    pub(crate) doubled_letters: &'static str,
    /// Whether a number is one word: `tweehonderdvijftig`.
    pub(crate) numbers_together: bool,
    /// The domain of its country; `None` for the code.
    pub(crate) top_level_domain: Option<&'static str>,
    /// The country of the thesaurus to be preferred.
    pub(crate) thesaurus: Option<&'static str>,
}

impl Settings {
    pub(super) fn parse(text: &'static str) -> Self {
        let get = |key: &str| {
            entries(text)
                .find(|(k, _)| *k == key)
                .map(|(_, value)| value)
        };
        let is = |key: &str| get(key) == Some("yes");
        let mark = |key: &str| get(key).and_then(|value| value.chars().next());
        Self {
            name: get("name"),
            stemmer: get("stemmer").and_then(stemmer),
            decimal_mark: mark("decimal-mark").unwrap_or('.'),
            day_first: get("day-first") != Some("no"),
            apostrophe: match get("apostrophe") {
                Some("clitics") => Apostrophe::Clitics,
                Some("elision") => Apostrophe::Elision,
                _ => Apostrophe::None,
            },
            ordinal_point: is("ordinal-point"),
            letters: get("letters").unwrap_or_default(),
            nouns_have_capitals: is("nouns-have-capitals"),
            tense_accents: get("tense-accents")
                .unwrap_or_default()
                .split_whitespace()
                .collect(),
            doubled_letters: get("doubled-letters").unwrap_or_default(),
            numbers_together: is("numbers-together"),
            top_level_domain: get("top-level-domain"),
            thesaurus: get("thesaurus"),
        }
    }
}

/// The keys and values of `profile.txt`.
pub(super) fn entries(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines()
        .map(|line| line.split('#').next().unwrap_or_default())
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.trim(), value.trim()))
}

/// A Snowball stemmer, by its name: `french`, `dutchPorter`.
pub(super) fn stemmer(name: &str) -> Option<Algorithm> {
    let (first, rest) = name.split_at_checked(1)?;
    let name: StringDeserializer<Error> =
        format!("{}{rest}", first.to_ascii_uppercase()).into_deserializer();
    Algorithm::deserialize(name).ok()
}
