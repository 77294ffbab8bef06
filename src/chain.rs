//! The heaviest increasing chain through weighted points: a Fenwick tree of prefix maxima, n log n.

/// A point with a weight; the chain increases strictly in both coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Position in the first witness.
    pub a: u32,
    /// Position in the second witness.
    pub b: u32,
    /// What it adds to a chain; points of no or negative weight are never on it.
    pub weight: f64,
}

/// Indices of the points on the heaviest strictly increasing chain, in its order.
///
/// Of chains of equal weight the one whose points come first in `(a, b)` order is taken, so the result depends on the
/// points alone.
pub fn heaviest_chain(points: &[Point]) -> Vec<usize> {
    let Some(width) = points.iter().map(|p| p.b as usize + 1).max() else {
        return Vec::new();
    };
    let mut order: Vec<usize> = (0..points.len())
        .filter(|&i| points[i].weight > 0.0)
        .collect();
    order.sort_unstable_by_key(|&i| (points[i].a, points[i].b, i));

    // tree holds (weight of the best chain, its last point); usize::MAX: the empty chain.
    let mut tree = vec![(0f64, usize::MAX); width + 1];
    let mut best_before = vec![(0f64, usize::MAX); points.len()];
    let mut top = (0f64, usize::MAX);
    let mut from = 0;
    while from < order.len() {
        // Points of one row ask before any of them is entered: the chain increases strictly.
        let row = points[order[from]].a;
        let to = from
            + order[from..]
                .iter()
                .take_while(|&&i| points[i].a == row)
                .count();
        for &i in &order[from..to] {
            let mut k = points[i].b as usize;
            while k > 0 {
                if tree[k].0 > best_before[i].0 {
                    best_before[i] = tree[k];
                }
                k &= k - 1;
            }
        }
        for &i in &order[from..to] {
            let here = (best_before[i].0 + points[i].weight, i);
            if here.0 > top.0 {
                top = here;
            }
            let mut k = points[i].b as usize + 1;
            while k <= width {
                if here.0 > tree[k].0 {
                    tree[k] = here;
                }
                k += k & k.wrapping_neg();
            }
        }
        from = to;
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
