//! The words of which others say the contrary, by their stems: what negates a word may stand in it.

use rustc_hash::FxHashMap;

use crate::lexicon::{KeyId, Vocabulary, WordType};
use crate::normalize::{Fold, Normalizer};
use crate::witness::TokenKind;

/// The stems that a vocabulary has.
pub(super) struct Contraries<'a> {
    normalizer: &'static Normalizer,
    vocabulary: &'a Vocabulary,
    stems: FxHashMap<&'a str, KeyId>,
}

impl<'a> Contraries<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        let words = vocabulary.types().iter();
        let words = words.filter(|word| word.kind == TokenKind::Word && !word.function);
        let stems = words.map(|word| {
            let stem = word.key(Fold::Stem);
            (vocabulary.key(stem), stem)
        });
        Self {
            normalizer: vocabulary.normalizer(),
            vocabulary,
            stems: stems.collect(),
        }
    }

    /// The stem of the word of the vocabulary that a word says the contrary of.
    pub(super) fn of(&self, word: &WordType) -> Option<KeyId> {
        if word.kind != TokenKind::Word || word.function {
            return None;
        }
        let lower = self.vocabulary.key(word.key(Fold::Case));
        let mut rests = self.normalizer.without_negation(lower);
        let stem = rests.find_map(|rest| {
            let keys = self.normalizer.keys(&rest);
            self.stems.get(keys.at(Fold::Stem)).copied()
        });
        stem.filter(|stem| *stem != word.key(Fold::Stem))
    }
}
