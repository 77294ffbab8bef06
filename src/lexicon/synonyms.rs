//! The program's own synonyms: everyday words that often stand for each other where two people render one sentence, and
//! the numbers that figures stand for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::language::Profile;
use crate::lexicon::Equivalents;
use crate::witness::Language;

/// Weight of two words of one line, or of a number in figures and in words: nearly that of equal words. On the English
/// pairs of `fixtures/words` more was always better, since the lines hold no loose associations.
const SYNONYMS: f32 = 0.9;

impl Equivalents {
    /// The program's own words of a language.
    pub fn own(language: Language) -> Arc<Self> {
        static OWN: Mutex<BTreeMap<Language, Arc<Equivalents>>> = Mutex::new(BTreeMap::new());
        // What another thread left behind when it failed is whole: entries are put in complete.
        let mut made = OWN.lock().unwrap_or_else(PoisonError::into_inner);
        let own = made.entry(language).or_insert_with(|| {
            let mut known = Equivalents::default();
            known.add_own(language);
            Arc::new(known)
        });
        own.clone()
    }

    /// Adds the program's own words of a language.
    pub fn add_own(&mut self, language: Language) {
        let profile = Profile::of(language);
        for words in profile.figures() {
            self.add_all(&words);
        }
        for (short, ways) in profile.written_out() {
            self.add_abbreviations(&short, &ways);
        }
        for line in profile.synonyms() {
            if line.contains('|') {
                self.add_phrases(line.split('|'));
            } else {
                self.add_all(&line.split_whitespace().collect::<Vec<_>>());
            }
        }
    }

    /// Adds abbreviations, and what they stand for in a word or a phrase.
    fn add_abbreviations(&mut self, short: &[String], ways: &[String]) {
        let is_phrase = |way: &&String| way.contains([' ', '\'']);
        for short in short {
            for way in ways.iter().filter(|way| !is_phrase(way)) {
                self.add(short, way, SYNONYMS);
            }
        }
        // `z.B.` is written with a space as well.
        let spaced = short.iter().filter(|s| s.matches('.').count() > 1);
        let spaced: Vec<String> = spaced.map(|s| s.replace('.', ". ").trim().into()).collect();
        if !spaced.is_empty() || ways.iter().any(|way| is_phrase(&way)) {
            let all = short.iter().chain(&spaced).chain(ways);
            self.add_phrases(all.map(String::as_str));
        }
    }

    /// Adds words that all stand for each other.
    fn add_all(&mut self, words: &[&str]) {
        for (n, a) in words.iter().enumerate() {
            for b in &words[n + 1..] {
                self.add(a, b, SYNONYMS);
            }
        }
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
            (Language::FRENCH, "répondait", "répliquer", SYNONYMS),
            (Language::FRENCH, "12", "douze", SYNONYMS),
            (Language::FRENCH, "commencer", "crier", 0.0),
            (Language::ENGLISH, "began", "starting", SYNONYMS),
            (Language::ENGLISH, "fourth", "4th", SYNONYMS),
            (Language::GERMAN, "zwölf", "12", SYNONYMS),
            (Language::GERMAN, "entgegnete", "antworten", SYNONYMS),
            (Language::GERMAN, "gefördert", "unterstützt", SYNONYMS),
            (Language::GERMAN, "gefordert", "unterstützt", 0.0),
            (Language::GERMAN, "sich", "gewiss", 0.0),
            (Language::GERMAN, "meinte", "glauben", SYNONYMS),
            (Language::GERMAN, "meine", "glauben", 0.0),
            (Language::literal("nl"), "verhaalde", "vertellen", SYNONYMS),
            (Language::literal("nl"), "gekwetst", "verwondde", SYNONYMS),
            (Language::literal("nl"), "tijdens", "periode", 0.0),
            (Language::literal("es"), "respondió", "contestar", SYNONYMS),
            (Language::literal("es"), "casar", "viviendas", 0.0),
            (Language::literal("es"), "casas", "viviendas", SYNONYMS),
            (Language::literal("it"), "chiese", "domandare", SYNONYMS),
            (Language::literal("it"), "caso", "dimore", 0.0),
            (Language::literal("pt"), "aconteceu", "sucedera", SYNONYMS),
            (Language::literal("pt"), "livre", "resgatar", 0.0),
        ] {
            let normalizer = Normalizer::of(language, false);
            let stems = Equivalents::own(language).by_stem(normalizer);
            let id = |word: &str| stems.id(normalizer.keys(word).at(Fold::Stem)).unwrap();
            assert_eq!(stems.weight(id(a), id(b)), weight, "{a} {b}");
        }
    }
}
