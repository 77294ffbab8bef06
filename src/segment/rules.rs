//! What segmentation asks of a language and of a text as a whole, looked up once a text.

use crate::language::chars::is_apostrophe;
use crate::language::{
    Abbreviations, Apostrophe, FunctionWords, Profile, Rules as Code, Splitting,
};
use crate::witness::Language;

/// The words and rules of one language, for one text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    /// The language, which the profile is not where it has none of its own.
    pub(super) language: Language,
    pub(super) profile: &'static Profile,
    pub(super) apostrophe: Apostrophe,
    /// Whether a number with a point is an ordinal (`3. Oktober`).
    pub(super) ordinal_point: bool,
    pub(super) abbreviations: &'static Abbreviations,
    pub(super) splitting: &'static Splitting,
    pub(super) code: &'static Code,
    /// Whether sentences begin with small letters.
    pub(super) begins_small: bool,
    functions: &'static FunctionWords,
}

impl Rules {
    /// The rules of a language, for a text whose sentences begin with capitals.
    pub(super) fn of(language: Language) -> Self {
        let profile = Profile::of(language);
        Self {
            language,
            profile,
            apostrophe: profile.settings().apostrophe,
            ordinal_point: profile.settings().ordinal_point,
            abbreviations: profile.abbreviations(),
            splitting: profile.splitting(),
            code: profile.rules(),
            begins_small: false,
            functions: profile.function_words(),
        }
    }

    /// Whether a hyphen before `word` is one that waits for the rest of its word, and divides none at a line end:
    /// `Vor-` / `und Nachteile`.
    pub(super) fn is_suspended(&self, word: &str) -> bool {
        self.splitting.suspending.contains(word)
    }

    /// Whether `word` (any case, elided or not) is one of the commonest function words.
    pub(super) fn is_function(&self, word: &str) -> bool {
        self.functions.tells(word.trim_end_matches(is_apostrophe))
    }

    /// Whether a capital at the head of `word` says that a sentence begins, and no name: it is a function word.
    pub(super) fn begins_sentence(&self, word: &str) -> bool {
        self.is_function(word) || self.functions.all.contains(word.to_lowercase().as_str())
    }
}
