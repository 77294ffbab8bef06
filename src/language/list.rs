//! The list of the languages with words of their own: a new one has its line here.

use super::profile::{Files, Profile};
use super::rules::Rules;
use super::{dutch, english, french, portuguese};
use crate::witness::Language;

macro_rules! text {
    ($code:literal, $name:literal) => {
        include_str!(concat!("../../languages/", $code, "/", $name, ".txt"))
    };
}

/// The files of a folder of `languages/`.
macro_rules! files {
    ($code:literal) => {
        Files {
            profile: text!($code, "profile"),
            function_words: text!($code, "function-words"),
            abbreviations: text!($code, "abbreviations"),
            segmentation: text!($code, "segmentation"),
            dates: text!($code, "dates"),
            numbers: text!($code, "numbers"),
            homographs: text!($code, "homographs"),
            endings: text!($code, "endings"),
            forms: text!($code, "forms"),
            spellings: text!($code, "spellings"),
            facts: text!($code, "facts"),
            synonyms: text!($code, "synonyms"),
        }
    };
}

macro_rules! languages {
    ($($code:literal: $rules:expr),* $(,)?) => {
        pub(super) const COUNT: usize = [$($code),*].len();

        /// Every language with words of its own; where two are as likely, the first is taken.
        pub(super) static KNOWN: [Profile; COUNT] =
            [$(Profile::new(Language::literal($code), files!($code), $rules)),*];
    };
}

languages! {
    "fr": french::RULES,
    "en": english::RULES,
    "de": Rules::NONE,
    "es": Rules::NONE,
    "it": Rules::NONE,
    "pt": portuguese::RULES,
    "nl": dutch::RULES,
}

/// What stands in for the profile of a language that has none: no words, no stemmer, no rules.
static NEUTRAL: Profile = Profile::new(Language::literal("und"), Files::NONE, Rules::NONE);

impl Profile {
    /// The profile of `language`; for a language without words of its own the neutral one, which has none.
    pub fn of(language: Language) -> &'static Self {
        Self::known(language).unwrap_or(&NEUTRAL)
    }

    /// The profile of `language`, if it has one of its own.
    pub fn known(language: Language) -> Option<&'static Self> {
        KNOWN.iter().find(|profile| profile.language() == language)
    }

    /// Every profile, in the order in which languages are preferred.
    pub fn all() -> impl ExactSizeIterator<Item = &'static Self> {
        KNOWN.iter()
    }
}
