//! Keys that were made before: of short texts that are read one after the other most words are the same.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use rustc_hash::FxHashMap;

use super::{Keys, Normalizer};

/// So many words are remembered, the first that come: among them are the most frequent.
const MOST: usize = 1 << 15;

/// The keys of words, for all threads.
#[derive(Debug, Default)]
pub(super) struct Memory(RwLock<Words>);

type Words = FxHashMap<Box<str>, Arc<Keys>>;

/// The keys of the tokens of a text, those of earlier texts among them.
#[derive(Debug)]
pub struct Remembered<'n> {
    normalizer: &'n Normalizer,
    memory: &'n Memory,
    /// What is remembered; one lock serves a text.
    words: Option<RwLockReadGuard<'n, Words>>,
    fresh: Vec<(Box<str>, Arc<Keys>)>,
}

impl<'n> Remembered<'n> {
    pub(super) fn new(normalizer: &'n Normalizer, memory: &'n Memory) -> Self {
        // What another thread left behind when it failed is whole: entries are put in complete.
        let words = memory.0.read().unwrap_or_else(PoisonError::into_inner);
        Self {
            normalizer,
            memory,
            words: Some(words),
            fresh: Vec::new(),
        }
    }

    /// What [`Normalizer::keys`] gives.
    pub fn keys(&mut self, token: &str) -> Arc<Keys> {
        let known = self.words.as_ref().and_then(|words| words.get(token));
        if let Some(keys) = known {
            return keys.clone();
        }
        let keys = Arc::new(self.normalizer.keys(token));
        self.fresh.push((token.into(), keys.clone()));
        keys
    }
}

impl Drop for Remembered<'_> {
    fn drop(&mut self) {
        // Whoever reads keeps those off who write.
        self.words = None;
        if !self.fresh.is_empty() {
            let words = self.memory.0.write();
            let mut words = words.unwrap_or_else(PoisonError::into_inner);
            let room = MOST.saturating_sub(words.len());
            words.extend(self.fresh.drain(..).take(room));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::witness::Language;

    #[test]
    fn what_is_remembered_is_what_is_made() {
        let normalizer = Normalizer::of(Language::FRENCH, false);
        for _ in 0..2 {
            let mut remembered = normalizer.remembered();
            for word in ["Mesures", "mesure", "L’", "est-il", "", "1 500"] {
                assert_eq!(*remembered.keys(word), normalizer.keys(word), "{word}");
            }
        }
        let words = normalizer.memory.0.read().unwrap();
        assert!(words.contains_key("est-il"));
    }
}
