//! What segmentation knows of each language: data only, one language a file.

mod english;
mod french;
mod german;
mod italian;
mod spanish;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::witness::Language;

/// The apostrophes of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Apostrophe {
    /// A closed list of clitics (French): `l’` `eau`.
    Clitics(&'static [&'static str]),
    /// Every elision (Italian): `dell’` `acqua`.
    Elision,
    /// Contractions split off at the end (English): `do` `n’t`, `John` `’s`.
    Contraction,
    /// None is split.
    None,
}

/// The rules of one language. Abbreviations stand without their last point; one with a capital in it is matched as it
/// stands, others in any case.
#[derive(Debug)]
pub(super) struct Rules {
    /// What an apostrophe inside a word does.
    pub apostrophe: Apostrophe,
    /// Words with an apostrophe that stay whole: each entry is how such a word begins, with `'`.
    pub whole: &'static [&'static str],
    /// Whether a pronoun behind the verb is a token of its own (`vois` `-tu`).
    pub inversion: bool,
    /// Whether a number with a point is an ordinal (`3. Oktober`).
    pub ordinal_point: bool,
    /// Abbreviations that never end a sentence: titles, `cf.`, `chap.`.
    pub inside: &'static [&'static str],
    /// Words that are an abbreviation only before a number, a small letter or a comma: `art. 5`, `p. ex.`.
    pub before_number: &'static [&'static str],
    /// Abbreviations that end the sentence when a capital follows: `etc.`.
    pub either: &'static [&'static str],
    /// Words that follow an ordinal with a point (months, `Jahrhundert`).
    pub after_ordinal: &'static [&'static str],
    /// The commonest function words, small letters: they tell a language, and begin sentences.
    pub function: LazyLock<FxHashSet<&'static str>>,
    /// Conjunctions that, after a comma, begin a clause.
    pub conjunctions: &'static [&'static str],
    /// Words of a dateline: `publié`, `mis à jour`.
    pub dated: &'static [&'static str],
    /// Beginnings of a reading time: `temps de lecture`.
    pub reading: &'static [&'static str],
    /// Months, small letters.
    pub months: &'static [&'static str],
}

/// The rules of a language.
pub(super) fn rules(language: Language) -> &'static Rules {
    match language {
        Language::French => &french::RULES,
        Language::English => &english::RULES,
        Language::German => &german::RULES,
        Language::Spanish => &spanish::RULES,
        Language::Italian => &italian::RULES,
    }
}

impl Rules {
    /// Whether `word` (any case) is one of the commonest function words.
    pub fn is_function(&self, word: &str) -> bool {
        // Most words are longer than any listed or have no capital: this saves the lower-casing.
        word.len() <= LONGEST_FUNCTION
            && (self.function.contains(word)
                || word.contains(char::is_uppercase)
                    && self.function.contains(word.to_lowercase().as_str()))
    }
}

/// Bytes of the longest function word listed.
const LONGEST_FUNCTION: usize = 12;

/// The words of a list.
fn words(list: &'static str) -> FxHashSet<&'static str> {
    list.split_whitespace().collect()
}

/// Whether `word` is in a list of abbreviations.
pub(super) fn listed(list: &[&str], word: &str) -> bool {
    if word.len() > 12 {
        return false;
    }
    let lower = word.to_lowercase();
    list.iter()
        .any(|&entry| entry == word || (entry == lower && !entry.chars().any(char::is_uppercase)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_small_and_short() {
        for language in Language::ALL {
            for word in rules(language).function.iter() {
                assert!(
                    word.len() <= LONGEST_FUNCTION && *word == word.to_lowercase(),
                    "{word}"
                );
            }
        }
        assert!(rules(Language::French).is_function("À"));
        assert!(!rules(Language::French).is_function("roi"));
    }

    #[test]
    fn capitals_in_an_entry_are_kept() {
        let french = rules(Language::French);
        assert!(listed(french.inside, "M"));
        assert!(!listed(french.inside, "m"));
        assert!(listed(french.inside, "Cf"));
        assert!(listed(french.inside, "cf"));
    }
}
