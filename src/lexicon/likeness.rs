//! Likeness of different words: what a match between two stems is worth as evidence that their sentences correspond.

use crate::lexicon::thesaurus::SYNONYM;
use crate::lexicon::{KeyId, Vocabulary};
use crate::normalize::Fold;
use crate::witness::TokenKind;

/// Stems shorter than this, in characters, are not compared by trigrams: too few of them to tell.
const SHORTEST: usize = 4;
/// Least Dice coefficient of trigrams at which two stems are like each other.
const LEAST_DICE: f32 = 0.5;
/// Weight of a likeness: `0.5 d²`, so that it never outweighs an equal stem (1) and falls quickly (OCR, old spelling, derivation).
const DICE_WEIGHT: f32 = 0.5;
/// Trigrams of more stems than this are passed over: they cost much and tell little.
const COMMON_TRIGRAM: usize = 400;
/// At most this many neighbours are kept for a stem, the likest.
const MOST_NEIGHBOURS: usize = 8;

/// For each stem the different stems that may stand for it, with a weight in `(0, 1]`.
#[derive(Debug, Clone, Default)]
pub struct Likeness {
    starts: Vec<u32>,
    neighbours: Vec<(KeyId, f32)>,
}

impl Likeness {
    /// Likeness among the content words of a vocabulary: by character trigrams (Dice coefficient), and by what is known
    /// of them by now.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut stems: Vec<KeyId> = vocabulary
            .types()
            .iter()
            .filter(|t| t.kind == TokenKind::Word && !t.function)
            .map(|t| t.key(Fold::Stem))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        let mut pairs = vocabulary.known_among(&stems);
        // A hint does not tie sentences.
        pairs.retain(|p| p.2 > SYNONYM);
        pairs.extend(vocabulary.taught());
        stems.retain(|&s| vocabulary.key(s).chars().count() >= SHORTEST);

        let trigrams = Trigrams::new(stems.iter().map(|&stem| vocabulary.key(stem)));
        let mut shared = vec![0u16; stems.len()];
        let mut touched: Vec<u32> = Vec::new();
        for (n, &stem) in stems.iter().enumerate() {
            let list = trigrams.of(n);
            for &(from, to) in list {
                // Those of the stems after this one.
                let others = &trigrams.stems[from as usize..to as usize];
                for &o in others {
                    let shared = &mut shared[o as usize];
                    if *shared == 0 {
                        touched.push(o);
                    }
                    *shared += 1;
                }
            }
            for &o in &touched {
                let both = f32::from(std::mem::take(&mut shared[o as usize]));
                let dice = 2.0 * both / (list.len() + trigrams.of(o as usize).len()) as f32;
                if dice > LEAST_DICE {
                    pairs.push((stem, stems[o as usize], DICE_WEIGHT * dice * dice));
                }
            }
            touched.clear();
        }
        pairs.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)));
        pairs.dedup_by_key(|p| (p.0, p.1));
        Self::from_pairs(vocabulary.key_count(), &pairs)
    }

    /// Likeness from pairs of different stems, each with its weight; both directions are entered.
    pub fn from_pairs(keys: usize, pairs: &[(KeyId, KeyId, f32)]) -> Self {
        let mut all: Vec<(KeyId, KeyId, f32)> = pairs
            .iter()
            .flat_map(|&(a, b, w)| [(a, b, w), (b, a, w)])
            .collect();
        all.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.2.total_cmp(&x.2)).then(x.1.cmp(&y.1)));
        let mut starts = vec![0u32; keys + 1];
        let mut neighbours = Vec::with_capacity(all.len());
        let mut at = 0;
        for key in 0..keys as u32 {
            let mut kept = 0;
            while at < all.len() && all[at].0 == key {
                if kept < MOST_NEIGHBOURS {
                    neighbours.push((all[at].1, all[at].2));
                    kept += 1;
                }
                at += 1;
            }
            starts[key as usize + 1] = neighbours.len() as u32;
        }
        Self { starts, neighbours }
    }

    /// The pairs with their weights, each direction that was kept.
    pub fn pairs(&self) -> impl Iterator<Item = (KeyId, KeyId, f32)> + '_ {
        (0..self.starts.len().saturating_sub(1) as u32).flat_map(move |key| {
            self.neighbours(key)
                .iter()
                .map(move |&(other, weight)| (key, other, weight))
        })
    }

    /// What may stand for `stem`, the likest first.
    pub fn neighbours(&self, stem: KeyId) -> &[(KeyId, f32)] {
        &self.neighbours
            [self.starts[stem as usize] as usize..self.starts[stem as usize + 1] as usize]
    }
}

/// The trigrams of stems, and which stems share each.
struct Trigrams {
    /// The stems of each trigram, increasing, one trigram after the other.
    stems: Vec<u32>,
    /// For each stem where its own trigrams begin in `later`; one more entry than stems.
    starts: Vec<u32>,
    /// For each trigram of each stem where in `stems` those stand that have it and come later; nowhere where it is common.
    later: Vec<(u32, u32)>,
}

impl Trigrams {
    fn new<'k>(keys: impl Iterator<Item = &'k str>) -> Self {
        let mut starts = vec![0];
        let mut list: Vec<u64> = Vec::new();
        let mut all: Vec<(u64, u32)> = Vec::new();
        for (n, key) in (0..).zip(keys) {
            list.clear();
            list.extend(trigrams(key));
            list.sort_unstable();
            list.dedup();
            all.extend(list.iter().map(|&trigram| (trigram, n)));
            starts.push(all.len() as u32);
        }
        all.sort_unstable();
        let mut later = vec![(0, 0); all.len()];
        let mut next = starts.clone();
        let mut from = 0;
        for group in all.chunk_by(|x, y| x.0 == y.0) {
            let to = from + group.len() as u32;
            for (at, &(_, n)) in (from + 1..).zip(group) {
                let next = &mut next[n as usize];
                if group.len() <= COMMON_TRIGRAM {
                    later[*next as usize] = (at, to);
                }
                *next += 1;
            }
            from = to;
        }
        Self {
            stems: all.into_iter().map(|(_, n)| n).collect(),
            starts,
            later,
        }
    }

    /// The trigrams of a stem, as [`later`](Self::later) has them.
    fn of(&self, stem: usize) -> &[(u32, u32)] {
        &self.later[self.starts[stem] as usize..self.starts[stem + 1] as usize]
    }
}

/// The trigrams of a word with its edges marked, each as a number.
fn trigrams(word: &str) -> impl Iterator<Item = u64> {
    const LETTER: u32 = 21;
    let mut letters = word.chars().chain(['$']);
    let first = letters.next().map_or(0, u64::from);
    letters.scan(u64::from('^') << LETTER | first, |last, c| {
        let trigram = *last << LETTER | u64::from(c);
        *last = trigram & ((1 << (2 * LETTER)) - 1);
        Some(trigram)
    })
}
