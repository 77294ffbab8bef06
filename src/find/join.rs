//! Which of many documents may hold the same: a join of documents with themselves.
//!
//! Documents that have the same rarer words next to each other, in whatever form and order, may render one text. The keys are pairs
//! of content words with few others between them (skip-bigrams, Guthrie et al. 2006): few documents have one in common by chance,
//! and a paraphrase keeps some.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::normalize::Normalizer;
use crate::witness::Language;

use super::index::{key, words};

/// With how many content words before it a word makes keys: paraphrases put words in and leave words out.
const REACH: usize = 3;
/// The fewest keys that two documents share: three words.
const LEAST_KEYS: u32 = 2;
/// Among how many documents with one key each pair counts. What stands in more is what an agency sends round or what stands under
/// every page: of those each counts with the next alone, so that copies are a chain, and work grows with the documents.
const MOST_DOCUMENTS: usize = 32;

/// Documents that are compared with each other.
pub struct Join {
    normalizer: &'static Normalizer,
    numbers: FxHashMap<String, u32>,
    /// The words that were seen, and what each is a form of.
    seen: FxHashMap<Box<str>, Option<u32>>,
    /// Which key stands in which document.
    keys: Vec<(u64, u32)>,
    documents: u32,
}

impl Join {
    /// Of documents in a language.
    pub fn new(language: Language, old_print: bool) -> Self {
        Self {
            normalizer: Normalizer::of(language, old_print),
            numbers: FxHashMap::default(),
            seen: FxHashMap::default(),
            keys: Vec::new(),
            documents: 0,
        }
    }

    /// Adds a document.
    pub fn add(&mut self, text: &str) {
        let mut before: Vec<u32> = Vec::with_capacity(REACH);
        let first = self.keys.len();
        for word in words(text) {
            let Some(stem) = self.stem(word) else {
                continue;
            };
            let others = before.iter().filter(|other| **other != stem);
            let keys = others.map(|&other| {
                let (low, high) = (other.min(stem), other.max(stem));
                (u64::from(low) << 32 | u64::from(high), self.documents)
            });
            self.keys.extend(keys);
            if before.len() == REACH {
                before.remove(0);
            }
            before.push(stem);
        }
        let mut own = self.keys.split_off(first);
        own.sort_unstable();
        own.dedup();
        self.keys.append(&mut own);
        self.documents += 1;
    }

    fn stem(&mut self, word: &str) -> Option<u32> {
        if let Some(&stem) = self.seen.get(word) {
            return stem;
        }
        let next = self.numbers.len() as u32;
        let key = key(self.normalizer, word);
        let stem = key.map(|key| *self.numbers.entry(key).or_insert(next));
        self.seen.insert(word.into(), stem);
        stem
    }

    /// The pairs of documents that are worth comparing, by the order in which they were added, from 0; in that order.
    pub fn pairs(mut self) -> Vec<(usize, usize)> {
        self.keys.par_sort_unstable();
        // Most keys stand in one document alone.
        let groups = self.keys.chunk_by(|one, other| one.0 == other.0);
        let groups: Vec<&[(u64, u32)]> = groups.filter(|group| group.len() > 1).collect();
        let mut of: Vec<Vec<(u32, u32)>> = vec![Vec::new(); self.documents as usize];
        for (number, group) in (0..).zip(&groups) {
            for (place, &(_, document)) in (0..).zip(*group) {
                of[document as usize].push((number, place));
            }
        }
        let pairs = of.par_iter().enumerate().flat_map_iter(|(one, places)| {
            let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
            for &(group, place) in places {
                let group = groups[group as usize];
                let behind = &group[place as usize + 1..];
                let counts = match group.len() {
                    ..=MOST_DOCUMENTS => behind.len(),
                    _ => behind.len().min(1),
                };
                for &(_, other) in &behind[..counts] {
                    *shared.entry(other).or_default() += 1;
                }
            }
            let mut others: Vec<u32> = shared
                .into_iter()
                .filter(|&(_, keys)| keys >= LEAST_KEYS)
                .map(|(other, _)| other)
                .collect();
            others.sort_unstable();
            others.into_iter().map(move |other| (one, other as usize))
        });
        pairs.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(texts: &[&str]) -> Vec<(usize, usize)> {
        let mut join = Join::new(Language::FRENCH, false);
        texts.iter().for_each(|text| join.add(text));
        join.pairs()
    }

    #[test]
    fn words_near_each_other_in_any_form_and_order() {
        let texts = [
            "Le ministre a signé hier un accord sur la pêche.",
            "Il pleut sur Brest, et la mer est grosse.",
            "L’accord de pêche que le ministre signera est prêt.",
            "Le ministre, à Brest. Un accord ? La pluie noie le terrain, on joue dimanche, signé Jean.",
        ];
        assert_eq!(pairs(&texts), [(0, 2)]);
        assert!(pairs(&[]).is_empty() && pairs(&["", "", texts[0]]).is_empty());
    }

    #[test]
    fn copies_are_a_chain() {
        let text = "Le ministre a signé hier un accord sur la pêche.";
        let few = pairs(&[text; 5]);
        assert_eq!(few.len(), 10);
        let many = pairs(&[text; MOST_DOCUMENTS + 1]);
        let chain: Vec<_> = (0..MOST_DOCUMENTS).map(|n| (n, n + 1)).collect();
        assert_eq!(many, chain);
    }
}
