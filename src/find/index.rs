//! What is known of a statement beforehand: its rarer words, what each weighs, and in which sentences it stands where.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::normalize::{Fold, Normalizer};
use crate::witness::{Language, Witness};

/// The share of the sentences in which a word may stand that says something of any, where it stands in more than [`MANY`].
const COMMON: f32 = 0.1;
/// In so many sentences a word may stand, however few there are: what a short statement keeps saying is what it is about.
const MANY: usize = 50;
/// A word with fewer letters, that is no number, says little.
const SHORT: usize = 3;

/// The rarer words of a statement.
pub(super) struct Index {
    normalizer: &'static Normalizer,
    numbers: FxHashMap<String, u32>,
    /// By their numbers.
    pub(super) stems: Vec<Stem>,
    /// For each sentence the weight of its words, each once.
    pub(super) weights: Vec<f32>,
}

/// A rarer word, whatever its form.
#[derive(Debug, Default)]
pub(super) struct Stem {
    /// What it weighs: more, the fewer sentences it stands in.
    pub(super) weight: f32,
    /// Where it stands: the sentence, and the number of the word in the statement.
    pub(super) places: Vec<(u32, u32)>,
}

impl Index {
    pub(super) fn new(statement: &Witness) -> Self {
        let mut index = Self {
            normalizer: lenient(statement.language),
            numbers: FxHashMap::default(),
            stems: Vec::new(),
            weights: Vec::new(),
        };
        let sentences = statement.sentences.iter().filter(|s| s.skip.is_none());
        let (mut count, mut number) = (0_u32, 0_u32);
        for sentence in sentences {
            for word in words(statement.slice(sentence.span)) {
                number += 1;
                let Some(key) = key(index.normalizer, word) else {
                    continue;
                };
                let next = index.stems.len() as u32;
                let stem = *index.numbers.entry(key).or_insert(next);
                if stem == next {
                    index.stems.push(Stem::default());
                }
                index.stems[stem as usize].places.push((count, number));
            }
            count += 1;
        }
        index.weigh(count as usize);
        index
    }

    /// Weighs the words, and the sentences by them.
    fn weigh(&mut self, sentences: usize) {
        self.weights = vec![0.0; sentences];
        for stem in &mut self.stems {
            let own: FxHashSet<u32> = stem.places.iter().map(|place| place.0).collect();
            let share = own.len() as f32 / sentences as f32;
            if own.len() > MANY && share > COMMON {
                stem.places.clear();
                continue;
            }
            stem.weight = 1.0 - share.ln();
            for sentence in own {
                self.weights[sentence as usize] += stem.weight;
            }
        }
    }

    /// The number of the rarer word that a word of a text is a form of.
    pub(super) fn stem(&self, word: &str) -> Option<u32> {
        self.numbers.get(&key(self.normalizer, word)?).copied()
    }
}

/// What makes the keys here: spellings of old print are one with those of today, for any text may be old, and what is
/// taken for the same too often is compared, no more.
pub(super) fn lenient(language: Language) -> &'static Normalizer {
    Normalizer::of(language, true)
}

/// What a word is, whatever its form; nothing of one that says little.
pub(super) fn key(normalizer: &Normalizer, word: &str) -> Option<String> {
    let number = word.starts_with(|c: char| c.is_numeric());
    if !number && word.chars().count() < SHORT {
        return None;
    }
    let keys = normalizer.keys(word);
    (!keys.is_function_word()).then(|| keys.at(Fold::Stem).to_owned())
}

/// The words of a text, as they are told apart here: what stands between marks and blanks. So `aujourd’hui` is two, in the statement
/// and elsewhere.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let marks = |c: char| !c.is_alphanumeric() && !is_mark_of_letter(c);
    text.split(marks).filter(|word| !word.is_empty())
}

/// Combining marks belong to the letter before them.
fn is_mark_of_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_text() {
        let of = |text| words(text).collect::<Vec<_>>();
        assert_eq!(
            of("L’été, peut-être ; 3,5 %"),
            ["L", "été", "peut", "être", "3", "5"]
        );
        assert_eq!(of("e\u{301}te\u{301}!"), ["e\u{301}te\u{301}"]);
        assert!(of(" — ").is_empty());
    }
}
