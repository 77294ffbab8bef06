//! The heaviest increasing chain through weighted points: a Fenwick tree of prefix maxima, n log n.

use std::ops::Add;

/// A point with a weight; the chain increases strictly in both coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<W = f64> {
    /// Position in the first witness.
    pub a: u32,
    /// Position in the second witness.
    pub b: u32,
    /// What it adds to a chain; points of no or negative weight are never on it.
    pub weight: W,
}

/// A weight, with what decides between chains of equal weight.
///
/// Where the tie is made of what the points hold ([`fingerprint`]) and not of where they stand, to exchange the two
/// witnesses exchanges the coordinates of the chain and changes nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Ranked<W> {
    /// What is compared first.
    pub weight: W,
    /// The greater sum wins where weights are equal; a sum of fingerprints, of which 2³² do not overflow.
    pub tie: u64,
}

impl<W: Add<Output = W>> Add for Ranked<W> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            weight: self.weight + other.weight,
            tie: self.tie + other.tie,
        }
    }
}

/// A number below 2³² that texts seldom share, for [`Ranked::tie`] (FNV-1a).
pub fn fingerprint(text: &str) -> u64 {
    const BASIS: u32 = 0x811C_9DC5;
    const PRIME: u32 = 0x0100_0193;
    let hash = text.bytes().fold(BASIS, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(PRIME)
    });
    hash.into()
}

/// Indices of the points on the heaviest strictly increasing chain, in its order.
///
/// Of chains of equal weight the one whose points come first in `(a, b)` order is taken, so the result depends on the
/// points alone.
pub fn heaviest_chain<W>(points: &[Point<W>]) -> Vec<usize>
where
    W: Copy + Default + PartialOrd + Add<Output = W>,
{
    let nothing = W::default();
    let mut order: Vec<usize> = (0..points.len())
        .filter(|&i| points[i].weight > nothing)
        .collect();
    order.sort_unstable_by_key(|&i| (points[i].a, points[i].b, i));
    let increases = |x: Point<W>, y: Point<W>| x.a < y.a && x.b < y.b;
    if order.is_sorted_by(|&i, &j| increases(points[i], points[j])) {
        return order;
    }
    // Positions are told from the least: the tree is as wide as what they span, wherever in a text that is.
    let of_b = || order.iter().map(|&i| points[i].b);
    let least = of_b().min().unwrap_or_default();
    let width = (of_b().max().unwrap_or_default() - least) as usize + 1;

    // tree holds (weight of the best chain, its last point); usize::MAX: the empty chain.
    let mut tree = vec![(nothing, usize::MAX); width + 1];
    let mut best_before = vec![(nothing, usize::MAX); points.len()];
    let mut top = (nothing, usize::MAX);
    // Points of one row ask before any of them is entered: the chain increases strictly.
    for row in order.chunk_by(|&i, &j| points[i].a == points[j].a) {
        for &i in row {
            let mut k = (points[i].b - least) as usize;
            while k > 0 {
                if tree[k].0 > best_before[i].0 {
                    best_before[i] = tree[k];
                }
                k &= k - 1;
            }
        }
        for &i in row {
            let here = (best_before[i].0 + points[i].weight, i);
            if here.0 > top.0 {
                top = here;
            }
            let mut k = (points[i].b - least) as usize + 1;
            while k <= width {
                if here.0 > tree[k].0 {
                    tree[k] = here;
                }
                k += k & k.wrapping_neg();
            }
        }
    }
    let mut chain = Vec::new();
    let mut at = top.1;
    while at != usize::MAX {
        chain.push(at);
        at = best_before[at].1;
    }
    chain.reverse();
    chain
}

/// For each point whether it is on the [heaviest chain](heaviest_chain).
pub fn on_heaviest_chain<W>(points: &[Point<W>]) -> Vec<bool>
where
    W: Copy + Default + PartialOrd + Add<Output = W>,
{
    let mut on = vec![false; points.len()];
    for i in heaviest_chain(points) {
        on[i] = true;
    }
    on
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points<W>(points: impl IntoIterator<Item = (u32, u32, W)>) -> Vec<Point<W>> {
        let point = |(a, b, weight)| Point { a, b, weight };
        points.into_iter().map(point).collect()
    }

    #[test]
    fn the_lighter_one_is_off_the_chain() {
        let crossed = points([(0, 2, 1), (1, 0, 4), (2, 1, 4)]);
        assert_eq!(heaviest_chain(&crossed), [1, 2]);
        assert_eq!(on_heaviest_chain(&crossed), [false, true, true]);
        let two = points([(0, 1, 4.0), (1, 0, 1.0)]);
        assert_eq!(on_heaviest_chain(&two), [true, false]);
        assert!(heaviest_chain::<u64>(&[]).is_empty());
    }

    #[test]
    fn it_takes_no_more_memory_far_into_a_text() {
        let far = u32::MAX - 8;
        let crossed = points([(0, far + 2, 1), (1, far, 4), (2, far + 1, 4)]);
        assert_eq!(heaviest_chain(&crossed), [1, 2]);
    }

    #[test]
    fn it_increases_strictly_and_leaves_out_what_weighs_nothing() {
        let same_row = points([(0, 0, 1), (0, 1, 2), (1, 1, 2), (2, 2, 0), (3, 3, -1)]);
        assert_eq!(heaviest_chain(&same_row), [0, 2]);
    }

    #[test]
    fn ties_decided_by_content_are_mirrored() {
        let ranked = |text| Ranked {
            weight: 4,
            tie: fingerprint(text),
        };
        let texts = ["Il vint.", "Il vit.", "Il prit."];
        let places = [(0, 2), (1, 0), (2, 1)];
        let here = points((0..3).map(|i| (places[i].0, places[i].1, ranked(texts[i]))));
        let mirrored = points((0..3).map(|i| (places[i].1, places[i].0, ranked(texts[i]))));
        assert_eq!(on_heaviest_chain(&here), on_heaviest_chain(&mirrored));
        for (x, y) in [("a", "b"), ("b", "a")] {
            let here = points([(0, 1, ranked(x)), (1, 0, ranked(y))]);
            let mirrored = points([(1, 0, ranked(x)), (0, 1, ranked(y))]);
            assert_eq!(on_heaviest_chain(&here), on_heaviest_chain(&mirrored));
        }
    }
}
