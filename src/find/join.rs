//! Which of many documents may hold the same: a join of documents with themselves.
//!
//! Documents that have the same rarer words next to each other, in whatever form and order, may render one text. The keys are pairs
//! of content words with few others between them (skip-bigrams, Guthrie et al. 2006): few documents have one in common by chance,
//! a paraphrase keeps some, and of those that chance gives hardly three stand near each other in both.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::normalize::Normalizer;
use crate::witness::Language;

use super::index::{key, lenient, words};

/// With how many content words before it a word makes keys: paraphrases put words in and leave words out.
const REACH: usize = 3;
/// Within how many content words of both documents two keys stand near each other: those of a long sentence.
const NEAR: u32 = 20;
/// How many keys of two documents stand near each other: three words that are near make three, a chain of them more.
const LEAST_KEYS: usize = 3;
/// Among how many documents with one key each pair counts. What stands in more is what an agency sends round or what stands under
/// every page: of those each counts with the next alone, so that copies are a chain, and work grows with the documents.
const MOST_DOCUMENTS: usize = 32;

/// Documents that are compared with each other.
pub struct Join {
    normalizer: &'static Normalizer,
    numbers: FxHashMap<String, u32>,
    /// The words that were seen, and what each is a form of.
    seen: FxHashMap<Box<str>, Option<u32>>,
    keys: Vec<KeyOf>,
    documents: u32,
}

/// Which key stands in which document, and where first, counted in content words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct KeyOf {
    key: u64,
    document: u32,
    place: u32,
}

impl Join {
    /// Of documents in a language.
    pub fn new(language: Language) -> Self {
        Self {
            normalizer: lenient(language),
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
        let mut place = 0;
        for word in words(text) {
            let Some(stem) = self.stem(word) else {
                continue;
            };
            let others = before.iter().filter(|other| **other != stem);
            self.keys.extend(others.map(|&other| {
                let (low, high) = (other.min(stem), other.max(stem));
                KeyOf {
                    key: u64::from(low) << 32 | u64::from(high),
                    document: self.documents,
                    place,
                }
            }));
            if before.len() == REACH {
                before.remove(0);
            }
            before.push(stem);
            place += 1;
        }
        let mut own = self.keys.split_off(first);
        own.sort_unstable();
        own.dedup_by_key(|of| of.key);
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
        let groups = self.keys.chunk_by(|one, other| one.key == other.key);
        let groups: Vec<&[KeyOf]> = groups.filter(|group| group.len() > 1).collect();
        let mut of: Vec<Vec<(u32, u32)>> = vec![Vec::new(); self.documents as usize];
        for (number, group) in (0..).zip(&groups) {
            for (index, of_document) in (0..).zip(*group) {
                of[of_document.document as usize].push((number, index));
            }
        }
        let pairs = of.par_iter().enumerate().flat_map_iter(|(one, keys)| {
            let mut shared: FxHashMap<u32, Vec<[u32; 2]>> = FxHashMap::default();
            for &(group, index) in keys {
                let (group, index) = (groups[group as usize], index as usize);
                let behind = &group[index + 1..];
                let counts = match group.len() {
                    ..=MOST_DOCUMENTS => behind.len(),
                    _ => behind.len().min(1),
                };
                for other in &behind[..counts] {
                    let places = [group[index].place, other.place];
                    shared.entry(other.document).or_default().push(places);
                }
            }
            let mut others: Vec<u32> = shared
                .into_iter()
                .filter_map(|(other, mut places)| are_near(&mut places).then_some(other))
                .collect();
            others.sort_unstable();
            others.into_iter().map(move |other| (one, other as usize))
        });
        pairs.collect()
    }
}

/// Whether [`LEAST_KEYS`] of the keys that two documents share stand near each other in both.
fn are_near(places: &mut [[u32; 2]]) -> bool {
    places.sort_unstable();
    let mut first = 0;
    (0..places.len()).any(|last| {
        let [one, other] = places[last];
        while places[first][0] + NEAR < one {
            first += 1;
        }
        let near = places[first..last].iter();
        let near = near.filter(|place| place[1].abs_diff(other) <= NEAR);
        near.count() + 1 >= LEAST_KEYS
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(texts: &[&str]) -> Vec<(usize, usize)> {
        let mut join = Join::new(Language::FRENCH);
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
    fn what_stands_far_apart_is_no_passage() {
        let filler = |word: &str| (0..30).map(|n| format!("{word}{n} ")).collect::<String>();
        let apart = format!(
            "La pluie noie les terrains. {} Le maire a signé l’accord.",
            filler("mot")
        );
        let together = "La pluie noie les jardins : le maire de Brest a signé son accord de pêche.";
        assert_eq!(pairs(&[&apart, together]), [(0, 1)]);
        let apart = format!("La pluie noie tout. {} Un accord signé.", filler("mot"));
        assert!(pairs(&[&apart, together]).is_empty());
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
