//! The list of the languages with words of their own: a new one has its line here; and of those that are known in brief.

use super::profile::{Files, Profile};
use super::rules::Rules;
use super::{dutch, english, french, german, portuguese};
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
            families: text!($code, "families"),
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
    "de": german::RULES,
    "es": Rules::NONE,
    "it": Rules::NONE,
    "pt": portuguese::RULES,
    "nl": dutch::RULES,
}

macro_rules! brief {
    ($($code:literal)*) => {
        /// The languages of which little is known, by one file: they are told by their commonest words, have abbreviations and
        /// mostly a stemmer.
        pub(super) static BRIEF: [Profile; [$($code),*].len()] = [$(Profile::new(
            Language::literal($code),
            Files::brief(include_str!(concat!("../../languages/brief/", $code, ".txt"))),
            Rules::NONE,
        )),*];
    };
}

brief! {
    "af" "ar" "az" "bg" "ca" "cs" "cy" "da" "el" "eo" "et" "eu" "fa" "fi" "ga" "gl" "grc" "gsw" "he" "hi" "hr" "hu" "hy" "id" "is"
    "ko" "la" "lt" "lv" "mr" "mt" "nb" "nds" "ne" "oc" "pl" "ro" "ru" "sk" "sl" "sq" "sr" "sv" "sw" "ta" "tl" "tr" "uk" "ur" "vi" "yi"
}

/// What stands in for the profile of a language that has none: no words, no stemmer, no rules.
static NEUTRAL: Profile = Profile::new(Language::UNKNOWN, Files::NONE, Rules::NONE);

impl Profile {
    /// The profile of `language`, if only one in brief; for a language without words of its own the neutral one, which has
    /// none.
    pub fn of(language: Language) -> &'static Self {
        let brief = || BRIEF.iter().find(|profile| profile.language() == language);
        Self::known(language).or_else(brief).unwrap_or(&NEUTRAL)
    }

    /// The profile of `language`, if it has a whole one of its own.
    pub fn known(language: Language) -> Option<&'static Self> {
        KNOWN.iter().find(|profile| profile.language() == language)
    }

    /// Every whole profile, in the order in which languages are preferred.
    pub fn all() -> impl ExactSizeIterator<Item = &'static Self> {
        KNOWN.iter()
    }
}
