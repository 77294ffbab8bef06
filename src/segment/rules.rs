//! What segmentation asks of a language, looked up once a text.

use crate::language::{
    Abbreviations, Apostrophe, FunctionWords, Profile, Rules as Code, Splitting,
};
use crate::witness::Language;

/// The words and rules of one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    pub(super) profile: &'static Profile,
    pub(super) apostrophe: Apostrophe,
    /// Whether a number with a point is an ordinal (`3. Oktober`).
    pub(super) ordinal_point: bool,
    pub(super) abbreviations: &'static Abbreviations,
    pub(super) splitting: &'static Splitting,
    pub(super) code: &'static Code,
    functions: &'static FunctionWords,
}

impl Rules {
    /// The rules of a language.
    pub(super) fn of(language: Language) -> Self {
        let profile = Profile::of(language);
        Self {
            profile,
            apostrophe: profile.settings().apostrophe,
            ordinal_point: profile.settings().ordinal_point,
            abbreviations: profile.abbreviations(),
            splitting: profile.splitting(),
            code: profile.rules(),
            functions: profile.function_words(),
        }
    }

    /// Whether `word` (any case) is one of the commonest function words, which begin sentences.
    pub(super) fn is_function(&self, word: &str) -> bool {
        self.functions.tells(word)
    }
}
