//! Sides too long for a table of all pairs: they are cut where a word that both have once stands, and what has no such
//! word is compared as a diff.

use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::DiffOp;

use crate::chain::{Point, heaviest_chain};
use crate::diff;
use crate::lexicon::KeyId;

/// Most pairs of words that are looked at one by one: a thousand words against a thousand.
pub const MOST_CELLS: usize = 1 << 20;
/// Words of A between two cuts, where cuts can be chosen.
const STRETCH: u32 = 300;
/// Most words a side of what is compared as a diff: its time grows with the square of what differs.
const MOST_DIFF: usize = 1000;

/// A part of both sides that can be worked on by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) a: Range<u32>,
    pub(super) b: Range<u32>,
}

impl Stretch {
    pub(super) fn a_range(&self) -> Range<usize> {
        self.a.start as usize..self.a.end as usize
    }

    pub(super) fn b_range(&self) -> Range<usize> {
        self.b.start as usize..self.b.end as usize
    }

    /// Whether a table of all pairs fits.
    pub(super) fn fits(&self) -> bool {
        self.a.len().saturating_mul(self.b.len()) <= MOST_CELLS
    }
}

/// Cuts two sides, given as keys, at words that both have exactly once and in the same order; what is still too long is
/// cut again, by the words it has once itself.
pub(super) fn stretches(a: &[KeyId], b: &[KeyId]) -> Vec<Stretch> {
    let mut done = Vec::new();
    let mut open = vec![Stretch {
        a: 0..a.len() as u32,
        b: 0..b.len() as u32,
    }];
    while let Some(stretch) = open.pop() {
        let parts = if stretch.fits() {
            Vec::new()
        } else {
            cut(a, b, &stretch)
        };
        match parts.len() {
            0 | 1 => done.push(stretch),
            // The first part is looked at first, so the stretches come in order.
            _ => open.extend(parts.into_iter().rev()),
        }
    }
    done
}

fn cut(a: &[KeyId], b: &[KeyId], stretch: &Stretch) -> Vec<Stretch> {
    let once = |side: &[KeyId], range: &Range<u32>| {
        let mut places: FxHashMap<KeyId, Option<u32>> = FxHashMap::default();
        for at in range.clone() {
            places
                .entry(side[at as usize])
                .and_modify(|place| *place = None)
                .or_insert(Some(at));
        }
        places
    };
    let in_b = once(b, &stretch.b);
    let mut anchors: Vec<Point<u64>> = once(a, &stretch.a)
        .into_iter()
        .filter_map(|(key, at)| {
            Some(Point {
                a: at?,
                b: (*in_b.get(&key)?)? - stretch.b.start,
                weight: 1,
            })
        })
        .collect();
    anchors.sort_unstable_by_key(|anchor| anchor.a);
    let mut parts = Vec::new();
    let (mut from_a, mut from_b) = (stretch.a.start, stretch.b.start);
    for on in heaviest_chain(&anchors) {
        let (at_a, at_b) = (anchors[on].a, anchors[on].b + stretch.b.start);
        if at_a - from_a >= STRETCH || at_b - from_b >= STRETCH {
            parts.push(Stretch {
                a: from_a..at_a,
                b: from_b..at_b,
            });
            (from_a, from_b) = (at_a, at_b);
        }
    }
    parts.push(Stretch {
        a: from_a..stretch.a.end,
        b: from_b..stretch.b.end,
    });
    parts
}

/// The pairs of equal keys that a diff of a stretch finds. Longer stretches are cut in proportion: without an anchor
/// there is no better place.
pub(super) fn diff(a: &[KeyId], b: &[KeyId], stretch: &Stretch) -> Vec<(u32, u32)> {
    let parts = stretch
        .a
        .len()
        .max(stretch.b.len())
        .div_ceil(MOST_DIFF)
        .max(1);
    let mut pairs = Vec::new();
    for part in 0..parts {
        let cut = |r: &Range<u32>| {
            let at = |n: usize| r.start as usize + r.len() * n / parts;
            at(part)..at(part + 1)
        };
        let (ra, rb) = (cut(&stretch.a), cut(&stretch.b));
        for op in diff::runs(&a[ra.clone()], &b[rb.clone()]) {
            if let DiffOp::Equal {
                old_index,
                new_index,
                len,
            } = op
            {
                pairs.extend((0..len).map(|k| {
                    (
                        (ra.start + old_index + k) as u32,
                        (rb.start + new_index + k) as u32,
                    )
                }));
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_cover_both_sides() {
        let a: Vec<KeyId> = (0..5000).collect();
        let b: Vec<KeyId> = (100..4000).chain(9000..9100).collect();
        assert_eq!(stretches(&a[..100], &b[..100]).len(), 1);
        let cuts = stretches(&a, &b);
        assert!(cuts.len() > 5);
        assert_eq!((cuts[0].a.start, cuts[0].b.start), (0, 0));
        for pair in cuts.windows(2) {
            assert_eq!(
                (pair[0].a.end, pair[0].b.end),
                (pair[1].a.start, pair[1].b.start)
            );
        }
        assert_eq!(cuts.last().map(|c| (c.a.end, c.b.end)), Some((5000, 4000)));
    }

    #[test]
    fn a_diff_keeps_the_order() {
        let a: Vec<KeyId> = (0..3000).map(|k| k % 7).collect();
        let whole = Stretch {
            a: 0..3000,
            b: 0..2500,
        };
        let pairs = diff(&a, &a[..2500], &whole);
        assert!(pairs.len() > 1000);
        assert!(pairs.windows(2).all(|p| p[0].0 < p[1].0 && p[0].1 < p[1].1));
    }
}
