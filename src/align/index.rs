//! An inverted index: for each stem the positions of a side that it stands in.

use crate::align::model::Model;
use crate::align::side::Side;
use crate::lexicon::KeyId;

/// Where a position has few rare stems its next rarest serve as well, up to so many positions that they stand in: in
/// text that repeats itself no stem is rare. It bounds the cost of a position, so that all cost no more than linear time.
pub(super) const MOST_LOOKED_AT: usize = 400;

/// For each stem the positions it stands in, unless these are more than anyone looks at.
pub(super) struct Index {
    starts: Vec<u32>,
    positions: Vec<u32>,
    /// For each stem that has positions `-ln q`.
    weights: Vec<f32>,
    /// For each stem the greatest weight of a stem like it, by how like it is.
    like: Vec<f32>,
    len: usize,
}

/// A stem that leads to positions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    /// The number of the positions.
    pub count: u32,
    pub stem: KeyId,
    /// What each of them gains.
    pub weight: f32,
}

impl Index {
    pub(super) fn new(side: &Side, model: &Model) -> Self {
        let keys = model.rarity.len();
        let mut last = vec![u32::MAX; keys];
        let mut counts = vec![0u32; keys];
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
        let mut index = Self {
            starts,
            positions,
            weights: model.rarity.iter().map(|r| r.ln()).collect(),
            like: Vec::new(),
            len: side.len(),
        };
        index.like = (0..keys as KeyId)
            .map(|stem| {
                let neighbours = model.likeness.neighbours(stem).iter();
                let keys = neighbours.filter_map(|&(other, scale)| index.key(other, scale));
                keys.map(|key| key.weight).fold(0.0, f32::max)
            })
            .collect();
        index
    }

    /// The number of positions of the side.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The positions of a stem, increasing.
    pub(super) fn positions(&self, stem: KeyId) -> &[u32] {
        let stem = stem as usize;
        &self.positions[self.starts[stem] as usize..self.starts[stem + 1] as usize]
    }

    /// A stem as a key, if it leads anywhere, its weight scaled.
    pub(super) fn key(&self, stem: KeyId, scale: f32) -> Option<Key> {
        let count = self.starts[stem as usize + 1] - self.starts[stem as usize];
        (count > 0).then(|| Key {
            count,
            stem,
            weight: scale * self.weights[stem as usize],
        })
    }

    /// The most that one stem like this one adds to a position.
    pub(super) fn like(&self, stem: KeyId) -> f32 {
        self.like[stem as usize]
    }
}
