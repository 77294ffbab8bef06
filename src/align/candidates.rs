//! Candidates: for each position the few of the other side that share rare words with it, from an inverted index.

use rayon::prelude::*;

use crate::align::chain::Point;
use crate::align::model::{Model, Scorer};
use crate::align::side::Side;

/// A stem that stands in more positions of a side than this is no key to them: it costs much and tells little.
const COMMON: usize = 120;
/// Candidates that are scored for a position.
const SCORED: usize = 8;
/// Candidates that are kept for a position, besides others nearly as good as the best (text that repeats itself).
const KEPT: usize = 4;
/// A candidate is nearly as good as the best from this share of its score.
const NEARLY: f32 = 0.8;
/// Rows a task of the thread pool takes at once.
const CHUNK: usize = 256;

/// Pairs of positions with the score of their 1-1 bead where it is above `least`, in order of `a`, then `b`.
pub fn candidates(a: &Side, b: &Side, model: &Model, least: f32) -> Vec<Point> {
    let keys = model.rarity.len();
    let index = Index::new(b, keys);
    let rows: Vec<usize> = (0..a.len()).collect();
    let parts: Vec<Vec<Point>> = rows
        .par_chunks(CHUNK)
        .map_init(
            || (Scorer::new(model), Overlap::new(b.len())),
            |(scorer, overlap), rows| {
                let mut found = Vec::new();
                for &i in rows {
                    let likely = overlap.likeliest(a.words(i), &index, model);
                    if likely.is_empty() {
                        continue;
                    }
                    scorer.load(a, &[i]);
                    let mut scored: Vec<(f32, u32)> = likely
                        .iter()
                        .map(|&j| (scorer.score(b, &[j as usize]).total, j))
                        .filter(|&(s, _)| s > least)
                        .collect();
                    scored.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
                    let best = scored.first().map_or(0.0, |s| s.0);
                    let mut n = 0;
                    scored.retain(|&(s, _)| {
                        n += 1;
                        n <= KEPT || s >= NEARLY * best
                    });
                    found.extend(scored.iter().map(|&(score, j)| Point {
                        a: i as u32,
                        b: j,
                        weight: f64::from(score),
                    }));
                }
                found.sort_unstable_by_key(|p| (p.a, p.b));
                found
            },
        )
        .collect();
    parts.concat()
}

/// For each stem the positions it stands in, unless it is common.
struct Index {
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl Index {
    fn new(side: &Side, keys: usize) -> Self {
        let mut last = vec![u32::MAX; keys];
        let mut counts = vec![0u32; keys + 1];
        let mut each = |f: &mut dyn FnMut(usize, u32)| {
            last.fill(u32::MAX);
            for p in 0..side.len() {
                for &w in side.words(p) {
                    if last[w as usize] != p as u32 {
                        last[w as usize] = p as u32;
                        f(w as usize, p as u32);
                    }
                }
            }
        };
        each(&mut |w, _| counts[w] += 1);
        let mut starts = vec![0u32; keys + 1];
        for w in 0..keys {
            let n = if counts[w] as usize > COMMON {
                0
            } else {
                counts[w]
            };
            starts[w + 1] = starts[w] + n;
        }
        let mut fill = starts.clone();
        let mut positions = vec![0u32; starts[keys] as usize];
        each(&mut |w, p| {
            if fill[w] < starts[w + 1] {
                positions[fill[w] as usize] = p;
                fill[w] += 1;
            }
        });
        Self { starts, positions }
    }

    fn positions(&self, word: u32) -> &[u32] {
        &self.positions
            [self.starts[word as usize] as usize..self.starts[word as usize + 1] as usize]
    }
}

/// Scratch memory for counting what positions share with one.
struct Overlap {
    weight: Vec<f32>,
    touched: Vec<u32>,
}

impl Overlap {
    fn new(positions: usize) -> Self {
        Self {
            weight: vec![0.0; positions],
            touched: Vec::new(),
        }
    }

    /// The positions that share most with `words`, by the sum of `-ln q` over what they share.
    fn likeliest(&mut self, words: &[u32], index: &Index, model: &Model) -> Vec<u32> {
        let mut distinct = words.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        let mut add = |word: u32, scale: f32| {
            let rarity = model.rarity[word as usize].ln() * scale;
            for &p in index.positions(word) {
                if self.weight[p as usize] == 0.0 {
                    self.touched.push(p);
                }
                self.weight[p as usize] += rarity;
            }
        };
        for &word in &distinct {
            add(word, 1.0);
            for &(other, weight) in model.likeness.neighbours(word) {
                add(other, weight);
            }
        }
        let weight = &self.weight;
        let by_weight = |x: &u32, y: &u32| {
            weight[*y as usize]
                .total_cmp(&weight[*x as usize])
                .then(x.cmp(y))
        };
        if self.touched.len() > SCORED {
            self.touched.select_nth_unstable_by(SCORED - 1, by_weight);
        }
        let mut likely: Vec<u32> = self.touched.iter().copied().take(SCORED).collect();
        likely.sort_unstable_by(by_weight);
        for p in self.touched.drain(..) {
            self.weight[p as usize] = 0.0;
        }
        likely
    }
}
