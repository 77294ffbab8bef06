//! Candidates: for each position of either side the few of the other that share rare words with it, from an inverted
//! index.

use rayon::prelude::*;

use crate::align::index::{Index, Key, MOST_LOOKED_AT};
use crate::align::model::Model;
use crate::align::side::Side;
use crate::lexicon::{KeyId, Likeness};

/// A stem that stands in no more positions of a side than this leads to all of them.
const RARE: usize = 60;
/// Candidates that are scored for a position.
const SCORED: usize = 5;
/// A candidate that shares less than this part of what the likeliest shares is not scored, and what can share no more is
/// not looked for.
const FAINT: f32 = 0.4;
/// Like stems lead to candidates as well where, one for each stem of the position, they could add up to more than this
/// part of the most that equal stems give: elsewhere equal stems are enough.
const ENOUGH: f32 = 1.0;
/// Rows a task of the thread pool takes at once.
const CHUNK: usize = 256;

/// A position of either side.
pub(super) type Pair = (u32, u32);

/// Pairs of positions that share rare words, found from either side, in order of `a`, then `b`.
pub(super) fn candidates(a: &Side, b: &Side, model: &Model) -> Vec<Pair> {
    let mut pairs = candidates_of(a, b, model);
    pairs.extend(candidates_of(b, a, model).into_iter().map(|(b, a)| (a, b)));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// For each position of `a` those of `b` that share most with it, in order of `a`, then `b`.
pub(super) fn candidates_of(a: &Side, b: &Side, model: &Model) -> Vec<Pair> {
    let index = Index::new(b, model);
    let rows: Vec<u32> = (0..a.len() as u32).collect();
    let parts: Vec<Vec<Pair>> = rows
        .par_chunks(CHUNK)
        .map_init(
            || Overlap::new(&index, &model.likeness),
            |overlap, rows| {
                let mut pairs = Vec::with_capacity(rows.len() * 2);
                for &i in rows {
                    let place = (u64::from(i) * b.len() as u64 / a.len() as u64) as u32;
                    pairs.extend(
                        overlap
                            .likeliest(a.words(i as usize), place)
                            .map(|j| (i, j)),
                    );
                }
                pairs
            },
        )
        .collect();
    parts.concat()
}

/// Scratch memory for counting what positions share with one.
struct Overlap<'i> {
    index: &'i Index,
    likeness: &'i Likeness,
    weight: Vec<f32>,
    touched: Vec<u32>,
    keys: Vec<Key>,
    /// The keys that are words of the position themselves, while others are looked at.
    equal: Vec<Key>,
    likely: Vec<(f32, u32)>,
}

impl<'i> Overlap<'i> {
    fn new(index: &'i Index, likeness: &'i Likeness) -> Self {
        Self {
            index,
            likeness,
            weight: vec![0.0; index.len()],
            touched: Vec::new(),
            keys: Vec::new(),
            equal: Vec::new(),
            likely: Vec::new(),
        }
    }

    /// The positions that share most with `words`, by the sum of `-ln q` over what they share; increasing.
    fn likeliest(&mut self, words: &[KeyId], place: u32) -> impl Iterator<Item = u32> {
        // What like stems can add to one position: of those like one stem it seldom has more than one.
        let mut like = 0.0;
        self.keys.clear();
        for &stem in words {
            self.keys.extend(self.index.key(stem, 1.0));
            like += self.index.like(stem);
        }
        in_order(&mut self.keys);
        let mut looked_at = 0;
        let mut best = self.look(0.0, &mut looked_at);
        if like > ENOUGH * best {
            std::mem::swap(&mut self.keys, &mut self.equal);
            self.keys.clear();
            for &stem in words {
                let neighbours = self.likeness.neighbours(stem).iter();
                self.keys.extend(
                    neighbours
                        .filter_map(|&(other, scale)| self.index.key(other, scale))
                        .filter(|key| self.equal.iter().all(|k| k.stem != key.stem)),
                );
            }
            in_order(&mut self.keys);
            best = self.look(best, &mut looked_at);
        }
        self.take(place, FAINT * best)
    }

    /// Gives the positions that the keys lead to their weight, the rarest keys first, until what is left cannot matter;
    /// gives the most that any position has.
    fn look(&mut self, mut best: f32, looked_at: &mut usize) -> f32 {
        let mut left: f32 = self.keys.iter().map(|key| key.weight).sum();
        for key in &self.keys {
            *looked_at += key.count as usize;
            if left < FAINT * best || (key.count as usize > RARE && *looked_at > MOST_LOOKED_AT) {
                break;
            }
            left -= key.weight;
            for &p in self.index.positions(key.stem) {
                let weight = &mut self.weight[p as usize];
                if *weight == 0.0 {
                    self.touched.push(p);
                }
                *weight += key.weight;
                best = best.max(*weight);
            }
        }
        best
    }

    /// Forgets the weights, and gives the heaviest, of those that are no less than `least`.
    fn take(&mut self, place: u32, least: f32) -> impl Iterator<Item = u32> {
        self.likely.clear();
        for p in self.touched.drain(..) {
            let weight = std::mem::take(&mut self.weight[p as usize]);
            if weight >= least {
                self.likely.push((weight, p));
            }
        }
        if self.likely.len() > SCORED {
            // Of equals those nearest to the same place in their text: where a text repeats itself, all its copies are equal.
            let far = |p: u32| (p.abs_diff(place), p);
            self.likely.select_nth_unstable_by(SCORED, |x, y| {
                y.0.total_cmp(&x.0).then(far(x.1).cmp(&far(y.1)))
            });
            self.likely.truncate(SCORED);
        }
        self.likely.sort_unstable_by_key(|x| x.1);
        self.likely.iter().map(|x| x.1)
    }
}

/// Puts the rarest keys first and leaves each once.
fn in_order(keys: &mut Vec<Key>) {
    keys.sort_unstable_by(|x, y| {
        (x.count, x.stem)
            .cmp(&(y.count, y.stem))
            .then(y.weight.total_cmp(&x.weight))
    });
    keys.dedup_by_key(|key| key.stem);
}
