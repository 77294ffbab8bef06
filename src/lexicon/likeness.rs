//! Likeness of different words: what a match between two stems is worth as evidence that their sentences correspond.

use rustc_hash::FxHashMap;

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
    /// of them beforehand.
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
        stems.retain(|&s| vocabulary.key(s).chars().count() >= SHORTEST);

        let mut of_trigram: FxHashMap<[char; 3], Vec<u32>> = FxHashMap::default();
        let mut grams: Vec<Vec<[char; 3]>> = Vec::with_capacity(stems.len());
        for (n, &stem) in stems.iter().enumerate() {
            let list = trigrams(vocabulary.key(stem));
            for &gram in &list {
                of_trigram.entry(gram).or_default().push(n as u32);
            }
            grams.push(list);
        }

        let mut shared = vec![0u16; stems.len()];
        let mut touched: Vec<u32> = Vec::new();
        for (n, list) in grams.iter().enumerate() {
            for gram in list {
                let others = &of_trigram[gram];
                if others.len() > COMMON_TRIGRAM {
                    continue;
                }
                for &o in others.iter().filter(|&&o| o as usize > n) {
                    if shared[o as usize] == 0 {
                        touched.push(o);
                    }
                    shared[o as usize] += 1;
                }
            }
            for &o in &touched {
                let both = f32::from(shared[o as usize]);
                let dice = 2.0 * both / (list.len() + grams[o as usize].len()) as f32;
                if dice > LEAST_DICE {
                    pairs.push((stems[n], stems[o as usize], DICE_WEIGHT * dice * dice));
                }
                shared[o as usize] = 0;
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

/// The distinct trigrams of a word with its edges marked.
fn trigrams(word: &str) -> Vec<[char; 3]> {
    let chars: Vec<char> = std::iter::once('^')
        .chain(word.chars())
        .chain(std::iter::once('$'))
        .collect();
    let mut list: Vec<[char; 3]> = chars.windows(3).map(|w| [w[0], w[1], w[2]]).collect();
    list.sort_unstable();
    list.dedup();
    list
}
