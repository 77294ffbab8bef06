//! Words known to stand for each other before a pair of witnesses is seen: learned from other renderings, or found in a
//! thesaurus.

use std::sync::{Arc, OnceLock};

use crate::lexicon::interner::Interner;
use crate::lexicon::phrases::Phrases;
use crate::normalize::{Fold, Normalizer};

/// Pairs of words that stand for each other, each with a weight in `(0, 1]`; an equal word would have 1.
#[derive(Debug, Default)]
pub struct Equivalents {
    words: Interner,
    pairs: Vec<(u32, u32, f32)>,
    /// For each sense the ways to say it, a phrase or a word each.
    senses: Vec<Vec<Vec<u32>>>,
    /// By stem, without and with the folds of old print; made when first needed.
    by_stem: [OnceLock<Arc<StemPairs>>; 2],
}

impl Equivalents {
    /// Adds a pair of words, in lower case; the greatest weight of a pair that comes again counts.
    pub fn add(&mut self, a: &str, b: &str, weight: f32) {
        let pair = (self.words.intern(a), self.words.intern(b), weight);
        self.pairs.push(pair);
        self.by_stem = Default::default();
    }

    /// Adds phrases that stand for each other, in lower case: words with a space or an apostrophe between; one at the head
    /// of a word belongs to it (Dutch `'s nachts`).
    pub fn add_phrases<'w>(&mut self, phrases: impl IntoIterator<Item = &'w str>) {
        let ways = phrases.into_iter().map(|phrase| {
            let mut in_word = false;
            let words = phrase.split_inclusive(|c: char| {
                let ends = c == ' ' || c == '\'' && in_word;
                in_word = c.is_alphanumeric();
                ends
            });
            words
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .map(|word| self.words.intern(word))
                .collect()
        });
        let ways = ways.collect();
        self.senses.push(ways);
        self.by_stem = Default::default();
    }

    /// The pairs by the stems that `normalizer` makes. It must be of the same language at every call: what is found
    /// for the first is kept.
    pub(crate) fn by_stem(&self, normalizer: &Normalizer) -> Arc<StemPairs> {
        let made = &self.by_stem[usize::from(normalizer.old_print())];
        made.get_or_init(|| Arc::new(StemPairs::new(self, normalizer)))
            .clone()
    }

    /// How well two stems stand for each other, in `[0, 1]`; 0 for not at all. `normalizer` as for
    /// [`by_stem`](Self::by_stem).
    pub(crate) fn weight(&self, stems: [&str; 2], normalizer: &Normalizer) -> f32 {
        let pairs = self.by_stem(normalizer);
        match stems.map(|stem| pairs.id(stem)) {
            [Some(a), Some(b)] => pairs.weight(a, b),
            _ => 0.0,
        }
    }
}

/// Stems known to stand for each other.
#[derive(Debug, Default)]
pub struct StemPairs {
    stems: Interner,
    /// Where in `others` those of each stem begin; one more entry than stems.
    starts: Vec<u32>,
    /// For each stem what stands for it, in the order of its numbers, with the weights.
    others: Vec<(u32, f32)>,
    phrases: Phrases,
}

impl StemPairs {
    fn new(known: &Equivalents, normalizer: &Normalizer) -> Self {
        let mut numbered = Interner::default();
        // On this thread alone: while one that holds the lock of `by_stem` waits for the pool, it may be handed a task
        // that asks for the same lock, and all of them wait for ever.
        let words = 0..known.words.len() as u32;
        let (stems, functions): (Vec<u32>, Vec<bool>) = words
            .map(|word| normalizer.keys(known.words.text(word)))
            .map(|keys| {
                (
                    numbered.intern(keys.at(Fold::Stem)),
                    keys.is_function_word(),
                )
            })
            .unzip();
        let pairs = known.pairs.iter();
        let mut pairs: Vec<(u32, u32, f32)> = pairs
            .map(|&(a, b, weight)| (stems[a as usize], stems[b as usize], weight))
            .filter(|&(a, b, _)| a != b)
            .flat_map(|(a, b, weight)| [(a, b, weight), (b, a, weight)])
            .collect();
        pairs.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)));
        pairs.dedup_by_key(|pair| (pair.0, pair.1));
        let mut starts = vec![0; numbered.len() + 1];
        for pair in &pairs {
            starts[pair.0 as usize + 1] += 1;
        }
        for stem in 0..numbered.len() {
            starts[stem + 1] += starts[stem];
        }
        let mut phrases = Phrases::default();
        for ways in &known.senses {
            let way = |words: &Vec<u32>| {
                let ends_open = words.last().is_some_and(|&word| functions[word as usize]);
                let stems = words.iter().map(|&word| stems[word as usize]).collect();
                (stems, ends_open)
            };
            phrases.add(ways.iter().map(way).collect());
        }
        Self {
            stems: numbered,
            starts,
            others: pairs
                .into_iter()
                .map(|(_, b, weight)| (b, weight))
                .collect(),
            phrases,
        }
    }

    /// The known phrases.
    pub(super) fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The number of a stem, if anything is known of it.
    pub(super) fn id(&self, stem: &str) -> Option<u32> {
        self.stems.get(stem)
    }

    /// What stands for the stem of a number, in the order of its numbers, with the weights.
    pub(super) fn others(&self, id: u32) -> &[(u32, f32)] {
        &self.others[self.starts[id as usize] as usize..self.starts[id as usize + 1] as usize]
    }

    /// How well two stems, by their numbers, stand for each other; 0 for not at all.
    pub(super) fn weight(&self, a: u32, b: u32) -> f32 {
        let others = self.others(a);
        let found = others.binary_search_by_key(&b, |&(other, _)| other);
        found.map_or(0.0, |at| others[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::witness::Language;
    use rayon::prelude::*;

    /// Tasks of a pool that ask for one table at once, and again from inside a task: whoever makes it must not wait for
    /// the pool, which may hand it one of them.
    #[test]
    fn many_tasks_may_ask_for_the_table_at_once() {
        let known = Equivalents::own(Language::ENGLISH);
        let normalizer = Normalizer::of(Language::ENGLISH, false);
        for _ in 0..8 {
            let mut fresh = Equivalents::default();
            for word in 0..known.words.len() as u32 {
                fresh.add(known.words.text(word), "word", 0.5);
            }
            let sizes: Vec<usize> = (0..64)
                .into_par_iter()
                .map(|_| {
                    let inner = (0..4).into_par_iter();
                    let sizes = inner.map(|_| fresh.by_stem(normalizer).stems.len());
                    sizes.max().unwrap_or(0)
                })
                .collect();
            assert!(sizes[0] > 1000 && sizes.iter().all(|&size| size == sizes[0]));
        }
    }
}
