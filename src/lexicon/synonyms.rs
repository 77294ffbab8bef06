//! The program's own synonyms: everyday words that often stand for each other where two people render one sentence, and
//! the numbers that figures stand for. Written for this program, a list a language; a line is a sense, with bars between
//! where phrases are among the words.

use std::sync::{Arc, OnceLock};

use crate::lexicon::Equivalents;
use crate::witness::Language;

/// Weight of two words of one line: nearly that of equal words. On the English pairs of `fixtures/words` more was always better,
/// since the lines hold no loose associations.
const SYNONYMS: f32 = 0.9;
/// Weight of a number in figures and in words: the same, but for the places where `un` is an article.
const NUMBERS: f32 = 0.9;

impl Equivalents {
    /// The program's own words of a language.
    pub fn own(language: Language) -> Arc<Self> {
        static OWN: [OnceLock<Arc<Equivalents>>; 5] = [const { OnceLock::new() }; 5];
        let own = OWN[language as usize].get_or_init(|| {
            let mut known = Equivalents::default();
            known.add_own(language);
            Arc::new(known)
        });
        own.clone()
    }

    /// Adds the program's own words of a language.
    pub fn add_own(&mut self, language: Language) {
        for line in list(language).lines() {
            if line.contains('|') {
                self.add_phrases(line.split('|'));
                continue;
            }
            let words: Vec<&str> = line.split_whitespace().collect();
            let weight = if line.starts_with(|c: char| c.is_ascii_digit()) {
                NUMBERS
            } else {
                SYNONYMS
            };
            for (n, a) in words.iter().enumerate() {
                for b in &words[n + 1..] {
                    self.add(a, b, weight);
                }
            }
        }
    }
}

fn list(language: Language) -> &'static str {
    match language {
        Language::French => include_str!("synonyms/french.txt"),
        Language::English => include_str!("synonyms/english.txt"),
        Language::German => include_str!("synonyms/german.txt"),
        Language::Spanish => include_str!("synonyms/spanish.txt"),
        Language::Italian => include_str!("synonyms/italian.txt"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::normalize::{Fold, Normalizer};

    #[test]
    fn words_of_a_line_stand_for_each_other() {
        for (language, a, b, weight) in [
            (Language::French, "répondait", "répliquer", SYNONYMS),
            (Language::French, "12", "douze", NUMBERS),
            (Language::French, "commencer", "crier", 0.0),
            (Language::English, "began", "starting", SYNONYMS),
            (Language::English, "fourth", "4th", NUMBERS),
            (Language::German, "zwölf", "12", NUMBERS),
        ] {
            let normalizer = Normalizer::of(language, false);
            let stems = Equivalents::own(language).by_stem(normalizer);
            let id = |word: &str| stems.id(normalizer.keys(word).at(Fold::Stem)).unwrap();
            assert_eq!(stems.weight(id(a), id(b)), weight, "{a} {b}");
        }
    }

    #[test]
    fn every_line_of_a_list_has_several_words_or_phrases() {
        for language in Language::ALL {
            for line in list(language).lines() {
                let ways: Vec<&str> = match line.contains('|') {
                    true => line.split('|').map(str::trim).collect(),
                    false => line.split_whitespace().collect(),
                };
                assert!(ways.len() > 1, "{line}");
                for (n, way) in ways.iter().enumerate() {
                    assert!(!way.is_empty() && !ways[..n].contains(way), "{line}");
                    assert_eq!(*way, way.to_lowercase(), "{line}");
                }
            }
        }
    }
}
