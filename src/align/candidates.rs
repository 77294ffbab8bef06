//! Candidates: for each position the few of the other side that share rare words with it, from an inverted index.

use rayon::prelude::*;

use crate::align::model::Model;
use crate::align::score::Scorer;
use crate::align::side::Side;
use crate::chain::Point;
use crate::lexicon::{KeyId, Likeness};

/// A stem that stands in no more positions of a side than this is a key to them.
const RARE: usize = 120;
/// Where a position has few rare stems its next rarest serve as well, up to so many positions that they stand in: in
/// text that repeats itself no stem is rare. It bounds the cost of a position, so that all cost no more than linear time.
const MOST_LOOKED_AT: usize = 1000;
/// Candidates that are scored for a position.
const SCORED: usize = 8;
/// A candidate that shares less than this part of what the likeliest shares is not scored.
const FAINT: f32 = 0.3;
/// Candidates that are kept for a position, besides others nearly as good as the best (text that repeats itself).
const KEPT: usize = 4;
/// A candidate is nearly as good as the best from this share of its score.
const NEARLY: f32 = 0.8;
/// Rows a task of the thread pool takes at once.
const CHUNK: usize = 256;

/// Pairs of positions with the score of their 1-1 bead where it is above `least`, in order of `a`, then `b`.
pub fn candidates(a: &Side, b: &Side, model: &Model, least: f32) -> Vec<Point> {
    let index = Index::new(b, model);
    let place = |i: usize| (i as u64 * b.len() as u64 / a.len() as u64) as u32;
    let rows: Vec<usize> = (0..a.len()).collect();
    let parts: Vec<Vec<Point>> = rows
        .par_chunks(CHUNK)
        .map_init(
            || (Scorer::new(model), Overlap::new(b.len())),
            |(scorer, overlap), rows| {
                let mut found = Vec::new();
                for &i in rows {
                    let likely = overlap.likeliest(a.words(i), place(i), &index, &model.likeness);
                    if likely.is_empty() {
                        continue;
                    }
                    let faint = FAINT * likely[0].0;
                    scorer.load(a, &[i]);
                    let mut scored: Vec<(f32, u32)> = likely
                        .iter()
                        .filter(|&&(weight, _)| weight >= faint)
                        .map(|&(_, j)| (scorer.score(b, &[j as usize]).total, j))
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

/// For each stem the positions it stands in, unless these are more than anyone looks at.
struct Index {
    starts: Vec<u32>,
    positions: Vec<u32>,
    /// For each stem `-ln q`.
    weights: Vec<f32>,
}

impl Index {
    fn new(side: &Side, model: &Model) -> Self {
        let keys = model.rarity.len();
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
            let n = if counts[w] as usize > MOST_LOOKED_AT {
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
        Self {
            starts,
            positions,
            weights: model.rarity.iter().map(|r| r.ln()).collect(),
        }
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
    keys: Vec<(KeyId, f32)>,
}

impl Overlap {
    fn new(positions: usize) -> Self {
        Self {
            weight: vec![0.0; positions],
            touched: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// The positions that share most with `words`, by the sum of `-ln q` over what they share.
    fn likeliest(
        &mut self,
        words: &[u32],
        place: u32,
        index: &Index,
        likeness: &Likeness,
    ) -> Vec<(f32, u32)> {
        self.keys.clear();
        for &word in words {
            self.keys.push((word, 1.0));
            self.keys.extend_from_slice(likeness.neighbours(word));
        }
        self.keys.retain(|&(w, _)| !index.positions(w).is_empty());
        self.keys.sort_unstable_by(|x, y| {
            let count = |w: u32| index.positions(w).len();
            (count(x.0), x.0)
                .cmp(&(count(y.0), y.0))
                .then(y.1.total_cmp(&x.1))
        });
        self.keys.dedup_by_key(|key| key.0);
        let mut looked_at = 0;
        for &(word, scale) in &self.keys {
            let positions = index.positions(word);
            looked_at += positions.len();
            if positions.len() > RARE && looked_at > MOST_LOOKED_AT {
                break;
            }
            let rarity = index.weights[word as usize] * scale;
            for &p in positions {
                if self.weight[p as usize] == 0.0 {
                    self.touched.push(p);
                }
                self.weight[p as usize] += rarity;
            }
        }
        // Of equals those nearest to the same place in their text: where a text repeats itself, all its copies are equal.
        let far = |p: u32| p.abs_diff(place);
        let mut likely: Vec<(f32, u32)> = Vec::with_capacity(SCORED + 1);
        for p in self.touched.drain(..) {
            let weight = std::mem::take(&mut self.weight[p as usize]);
            let before = |x: &(f32, u32)| x.0 > weight || (x.0 == weight && far(x.1) <= far(p));
            if likely.len() == SCORED && before(&likely[SCORED - 1]) {
                continue;
            }
            likely.insert(likely.partition_point(before), (weight, p));
            likely.truncate(SCORED);
        }
        likely
    }
}
