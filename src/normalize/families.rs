//! Listed words of one family (`joie`, `réjouir`), by their stems.

use rustc_hash::FxHashMap;

use crate::language::Profile;

/// The families of words.
#[derive(Debug)]
pub(super) struct Families {
    of_stem: FxHashMap<String, Vec<u16>>,
    of_word: FxHashMap<&'static str, Vec<u16>>,
}

impl Families {
    /// The listed families of a language; `stem` makes the stem key of a case key.
    pub(super) fn new(profile: &Profile, stem: impl Fn(&str) -> String) -> Self {
        let mut of_stem: FxHashMap<String, Vec<u16>> = FxHashMap::default();
        let mut of_word: FxHashMap<&str, Vec<u16>> = FxHashMap::default();
        for (family, words) in (0..).zip(profile.families()) {
            for word in words {
                of_stem.entry(stem(word)).or_default().push(family);
                of_word.entry(word).or_default().push(family);
            }
        }
        Self { of_stem, of_word }
    }

    /// Whether two words, each given as its case key and its stem key, are of one family. Where a stemmer unites the words
    /// of a family only those that are listed are told from forms of one (`Spiel`, `Spieler`).
    pub(super) fn agree(&self, a: (&str, &str), b: (&str, &str)) -> bool {
        if a.1 == b.1 {
            self.name(a.0, b.0)
        } else {
            meet(self.of_stem.get(a.1), self.of_stem.get(b.1))
        }
    }

    /// Whether a family names two words, given as their case keys, as they are.
    pub(super) fn name(&self, a: &str, b: &str) -> bool {
        meet(self.of_word.get(a), self.of_word.get(b))
    }
}

/// Whether two words have a family in common.
fn meet(a: Option<&Vec<u16>>, b: Option<&Vec<u16>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.iter().any(|family| b.contains(family)),
        _ => false,
    }
}
